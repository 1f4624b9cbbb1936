"""Classes with `__new__`, metaclasses with `__call__`, functions of other modules."""

from collections import namedtuple
from functools import total_ordering

Point = namedtuple("Point", "x y")


class Plain:
    def __new__(cls, value):
        self = super().__new__(cls)
        self.value = value
        return self


class Both:
    def __new__(cls, value):
        return object.__new__(cls)

    def __init__(self, value):
        self.value = value


class Registry(type):
    made = {}

    def __call__(cls, *args):
        if cls not in Registry.made:
            Registry.made[cls] = super().__call__(*args)
        return Registry.made[cls]


class Only(metaclass=Registry):
    value = 1


class Counting(type):
    def __call__(cls, *args):
        return super().__call__(*args)


class Counted(metaclass=Counting):
    def __init__(self, value):
        self.value = value


@total_ordering
class Ordered:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


def tuples(n):
    total = 0
    for i in range(n):
        point = Point(i, 1)  #: guards 0, allocation
        total += point.x + point[1]  #: guards 2
    return total


def plain(n):
    total = 0
    for i in range(n):
        total += Plain(i).value  #: guards 2
    return total


def both(n):
    total = 0
    for i in range(n):
        total += Both(i).value  #: guards 1
    return total


def only(n):
    total = 0
    for i in range(n):
        total += Only().value  #: guards 3, lookup
    return total


class Missing(dict):
    def __missing__(self, key):
        return 1


class Shown:
    shown = 0

    def __init__(self, value):
        self.value = value
        self.more = value


def missing(n):
    found = Missing()
    total = 0
    for i in range(n):
        total += found[i]  #: guards 6, lookup
    return total


def lost(n):
    total = 0
    for i in range(n):
        shown = Shown(i)
        del shown.value
        shown.shown = i
        total += shown.more + shown.shown  #: guards 1
    return total


def compared(n):
    one, other = Ordered(1), Ordered(2)
    total = 0
    for i in range(n):
        total += one >= other  #: guards 5
    return total


def counted(n):
    total = 0
    for i in range(n):
        total += Counted(i).value  #: guards 2
    return total


class Twin:
    def __init__(self, value):
        self.value = value

    def another(self):
        return self.__class__(self.value)


def twins(twin, n):
    for _ in range(n):
        twin = twin.another()  #: guards 3, allocation
    return twin


for _ in range(200):
    tuples(10)
    plain(10)
    both(10)
    only(10)
    counted(10)
    missing(10)
    lost(10)
    compared(10)
    twins(Twin(1), 10)
