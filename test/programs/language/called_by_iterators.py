"""Functions that iterators, sorts and other builtins call for each item, in code that becomes hot."""
import functools
import itertools
import operator
import sys
import traceback


def shown(f):
    try:
        return f()
    except BaseException as error:
        return f'{type(error).__name__}: {error}'


# What gets its arguments wrong says so as it does when it is called directly.
print(shown(lambda: list(map([].append, [1], [2]))))
print(shown(lambda: list(map({}.get, [1]))))
print(shown(lambda: list(map({}.pop, [1]))))
print(shown(lambda: list(map('abc'.index, ['b', 'z']))))
print(shown(lambda: list(map(str.upper, ['a', 1]))))
print(shown(lambda: list(itertools.starmap(pow, [(2, 3), (2, 3, 5), (2, -1), (0, -1)]))))
print(shown(lambda: list(itertools.starmap(pow, [(2, 3), (2, 3, 5), (2,)]))))
print(shown(lambda: list(itertools.starmap(print, [(), ('a',), ('a', 'b'), ['c', 'd'], 'ef', range(3)]))))
print(shown(lambda: list(itertools.starmap(max, [(1, 2), ([3, 4],), (5, 6, 7)]))))
print(shown(lambda: list(itertools.starmap(operator.add, [(1, 2), 5]))))
print(shown(lambda: list(itertools.accumulate([1, 2, 'a'], operator.mul))))
print(shown(lambda: list(itertools.accumulate([1, 2, 'a'], operator.sub))))
print(shown(lambda: list(map(operator.itemgetter(1), [(1, 2), 'ab', {1: 'one'}, [0]]))))
print(shown(lambda: list(map(operator.itemgetter(-1, 0), [(1, 2, 3), 'ab', [0]]))))
print(shown(lambda: list(map(operator.itemgetter(True, 0, 1), [(1, 2, 3)]))))
print(shown(lambda: list(map(operator.itemgetter(2), [(1, 2)]))))
print(shown(lambda: list(map(operator.itemgetter(0), [1], [2]))))
print(shown(lambda: operator.itemgetter(0)()), shown(lambda: operator.itemgetter(0)(obj=1)))
print(shown(lambda: operator.attrgetter('a')(1, 2)), shown(lambda: operator.attrgetter('a')(x=2)))
print(shown(lambda: operator.methodcaller('a')(1, 2)), shown(lambda: operator.methodcaller('a')(x=2)))
print(shown(lambda: operator.methodcaller('a')(1, x=2)), shown(lambda: operator.methodcaller('a')(1)))
print(list(map(operator.attrgetter('real', 'imag'), [1, 2.5, 3j])), list(map(operator.attrgetter('real.imag'), [1])))
print(list(map(operator.methodcaller('split'), ['a b', 'c'])), list(map(operator.methodcaller('split', 'b'), ['abc'])))
print(list(map(operator.methodcaller('split', sep=',', maxsplit=1), ['a,b,c'])))
print(list(map(operator.methodcaller('replace', 'a', 'b'), ['aa', 'c'])))


# Ints at the limits of what a double holds.
big = 2 ** 53 - 1
for f in (operator.add, operator.sub, operator.mul, operator.and_, operator.or_, operator.xor):
    print(f.__name__, [f(a, b) for a in (big, -big, 0, -1, 3) for b in (big, -big, 1, 0)])
print(operator.mul(0, -5), str(operator.mul(-5, 0)), operator.add(True, 1), operator.and_(True, True), operator.xor(True, 3))


class Doubling(functools.partial):
    def __call__(self, *args):
        return ('doubled', *args, *args)


class Plain(functools.partial):
    pass


def add(a, b=10):
    return a + b


print(list(map(Doubling(add, 1), [1, 2])), list(map(Plain(add, 1), [1, 2])), list(map(functools.partial(add), [1])))
print(list(map(functools.partial(add, b=5), [1, 2])), list(map(functools.partial(add, 1, 2), [])))
print(shown(lambda: list(map(functools.partial(add, 1, 2), [1]))))
print(list(map(functools.partial(pow, functools.Placeholder, 2), [1, 2])), list(map(functools.partial(max, 3), [1, 5], [4, 0])))
p = functools.partial(add, 1)
print(p(2), p(b=3), p())
p.__setstate__((operator.sub, (10,), {}, None))
print(p(2), list(map(p, [1])))


