"""Stacks of contexts: order of exits, suppression, replaced errors, callbacks, moved stacks, decorators, reuse, redirection, closing."""
import io
import os
import sys
import tempfile
from contextlib import AbstractContextManager, ContextDecorator, ExitStack, chdir, closing, contextmanager, nullcontext, redirect_stderr, redirect_stdout, suppress

log = []


class Manager:
    def __init__(self, name, *, swallow=False, enter_error=None, exit_error=None):
        self.name, self.swallow, self.enter_error, self.exit_error = name, swallow, enter_error, exit_error

    def __enter__(self):
        log.append(f"+{self.name}")
        if self.enter_error:
            raise self.enter_error
        return self.name

    def __exit__(self, kind, error, trace):
        log.append(f"-{self.name}" + (f"({kind.__name__})" if kind else ""))
        if self.exit_error:
            raise self.exit_error
        return self.swallow


def chain(error):
    found = []
    while error is not None:
        found.append(repr(error))
        error = error.__cause__ if error.__suppress_context__ else error.__context__
    return " <- ".join(found)


def attempt(title, action):
    log.clear()
    try:
        result = action()
    except Exception as error:
        result = chain(error)
    print(f"{title:20} {result!s:62} {' '.join(log)}")


def stacked(*managers, error=None):
    def run():
        with ExitStack() as stack:
            entered = [stack.enter_context(m) for m in managers]
            if error:
                raise error
            return entered
        return "suppressed"

    return run


M = Manager
attempt("plain", stacked(M("a"), M("b")))
attempt("error", stacked(M("a"), M("b"), error=KeyError("k")))
attempt("swallowed inside", stacked(M("a"), M("b", swallow=True), error=KeyError("k")))
attempt("fails to enter", stacked(M("a"), M("b", enter_error=OSError("enter")), M("c")))
attempt("fails to exit", stacked(M("a", swallow=True), M("b", exit_error=OSError("exit")), error=KeyError("k")))
attempt("both fail", stacked(M("a", exit_error=ValueError("v")), M("b", exit_error=OSError("exit")), error=KeyError("k")))
attempt("no manager", stacked(M("a"), 3))


def callbacks():
    with ExitStack() as stack:
        stack.callback(log.append, "last")
        stack.callback(lambda *a, **k: log.append(f"{a}{k}"), 1, x=2)
        stack.push(M("pushed"))
        stack.push(lambda kind, error, trace: log.append(f"exit {error!r}") or True)

        @stack.callback
        def decorated():
            log.append("decorated")

        raise LookupError("body")
    return "went on"


attempt("callbacks", callbacks)


def moved():
    with ExitStack() as stack:
        for name in "abc":
            stack.enter_context(M(name))
        kept = stack.pop_all()
    log.append("|")
    kept.close()
    kept.close()
    return "moved"


attempt("pop_all", moved)


@contextmanager
def tag(name, *, again=False, swallow=()):
    log.append(f"<{name}>")
    try:
        yield name.upper()
    except swallow as error:
        log.append(f"swallowed {error!r}")
    finally:
        log.append(f"</{name}>")
    if again:
        yield


def use(manager, error=None):
    def run():
        with manager as value:
            if error is not None:
                raise error
            return value
        return "after"

    return run


attempt("generator", use(tag("b")))
attempt("raises", use(tag("b"), ValueError("v")))
attempt("swallows", use(tag("b", swallow=ValueError), ValueError("v")))
attempt("yields twice", use(tag("b", again=True)))
attempt("twice after error", use(tag("b", again=True, swallow=ValueError), ValueError("v")))
attempt("stop iteration", use(tag("b"), StopIteration("stop")))
attempt("runtime error", use(tag("b"), RuntimeError("r")))


@contextmanager
def empty():
    return
    yield


@contextmanager
def replaces():
    try:
        yield
    except ValueError as error:
        raise TypeError("replaced") from error


attempt("never yields", use(empty()))
attempt("replaces", use(replaces(), ValueError("v")))
used = tag("once")
with used:
    pass
attempt("used again", use(used))


@tag("decorated")
def work(x):
    log.append(f"work {x}")
    return x * 2


attempt("decorator 1", lambda: work(2))
attempt("decorator 2", lambda: work(x=3))


class Timer(ContextDecorator):
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        log.append(f"start {self.label}")
        return self

    def __exit__(self, *details):
        log.append(f"stop {self.label}")


@Timer("t")
def timed():
    """Doc of timed."""
    return timed.__name__, timed.__doc__


attempt("ContextDecorator", timed)


class Closable:
    def close(self):
        log.append("closed")


attempt("closing", use(closing(Closable()), OSError("o")))
attempt("nullcontext", use(nullcontext(5)))
attempt("suppress", use(suppress(OSError, KeyError), FileNotFoundError("f")))
attempt("suppress nothing", use(suppress(), FileNotFoundError("f")))
attempt("suppress other", use(suppress(KeyError), IndexError("i")))


def nested_with():
    with (
        M("x") as x,
        tag("y") as y,
        suppress(ValueError),
        M(f"{x}{y}") as z,
    ):
        log.append(z)
        raise ValueError("inner")
    return "out"


attempt("parenthesised", nested_with)


class Half:
    def __enter__(self): ...


class Abstract(AbstractContextManager):
    def __exit__(self, *details):
        return None


attempt("half", use(Half()))
attempt("abstract", lambda: use(a := Abstract())() is a)
print(issubclass(M, AbstractContextManager), issubclass(Half, AbstractContextManager))
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err):
    print("to out")
    print("to err", file=sys.stderr)
    with redirect_stdout(err) as inner:
        print("nested", inner is err)
    print("back")
print(repr(out.getvalue()), repr(err.getvalue()))
here = os.getcwd()
with tempfile.TemporaryDirectory() as folder:
    mover = chdir(folder)
    with mover:
        with mover:
            log.append(os.path.samefile(os.getcwd(), folder))
    print(log[-1], os.getcwd() == here)
try:
    with chdir("/no/such/folder"):
        pass
except FileNotFoundError as error:
    print(error)


class Pool:
    """Resources made together, or not at all."""

    def __init__(self, *names):
        with ExitStack() as stack:
            self.open = [stack.enter_context(M(n, enter_error=OSError(n) if n == "bad" else None)) for n in names]
            self.stack = stack.pop_all()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        return self.stack.__exit__(*details)


attempt("pool", lambda: use(Pool("p", "q"))().open)
attempt("pool fails", lambda: Pool("p", "bad", "q"))
attempt("pool error", use(Pool("p"), KeyError("in pool")))
