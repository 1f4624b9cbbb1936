"""Type parameters and annotations: generic classes and functions, aliases, defaults, lazily evaluated hints."""


class Stack[T]:
    """A class with a type parameter."""

    def __init__(self, *items: T) -> None:
        self._items: list[T] = list(items)

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        return self._items.pop()

    def map[U](self, function: "Callable[[T], U]") -> "Stack[U]":
        return Stack(*map(function, self._items))

    def __iter__(self):
        return iter(self._items)

    def __repr__(self) -> str:
        return f"Stack{self._items}"


class Pair[A, B = A]:
    def __init__(self, first: A, second: B):
        self.first, self.second = first, second

    def swapped(self) -> "Pair[B, A]":
        return Pair(self.second, self.first)

    __match_args__ = ("first", "second")


class Number[N: (int, float), *Rest, **Options]:
    zero: N


type Tree[T] = T | list[Tree[T]]
type Point = tuple[float, float]
type Lazy = ThisNameDoesNotExist[int]
type Callback[**P, R] = Maker[P, R]


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


def largest[T: int, *Ts](value: T, *others: *Ts) -> T:
    return max(value, *others)


def flatten[T](tree: Tree[T]) -> list[T]:
    match tree:
        case list():
            return [leaf for branch in tree for leaf in flatten(branch)]
        case leaf:
            return [leaf]


class Node:
    value: int
    next: Node | None = None  # a forward reference without quotes
    parent: "Node"

    def __init__(self, value: int, next: Node = None):
        self.value, self.next = value, next


def unevaluated(x: undefined_name, y: 1 / 0 = 5) -> also.missing:
    """Annotations are evaluated only when somebody asks."""
    return y


class Typed:
    """Annotations of a class read at creation, to build slots."""

    fields: dict = {}

    def __init_subclass__(cls):
        cls.fields = {name: hint for name, hint in cls.__annotations__.items()}

    def __init__(self, **values):
        for name, hint in self.fields.items():
            value = values.pop(name, getattr(type(self), name, None))
            if not isinstance(value, hint):
                raise TypeError(f"{name} should be {hint}, not {value!r}")
            setattr(self, name, value)
        if values:
            raise TypeError(f"unexpected {', '.join(values)}")


class Server(Typed):
    host: str
    port: int = 80
    tags: list | tuple | None = None


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def local_annotations():
    x: int = 3
    y: this_is_never_evaluated
    (z): str = "z"
    return x, z


def main():
    stack = Stack(1, 2)
    stack.push(3)
    print(stack, stack.map(lambda n: "x" * n), stack.pop(), list(stack))
    print(Stack.__type_params__, Stack[int].__origin__ is Stack, Stack[int].__args__, Stack[int](7), Stack.map.__type_params__)
    print(Pair(1, "a").swapped().first, Pair.__type_params__, Number.__type_params__, Pair.__parameters__)
    A, B = Pair.__type_params__
    print(B.__default__ is A, B.has_default(), A.has_default(), A.__name__, A.__bound__, Number.__type_params__[0].__constraints__)
    print(Tree, Tree.__name__, Tree.__type_params__, Point.__value__, attempt(lambda: Lazy.__value__))
    print(first([3, 4]), first([], "none"), largest(3, 9, 4), largest.__type_params__[0].__bound__, flatten([1, [2, [3, []], 4]]))
    print(first.__annotations__, Node.__annotations__["value"], Node.__annotations__["parent"])
    print(Node.__annotations__["next"] == Node | None, attempt(lambda: unevaluated.__annotations__), unevaluated(0))
    print(attempt(lambda: Server(host="a").port), attempt(lambda: Server(host=1)), attempt(lambda: Server(host="h", tags=(1,), x=1)))
    print(Server.fields, local_annotations(), local_annotations.__annotations__)
    hints = list[int] | dict[str, tuple[int, ...]] | None
    print(hints, list[int] == list[int], hash(list[int]) == hash(list[int]), list[int].__origin__, dict[str, int].__args__, int | None, isinstance(None, int | None))
    print(isinstance([], list | str), issubclass(bool, int | str), type(int | str).__name__, attempt(lambda: isinstance([], list[int])), list[int]((1, 2)))
    print(attempt(lambda: Stack[int, str]), attempt(lambda: Node[int]), attempt(lambda: int | 3))


if __name__ == "__main__":
    main()
