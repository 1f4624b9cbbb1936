"""What is left of a comprehension that an exception leaves: its variables are unbound, and its line is told again."""
import sys

events = []


def tracer(frame, event, arg):
    events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer


def outer_of_the_same_name(a):
    x = 3
    y = [1 for z in range(2)]
    return [x / 0 for x in a]


def handled_in_the_function(a):
    try:
        return [[y / x for y in a] for x in a]
    except ZeroDivisionError:
        return sorted(sys._getframe().f_locals)


def cells(a):
    return [(lambda: x)() / 0 for x in a if x]


def one_line(a): return {x: 1 / 0 for x in a}


def several_lines(a):
    return {
        x / 0: y
        for x, y in a}


def in_a_loop(a):
    r = 0
    for i in range(3):
        try:
            r += sum([i / x for x in a])
        except ZeroDivisionError:
            r -= 1
        else:
            r += 10
        finally:
            r += 100
    return r


def without_variables(a):
    box = [None]
    return [box[0] / 0 for box[0] in a]


def inner(a):
    for k in a:
        yield {k: v / 0 for v in a}


def show(error):
    entry = error.__traceback__.tb_next
    while entry is not None:
        frame = entry.tb_frame
        print(' ', frame.f_code.co_name, entry.tb_lineno - frame.f_lineno, frame.f_locals)
        entry = entry.tb_next


FUNCTIONS = (
    outer_of_the_same_name, handled_in_the_function, cells, one_line, in_a_loop, without_variables,
)
for function in FUNCTIONS:
    for trace in None, tracer:
        events.clear()
        sys.settrace(trace)
        try:
            result = function([1, 0])
            sys.settrace(None)
            print(function.__name__, result)
        except Exception as error:
            sys.settrace(None)
            print(function.__name__, repr(error))
            show(error)
        print(' ', events)

try:
    several_lines([(1, 2)])
except ZeroDivisionError as error:
    show(error)


# Consumed within what is compiled, too.
def consume(a):
    total = 0
    for item in inner(a):
        total += len(item)
    return total


for turn in range(300):
    a = [] if turn % 100 != 99 else [1]
    try:
        assert consume(a) == 0
    except ZeroDivisionError as error:
        show(error)


# And by builtins.
def listed(a):
    return [len(item) for item in list(inner(a))], sum(len(item) for item in inner(a))


for turn in range(300):
    a = [] if turn % 100 != 99 else [1]
    try:
        assert listed(a) == ([], 0)
    except ZeroDivisionError as error:
        show(error)


def total(a):
    try:
        return sum([8 // x for x in a])
    except ZeroDivisionError:
        return sorted(sys._getframe().f_locals)


def hot(count):
    seen = {}
    for i in range(count):
        result = str(total([1, 2, i % 7]))
        seen[result] = seen.get(result, 0) + 1
    return seen


print(hot(500))


# Names that are suggested come from what is still bound.
def suggested(a):
    return [phrase / 0 for phrase in a]


def mistyped(a):
    try:
        [phrase / 0 for phrase in a]
    except ZeroDivisionError:
        return phrese


import traceback
try:
    mistyped([1])
except NameError as error:
    print(traceback.format_exception_only(error))

sys.settrace(tracer)
for source in "w = [x / 0\n     for x in [1]]\n", "class C:\n    a = 1\n    w = {x / 0\n         for x in [a]}\n":
    events.clear()
    try:
        exec(compile(source, 'm', 'exec'), {'a': 1})
    except ZeroDivisionError:
        print(events)
sys.settrace(None)
