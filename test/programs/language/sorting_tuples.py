"""Sorting tuples of many kinds of items, by themselves and as keys: ties, nested tuples, floats, and what cannot be ordered."""

state = 7


def number(limit):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % limit


WORDS = [f"{'abcé€😀'[number(6)]}{number(30)}" for _ in range(50)]
NAN = float("nan")


class Text(str):
    def __lt__(self, other):
        return str(other) < str(self)


class Exact(tuple):
    pass


COLUMNS = {
    "few": lambda: number(5),
    "words": lambda: WORDS[number(50)],
    "floats": lambda: number(1 << 20) / 7,
    "zeros": lambda: (1.0, -0.0, 0.0, 0, True, False, 2.5)[number(7)],
    "wide": lambda: (-1) ** number(2) * number(1 << 22) ** 2 * 1021,
    "big": lambda: (2**60, 1, -(2**70))[number(3)],
    "pairs": lambda: (WORDS[number(50)], number(3)),
    "nested": lambda: ((number(2),), WORDS[number(50)]),
    "lengths": lambda: ((), (1,))[number(2)],
    "infinite": lambda: (float("inf"), -float("inf"), 1, 2**40)[number(4)],
    "nan": lambda: NAN,
    "nans": lambda: (NAN, 1.0, 2.0)[number(3)],
    "empty": lambda: (),
    "lists": lambda: [number(3)],
    "mixed": lambda: (1, "x")[number(2)],
    "none": lambda: None,
    "texts": lambda: Text(WORDS[number(50)]),
    "exact": lambda: Exact((number(3), number(3))),
}


def show(name, rows, **options):
    """The order, by the places that the rows had."""
    try:
        places = [place for place, _ in sorted(enumerate(rows), key=lambda pair: pair[1], **options)]
        ordered = sorted(rows, **options)
    except TypeError as error:
        print(name, error)
        return
    assert all(rows[place] is row for place, row in zip(places, ordered))
    code = 0
    for place in places:
        code = (code * 31 + place) % 1_000_000_007
    print(name, code, places[:6])


for size in (2, 39, 40, 300):
    for name, make in COLUMNS.items():
        show(f"{size} {name}", [(make(), index % 3) for index in range(size)])
        show(f"{size} few, {name}", [(number(4), make(), number(2)) for _ in range(size)], reverse=number(2) == 1)
        show(f"{size} words, few, {name}", [(COLUMNS["words"](), number(2), make()) for _ in range(size)])

rows = [(number(3), WORDS[number(50)]) for _ in range(200)]
rows.append((1,))
deep = ()
for _ in range(200):
    deep = (deep,)
show("deep tuples", [((deep, 1), number(3)) for _ in range(100)] + [((deep[0], 1), 1)])
show("identical deep tuples", [(number(2), deep) for _ in range(100)])
show("different lengths", rows)
rows[-1] = (1, None)
show("a None that decides", rows)
rows[-1] = (9, None)
show("a None that does not", rows)
rows[-1] = 5
show("not only tuples", rows)
show("in order", [(index // 3, str(index)) for index in range(100)])
show("descending", [(-index // 3, str(index)) for index in range(100)])

rows = [(number(3), number(3)) for _ in range(100)]


def spoil(row):
    rows.append(row)
    return row


try:
    rows.sort(key=spoil)
except ValueError as error:
    print(error, len(rows))
