"""`__flags__` of Python classes: the bits of what their objects carry, and of the builtin type that they derive from."""

import abc
import enum

from apptest_checks import check_rows

# Bits that tell something here: not those of CPython's own ways to call and to look up.
MASK = sum(1 << bit for bit in [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31])


def bits(cls):
    return [bit for bit in range(32) if cls.__flags__ & MASK & 1 << bit]


class X: pass
class Meta(type): pass
class Empty: __slots__ = ()
class Slot: __slots__ = 'a'
class OnlyWeak: __slots__ = '__weakref__'
class OnlyDict: __slots__ = '__dict__'
class AgainDict(Slot): pass
class L(list): pass
class T(tuple): __slots__ = ()
class T2(tuple): pass
class B(bytes): pass
class S(str): pass
class D(dict): pass
class I(int): pass
class F(float): pass
class Set(set): pass
class E(Exception): pass
class Both(X, list): pass
class G[P]: pass
class Colour(enum.Enum): RED = 1
class Number(enum.IntEnum): ONE = 1
class Word(enum.StrEnum): A = 'a'
class Options(enum.Flag): A = 1
class Abstract(abc.ABC):
    @abc.abstractmethod
    def f(self): pass


NAMES = dict(globals())


def test_classes():
    check_rows([
        ('bits(X)', '[2, 3, 4, 9, 10, 12, 14]'),
        ('bits(Meta)', '[9, 10, 12, 14, 23, 31]'),
        ('bits(Empty)', '[9, 10, 12, 14]'),
        ('bits(Slot)', '[9, 10, 12, 14]'),
        ('bits(OnlyWeak)', '[3, 9, 10, 12, 14]'),
        ('bits(OnlyDict)', '[2, 4, 9, 10, 12, 14]'),
        ('bits(AgainDict)', '[2, 3, 4, 9, 10, 12, 14]'),
        ('bits(L)', '[2, 3, 4, 5, 9, 10, 12, 14, 22, 25]'),
        ('bits(T)', '[5, 9, 10, 12, 14, 22, 26]'),
        ('bits(T2)', '[4, 5, 9, 10, 12, 14, 22, 26]'),
        ('bits(B)', '[4, 9, 10, 12, 14, 22, 27]'),
        ('bits(S)', '[2, 3, 4, 9, 10, 12, 14, 22, 28]'),
        ('bits(D)', '[2, 3, 4, 6, 9, 10, 12, 14, 22, 29]'),
        ('bits(I)', '[4, 9, 10, 12, 14, 22, 24]'),
        ('bits(F)', '[2, 3, 4, 9, 10, 12, 14, 22]'),
        ('bits(Set)', '[2, 4, 9, 10, 12, 14, 22]'),
        ('bits(E)', '[3, 9, 10, 12, 14, 30]'),
        ('bits(Both)', '[2, 3, 4, 5, 9, 10, 12, 14, 22, 25]'),
        ('bits(G)', '[2, 3, 4, 9, 10, 12, 14]'),
        ('bits(Colour)', '[2, 3, 4, 9, 10, 12, 14]'),
        ('bits(Number)', '[4, 9, 10, 12, 14, 22, 24]'),
        ('bits(Word)', '[2, 3, 4, 9, 10, 12, 14, 22, 28]'),
        ('bits(Options)', '[2, 3, 4, 9, 10, 12, 14]'),
        ('bits(Abstract)', '[2, 3, 4, 9, 10, 12, 14, 20]'),
        ('bits(enum.EnumType)', '[9, 10, 12, 14, 23, 31]'),
        ('bits(enum.Enum)', '[2, 3, 4, 9, 10, 12, 14]'),
    ], NAMES)
