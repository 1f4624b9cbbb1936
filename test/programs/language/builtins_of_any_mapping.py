"""The namespace of builtins is any mapping; names in it are asked for as often as in CPython."""
import sys
import types
def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e, getattr(e,'name','-'))
class M:
    def __init__(s, d): s.d = d; s.log=[]
    def __getitem__(s, k):
        s.log.append(k)
        return s.d[k]
class D(dict):
    def __getitem__(s,k):
        print('get', k)
        return dict.__getitem__(s,k)
class Miss(dict):
    def __missing__(s,k):
        print('missing', k)
        if k.startswith('x'): return 'X'+k
        raise KeyError(k)
class Err:
    def __getitem__(s,k): raise ValueError('boom '+k)
class GetErr:
    def __getitem__(s,k): raise LookupError('boom '+k)
class NoGet: pass
import builtins
progs = ["len([])", "foo", "xfoo", "[x for x in range(3)]", "__import__('os').name", "(lambda: xfoo)()", "__builtins__ is not None"]
execs = ["class A: pass\nprint(A)", "import sys\nprint(sys.__name__)", "from os import path\nprint(path.__name__)","def f():\n  return len('abc')\nprint(f())", "assert 0, 'x'", "class A:\n  x=len('abcd')\nprint(A.x)", "global y\ny=3\nprint(y)", "from os import *\nprint(name)", "def f(): return zzz\nf()", "match 3:\n  case int(x): print(x)\n", "print(f'{1+1!r:>5}')", "try:\n 1/0\nexcept ZeroDivisionError as e: print(e)", "del q", "def f():\n  import os\n  return os\nprint(f().name)", "import os.path as p\nprint(p.__name__)", "def f():\n class B: z=1\n return B\nprint(f().z)", "async def f(): pass\nc=f();c.close()\nprint(c.__name__)", "print(globals() is not None, type(__builtins__))", "exec('print(len([1]))')","print(eval('len([1])'))", "def f(): pass\nprint(type(f.__builtins__))","import sys\nprint(type(sys._getframe().f_builtins))", "g=(len([i]) for i in [1,2])\nprint(list(g))", "print(__debug__)","class A[T]: pass\nprint(A)","type X = int\nprint(X.__value__)","print(1 if True else 2)"]
bd = vars(builtins)
for mk in (lambda: dict(bd), lambda: D(bd), lambda: Miss(bd), lambda: Miss(), lambda: M(dict(bd)), lambda: M({}), lambda: M({'print':print}), lambda: {'print':print}, lambda: types.MappingProxyType(bd), lambda: Err(), lambda: NoGet(), lambda: None, lambda: 5, lambda: builtins, lambda: types.ModuleType('q'), lambda: {'__import__': lambda *a: ('imp',)+a[0:1]+a[3:], 'print':print, '__build_class__': lambda *a, **k: (a[1:],k)}, lambda: M({'__import__': lambda *a: ('imp',)+a[0:1]+a[3:], 'print':print, '__build_class__': lambda *a, **k: (a[1:],k)}), lambda: {'__import__':None,'__build_class__':None,'print':print}):
    b = mk()
    print('=====', type(b))
    for p in progs:
        print('--', p)
        show(lambda: eval(p, {'__builtins__': b}))
        show(lambda: eval(p, {'__builtins__': b}, {}))
    for p in execs:
        print('--', p)
        show(lambda: exec(p, {'__builtins__': b}))
        show(lambda: exec(p, {'__builtins__': b}, {}))
    show(lambda: types.FunctionType((lambda: len([])).__code__, {'__builtins__': b})())
    if isinstance(b, M): print(b.log)
