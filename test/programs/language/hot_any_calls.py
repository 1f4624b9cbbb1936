"""Calls at places that meet many callees: functions of any parameters, classes, builtins, generators, with and without keywords."""

import sys
import traceback


class Plain:
    def __init__(self, x):
        self.x = x


class Defaults:
    def __init__(self, x, y=2):
        self.x = x, y


class Rest:
    def __init__(self, *rest, **more):
        self.x = rest, sorted(more.items())


class Derived(Plain):
    pass


class Slotted:
    __slots__ = ("x",)

    def __init__(self, x):
        self.x = x


class Made:
    def __new__(cls, *args, **more):
        made = super().__new__(cls)
        made.x = "made", args
        return made


class Failing:
    def __init__(self, x):
        if x % 50 == 49:
            raise ValueError(x)
        self.x = "fails", x


class Odd:
    x = "odd"

    def __init__(self, x):
        return x if x % 50 == 25 else None


class Meta(type):
    def __call__(cls, *args):
        return "meta", args


class Other(metaclass=Meta):
    pass


class Callable:
    def __call__(self, *args, **more):
        return "called", args, more


class Methods:
    def one(self, x):
        return "one", x

    def rest(self, *args):
        return "rest", args

    @classmethod
    def of_class(cls, x, y=5):
        return cls.__name__, x, y

    @staticmethod
    def static(*, x=1, **more):
        return x, more


def counting(n):
    yield n
    yield n + 1


async def later(n):
    return n


methods = Methods()
CALLEES = [
    lambda x: x,
    lambda *args: args,
    lambda x, y=3: (x, y),
    lambda x, *, z=4: (x, z),
    lambda **more: more,
    Plain, Defaults, Rest, Derived, Slotted, Made, Failing, Odd, Other, Callable(), methods.one, methods.rest, Methods.of_class,
    abs, len, int, str, counting, later, [].append, "a-{}".format, max, None, 5,
]


def shown(value):
    if hasattr(value, "x"):
        return value.x
    if hasattr(value, "close"):
        kind = type(value).__name__
        value.close()
        return kind
    return value


def call_all(n, results):
    for callee in CALLEES:
        try:
            results.append(shown(callee(n)))
        except (TypeError, ValueError, IndexError) as error:
            results.append(f"{type(error).__name__}: {error}")


def call_with_none(results):
    for callee in CALLEES:
        try:
            results.append(shown(callee()))
        except (TypeError, ValueError, IndexError) as error:
            results.append(f"{type(error).__name__}: {error}")


def call_with_five(n, results):
    for callee in CALLEES:
        try:
            results.append(shown(callee(n, 1, 2, 3, 4)))
        except (TypeError, ValueError, IndexError) as error:
            results.append(f"{type(error).__name__}: {error}")


def call_by_name(n, results):
    for callee in CALLEES:
        try:
            results.append(shown(callee(n, y=n)))
        except (TypeError, ValueError, IndexError) as error:
            results.append(f"{type(error).__name__}: {error}")


def call_in_containers(n, args, named, results):
    for callee in CALLEES:
        try:
            results.append(shown(callee(*args, **named)))
        except (TypeError, ValueError, IndexError) as error:
            results.append(f"{type(error).__name__}: {error}")


for n in range(300):
    results = []
    call_all(n, results)
    call_with_none(results)
    call_with_five(n, results)
    call_by_name(n, results)
    call_in_containers(n, (n,), {}, results)
    call_in_containers(n, [n, 2], {"z": 1}, results)
    if n in (3, 25, 49, 299):
        print(n, *results, sep="\n  ")


# ── Who looks at the frames ──────────────────────────────────────────────────────────────────────────────────────

def names_above(*_args, **_more):
    frame, names = sys._getframe(), []
    while frame.f_back is not None:
        names.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
        frame = frame.f_back
    return names


class Looking:
    def __init__(self, x, y=0):
        self.x = names_above()


def look(callees):
    found = []
    for callee in callees:
        found.append(shown(callee(1)))
        found.append(shown(callee(1, y=2)))
    return found


several = [names_above, Looking, lambda *a, **k: names_above(), Rest, Defaults]
assert all(look(several) == look(several) for _ in range(1000))
print(look(several))


def deep(n, *rest):
    for callee in several[2:]:
        callee(n)
    return deep(n - 1, n) if n else (names_above(), 1 // n)[0]


def failures():
    texts = set()
    for _ in range(400):
        try:
            deep(3)
        except ZeroDivisionError as error:
            texts.add("".join(line for line in traceback.format_tb(error.__traceback__)[1:] if "deep" in line))
    return len(texts)


print(failures())


def forever(*args, **more):
    for callee in (forever, Plain, len):
        callee(*args, **more)


for _ in range(3):
    try:
        forever(1)
    except RecursionError as error:
        print(error)


# ── Classes that change ──────────────────────────────────────────────────────────────────────────────────────────

def instances(classes):
    return [cls(7).x for cls in classes]


classes = [Plain, Defaults, Derived, Slotted, Rest, Failing]
for _ in range(1000):
    last = instances(classes)
print(last)
Plain.__init__ = lambda self, x: setattr(self, "x", -x)
print(instances(classes))
del Plain.__init__
Plain.x = "class"
try:
    print(instances(classes))
except TypeError as error:
    print(error)
Plain.__new__ = staticmethod(lambda cls, x: Made(x))
print(instances(classes))
