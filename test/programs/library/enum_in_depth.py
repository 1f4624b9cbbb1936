"""Enumerations in depth: aliases, auto, flags and boundaries, mixins, custom values, missing, members and nonmembers, functional use, errors."""
import enum
import json
import pickle
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, global_enum, member, nonmember, property, unique, verify


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)
    TERRA = EARTH
    _ignore_ = ["temp"]
    temp = [MERCURY]
    G = nonmember(6.67300e-11)

    def __init__(self, mass, radius=None):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return self.G * self.mass / self.radius**2

    class Moon:
        pass

    @member
    def function(self):
        return "a member that is a function"


print([p.name for p in Planet], Planet.TERRA is Planet.EARTH, f"{Planet.EARTH.gravity:.2f}", Planet((3.303e23, 2.4397e6)), hasattr(Planet, "temp"), Planet.Moon, type(Planet.function).__name__)
print(Planet.__members__.keys(), Planet["TERRA"], len(Planet), Planet.EARTH in Planet, (5.976e24, 6.37814e6) in Planet, 3 in Planet, dir(Planet.EARTH))


class Coord(bytes, Enum):
    def __new__(cls, value, label, unit=""):
        self = bytes.__new__(cls, [value])
        self._value_ = value
        self.label = label
        self._add_alias_(label.upper()[:1])
        self._add_value_alias_(label)
        return self

    PX = (0, "Place", "x")
    PY = (1, "Quantity")


print(Coord.PX, bytes(Coord.PY), Coord.P is Coord.PX, Coord("Quantity"), Coord(1).label, Coord.PY.name)


class Level(IntEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return (last_values or [0])[-1] * 2 + 1 + len(name) % 2

    LOW = auto()
    MIDDLE = auto()
    TOP = auto()

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        if value == "bad":
            return 3
        return super()._missing_(value) if value != -1 else "not a member"


print([*Level], [int(v) for v in Level], Level("top"), Level.LOW + 1, Level.LOW < Level.TOP, f"{Level.TOP} {Level.TOP:>4} {Level.TOP!r} {Level.TOP!s}", json.dumps({"l": Level.LOW}), max(Level))
for value in 99, -1, "none", None:
    try:
        print(Level(value))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, "| context:", repr(error.__context__))


class Word(StrEnum):
    HELLO = auto()
    BYE = "good bye"


class Hex(int, ReprEnum):
    TEN = 16

    def __str__(self):
        return f"0x{self:x}"


print(Word.HELLO, repr(Word.BYE), Word.BYE.title(), "-".join(Word), Word("hello"), f"{Hex.TEN}", Hex.TEN * 2, repr(Hex.TEN))


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0


p = Perm.R | Perm.X
print(p, repr(p), p.value, [*p], len(p), Perm.R in p, Perm.RW in p, ~p, p ^ Perm.RW, p & Perm.W, bool(Perm.NONE), Perm(0), [*Perm], Perm(7), Perm["RW"].name, p.name, Perm.RW & ~Perm.R)
for boundary in STRICT, CONFORM, EJECT, KEEP:
    B = IntFlag("B", {"A": 1, "C": 4}, boundary=boundary)
    row = []
    for value in 5, 2, 7, 12, -1, -2:
        try:
            row.append(repr(B(value)))
        except ValueError as error:
            row.append(str(error).splitlines()[0])
    try:
        row += [f"~A={~B.A!r}", f"A|8={B.A | 8!r}"]
    except ValueError as error:
        row.append(str(error).splitlines()[-1].strip())
    print(boundary, *row, sep="; ")


@global_enum
class Mode(IntFlag):
    READ = 1
    WRITE = 2


print(READ | WRITE, repr(READ), repr(READ | WRITE), str(Mode.READ))  # noqa: F821
Animal = Enum("Animal", "CAT DOG", start=5, module=__name__, qualname="Animal")
print([*Animal], Animal.DOG.value, pickle.loads(pickle.dumps(Animal.CAT)) is Animal.CAT, Enum("Pairs", [("a", 1), ("b", 1)]).__members__, Enum("D", {"x": "y"}).x, Flag("F", "a b c").c.value, Enum("T", ["p", "q"], type=str).p)


class Base(Enum):
    def describe(self):
        return f"{self.name.lower()}={self.value}"


class Derived(Base):
    ONE = 1
    TWO = property(lambda self: "shadowed") if False else 2
    __order__ = "ONE TWO"

    def __call__(self, x):
        return x * self.value

    def __eq__(self, other):
        return self.value == other or self is other

    __hash__ = Base.__hash__


print(Derived.ONE.describe(), Derived.TWO(21), Derived.ONE == 1, {Derived.ONE: "k"}[Derived.ONE], isinstance(Derived.ONE, Base), Derived.ONE.name, Derived.ONE.ONE.TWO)
for source in [
    "class X(Derived):\n  C = 3", "class X(Enum):\n  A = 1\n  A = 2", "@unique\nclass X(Enum):\n  A = 1\n  B = 1", "@verify(enum.CONTINUOUS)\nclass X(IntEnum):\n  A = 1\n  B = 4", "@verify(enum.NAMED_FLAGS)\nclass X(Flag):\n  A = 1\n  B = 6",
    "class X(Enum):\n  mro = 1", "class X(Enum):\n  _bad_ = 1", "class X(Enum):\n  __private = 1\n  a = 2", "class X(int, Enum):\n  A = 'x'", "class X(StrEnum):\n  A = 1", "class X(Enum):\n  _order_ = 'A B'\n  B = 1\n  A = 2", "class X(str, int, Enum):\n  A = 1",
    "Derived.ONE = 5", "del Derived.ONE", "Derived.ONE.name = 'x'", "Derived.ONE.extra = 'x'", "Derived['THREE']", "Derived.THREE", "Derived(3)", "Derived()", "Enum('X', 'a')('b')", "class X(Flag):\n  A = 'a'", "class X(Enum):\n  A = auto(), 5\n  B = auto()", "Perm.R | 1", "Perm.R < Perm.W",
    "class X(Enum):\n  A = 'a'\n  B = auto()", "class X(Enum):\n  def _generate_next_value_(n, s, c, l): return n\n  A = auto()", "class X(IntFlag):\n  A = auto()\n  B = 8\n  C = auto()\n  D = A | C",
]:  # fmt: skip
    try:
        scope = dict(globals())
        exec(source, scope)
        print("fine:", [*scope["X"]] if "X" in scope else source, [m for m in dir(scope.get("X")) if "private" in m])
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


class Weekday(Enum):
    MONDAY, TUESDAY, WEDNESDAY = range(1, 4)

    @classmethod
    def from_text(cls, text):
        return next((d for d in cls if d.name.startswith(text.upper())), None)

    @enum.property
    def next(self):
        days = [*type(self)]
        return days[(days.index(self) + 1) % len(days)]


match Weekday.from_text("tu"):
    case Weekday.TUESDAY as day:
        print(day, day.next, day.next.next, Weekday.from_text("x"), [*reversed(Weekday)], {d: d.value for d in Weekday})
print(Weekday.__doc__, Perm._flag_mask_, Perm._singles_mask_, Perm._all_bits_, Level._member_map_.keys() == Level.__members__.keys(), sorted(map(str, Coord._value2member_map_)))
