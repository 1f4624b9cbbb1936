# Which bases a class can get instead of its own: by the layouts of the objects, and in which order they are looked at.
import collections
import typing


class Pair(collections.namedtuple('Pair', 'x y')):
    __slots__ = ()


class OpenPair(collections.namedtuple('OpenPair', 'x y')):
    pass


class Row(tuple):
    __slots__ = ()


class OpenRow(tuple):
    pass


class Named(typing.NamedTuple):
    x: int = 1


class Items(list):
    __slots__ = ()


class OpenItems(list):
    pass


class Marked(list):
    __slots__ = 'a'


class Whole(int):
    __slots__ = ()


class OpenWhole(int):
    pass


class Missing(KeyError):
    __slots__ = ()


class OpenMissing(KeyError):
    pass


class Closed:
    __slots__ = ()


class Open:
    pass


class Reopened(Closed):
    pass


class Slotted(Closed):
    __slots__ = 'a'


class OfT(typing.Generic[typing.TypeVar('T')]):
    pass


CLASSES = [value for value in list(globals().values()) if isinstance(value, type)]
BUILTINS = [object, int, tuple, list, KeyError, LookupError, Exception, OSError]


def exchanged(cls, bases):
    before = cls.__bases__
    try:
        cls.__bases__ = bases
        cls.__bases__ = before
        return 'exchanged'
    except TypeError as error:
        return error


for cls in CLASSES:
    for base in CLASSES + BUILTINS:
        for bases in ((base,), (base, OfT), (base, base)):
            print(cls.__name__, [base.__name__ for base in bases], exchanged(cls, bases))
for bases in ((int, str, int), (Open, Open), (Open, Closed, Open, Closed), (int, int), (object, Open, object)):
    try:
        type('Made', bases, {})
    except TypeError as error:
        print(error)
