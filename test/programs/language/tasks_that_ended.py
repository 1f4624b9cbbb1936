"""Tasks that are held when they have ended: their coroutines, frames that somebody else has, and contexts of callbacks."""

import asyncio
import contextvars
import inspect
import sys

variable = contextvars.ContextVar("variable", default="none")
frames = []


async def plain(n):
    await asyncio.sleep(0)
    return n


async def looked_at(n):
    local = ["kept", n]
    frames.append(sys._getframe())
    await asyncio.sleep(0)
    return local


async def failing(n):
    text = f"failing {n}"
    await asyncio.sleep(0)
    raise ValueError(text)


async def cancelled():
    waiting = "waiting"
    await asyncio.get_running_loop().create_future()
    return waiting


def show(task):
    coroutine = task.get_coro()
    print(coroutine.__name__, coroutine.__qualname__, coroutine.cr_code.co_name, coroutine.cr_code.co_varnames)
    print(coroutine.cr_frame, coroutine.cr_running, coroutine.cr_await, inspect.getcoroutinestate(coroutine))
    print(inspect.getcoroutinelocals(coroutine), coroutine.cr_suspended, coroutine.cr_origin)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)
    try:
        coroutine.throw(KeyError("late"))
    except (RuntimeError, KeyError) as error:
        print(repr(error))
    print(coroutine.close(), [frame.f_lineno - frame.f_code.co_firstlineno for frame in task.get_stack()])


async def ended():
    tasks = [asyncio.ensure_future(made) for made in (plain(1), looked_at(2), failing(3), cancelled())]
    await asyncio.sleep(0)
    tasks[3].cancel("enough")
    await asyncio.gather(*tasks, return_exceptions=True)
    for task in tasks:
        show(task)
    frame = frames[0]
    print(frame.f_locals["local"], frame.f_code.co_name, frame.f_back)
    frame.clear()
    print(frame.f_locals)
    traceback = tasks[2].exception().__traceback__
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    print(traceback.tb_frame.f_locals, traceback.tb_frame.f_code.co_name)


async def contexts():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    seen = []

    def note(name):
        def callback(done):
            seen.append((name, variable.get(), done is future))
            variable.set(name + " has run")

        return callback

    one = note("one")
    future.add_done_callback(one)
    print(future._callbacks[0][0] is one, future._callbacks[0][1] is future._callbacks[0][1])
    variable.set("first")
    future.add_done_callback(note("two"))
    variable.set("second")
    given = contextvars.copy_context()
    variable.set("third")
    future.add_done_callback(note("three"), context=given)
    two = note("never")
    future.add_done_callback(two)
    future.add_done_callback(two)
    print(len(future._callbacks), [type(context).__name__ for _, context in future._callbacks])
    print(future._callbacks[2][1] is given, future.remove_done_callback(two), future.remove_done_callback(two))
    future.set_result(None)
    print(future._callbacks)
    await asyncio.sleep(0)
    print(seen, variable.get(), given[variable])
    future.add_done_callback(note("late"))
    variable.set("fourth")
    await asyncio.sleep(0)
    print(seen[3:], variable.get())

    single = loop.create_future()
    single.add_done_callback(one)
    print(single.remove_done_callback(note("other")), single.remove_done_callback(one), single._callbacks)
    single.add_done_callback(one)
    variable.set("fifth")
    single.cancel()
    await asyncio.sleep(0)
    print(seen[4:], variable.get())


class Queue:
    async def get(self, n, step):
        await asyncio.sleep(0)
        return n * step

    async def fail(self, n):
        if n % 50 == 49:
            raise LookupError(n)
        return n


def defaults(done, first="f", second="s"):
    totals[0] += len(first) + len(second) + done.result()


totals = [0]


async def many():
    queue = Queue()
    tasks = []
    for n in range(300):
        tasks.append(asyncio.ensure_future(queue.get(n, 2) if n % 3 else queue.fail(n)))
        if n % 3:
            tasks[-1].add_done_callback(defaults)
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(sum(r for r in results if isinstance(r, int)), [repr(r) for r in results if not isinstance(r, int)], totals)
    print({type(task.get_coro().cr_frame) for task in tasks}, {task.get_coro().__qualname__ for task in tasks} == {
        "Queue.get", "Queue.fail"})


asyncio.run(ended())
asyncio.run(contexts())
for _ in range(8):
    asyncio.run(many())
