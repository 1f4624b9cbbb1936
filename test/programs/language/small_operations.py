# Operations that have short ways for small operands: on both sides of their limits.
import array
import itertools
from collections import namedtuple

# Exponents: halves are rounded to even.
for value in [0.5, 1.5, 2.5, 1.25, 1.35, 12.5, 25.0, 250.0, 6.25e-2, 9.5, 9.95, 99.5, 5e-324, 1e308, 4503599627370497.5, 2.0**60, 1 / 3]:
    print(*[f"{value:.{digits}e}" for digits in range(5)], f"{value:.3g}", "%g" % value, f"{value:.99e}"[-8:])
print(f"{8.5:.0e} {9.5:.0e} {0.00015:.0e} {35e20:.0e} {45e20:.0e} {2**70 * 1.0:.17e} {0.0:e} {-0.0:.2e}")

# Bytes of several sizes.
for size in (0, 1, 5, 31, 32, 33, 47, 48, 49, 50, 100, 300):
    data = bytes(i * 7 % 11 + 97 for i in range(size))
    print(size, data.find(b"f"), data.find(b"fb"), data.find(b"\0"), len(data.split(b"a")), data.replace(b"a", b"<>")[-5:])
    assert data.replace(b"a", b"") == bytes(c for c in data if c != 97)
    assert b"a".join(data.split(b"a")) == data
    assert data.replace(b"b", b"xyz", 2).count(b"xyz") == min(2, data.count(b"b"))
    text = data.decode()
    assert text[::-1] == "".join(reversed(text)) and text[::2] == "".join(text[i] for i in range(0, size, 2))
    assert text.swapcase() == text.upper() and text.swapcase().swapcase() == text
print("aZ\xe9\xdf{@[`1".swapcase(), "aZ{@[`1~\x7f".swapcase() * 20)
print(("abc\xe9\u0416" * 9).translate({97: "A", 98: None, 0x416: "zh", 0xe9: 101}))
print(("abc" * 9).translate({97: 98, 98: 97}), "x" * 40 == ("x" * 40).translate({}))
print("caf\xe9".encode("latin-1"), "caf\xe9".encode("LATIN_1"), b"caf\xe9".decode("Latin-1"), "a".encode("UTF-8"))

# Powers modulo small and large numbers.
for modulus in (1, 2, 7, 97, 2**30 - 1, 2**30, -7, 2**31, 10**20):
    print([pow(base, exponent, modulus) for base in (0, 3, -5, 2**40, -(2**53), 2**80) for exponent in (0, 1, 5, 2**30 - 1)])
try:
    pow(2, 5, 0)
except ValueError as error:
    print(error)
print(pow(3, -1, 7), pow(True, 3, 5))


# Keys may change the list that they come from.
class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if len(keys) < 6:
            keys.append(len(keys))
        return self.number == other.number if isinstance(other, Key) else NotImplemented


keys = [Key(1), Key(2), Key(1)]
print(len(dict.fromkeys(keys, 0)), len(keys))
print(dict.fromkeys([3, 1, 3, "a"] + list(range(20)), None))
try:
    dict.fromkeys([1, []])
except TypeError as error:
    print(error)

# Sets of numbers are iterated in the order that their tables have.
for first, second in (([], range(9)), (range(20), range(10, 30)), ([2**40, -1, 5], [2**61 - 2, -2, 37, 69]), ([1.5, 2], [3, 2.0])):
    a, b = set(first), set(second)
    print(list(a | b), list(b | a), list(frozenset(first) | b), list(a.union(second, [8, 40, 72])))
print([hash((i, "a")) == hash((i, "a")) for i in (1, -1)], hash((1, 2, 3)), hash((-1, 2**61)), hash(()), hash((2**70, 0.5)))

# Arrays of lists, whose items are converted one by one.
print(array.array("d", [1, 2.5, True]), array.array("b", range(5)), array.array("i", [7] * 40)[-2:])
numbers = array.array("i", [1])
for index in range(40):
    numbers.append(index)
    if index % 3 == 2:
        del numbers[:2]
