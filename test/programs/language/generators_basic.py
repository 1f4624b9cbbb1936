"""Generators: send, throw, close, return values, delegation, state, errors inside."""
import inspect


def echo():
    received = []
    try:
        while True:
            item = yield received[-1:] or "start"
            received.append(item)
    except KeyError as error:
        yield f"caught {error!r}"
    except GeneratorExit:
        print("closing", received)
        raise
    finally:
        print("finally", received)


g = echo()
print(next(g), g.send(1), g.send("two"), inspect.getgeneratorstate(g), g.gi_frame.f_locals["received"], g.gi_running)
print(g.throw(KeyError("k")), inspect.getgeneratorstate(g))
print(next(g, "exhausted"), inspect.getgeneratorstate(g), g.gi_frame)
g = echo()
next(g)
print(g.close(), g.close(), next(g, None))
fresh = echo()
try:
    fresh.send(5)
except TypeError as error:
    print(error)
print(fresh.close(), next(fresh, "closed before start"))
try:
    echo().throw(ValueError("not started"))
except ValueError as error:
    print(error, error.__traceback__.tb_next is not None)


def returning():
    yield 1
    return "result"


r = returning()
next(r)
try:
    next(r)
except StopIteration as stop:
    print(stop.value, stop.args)
print([x for x in returning()], list(returning()))


def outer(inner):
    try:
        value = yield from inner
        print("inner returned", value)
    except Exception as error:
        print("outer caught", repr(error))
        yield "recovered"
    return "outer done"


def sub():
    while True:
        try:
            x = yield
            print("sub got", x)
            if x is None:
                return "sub result"
        except ZeroDivisionError:
            print("sub handled")
            yield "handled"


o = outer(sub())
next(o), o.send("a"), print(o.throw(ZeroDivisionError)), o.send("b")
print(o.gi_yieldfrom.__name__)
try:
    next(o), next(o)
except StopIteration as stop:
    print(stop.value)
o = outer(sub())
next(o)
print(o.throw(ValueError("through")), next(o, "end"))
print([*outer([1, 2])], [*outer("ab")], [*outer(iter({3: 4}))])
try:
    o = outer(iter([1]))
    next(o)
    o.send("x")
except AttributeError as error:
    print(error)
else:
    print("caught inside")


def stop_inside():
    yield 1
    raise StopIteration("leaks")


def next_inside():
    yield next(iter([]))


for f in (stop_inside, next_inside):
    try:
        list(f())
    except RuntimeError as error:
        print(error, "|", repr(error.__cause__))


patience = [1]


def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            if not patience:
                return
            patience.pop()
            print("refusing")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def recursive():
    yield next(me)


me = recursive()
try:
    next(me)
except ValueError as error:
    print(error)


def close_value():
    try:
        yield
    except GeneratorExit:
        return "closed with value"


c = close_value()
next(c)
print(c.close(), c.close())


def flatten(tree):
    if isinstance(tree, list):
        for node in tree:
            yield from flatten(node)
    else:
        yield tree


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found):
            found.append(n)
            yield n
        n += 1


def chain(*its):
    for it in its:
        yield from it


import itertools
print(list(flatten([1, [2, [3, [[4]]], []], 5])), list(itertools.islice(primes(), 8)), list(chain("ab", range(2), (x for x in "c"))))


def averager():
    total, count = 0.0, 0
    average = None
    while True:
        total += yield average
        count += 1
        average = total / count


a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
gen = (i for i in range(3))
print(type(gen), gen.__name__, gen.__qualname__, iter(gen) is gen, hasattr(gen, "__len__"), gen.gi_code.co_flags & inspect.CO_GENERATOR != 0)
gen.__name__ = "renamed"
print(repr(gen).split(" at ")[0], inspect.isgeneratorfunction(echo), inspect.isgenerator(gen))
for action in (lambda: echo().send(), lambda: gen.throw(), lambda: gen.throw(5), lambda: gen.throw(int), lambda: gen.throw(ValueError, ValueError("x"), None), lambda: next(gen), lambda: gen.throw(ValueError("a"), None), lambda: type(gen)(), lambda: setattr(gen, "x", 1), lambda: len(gen), lambda: gen[0], lambda: list(outer(5)), lambda: setattr(gen, "__name__", 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
