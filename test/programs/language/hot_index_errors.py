"""Subscripts beyond the end of builtin sequences, again and again in hot loops: IndexErrors that are handled in place."""


def at(sequence, index):
    try:
        return sequence[index]
    except IndexError as error:
        return str(error)


class Row(list):
    pass


def constant_display(n):
    try:
        [][n]
    except IndexError as error:
        return str(error), error.__traceback__.tb_lineno
    return None


def last_or_none(sequences):
    found = []
    for sequence in sequences:
        try:
            found.append(sequence[-1])
        except IndexError:
            found.append(None)
    return found


def walk(items):
    """Every loop ends by the error."""
    total = index = 0
    while True:
        try:
            total += items[index]
        except IndexError:
            return total, index
        index += 1


def unhandled(items, index):
    return items[index]


def count_unhandled(items):
    failed = 0
    for index in range(-6, 6):
        try:
            unhandled(items, index)
        except IndexError:
            failed += 1
    return failed


SEQUENCES = {
    "list": [1, 2, 3],
    "floats": [0.5, 1.5],
    "objects": ["a", None],
    "empty": [],
    "tuple": (4, 5),
    "str": "xyz",
    "wide": "x\U0001f600z",
    "bytes": b"pq",
    "bytearray": bytearray(b"rs"),
    "derived": Row((7, 8)),
    "range": range(3),
}

for name, sequence in SEQUENCES.items():
    results = [at(sequence, index) for _ in range(60) for index in (0, 1, 2, 3, -1, -2, -3, -4)]
    print(name, results[:8], results == results[:8] * 60)

# One site that meets one kind of sequence for long, and errors in every third turn.
texts = [at("abcdef", index % 9) for index in range(900)]
print(texts[:9], texts == texts[:9] * 100)
numbers = [at([10, 20, 30], index % 5 - 1) for index in range(900)]
print(numbers[:5], numbers == numbers[:5] * 180)

print({constant_display(n) for n in range(300)})
print(last_or_none([[], [1], [1, 2], []] * 100)[-4:])
print(last_or_none(["", "a", "bc"] * 100)[-3:])
print({walk([1, 2, 3]) for _ in range(300)}, {walk([]) for _ in range(300)})
print({walk((0.5, 2.5)) for _ in range(300)})
print([count_unhandled([1, 2, 3]) for _ in range(200)][-1])


class Index:
    def __index__(self):
        return 5


print([at([1, 2], Index()) for _ in range(100)][-1], [at([1, 2], True) for _ in range(100)][-1])
for bad in (1.5, "0", None):
    try:
        at([1, 2], bad)
    except TypeError as error:
        print(error)
big = 1 << 70
print({at([1, 2], big) for _ in range(100)}, {at("ab", -big) for _ in range(100)})
