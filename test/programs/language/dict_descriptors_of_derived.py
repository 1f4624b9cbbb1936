# Which classes have a `__dict__` and a `__weakref__` in their own namespace: those whose first base has no room for them.
import _thread, collections, enum, functools, io, types


class Plain: pass
class Slotted: __slots__ = ()
class Named: __slots__ = ('a',)
class Wanting: __slots__ = ('__dict__',)
class Referable: __slots__ = ('__weakref__',)


BASES = [object, types.ModuleType, types.SimpleNamespace, collections.OrderedDict, functools.partial, io.BytesIO, io.StringIO, io.FileIO,
         io._io._IOBase, io.IOBase, int, str, tuple, list, dict, set, Exception, OSError, staticmethod, property, collections.deque,
         collections.defaultdict, type(functools.lru_cache(len)), Plain, Slotted, Named, Wanting, Referable]


def attempt(label, function):
    try:
        result = function()
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print('   ', label, result)


def replace(obj):
    obj.__dict__ = {'replaced': 1}
    return vars(obj)


def describe(cls, *args):
    print(cls.__name__, [base.__name__ for base in cls.__bases__], cls.__base__.__name__)
    print('   ', [name for name in ('__dict__', '__weakref__', '__slots__') if name in vars(cls)],
          cls.__dictoffset__ != 0, cls.__weakrefoffset__ != 0)
    try:
        obj = cls(*args)
    except TypeError:
        obj = cls.__new__(cls, *args)
    attempt('vars', lambda: sorted(vars(obj)))
    attempt('set', lambda: setattr(obj, 'zz', 1))
    attempt('own', lambda: 'zz' in obj.__dict__)
    attempt('Plain', lambda: Plain.__dict__['__dict__'].__get__(obj).get('zz'))
    attempt('replace', lambda: replace(obj).get('replaced'))
    attempt('get', lambda: obj.replaced)
    attempt('old', lambda: obj.zz)
    attempt('dir', lambda: [name for name in dir(obj) if name in ('__dict__', '__weakref__', 'a', 'zz', 'replaced')])


ARGUMENTS = {types.ModuleType: ('m',), functools.partial: (len,), staticmethod: (len,), type(functools.lru_cache(len)): (len, 1, 0, tuple),
             io.FileIO: ('/dev/null',)}
for base in BASES:
    args = ARGUMENTS.get(base, ())
    for bases, namespace in [((base,), {}), ((base,), {'__slots__': ()}), ((base,), {'__slots__': ('__dict__',)}),
                             ((base, Plain), {}), ((Plain, base), {}), ((base, Slotted), {}), ((base, Referable), {}), ((Named, base), {}),
                             ((base, Wanting), {'__slots__': ()}), ((base, Plain), {'__slots__': '__weakref__'})]:
        if len(set(bases)) < len(bases):
            continue
        try:
            cls = types.new_class('Derived', bases, {}, lambda made: made.update(namespace))
        except TypeError as error:
            print(base.__name__, [one.__name__ for one in bases], error)
            continue
        describe(cls, *args)


class Local(_thread._local):
    pass


local = _thread._local()
local.x = 1
print('__dict__' in vars(_thread._local), '__dict__' in vars(Local), vars(local), local.__dict__)
for obj in (local, Local()):
    for function in (lambda: setattr(obj, '__dict__', {}), lambda: delattr(obj, '__dict__')):
        try:
            function()
        except AttributeError as error:
            print(error)


class Colour(str, enum.Enum):
    RED = 'r'


print('__dict__' in vars(Colour), '__weakref__' in vars(Colour), '__dict__' in vars(enum.Enum))
