"""Generators that delegate to each other and are suspended together, when somebody else resumes, asks or ends one of them in between."""
import asyncio
import sys
import types


class Node:
    def __init__(self, depth, name="n"):
        self.name = name
        self.left = Node(depth - 1, name + "l") if depth else None
        self.right = Node(depth - 1, name + "r") if depth else None

    def walk(self):
        if self.left:
            yield from self.left.walk()
        yield self.name
        if self.right:
            yield from self.right.walk()


def steps(n, log=None):
    """What the innermost generators are."""
    got = []
    try:
        for i in range(n):
            got.append((yield i))
    finally:
        if log is not None:
            log.append(("end", n, got))
    return got


def around(inner, log=None):
    try:
        result = yield from inner
        if log is not None:
            log.append(("result", result))
        return result
    except KeyError as error:
        if log is not None:
            log.append(("caught", error.args, sys.exception() is error))
        result = yield "after"
        return result


def chain(n, levels=3, log=None):
    made = [steps(n, log)]
    for _ in range(levels):
        made.append(around(made[-1], log))
    return made


def warm():
    tree = Node(6)
    for _ in range(60):
        assert sum(1 for _ in tree.walk()) == 127
        made = chain(30)
        for _ in made[-1]:
            pass
        root = chain(20)[-1]
        next(root)
        for value in range(19):
            root.send(value)


def states(made):
    return [(g.gi_running, g.gi_suspended, g.gi_yieldfrom in made, g.gi_frame and g.gi_frame.f_back) for g in made]


def looked_at():
    made = chain(6)
    root = made[-1]
    print(next(root), next(root), states(made))
    print(next(root), root.gi_frame.f_back, made[0].gi_frame.f_back, made[0].gi_frame.f_locals["got"])
    print(next(root), list(root), states(made))


def taken_by_others():
    for level in range(4):
        log = []
        made = chain(8, 3, log)
        root = made[-1]
        print(level, [next(root), next(root)], next(made[level]), next(root), made[level].send("sent"), list(root), log)


def shared():
    log = []
    inner = steps(9, log)
    one, other = around(around(inner, log), log), around(inner, log)
    print([next(one), next(other), next(other), next(one), next(one), next(other)])
    print(list(other), list(one), log)


def ended_by_others():
    for level in range(4):
        log = []
        made = chain(8, 3, log)
        root = made[-1]
        next(root), next(root), next(root)
        made[level].close()
        print(level, list(root), states(made), log)


def thrown():
    for level in range(4):
        for error in KeyError("k"), ValueError("v"), GeneratorExit():
            log = []
            made = chain(8, 3, log)
            root = made[-1]
            next(root), next(root), next(root)
            try:
                print(level, "threw", made[level].throw(error))
                print(list(root))
            except BaseException as raised:
                print(level, repr(raised), raised is error, list(root))
            print(states(made), log)


def asking(inner_of, n):
    """Asks the generators around it, while it runs."""
    for i in range(n):
        answers = []
        for g in inner_of:
            answers.append((g.gi_running, g.gi_suspended, g.gi_yieldfrom))
            try:
                next(g)
            except ValueError as error:
                answers.append(error.args[0])
        frame, names = sys._getframe(), []
        while frame and frame.f_code.co_name != "inside":
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        yield i, answers, names


def inside():
    made = []
    made.append(asking(made, 40))
    for _ in range(2):
        made.append(around(made[-1]))
    seen = None
    for _, answers, names in made[-1]:
        now = str(answers), names
        if now != seen:
            print(now)
        seen = now


def handling(n):
    for i in range(n):
        try:
            raise KeyError(i)
        except KeyError:
            yield repr(sys.exception())
        yield repr(sys.exception())


def handles_around(inner):
    try:
        raise IndexError("around")
    except IndexError:
        yield from inner
    yield repr(sys.exception())


def exceptions():
    for make in (
        lambda: around(around(handling(4))),
        lambda: around(handles_around(around(handling(4)))),
        lambda: handles_around(around(around(handling(4)))),
        lambda: handles_around(handles_around(handling(4))),
    ):
        seen = []
        root = make()
        seen.append(next(root))
        try:
            raise OSError("consumer")
        except OSError:
            seen.append(next(root))
            seen.append(next(root))
            seen.append(repr(sys.exception()))
        seen.append(next(root))
        seen.extend(root)
        print(seen, sys.exception())


def failing(n):
    yield from range(n)
    raise KeyError(n)


def from_the_inside():
    for levels in 1, 2, 3:
        log = []
        inner = failing(3)
        for _ in range(levels):
            inner = around(inner, log)
        print(list(inner), log)
    try:
        for _ in steps_of_failing(0):
            pass
    except KeyError as error:
        tb, places = error.__traceback__, []
        while tb:
            places.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        print(places)


def steps_of_failing(n):
    yield "first"
    if n < 4:
        yield from steps_of_failing(n + 1)
    else:
        yield from failing(2)


def observed():
    events = []

    def profiler(frame, event, arg):
        if event in ("call", "return"):
            events.append((event, frame.f_code.co_name, arg if isinstance(arg, int) else None))

    made = chain(6)
    root = made[-1]
    next(root), next(root)
    sys.setprofile(profiler)
    next(root)
    sys.setprofile(None)
    print(next(root), events)
    print(states(made), list(root))


def deep(n):
    if n:
        yield from deep(n - 1)
    else:
        yield from range(3)


def from_far_below():
    root = deep(200)
    print(next(root))

    def down(n):
        if n:
            return down(n - 1)
        return next(root)

    print(down(20), down(100))
    print(list(root))


@types.coroutine
def pause(value):
    return (yield value)


async def inner_coroutine(n):
    total = 0
    for i in range(n):
        total += await pause(i)
    return total


async def outer_coroutine(inner):
    return await inner


def coroutines():
    for _ in range(80):
        inner = inner_coroutine(5)
        middle = outer_coroutine(inner)
        root = outer_coroutine(middle)
        seen = [root.send(None)]
        for i in range(3):
            seen.append(root.send(i))
    print(seen, middle.cr_await is inner, inner.cr_running, inner.cr_suspended, inner.cr_frame.f_back)
    try:
        outer_coroutine(inner).send(None)
    except RuntimeError as error:
        print(error)
    print(inner.send(10))
    try:
        root.send(20)
    except StopIteration as stop:
        print("result", stop.value)


async def sleeper(n, log):
    try:
        for _ in range(n):
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append("cancelled")
        raise
    finally:
        log.append(n)


async def nested(n, depth, log):
    if depth:
        await nested(n, depth - 1, log)
    else:
        await sleeper(n, log)


async def tasks():
    log = []
    for _ in range(30):
        await asyncio.gather(*(nested(5, depth, []) for depth in range(5)))
    task = asyncio.create_task(nested(100, 4, log))
    for _ in range(10):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log.append("task")
    print(log)


warm()
looked_at()
taken_by_others()
shared()
ended_by_others()
thrown()
inside()
exceptions()
for _ in range(30):
    sum(1 for _ in zip(range(5), steps_of_failing(0)))
from_the_inside()
observed()
for _ in range(20):
    sum(deep(30))
from_far_below()
coroutines()
asyncio.run(tasks())
