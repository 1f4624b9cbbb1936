"""contextlib: managers made of generators, stacks, suppression, redirection."""
import asyncio
import contextlib
import io
import os
import sys
from contextlib import AbstractContextManager, AsyncExitStack, ContextDecorator, ExitStack, aclosing, asynccontextmanager, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress


@contextmanager
def tag(name, log=print):
    log(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        log(f"swallowed {error}")
    finally:
        log(f"</{name}>")


with tag("outer") as outer, tag("inner") as inner:
    print(outer, inner)
with tag("p"):
    raise ValueError("bad value")
try:
    with tag("q"):
        raise KeyError("passes")
except KeyError as error:
    print("caught", error)


@tag("decorated")
def greet(name):
    """Greet."""
    print("hello", name)


greet("a")
greet("b")
print(greet.__name__, greet.__doc__)


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def replaces():
    try:
        yield
    except Exception as error:
        raise RuntimeError("replaced") from error


for manager in (never, twice, replaces):
    try:
        with manager():
            if manager is replaces:
                raise ValueError("original")
    except RuntimeError as error:
        print(type(error).__name__, error, repr(error.__cause__))
try:
    with tag("r"):
        raise StopIteration("inside")
except StopIteration as error:
    print(repr(error))

# -- ExitStack -------------------------------------------------------------------------------------------------


class Resource:
    def __init__(self, name, fail=False, swallow=False):
        self.name, self.fail, self.swallow = name, fail, swallow

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("close", self.name, "with", kind and kind.__name__)
        if self.fail:
            raise OSError(f"closing {self.name}")
        return self.swallow

    def close(self):
        print("closed", self.name)


with ExitStack() as stack:
    for letter in "abc":
        stack.enter_context(Resource(letter))
    stack.callback(print, "callback", 1, sep="=")

    @stack.push
    def handler(kind, value, trace):
        print("handler", kind)

    stack.push(Resource("pushed"))
print("--")
with contextlib.suppress(OSError), ExitStack() as stack:
    stack.enter_context(Resource("one", swallow=True))
    stack.enter_context(Resource("two", fail=True))
    raise ValueError("first")
try:
    with ExitStack() as stack:
        stack.enter_context(Resource("x", fail=True))
        stack.enter_context(Resource("y", fail=True))
        raise ValueError("first")
except OSError as error:
    chain = []
    while error:
        chain.append(repr(error))
        error = error.__context__
    print(chain)
with ExitStack() as stack:
    stack.enter_context(Resource("transferred"))
    later = stack.pop_all()
print("after the block")
later.close()
with ExitStack() as stack:
    try:
        stack.enter_context(3)
    except TypeError as error:
        print(error)

# -- the small ones --------------------------------------------------------------------------------------------

with suppress(FileNotFoundError, KeyError):
    os.remove("no such file at all")
    print("not reached")
with suppress(ValueError):
    raise ExceptionGroup("group", [ValueError(1)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
except ExceptionGroup as group:
    print(group, group.exceptions)
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
print(repr(out.getvalue()), repr(err.getvalue()))
with closing(Resource("thing")) as r:
    print(r.name)
with nullcontext(5) as five, nullcontext():
    print(five)
print(isinstance(Resource("i"), AbstractContextManager), issubclass(int, AbstractContextManager))


class Timer(ContextDecorator):
    def __init__(self, label):
        self.label = label
        self.runs = 0

    def __enter__(self):
        self.runs += 1
        print(self.label, "run", self.runs)
        return self

    def __exit__(self, *details):
        print(self.label, "done")


@Timer("timer")
def work(n):
    return n * 2


print(work(2), work(4))
before = os.getcwd()
with contextlib.chdir(os.sep):
    print(os.getcwd() == os.sep)
print(os.getcwd() == before)

# -- asynchronous ----------------------------------------------------------------------------------------------


@asynccontextmanager
async def session(name):
    print("connect", name)
    try:
        yield name * 2
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


class AsyncThing:
    async def __aenter__(self):
        print("aenter")
        return "thing"

    async def __aexit__(self, *details):
        print("aexit", details[0])
        return True


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed")


@session("wrapped")
async def job():
    print("working")


async def main():
    async with session("s") as s, AsyncThing() as t:
        print(s, t)
        raise ValueError("swallowed by the thing")
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(session("a")))
        stack.enter_context(Resource("sync"))
        stack.push_async_callback(asyncio.sleep, 0)

        async def on_exit(*details):
            print("pushed", details[0])

        stack.push_async_exit(on_exit)
    async with aclosing(numbers()) as n:
        async for value in n:
            print(value)
            if value == 1:
                break
    await job()
    async with nullcontext("null") as value:
        print(value)
    try:
        with session("wrong"):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
