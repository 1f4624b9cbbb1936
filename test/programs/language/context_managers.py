"""with statements: order, suppression, several items, targets, exceptions in exit, async, contextlib."""
import asyncio
import contextlib


class Manager:
    def __init__(self, name, suppress=False, enter_error=None, exit_error=None):
        self.name, self.suppress, self.enter_error, self.exit_error = name, suppress, enter_error, exit_error

    def __enter__(self):
        print(f"enter {self.name}", end="; ")
        if self.enter_error:
            raise self.enter_error
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print(f"exit {self.name} {kind and kind.__name__} {value!r} {traceback is not None}", end="; ")
        if self.exit_error:
            raise self.exit_error
        return self.suppress


def case(title, body):
    try:
        print(f"\n[{title}]", end=" ")
        print("->", body())
    except BaseException as error:
        print("raised", repr(error), "context", repr(error.__context__))


def plain():
    with Manager("a") as a, Manager("b") as b:
        return a, b


def suppressed():
    with Manager("a", suppress=True):
        with Manager("b"):
            raise ValueError("x")
    return "after"


def parenthesized():
    with (
        Manager("p") as p,
        Manager("q"),
        Manager("r") as (x),
    ):
        return p + x


def enter_fails():
    with Manager("a", suppress=True), Manager("b", enter_error=KeyError("enter")), Manager("never"):
        return "body"
    return "after suppressed enter"


def exit_fails():
    with Manager("a", exit_error=OSError("from exit")):
        raise ValueError("body")


def exit_fails_quietly():
    with Manager("outer", suppress=True):
        with Manager("a", exit_error=OSError("from exit")):
            pass
    return "ok"


def flow():
    out = []
    for i in range(4):
        with Manager(str(i)):
            if i == 1:
                continue
            if i == 2:
                break
            out.append(i)
    return out


def targets():
    class O:
        pass

    d, o = {}, O()
    with Manager("ab") as (d["x"], o.y), Manager("c") as d["z"], Manager("def") as (first, *rest):
        return d, o.y, first, rest


def generator_exit():
    def gen():
        with Manager("g"):
            yield 1

    g = gen()
    next(g)
    g.close()
    return "closed"


def truthy():
    class T:
        def __enter__(self):
            return self

        def __exit__(self, *args):
            return [0]

    class Falsy(T):
        def __exit__(self, *args):
            return {}

    with T():
        1 / 0
    with Falsy():
        1 / 0


for title, body in list(globals().items()):
    if callable(body) and getattr(body, "__module__", None) == "__main__" and title not in ("Manager", "case"):
        case(title, body)


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>", end="")
    try:
        yield name
    except ZeroDivisionError:
        print("(swallowed)", end="")
    finally:
        print(f"</{name}>", end="")


@contextlib.contextmanager
def no_yield():
    if False:
        yield


@contextlib.contextmanager
def two_yields():
    yield
    yield


print()
with tag("a"), tag("b") as inner:
    print(inner, end="")
    1 / 0
for broken in (no_yield, two_yields):
    try:
        with broken():
            pass
    except RuntimeError as error:
        print("\n", error, end="")
print()


@tag("decorated")
def decorated():
    print("body", end="")


decorated(), decorated(), print()
with contextlib.ExitStack() as stack:
    stack.enter_context(Manager("s1"))
    stack.callback(print, "callback", end="; ")
    stack.push(lambda *exc: print("push", exc[0], end="; ") or True)
    moved = stack.pop_all()
    print("moved", end="; ")
moved.close(), print()
with contextlib.suppress(KeyError, IndexError):
    [][1]
with contextlib.nullcontext(5) as five, contextlib.redirect_stdout(buffer := __import__("io").StringIO()):
    print("hidden")
print(five, repr(buffer.getvalue()), isinstance(Manager("x"), contextlib.AbstractContextManager))


class Async:
    async def __aenter__(self):
        await asyncio.sleep(0)
        return "async value"

    async def __aexit__(self, kind, value, tb):
        print("aexit", kind and kind.__name__)
        return kind is ValueError


async def main():
    async with Async() as a, Async() as b:
        print(a, b)
    async with Async():
        raise ValueError
    try:
        async with Manager("sync"):
            pass
    except TypeError as error:
        print(error)
    try:
        with Async():
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
for bad in (5, object(), type("OnlyEnter", (), {"__enter__": lambda s: 1})(), type("OnlyExit", (), {"__exit__": lambda *a: 1})(), open):
    try:
        with bad:
            pass
    except TypeError as error:
        print(error)
try:
    with Manager("t") as (one, two, three):
        pass
except ValueError as error:
    print(error)
instance = object.__new__(Manager)
instance.__enter__ = lambda: "never looked up on the instance"
instance.name, instance.enter_error, instance.exit_error, instance.suppress = "inst", None, None, False
with instance as value:
    print(value)
