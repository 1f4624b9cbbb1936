"""Sets of numbers and tuples of them: order, removal, growth, algebra and hashes, which programs can see."""

STATE = [7]


def number(limit):
    STATE[0] = (STATE[0] * 1103515245 + 12345) % 2147483648
    return (STATE[0] >> 8) % limit


SPECIAL = [None, True, False, -1, 0, 1.0, -0.5, 2**31, -2**31, 2**32 - 1, 2**53, 2**61 - 1, 2**61, -2**61, 2**63 - 1, -2**63, 2**70, 1e300]


def item(depth=0):
    kind = number(4 if depth < 3 else 2)
    if kind == 0:
        return number(60) - 5
    if kind == 1:
        return SPECIAL[number(len(SPECIAL))]
    return tuple([item(depth + 1) for _ in range(number(5))])


def points(count):
    seen = set()
    for _ in range(count):
        x, y = number(40) - 3, number(40) - 3
        if (x + 1, y) not in seen:
            seen.add((x, y))
        elif number(3) == 0:
            seen.discard((x + 1, y))
    return seen


for count in (3, 10, 60, 600):
    seen = points(count)
    print(count, len(seen), list(seen)[:12], hash(frozenset(seen)))
    mixed = set()
    for _ in range(count):
        mixed.add(item())
        if number(5) == 0:
            mixed.pop()
    other = {item() for _ in range(count)}
    print(list(mixed)[:20])
    print([hash(element) for element in list(other)[:9]])
    print(list(mixed | other)[-5:], mixed & other, list(mixed ^ other)[:5], len(mixed - other))
    frozen = frozenset(mixed)
    print(hash(frozen), {frozen: "found"}[frozenset(list(mixed)[::-1])], hash(frozenset(range(count))))
    print(sum(element in other for element in mixed), True in mixed, 1.0 in mixed, (1, True) in other, "text" in mixed)

# Ints among which something else is looked for and put.
ints = set(range(50))
print(2.0 in ints, 2.5 in ints, True in ints, (1, 2) in ints, None in ints, 2**70 in ints)
ints.add((1, 2))
ints.add(7.0)
ints.discard(8.0)
ints.add(float("nan"))
print(len(ints), sorted(element for element in ints if isinstance(element, int))[-3:], (1, 2) in ints)
print(hash(()), hash((1,)), hash((-1, -2)), hash((1.5, None)), hash(slice(1, 2)), hash(range(3)), hash(frozenset()))


class Key:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Key) else other)


pairs = {(1, 2), (3, 4)}
print(Key((1, 2)) in pairs, Key((1, 3)) in pairs, (1, Key(2)) in pairs)
