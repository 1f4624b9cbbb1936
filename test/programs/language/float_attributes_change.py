"""Attributes that have always been floats, until they are not: what objects hold stays the same."""
import copy, pickle
class A:
    def __init__(self, *v):
        for i, x in enumerate(v):
            setattr(self, f'a{i}', x)
class P:
    def __init__(self, x, y, z, name):
        self.x = x
        self.name = name
        self.y = y
        self.z = z
    def move(self, d):
        self.x += d
        self.y -= d
        self.z *= d
        return self
class Q(P):
    __slots__ = ('w',)
class E(Exception):
    def __init__(self, a, b):
        super().__init__(a)
        self.a = a
        self.b = b
class L(list):
    pass
class S:
    __slots__ = ('x', 'y', '__dict__')
def show(o): return sorted(vars(o).items(), key=str), list(vars(o))
def work(n):
    objects = []
    for i in range(n):
        p = P(i / 2, i * 1.5, 2.0, str(i))
        p.move(0.5)
        objects.append(p)
    return sum(p.x + p.y + p.z for p in objects), objects
for _ in range(5):
    total, objects = work(200)
print(total)
old = objects[:3]
changed = P(1, 2.5, 3.5, 'int')
print(show(changed), [ (p.x, p.y, p.z) for p in old ])
print(work(100)[0])
old[0].y = None
print(old[0].x, old[0].y, old[0].z, [ (p.x, p.y, p.z, p.name) for p in old ])
print(work(100)[0], show(old[0]), show(old[1]))
old[1].z = 'text'
for k in range(20):
    p = P(0.5, k if k % 3 == 0 else 0.25, 0.5, None)
    print(p.x, p.y, p.z, end=' ')
print()
q = Q(1.5, 2.5, 3.5, 'q'); q.w = 4.5
print(q.w, q.x, show(q), pickle.loads(pickle.dumps(q)).z, copy.copy(q).y)
q.extra = 9.0; q.more = 7.0
del q.x
print(show(q), hasattr(q, 'x'))
q.__class__ = P if False else Q
class P2:
    def later(self): return self.x, self.y
p = P(1.0, 2.0, 3.0, 'moved'); p.__class__ = P2
print(p.later(), show(p)); p.x = 'no'; print(p.later(), show(p))
n = P2(); n.x = 5.0; n.y = 6.0; print(n.later())
for _ in range(300):
    try: raise E(1.5, 2.5)
    except E as error: r, e = error.a + error.b, error
print(r, show(e))
e.a = 'now'; print(show(e))
l = L([1]); l.f = 1.5; l.g = 2.5; l.h = 1; l.f += 1.0; print(l, l.f, l.g, l.h); l.g = 3; print(show(l))
s = S(); s.y = 1.5; s.x = 2.5; s.z = 3.5; s.t = 4.5; s.u = 1; print(s.x, s.y, s.z, s.t, show(s)); s.z = None; print(show(s))
import math
m = A(math.nan, -0.0, math.inf); print(m.a0, m.a1, m.a2, math.copysign(1, m.a1))
many = A(*(i / 4 for i in range(90))); print(many.a63, many.a64, many.a89)
f = A(1.0); g = A(1.0, 2.0, 3.0, 4.0, 5.0, 6.0); f.a1 = 9.5; f.b = 1.25; print(show(f), show(g))
class V:
    def __init__(self, x, y): self.x = x; self.y = y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
def run(n, step):
    v = V(0.0, 1.0)
    for i in range(n):
        v = v + V(step, i)
    return v.x, v.y
print(run(500, 0.5), run(500, 1), run(500, 0.25))
d = V(1.0, 2.0); d.__dict__['x'] = 7; d.__dict__['q'] = 1.5; print(d.x, d.y, d.q); d.x = 2.5; print(vars(d))
