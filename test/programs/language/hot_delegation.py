"""Generators that delegate to each other, and zip, enumerate and yield from over generators, in hot code: what is passed on, raised, looked at."""
import sys


class Tree:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        node = self
        while True:
            side = "left" if key < node.key else "right"
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Tree(key))
                return
            node = child

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


tree = Tree(500)
key = 1
for _ in range(600):
    key = key * 17364 % 65521
    tree.insert(key)
for _ in range(12):
    keys = list(tree)
assert keys == sorted(keys)
print(len(keys), sum(i * key for i, key in enumerate(tree)))


# ── Chains: what is sent goes to the last one, results come back, errors pass through all ──

log = []


def bottom(n):
    got = []
    for i in range(n):
        try:
            got.append((yield i))
        except ValueError as error:
            got.append(str(error))
            yield "handled"
    if n == 7:
        raise KeyError(n)
    return got


def link(depth, n):
    try:
        result = yield from (link(depth - 1, n) if depth else bottom(n))
        result = yield from after(result)
    except KeyError as error:
        if depth < 3:
            raise
        return ["caught", str(error)]
    finally:
        log.append(depth)
    return result


def after(result):
    if len(result) % 2:
        yield "odd"
    return result + ["+"]


def drive(depth, n, throw_at=-1):
    generator = link(depth, n)
    seen = []
    value = None
    try:
        while True:
            item = generator.throw(ValueError("thrown")) if len(seen) == throw_at else generator.send(value)
            seen.append(item)
            value = len(seen) * 10 if len(seen) % 3 else None
    except StopIteration as stop:
        return seen, stop.value
    except (KeyError, ValueError) as error:
        return seen, error.args, error.__traceback__.tb_next.tb_frame.f_code.co_name


for round in range(60):
    for n in range(9):
        got = drive(5, n), drive(0, n), drive(4, n, 2)
    log.clear()
print(*got, sep="\n")
for n in (0, 1, 6, 7):
    print(drive(6, n), drive(3, n, 1))
print(log[-20:])


def frames(depth):
    if depth == 0:
        names = []
        frame = sys._getframe()
        while frame is not None and frame.f_code.co_name == "frames":
            names.append(frame.f_locals["depth"])
            frame = frame.f_back
        yield names
        yield running
        return
    yield from frames(depth - 1)


running = None
for _ in range(300):
    generator = frames(6)
    got = next(generator)
    inner = generator
    chain = []
    while inner is not None:
        chain.append((inner.gi_running, inner.gi_suspended, inner.gi_frame.f_locals["depth"]))
        inner = inner.gi_yieldfrom
    rest = list(generator)
print(got, chain, rest)


def reentered(depth):
    if depth == 0:
        try:
            next(current)
        except ValueError as error:
            yield str(error)
        return
    yield from reentered(depth - 1)


for _ in range(200):
    current = reentered(3)
    got = list(current)
print(got)


def closing(depth):
    try:
        if depth:
            yield from closing(depth - 1)
        else:
            while True:
                yield depth
    finally:
        log.append(-depth)


for _ in range(200):
    log.clear()
    generator = closing(5)
    next(generator), next(generator)
    generator.close()
print(log)


def handling(depth):
    try:
        raise KeyError(depth)
    except KeyError:
        if depth:
            yield from handling(depth - 1)
        else:
            yield sys.exception()
            yield sys.exception()
        yield sys.exception()


for _ in range(200):
    got = [str(error) for error in handling(4)]
print(got, sys.exception())


def deep(n):
    if n:
        yield from deep(n - 1)
    yield n


for _ in range(30):
    got = sum(deep(200))
print(got)
try:
    list(deep(100_000))
except RecursionError as error:
    print(type(error).__name__)


# ── yield from other things ──

def everything(source):
    yield from source


class Foreign:
    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


class Wrong:
    def __iter__(self):
        return 3


for _ in range(200):
    got = [list(everything(source)) for source in ([1, 2], (3,), "ab", range(2), {4: 5}, {6}, Foreign("x"), b"y", iter([7]), (x for x in "z"))]
print(got)
for source in (5, None, Wrong()):
    for _ in range(3):
        try:
            print(list(everything(source)))
        except TypeError as error:
            print(error)


# ── zip and enumerate ──

def count_from(start):
    while True:
        yield start
        start += 1


def until(n):
    for i in range(n):
        yield i
    return "unseen"


def failing(n):
    yield from range(n)
    raise OSError("over")


def taken(n, items):
    for _, item in zip(range(n), items):
        yield item


def zipped(*sources):
    pairs = []
    for pair in zip(*sources):
        pairs.append(pair)
    return pairs


def three(a, b, c):
    total = 0
    for x, y, z in zip(a, b, c):
        total += x * y - z
    return total


def strict(a, b):
    total = 0
    try:
        for x, y in zip(a, b, strict=True):
            total += x * y
    except ValueError as error:
        return total, str(error)
    return total


def numbered(source, start=0):
    total = []
    try:
        for i, item in enumerate(source, start):
            total.append(i * item)
    except OSError as error:
        return total, str(error)
    return total


def left_over(n):
    rest = count_from(0)
    first = [pair for pair in zip(rest, range(n))]
    second = [pair for pair in zip(range(n), rest)]
    return first[-1], second[-1], next(rest)


for round in range(40):
    got = (
        sum(taken(50, count_from(round))),
        three(count_from(1), until(30), range(100)),
        strict(until(20), until(20)),
        strict(until(20), count_from(0)),
        strict(count_from(0), until(9)),
        numbered(until(20)),
        numbered(failing(3), 10),
        numbered(until(3), 2**53 - 2),
        left_over(12),
    )
print(*got, sep="\n")
print(zipped(until(3), "abc"), zipped(until(2)), zipped(), zipped(until(2), until(3), "xy", range(9), [1, 2]))
again = taken(3, taken(2, count_from(5)))
print(list(again), list(again))


# ── Deleting, copying ──

def windows(items, size):
    window = []
    for item in items:
        window.append(item)
        if len(window) == size:
            yield tuple(window), list(window)
            del window[0]


for size in (1, 2, 3, 5):
    for _ in range(40):
        got = list(windows(until(12), size))
    print(got[-1], got[0])
    made, copy = got[0]
    copy.append("own")
    print(made, len(copy))


def delete(items, at):
    try:
        del items[at]
    except (IndexError, TypeError) as error:
        return str(error)
    return items


for _ in range(300):
    got = delete([1, 2, 3], 1), delete([1.5, 2.5], -1), delete(["a"], 0)
print(got, delete([], 0), delete([1], 1), delete([1], -2), delete([1, 2], True), delete([1], "x"), delete([1], 2**70))
