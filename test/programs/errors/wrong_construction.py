"""What the classes say to wrong arguments: themselves, classes derived from them, and their `__init__`."""
import array
import collections
import functools
import io
import itertools
import types

TYPES = [
    int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, object, type, range, slice, memoryview, property, classmethod, staticmethod,
    enumerate, reversed, zip, map, filter, super, Exception, OSError, StopIteration, KeyError, ImportError, SystemExit, UnicodeDecodeError, AttributeError, NameError,
    SyntaxError, BaseExceptionGroup, collections.deque, collections.OrderedDict, collections.defaultdict, collections.Counter, types.SimpleNamespace,
    types.MappingProxyType, types.MethodType, array.array, io.StringIO, io.BytesIO, functools.partial, itertools.count, itertools.chain, itertools.islice,
    itertools.repeat, itertools.product, itertools.accumulate, itertools.groupby, itertools.cycle, itertools.zip_longest, itertools.batched,
]
ARGUMENTS = [((1, 2, 3, 4, 5, 6, 7), {}), ((), {'nonesuch': 1}), ((1,), {'x': 1}), ((1, 2, 3, 4, 5, 6, 7), {'x': 1}), (([], [], [], []), {})]


def report(name, function, *first):
    for args, keywords in ARGUMENTS:
        try:
            function(*first, *args, **keywords)
            result = 'fine'
        except Exception as error:
            result = f'{type(error).__name__}: {error}'
        print(name, len(args), keywords, 'an object' if ' at 0x' in result else result)


def derived(kind):
    try:
        return type('Derived', (kind,), {})
    except TypeError:
        return None


for kind in TYPES:
    report(kind.__name__, kind)
    for made in (kind, derived(kind)):
        if made is None or (kind, made) == (super, super):  # CPython has two texts for it
            continue
        report(f'{kind.__name__} as {made.__name__}', made)
        try:
            thing = kind.__new__(made)
        except TypeError:
            continue
        report(f'{kind.__name__}.__init__ of {made.__name__}', kind.__init__, thing)
