"""Loops over objects whose `__getitem__` hands on to a list or tuple, which may change in the middle; searches in lists of objects that are equal to themselves only."""
import sys


class Box:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Slotted:
    __slots__ = ("items",)

    def __init__(self, items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Loud(list):
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return ("loud", super().__getitem__(index))


class Endless(dict):
    def __missing__(self, key):
        if key > 3:
            raise IndexError
        return -key


class Swapped:
    items = ("class",)

    def __getitem__(self, items):
        return items[self] if isinstance(items, dict) else self.items[items]


class Fallback:
    def __getattr__(self, name):
        return [name, "fallback"]

    def __getitem__(self, index):
        return self.items[index]


class Computed:
    @property
    def items(self):
        return ["computed"]

    def __getitem__(self, index):
        return self.items[index]


def walk(box):
    return [item for item in box]


def nested(boxes):
    total = 0
    for box in boxes:
        for inner in box:
            for number in inner:
                total += number
    return total


print([walk(kind(items)) for kind in (Box, Slotted) for items in ([1, 2, 3], (), [], ("a", None), [1.5, 2.5], "text", Loud([1, 2, 3, 4]), Endless(), range(3), b"ab")])
print(walk(Swapped()), walk(Fallback()), walk(Computed()), list(Box([1, 2])), tuple(Box((3, 4))), 5 in Box([4, 5]), 6 in Box([4, 5]), sum(Box([1.5, 2])), dict(Box([(1, 2)])), [*Box("ab")], max(Box([3, 9, 4])))
print([nested([Box([Box([1, 2]), Slotted((3,)), Box(())]), Box([])] * 3) for _ in range(200)][-1])


def changing(change, kind=Box, count=6):
    box = kind(list(range(count)))
    seen = []
    try:
        for item in box:
            seen.append(item)
            if len(seen) == 3:
                change(box)
            if len(seen) > 12:
                break
    except Exception as error:
        seen.append((type(error).__name__, str(error)))
    return seen


def grow(box):
    box.items.extend("xy")


def shrink(box):
    del box.items[2:]


def replace(box):
    box.items = ("p", "q", "r", "s", "t")


def number(box):
    box.items = 5


def lose(box):
    del box.items


def mapping(box):
    box.items = {3: "three", 4: "four"}


for _ in range(50):
    results = [changing(change, kind) for change in (grow, shrink, replace, number, lose, mapping) for kind in (Box, Slotted)]
for result in results:
    print(result)


def own(box):
    box.__getitem__ = lambda index: "own"


class Other(Box):
    def __getitem__(self, index):
        if index >= 5:
            raise IndexError(index)
        return index * 100


def become(box):
    box.__class__ = Other


print(changing(own), changing(become))


class Patched(Box):
    def __getitem__(self, index):
        return self.items[index]


def patch(box):
    Patched.__getitem__ = lambda self, index: self.items[~index]


def code(box):
    def reversed_item(self, index):
        return self.items[-index]
    Patched.__getitem__.__code__ = reversed_item.__code__


print(changing(patch, Patched), changing(code, Patched), changing(code, Patched))

# Whoever looks on sees the calls.
calls = []


def trace(frame, event, argument):
    calls.append((frame.f_code.co_name, event))
    return None


box = Box([1, 2])
walk(box)
sys.settrace(trace)
walk(box)
sys.settrace(None)
print(calls)
iterator = iter(box)
print(next(iterator), iterator.__length_hint__() if hasattr(Box, "__len__") else "no length", iterator.__reduce__()[2], list(iterator), list(iterator))
iterator = iter(box)
iterator.__setstate__(1)
print(list(iterator))


def deep(left):
    if left:
        return deep(left - 1)
    for item in box:
        return item


limit = sys.getrecursionlimit()
try:
    print(deep(limit * 2))
except RecursionError as error:
    print("RecursionError", error)


# Searches.
class Node:
    def __init__(self, number):
        self.number = number


class Equal:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Node) and other.number == self.number


nodes = [Node(number) for number in range(50)]
mixed = nodes[:5] + [1, 2.5, "text", None, True, 10**30] + [Equal(7), Equal(20)] + nodes[5:]
for _ in range(100):
    results = [mixed.index(nodes[number]) for number in (0, 4, 7, 8, 20, 49)], [nodes.index(node) for node in nodes[::10]], Node(3) in mixed, Node(7) in mixed, nodes[3] in nodes[:3], nodes[3] in nodes[:4], mixed.count(nodes[20]), nodes.index(nodes[9], 5, 10), nodes[9] in [1.5, 2.5], nodes[9] in [1, 2]
print(results)
removed = list(mixed)
for node in (nodes[0], nodes[7], nodes[8], nodes[49], nodes[20]):
    removed.remove(node)
print(len(removed), [type(item).__name__ for item in removed[:14]], [item.number for item in removed[-5:]])
for search in (lambda: nodes[:3].remove(nodes[3]), lambda: nodes.index(Node(3)), lambda: nodes.index(nodes[9], 0, 9)):
    try:
        search()
    except ValueError as error:
        print("ValueError", type(error.args[0]).__name__)


class Teaching:
    """Its comparison gives the class of the others an `__eq__`."""

    def __eq__(self, other):
        Node.__eq__ = lambda left, right: isinstance(right, Node) and left.number == right.number
        return False


print(Node(30) in nodes, Node(30) in [Teaching(), *nodes], [Teaching(), *nodes].index(Node(30)), Node(30) in nodes)
del Node.__eq__


class Emptying:
    def __eq__(self, other):
        items.clear()
        return False


class Floating:
    def __eq__(self, other):
        items[:] = [1.5] * 20
        return False


for hook in (Emptying, Floating):
    items = nodes[:3] + [hook()] + nodes[3:]
    print(nodes[40] in items, len(items))


class Shortening:
    def __eq__(self, other):
        del items[1:]
        return True


items = [nodes[0], nodes[1], Shortening(), nodes[2]]
print(items.index(nodes[2]), len(items))
