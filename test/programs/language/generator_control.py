"""Generators from outside: send, throw, close, delegation, return values, state, reentrancy, frames, exceptions that cross."""
import inspect
import itertools
import sys


def attempt(label, action):
    try:
        print(f"{label}: {action()!r}")
    except BaseException as error:
        cause = f" from {error.__cause__!r}" if error.__cause__ else ""
        print(f"{label}: {type(error).__name__}({', '.join(map(repr, error.args))}){cause}")


def echo(name="echo"):
    received = "nothing"
    while True:
        try:
            received = yield f"{name} heard {received}"
        except ValueError as error:
            received = f"error {error}"
        except GeneratorExit:
            print(f"<{name} closing>")
            raise


e = echo()
attempt("too early", lambda: e.send(1))
attempt("start", lambda: next(e))
attempt("send", lambda: e.send("hi"))
attempt("throw", lambda: e.throw(ValueError("oops")))
attempt("throw class", lambda: e.throw(ValueError))
attempt("unhandled", lambda: e.throw(KeyError("k")))
attempt("finished", lambda: e.send(2))
attempt("throw late", lambda: e.throw(ValueError("late")))
attempt("close late", e.close)
fresh = echo("fresh")
attempt("throw first", lambda: fresh.throw(OSError("before start")))
attempt("then", lambda: next(fresh))
for bad in (3, int, "text", None):
    attempt(f"throw {bad}", lambda bad=bad: echo().throw(bad))


def outer():
    first = yield from inner("one")
    print("<inner returned", first, ">")
    try:
        yield from inner("two")
    except LookupError as error:
        print("<outer caught", repr(error), ">")
        yield "after"
    rest = yield from iter([7, 8])
    return first, rest


def inner(tag):
    try:
        got = yield tag
        return [tag, got]
    finally:
        print(f"<inner {tag} done>")


o = outer()
attempt("a", lambda: next(o))
attempt("b", lambda: o.send("x"))
attempt("c", lambda: o.throw(IndexError("i")))
attempt("d", lambda: next(o))
attempt("e", lambda: o.send("to an iterator without send"))
o = outer()
next(o)
attempt("close", o.close)
o = outer()
next(o), o.send(1), o.throw(KeyError("k")), next(o)
attempt("throw at iterator", lambda: o.throw(RuntimeError("r")))


class Delegate:
    """yield from hands throw and close to whatever has them."""

    def __iter__(self):
        return self

    def __next__(self):
        return "next"

    def send(self, value):
        if value == "stop":
            raise StopIteration("result")
        return f"sent {value}"

    def throw(self, error):
        return f"thrown {error!r}"

    def close(self):
        print("<delegate closed>")


def wrap(thing):
    result = yield from thing
    yield f"wrapped {result}"


w = wrap(Delegate())
print(next(w), w.send(3), w.throw(ValueError("v")), w.send("stop"))
w = wrap(Delegate())
next(w)
w.close()
attempt("not iterable", lambda: next(wrap(3)))


def closes_with(action):
    try:
        yield 1
    except GeneratorExit:
        match action:
            case "return":
                return "value of close"
            case "yield":
                yield "refused"
            case "raise":
                raise ArithmeticError("in close") from None


for action in "return", "yield", "raise", "ignore":
    g = closes_with(action)
    next(g)
    attempt(f"close and {action}", g.close)
attempt("close unstarted", closes_with("return").close)


def stops(how):
    yield 0
    if how == "raise":
        raise StopIteration("leak")
    yield next(iter(()))


for how in "raise", "next":
    attempt(how, lambda: list(stops(how)))


def selfish():
    yield next(me)


me = selfish()
attempt("reentrant", lambda: next(me))


def states():
    yield inspect.getgeneratorstate(s)


s = states()
print(inspect.getgeneratorstate(s), next(s), inspect.getgeneratorstate(s), list(s), inspect.getgeneratorstate(s), s.gi_frame)


def local(a):
    b = a * 2
    yield b
    c = yield b + 1
    yield c


g = local(5)
next(g)
print(inspect.getgeneratorlocals(g), g.gi_frame.f_lineno - local.__code__.co_firstlineno, g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name)
g.__name__ = "renamed"
print(g.__name__, g.__qualname__, repr(g).partition(" at ")[0], type(g).__name__)


def context():
    try:
        yield sys.exception()
        yield sys.exception()
    except Exception as error:
        yield (repr(error), repr(error.__context__))
        yield repr(sys.exception())
    yield sys.exception()


c = context()
try:
    raise KeyError("outside")
except KeyError:
    print(repr(next(c)))
    print(next(c), c.throw(ValueError("thrown in")), next(c))
print(next(c))


def averager():
    total = count = 0
    average = None
    while (value := (yield average)) is not None:
        total += value
        count += 1
        average = total / count
    return total, count, average


def grouped(results):
    while True:
        results.append((yield from averager()))


results = []
g = grouped(results)
next(g)
for value in [10, 20, None, 1, 2, 6, None]:
    g.send(value)
g.close()
print(results)


def recursive(tree):
    match tree:
        case [left, root, right]:
            depth = max((yield from recursive(left)), (yield root) or 0, (yield from recursive(right)))
            return depth + 1
        case None:
            return 0


walk = recursive([[None, "a", [None, "b", None]], "c", [None, "d", None]])
print(list(walk), [*recursive(None)])
lazy = (print("evaluated", i) or i for i in (print("outermost now") or range(2)))
print("made", next(lazy), lazy.gi_frame.f_locals["i"])
a, b = itertools.tee(wrap("teed"))
print(next(a), next(a) == next(b), sum(x for x in range(4) if (yielded := x) % 2), yielded)
