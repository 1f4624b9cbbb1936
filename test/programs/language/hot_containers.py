"""Dictionaries, sets, tuples and iterators in hot code, which then meet keys and items that are Python objects."""


class Key:
    """Equal to a number or text, as its own methods say."""

    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == (other.value if isinstance(other, Key) else other)

    def __lt__(self, other):
        return self.value < (other.value if isinstance(other, Key) else other)

    def __gt__(self, other):
        return self.value > (other.value if isinstance(other, Key) else other)

    def __repr__(self):
        return f"Key({self.value!r})"


class Plain:
    pass


class Angry:
    def __hash__(self):
        raise ValueError("no hash")

    def __eq__(self, other):
        raise ValueError("no comparison")


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# ── Dictionaries ─────────────────────────────────────────────────────────────────────────────────────────────────


def count(items):
    counts = {}
    for item in items:
        if item in counts:
            counts[item] += 1
        else:
            counts[item] = 1
    return counts


def gather(pairs):
    groups = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def drain(table, keys):
    taken = []
    for key in keys:
        taken.append(table.pop(key, None))
        if key in table:
            del table[key]
    return taken


def total(table, keys):
    result = 0
    for key in keys:
        result += table.get(key, 1) + table[key]
    return result


for items in [[1, 2, 1] * 60, ["a", "b", "a"] * 60, [(1, "x"), (2, "y"), (1, "x")] * 60, [None, True, 1, 1.0, 2.5] * 9,
              [1, "a", (1, 2)] * 20, [Key(1), 1, Key("a"), "a"] * 20, [(Key(1), 2), (1, 2)] * 9, [2**70, 2**70 + 1] * 9]:
    print(count(items))
print(shown(count, [1, [], 2]), shown(count, [Angry()]), shown(count, [(1, Angry())]))
plain = Plain()
print(len(count([plain, Plain(), plain] * 50)), list(count([plain] * 5).values()))
print(gather([(index % 3, index) for index in range(12)]), gather([((index % 2, "t"), index) for index in range(99)])[1, "t"][-1])
print(gather([(Key(index % 2), index) for index in range(5)]), shown(gather, [(set(), 1)]))
for _ in range(40):
    drained = drain({1: "one", "a": "letter", (1, 2): "pair"}, [1, "a", (1, 2), 1, "b"])
print(drained, drain({Key(1): 5, 1.5: 6}, [1, 1.5, Key(1)]))
for _ in range(60):
    total({1: 2, 2: 3}, [1, 2])
print(total({"a": 2.5}, ["a"]), total({(1,): 2}, [(1,)]), total({Key(3): 4}, [3]), shown(total, {}, [1]), shown(total, {}, [(1, 2)]))
print(shown(total, {1: 1}, [[]]))


def inverted(table):
    return {value: key for key, value in table.items()}


def walk(table):
    seen = []
    for key in table:
        seen.append(key)
    for value in table.values():
        seen.append(value)
    for key, value in table.items():
        seen.append((value, key))
    for index, (key, value) in enumerate(table.items()):
        seen.append((index, key, value))
    return seen


for _ in range(60):
    walk({"a": 1, "b": 2})
    inverted({"a": 1, "b": 2})
print(walk({"a": 1, (2, 3): None}), walk({}), inverted({1: "x", 2: Key("x"), 3: (1, 2)}))


def grow(table, by):
    count = 0
    for key in table:
        count += 1
        if count == by:
            table[key + 1000] = 1
    return count


def change(table, by):
    for key, value in table.items():
        if key == by:
            del table[key]
            table[key + 1000] = value
    return table


for _ in range(60):
    grow({1: 2, 2: 3}, 9)
    change({1: 2, 2: 3}, 9)
print(shown(grow, {1: 2, 2: 3}, 1), shown(grow, {1: 2, 2: 3}, 2), shown(change, {1: 2, 2: 3}, 1))


class Table(dict):
    def __missing__(self, key):
        return f"no {key}"

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 2)


def fetch(table, key):
    table[key + 1] = 5
    return table[key], key in table, table.get(key)


for _ in range(80):
    fetch({1: 2}, 1)
print(fetch(Table(), 1), fetch({1: 3}, 1), shown(fetch, {}, 1), shown(fetch, [1, 2, 3, 4], 1))

# ── Sets ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def distinct(items):
    seen = set()
    again = []
    for item in items:
        if item in seen:
            again.append(item)
        seen.add(item)
    return len(seen), len(again), {item for item in items} == seen, bool(seen)


