# Descriptors of builtin types and of __slots__ in classes that do not derive from their owners: each use is refused, also where the site is hot.
class A:
    __slots__=('x','y')
class B:
    __slots__=('p','q')
    u = A.__dict__['x']
    append = list.append
    upper = str.upper
    args = BaseException.__dict__['args']
    real = int.__dict__['real']
    fk = dict.__dict__['fromkeys']
    co = type(lambda:0).__dict__['__code__']
    dd = A.__dict__['y']
class C(B): pass
def try_(f):
    out=[]
    for _ in range(3000):
        try: r=f()
        except Exception as e: r=f'{type(e).__name__}: {e}'
        if r not in out: out.append(r)
    print(out)
for b in (B(), C()):
    b.p=1; b.q=2
    try_(lambda: b.u)
    def st(): b.u=5
    try_(st)
    def dl(): del b.u
    try_(dl)
    try_(lambda: b.append(1))
    try_(lambda: b.append)
    try_(lambda: b.upper())
    try_(lambda: b.args)
    try_(lambda: b.real)
    try_(lambda: b.fk('ab'))
    try_(lambda: b.co)
    try_(lambda: getattr(b,'u'))
    try_(lambda: getattr(b,'append'))
    try_(lambda: hasattr(b,'args'))
    try_(lambda: getattr(b,'args', 3))
    print(b.p,b.q)
class D:
    __len__ = list.__len__
    __iter__ = list.__iter__
    __getitem__ = list.__getitem__
    __setitem__ = list.__setitem__
    __contains__ = list.__contains__
    __add__ = int.__add__
    __radd__ = int.__radd__
    __iadd__ = list.__iadd__
    __neg__ = int.__neg__
    __bool__ = int.__bool__
    __repr__ = list.__repr__
    __str__ = str.__str__
    __eq__ = list.__eq__
    __lt__ = list.__lt__
    __hash__ = str.__hash__
    __index__ = int.__index__
    __int__ = int.__int__
    __float__ = float.__float__
    __format__ = str.__format__
    __next__ = type(iter([])).__next__
    __reversed__ = list.__reversed__
    __call__ = type(lambda: 0).__call__
    __length_hint__ = type(iter([])).__length_hint__
    __await__ = type((lambda: (yield))()).__iter__
    __complex__ = complex.__complex__
    __bytes__ = bytes.__bytes__
    __round__ = float.__round__
    __trunc__ = float.__trunc__
    __divmod__ = int.__divmod__
    __pow__ = int.__pow__
    __dir__ = object.__dir__
    __missing__ = dict.get
    __delitem__ = list.__delitem__
    __matmul__ = int.__mul__
    __sizeof__ = list.__sizeof__
    __reduce__ = type(iter([])).__reduce__
d = D()
import sys, math, operator, copy
def setit(): d[0] = 1
def delit(): del d[0]
def iadd():
    e = d; e += [1]
def loop():
    for _ in d: pass
async def aw(): await d
for f in (lambda: len(d), lambda: iter(d), lambda: d[0], setit, delit, lambda: 1 in d, lambda: d+1, lambda: 1+d, iadd, lambda: -d, lambda: not d, lambda: bool(d), lambda: repr(d), lambda: str(d), lambda: d==1, lambda: d!=1, lambda: d<1, lambda: d>1, lambda: hash(d), lambda: [1][d], lambda: int(d), lambda: float(d), lambda: format(d), lambda: f'{d}', lambda: f'{d!r}', lambda: next(d), lambda: reversed(d), lambda: d(), lambda: operator.length_hint(d), lambda: complex(d), lambda: bytes(d), lambda: round(d), lambda: math.trunc(d), lambda: divmod(d,2), lambda: d**2, lambda: d@2, loop, lambda: list(d), lambda: [*d], lambda: (*d,), lambda: sorted(d), lambda: sum([d]), lambda: {d: 1}, lambda: {d}, lambda: '%s' % d, lambda: '%d' % d, lambda: ''.join([d]), lambda: aw().send(None), lambda: range(d), lambda: 'a'*d, lambda: d*2, lambda: max(d), lambda: sys.getsizeof(d), lambda: copy.copy(d), lambda: d if d else 1, lambda: print(d, end=''), lambda: dict(d), lambda: isinstance(d, d), lambda: [d]==[1], lambda: [d].index(1), lambda: [d, d].sort(), lambda: min(d, 1), lambda: abs(d), lambda: operator.index(d), lambda: any(d), lambda: zip(d), lambda: map(None, d), lambda: set(d), lambda: tuple(d)):
    try_(f)
