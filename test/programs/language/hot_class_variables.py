"""Attributes of classes that programs change all the time, read through the class, its subclasses and instances."""


class Base:
    count = 0
    limit = 10

    def __init__(self):
        Base.count += 1

    def seen(self):
        return self.count

    @classmethod
    def raised(cls):
        cls.limit += 1
        return cls.limit


class Left(Base):
    pass


class Right(Base):
    limit = 100


class Both(Left, Right):
    pass


def work(n):
    total = 0
    for i in range(n):
        one = (Base, Left, Right, Both)[i % 4]()
        total += one.seen() + one.limit + type(one).count + Left.limit
        if i % 3 == 0:
            total += type(one).raised()
    return total


for _ in range(5):
    print(work(1000), Base.count, Base.limit, Left.limit, Right.limit, Both.limit, Both.__dict__.get("limit"))

# A subclass gets a value of its own, and loses it.
Left.count = -1
print(work(100), Left().seen(), Both().seen(), Right().seen(), Base.count)
for i in range(50):
    Left.count = i
print(Left().seen(), Both().seen(), Right().seen())
del Left.count
print(Left().seen() == Base.count, Both.count == Base.count, work(100))


# ── Values that become something else ────────────────────────────────────────────────────────────────────────────

class Described:
    def __get__(self, instance, owner):
        return "described", instance is None, owner.__name__

    def __set__(self, instance, value):
        raise AttributeError("read only")


def read(cls, n):
    found = None
    for _ in range(n):
        found = cls().seen(), cls.count
    return found


Base.count = Described()
try:
    Both()
except TypeError as error:
    print(error)
Base.__init__ = lambda self: None
Base.count = Described()
print(read(Right, 200))
Base.count = 5
print(read(Right, 200))
Base.count = property(lambda self: "property")
print(read(Left, 200)[0], work.__name__)
Base.count = 7
print(read(Left, 200))
del Base.count
try:
    read(Left, 1)
except AttributeError as error:
    print(error)
Base.count = 8
print(read(Left, 200))


# ── Metaclasses, mutable values, special methods ─────────────────────────────────────────────────────────────────

class Counted(type):
    total = 0

    def __setattr__(cls, name, value):
        Counted.total += 1
        super().__setattr__(name, value)


class Watched(metaclass=Counted):
    value = 0


def watch(n):
    for _ in range(n):
        Watched.value += 1
    return Watched.value, Counted.total


print(watch(1000), watch(1000))


class Sized:
    size = 0

    def __len__(self):
        return Sized.size


def lengths(n):
    total = 0
    for i in range(n):
        Sized.size = i
        total += len(Sized())
        if i == n - 5:
            Sized.__len__ = lambda self: 1000
    return total


print(lengths(500), len(Sized()))
Sized.__len__ = 3
try:
    len(Sized())
except TypeError as error:
    print(error)
Sized.__len__ = lambda self: 4
print(len(Sized()))


def many(n, a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8):
    """More variables than short frames have."""
    i, j, k, l, m = a + b, c + d, e + f, g + h, n
    o, p, q, r, s = i + j, k + l, m + n, o if n < 0 else 1, None
    t, u, v, w, x, y, z = [o], (p,), {q}, {r: s}, lambda: t, m, n
    return sorted(locals()), x()


print(many(3) == many(3), len(many(1)[0]), [many(i)[1] for i in range(200)][-1])
