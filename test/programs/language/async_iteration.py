"""Coroutines, async generators, async for and with, comprehensions, awaitables of every kind, without and with asyncio."""
import asyncio
import inspect
import types


def drive(coro, *answers):
    """Runs a coroutine by hand; prints what it yields."""
    answers = iter(answers)
    value = None
    try:
        while True:
            print("  yielded", coro.send(value))
            value = next(answers, None)
    except StopIteration as stop:
        return stop.value


class Awaitable:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield f"wait for {self.tag}"
        return f"{self.tag} got {got}"


@types.coroutine
def legacy(x):
    y = yield x
    return y * 2


async def child(n):
    return await Awaitable(n), await legacy(n)


async def parent():
    first = await child("a")
    second = await child("b")
    return first, second


print(drive(parent(), 1, 2, 3, 4))


class Range:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await Awaitable(f"item {self.i}")
        return self.i


async def loops():
    out = []
    async for i in Range(3):
        if i == 2:
            continue
        out.append(i)
    else:
        out.append("else")
    async for i in Range(5):
        break
    return out, i, [x * 2 async for x in Range(2)], {x: x async for x in Range(1)}, [y for y in [await child("z")]]


print(drive(loops(), *range(20)))


async def agen():
    try:
        sent = yield 1
        print("  agen received", sent)
        try:
            yield 2
        except KeyError as error:
            yield f"handled {error!r}"
        await Awaitable("inside agen")
        yield 3
    finally:
        print("  agen finally")


async def use_agen():
    g = agen()
    print(await g.__anext__(), await g.asend("hello"), await g.athrow(KeyError("k")), await anext(g), await anext(g, "default"))
    h = agen()
    await anext(h)
    await h.aclose()
    print(await anext(h, "closed"), inspect.isasyncgen(h), h.ag_running, h.ag_frame)


drive(use_agen())


async def ticker(name, delay, count, log):
    for i in range(count):
        await asyncio.sleep(delay)
        log.append(f"{name}{i}")
    return name


async def main():
    log = []
    print(await asyncio.gather(ticker("a", 0.001, 3, log), ticker("b", 0.3, 1, log)), log)
    task = asyncio.create_task(ticker("t", 0, 1, log), name="named")
    print(task.get_name(), task.done(), await task, task.done(), task.result())
    victim = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    victim.cancel("reason")
    try:
        await victim
    except asyncio.CancelledError as error:
        print("cancelled", error.args, victim.cancelled())
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for i in range(4):
            await queue.put(i)
        await queue.put(None)

    async def consumer():
        got = []
        while (item := await queue.get()) is not None:
            got.append(item)
        return got

    print((await asyncio.gather(producer(), consumer()))[1])
    lock, event, order = asyncio.Lock(), asyncio.Event(), []

    async def worker(n):
        await event.wait()
        async with lock:
            order.append(n)
            await asyncio.sleep(0)
            order.append(-n)

    async with asyncio.TaskGroup() as group:
        for n in (1, 2):
            group.create_task(worker(n))
        event.set()
    print(order)
    done, pending = await asyncio.wait({asyncio.create_task(asyncio.sleep(0, i)) for i in range(3)})
    print(sorted(t.result() for t in done), len(pending))
    for future in asyncio.as_completed([asyncio.sleep(0.3, "slow"), asyncio.sleep(0.001, "fast")]):
        print(await future, end=" ")
    print()
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.001)
    except TimeoutError:
        print("timed out")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_soon(future.set_result, "from the loop")
    print(await future)
    shielded = asyncio.shield(asyncio.sleep(0, "shielded"))
    print(await shielded)


asyncio.run(main())
c = parent()
print(inspect.iscoroutine(c), inspect.isawaitable(Awaitable(1)), inspect.iscoroutinefunction(parent), c.cr_frame is not None, c.cr_await, inspect.getcoroutinestate(c), c.__name__, c.__qualname__)
c.close()
print(inspect.getcoroutinestate(c), inspect.isasyncgenfunction(agen), parent.__code__.co_flags & inspect.CO_COROUTINE > 0)
for action in (lambda: c.send(None), lambda: next(c), lambda: iter(c), lambda: [*agen()], lambda: asyncio.run(5), lambda: asyncio.get_running_loop(), lambda: drive(agen().asend(1)), lambda: aiter(5), lambda: anext(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("await x", "async for x in y: pass", "async with x: pass", "def f():\n  await x", "def f():\n  async for x in y: pass", "async def f():\n  yield from x", "async def f():\n  yield 1\n  return 2", "async def f():\n  yield 1\n  return", "[x async for x in y]", "def f(): return [await x for x in y]", "async def f(): [await x for x in y]", "async def f(): (await x for x in y)", "async x", "async def f(): await", "async def f(x=await y): pass", "lambda: await x", "async lambda: 1", "async def f():\n  def g():\n    await x", "async = 1", "await = 1", "class A:\n  await x", "async def f():\n  return (yield)"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
