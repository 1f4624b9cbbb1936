"""A chain of contexts that leads back to itself, and a long one."""


def chain(n):
    if n == 0:
        raise ValueError("start")
    try:
        chain(n - 1)
    except ValueError as error:
        raise ValueError(f"level {n}") if n % 2 else ValueError(f"level {n}") from error


a, b = KeyError("a"), KeyError("b")
a.__context__, b.__context__ = b, a
import traceback

traceback.print_exception(a)
a.__cause__ = a
traceback.print_exception(a)
chain(4)
