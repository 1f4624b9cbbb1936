"""Special methods deleted from and set in classes after their creation; classes that name builtin methods."""
def show(l, f):
    try: print(l, repr(f()))
    except BaseException as e: print(l, type(e).__name__, e)
class A:
    def __new__(cls, *a): return object.__new__(cls)
    def __init__(self, *a): pass
show('A1', lambda: type(A(1)).__name__)
del A.__new__
show('A2', lambda: type(A(1)).__name__)
show('A2b', lambda: type(A()).__name__)
del A.__init__
show('A3', lambda: type(A(1)).__name__)
show('A3b', lambda: type(A()).__name__)
class B: pass
class Bs(B): pass
B.__new__ = lambda cls, *a: object.__new__(cls)
show('B1', lambda: type(B(1)).__name__)
show('Bs1', lambda: type(Bs(1)).__name__)
del B.__new__
show('B2', lambda: type(B(1)).__name__)
show('Bs2', lambda: type(Bs(1)).__name__)
show('B2', lambda: type(B()).__name__)
class C:
    def __init__(self, *a): pass
show('C1', lambda: type(C(1)).__name__)
del C.__init__
show('C2', lambda: type(C(1)).__name__)
C.__init__ = lambda self, *a: None
show('C3', lambda: type(C(1)).__name__)
del C.__init__
show('C4', lambda: type(C(1)).__name__)
class D(int):
    def __new__(cls, *a): return int.__new__(cls, 7)
show('D1', lambda: D(1, 2, 3))
del D.__new__
show('D2', lambda: D(3))
show('D3', lambda: D(1, 2, 3))
class E(D): pass
show('E', lambda: E(3))
class F(list):
    def __init__(self, *a): pass
show('F1', lambda: F([1], 2))
del F.__init__
show('F2', lambda: F([1]))
show('F3', lambda: F([1], 2))
class G(list):
    def __new__(cls, *a): return list.__new__(cls)
    def __len__(s): return 5
    def __getitem__(s, i): return i
    def __iter__(s): return iter('xyz')
    def __repr__(s): return 'G!'
    def __eq__(s, o): return True
    def __hash__(s): return 1
    def __contains__(s, x): return True
    def __add__(s, o): return 'add'
    def __call__(s): return 'call'
    def __bool__(s): return False
    def __getattr__(s, n): return n
    def __getattribute__(s, n): return n + '!'
    def __setattr__(s, n, v): print('set', n)
    def __del__(s): pass
    def __next__(s): return 1
    def __get__(s, o, t): return 'get'
    def __set__(s, o, v): print('set')
g = G()
def ops(l, g):
    for n, f in dict(len=lambda: len(g), item=lambda: g[0], sl=lambda:g[0:1], iter=lambda: list(iter(g)), repr=lambda: repr(g), str=lambda: str(g), eq=lambda: g == 3, ne=lambda: g != 3, lt=lambda: g < [1], hash=lambda: hash(g)==1 if type(g).__hash__ and type(g).__hash__ is not object.__hash__ else 'H', cont=lambda: 9 in g, add=lambda: g + [1], iadd=lambda: type(g.__class__), call=lambda: g(), bool=lambda: bool(g), attr=lambda: g.foo, sa=lambda: setattr(g, 'x', 1), nxt=lambda: next(g)).items():
        show((l, n), f)
ops('G', g)
for n in ['__len__','__getitem__','__iter__','__repr__','__eq__','__contains__','__add__','__call__','__bool__','__getattribute__','__getattr__','__setattr__','__next__','__hash__','__new__']:
    delattr(G, n)
    ops(n, g)
class X:
    y = g
for n in ['__get__', '__set__']:
    show(n, lambda: X().y)
    show(n, lambda: setattr(X(), 'y', 1))
    delattr(G, n)
show('X', lambda: X().y is g)
for n, v in [('__len__', lambda s: 9), ('__getitem__', lambda s, i: 'gi'), ('__iter__', None), ('__hash__', None), ('__eq__', None), ('__add__', None), ('__contains__', None), ('__call__', lambda s: 'c2'), ('__bool__', lambda s: 5), ('__repr__', 3), ('__getattr__', lambda s, n: n), ('__next__', lambda s: 's'), ('__radd__', lambda s, o: 'radd'), ('__lt__', lambda s, o: 'lt'), ('__len__', int), ('__new__', 5), ('__init__', 6)]:
    setattr(G, n, v)
    ops(('set', n), g)
show('Gn', lambda: G())
del G.__new__
show('Gn', lambda: G())
del G.__init__
show('Gn', lambda: G())
# inherited through two bases
class P:
    def __len__(s): return 1
class Q:
    def __len__(s): return 2
class R(P, Q): pass
show('R', lambda: len(R()))
del P.__len__
show('R', lambda: len(R()))
del Q.__len__
show('R', lambda: len(R()))
P.__new__ = object.__new__
show('P', lambda: type(P(1)))
show('R', lambda: type(R(1)))
P.__init__ = object.__init__
show('P', lambda: type(P(1)))
del P.__new__, P.__init__
show('P', lambda: type(P(1)))
class M(type):
    def __call__(cls, *a): return 'called'
    def __getitem__(cls, i): return i
class T(metaclass=M): pass
show('T', lambda: T(1)); show('T', lambda: T[3])
del M.__call__, M.__getitem__
show('T', lambda: type(T()).__name__); show('T', lambda: T[3])
for base in (dict, set, str, tuple, float, bytes, Exception, type):
    class S(base):
        def __new__(cls, *a, **k): return base.__new__(cls)
        def __init__(self, *a, **k): pass
    del S.__new__
    show((base, 1), lambda: S())
    show((base, 2), lambda: S(1, 2, 3))
    del S.__init__
    show((base, 3), lambda: S())
    show((base, 4), lambda: S(1, 2, 3))
class N1: pass
class N2(N1):
    def __new__(cls, *a): return super().__new__(cls)
N1.__new__ = lambda c, *a: object.__new__(c)
show('N2', lambda: type(N2(1)))
del N2.__new__
show('N2', lambda: type(N2(1)))
del N1.__new__
show('N2', lambda: type(N2(1))); show('N1', lambda: type(N1(1)))
