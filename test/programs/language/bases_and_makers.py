"""__bases__ keep the tuple they were given; frozen objects of bytes; __new__ and __init__ that are deleted in the middle of hot code."""
import _imp, marshal, types
def sh(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e, getattr(e,'name',None))
c = compile('1','f','eval')
for a in [('x', b'123'), ('x', b''), ('x', marshal.dumps(5)), ('x', 5), ('zz', None), ('os', b'abc')]: sh(lambda: _imp.get_frozen_object(*a))
for a in [('x', marshal.dumps(c)), ('x', bytearray(marshal.dumps(c))), ('x',marshal.dumps(c)+b'xx')]: sh(lambda: eval(_imp.get_frozen_object(*a)))
class TS(tuple): pass
class A: pass
b = (int, A)
X = type('X', b, {})
print(X.__bases__ is b, X.__bases__ is X.__bases__)
b = TS((int, A)); X = type('X', b, {}); print(type(X.__bases__), X.__bases__ is b)
X = type('X', (), {}); print(X.__bases__)
X = type('X', TS(), {}); print(X.__bases__, type(X.__bases__))
class Y(A): pass
n = TS((A,)); 
sh(lambda: setattr(Y, '__bases__', TS((X, int))) or Y.__bases__)
sh(lambda: setattr(Y, '__bases__', n) or type(Y.__bases__))
print(Y.__bases__ is n, int.__bases__ is int.__bases__)
X = types.new_class('X', (A,)); print(X.__bases__, X.__orig_bases__ if hasattr(X,'__orig_bases__') else '')
class P:
    __new__ = object.__new__
    __init__ = object.__init__
sh(lambda: P(1)); sh(lambda: type(P()))
class D(int): __new__ = object.__new__
sh(lambda: D(5))
class X1: __new__ = object.__new__
class Y1(X1, int): pass
sh(lambda: Y1(5))
class L(list): __init__ = object.__init__
sh(lambda: L([1])); sh(lambda: L())
class L(list): __init__ = list.__init__
sh(lambda: L([1])); sh(lambda: L(1))
class L(list):
    def __init__(self, *a): list.__init__(self, *a)
class L2(L): __init__ = list.__init__
sh(lambda: L2([1]))
class L4(dict): __init__ = dict.update
sh(lambda: L4(a=1))
def loop(cls, *a):
    r = 0
    for i in range(3000):
        try: cls(*a); r += 1
        except TypeError as e: m = str(e)
    return r, r < 3000 and m
class H:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, *a): self.x = 1
class H2(H): pass
for k in (H, H2): print(loop(k), loop(k, 1))
del H.__new__
for k in (H, H2): print(loop(k), loop(k, 1))
H.__new__ = lambda c, *a: object.__new__(c)
for k in (H, H2): print(loop(k), loop(k, 1))
class H3(H): pass
del H.__new__, H.__init__
for k in (H, H2, H3): print(loop(k), loop(k, 1))
class H4(H): 
    def __init__(self, a): pass
for k in (H4,): print(loop(k), loop(k, 1))
import copy, pickle
h = H(); print(type(copy.copy(h)).__name__, type(copy.deepcopy(h)).__name__, type(pickle.loads(pickle.dumps(h))).__name__)
import enum
class E(enum.Enum): A = 1
print(E.A, E(1))
class F(enum.IntFlag): A = 1; B = 2
print(F.A | F.B)
import collections.abc, typing
class G(typing.Generic[typing.TypeVar('T')]):
    def __init__(self, x): pass
print(type(G(1)).__name__, type(G[int](1)).__name__)
