"""datetime: dates, times, zones, durations, parsing and printing."""
import datetime as dt
import pickle
from datetime import date, datetime, time, timedelta, timezone, tzinfo

# -- dates -----------------------------------------------------------------------------------------------------

d = date(2024, 2, 29)
print(d, repr(d), d.weekday(), d.isoweekday(), tuple(d.isocalendar()), d.timetuple().tm_yday, d.toordinal(), d.ctime())
print(d.replace(year=2025, day=1), d + timedelta(days=366), d - date(2023, 12, 25), date.fromordinal(738945), date.min, date.max)
print(date.fromisoformat("20240229"), date.fromisoformat("2024-W09-4"), date.fromisocalendar(2020, 53, 5), d.strftime("%A %d %B %Y, day %j, week %U/%W/%V of %G, %y %m %b %a %u %w %%"))
print(sorted([date(2024, 5, 1), date(2023, 1, 1), d]), d < date(2024, 3, 1), d == datetime(2024, 2, 29), hash(d) == hash(date(2024, 2, 29)), f"{d:%d/%m/%y}")
for attempt in [lambda: date(2023, 2, 29), lambda: date(0, 1, 1), lambda: date(2024, 13, 1), lambda: date.fromisoformat("2024-2-9"), lambda: d < "x", lambda: date.max + timedelta(1), lambda: date.fromisocalendar(2021, 53, 1), lambda: d.replace(month=0), lambda: d + 1, lambda: date("2024")]:
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, "-", error if isinstance(error, ValueError) else "refused")


def months_later(start, months):
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, start.day)


print([str(months_later(date(2024, 1, 31), n)) for n in (1, 2, 13, -2)])

# -- durations -------------------------------------------------------------------------------------------------

t = timedelta(days=1, hours=-3, minutes=90, seconds=0.5, milliseconds=250, weeks=1)
print(t, repr(t), t.days, t.seconds, t.microseconds, t.total_seconds(), -t, abs(-t) == t, bool(timedelta()))
print(t * 2, t / 2, t // 7, t * 0.1, t / timedelta(hours=1), t // timedelta(hours=1), t % timedelta(hours=1), divmod(t, timedelta(days=1)), timedelta(microseconds=-1))
print(timedelta.max, timedelta.min, timedelta.resolution, sum([timedelta(hours=h) for h in range(5)], timedelta()), timedelta(seconds=1.0000005), timedelta(days=-1, seconds=86399))
for attempt in [lambda: timedelta(days=10**10), lambda: t + 1, lambda: timedelta("1"), lambda: t / 0, lambda: t < 3, lambda: timedelta(1) // timedelta(0), lambda: timedelta(float("nan"))]:
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, "-", error if isinstance(error, ValueError) else "refused")

# -- times and datetimes ---------------------------------------------------------------------------------------

clock = time(9, 5, 30, 1500)
print(clock, repr(clock), clock.isoformat("minutes"), clock.isoformat("milliseconds"), clock.replace(microsecond=0), time.fromisoformat("T04:23:01.5"), time(23, 59, 60 - 1).strftime("%I:%M:%S %p %f"))
moment = datetime(2024, 5, 17, 13, 7, 9, 123456)
print(moment, repr(moment), moment.isoformat(sep=" ", timespec="seconds"), moment.date(), moment.time(), moment.replace(microsecond=0).ctime())
print(moment.strftime("%Y-%m-%dT%H:%M:%S.%f %I%p %c|%x|%X %Z%z"), f"{moment:%H:%M}", moment.timetuple()[:6], moment + timedelta(hours=11), moment - datetime(2024, 1, 1))
for text in ["2024-05-17", "2024-05-17 13:07", "2024-05-17T13:07:09.5Z", "20240517T130709+0230", "2024-W20-5T01", "2024-05-17T13:07:09,123-05:00:30", "2024-05-17T24:00"]:
    print(text, "->", datetime.fromisoformat(text))
for text, pattern in [("17/05/24 1:07 PM", "%d/%m/%y %I:%M %p"), ("Fri May 17 2024", "%a %b %d %Y"), ("2024 138", "%Y %j"), ("12:30:05.25 +0130", "%H:%M:%S.%f %z"), ("2024-20-5", "%G-%V-%u"), ("  3 December 99", " %d %B %y"), ("100%", "%j%%")]:
    print(pattern, "->", datetime.strptime(text, pattern))
for text, pattern in [("31/02/2024", "%d/%m/%Y"), ("x", "%Y"), ("2024x", "%Y"), ("1", "%Q"), ("2024-20", "%G-%V"), ("12", "%"), ("24", "%I")]:
    try:
        print(datetime.strptime(text, pattern))
    except ValueError as error:
        print("ValueError -", error)
for text in ["2024-13-01", "nonsense", "2024-05-17T25:00", ""]:
    try:
        print(datetime.fromisoformat(text))
    except ValueError as error:
        print("ValueError -", error)

# -- zones -----------------------------------------------------------------------------------------------------

utc, india, odd = timezone.utc, timezone(timedelta(hours=5, minutes=30), "IST"), timezone(-timedelta(hours=3, seconds=15))
aware = datetime(2024, 5, 17, 13, 0, tzinfo=utc)
print(aware, aware.astimezone(india), aware.astimezone(odd), aware == aware.astimezone(india), aware.utcoffset(), india.tzname(None), odd, repr(india), dt.UTC is utc)
print(aware.timestamp(), datetime.fromtimestamp(1e9, utc), datetime.fromtimestamp(-1.5, utc), datetime.fromtimestamp(1715950800, india).isoformat(), aware.strftime("%z %:z %Z"), aware.utctimetuple().tm_hour)
for attempt in [lambda: aware < moment, lambda: aware - moment, lambda: timezone(timedelta(hours=24)), lambda: datetime(2024, 1, 1, 24), lambda: datetime.fromtimestamp(1e20, utc), lambda: moment.replace(tzinfo="UTC")]:
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError, OSError) as error:
        print(type(error).__name__, "-", error if isinstance(error, ValueError) else "refused")
