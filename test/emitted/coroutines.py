"""Asynchronous loops: over generators and over instances. Coroutines that are awaited where they are made."""


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n -= 1
        return self.n


async def numbers(n):
    for i in range(n):
        yield i  #: guards 0, frame, allocation, has new AsyncGeneratorValue(


async def looped(n):
    total = 0
    async for i in numbers(n):  #: guards 3, frame, lookup, has tamedAsyncNext(
        total += i & 1
    return total


async def counted(n):
    total = 0
    async for i in Count(n):  #: guards 2, frame, has newCoroutine1(
        total += i & 1
        if i == 0:
            break
    return total


async def step(x):
    return x & 1


async def double_step(x):
    return await step(x) + await step(x + 1)


async def awaited(n):
    total = 0
    for i in range(n):
        total += await double_step(i)  #: guards 2
    return total


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        return None


async def managed(n, manager):
    for _ in range(n):
        async with manager:  #: guards 9
            pass


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration:
        pass


for _ in range(60):
    run(looped(40))
    run(counted(40))
    run(awaited(40))
    run(managed(40, Manager()))
