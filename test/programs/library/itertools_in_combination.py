"""Itertools put together: pipelines that stay lazy, identities between functions, groups, windows, trees walked, shared iterators, errors."""
import itertools as it
import operator
from collections import deque
from fractions import Fraction


def taken(n, iterable):
    return list(it.islice(iterable, n))


class Watch:
    """Counts what is drawn from it, to prove that others are lazy."""

    def __init__(self, items):
        self.items, self.drawn = iter(items), 0

    def __iter__(self):
        return self

    def __next__(self):
        self.drawn += 1
        return next(self.items)

    def __length_hint__(self):
        return 3


for label, build in {
    "islice": lambda w: it.islice(w, 2, 5, 2), "takewhile": lambda w: it.takewhile(lambda x: x < 3, w), "dropwhile": lambda w: it.dropwhile(lambda x: x < 3, w), "groupby": lambda w: (k for k, _ in it.groupby(w, lambda x: x // 3)), "pairwise": it.pairwise,
    "batched": lambda w: it.batched(w, 3), "accumulate": lambda w: it.accumulate(w, operator.mul, initial=2), "zip_longest": lambda w: it.zip_longest("ab", w), "zip": lambda w: zip("ab", w), "zip behind": lambda w: zip(w, "ab"), "chain": lambda w: it.chain("a", w), "compress": lambda w: it.compress(w, [0, 1, 0, 1]),
    "starmap": lambda w: it.starmap(pow, ((x, 2) for x in w)), "filterfalse": lambda w: it.filterfalse(lambda x: x % 4, w), "cycle": it.cycle, "tee": lambda w: it.tee(w)[1], "map": lambda w: map(operator.add, w, it.count(100, -1)),
}.items():  # fmt: skip
    w = Watch(range(9))
    lazy = build(w)
    before = w.drawn
    first = next(lazy)
    print(f"{label:12} {first!s:10} drawn {before}/{w.drawn} then {taken(4, lazy)!s:42} drawn {w.drawn}")


def sieve(numbers):
    while True:
        yield (p := next(numbers))
        numbers = filter(lambda n, p=p: n % p, numbers)


def collatz(n):
    return it.chain(it.takewhile(lambda x: x != 1, iterate(lambda x: 3 * x + 1 if x % 2 else x // 2, n)), [1])


def iterate(f, x):
    return it.accumulate(it.repeat(x), lambda last, _: f(last))


def flatten(tree):
    stack = [iter([tree])]
    while stack:
        for node in stack[-1]:
            if isinstance(node, list):
                stack.append(iter(node))
                break
            yield node
        else:
            stack.pop()


def run_length(text):
    return "".join(f"{sum(1 for _ in group)}{key}" for key, group in it.groupby(text))


def windows(iterable, n):
    copies = it.tee(iterable, n)
    for i, copy in enumerate(copies):
        deque(it.islice(copy, i), maxlen=0)
    return zip(*copies)


def bell(n):
    row = [1]
    for _ in range(n):
        yield row[0]
        row = [*it.accumulate(row, initial=row[-1])]


print(taken(12, sieve(it.count(2))), list(collatz(6)), list(flatten([1, [2, [3, []], 4], [[5]]])), run_length("aaabccd"), ["".join(w) for w in windows("abcde", 3)], list(bell(9)))
print(taken(6, iterate(lambda x: Fraction(1, 1 + x), Fraction(1))), [*it.accumulate([3, 1, 4, 1, 5, 9, 2, 6], max)], [*it.accumulate([100, -30, 50], lambda b, x: round(b * 1.1 + x), initial=10)])
letters = "abcd"
for r in range(4):
    assert len(combos := [*it.combinations(letters, r)]) * (1, 1, 2, 6)[r] == len([*it.permutations(letters, r)])
    assert combos == sorted(combos) == [c for c in it.product(letters, repeat=r) if [*c] == sorted(set(c))]
    print(r, *("".join(c) for c in it.combinations_with_replacement("abc", r)), sep=" ")
print([*it.product("ab", (1, 2), [True])], [*it.product()], [*it.product("ab", repeat=0)], [*it.permutations("abc", 0)], [*it.permutations("ab", 3)], [*it.combinations([], 0)])
people = [("ann", "oslo", 3), ("bob", "rome", 5), ("cid", "oslo", 4), ("dan", "rome", 1), ("eve", "bern", 2)]
by_city = it.groupby(sorted(people, key=operator.itemgetter(1, 2)), operator.itemgetter(1))
print({city: [p[0] for p in group] for city, group in by_city})
groups = [(k, g) for k, g in it.groupby("aabbb")]
print([(k, list(g)) for k, g in groups])
shared = iter(range(10))
print([*zip(shared, shared, shared)], [*shared], [*zip(*[iter("abcdef")] * 2)])
a, b = it.tee(Watch("xyz"))
c = b.__copy__()
print(next(a), list(b), list(a), list(c), [*map(list, it.tee("q", 3))], it.tee("z", 0))
try:
    next(it.tee(iter([]), 1)[0])
except StopIteration:
    print("stopped")
roundrobin = it.chain.from_iterable(it.zip_longest("ABC", "D", "EF", fillvalue=None))
print("".join(filter(None, roundrobin)), [*it.batched("abcdefg", 3)], dict(it.pairwise("abca")), [*it.compress("abcdef", it.cycle([1, 0, 0]))], sum(it.starmap(operator.mul, zip([1, 2, 3], [4, 5, 6]))))
count = it.count(Fraction(1, 2), Fraction(1, 3))
print(taken(3, count), count, it.count(5), it.count(2.5, 0.5), it.repeat("x", 3), it.repeat(0).__length_hint__() if False else operator.length_hint(it.repeat(0, 7)), operator.length_hint(Watch("")), taken(3, it.count(2**63 - 1)), taken(3, it.count(10, -2**70)))
unfinished = it.chain.from_iterable(it.repeat(range(3), 2))
print(next(unfinished), [*unfinished], [*it.islice("abc", None)], [*it.islice(it.count(), 3, 10, 4)], [*it.zip_longest("ab", [], [1], fillvalue="-")], [*it.dropwhile(str.islower, "abCd")])
for text in [
    "it.islice('abc', -1)", "it.islice('abc', 1, 2, 0)", "it.islice('abc', 'x')", "it.batched('abc', 0)", "list(it.batched('abcd', 3, strict=True))", "it.combinations('ab', -1)", "it.permutations('ab', 1.5)", "it.product('a', repeat=-1)", "it.count('a')", "it.repeat(1, 'a')", "it.repeat(1, times=-2)",
    "it.cycle(3)", "next(it.cycle([]))", "it.tee('a', -1)", "it.chain.from_iterable(3)", "next(it.chain(3))", "next(it.chain.from_iterable([3]))", "next(it.starmap(pow, [3]))", "it.accumulate()", "list(it.accumulate(['a', 1]))", "it.groupby('a', 3) and next(it.groupby('a', 3))", "it.zip_longest('a', fill=1)",
    "list(zip('ab', 'a', strict=True))", "list(zip('a', 'ab', 'a', strict=True))", "list(map(lambda x, y: x, 'a', 'bc', strict=True))", "it.pairwise()", "it.compress('a')", "it.takewhile('a')", "it.product('a', x=1)", "it.islice()",
]:  # fmt: skip
    try:
        print(f"{text:52} {eval(text)}")
    except StopIteration:
        print(f"{text:52} StopIteration")
    except Exception as error:
        print(f"{text:52} {type(error).__name__}: {error}")


class Poisoned:
    def __iter__(self):
        yield 1
        raise OSError("poison")


for build in (it.chain, it.cycle, it.accumulate, it.pairwise, lambda p: it.zip_longest(p, "abc"), lambda p: it.batched(p, 2), lambda p: it.compress("abc", p), it.product, lambda p: it.tee(p)[0]):
    seen = []
    try:
        seen.extend(build(Poisoned()))
    except OSError as error:
        print(seen, error, end="; ")
print()
