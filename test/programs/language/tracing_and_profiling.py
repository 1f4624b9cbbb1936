"""sys.settrace and sys.setprofile: call, line, return and exception events of a function, with line numbers."""
import sys

events = []


def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__:
        return None
    line = frame.f_lineno - frame.f_code.co_firstlineno
    shown = arg if isinstance(arg, (int, str, type(None))) else arg[0].__name__ if event == "exception" else type(arg).__name__
    events.append(f"{event} {frame.f_code.co_name}+{line} {shown}")
    return tracer


def simple(a):
    b = a + 1
    if b > 5:
        b = 0
    return b


def loop(n):
    total = 0
    for i in range(n):
        total += i
    return total


def raises():
    try:
        {}["x"]
    except KeyError:
        return "handled"
    finally:
        done = True


def generator():
    yield 1
    yield 2


def nested():
    values = [simple(v) for v in (1, 5)]
    return sum(values)


def with_while():
    n = 2
    while n:
        n -= 1
    else:
        n = "done"
    return n


def multi():
    return simple(
        1
        + 2
    )


for function, args in ((simple, (1,)), (simple, (9,)), (loop, (2,)), (raises, ()), (lambda: list(generator()), ()), (nested, ()), (with_while, ()), (multi, ())):
    sys.settrace(tracer)
    try:
        function(*args)
    finally:
        sys.settrace(None)
    print(function.__name__, args)
    for event in events:
        print("  ", event)
    events.clear()
profile = []
sys.setprofile(lambda frame, event, arg: profile.append((event, frame.f_code.co_name, getattr(arg, "__name__", arg) if event.startswith("c_") else None)))
simple(len("abc"))
sys.setprofile(None)
print(profile)
print(sys.gettrace(), sys.getprofile())


def no_lines(frame, event, arg):
    frame.f_trace_lines = False
    events.append(event)
    return no_lines


sys.settrace(no_lines)
loop(3)
sys.settrace(None)
print(events)
events.clear()


def changing(frame, event, arg):
    if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        frame.f_locals["b"] = 100
    return changing


sys.settrace(changing)
result = simple(1)
sys.settrace(None)
print(result)


def failing(frame, event, arg):
    raise RuntimeError("tracer failed")


sys.settrace(failing)
try:
    simple(1)
except RuntimeError as error:
    print(error, sys.gettrace())


def frames():
    here = sys._getframe()
    return here.f_code.co_name, here.f_back.f_code.co_name, here.f_lineno - here.f_code.co_firstlineno, sorted(here.f_locals), here.f_globals is globals(), sys._getframe(1).f_back is None


print(frames())
