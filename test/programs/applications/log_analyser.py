"""An analyser of access logs: made-up logs, streaming parsers, sessions, percentiles, anomalies and a text report."""
import bisect
import random
import re
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from itertools import groupby, islice
from operator import attrgetter
from typing import Iterable, Iterator, NamedTuple


class Entry(NamedTuple):
    ip: str
    user: str | None
    when: datetime
    method: str
    path: str
    status: int
    size: int
    millis: int


LINE = re.compile(r'(?P<ip>[\d.]+) - (?P<user>\S+) \[(?P<when>[^]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) HTTP/\d\.\d" (?P<status>\d{3}) (?P<size>\d+|-) (?P<millis>\d+)$')


def make_log(seed: int, count: int) -> Iterator[str]:
    rng = random.Random(seed)
    when = datetime(2024, 5, 17, 9, 0, tzinfo=timezone(timedelta(hours=2)))
    people = [(f"10.0.0.{n}", rng.choice(["ann", "bob", "-", "cy"])) for n in range(1, 9)]
    paths = ["/", "/search?q=x", "/item/17", "/item/4", "/cart", "/login", "/static/app.js", "/api/v1/items"]
    for n in range(count):
        ip, user = rng.choice(people)
        path = rng.choices(paths, [8, 4, 3, 2, 2, 1, 6, 4])[0]
        status = rng.choices([200, 304, 404, 500, 302], [80, 8, 6, 2, 4])[0]
        millis = int(rng.lognormvariate(3.5, 0.8)) + (900 if status == 500 else 0)
        when += timedelta(seconds=rng.expovariate(1 / 40))
        if n % 61 == 17:
            yield "corrupt " + rng.choice(["line", '"GET / HTTP/1.1"', ""])
        size = "-" if status == 304 else rng.randint(200, 60_000)
        yield f'{ip} - {user} [{when:%d/%b/%Y:%H:%M:%S %z}] "{rng.choice(["GET", "GET", "POST"])} {path} HTTP/1.1" {status} {size} {millis}'
    for n in range(12):
        when += timedelta(seconds=1)
        yield f'10.9.9.9 - - [{when:%d/%b/%Y:%H:%M:%S %z}] "POST /login HTTP/1.1" 401 90 {n}'


class Parser:
    def __init__(self):
        self.rejected: list[tuple[int, str]] = []

    def parse(self, lines: Iterable[str]) -> Iterator[Entry]:
        for number, line in enumerate(lines, 1):
            if not (m := LINE.match(line)):
                self.rejected.append((number, line[:20]))
                continue
            g = m.groupdict()
            yield Entry(g["ip"], None if g["user"] == "-" else g["user"], datetime.strptime(g["when"], "%d/%b/%Y:%H:%M:%S %z"), g["method"], g["path"], int(g["status"]), 0 if g["size"] == "-" else int(g["size"]), int(g["millis"]))


class Histogram:
    BOUNDS = [10, 25, 50, 100, 250, 500, 1000]

    def __init__(self):
        self.counts = [0] * (len(self.BOUNDS) + 1)
        self.values = []

    def add(self, value):
        self.counts[bisect.bisect_left(self.BOUNDS, value)] += 1
        bisect.insort(self.values, value)

    def percentile(self, p):
        rank = (len(self.values) - 1) * p / 100
        low = int(rank)
        high = min(low + 1, len(self.values) - 1)
        return self.values[low] + (self.values[high] - self.values[low]) * (rank - low)

    def bars(self, width=30):
        most = max(self.counts)
        labels = [f"<= {b}" for b in self.BOUNDS] + [f"> {self.BOUNDS[-1]}"]
        for label, n in zip(labels, self.counts):
            yield f"{label:>8} {'#' * (n * width // most):<{width}} {n}"


