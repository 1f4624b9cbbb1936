# dict(...) of pairs and zips, and int(text, base), in hot code that meets other arguments later.
from collections import OrderedDict, defaultdict


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        log.append("hash " + self.name)
        return 7

    def __eq__(self, other):
        log.append("eq")
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name})"


class Pair:
    def __iter__(self):
        log.append("iter")
        return iter(("k", "v"))


class Pairs(list):
    def __iter__(self):
        log.append("pairs")
        return super().__iter__()


class Mapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


class Derived(tuple):
    pass


def failing():
    yield "a", 1
    raise ValueError("no more")


log = []


def of(source):
    return dict(source)


def zipped(keys, values):
    return dict(zip(keys, values))


def number(text, base):
    return int(text, base)


def attempt(call, *args):
    log.clear()
    try:
        result = call(*args)
    except Exception as error:
        result = f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"
    print(result, log[:6])


for i in range(300):
    a = of([("x", i), ("y", 2), ("x", 3)])
    b = zipped(["x", "y"], (i, 2, 3))
    c = number("ff", 16)
print(a, b, c)
for source in (
    (("t", 1),), [(1, 2), (1.0, 3), (True, 4)], [["l", 1], ("t", 2)], ["ab", ("c", 3)], [Derived((1, 2))], [(1, 2, 3)], [(1,)], [()], [5], [Pair()],
    {"d": 1}, OrderedDict(o=1), defaultdict(list, f=2), Pairs([("p", 1)]), Mapping(), failing(), [(Key("k"), 1), (Key("k"), 2)], [([], 1)],
    [((1, 2), 3), ((1, 2), 4)], [(None, 1), (2**70, 2), (2.5, 3)], {"set"}, "ab", 5, None, iter([("i", 1)]), enumerate("xy"), [("n", float("nan"))],
    [("many", n) for n in range(2000)], [(n, n) for n in range(40)],
):
    attempt(lambda: len(of(source)) if isinstance(source, list) and len(source) > 30 else of(source))
for keys, values in (
    ("xyz", range(2)), (range(3), "ab"), ([Key("z"), Key("z")], [1, 2]), ([[]], [1]), ((1, 2), (3, 4)), ({5: 6}, [7]), ([1, 2.0, "a"], [1, 2, 3]),
    (failing(), [1]), ([1, 2], failing()), (["same", "same"], [1, 2]), (5, 6), ([], []),
):
    attempt(zipped, keys, values)
z = zip(["a", "b", "c"], [1, 2, 3])
print(next(z), of(z), list(z))
print(dict(zip("ab", [1, 2], strict=True)))
attempt(lambda: dict(zip("ab", [1], strict=True)))
changing = {1: 2}
attempt(lambda: dict(zip(changing, (changing.setdefault(n, n) for n in (5, 6)))))
for text, base in (
    ("z", 36), ("0x1f", 0), (" 12 ", 10), ("12", True), ("9", 8), ("1", 37), ("1", 1), (5, 10), ("", 10), (b"77", 8), (bytearray(b"11"), 2), ("1_0", 3),
    ("f" * 20, 16), ("1", 2**70), ("1", None), ("1", 2.0), (None, 10), ("\u0663", 10),
):
    attempt(number, text, base)
print(int("11", base=2), len(str(int("9" * 50, 10))))
