"""Hot calls whose arguments are in containers: tuples, lists, generators, dictionaries, of functions, methods, classes and builtins."""

import sys


def plain(a, b=2, *rest, key="k", **others):
    return a, b, rest, key, others


def two(a, b):
    return a - b


def one_of(*items):
    (item,) = items
    return item


def after(first, *items):
    (item,) = items
    return first, item


class Callee:
    def __init__(self, *items, **names):
        self.items = items
        self.names = names

    def method(self, *items, scale=1):
        return sum(items) * scale

    def pair(self, a, b):
        return self, a, b

    def __repr__(self):
        return "a callee"

    def __call__(self, *items):
        return len(items)


def with_tuple(f, items):
    return f(*items)


def with_display(f, a, items):
    return f(a, *items)


def with_generator(f, items):
    return f(*(item * 2 for item in items))


def with_names(f, items, names):
    return f(*items, **names)


def with_name(f, *items, **names):
    return f(0, *items, key=1, **names)


def attempt(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Items:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        return iter(range(self.limit))


class Names:
    def keys(self):
        return ["key", "z"]

    def __getitem__(self, name):
        return name * 2


def lines():
    """The line of the caller that a callee sees."""
    return sys._getframe(1).f_lineno - with_tuple.__code__.co_firstlineno


def fail(*items):
    raise LookupError(len(items))


callee = Callee()
CALLABLES = {
    "plain": plain, "two": two, "one_of": one_of, "after": after, "class": lambda *a, **k: Callee(*a, **k).items, "method": callee.method,
    "pair": lambda *a, **k: callee.pair(*a, **k)[1:], "object": callee, "max": max, "dict": dict, "lines": lines, "fail": fail,
}
MANY = [(1, 2), [3, 4], (5,), (), [6.5, 7.5], range(3), Items(2), "xy", 5, {8: 9, 10: 11}]

# Each function warms up with one callee and one kind of arguments, and then meets all the others.
for name, function in CALLABLES.items():
    for _ in range(150):
        attempt(with_tuple, two, (5, 3))
        attempt(with_display, plain, 1, [2, 3])
        attempt(with_generator, plain, [1, 2, 3])
        attempt(with_names, plain, (1, 2), {})
        attempt(with_name, plain, 3)
    for items in MANY:
        print(name, [attempt(call, function, items) for call in (with_tuple, with_generator)], end=" ")
        print(attempt(with_display, function, 0, items))
    for names in ({}, {"key": 3}, {"scale": 2}, {"a": 1}, {1: 2}, Names(), None, [("key", 1)]):
        print(name, attempt(with_names, function, (1, 2), names), attempt(with_names, function, [3, 4], names))
    print(name, attempt(with_name, function), attempt(lambda: with_name(function, 1, 2, z=1)), attempt(lambda: with_name(function, 1, key=2)))


def spread(functions, items):
    """Several callees, and items that change their kind."""
    found = []
    for function in functions:
        try:
            found.append(function(*items))
            found.append(function(*[*items, 1]))
        except (TypeError, ValueError) as error:
            found.append(str(error))
    return found


for kind in (tuple, list, set, iter):
    for _ in range(80):
        last = spread([plain, one_of, callee.method, callee, max, two, callee.pair], kind([4, 7]))
    print(kind.__name__, [item[1:] if isinstance(item, tuple) else item for item in last])


def defaults(a, b=1):
    return a, b


def hot(items):
    return defaults(*items)


for _ in range(300):
    hot((1, 2))
print(hot((1, 2)), attempt(hot, (1,)), attempt(hot, (1, 2, 3)))
defaults.__defaults__ = (5, 6)
print(hot((1, 2)), attempt(hot, ()), attempt(hot, [3]))
defaults.__code__ = two.__code__
print(hot((1, 2)), attempt(hot, ()))


def failing(items, at):
    def produce():
        for index, item in enumerate(items):
            if index == at:
                raise KeyError(item)
            yield item
    return one_of(*(item for item in produce())), plain(*produce())


for at in [9] * 200 + [0, 9, 1]:
    last = attempt(failing, [1], at)
    if at != 9:
        print(last)
print(last)


def seen(items):
    """What looks at the frames in the middle of the arguments."""
    return plain(*(sys._getframe(1).f_code.co_name if item == 3 else item for item in items))


for size in [3] * 200 + [5]:
    last = seen(range(size))
print(last)
