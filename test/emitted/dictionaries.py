"""Dictionaries and sets."""

from collections import defaultdict


def loaded(table, n):
    total = 0
    for i in range(n):
        total += table['a']  #: guards 5
    return total


def stored(table, n):
    for i in range(n):
        table[i] = i  #: guards 2, lookup
    return table


def counted(words):
    table = {}
    for word in words:
        table[word] = table.get(word, 0) + 1  #: guards 5, lookup
    return table


def contained(table, n):
    count = 0
    for i in range(n):
        if i in table:  #: guards 2, lookup
            count += 1
        if i not in table:  #: guards 1, lookup
            count += 1
    return count


class Thing:
    pass


def among(things, word, n):
    count = 0
    for thing in things:
        if type(thing) in (int, float, str):  #: guards 7, lookup, has _ === _ || _ === _ || _ === _
            count += 1
        if word in ('a', 'b'):  #: guards 1, has _ === "a" || _ === "b"
            count += 1
        if n in (count, 3):  #: guards 1, has _ === _ || _ === 3
            count += 1
    return count


def made(cls, n):
    for i in range(n):
        thing = cls.__new__(cls)  #: guards 3, lookup
    return thing


def by_keys(table):
    total = 0
    for key in table:  #: guards 1, allocation
        total += key
    return total


def by_items(table):
    total = 0
    for key, value in table.items():  #: guards 1, allocation
        total += key * value  #: guards 7
    return total


def by_values(table):
    total = 0
    for value in table.values():  #: guards 1, allocation
        total += value
    return total


def grouped(n):
    table = {}
    for i in range(n):
        table.setdefault(i & 3, []).append(i)  #: guards 3, lookup
    return table


def comprehended(n):
    return {i: i * 2 for i in range(n)}  #: guards 4, allocation, lookup


def by_tuples(table, n):
    total = 0
    for i in range(n):
        total += table[i, 1]  #: guards 5, allocation, lookup
    return total


def sets(n):
    seen = set()
    for i in range(n):
        if i & 7 not in seen:  #: guards 1
            seen.add(i & 7)  #: guards 1
    return seen


def frozen_sets(n):
    seen = frozenset()
    for i in range(n):
        seen = seen | {i & 7}  #: guards 2, has withElement(_
    return seen


def set_comprehended(n):
    return {i & 7 for i in range(n)}  #: guards 5, allocation


def with_defaults(table, n):
    for i in range(n):
        table[i & 3] += 1  #: guards 5, has setAgain(, lookup
    return table


def by_names(names, n):
    table = None
    for name in names:
        table = {name: n, 'size': n}  #: guards 2, has buildTamedMap([_, lookup
    return table


def copied(table, n):
    for i in range(n):
        other = table.copy()  #: guards 2, has _.copy()
        other.update(table)  #: guards 2, has tamedUpdate(, lookup


def augmented(table, n):
    for i in range(n):
        table['n'] += i  #: guards 5, has itemAt(, has setAt(
    return table


def counted_by_tuples(items):
    table = {}
    for item in items:
        key = item, 0
        table[key] = table.get(key, 0) + 1  #: guards 8, has getItemsOr(, has replaceOfItems(, allocation, lookup
    return table


def within_by_tuples(table, elements, n):
    count = 0
    for i in range(n):
        if (i, 1) in table and (i, 1) in elements:  #: guards 6, has hasItems(, has setHasItems(
            count += 1
    return count


for _ in range(200):
    numbers = {i: i for i in range(8)}
    loaded({'a': 1, 'b': 2}, 10)
    stored({}, 10)
    counted(['a', 'b', 'a', 'c'])
    contained(numbers, 10)
    among([1, 2.5, "a", []], "b", 2)
    made(Thing, 10)
    by_keys(numbers)
    by_items(numbers)
    by_values(numbers)
    grouped(10)
    comprehended(10)
    counted_by_tuples([1, 2, 1, 3])
    within_by_tuples({(i, 1): i for i in range(8)}, {(i, 1) for i in range(8)}, 8)
    by_tuples({(i, 1): i for i in range(8)}, 8)
    sets(10)
    copied({'a': 1}, 10)
    frozen_sets(10)
    set_comprehended(10)
    augmented({'n': 0}, 10)
    by_names(['a', 'b'] * 5, 1)
    with_defaults(defaultdict(int), 10)