class Meth:
    def __init__(self, v):
        self.v = v

    def m(self, x, y=100):
        return self.v + x + y

    @classmethod
    def c(cls, x):
        return cls.__name__, x

    @staticmethod
    def s(x):
        return x * 2

    def __call__(self, x):
        return 'called', x


o = Meth(1)
print(list(map(o.m, [1, 2])), list(map(o.m, [1], [2])), list(map(Meth.c, [1])), list(map(o.s, [1])), list(map(o, [1])))
print(list(map(Meth.m, [o], [1])), [x.v for x in map(Meth, [1, 2])], list(map(type, [1, 'a'])), list(map(bool, [0, 1])))
print(list(map(int.__add__, [1, True], [2, 2])), list(map((5).__gt__, [4, 6])), list(map(dict.fromkeys, ['ab'])))
print(shown(lambda: list(map(int.__add__, ['a'], [2]))))


@functools.lru_cache(maxsize=2)
def cached(x):
    return [x]


print(cached(1) is cached(1), cached('1') is cached('1'), cached(1) is cached(1), cached.cache_info())
print(list(map(cached, [1, 1, '1', 2.0, (3,)])), cached.cache_info())
print(shown(lambda: cached([])), shown(lambda: cached()), shown(lambda: cached(1, 2)))


@functools.lru_cache(maxsize=None, typed=True)
def typed(x):
    return [x]


print(typed(1) is typed(1), typed(1) is typed(True), typed.cache_info())
uncached = functools.lru_cache(maxsize=0)(lambda x: [x])
print(uncached(1) is uncached(1), uncached.cache_info())

key = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=key), key(1) < key(2), shown(lambda: key(1, 2)), shown(lambda: key()), key(obj=3).obj)
print(shown(lambda: sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: None))))


# ── Hot loops ───────────────────────────────────────────────────────────────────────────────────────────────────

N = 3000


def stops(x):
    if x == 2500:
        raise StopIteration('enough')
    return x


def fails(x):
    if x == 2500:
        raise KeyError(x)
    return x


def over(iterator):
    total = 0
    count = 0
    try:
        for item in iterator:
            total += item if isinstance(item, int) else len(item) if hasattr(item, '__len__') else 1
            count += 1
    except KeyError as error:
        frames = [f.name for f in traceback.extract_tb(error.__traceback__)]
        return total, count, repr(error), frames
    return total, count


def each(make):
    """Twice the same loop: once from its start, once in the middle of the function."""
    total = 0
    for item in make():
        total += 1
    for item in make():
        total += 1
    return total


