"""Errors of coroutines: never retrieved tasks, groups of a TaskGroup, cancellation, misuse of await."""
import asyncio


async def fail(after, error):
    await asyncio.sleep(after)
    raise error


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


class NotAwaitable:
    pass


class BadAwait:
    def __await__(self):
        return 5


async def misuse():
    for bad in (5, NotAwaitable(), BadAwait(), [1], (x for x in ())):
        try:
            await bad
        except TypeError as error:
            print(error)
    try:
        async for _ in [1]:
            pass
    except TypeError as error:
        print(error)
    try:
        async with NotAwaitable():
            pass
    except TypeError as error:
        print(error)
    done = slow()
    done.close()
    try:
        await done
    except RuntimeError as error:
        print(error)


async def main():
    await misuse()
    print(await asyncio.gather(fail(0, ValueError("gathered")), asyncio.sleep(0, "fine"), return_exceptions=True))
    try:
        async with asyncio.timeout(0.001):
            await slow()
    except TimeoutError as error:
        print("timeout", repr(error), repr(error.__cause__))
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(0, KeyError("one")), name="first")
        group.create_task(fail(0, OSError("two")), name="second")
        group.create_task(slow())


def without_library_frames(error):
    """Lines of the library differ between releases: only frames of this file are kept."""
    tb = error.__traceback__
    while tb is not None and tb.tb_frame.f_globals is not globals():
        tb = tb.tb_next
    link = tb
    while link is not None:
        while link.tb_next is not None and link.tb_next.tb_frame.f_globals is not globals():
            link.tb_next = link.tb_next.tb_next
        link = link.tb_next
    return error.with_traceback(tb)


try:
    asyncio.run(main())
except* Exception as group:
    found = group
for member in found.exceptions[0].exceptions if isinstance(found.exceptions[0], ExceptionGroup) else found.exceptions:
    without_library_frames(member)
    print(repr(member), member.__traceback__.tb_lineno)
raise found.exceptions[0]
