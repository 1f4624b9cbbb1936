"""enum: members, flags, auto values, aliases, mixins, boundaries and errors."""
import enum
from enum import CONFORM, EJECT, KEEP, STRICT, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, global_enum, member, nonmember, property as enum_property, unique, verify


class Weekday(Enum):
    MONDAY = 1
    TUESDAY = 2
    SUNDAY = 7
    MON = 1

    @classmethod
    def from_number(cls, n):
        return cls(n)

    @property
    def is_weekend(self):
        return self is Weekday.SUNDAY

    def __str__(self):
        return self.name.title()


print(list(Weekday), Weekday.MON, repr(Weekday.MON), Weekday.MON is Weekday.MONDAY, Weekday["SUNDAY"], Weekday(2), len(Weekday), Weekday.__members__.keys(), Weekday.SUNDAY.is_weekend, Weekday.from_number(7), Weekday.TUESDAY in Weekday, 2 in Weekday, 99 in Weekday, f"{Weekday.SUNDAY!s:>8}|{Weekday.SUNDAY}")
for attempt in [lambda: Weekday(9), lambda: Weekday["NODAY"], lambda: Weekday.NODAY, lambda: Weekday.MONDAY < Weekday.SUNDAY, lambda: setattr(Weekday, "MONDAY", 3), lambda: type("Sub", (Weekday,), {}), lambda: Weekday.MONDAY.value.__class__ and setattr(Weekday.MONDAY, "value", 5), lambda: delattr(Weekday, "MON"), lambda: Weekday(), lambda: Weekday("x")]:
    try:
        print("fine", attempt())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, "-", error)


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return 6.67300e-11 * self.mass / self.radius**2


print(Planet.EARTH.value, round(Planet.EARTH.gravity, 3), [p.name for p in Planet], Planet((3.303e23, 2.4397e6)))


class Coordinate(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label, obj.unit = label, unit
        return obj

    PX = (0, "P.X", "km")
    PY = (1, "P.Y", "km")


print(Coordinate.PY, Coordinate.PY.label, Coordinate(1), Coordinate.PX + b"!", Coordinate.PY.unit)


class Auto(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() + str(count)

    ONE = auto()
    TWO = auto()
    THREE = "explicit"
    FOUR = auto()


class Status(StrEnum):
    OPEN = auto()
    CLOSED = "shut"


class Priority(IntEnum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        return cls.HIGH if value > 10 else None


print([a.value for a in Auto], Status.OPEN, Status.CLOSED == "shut", Status("open").upper(), repr(Status.OPEN), Priority.HIGH + 1, Priority.LOW < Priority.HIGH, Priority(99), f"{Priority.LOW:03d}", sorted([Priority.HIGH, Priority.LOW]), [10, 20][Priority.LOW], str(Priority.LOW), "%s" % Priority.HIGH, {Priority.LOW: 1}[1])


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 4


class Keep(IntFlag, boundary=KEEP):
    A = 1


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Eject(IntFlag, boundary=EJECT):
    A = 1


print(Perm.R | Perm.X, Perm.RW, ~Perm.R, Perm.R & Perm.W, bool(Perm(0)), Perm(7), list(Perm.RW), len(Perm.RW), Perm.R in Perm.RW, Perm.RW ^ Perm.R, Perm(0), repr(Perm.R | Perm.X), list(Perm), Perm.RW.name, (Perm.R | Perm.X).value, Perm["R"], Perm.R.__or__(Perm.W) is Perm.RW)
print(Keep(9), Conform(7), repr(Eject(8)), Keep.A | 2, repr(Keep(5)), ~Keep.A)
for attempt in [lambda: Strict(2), lambda: Perm(8), lambda: Perm.R | 1, lambda: Perm("x"), lambda: Priority(0), lambda: Perm.R < Perm.W]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "-", str(error).replace("\n", " /"))
Animal = Enum("Animal", "CAT DOG", start=5)
Pairs = Enum("Pairs", {"A": "x", "B": "y"}, type=str)
print(list(Animal), Pairs.A.upper(), Enum("Listed", [("P", 1), ("Q", 2)]).Q, Flag("F", ["S", "T"]).T, Animal.__module__ == __name__)


class Tricky(Enum):
    A = 1
    helper = nonmember(42)
    func = member(len)
    _ignore_ = ["temp"]
    temp = "ignored"
    B: int = 2

    def method(self):
        return f"method of {self.name}"

    @enum_property
    def doubled(self):
        return self.value * 2


print(list(Tricky), Tricky.helper, Tricky.func.value([1, 2]), Tricky.B.method(), Tricky.A.doubled, hasattr(Tricky, "temp"), Tricky.A.B)
for body in ["@unique\nclass U(Enum):\n A=1\n B=1", "@verify(enum.CONTINUOUS)\nclass C(IntEnum):\n A=1\n B=3", "@verify(enum.NAMED_FLAGS)\nclass N(Flag):\n A=1\n B=12", "class D(Enum):\n A=1\n A=2", "class S(StrEnum):\n A=1", "class M(Enum):\n mro='x'", "class V(Enum):\n _private_ = 1", "class I(int, Enum):\n A='x'", "class Q(Enum):\n A=auto(); B='s'; C=auto()"]:
    try:
        exec(body)
        print("fine", body[:12])
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "-", error)


@global_enum
class Shade(Enum):
    DARK = 1
    LIGHT = 2


print(DARK, repr(LIGHT), Shade.DARK is DARK, str(DARK))  # noqa: F821
match Weekday(7):
    case Weekday.MONDAY | Weekday.TUESDAY:
        print("early")
    case Weekday.SUNDAY as day:
        print("late", day)


class Ordered(Enum):
    def __lt__(self, other):
        return self.value < other.value if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash(self._name_)


class Grade(Ordered):
    B = 2
    A = 1


print(sorted(Grade), max(Grade), Grade.A.__class__.__mro__[1].__name__, dir(Grade.A)[-4:], Grade.__name__, repr(Grade))


class EnumWithInit(Enum):
    X = 1

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)


print(EnumWithInit.X, enum.EnumType is enum.EnumMeta, isinstance(Grade, enum.EnumMeta), Weekday.__doc__, type(Weekday.MONDAY), enum.show_flag_values(11), enum.bin(10))
