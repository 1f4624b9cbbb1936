"""What observers hear where an exception leaves a comprehension: it is handled at no line, and the comprehension's line begins again."""
import sys

events = sys.monitoring.events
TOOL = 3


def simple(a, f):
    return [i for i in a if f(i)]


def caught(a, f):
    try:
        b = {i: f(i) for i in a}
    except ZeroDivisionError:
        b = [j for j in a]
    return b


def nested(a, f):
    for i in a:
        try:
            return [[f(k) for k in a]
                    for j in a]
        except ArithmeticError as error:
            b = {error for error in a}
        finally:
            c = 1
    return b


def both(a, f):
    return [i for i in a], \
        {f(i) for i in a}


def divide(i):
    return 1 / (i - 1)


def observe(function):
    code = function.__code__
    lines = {}
    for start, end, line in code.co_lines():
        for place in range(start, end): lines[place] = line and line - code.co_firstlineno
    seen = []

    def note(name):
        def told(where, place, *rest):
            if where is code: seen.append(f'{name} {lines.get(place)}')
        return told

    def line(where, line):
        if where is code: seen.append(f'{line - code.co_firstlineno}')

    sys.monitoring.use_tool_id(TOOL, 'errors')
    names = ['RAISE', 'RERAISE', 'EXCEPTION_HANDLED', 'PY_UNWIND', 'PY_RETURN']
    for name in names: sys.monitoring.register_callback(TOOL, getattr(events, name), note(name))
    sys.monitoring.register_callback(TOOL, events.LINE, line)
    sys.monitoring.set_events(TOOL, sum(getattr(events, name) for name in names) | events.LINE)
    try:
        function([0, 1, 2], divide)
    except ZeroDivisionError:
        pass
    finally:
        sys.monitoring.set_events(TOOL, 0)
        sys.monitoring.free_tool_id(TOOL)
    print(function.__name__, *seen, sep='; ')


def trace(function):
    code = function.__code__
    seen = []

    def tracer(frame, event, argument):
        if frame.f_code is not code: return None
        seen.append(f'{event} {frame.f_lineno - code.co_firstlineno}')
        return tracer

    sys.settrace(tracer)
    try:
        function([0, 1, 2], divide)
    except ZeroDivisionError:
        pass
    finally:
        sys.settrace(None)
    print(function.__name__, *seen, sep='; ')


for function in simple, caught, nested, both:
    observe(function)
    trace(function)
