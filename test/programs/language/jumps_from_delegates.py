"""Jumps of a trace function from where a frame waits for a delegate: by the event of its return, or of its call when it is resumed."""
# Runs in a process of its own.
import sys
import warnings
warnings.simplefilter("ignore")
out=[]
def gi():
    out.append('gi1')
    x = yield 1
    out.append('gi2')
    yield 2
    out.append('gi3')
def g1():
    out.append('a')
    yield from gi()
    out.append('b')
    yield 3
    out.append('c')
def g2():
    x = 1
class aw:
    def __await__(self):
        yield 1
        yield 2
async def c1():
    out.append('a')
    await aw()
    out.append('b')
    x = [await aw(), 1]
    out.append('c')
def g3():
    for i in (1, 2):
        out.append(i)
        yield from gi()
        out.append('b')
    out.append('c')
def g4():
    with M():
        yield from gi()
        out.append('b')
    try:
        yield from gi()
    finally:
        out.append('f')
    out.append('c')
class M:
    def __enter__(self): return self
    def __exit__(self, *a): out.append('exit')
def g5():
    out.append('a')
    x = yield from gi()
    out.append(x)
    f = (yield from gi()), (yield from gi())
    out.append(x)
async def c2():
    async with A():
        out.append('a')
    async for i in B():
        out.append('b')
    out.append('c')
class A:
    async def __aenter__(self): await aw()
    async def __aexit__(self, *a): await aw()
class B:
    n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        await aw()
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return 1
def run(fn, source, target, event, nth=1):
    out.clear(); first = fn.__code__.co_firstlineno; count = [nth]
    def tracer(frame, ev, arg):
        if frame.f_code is not fn.__code__: return None
        if ev == event and frame.f_lineno == first + source and count[0]:
            count[0] -= 1
            if count[0] == 0:
                try: frame.f_lineno = first + target
                except ValueError as e: out.append(str(e))
        return tracer
    steps = []
    sys.settrace(tracer)
    try:
        g = fn()
        for _ in range(8): steps.append(g.send(None))
        g.close()
    except BaseException as e: steps.append(repr(e))
    finally: sys.settrace(None)
    print(fn.__name__, source, target, event, nth, steps, out)
    try: g.close()
    except BaseException as e: print('close', repr(e))
# What CPython makes of other stacks by mistake.
WRONG = {(g3, 3, 1), (g4, 2, 1), (g4, 5, 1), (g4, 5, 2), (g4, 5, 3), (c2, 1, 2), (c2, 3, 1), (c2, 3, 2)}
for event in 'return', 'call':
    for fn, last in (g1,6),(c1,6),(g3,6),(g4,9),(g5,6),(c2,6):
        for source in range(1,last):
            for target in range(1, last):
                if source != target and (fn, source, target) not in WRONG: run(fn, source, target, event)
        run(fn, 2, 3, event, 2)
def gi2():
    yield 1
    yield 2
def g6():
    out.append('a')
    yield 1
    out.append('b')
    yield from gi2()
    out.append('c')
def run_thrown(source, steps):
    out.clear(); done=[]
    def tracer(frame, ev, arg):
        if frame.f_code is not g6.__code__: return None
        out.append((ev, frame.f_lineno))
        if ev == 'call' and frame.f_lineno - g6.__code__.co_firstlineno + 6 == source and not done:
            done.append(1)
            try: frame.f_lineno = 3 + g6.__code__.co_firstlineno
            except ValueError as e: out.append(str(e))
        return tracer
    got=[]
    sys.settrace(tracer)
    try:
        g=g6()
        for s in steps: got.append(s(g))
    except BaseException as e: got.append(repr(e))
    sys.settrace(None)
    print(source, got, out)
thr=lambda g: g.throw(ValueError)
def thr2(g):
    try: return g.throw(ValueError)
    except ValueError: return 'v'
run_thrown(8,[next,thr2,next]); run_thrown(10,[next,next,thr2,next]); run_thrown(8,[next,next,next]); run_thrown(8,[next,lambda g:g.close()]); run_thrown(10,[next,next,lambda g:g.close()]); run_thrown(7,[next])
def raising(line, event):
    def tracer(frame, ev, arg):
        if frame.f_code is not g6.__code__: return None
        if ev == event and frame.f_lineno - g6.__code__.co_firstlineno + 6 == line: raise KeyError(line)
        return tracer
    out.clear(); got = []
    sys.settrace(tracer)
    g=g6()
    try:
        for i in range(5): got.append(next(g))
    except BaseException as e: 
        got.append(repr(e)); t=e.__traceback__
        while t: got.append(t.tb_lineno); t=t.tb_next
    print(line, event, got, out, sys.gettrace())
    sys.settrace(None)
raising(10,'return'); raising(8,'return'); raising(10,'call')
