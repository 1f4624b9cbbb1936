"""Calls that compiled code tries without frames: of bound methods, with spread arguments, of builtins that may ask Python code."""
import sys
import traceback
from collections import Counter, OrderedDict, UserList, defaultdict, deque
from functools import wraps


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def apply(self, x):
        return x * self.factor

    def both(self, x, y):
        return (x + y) * self.factor

    def nothing(self):
        return self.factor

    def strict(self, x, y, z):
        return 100 // (x - y) + z

    def looks(self, x):
        frame = sys._getframe(1)
        return frame.f_code.co_name, frame.f_locals["i"] if "i" in frame.f_locals else None, x


def double(x):
    return x + x


def total(*values):
    result = 0
    for value in values:
        result += value
    return result


def with_default(x, y=10):
    return x - y


def call_one(f, n):
    result = None
    for i in range(n):
        result = f(i)
    return result


def call_all(functions, n):
    results = []
    for i in range(n):
        for f in functions:
            results.append(f(i))
    return results[-len(functions):]


def spread(f, args, n):
    result = None
    for i in range(n):
        result = f(*args)
    return result


def spread_all(f, args, keywords):
    return f(*args, **keywords)


def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


def lines(error):
    return [(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return type(error).__name__, str(error), lines(error)


def bound_methods():
    small, large = Scale(2), Scale(0.5)
    print(call_all([small.apply, large.apply, double, str, small.apply], 300))
    print(attempt(call_one, small.both, 10))
    print(attempt(call_one, small.looks, 200))
    print(attempt(call_one, lambda x: 1 // (150 - x), 300))
    print([f() for _ in range(200) for f in (small.nothing, large.nothing)][-2:])
    print(attempt(lambda: [f(i, i + 1) for i in range(300) for f in (small.both, large.both)][-2:]))
    print(attempt(lambda: [f(i, 120, 1) for i in range(300) for f in (small.strict, large.strict)][-2:]))


def spread_arguments():
    small = Scale(3)
    for f in (total, double, with_default, small.apply, small.both, max, str):
        for args in ((), (1,), [2, 3], (1, 2, 3), {4: 5}, "a", {6}, range(2)):
            print(getattr(f, "__qualname__", f), attempt(spread, f, args, 60))
    print(attempt(spread, total, (x for x in (1, 2)), 1))
    print(attempt(spread, total, 5, 100))
    functions = [logged(f) for f in (total, double, small.apply, with_default, lambda *a, **k: (a, k))]
    for _ in range(100):
        results = [f(7) for f in functions]
    print(results)
    for _ in range(100):
        results = [spread_all(f, (7,), {}) for f in functions]
    print(results, attempt(spread_all, double, (), {"x": 4}), attempt(spread_all, double, (1,), {"x": 4}))
    print(attempt(functions[1]), attempt(functions[2], 1, 2))
    print(functions[4](1, 2, a=3), attempt(functions[3], 1, 2, 3), functions[3](1, y=2))


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size if self.size != 3 else sys._getframe(1).f_code.co_name


class Watching(list):
    def __len__(self):
        return 1000 + super().__len__()


def lengths(containers, n):
    result = []
    for i in range(n):
        result = [len(container) for container in containers]
    return result


def measured():
    plain = [deque([1, 2]), Counter("aab"), OrderedDict(a=1), defaultdict(int, {1: 2}), {1: 2}.keys(), {1}.union({2}), b"abc",
             memoryview(b"abcd"), range(7), bytearray(3), UserList([1]), Watching([1, 2]), Sized(5), vars(Sized)]
    print(lengths(plain[:-1], 100))
    for wrong in (Sized(-1), Sized("x"), Sized(3), Sized(2**70), 5, None, object):
        print(attempt(lengths, [wrong], 2))


class Odd:
    def __init__(self, value):
        self.value = value
        self.asked = 0

    def __eq__(self, other):
        self.asked += 1
        if other == "error":
            raise RuntimeError("asked")
        return self.value == other


def places(items, wanted, n):
    result = None
    for i in range(n):
        result = items.index(wanted)
    return result


def found():
    odd = Odd(4)
    nan = float("nan")
    for items in ([1, 2.0, True, "a", None, (1, 2)], (3, 1, "b", (1, 2), [1]), [odd, 5], (odd, nan), list("xyz"), (True, 1.0, 0)):
        for wanted in (1, 2, 1.0, True, "a", None, (1, 2), [1], 4, 5, nan, "error", "z", 0, False):
            print(attempt(places, items, wanted, 60))
    print(odd.asked)


bound_methods()
spread_arguments()
measured()
found()
