"""asyncio: tasks, groups, timeouts, cancellation, shielding, gathering and waiting."""
import asyncio
import time


async def work(name, delay, result=None, error=None):
    try:
        await asyncio.sleep(delay)
        if error:
            raise error
        print(f"{name} finished")
        return result
    except asyncio.CancelledError as cancelled:
        print(f"{name} cancelled", *cancelled.args)
        raise


async def gathering():
    print(await asyncio.gather(work("a", 0.7, 1), work("b", 0, 2), work("c", 0.1, 3)))
    print(await asyncio.gather(work("d", 0, error=ValueError("d")), work("e", 0, 5), return_exceptions=True))
    try:
        await asyncio.gather(work("f", 0, error=KeyError("f")), work("g", 0.3))
    except KeyError as error:
        print("gather raised", error)
    await asyncio.sleep(0.5)
    print(await asyncio.gather())


async def tasks():
    task = asyncio.create_task(work("t", 10), name="named")
    print(task.get_name(), task.done(), task.cancelled())
    await asyncio.sleep(0)
    print(task.cancel("reason"), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("awaited", error, task.cancelled())
    failed = asyncio.create_task(work("u", 0, error=OSError("u")))
    await asyncio.wait([failed])
    print(repr(failed.exception()), failed.done())
    for attempt in (failed.result, task.result, task.exception, asyncio.create_task(work("v", 0)).result):
        try:
            attempt()
        except (asyncio.CancelledError, OSError, asyncio.InvalidStateError) as error:
            print(type(error).__name__)
    order = []
    done = asyncio.create_task(work("w", 0, "value"))
    done.add_done_callback(lambda t: order.append(t.result()))
    done.add_done_callback(lambda t: order.append("second"))
    await done
    await asyncio.sleep(0)
    print(order, asyncio.current_task().get_coro().__name__, len(asyncio.all_tasks()))


async def groups():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("x", 0.5, "x"))
        second = group.create_task(work("y", 0, "y"))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("slow", 10))
            group.create_task(work("bad", 0, error=ValueError("bad")))
            group.create_task(work("worse", 0, error=TypeError("worse")))
            await asyncio.sleep(5)
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* TypeError as errors:
        print("types", errors.exceptions)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("sibling", 10))
            await asyncio.sleep(0)
            raise RuntimeError("in the body")
    except ExceptionGroup as error:
        print(error, error.exceptions)
    try:
        group.create_task(late := work("late", 0))
    except RuntimeError as error:
        print(str(error).split(" at ")[0].split("<")[0], "refused")
        late.close()


async def timeouts():
    try:
        async with asyncio.timeout(0.01):
            await work("timed", 5)
    except TimeoutError as error:
        print("TimeoutError", repr(error.__cause__))
    async with asyncio.timeout(5) as deadline:
        print(deadline.expired(), deadline.when() > asyncio.get_running_loop().time())
        deadline.reschedule(None)
    try:
        await asyncio.wait_for(work("waited", 5), 0.01)
    except TimeoutError:
        print("wait_for timed out")
    print(await asyncio.wait_for(work("fast", 0, "in time"), 1))
    try:
        async with asyncio.timeout(5):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError:
        print("inner first")
    inner = asyncio.ensure_future(work("shielded", 0.2, "survived"))
    try:
        async with asyncio.timeout(0.005):
            await asyncio.shield(inner)
    except TimeoutError:
        print("outer gave up")
    print(await inner)


async def waiting():
    jobs = [asyncio.create_task(work(n, d, n)) for n, d in (("p", 1.0), ("q", 0), ("r", 0.4))]
    done, pending = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait(jobs, timeout=0.002)
    print(len(done), len(pending))
    await asyncio.wait(jobs)
    for next_done in asyncio.as_completed([work(n, d, n) for n, d in (("k", 0.5), ("l", 0))]):
        print("completed", await next_done)
    async for job in asyncio.as_completed({asyncio.create_task(work("m", 0, "m"))}):
        print(await job)


async def stubborn():
    async def refuses():
        for _ in range(2):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print("not yet")
        return "done anyway"

    task = asyncio.create_task(refuses())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
    print(await task, task.cancelled(), task.cancelling())
    current = asyncio.current_task()
    current.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled myself", current.uncancel())


async def futures():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.1, future.set_result, 42)
    handle = loop.call_later(0.005, print, "never")
    handle.cancel()
    loop.call_soon(print, "soon")
    loop.call_at(loop.time() + 0.002, print, "at")
    print(handle.cancelled(), await future, future.done())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print(type(error).__name__)
    broken = loop.create_future()
    broken.set_exception(ValueError("set"))
    try:
        await broken
    except ValueError as error:
        print(error)
    cancelled = loop.create_future()
    print(cancelled.cancel(), cancelled.cancel(), cancelled.cancelled())
    print(asyncio.isfuture(future), asyncio.iscoroutine(main), loop.is_running(), loop.is_closed(), loop.get_debug())
    eager = asyncio.eager_task_factory(loop, work("eager", 0, 1))
    print(type(eager).__name__, await eager)


async def main():
    for part in (gathering, tasks, groups, timeouts, waiting, stubborn, futures):
        print(f"-- {part.__name__}")
        await part()


asyncio.run(main())
for wrong in [lambda: asyncio.run(3), lambda: asyncio.get_running_loop(), lambda: asyncio.run(main)]:
    try:
        wrong()
    except (ValueError, RuntimeError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<function")[0])
with asyncio.Runner() as runner:
    print(runner.run(work("runner", 0, "one")), runner.run(asyncio.sleep(0, "two")))
    loop = runner.get_loop()
    print(loop.is_closed())
print(loop.is_closed(), time.monotonic() > 0)
