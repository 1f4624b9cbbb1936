"""Arguments that are times: spans, which fit into 64 bits as nanoseconds, and moments, which do as seconds."""

import _signal
import _thread
import decimal
import os
import socket
import tempfile
import time

from apptest_checks import table_check

check = table_check(globals())
nan = float('nan')
inf = float('inf')


class Index:
    def __index__(self):
        return 0


class Pair:
    """What divmod makes of it is the argument."""

    def __init__(self, pair):
        self.pair = pair

    def __divmod__(self, other):
        return self.pair


file = tempfile.NamedTemporaryFile()


def timer(delay, interval=0):
    """Sets the timer of computing time, which is then switched off."""
    try:
        return _signal.setitimer(_signal.ITIMER_VIRTUAL, delay, interval)
    finally:
        _signal.setitimer(_signal.ITIMER_VIRTUAL, 0)


def lock(timeout):
    return _thread.allocate_lock().acquire(True, timeout)


def timeout(seconds):
    with socket.socket() as end:
        end.settimeout(seconds)
        return end.gettimeout()


def modified(*times, **keywords):
    """The seconds that the file's time of access is then."""
    os.utime(file.name, *times, **keywords)
    return os.stat(file.name).st_atime_ns // 10**9


def test_spans():
    check(r"""
time.sleep(-2**63)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(-2**63 - 1)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(-9223372037)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(-9223372036)  -->  ValueError: sleep length must be non-negative
time.sleep(-1e-10)  -->  ValueError: sleep length must be non-negative
time.sleep(-1e300)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(-inf)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(inf)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(2**63)  -->  OverflowError: timestamp out of range for C PyTime_t
time.sleep(9223372036)  -->  OSError: [Errno 22] Invalid argument
time.sleep(Index())  -->  None
time.sleep(decimal.Decimal(0))  -->  TypeError: 'decimal.Decimal' object cannot be interpreted as an integer or float
time.sleep(None)  -->  TypeError: 'NoneType' object cannot be interpreted as an integer or float
timer(nan)  -->  ValueError: Invalid value NaN (not a number)
timer(inf)  -->  OverflowError: timestamp out of range for C PyTime_t
timer(0, nan)  -->  ValueError: Invalid value NaN (not a number)
timer(-inf)  -->  OverflowError: timestamp out of range for C PyTime_t
timer(-1)  -->  ItimerError: [Errno 22] Invalid argument
timer(2**63)  -->  OverflowError: timestamp out of range for C PyTime_t
timer(1e300)  -->  OverflowError: timestamp out of range for C PyTime_t
timer('1')  -->  TypeError: 'str' object cannot be interpreted as an integer or float
timer(100, 100)  -->  (0.0, 0.0)
lock(nan)  -->  ValueError: Invalid value NaN (not a number)
lock(-inf)  -->  OverflowError: timestamp out of range for C PyTime_t
lock(-2**63)  -->  OverflowError: timestamp out of range for C PyTime_t
lock(-2)  -->  ValueError: timeout value must be a non-negative number
lock(9223372036.8)  -->  True
lock(9223372036.9)  -->  OverflowError: timestamp out of range for C PyTime_t
timeout(nan)  -->  ValueError: Invalid value NaN (not a number)
timeout(-1)  -->  ValueError: Timeout value out of range
timeout(-inf)  -->  OverflowError: timestamp out of range for C PyTime_t
timeout(9223372036.8)  -->  9223372036.8
timeout(9223372036.9)  -->  OverflowError: timestamp out of range for C PyTime_t
timeout(decimal.Decimal(1))  -->  TypeError: 'decimal.Decimal' object cannot be interpreted as an integer or float
time.clock_settime(time.CLOCK_MONOTONIC, nan)  -->  ValueError: Invalid value NaN (not a number)
time.clock_settime(time.CLOCK_MONOTONIC, inf)  -->  OverflowError: timestamp out of range for C PyTime_t
time.clock_settime(time.CLOCK_MONOTONIC, -1)  -->  OSError: [Errno 22] Invalid argument
time.clock_settime(time.CLOCK_MONOTONIC, '1')  -->  TypeError: 'str' object cannot be interpreted as an integer or float
time.clock_gettime(2**64)  -->  TypeError: clk_id should be integer, not int
time.clock_gettime(Index()) > 0  -->  True
_signal.sigtimedwait([], nan)  -->  ValueError: Invalid value NaN (not a number)
_signal.sigtimedwait([], -1)  -->  ValueError: timeout must be non-negative
_signal.sigtimedwait([], '1')  -->  TypeError: 'str' object cannot be interpreted as an integer or float
_signal.sigtimedwait([], 0)  -->  None
""")


