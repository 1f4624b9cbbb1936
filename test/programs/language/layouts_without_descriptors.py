# Objects change their class by what __slots__ said: descriptors that are deleted, or stand in other classes, count for nothing.
class Plain:
    pass


class Odd:
    real = complex.__dict__['imag']
    start = range.__dict__['start']


class Slotted:
    __slots__ = ('a', 'b')


class Foreign:
    stolen = Slotted.__dict__['a']


class Like:
    __slots__ = ('b', 'a')


class Without:
    __slots__ = ('a', 'b')


class Below(Slotted):
    __slots__ = ()
    c = Slotted.a


class Further(Slotted):
    __slots__ = ('c',)


class Furthest(Like):
    __slots__ = ('c',)


class Private:
    __slots__ = ('__a', 'b')


class Weak:
    __slots__ = ('a', 'b', '__weakref__')


class Open:
    __slots__ = ('a', 'b', '__dict__')


del Without.a
CLASSES = [value for value in list(globals().values()) if isinstance(value, type)]


def changed(cls, other):
    value = cls()
    value.__class__ = other
    return type(value).__name__


for cls in CLASSES:
    for other in CLASSES:
        try:
            print(cls.__name__, changed(cls, other))
        except TypeError as error:
            print(cls.__name__, error)
value = Slotted()
value.a, value.b = 1, 2
for other in (Without, Like, Slotted, Below):
    try:
        value.__class__ = other
        print(type(value).__name__, getattr(value, 'a', 'none'), value.b)
    except TypeError as error:
        print(error)
Slotted.x = Slotted.a
del Slotted.a
for other in (Without, Like, Slotted):
    try:
        value.__class__ = other
        print(type(value).__name__, getattr(value, 'x', 'none'), getattr(value, 'a', 'none'), value.b)
    except TypeError as error:
        print(error)
