"""Structural patterns on classes: positional and keyword, __match_args__, builtins, mappings, sequences, guards, binding order, errors."""
import enum
import re
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple
from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from types import MappingProxyType, SimpleNamespace


@dataclass
class Point:
    x: int
    y: int
    _: KW_ONLY
    label: str = ""


@dataclass
class Shape:
    centre: Point
    tags: list = field(default_factory=list)


@dataclass
class Circle(Shape):
    radius: float = 1.0


class Polar:
    __match_args__ = ("angle", "distance")

    def __init__(self, p):
        self.p = p

    @property
    def distance(self):
        print("<distance>", end=" ")
        return abs(self.p.x) + abs(self.p.y)

    @property
    def angle(self):
        print("<angle>", end=" ")
        if self.p.x == self.p.y == 0:
            raise AttributeError("no angle")
        return "flat" if self.p.y == 0 else "steep"


class Color(enum.Enum):
    RED = "r"
    BLUE = "b"


Pair = namedtuple("Pair", "left right")
LIMIT = 10


class config:
    limit = 20


def describe(value):
    match value:
        case None | True | False:
            return f"singleton {value}"
        case Color.RED:
            return "red"
        case Color(value=v):
            return f"colour {v}"
        case config.limit:
            return "the limit"
        case -1 | 2.5 | 1 + 2j | "word" | b"raw":
            return f"literal {value!r}"
        case int(n) if n > 100:
            return f"big {n}"
        case int() | float() as number:
            return f"number {number}"
        case str(text) if m := re.fullmatch(r"(\w+)=(\w+)", text):
            return f"setting {m[1]} to {m[2]}"
        case str():
            return f"text of {len(value)}"
        case Point(0, 0):
            return "origin"
        case Point(x, y, label="diagonal") if x == y:
            return f"on the diagonal at {x}"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Point(label=str(name)) if name:
            return f"point {name}"
        case Circle(Point(x, _), [first, *_], radius=r):
            return f"circle at {x} tagged {first} of {r}"
        case Shape(tags=[]) as s:
            return f"plain {type(s).__name__}"
        case Pair(left=[a, b], right=c):
            return f"pair of list {a, b, c}"
        case Pair(l, r) if l == r:
            return "twins"
        case {"kind": "user", "name": str(name), **rest} if rest:
            return f"user {name} with {sorted(rest)}"
        case {"kind": ("admin" | "root") as kind}:
            return kind
        case {1: _, "deep": {"list": [*_, {"last": x}]}}:
            return f"deep {x}"
        case {} if len(value) == 0:
            return f"empty {type(value).__name__}"
        case dict() | Mapping():
            return f"some {type(value).__name__}"
        case []:
            return f"no items in {type(value).__name__}"
        case [x] | (x, []):
            return f"one {x}"
        case [Point(x=a), Point(x=b)]:
            return f"points {a}, {b}"
        case [first, _, *middle, last] if len(middle) > 1:
            return f"long {first} {middle} {last}"
        case [*items]:
            return f"{type(value).__name__} {items}"
        case SimpleNamespace(a=1, b=SimpleNamespace(c=c)):
            return f"namespace {c}"
        case BaseException(args=[first, *_]):
            return f"error {first}"
        case type(__name__=name):
            return f"class {name}"
        case object(__len__=_):
            return f"sized {type(value).__name__}"
        case _:
            return f"other {type(value).__name__}"


origin = Point(0, 0)
for value in [
    None, True, Color.RED, Color.BLUE, 20, -1, 2.5, 1 + 2j, "word", b"raw", 101, 7, "a=b", "other", origin, Point(3, 3, label="diagonal"), Point(0, 4),
    Point(5, 0), Point(1, 2, label="p"), Point(1, 2), Circle(Point(1, 1), ["big"], 3), Circle(origin), Shape(origin), Shape(origin, [1]), Pair([1, 2], 3), Pair(1, 1),
    Pair(1, 2), {"kind": "user", "name": "ann", "age": 3}, {"kind": "user", "name": "ann"}, {"kind": "root"}, {1: 2, "deep": {"list": [0, {"last": 9}]}}, {}, UserDict(),
    UserDict(kind="admin"), defaultdict(list, a=1), Counter("aab"), ChainMap({}, {"kind": "root"}), OrderedDict(), MappingProxyType({"kind": "admin"}), [], (), deque(), [1], [2, []],
    range(1), [Point(1, 2), Point(3, 4)], [1, 2, 3, 4, 5], deque([1, 2]), UserList([1, 2]), range(3), bytearray(b"xy"), {1, 2}, iter([1]),
    SimpleNamespace(a=1, b=SimpleNamespace(c="deep")), KeyError("k", 1), ValueError(), int, Sequence, lambda: 0, frozenset(),
]:  # fmt: skip
    print(f"{str(value) if callable(value) is False and not hasattr(value, '__next__') else type(value).__name__!s:.58}: {describe(value)}")


def polar(value):
    match value:
        case Polar("flat", d) if d > 5:
            return f"far {d}"
        case Polar("flat"):
            return "flat"
        case Polar(distance=0):
            return "nowhere"
        case Polar(angle=a, distance=d):
            return f"{a} {d}"


for p in Point(9, 0), Point(1, 0), Point(0, 0), Point(2, 2), "none":
    print(polar(Polar(p) if isinstance(p, Point) else p))


class Meta(type):
    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")


class Duck(metaclass=Meta):
    __match_args__ = ("quack",)


match SimpleNamespace(quack="loud"):
    case Duck(sound):
        print("duck", sound)


class Bad:
    __match_args__ = ["x"]
    x = 1


class BadItems:
    __match_args__ = ("x", 3)
    x = 1


class NoArgs:
    x = 1


for text, value in [
    ("Bad(x)", Bad()), ("BadItems(1, y)", BadItems()), ("NoArgs(x)", NoArgs()), ("NoArgs(x=1)", NoArgs()), ("Point(1, 2, 3)", Point(1, 2)), ("Point(1, x=1)", Point(1, 2)),
    ("int(1, 2)", 1), ("int(real=1)", 1), ("origin()", 1), ("{'a': 1, **r}", {"a": 1, "b": 2}), ("{1: a, True: b}", {}), ("{LIMIT: a}", {}), ("[a, *_, a]", [1]), ("a | 1", 1), ("_ | 1", 1),
    ("Point(x=a, x=b)", 1), ("{'a': 1, 'a': 2}", {}), ("[*a, *b]", []), ("-x", 1), ("1 + 2", 1), ("f'{x}'", 1), ("{**r, 'a': 1}", {}), ("(a)", 5), ("(a,)", [5]), ("str() as a | b", ""), ("config.limit", 20), ("x.y.z", 1),
    ("[a, b] | [b, a]", [1, 2]), ("[a] | [a, b]", [1]), ("int() as _", 1), ("{'a': 1, **_}", {}),
]:  # fmt: skip
    scope = {**globals(), "value": value}
    before = set(scope)
    try:
        exec(f"match value:\n case {text}: matched = True\n case _: matched = False", scope)
        print(f"{text:20} {scope['matched']}", {k: scope[k] for k in sorted(scope.keys() - before - {"matched"})})
    except (TypeError, SyntaxError, NameError) as error:
        print(f"{text:20} {type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}")
match [1, [2, 3]], {"a": 4}:
    case [x, [y, z]], {"a": w} if w > 100:
        print("never")
    case _:
        print("bindings of a failed guard stay:", x, y, z, w)
match = {"match": 1}
case = type = 2
print(match["match"], case, type)
