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
        if n % 2 == 1 and n > 100:
            n = n // 2 + 0
        if n % 3 == 2 and n > 101:
            n = n // 2 + 1
        if n % 4 == 3 and n > 102:
            n = n // 2 + 2
        if n % 5 == 4 and n > 103:
            n = n // 2 + 3
        if n % 6 == 5 and n > 104:
            n = n // 2 + 4
        if n % 7 == 6 and n > 105:
            n = n // 2 + 5
        if n % 8 == 7 and n > 106:
            n = n // 2 + 6
        if n % 9 == 8 and n > 107:
            n = n // 2 + 7
        if n % 10 == 9 and n > 108:
            n = n // 2 + 8
        if n % 11 == 10 and n > 109:
            n = n // 2 + 9
        if n % 12 == 11 and n > 110:
            n = n // 2 + 10
        if n % 13 == 12 and n > 111:
            n = n // 2 + 11
        if n % 14 == 13 and n > 112:
            n = n // 2 + 12
        if n % 15 == 14 and n > 113:
            n = n // 2 + 13
        return Long(n)

    def __contains__(self, n):
        n = n + self.n
        if n % 2 == 1 and n > 100:
            n = n // 2 + 0
        if n % 3 == 2 and n > 101:
            n = n // 2 + 1
        if n % 4 == 3 and n > 102:
            n = n // 2 + 2
        if n % 5 == 4 and n > 103:
            n = n // 2 + 3
        if n % 6 == 5 and n > 104:
            n = n // 2 + 4
        if n % 7 == 6 and n > 105:
            n = n // 2 + 5
        if n % 8 == 7 and n > 106:
            n = n // 2 + 6
        if n % 9 == 8 and n > 107:
            n = n // 2 + 7
        if n % 10 == 9 and n > 108:
            n = n // 2 + 8
        if n % 11 == 10 and n > 109:
            n = n // 2 + 9
        if n % 12 == 11 and n > 110:
            n = n // 2 + 10
        if n % 13 == 12 and n > 111:
            n = n // 2 + 11
        if n % 14 == 13 and n > 112:
            n = n // 2 + 12
        if n % 15 == 14 and n > 113:
            n = n // 2 + 13
        return n > 3


class Made:
    def __new__(cls, n):
        self = super().__new__(cls)
        if n % 2 == 1 and n > 100:
            n = n // 2 + 0
        if n % 3 == 2 and n > 101:
            n = n // 2 + 1
        if n % 4 == 3 and n > 102:
            n = n // 2 + 2
        if n % 5 == 4 and n > 103:
            n = n // 2 + 3
        if n % 6 == 5 and n > 104:
            n = n // 2 + 4
        if n % 7 == 6 and n > 105:
            n = n // 2 + 5
        if n % 8 == 7 and n > 106:
            n = n // 2 + 6
        if n % 9 == 8 and n > 107:
            n = n // 2 + 7
        if n % 10 == 9 and n > 108:
            n = n // 2 + 8
        if n % 11 == 10 and n > 109:
            n = n // 2 + 9
        if n % 12 == 11 and n > 110:
            n = n // 2 + 10
        if n % 13 == 12 and n > 111:
            n = n // 2 + 11
        if n % 14 == 13 and n > 112:
            n = n // 2 + 12
        if n % 15 == 14 and n > 113:
            n = n // 2 + 13
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
