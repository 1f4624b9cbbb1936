"""Operators of frozensets in compiled code, with operands that change midway, and enumerations that are asked between yields."""


class Wild:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)

    def __repr__(self):
        return f"Wild({self.value})"


class Sub(frozenset):
    def __ror__(self, other):
        return "ror", sorted(self, key=str)


class Frozen(frozenset):
    pass


def algebra(a, b):
    return a | b, a & b, a - b, a ^ b


def grown(a, b):
    before = a
    a |= b
    a &= before | b
    a -= {99}
    a ^= {1}
    return a, a is before


def shown(function, *args):
    try:
        result = function(*args)
    except TypeError as error:
        return str(error)
    return [(type(item).__name__, sorted(item, key=str)) if isinstance(item, (set, frozenset)) else item for item in result]


def warm(function):
    for n in range(200):
        function(frozenset({n, n + 1}), {n + 1, n + 2})


warm(algebra)
warm(grown)
OPERANDS = [
    frozenset({1, 2}), frozenset(), {2, 3}, set(), Sub({2, 4}), Frozen({1, 5}), frozenset({"a", "b"}), frozenset({(1, 2), 3}),
    {1: 0, 7: 0}.keys(), [1], None, 3, frozenset(range(3, 40)), frozenset({2.0, True}),
]
for left in OPERANDS:
    for right in OPERANDS:
        print(shown(algebra, left, right), shown(grown, frozenset(left) if isinstance(left, set) else left, right))
print(algebra(frozenset({Wild(1)}), {1}), algebra(frozenset({1}), {Wild(1)}))


def orders(n):
    found = []
    for i in range(n):
        one = frozenset({i * 7 % 11, i * 5 % 13, i})
        found.append(list(one | {i * 3 % 17}))
        found.append(list(one | frozenset(range(i % 9))))
        found.append(list((one - {i}) | {5, 6, 7}))
    return found


for row in orders(60)[-24:]:
    print(row)


def pairs(items):
    for i, item in enumerate(items):
        if item == 3:
            items.append(9)
        yield i, item


def numbered(iterable, start):
    for i, item in enumerate(iterable, start):
        yield i, item


def chained(items, depth):
    if depth == 0:
        yield []
    for i, item in enumerate(items):
        for rest in chained(items[:i] + items[i + 1:], depth - 1) if depth else ():
            yield [item, *rest]


print(list(pairs([1, 2, 3, 4])), sum(1 for _ in chained(list(range(6)), 4)))
for _ in range(60):
    results = [list(numbered([1, 2], 5)), list(numbered((1, 2), 2**53 - 2)), list(numbered("ab", -1)), list(numbered([], 0))]
print(results, list(numbered([1, 2, 3], 2**53 - 2)), list(numbered(iter([7]), 2**70)), list(numbered({1: 2}, 0)))
moved = enumerate([1, 2, 3])
print(next(moved), list(moved), next(moved, "end"))
