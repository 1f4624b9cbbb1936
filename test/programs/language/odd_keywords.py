"""Keyword arguments whose names are no str: most callees refuse them, some only after their own checks, a few take them."""
import ast
import functools
import warnings
from collections import OrderedDict, defaultdict


class Plain: pass
class Init:
    def __init__(self, a=1, **k): print('init')
class New:
    def __new__(cls, **k): print('new')
class Called:
    def __call__(self, **k): return k
class FromInt(int):
    def __init__(self, **k): print('init')
class Dict(dict): pass
class Ordered(OrderedDict): pass
class Meta(type):
    def __call__(cls, *a, **k): return k
class OfMeta(metaclass=Meta): pass
class Error(Exception): pass
class Late:
    def __init_subclass__(cls, **k): print(k)


def function(**k): return k
def pair(a, /, *, b=2): return a


CALLEES = '''3 None Plain Init New Called() FromInt Dict Ordered OfMeta Error Late function pair object type int str list dict bytes
    Exception ImportError NameError OSError zip map filter property slice memoryview print len vars dir OrderedDict OrderedDict().update
    dict.update {}.update {}.get "{}{a}".format str.format list.__init__ int.__new__ object.__new__ [].__len__ object().__init__
    defaultdict functools.partial functools.partial(function) functools.partial(pair,b=1) functools.lru_cache(function)
    ast.Name ast.Constant'''.split()

for text in CALLEES:
    callee = eval(text)
    for args in (), (function,), ('a',):
        for keywords in {1: 2}, {1: 2, 'a': 3}, {'b': 1, (2,): 3}:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter('always')
                try:
                    result = callee(*args, **keywords)
                    print(text, args != () and type(args[0]).__name__, keywords, type(result).__name__, str(result)[:9])
                except Exception as error:
                    print(text, args != () and type(args[0]).__name__, keywords, type(error).__name__, str(error).partition(' at 0x')[0])
            for warning in caught:
                print('   ', warning.message)

# A partial keeps them until it is called; they stay what they are.
kept = functools.partial(function, **{1: 2, (): 3})
print(kept.keywords)
try:
    kept()
except TypeError as error:
    print(error)
print(OrderedDict([('a', 1)], **{1: 2, 'b': 3, None: 4, 'a': 5}))

try:
    type.__new__(type, 'T', (Late,), {}, **{1: 2})
except TypeError as error:
    print(error)


def often(mapping):
    results = []
    for _ in range(400):
        try:
            results.append(function(**mapping))
        except TypeError as error:
            results.append(str(error))
    return results[-1], len(results)


print(often({'a': 1, 'b': 2}), often({'a': 1, 2: 2}), often({1: 2}), often({'a': 1}))
