"""A planner: recurring events with exceptions, free time of several people, conflicts, and a month drawn as text."""
import calendar
import heapq
import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile

DAYS = {name: i for i, name in enumerate("MO TU WE TH FR SA SU".split())}


@dataclass(frozen=True, order=True)
class Slot:
    start: datetime
    end: datetime

    def __post_init__(self):
        if self.end <= self.start:
            raise ValueError(f"ends before it starts: {self:%H:%M}")

    def __and__(self, other):
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Slot(start, end) if start < end else None

    def __format__(self, spec):
        return f"{self.start:{spec}}-{self.end:{spec}}"

    @property
    def length(self):
        return self.end - self.start


@dataclass(frozen=True)
class Rule:
    """FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=5 and the like."""

    frequency: str
    interval: int = 1
    days: tuple = ()
    count: int | None = None
    until: date | None = None

    @classmethod
    def parse(cls, text):
        rule = cls("")
        for key, value in re.findall(r"(\w+)=([^;]+)", text):
            match key:
                case "FREQ":
                    rule = replace(rule, frequency=value)
                case "INTERVAL" | "COUNT":
                    rule = replace(rule, **{key.lower(): int(value)})
                case "BYDAY":
                    rule = replace(rule, days=tuple(cls.day(d) for d in value.split(",")))
                case "UNTIL":
                    rule = replace(rule, until=datetime.strptime(value, "%Y%m%d").date())
                case _:
                    raise ValueError(f"unknown part {key}")
        return rule

    @staticmethod
    def day(text):
        m = re.fullmatch(r"(-?\d)?([A-Z]{2})", text)
        return int(m[1] or 0), DAYS[m[2]]

    def all_days(self, start):
        match self.frequency:
            case "DAILY":
                step = start
                while True:
                    yield step
                    step += timedelta(days=self.interval)
            case "WEEKLY":
                monday = start - timedelta(days=start.weekday())
                wanted = sorted(d for _, d in self.days) or [start.weekday()]
                while True:
                    yield from (monday + timedelta(days=d) for d in wanted)
                    monday += timedelta(weeks=self.interval)
            case "MONTHLY":
                year, month = start.year, start.month
                while True:
                    yield from self.in_month(year, month, start.day)
                    year, month = divmod(year * 12 + month - 1 + self.interval, 12)
                    month += 1
            case other:
                raise ValueError(f"unknown frequency {other!r}")

    def in_month(self, year, month, day):
        length = calendar.monthrange(year, month)[1]
        if not self.days and day <= length:
            yield date(year, month, day)
        for n, weekday in self.days:
            found = [d for i in range(1, length + 1) if (d := date(year, month, i)).weekday() == weekday]
            yield from found if n == 0 else found[n - 1 : n] if n > 0 else found[n:][:1]

    def dates(self, start):
        found = (d for d in self.all_days(start) if d >= start)
        if self.until is not None:
            found = takewhile(lambda d: d <= self.until, found)
        return islice(found, self.count)


@dataclass
class Event:
    title: str
    start: datetime
    minutes: int
    people: frozenset
    rule: Rule = None
    skipped: set = field(default_factory=set)

    def slots(self):
        days = [self.start.date()] if self.rule is None else self.rule.dates(self.start.date())
        for day in days:
            if day not in self.skipped:
                begin = datetime.combine(day, self.start.time())
                yield Slot(begin, begin + timedelta(minutes=self.minutes)), self.title, self


