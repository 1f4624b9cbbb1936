"""What tools of sys.monitoring hear of calls, of the frames that begin, go on and end, and of loops: events with their lines."""
import sys
M = sys.monitoring; E = M.events
def linemap(code):
    m = {}
    for a, b, l in code.co_lines():
        for o in range(a, b, 2): m[o] = l
    return m
SRC = '''
def f_if(x=1):
    if x > 0 and x < 5:
        y = 1
    elif x:
        y = 2
    else:
        y = 3
    return y

def f_while(n=3):
    while n:
        n -= 1
        if n == 1:
            continue
    else:
        n = 9
    return n

def f_for():
    t = 0
    for i in range(3):
        t += i
        if i == 1:
            break
    else:
        t = 4
    return t

def f_nested():
    r = []
    for i in range(2):
        for j in range(2):
            r.append(
                i
                + j)
    return r

def f_try():
    try:
        len(3)
    except TypeError as e:
        x = 1
    finally:
        y = 2
    return y

def f_reraise():
    try:
        try:
            raise KeyError(1)
        except ValueError:
            pass
        finally:
            z = 1
    except KeyError:
        return 2

def f_with():
    class C:
        def __enter__(self):
            return self
        def __exit__(self, *a):
            return True
    with C() as c:
        x = 1
    with C():
        raise KeyError
    return 1

def f_comp():
    a = [i for i in range(2) if i]
    b = {i: i
         for i in range(2)}
    c = list(i for i in range(2))
    d = any(x for x in a)
    return a

def gen():
    try:
        x = yield 1
        yield 2
    except ValueError:
        yield 3
    finally:
        z = 1

def f_gen():
    g = gen()
    next(g)
    g.send(3)
    try:
        next(g)
    except StopIteration:
        pass
    g = gen()
    next(g)
    g.throw(ValueError)
    g.close()

def f_yieldfrom():
    def inner():
        yield 1
        return 5
    def outer():
        x = yield from inner()
        return x
    for i in outer():
        pass

def f_super():
    class A:
        def __init__(self, x):
            self.x = x
        def m(self):
            return 1
    class B(A):
        def __init__(self, x):
            super().__init__(
                x)
        def m(self):
            f = super().m
            return super(B, self).m() + f()
    return B(3).m()

def f_supererr():
    class A:
        pass
    class B(A):
        def m(self):
            return super().nothing
    try:
        B().m()
    except AttributeError:
        pass

def deco(f):
    return f

def f_class():
    @deco
    class A(object):
        x = 1
        @deco
        def m(self):
            pass
    class B(A, metaclass=type):
        pass
    return A

def f_match(v=(1, 2)):
    match v:
        case [a, b, c]:
            x = 1
        case {"k": z}:
            x = 2
        case (a, b) if a > b:
            x = 3
        case (a, b):
            x = 4
    return x

def f_calls():
    print(end="")
    print(*[], sep="", end="")
    int("3")
    [].append(1)
    "a".join(["b"])
    (lambda: 3)()
    sorted([3, 1], key=lambda x: -x)
    max(1, 2)
    str(object=3)
    dict(a=1)

class K:
    def __add__(self, o):
        return 1
    def __getitem__(self, i):
        return i
    @property
    def p(self):
        return 3
    def __call__(self, x):
        return x
    @classmethod
    def cm(cls):
        return 1
    @staticmethod
    def sm():
        return 2
    def __iter__(self):
        return iter([1])
    def __len__(self):
        return 1

def f_special():
    k = K()
    k + 1
    k[2]
    k.p
    k(3)
    K.cm()
    k.cm()
    k.sm()
    for _ in k:
        pass
    if k:
        a, = k
    K.__add__(k, 1)

def f_assert(x=1):
    assert x, "no"
    try:
        assert not x, \\
            "msg"
    except AssertionError:
        x = 2
    return x

def f_ternary(x=1):
    y = (1 if x
         else 2)
    z = x or 3
    w = x and 3
    if not x or (x and
                 z):
        w = 1
    if x is None:
        w = 2
    if x is not None:
        w = 3
    return 1 < x < 3

def f_finally_return():
    for i in range(2):
        try:
            continue
        finally:
            x = 1
    try:
        return 1
    finally:
        x = 2

def f_raise():
    raise ValueError("x")

def f_unwind():
    try:
        f_raise()
    finally:
        x = 1

def f_unwind2():
    try:
        f_unwind()
    except ValueError as e:
        raise KeyError from e

def f_star():
    try:
        raise ExceptionGroup("a", [KeyError(), ValueError()])
    except* KeyError:
        x = 1
    except* ValueError as e:
        y = 2
    return 3

async def agen():
    yield 1
    yield 2

async def f_async():
    r = []
    async for x in agen():
        r.append(x)
    r = [x async for x in agen()]
    class C:
        async def __aenter__(self):
            return 1
        async def __aexit__(self, *a):
            pass
    async with C() as c:
        x = 2
    return r

def f_runasync():
    try:
        f_async().send(None)
    except StopIteration:
        pass

def f_fstring(x=3):
    return f"{x!r}" f"{x:>3}"

def f_del():
    x = 1
    del x
    global QQ
    QQ = 1
    del QQ
    import os
    from os import path

def f_while_true():
    n = 0
    while True:
        n += 1
        if n > 2:
            break
    while 1:
        return n

def f_empty():
    pass

def f_doc():
    """doc"""

def f_multi():
    x = [
        1,
        len("a"),
        3,
    ]; y = 2
    return (x,
            y)

def f_exec():
    exec("a = 1\\nb = 2")
    eval("1 + 1")

def f_unpack():
    a, b = 1, 2
    a, *b = [1, 2, 3]
    f = lambda *a, **k: a
    f(*[1], **{"x": 2})

def f_iter_exhaust():
    for x in iter([1, 2]):
        pass
    for a, b in zip([1], [2]):
        pass
    for k, v in {1: 2}.items():
        pass
    for c in "ab": pass

def d_gen(condition):
    for i in range(10):
        if condition:
            yield 1
        else:
            yield 2

def d_loop():
    for _ in d_gen(1):
        pass
    for _ in d_gen(0):
        pass

async def a_loop():
    async for x in agen():
        y = x

def f_async_only():
    try:
        a_loop().send(None)
    except StopIteration: x = 1
'''
ns = {'__name__': 'x'}
exec(compile(SRC, 'src', 'exec'), ns)
rec = []
maps = {}
def show(v, code, names):
    if v is M.MISSING: return 'MISSING'
    if isinstance(v, BaseException): return repr(v)
    if hasattr(v, '__qualname__'): return v.__qualname__
    if isinstance(v, (int, str, type(None), tuple, list)): return repr(v)
    return type(v).__name__
