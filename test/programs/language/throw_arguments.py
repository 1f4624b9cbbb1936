"""The arguments of throw() and athrow(): too few, too many, of the wrong kind; what delegates get of them."""
import re
import sys
import types
def tr(f):
    try: print(re.sub('0x[0-9a-f]+', '', repr(f())))
    except BaseException as e: print(type(e).__name__, e, e.__traceback__.tb_next and e.__traceback__.tb_next.tb_frame.f_code.co_name)
def g():
    while 1:
        try: yield 1
        except ZeroDivisionError as e: print('caught', repr(e), e.args)
@types.coroutine
def aw():
    yield 2
async def c(): await aw()
async def a():
    while 1:
        try: yield 1
        except ZeroDivisionError as e: print('caught', repr(e), e.args)
class E2(Exception): pass
class Bad(Exception):
    def __new__(cls, *a): return 5
class Bad2(Exception):
    def __init__(self, *a): raise KeyError('init')
tb = None
try: 1/0
except Exception as e: tb = e.__traceback__
import warnings
warnings.simplefilter('ignore')
cases = [(), (1,), (int,), (None,), ('x',), (ZeroDivisionError,), (ZeroDivisionError(),), (ZeroDivisionError('a'),), (ZeroDivisionError,'v'), (ZeroDivisionError,('v','w')), (ZeroDivisionError,ZeroDivisionError('q')), (ZeroDivisionError,E2('q')), (ZeroDivisionError('a'),'v'), (ZeroDivisionError('a'),None), (ZeroDivisionError('a'),None,None), (ZeroDivisionError('a'),None,tb), (ZeroDivisionError,None,tb), (ZeroDivisionError,None,5), (ZeroDivisionError,None,None,None), (E2,), (E2,1), (E2('x'),1,tb), (Bad,), (Bad2,), (Bad,1), (1,2,3), (BaseException,), (StopIteration,), (StopAsyncIteration,), (GeneratorExit,), (type,), (object(),), (E2, None, 'tb'), (E2(), 5, 6), (object, 1), ("a",None,tb)]
for case in cases:
    show = str(case).replace(str(tb),'tb')
    print(re.sub('0x[0-9a-f]+', '', show))
    for start in (False, True):
        for make in (g, c, a):
            o = make()
            if make is a:
                if start:
                    try: o.__anext__().send(None)
                    except StopIteration: pass
                def f():
                    w = o.athrow(*case)
                    try: return w.send(None)
                    except StopIteration as e: return 'yielded', e.value
                tr(f)
                def f():
                    w = o.__anext__()
                    return w.throw(*case)
                tr(f)
                def f():
                    w = o.asend(None)
                    return w.throw(*case)
                tr(f)
                def f():
                    w = o.aclose()
                    return w.throw(*case)
                tr(f)
                def f():
                    w = o.athrow(E2)
                    return w.throw(*case)
                tr(f)
            else:
                if start: o.send(None)
                tr(lambda: o.throw(*case))
                if make is c:
                    tr(lambda: c().__await__().throw(*case))
                tr(lambda: o.throw(E2))
                o.close()
for o in (g(), c(), a(), c().__await__(), a().asend(1), a().athrow(E2), a().aclose()):
    for name in ('throw','athrow','send','asend','close','aclose'):
        m = getattr(o, name, None)
        if m: tr(lambda: m(typ=1)); tr(lambda: m(1,2,3,4,5)); 
        if m and name in ('send','asend'): tr(m)
        if m: print(m.__doc__ and m.__doc__[:60], m.__text_signature__)


keep = []
class D:
    def __init__(self, n): self.n=n
    def __iter__(self): return self
    __await__ = __iter__
    def __next__(self): return 1
    def throw(self, *a): print('throw', [getattr(x,'__name__',repr(x)) for x in a]); raise StopIteration(5) if self.n else ValueError('v')
    def close(self): print('close')
class N:
    def __iter__(self): return self
    def __next__(self): return 1
class A(N):
    def __repr__(self): return 'A()'
    @property
    def throw(self): raise KeyError('attr')
    @property
    def close(self): raise KeyError('attr2')
def g(d):
    while 1:
        try: r = yield from d; print('r', r); yield r
        except Exception as e: print('in', repr(e)); yield 'caught'
def outer(d): yield from g(d)
async def co(d): return await d


for args in [(ValueError,), (ValueError('q'),), (ValueError, 'v'), (ValueError,('a','b'),None), (1,), (GeneratorExit,), (GeneratorExit(),), (KeyError, KeyError('z'), None), (ValueError, 'x', 3), ()]:
    for mk in (lambda: g(D(0)), lambda: g(D(1)), lambda: g(N()), lambda: g(A()), lambda: outer(D(1)), lambda: outer(N()), lambda: co(D(1)), lambda: outer([1,2,3])):
        o = mk(); o.send(None); keep.append(o)
        tr(lambda: o.throw(*args)); tr(lambda: next(o) if hasattr(o,'__next__') else o.send(None))
def self():
    try: next(me)
    except ValueError as e: print(e)
    try: me.throw(1)
    except TypeError as e: print(e)
    try: me.throw(KeyError)
    except ValueError as e: print(e)
    yield 1
me = self(); next(me)

# Generators that are left are closed when nothing refers to them any more: another matter.
sys.unraisablehook = lambda _: None
