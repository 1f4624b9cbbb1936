"""join of lists of one item in compiled code: the item itself, if it is a string."""


class Doubling(list):
    def __iter__(self):
        for item in super().__iter__():
            yield item
            yield item


class Text(str):
    def __str__(self):
        return "never asked"


def joined(separator, items):
    try:
        return separator.join(items)
    except TypeError as error:
        return str(error)


def hot(separator, items):
    for _ in range(400):
        text = joined(separator, items)
    return text


PIECES = [
    ["a piece that is long enough"],
    ["short"],
    [""],
    [],
    ["two", "pieces of text"],
    Doubling(["one"]),
    [Text("of a class")],
    [1],
    [1.5],
    [None],
    [b"bytes"],
    ["\ud800"],
    ["\U0001f600"],
    ("a tuple",),
    "s",
    {"key": 1},
    7,
]

for separator in ("", ", ", Text("-"), "\udc00"):
    for items in PIECES:
        text = hot(separator, items)
        print(ascii(text), type(text).__name__, text is items[0] if isinstance(items, list) and items else "")


def collect(parts):
    data = []
    lines = []
    for part in parts:
        data.append(part)
        if part.endswith("."):
            lines.append("".join(data))
            data = []
    return lines


for _ in range(60):
    lines = collect(["one.", "two", "pieces.", "three.", "\U0001f600", "x.", "end."] * 5)
print(lines[:5], len(lines))
