"""A recursion without end: the repeated lines are counted, not shown."""


def down(n):
    return down(n + 1)


def ping(n):
    return pong(n)


def pong(n):
    if n == 0:
        raise ValueError("bottom")
    return ping(n - 1)


import traceback

try:
    ping(30)
except ValueError:
    print(traceback.format_exc().count("in pong"))


def finite(n):
    return 1 / n if n < 1 else finite(n - 1)


finite(20)
