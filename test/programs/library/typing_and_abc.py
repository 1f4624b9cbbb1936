"""typing and abc: generics, protocols, hints at run time, abstract classes."""
import abc
import collections.abc
import typing as t
from abc import ABC, abstractmethod
from typing import (
    Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NoReturn, Optional, ParamSpec, Protocol, TypedDict, TypeVar, Union, cast, final, get_args, get_origin, get_overloads,
    get_type_hints, overload, runtime_checkable,
)  # fmt: skip

T, K = TypeVar("T"), TypeVar("K", bound=str)
P = ParamSpec("P")
for hint in [list[int], dict[str, list[T]], Optional[int], Union[int, str], int | None, Callable[[int, str], bool], Callable[..., T], Callable[P, int], tuple[int, ...], tuple[()], Literal["a", 1, None], Annotated[int, "meta"], ClassVar[int], Final[str], type[int], Any, NoReturn, t.List[int], t.Dict[str, T], Union[int], Union[int, str, int], t.Self, t.Never, t.Unpack[tuple[int]], t.Required[int], collections.abc.Mapping[str, T][int], t.Concatenate[int, P], t.TypeGuard[int], Optional[Union[int, None]]]:
    print(hint, "|", get_origin(hint), "|", get_args(hint), "|", getattr(hint, "__parameters__", ()))


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Named(Stack[K]):
    pass


class Box[V: (int, str) = int]:
    def get(self) -> V: ...


type Pair[A] = tuple[A, A]
type Tree = dict[str, Tree] | None
print(Stack[int], Stack[T][str], Named[str], Stack[int]().__orig_class__, Named.__orig_bases__, Box[int], Box.__type_params__, Box.__type_params__[0].__constraints__, Box.__type_params__[0].__default__, Pair[int], Pair.__value__, Pair[int].__args__, Tree, Tree.__value__, Stack.__parameters__)


def greet(name: str, *names: str, loud: bool = False, when: "Optional[int]" = None) -> Annotated[str, "greeting"]: ...


print(get_type_hints(greet), get_type_hints(greet, include_extras=True)["return"], greet.__annotations__["when"])


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), len(get_overloads(double)))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, cast("anything", 3), t.TYPE_CHECKING, t.no_type_check(greet) is greet)


class Movie(TypedDict):
    title: str
    year: t.NotRequired[int]


class Extended(Movie, total=False):
    rating: t.ReadOnly[float]


class Employee(NamedTuple):
    """An employee."""

    name: str
    id: int = 3

    def tag(self):
        return f"{self.name}#{self.id}"


print(Movie(title="x"), Movie.__required_keys__, sorted(Extended.__optional_keys__), Extended.__total__, t.is_typeddict(Movie), Employee("g"), Employee("a", 1).tag(), Employee._field_defaults, Employee.__annotations__, Employee.__doc__)


@runtime_checkable
class Closable(Protocol):
    name: str

    def close(self) -> None: ...


class Door:
    name = "door"

    def close(self):
        pass


class Shape(Protocol):
    def area(self) -> float: ...


print(isinstance(Door(), Closable), isinstance(3, Closable), t.is_protocol(Closable), sorted(t.get_protocol_members(Closable)))
for attempt in [lambda: Shape(), lambda: isinstance(3, Shape), lambda: issubclass(Door, Closable), lambda: list[int]() and isinstance([], list[int]), lambda: Stack[int, str], lambda: Union[3], lambda: Optional[int, str], lambda: Generic[int], lambda: TypeVar("A", int), lambda: TypeVar("A", covariant=True, contravariant=True), lambda: Literal(), lambda: ClassVar[1], lambda: int[str], lambda: t.Any(), lambda: type("X", (Generic,), {}), lambda: Callable[int], lambda: Movie(1), lambda: isinstance({}, Movie), lambda: Union[int, str](), lambda: t.assert_never(3), lambda: NewType("A", int)("x", "y"), lambda: t.NamedTuple("N", [("a", 3)]), lambda: list[int].push]:
    try:
        print("fine", attempt())
    except (TypeError, ValueError, AttributeError, AssertionError) as error:
        print(type(error).__name__, "-", error)
print(get_type_hints(Movie), get_type_hints(Stack.push), t.get_type_hints(Extended, include_extras=True)["rating"], t.reveal_type is not None, Literal[1, 1, True], Literal[1] == Literal[True], int | str == str | int, Union[int, str] == int | str, hash(list[int]) == hash(list[int]), isinstance(3, int | str), issubclass(bool, int | None))

# -- abc -------------------------------------------------------------------------------------------------------


class Repository(ABC):
    @abstractmethod
    def get(self, key): ...

    @property
    @abstractmethod
    def size(self): ...

    @classmethod
    @abstractmethod
    def create(cls): ...

    def describe(self):
        return f"{type(self).__name__} of {self.size}"


class Partial(Repository):
    def get(self, key):
        return key


class Memory(Partial):
    size = 3

    @classmethod
    def create(cls):
        return cls()


for cls in (Repository, Partial, Memory):
    try:
        print(cls().describe(), cls.create().get(1))
    except TypeError as error:
        print(error)
print(sorted(Repository.__abstractmethods__), sorted(Partial.__abstractmethods__), Memory.__abstractmethods__)


class Countable(metaclass=abc.ABCMeta):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Countable:
            return any("count" in vars(base) for base in other.__mro__) or NotImplemented
        return NotImplemented


@Countable.register
class Virtual:
    pass


print(issubclass(list, Countable), isinstance("s", Countable), issubclass(dict, Countable), issubclass(Virtual, Countable), isinstance(Virtual(), Countable), abc.get_cache_token() > 0)
try:
    Countable.register(3)
except TypeError as error:
    print(error)
try:
    Memory.register(Repository)
except RuntimeError as error:
    print(error)


class Ring(collections.abc.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i % len(self.items)]

    def __setitem__(self, i, value):
        self.items[i % len(self.items)] = value

    def __delitem__(self, i):
        del self.items[i % len(self.items)]

    def __len__(self):
        return len(self.items)

    def insert(self, i, value):
        self.items.insert(i, value)


class Bits(collections.abc.Set):
    def __init__(self, items=()):
        self.mask = sum({1 << i for i in items})

    def __contains__(self, i):
        return bool(self.mask >> i & 1)

    def __iter__(self):
        return (i for i in range(self.mask.bit_length()) if i in self)

    def __len__(self):
        return self.mask.bit_count()

    def __repr__(self):
        return f"Bits({list(self)})"


ring = Ring(1, 2, 3)
ring += [4]
ring.extend([5, 6])
ring.remove(2)
print(ring[7], ring.pop(), ring.index(4), 3 in list(ring.items), ring.reverse(), ring.items, ring.append(0), len(ring))
x, y = Bits([1, 2, 5]), Bits([2, 5, 7])
print(x & y, x | y, x - y, x ^ y, x <= y, x.isdisjoint([9]) , Bits([2]) < x, x == {1, 2, 5}, x & [1], collections.abc.Set._hash(x) == collections.abc.Set._hash(Bits([5, 2, 1])))


@final
class Leaf:
    pass


print(Leaf.__final__, t.get_origin(Box[str]) is Box, t.get_args(Callable[[], int]))
