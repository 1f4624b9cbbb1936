# Few keys are sorted without calls: the order, its stability and what cannot be ordered are the same for all sizes.
import random

random.seed(11)


def is_stable(keys, reverse):
    rows = [(key, place) for place, key in enumerate(keys)]
    rows.sort(key=lambda row: row[0], reverse=reverse)
    for (a, i), (b, j) in zip(rows, rows[1:]):
        if not (a == b and i < j or (a > b if reverse else a < b)):
            return False
    return True


def words(count, alphabet, longest):
    return ["".join(random.choice(alphabet) for _ in range(random.randrange(longest))) for _ in range(count)]


MAKERS = {
    "few ints": lambda n: [random.randrange(5) for _ in range(n)],
    "ints": lambda n: [random.randrange(-(10**6), 10**6) for _ in range(n)],
    "large ints": lambda n: [random.randrange(2**53) for _ in range(n)],
    "floats": lambda n: [random.random() - 0.5 for _ in range(n)],
    "zeros": lambda n: [random.choice([0.0, -0.0, 1.0]) for _ in range(n)],
    "infinite": lambda n: [random.choice([float("inf"), -float("inf"), 2.5]) for _ in range(n)],
    "chars": lambda n: [random.choice("abcABC") for _ in range(n)],
    "words": lambda n: words(n, "ab", 6),
    "alike": lambda n: ["prefix-" + word for word in words(n, "xyz", 3)],
    "long": lambda n: words(n, "abcdefgh", 12),
    "wide": lambda n: words(n, "a\xe9\u0416\uffff", 5),
    "astral": lambda n: words(n, "a\uffff\U0001f600", 4),
    "nul": lambda n: words(n, "\0\1a", 4),
    "mixed": lambda n: [random.choice([1, 2.5, True, 2**70]) for _ in range(n)],
    "rising": lambda n: list(range(n)),
    "falling": lambda n: list(range(n, 0, -1)),
}

for name, make in MAKERS.items():
    for count in [0, 1, 2, 3, 7, 15, 16, 17, 31, 33, 64, 100, 127, 129, 255, 256, 257, 300]:
        keys = make(count)
        result = sorted(keys)
        assert all(a <= b for a, b in zip(result, result[1:])), (name, count, keys)
        assert sorted(map(repr, keys)) == sorted(map(repr, result)), (name, count)
        assert sorted(keys, reverse=True) == result[::-1] or name in ("zeros", "mixed"), (name, count)
        assert is_stable(keys, False) and is_stable(keys, True), (name, count)
    print(name, repr(result[:3]), repr(result[-2:]))

print(sorted([0.0, -0.0, 0.0, -0.0]), sorted([-0.0, 0.0], reverse=True))
nan = float("nan")
print(sorted([3.0, nan, 1.0, 2.0]), sorted([nan, 2.0, 1.0]))
for wrong in ([1, "a", 2], ["a", None], [1.5, 1j], [2, 1.5, "x"]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)


class Backwards(int):
    def __lt__(self, other):
        return int(self) > int(other)


print([int(i) for i in sorted([Backwards(i) for i in range(6)])])
print(sorted([3, Backwards(9), 1]))


class Text(str):
    def __lt__(self, other):
        return len(self) < len(other)


print(sorted([Text("ccc"), Text("zz"), Text("a")]), sorted(["b", "a", Text("")]))