for items in [[1, 2, 1] * 60, ["a", "b", "a"] * 60, [(1, 2), (2, 3)] * 60, [1, "a", None, 2.5, (1,)] * 9,
              [Key(1), 1, Key(2)] * 9, [plain, Plain()] * 9, [frozenset([1]), frozenset([2]), frozenset([1])]]:
    print(distinct(items))
print(shown(distinct, [[]]), shown(distinct, [Angry()]), shown(distinct, [1, 2, (3, Angry())]))


def algebra(left, right):
    both = left & right
    either = left | right
    only = left - right
    other = left ^ right
    kept = left
    kept |= right
    left.discard(99)
    return len(both), len(either), len(only), len(other), kept is left, len(left), {1, 2} <= left


for _ in range(60):
    algebra({1, 2, 3}, {2, 3, 4})
print(algebra({1, 2, 3}, {3}), algebra({"a", "b"}, {"b", "c"}), algebra({Key(1), Key(2)}, {1, 5}), algebra(set(), set()))
print(shown(algebra, {1}, [1]), shown(algebra, frozenset({1}), {2}))


def removed(items, unwanted):
    left = set(items)
    for item in unwanted:
        left.remove(item)
    return sorted(left)


for _ in range(60):
    removed([1, 2, 3], [1, 2])
print(removed([1, 2, 3], [2]), shown(removed, [1, 2], [5]), shown(removed, ["a"], ["b"]), removed([1, 2], [Key(1)]), shown(removed, [1], [[]]))

# ── Comparison, membership, truth ────────────────────────────────────────────────────────────────────────────────

nan = float("nan")


def compared(left, right):
    return left == right, left != right, left < right, left <= right, left > right, left >= right


for _ in range(60):
    compared((1, 2), (1, 3))
for left, right in [((1, 2), (1, 2.0)), ((1, "a"), (1, "b")), ((1,), (1, 2)), ((), ()), ((nan,), (nan,)), ((nan, 1), (nan, 2)),
                    ((True, 2), (1, 2)), ((2**70, 1), (2**70, 2)), ((1, (2, 3)), (1, (2, 4))), ([1, 2], [1, 3]), ([0.5], [0.5]),
                    ((Key(1), 2), (1, 3)), ((1, Key(5)), (1, 6)), (1, 2.5), (nan, nan), ("a", "b"), (Key(1), Key(2))]:
    print(shown(compared, left, right), end=" ")
print()
print(shown(compared, (1, 2), (1, "a")), shown(compared, (1, None), (1, None)), shown(compared, (None,), (1,)), shown(compared, (1,), [1]))


def equal(left, right):
    return left == right, left != right, left in (right, left), left in [right]


for _ in range(80):
    equal((1, 2), (1, 3))
print(equal(None, 0), equal((1, None), (1, None)), equal(1, True), equal("1", 1), equal(plain, plain), equal(plain, Plain()), equal(Key(1), 1),
      equal(1, Key(1)), equal((plain,), (plain,)), equal(int, int), equal((1,), [1]), equal(nan, nan), equal(1 << 80, float(1 << 80)))


def truths(values):
    return [("yes" if value else "no") + str(not value)[0] for value in values]


class Empty:
    def __len__(self):
        return 0


class Odd:
    def __bool__(self):
        return "odd"


for values in [[1, 0] * 50, ["", "a", 0, None, 2.5, 0.0] * 20, [(), (1,), [], [0], {}, {1: 1}, set(), {1}] * 20, [plain, Empty(), True]]:
    print("".join(truths(values)[:8]))
print(shown(truths, [1, Odd()]))

# ── Iterators ────────────────────────────────────────────────────────────────────────────────────────────────────


def zipped(left, right):
    result = []
    for a, b in zip(left, right):
        result.append((b, a))
    for index, (a, b) in enumerate(zip(left, right)):
        result.append((index, a, b))
    for item in reversed(left):
        result.append(item)
    return result


def numbers():
    yield 7
    yield 8


class Backwards:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


for _ in range(60):
    zipped([1, 2, 3], "ab")
print(zipped((1, 2), {3: 4, 5: 6}), zipped("xyz", numbers()), zipped(Backwards("pq"), [1, 2, 3]), zipped([], []))


def letters(text):
    found = []
    for letter in text:
        found.append(letter)
    return found


for _ in range(60):
    letters("abc")
print(letters("añ€"), letters(["x", 1]), letters({"k": 1}), letters({5}), letters(b"ab"), letters("\U0001f600b"), letters("\ud800a") == ["\ud800", "a"])


def joined(left, right, times):
    both = left + right
    many = left * times
    left += right
    return both, many, left


