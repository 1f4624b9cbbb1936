"""Loops over iterators of builtins that run no Python code, or only sometimes: changes on the way, errors, and the end."""
import array
import itertools
from collections import Counter, OrderedDict, deque


def gather(iterable, limit=10**9):
    result = []
    for item in iterable:
        result.append(item)
        if len(result) >= limit:
            break
    return result


def changed(container, change, at):
    seen = []
    try:
        for index, item in enumerate(container):
            seen.append(item)
            if index == at:
                change(container)
    except RuntimeError as error:
        seen.append(str(error))
    return seen


def directly(container, change, at):
    seen = []
    try:
        for item in container:
            seen.append(item)
            if len(seen) == at:
                change(container)
    except (RuntimeError, ValueError) as error:
        seen.append(str(error))
    return seen


class Loud:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        print("bool", self.n)
        return self.n % 2 == 0

    def __repr__(self):
        return f"Loud({self.n})"


def makers():
    numbers = list(range(70))
    yield lambda: deque(numbers)
    yield lambda: reversed(deque(numbers))
    yield lambda: array.array("h", numbers)
    yield lambda: array.array("d", numbers)
    yield lambda: array.array("w", "abc" * 20)
    yield lambda: memoryview(bytes(numbers))
    yield lambda: memoryview(bytes(range(64))).cast("i")
    yield lambda: OrderedDict.fromkeys(numbers)
    yield lambda: OrderedDict.fromkeys("abc").items()
    yield lambda: reversed(OrderedDict.fromkeys("abc"))
    yield lambda: reversed(dict.fromkeys(numbers))
    yield lambda: reversed(Counter("aab").items())
    yield lambda: reversed(Counter("aab").values())
    yield lambda: itertools.combinations("abcde", 3)
    yield lambda: itertools.combinations_with_replacement("abc", 2)
    yield lambda: itertools.permutations("abcd")
    yield lambda: itertools.compress(numbers, [1, 0] * 40)
    yield lambda: itertools.compress("abc", (True, False, True))
    yield lambda: itertools.compress("abc", [Loud(1), Loud(2)])
    yield lambda: itertools.dropwhile(lambda n: n < 5, numbers)
    yield lambda: itertools.filterfalse(None, [0, 1, 2, 0, 3])
    yield lambda: itertools.filterfalse(None, [Loud(1), Loud(2)])
    yield lambda: filter(None, [0, 1, 2, 0, 3])
    yield lambda: filter(None, [0.0, 1.5, -0.0])
    yield lambda: filter(None, [Loud(1), Loud(2)])
    yield lambda: itertools.tee(numbers)[0]
    yield lambda: itertools.tee(iter([Loud(1)]))[1]
    yield lambda: itertools.tee(n * n for n in numbers)[0]


for make in makers():
    for turn in range(6):
        found = gather(make())
    print(len(found), found[:4], found[-2:])
    iterator = iter(make())
    print(gather(iterator, 2), gather(iterator, 2), next(iterator, "end"))

for turn in range(30):
    answers = [
        changed(deque(range(6)), lambda d: d.append(1), 2),
        directly(deque(range(6)), lambda d: d.popleft(), 2),
        directly(OrderedDict.fromkeys("abcd"), lambda d: d.update(e=1), 2),
        directly(OrderedDict.fromkeys("abcd"), lambda d: d.move_to_end("a"), 2),
        directly(array.array("i", range(5)), lambda a: a.append(9) if len(a) < 8 else None, 2),
        directly(array.array("i", range(5)), lambda a: a.pop(), 2),
        directly(memoryview(bytearray(4)), lambda m: m.release(), 2),
    ]
for answer in answers:
    print(answer)

first, second = itertools.tee(range(200))
taken = []
for number in first:
    taken.append(number)
    if number % 3 == 0:
        taken.append(next(second))
print(sum(taken), len(taken), next(second))

items = [1, 2, 3, 4]
seen = []
for item in filter(None, items):
    seen.append(item)
    if item == 2:
        items[2] = Loud(7)
    if item == 4:
        items.append(Loud(8))
print(seen)