class Planner:
    OPEN, CLOSE = time(9), time(17)

    def __init__(self):
        self.events = []

    def add(self, title, when, minutes, people, rule=None, skip=()):
        self.events.append(
            Event(title, datetime.fromisoformat(when), minutes, frozenset(people.split()), rule and Rule.parse(rule), {*map(date.fromisoformat, skip)})
        )

    def agenda(self, first, last):
        for slot, title, event in heapq.merge(*(e.slots() for e in self.events), key=lambda s: s[:2]):
            if slot.start.date() > last:
                return
            if slot.end.date() >= first:
                yield slot, title, event

    def conflicts(self, first, last):
        running = []
        for slot, title, event in self.agenda(first, last):
            running = [r for r in running if r[0].end > slot.start]
            for other, name, third in running:
                if both := event.people & third.people:
                    yield slot & other, name, title, sorted(both)
            running.append((slot, title, event))

    def free(self, people, day, minutes):
        opening, closing = (datetime.combine(day, t) for t in (self.OPEN, self.CLOSE))
        busy = [(opening, opening), (closing, closing)]
        busy += [(s.start, s.end) for s, _, e in self.agenda(day, day) if e.people & people]
        busy.sort()
        merged = [busy[0]]
        for start, end in busy[1:]:
            if start <= merged[-1][1]:
                merged[-1] = merged[-1][0], max(end, merged[-1][1])
            else:
                merged.append((start, end))
        for (_, end), (start, _) in pairwise(merged):
            if start - end >= timedelta(minutes=minutes):
                yield Slot(end, start)

    def draw(self, year, month):
        first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        load = {}
        for slot, _, _ in self.agenda(first, last):
            load[slot.start.day] = load.get(slot.start.day, timedelta()) + slot.length
        print(f"{first:%B %Y}".center(34).rstrip())
        print(" ".join(f"{d:>4}" for d in DAYS))
        for week in calendar.Calendar().monthdayscalendar(year, month):
            cells = ("" if not d else f"{d}{' .:#'[min(3, int(load.get(d, timedelta()) / timedelta(hours=1)))]}" for d in week)
            print(" ".join(f"{c:>4}" for c in cells).rstrip())


planner = Planner()
planner.add("stand-up", "2024-02-01T09:00", 15, "ann bob cid", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20240315", ["2024-02-14"])
planner.add("review", "2024-02-06T14:00", 90, "ann bob", "FREQ=WEEKLY;INTERVAL=2")
planner.add("board", "2024-02-01T15:00", 120, "ann dan", "FREQ=MONTHLY;BYDAY=1TU,-1TH")
planner.add("backup", "2024-01-31T23:30", 60, "cid", "FREQ=MONTHLY")
planner.add("dentist", "2024-02-20T14:30", 45, "bob")
planner.add("course", "2024-02-26T10:00", 240, "bob cid", "FREQ=DAILY;COUNT=4")

for rule, start in [
    ("FREQ=MONTHLY", "2024-01-31"),
    ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2024-02-01"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,MO", "2024-02-27"),
    ("FREQ=DAILY;INTERVAL=10;UNTIL=20240331", "2024-02-27"),
]:
    print(f"{rule:38}", *(f"{d:%a %d %b}" for d in islice(Rule.parse(rule).dates(date.fromisoformat(start)), 4)), sep="  ")
for slot, title, event in planner.agenda(date(2024, 2, 27), date(2024, 2, 29)):
    print(f"{slot.start:%a %d} {slot:%H:%M} {title:9} {' '.join(sorted(event.people))}")
for slot, first, second, people in planner.conflicts(date(2024, 2, 1), date(2024, 3, 10)):
    print(f"conflict {slot.start:%d %b} {slot:%H:%M} {first} / {second}: {', '.join(people)}")
for day in 6, 14, 27:
    slots = planner.free({"ann", "bob"}, date(2024, 2, day), 45)
    print(f"free on {day:2}:", *(f"{s:%H:%M} ({s.length})" for s in slots))
planner.draw(2024, 2)
planner.draw(2024, 3)
for bad in "FREQ=YEARLY", "FREQ=DAILY;COLOUR=red", "BYDAY=XX":
    try:
        print([*Rule.parse(bad).dates(date.today())])
    except (ValueError, KeyError) as error:
        print(f"{type(error).__name__}: {error}")
try:
    Slot(datetime(2024, 1, 1, 10), datetime(2024, 1, 1, 9))
except ValueError as error:
    print(error)
