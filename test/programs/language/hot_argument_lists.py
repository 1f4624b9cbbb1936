"""Argument lists with stars and keywords in hot code: lists that need not be made, keywords bound from dictionaries, what goes wrong."""
import sys


def plain(a, b, c=0, *, d=4, e=5):
    return a, b, c, d, e


def positional(a, /, b, **others):
    return a, b, others


def rest(a, *more, key=None, **others):
    return a, more, key, others


def merged(function, fixed, named):
    return lambda *more, **others: function(*fixed, *more, **{**named, **others})


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except TypeError as error:
        return str(error)


calls = [
    merged(plain, (1,), {"c": 3}),
    merged(positional, (1, 2), {"a": 9}),
    merged(rest, (1, 2), {"key": 7, "x": 8}),
]
odd = [({}, ()), ({"d": 1}, (2,)), ({"b": 1}, ()), ({"b": 1}, (2,)), ({"zz": 1}, (2,)), ({"e": 1, "d": 2, "zz": 3}, (2,))]
for round in range(3):
    for call in calls:
        for _ in range(600):
            got = attempt(call, 2)
        print(got)
        for named, args in odd:
            print(attempt(call, *args, **named))


def one(mapping):
    return rest(0, **mapping)


class Keys(dict):
    pass


class Name(str):
    def __eq__(self, other):
        return str.__eq__(self, other)

    __hash__ = str.__hash__


for mapping in ({}, {"key": 1}, {"x": 2, "y": 3}, {"key": 1, "x": 2}, Keys(key=3), {Name("key"): 4}, {"\ud800": 5}):
    for _ in range(400):
        got = one(mapping)
    print(ascii(got))
for mapping in ({1: 2}, {"a": 1}, {None: 1, "key": 2}, 5, [("key", 1)]):
    for _ in range(3):
        try:
            print(one(mapping))
        except TypeError as error:
            print(str(error).replace("__main__.", ""))


# The callee gets a dictionary of its own.
def own(**others):
    others["added"] = len(others)
    return others


given = {"a": 1, "b": 2}
for _ in range(500):
    got = own(**given)
print(given, got, got is given)


# ── Lists that grow ──

def listed(items, more):
    both = [*items, 0, *more]
    copy = both
    copy.append(len(both))
    return both, (*items, *more), both is copy


def shown(n):
    parts = [n, n + 1.5, *"ab"]
    if n < 0:
        return parts
    first = [n]
    second = first
    second += [1]
    return len(parts), first, first is second, [*first, *second]


def looked_at(n):
    items = [n, n * 2, n * 0.5]
    frame = sys._getframe()
    other = [*items, 1]
    return frame.f_locals["items"] is items, other, frame.f_locals["other"] is other


for n in range(700):
    got = listed((1, 2), (3,)), shown(n), looked_at(n)
print(*got, sep="\n")
print(listed((), range(3)), listed([1], (2, 3)), listed("xy", {1: 2}), shown(-1), sep="\n")
for bad in (None, 3):
    try:
        listed((1, 2), bad)
    except TypeError as error:
        print(error)


def joined(n):
    """Lists that are alike on both ways, and one that only the frame wants."""
    if n % 2:
        pair = [n, 1]
    else:
        pair = [n, 2]
    unread = [n, pair]
    if n % 3 == 0:
        unread = [pair, n]
    if n == 650:
        print(sorted(locals()))
    return pair


print([joined(n) for n in range(700)][648:653])


# ── Callees ──

def maker(n):
    def inner(x, by=n):
        return x * by + n
    return inner


def applied(functions, value):
    for function in functions:
        value = function(value)
    return value


def negative(value):
    return -value


for n in range(60):
    functions = (maker(n), negative, abs, lambda x: x + n)
    for value in range(20):
        got = applied(functions, value)
print(got, applied((maker(3), str, len), 5), applied((float, maker(2), int), 5))
for broken in ((maker(3), 5), (maker(3), ord)):
    try:
        applied(broken, 1)
    except TypeError as error:
        print(error)
