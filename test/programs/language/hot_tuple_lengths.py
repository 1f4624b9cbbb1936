"""Tuples of every length, where compiled code has met others before: pairs and triples hold their items in another way."""
from collections import namedtuple


def tuples():
    return [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5)]


def lengths(rows):
    total = 0
    for row in rows:
        total = total * 7 + len(row)
    return total % 1000003


def at(row, index):
    return row[index]


def pair(row):
    a, b = row
    return a * 10 + b


def triple(row):
    a, b, c = row
    return a * 100 + b * 10 + c


def four(row):
    a, b, c, d = row
    return a + b + c + d


def summed(row):
    total = 0
    for item in row:
        total += item
    return total


def taking(*args):
    return len(args), args


def spread(row):
    return taking(*row)


def attempt(function, *args):
    try:
        return function(*args)
    except (IndexError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


class Sub(tuple):
    pass


Point = namedtuple("Point", "x y")


def unpacking():
    for _ in range(200):
        pair((1, 2)), triple((1, 2, 3)), four((1, 2, 3, 4)), at((5, 6), 1), summed((1, 2)), spread((1, 2))
    for row in [*tuples(), Sub((1, 2)), Sub((1, 2, 3)), Point(3, 4), [1, 2], "ab"]:
        print(row, attempt(lengths, [row] * 30), end=" ")
        for function in (triple, four, spread):
            print(attempt(function, row) if not isinstance(row, str) else "", end=" ")
        if not isinstance(row, str):
            print(attempt(pair, row), attempt(summed, row), end=" ")
        print([attempt(at, row, index) for index in (-6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5)])


def compared(rows):
    return [(a < b, a <= b, a == b, a != b, a > b) for a in rows for b in rows]


def comparing():
    nan = float("nan")
    rows = [*tuples(), (1, 3), (0, 9), (1, 2, 0), (1.0, 2), (True, 2.5), (nan, 1), (1, nan), Sub((1, 2)), Point(1, 2)]
    for _ in range(30):
        result = compared(rows)
    for row, found in zip([(a, b) for a in rows for b in rows], result):
        print(row, *map(int, found))
    print(sorted([(3, "c"), (1, "b"), (1, "a"), (2, "z", 0), (1,), (), (1, "a", 0)]))


def looked_up(table, keys):
    return [table.get(key, "absent") for key in keys]


def keys():
    table = {row: len(row) for row in tuples()}
    asked = [*tuples(), (1.0, 2.0), (1, 2.5), (True, 2), ((1, 2), 3), Sub((1, 2)), Point(1, 2), (2**60, 1), ("a", None)]
    table[(1, 2), 3] = "nested"
    table[2**60, 1] = "large"
    table["a", None] = "text"
    for _ in range(200):
        found = looked_up(table, asked)
    print(found)
    cells = set()
    for n in range(400):
        cells.add((n % 20, n % 7))
        cells.add((n % 3, n % 5, n % 2))
        cells.discard((n % 4, n % 4))
    print(len(cells), sum(map(sum, cells)), (0, 0) in cells, (19, 1) in cells, (2, 4, 1) in cells, (2, 4, 1, 0) in cells)


class Holder:
    def __init__(self):
        self.held = None


def cyclic(turns, stop):
    for turn in range(turns):
        holder = Holder()
        row = holder, turn
        holder.held = row
        if turn == stop:
            return holder.held is row, row[0].held[1], len(row)
    return None


def built(n):
    rows = []
    for i in range(n):
        rows.append((i, i + 1))
        rows.append((i, i + 1, i + 2))
        rows.append((i,) * (i % 5))
    return sum(summed(row) for row in rows), rows[3] + rows[4], rows[-3][::-1], rows[-2][1:], (rows[0] * 2)[1:4]


unpacking()
comparing()
keys()
for stop in (5, 90, 400):
    print(cyclic(401, stop))
print(built(300), hash((1, 2)) == hash((1.0, True + 1)), hash((1, 2, 3)) == hash(Sub((1, 2, 3))))
for row in tuples():
    print(repr(row), row.count(1), (*row, 9), row[:2], row == tuple(list(row)), isinstance(1, (int, str)), "%s" % (row,))
