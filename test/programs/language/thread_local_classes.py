# Classes derived from _thread._local: their objects' attributes are in a dictionary of the thread, beside slots and a dictionary that the
# class may add, which only object's own methods see.
import _thread
import weakref

Local = _thread._local


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Empty(Local): __slots__ = ()
class Slot(Local): __slots__ = ('a',)
class Dict(Local): __slots__ = ('__dict__',)
class Plain(Local): pass
class Derived(Empty): pass
class Both(Slot): __slots__ = ('b', '__dict__')


for cls in Empty, Slot, Dict, Plain, Derived, Both, Local:
    print(cls.__name__, cls.__dictoffset__, sorted(name for name in cls.__dict__ if name != '__static_attributes__'))
    local = cls()
    attempt(lambda: setattr(local, 'x', 1))
    attempt(lambda: local.x)
    attempt(lambda: local.__dict__)
    attempt(lambda: setattr(local, 'a', 2))
    attempt(lambda: local.a)
    attempt(lambda: local.__dict__)
    attempt(lambda: weakref.ref(local)() is local)
    attempt(lambda: delattr(local, 'x'))
    attempt(lambda: local.x)
    attempt(lambda: delattr(local, 'x'))
    attempt(lambda: vars(local))
    attempt(lambda: setattr(local, '__dict__', {}))
    attempt(lambda: delattr(local, '__dict__'))
    attempt(lambda: hasattr(local, '__dict__'))
    attempt(lambda: 'a' in dir(local))
    attempt(lambda: object.__getattribute__(local, '__dict__'))
    attempt(lambda: object.__setattr__(local, 'z', 1))
    attempt(lambda: local.z)
    attempt(lambda: object.__reduce_ex__(local, 2))
    attempt(lambda: local.__getstate__())
    attempt(lambda: cls(1))

for slots in (['__dict__', '__weakref__'], ['__dict__', '__dict__'], ['__weakref__'], 'a'):
    attempt(lambda: type('Made', (Local,), {'__slots__': slots}).__dictoffset__)


def become(local, cls):
    local.__class__ = cls
    return type(local).__name__


class Other(Local): pass


attempt(lambda: become(Empty(), Plain))
attempt(lambda: become(Other(), Plain))
