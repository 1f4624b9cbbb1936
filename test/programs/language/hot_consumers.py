"""Generator expressions that builtins consume in code that is hot: the builtin and the generator become one loop, which is left in all ways."""
import sys


def sums(items, k):
    return sum(x * k for x in items if x != 3)


def float_sums(items):
    return sum(x * 0.1 for x in items)


def both(items):
    return sum(items[i] for i in range(len(items)))


for _ in range(300):
    a = sums(range(20), 2), sums([1, 2, 3, 4], 5), sums((), 1)
    b = float_sums(range(10)), float_sums([]), float_sums([1e16, 1.0, -1e16] * 3)
print(a, b, type(b[1]))
# Kinds change in the middle: ints, then something else.
for items in ([1, 2, 3], [1, 2, 2**60, 2**61], [1, 2.5, 0.1, 0.2], [2**53 - 1, 1, 1], [True, False, True], [1, 2j, 0.1], [0.1] * 10):
    print([both(items) for _ in range(60)][-1], end=" ")
print()
for items in ([1, 2, "x"], [1, None]):
    try:
        both(items)
    except TypeError as error:
        print(error)


def floats(items):
    return sum(items[i] for i in range(len(items)))


for items in ([0.1] * 10, [1e308, 1e308, -1e308], [0.1, 0.2, 0.3, 1], [0.1, 0.2, 2**70], [float("inf"), 1.0], [-0.0], [0.5, True], [0.1, 0.7, 1j]):
    print([floats([0.1, 0.2] * 20) for _ in range(40)][-1], floats(items), end=" ")
print()


def flags(items, limit):
    return sum(x > limit for x in items), any(x > limit for x in items), all(x > limit for x in items)


for _ in range(300):
    c = flags(range(10), 4), flags([], 1), flags([9, 9], 8), flags([1.5, 2.5], 2)
print(c)


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        calls.append(self.value)
        if self.value is None:
            raise ArithmeticError("no truth")
        return self.value


def first(items):
    return any(item for item in items)


def every(items):
    return all(item for item in items)


calls = []
for f in (first, every):
    for _ in range(200):
        f([0, 0, 1, 0])
        f([1, 1, 0])
    print(f([0, 0]), f([1, 2]), f([0, Truth(False), Truth(True), Truth(None)]), f(["", "a"]), f([None, 2.5]), calls)
    try:
        f([Truth(f is every), Truth(None), 1])
    except ArithmeticError as error:
        print(error, calls)


def lists(items, sep):
    return (
        list(x + 1 for x in items),
        tuple(x for x in items if x % 2),
        sorted((-x for x in items)),
        sep.join(str(x) for x in items),
        sorted({x % 3 for x in items}),
        sorted(set(x % 4 for x in items)),
        max((x * 7 % 5 for x in items), default=None),
        min(x * 7 % 5 for x in items),
    )


for _ in range(200):
    d = lists([3, 1, 2], "-"), lists(range(5), "")
print(d)
try:
    lists([], "")
except ValueError as error:
    print(error)


def mixed(items):
    return list(item for item in items), "".join(item for item in items if isinstance(item, str))


for items in (["a", "b"], [1, "c"], [0.5, "d", 2**70], ["\ud800", "e"], []):
    for _ in range(40):
        e = mixed(items)
    print(ascii(e))


def joins(items):
    return "".join(items[i] for i in range(len(items)))


for _ in range(100):
    joins(["a", "b", "c"])
try:
    joins(["a", 5, "c"])
except TypeError as error:
    print(error)


def closure(n):
    offset = n % 3
    scale = 2

    def inner():
        return sum(offset + x * scale for x in range(n))

    scale = 3
    return inner() + sum(offset * y for y in (x + scale for x in range(n)))


print([closure(n) for n in range(300)][-5:])


