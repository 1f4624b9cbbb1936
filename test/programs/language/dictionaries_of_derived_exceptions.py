"""Classes that derive from exceptions, classmethod and the like have the __dict__ of these, and no __weakref__ where there is room for one."""
import types
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
class X(ValueError): pass
class Y(X):
    __slots__ = ('q',)
class Z(ExceptionGroup): pass
for c in (X, Y, Z, Exception):
    e = c('a', [ValueError()]) if issubclass(c, ExceptionGroup) else c('a')
    print(c.__name__, sorted(c.__dict__)[:8] if c is not Exception else '', c.__dict__.get('__dict__'))
    print(e.__dict__, vars(e)); e.x = 1; print(e.__dict__, vars(e), dir(e)[-3:]); e.__dict__['y'] = 2; print(e.y, e.x, e.__dict__ is e.__dict__)
    e.__dict__ = {'z': 3}; print(e.z, hasattr(e, 'x'), e.__dict__)
    def s(): e.__dict__ = 5
    t(s)
    def d(): del e.__dict__
    t(d)
    print(e.__reduce__()[-1])
    for i in range(300):
        e.n = i; e.__dict__['m'] = i
    print(e.n, e.m, e.__dict__)
for B in (staticmethod, classmethod):
    class D(B): pass
    d = D(len)
    print(sorted(D.__dict__), sorted(d.__dict__), d.__dict__ is d.__dict__)
    d.__dict__ = {'a': 1}; print(d.__dict__, d.a)
    def s(): d.__dict__ = 5
    t(s)
    def x(): del d.__dict__
    t(x)
    d.b = 3; print(d.__dict__, vars(d))
    e = B(len); e.q = 1; print(sorted(e.__dict__))
def s():
    class W(ValueError): __slots__ = ('__dict__',)
t(s)
def s():
    class W(ValueError): __slots__ = ('__weakref__',)
    return W.__weakref__
t(s)
def s():
    class W(set): __slots__ = ('__weakref__',)
t(s)
class W(ValueError): __slots__ = ()
w = W('x'); w.a = 1; print(w.__dict__)
class V(set): pass
import weakref
v = V(); r = weakref.ref(v); print(r() is v, '__weakref__' in V.__dict__, hasattr(v, '__weakref__'))
class P: pass
class MI2(P, X): pass
m = MI2('a'); m.k = 1; print(m.__dict__, sorted(MI2.__dict__))
class MI3(X, P): pass
m = MI3('a'); m.k = 1; print(m.__dict__, sorted(MI3.__dict__))


# Where there is room for weak references and a dictionary already.
for b in (object, int, str, tuple, list, dict, set, frozenset, type, ValueError, ExceptionGroup, bytes, classmethod, property):
    def s():
        class W(b): __slots__ = ('__weakref__',)
        return W
    t(s)
    def s():
        class W(b): __slots__ = ('__dict__',)
        return W
    t(s)
    def s():
        class V(b): __slots__ = ()
        class W(V): __slots__ = ('__weakref__', '__dict__')
        class U(W): pass
        return '__weakref__' in U.__dict__, '__dict__' in U.__dict__
    t(s)
group = ExceptionGroup('a', [ValueError()])
t(lambda: weakref.ref(group)() is group)
t(lambda: weakref.ref(ValueError()))
