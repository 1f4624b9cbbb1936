"""Caches of functions with limits, weak references as keys, and what isinstance of protocols reads of classes."""

import functools
import inspect
import weakref
from collections import OrderedDict
from typing import Protocol, runtime_checkable


# The order of last use decides what a full cache forgets.
def model(limit, calls):
    """What a cache should do, written out."""
    kept, hits = OrderedDict(), 0
    for call in calls:
        if call in kept:
            hits += 1
            kept.move_to_end(call)
        else:
            kept[call] = True
            if len(kept) > limit:
                kept.popitem(last=False)
    return hits, len(calls) - hits, len(kept)


def numbers(seed, count, top):
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) % 2**31
        yield seed // 65536 % top


for limit in (1, 2, 7, 64):
    for kind in (lambda n: n, str, lambda n: (n, n + 1), lambda n: float(n) + 0.5, lambda n: (n, str(n), None, n)):
        cached = functools.lru_cache(maxsize=limit)(lambda key: [key])
        calls = [kind(n) for n in numbers(limit, 3000, 90)]
        for call in calls:
            assert cached(call) == [call]
        info = cached.cache_info()
        assert (info.hits, info.misses, info.currsize) == model(limit, calls), (limit, info)
print("orders agree", info)


@functools.lru_cache(maxsize=3)
def two(a, b):
    made.append((a, b))
    return a, b


made = []
for a, b in [(1, 2), (1.0, 2), (True, 2), (2, 1), ("x", "y"), (1, 2), (None, 3), (2, 1), (1, 2)]:
    two(a, b)
print(made, two.cache_info())
two.cache_clear()
print(two(5, 6), two.cache_info(), two(*[5, 6]), two(*(7, 8)), two.cache_info())
for wrong in ([1, []], [{}, 2]):
    try:
        two(*wrong)
    except TypeError as error:
        print(type(error).__name__, error)


@functools.lru_cache(typed=True)
def typed(a, b):
    return type(a).__name__, type(b).__name__


print(typed(1, 2), typed(1.0, 2), typed(True, 2), typed(1, 2), typed.cache_info())


class Odd:
    """Equal by number, with methods in Python."""

    asked = 0

    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Odd) and self.number == other.number

    def __hash__(self):
        Odd.asked += 1
        return hash(self.number)


@functools.lru_cache(maxsize=4)
def wild(*keys):
    return [getattr(key, "number", key) for key in keys]


for n in range(20):
    wild(Odd(n % 5), Odd(n % 2))
    wild(Odd(n % 3))
    wild(n % 4, n % 3)
print(wild.cache_info(), Odd.asked)


@functools.lru_cache(maxsize=5)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(40), fibonacci.cache_info())


# Weak references as keys.
class Plain:
    pass


objects = [Plain() for _ in range(30)]
table = {}
for round in range(3):
    for number, thing in enumerate(objects):
        table[weakref.ref(thing)] = number
        table[weakref.ref(thing, print), number] = round
print(len(table), sum(value for key, value in table.items() if type(key) is weakref.ref))
first, again = weakref.ref(objects[0]), weakref.ref(objects[0], print)
print(first == again, first is again, hash(first) == hash(again), table[again], {first, again} == {first})
print(weakref.ref(objects[1]) in table, (again, 0) in table, (again, 1) in table)
odd, same = Odd(3), Odd(3)
table[weakref.ref(odd)] = "odd"
print(table[weakref.ref(same)], table[weakref.ref(same, print)], table[again], len(table))


class Kept(weakref.ref):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(objects[2])


print(table.get(Kept(objects[5])) in (2, 5), Kept(objects[5]) in {weakref.ref(objects[2]): 1})


class Changing:
    pass


changing = [Changing(), Changing()]
seen = {weakref.ref(changing[0]): "first"}
alive = weakref.ref(changing[1])
print(alive in seen)
Changing.__eq__ = lambda self, other: True
Changing.__hash__ = lambda self: 1
print({weakref.ref(changing[0], print): 1}.get(weakref.ref(changing[1])))


# What protocols are checked with.
getmro = type.__dict__["__mro__"].__get__
getdict = type.__dict__["__dict__"].__get__
MISSING = object()


class Meta(type):
    @property
    def __dict__(cls):
        return {"x": "of the metaclass"}


class WithMeta(metaclass=Meta):
    x = 1


def find(cls, name):
    for base in getmro(cls):
        if name in base.__dict__:
            return base.__dict__[name]
    return MISSING


def names(cls, name):
    found = find(cls, name)
    return "missing" if found is MISSING else found


class Left:
    x = "left"


class Right(Left):
    y = "right"


print([names(cls, "x") for cls in [Left, Right, int, WithMeta, Left] * 40][-5:])
print([names(Right, name) for name in ["x", "y", "z"] * 40][-3:])
Right.z = "new"
Left.x = "changed"
print([names(Right, name) for name in ["x", "y", "z"] * 40][-3:])
print(getmro(Right) is Right.__mro__, Right.__mro__)
Right.__bases__ = (Plain,)
print(getmro(Right) is Right.__mro__, Right.__mro__, names(Right, "x"))
for wrong in (1, None, Right()):
    for get in (getmro, getdict):
        for _ in range(30):
            try:
                get(wrong)
            except TypeError as error:
                text = str(error)
        print(text)
        try:
            find(wrong, "x")
        except TypeError as error:
            print(error)
for wrong in ("nothing", 3, []):
    try:
        print(Left.__dict__[wrong], wrong in Left.__dict__)
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


def own(thing, name):
    try:
        attributes = object.__getattribute__(thing, "__dict__")
    except AttributeError as error:
        attributes = {"error": str(error)}
    return dict.get(attributes, name, attributes.get("error"))


