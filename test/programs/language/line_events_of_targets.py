"""Line events of targets and patterns that stand on lines of their own, and which variables are bound by then."""
# Runs in a process of its own.
import sys
class CM:
    def __enter__(self): return 5
    def __exit__(self,*a): return None
def f1():
    (
      a,
      b,
    ) = 1, [2][0]
    return a
def f2(q):
    x = (
       q + 1
    )
    return x
def f3(q):
    with CM() \
        as x:
        q = 1
    return x
def f4(q):
    for (
        a,
        b) in [(1,2)]:
        pass
    return a
def f5(q):
    (
      a,
      *b,
      c
    ) = q
    return a
def f6(q):
    x = \
      y = \
      q + 1
    return x
def f7(q):
    (x
     ) = q
    x += (
        q)
    return x
def f8(q):
    (x
     := q + 1)
    import sys as \
        s
    from os import (path,
        sep)
    def g(
        a=
         1): pass
    del (
        x,
        s)
    global zz
    zz = (
       q)
    return s2 if (s2 :=
        q) else 1
def f9(q):
    try:
        1/0
    except ZeroDivisionError \
        as e:
        q = 1
    match q:
        case (1 as
            z): pass
    return q
def run(f):
    out = []
    def tr(fr, e, a):
        if fr.f_code is f.__code__:
            l = dict(fr.f_locals); l.pop('q', 0); l.pop('s', 0); l.pop('path', 0)
            out.append((e, fr.f_lineno - f.__code__.co_firstlineno, sorted(l))); return tr
    sys.settrace(tr)
    try: f([1,2,3]) if f is f5 else f(1) if f is not f1 else f()
    except Exception as e: pass
    sys.settrace(None)
    print(f.__name__)
    for o in out: print('  ', *o)
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9): run(f)