def fails(items):
    return sum(10 // x for x in items)


def frames(error):
    tb = error.__traceback__
    found = []
    while tb is not None:
        found.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        tb = tb.tb_next
    return found


for _ in range(200):
    fails([1, 2, 5])
try:
    fails([1, 2, 0, 4])
except ZeroDivisionError as error:
    print(frames(error))


def stops(items):
    return list(next(iter(item)) for item in items)


for _ in range(100):
    stops([[1], [2]])
try:
    stops([[1], [], [3]])
except RuntimeError as error:
    print(error, frames(error), repr(error.__cause__))


def look(x):
    frame = sys._getframe(1)
    seen.append((frame.f_code.co_name, frame.f_locals.get("x"), frame.f_back.f_code.co_name))
    return x


def looked(items):
    return sum(look(x) for x in items)


for _ in range(200):
    seen = []
    total = looked([1, 2, 3])
print(total, seen)


def nested(rows):
    return sum(sum(x * y for x in row) for y, row in enumerate(rows)), [sum(r) for r in (row for row in rows)]


print([nested([[1, 2], [3, 4], [5]]) for _ in range(300)][-1])


def dot(rows, columns):
    return [[sum(a * b for a, b in zip(row, column)) for column in columns] for row in rows]


for _ in range(100):
    f = dot([[1, 2], [3, 4]], [[5, 6], [7, 8]])
    g = dot([[1.5, 2.5], [0.1, 0.2]], [[0.5, 0.25], [0.1, 0.7]])
print(f, g)


def shadowed(items):
    return sum(x for x in items)


for _ in range(200):
    h = shadowed([1, 2, 3])
real_sum = sum
sum = lambda items: "mine " + str(list(items))
print(h, shadowed([1, 2, 3]))
sum = real_sum
print(shadowed([1, 2, 3]))


def squares(n):
    for i in range(n):
        yield i * i


def of_function(n):
    return sum(squares(n)), max(squares(n)), list(squares(3)), any(squares(1))


print([of_function(n) for n in range(1, 200)][-1])


def kept(n):
    g = (x for x in range(n))
    return sum(g), sum(g), list(g)


print([kept(n) for n in range(200)][-1])


def partly(n):
    g = (x for x in range(n))
    return any(x > 3 for x in g), next(g, None), sum(g)


print([partly(n) for n in range(200)][-1])


def tracer(frame, event, arg):
    if frame.f_code.co_name != "<genexpr>":
        return tracer
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg))
    return tracer


def switch(x):
    if x == 2:
        sys.settrace(tracer)
        sys._getframe(1).f_trace = tracer
    return x


def traced(items):
    return sum(switch(x) for x in items)


for _ in range(200):
    traced([1, 3, 5])
for items in ([1, 2, 3], [2, 5]):
    events = []
    total = traced(items)
    sys.settrace(None)
    print(total, events)


def replaced(n):
    total = 0
    for i in range(n):

        def local(x):
            return x + 1

        if i >= n - 2:
            swap(local)
        total += local(i)
    return total


def swap(fn):
    fn.__code__ = (lambda x: x * 1000).__code__


for _ in range(20):
    print(replaced(100), end=" ")
print()


# Truth of values of several kinds, and of what comes later.


def sought(table, keys):
    return any(table.get(key) for key in keys), all(table.get(key, 1) for key in keys)


def chosen(items):
    count = 0
    for item in items:
        if item:
            count += 1
        count += 2 if not item else 0
    return count


class Falsy:
    def __bool__(self):
        return False


class Raises:
    def __bool__(self):
        raise ValueError("no truth")


TABLE = {"a": 0, "b": None, "c": 5, "d": "", "e": "x", "f": False, "g": 1 << 80}
for _ in range(300):
    seen = sought(TABLE, "abdf"), sought(TABLE, "adc"), sought(TABLE, "ceg"), chosen(list(TABLE.values()))
print(seen)
for late in (0.0, 1.5, [], [0], (), (0,), {}, Falsy(), float("nan"), 0j, b"", "", "y", -0, 1 << 90, Raises()):
    try:
        print(sought({**TABLE, "z": late}, "az"), sought({**TABLE, "z": late}, "cz"), chosen([1, None, "", late]))
    except ValueError as error:
        print(error, error.__traceback__.tb_next.tb_next is None, error.__traceback__.tb_next.tb_frame.f_code.co_name)