def test_moments():
    check(r"""
time.gmtime(67768036191676799)[:6]  -->  (-2147481749, 12, 31, 23, 59, 59)
time.gmtime(67768036191676800)  -->  OSError: [Errno 75] Value too large for defined data type
time.gmtime(-67768040609740800)[:6]  -->  (-2147481748, 1, 1, 0, 0, 0)
time.gmtime(-67768040609740801)  -->  OSError: [Errno 75] Value too large for defined data type
time.gmtime(2**55 + 1)[:6]  -->  (1141709097, 6, 13, 6, 26, 9)
time.gmtime(-2**63)  -->  OSError: [Errno 75] Value too large for defined data type
time.gmtime(-2**63 - 1)  -->  OverflowError: timestamp out of range for platform time_t
time.ctime(67768036191676799)  -->  'Wed Dec 31 23:59:59 -2147481749'
time.ctime(2**62)  -->  OSError: [Errno 75] Value too large for defined data type
time.gmtime(-0.5)[:6]  -->  (1969, 12, 31, 23, 59, 59)
time.mktime((2**31, 1, 1, 0, 0, 0, 0, 0, 0))  -->  OverflowError: signed integer is greater than maximum
time.mktime((-2**31 - 1, 1, 1, 0, 0, 0, 0, 0, 0))  -->  OverflowError: signed integer is less than minimum
time.mktime((2**63, 1, 1, 0, 0, 0, 0, 0, 0))  -->  OverflowError: Python int too large to convert to C long
modified((5, 6)), modified((-1.5, 6)), modified((1.9999, 0)), modified(ns=(-5 * 10**9, 1))  -->  (5, -2, 1, -5)
modified((nan, 0))  -->  ValueError: Invalid value NaN (not a number)
modified((-inf, 0))  -->  OverflowError: timestamp out of range for platform time_t
modified((2**63, 0))  -->  OverflowError: timestamp out of range for platform time_t
modified(('1', 0))  -->  TypeError: argument must be int or float, not str
modified(ns=('1', 0))  -->  TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
modified(ns=(1.0, 0))  -->  TypeError: 'float' object cannot be interpreted as an integer
modified(ns=(2**63 * 10**9, 0))  -->  OverflowError: timestamp out of range for platform time_t
modified(ns=(Pair((7, 8)), 0))  -->  7
modified(ns=(Pair((7, 8, 9)), 0))  -->  TypeError: Pair.__divmod__() must return a 2-tuple, not tuple
modified(ns=(Pair(('7', 8)), 0))  -->  TypeError: 'str' object cannot be interpreted as an integer
""")


def test_fields_out_of_range():
    answers = []
    for year, weekday in ((-(2**31) + 1899, 0), (-(2**31) + 1900, 0), (2000, -1), (2000, -2), (2000, -7), (2000, -8), (2000, 13)):
        for function in (time.asctime, lambda fields: time.strftime('%a %Y', fields)):
            try:
                answers.append(function((year, 1, 1, 0, 0, 0, weekday, 1, -1)))
            except (OverflowError, ValueError) as error:
                answers.append(str(error))
    assert answers == [
        'year out of range', 'year out of range', 'Mon Jan  1 00:00:00 -2147481748', 'Mon -2147481748',
        'Sun Jan  1 00:00:00 2000', 'Sun 2000', 'day of week out of range', 'day of week out of range',
        'day of week out of range', 'day of week out of range', 'Sun Jan  1 00:00:00 2000', 'Sun 2000',
        'Sun Jan  1 00:00:00 2000', 'Sun 2000',
    ]  # fmt: skip
