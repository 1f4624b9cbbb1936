"""A return in a block that is left by code goes back to its line, if the value is not there."""
import sys


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def within(a):
    with Manager(
    ):
        if a: return (
            a
        )
        return [
            a,
        ]


def finally_(a):
    try:
        if a: return (
            a
        )
        return {
            a:
            a}
    finally:
        a = 1


def handler(a):
    try:
        raise KeyError
    except KeyError as e:
        return (
            a,
        )


def loop(a):
    for x in (1, 2):
        with Manager():
            return (
                x
                + a)


def show(function, *arguments):
    lines = []

    def trace(frame, event, arg):
        if frame.f_code is not function.__code__:
            return None
        lines.append((event, frame.f_lineno - function.__code__.co_firstlineno))
        return trace

    sys.settrace(trace)
    function(*arguments)
    sys.settrace(None)
    print(function.__name__, *arguments, lines)


for function in (within, finally_, handler, loop):
    for a in (0, 1):
        show(function, a)
