"""time.tzset and TZ: names of zones, rules in POSIX's notation, and what is neither."""
import datetime
import os
import time

MOMENTS = 0, 1751328000, 1735689600, 86400 * 365 * 40, 1743296400, 1743296399, 1761440400, 1761440399, 1710046800

ZONES = """UTC Europe/Berlin America/New_York Asia/Kolkata Australia/Sydney Europe/London :Europe/Paris CET-1CEST,M3.5.0,M10.5.0/3
XXX-3 GMT0BST,M3.5.0/1,M10.5.0 <+03>-3 UTC+3 AEST-10AEDT,M10.1.0,M4.1.0/3 EST5EDT,M3.2.0,M11.1.0 PST8PDT,J60,J300 AAA3BBB,59,300/25:30:15
NZST-12NZDT,M9.5.0,M4.1.0/3 abc utc 5 ab3 EST+05:30 IST-1GMT0,M10.5.0,M3.5.0/1""".split() + ["", ":"]


for zone in ZONES:
    os.environ['TZ'] = zone
    time.tzset()
    print(repr(zone), time.timezone, time.altzone, time.daylight, time.tzname)
    for moment in MOMENTS:
        local = time.localtime(moment)
        print(tuple(local), local.tm_zone, local.tm_gmtoff, time.strftime('%Z %z', local), time.mktime(local), time.ctime(moment))
    print([time.mktime((2025, month, day, 2, 30, 0, 0, 0, dst)) for month, day in ((1, 1), (7, 1)) for dst in (-1, 0, 1)])
    print(datetime.datetime.fromtimestamp(1751328000).astimezone(), datetime.datetime(2025, 1, 1).astimezone().tzname())
