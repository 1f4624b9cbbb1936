"""Starred targets, hot: of lists of all kinds, tuples, named tuples, and what cannot be unpacked so."""
from collections import namedtuple


def ends(items):
    first, *middle, last = items
    return first, middle, last


def rest(items):
    first, *others = items
    others.append(first)
    return others


def front(items):
    *others, last = items
    return others, last


def all_of(items):
    [*others] = items
    return others


def deep(items):
    (a, *b), *c, (*d, e) = items
    return a, b, c, d, e


def matched(value):
    match value:
        case []:
            return "empty"
        case [x, *y] if x == 1:
            return "one", y
        case [*x, 5]:
            return "five", x
        case [*x]:
            return "other", x
    return "none"


Pair = namedtuple("Pair", "x y")
LONG = tuple(range(40_000))
KINDS = [
    [1, 2, 3, 4], [0.5, 1.5, 2.5], ["a", "b"], [None, [], ()], (1, 2), (1, 2, 3), (0.5, "x", 3, 4), [2**80, 1], "abc", b"xyz",
    range(4), Pair(1, 2), {1: 2, 3: 4}, list(range(40_000)), LONG,
]


def shown(value):
    text = repr(value)
    return text if len(text) < 200 else (len(text), text[:20], text[-20:])


def main():
    for function in ends, rest, front, all_of, matched:
        for items in KINDS:
            for _ in range(120 if len(items) < 1000 else 3):
                result = function(items)
            print(function.__name__, shown(result))
    for _ in range(300):
        result = deep([(1, 2, 3), "x", 0.5, [4, 5]])
    print(result)
    # The list is a new one each time.
    source = [1, 2, 3]
    kept = []
    for _ in range(300):
        first, *others = source
        others.append(first)
        kept.append(others)
    print(source, len({id(others) for others in kept}), kept[0], kept[-1])
    # A list that changes between: its length, its kind.
    changing, total = [1, 2, 3], 0
    for i in range(400):
        first, *others, last = changing
        total += len(others)
        if i == 200:
            changing = [0.5, 1.5]
        elif i == 300:
            changing = ["a"] * 5
    print(total, first, others, last)
    for items in [], [1], (), (1,), "", 5, None:
        for function in ends, rest, front, all_of, deep:
            try:
                for _ in range(3):
                    result = function(items)
                print(function.__name__, result)
            except (TypeError, ValueError) as error:
                print(function.__name__, type(error).__name__, error)


main()
