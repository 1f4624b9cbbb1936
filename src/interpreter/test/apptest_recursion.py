"""Recursion without end is a RecursionError, wherever it goes through, and the interpreter goes on."""
import functools
import operator
import re
import sys


def endless(work, *args):
    """The exception that ends it; something simple works afterwards."""
    try:
        work(*args)
    except RecursionError:
        return sum(range(10)) == 45
    return False


def test_functions():
    def plain():
        return plain()

    def keyed(number):
        return sorted([1, 2], key=keyed)

    def smallest(number):
        return min([1, 2], key=smallest)

    def mapped(number):
        return list(map(mapped, [1]))

    def reduced():
        return functools.reduce(lambda a, b: reduced(), [1, 2])

    def partial():
        return functools.partial(partial)()

    def substituted(match):
        return re.sub('a', substituted, 'a')

    def evaluated():
        return eval('evaluated()', {'evaluated': evaluated})

    for work in (plain, reduced, partial, evaluated):
        assert endless(work), work
    for work in (keyed, smallest, mapped, substituted):
        assert endless(work, 1), work
    assert endless(functools.cache(lambda n: endless_cached(n + 1)), 0)


@functools.cache
def endless_cached(number):
    return endless_cached(number + 1)


def test_generators():
    def delegating():
        yield from delegating()

    def looping():
        for item in looping():
            yield item

    async def awaiting():
        await awaiting()

    assert endless(lambda: list(delegating()))
    assert endless(lambda: list(looping()))
    assert endless(lambda: awaiting().send(None))


class Endless:
    """Every special method calls itself."""

    def __repr__(self):
        return repr(self)

    def __str__(self):
        return f'{self}'

    def __format__(self, spec):
        return format(self, spec)

    def __getattr__(self, name):
        return getattr(self, name)

    def __setattr__(self, name, value):
        setattr(self, name, value)

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __bool__(self):
        return bool(self)

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)

    def __next__(self):
        return next(self)

    def __index__(self):
        return operator.index(self)

    def __getitem__(self, key):
        return self[key]

    def __contains__(self, item):
        return item in self

    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self

    def __call__(self):
        return self()

    @property
    def value(self):
        return self.value

    def __enter__(self):
        with self:
            pass

    def __exit__(self, *args):
        pass


def test_special_methods():
    it = Endless()
    for work in (
        repr, str, hash, bool, len, iter, next, operator.index,
        lambda x: format(x, ''), lambda x: f'{x}', lambda x: '%s' % x, lambda x: x.missing, lambda x: setattr(x, 'a', 1),
        lambda x: x == 1, lambda x: x[1], lambda x: 1 in x, lambda x: x + 1, lambda x: 1 + x, lambda x: x(),
        lambda x: x.value, lambda x: x.__enter__(), lambda x: {x: 1}, lambda x: [x] == [1], lambda x: repr([x]),
    ):
        assert endless(work, it), work


def test_classes():
    class Meta(type):
        def __instancecheck__(cls, value):
            return isinstance(value, cls)

        def __subclasscheck__(cls, value):
            return issubclass(value, cls)

    class Checked(metaclass=Meta):
        pass

    class Making:
        def __init__(self):
            Making()

    class New:
        def __new__(cls):
            return New()

    class Base:
        def __init_subclass__(cls):
            type('Derived', (Base,), {})

    def derive():
        type('Derived', (Base,), {})

    assert endless(isinstance, 1, Checked)
    assert endless(issubclass, int, Checked)
    for work in (Making, New, derive):
        assert endless(work), work


def test_containers():
    import copy
    import pickle

    nested = []
    for _ in range(100_000):
        nested = [nested]
    assert endless(repr, nested)
    assert endless(copy.deepcopy, nested)
    assert endless(pickle.dumps, nested)


def test_deep_functions():
    def count(number):
        return number and count(number - 1) + 1

    def delegate(number):
        if number:
            yield from delegate(number - 1)
        else:
            yield 'end'

    class Counter:
        def method(self, number):
            return number and self.method(number - 1) + 1

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(200_000)
    try:
        assert count(100_000) == 100_000
        assert Counter().method(100_000) == 100_000
        assert next(delegate(20_000)) == 'end'
    finally:
        sys.setrecursionlimit(limit)