def make(name):
    def cb(code, *args):
        if code.co_filename != 'src': return
        lm = maps.get(code)
        if lm is None: lm = maps[code] = linemap(code)
        if name == 'LINE': r = args
        elif name in ('BRANCH_LEFT', 'BRANCH_RIGHT', 'JUMP'): r = lm.get(args[0], '?'), lm.get(args[1], '?')
        else: r = (lm.get(args[0], '?'),) + tuple(show(a, code, name) for a in args[1:])
        rec.append((code.co_name, name) + tuple(r))
    return cb

CALLS = ['CALL', 'C_RETURN', 'C_RAISE']
FRAMES = ['PY_START', 'PY_RESUME', 'PY_RETURN', 'PY_YIELD', 'PY_THROW', 'PY_UNWIND', 'RAISE', 'STOP_ITERATION']
LOOPS = ['BRANCH_LEFT', 'BRANCH_RIGHT']


def watch(name, events):
    M.use_tool_id(3, 't')
    mask = 0
    for event in events:
        M.register_callback(3, getattr(E, event), make(event))
        mask |= getattr(E, event)
    M.set_events(3, mask & ~(E.C_RETURN | E.C_RAISE))
    try:
        ns[name]()
    except Exception:
        pass
    M.set_events(3, 0)
    M.free_tool_id(3)
    print(name)
    for event in rec:
        print('  ', *event)
    rec.clear()


def disabling(event):
    """A loop of which BRANCH has told once is not told of again."""
    heard = []

    def callback(code, source, target):
        heard.append((code.co_name, linemap(code)[source]))
        return M.DISABLE

    M.use_tool_id(3, 't')
    M.register_callback(3, event, callback)
    for name in ('d_loop', 'd_gen'):
        M.set_local_events(3, ns[name].__code__, event)
    ns['d_loop']()
    for name in ('d_loop', 'd_gen'):
        M.set_local_events(3, ns[name].__code__, 0)
    M.free_tool_id(3)
    print(heard)


for event in (E.BRANCH, E.BRANCH_LEFT, E.BRANCH_RIGHT):
    disabling(event)

for name in [name for name in ns if name.startswith('f_') and name not in ('f_async', 'f_runasync')]:
    watch(name, CALLS)
for name in ('f_if', 'f_while', 'f_with', 'f_gen', 'f_super', 'f_supererr', 'f_class', 'f_special', 'f_assert', 'f_finally_return', 'f_raise', 'f_empty'):
    watch(name, FRAMES)
for name in ('f_if', 'f_yieldfrom', 'f_iter_exhaust', 'f_finally_return', 'f_async_only'):
    watch(name, LOOPS)
