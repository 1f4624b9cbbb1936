"""PEP 695 and 696: generic functions, classes, aliases; scoping, bounds, constraints, defaults, laziness, variance."""
import typing
from typing import ParamSpec, TypeAliasType, TypeVar, TypeVarTuple


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T: (int, str) = int, **P = [str]]:
    def push[U: Later](self, item: T, other: U) -> "Stack[T]":
        return (T, U)

    pair: dict[T, Ts]


type Pair[A, B = A] = tuple[A, B]
type Recursive = list[Recursive] | int
type Lazy = undefined_until_asked
type Callback[**Q, R] = typing.Callable[Q, R]
print(first([1]), first.__type_params__, first.__annotations__, first.__type_params__[0].__bound__)
T, P = Stack.__type_params__
type Many[*Ts = *tuple[int, ...]] = tuple[*Ts]
Ts = Many.__type_params__[0]
print(T, Ts, P, T.__constraints__, T.__default__, Ts.__default__, P.__default__, T.has_default(), type(T), type(Ts), type(P), T.__bound__, T.__module__)
print(Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__, Stack.__annotations__, sep="\n")
U = Stack.push.__type_params__[0]
try:
    U.__bound__
except NameError as error:
    print(error)
Later = int
print(U.__bound__, Stack().push(1, 2))
print(Pair, Pair.__name__, Pair.__value__, Pair.__type_params__, Pair[int, str], Pair[int], Pair[int, str].__args__, Pair[int, str].__origin__, type(Pair), Pair.__parameters__, Pair.__module__, Pair.__type_params__[1].__default__)
print(Recursive.__value__, Recursive | None, int | Recursive, list[Recursive], isinstance(Pair, TypeAliasType), Callback[[int], str], Callback.__value__)
try:
    Lazy.__value__
except NameError as error:
    print(error)
undefined_until_asked = bytes
print(Lazy.__value__, Lazy.evaluate_value(1), T.__infer_variance__, T.__covariant__, TypeVar("Old", covariant=True), TypeVar("Contra", contravariant=True), TypeVar("Plain", bound=int).__bound__, TypeVarTuple("Z"), ParamSpec("W"), ParamSpec("W").args, ParamSpec("W").kwargs)


def scopes():
    T = "function local"

    def generic[T](x: T) -> T:
        return T, locals().keys() & {"T"}

    class G[T]:
        T2 = T
        T = "class attribute"

        def m(self):
            return T

        nested = [T for _ in range(1)]

    return generic(1)[0].__name__, T, G.T2, G.T, G().m(), G.nested, generic.__type_params__[0] is generic(1)[0]


print(scopes())


def outer[A](a: A):
    def inner[B: A](b: B) -> tuple[A, B]:
        nonlocal a
        a = "rebound"
        return A, B

    class C[D](list[D]):
        x = A

    return inner, C, lambda: a


inner, C, get_a = outer(5)
print(inner(1), get_a(), C.__type_params__, C.x, C.__orig_bases__, inner.__type_params__[0].__bound__, inner.__qualname__, C.__qualname__)


class Base[T]:
    @classmethod
    def make[V](cls, v: V = "default") -> V:
        return cls.__name__, v

    def __init_subclass__(cls, **kw):
        super().__init_subclass__()
        cls.kw = kw


class Derived[T: int](Base[T], option=1):
    pass


class Concrete(Base[str]):
    pass


print(Derived.make(), Derived[int].make(3), Concrete.__orig_bases__, Derived.kw, Derived[int], Derived[int].__args__, Base[int,], typing.get_args(Base[str]), typing.get_origin(Base[str]), isinstance(Derived(), Base), Derived[bool]().__orig_class__, Base[int] == Base[int], hash(Base[int]) == hash(Base[int]))


@lambda fn: (print("decorating", fn.__name__), fn)[1]
def decorated[X: print("bound is lazy")](x: X = "default evaluated outside") -> X:
    return x


print(decorated(), decorated.__type_params__[0].__name__)


async def coro[T](x: T) -> T:
    return x


def gen[T](x: T):
    yield T


print(next(gen(1)), coro.__type_params__, (lambda: 0).__type_params__, type(first.__type_params__))
try:
    coro(1).send(None)
except StopIteration as stop:
    print(stop.value)


class Meta(type):
    def __getitem__(cls, k):
        return f"meta {k}"


class WithMeta[T](metaclass=Meta):
    pass


print(WithMeta[int], WithMeta.__type_params__, WithMeta.__bases__)
alias = TypeAliasType("alias", list[T], type_params=(T,))
print(alias, alias[int], alias.__value__)
for source in ("def f[T, T](): pass", "class A[T: (yield)]: pass", "type X[T] = (yield)", "def f[T: (x := 1)](): pass", "type X = (x := 1)", "def f[T=int, U](): pass", "class A[T](x := T): pass", "def f[*Ts: int](): pass", "def f[**P: int](): pass", "def f[](): pass", "type X[] = int", "type int", "type X = ", "type X.y = int", "type = 5", "type (X) = 1", "def f[T](): nonlocal T", "def f[T]():\n  global T", "class A[T]:\n  nonlocal T", "def f[T, *T](): pass", "def f[*A, *B](): pass", "class A[T]: T = 1", "def f[T](T): pass", "def f[T: await x](): pass", "def f[1](): pass", "lambda[T]: 1", "type X[T: int = str] = T", "class A[T, **P, *Ts]: pass", "type X = yield", "def f[__debug__](): pass", "type X[T] = [await y for y in z]"):
    try:
        exec(source, {})
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
for action in (lambda: Pair[int, str, bytes], lambda: Pair[()], lambda: Base[int, str], lambda: Concrete[int], lambda: setattr(Pair, "__value__", 1), lambda: setattr(Pair, "__name__", 1), lambda: Recursive[int], lambda: isinstance(5, Pair), lambda: Pair(), lambda: TypeVar("X", int), lambda: TypeVar("X", bound=int, covariant=True, contravariant=True), lambda: TypeVar(5), lambda: TypeVar("X", int, str, bound=int), lambda: type("S", (TypeVar,), {}), lambda: T(), lambda: T[int], lambda: TypeVar("X", "int", "str").__constraints__, lambda: int | T, lambda: T | "str", lambda: setattr(T, "__bound__", 1), lambda: Stack[bytes], lambda: T.__default__.foo, lambda: TypeAliasType("a", int, type_params=5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
