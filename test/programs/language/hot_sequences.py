"""Loops over several sequences at once, loops inside loops, numbers of mixed sorts: in hot code, and what takes it out of its way."""


def hot(function, *args, times=60):
    for _ in range(times):
        result = function(*args)
    return result


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def dot(a, b):
    total = 0
    for x, y in zip(a, b):
        total += x * y
    return total


def pairs(a, b, c=()):
    result = []
    for item in zip(a, b):
        result.append(item)
        if len(result) == 3:
            for late in c:
                a.append(late)
    return result


def shrinking(a, b):
    seen = []
    for x, y in zip(a, b):
        seen.append((x, y))
        if x == 2:
            a.clear()
    return seen, a


def raising(a, b):
    done = 0
    try:
        for x, y in zip(a, b):
            done += x // y
    except (ZeroDivisionError, TypeError) as error:
        return done, x, y, type(error).__name__
    return done


def kept(a, b):
    """The iterator outlives the loop."""
    both = zip(a, b)
    for x, y in both:
        if x > y:
            break
    return list(both)


def combined(a, b):
    return [x ^ y for x, y in zip(a, b)], [(i, x, y) for i, (x, y) in enumerate(zip(a, b))]


def sieve(limit):
    flags = [True] * limit
    count = 0
    for i in range(2, limit):
        if flags[i]:
            count += 1
            for multiple in range(i * i, limit, i):
                flags[multiple] = False
    return count


def nested(rows):
    total = 0
    for row in rows:
        if not row:
            continue
        for index, item in enumerate(row):
            if item < 0:
                for other in row:
                    total += other
            else:
                total += item * index
    return total


def product(a, b):
    n = len(a)
    result = [[0] * n for _ in range(n)]
    for i in range(n):
        row, target = a[i], result[i]
        for k in range(n):
            factor, other = row[k], b[k]
            for j in range(n):
                target[j] += factor * other[j]
    return result


def mixed(values):
    total = 0
    for value in values:
        total = total + value
        total = total - value * 2
        total = total / 2 if value else total * 3
    return total


class Number:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return Number(self.value * 2)

    __rmul__ = __mul__

    def __add__(self, other):
        return Number(self.value + 1)

    __radd__ = __add__

    def __repr__(self):
        return f"Number({self.value})"


print(hot(dot, [1, 2, 3], [4, 5, 6]), dot([1, 2], [1]), dot([1], [1, 2]), dot([], [1]), dot((1, 2), [3, 4]), dot(b"ab", bytearray(b"cd")))
print(dot([0.5, 2], [4, 0.25]), dot([2**40], [2**40]), attempt(dot, [1, "a"], [2, 3]), attempt(dot, [1, None], [2, 3]), dot([Number(3)], [2]))
print(hot(dot, [0.5, 1.5], [2.0, 4.0]), dot([1, 2], [3, 4]), dot([1, 2.5], [3.5, 4]), dot(range(3), range(3)), dot({1: 2}, {3: 4}))
print(hot(pairs, [1, 2, 3], "abcd"), pairs([1, 2, 3], "abcd", [7, 8]), pairs([0.5], [[1]]), pairs("ab", "\U0001f40dx"))
print(hot(shrinking, [1, 2, 3], [4, 5, 6]), shrinking([1, 2, 3], (4, 5, 6)), shrinking([5, 6], [1]))
print(hot(raising, [5, 6], [1, 2]), raising([5, 6], [1, 0]), raising([5, 6], [1, "a"]), raising([5, 6.5], [1, 2]))
print(hot(kept, [1, 5, 2, 3], [2, 4, 6, 8]), kept([1], [2, 3]), kept(iter([3, 4]), [1, 2]))
print(hot(combined, [1, 2], [3, 4]), combined(b"ab", [7, 2**40]), combined([2**60], [-1]), attempt(combined, [1], [1.5]))
print(hot(sieve, 100, times=20), sieve(3), attempt(sieve, 2.5), sieve(0))
print(hot(nested, [[1, 2, -1], [], [3, 0.5]]), nested([[-1], [2.5, -2.5]]), nested([(1, 2), b"ab"]), attempt(nested, [[1], ["a"]]))
ints = [[i * j % 5 for j in range(6)] for i in range(6)]
floats = [[x / 4 for x in row] for row in ints]
print(hot(product, ints, ints)[3], hot(product, floats, floats)[3], product(ints, floats)[2], product([[2**40]], [[2**40]]), product([[True]], [[1.5]]))
print(product([[Number(1)]], [[5]]), attempt(product, [["a"]], [["b"]]), attempt(product, [[1, 2]], [[1, 2]]))
print(hot(mixed, [1, 2.5, 3, 0]), mixed([0.0, -0.0, 0]), mixed([2**60, 1.5]), mixed([True, 1j]), attempt(mixed, ["a"]), attempt(mixed, [1e308, -1e308, 10**308]))


def zip(*args):
    return [("mine", args)]


print(attempt(dot, [1], [2]), pairs([1], [2]))


def extremes(a, b, c):
    return min(a, b, c), max(a, b, c), min(a, b), max(b, c)


def extremes_of(values):
    return min(values), max(values), sum(values), sorted(values)


class Loud(int):
    def __lt__(self, other):
        return True

    __gt__ = __lt__


print(hot(extremes, 3, 1, 2), extremes(0.0, -0.0, 0), extremes(2**60, 5, -(2**60)), extremes(True, 1, 0), attempt(extremes, 1, "a", 2))
print(extremes(Loud(5), 7, Loud(9)), extremes(1, 1.0, True), extremes(float("nan"), 1, 2), extremes(-(2**53), 2**53 - 1, 0))
print(hot(extremes_of, [3, 1, 2]), extremes_of([0.5, -1.5]), attempt(extremes_of, []), extremes_of([Loud(3), 4, Loud(5)]), extremes_of([True, 2**60]))