for thing in [Left(), 3, "text", Odd(4), None] * 30:
    last = own(thing, "number")
print(*[own(thing, "number") for thing in [Left(), 3, "text", Odd(4), None]], sep="\n")


@runtime_checkable
class Moves(Protocol):
    speed: int

    def move(self): ...


class Car:
    def __init__(self):
        self.speed = 3

    def move(self):
        pass


class Stone:
    speed = 0


class Ghost(Car):
    move = None


things = [Car(), Stone(), Ghost(), 3, None, Car]
for _ in range(60):
    answers = [isinstance(thing, Moves) for thing in things]
print(answers, [isinstance(thing, (int, Moves)) for thing in things])
Stone.move = Car.move
print([isinstance(thing, Moves) for thing in things])
del things[0].speed
print([isinstance(thing, Moves) for thing in things])


class Answering(type):
    def __instancecheck__(cls, thing):
        if thing == "error":
            raise ValueError("not asked")
        return [thing] if thing else ""


class Asked(metaclass=Answering):
    pass


def check(things, cls):
    found = []
    for thing in things:
        try:
            found.append(isinstance(thing, cls))
        except ValueError as error:
            found.append(str(error))
    return found


for _ in range(60):
    answers = check([0, 1, "", "x", "error", Asked()], Asked)
print(answers)
Answering.__instancecheck__ = staticmethod(lambda thing: thing == 1)
print(check([0, 1, "", "x", "error", Asked()], Asked))
del Answering.__instancecheck__
print(check([0, 1, "error", Asked()], Asked), inspect.getattr_static(Left(), "x"))


# Who asks for the same again is told by the arguments alone: what a cache has forgotten, and what has become equal to others, is not.
def ask(function, groups, rounds=80):
    answers = []
    for _ in range(rounds):
        answers = [function(*group) for group in groups]
    return answers


def caching(limit):
    count = iter(range(10**6))

    @functools.lru_cache(maxsize=limit)
    def number(*keys):
        return next(count)

    return number


references = [weakref.ref(cls) for cls in (int, str, list, Car)]
a, b, c, car = references
for limit in (1, 2, 3, None):
    number = caching(limit)
    print(limit, ask(number, [[a, b], [a, b], [b, c], [a, b], [a, b, c], [a, b, c], []]), number.cache_info())
    print(ask(number, [["x", a], [None, 1.5], ["x", a], (1, 2), (1, 2), (), (car, a), (car, a)]), number.cache_info())
    number.cache_clear()
    print(number(*[a, b]), number(*[]), number(*[a, b]), number(*[]), number.cache_info())
number = caching(9)
inner = (Changing.__name__, 1)
print(ask(number, [[inner, 2], [inner, 2], [[], 1][:1] and (b"x", 2), (b"x", 2), (2.0, a), (2, a), (True, a), (1, a)]))
print(number.cache_info())


class Later:
    pass


later = [Later(), Later()]
refs = [weakref.ref(thing) for thing in later]
number = caching(9)
print(ask(number, [later, later, refs, refs, [later[0], 1], [later[1], 1]]), number.cache_info())


@functools.lru_cache(typed=True)
def kinds_of(*keys):
    return [type(key).__name__ for key in keys]


print(ask(kinds_of, [(1, a), (True, a), (1.0, a), (1, a), (), (1, a, 2), (1, a, 2.0)]), kinds_of.cache_info())


class Equal(type):
    def __eq__(cls, other):
        return other is int

    __hash__ = type.__hash__


class Same(metaclass=Equal):
    pass


def among(things, groups):
    return ["".join("01"[thing in group] for thing in things) for group in groups]


nan = float("nan")
groups = (int, str), [Same, list], (nan, "int", 1), ("x", None, 2.5, 1), [Odd(1), Later()], (later[0], int), ((1, "x"), b"x")
things = [int, str, Same, list, nan, "int", 1, True, 1.0, None, 2.5, "x", Odd(1), later[1], (1, "x"), b"x", 2**70]
for _ in range(50):
    found = among(things, groups)
print(found)


def grow(items):
    lists = []
    for count in range(len(items) + 1):
        grown = []
        for item in items[:count]:
            grown.append(item)
        lists.append(grown)
        lists.append([item for item in grown])
    return lists


for items in ([1, 2, 3, 4, 5, 6], ["a", 1, 2.5, None, "b"], [1, "a", 2, "b", 3, 4.5], [1.5, 2.5, "x", 3.5, 1]):
    for _ in range(50):
        lists = grow(items)
    lists[2].insert(0, "first")
    print(lists, lists[4].pop(), lists[2], lists[5][::-1], len(lists[-1]))


# Dictionaries that have the same keys at the same positions, and at others.
def equal_in_parts(pairs):
    return [left == right for left, right in pairs]


plain = {"a": 1, "b": [2], 3: "c"}
gone, late, shifted = dict(plain), dict(plain), {"z": 0, **plain}
del gone["a"]
gone["a"] = 1
del late[3]
late[3] = "d"
del shifted["z"]
others = [dict(plain), plain.copy(), gone, late, shifted, {"a": 1, "b": [2], 4: "c"}, {True: 1, "b": [2], 3: "c"}, {}]
others += [{"a": True, "b": [2.0], 3.0: "c"}, {"a": Odd(1), "b": [2], 3: "c"}, {Odd(3): "c", "a": 1, "b": [2]}]
for _ in range(50):
    found = equal_in_parts([(plain, other) for other in others] + [(other, plain) for other in others])
print(found, equal_in_parts(zip([{1: 2}, {2**70: 1}, {None: 1}, {(1, "x"): 1}], [{1.0: 2}, {2**70: 1}, {None: 1}, {(1, "x"): 1}])))
