"""Callbacks of event loops: how they are called, in which context and with which arguments, when the loop is hot and changes meanwhile."""

import asyncio
import contextvars
import sys
import traceback

level = contextvars.ContextVar("level", default=0)


def nothing(*args):
    return args


def arguments():
    """No argument is one and the same tuple."""
    print(nothing() is nothing(), nothing())
    first = nothing()
    print(all(nothing(*()) is first for _ in range(800)), nothing(*[]) is first, nothing(*"") is first)

    def pass_on(a, *rest):
        return nothing(*rest)

    print(all(pass_on(n) is first for n in range(800)), pass_on(1, 2, 3))

    def call(fn, *args, **keywords):
        return fn(*args, **keywords)

    for count in range(4):
        seen = {repr(call(lambda *a, **k: (a, k), *range(count), **({"x": 1} if n % 2 else {}))) for n in range(400)}
        print(sorted(seen))


async def contexts():
    loop = asyncio.get_running_loop()
    seen = []

    def callback(*args):
        caller = sys._getframe(1)
        seen.append((args, level.get(), caller.f_code.co_name, caller.f_locals["self"].__class__.__name__))
        level.set(level.get() + 1)

    context = contextvars.copy_context()
    for n in range(300):
        loop.call_soon(callback, *range(n % 3), context=context)
        loop.call_soon(callback)
        if n % 10 == 0:
            await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(len(seen), level.get(), context[level], seen[0], seen[-2:], {entry[2:] for entry in seen})


async def errors():
    """What a callback raises goes to the handler of the loop, and the next one is called in its own context."""
    loop = asyncio.get_running_loop()
    told = []

    def handler(_loop, context):
        names = [entry.name for entry in traceback.extract_tb(context["exception"].__traceback__)]
        told.append((repr(context["exception"]), names, level.get()))

    def bad(n):
        level.set(100)
        return {}[n]

    loop.set_exception_handler(handler)
    for n in range(150):
        loop.call_soon(bad, n)
        loop.call_soon(bad)
        loop.call_soon(int, "x")
        await asyncio.sleep(0)
    print(len(told), told[0], told[1], told[2], level.get())
    print(sorted({(text.partition("(")[0], *names) for text, names, _ in told}))
    context = contextvars.copy_context()
    try:
        context.run(context.run, print)
    except RuntimeError as error:
        print(str(error).partition(":")[0])


async def changed_loops():
    """`call_soon` and `get_debug` of the loop are those that it has at the time."""
    loop = asyncio.get_running_loop()
    calls = []
    original = loop.call_soon

    def patched(callback, *args, context=None):
        calls.append(type(callback).__name__)
        return original(callback, *args, context=context)

    async def waits(n):
        await asyncio.sleep(0)
        return n

    async def many():
        for task in [asyncio.create_task(waits(n)) for n in range(20)]:
            await task

    for turn in range(40):
        if turn == 20:
            loop.call_soon = patched
        await many()
    del loop.call_soon
    print(len(calls), sorted(set(calls)))
    await many()
    print(len(calls))
    loop.get_debug = lambda: calls.append("debug") or False
    future = loop.create_future()
    task = asyncio.ensure_future(waits(1))
    del loop.get_debug
    print(calls[-1], future._source_traceback, await task)


async def futures():
    """What few futures have: attributes, messages, exceptions."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.note = "kept"
    future.__init__(loop=loop)
    print(future.note, future._exception, future._callbacks, future._cancel_message)
    future.set_exception(LookupError("gone"))
    for _ in range(2):
        try:
            await future
        except LookupError as error:
            print(repr(error), len(traceback.extract_tb(error.__traceback__)), future._log_traceback)

    async def refuses():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            print("refuses", error.args)
        return "done"

    task = asyncio.create_task(refuses(), name="stubborn")
    await asyncio.sleep(0)
    print(task.cancelling(), task.cancel("first"), task.cancelling(), task._must_cancel, task.uncancel(), task.uncancel())
    print(await task, task.cancelled(), task._cancel_message, task.get_name())
    again = asyncio.create_task(refuses())
    again.cancel("before it began")
    print(again._must_cancel, again.cancelling())
    try:
        await again
    except asyncio.CancelledError as error:
        print(error.args, again.cancelled(), again._must_cancel, again._cancel_message)
    done = loop.create_future()
    done.cancel("why")
    for _ in range(2):
        try:
            done.result()
        except asyncio.CancelledError as error:
            print(error.args, done._cancel_message)


async def observed():
    """A callback begins to trace while the loop is hot."""
    loop = asyncio.get_running_loop()
    events = []

    def trace(frame, event, argument):
        events.append((event, frame.f_code.co_name))
        return trace

    def begin():
        sys.settrace(trace)

    def middle(n):
        return n

    def end():
        sys.settrace(None)

    for n in range(120):
        loop.call_soon(middle, n)
    await asyncio.sleep(0)
    loop.call_soon(begin)
    loop.call_soon(middle, 1)
    loop.call_soon(end)
    await asyncio.sleep(0)
    names = [name for event, name in events if event == "call"]
    print(names[:6], ("return", "middle") in events)


class Quiet(asyncio.SelectorEventLoop):
    """Counts in Python what is scheduled."""

    count = 0

    def call_soon(self, callback, *args, context=None):
        self.count += 1
        return super().call_soon(callback, *args, context=context)


async def ticks(n):
    for _ in range(n):
        await asyncio.sleep(0)
    return asyncio.get_running_loop().count


arguments()
for part in (contexts, errors, changed_loops, futures, observed):
    asyncio.run(part())
with asyncio.Runner(loop_factory=Quiet) as runner:
    print(runner.run(ticks(200)))
