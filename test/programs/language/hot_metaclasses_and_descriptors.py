"""Classes with metaclasses, and descriptors in Python, in hot code."""
import enum
class Color(enum.Enum):
    RED = 1
    GREEN = 2
    @property
    def nice(self): return self.name.title()
class Level(enum.IntEnum):
    LOW = 1
    HIGH = 5
class Meta(type):
    extra = 7
    def __getattr__(cls, name): return f'{cls.__name__}.{name}?'
    @property
    def size(cls): return len(cls.__name__)
    def shown(cls): return cls.__name__
class A(metaclass=Meta):
    value = 1
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def plain(x): return x + 1
class Loud(type):
    def __getattribute__(cls, name):
        return 'loud ' + name if name == 'value' else super().__getattribute__(name)
class B(metaclass=Loud):
    value = 1
def enums(n):
    t = 0
    for i in range(n):
        c = Color.RED if i & 1 else Color.GREEN
        if c is Color.GREEN: t += c.value
        if c == Color.RED: t += len(c.name) + len(c.nice)
        if Level.LOW < Level.HIGH and Level.HIGH == 5: t += Level.LOW
    return t
def metas(n):
    out = None
    for i in range(n):
        out = A.value, A.make(), A.plain(i), A.missing, A.size, A.extra, A.shown(), B.value
    return out
class Ten:
    def __get__(self, obj, cls=None):
        if obj is None: return self
        return obj.base * 10
class Checked:
    def __set_name__(self, owner, name): self.slot = '_' + name
    def __get__(self, obj, cls):
        if obj is None: return self
        calls.append(1)
        return getattr(obj, self.slot)
    def __set__(self, obj, value): setattr(obj, self.slot, value)
class Failing:
    def __get__(self, obj, cls): raise AttributeError(f'no {obj.base}')
    def __set__(self, obj, value): pass
class Point:
    ten = Ten()
    checked = Checked()
    failing = Failing()
    def __init__(self, base): self.base = base; self.checked = base + 1
class Fallback(Point):
    def __getattr__(self, name): return 'fallback ' + name
calls = []
def described(p, n):
    t = 0
    for i in range(n):
        t += p.ten + p.checked
    return t
def failed(p):
    try: return p.failing
    except AttributeError as e: return str(e)
for i in range(30):
    r = enums(50), metas(20), described(Point(2), 20), failed(Point(i)), failed(Fallback(3)), described(Fallback(4), 5)
print(r, len(calls))
p = Point(3); p.ten = 5; print(described(p, 3)); p.__dict__['checked'] = 'hidden'; print(described(p, 3))
def change(n):
    out = []
    p = Point(1)
    for i in range(n):
        out.append((A.value, p.ten, p.checked, Color.RED.value))
        if i == n // 4: A.value = 'new'
        if i == n // 2: Ten.__get__ = lambda self, obj, cls: 'patched'
        if i == n // 4 * 3: Meta.value = property(lambda cls: 'of the metaclass')
        if i == n - 5: Checked.__get__ = lambda self, obj, cls: 'too'
    return out
out = change(400)
print(out[0], out[150], out[250], out[310], out[-1])
class Other(type):
    def __getattribute__(cls, name): return 'other'
def swapped(n):
    out = []
    for i in range(n):
        out.append(B.value)
        if i == n // 2: B.__class__ = Other
    return out[0], out[-1]
try: print(swapped(200))
except TypeError as e: print(e)
class Plain: value = 3
def plain(n):
    out = []
    for i in range(n):
        out.append(Plain.value)
        if i == n // 2: Plain.__class__ = Other
    return out[0], out[-1]
try: print(plain(200))
except TypeError as e: print(e)
import functools
class Cached:
    @functools.cached_property
    def big(self): calls.append(2); return 42
def cached(n):
    t = 0
    for i in range(n):
        c = Cached(); t += c.big + c.big
    return t
calls.clear(); print(cached(200), len(calls))
print(Color['RED'], Color(2), list(Color), Color.RED.nice, [c.value for c in Color] * 2, Level.HIGH + 1)
