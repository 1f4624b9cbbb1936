"""Methods and computed fields of objects that keep a dictionary, which hides the former and not the latter."""

import io
import types

class B(io.BytesIO):
    __slots__=('a','b')
    def hi(self): return 'hi'
class E(ValueError):
    __slots__=('x',)
    def m(self): return 'm'
def f(o):
    r=[]
    for i in range(200):
        r.append((o.a, o.hi(), o.tell()))
        if i==50: o.a=7
        if i==100: o.b=1
        if i==150:
            try: o.hi = lambda: 'hidden'
            except AttributeError as e: r.append(str(e))
    return len(r), sorted(set(map(str, r)))
b=B(b'abc'); b.a=1
print(f(b))
class C(io.BytesIO):
    def hi(self): return 'hi'
    a=5
c=C(b'x'); print(f(c))
def g(e):
    out=set()
    for i in range(100):
        out.add((str(e.args), e.m(), e.__cause__, e.__traceback__ is None, getattr(e,'x',None)))
        if i==30: e.args=(1,2)
        if i==40: e.x=3
        if i==60: e.m=lambda:'own'
        if i==70: e.__dict__['args']='no'
        if i==80: e.__dict__['tell']='no'; del e.x
    return sorted(map(str,out))
print(g(E('q')))
def h(fn):
    out=set()
    for i in range(100):
        out.add((fn.__name__, fn.__defaults__, fn.__dict__.get('__name__'), hasattr(fn,'zz'), fn.__get__(1).__self__))
        if i==30: fn.__name__='other'
        if i==40: fn.__dict__['__name__']='dict'
        if i==50: fn.__defaults__=(1,)
        if i==60: fn.zz=1
        if i==70: fn.__get__ = lambda x: types.SimpleNamespace(__self__='own')
    return sorted(map(str,out))
print(h(lambda a=3: a))
m=types.ModuleType('m'); m.k=lambda: 1
def k(m):
    out=set()
    for i in range(50):
        out.add((m.k(), m.__name__, str(m.__dir__())[:5] if hasattr(m,'__dir__') else 0))
        if i==20: m.__dir__=lambda: 'x'
        if i==30: m.__name__='z'
    return sorted(map(str,out))
print(k(m))
