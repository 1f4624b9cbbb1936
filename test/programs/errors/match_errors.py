"""Errors inside of match statements: failing patterns, guards, class patterns."""
import traceback


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class BadArgs:
    __match_args__ = ["x"]


class BadName:
    __match_args__ = (5,)


class Raises:
    @property
    def x(self):
        raise RuntimeError("x fails")


def run(subject, case):
    source = f"match subject:\n    case {case}:\n        print('matched', {case!r})\n    case _:\n        print('no match', {case!r})\n"
    try:
        exec(compile(source, "<match>", "exec"), {**globals(), "subject": subject})
    except Exception as error:
        print(*traceback.format_exception_only(error), sep="", end="")


for subject, case in ((Point(1, 2), "Point(1, 2, 3)"), (Point(1, 2), "Point(1, x=1)"), (BadArgs(), "BadArgs(1)"), (BadName(), "BadName(1)"), (Raises(), "Raises(x=1)"), (5, "undefined()"), (5, "x if 1 / 0"), (5, "run()"), (5, "int(a, b)"), (5, "int(5)"), ("a", "str('a')"), ({"a": 1}, "{'a': 1, **rest}"), (5, "traceback.nothing"), ([1], "[*a, *b]"), (5, "x | y"), (5, "x, x"), (5, "{'a': 1, 'a': 2}"), (5, "{**rest, 'a': 1}"), (5, "Point(x=1, x=2)"), (5, "1 + 1"), (5, "-x"), (5, "f'x'"), (5, "a.b.c"), (5, "x as _"), (5, "_ as x | y"), (5, "x as y.z"), (5, "{**_}"), (5, "(1 | x) as z"), (5, "-1 + 2j"), (5, "1 - 2"), (5, "None()"), (5, "a := 1")):
    run(subject, case)


def last(value):
    match value:
        case [Point(x=0), *_] | {"k": Point(y=[_, {"deep": 1 | 2}])}:
            return "?"
        case Point(x=int() as n) if n / (n - 1):
            return n


print(last(Point(3, 4)), last(Point("a", 1)))
last(Point(1, 0))
