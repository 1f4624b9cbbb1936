"""Line events of statements that leave blocks: `finally`, `with`, loops, handlers."""
# Runs in a process of its own.
import sys
class CM:
    def __enter__(self): pass
    def __exit__(self, *a): pass
def f1(x):
    try:
        return x
    finally:
        x = 2
        x = 3
def f2(x):
    with CM():
        return x
def f4(x):
    for i in x:
        try:
            return 5
        finally:
            x = 1
def f5(x):
    with CM() as a, \
         CM() as b:
        try:
            return x
        finally:
            y = 1
def f6(x):
    while True:
        try:
            try:
                break
            finally:
                x = 1
        finally:
            x = 2
    return x
def f7(x):
    for i in (1,2):
        try:
            continue
        finally:
            x = i
def f8(x):
    try:
        1/0
    except ZeroDivisionError as e:
        return x
    finally:
        x = 4
def f9(x):
    try:
        1/0
    except ZeroDivisionError as e:
        return x
def f10(x):
    try:
        return
    finally:
        x = 1
def f11(x):
    try:
        return x
    finally:
        if x:
            y = 1
        else:
            y = 2
def f12(x):
    try:
        return x
    finally:
        with CM():
            y = 1
def f18(x):
    try:
        pass
    finally:
        return x
def f19(x):
    try:
        with CM():
            return x
    except ValueError:
        pass
    else:
        x = 1
    finally:
        x = 2
def f20(x):
    for i in x:
        with CM():
            return None
def f21(x):
    y = list(i for i in (1,2)); z = set(i for i in (1,2)); return frozenset(i for i in (1,2))
async def f22(x):
    async with ACM():
        return x
class ACM:
    async def __aenter__(self): pass
    async def __aexit__(self, *a): pass
def f23(x):
    try:
        yield x
        return x
    finally:
        x = 1
def f24(x):
    match x:
        case [a, *r]:
            with CM():
                return a
def f25(x):
    try: return x
    finally: x = 1
def f26(x):
    try:
        try:
            return x
        finally:
            x = 1
    finally:
        x = 2
out = []
def run(f, tool):
    out.clear()
    base = f.__code__.co_firstlineno
    if tool == 'trace':
        def tr(fr, ev, arg):
            if fr.f_code.co_name in ('__enter__','__exit__','__aenter__','__aexit__'): return None
            out.append((ev[0], fr.f_lineno - base)); return tr
        sys.settrace(tr)
    else:
        m = sys.monitoring
        m.use_tool_id(0,'x'); E = m.events
        def line(code, l): 
            if code is f.__code__ or 'genexpr' in code.co_name: out.append(('l', l - base))
        m.register_callback(0, E.LINE, line); m.set_events(0, E.LINE)
    try:
        r = f([1,2])
        if hasattr(r,'send'):
            if hasattr(r,'cr_frame'):
                try: r.send(None)
                except StopIteration: pass
            else: list(r)
    finally:
        if tool == 'trace': sys.settrace(None)
        else: m.set_events(0,0); m.register_callback(0,E.LINE,None); m.free_tool_id(0)
    print(f.__name__, tool, *(f'{e}{l}' for e, l in out))
for f in [v for k, v in list(globals().items()) if k[0]=='f' and k[1:].isdigit()]:
    for t in ('trace','mon'): run(f, t)
