# next() passes a StopIteration on as it was raised, with its traceback.
import sys
class A:
    def __next__(*rest): raise StopIteration
class B:
    def __next__(self): raise StopIteration(5)
class C:
    def __next__(self, x=1): raise StopIteration(5)
class D:
    __next__ = lambda self: next(iter([]))
class E(B):
    def __next__(self): return super().__next__()
class S(StopIteration): pass
class F:
    def __next__(self): raise S(5)
def names(e):
    out=[]; t=e.__traceback__
    while t: out.append((t.tb_frame.f_code.co_name, t.tb_lineno)); t=t.tb_next
    return out, type(e).__name__, e.args, e.__context__
def f(o): return next(o)
def g(o): return o.__next__()
def h(o): return [1].__getitem__(next(o))
def k(o):
    try: return next(o)
    except StopIteration as e: raise ValueError from e
def l(o): return list(map(next, [o]))
def m(o):
    def gen():
        try: yield next(o)
        except StopIteration as e: print(names(e))
    return list(gen())
def n(o): return next(iter(o.__next__, 7))
def p(o): return sorted([1], key=lambda x: next(o))
for fn in (f,g,h,k,l,m,n,p):
    for c in (A,B,C,D,E,F):
        for _ in range(4):
            try: r=fn(c())
            except Exception as e: r=names(e)
        print(fn.__name__, c.__name__, r)
