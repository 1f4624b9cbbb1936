"""Functools in depth: caches and their limits, partial with placeholders, single dispatch by class and union, reduce, wraps, orderings."""
import functools
import operator
import sys
from abc import ABC
from collections.abc import Mapping, Sequence, Sized
from functools import Placeholder, cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, update_wrapper, wraps

calls = []


@lru_cache(maxsize=2, typed=True)
def square(x, *, power=2):
    """Squares."""
    calls.append(x)
    return x**power


print([square(3), square(3), square(3.0), square(3, power=2), square(3), square(power=2, x=3)], calls, square.cache_info(), square.cache_parameters(), square.__wrapped__(4), square.__doc__)
square.cache_clear()
print(square.cache_info(), repr(square).split(" at ")[0], square.__name__)
for bad in ([1],), ({},):
    try:
        square(*bad)
    except TypeError as error:
        print(error)


@cache
def fails(x):
    calls.append("called")
    raise ValueError(x)


calls.clear()
for _ in range(2):
    try:
        fails(1)
    except ValueError:
        pass
print(calls, fails.cache_info())


@lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache(maxsize=0)
def uncached(x):
    return x


@lru_cache(3)
def lru(x):
    calls.append(x)
    return x


calls.clear()
for x in [1, 2, 3, 1, 4, 1, 2, 3, 5, 1]:
    lru(x)
print(fib(80), fib.cache_info(), uncached(1), uncached(1), uncached.cache_info(), calls, lru.cache_info())
for bad in "x", -1:
    try:
        print(lru_cache(bad)(abs).cache_parameters())
    except TypeError as error:
        print(error)


class Node:
    def __init__(self, n):
        self.n = n

    @lru_cache
    def twice(self):
        return self.n * 2

    @cached_property
    def costly(self):
        calls.append("costly")
        return self.n + 1

    @cached_property
    def other(self):
        raise LookupError("never cached")

    def scale(self, a, b=1, *, c=0):
        return self.n, a, b, c

    double = partialmethod(scale, 2, c=5)
    last = partialmethod(scale, Placeholder, "last")
    cls_part = partialmethod(classmethod(lambda cls, x, y: (cls.__name__, x, y)), "x")


calls.clear()
node = Node(4)
print(node.twice(), node.twice(), Node.twice.cache_info().hits, node.costly, node.costly, calls, vars(node), node.double(), node.double("b"), node.last("first"), node.cls_part("y"), Node.cls_part("z"))
del node.costly
node.n = 10
print(node.costly, type(Node.costly).__name__, Node.costly.attrname)
for action in lambda: node.other, lambda: node.other, lambda: setattr(Node, "late", cached_property(len)) or node.late:
    try:
        print(action())
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)
try:

    class Twice:
        a = b = cached_property(len)
except TypeError as error:
    print(error, error.__notes__)


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, Placeholder, 3, x=1)
print(p(2), p(2, 4, x=2, y=3), p.args[1] is Placeholder, p.keywords, partial(p, 9)(), partial(p, Placeholder, 5)("p"), partial(p, y=0).func is show, partial(partial(show, 1), 2).args)
for action in lambda: p(), lambda: partial(show, Placeholder), lambda: partial(show, x=Placeholder), lambda: partial(3), lambda: partial(), lambda: partialmethod(3):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)
named = partial(int, base=2)
named.__doc__ = "binary"
named.extra = 1
print(named("101"), named.__doc__, vars(named), repr(named), named.__reduce__()[2][2], [*map(partial(pow, Placeholder, 2), range(4))])


@singledispatch
def describe(value, *rest):
    return f"thing {value}"


@describe.register
def _(value: int | float, *rest):
    return f"number {value} {rest}"


@describe.register(str)
@describe.register(bytes)
def _text(value):
    return f"text of {len(value)}"


@describe.register
def _(value: Sequence):
    return "sequence of " + ", ".join(map(describe, value))


describe.register(Mapping, lambda m: f"mapping {sorted(m)}")
describe.register(type(None), lambda n: "nothing")


class Both(Sized, ABC):
    def __len__(self):
        return 0


class Amb(dict, Sequence if False else Sized): ...


print(*(describe(v) for v in (1, 2.5, True, "abc", b"xy", [1, "a", (None,)], {"k": 1}, None, {1}, Both(), range(2), Amb(a=1)) if not isinstance(v, Both)), sep="\n")
print(describe(3, 4), describe.dispatch(bool) is describe.dispatch(int), describe.dispatch(set) is describe.registry[object], sorted(k.__name__ for k in describe.registry), _text.__name__)
for action in lambda: describe(), lambda: describe.register(3), lambda: describe.register(lambda x: x), lambda: describe.register(list[int], print):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", str(error).partition("<function")[0])


class Shape:
    @singledispatchmethod
    def area(self, of):
        return NotImplemented

    @area.register
    def _(self, of: int):
        return of * of

    @area.register(tuple)
    def _(self, of):
        return reduce(operator.mul, of)

    @singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, arg

    @make.register
    @classmethod
    def _(cls, arg: str):
        return f"{cls.__name__} {arg}"


print(Shape().area(3), Shape().area((2, 5)), Shape().area("x"), Shape.make("s"), Shape().make(1))


def decorator(f):
    @wraps(f, updated=("__dict__",), assigned=(*functools.WRAPPER_ASSIGNMENTS, "marker"))
    def wrapper(*args):
        """Own doc."""
        return f(*args)

    return wrapper


def target(x: int) -> str:
    """Target doc."""
    return str(x)


target.marker = "mark"
target.note = [1]
w = decorator(target)
print(w.__name__, w.__doc__, w.marker, w.note is target.note, w.__wrapped__ is target, w.__annotations__, w.__module__ == __name__, functools.WRAPPER_ASSIGNMENTS, update_wrapper(partial(target), target).__name__)
print(reduce(operator.add, [[1], [2]], []), reduce(lambda a, b: f"({a}{b})", "abcd"), reduce(max, [3]), reduce(max, [], "empty"), reduce(function=operator.sub, iterable=[10, 3], initial=1) if sys.version_info >= (3, 14) and False else reduce(operator.sub, [10, 3], initial=1))
for action in lambda: reduce(max, []), lambda: reduce(max, 3), lambda: reduce(max), lambda: total_ordering(type("T", (), {})):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
key = cmp_to_key(lambda a, b: (a % 10 > b % 10) - (a % 10 < b % 10))
print(sorted([31, 12, 25, 40, 11], key=key), key(11) == key(21), key(3) < key(14), max([19, 28, 7], key=key), key(5).obj)
try:
    hash(key(1))
except TypeError as error:
    print(error)
try:
    key(1) < 3
except TypeError as error:
    print(error)


def compose(*functions):
    return reduce(lambda f, g: lambda x: g(f(x)), functions)


print(compose(str.strip, str.title, partial(str.replace, Placeholder, "A", "4"))("  an apple "), [*map(compose(abs, partial(operator.add, 1)), [-3, 4])])
