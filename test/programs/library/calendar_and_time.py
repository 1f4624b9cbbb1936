"""calendar, and the parts of time that do not look at the clock."""
import calendar
import time
from datetime import date

print(calendar.TextCalendar().formatmonth(2024, 2))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10, w=4, l=1))
print(calendar.calendar(2025, w=2, l=1, c=4, m=4))
print(calendar.HTMLCalendar().formatmonth(2024, 2))
print([calendar.isleap(y) for y in (1900, 2000, 2023, 2024)], calendar.leapdays(1900, 2001), calendar.weekday(1969, 7, 20), calendar.monthrange(2024, 2))
print(calendar.monthcalendar(2024, 9), list(calendar.day_name), list(calendar.month_abbr), calendar.THURSDAY, repr(calendar.JANUARY))
c = calendar.Calendar(firstweekday=6)
print(list(c.iterweekdays()), [str(d) for d in c.itermonthdates(2024, 2)][:3], list(c.itermonthdays(2024, 2))[:7], list(c.itermonthdays2(2024, 2))[3:6], list(c.itermonthdays4(2024, 2))[:1])
print([[d.day for d in week] for week in c.monthdatescalendar(2024, 12)], len(c.yeardayscalendar(2024, 3)))
for attempt in [lambda: calendar.monthrange(2024, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.weekday(2024, 2, 30), lambda: calendar.Month(14)]:
    try:
        print(attempt())
    except ValueError as error:
        print(type(error).__name__, "-", error)
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.firstweekday(), calendar.weekheader(3))
calendar.prmonth(2024, 5)
calendar.setfirstweekday(0)


def third_fridays(year):
    return [next(d for d in calendar.Calendar().itermonthdates(year, m) if d.month == m and d.weekday() == 4 and d.day > 14) for m in range(1, 13)]


print(*third_fridays(2024))
print("Fridays the 13th:", [f"{y}-{m:02}" for y in range(2023, 2027) for m in range(1, 13) if date(y, m, 13).weekday() == 4])

# -- time ------------------------------------------------------------------------------------------------------

g = time.gmtime(1_000_000_000)
print(g, g.tm_year, g[:3], tuple(g) == g, time.asctime(g), time.strftime("%Y/%m/%d %H:%M:%S %j %a %A %b %B %p %I %U %w %y", g), calendar.timegm(g))
print(time.gmtime(0), time.gmtime(-1).tm_year, time.strptime("30 Nov 00", "%d %b %y"), time.strptime("Mon Sep  3 2001"[4:], "%b %d %Y")[:8], sep="\n")
made = time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0))
print(made, made.tm_zone, time.strftime("%H:%M", made), len(made), made == (2024, 1, 2, 3, 4, 5, 1, 2, 0), made.n_fields, made.n_sequence_fields)
for attempt in [lambda: time.strftime("%Y", (1, 2)), lambda: time.strptime("a", "%Y"), lambda: time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0)), lambda: time.struct_time((1,)), lambda: time.gmtime(1e30), lambda: time.sleep(-1), lambda: time.sleep("a"), lambda: time.strftime("%H", (2024, 1, 1, 25, 0, 0, 0, 1, 0))]:
    try:
        print(attempt())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, "-", error)
start = time.perf_counter(), time.monotonic(), time.process_time(), time.time_ns()
time.sleep(0.01)
end = time.perf_counter(), time.monotonic(), time.process_time(), time.time_ns()
print([a <= b for a, b in zip(start, end)], end[0] - start[0] >= 0.0099, isinstance(end[3], int))
info = time.get_clock_info("monotonic")
print(info.monotonic, info.adjustable)
