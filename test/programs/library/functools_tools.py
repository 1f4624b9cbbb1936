"""functools: caches, partial application, orderings, dispatch and reduction."""
import functools
import operator
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering, wraps

calls = []


@lru_cache(maxsize=3)
def square(n, *, scale=1):
    """Square a number."""
    calls.append(n)
    return n * n * scale


for n in [1, 2, 3, 1, 4, 1, 2]:
    square(n)
print(calls, square.cache_info(), square.cache_parameters())
square(2, scale=1)
print(square.cache_info().misses, square.__wrapped__(9), square.__name__, square.__doc__)
square.cache_clear()
print(square.cache_info())


@lru_cache(typed=True)
def kind(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), kind.cache_info())


@cache
def partitions(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, largest + 1))


print([partitions(n) for n in range(0, 31, 5)])
try:
    square([1])
except TypeError as error:
    print(error)

# -- partial ---------------------------------------------------------------------------------------------------

to_binary = partial(int, base=2)
print(to_binary("10110"), to_binary.func, to_binary.args, to_binary.keywords)
hello = partial(print, "hello", sep=" ~ ")
hello("there", "you")
nested = partial(partial(operator.sub, 10), 3)
print(nested(), nested.args)
pick = partial(lambda *a: a, functools.Placeholder, 2, functools.Placeholder, 4)
print(pick(1, 3), pick(1, 3, 5), functools.Placeholder)
try:
    pick(1)
except TypeError as error:
    print(error)
try:
    partial(print, functools.Placeholder)
except TypeError as error:
    print(error)
print(repr(partial(max, 1, key=abs)))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state):
        self.alive = state

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False)


cell = Cell()
cell.set_alive()
print(cell.alive, cell.set_dead(), cell.alive)

# -- ordering --------------------------------------------------------------------------------------------------


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


versions = [Version(t) for t in ["3.10", "3.9.1", "2.7.18", "3.14"]]
print(sorted(versions), max(versions), versions[0] >= versions[1], versions[0] <= versions[1], versions[2] > versions[3])
try:
    versions[0] >= 3
except TypeError as error:
    print(error)
try:

    @total_ordering
    class Nothing:
        pass

except ValueError as error:
    print(error)


def by_length_then_reverse(a, b):
    return len(a) - len(b) or (a < b) - (a > b)


print(sorted(["kiwi", "fig", "apple", "date", "pear", "nut"], key=cmp_to_key(by_length_then_reverse)))
k = cmp_to_key(lambda a, b: a - b)
print(k(3) < k(4), k(5) == k(5), k(1).obj)

# -- single dispatch -------------------------------------------------------------------------------------------


@singledispatch
def describe(value, indent=0):
    return " " * indent + f"something: {value!r}"


@describe.register
def _(value: int, indent=0):
    return " " * indent + f"integer {value:,}"


@describe.register(list)
@describe.register(tuple)
def describe_sequence(value, indent=0):
    return "\n".join([" " * indent + f"{type(value).__name__} of {len(value)}"] + [describe(v, indent + 2) for v in value])


@describe.register
def _(value: dict | set, indent=0):
    return " " * indent + f"collection with {len(value)}"


describe.register(type(None), lambda value, indent=0: " " * indent + "nothing")
print(describe([1_000_000, True, None, ({}, {1}), 2.5, "x"]))
print(describe.dispatch(bool) is describe.dispatch(int), len(describe.registry), describe_sequence is describe.dispatch(list))
try:
    describe.register("no class")
except TypeError as error:
    print(error)
try:

    @describe.register
    def _(value):
        pass

except TypeError as error:
    print(str(error).split(':')[0], 'annotated' in str(error))
try:
    describe()
except TypeError as error:
    print(error)


class Formatter:
    @singledispatchmethod
    def write(self, value):
        raise NotImplementedError(type(value).__name__)

    @write.register
    def _(self, value: str):
        return f"<{value}>"

    @write.register
    def _(self, value: float):
        return f"{value:.3f}"

    @singledispatchmethod
    @classmethod
    def parse(cls, value):
        return cls.__name__, value

    @parse.register
    @classmethod
    def _(cls, value: bytes):
        return cls.__name__, value.decode()


print(Formatter().write("s"), Formatter().write(1 / 3), Formatter.parse(3), Formatter.parse(b"raw"))
try:
    Formatter().write(1j)
except NotImplementedError as error:
    print("not implemented for", error)

# -- cached_property, reduce, wraps ----------------------------------------------------------------------------


class Dataset:
    def __init__(self, values):
        self.values = values

    @cached_property
    def total(self):
        """The sum."""
        print("computing")
        return sum(self.values)


data = Dataset([1, 2, 3])
print(data.total, data.total, vars(data))
del data.total
data.values.append(10)
print(data.total, Dataset.total.__doc__, Dataset.total.attrname)


class Slotted:
    __slots__ = ()

    @cached_property
    def x(self):
        return 1


try:
    Slotted().x
except TypeError as error:
    print(error)

print(reduce(operator.mul, range(1, 11)), reduce(lambda a, b: a + b, [[1], [2], [3]], [0]), reduce(max, [], -1))
print(reduce(operator.sub, [1, 2, 3], initial=100))
try:
    reduce(operator.add, [])
except TypeError as error:
    print(error)


def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        print(f"-> {function.__name__}{args}")
        return function(*args, **kwargs)

    wrapper.logged = True
    return wrapper


@logged
def area(width: int, height: int = 2) -> int:
    """The area of a rectangle."""
    return width * height


print(area(3), area.__name__, area.__doc__, area.__annotations__, area.__wrapped__(4, 4), area.logged)
compose = lambda *functions: reduce(lambda f, g: lambda x: f(g(x)), functions)  # noqa: E731
print(compose(str, abs, operator.neg, len)("abcd"))
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
