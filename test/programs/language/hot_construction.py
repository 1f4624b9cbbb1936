"""Classes with `__new__` and metaclasses with `__call__` in loops that are compiled: what `__new__` returns, changes in the middle, errors."""

import sys
from collections import namedtuple


def repeat(f, n=3000):
    result = None
    for i in range(n):
        result = f(i)
    return result


# ── Named tuples ──

Point = namedtuple("Point", "x y")
Line = namedtuple("Line", "start end width", defaults=(1,))


class Named(Point):
    __slots__ = ()

    def __new__(cls, x, y=5):
        return super().__new__(cls, x * 2, y)

    def total(self):
        return self.x + self.y


class Open(Point):
    pass


def points(i):
    p = Point(i, y=1)
    q = Line(p, Point(1, i))
    x, y = p
    return p, q, x + y, q.start.x, q.width, p == (i, 1), len(q), type(p) is Point


print(repeat(points))
print(repeat(lambda i: (Named(i), Named(i, 3).total(), Named._make((1, 2)), Named(1)._replace(x=3))))


def open_point(i):
    o = Open(i, 2)
    o.extra = i
    return o, o.extra, o.__dict__, Point._make([i, 2]), Point._make(range(2))


print(repeat(open_point))


def wrong_count(i):
    try:
        return Point(i) if i % 500 == 7 else Point(i, 1)
    except TypeError as error:
        return str(error)


print([str(wrong_count(i))[:40] for i in (7, 8)], repeat(wrong_count), wrong_count(507))


def make_wrong(i):
    try:
        return Point._make((1, 2, 3) if i % 700 == 9 else (1, i))
    except TypeError as error:
        return str(error)


print(repeat(make_wrong), make_wrong(709))

# ── What __new__ returns ──

log = []


class Kind:
    def __new__(cls, kind, *rest):
        if kind % 100 == 99:
            return kind
        if cls is Kind and kind % 100 == 98:
            return super().__new__(Other)
        return super().__new__(cls)

    def __init__(self, kind, *rest):
        self.kind = kind
        self.rest = rest


class Other(Kind):
    def __init__(self, kind, *rest):
        super().__init__(kind, "other")
        log.append(kind)


def kinds(n):
    counts = {}
    for i in range(n):
        made = Kind(i, i)
        name = type(made).__name__
        counts[name] = counts.get(name, 0) + (made.rest[0] if isinstance(made, Kind) and made.rest[0] != "other" else 1)
    return counts


print(kinds(1000), len(log), log[:3])
print(kinds(3000), len(log))


class NoInit:
    def __new__(cls, value, key=None):
        self = object.__new__(cls)
        self.value = value
        self.key = key
        return self


class Child(NoInit):
    made = 0

    def __init__(self, value, **others):
        Child.made += 1
        self.others = others


print(repeat(lambda i: vars(NoInit(i, key=2))))
print(repeat(lambda i: vars(Child(i, key=2))), Child.made)


class Single:
    instance = None
    count = 0

    def __new__(cls):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self):
        self.count += 1


print(repeat(lambda i: Single().count), Single() is Single())


class Subclassed(Single):
    instance = None


print(repeat(lambda i: Subclassed().count), Subclassed() is not Single())


class Checked:
    def __new__(cls, n):
        if n % 300 == 299:
            raise ValueError(n)
        return object.__new__(cls)

    def __init__(self, n):
        if n % 400 == 399:
            raise KeyError(n)
        self.n = n


def checked(n):
    total = 0
    for i in range(n):
        try:
            total += Checked(i).n
        except ValueError as error:
            total -= error.args[0]
            frame = error.__traceback__.tb_next.tb_frame
            assert frame.f_code.co_name == "__new__" and frame.f_locals == {"cls": Checked, "n": i}
        except KeyError as error:
            total -= 1
            assert error.__traceback__.tb_next.tb_frame.f_code.co_name == "__init__"
    return total


print(checked(4000))


class Looked:
    def __new__(cls, n):
        frame = sys._getframe()
        self = super().__new__(cls)
        self.names = frame.f_code.co_name, frame.f_back.f_code.co_name, sorted(frame.f_locals)
        return self


print(repeat(lambda i: Looked(i).names))


# ── Changes in the middle ──


class Changing:
    def __new__(cls, n):
        self = super().__new__(cls)
        self.n = n
        return self


def first(cls, n):
    self = object.__new__(cls)
    self.n = -n
    return self


def changing(n):
    total = []
    for i in range(n):
        if i == 2000:
            Changing.__new__ = first
        if i == 2500:
            Changing.__init__ = lambda self, n: setattr(self, "n", "init")
        if i % 500 == 7:
            total.append(Changing(i).n)
    return total


