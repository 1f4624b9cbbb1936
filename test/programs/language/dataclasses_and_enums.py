"""Data classes and enumerations as users write them: fields, order, frozen, inheritance, flags, auto, lookups."""
import dataclasses
import enum
from dataclasses import KW_ONLY, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list, repr=False)
    count: ClassVar[int] = 0
    secret: int = field(default=7, compare=False, kw_only=True)
    derived: str = field(init=False)
    seed: InitVar[int] = 3

    def __post_init__(self, seed):
        self.derived = f"{self.name}-{seed}"


@dataclass(frozen=True, order=True, slots=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False)


@dataclass
class Base:
    a: int
    _: KW_ONLY
    b: int = 2


@dataclass(repr=False, eq=False)
class Derived(Base):
    c: int = 3

    def __repr__(self):
        return f"Derived!{self.a}{self.b}{self.c}"


i = Item("pen", tags=["x"])
print(i, i == Item("pen", 1.5, ["x"], secret=0), i.secret, Item("a", 2, seed=9).derived, asdict(i), astuple(i), [f.name for f in fields(Item)], Item.__match_args__, replace(i, name="ink", seed=1))
v = Version(1, 2)
print(v, v < Version(1, 3), sorted([Version(2), Version(1, 9), Version(1)]), hash(v) == hash(Version(1, 2, "x")), v == Version(1, 2, "other"), Version.__slots__, hasattr(v, "__dict__"), {v: 1}[Version(1, 2)])
print(Derived(1, 5, b=4), Base(1, b=9), Base(1) == Base(1), Derived(1) == Derived(1), Base.__hash__, dataclasses.is_dataclass(Base), dataclasses.make_dataclass("Made", [("x", int), ("y", int, 5)])(1))
match v:
    case Version(1, minor=m):
        print("matched", m)


class Color(enum.Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1
    BLUE = enum.auto()

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN

    @enum.member
    class Nested:
        pass


class Perm(enum.Flag):
    R = enum.auto()
    W = enum.auto()
    X = enum.auto()
    RW = R | W


class Num(enum.IntEnum):
    ONE = 1
    TWO = 2


class Text(enum.StrEnum):
    HELLO_WORLD = enum.auto()
    OTHER = "o"


class Planet(enum.Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.4e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(6.67e-11 * self.mass / self.radius**2, 2)

    def __str__(self):
        return self.name.lower()


print(Color.RED, repr(Color.RED), Color(1), Color["GREEN"], Color.CRIMSON is Color.RED, Color.BLUE.value, Color.RED.pretty, list(Color), len(Color), Color.__members__.keys(), Color.default(), Color.RED in Color, 1 in Color, "zz" in Color, f"{Color.RED:>12}|", {Color.RED: 1}, Color.RED == 1, isinstance(Color.RED, Color))
print(Perm.R | Perm.X, Perm.RW, Perm(5), ~Perm.R, Perm.R in Perm.RW, Perm(0), bool(Perm(0)), [p for p in Perm.RW], Perm.RW & Perm.W, Perm.R ^ Perm.RW, repr(Perm.R | Perm.X), Perm.RW.value, len(Perm.RW), list(Perm))
print(Num.ONE + 1, Num.TWO > Num.ONE, Num.ONE == 1, f"{Num.ONE}", repr(Num.TWO), [10, 20][Num.ONE], sorted(Num, reverse=True), Num.ONE | 2, Text.HELLO_WORLD, repr(Text.OTHER), Text.OTHER.upper(), Text("o"), Planet.EARTH, Planet.MARS.gravity, Planet((6.4e23, 3.39e6)).name)
Animal = enum.Enum("Animal", "ANT BEE CAT", start=5)
print(list(Animal), Animal.ANT.value, Animal.BEE.name, [m.name for m in enum.unique(Num)])
for action in (lambda: Color(99), lambda: Color["PINK"], lambda: setattr(Color, "RED", 5), lambda: delattr(Color, "RED"), lambda: Color.RED < Color.BLUE, lambda: type("Sub", (Color,), {}), lambda: exec("class D(enum.Enum):\n A = 1\n A = 2", globals()), lambda: enum.unique(Color), lambda: Perm(64), lambda: Perm("x"), lambda: Perm.R | 1, lambda: setattr(v, "major", 5), lambda: delattr(v, "minor"), lambda: Item(), lambda: Item("a", 1, [], 3, 4), lambda: Version("1") < Version(1), lambda: hash(i), lambda: exec("@dataclass\nclass B:\n a: int = 1\n b: int", globals()), lambda: exec("@dataclass\nclass B:\n a: list = []", globals()), lambda: replace(i, derived="x"), lambda: replace(i, nope=1), lambda: asdict(5), lambda: fields(5), lambda: exec("@dataclass(order=True, eq=False)\nclass B: pass", globals()), lambda: exec("@dataclass(frozen=True)\nclass B(Base): pass", globals()), lambda: Color.RED.value.nope, lambda: Color.NOPE, lambda: Color(), lambda: Planet(1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
