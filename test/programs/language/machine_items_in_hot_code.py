"""Items of arrays and memoryviews in loops: types, bounds, released views, growth, and values that do not fit."""
import array


def copy(target, source, n):
    for i in range(n):
        target[i] = source[i]
    return target


def total(items):
    result = 0
    for i in range(len(items)):
        result += items[i]
    return result


def ends(items):
    return items[0], items[-1]


def attempt(action, *args):
    try:
        return action(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def store(items, index, value):
    items[index] = value
    return items[index]


for code in "bBhHiIlLqQfd":
    source = array.array(code, range(100))
    target = array.array(code, bytes(100 * source.itemsize))
    for _ in range(20):
        copy(target, source, 100)
    print(code, target == source, total(target), ends(target), type(target[1]).__name__)
    for value in (127, 128, 255, 256, -1, -128, -129, 2**15, 2**16, 2**31, 2**31 - 1, -(2**31) - 1, 2**32, 2**63, 2**64, 1.5, True, None, "x"):
        for _ in range(3):
            print(code, value, attempt(store, target, 3, value))
    for index in (100, -100, -101, 2**70, 1.0, "a"):
        print(code, index, attempt(store, target, index, 1))

for form in ("b", "B", "h", "H", "i", "I", "q", "f", "d", "c", "?"):
    memory = bytearray(96)
    view = memoryview(memory).cast(form)
    values = [b"x"] * len(view) if form == "c" else [True] * len(view) if form == "?" else range(len(view))
    for _ in range(20):
        copy(view, values, len(view))
    print(form, ends(view), bytes(memory[:16]))
    for value in (300, -1, 2**40, 1.25, b"y", b"yz", None):
        print(form, value, attempt(store, view, 1, value))
    part = view[3:7]
    for _ in range(60):
        answer = attempt(store, part, 2, values[0])
    print(form, answer, part.tolist(), view[::2].tolist()[:3], attempt(store, view[::2], 1, values[1]))
    part.release()
    print(attempt(ends, part), attempt(store, part, 0, 1))
    print(attempt(store, memoryview(bytes(8)).cast(form), 0, 1))


def growing(n):
    items = array.array("i")
    for i in range(n):
        items.append(i)
        items[i // 2] = i
    return items


print(sum(growing(500)), len(growing(500)))


def released_in_the_middle(view):
    seen = []
    for i in range(60):
        if i == 50:
            view.release()
        seen.append(attempt(store, view, i % 8, i))
    return seen


print(released_in_the_middle(memoryview(bytearray(8)))[45:53])


class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 1


for _ in range(50):
    view = memoryview(bytearray(8))
    answer = attempt(store, view, 0, Releasing(view))
print(answer)
for _ in range(50):
    view = memoryview(bytearray(8))
    answer = attempt(lambda: view[Releasing(view):4].tolist())
print(answer)

unaligned = memoryview(bytearray(33))[1:].cast("i")
for i in range(80):
    unaligned[i % 8] = i
print(unaligned.tolist())

memory = bytearray(b"abcdef")
for _ in range(100):
    part = memoryview(memory)[1:3]
del part
memory.append(1)
memory += b"xyz"
print(memory)
held = memoryview(memory)
print(attempt(memory.append, 1), attempt(memory.extend, b"a"))
held.release()


def mixed(items, n):
    result = []
    for i in range(n):
        result.append(items[i % len(items)])
    return result


for items in (array.array("i", [1, 2]), array.array("d", [1.5, 2]), [1, 2], (3, 4), memoryview(b"ab"), b"cd", "ef", array.array("u" if 0 else "w", "gh")):
    print(mixed(items, 40)[-3:])

joined = ()
for i in range(30):
    joined = joined + (i,)
print(joined, () + joined is joined, joined + () is joined, [(i,) + (2,) for i in range(40)][-1], [(i, 1) + (2,) for i in range(40)][-1], [(i,) + (2, 3) for i in range(40)][-1], [(i, 1) + (2, 3) for i in range(40)][-1])
buffer = bytearray()
for i in range(60):
    buffer += b"ab"
    buffer += bytearray(b"c")
print(len(buffer), attempt(lambda: buffer.__iadd__(buffer)))
