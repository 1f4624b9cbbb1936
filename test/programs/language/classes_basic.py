"""Classes: construction, attributes, inheritance, MRO, super, class-level protocols, naming."""


class Base:
    """Docstring."""

    kind = "base"
    __private = "mangled"

    def __init__(self, x=0):
        self.x = x

    def show(self):
        return f"Base.show({self.x})"

    def _get(self):
        return self.__private

    @classmethod
    def make(cls, *args):
        return cls(*args)

    @staticmethod
    def add(a, b):
        return a + b

    @property
    def double(self):
        """Twice x."""
        return self.x * 2

    @double.setter
    def double(self, value):
        self.x = value // 2

    @double.deleter
    def double(self):
        self.x = None


class Left(Base):
    kind = "left"

    def show(self):
        return "Left>" + super().show()


class Right(Base):
    __private = "right's own"

    def show(self):
        return "Right>" + super().show()


class Both(Left, Right):
    def show(self):
        return "Both>" + super().show() + super(Left, self).show()[:6]

    @classmethod
    def make(cls, *args):
        return super().make(*args)

    @property
    def double(self):
        return super().double + 1


b = Both.make(4)
print(b.show(), b.kind, b.double, Both.add(1, 2), b.add(3, 4), b._get(), Both.__mro__, Both.__bases__, Both.__base__, sep="\n")
base = Base(10)
base.double = 50
print(base.x, base.double, Base.double.__doc__, Base.double.fget(base), base.__dict__, vars(base) is base.__dict__)
del base.double
print(base.x, "kind" in base.__dict__, hasattr(base, "_Base__private"), Base.__doc__, Base.__name__, Base.__qualname__, Base.__module__, sorted(k for k in Base.__dict__ if not k.startswith("__")))
base.kind = "instance"
print(base.kind, Base.kind, Left.kind)
del base.kind
print(base.kind, Base.show(base), Base.make().x, type(base.show), type(Base.show), type(Base.make), type(Base.__dict__["make"]), base.show.__self__ is base, base.show.__func__ is Base.show, base.show == base.show, base.show is base.show, Base.make.__self__ is Base)
Base.added = lambda self: ("added", self.x)
print(b.added(), Both.added(base), isinstance(b, Left), isinstance(b, (int, Right)), issubclass(Both, Base), issubclass(Left, Right), isinstance(Both, type), type(b) is Both, b.__class__.__name__)
b.__class__ = Left
print(b.show(), type(b), isinstance(b, Both))


class Outer:
    class Inner:
        def method(self):
            return __class__

        class Deep:
            pass

    def factory(self):
        class Local:
            pass

        return Local


print(Outer.Inner.Deep.__qualname__, Outer().factory().__qualname__, Outer.Inner().method(), Outer.Inner.method.__qualname__, repr(Outer.Inner.Deep), (lambda: 0).__qualname__)


class Callable:
    def __init__(self):
        self.calls = []

    def __call__(self, *args, **kw):
        self.calls.append((args, kw))
        return len(self.calls)

    def __repr__(self):
        return "Callable!"

    def __str__(self):
        return f"{self!r} as str"

    def __bool__(self):
        return len(self.calls) > 1

    def __len__(self):
        return 99

    def __hash__(self):
        return 5

    def __eq__(self, other):
        return other == 5


c = Callable()
print(c(1), bool(c), c(k=2), bool(c), c, [c], f"{c!s} {c!r}", len(c), hash(c), c == 5, 5 == c, c != 5, {c: 1}[c], callable(c), callable(b), c in [5], c.calls)


class Meta(type):
    def __call__(cls, *args):
        print("  metacall", args, end="; ")
        return super().__call__(*args)


class New(metaclass=Meta):
    def __new__(cls, value=None):
        if value == "other":
            return value
        self = super().__new__(cls)
        print("new", value, end="; ")
        return self

    def __init__(self, value=None):
        print("init", value)


print(type(New(1)), New("other"), New.__new__ is New(2).__new__)


class Singleton:
    _instance = None

    def __new__(cls):
        cls._instance = cls._instance or super().__new__(cls)
        return cls._instance


print(Singleton() is Singleton())
if True:
    class Conditional:
        for n in range(3):
            locals()[f"f{n}"] = lambda self, n=n: n
        if n > 1:
            extra = "body statements run"
        del n


print(Conditional().f2(), Conditional.extra, hasattr(Conditional, "n"))
D = type("D", (Base,), {"kind": "dynamic", "__doc__": "made"})
print(D(3).show(), D.kind, D.__doc__, D.__module__, type("E", (), {})().__class__, type(D))


class GetAttr:
    def __getattr__(self, name):
        if name.startswith("dyn"):
            return f"<{name}>"
        raise AttributeError(f"no {name}")

    def __setattr__(self, name, value):
        object.__setattr__(self, name, ("set", value))

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)

    def __dir__(self):
        return ["zeta", "alpha"]


g = GetAttr()
g.real = 1
print(g.dynamic, g.real, hasattr(g, "other"), getattr(g, "other", "default"), dir(g))
del g.real
for action in (lambda: g.real, lambda: delattr(g, "gone"), lambda: Base(1, 2), lambda: Base.nope, lambda: base.nope, lambda: Base.show(), lambda: object().x, lambda: setattr(object(), "x", 1), lambda: setattr(int, "x", 1), lambda: delattr(Base, "nope"), lambda: type("X", (int, str), {}), lambda: type("X", (Base, Left), {}), lambda: type("X", (bool,), {}), lambda: type("X", (5,), {}), lambda: super().x, lambda: super(Left, Right()).show(), lambda: setattr(b, "__class__", int), lambda: setattr(b, "__class__", 5), lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, (int, "x")), lambda: isinstance(1, [int]), lambda: type("X", (), {"__slots__": 5}), lambda: object(1), lambda: object.__new__(5), lambda: object.__new__(Base, 1).x, lambda: int.__new__(str), lambda: Base.__init__(5), lambda: setattr(base, "double", "x"), lambda: type.__call__(5), lambda: Base.__name__.foo, lambda: setattr(Base, "__name__", 5), lambda: setattr(Base, "__bases__", ()), lambda: setattr(Base, "__bases__", (int,)), lambda: setattr(Left, "__bases__", (Right,)) or Left.__mro__, lambda: delattr(Base, "__doc__") or Base.__doc__, lambda: Base < Left, lambda: Base + 1, lambda: Base[int], lambda: len(Base), lambda: iter(Base), lambda: Base.__dict__.__setitem__("a", 1), lambda: setattr(base, "__dict__", 5), lambda: Left.__private):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
