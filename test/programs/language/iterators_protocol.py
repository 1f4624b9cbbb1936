"""Iterator protocol: __iter__, __next__, __getitem__, iter(callable, sentinel), length hints, exhaustion, builtin adaptors."""
import operator


class Squares:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        return SquareIterator(self.limit)

    def __reversed__(self):
        return (n * n for n in range(self.limit - 1, -1, -1))

    def __contains__(self, item):
        return any(n * n == item for n in range(self.limit))


class SquareIterator:
    def __init__(self, limit):
        self.n, self.limit = 0, limit

    def __iter__(self):
        return self

    def __next__(self):
        if self.n >= self.limit:
            raise StopIteration
        self.n += 1
        return (self.n - 1) ** 2

    def __length_hint__(self):
        return self.limit - self.n


sq = Squares(5)
print(list(sq), list(reversed(sq)), 9 in sq, 8 in sq, sum(sq), max(sq), tuple(zip(sq, sq)), dict(enumerate(sq, 1)), [*map(operator.neg, sq)], list(filter(lambda x: x % 2, sq)), operator.length_hint(iter(sq)), operator.length_hint(object(), 7))
it = iter(sq)
first, second, *rest = it
print(first, second, rest, list(it), next(it, "dry"))


class Old:
    def __getitem__(self, index):
        if index == 4:
            raise IndexError
        return f"item{index}"


old = Old()
i = iter(old)
print(list(old), "item2" in old, next(i), i.__reduce__()[2], i.__setstate__(3), list(i), list(i), list(reversed("abc")))
data = iter("abcdXefg")
print(list(iter(lambda: next(data), "X")), "".join(data), type(iter(int, 1)).__name__, type(iter(old)).__name__)
calls = []
counter = iter(lambda: calls.append(1) or len(calls), 4)
print([*counter], next(counter, "done"), len(calls))
z = zip("abc", iter([1, 2]), strict=False)
m = map(lambda *a: a, "ab", [1, 2, 3])
e = enumerate("xy", start=10)
f = filter(None, [0, 1, "", "a", [], [0]])
r = reversed([1, 2, 3])
print(next(z), list(z), list(m), list(e), list(f), next(r), r.__length_hint__(), list(r), r.__length_hint__(), list(map(str, [])), list(zip()), list(zip("ab")), list(map(pow, [2, 3], [3, 2])))
lst = [1, 2, 3]
li = iter(lst)
next(li)
lst.insert(0, 0)
print(list(li), [*li], list(map(len, ["a", "bb"])), li.__length_hint__())
for text in ("ab", b"ab", (1,), [1], {1}, {1: 2}, {1: 2}.values(), range(2), range(10**20), frozenset([1]), bytearray(b"a"), memoryview(b"a")):
    print(type(iter(text)).__name__, end=" ")
print()


class Broken:
    def __init__(self, result):
        self.result = result

    def __iter__(self):
        return self.result


class NextRaises:
    def __iter__(self):
        return self

    def __next__(self):
        raise LookupError("from next")


class BadHint:
    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        return self.hint


class Stopper:
    """Goes on after it has said that it ended."""

    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 3 == 0:
            raise StopIteration(self.n)
        return self.n


st = Stopper()
print(list(st), list(st), [x for x in st], next(zip(st, st)), next(st, "default"))
for hint in (NotImplemented, -1, "x", 2**70):
    bad = BadHint()
    bad.hint = hint
    try:
        print(list(bad), operator.length_hint(bad, 3))
    except Exception as error:
        print(type(error).__name__, error)
for action in (lambda: list(Broken(5)), lambda: [*Broken(None)], lambda: iter(Broken([])), lambda: [x for x in NextRaises()], lambda: 1 in NextRaises(), lambda: a_b(*NextRaises()), lambda: next(iter(Broken(SquareIterator(0)))), lambda: next(5), lambda: next([]), lambda: iter(1), lambda: iter(1, 2), lambda: reversed(sq.limit), lambda: reversed({1, 2}), lambda: enumerate(5), lambda: enumerate([], "a"), lambda: zip(1), lambda: zip("a", 1), lambda: list(map(1, "a")), lambda: list(map(lambda a: a, "a", "b")), lambda: sum(["a"]), lambda: sum([[1]], None), lambda: sum(["a"], ""), lambda: sum([b"a"], b""), lambda: dict(zip("ab")), lambda: max(sq, default=0, key=5), lambda: any(5), lambda: all(None), lambda: sorted(NextRaises()), lambda: tuple(NextRaises()), lambda: set(NextRaises()), lambda: "".join(NextRaises()), lambda: min(NextRaises()), lambda: list(zip(range(3), range(2), strict=True)), lambda: list(map(lambda *a: a, [1], [1, 2], strict=True)), lambda: __import__("itertools").count("a"), lambda: next(iter(lambda: 1 / 0, None))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
