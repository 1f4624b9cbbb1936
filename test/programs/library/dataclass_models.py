"""dataclasses: fields, comparison, freezing, inheritance, slots, conversion."""
import dataclasses as dc
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import Any, ClassVar


@dataclass
class Item:
    """An item in stock."""

    name: str
    price: float
    quantity: int = 0
    tags: list[str] = field(default_factory=list, compare=False)
    currency: ClassVar[str] = "EUR"

    @property
    def total(self) -> float:
        return self.price * self.quantity


a, b = Item("nut", 0.5, 10), Item("nut", 0.5, 10, ["x"])
print(a, a == b, a.total, a.tags is b.tags, Item.__doc__, Item.__match_args__, Item.currency, [f.name for f in fields(Item)], a != Item("nut", 1))
print(asdict(b), astuple(b), replace(a, quantity=3, tags=["new"]), is_dataclass(Item), is_dataclass(a), is_dataclass(3), Item.__eq__(a, 3))
for f in fields(a):
    print(f.name, f.type, f.default if f.default is not dc.MISSING else "-", f.init, f.repr, f.compare, f.hash, f.kw_only)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


versions = [Version(3, 14), Version(3, 2, "old"), Version(2)]
print(sorted(versions), Version(1) < Version(1, 1), Version(1, label="a") == Version(1, label="b"), hash(Version(1)) == hash(Version(1)), {Version(1): "x"}[Version(1, 0)])
for attempt in [lambda: setattr(versions[0], "major", 1), lambda: delattr(versions[0], "major"), lambda: hash(a), lambda: a < b, lambda: Item(), lambda: Item("a", 1, 2, 3, 4), lambda: Item("a", price=1, colour=2), lambda: replace(a, colour=1), lambda: asdict(3), lambda: fields(int), lambda: Version(1) < (1, 0), lambda: setattr(versions[0], "new", 1)]:
    try:
        print("fine", attempt())
    except (FrozenInstanceError, TypeError, AttributeError) as error:
        print(type(error).__name__, "-", error)


@dataclass
class Base:
    x: Any = 15.0
    y: int = 0


@dataclass
class Derived(Base):
    z: int = 10
    x: int = 15
    _: KW_ONLY
    flag: bool = False
    derived: int = field(init=False, repr=False)
    seed: InitVar[int | None] = None

    def __post_init__(self, seed):
        self.derived = self.x * 2 + (seed or 0)


d = Derived(1, 2, 3, flag=True, seed=100)
print(d, d.derived, [f.name for f in fields(Derived)], Derived.__match_args__, Derived(seed=5).derived, hasattr(d, "seed"))


@dataclass(slots=True, kw_only=True, weakref_slot=True)
class Slotted:
    a: int
    b: str = "b"


s = Slotted(a=1)
print(s, Slotted.__slots__, hasattr(s, "__dict__"))
try:
    s.c = 1
except AttributeError as error:
    print(error)
try:
    Slotted(1)
except TypeError as error:
    print(error)


@dataclass(unsafe_hash=True, repr=False, match_args=False)
class Hashed:
    key: int
    note: str = field(default="", hash=False)


print(hash(Hashed(1, "a")) == hash(Hashed(1, "b")), repr(Hashed(1)).split(" ")[0], hasattr(Hashed, "__match_args__"))
Point = make_dataclass("Point", [("x", int), "y", ("z", int, field(default=0))], namespace={"norm": lambda self: abs(self.x) + abs(self.y) + abs(self.z)}, frozen=True)
print(Point(1, -2), Point(1, 2).norm(), Point.__annotations__)


@dataclass
class Tree:
    value: int
    children: "list[Tree]" = field(default_factory=list)

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


tree = Tree(1, [Tree(2, [Tree(3)]), Tree(4)])
print(tree, list(tree), asdict(tree), asdict(tree, dict_factory=lambda pairs: tuple(k for k, _ in pairs)))
tree.children.append(tree)
print(repr(tree)[-30:])
match Version(3, 14):
    case Version(3, minor) if minor > 10:
        print("modern", minor)


class Validated:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return 7 if instance is None else getattr(instance, self.name, 7)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must not be negative")
        setattr(instance, self.name, value)


@dataclass
class Gauge:
    level: int = Validated()


print(Gauge(), Gauge(3))
try:
    Gauge(-1)
except ValueError as error:
    print(error)


@dataclass
class Meta:
    size: int = field(metadata={"unit": "mm"}, doc="the size")


print(fields(Meta)[0].metadata["unit"], fields(Meta)[0].metadata)
try:
    fields(Meta)[0].metadata["x"] = 1
except TypeError as error:
    print(error)
for body in ["x: list = []", "a: int = 1\n    b: int", "x: int = field(default=1, default_factory=int)", "x = field()", "x: int = field(kw_only=True)\n    y: KW_ONLY\n    z: KW_ONLY", "x: ClassVar[int] = field(default_factory=list)", "def __setattr__(self, n, v): pass\n    x: int = 1"]:
    try:
        exec(f"@dataclass{'(frozen=True)' if 'setattr' in body else ''}\nclass Bad:\n    {body}")
        print("fine", Bad)  # noqa: F821
    except (TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)
try:

    @dataclass
    class Thawed(Version):
        pass

except TypeError as error:
    print(error)
try:
    dataclass(order=True, eq=False)(type("C", (), {}))
except ValueError as error:
    print(error)


@dataclass
class Celsius:
    degrees: float

    def __eq__(self, other):
        return abs(self.degrees - other.degrees) < 0.1


@dataclass(eq=False)
class Identity:
    n: int


print(Celsius(1.0) == Celsius(1.05), Identity(1) == Identity(1), Celsius.__hash__, Identity(3))