makers = {
    'map of a builtin': lambda: map(abs, range(N)),
    'map of len': lambda: map(len, ['ab'] * N),
    'map of a class': lambda: map(int, ['12'] * N),
    'map of two': lambda: map(max, range(N), range(N, 0, -1)),
    'map of three': lambda: map(pow, range(N), itertools.repeat(2), itertools.repeat(7)),
    'map of a function': lambda: map(fails, range(N)),
    'map that stops': lambda: map(stops, range(N)),
    'map over a generator': lambda: map(abs, (x for x in range(N))),
    'map over a map': lambda: map(abs, map(operator.neg, range(N))),
    'starmap': lambda: itertools.starmap(operator.add, zip(range(N), range(N))),
    'starmap of a function': lambda: itertools.starmap(add, [(1,), (1, 2)] * N),
    'starmap that stops': lambda: itertools.starmap(stops, ((x,) for x in range(N))),
    'filter': lambda: filter((1000).__lt__, range(N)),
    'filter of a function': lambda: filter(fails, range(N)),
    'filterfalse': lambda: itertools.filterfalse(lambda x: x & 1, range(N)),
    'takewhile': lambda: itertools.takewhile(lambda x: x < 2000, range(N)),
    'takewhile that fails': lambda: itertools.takewhile(lambda x: fails(x) < 5000, range(N)),
    'dropwhile': lambda: itertools.dropwhile(lambda x: x < 1000, range(N)),
    'accumulate': lambda: itertools.accumulate(range(N), operator.xor),
    'accumulate of a function': lambda: itertools.accumulate(range(N), lambda a, b: fails(b) ^ a),
    'accumulate of max': lambda: itertools.accumulate(range(N), max, initial=7),
    'groupby': lambda: (k for k, g in itertools.groupby(range(N), lambda x: x // 7)),
    'chain': lambda: itertools.chain(range(N), [1, 2, 3], (4,), 'ab'),
    'chain of lists': lambda: itertools.chain.from_iterable([[1, 2, 3]] * N),
    'chain of generators': lambda: itertools.chain.from_iterable((fails(x) for x in range(y)) for y in (3, N)),
    'chain of anything': lambda: itertools.chain.from_iterable([[1], (2, 3), range(4), {5}, {6: 7}, 'ab', b'cd'] * 500),
    'partial': lambda: map(functools.partial(add, 1), range(N)),
    'itemgetter': lambda: map(operator.itemgetter(1), enumerate(range(N))),
    'callable_iterator': lambda: iter(functools.partial(next, iter([*range(N), None])), None),
}
for name, make in makers.items():
    print(name, over(make()), shown(lambda: each(make)), shown(lambda: sum(make())), shown(lambda: len(list(make()))))


# Who looks at the frame from within sees the loop's variables.
def looks(x):
    frame = sys._getframe(1)
    if x in (5, 2998):
        seen.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals.items())))
    return x


def looked_at():
    total = 0.5
    for item in map(looks, range(N)):
        total += item
    for pair in itertools.starmap(looks, zip(range(N))):
        total += pair
    return total


seen = []
print(looked_at(), seen)


# A function that is replaced, and a trace function that is set, in the middle.
def replaced(x):
    return 1


def replacing():
    total = 0
    for i, item in enumerate(map(lambda x: replaced(x), range(N))):
        total += item
        if i == 2000:
            globals()['replaced'] = lambda x: 1000
    return total


print(replacing())
events = []


def tracer(frame, event, arg):
    events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def starts_tracing(x):
    if x == 2990:
        sys._getframe(1).f_trace = tracer
        sys.settrace(tracer)
    elif x == 2993:
        sys.settrace(None)
    return x


def traced():
    total = 0
    for item in map(starts_tracing, range(N)):
        total += item
    return total


print(traced(), events)


# A list that grows or shrinks under the iterator.
def growing():
    items = list(range(2000))
    total = 0
    for item in map(abs, items):
        total += item
        if item < 1000:
            items.append(5000)
    return total, len(items)


def shrinking():
    items = list(range(4000))
    count = 0
    for item in itertools.chain.from_iterable([items, items]):
        items.pop()
        count += 1
    return count, len(items)


print(growing(), shrinking())


# An iterator that is used within itself, and one that goes on after an error.
def nested():
    iterator = map(lambda x: (x, next(iterator, None)) if x % 3 == 0 else x, iter(range(10)))
    return list(iterator)


def goes_on():
    iterator = map(lambda x: 10 // (x % 1000), range(1, N))
    caught = 0
    total = 0
    while True:
        try:
            for item in iterator:
                total += item
            return caught, total
        except ZeroDivisionError:
            caught += 1


print(nested(), goes_on())


# Two kinds of iterators at one place, one after the other.
def mixed(iterators):
    total = 0
    for iterator in iterators:
        for item in iterator:
            total += item
    return total


print(mixed([map(abs, range(-N, 0)), itertools.starmap(pow, [(2, 3)] * N), [1] * N, map(lambda x: x + 1, range(N)), (1, 2)]))


# Deep recursion through a builtin ends as it does otherwise.
def deep(n):
    return sum(map(deep, [n - 1])) + 1 if n else 0


print(deep(100), shown(lambda: deep(10 ** 6))[:14])
