# Which error type() raises where several things are wrong with a class, and what the class has where nothing is: bases are checked
# first, then slots, the name, the namespace, and the order of the bases.
import _thread
import collections
import datetime
import enum
import warnings

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *rest: print('  warning', category.__name__, message)


class Numbers:
    """The same numbers everywhere."""

    def __init__(self):
        self.state = 1

    def below(self, limit):
        self.state = self.state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        return (self.state >> 33) % limit


numbers = Numbers()


def pick(items):
    return items[numbers.below(len(items))]


class A: pass
class B(A): pass
class C(A): pass
class S0: __slots__ = ()
class S1: __slots__ = ('a',)
class S2: __slots__ = ('b',)
class S3(S1): __slots__ = ('c',)
class SD: __slots__ = ('__dict__',)
class SW: __slots__ = ('__weakref__',)
class SDW: __slots__ = ('__dict__', '__weakref__')
class M(type): pass
class M2(type): pass
class WM(metaclass=M): pass
class WM2(metaclass=M2): pass
class Error(Exception): pass
class MyList(list): pass
class MyStr(str): pass


class Ordered(type):
    order = staticmethod(lambda cls: type.mro(cls))

    def mro(cls):
        return Ordered.order(cls)


class RaisingMeta(M):
    def __new__(meta, *args, **keywords):
        raise KeyError('meta')


Raising = type.__new__(RaisingMeta, 'Raising', (), {})


class Subclassed:
    def __init_subclass__(cls, **keywords):
        print('  subclassed', sorted(keywords))


class RaisingSubclassed:
    def __init_subclass__(cls):
        raise LookupError('init_subclass')


class Entries:
    def __mro_entries__(self, bases):
        return ()


class Named:
    def __set_name__(self, owner, name):
        print('  named', owner.__name__, ascii(name))


class RaisingNamed:
    def __set_name__(self, owner, name):
        raise LookupError('set_name')


class RaisingIter:
    def __iter__(self):
        raise LookupError('iter')


PLAIN = [object, A, B, C, S0, S1, S2, S3, SD, SW, SDW, WM, WM2, Raising]
BASES = PLAIN + [
    int, str, tuple, list, dict, type, M, bool, type(None), Error, Exception, OSError, MyList, Subclassed, RaisingSubclassed,
    Entries(), 5, None, set, bytes, float, frozenset, property, staticmethod, super, _thread._local, collections.OrderedDict,
    collections.deque, enum.Enum, datetime.date, datetime.datetime, type(pick), range, slice, memoryview, StopIteration, KeyError,
    ImportError, BaseExceptionGroup, ExceptionGroup, type(enum), type(type.__dict__),
]
SLOTS = [
    'a', 'b', '__dict__', '__weakref__', '__x', '__slots__', '1', 'a b', '', 5, None, b'a', 'é', '\ud800', '__class__', '__new__',
    '__doc__', '__module__', '__qualname__', '__classcell__', MyStr('q'), '_X__x', '__eq__', '__hash__', 'x', '__init_subclass__', 'if',
]
KEYS = [
    'a', 'x', '__dict__', '__weakref__', '__doc__', '__module__', '__qualname__', '__classcell__', '__classdictcell__', '__eq__',
    '__hash__', '__init_subclass__', '__class_getitem__', '__new__', '__init__', '__slots__', '__set_name__', '__mro__', '__bases__',
    '__name__', '__del__', '__getattr__', '__call__', '__annotations__', '__type_params__', '__match_args__', '__iter__', '__class__',
    5, None, ('t',), MyStr('sx'), '__text_signature__', '__prepare__', '__instancecheck__', '\ud800', '__orig_bases__',
]
ORDERS = [lambda cls: type.mro(cls)] * 3 + [
    lambda cls: [], lambda cls: 5, lambda cls: [cls, 5], lambda cls: [cls], lambda cls: [object], lambda cls: [cls, int], lambda cls: None,
]


def cell():
    value = None
    return (lambda: value).__closure__[0]


def some_value():
    return pick([
        None, 5, 's', '\ud800', MyStr('q'), Named(), RaisingNamed(), [], (), {}, lambda self=None, *args, **keywords: None,
        property(lambda self: 1), staticmethod(len), classmethod(len), cell(), int, 'a\0b', True, b'x', len, frozenset(),
    ])


def some_slots():
    if numbers.below(10) == 0:
        return pick([None, 5, 'a', '__dict__', '1', b'ab', {'a': 'doc'}, {}, iter(['a']), RaisingIter(), MyStr('a'), '', 'ab'])
    names = [pick(SLOTS) for _ in range(pick([0, 1, 1, 1, 2, 2, 3]))]
    return pick([tuple, list])(names)


def shown(value):
    text = ascii(value)
    return text if ' at 0x' not in text else type(value).__name__


def described(cls):
    return ascii([
        type(cls).__name__, cls.__name__, cls.__qualname__, shown(cls.__module__), cls.__base__.__name__,
        [base.__name__ for base in cls.__mro__], sorted(map(ascii, cls.__dict__)), cls.__flags__, cls.__dictoffset__ != 0,
        cls.__weakrefoffset__ != 0, shown(cls.__doc__),
    ])


def some_namespace():
    namespace = {}
    for _ in range(pick([0, 0, 1, 1, 2, 3])):
        namespace[pick(KEYS)] = some_value()
    if numbers.below(5) < 3:
        namespace['__slots__'] = some_slots()
    return dict(reversed(namespace.items())) if numbers.below(2) else namespace


for case in range(500):
    pool = pick([BASES, PLAIN])
    bases = tuple(pick(pool) for _ in range(pick([0, 1, 1, 1, 2, 2, 2, 3])))
    name = pick(['X'] * 12 + ['\ud800', 'a\0b', '', 5, MyStr('Y'), '__X', '_'])
    namespace = some_namespace()
    meta = pick([type] * 10 + [M, M2, Ordered, int, A])
    Ordered.order = staticmethod(pick(ORDERS))
    keywords = {} if numbers.below(7) else {pick(['z', 'metaclass', 'name', 'bases']): 1}
    names = [getattr(base, '__name__', type(base).__name__) for base in bases]
    print(case, ascii(name), names, {ascii(key): shown(value) for key, value in namespace.items()}, meta.__name__, keywords)
    args = name, bases, namespace
    if numbers.below(20) == 0:
        args = pick([(name, bases), (name, list(bases), namespace), (name, bases, None), (name, bases, namespace, 1), ()])
    try:
        made = meta(*args, **keywords) if numbers.below(3) else type.__new__(meta, *args, **keywords)
        print(' ', described(made) if isinstance(made, type) else type(made).__name__)
    except BaseException as error:
        print(' ', type(error).__name__, ascii(str(error)), ascii(getattr(error, '__notes__', None)))
