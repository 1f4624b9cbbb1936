"""Sets of ints that gain other elements midway, their order and algebra; sorting of tuples of all sorts; long lists joined and spread."""


def grow(choose, count):
    state = 5
    elements = set()
    hits = 0
    for turn in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        element = choose(state >> 8)
        if element in elements:
            hits += 1
            if state % 3 == 0:
                elements.discard(element)
        else:
            elements.add(element)
    return hits, len(elements), list(elements)[:6]


print("ints", grow(lambda n: n % 700, 5_000))
print("negative", grow(lambda n: n % 9 - 4, 3_000))
print("large", grow(lambda n: n % 40 * 2**40 - 2**44, 3_000))
print("to floats", grow(lambda n: n % 40 if n % 503 else n % 40 + 0.5, 4_000))
print("equal floats", grow(lambda n: n % 40 if n % 2 else float(n % 40), 4_000))
print("bools", grow(lambda n: (True, False, 0, 1, 2, -1, -2, None)[n % 8], 3_000))
print("big ints", grow(lambda n: n % 20 if n % 307 else 2**61 - 1 + n % 20, 4_000))
print("tuples", grow(lambda n: n % 40 if n % 11 else (n % 5, 1), 4_000))
print("hits of text", grow(lambda n: n % 40 if n % 601 else str(n % 40), 4_000)[0])

ints, halves = set(range(0, 60, 3)), {n / 2 for n in range(0, 40, 5)}
for _ in range(30):
    results = [ints | halves, ints & halves, ints - halves, ints ^ halves, halves - ints, halves & ints, halves | ints]
for result in results:
    print(list(result))
print(-1 in {-2}, -2 in {-1}, list({-1, -2, 6}), {-1, -1.0}, {-2.0} | {-2}, ints >= {0, 3}, frozenset({1, 2}) == {1.0, 2.0})
popped = set(range(40))
print([popped.pop() for _ in range(20)], popped.add(3), len(popped), popped.pop())


def pairs(count, make):
    state = 9
    items = []
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        items.append(make(state >> 8))
    return items


def shown(items):
    ordered = sorted(items)
    assert sorted(items, reverse=True) == sorted(ordered, reverse=True)
    assert all(not b < a for a, b in zip(ordered, ordered[1:]))
    return ordered[:4], ordered[-2:], sum(n * (item[0] if isinstance(item[0], int) else 1) for n, item in enumerate(ordered))


print(shown(pairs(300, lambda n: (n % 10, (n % 7, "abcdefg"[n % 6]), n % 3))))
print(shown(pairs(300, lambda n: (n % 5, (n % 3, float(n % 11)), n % 2))))
print(shown(pairs(300, lambda n: (n % 5, (n % 3,) * (n % 4), None)))[:2])
print(shown(pairs(300, lambda n: (True if n % 3 == 0 else n % 2, n % 2 ** 60, 1))))
print(shown(pairs(300, lambda n: (n % 3, (float(n % 2), n % 5), ((n % 7,),)))))
print(shown(pairs(300, lambda n: (n % 3, 2.0 if n % 2 else 2, 2**70 + n % 5))))
print(shown(pairs(200, lambda n: (n % 3, [n % 4, n % 2]))))

nan = float("nan")
print(sorted([(1, (nan, 2)), (1, (nan, 1)), (0, (nan, 3))]), sorted([(0.0, "b"), (-0.0, "a")]))


class Backwards:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n > other.n

    def __eq__(self, other):
        return self.n == other.n


print([(a, b[0], b[1].n) for a, b in sorted((n % 2, (1, Backwards(n))) for n in range(7))])
for items in ([(1, (1, "a")), (1, (1, 2))], [(1, None), (1, ())], [("a", (1, [])), ("a", (1, {}))], [(1, None), (1, None)]):
    try:
        print(sorted(items))
    except TypeError as error:
        print(error)
deep = shallow = ()
for _ in range(40):
    deep, shallow = (deep,), (shallow, 1)
print(sorted([(1, deep), (1, shallow), (1, ())])[0], sorted([(1, deep), (1, (deep,)), (1, deep[0])])[0] == (1, deep[0]))


def spread(first, *rest):
    return (first, *rest)


def joined(count):
    total = 0
    names = ()
    items = []
    for n in range(count):
        names = (n, *names)
        items += names[:40]
        items.extend(items[:n])
        total += len(spread(*names)) + len([*names, *items[:50]])
    return total, len(items), sum(items), names[:3]


print(joined(120))
floats = [0.5]
mixed = [1, 2]
for _ in range(40):
    floats += [n / 4 for n in range(33)]
    mixed += [*range(40), "a", 1.5]
    mixed.extend((None,) * 90)
floats.extend([1] * 2000)
print(len(floats), sum(floats), floats[-1], len(mixed), mixed.count(None), mixed[-91:-88], mixed.index("a"))
