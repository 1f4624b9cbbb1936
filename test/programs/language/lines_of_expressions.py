"""Line events within expressions of several lines, in loops that stand for calls, and of exceptions on their way through handlers."""
# Runs in a process of its own.
import sys

events = sys.monitoring.events
TOOL = 3


class Manager:
    def __init__(self, suppresses=False): self.suppresses = suppresses
    def __enter__(self): return self
    def __exit__(self, *args): return self.suppresses


def same(*args, **names):
    return args[0]


def operands(a, b):
    x = (
        a +
        b
    )
    y = same(
        a,
        same(b),
        c=a,
    )
    return [
        a,
        x,
        y
        + 1,
    ]


def displays(a, b):
    x = {
        'k':
            a,
        b: a,
    }
    (a,
     b) = 3, 4
    a, b = (
        b,
        a)
    a += (
        b
        * 2)
    return (not
            a)


def comparisons(a, b):
    x = (1
         < a
         < b)
    y = (a
         is None)
    z = (a == 5
         and (a == 4
              or b == 5)
         and not b == 6)
    w = '%s %s' % (
        a,
        b)
    return a if (
        x
    ) else (
        b)


def items(a, b):
    a[
        b:
    ] = [
        1]
    a[b:
      3] = a
    a[
        0
    ] += (
        2)
    return (a
            [0])


@same
@same
def decorated(
    a=1,
    b=2,
):
    @same
    class Inner:
        x = a
    return (
        b)


def comprehensions(a, b):
    x = [
        c
        for c in range(3)
        if c
    ]
    y = {
        c:
            c
        for c in a
        if b
        if c}
    return sum(
        c
        for c in a)


def loops(a, b):
    if any(c > 1 for c in a):
        x = tuple(
            c
            for c in a)
    y = [all(c < d for c in a) for d in range(3)]
    return any(
        c
        for c in ())


def failing_loop(a, b):
    try:
        return all(c / 0
                   for c in a)
    except ZeroDivisionError:
        return tuple(c for c in a)


def hidden(a, b):
    any = same
    return any(c for c in a) is not None


def recursion(a, b):
    if len(a) == 1:
        return a
    return recursion(a[1:], b)


def walk(n):
    if n:
        for x in walk(n - 1): yield x
    yield n


def generators(a, b):
    return list(walk(2))


def suppressed(a, b):
    with Manager(True), Manager():
        1 / 0
    with Manager(True) as x:
        with Manager() as y:
            1 / 0
    try:
        with Manager():
            1 / 0
    except ZeroDivisionError:
        raise


def jumps(a, b):
    for i in a:
        with Manager(), Manager():
            if i == 1:
                continue
            break
    with Manager():
        return


def short(a, b): return (yield)


FUNCTIONS = [operands, displays, comparisons, items, decorated, comprehensions, loops, failing_loop, hidden, recursion,
             generators, suppressed, jumps, short]
OF_HERE = {f.__code__.co_name for f in FUNCTIONS} | {'walk', '<genexpr>', 'Inner'}


def run(function):
    try:
        result = function([1, 2, 3], 2)
        if function is short:
            next(result)
            result.close()
    except Exception as error:
        return type(error).__name__


def traced(function):
    first = function.__code__.co_firstlineno
    seen = []

    def trace(frame, event, arg):
        if frame.f_code.co_name not in OF_HERE: return None
        seen.append(f'{event[0]}{frame.f_lineno - first}')
        return trace

    sys.settrace(trace)
    try:
        run(function)
    finally:
        sys.settrace(None)
    return ' '.join(seen)


def monitored(function):
    first = function.__code__.co_firstlineno
    seen = []

    def line(code, number):
        if code.co_name in OF_HERE: seen.append(f'{number - first}')

    sys.monitoring.use_tool_id(TOOL, 'lines')
    sys.monitoring.register_callback(TOOL, events.LINE, line)
    sys.monitoring.set_events(TOOL, events.LINE)
    try:
        run(function)
    finally:
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.register_callback(TOOL, events.LINE, None)
        sys.monitoring.free_tool_id(TOOL)
    return ' '.join(seen)


for function in FUNCTIONS:
    print(function.__name__, 'trace', traced(function))
    print(function.__name__, 'lines', monitored(function))
