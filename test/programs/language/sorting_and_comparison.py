"""Ordering: stability, keys, partial comparisons, reflected operators, functools helpers, chained comparison."""
import functools
import operator

words = "banana Apple cherry apple Banana date fig".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=lambda w: (-len(w), w)), sorted(words, reverse=True, key=str.casefold))
pairs = [(1, "b"), (0, "a"), (1, "a"), (0, "b")]
print(sorted(pairs, key=operator.itemgetter(0)), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs, key=operator.itemgetter(1, 0)), min(pairs), max(pairs, key=lambda p: p[1]))
print(max(3, 1, 2), min("b", "a"), max([], default="none"), min((), default=None), max([[1], [2]], key=len), min(3, 1.0, 1), max(1, True, 1.0), max("abc", "abd", key=lambda s: s[0]), min({3: 0, 1: 9}))
data = [((i * 7919) % 101, i) for i in range(200)]
print(sorted(data)[:3], sorted(data, key=lambda p: p[0]) == sorted(data), [i for _, i in sorted(data, key=lambda p: p[0] % 5)][:8], sorted([3, 1.5, True, 2**70, -(2**70)]), sorted([float("inf"), 1, float("-inf")]))


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, Version) else NotImplemented

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


versions = [Version(1, 2), Version(1), Version(2, 0), Version(1, 2, 3)]
print(sorted(versions), max(versions), versions[0] >= versions[1], versions[0] <= Version(1, 2), versions[0] > Version(3), Version(1) != Version(1), Version.__hash__)


class Noisy:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def trace(name):
    def method(self, other):
        print(f"  {self}.{name}({other})", end="")
        return NotImplemented

    return method


for name in "lt le gt ge eq ne".split():
    setattr(Noisy, f"__{name}__", trace(f"__{name}__"))


class Derived(Noisy):
    pass


class Overriding(Noisy):
    def __gt__(self, other):
        print(f"  {self}.over_gt({other})", end="")
        return "yes"


n, m, d, o = Noisy("n"), Noisy("m"), Derived("d"), Overriding("o")
for left, op, right in ((n, "lt", m), (n, "lt", d), (n, "lt", o), (o, "gt", n), (n, "eq", m), (n, "ne", n), (n, "le", 5), (5, "ge", n), (d, "eq", n), (n, "eq", None)):
    try:
        print(getattr(operator, op)(left, right))
    except TypeError as error:
        print(" ", error)


def show(value):
    print(f"<{value}>", end=" ")
    return value


print(show(1) < show(2) < show(3), show(3) < show(2) < show(1), 1 < 2 > 0 == 0 != 5, 1 == 1.0 is not None, "a" in "abc" == True, 1 < 3 in [3], not 1 == 2, (1 < 2) == True)


class Flags:
    def __lt__(self, other):
        return []

    def __gt__(self, other):
        return {"truthy": 1}

    def __bool__(self):
        raise RuntimeError("no truth")


fl = Flags()
print(fl < 1, fl > 1, fl < 1 < 2, fl > 1 > 0, fl == fl, fl != fl, [fl] == [fl], fl in [fl], fl is fl)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.cmp_to_key(lambda a, b: 0)(1) == functools.cmp_to_key(lambda a, b: 0)(2))


class Evil:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 2:
            raise ValueError("cannot order 2")
        return self.n < other.n


mutated = [5, 3, 4]


def sneaky(x):
    mutated.append(x)
    return x


for action in (lambda: sorted([1, "a", None]), lambda: [Evil(i) for i in (1, 2, 3)].sort(), lambda: mutated.sort(key=sneaky), lambda: sorted([1j, 2j]), lambda: max(), lambda: max([]), lambda: max(1), lambda: max(1, 2, default=3), lambda: min(1, "a"), lambda: sorted(5), lambda: sorted([1], lambda x: x), lambda: bool(fl), lambda: not fl, lambda: sorted([None, None]), lambda: {} < {}, lambda: sorted([{}, {}]), lambda: object() < object(), lambda: max([1, None]), lambda: None < None, lambda: 1 < fl, lambda: sorted([2, 1], key=lambda: 0), lambda: sorted([1, 2], reverse="x"), lambda: int < str, lambda: Version(1) < 1, lambda: max([1], key=5), lambda: print < len, lambda: 1 < 2 < "x"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(mutated)
