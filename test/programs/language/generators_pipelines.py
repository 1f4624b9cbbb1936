"""Generators as coroutines: schedulers, state machines, trees, infinite streams, pipelines with cleanup."""
import collections


def scheduler(tasks):
    queue = collections.deque(tasks)
    while queue:
        name, task = queue.popleft()
        try:
            request = next(task)
        except StopIteration as stop:
            print(f"[{name} done: {stop.value}]", end=" ")
            continue
        except ValueError as error:
            print(f"[{name} failed: {error}]", end=" ")
            continue
        if request is not None:
            queue.extend(request)
        queue.append((name, task))
    print()


def worker(n):
    for i in range(n):
        print(f"w{n}.{i}", end=" ")
        yield
    return n * 10


def spawner():
    yield [("child", worker(1))]
    yield
    raise ValueError("spawner")


scheduler([("two", worker(2)), ("spawner", spawner()), ("three", worker(3))])


def machine():
    state, count = "idle", 0
    while True:
        event = yield state, count
        match state, event:
            case "idle", "start":
                state = "running"
            case "running", "tick":
                count += 1
            case "running", "stop":
                state = "idle"
            case _, "reset":
                state, count = "idle", 0
            case _:
                state = f"error after {event}"


m = machine()
next(m)
print([m.send(e) for e in ("start", "tick", "tick", "stop", "tick", "reset", "start")])


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def post(self):
        for child in self.children:
            yield from child.post()
        yield self.value

    def levels(self):
        level = [self]
        while level:
            yield [node.value for node in level]
            level = [c for node in level for c in node.children]

    def paths(self, prefix=()):
        here = (*prefix, self.value)
        if not self.children:
            yield "/".join(here)
        for child in self.children:
            yield from child.paths(here)


t = Tree("a", Tree("b", Tree("d"), Tree("e")), Tree("c", Tree("f")))
print(*t, "|", *t.post(), "|", *t.levels(), "|", *t.paths())


def source(n, log):
    try:
        for i in range(n):
            yield i
    finally:
        log.append("source closed")


def doubled(items, log):
    try:
        for item in items:
            yield item * 2
    finally:
        log.append("doubled closed")


def take(n, items):
    for _, item in zip(range(n), items):
        yield item


log = []
stages = doubled(source(100, log), log)
print(list(take(3, stages)), log[:0], stages.close(), log[:1])


def hailstone(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


def merge(*streams):
    heads = [(next(s), i, s) for i, s in enumerate(map(iter, streams))]
    while heads:
        value, i, s = min(heads)
        heads.remove((value, i, s))
        yield value
        for nxt in s:
            heads.append((nxt, i, s))
            break


print(*hailstone(6), "|", *merge([1, 4, 7], [2, 5], range(0, 10, 3)))


def grep(pattern):
    hits = 0
    try:
        while True:
            line = yield
            if pattern in line:
                hits += 1
    except GeneratorExit:
        print("hits", hits)


def broadcast(*targets):
    for target in targets:
        next(target)
    while True:
        try:
            item = yield
        except GeneratorExit:
            for target in targets:
                target.close()
            return
        for target in targets:
            target.send(item)


b = broadcast(grep("a"), grep("b"))
next(b)
for word in ("apple", "banana", "bob", "cherry"):
    b.send(word)
b.close()


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield item, *rest


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    for column in range(n):
        if all(column != c and abs(column - c) != len(placed) - r for r, c in enumerate(placed)):
            yield from queens(n, (*placed, column))


print(list(permutations("abc")), next(queens(6)), sum(1 for _ in queens(5)))


def delegate_return():
    result = yield from (x for x in ())
    other = yield from iter([])
    third = yield from returns()
    return result, other, third


def returns():
    return "r"
    yield


try:
    next(delegate_return())
except StopIteration as stop:
    print(stop.value)
