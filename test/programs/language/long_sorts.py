"""Lists that are long enough to be sorted without comparing items one by one: the order is that of the comparisons, and stable."""

STATE = [11]


def number(limit):
    STATE[0] = (STATE[0] * 1103515245 + 12345) % 2147483648
    return (STATE[0] >> 8) % limit


def check(title, items, key=None, show=3):
    places = list(range(len(items)))
    keyed = items if key is None else [key(item) for item in items]
    for reverse in (False, True):
        by_key = sorted(places, key=keyed.__getitem__, reverse=reverse)
        plain = sorted(items, key=key, reverse=reverse)
        again = items[:]
        again.sort(key=key, reverse=reverse)
        # Neighbours are in order; equal ones, by their places.
        for a, b in zip(by_key, by_key[1:]):
            if reverse:
                assert keyed[a] > keyed[b] or (keyed[a] == keyed[b] and a < b), (title, keyed[a], keyed[b])
            else:
                assert keyed[a] < keyed[b] or (keyed[a] == keyed[b] and a < b), (title, keyed[a], keyed[b])
        assert [items[place] for place in by_key] == plain == again
        assert all(items[place] is item for place, item in zip(by_key, plain)) or isinstance(items[0], float)
        print(title, reverse, plain[:show], plain[len(plain) - show:], sorted(by_key) == places, sum(i * p for i, p in enumerate(by_key)))


def text(alphabet, length, prefix=""):
    return prefix + "".join([alphabet[number(len(alphabet))] for _ in range(number(length + 1))])


for count in (60, 300, 3000):
    check("small ints", [number(50) for _ in range(count)])
    check("ints", [number(2**23) * number(2**23) - 2**45 for _ in range(count)])
    check("signed", [number(2**20) - 2**19 for _ in range(count)])
    check("far apart", [(number(2**22) - 2**21) * 2**31 for _ in range(count)])
    check("big ints", [(number(2**22) - 2**21) * 2**(number(60)) for _ in range(count)])
    check("floats", [(number(2**23) - 2**22) / 1024 for _ in range(count)])
    check("zeros", [[0.0, -0.0, 1.5, -1.5, 0, float("inf"), -float("inf"), 5e-324, -5e-324][number(9)] for _ in range(count)])
    check("mixed", [[number(100), number(100) / 3, True, 2**60 + number(9)][number(4)] for _ in range(count)])
    check("texts", [text("abcdefgh", 6) for _ in range(count)])
    check("zero characters", [text("\0a", 9) for _ in range(count)])
    check("alike", [text("ab", 40, "the same beginning of all ") for _ in range(count)], show=1)
    check("nearly alike", ["x" * number(400) + text("xy", 3) for _ in range(count)], show=0)
    check("latin", [text("aàéÿz", 5) for _ in range(count)])
    check("wide", [text("aæ中\uffff\ue000", 12) for _ in range(count)], show=0)
    check("astral", [text("a😀\uffff𐀀", 4) for _ in range(count)], show=0)
    check("by length", [text("abc", 9) for _ in range(count)], key=len)
    check("by float", [number(10**6) for _ in range(count)], key=lambda n: n % 97 / 7)
    check("by text", [number(10**6) for _ in range(count)], key=lambda n: str(n % 89))
    check("pairs", [(number(20), text("ab", 4)) for _ in range(count)])
    check("by pair", [(text("ab", 5), number(9) / 2, number(3)) for _ in range(count)], key=lambda row: (-row[1], row[0]))
    check("sorted", list(range(count)) + [3, 2, 1])
    check("falling", [str(n).zfill(6) for n in range(count, 0, -1)])

rows = [float("nan") if n % 50 == 3 else n * 37 % 101 / 2 for n in range(200)]
print(sorted(rows)[:8], [n for n in sorted(rows, reverse=True)[:8]])
try:
    print(sorted(["text"] * 99 + [1]))
except TypeError as error:
    print(error)
try:
    print(sorted([n * 7 % 100 for n in range(200)] + [None]))
except TypeError as error:
    print(error)


class Name(str):
    def __lt__(self, other):
        return len(self) < len(other)


names = [text("ab", 9) for _ in range(200)]
names.append(Name("bb"))
print(sorted(names[-1:] * 2 + [Name(n) for n in names[:200]])[:3])
