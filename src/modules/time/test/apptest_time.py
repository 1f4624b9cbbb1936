"""time: moments as numbers, tuples and text. The time zone is UTC here."""

import os
import time

from apptest_checks import table_check

check = table_check(globals())

os.environ['TZ'] = 'UTC'
time.tzset()
leap = (2024, 2, 29, 12, 30, 45, 3, 60, 0)


def test_conversions():
    check(r"""
time.gmtime(0), time.gmtime(1e9)[:6], time.gmtime(-1)[:6], time.gmtime(1709209845.9)[:6], time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff  -->  (time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0), (2001, 9, 9, 1, 46, 40), (1969, 12, 31, 23, 59, 59), (2024, 2, 29, 12, 30, 45), 'GMT', 0)
time.localtime(86400)[:3], time.mktime(leap), time.mktime((1970, 1, 1, 0, 0, 0, 0, 0, 0)), time.mktime((1969, 12, 31, 23, 59, 58, 0, 0, 0))  -->  ((1970, 1, 2), 1709209845.0, 0.0, -2.0)
time.asctime(leap), time.asctime((1, 1, 1, 0, 0, 0, 0, 1, 0)), time.ctime(0), time.ctime(1e9), time.ctime(-1e9)  -->  ('Thu Feb 29 12:30:45 2024', 'Mon Jan  1 00:00:00 1', 'Thu Jan  1 00:00:00 1970', 'Sun Sep  9 01:46:40 2001', 'Sun Apr 24 22:13:20 1938')
time.gmtime('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
time.gmtime(float('nan'))  -->  ValueError: Invalid value NaN (not a number)
time.gmtime(1e30)  -->  OverflowError: timestamp out of range for platform time_t
time.gmtime(None) is not None  -->  True
time.mktime(1)  -->  TypeError: Tuple or struct_time argument required
time.mktime((1, 2))  -->  TypeError: mktime(): illegal time tuple argument
time.mktime((1 << 40, 1, 1, 0, 0, 0, 0, 0, 0))  -->  OverflowError: signed integer is greater than maximum
time.asctime((2024, 13, 1, 0, 0, 0, 0, 1, 0))  -->  ValueError: month out of range
time.asctime((2024, 1, 1, 0, 0, 0, 0, 1))  -->  TypeError: asctime(): illegal time tuple argument
time.asctime(1)  -->  TypeError: Tuple or struct_time argument required
time.ctime('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
time.timezone, time.altzone, time.daylight, time.tzname  -->  (0, 0, 0, ('UTC', 'UTC'))
""")


def test_formatting():
    check(r"""
time.strftime('%Y-%m-%d %H:%M:%S', leap), time.strftime('%a %A %b %B %j %U %W %w %y %p %I', leap), time.strftime('%%', leap), time.strftime('', leap)  -->  ('2024-02-29 12:30:45', 'Thu Thursday Feb February 060 08 09 4 24 PM 12', '%', '')
time.strftime('%c|%x|%X', leap), time.strftime('%d %e %F %T %R %D %h %n %t', leap), time.strftime('%G %V %u', leap), time.strftime('%Z %z', leap)  -->  ('Thu Feb 29 12:30:45 2024|02/29/24|12:30:45', '29 29 2024-02-29 12:30:45 12:30 02/29/24 Feb \n \t', '2024 09 4', 'UTC +0000')
time.strftime('\u00e9 %Y', leap), time.strftime('%Y', (99, 1, 1, 0, 0, 0, 0, 1, 0)), time.strftime('%s', time.gmtime(5))  -->  ('é 2024', '99', '5')
time.strftime('%Y', (2024, 1, 1))  -->  TypeError: strftime(): illegal time tuple argument
time.strftime(1)  -->  TypeError: strftime() argument 1 must be str, not int
time.strftime('%Y', 1)  -->  TypeError: Tuple or struct_time argument required
time.strftime('%d', (2024, 1, 40, 0, 0, 0, 0, 1, 0))  -->  ValueError: day of month out of range
time.strptime('29 Feb 2024', '%d %b %Y')[:8], time.strptime('12:30', '%H:%M')[:6]  -->  ((2024, 2, 29, 0, 0, 0, 3, 60), (1900, 1, 1, 12, 30, 0))
time.strptime('x', '%d')  -->  ValueError: time data 'x' does not match format '%d'
time.strptime('31 Feb', '%d %b')  -->  ValueError: day 31 must be in range 1..28 for month 2 in year 1900
""")


def test_clocks():
    check(r"""
time.time() > 1e9, time.time_ns() > 10**18, time.monotonic() <= time.monotonic(), time.perf_counter_ns() > 0, time.process_time() >= 0  -->  (True, True, True, True, True)
type(time.monotonic_ns()), type(time.thread_time()), time.clock_gettime(time.CLOCK_REALTIME) > 1e9, time.clock_gettime_ns(time.CLOCK_MONOTONIC) > 0  -->  (<class 'int'>, <class 'float'>, True, True)
time.get_clock_info('time').adjustable, time.get_clock_info('monotonic').monotonic, time.get_clock_info('time').implementation  -->  (True, True, 'clock_gettime(CLOCK_REALTIME)')
time.get_clock_info('other')  -->  ValueError: unknown clock
time.get_clock_info(1)  -->  TypeError: get_clock_info() argument 1 must be str, not int
time.sleep(0), time.sleep(0.001)  -->  (None, None)
time.sleep(-1)  -->  ValueError: sleep length must be non-negative
time.sleep('a')  -->  TypeError: 'str' object cannot be interpreted as an integer or float
time.sleep()  -->  TypeError: time.sleep() takes exactly one argument (0 given)
time.sleep(float('nan'))  -->  ValueError: Invalid value NaN (not a number)
time.sleep(1e30)  -->  OverflowError: timestamp out of range for C PyTime_t
time.clock_gettime('a')  -->  TypeError: clk_id should be integer, not str
time.time(1)  -->  TypeError: time.time() takes no arguments (1 given)
""")