# Builtins outside of compiled code take all that a generator gives: they see the same items in the same order, and nobody sees that it runs ahead.

LOG = []


def noisy(n, bad=None, at=None):
    for i in range(n):
        LOG.append(i)
        yield bad if i == at else i
    LOG.append("end")


def numbers(n):
    try:
        for i in range(n):
            yield i * i - 7
    finally:
        LOG.append("closed")


def raising(n):
    for i in range(n):
        if i == n - 1:
            raise KeyError(i)
        yield i


def branching(n):
    i = 0
    while i < n:
        if i % 3 == 0:
            yield i
        elif i % 3 == 1:
            got = yield -i
            assert got is None
        else:
            yield i * 1.0
        i += 1


class Adder:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        LOG.append(("add", other))
        return other + self.value

    __add__ = __radd__

    def __bool__(self):
        LOG.append(("bool", self.value))
        return self.value > 5

    def __lt__(self, other):
        LOG.append(("lt", other))
        return False

    __gt__ = __lt__
    __hash__ = None


N = 3000
print(sum(i * i for i in range(N)), sum(i * i * i * i for i in range(N)), sum((i for i in range(N)), 1 << 70))
print(sum(i / 7 for i in range(N)), sum((i / 7 for i in range(N)), 3), sum((i for i in range(N)), 0.5), sum((i for i in range(N)), 1j))
print(sum(-(2**53) for i in range(N)), sum((-1) ** i * 2**52 for i in range(N)), sum(i > 5 for i in range(N)))
print(len(list(i for i in range(N))), max(i * 7 % 1001 for i in range(N)), min(-i for i in range(N)), max(i / 3 for i in range(N)))
print(any(i > N for i in range(N)), any(i == N - 1 for i in range(N)), all(i < N for i in range(N)), all(i for i in range(N)))
print(tuple(i for i in range(N))[-3:], sorted(-i for i in range(N))[:3], "".join(str(i % 10) for i in range(N))[-9:], len(set(i % 77 for i in range(N))))
print(sum(branching(N)), list(branching(N))[-3:], max(branching(N)), sum(numbers(N)), LOG)
for bad in (1.5, None, Adder(1), Adder(9), "x", True, 1 << 80, float("nan")):
    for take in (sum, list, tuple, sorted, max, min, any, all, set):
        for start in (0, 700):
            LOG.clear()
            it = noisy(1500 + start, bad, 1200)
            if take is any or take is all:
                it = (x if take is all and x != 0 else 0 if not isinstance(x, Adder) else x for x in it)
            try:
                result = take(it)
            except TypeError as error:
                result = str(error)
            shown = result if not hasattr(result, "__len__") else len(result)
            print(take.__name__, type(bad).__name__, "nan" if shown != shown else shown if not isinstance(shown, Adder) else "adder", len(LOG), LOG.index(1200) if 1200 in LOG else None, [e for e in LOG if isinstance(e, tuple)][:3], next(it, "done"))
for take in (sum, list, tuple, sorted, max, any, all, set, "".join):
    try:
        print(take(raising(2500)))
    except (KeyError, TypeError) as error:
        tb, names = error.__traceback__, []
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno if tb.tb_next is None and tb.tb_frame.f_code.co_name == "raising" else None))
            tb = tb.tb_next
        print(type(error).__name__, error, names)
seen = []
seen.extend(i % 50 for i in range(N) if i % 50 not in seen)
print(len(seen), seen[-2:])
grown = [0]
grown.extend(len(grown) for _ in range(N))
print(grown[-3:])
made = list.__new__(list)
list.__init__(made, (len(made) for _ in range(N)))
print(len(made))
half = (i for i in range(N))
print(next(half), next(half), sum(half), next(half, "over"))


def nested(n):
    return sum(sum(j for j in range(i % 40)) for i in range(n))


print(nested(N))


def reentrant():
    yield 1
    try:
        sum(own)
    except ValueError as error:
        yield 10
        LOG.append(str(error))


for _ in range(300):
    own = reentrant()
    LOG.clear()
    total = sum(own)
print(total, LOG)