for _ in range(60):
    joined([1], [2], 2)
numbers_list = [1, 2]
print(joined(numbers_list, [3], 2), numbers_list, joined((1,), (2,), 3), joined("a", "b", 2), shown(joined, [1], (2,), 2), shown(joined, (1,), [2], 2))


def made(n):
    functions = []
    for index in range(n):
        def inner(x, y=index, *, z=3):
            return x + y + z + n

        functions.append(inner)
        functions.append(lambda x, y=2: x * y * n)
    return [function(10) for function in functions]


for _ in range(30):
    made(5)
print(made(3))

# ── Classes of containers ────────────────────────────────────────────────────────────────────────────────────────


def containers(items, table):
    empty = set()
    empty.add(len(items))
    unique = set(items)
    copied = dict(table)
    copied["new"] = 1
    pairs = [(b, a) for a, b in zip(items, list(items))]
    return (sorted(empty), len(unique), len(copied), list(table), tuple(table.values()), list(table.items()), bool(table), bool(items),
            type(items).__name__, pairs, dict() == {}, list(zip(items, table)))


for _ in range(80):
    containers([1, 2, 1], {"a": 1})
print(containers([1, 2.5, 1], {"a": 1, 2: 3}), containers((Key(1), 1), {}), containers("aba", {3: 4}), shown(containers, [[]], {}))
print(shown(containers, 5, {}), shown(containers, [1], [2]), containers([], Table(a=2)))


def types_of(values):
    return [type(value).__name__ for value in values]


class Liar:
    __class__ = int

    def __repr__(self):
        return "Liar"


for _ in range(80):
    types_of([1, "a", None, 2.5, [], Plain()])
print(types_of([True, 1 << 70, Liar(), Key(1), types_of, int]))


def three(a, b, c):
    total = []
    for x, y, z in zip(a, b, c):
        total.append((x, y, z))
        if len(total) == 4:
            a.append(99)
    return total


for _ in range(60):
    three([1, 2, 3], (4, 5, 6), "xyz")
print(three([1, 2, 3, 4], (4, 5, 6, 7, 8), "uvxyz"), three([], (1,), "a"), three([0.5, 1.5], (1, 2), "ab"), shown(three, [1], (2,), 3))

# ── Iteration over containers of several kinds, patterns ─────────────────────────────────────────────────────────


def mixed(sources):
    found = []
    for source in sources:
        for item in source:
            found.append(item)
    return found


for _ in range(60):
    mixed([[1, 2], (3, 4), {5: 6}, {7}, "ab", range(2), frozenset([9])])
print(mixed([[1, 2.5], (3, "x"), {5: 6}.items(), {7}, "a€", range(2), b"z"]), mixed([[0.5], numbers(), iter([1]), Backwards("q")]))
print(shown(mixed, [[1], 5]), shown(mixed, [(), None]))


def kind_of(value):
    match value:
        case bool():
            return "bool"
        case int(number):
            return f"int {number}"
        case str() as text if text:
            return f"text {text}"
        case [first, second]:
            return f"pair {kind_of(first)} {kind_of(second)}"
        case [first, *rest]:
            return f"list {kind_of(first)} and {len(rest)}"
        case Key(value=inner):
            return f"key {inner}"
        case Plain():
            return "plain"
        case dict():
            return "dict"
        case _:
            return "other"


class IntLike(int):
    pass


for _ in range(60):
    for value in [1, True, "a", [1, 2], (1, 2, 3), Plain(), {}, Key(4)]:
        kind_of(value)
print([kind_of(value) for value in [1, 1 << 70, False, "", "b", (1, "c"), [2.5], [], range(2), Plain(), Liar(), IntLike(3), Table(), {1: 2}, Key(5), None, b"ab"]])


def which(value):
    return isinstance(value, int), isinstance(value, str), isinstance(value, list), isinstance(value, Key), isinstance(value, (int, str)), isinstance(value, float)


for _ in range(60):
    which(1), which("a"), which(Key(1))
print([which(value) for value in [True, 1 << 70, 2.5, IntLike(1), [], Liar(), Key(2), None]])


def made_before(n, call):
    """A tuple that only frames need, made because a loop begins."""
    pair = (10, call())
    for i in range(n):
        if i == 7:
            kept.append(pair)
        n += pair[1]
    try:
        [n][2]
    except IndexError:
        return pair, n


def five():
    return 5


kept = []
for turn in range(100):
    result = made_before(turn % 9, five if turn % 3 else (lambda: 2**60))
print(result, len(kept), kept[:2])
