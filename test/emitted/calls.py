"""Calls: globals, builtins, inlining, defaults, keywords, stars, closures, recursion."""

import os
import threading
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol, runtime_checkable

LIMIT = 10
RECURSIVE = threading.RLock()


def half(x):
    return x // 2


def scaled(x, by=2, *, plus=1):
    return x * by + plus


def total_of(*values):
    return len(values)


def named(**values):
    return len(values)


def global_value(n):
    total = 0
    for i in range(n):
        total += LIMIT  #: guards 1
    return total


def inlined(n):
    total = 0
    for i in range(n):
        total += half(i)  #: guards 1
    return total


def defaults(n):
    total = 0
    for i in range(n):
        total += scaled(i)  #: guards 2
        total += scaled(i, 3)  #: guards 2
        total += scaled(i, by=3, plus=2)  #: guards 2
    return total


def stars(n):
    total = 0
    pair = (1, 2)
    for i in range(n):
        total += total_of(i, i)  #: guards 0
        total += total_of(*pair)  #: guards 0
        total += named(a=i)  #: guards 1
    return total


def spread(pair, more, n):
    total = 0
    for i in range(n):
        total += scaled(*(i, *pair))  #: guards 7
        total += scaled(*pair, **more)  #: guards 8, has _.getStr("plus"), lookup
        total += named(**more)  #: guards 5, has otherKeywords
        total += len([*pair, i])  #: guards 4, allocation, has List.of
    return total


def any_length(tuples, n):
    total = 0
    for i in range(n):
        total += total_of(i, *tuples[i & 1])  #: guards 9, has listWith
    return total


def together(pair, more, n):
    total = 0
    for i in range(n):
        total += named(**{**more, "b": i})  #: guards 14, allocation, lookup
    return total


def recursive(n):
    return n if n < 2 else recursive(n - 1) + recursive(n - 2)  #: guards 9


def closed(n):
    step = 2

    def add(x):
        return x + step  #: guards 4

    total = 0
    for i in range(n):
        total += add(i)  #: guards 3
    return total


def counter():
    count = 0

    def next_number():
        nonlocal count
        count += 1  #: guards 3
        return count

    return next_number


def counted(n):
    step = counter()
    total = 0
    for i in range(n):
        total += step()  #: guards 4
    return total


def lambdas(n):
    double = lambda x: x + x
    total = 0
    for i in range(n):
        total += double(i)  #: guards 3
        total += (lambda x: x + i)(3)  #: guards 3, allocation
    return total


def builtins(text, n):
    total = 0
    for i in range(n):
        total += len(text)  #: guards 1
        total += ord('a')  #: guards 1
        total += abs(i)  #: guards 0
        if isinstance(i, int):  #: guards 0
            total += 1
        if callable(text):  #: guards 1, call
            total += 1
    return total


def applied(function, n):
    total = 0
    for i in range(n):
        total += function(i)  #: guards 2
    return total


def deep(n):
    total = 0
    for i in range(n):
        total += half(half(half(i)))  #: guards 1
    return total


def locked(n):
    total = 0
    for i in range(n):
        with RECURSIVE:  #: guards 2, call, has invokeItems
            total += i
    return total


def path(name, n):
    total = 0
    for i in range(n):
        total += len(os.fspath(name))  #: guards 2
    return total


def mappings(items):
    total = 0
    for item in items:
        if isinstance(item, Mapping):  #: guards 1, lookup, has tamedIsInstance
            total += 1
    return total


@lru_cache
def known(*values):
    return len(values)


bases = type.__dict__['__mro__'].__get__


def caches(n):
    total = 0
    for i in range(n):
        total += known(i)  #: guards 4, frame, call, has quietOne
        total += known(*(i, 1))  #: guards 5, allocation, frame, call, has quietSpread
    return total


def of_classes(classes):
    total = 0
    for cls in classes:
        total += len(bases(cls))  #: guards 2, has gotOfClass
        if '__init__' in cls.__dict__:  #: guards 4, lookup, has tamedOfType
            total += 1
    return total


def unbound(things):
    total = 0
    for thing in things:
        total += dict.get(thing, 1)  #: guards 5, has plainGetOr
    return total


@lru_cache
def remembered(*values):
    return len(values)


def hits(n):
    total = 0
    for i in range(n):
        total += remembered(n)  #: guards 4, has quietOne
        total += remembered(*(n, 1, 2))  #: guards 5, allocation, has quietSpread
    return total


@runtime_checkable
class Named(Protocol):
    name: str


class Person:
    def __init__(self, name):
        self.name = name


def protocols(things):
    total = 0
    for thing in things:
        if isinstance(thing, Named):  #: guards 3, frame, has instanceBy
            total += 1
    return total


def own_names(things):
    total = 0
    for thing in things:
        try:
            total += len(object.__getattribute__(thing, '__dict__'))  #: guards 5, frame, lookup, has tamedOfObject, has handles
        except AttributeError:
            total += 1
    return total


def failing(n):
    total = 0
    for i in range(n):
        try:
            raise AttributeError(i)  #: guards 3, frame, has newException, has raiseObject, has handles
        except AttributeError:
            total += 1
    return total


for _ in range(200):
    hits(10)
    protocols([Person('a'), 1, Person('b'), 'x'])
    own_names([Person('a'), 1, Person('b'), 'x'])
    failing(10)
    caches(10)
    of_classes([int, str, threading.Thread] * 3)
    unbound([{1: 2}, {1: 3}])
    locked(10)
    path('/tmp/x', 10)
    mappings([{}, 1, {}, 'x'])
    global_value(10)
    inlined(10)
    defaults(10)
    stars(10)
    spread((1,), {'plus': 2}, 10)
    any_length([(), (1,)], 10)
    together((1,), {'plus': 2}, 10)
    recursive(8)
    closed(10)
    counted(10)
    lambdas(10)
    builtins('abc', 10)
    applied(half, 10)
    deep(10)
