"""Generators and contexts that fail while they are closed."""
import contextlib
import sys


def bad_finally():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield "ignored"


for make in (bad_finally, ignores):
    g = make()
    next(g)
    try:
        g.close()
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error, repr(error.__context__))


@contextlib.contextmanager
def bad_exit():
    try:
        yield
    finally:
        raise KeyError("while leaving")


def stopper():
    yield next(iter(()))


with contextlib.suppress(RuntimeError):
    next(stopper())
print(sys.exception())
try:
    with bad_exit():
        list(stopper())
except KeyError as error:
    print(repr(error), repr(error.__context__), repr(error.__context__.__context__))
list(stopper())
