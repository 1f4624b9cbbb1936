"""Tracebacks through generators, yield from, comprehensions, coroutines and callbacks of builtins."""
import asyncio


def numbers(limit):
    for n in range(limit):
        yield 10 // (2 - n)


def delegate():
    yield from numbers(5)


async def step(value):
    await asyncio.sleep(0)
    return sum(x for x in delegate() if value)


async def main():
    return [await step(v) for v in (1,)]


print(sorted([3, 1], key=lambda k: -k))
print(asyncio.run(asyncio.sleep(0, "slept")))
next(map(lambda _: max(delegate(), key=lambda v: v), [0]))
