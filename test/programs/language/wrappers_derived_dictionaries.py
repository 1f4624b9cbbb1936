"""Classes derived from classmethod and staticmethod have the attributes of what they wrap in their own dictionaries."""
print(sorted(classmethod(2).__dict__), sorted(staticmethod(2).__dict__))
class C(classmethod): pass
print(sorted(C(2).__dict__), sorted(C(print).__dict__))
class C(classmethod):
    __class__ = property(lambda self: int)
print(sorted(C(2).__dict__), sorted(C(print).__dict__))
class C(classmethod):
    @staticmethod
    def m(*a): pass
    def __bool__(): 1/0
    def __repr__(s): return 1
    def __str__(s): raise KeyError
print(sorted(C(2).__dict__), sorted(C(print).__dict__))
print(sorted(vars(C(2))), sorted(object.__new__(C).__dict__) if 0 else '')
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: sorted(vars(classmethod.__new__(C))))
x=C(int); x.__init__(3); print(x.__dict__)
x=C(lambda: 3); x.__init__(str); print(sorted(x.__dict__), x.__dict__['__name__'])
x=property(); t(lambda: x.__doc__); x.__init__(int); t(lambda: x.__doc__[:10])
t(lambda: vars(C(2)))
for B in (staticmethod, classmethod):
    class D(B):
        pass
    def f(a: int): 'doc'
    d = D(f)
    print(sorted(d.__dict__), d.__name__, d.__doc__, d.__module__, d.__qualname__)
    print(d.__annotations__, sorted(d.__dict__)); del d.__annotations__; print(sorted(d.__dict__))
    t(lambda: d.__delattr__('__annotations__'))
    d.__annotations__ = 5; print(d.__annotations__, sorted(vars(d)))
    d.__dict__ = {'a': 1}; print(vars(d), d.__annotations__, vars(d).keys())
    d.x = 1; print(vars(d).keys())
    class E(B):
        __slots__ = ('q',)
    e = E(f); print(sorted(e.__dict__)); e.q = 1; e.z = 2; print(sorted(e.__dict__))
    class E(B):
        __doc__ = property(lambda s: 'p')
        def __setattr__(s, n, v): print('set', n); object.__setattr__(s, n, v)
    t(lambda: E(f))
    class E(B):
        def __setattr__(s, n, v): print('set', n); object.__setattr__(s, n, v)
    t(lambda: sorted(E(f).__dict__))
    class X:
        @D
        def m(*a): 'mm'
    print(X.__dict__['m'].__doc__, X.m() if B is staticmethod else X.m)
