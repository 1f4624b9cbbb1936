"""Sets and dictionaries filled from lists, tuples, pairs and views: items that change what they are taken from, and errors."""

from collections import OrderedDict, namedtuple


class Item:
    """Its hash changes a list."""

    def __init__(self, number, change):
        self.number = number
        self.change = change

    def __hash__(self):
        self.change()
        return self.number

    def __eq__(self, other):
        return isinstance(other, Item) and self.number == other.number


items = [1, 2, 3]
items.insert(1, Item(5, lambda: items.append(len(items)) if len(items) < 9 else None))
print(len(set(items)), len(items))
items = [1, 2, 3, 4, 5]
items.insert(0, Item(5, lambda: items.__delitem__(slice(2, None))))
print(len(set(items)), len(items))
items = [0.5, 1.5, 2, 0.5]
print(set(items), frozenset((1, 2, 1)), {1} | set((3,)), set([float("inf")] * 3))
for source in ([1, []], (1, {}), [[1], 2]):
    target = {7}
    try:
        target.update(source)
    except TypeError as error:
        print(error, target)


class Rows(list):
    def __iter__(self):
        return iter("xyz")


class Pair(tuple):
    def __iter__(self):
        return iter("pq")


Point = namedtuple("Point", "x y")
print(sorted(set(Rows([1, 2]))), dict([Pair((1, 2))]), dict([Point(3, 4), (5, 6), [7, 8], "ab", {9: 0, 10: 0}]))
print(dict(zip("abc", range(3))), dict(((n, n * n) for n in range(3)), extra=1))
for pairs in ([(1, 2), (3,)], [(1, 2), (3, 4, 5)], [(1, 2), 7], [([], 1)], [(1, 2), ()]):
    try:
        print(dict(pairs))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


# All parts at once, with holes and after changes.
table = {n: -n for n in range(12)}
for n in (0, 3, 4, 11):
    del table[n]
table[3] = 30
print(list(table), list(table.values()), sorted(table.items())[:4], tuple(table.keys()), sum(table.values()))
print(sum({}.values()), sum({1: 2.5, 2: 3}.values()), sum({1: 2**53, 2: 2**53}.values()), sum({1: True, 2: 5}.values(), 10))
print(",".join({"a": 1, "b": 2}), ",".join({"a": "x", "b": "y"}.values()), [*table.items()][:2], [*{5, 6, 7}])
ordered = OrderedDict.fromkeys("abcd")
ordered.move_to_end("a")
ordered.move_to_end("d", last=False)
print(list(ordered), tuple(ordered.keys()), sorted(ordered.items()))


class Keys(dict):
    def __iter__(self):
        return iter(("own", "keys"))


class Elements(set):
    def __iter__(self):
        return iter(("own", "elements"))


print(list(Keys(a=1)), tuple(Keys(a=1).keys()), list(Elements({1})), sorted(Elements({2})), max({4: 0, 9: 0}), min({4: 3}.values()))


class Adding:
    """Adding it changes the dictionary that is summed up."""

    def __init__(self, table):
        self.table = table

    def __radd__(self, other):
        self.table["new"] = 1
        return other


table = {"a": 1}
table["b"] = Adding(table)
table["c"] = 2
try:
    print(sum(table.values()))
except RuntimeError as error:
    print(error)
