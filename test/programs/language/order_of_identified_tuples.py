"""Tuples whose identity has been asked for are compared by their items, in hot code, too."""

PAIRS = ((), (1,), (5,), (5, 2), (1, 2), (1, 2, 3), (9, 8, 7), (1, 2, 3, 4), (7, 7, 7, 7))
numbers = [id(one) for one in PAIRS] + [id((n,)) for n in range(20)]


def orders(a, b):
    return a < b, a <= b, a > b, a >= b, a == b, a != b


def in_place(a, b):
    return sorted([a, b]), min(a, b), max(a, b)


for turn in range(400):
    for a in PAIRS:
        for b in PAIRS:
            found = orders(a, b), in_place(a, b)
            if turn in (0, 399):
                print(a, b, *found)
    fresh = tuple([turn]), tuple([turn, 1])
    id(fresh[0]), id(fresh[1])
    assert orders(fresh[1], fresh[0]) == (False, False, True, True, False, True), turn
    assert orders(fresh[0], (turn + 1, 0)) == (True, True, False, False, False, True), turn
