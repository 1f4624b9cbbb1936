# static and class methods whose __init__ is called again, where sites know what they wrapped.
def phases(f, *steps):
    out = []
    def go():
        for _ in range(400):
            try: r = f()
            except Exception as e: r = f'{type(e).__name__}: {e}'
            if not out or out[-1] != r: out.append(r)
    go()
    for s in steps:
        s()
        go()
    print(*out, sep='\n')
class Z:
    @staticmethod
    def s(*a): return ('s', len(a))
    @classmethod
    def c(cls, *a): return ('c', cls.__name__, len(a))
    def __new__(cls, *a): return object.__new__(cls)
class Y(Z): pass
o = Z(); y = Y()
d = Z.__dict__
kept = [d['s'].__func__, d['c'].__func__]
phases(lambda: (o.s(1), Z.s(1), y.s(2), Y.s(), o.c(1), Z.c(1), y.c(), Y.c(3)),
    lambda: d['s'].__init__(lambda *a: 's2'),
    lambda: d['c'].__init__(lambda *a: 'c2'),
    lambda: d['s'].__init__(max),
    lambda: d['s'].__init__(lambda *a: 's3'),
    lambda: d['c'].__init__(staticmethod(lambda *a: len(a))),
    lambda: d['s'].__init__(property()))
made = d['__new__'].__func__
phases(lambda: type(Z(1)).__name__,
    lambda: d['__new__'].__init__(lambda cls, *a: 5),
    lambda: d['__new__'].__init__(lambda cls: 5),
    lambda: d['__new__'].__init__(made))
