"""What observers see of generators and coroutines that something is thrown into, or that are closed, while they delegate."""
# Runs in a process of its own.
import sys
M=sys.monitoring; E=M.events
def a():
    yield 1
    yield 2
def b():
    yield from a()
def b2():
    x = yield from a()
    return x
def c():
    try:
        yield from a()
    except ValueError:
        yield 3
def d():
    try:
        yield (
            1)
    finally:
        x = 1
def a2():
    try:
        yield 1
    except ValueError:
        return 3
def k():
    x = yield from a2()
    yield x
def l():
    try:
        x = yield from a2()
    finally:
        x = 1
async def e2():
    async for i in ag2():
        pass
class ag2:
    def __aiter__(self): return self
    n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 1: raise StopAsyncIteration
        await s()
class mm:
    async def __aenter__(self):
        await s()
    async def __aexit__(self, *a):
        await s()
async def e3():
    async with mm():
        await s()
async def e4():
    return [i async for i in ag2()]
class s2:
    def __await__(self):
        try:
            yield 1
        except ValueError: return 3
async def e5():
    await s2()
    await s2()
async def e():
    await s()
class s:
    def __await__(self):
        yield 1
        yield 2
async def ag():
    yield 1
    yield 2
async def h():
    async for i in ag():
        await s()
def close(f):
    g=f(); 
    try: next(g) if hasattr(g,'__next__') else g.send(None)
    except StopIteration: pass
    g.close()
def throw(f):
    g=f(); next(g) if hasattr(g,'__next__') else g.send(None)
    try: g.throw(ValueError)
    except (ValueError, RuntimeError): pass
    except StopIteration: pass
    try: g.throw(ValueError)
    except (ValueError, StopIteration, RuntimeError): pass
def whole(f):
    g=f()
    try:
        while 1: g.send(None)
    except StopIteration: pass
out=[]
F=b.__code__.co_filename
names='a b b2 c d e __await__ ag h a2 k l e2 e3 e4 e5 __anext__ __aenter__ __aexit__'.split()
def mk(n):
    def cb(code,*args):
        if code.co_filename==F and code.co_name in names: out.append((code.co_name,n)+(args if n=='LINE' else ()))
    return cb
def tracer(fr,ev,arg):
    if fr.f_code.co_name not in names: return
    out.append((fr.f_code.co_name,ev,fr.f_lineno)); return tracer
for fn in (b,b2,c,d,e,k,l,e2,e3,e4,e5):
    for w in (close,throw,whole):
        for mode in ('line','all','trace'):
            out.clear()
            if mode=='trace': sys.settrace(tracer)
            else:
                M.use_tool_id(2,'x'); m=0
                for n in ['LINE'] if mode=='line' else ['LINE','PY_START','PY_RESUME','PY_YIELD','PY_RETURN','PY_THROW','PY_UNWIND','RAISE','STOP_ITERATION','RERAISE','EXCEPTION_HANDLED']:
                    m|=getattr(E,n); M.register_callback(2,getattr(E,n),mk(n))
                M.set_events(2,m)
            try: w(fn)
            finally:
                sys.settrace(None)
                if mode!='trace': M.set_events(2,0); M.free_tool_id(2)
            print(fn.__name__,w.__name__,mode)
            for o in out: print('   ',*o)
