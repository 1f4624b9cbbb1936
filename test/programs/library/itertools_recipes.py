"""Every function of itertools, and the recipes of its documentation."""
import itertools as it
import operator
import random
from collections import Counter, deque
from math import prod


def show(label, iterable, limit=12):
    items = list(it.islice(iterable, limit))
    print(f"{label:<22}", *items)


show("count", it.count(10, 3), 5)
show("count float", it.count(0.5, 0.25), 4)
show("count down", it.count(3, -1), 5)
show("cycle", it.cycle("abc"), 7)
show("repeat", it.repeat("x", 3))
show("accumulate", it.accumulate([1, 2, 3, 4, 5]))
show("accumulate mul", it.accumulate([1, 2, 3, 4, 5], operator.mul))
show("accumulate max", it.accumulate([3, 1, 4, 1, 5, 9, 2, 6], max, initial=2))
show("batched", it.batched("ABCDEFGH", 3))
show("chain", it.chain("ab", [1, 2], {"k": 0}))
show("from_iterable", it.chain.from_iterable([[1], [], [2, 3]]))
show("compress", it.compress("ABCDEF", [1, 0, 1, 0, 1, 1]))
show("dropwhile", it.dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8]))
show("takewhile", it.takewhile(lambda x: x < 5, [1, 4, 6, 3, 8]))
show("filterfalse", it.filterfalse(lambda x: x % 2, range(10)))
show("filterfalse None", it.filterfalse(None, [0, 1, "", "a", [], None]))
show("islice", it.islice(range(100), 10, 50, 7))
show("pairwise", it.pairwise("ABCDE"))
show("starmap", it.starmap(pow, [(2, 5), (3, 2), (10, 3)]))
show("zip_longest", it.zip_longest("AB", [1, 2, 3], fillvalue="-"))
show("product", it.product("ab", [0, 1], repeat=1))
show("product repeat", it.product([0, 1], repeat=3))
show("permutations", it.permutations("ABC", 2))
show("combinations", it.combinations("ABCD", 3))
show("with_replacement", it.combinations_with_replacement("ABC", 2))
for key, group in it.groupby("AAAABBBCCDAABBB"):
    print(key, len(list(group)), end="; ")
print()
rows = [("fruit", "apple"), ("fruit", "pear"), ("veg", "leek"), ("fruit", "fig")]
print({k: [n for _, n in g] for k, g in it.groupby(sorted(rows), key=operator.itemgetter(0))})
first, second, third = it.tee(iter(range(6)), 3)
print(list(first), next(second), list(second), list(third))
groups = [(k, g) for k, g in it.groupby([1, 1, 2, 2])]
print([(k, list(g)) for k, g in groups], "groups are consumed by advancing")

# -- recipes ---------------------------------------------------------------------------------------------------


def take(n, iterable):
    return list(it.islice(iterable, n))


def prepend(value, iterable):
    return it.chain([value], iterable)


def tabulate(function, start=0):
    return map(function, it.count(start))


def tail(n, iterable):
    return iter(deque(iterable, maxlen=n))


def consume(iterator, n=None):
    if n is None:
        deque(iterator, maxlen=0)
    else:
        next(it.islice(iterator, n, n), None)


def nth(iterable, n, default=None):
    return next(it.islice(iterable, n, None), default)


def all_equal(iterable, key=None):
    return len(take(2, it.groupby(iterable, key))) <= 1


def quantify(iterable, predicate=bool):
    return sum(map(predicate, iterable))


def grouper(iterable, n, *, incomplete="fill", fillvalue=None):
    iterators = [iter(iterable)] * n
    match incomplete:
        case "fill":
            return it.zip_longest(*iterators, fillvalue=fillvalue)
        case "strict":
            return zip(*iterators, strict=True)
        case "ignore":
            return zip(*iterators)
        case _:
            raise ValueError("Expected fill, strict, or ignore")


def sliding_window(iterable, n):
    iterator = iter(iterable)
    window = deque(it.islice(iterator, n - 1), maxlen=n)
    for x in iterator:
        window.append(x)
        yield tuple(window)


