"""How attributes are found: data descriptors first, then the instance, then the class, then __getattr__; setting, deleting, slots, super."""
import sys
import types


class Trace:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        print(f"set_name {owner.__name__}.{name}")

    def __get__(self, instance, owner=None):
        return f"<{self.kind} {self.name} of {'class' if instance is None else 'instance'} {owner.__name__}>"


class DataTrace(Trace):
    def __set__(self, instance, value):
        print(f"set {self.name} to {value!r}")

    def __delete__(self, instance):
        print(f"delete {self.name}")


class Base:
    plain = "class value"
    method = Trace("non-data")
    guarded = DataTrace("data")

    def __getattr__(self, name):
        if name.startswith("dynamic_"):
            return name.removeprefix("dynamic_").upper()
        raise AttributeError(f"no {name} here", name=name, obj=self)


b = Base()
b.__dict__.update(method="instance wins", guarded="instance loses", plain="shadow")
print(b.plain, b.method, b.guarded, Base.method, b.dynamic_x, sep=" | ")
b.guarded = 5
del b.guarded
del b.plain
print(b.plain, vars(b))
for expression in "b.missing", "Base.missing", "b.plain.foo", "del b.plain", "Base().method.x", "b.dynamic", "(1).real = 2", "int.x = 1", "None.x", "b.__dict__ = 3":
    try:
        exec(expression, {"b": b, "Base": Base})
    except Exception as error:
        print(f"{expression:18} {type(error).__name__}: {error} [{error.name if isinstance(error, AttributeError) else ''}]")


class Everything:
    """__getattribute__ sees everything but special methods that the interpreter looks up itself."""

    def __init__(self):
        object.__setattr__(self, "seen", [])

    def __getattribute__(self, name):
        if name != "seen":
            self.seen.append(name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        self.seen.append(f"{name}=")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.seen.append(f"del {name}")
        super().__delattr__(name)

    def __len__(self):
        return 3


e = Everything()
e.x = 1
e.x += 1
len(e), str(e) is None, bool(e), e.__len__(), hasattr(e, "nope"), getattr(e, "nope", None)
del e.x
setattr(e, "y", 2)
print(e.seen)


class Slotted:
    __slots__ = ("a", "_b", "__c")

    def __init__(self):
        self.a, self.__c = 1, 3

    @property
    def b(self):
        return self._b

    @b.setter
    def b(self, value):
        self._b = value * 2

    @b.deleter
    def b(self):
        del self._b


s = Slotted()
s.b = 4
print(s.a, s.b, s._Slotted__c, sorted(n for n in dir(s) if not n.startswith("__")), Slotted.a)
for action in "s.z = 1", "s.__dict__", "del s.b; s.b", "del s.b", "del s.a; s.a", "Slotted.b = 1; s.b", "Slotted.a.__get__(3)", "Slotted.a.__set__(3, 4)":
    try:
        exec(action, {"s": s, "Slotted": Slotted})
        print(action, "worked")
    except Exception as error:
        print(f"{action:22} {type(error).__name__}: {error}")


class WithDict(Slotted):
    pass


w = WithDict()
w.extra = 1
print(w.__dict__, w.a)
for source in [
    "class A:\n __slots__ = ('x', 'x y')",
    "class A:\n x = 1\n __slots__ = ('x',)",
    "class A(int):\n __slots__ = ('x',)",
    "class A(tuple):\n __slots__ = ('x',)",
    "class A:\n __slots__ = 1,",
    "class A:\n __slots__ = ('__dict__', '__dict__')",
]:
    try:
        exec(source)
        print("fine:", source.splitlines()[0])
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class A:
    def who(self):
        return ["A"]

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def size(self):
        return 1


class B(A):
    def who(self):
        return ["B", *super().who()]

    @classmethod
    def make(cls):
        return "B:" + super().make()

    @property
    def size(self):
        return super().size + 10


class C(A):
    def who(self):
        return ["C", *super(C, self).who()]


class D(B, C):
    pass


d = D()
print(d.who(), D.make(), d.size, super(B, d).who(), super(B, D).make(), repr(super(B, d)) == "<super: <class 'B'>, <D object>>")
for action in "super(C, A())", "super(D, d).nope", "super(int, True).real", "super().x", "super(1, 2)":
    try:
        print(action, eval(action, {"C": C, "A": A, "D": D, "d": d}))
    except Exception as error:
        print(f"{action:22} {type(error).__name__}: {error}")


class Meta(type):
    def __getattr__(cls, name):
        return f"{cls.__name__}?{name}"

    level = property(lambda cls: "meta property")

    def __dir__(cls):
        return ["listed", "also"]


class Odd(metaclass=Meta):
    level = "class attribute"


print(Odd.anything, Odd.level, Odd().level, dir(Odd), hasattr(Odd(), "anything"), type.__getattribute__(Odd, "level"))

module = types.ModuleType("computed")
exec("def __getattr__(name):\n    if name == 'bad': raise AttributeError('not that')\n    return name * 2\ndef __dir__(): return ['b', 'a']", module.__dict__)
sys.modules["computed"] = module
import computed  # noqa: E402
from computed import ab  # noqa: E402

print(computed.xy, ab, dir(computed), hasattr(computed, "bad"))
try:
    from computed import bad
except ImportError as error:
    print(type(error).__name__, error)
bound = d.who
print(bound.__self__ is d, bound.__func__ is B.who, bound == d.who, bound is d.who, types.MethodType(len, [1, 2])())
