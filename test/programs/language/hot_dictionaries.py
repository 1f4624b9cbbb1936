"""Dictionaries under hot code: int keys of all sizes, keys that change the strategy midway, equal keys of different types, deletion."""


def mixed(seed, choose, count):
    """Random operations on one dictionary; the same numbers everywhere."""
    state = seed
    log = 0
    table = {}
    for turn in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        key = choose(state >> 8)
        op = state % 9
        if op < 4:
            table[key] = turn
        elif op == 4:
            log += table.pop(key, -1)
        elif op == 5:
            log = (log * 3 + (key in table)) & 0xFFFFFFFF
        elif op == 6:
            log += table.get(key, 7)
        elif op == 7:
            log += table.setdefault(key, turn)
        elif key in table:
            del table[key]
        if turn % 997 == 996:
            table, old = table.copy(), table
            old[key] = 0
            table.pop(key, None)
    return log, len(table), list(table.items())[:4], sum(table.values())


print("small", mixed(1, lambda n: n % 300, 20_000))
print("negative", mixed(2, lambda n: n % 50 - 40, 6_000))
print("high words", mixed(3, lambda n: n % 20 * 2**32 + n % 3, 6_000))
print("multiples", mixed(4, lambda n: (n % 4000 - 2000) * 2**30, 6_000))
print("edges", mixed(5, lambda n: (2**31, -2**31, 2**31 - 1, 2**32, 2**53 - 1, 2**53, 2**64, 0, -1, -2)[n % 10], 6_000))
print("equal types", mixed(6, lambda n: (n % 7, float(n % 7), bool(n % 2), n % 7 + 2**33, float(2**33))[n % 5], 6_000))
print("to text", mixed(7, lambda n: n % 60 if n % 1009 else str(n % 60), 6_000))
print("to tuples", mixed(8, lambda n: n % 60 if n % 1009 else (n % 60, "a"), 6_000))
print("to fractions", mixed(9, lambda n: n % 60 if n % 1009 else n % 60 + 0.5, 6_000))
print("to None", mixed(10, lambda n: n % 60 if n % 1009 else None, 6_000))
print("bytes", mixed(11, lambda n: bytes([n % 7, n % 5]), 6_000))
print("tuples", mixed(12, lambda n: (n % 9, "abc"[n % 3], (n % 2, None)), 6_000))
print("equal tuples", mixed(13, lambda n: ((1, 2.0), (1.0, 2), (True, 2), (1, 2, 3), ())[n % 5], 3_000))


def counts(keys):
    table = {}
    for key in keys:
        if key in table:
            table[key] += 1
        else:
            table[key] = 1
    return table


# The first of equal keys stays.
print(counts([1, 1.0, True, 2, 2.0, 0, False, 0.0, -0.0]))
print(counts([True, 1, 1.0] + list(range(20)) + [False, 3.0]))
print(counts(list(range(12)) + [True, 4.0, 2**40, float(2**40), 2**70, float(2**70)])[2**70])
print(len(counts([n * 2**32 for n in range(3000)])), len(counts([n * 2**20 for n in range(3000)])))


class Key:
    """Equal to the int it holds."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return other == self.n


def find_all(table, keys):
    found = 0
    for key in keys:
        if key in table:
            found += table[key]
    return found


table = {n: n for n in range(100)}
keys = [n for n in range(150)]
for _ in range(20):
    find_all(table, keys)
print(find_all(table, keys), find_all(table, keys + [Key(5), Key(-5)]), table.get(Key(99)))


class Meddler:
    """Changes the dictionary when it is compared."""

    def __init__(self, table, n):
        self.table = table
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        self.table.pop(7, None)
        self.table[1000 + len(self.table)] = 0
        return False


table = {n: n for n in range(20)}
print(find_all(table, list(range(25)) + [Meddler(table, 3)] + list(range(5, 9))), len(table), 7 in table)
table = {n: n for n in range(20)}
table[Meddler(table, 4)] = "m"
print(len(table), list(table)[-3:-1])


def walk(table, at, change):
    seen = 0
    try:
        for key in table:
            if key == at:
                change(table)
            seen += 1
    except RuntimeError as error:
        return seen, str(error)
    return seen, None


def remove(table):
    del table[3]


def exchange(table):
    table.pop(3)
    table[-3] = 3


def replace(table):
    table[3] = "other"


for _ in range(3):
    for change in (remove, exchange, replace, dict.clear):
        print([walk({n: n for n in range(size)}, 5, change) for size in (8, 9, 50) for _ in range(30)][::30])


def drain(count):
    """A queue: entries come at the end and go at the front."""
    table = {}
    total = 0
    for n in range(count):
        table[n] = n
        if n >= 10:
            total += table.pop(n - 10)
    return total, len(table), list(table)


print(drain(5_000))


def from_the_end(count):
    table = {n * 3: n for n in range(count)}
    total = 0
    while table:
        key, value = table.popitem()
        total += key - value
        if value % 5 == 1:
            table[-value - 1] = 0
    return total


print(from_the_end(500))

from collections import OrderedDict

ordered = OrderedDict((n, n) for n in range(50))
for n in range(0, 50, 3):
    ordered.move_to_end(n)
for n in range(1, 50, 4):
    ordered.move_to_end(n, last=False)
del ordered[7]
print(list(ordered)[:8], list(ordered)[-8:], ordered[33], 7 in ordered, ordered.popitem(last=False))
