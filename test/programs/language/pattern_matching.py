"""match: every kind of pattern, guards, captures, class patterns, mappings, sequences, order of checks."""
import collections.abc
import dataclasses
import enum


class Color(enum.Enum):
    RED = 1
    BLUE = 2


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Loose:
    __match_args__ = ("first",)

    def __init__(self, **kw):
        self.__dict__.update(kw)


class K:
    ZERO = 0


def describe(value):
    match value:
        case None:
            return "none"
        case True | False as flag:
            return f"bool {flag}"
        case K.ZERO:
            return "dotted zero"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case -1:
            return "minus one"
        case 1 + 2j | -1.5:
            return "complex or float"
        case int(n) if n > 1000:
            return f"big int {n}"
        case int() | float():
            return "number"
        case "quit" | b"quit":
            return "quit"
        case str(s) if s.startswith("go "):
            return f"go {s[3:]}"
        case str():
            return "text"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [Point(x=0, y=y), *rest]:
            return f"starts on the axis at {y}, then {rest}"
        case ["cmd", str(name), *args] if args:
            return f"command {name} {args}"
        case (a, b):
            return f"pair {a} {b}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"nested": {"list": [_, second, *_]}}:
            return f"nested {second}"
        case {1: _, **others}:
            return f"has 1, others {others}"
        case {}:
            return "some mapping"
        case Point(0, 0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point(x=px):
            return f"point {px}"
        case Color.RED:
            return "red"
        case Color():
            return "other color"
        case Loose(first=[1, *_] as whole, extra=e):
            return f"loose {whole} {e}"
        case Loose(v):
            return f"first {v}"
        case type():
            return "class"
        case _:
            return "anything"


for value in (None, True, 0, False, 2, -1, 1 + 2j, -1.5, 1001, 5, 7.5, "quit", b"quit", "go north", "stop", [], (), [9], (9,), [Point(0, 5), 1, 2], ["cmd", "ls", "-l", "x"], ["cmd", "ls"], (1, 2), range(3), [1, 2, 3, 4], collections.deque([1, 2]), {"type": "circle", "r": 3, "z": 1}, {"nested": {"list": (1, 2, 3, 4)}}, {1: "x", 2: "y"}, {}, {"q": 1}, collections.OrderedDict(a=1), Point(0, 0), Point(3, 3), Point(1, 2), Color.RED, Color.BLUE, Loose(first=[1, 2], extra="e"), Loose(first=5), Loose(other=1), int, {1, 2}, object, iter([]), bytearray(b"x"), b"other", "", 10**20, 0.0, memoryview(b"ab")):
    print(type(value).__name__, "->", describe(value))


class Watched:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        self.log.append(name)
        return name.upper()


class Mapping(collections.abc.Mapping):
    def __init__(self, data):
        self.data = data

    def __getitem__(self, key):
        return self.data[key]

    def get(self, key, default=None):
        print("get", key, end="; ")
        return self.data.get(key, default)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def keys(self):
        return self.data.keys()


class Seq(collections.abc.Sequence):
    def __len__(self):
        print("len", end="; ")
        return 3

    def __getitem__(self, index):
        print("item", index, end="; ")
        if index > 2:
            raise IndexError
        return index * 10


w = Watched()
match w:
    case Watched(a="A", b="nope"):
        print("wrong")
    case Watched(c="C") | Watched(d="D"):
        print("matched c", w.log)
match Mapping({"k": 1, "l": 2}):
    case {"missing": _}:
        print("wrong")
    case {"k": k, **rest}:
        print("mapping", k, rest)
match Seq():
    case [0, 20, x]:
        print("wrong")
    case [0, *middle, 20]:
        print("sequence", middle)
match 5, "x":
    case int(a), str(b):
        print("tuple subject", a, b)
match (lambda: [1, [2, [3]]])():
    case [a, [b, [c]]]:
        print(a, b, c)
x = "unchanged"
match [1, 2]:
    case [x, 3]:
        print("wrong")
    case _ if (y := x) == 1:
        print("captured before it failed", x, y)
for command in ("north", "south 3", "go", "look at lamp"):
    match command.split():
        case [("north" | "south") as direction]:
            print("move", direction)
        case [("north" | "south") as direction, steps] if steps.isdigit():
            print("move", direction, int(steps))
        case ["look", "at", thing]:
            print("look", thing)
        case [unknown, *_]:
            print("unknown", unknown)
match = 5
case = {"match": match}
type = [match, case]
_ = match
print(match, case, type, _)
del type
match (match):
    case 5:
        print("soft keywords", [match for match in [1]])
