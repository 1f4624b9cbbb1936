"""What must hold after any program: values, classes, exceptions and generators behave as before, and no state was left behind."""

import sys


class Vector:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


def numbers():
    total = 0
    for number in range(1, 50):
        total += number * number % 7
    return total, 2**100 % 10**9, round(2.5), 7 // -2, f'{3.14159:.2f}', float('1e3'), int('ff', 16), 10**20 // 3, -7 % 3


def texts():
    return 'a\U0001f600b'[1], len('a\U0001f600b'), 'x,y'.split(','), '%05d' % 42, b'ab'.hex(), 'stra\xdfe'.upper(), '{:>4}'.format('a')


def containers():
    counted = {}
    for letter in 'mississippi':
        counted[letter] = counted.get(letter, 0) + 1
    items = [3, 1, 2]
    items.sort()
    items[1:1] = [9]
    return counted, items, {1, 2} | {3}, [*range(3)], {**counted, 'z': 0}['z'], (1, 2) < (1, 3)


def control():
    found = []
    try:
        try:
            [][0]
        except IndexError as error:
            raise KeyError('k') from error
    except KeyError as error:
        found.append((str(error), type(error.__cause__).__name__))
    finally:
        found.append('finally')

    def numbers():
        received = yield 1
        yield received

    generator = numbers()
    return found, next(generator), generator.send(5), sum(x for x in range(5)), Vector(1, 2) + Vector(3, 4) == Vector(4, 6)


def code():
    namespace = {}
    exec('class A:\n  @property\n  def p(self): return 5\nr = A().p', namespace)
    return namespace['r'], eval('[x * 2 for x in range(3)]'), isinstance(True, int), type(type) is type


def state():
    return sys.exc_info(), sys.getrecursionlimit(), len(dir(int)), len(dir(list)), len(dir(str)), len(dir(dict)), object.__subclasses__() != []


def facts():
    return repr((numbers(), texts(), containers(), control(), code(), state()))


BEFORE = facts()


def is_sound():
    return facts() == BEFORE
