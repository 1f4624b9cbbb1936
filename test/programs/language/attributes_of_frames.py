"""Attributes of frames, code objects, tracebacks and modules, read in hot functions while what they tell changes."""

import sys
import types


def lines(count):
    frame = sys._getframe()
    found = []
    for _ in range(count):
        found.append(frame.f_lineno)
        found.append(
            frame.f_lineno
        )
        frame.f_lasti
    return sorted(set(line - frame.f_code.co_firstlineno for line in found))


def depth():
    frame = sys._getframe()
    count = 0
    while frame is not None:
        count += 1
        frame = frame.f_back
    return count


def nested(levels):
    return depth() if levels == 0 else nested(levels - 1)


def callers():
    frame = sys._getframe(1)
    names = []
    while frame is not None and frame.f_code.co_name != "<module>":
        names.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_globals is globals()))
        frame = frame.f_back
    return names


def inner():
    return callers()


def outer(n):
    if n % 2:
        return inner()

    return inner()


def raising(n):
    if n == 0:
        raise ValueError("deep")
    raising(n - 1)


def levels(n):
    try:
        raising(n)
    except ValueError as error:
        traceback = error.__traceback__
        found = []
        while traceback is not None:
            found.append(traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno)
            traceback = traceback.tb_next
        return error.args, found


class Lazy(types.ModuleType):
    @property
    def computed(self):
        return "computed"


plain = types.ModuleType("plain")
lazy = Lazy("lazy")
asked = []


def fallback(name):
    asked.append(name)
    if name == "wanted":
        return 5
    raise AttributeError(name)


def attributes(module, names):
    return [(hasattr(module, name), getattr(module, name, None)) for name in names]


class Many:
    def __init__(self, n):
        self.a = n
        self.b = n + 1
        self.c = n + 2
        self.d = n + 3
        self.e = n + 4
        self.f = n / 2
        self.g = str(n)
        if n % 3 == 0:
            self.h = n
        self.i = -n


class SlotsFirst:
    __slots__ = ("p", "q", "r", "s", "t", "__dict__")

    def __init__(self, n):
        self.z = n
        self.y = n + 1
        self.x = n + 2
        if n % 2:
            self.t = n


class Record:
    def __init__(self, a, b, c, d, e, f, g, h=8, i=9, **rest):
        self.all = (a, b, c, d, e, f, g, h, i, rest)


def records(count):
    return [Record(n, 2, 3, 4, 5, 6, 7, extra=n) if n % 2 else Record(n, 2, 3, 4, 5, 6, 7, 0) for n in range(count)]


for _ in range(300):
    result = lines(5), nested(3) - nested(1), levels(3), outer(0), outer(1)
print(*result, sep="\n")
for module in plain, lazy:
    for _ in range(300):
        found = attributes(module, ["__name__", "here", "computed"])
    print(found)
    module.here = 1
    print(attributes(module, ["__name__", "here", "computed"]))
plain.__getattr__ = fallback
print(attributes(plain, ["wanted", "unwanted"]), asked)
for _ in range(300):
    many = [Many(n) for n in range(7)]
    slots = [SlotsFirst(n) for n in range(4)]
    made = records(4)
print([vars(each) for each in many])
print([(vars(each), hasattr(each, "t")) for each in slots])
print([each.all for each in made])
try:
    Record(1, 2, 3)
except TypeError as error:
    print(error)
