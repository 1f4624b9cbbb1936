"""Named tuples, iterators of itertools, bisect, partial, deques and slices of long sequences, in loops that get hot, and what changes under them."""

import sys
from bisect import bisect_left, bisect_right, insort
from collections import OrderedDict, defaultdict, deque, namedtuple
from functools import lru_cache, partial
from itertools import accumulate, batched, chain, count, cycle, islice, pairwise, product, repeat, zip_longest

ROUNDS = 300
Point = namedtuple("Point", "x y z")


class Named(Point):
    __slots__ = ()


class Loose(Point):
    pass


class Reversed(Point):
    def __iter__(self):
        return iter((self.z, self.y, self.x))


def fields(points):
    total = 0
    for point in points:
        total += point.x * 2 + point.z
    return total


def unpacked(points):
    total = 0
    for point in points:
        x, y, z = point
        total += x * 3 + y * 2 + z
    return total


def attempt(action, *args):
    try:
        return action(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for kind in (Point, Named, Loose, Reversed):
    points = [kind(i, i + 1, i + 2) for i in range(ROUNDS)]
    print(kind.__name__, fields(points), unpacked(points))
short = tuple.__new__(Point, (1, 2))
long = tuple.__new__(Point, (1, 2, 3, 4))
print(attempt(fields, [Point(1, 2, 3), short]), attempt(unpacked, [Point(1, 2, 3), short]), attempt(unpacked, [long]))
print(attempt(fields, [Point(1, 2, 3), (1, 2, 3)]), attempt(unpacked, [(1, 2)]))
loose = Loose(1, 2, 3)
loose.__dict__["x"] = 100
print(fields([loose] * 50), attempt(setattr, loose, "x", 3))


def changing():
    total = 0
    point = Named(1, 2, 3)
    for i in range(ROUNDS):
        if i == ROUNDS // 2:
            Named.x = property(lambda self: 1000)
        total += point.x
    del Named.x
    return total + point.x


def iterating_anew():
    total = 0
    point = Loose(1, 2, 3)
    for i in range(ROUNDS):
        if i == ROUNDS // 2:
            Loose.__iter__ = lambda self: iter((7, 8, 9))
        x, y, z = point
        total += x
    del Loose.__iter__
    x, y, z = point
    return total + x


print(changing(), iterating_anew())


class Number:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        frames.append(sys._getframe(1).f_code.co_name)
        return Number(self.n + getattr(other, "n", other))

    __radd__ = __add__

    def __lt__(self, other):
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        return self.n > getattr(other, "n", other)

    def __bool__(self):
        return self.n % 2 == 1


frames = []


def over(iterable):
    seen = []
    for item in iterable:
        seen.append(item)
        if len(seen) >= ROUNDS:
            break
    return len(seen), seen[:4], seen[-2:]


def mixed(turn):
    """The loop of `over` meets each of these."""
    numbers = list(range(20))
    yield chain(numbers, "abc", (1, 2), {5, 6}, {"k": 1}, range(3))
    yield chain(numbers, (n * n for n in range(4)), iter([1]))
    yield chain.from_iterable([numbers, "xy"])
    yield islice(numbers, 2, 15, 3)
    yield islice(count(5), 100)
    yield islice(chain([1, 2], islice(cycle("ab"), 7)), 8)
    yield accumulate(numbers)
    yield accumulate(numbers, initial=100)
    yield accumulate([1.5, 2.5, 3.5])
    yield accumulate("abc")
    yield accumulate([[1], [2]])
    yield accumulate(numbers, lambda a, b: a * 2 - b)
    yield pairwise(numbers)
    yield batched(numbers, 7)
    yield product([1, 2], "ab", repeat=2)
    yield zip_longest(numbers, "ab", fillvalue=None)
    yield repeat(turn, 12)
    yield cycle(numbers)
    yield count(2**53 - 3)
    yield count(1, 2.5)


for turn in range(3):
    for iterable in mixed(turn):
        print(over(iterable))


def same_site(make):
    results = []
    for _ in range(60):
        results = over(make())
    return results


for make in (
    lambda: islice(range(50), 40), lambda: chain([1] * 20, (2,) * 20), lambda: product(range(5), range(4)),
    lambda: accumulate(range(30)), lambda: islice((n for n in range(30)), 20), lambda: chain((n for n in range(30)), "ab"),
):
    print(same_site(make))


def summed(items):
    last = 0
    for total in accumulate(items):
        last = total
    return last


items = list(range(50))
for _ in range(50):
    summed(items)
items[40] = Number(1)
print(summed(items).n, set(frames), len(frames))


def raising():
    yield 1
    raise ValueError("in the middle")


print(attempt(over, chain([1] * 5, raising())), attempt(over, batched(range(5), 2, strict=True)), attempt(over, chain([1], 5)))


def grown_while():
    items, seen = [1, 2, 3], 0
    for item in chain(items, "ab"):
        seen += 1
        if seen < 10 and item != "a" and item != "b":
            items.append(seen)
    return seen, items


print([grown_while() for _ in range(60)][-1])


def searches(items, wanted):
    return [(bisect_left(items, x), bisect_right(items, x)) for x in wanted]


for _ in range(40):
    found = searches([1, 3, 3, 5], [0, 1, 3, 4, 9, 2.5, True, 2**70])
print(found, searches([0.5, 1.5], [1, 0.5, -(2**80)]), searches(["a", "b"], ["aa", "", "z"]), searches([Number(1), Number(4)], [2, Number(4)]))
print(bisect_left([1, 2, 3, 4, 5], 4, 1, 3), bisect_right(range(10), 4), attempt(bisect_left, [1, 2, 3], "x"), attempt(bisect_left, 5, 1), attempt(bisect_left, [1], 1, -1))
print(bisect_left([1, 2, 3, 4, 5], 4, key=lambda n: n * 2), bisect_left([float("nan")] * 3, 1))


def sorted_by_insertion(values):
    items = []
    for value in values:
        insort(items, value)
    return items


for values in ([5, 2, 8, 2, 9, 1] * 10, [1.5, 0.5] * 20, [3, 1.5, 2, True, 2**60], ["b", "a"] * 10):
    for _ in range(10):
        result = sorted_by_insertion(values)
    print(result[:7], len(result))


class Logged(list):
    def insert(self, index, value):
        print("insert", index, value)
        super().insert(index, value)


logged = Logged([1, 5])
insort(logged, 3)
print(logged)


class Full(deque):
    def __bool__(self):
        return len(self) > 3


def drained(queue):
    count = 0
    while queue:
        queue.pop()
        count += 1
    return count, len(queue)


for _ in range(30):
    drains = [drained(deque(range(8))), drained(bytearray(b"abc")), drained(Full(range(8)))]
print(drains)


def truths(values):
    return [1 if value else 0 for value in values]


for _ in range(60):
    truths([deque(), deque([1]), b"", b"x", range(0), range(3), OrderedDict(), OrderedDict(a=1), defaultdict(int), defaultdict(int, a=1), bytearray()])
print(truths([deque(), b"x", range(0), OrderedDict(a=1), defaultdict(int), Full([1]), Full(range(9)), Number(2), Number(3)]))


def add(*args, **names):
    return sum(args) + sum(names.values())


@lru_cache(maxsize=4)
def squared(n):
    calls.append(n)
    return n * n


def fails(a, b):
    if b == ROUNDS - 1:
        raise KeyError(b)
    return sys._getframe(1).f_code.co_name, a + b


calls = []


def partials():
    one, named, nothing, failing, nested = partial(add, 1), partial(add, 1, k=2), partial(add), partial(fails, 1), partial(partial(add, 1), 2)
    total, names = 0, set()
    for i in range(ROUNDS):
        total += one(i) + one(i, 2) + one(i, 2, 3) + named(i) + named(i, k=5, j=1) + nothing() + nothing(i) + nested(i) + squared(i % 3)
        names.add(attempt(failing, i)[0])
    return total, sorted(names), calls


print(partials())


def parts(text, numbers):
    found = []
    for i in range(0, len(text) - 10, 97):
        found.append(text[i:i + 3] + text[i:i + 1] + text[-i - 5:-i - 3] + text[i + 4:i])
        found.append(len(numbers[i:i + 4]) + len(numbers[i + 4:i]) + sum(numbers[-i - 3:-i - 1]))
    return found


text = "".join(chr(97 + i % 26) for i in range(9_000))
numbers = list(range(9_000))
found = parts(text, numbers)
print(len(found), found[:6], found[-4:])
wide = "é€😀" * 3_000
print(parts(wide, numbers)[:4], len(text[1:8_000]), len(numbers[3:]))
