"""Dictionaries of classes with `__missing__`, in loops that are compiled."""

import sys
from collections import Counter, defaultdict


class Squares(dict):
    def __missing__(self, key):
        value = self[key] = key * key
        return value


class Zero(dict):
    def __missing__(self, key):
        return 0


class Strict(dict):
    def __missing__(self, key):
        if key == "bad":
            raise LookupError(key)
        return sys._getframe().f_back.f_code.co_name


class Nested(dict):
    def __missing__(self, key):
        made = self[key] = type(self)()
        return made


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n

    def __hash__(self):
        return self.n


def squares(n):
    s = Squares()
    return sum(s[i % 50] for i in range(n)) + sum([s[i & 15] for i in range(n)]), len(s)


def zero(n):
    z = Zero(a=1)
    total = 0
    for i in range(n):
        total += z["a"] + z["b"] + z[i]
        z[i & 3] += 1
    return total, dict(z)


def strict(n):
    s = Strict(known=1)
    found = {}
    for i in range(n):
        try:
            name = s["bad" if i % 100 == 99 else i]
        except LookupError as error:
            name = repr(error)
        found[name] = found.get(name, 0) + 1
        if i % 700 == 5:
            try:
                s[[]]
            except TypeError as error:
                found[str(error)] = 1
    return found


def nested(n):
    tree = Nested()
    for i in range(n):
        tree[i & 1][i & 3][i & 7] = i
    return tree


def keys(n):
    s = Zero()
    total = 0
    for i in range(n):
        total += s[Key(i % 10)]
        s[Key(i % 5)] = 1
        s[i, 1] += 1
        total += s[i, 1]
    return total, len(s)


def counter(n):
    c = Counter()
    for i in range(n):
        c[i % 7] += 1
        c["x"] += c["missing"]
    return sorted(c.items(), key=str)


def changing(n):
    z = Zero()
    found = []
    for i in range(n):
        value = z[i]
        if i % 500 == 499:
            found.append(value)
        if i == n // 2:
            Zero.__missing__ = lambda self, key: -key
        if i == n // 4 * 3:
            del Zero.__missing__
            z = defaultdict(lambda: "made", {1: 1})
    return found


def factories(n):
    d = defaultdict(lambda: [0])
    e = defaultdict(lambda: defaultdict(int))
    total = 0

    def factory():
        d["extra"] = 1
        return 5

    f = defaultdict(factory)
    for i in range(n):
        d[i % 30][0] += 1
        e[i % 3][i % 5] += 1
        total += f[i]
    return d[3], dict(e[2]), total, len(f), d["extra"]


for f in squares, zero, strict, nested, keys, counter, factories, changing:
    try:
        print(f.__name__, f(3000))
    except KeyError as error:
        print(f.__name__, "KeyError", error)
