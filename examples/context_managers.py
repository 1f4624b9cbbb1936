"""Context managers: classes, a generator-based decorator, stacks of them, suppression, transactions, async ones."""

import sys


class Traced:
    depth = 0

    def __init__(self, name, *, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("  " * Traced.depth + f"enter {self.name}")
        Traced.depth += 1
        return self

    def __exit__(self, kind, error, traceback):
        Traced.depth -= 1
        state = "cleanly" if kind is None else f"with {kind.__name__}({error})"
        print("  " * Traced.depth + f"leave {self.name} {state}")
        return kind is not None and issubclass(kind, self.swallow)


class GeneratorContext:
    def __init__(self, generator):
        self.generator = generator

    def __enter__(self):
        try:
            return next(self.generator)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, error, traceback):
        if error is None:
            if next(self.generator, self) is not self:
                raise RuntimeError("generator didn't stop")
            return False
        try:
            self.generator.throw(error)
        except StopIteration as stop:
            return stop is not error
        except BaseException as raised:
            if raised is error:
                return False
            raise
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    return lambda *args, **kwargs: GeneratorContext(function(*args, **kwargs))


@contextmanager
def captured_output():
    class Recorder:
        def __init__(self):
            self.text = ""

        def write(self, text):
            self.text += text
            return len(text)

        def flush(self):
            pass

    original, sys.stdout = sys.stdout, Recorder()
    try:
        yield sys.stdout
    finally:
        sys.stdout = original


@contextmanager
def transaction(store):
    """Changes are kept only if the block ends well."""
    backup = dict(store)
    try:
        yield store
    except LookupError as error:
        store.clear()
        store.update(backup)
        print(f"rolled back: {error!r}")
    except BaseException:
        store.clear()
        store.update(backup)
        raise


@contextmanager
def attribute(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    yield old
    setattr(owner, name, old)


class ExitStack:
    def __init__(self):
        self.exits = []

    def __enter__(self):
        return self

    def enter(self, manager):
        value = type(manager).__enter__(manager)
        self.exits.append(lambda *details: type(manager).__exit__(manager, *details))
        return value

    def callback(self, function, *args, **kwargs):
        def leave(*_details):
            function(*args, **kwargs)

        self.exits.append(leave)

    def __exit__(self, kind, error, traceback):
        pending = error
        while self.exits:
            leave = self.exits.pop()
            try:
                if leave(type(pending) if pending else None, pending, traceback if pending else None):
                    pending = None
            except Exception as raised:
                pending = raised
        if pending is not None and pending is not error:
            raise pending
        return error is not None and pending is None


class AsyncTimer:
    """Asynchronous: its methods are coroutines that suspend."""

    async def __aenter__(self):
        await pause("entering")
        return "timer"

    async def __aexit__(self, *details):
        await pause(f"leaving {details[0] and details[0].__name__}")
        return True


class pause:
    def __init__(self, text):
        self.text = text

    def __await__(self):
        answer = yield self.text
        return answer


async def timed():
    async with AsyncTimer() as name:
        print("   inside", name, await pause("body"))
        raise TimeoutError("too slow")
    return "swallowed"


def drive(coroutine):
    value = None
    while True:
        try:
            print("   awaiting:", coroutine.send(value))
            value = "go on"
        except StopIteration as stop:
            return stop.value


def leave_early(items):
    for item in items:
        with Traced(f"loop {item}"):
            if item == 1:
                continue
            if item == 2:
                break
    with Traced("function"):
        try:
            return "returned"
        finally:
            print("  finally before leaving")


def main():
    with Traced("outer"), Traced("swallower", swallow=(KeyError, ZeroDivisionError)), Traced("inner"):
        print(1 // 0)
    with (
        Traced("a") as a,
        Traced("b") as b,
    ):
        print(a.name, b.name)
    try:
        with Traced("failing"):
            raise OSError(2, "no such thing")
    except OSError as error:
        print("caught", error)
    print(leave_early(range(5)))

    with captured_output() as output:
        print("nobody sees this", end="|")
        print(1, 2, sep="-")
    print(repr(output.text))

    store = {"x": 1}
    with transaction(store):
        store["x"] = 2
    with transaction(store) as view:
        view["y"] = 3
        view["missing"]
    try:
        with transaction(store):
            store["z"] = 1
            raise ValueError("no")
    except ValueError:
        print("after", store)
    with attribute(Traced, "depth", 5) as old, Traced("deep"):
        print(old)
    print(Traced.depth)

    with ExitStack() as stack:
        names = [stack.enter(Traced(f"file {i}", swallow=RuntimeError)).name for i in range(3)]
        stack.callback(print, "callback", names, sep=": ")
        raise RuntimeError("lost on the way")
    print(drive(timed()))
    try:
        with object():
            pass
    except TypeError as error:
        print("TypeError:", error)


if __name__ == "__main__":
    main()