def sessions(entries: Iterable[Entry], gap=timedelta(minutes=5)):
    for ip, visits in groupby(sorted(entries, key=attrgetter("ip", "when")), key=attrgetter("ip")):
        current: list[Entry] = []
        for entry in visits:
            if current and entry.when - current[-1].when > gap:
                yield ip, current
                current = []
            current.append(entry)
        yield ip, current


def bursts(entries, limit=10, window=timedelta(seconds=30)):
    """Addresses that fail often within a short time."""
    failures = defaultdict(list)
    for e in entries:
        if e.status in (401, 403, 404):
            times = failures[e.ip]
            times.append(e.when)
            while times[0] < e.when - window:
                times.pop(0)
            if len(times) == limit:
                yield e.ip, times[0], e.when


def table(rows, heads):
    cells = [[str(c) for c in row] for row in rows]
    widths = [max(len(h), *(len(r[i]) for r in cells)) for i, h in enumerate(heads)]
    yield "  ".join(h.ljust(w) for h, w in zip(heads, widths))
    yield "  ".join("-" * w for w in widths)
    for row in cells:
        yield "  ".join(c.rjust(w) if c.replace(".", "").replace("%", "").isdigit() else c.ljust(w) for c, w in zip(row, widths))


def human(size):
    for unit in ("B", "kB", "MB"):
        if size < 1000 or unit == "MB":
            return f"{size:.1f} {unit}" if unit != "B" else f"{size} B"
        size /= 1000


parser = Parser()
entries = list(parser.parse(make_log(31, 400)))
print(f"{len(entries)} entries, {len(parser.rejected)} rejected:", *parser.rejected[:3])
print(f"from {entries[0].when} to {entries[-1].when.astimezone(timezone.utc)}, {entries[-1].when - entries[0].when}")
statuses = Counter(e.status // 100 for e in entries)
print(", ".join(f"{k}xx {v} ({v / len(entries):.1%})" for k, v in sorted(statuses.items())))
by_path = defaultdict(list)
for e in entries:
    by_path[re.sub(r"\d+", "N", e.path.partition("?")[0])].append(e)
rows = []
for path, hits in sorted(by_path.items(), key=lambda p: (-len(p[1]), p[0])):
    h = Histogram()
    for e in hits:
        h.add(e.millis)
    rows.append((path, len(hits), human(sum(e.size for e in hits)), f"{h.percentile(50):.1f}", f"{h.percentile(95):.1f}", f"{sum(e.status >= 400 for e in hits) / len(hits):.1%}"))
print(*table(rows, ("path", "hits", "bytes", "median", "p95", "errors")), sep="\n")
histogram = Histogram()
for e in entries:
    histogram.add(e.millis)
print(*histogram.bars(), sep="\n")
found = list(sessions(entries))
longest = sorted(found, key=lambda s: (s[1][0].when - s[1][-1].when, s[0]))[:3]
print(len(found), "sessions;", *(f"{ip}: {len(v)} in {v[-1].when - v[0].when}" for ip, v in longest), sep="\n  ")
print("users:", dict(Counter(e.user for e in entries if e.user).most_common()))
hours = Counter(e.when.replace(minute=e.when.minute // 30 * 30, second=0) for e in entries)
for when, n in islice(sorted(hours.items()), 6):
    print(f"{when:%H:%M} {n:>3} {'*' * (n // 2)}")
for ip, first, last in bursts(entries):
    print(f"suspicious: {ip} between {first:%H:%M:%S} and {last:%H:%M:%S}")
transitions = Counter()
for _, visit in found:
    steps = [e.path.partition("?")[0] for e in visit]
    transitions.update(zip(steps, steps[1:]))
print(*(f"{a} -> {b}: {n}" for (a, b), n in sorted(transitions.items(), key=lambda t: (-t[1], t[0]))[:4]), sep="\n")
slow = max(entries, key=attrgetter("millis"))
print(slow._replace(when=slow.when.isoformat()), min(e.size for e in entries if e.size))
