"""Tuples as keys of dictionaries and elements of sets, as they are displayed where they are looked up: equal keys, identity, and keys that run Python code."""

import math


def lookups(table, pairs):
    found = []
    for a, b in pairs:
        if (a, b) in table:
            found.append(table[a, b])
        found.append(table.get((a, b), "none"))
    return found


def equal_keys():
    table = {(1, 0): "ints", (2.5, "x"): "float", (None, ()): "none", (True, "t"): "bool", (10**20, 1): "big"}
    pairs = [(1, 0), (1.0, False), (True, 0.0), (1, -0.0), (2.5, "x"), (5 / 2, "x"), (None, ()), (1, "t"), (10**20, 1), (1e20, 1), (1, 2)]
    for _ in range(60):
        result = lookups(table, pairs)
    return result


def nans():
    nan = math.nan
    table = {(nan, 1): "this"}
    hits = 0
    for _ in range(200):
        hits += (nan, 1) in table
        hits += 10 * ((nan, 1.0) in table)
        hits += 100 * ((1, nan) in table)
    return hits


def triples(n):
    table = {}
    seen = set()
    for i in range(n):
        key = i % 7, i % 5, i % 3
        if key not in table:
            table[key] = 0
        table[key] += 1
        seen.add((i % 4, i % 6, i % 2))
    return len(table), sum(table.values()), sorted(seen), table[1, 1, 1], (1, 1) in table, (1, 1, 1, 1) in table


def identity(n):
    """The tuple that becomes the key is the one that the variable holds."""
    same = 0
    for i in range(n):
        table = {}
        key = i, i + 1
        if key in table:
            return -1
        table[key] = i
        same += next(iter(table)) is key
        again = i, i + 1
        table[again] = i
        same += next(iter(table)) is not again
        elements = set()
        elements.add(again)
        same += next(iter(elements)) is again
    return same


def errors(n):
    table = {(1, 2): 3}
    raised = []
    same = 0
    for i in range(n):
        key = i % 2 + 1, 2
        try:
            table[key]
        except KeyError as error:
            same += error.args[0] is key
            raised.append(error.args)
    return len(raised), raised[0], same


def counted(n):
    counts = {}
    for i in range(n):
        key = i % 10, "x"
        counts[key] = counts.get(key, 0) + 1
    for i in range(n):
        counts[i % 10, "x"] += 1
        counts.setdefault((i % 20, "y"), i)
    return sorted(counts.items())[:3], len(counts)


class Loud:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return isinstance(other, Loud) and self.value == other.value


def loud(n):
    table = {(0, 0): "plain"}
    elements = {(0, 0)}
    keys = [0] * (n - 4) + [Loud(1), Loud(2), Loud(1), 0]
    found = []
    for key in keys:
        if (key, 0) not in table:
            table[key, 0] = len(table)
        found.append(table[key, 0])
        found.append((key, 0) in elements)
        elements.add((key, 0))
        found.append(table.get((key, 1)))
    return found[-12:], len(table), len(elements)


def unhashable(n):
    table = {(0, 0): 1}
    items = [0] * n + [[]]
    try:
        for item in items:
            table[item, 0]
    except TypeError as error:
        first = str(error)
    try:
        for item in items:
            table[item, 0] = 1
    except TypeError as error:
        second = str(error)
    try:
        for item in items:
            (item, 0) in {(1, 2)}
    except TypeError as error:
        third = str(error)
    return first, second, third, table


class Pair(tuple):
    pass


class OddPair(tuple):
    def __hash__(self):
        return 3

    def __eq__(self, other):
        return True


def subclasses(n):
    table = {Pair((1, 2)): "pair", Pair((3, "x")): "text"}
    elements = {Pair((1, 2))}
    found = []
    for i in range(n):
        found = [table[1, 2], table.get((3, "x")), (1, 2) in elements, (2, 1) in table]
        table[1, 2] = i
    odd = {OddPair((1, 2)): 1}
    for i in range(n):
        found.append((1, 2) in odd)
        found.append(odd.get((1, 2)))
    return found[:8], [type(key).__name__ for key in table], table[1, 2]


def nested(n):
    table = {((1, 2), (3, 4)): "nested"}
    deep = ()
    for _ in range(100):
        deep = (deep, 1)
    table[deep, 0] = "deep"
    hits = []
    for i in range(n):
        hits = [table[(1, 2), (3, 4)], table.get(((1, 2), 3)), table[deep, 0], ((1.0, True + 1), (3, 4)) in table]
    return hits


def walking(n):
    """Changed while it is walked over."""
    table = {(i, 0): i for i in range(50)}
    try:
        for a, b in table:
            table[a, b] = a + 1
        for a, b in table:
            if (a, 1) not in table:
                table[a, 1] = 1
    except RuntimeError as error:
        return str(error), len(table)


def removed(n):
    table = {}
    elements = set()
    for i in range(n):
        table[i % 50, i % 3] = i
        elements.add((i % 50, i % 3))
        if (i % 20, 1) in table:
            del table[i % 20, 1]
        elements.discard((i % 20, 1))
        if (i % 30, 2) in elements:
            elements.remove((i % 30, 2))
        table.pop((i % 10, 0), None)
    return sorted(table.items())[:5], sorted(elements)[:5], len(table), len(elements)


def mixed_sets(n):
    numbers = {1, 2, 3}
    texts = {"a", ("x", 1), (1, "x")}
    both = {(1, 2), 5, None}
    found = []
    for i in range(n):
        found = [(1, 2) in numbers, ("x", 1) in texts, (1, "x") in texts, (1, 2) in both, (1.0, 2) in both, ("x", 1) in both]
        both.add((i % 3, i % 2))
        texts.add(("x", i % 2))
    return found, len(both), sorted(map(str, texts))


def floats(n):
    table = {}
    x = 0.5
    for i in range(n):
        x = x * 1.5 % 7.0
        key = x, i % 2
        if key in table:
            table[key] += 1
        else:
            table[key] = 1
    return len(table), sum(table.values()), (0.75, 0) in table


def either(n, flag):
    """A key that has been made on one way and not on the other."""
    table = {}
    kept = []
    for i in range(n):
        key = i % 5, i % 3
        if flag and i % 4 == 0:
            kept.append(key)
        if key in table:
            table[key] += 1
        else:
            table[key] = 1
        if kept and kept[-1] is key:
            kept.append(1)
    return len(kept), table[0, 0], len(table)


class Slots(dict):
    def __missing__(self, key):
        return "missing", key


def missing(n):
    table = Slots()
    table[1, 1] = 0
    found = None
    for i in range(n):
        found = table[i % 2, 1]
        table[1, 1] = i
    return found, table[0, 1], table


print(equal_keys())
print(nans())
print(triples(300))
print(identity(200))
print(errors(200))
print(counted(300))
print(loud(200))
print(unhashable(150))
print(subclasses(150))
print(nested(150))
print(walking(1))
print(removed(1000))
print(mixed_sets(200))
print(floats(400))
print(either(300, True), either(300, False))
print(missing(200))