print(aware == moment, moment.tzinfo, time(12, tzinfo=india).utcoffset())


class Eastern(tzinfo):
    """US Eastern time with the rules since 2007."""

    def dst(self, when):
        naive = when.replace(tzinfo=None)
        start = self.sunday(datetime(when.year, 3, 8, 2))
        end = self.sunday(datetime(when.year, 11, 1, 2))
        if start + timedelta(hours=1) <= naive < end - timedelta(hours=1):
            return timedelta(hours=1)
        if end - timedelta(hours=1) <= naive < end:
            return timedelta(0) if when.fold else timedelta(hours=1)
        if start <= naive < start + timedelta(hours=1):
            return timedelta(hours=1) if when.fold else timedelta(0)
        return timedelta(0)

    @staticmethod
    def sunday(when):
        return when + timedelta((6 - when.weekday()) % 7)

    def utcoffset(self, when):
        return timedelta(hours=-5) + self.dst(when)

    def tzname(self, when):
        return "EDT" if self.dst(when) else "EST"


eastern = Eastern()
for month, day, hour in [(1, 1, 12), (3, 10, 7), (7, 4, 16), (11, 3, 5), (11, 3, 7)]:
    u = datetime(2024, month, day, hour, tzinfo=utc)
    print(u, "=", u.astimezone(eastern), u.astimezone(eastern).tzname())
fold = datetime(2024, 11, 3, 1, 30, tzinfo=eastern)
print(fold.utcoffset(), fold.replace(fold=1).utcoffset(), repr(fold.replace(fold=1))[:36])
print(pickle.loads(pickle.dumps(aware)) == aware, pickle.loads(pickle.dumps(t)) == t, pickle.loads(pickle.dumps(clock)), pickle.loads(pickle.dumps(india)))


class Stamp(datetime):
    def __add__(self, other):
        return super().__add__(timedelta(days=other) if isinstance(other, int) else other)


s = Stamp(2024, 1, 30)
print(s + 3, type(s + 3).__name__, type(s.replace(day=2)).__name__, datetime.combine(date(2020, 1, 2), clock, utc), Stamp.fromisoformat("2020-02-02").date())
