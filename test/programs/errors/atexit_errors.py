"""Callbacks of atexit that fail: the others run, in reverse order; SystemExit in one changes nothing."""
import atexit
import sys


@atexit.register
def last():
    print("last")


class Callback:
    def __repr__(self):
        return "<Callback>"

    def __call__(self):
        1 / 0


atexit.register(Callback())
atexit.register(print, "second", end="!\n")
atexit.register(sys.exit, 5)


class Nested(Callback):
    def __call__(self):
        nested()


def nested():
    atexit.register(print, "registered at exit")
    raise KeyError("nested")


atexit.register(Nested())
print("body")
