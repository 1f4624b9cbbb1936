"""Which classes an object or a class can be given instead of its own: `__class__` and `__bases__`, by what the objects carry."""
import abc
import collections
import typing

class A:
    pass

class B:
    pass

class S0:
    __slots__ = ()
class S1:
    __slots__ = ('a',)
class S2:
    __slots__ = ('a',)
class S3:
    __slots__ = ('a','b')
class SD:
    __slots__ = ('a','__dict__')
class SW:
    __slots__ = ('__weakref__',)
class D0(S0):
    pass

class D1(S1):
    pass

class D1b(S1):
    pass

class D2(S2):
    pass

class E0(S1):
    __slots__ = ()
class E1(S1):
    __slots__ = ('b',)
class E2(S1):
    __slots__ = ('b',)
class E3(S2):
    __slots__ = ('b',)
class X(abc.ABC):
    pass

class Y(abc.ABC):
    pass

class Z(X):
    pass

class L1(list):
    pass

class L2(list):
    pass

class LS(list):
    __slots__ = ()
class DD(dict):
    pass

class Ex(Exception):
    pass

class Ey(Exception):
    pass

class Ez(ValueError):
    pass

class Ew(Ex):
    pass

class I1(int):
    pass

class I2(int):
    pass

class IS(int):
    __slots__ = ()
class T1(tuple):
    pass

class TS(tuple):
    __slots__ = ()
NT = collections.namedtuple('NT', 'a')
NT2 = collections.namedtuple('NT2', 'a')
class UL(collections.UserList):
    pass

class G(typing.Generic[typing.TypeVar('T')]):
    pass

class St(str):
    pass

class By(bytes):
    pass

class Fl(float):
    pass

class Se(set):
    pass

ALL=[A,B,S0,S1,S2,S3,SD,SW,D0,D1,D1b,D2,E0,E1,E2,E3,X,Y,Z,L1,L2,LS,DD,Ex,Ey,Ez,Ew,I1,I2,IS,T1,TS,NT,NT2,UL,collections.UserList,G,St,By, Fl, Se]
def make(c):
    try: return c()
    except TypeError: return c(1)


def outcome(change):
    try:
        change()
    except TypeError as error:
        return 'layout' if 'object layout' in str(error) else 'deallocator' if 'deallocator' in str(error) else str(error)
    return 'yes'


for made in ALL:
    found = {}
    for other in ALL:
        thing = make(made)
        derived = type('Derived', (made,), {})
        for what, change in (('class', lambda: setattr(thing, '__class__', other)), ('bases', lambda: setattr(derived, '__bases__', (other,)))):
            found.setdefault((what, outcome(change)), []).append(other.__name__)
    print(made.__name__)
    for (what, answer), names in sorted(found.items()):
        print('   ', what, answer, *names)
