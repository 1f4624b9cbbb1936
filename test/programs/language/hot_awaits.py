"""`await` of futures, tasks, coroutines and others, at the same places again and again, and of what changes its mind."""

import asyncio
import types


class Own(asyncio.Future):
    pass


class Wrapped:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield from self.future)


@types.coroutine
def old_style(value):
    got = yield value
    return got


async def one(awaitable):
    return await awaitable


async def value(n):
    return n


def drive(coroutine, answer=None):
    try:
        item = coroutine.send(None)
        while True:
            if isinstance(item, asyncio.Future):
                item._asyncio_future_blocking = False
                item.set_result(answer)
            item = coroutine.send(answer)
    except StopIteration as stop:
        return stop.value


def attempt(make, answer=None):
    coroutine = one(make())
    try:
        return drive(coroutine, answer)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


loop = asyncio.new_event_loop()


def done():
    future = loop.create_future()
    future.set_result("done")
    return future


def failed():
    future = Own(loop=loop)
    future.set_exception(KeyError("failed"))
    return future


def cancelled():
    future = Own(loop=loop)
    future.cancel("why")
    return future


def awaited():
    coroutine = one(loop.create_future())
    outer = one(coroutine)
    outer.send(None)
    kept.append(outer)
    return coroutine


kept = []
makers = [
    lambda: Own(loop=loop), done, failed, lambda: value(3), lambda: old_style("item"), lambda: Wrapped(Own(loop=loop)),
    lambda: Own.__new__(Own), lambda: 5, lambda: one(done()), awaited,
]
for maker in makers:
    results = [attempt(maker, "sent") for _ in range(150)]
    print(results[0], len(set(map(str, results))))
print([attempt(makers[n % len(makers)], n) for n in range(40)])
try:
    drive(one(cancelled()))
except asyncio.CancelledError as error:
    print("cancelled", error.args)

counts = {"own": 0}
for n in range(300):
    if n == 200:

        def changed(self):
            counts["own"] += 1
            yield from asyncio.Future.__await__(self)
            return "changed"

        Own.__await__ = changed
    last = attempt(makers[0], n)
    if n in (0, 199, 200, 299):
        print(n, last, counts)
del Own.__await__
print(attempt(makers[0], "again"), counts)


async def everything():
    async def leaf(n):
        if n % 3 == 0:
            await asyncio.sleep(0)
        return n

    async def tree(level):
        if level == 0:
            return await leaf(len(made := [1, 2, 3]))
        return sum(await asyncio.gather(*[tree(level - 1) for _ in range(3)]))

    task = asyncio.create_task(tree(5))
    first = await task
    second = [await asyncio.ensure_future(leaf(n)) for n in range(60)]
    future = asyncio.get_running_loop().create_future()
    calls = []
    for n in range(3):
        future.add_done_callback(lambda f, n=n: calls.append(n))
    same = lambda f: calls.append("same")
    for _ in range(2):
        future.add_done_callback(same)
    print(len(future._callbacks), future.remove_done_callback(same), len(future._callbacks))
    future.set_result("ready")
    print(future._callbacks, await future)
    await asyncio.sleep(0)
    return first, sum(second), calls


print(asyncio.run(everything()))
loop.close()
for outer in kept:
    outer.close()
