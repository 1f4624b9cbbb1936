"""A loop over a generator that returns a value, or over an iterator in Python, ends by an exception that tracers are told of."""
# Runs in a process of its own.
import sys

M = sys.monitoring
E = M.events


def items(n, result):
    for i in range(n):
        yield i
    return result


class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self

    def __next__(self):
        self.n -= 1
        if self.n < 0: raise StopIteration('end')
        return self.n


class Wrapped:
    def __init__(self, n): self.n = n
    def __iter__(self): return items(self.n, 'wrapped')


def loop(n, result):
    for x in items(n, result):
        pass
    else:
        x = 1
    for x in Wrapped(n): pass
    for x in Countdown(n):
        y = x


def comprehensions(n, result):
    a = [x
         for x in items(n, result)]
    b = {x: 1 for x in Countdown(n)}
    return sum(x for x in items(n, result))


def left(n, result):
    for x in items(n, result):
        for y in items(n, x): pass


def inner(n, result):
    def chain():
        return (yield from items(n, result))
    for x in chain(): pass


def traced(function, *args):
    seen = []
    first = function.__code__.co_firstlineno

    def trace(frame, event, arg):
        if event == 'exception':
            kind, value, tb = arg
            seen.append((frame.f_code.co_name, frame.f_lineno - first, kind.__name__, value.args, tb is None))
        return trace

    sys.settrace(trace)
    function(*args)
    sys.settrace(None)
    return seen


def monitored(function, wanted, *args):
    seen = []
    M.use_tool_id(3, 'ends')
    M.register_callback(3, E.RAISE, lambda code, place, e: seen.append(('raise', code.co_name, e.args)))
    M.register_callback(3, E.STOP_ITERATION, lambda code, place, e: seen.append(('stop', code.co_name, e.args)))
    M.set_events(3, wanted)
    function(*args)
    M.set_events(3, 0)
    M.free_tool_id(3)
    return seen


def failing(n, result):
    """What the trace function raises leaves the loop."""
    def trace(frame, event, arg):
        if event == 'exception' and frame.f_code is loop.__code__: raise KeyError('tracer')
        return trace
    sys.settrace(trace)
    try:
        loop(n, result)
    except KeyError as e:
        print('failed with', e, [t.tb_lineno - loop.__code__.co_firstlineno for t in [e.__traceback__.tb_next]])
    finally:
        sys.settrace(None)


for function in loop, comprehensions, left, inner:
    for n in 0, 2:
        for result in None, 5, (1, 2):
            print(function.__name__, n, result)
            for line in traced(function, n, result): print('   ', *line)
            for wanted in E.RAISE | E.LINE, E.RAISE | E.STOP_ITERATION | E.BRANCH_LEFT | E.BRANCH_RIGHT, E.STOP_ITERATION:
                if n or wanted != E.STOP_ITERATION:
                    print('   ', wanted, *monitored(function, wanted, n, result))
failing(2, 5)