def changing_hot(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            Changing.__new__ = staticmethod(lambda cls, n: object.__new__(Changed))
        total += Changing(i).n == "init"
    return total


class Changed:
    n = "changed"


print(changing(3000))
print(changing_hot(3000), Changing(1).n)


class Deep:
    def __new__(cls, n):
        self = super().__new__(cls)
        self.child = Deep(n - 1) if n else None
        return self


def depth(deep):
    return 0 if deep.child is None else 1 + depth(deep.child)


print(repeat(lambda i: depth(Deep(i % 20))))
try:
    Deep(10**6)
except RecursionError as error:
    print(type(error).__name__)


class Abstract:
    def __new__(cls):
        return super().__new__(cls)


def abstract(i):
    try:
        return Abstract().__class__.__name__
    except TypeError as error:
        return str(error)


print(repeat(abstract))
Abstract.__abstractmethods__ = {"f"}
print(repeat(abstract))
Abstract.__abstractmethods__ = set()
print(repeat(abstract))

# ── Derived from builtins ──


class Pair(tuple):
    def __new__(cls, a, b):
        return tuple.__new__(cls, (b, a))


class Words(str):
    def __new__(cls, *words):
        return super().__new__(cls, " ".join(words))


class Even(int):
    def __new__(cls, n):
        return int.__new__(cls, n - n % 2)


class Items(tuple):
    def __new__(cls, items):
        return super().__new__(cls, items)


print(repeat(lambda i: (Pair(i, 1), Pair(i, 1)[0], Words("a", str(i)), Even(i) + 1, Items([i, 2]), Items(x for x in "ab"))))
print(repeat(lambda i: [type(x).__name__ for x in (Pair(1, i), Words(), Even(i), Items(()), Items({i: 1}))]))

# ── Metaclasses ──


class Registry(type):
    made = {}
    calls = 0

    def __call__(cls, *args, **kwargs):
        Registry.calls += 1
        if cls not in cls.made:
            cls.made[cls] = super().__call__(*args, **kwargs)
        return cls.made[cls]

    def shout(cls):
        return cls.__name__.upper()


class One(metaclass=Registry):
    def __init__(self, n=0):
        self.n = n


class Two(One):
    shout = "two"


print(repeat(lambda i: (One(i).n, Two(n=i).n, One.shout(), Two.shout)), Registry.calls)


class Counting(type):
    def __call__(cls, *args):
        made = super().__call__(*args)
        made.counted = True
        return made

    def __getattr__(cls, name):
        return name


class Counted(metaclass=Counting):
    def __new__(cls, n):
        self = super().__new__(cls)
        self.new = n
        return self

    def __init__(self, n):
        self.init = n


def counted(n):
    for i in range(n):
        made = Counted(i)
        if i == n // 2:
            Counting.__call__ = lambda cls, *args: args
    return made, Counted.missing


made, missing = counted(1500)
print(made, missing)
del Counting.__call__
print(vars(Counted(4)), repeat(lambda i: vars(Counted(i))))


class Refusing(type):
    def __call__(cls, *args):
        raise TypeError(f"no {cls.__name__}")


class Never(metaclass=Refusing):
    pass


def never(i):
    try:
        Never(i)
    except TypeError as error:
        return str(error), error.__traceback__.tb_next.tb_frame.f_code.co_name


print(repeat(never))


# ── super() in class methods, and as a value ──


class Base:
    def __init__(self, *args, **kwargs):
        self.args = args, kwargs

    @classmethod
    def create(cls, n):
        return cls, n

    @staticmethod
    def plain(n):
        return n


class Derived(Base):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

    @classmethod
    def create(cls, n):
        inner = super().create
        return super().create(n)[0].__name__, inner(n + 1)[1], super().plain(n)


class Further(Derived):
    pass


print(repeat(lambda i: (Derived.create(i), Further.create(i), Further(1, i, k=i).args, Derived(i).args)))


def defaults(*, a=1, b=2):
    return a + b


def changed_defaults(n):
    total = 0
    for i in range(n):
        total += defaults(a=i & 1)
        if i == n // 2:
            defaults.__kwdefaults__["b"] = 100
        if i == n // 4 * 3:
            defaults.__kwdefaults__ = {"b": 1000}
    return total


print(changed_defaults(4000))


# ── Classes as containers, and conversions that builtins call for each item ──


class Container(type):
    names = ("a", "b")

    def __getitem__(cls, key):
        if key == "none":
            raise KeyError(key)
        return cls.__name__ + key

    def __contains__(cls, key):
        return key in cls.names

    def __iter__(cls):
        return iter(cls.names)

    def __len__(cls):
        return len(cls.names)

    def __bool__(cls):
        return bool(cls.names)


class Held(metaclass=Container):
    pass


class Generic:
    def __class_getitem__(cls, key):
        return key


def contained(n):
    total = 0
    for i in range(n):
        if i == n // 2:
            Container.names = ("b",)
        if i == n // 4 * 3:
            Container.__getitem__ = lambda cls, key: "changed"
        total += ("a" in Held) + len(Held) + len(Held["x"]) + (1 if Held else 0) + Generic[1] + len(list[int].__args__)
        for name in Held:
            total += name == "b"
        try:
            Held["none"]
        except KeyError:
            total += 1000
    return total


print(contained(4000))


def converted(n):
    for i in range(n):
        texts = list(map(str, (i, -i, "t", True, None, 1.5, 10**20, ())))
        ints = list(map(int, ("1", "-12", "+3", " 4 ", "1_000", "٣", "0" * 20 + "7", "9" * 25, 2.9, True, i, -0.0, "-0")))
        floats = list(map(float, (i, "1e3", True, 10**17, "-0")))
    return texts, ints, floats


print(converted(300))
for wrong in "", "-", "+-1", "1x", "0x10", "--1", None, [], "1.5", "9" * 5000:
    try:
        print(list(map(int, ["1", wrong])))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error)[:60])
