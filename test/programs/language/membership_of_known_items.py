"""`in` of tuples that are written where they are used, `isinstance` of what claims another class, and `object.__new__`: hot and cold."""

import abc


class Meta(type):
    def __eq__(cls, other):
        return other is int

    __hash__ = type.__hash__


class Odd(metaclass=Meta):
    pass


class Claims:
    @property
    def __class__(self):
        return list


class EqualsAll:
    def __eq__(self, other):
        return True


class Plain:
    pass


class Abstract(abc.ABC):
    @abc.abstractmethod
    def run(self): ...


def kinds(values):
    return [kind in (int, float, str) for kind in values]


def kinds_not(values):
    return [kind not in (bool, list) for kind in values]


def words(values):
    return [value in ("a", "b", "c") for value in values]


def numbers(values, n):
    return [value in (1, n, 3) for value in values]


def nothing(values):
    return [value in (None, 1) for value in values]


def mixed(values):
    return [value in (1, "a", None) for value in values]


def instances(values):
    return [isinstance(value, (int, list, Plain)) for value in values], [isinstance(value, list) for value in values]


def make(cls):
    return type(cls.__new__(cls)).__name__


def repeat(function, *args):
    result = function(*args)
    for _ in range(3000):
        if function(*args) != result:
            return "changed", function(*args)
    return result


simple = [1, 2.5, "a", None, True, [], (1,), 10**30, float("nan"), Plain, int]
for function in (words, mixed, nothing):
    print(function.__name__, repeat(function, ["a", "b", "d"]), repeat(function, [1, 5, 3]), repeat(function, simple))
print("numbers", repeat(numbers, [1, 2, 3], 2), repeat(numbers, simple, 2), repeat(numbers, [1.0, True, 2**60], 2**60))
nan = float("nan")
print("nan", repeat(numbers, [nan, 1], nan), repeat(numbers, [EqualsAll(), 1], 7))
print("kinds", repeat(kinds, [int, str, list, bool]), repeat(kinds_not, [int, bool]))
print("kinds", repeat(kinds, [Odd, int, 5, None, "x"]), repeat(kinds, [EqualsAll(), int]), repeat(kinds_not, [Odd]))

things = [1, [], Plain(), "x", None, Claims(), EqualsAll()]
print("instances", repeat(instances, things))
Plain.__getattribute__ = lambda self, name: list if name == "__class__" else object.__getattribute__(self, name)
print("instances", repeat(instances, things))
del Plain.__getattribute__
print("instances", repeat(instances, things))

print("make", repeat(make, Plain), repeat(make, Claims), repeat(make, object))
for cls in (Abstract, int, 5):
    try:
        print(make(cls))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for new in (object.__new__,):
    for args in ((), (int,), (Abstract,), (5,), (Plain, 1)):
        try:
            print(new(*args))
        except TypeError as error:
            print(error)


def measure(value, seen):
    """Consumes generators that call it again, among other things."""
    if isinstance(value, (int, str)):
        return 1
    if id(value) in seen:
        return 0
    seen.add(id(value))
    match value:
        case dict():
            return 1 + sum(measure(k, seen) + measure(v, seen) for k, v in value.items())
        case list() | tuple():
            return 1 + sum(measure(item, seen) for item in value)
        case Plain(left=left, right=right):
            return 1 + measure(left, seen) + measure(right, seen)
    raise ValueError(value)


def tree(depth):
    if depth == 0:
        return {"a": [1, 2, (3, "x")], "b": 4}
    node = Plain()
    node.left = tree(depth - 1)
    node.right = [tree(depth - 1), depth]
    return node


flat = [{"a": [1]}] * 3
for _ in range(500):
    count = measure(flat, set())
print(count, [measure(tree(6), set()) for _ in range(20)][-1])
for _ in range(300):
    try:
        measure([tree(2), {"bad": (1, None)}], set())
    except ValueError as error:
        text = str(error)
print(text)
