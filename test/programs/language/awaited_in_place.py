"""Coroutines that are awaited where they are made, in hot code: what they wait for, raise, and show of themselves."""

import asyncio
import inspect
import sys
import types

ROUNDS = 400


def frames():
    """The frames of coroutines below the caller, innermost first."""
    found, frame = [], sys._getframe(1)
    while frame is not None and frame.f_code.co_filename == __file__:
        found.append((frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals)))
        frame = frame.f_back
    return found[:4]


# Values

async def leaf(x):
    return x + 1


async def middle(x):
    a = await leaf(x)
    if x % 50 == 49:
        await asyncio.sleep(0)
    return a + await leaf(a)


async def top(x, *rest, scale=2, **others):
    return await middle(x) * scale + len(rest) + len(others)


async def values():
    total = 0
    for i in range(ROUNDS):
        total += await top(i)
        total += await top(i, 1, 2, scale=3, other=4)
    print(total)
    # Other types, late
    for x in (1.5, 2 ** 70, True):
        print(await top(x))
    try:
        await top("a")
    except TypeError as error:
        print(error)


# What can be seen

async def looks(x, seen):
    if x % 97 == 0:
        seen.append(frames())
    return x


async def around(x, seen):
    y = (await
         looks(x, seen))
    return y


class Owner:
    def __init__(self):
        self.chain = None

    async def inner(self, x):
        if x == ROUNDS - 2:
            task = asyncio.current_task()
            coroutine, chain = task.get_coro(), []
            while coroutine is not None:
                chain.append((coroutine.cr_code.co_name, coroutine.cr_running, inspect.getcoroutinestate(coroutine)))
                coroutine = coroutine.cr_await
            self.chain = chain
        return x

    async def outer(self, x):
        return await self.inner(x)


async def sights():
    seen = []
    for i in range(ROUNDS):
        await around(i, seen)
    print(len(seen), seen[0], seen[-1])
    owner = Owner()
    for i in range(ROUNDS):
        await owner.outer(i)
    print(owner.chain)


# Exceptions

async def throws(x):
    if x % 31 == 0:
        raise ValueError(x)
    return x


async def passes(x):
    return await throws(x)


async def catches(x):
    try:
        return await passes(x)
    except ValueError as error:
        names, traceback = [], error.__traceback__
        while traceback is not None:
            names.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno))
            traceback = traceback.tb_next
        return names
    finally:
        await leaf(x)


async def cleans(x, log):
    try:
        return await throws(x)
    finally:
        if x % 31 == 0:
            log.append((x, sys.exc_info()[0].__name__))


async def translates(x):
    try:
        return await throws(x)
    except ValueError as error:
        await leaf(x)
        if x % 2:
            await asyncio.sleep(0)
        raise KeyError(x) from error


async def stops(x):
    if x % 41 == 0:
        raise StopIteration(x)
    return x


async def errors():
    results = [await catches(i) for i in range(ROUNDS)]
    print(results[0], results[31], results[1], sum(isinstance(result, list) for result in results))
    log, count = [], 0
    for i in range(ROUNDS):
        try:
            await cleans(i, log)
        except ValueError:
            count += 1
            await leaf(i)
    print(count, log[:2], log[-1], sys.exc_info())
    last = []
    for i in range(ROUNDS):
        try:
            await translates(i)
        except KeyError as error:
            last.append((repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__))
    print(len(last), last[0], last[-1])
    for i in range(ROUNDS):
        try:
            await stops(i)
        except RuntimeError as error:
            last = repr(error), repr(error.__cause__)
    print(last)
    depths = []
    for limit in (50, 60):
        depths.append(await recursion(limit, 0))
    print(depths)


async def recursion(limit, depth):
    if depth >= limit:
        return depth
    return await recursion(limit, depth + 1)


# Waiting and cancelling

async def waits(event, number):
    if number % 3:
        await event.wait()
    return number


async def waiter(event, number, done):
    try:
        return await waits(event, number)
    except asyncio.CancelledError as error:
        done.append(error.args)
        raise
    finally:
        done.append(number)


async def waiting():
    event, done = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(event, i, done)) for i in range(60)]
    await asyncio.sleep(0)
    coroutine, chain = tasks[10].get_coro(), []
    while inspect.iscoroutine(coroutine):
        chain.append((coroutine.__qualname__, coroutine.cr_running, sorted(coroutine.cr_frame.f_locals),
                      inspect.getcoroutinestate(coroutine)))
        coroutine = coroutine.cr_await
    print(chain, type(coroutine).__name__)
    print([frame.f_code.co_name for frame in tasks[10].get_stack()])
    tasks[7].cancel()
    tasks[8].cancel("enough")
    await asyncio.sleep(0)
    event.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(results[6:11], len(done), [item for item in done if isinstance(item, tuple)])


# By hand

@types.coroutine
def pause(value):
    received = yield value
    return received


async def asks(x):
    if x % 5 == 0:
        return await pause(x)
    return x


async def relays(x):
    try:
        return await asks(x)
    except LookupError as error:
        return repr(error)


def by_hand():
    answers = []
    for i in range(ROUNDS):
        coroutine = relays(i)
        try:
            asked = coroutine.send(None)
            if i % 15 == 0:
                coroutine.throw(IndexError(asked))
            elif i % 25 == 5:
                answers.append(("closed", coroutine.close()))
            else:
                coroutine.send(asked * 10)
        except StopIteration as stop:
            answers.append(stop.value)
    print(answers[:31], len(answers))


# Managers, iterators, asynchronous generators

class Manager:
    def __init__(self):
        self.inside = 0

    async def __aenter__(self):
        self.inside += 1
        return self

    async def __aexit__(self, kind, error, traceback):
        self.inside -= 1
        return kind is KeyError


class Countdown:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.count -= 1
        if self.count < 0:
            raise StopAsyncIteration
        return await leaf(self.count)


async def produced(count):
    for i in range(count):
        if i % 100 == 3:
            await asyncio.sleep(0)
        yield await leaf(i)


async def protocols():
    manager, total = Manager(), 0
    lock = asyncio.Lock()
    for i in range(ROUNDS):
        async with manager as entered, lock:
            total += entered.inside
            if i % 60 == 7:
                raise_late = {}
                raise_late[i]
    print(total, manager.inside, lock.locked())
    print(sum([x async for x in Countdown(ROUNDS)]), sum([x async for x in produced(ROUNDS)]))

    def made(offset):
        async def shifted(x):
            return x + offset
        return shifted

    functions = [made(i % 3) for i in range(ROUNDS)]
    print(sum([await function(1) for function in functions]))


# Origins

async def origins():
    sys.set_coroutine_origin_tracking_depth(1)
    try:
        for i in range(ROUNDS):
            await leaf(i)
            seen = await shows_origin()
    finally:
        sys.set_coroutine_origin_tracking_depth(0)
    print(seen)


async def shows_origin():
    coroutine = sys._getframe().f_generator
    return coroutine.__qualname__, [(line, name) for _, line, name in coroutine.cr_origin]


def main():
    for part in (values, sights, errors, waiting, protocols, origins):
        asyncio.run(part())
        asyncio.run(part())
    by_hand()


main()