print(numbers, len(numbers))


class Index:
    def __index__(self):
        source.append(4) if len(source) < 3 else None
        return 9


source = [Index(), 2]
print(array.array("i", source))


class Clearing:
    def __index__(self):
        source.clear()
        return 9


source = [1, Clearing(), 2]
try:
    array.array("i", source)
except IndexError as error:
    print(error)
source = [1, 2, Clearing()]
print(array.array("i", source))
for bad in ([1, "a"], [300]):
    try:
        array.array("b", bad)
    except (TypeError, OverflowError) as error:
        print(type(error).__name__, error)

# Lists of what iterators give.
for size in (0, 1, 1023, 1024, 1025, 3000):
    whole = list(itertools.islice(itertools.count(), size))
    assert whole == list(range(size))
    assert list(map(float, range(size))) == [float(i) for i in range(size)]
    assert list(itertools.chain([0.5] * size, [1])) == [0.5] * size + [1]
    mixed = list(itertools.chain(range(size), [0.5, "x"], range(3)))
    assert mixed == [*range(size), 0.5, "x", 0, 1, 2]


def failing():
    yield 1
    yield 2
    raise ValueError("in the middle")


made = []
for build in (lambda: list(failing()), lambda: made.extend(failing()), lambda: made.__init__(failing())):
    try:
        build()
    except ValueError as error:
        print(error, made)

# Named tuples in a hot loop, and classes that take over later.
P = namedtuple("P", "x y")


def compare(pairs):
    result = [0] * 6
    for a, b in pairs:
        result[0] += a == b
        result[1] += a != b
        result[2] += a < b
        result[3] += a <= b
        result[4] += a > b
        result[5] += a >= b
    return result


pairs = [(P(i % 3, i % 5), P(i % 5, i % 3)) for i in range(60)]
for _ in range(60):
    counted = compare(pairs)
print(counted, compare([((1, 2), P(1, 2)), (P(1, 2), (1, 3)), (P(1, "a"), P(1, "b"))]))


class Q(P):
    def __eq__(self, other):
        return "equal?"[0] == "e"

    def __lt__(self, other):
        return True


print(compare(pairs + [(P(0, 0), P(0, 1))]), Q(1, 2) == P(3, 4), P(3, 4) == Q(1, 2), (5, 6) == Q(1, 2))
print(compare([(P(1, 2), Q(3, 4)), (Q(3, 4), P(1, 2))] * 3))
P.__eq__ = lambda self, other: False
print(compare(pairs))
try:
    compare([(P(1, 2), P(1, "a"))])
except TypeError as error:
    print(error)


# Iterators made in hot loops, of builtin and of other iterables.
class Iterable:
    def __iter__(self):
        calls.append("iter")
        return iter((4, 5))


class Old:
    def __getitem__(self, index):
        return [6, 7][index]


calls = []


def combine(items, count):
    out = list(itertools.islice(items, count))
    out += itertools.chain(items, "ab")
    out += itertools.zip_longest(items, items)
    out += itertools.combinations(items, 2)
    out += itertools.product(items, "z")
    out += itertools.accumulate(items)
    out += filter(None, items)
    out += map(str, items)
    out += enumerate(items, count)
    out += zip(items, items)
    out += itertools.pairwise(items)
    out += (k for k, _ in itertools.groupby(items))
    return out


def try_all(values):
    for value, count in values:
        try:
            print(combine(value, count))
        except Exception as error:
            print(type(error).__name__, error)


for _ in range(80):
    first = combine([1, 2, 3], 2)
print(first)
try_all([((8, 9), 1), (range(2), 5), ({1: 2, 3: 4}, 1), ({5}, 1), (Iterable(), 1), (Old(), 3), ([], 0)])
try_all([(5, 1), ([1, 2], -1), ([1, 2], "a"), (None, 0), ("xy", 1), ([1, 2], None)])
print(len(calls))
