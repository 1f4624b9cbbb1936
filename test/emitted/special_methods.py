"""Special methods of Python classes, inlined where operators, truth and loops ask for them."""

from enum import IntEnum


class Amount:
    __slots__ = ('n',)

    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Amount(self.n + other.n)

    def __iadd__(self, other):
        self.n += other.n
        return self

    def __neg__(self):
        return -self.n

    def __pos__(self):
        return self.n

    def __invert__(self):
        return ~self.n

    def __bool__(self):
        return self.n > 0


class Long:
    """Its methods are too long to be inlined."""

    def __init__(self, n):
        self.n = n

    def __matmul__(self, other):
        n = self.n + other
        n = n + n % 2 + n % 3 + n % 4 + n % 5 + n % 6 + n % 7 + n % 8 + n % 9 + n % 10 + n % 11 + n % 12 + n % 13 + n % 14 + n % 15 + n % 16 + n % 17
        n = n + n % 18 + n % 19 + n % 20 + n % 21 + n % 22 + n % 23 + n % 24 + n % 25 + n % 26 + n % 27 + n % 28 + n % 29 + n % 30 + n % 31 + n % 32 + n % 33
        return Long(n)

    def __contains__(self, n):
        n = n + self.n
        n = n + n % 2 + n % 3 + n % 4 + n % 5 + n % 6 + n % 7 + n % 8 + n % 9 + n % 10 + n % 11 + n % 12 + n % 13 + n % 14 + n % 15 + n % 16 + n % 17
        n = n + n % 18 + n % 19 + n % 20 + n % 21 + n % 22 + n % 23 + n % 24 + n % 25 + n % 26 + n % 27 + n % 28 + n % 29 + n % 30 + n % 31 + n % 32 + n % 33
        return n > 3


class Made:
    def __new__(cls, n):
        self = super().__new__(cls)
        n = n + n % 2 + n % 3 + n % 4 + n % 5 + n % 6 + n % 7 + n % 8 + n % 9 + n % 10 + n % 11 + n % 12 + n % 13 + n % 14 + n % 15 + n % 16 + n % 17
        n = n + n % 18 + n % 19 + n % 20 + n % 21 + n % 22 + n % 23 + n % 24 + n % 25 + n % 26 + n % 27 + n % 28 + n % 29 + n % 30 + n % 31 + n % 32 + n % 33
        self.n = n
        return self


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def added(n):
    amount = one = Amount(1)
    for _ in range(n):
        amount = amount + one  #: guards 2, allocation
    return amount


def added_in_place(n):
    amount = Amount(0)
    one = Amount(1)
    for _ in range(n):
        amount += one  #: guards 1
    return amount


def unary(n):
    amount = Amount(3)
    total = 0
    for _ in range(n):
        total += -amount  #: guards 2
        total += +amount  #: guards 1
        total += ~amount  #: guards 2
    return total


def truth(n):
    amount = Amount(3)
    total = 0
    for _ in range(n):
        if amount:  #: guards 1
            total += 1
        if not amount:  #: guards 0
            total += 1
    return total


def counted(n):
    total = 0
    for item in Count(n):  #: guards 1, allocation
        total += item
    return total


def numbered_once(items):
    """A loop that is entered in the middle of its first run."""
    total = 0
    for i, item in enumerate(items):  #: guards 3, lookup
        total += i
    return total


def paired_once(items):
    total = 0
    for left, right in zip(items, items):  #: guards 6, lookup
        total += left
    return total


class Level(IntEnum):
    LOW = 1
    HIGH = 2


def of_members(level, n):
    total = 0
    for i in range(n):
        total += level + i  #: guards 6
    return total


def called_from_unit_to_unit(n):
    long = Long(1)
    total = 0
    for i in range(n):
        long = long @ i  #: guards 2, has bareEntry, allocation
        total += i in long  #: guards 3, has bareEntry
        made = Made(i)  #: guards 4, has bareEntry
    return long, total, made


def squares(n):
    for k in range(n):
        yield k * k


def stepping(n):
    class Stepping:
        __next__ = squares(n).__next__

        def __iter__(self):
            return self

    return Stepping()


def stepped(iterator):
    total = 0
    for item in iterator:  #: guards 1, frame, interpreted, has advanceInstance
        total += item
    return total


for _ in range(200):
    called_from_unit_to_unit(10)
    of_members(Level.HIGH, 10)
    added(10)
    added_in_place(10)
    unary(10)
    truth(10)
    counted(10)
    stepped(stepping(10))
numbered_once([1] * 3000)
paired_once([1] * 3000)
