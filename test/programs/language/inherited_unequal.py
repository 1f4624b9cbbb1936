"""The `!=` that classes inherit is the inverse of the truth of what their `__eq__` gives."""
from collections import deque


class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class Undecided:
    def __bool__(self):
        raise ValueError("no truth")


class Any:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer


def unequal(a, b):
    return a != b


ANSWERS = [
    [], [0], "", "x", {}, {1: 2}, (), (0,), b"", b"0", set(), {1}, bytearray(), deque(), deque([1]), memoryview(b""),
    0, 1, 0.0, 0j, None, Sized(0), Sized(3), object(), NotImplemented, range(0), type,
]
for turn in range(300):
    found = [unequal(Any(answer), 1) for answer in ANSWERS]
print(found)
print([unequal(1, Any(answer)) for answer in ANSWERS])
print([Any(answer) != Any(0) for answer in ANSWERS], [object.__ne__(Any(answer), 1) is NotImplemented for answer in ANSWERS])
for answer in Undecided(), Sized(-1), Sized("3"):
    try:
        print(unequal(Any(answer), 1))
    except Exception as error:
        print(type(error).__name__, error)


# Containers compare items that are neither the same nor equal, None among them.
class Everything:
    def __eq__(self, other):
        return True

    __hash__ = None


def place(item, items):
    return item in items, items.index(item) if item in items else -1, items.count(item)


PLAIN = [None, 1, "a", type, object(), len, 2**70, True]
for turn in range(300):
    for item in PLAIN:
        place(item, PLAIN)
        place(item, tuple(PLAIN))
print([place(item, PLAIN) for item in PLAIN + [2, "b", int, Everything()]])
print([place(item, (Everything(), None)) for item in PLAIN + [Everything()]], place(Everything(), (None, 1)))
