"""Generic aliases, unions, typing constructs at run time: reprs, equality, isinstance, parameters, protocols, TypedDict, NamedTuple."""
import collections.abc
import typing
from typing import Annotated, Any, Callable, ClassVar, Final, Generic, Literal, NamedTuple, NewType, NotRequired, Optional, Protocol, Required, TypedDict, TypeVar, Union, runtime_checkable

T, K = TypeVar("T"), TypeVar("K")
print(list[int], dict[str, list[T]], tuple[int, ...], tuple[()], type[int], collections.abc.Callable[[int], str], collections.abc.Callable[..., T], set[T][int], dict[K, T][str, int], list[int].__origin__, dict[K, T].__parameters__, list["Forward"], list[int] == list[int], list[int] != list[str], hash(list[int]) == hash(list[int]), list[int]((1, 2)), type(list[int]).__name__, list[int].append, [*tuple[int, str]])
print(int | str, int | None, None | int, int | str | int, (int | str) == (str | int), hash(int | str) == hash(str | int), isinstance(5, int | str), issubclass(bool, int | None), (int | list[int]).__args__, Union[int, str], Optional[int], Union[int], Union[int, Union[str, None]], type(int | str), list[int] | None, isinstance(None, int | None), T | int, Literal[1] | None)
for form in (Any, Optional[T], Callable[[int, T], K], Callable[..., int], Literal[1, "a", None, True], ClassVar[int], Final[int], Annotated[int, "meta", 5], typing.List[int], typing.Dict[str, T], typing.Tuple[int, ...], typing.Type[T], typing.Iterable[int], typing.Awaitable[T], typing.NoReturn, typing.Never, typing.Self, typing.LiteralString, typing.TypeGuard[int], typing.Unpack[tuple[int]], typing.Concatenate[int, ...], typing.Deque[int], typing.DefaultDict[str, int], typing.ContextManager[int], typing.Pattern[str], typing.IO[str], typing.Text, typing.AnyStr):
    print(form, typing.get_origin(form), typing.get_args(form), getattr(form, "__parameters__", "-"))
print(Literal[1, 2] == Literal[2, 1], Literal[1] == Literal[True], Literal[1, 1], Annotated[Annotated[int, 1], 2], Annotated[int, 1].__metadata__, Optional[None], Callable[[], None], typing.get_type_hints(lambda x: x))


class Stack(Generic[T]):
    items: list[T]

    def push(self, item: T) -> "Stack[T]":
        return self


class Pair(Generic[K, T], dict[K, T]):
    pass


print(Stack[int], Stack[int].__args__, Stack[T][str], Pair[int, str], Stack.__parameters__, Pair.__orig_bases__, Stack[int]().__orig_class__, typing.get_type_hints(Stack.push), typing.get_type_hints(Stack), Stack[int] is Stack[int], issubclass(Stack, Generic))


@runtime_checkable
class HasName(Protocol):
    name: str

    def greet(self) -> str: ...


class Named:
    name = "n"

    def greet(self):
        return "hi"


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int


class Sequel(Movie):
    number: NotRequired[int]


class Point(NamedTuple):
    """A point."""

    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


UserId = NewType("UserId", int)
print(isinstance(Named(), HasName), isinstance(5, HasName), Movie(title="x"), Movie.__required_keys__, Movie.__optional_keys__, Sequel.__annotations__, Sequel.__total__, Point(1), Point(1, 2).norm(), Point._field_defaults, Point.__annotations__, Point(3)._replace(y=9), UserId(5), UserId.__supertype__, UserId.__name__, repr(UserId))


@typing.overload
def over(x: int) -> int: ...
@typing.overload
def over(x: str) -> str: ...
def over(x):
    return x


@typing.final
class Sealed:
    @typing.override
    def m(self): ...


print(len(typing.get_overloads(over)), Sealed.__final__, Sealed.m.__override__, typing.cast("anything", 5), typing.TYPE_CHECKING, typing.reveal_type.__name__, typing.assert_type(5, int), typing.is_typeddict(Movie), typing.get_protocol_members(HasName) == {"name", "greet"}, typing.is_protocol(HasName), typing.no_type_check(over) is over)
for action in (lambda: isinstance(5, list[int]), lambda: issubclass(int, list[int]), lambda: list[int]["x"], lambda: int[str], lambda: int | 5, lambda: isinstance(5, int | list[int]), lambda: Union[()], lambda: Optional[int, str], lambda: Literal[()], lambda: Callable[int], lambda: Callable[int, str], lambda: Callable[[int], str, int], lambda: ClassVar[int, str], lambda: Generic[int], lambda: Generic[T, T], lambda: Stack[int, str], lambda: Stack[int][str], lambda: Any(), lambda: isinstance(5, Any), lambda: isinstance(5, Movie), lambda: Movie(1), lambda: HasName(), lambda: Protocol[int], lambda: UserId(), lambda: type("S", (UserId,), {}), lambda: Point(), lambda: Point(1, 2, 3), lambda: typing.get_type_hints(5), lambda: TypeVar("T", bound=5, default=3).__bound__, lambda: Annotated[int], lambda: Final[int, str], lambda: typing.assert_never(5), lambda: setattr(list[int], "x", 1), lambda: list[int].nope, lambda: type("Q", (int | str,), {}), lambda: Optional(), lambda: Union[int, 5], lambda: typing.NamedTuple("N", [("a", int), ("a", int)])):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
