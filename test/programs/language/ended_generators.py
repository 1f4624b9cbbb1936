"""Generators and coroutines that have ended: what they still tell, who keeps their frame, and what resuming them does."""
import asyncio
import sys

kept = []


def numbers(n):
    name = f"numbers {n}"
    kept.append(sys._getframe())
    for i in range(n):
        yield i
    return name


def failing(n):
    local = n * 2
    for i in range(n):
        yield i
    raise ValueError(local)


def never():
    yield 1


def outer(n):
    result = yield from numbers(n)
    yield result
    inner = numbers(n)
    yield from inner
    yield from inner
    yield inner.gi_frame


def state_of(g):
    return g.gi_frame, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name, g.__name__, g.__qualname__


# ── By loops, next, send, throw, close ──
g = numbers(3)
print(list(g), state_of(g), list(g), next(g, "over"))
for frame in kept:
    print(frame.f_locals["name"], frame.f_code.co_name, frame.f_locals["n"])
kept.clear()
for call in (lambda: g.send(None), lambda: g.send(1), lambda: g.throw(KeyError("k")), lambda: g.close(), lambda: next(g)):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error.args)

g = never()
g.close()
print(state_of(g), list(g))
g = never()
try:
    g.throw(KeyError("early"))
except KeyError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name, state_of(g))
g = failing(2)
try:
    for _ in g:
        pass
except ValueError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(error, frame.f_locals, state_of(g))
print(list(g))
print(list(outer(2)))
kept.clear()


# ── In hot code: loops over generators that have ended, or end there ──
def drain(g):
    total = 0
    for item in g:
        total += item
    return total


def twice(count):
    total = 0
    for k in range(count):
        g = numbers(k % 4)
        total += drain(g)
        total += drain(g)
        for item in g:
            total += 1000
        if k % 100 == 0:
            kept.append(g)
    return total


kept = [None]
print(twice(3000))
print({state_of(g) for g in kept if g is not None and not isinstance(g, type(sys._getframe()))})
kept.clear()


class Tree:
    def __init__(self, value, children=()):
        self.value = value
        self.children = children

    def walk(self, wanted=None):
        if wanted is None or self.value == wanted:
            yield self.value
        for child in self.children:
            yield from child.walk(wanted)


tree = Tree(1, [Tree(2, [Tree(k % 3) for k in range(20)]) for _ in range(20)])
for _ in range(30):
    walks = [tree.walk(), tree.walk(2), tree.walk("x")]
    sums = [sum(1 for _ in walk) for walk in walks]
    again = [sum(1 for _ in walk) for walk in walks]
print(sums, again, [walk.gi_frame for walk in walks])


# ── Coroutines and asynchronous generators ──
async def add(a, b):
    return a + b


async def ticks(n):
    for i in range(n):
        yield i


async def main():
    total = 0
    for k in range(500):
        total += await add(k, 1)
    coroutine = add(1, 2)
    print(await coroutine, coroutine.cr_frame, coroutine.cr_code.co_name, coroutine.cr_await)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    many = ticks(3)
    print([i async for i in many], [i async for i in many], many.ag_frame, many.ag_code.co_name)
    task = asyncio.create_task(add(3, 4))
    await task
    print(task.get_coro().cr_frame, task.get_coro().__name__, task.get_stack())
    return total


print(asyncio.run(main()))
