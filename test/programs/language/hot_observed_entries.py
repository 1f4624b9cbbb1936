"""Observers that raise when a frame is entered or resumed, and calls that are loops to CPython's compiler."""
import inspect
import sys


def plain(
    a,
):
    b = a
    return b


def numbers():
    yield 1
    x = (yield 2)
    return x


def raising(turn):
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        if frame.f_code.co_name not in ('plain', 'numbers'):
            return None
        if event == 'call':
            count += 1
            if count == turn:
                raise ValueError(frame.f_lineno)
        return trace

    return trace


def lines_of(function, turn):
    sys.settrace(raising(turn))
    try:
        result = function()
    except ValueError as error:
        sys.settrace(None)
        found = []
        entry = error.__traceback__
        while entry is not None:
            found.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
            entry = entry.tb_next
        result = found[1:], error.args
    finally:
        sys.settrace(None)
    return result


for turn in range(40):
    found = [lines_of(function, number) for number in (1, 2, 3, 4) for function in (lambda: plain(1), lambda: list(numbers()))]
    if turn in (0, 39):
        print(*found, sep='\n')


EVENTS = []


def profiler(frame, event, argument):
    if frame.f_code.co_filename == __file__ and not frame.f_code.co_flags & inspect.CO_GENERATOR:
        EVENTS.append((event, frame.f_code.co_name, argument.__name__ if event.startswith('c_') else None))


def loops(items):
    return any(x > 1 for x in items), all(x > 1 for x in items), tuple(x for x in items), sum(x for x in items), list(x for x in items)


def not_loops(items):
    made = (x for x in items)
    return any(made), all([x for x in items]), any((lambda: (x for x in items))()), tuple(items)


def renamed(items):
    any = max
    return any(x for x in items)


def failing(items):
    try:
        return all(1 / x for x in items)
    except ZeroDivisionError:
        return len(items)


for turn in range(40):
    EVENTS.clear()
    for function in loops, not_loops, renamed, failing:
        sys.setprofile(profiler)
        try:
            function([0, 1, 2])
        finally:
            sys.setprofile(None)
    if turn in (0, 39):
        print(*EVENTS, sep='\n')
