"""Builtin functions over iterables in combination: zip, map, filter, enumerate, reversed, sum, min, any, slicing by itertools."""
import itertools
import operator

letters, numbers = "abcd", [3, 1, 2]
print(list(zip(letters, numbers, strict=False)), list(zip(*[iter(range(6))] * 2)), dict(zip(letters, itertools.count(10, 5))), list(map(operator.add, numbers, reversed(numbers))), list(filter(str.isupper, "aBcD")), list(enumerate(letters[::-1], -1)))
print(list(itertools.accumulate(numbers)), list(itertools.accumulate(numbers, max, initial=2)), list(itertools.batched(letters, 3)), list(itertools.chain(numbers, "x")), list(itertools.chain.from_iterable(["ab", "c"])), list(itertools.compress(letters, [1, 0, 1])), list(itertools.dropwhile(lambda x: x > 2, numbers)), list(itertools.takewhile(lambda x: x > 2, numbers)), list(itertools.filterfalse(None, [0, 1, ""])), [(k, list(g)) for k, g in itertools.groupby("aabbbc")], list(itertools.islice(letters, 1, None, 2)), list(itertools.pairwise(letters)), list(itertools.repeat(5, 2)), list(itertools.starmap(pow, [(2, 3), (3, 2)])), list(itertools.zip_longest("ab", "c", fillvalue="-")), [list(t) for t in itertools.tee("ab", 2)], list(itertools.islice(itertools.cycle("ab"), 5)))
print(list(itertools.product("ab", [1, 2])), list(itertools.product([0, 1], repeat=2)), list(itertools.permutations("abc", 2)), list(itertools.combinations("abcd", 2))[:4], list(itertools.combinations_with_replacement("ab", 2)), list(itertools.count(1.5, 0.5).__class__.__name__))
shared = iter(range(5))
print(list(zip(shared, shared)), next(shared, "used up"), [next(it) for it in [iter("ab")] * 2], sum(map(len, ["a", "bb"])), sum([[1], [2]], []), max(map(abs, [-5, 3])), min("b", "a", key=ord), any(map(str.isdigit, "a1")), all([]), sorted(zip("ba", (1, 2))))
print(*map(str.upper, letters), sep="-")
print(list(map(lambda x, y=10: x * y, numbers)), list(map(None.__class__.__bool__, [])), tuple(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed({"a": 1}.items())), [*reversed(b"ab")], next(reversed([1, 2])), operator.length_hint(reversed([1, 2, 3])))


def lazy(tag, n):
    for i in range(n):
        print(f"<{tag}{i}>", end="")
        yield i


print(list(zip(lazy("a", 2), lazy("b", 3))))
print(list(zip(lazy("a", 3), lazy("b", 2))))
print([x for x in map(lambda a, b: a + b, lazy("m", 2), lazy("n", 1))])
a, b = itertools.tee(lazy("t", 3))
print(next(a), next(b), next(a), list(b), list(a))
print(any(x == 1 for x in lazy("any", 5)), all(x < 1 for x in lazy("all", 5)), 2 in lazy("in", 5), list(itertools.islice(lazy("s", 9), 1, 4)))
g = itertools.groupby([1, 1, 2, 2, 1], key=lambda x: x % 2)
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
get, attr, call = operator.itemgetter(1, "k"[0:0] or 0), operator.attrgetter("real", "imag"), operator.methodcaller("split", ",", maxsplit=1)
print(get("xy"), attr(3 + 4j), call("a,b,c"), operator.attrgetter("__class__.__name__")(5), repr(operator.itemgetter(1)), repr(operator.methodcaller("m", 1, k=2)))
for action in (lambda: next(itertools.islice("ab", -1)), lambda: itertools.islice("ab", "x"), lambda: list(itertools.batched("ab", 0)), lambda: list(itertools.batched("abc", 2, strict=True)), lambda: itertools.product("ab", repeat=-1), lambda: itertools.permutations("ab", -1), lambda: list(itertools.combinations("ab", "x")), lambda: itertools.count("a"), lambda: itertools.tee("ab", -1), lambda: itertools.zip_longest("a", foo=1), lambda: itertools.repeat(), lambda: list(itertools.starmap(pow, [1])), lambda: list(itertools.chain.from_iterable(5)), lambda: list(itertools.chain(5)), lambda: itertools.accumulate(), lambda: operator.itemgetter(), lambda: operator.itemgetter(1)([]), lambda: operator.attrgetter(5), lambda: operator.attrgetter("a.b")(5), lambda: operator.methodcaller(), lambda: list(itertools.compress("ab", 5)), lambda: next(itertools.groupby(5)), lambda: itertools.cycle(5), lambda: list(map(int, "1x"))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
