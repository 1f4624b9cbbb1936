"""Objects of classes derived from numbers and tuples equal elements of sets that have none of them."""


class Int(int):
    pass


class Named(int):
    def __getattr__(self, name):
        return int(self)


class Float(float):
    pass


class Pair(tuple):
    pass


class Other(int):
    def __hash__(self):
        return 3

    def __eq__(self, other):
        return other == 4


def found(element, elements):
    return element in elements


def found_pair(first, second, elements):
    return (first, second) in elements


def changed(element, elements):
    added, removed, kept = set(elements), set(elements), set(elements)
    added.add(element)
    removed.discard(element)
    kept &= {element}
    return len(added), len(removed), len(kept), len({element} - elements), len({element} | elements), len(
        {element} ^ elements
    ), {element} <= elements, {element}.isdisjoint(elements), elements.intersection([element]), elements.difference([element])


ELEMENTS = [
    Int(3), Int(-1), Int(2**70), Named(3), Float(3.0), Float(0.5), Float(-1.0), Float("nan"), Pair((1, 2)), Pair((1, (2, 3))), Pair(), Other(9), Int(7),
    3.0, True, 2**70, (Int(1), 2), (1, Float(2.0)), (1, (Int(2), Float(3.0))), (1.0, True + 1), "3", None, (), b"3",
]
SETS = [{3}, {3, 5, 2**70}, {-1, 0.5, 3}, {(1, 2), (1, (2, 3)), ()}, frozenset({3, -1}), {1, None, (1, 2)}, set(), {"3", 3, (1, 2)}, {3, "a", 0.5}, set(range(100))]
for turn in range(60):
    answers = [[found(element, elements) for element in ELEMENTS] for elements in SETS]
    pairs = [found_pair(Int(1), 2, elements) for elements in SETS] + [found_pair(1, Float(2), elements) for elements in SETS]
for row in answers:
    print("".join("-+"[answer] for answer in row))
print(pairs)
for elements in SETS:
    for element in ELEMENTS:
        if element is not ELEMENTS[11] or "3" not in elements:
            *numbers, same, rest = changed(element, elements)
            print(*numbers, len(same), len(rest), end=" | ")
    print()
removed = {1, 2, 3}
removed.remove(Int(2))
try:
    removed.remove(Int(2))
except KeyError as error:
    print(removed, repr(error))
print({Int(3), 3, Float(3.0), 3.0}, {3: "a", Int(3): "b"}, {Pair((1, 2)), (1, 2)} == {(1, 2)}, {Int(4)} == {4}, frozenset({Int(4)}) in {frozenset({4})})
