"""How classes are made: metaclass choice and conflicts, MRO, __prepare__, __init_subclass__, __set_name__, __mro_entries__, __class__ assignment."""
import abc
import enum
import types


class MetaA(type):
    pass


class MetaB(type):
    pass


class MetaC(MetaA, MetaB):
    def __new__(mcls, name, bases, namespace, **options):
        made = super().__new__(mcls, name, bases, namespace)
        made.options = options
        return made

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        return "made by the metaclass" if args == ("meta",) else super().__call__(*args, **kwargs)


class A(metaclass=MetaA): ...


class B(metaclass=MetaB): ...


class C(A, B, metaclass=MetaC, colour="red"): ...


class D(C, size=3): ...


print(type(C).__name__, C.options, type(D).__name__, D.options, D("meta"), [k.__name__ for k in D.__mro__])
for source in [
    "class X(A, B): ...", "class X(A, metaclass=MetaB): ...", "class X(A, A): ...", "class X(object, A): ...", "class X(int, str): ...", "class X(bool): ...", "class X(type(None)): ...",
    "class X(1): ...", "class X(lambda: 0): ...", "class X(metaclass=3): ...", "class X(A, colour=1): ...", "class X(*[A], **{'metaclass': MetaA}): ...", "class X(len): ...",
    "class X:\n  __qualname__ = 3", "class X(P, Q): ...", "class X(slice): ...", "class X(type(iter([]))): ...", "class X(A, metaclass=lambda *a, **k: a[0]): ...; ",
]:  # fmt: skip
    scope = dict(globals())
    exec("class O: ...\nclass M(O): ...\nclass N(O): ...\nclass P(M, N): ...\nclass Q(N, M): ...", scope)
    try:
        exec(source, scope)
        print(f"{source.splitlines()[0]:52} {scope['X']!r}")
    except Exception as error:
        print(f"{source.splitlines()[0]:52} {type(error).__name__}: {error}")


class Root: ...


class L(Root): ...


class R(Root): ...


class LL(L): ...


class Bottom(LL, R): ...


class Wide(L, R, list): ...


for cls in Bottom, Wide, enum.IntFlag:
    print([k.__name__ for k in cls.mro()])


class Ordered(type):
    @classmethod
    def __prepare__(mcls, name, bases, **options):
        class Namespace(dict):
            def __setitem__(self, key, value):
                if key in self and not key.startswith("__"):
                    value = (*self[key], value) if isinstance(self[key], tuple) else (self[key], value)
                super().__setitem__(key, value)

            def __missing__(self, key):
                if key.isupper():
                    return f"<{key.lower()}>"
                raise KeyError(key)

        return Namespace(injected=options)

    def __new__(mcls, name, bases, namespace, **options):
        return super().__new__(mcls, name, bases, dict(namespace))


class Overloads(metaclass=Ordered, level=2):
    def f(self): ...

    def f(self, x): ...  # noqa: F811

    value = 1
    value = 2
    value = FREE + injected.__class__.__name__  # noqa: F821


print(len(Overloads.f), Overloads.value, Overloads.injected)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **rest):
        super().__init_subclass__(**rest)
        Plugin.registry[name or cls.__name__.lower()] = cls

    def __class_getitem__(cls, key):
        return cls.registry[key]


class Json(Plugin, name="json"): ...


class Csv(Plugin): ...


print(Plugin.registry, Plugin["csv"], Json["json"] is Json)
try:

    class Wrong(Plugin, extra=1): ...
except TypeError as error:
    print(error)


class Named:
    def __set_name__(self, owner, name):
        if name == "bad":
            raise ValueError("bad name")
        self.where = f"{owner.__name__}.{name}"


class Owner:
    one = Named()
    two = three = Named()


Owner.late = Named()
print(Owner.one.where, Owner.three.where, hasattr(Owner.late, "where"))
try:

    class Refused:
        bad = Named()
except ValueError as error:
    print(error, error.__notes__)


class Entries:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("entries for", [type(b).__name__ for b in bases])
        return self.bases


class Replaced(Entries(L, R), Root): ...


class Gone(Entries()): ...


print(Replaced.__bases__, [type(b).__name__ for b in Replaced.__orig_bases__], Gone.__bases__, types.resolve_bases((list[int], Entries(L))), types.get_original_bases(Gone) == Gone.__orig_bases__)
try:
    type("T", (Entries(L),), {})
except TypeError as error:
    print(error)
made = types.new_class("Made", (Entries(Root),), {"metaclass": type}, lambda ns: ns.update(x=1))
print(made, made.x, made.__bases__, types.prepare_class("Z", (C,), {"k": 1})[0].__name__)

cell = "global"


class Scope:
    cell = cell + " seen by the body"
    items = [cell for _ in range(1)]
    first = [x for x in cell.split()][0]

    def who(self):
        return __class__.__name__, cell

    class Inner:
        outer = cell


print(Scope.cell, Scope.items, Scope.first, Scope().who(), Scope.Inner.outer, Scope.Inner.__qualname__, Scope.__firstlineno__ < Scope.Inner.__firstlineno__, Scope.__static_attributes__)


class Cat:
    sound = "miaow"


class Dog:
    sound = "woof"


class Slotted:
    __slots__ = ("x",)


pet = Cat()
pet.__class__ = Dog
print(pet.sound, type(pet).__name__)
for target, cls in [(pet, Slotted), (pet, 3), (pet, int), (3, Dog), (Slotted(), Dog)]:
    try:
        target.__class__ = cls
    except TypeError as error:
        print(error)
Bottom.__bases__ = (L, R)
print([k.__name__ for k in Bottom.__mro__], Bottom.__base__, LL.__subclasses__(), sorted(k.__name__ for k in L.__subclasses__()))
for bases in [(), (int,), (Bottom,), [L], (L, L)]:
    try:
        Bottom.__bases__ = bases
    except TypeError as error:
        print(error)
Dog.__name__, Dog.__qualname__, Dog.__module__ = "Hound", "kennel.Hound", "pets"
print(Dog, Dog.__name__)
for name, value in [("__name__", 3), ("__name__", "a\0b"), ("__qualname__", 1), ("__doc__", "doc"), ("__mro__", ()), ("__dict__", {})]:
    try:
        setattr(Dog, name, value)
        print(name, "set", Dog.__doc__)
    except (TypeError, ValueError, AttributeError) as error:
        print(name, type(error).__name__, error)


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @classmethod
    @abc.abstractmethod
    def unit(cls): ...

    @classmethod
    def __subclasshook__(cls, other):
        return "area" in vars(other) if cls is Shape else NotImplemented


class Half(Shape):
    area = 1


for make in Shape, Half, lambda: type("Whole", (Half,), {"unit": classmethod(lambda cls: cls.__name__)}):
    try:
        print(make() if isinstance(make, type) else make()().unit())
    except TypeError as error:
        print(error)
print(issubclass(type("Free", (), {"area": 1}), Shape), issubclass(int, Shape), sorted(Shape.__abstractmethods__))
try:
    type("x", (), {}, oops=1)
except TypeError as error:
    print(error)
for arguments in [("x",), ("x", ()), ("x", [], {}), (1, (), {}), ("x", (), []), ()]:
    try:
        print(type(*arguments))
    except TypeError as error:
        print(error)
