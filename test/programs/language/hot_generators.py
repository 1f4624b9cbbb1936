"""Generators and coroutines that get hot: resumed by loops, builtins, send() and await, left and ended in all ways."""
import sys


def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i += got
        i += 1
    return "counted"


def total(it):
    s = 0
    for x in it:
        s += x
    return s


print(total(count(3000)), sum(count(3000)), list(count(3000))[-3:], max(count(500)))


def typed(n, change):
    for i in range(n):
        if i == change:
            yield "text"
        elif i == change + 1:
            yield 2**70
        elif i == change + 2:
            yield 0.5
        else:
            yield i


def kinds(n, change):
    seen = {}
    for x in typed(n, change):
        name = type(x).__name__
        seen[name] = seen.get(name, 0) + 1
    return seen


for change in (10_000, 1500, 3, 2999):
    print(kinds(3000, change))

# Results of `yield from`, through several levels, and what is sent and thrown through them.


def middle(n):
    got = yield from count(n)
    yield got
    return len(got)


def outer(n):
    length = yield from middle(n)
    yield length


for _ in range(3):
    print(sum(x for x in outer(2000) if isinstance(x, int)), list(outer(3)))

sender = outer(10_000)
print(next(sender))
moved = [sender.send(k % 3) for k in range(2000)]
print(moved[:6], moved[-1], sum(moved))


class Stop(Exception):
    pass


def careful(log):
    n = 0
    while True:
        try:
            yield n
            n += 1
        except Stop as stop:
            log.append((n, str(stop)))
            n = 0
        finally:
            log.append(n) if n % 1000 == 0 else None


log = []
gen = careful(log)
for i in range(3000):
    next(gen)
print(gen.throw(Stop("first")), log)
for i in range(1500):
    next(gen)
print(gen.throw(Stop("second")), log)
gen.close()
print(log, next(gen, "closed"))


def failing(n, at):
    for i in range(n):
        yield 10 // (at - i)


def consume(n, at):
    s = 0
    try:
        for x in failing(n, at):
            s += x
    except ZeroDivisionError as error:
        tb = error.__traceback__
        lines = []
        while tb is not None:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        return s, lines
    return s, None


for at in (-1, 2500, 5, 1999):
    print(consume(2000, at))


def early(n):
    if n > 5:
        return
    yield n


print(sum(sum(early(i % 9)) for i in range(3000)))


def raises_stop(n):
    for i in range(n):
        if i == 900:
            raise StopIteration("inside")
        yield i


try:
    print(total(raises_stop(2000)))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))


def looks(n):
    for i in range(n):
        frame = sys._getframe()
        yield (frame.f_lineno, frame.f_locals["i"], frame.f_back.f_code.co_name)


def watch(n):
    last = None
    for entry in looks(n):
        last = entry
    return last


for _ in range(2):
    first, i, name = watch(700)
    print(first - looks.__code__.co_firstlineno, i, name)

gen = count(5)
print(gen.gi_frame.f_lineno - count.__code__.co_firstlineno, gen.gi_running, gen.gi_suspended)
for x in gen:
    last = (gen.gi_running, gen.gi_suspended, gen.gi_frame.f_locals["i"])
print(last, gen.gi_frame, gen.gi_suspended)


def itself():
    yield 1
    try:
        next(me)
    except ValueError as error:
        yield str(error)


for _ in range(600):
    me = itself()
    answers = list(me)
print(answers)


class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            for x in self.right:
                yield x


def build(low, high):
    if low >= high:
        return None
    mid = (low + high) // 2
    return Node(mid, build(low, mid), build(mid + 1, high))


tree = build(0, 1000)
print([sum(tree) for _ in range(4)], list(tree) == list(range(1000)))


def deep(n):
    if n > 0:
        yield from deep(n - 1)
    yield n


def deep_loop(n):
    if n > 0:
        for x in deep_loop(n - 1):
            yield x
    yield n


sys.setrecursionlimit(20_000)
for _ in range(3):
    print(sum(deep(400)), sum(deep_loop(200)))
print(sum(deep(4000)))
sys.setrecursionlimit(1000)
for f in (deep, deep_loop):
    try:
        print(sum(f(5000)))
    except RecursionError as error:
        print(f.__name__, error)
print(sum(deep(100)))

# Coroutines


class Wait:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        got = yield self.value
        return got


async def leaf(x):
    return x + 1


async def waits(x):
    if x % 100 == 0:
        return await Wait(x)
    return await leaf(x)


async def main(n):
    s = 0
    for i in range(n):
        s += await waits(i)
    return s


def drive(coroutine):
    value = None
    waited = []
    while True:
        try:
            waited.append(coroutine.send(value))
            value = 7
        except StopIteration as stop:
            return stop.value, len(waited), sum(waited)


print([drive(main(2000)) for _ in range(3)])


async def fails(n):
    for i in range(n):
        try:
            await broken(i)
        except KeyError as error:
            if i % 400 == 0:
                print("caught", error, error.__context__)
    return "done"


async def broken(i):
    if i % 2 == 0:
        raise KeyError(i)
    return await leaf(i)


print(drive(fails(1500)))

again = leaf(1)
drive(again)
try:
    drive(again)
except RuntimeError as error:
    print(error)


async def ticker(n):
    for i in range(n):
        yield i


async def collect(n):
    s = 0
    async for i in ticker(n):
        s += i
    return s, [i async for i in ticker(5)]


print([drive(collect(1200))[0] for _ in range(2)])

# Observers see generators that are hot already.
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name == "count":
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer
    return None


warm = count(10_000)
total(x for x in (next(warm) for _ in range(3000)))
sys.settrace(tracer)
for x in warm:
    if x > 3002:
        break
for x in count(2):
    pass
sys.settrace(None)
print(events)
print(total(count(2000)))


def helper(i):
    return i + 1


def observed_midway(n, observe):
    s = 0
    for i in range(n):
        if i == n - 3:
            observe()
        s += helper(i)
        for x in count(i % 3):
            s += x
    sys.settrace(None)
    return s


def every(frame, event, arg):
    if frame.f_code.co_name in ("count", "helper"):
        events.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
        return every
    return None


for n in (1000, 500):
    events = []
    print(observed_midway(n, lambda: sys.settrace(every)), events)
    print(observed_midway(n, lambda: None))
