"""Asynchronous generators: asend, athrow, aclose, comprehensions, cleanup, protocols by hand, and driving coroutines without a loop."""
import asyncio
import contextlib
import inspect


class Pause:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def drive(coroutine, answers=()):
    """Runs a coroutine, printing what it awaits and sending answers."""
    answers = iter(answers)
    try:
        request = coroutine.send(None)
        while True:
            print(f"  awaits {request!r}")
            request = coroutine.send(next(answers, None))
    except StopIteration as stop:
        return stop.value


async def counter(limit):
    print("  start")
    try:
        for i in range(limit):
            try:
                got = yield await Pause(i) or i
                if got is not None:
                    print(f"  got {got}")
            except KeyError as error:
                print(f"  caught {error!r}")
                yield "recovered"
    finally:
        await Pause("cleanup")
        print("  closed")


async def use():
    agen = counter(4)
    print(await anext(agen), await agen.asend("hello"))
    print(await agen.athrow(KeyError("k")))
    await agen.aclose()
    print(await anext(agen, "exhausted"))
    try:
        await agen.asend(1)
    except StopAsyncIteration as error:
        print(repr(error))
    return "used"


print(drive(use(), ["ten", None]))


async def comprehend():
    squares = [x * x async for x in counter(3) if x != 1]
    pairs = {(x, y) async for x in counter(2) for y in "ab"}
    mapped = {await Pause(k): v for k, v in [("p", 1)]}
    lazy = (x + 1 async for x in counter(2))
    print(type(lazy).__name__, inspect.isasyncgen(lazy))
    return squares, sorted(pairs), mapped, [x async for x in lazy]


print(drive(comprehend(), [None] * 4 + [None] * 3 + ["key"]))


async def failing():
    yield 1
    raise ValueError("inside")


async def stops():
    yield 1
    raise StopAsyncIteration("leaks")


async def returns():
    yield 1
    return


async def ignores():
    try:
        yield 1
    finally:
        yield 2


async def errors():
    for make in failing, stops, returns:
        seen = []
        try:
            async for x in make():
                seen.append(x)
        except Exception as error:
            seen.append(f"{type(error).__name__}: {error}")
        print(make.__name__, seen)
    agen = ignores()
    await anext(agen)
    try:
        await agen.aclose()
    except RuntimeError as error:
        print(type(error).__name__, error)
    agen = counter(1)
    try:
        await agen.asend("too soon")
    except TypeError as error:
        print(error)
    agen = returns()
    first, second = agen.asend(None), agen.asend(None)
    try:
        first.send(None)
    except StopIteration as stop:
        print("value", stop.value)
    second.close()
    for bad in (1, [1]):
        try:
            async for _ in bad:
                pass
        except TypeError as error:
            print(error)
        try:
            async with bad:
                pass
        except TypeError as error:
            print(error)
        try:
            await bad
        except TypeError as error:
            print(error)


drive(errors())


class Ticker:
    """The protocol by hand, with an awaitable that is not a coroutine."""

    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return Pause(f"tick {self.n}")


async def for_else():
    async for x in Ticker(3):
        if x == "stop":
            break
    else:
        return "ran out"
    return "broken off"


print(drive(for_else(), "abc"), drive(for_else(), ["a", "stop"]))


@contextlib.asynccontextmanager
async def resource(name):
    print("  open", name)
    try:
        yield name.upper()
    except LookupError as error:
        print("  swallowed", repr(error))
    finally:
        await asyncio.sleep(0)
        print("  shut", name)


async def produce(queue, items):
    async with contextlib.aclosing(items) as source:
        async for item in source:
            if item > 2:
                break
            await queue.put(item)
    await queue.put(None)


async def numbers():
    n = 0
    try:
        while True:
            yield (n := n + 1)
            await asyncio.sleep(0)
    finally:
        print("  numbers finalised")


async def main():
    async with resource("a") as a, resource("b") as b:
        print(a, b)
        raise KeyError("lost")
    async with contextlib.AsyncExitStack() as stack:
        print([await stack.enter_async_context(resource(n)) for n in "xy"])
        stack.push_async_callback(asyncio.sleep, 0)
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue, numbers()))
        received = []
        while (item := await queue.get()) is not None:
            received.append(item)
    print(received)
    held = numbers()
    print(await anext(held), await anext(held))
    return held


held = asyncio.run(main())
print("after run", inspect.getasyncgenstate(held))
for source in ["async def f():\n yield 1\n return 2", "def f():\n await x", "async def f():\n yield from x", "async for x in y: pass", "[x async for x in y]", "def f():\n async with x: pass"]:
    try:
        compile(source, "text", "exec")
    except SyntaxError as error:
        print(f"{error.msg} ({error.lineno})")
agen = counter(1)
print(agen.ag_running, agen.ag_frame is not None, agen.ag_await, agen.__name__, inspect.getasyncgenstate(agen), inspect.isasyncgenfunction(counter))
drive(agen.aclose())
print(agen.ag_frame)
