"""Sets and frozensets: algebra, comparison, mutation, hashing, order of small ints, errors."""

s = {3, 1, 2, 3, 1}
print(s, len(s), {*s, 4}, set(), set("a"), frozenset(), frozenset({1}), {1, True, 1.0}, {0, False}, {None}, {(1, 2)}, {frozenset()}, sorted({*"hello"}), {i % 3 for i in range(10)})
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, a ^ b, b - a, a.union(b, [9], "q"[:0]), a.intersection(b, (3,)), a.difference(b, [1]), a.symmetric_difference([1, 7]), a.union(), a.intersection())
print(a <= a, a < a, {1, 2} < a, a >= {1}, a > {9}, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([7]), a == {4, 3, 2, 1}, a != b, {1} == frozenset([1]), set() < {0}, set() == [], {1} | frozenset({2}), frozenset({2}) | {1})
c = a.copy()
c.add(9), c.discard(100), c.discard(1), c.remove(2)
c |= {10}
c &= {3, 4, 10, 11}
c -= {3}
c ^= {4, 5}
print(c, c is not a, a)
c.update([1], (2,), {3: 4}), c.difference_update([1], [2]), c.intersection_update(range(6), [3, 5]), c.symmetric_difference_update({7})
print(c, c.pop() in {3, 5, 7}, len(c), c.clear(), c, bool(c))
f = frozenset([1, 2])
print(hash(f) == hash(frozenset([2, 1])), {f: "v"}[frozenset((2, 1))], f in {f}, {1, 2} in {f}, frozenset(f) is f, f.copy() is f, type(f | {3}).__name__, type({3} | f).__name__, f.union([5]))
x = {frozenset({1}): 1}
print(x.get(frozenset({1})), {frozenset({1}), frozenset({2})} == {frozenset({2}), frozenset({1})})
y = {frozenset({1})}
y.discard({1})
print(y, repr({1: {2}}), [set()], str({"x"}), repr(frozenset({"x"})), (n := float("nan")) in {n})


class Bag(set):
    def __repr__(self):
        return f"Bag of {len(self)}"

    def __contains__(self, item):
        return item == "anything" or super().__contains__(item)


class Frozen(frozenset):
    pass


bag = Bag([1, 2])
print(bag, bag | {3}, type(bag | {3}).__name__, type({3} | bag).__name__, "anything" in bag, bag.copy(), type(bag - {1}).__name__, Frozen([1]), type(Frozen([1]) | {2}).__name__, {Frozen([1]): 1}[frozenset([1])], set(bag))


class Collide:
    instances = 0

    def __init__(self, tag):
        self.tag = tag

    def __hash__(self):
        return 7

    def __eq__(self, other):
        Collide.instances += 1
        return self.tag == other.tag

    def __repr__(self):
        return self.tag


items = [Collide(t) for t in "abcab"]
print(sorted(set(items), key=repr), Collide.instances > 0, len({*items}), {items[0]} - {items[3]}, {items[0]} & {items[3]}, next(iter({items[3]} & {items[0]})) is items[3], [*{items[0]: 1}][0] is items[0])
big = set(range(1000))
for n in range(0, 1000, 3):
    big.remove(n)
print(len(big), sum(big), 3 in big, 4 in big, min(big), max(big), len(big & set(range(500))), big.isdisjoint({0, 3}), {-1, -2, 2**70, 2**53, 0.5} == {2**53, 0.5, -2, -1, 2**70})


def iterate_and_change():
    z = {1, 2}
    for item in z:
        z.add(item + 10)


for action in (iterate_and_change, lambda: {[]}, lambda: {{}}, lambda: set(5), lambda: set(1, 2), lambda: {1}.remove(2), lambda: set().remove([]), lambda: set().pop(), lambda: {1} + {2}, lambda: {1} | [2], lambda: {1} < [2], lambda: {1}[0], lambda: hash(set()), lambda: frozenset().add, lambda: {1}.union(5), lambda: {1}.update(5), lambda: [] in {1}, lambda: {1}.discard([]), lambda: frozenset([[]]),
               lambda: set(a=1), lambda: {1} & None, lambda: {1}.add(), lambda: {1}.issubset(3), lambda: {*5}, lambda: {{1}}, lambda: {1} - "a", lambda: set().remove(""), lambda: {1}.__ior__([1]), lambda: sorted([{1}, {2}, {1, 2}]), lambda: min({1}, {0}), lambda: {1}.pop(1), lambda: {1}.foo, lambda: ~{1}, lambda: {1}()):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
