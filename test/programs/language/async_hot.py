"""Asynchronous loops and contexts in hot code: generators, classes, other awaitables that come later, errors, ends, nested steps."""

import asyncio
import sys


class Count:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


class Later:
    """Its items are futures, not coroutines."""

    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    def __anext__(self):
        future = asyncio.get_running_loop().create_future()
        if self.n == 0:
            future.set_exception(StopAsyncIteration("no more"))
        else:
            self.n -= 1
            future.set_result(self.n + 0.5)
        return future


class Wrong:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 7


async def numbers(n):
    for i in range(n):
        yield i


async def waiting(n):
    for i in range(n):
        if i % 3 == 0:
            await asyncio.sleep(0)
        got = yield i
        if got is not None:
            yield got


async def failing(n):
    for i in range(n):
        yield i
    raise ValueError(n)


async def raising_stop(n):
    yield n
    raise StopAsyncIteration(n)


async def total(items):
    result = 0
    async for item in items:
        result += item
    else:
        result += 1000000
    return result


async def found(items, wanted):
    async for item in items:
        if item == wanted:
            break
    else:
        return None
    return item


async def nested(n):
    result = []
    async for i in numbers(n):
        async for j in numbers(i):
            if j == 3:
                continue
            result.append(i * j)
    return sum(result), len(result)


async def caught(items):
    try:
        return await total(items)
    except Exception as error:
        lines = []
        tb = error.__traceback__
        while tb is not None:
            lines.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        return type(error).__name__, str(error), lines, repr(error.__cause__), repr(error.__context__)


class Plain:
    """Neither `__new__` nor `__init__`."""


class Manager:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        return exc[0] is KeyError


def made(n):
    kinds = set()
    for i in range(n):
        one = Plain()
        if i % 50 == 0:
            one.x = i
        kinds.add((type(one).__name__, hasattr(one, "x")))
    return sorted(kinds)


async def managed(n):
    count = 0
    for i in range(n):
        async with Manager() as manager:
            if i % 100 == 99:
                raise KeyError(i)
            count += isinstance(manager, Manager)
    return count


async def sent():
    generator = waiting(6)
    answers = [await generator.asend(None)]
    for i in range(4):
        answers.append(await generator.asend(None if i % 2 else f"s{i}"))
    await generator.aclose()
    try:
        await generator.asend(None)
    except StopAsyncIteration as end:
        answers.append(repr(end))
    step = numbers(1).__anext__()
    answers.append(await step)
    try:
        await step
    except RuntimeError as error:
        answers.append(str(error))
    step = numbers(1).__anext__()
    try:
        step.send(None)
    except StopIteration as stop:
        answers.append((stop.value, stop.args))
    return answers


async def busy():
    generator = waiting(3)

    async def one():
        try:
            return await generator.__anext__()
        except RuntimeError as error:
            return str(error)

    return await asyncio.gather(one(), one(), one())


def hooks():
    heard = []
    old = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(firstiter=lambda generator: heard.append(generator.__name__))

    async def run():
        for _ in range(3):
            await total(numbers(2))
        return len(heard)

    coroutine = run()
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print(stop.value, heard)
    sys.set_asyncgen_hooks(*old)


async def everything():
    for _ in range(60):
        await total(numbers(30))
        await total(Count(30))
        await nested(8)
    print(await total(numbers(100)), await total(Count(100)), await nested(9))
    print(await total(waiting(100)), await total(Later(10)), await total(numbers(10)))
    print(await caught(failing(5)))
    print(await caught(raising_stop(5)))
    print(await caught(Wrong()))
    print(await caught([1]))
    print(await found(numbers(9), 4), await found(numbers(3), 4), await found(Count(9), 4), await found(Later(9), 4.5))
    print(await sent())
    print(await busy())
    print(await managed(80))
    try:
        print(await managed(400))
    except KeyError as error:
        print("KeyError", error)
    Count.__anext__ = lambda self: Later.__anext__(self)
    print(await total(Count(5)))

    async def stops(self):
        raise StopAsyncIteration

    Count.__anext__ = stops
    print(await total(Count(5)))
    # Those that are finished are not closed again, those that are not are, before the loop ends.
    leftovers = [waiting(3) for _ in range(3)]
    print([await anext(generator) for generator in leftovers])
    return leftovers


print(made(300))
Plain.__init__ = lambda self: setattr(self, "x", 1)
print(made(300))
del Plain.__init__
print(made(300))
try:
    Plain(1)
except TypeError as error:
    print(error)
left = asyncio.run(everything())
print([generator.ag_frame for generator in left])
hooks()