def roundrobin(*iterables):
    iterators = map(iter, iterables)
    for num_active in range(len(iterables), 0, -1):
        iterators = it.cycle(it.islice(iterators, num_active))
        yield from map(next, iterators)


def partition(predicate, iterable):
    t1, t2, p = it.tee(iterable, 3)
    p1, p2 = it.tee(map(predicate, p))
    return it.compress(t1, map(operator.not_, p1)), it.compress(t2, p2)


def unique_everseen(iterable, key=None):
    seen = set()
    for element in iterable:
        k = element if key is None else key(element)
        if k not in seen:
            seen.add(k)
            yield element


def powerset(iterable):
    s = list(iterable)
    return it.chain.from_iterable(it.combinations(s, r) for r in range(len(s) + 1))


def sum_of_squares(iterable):
    return sum(it.starmap(operator.mul, zip(*it.tee(iterable))))


def convolve(signal, kernel):
    kernel = tuple(kernel)[::-1]
    n = len(kernel)
    padded = it.chain(it.repeat(0, n - 1), signal, it.repeat(0, n - 1))
    return [sum(map(operator.mul, kernel, w)) for w in sliding_window(padded, n)]


def sieve(n):
    data = bytearray((0, 1)) * (n // 2)
    for p in it.takewhile(lambda p: p * p < n, it.compress(it.count(), data)):
        pass
    data = bytearray([1]) * n
    data[:2] = b"\0\0"
    for p in range(2, int(n**0.5) + 1):
        if data[p]:
            data[p * p :: p] = bytes(len(range(p * p, n, p)))
    return list(it.compress(range(n), data))


def factor(n):
    for prime in sieve(int(n**0.5) + 1):
        while n % prime == 0:
            yield prime
            n //= prime
            if n == 1:
                return
    if n > 1:
        yield n


print(take(4, prepend(0, tabulate(lambda n: n * n, 5))), list(tail(3, "ABCDEFG")), nth("abcdef", 3), nth("abc", 9, "none"))
iterator = iter(range(10))
consume(iterator, 4)
print(next(iterator), all_equal([4, 4, 4]), all_equal("١1", key=int), quantify([True, False, 3, 0]))
print(list(grouper("ABCDEFG", 3, fillvalue="x")), list(grouper("ABCDEFG", 3, incomplete="ignore")))
try:
    list(grouper("ABCDEFG", 3, incomplete="strict"))
except ValueError as error:
    print(error)
print(["".join(w) for w in sliding_window("ABCDEFG", 4)], "".join(roundrobin("ABC", "D", "EF")))
evens, odds = partition(lambda n: n % 2, range(10))
print(list(evens), list(odds), list(unique_everseen("ABBcCAD", str.casefold)))
print(list(powerset([1, 2, 3])), sum_of_squares([10, 20, 30]))
print(convolve([1, -1, -20], [1, -3]), sieve(50), list(factor(360360)))
print(prod(factor(99_400_891)), Counter(map(sum, it.product(range(1, 7), repeat=3))).most_common(3))

# -- errors ----------------------------------------------------------------------------------------------------

for attempt in [
    lambda: it.islice([1], -1),
    lambda: it.batched("abc", 0),
    lambda: list(it.batched("abcde", 2, strict=True)),
    lambda: it.count("x"),
    lambda: it.permutations("abc", -1),
    lambda: it.combinations("abc", None),
    lambda: it.tee([1], -1),
    lambda: it.chain(1).__next__(),
    lambda: it.repeat(),
    lambda: it.product("a", repeat=-1),
    lambda: it.zip_longest("a", fill=1),
]:
    try:
        print("no error:", attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)
for reprs in [it.count(1, 2), it.count(5), it.repeat("a", 2), it.repeat(0)]:
    print(repr(reprs))
print(operator.length_hint(it.repeat(1, 7)), next(it.product()), list(it.permutations([])), list(it.combinations("ab", 3)))
