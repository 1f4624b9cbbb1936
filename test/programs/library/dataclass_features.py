"""Dataclasses in depth: field options, inheritance, slots and weak slots, frozen, ordering, InitVar, post-init, replace, made ones, errors."""
import copy
import dataclasses
import functools
import pickle
from abc import ABC, abstractmethod
from dataclasses import KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

T = TypeVar("T")


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
    parts: list[int] = field(default_factory=list, repr=False, hash=False)
    count: ClassVar[int] = 0
    scale: InitVar[int] = 1
    _: KW_ONLY
    note: str | None = field(default=None, metadata={"doc": "free text"}, doc="what to know")

    def __post_init__(self, scale):
        self.major *= scale
        type(self).count += 1


v = Version(1, 2, "rc", scale=3, note="n")
print(v, v == Version(3, 2, "other", note="n"), Version(1) < Version(1, 1), Version.count, Version.scale, v.scale)
for f in fields(v):
    print(f.name, f.type, f.default is MISSING, f.default_factory is not MISSING, f.init, f.compare, f.hash, f.kw_only, dict(f.metadata), f.doc)
print(replace(v, minor=9, scale=2), Version.__match_args__, Version.__hash__, Version.__annotations__.keys())
for action in "replace(v, x=1)", "replace(v, minor=1)", "Version()", "Version(1, 2, '', [], 1, 'note')", "hash(v)", "v < (3, 2)", "fields(3)", "asdict(Version)", "replace(Version, minor=1)":
    try:
        print(action, "->", eval(action))
    except TypeError as error:
        print(action, "TypeError:", error)


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Point:
    x: float
    y: float = 0.0
    norm: float = field(init=False, repr=False)

    def __post_init__(self):
        object.__setattr__(self, "norm", (self.x**2 + self.y**2) ** 0.5)

    def moved(self, **by):
        return replace(self, **{k: getattr(self, k) + d for k, d in by.items()})


p = Point(3, 4)
print(p, p.norm, hash(p) == hash(Point(3, 4.0)), {p: 1}[Point(3, 4)], p.moved(x=2), Point.__slots__, pickle.loads(pickle.dumps(p)) == p, copy.replace(p, y=0), copy.deepcopy(p) == p)
for action in "p.x = 1", "del p.x", "p.__dict__", "replace(p, norm=1)":
    try:
        exec(action)
    except (FrozenInstanceError, AttributeError, ValueError, TypeError) as error:
        print(action, type(error).__name__, error)


@dataclass
class Base:
    a: int = 1
    b: Any = "base"

    def __post_init__(self):
        self.log = [f"Base {self.a}"]


@dataclass(kw_only=True)
class Middle(Base):
    c: int
    b: Any = field(default_factory=lambda: ["middle"])

    def __post_init__(self):
        super().__post_init__()
        self.log.append(f"Middle {self.c}")


@dataclass
class Leaf(Middle, Generic[T]):
    d: T = None
    a: int = 10


leaf = Leaf("d", 5) if False else Leaf(7, d="dd", c=3)
print(leaf, leaf.log, [f.name for f in fields(Leaf)], Leaf.__init__.__annotations__.keys(), Leaf[int](c=1), Leaf.__match_args__)


class Pair(NamedTuple):
    left: Any
    right: Any


@dataclass
class Tree:
    name: str
    children: list["Tree"] = field(default_factory=list)
    extra: dict = field(default_factory=dict)
    parent: "Tree | None" = field(default=None, repr=False, compare=False)


tree = Tree("root", [Tree("kid", extra={Pair(1, 2): [Tree("deep")]})], {"p": Pair(Tree("l"), (1, [2]))})
print(asdict(tree), astuple(tree.children[0]), sep="\n")
print(asdict(tree, dict_factory=lambda items: {k.upper(): v for k, v in items if v})["CHILDREN"])
tree.children[0].parent = tree
tree.children.append(tree)
print(tree)
tree.children.pop()
print(tree == copy.deepcopy(tree), tree.children[0] is copy.copy(tree).children[0])

C = make_dataclass("C", ["x", ("y", int), ("z", list, field(default_factory=list))], bases=(ABC,), namespace={"total": lambda self: self.x + self.y}, frozen=True, module=__name__)
print(C(1, 2), C(1, 2).total(), C.__module__ == __name__, is_dataclass(C), is_dataclass(C(1, 2)), is_dataclass(int), [f.type for f in fields(C)])


class Validated:
    """A descriptor as the default: its class access gives the default."""

    def __init__(self, default=MISSING):
        self.default = default

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.default is MISSING:
                raise AttributeError(self.name)
            return self.default
        return getattr(instance, self.name)

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} is negative")
        setattr(instance, self.name, value)


@dataclass
class Item:
    size: int = Validated()
    price: int = Validated(5)


print(Item(1), Item(2, 3))
for arguments in (), (-1,), (1, -2):
    try:
        Item(*arguments)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


@dataclass(eq=False)
class Identity:
    x: int


@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: list = field(default_factory=list, hash=False)


@dataclass(repr=False, init=False, match_args=False)
class Bare:
    x: int = 5


class Abstract(ABC):
    @property
    @abstractmethod
    def size(self): ...


@dataclass
class Concrete(Abstract):
    size: int = 4

    @functools.cached_property
    def double(self):
        return self.size * 2


print(Identity(1) == Identity(1), hash(Hashed(1, [2])) == hash(Hashed(1, [3])), Bare().x, hasattr(Bare, "__match_args__"), repr(Bare()).startswith("<"), Concrete().double, Concrete(3))
match Point(1, 2), Leaf(5, c=2):
    case Point(x, y), Leaf(a, d=None):
        print("matched", x, y, a)
for source in [
    "@dataclass\nclass X:\n a: int = 1\n b: int", "@dataclass\nclass X:\n a: list = []", "@dataclass\nclass X:\n a = field()", "@dataclass\nclass X:\n a: int = field(default=1, default_factory=int)", "@dataclass(order=True, eq=False)\nclass X: ...",
    "@dataclass(order=True)\nclass X:\n def __lt__(s, o): ...", "@dataclass(frozen=True)\nclass X(Base): ...", "@dataclass\nclass X(Point): ...", "@dataclass(slots=True)\nclass X:\n __slots__ = ()", "@dataclass(weakref_slot=True)\nclass X: ...", "@dataclass\nclass X:\n a: InitVar[int] = field(default_factory=int)",
    "@dataclass\nclass X:\n a: ClassVar[int] = field(default_factory=int)", "@dataclass\nclass X:\n _: KW_ONLY\n __: KW_ONLY", "@dataclass(unsafe_hash=True)\nclass X:\n def __hash__(s): ...", "@dataclass(frozen=True)\nclass X:\n def __setattr__(s, n, v): ...", "make_dataclass('X', ['class'])", "make_dataclass('X', ['a', 'a'])",
    "make_dataclass('X', [3])", "@dataclass\nclass X:\n a: int = field(kw_only=False)\n b: int = field(kw_only=True)\nX(1, 2)", "dataclass(3)", "@dataclass\nclass X:\n a: Field = MISSING\n b: int", "@dataclass\nclass X:\n a: dict = {}", "@dataclass\nclass X:\n a: Tree = Tree('x')",
]:  # fmt: skip
    try:
        exec(source)
        print("fine:", source)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
print(dataclasses.field(default=1, metadata={"k": 2}).metadata["k"], Version.__doc__, Leaf.__dataclass_params__)
