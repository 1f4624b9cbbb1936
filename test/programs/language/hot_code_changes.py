"""Code that is hot, and then meets what it has not met before: types, classes, globals, exceptions, frames."""
import sys
import traceback


def add(a, b):
    return a + b


def sums(values):
    total = values[0]
    for value in values[1:]:
        total = add(total, value)
    return total


for values in [[1] * 200, [1.5] * 200, ["a"] * 20, [2**53 - 1] * 5, [True] * 9, [[1]] * 5, [1, 2.5, 3]]:
    result = sums(values)
    print(type(result).__name__, result if len(str(result)) < 60 else len(str(result)))


class Vector:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return Vector(self.x + other, self.y + other)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    @property
    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


def walk(n, step):
    place = Vector(0, 0)
    for _ in range(n):
        place = place + step
    return place


print(walk(300, Vector(1, 2)), walk(300, Vector(0.5, 0.25)), walk(3, Vector(2**60, 1)))
print(sum([Vector(1, 1)] * 100, 5))
for wrong in (1, "text", None):
    try:
        walk(100, wrong)
    except TypeError as error:
        print(error)


def lengths(vectors):
    return round(sum(vector.length for vector in vectors), 3), [vector.length > 1 for vector in vectors].count(True)


print(lengths([Vector(3, 4)] * 100))
Vector.length = property(lambda self: self.x)
print(lengths([Vector(3, 4)] * 100))
Vector.__add__ = lambda self, other: Vector(self.x - other.x, self.y - other.y)
print(walk(300, Vector(1, 2)))


class Loud(Vector):
    __slots__ = ("late",)

    def __radd__(self, other):
        return "radd"


print(walk(1, Loud(1, 1)), walk(0, None))


# ── Globals ──

step = 1


def count(n):
    total = 0
    for _ in range(n):
        total += step
    return total


def helper(x):
    return x + 1


def apply(n):
    x = 0
    for _ in range(n):
        x = helper(x)
    return x


print(count(500), apply(500))
step = 2.5
helper = lambda x: x + 2
print(count(500), apply(500))
step = "s"
try:
    count(100)
except TypeError as error:
    print(error)
del helper
try:
    apply(10)
except NameError as error:
    print(error)
helper = len
try:
    apply(10)
except TypeError as error:
    print(error)


# ── Exceptions ──

def risky(i):
    if i % 100 == 99:
        raise ValueError(i)
    return i


def careful(n):
    caught, total = [], 0
    for i in range(n):
        try:
            total += risky(i)
        except ValueError as error:
            caught.append(error.args[0])
        finally:
            total += 1
    return total, caught


print(careful(500))


def divide(values):
    total = 0
    for value in values:
        total += 100 // value
    return total


print(divide([1, 2, 3] * 100))
try:
    divide([1, 2, 3] * 100 + [0])
except ZeroDivisionError:
    print("".join(traceback.format_exc().splitlines(True)[-4:]))


def inner(items, i):
    return items[i]


def outer(items, n):
    found = 0
    for i in range(n):
        found += inner(items, i)
    return found


print(outer([1] * 300, 300))
try:
    outer([1] * 300, 301)
except IndexError as error:
    tb = error.__traceback__
    names = []
    while tb is not None:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
        last = tb.tb_frame
        tb = tb.tb_next
    print(names[1:], last.f_locals["i"], last.f_back.f_locals["found"])


# ── Frames ──

def spy(level):
    frame = sys._getframe(level)
    return frame.f_code.co_name, sorted((k, v) for k, v in frame.f_locals.items() if isinstance(v, int))


def watched(n):
    a, b = 1, 2.5
    for i in range(n):
        a += i
        b *= 1.0
        if i == n - 1:
            seen = spy(1), locals()["i"]
    return seen


def middle(n):
    x = n * 2
    return watched(n), x


for n in (3, 200, 200):
    print(middle(n))


# ── Numbers ──

def powers(n):
    x, out = 1, []
    for i in range(n):
        x = x * 3 + 1
        if i % 40 == 0:
            out.append(x)
    return out


def mix(n):
    h = 0
    for i in range(n):
        h = (h * 31 + i) & 0xFFFFFFFF
        h ^= h >> 13
    return h


def signs(values):
    return [(v % 7, v // 7, -v, v >> 1, v & 0xFF, v ^ 3, v | 8, v << 3, abs(v)) for v in values]


print(powers(121), mix(3000))
print(signs([0, 1, -1, 13, -13, 2**31, -(2**31), 2**40, -(2**40)] * 20)[-9:])
print([0.0 * -1.0, -0.0 + 0, 0 * -1, -0.0 * 1][:], [x / 4 for x in range(200)][-1])


# ── Containers ──

def shift(items, value):
    for i in range(len(items)):
        items[i] = items[i] + value
    return items[:3], items[-1]


print(shift([1, 2, 3] * 50, 1), shift([1.0, 2.0] * 50, 1), shift([1, 2] * 3, 0.5), shift(["a", "b"], "c"))


def tally(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


print(tally(["a", "b", "a"] * 100), tally([1, True, 1.0, "1"] * 50), tally([Vector] * 3 + [(1, 2)] * 2).values())


def pairs(n):
    return [(i, x) for i, x in enumerate([n, n + 1])] + [a + b for a, b in zip(range(n), [1.5] * n)][-1:]


for n in (2, 100, 3):
    print(pairs(n))


def unbound(n):
    for i in range(n):
        if i > 150:
            late = i
    return late


print(unbound(200))
try:
    unbound(100)
except UnboundLocalError as error:
    print(error)


def recursive(n):
    return 0 if n == 0 else 1 + recursive(n - 1)


print(recursive(500))
try:
    recursive(10**6)
except RecursionError as error:
    print(error)
print(recursive(300))


def counter():
    n = 0

    def step():
        nonlocal n
        n += 1
        return n

    for _ in range(300):
        step()
    return n, step()


print(counter())


def numbers(n):
    for i in range(n):
        got = yield i * i
        if got:
            yield got


def consume(n):
    total = 0
    for square in numbers(n):
        total += square
    return total


print(consume(200), consume(3), next(numbers(1)))
