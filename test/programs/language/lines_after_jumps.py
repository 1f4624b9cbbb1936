"""Jumps of a trace function: the line that it has chosen does not begin for it, and how deep in `with` blocks code is tells where it lands."""
# Runs in a process of its own.
import sys
import warnings
warnings.simplefilter('ignore')
def run(f, at, to, args=()):
    log=[];c=[0];base=f.__code__.co_firstlineno
    def tr(fr,ev,arg):
        if fr.f_code is not f.__code__: return None
        log.append((ev[0]+str(fr.f_lineno-base)))
        c[0]+=1
        if c[0]==at:
            try: fr.f_lineno=to+base; log.append('J'+str(fr.f_lineno-base))
            except Exception as e: log.append(str(e))
        if c[0]>15: raise KeyError
        return tr
    sys.settrace(tr)
    try:
        r=f(*args)
        if hasattr(r,'send'): list(r)
    except Exception as e: log.append(repr(e))
    sys.settrace(None)
    print(f.__name__,at,to,*log)
def a():
    x=1
    x=2
    x=3
    x=4
def b():
    while 1:
        len('')
        pass
def c():
    x=1
    yield 1
    yield 2
    x=3
def d():
    with open('/dev/null'):
        x=1
        x=2
    x=3
def e():
    try:
        x=1
        x=2
    finally:
        x=3
        x=4
    x=5
class M:
    def __enter__(self): return 1
    def __exit__(self, *args): return True
def f():
    with M():
        len('')
        with M(), M():
            x=1
        1/0
    x=3
def g():
    for i in (1, 2):
        if i:
            x=2
        else:
            continue
    x=4
for f,n in (a,4),(b,3),(c,4),(d,4),(e,7),(f,6),(g,6):
    for at in range(2,7):
        for to in range(1,n+1): run(f,at,to)
