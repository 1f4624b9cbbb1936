"""Weak references, partials, getters and cached functions called in hot loops; entries that move to the end of dictionaries of ints."""
import collections
import functools
import operator
import random
import weakref


class Thing:
    def __init__(self, v):
        self.v = v


class Derived(weakref.ref):
    def __call__(self):
        return 'derived', super().__call__()


def dereferenced(reference, n):
    found = 0
    for i in range(n):
        if reference() is not None:
            found += 1
    return found


thing = Thing(1)
print(dereferenced(weakref.ref(thing), 3000), dereferenced(weakref.ref(thing, print), 3000))
print(dereferenced(Derived(thing), 300), dereferenced(weakref.WeakMethod(thing.__init__), 300))
print(dereferenced(lambda: None, 300), dereferenced(weakref.ref(Thing), 300))


def mixed(callables):
    results = []
    for i in range(3000):
        results.append(callables[i % len(callables)]())
    return len(results), sum(result is thing for result in results), sum(result is None for result in results)


print(mixed([weakref.ref(thing)]), mixed([weakref.ref(thing), lambda: None]), mixed([Derived(thing), weakref.ref(thing)]))


def wrong(reference):
    errors = set()
    for i in range(500):
        try:
            reference() if i < 400 else reference(1)
        except TypeError as error:
            errors.add(str(error))
    return errors


print(wrong(weakref.ref(thing)))


def references(targets, n):
    same = 0
    for i in range(n):
        target = targets[i % len(targets)]
        same += weakref.ref(target) is weakref.ref(target)
    return same


print(references([thing, Thing, Thing(2), len], 2000))
with_callback = weakref.ref(thing, print)
print(weakref.ref(thing) is weakref.ref(thing), weakref.ref(thing) is with_callback, Derived(thing) is Derived(thing))
try:
    for i in range(2000):
        weakref.ref(thing if i < 1900 else i)
except TypeError as error:
    print(error)


def called(f, arguments):
    total = 0
    for argument in arguments:
        total += f(argument)
    return total


def add(a, b=10):
    return a + b


class Loud(functools.partial):
    def __call__(self, x):
        return 1000


numbers = range(2000)
pairs = [(1, i) for i in numbers]
for f in (functools.partial(add, 1), functools.partial(pow, 2), Loud(add, 1), functools.partial(add, b=3), functools.lru_cache(add)):
    print(called(f, range(60)) if f.__class__ is functools.partial and f.func is pow else called(f, numbers))
print(called(operator.itemgetter(1), pairs), called(operator.itemgetter(0), pairs), called(operator.attrgetter('real'), numbers))
print(called(operator.methodcaller('bit_length'), numbers))
try:
    called(operator.itemgetter(1), pairs + [(3,)])
except IndexError as error:
    print(error)


def both(f, g):
    total = 0
    for i in range(2000):
        total += (f if i & 1 else g)(i)
    return total


print(both(functools.partial(add, 1), functools.partial(operator.mul, 2)), both(functools.partial(add, 1), Loud(add, 2)))


# What is least recently used goes first.
calls = []


@functools.lru_cache(maxsize=8)
def cached(x):
    calls.append(x)
    return x * 2


random.seed(5)
model = collections.OrderedDict()
missed = 0
for i in range(5000):
    x = random.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2 ** 40, 'a', 'b'])
    if x in model:
        model.move_to_end(x)
    else:
        missed += 1
        model[x] = None
        if len(model) > 8:
            model.popitem(last=False)
    assert cached(x) == x * 2
    assert len(calls) == missed, (i, x)
print(cached.cache_info())

# Moves in an ordered dictionary of ints, against a list.
ordered = collections.OrderedDict()
order = []
for i in range(6000):
    key = random.randrange(50) * (1 if i % 7 else 2 ** 33)
    action = random.randrange(6)
    if action == 0 and key in ordered:
        del ordered[key]
        order.remove(key)
    elif action == 1 and key in ordered:
        ordered.move_to_end(key, last=False)
        order.remove(key)
        order.insert(0, key)
    elif action < 5 and key in ordered:
        ordered.move_to_end(key)
        order.remove(key)
        order.append(key)
    elif key not in ordered:
        ordered[key] = i
        order.append(key)
    if i % 500 == 0:
        shared = ordered.copy()
    assert list(ordered) == order and all(k in ordered for k in order) and len(ordered) == len(order)
print(len(ordered), order[:3] == list(ordered)[:3], len(shared) > 0)


@functools.singledispatch
def kind(x):
    return 'anything'


@kind.register
def _(x: int):
    return 'int'


@kind.register(list)
def _(x):
    return 'list'


class Int(int):
    pass


def kinds(values):
    counts = {}
    for i in range(3000):
        name = kind(values[i % len(values)])
        counts[name] = counts.get(name, 0) + 1
    return counts


print(kinds([1, [], 2.5, Int(3), True]))
kind.register(float, lambda x: 'float')
print(kinds([1, [], 2.5, Int(3), True]))
Point = collections.namedtuple('Point', 'x y z')


def replaced(point, n):
    for i in range(n):
        point = point._replace(x=i, z=point.z + 1)
    return point


print(replaced(Point(1, 2, 3), 2000), Point._make(map(abs, (-1, -2, -3))))
try:
    replaced(Point(1, 2, 3), 10)._replace(w=1)
except TypeError as error:
    print(error)
