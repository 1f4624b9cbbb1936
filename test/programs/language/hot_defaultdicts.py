"""defaultdict in hot loops: values that builtin types make, other factories, keys of all kinds, changes on the way."""

from collections import Counter, OrderedDict, defaultdict


def count(keys, table):
    for key in keys:
        table[key] += 1
    return table


def group(keys, table):
    for index, key in enumerate(keys):
        table[key].append(index)
    return table


def seen(keys, table):
    found = 0
    for key in keys:
        if key in table:
            found += table[key]
        else:
            table[key] = 1
    return found


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value % 7

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value


words = [f"w{index * 7919 % 53}" for index in range(600)]
points = [(index % 5, index % 7) for index in range(600)]
ints = [index * 31 % 17 for index in range(600)]
for keys in (words, points, ints, [index / 4 for index in ints], [index % 2 == 0 for index in ints], [Key(n) for n in ints]):
    table = count(keys, defaultdict(int))
    print(len(table), sum(table.values()), list(table.values())[:9], seen(keys, table))
    print(list(group(keys, defaultdict(list)).values())[1][:5], seen(keys, defaultdict(int)))

print(count(words, defaultdict(float))["w3"], count(ints, defaultdict(bool))[3], count(ints, defaultdict(lambda: 10))[3])
print(count(ints, Counter())[3], count(ints, defaultdict(int, {3: 100}))[3])

table = defaultdict(set)
for index in range(300):
    table[index % 9].add(index % 4)
print(table[5], 99 in table, table.get(99), len(table), table[99], len(table))


def text(keys, table):
    for key in keys:
        table[key] += key
    return table


print(text(words[:300], defaultdict(str))["w3"])


class Table(defaultdict):
    def __missing__(self, key):
        self[key] = -1000
        return -1000


class Loud(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


print(count(ints, Table(int))[3], count(ints, Loud.fromkeys(ints, 0))[3], count(ints, OrderedDict.fromkeys(ints, 0))[3])

# Without a factory, and with one that changes meanwhile.
for factory in (None, dict, int):
    table = defaultdict(int)
    try:
        for index in range(300):
            if index == 200:
                table.default_factory = factory
                table.clear()
            table[index % 10] += 1
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error, len(table))
    else:
        print(table)
try:
    count([1, 2, [3]], defaultdict(int))
except TypeError as error:
    print(error)


# An entry that was found is removed, moved or replaced before the store.
def move(table, keys):
    for index, key in enumerate(keys):
        value = table.get(key, 0)
        if index % 50 == 49:
            table.pop(key, None)
        if index % 70 == 69:
            table.clear()
        table[key] = value + 1
    return table


print(move({}, words).get("w3"), sum(move(dict.fromkeys(words, 5), words).values()), list(move({}, [n % 3 == 1 for n in ints])))
print(move({1: 0, 0: 0}, [n % 3 == 1 for n in ints]), move({True: 7}, [1, 1.0, True] * 90), list(move({}, points).values())[:7])
