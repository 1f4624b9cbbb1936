"""Slices of lists, strings and bytes in hot code: bounds of all sorts, backwards, assigned, and what takes them out of their way."""

BOUNDS = [None, 0, 1, 2, 3, 4, 5, 99, -1, -2, -3, -4, -5, -99]


def take(sequence, start, stop):
    return sequence[start:stop]


def back(sequence, start, stop):
    return sequence[start:stop:-1]


def put(sequence, start, stop, items):
    sequence[start:stop] = items
    return sequence


def third(sequence):
    return sequence[:3], sequence[3:], sequence[-3:], sequence[:-3], sequence[::-1], sequence[2::-1], sequence[::2]


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def all_bounds(function, sequence):
    return [function(sequence, start, stop) for start in BOUNDS for stop in BOUNDS]


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("asked for", self.value)
        return self.value


class Items(list):
    def __getitem__(self, key):
        return key


for sequence in [1, 2, 3, 4], "abcd", b"abcd", (1, 2, 3, 4), bytearray(b"abcd"), [0.5, 1.5, 2.5, 3.5], ["a", 1, None, 2.5], [], "", b"":
    for _ in range(3):
        forwards = all_bounds(take, sequence)
        backwards = all_bounds(back, sequence)
    print(forwards == [sequence[slice(start, stop)] for start in BOUNDS for stop in BOUNDS], forwards[17:40:3])
    print(backwards == [sequence[slice(start, stop, -1)] for start in BOUNDS for stop in BOUNDS], backwards[17:40:3])
    print(third(sequence))
for start, stop in (2**70, None), (-(2**70), 2), (None, 2**31), (Index(1), Index(3)), (True, 3), (1.5, 2), ("a", None):
    print(attempt(take, [1, 2, 3, 4], start, stop), attempt(back, "abcd", start, stop))
print(take(Items([1, 2, 3]), 1, 2), attempt(take, 5, 1, 2), attempt(take, {1: 2}, 1, 2), take("\U0001f40dabc", 1, 3), third("a\U0001f40dbcdef")[0])
for _ in range(60):
    results = []
    for start, stop in (0, 2), (1, 1), (3, 1), (None, None), (-1, None), (9, 9), (None, -9), (1, 3):
        results.append(put([1, 2, 3, 4], start, stop, [8, 9]))
        results.append(put([1, 2, 3, 4], start, stop, []))
        results.append(put([1, 2, 3, 4], start, stop, (7,)))
print(results)
own = [1, 2, 3]
print(put(own, 1, 2, own), put([1, 2], 0, 1, [0.5]), put([0.5], 0, 0, [1.5]), put([], None, None, [1, 2]), put([1], 0, 1, ["x", None]))
print(attempt(put, [1, 2], 0, 1, 5), put([1, 2], 0, 1, "xy"), attempt(put, (1, 2), 0, 1, [3]), put(bytearray(b"abc"), 0, 1, b"xyz"))
print(put([1, 2, 3], Index(0), Index(2), [4]), attempt(put, [1], "a", 0, [2]))


def flips(permutation):
    count = 0
    while permutation[0]:
        first = permutation[0]
        permutation[: first + 1] = permutation[first::-1]
        count += 1
    return count, permutation


for _ in range(60):
    result = flips([3, 1, 4, 2, 0])
print(result)
long = list(range(5000))
print(len(take(long, 10, None)), len(back(long, None, 10)), len(put(long, 10, 20, [])), take("x" * 5000, 4990, None), len(take(bytes(5000), 1, -1)))
