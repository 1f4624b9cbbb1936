"""`getattr` with names that are values, in hot code, of properties and whatever else attributes are."""

import sys
import traceback


class Loop:
    kind = "loop"

    def __init__(self, index):
        self.index = index

    @property
    def parity(self):
        return ("even", "odd")[self.index % 2]

    @property
    def half(self):
        return self.index // 2

    @property
    def caller(self):
        return sys._getframe(1).f_code.co_name

    @property
    def refusing(self):
        if self.index % 50 == 49:
            raise AttributeError("refused")
        return self.index

    @property
    def dividing(self):
        return 10 // (self.index % 100 - 99)

    def method(self):
        return self.index


class WithFallback(Loop):
    def __getattr__(self, name):
        return f"no {name}"


class Deep(Loop):
    @property
    def half(self):
        return getattr(self, "parity") + str(super().half)


def resolve(value, path):
    for name in path:
        value = getattr(value, name)
    return value


def many(objects, path):
    results = []
    for value in objects:
        results.append(resolve(value, path))
    return results


def caught(objects, name):
    count = 0
    for value in objects:
        try:
            getattr(value, name)
        except (AttributeError, ZeroDivisionError):
            count += 1
    return count


loops = [Loop(i) for i in range(200)]
for step in range(40):
    for path in (["parity"], ["half", "real"], ["index"], ["kind"], ["caller"], ["parity", "__len__"]):
        results = many(loops, path)
    print(step, many(loops[:3], ["parity"]), many(loops[:3], ["half", "real"]), many(loops[:2], ["caller"])) if step % 10 == 9 else None
print(caught(loops, "refusing"), caught(loops, "dividing"), caught(loops, "missing"), caught(loops, "parity"))
for name in ("refusing", "dividing", "missing", 5):
    try:
        many(loops, [name])
    except Exception as error:
        print(type(error).__name__, error, [frame.name for frame in traceback.extract_tb(error.__traceback__)])
mixed = [WithFallback(49), Deep(7), Loop(3), WithFallback(3), Deep(8)] * 60
print(many(mixed, ["half"])[:5], many(mixed, ["parity"])[:5], many([m for m in mixed if isinstance(m, WithFallback)], ["refusing"])[:2])

Loop.parity = property(lambda self: "new" + sys._getframe().f_code.co_name)
print(many(loops, ["parity"])[:2])
Loop.parity = "plain"
print(many(loops, ["parity"])[:2])
loops[0].parity = "own"
print(many(loops, ["parity"])[:2], many(loops, ["method"])[1]())


class Counting(Loop):
    depth = 0

    @property
    def nested(self):
        self.depth += 1
        return getattr(self, "nested")


try:
    resolve(Counting(1), ["nested"])
except RecursionError as error:
    print("RecursionError")
