"""`sys.settrace` and `sys.setprofile`: which events come, and what a trace function may do."""

import contextlib
import sys


def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} not raised")


def traced(function, *args):
    """Events of the function's own code and what it calls, with lines relative to its first one."""
    first = function.__code__.co_firstlineno
    events = []

    def trace(frame, event, arg):
        events.append((event, frame.f_lineno - first))
        return trace

    sys.settrace(trace)
    try:
        function(*args)
    finally:
        sys.settrace(None)
    # The last line and call are those of this function.
    return [item for item in events if item[1] >= 0 and item[1] < 30]


def test_nothing_is_set():
    assert sys.gettrace() is None
    assert sys.getprofile() is None


def test_lines_of_a_function():
    def function():
        x = 1
        return x

    assert traced(function) == [("call", 0), ("line", 1), ("line", 2), ("return", 2)]


def test_loop():
    def function():
        for _ in range(2):
            pass
        return 1

    assert traced(function) == [
        ("call", 0), ("line", 1), ("line", 2), ("line", 1), ("line", 2), ("line", 1), ("line", 3), ("return", 3)]


def test_exception():
    def function():
        try:
            1 / 0
        except ZeroDivisionError:
            return 1

    assert traced(function) == [
        ("call", 0), ("line", 1), ("line", 2), ("exception", 2), ("line", 3), ("line", 4), ("return", 4)]


def test_exception_that_leaves():
    seen = []

    def trace(frame, event, arg):
        if frame.f_code is inner.__code__:
            seen.append((event, arg[0] if event == "exception" else arg))
        return trace

    def inner():
        raise KeyError

    sys.settrace(trace)
    try:
        inner()
    except KeyError:
        pass
    finally:
        sys.settrace(None)
    assert seen == [("call", None), ("line", None), ("exception", KeyError), ("return", None)]


def test_generator():
    def function():
        for _ in generator():
            pass

    def generator():
        yield 1
        yield 2

    seen = []

    def trace(frame, event, arg):
        if frame.f_code is generator.__code__:
            seen.append((event, frame.f_lineno - generator.__code__.co_firstlineno, arg))
        return trace

    sys.settrace(trace)
    function()
    sys.settrace(None)
    assert seen == [
        ("call", 0, None), ("line", 1, None), ("return", 1, 1),
        ("call", 1, None), ("line", 2, None), ("return", 2, 2),
        ("call", 2, None), ("return", 2, None)]


def test_local_trace_function_is_what_the_global_one_returns():
    seen = []

    def local(frame, event, arg):
        seen.append(event)

    def trace(frame, event, arg):
        return local if frame.f_code is function.__code__ else None

    def function():
        return 1

    sys.settrace(trace)
    function()
    sys.settrace(None)
    assert seen == ["line", "return"]


def test_f_trace_of_a_running_frame():
    seen = []

    def trace(frame, event, arg):
        seen.append(event)
        return trace

    def function():
        sys._getframe().f_trace = trace
        sys.settrace(lambda *args: None)
        x = 1
        return x

    function()
    sys.settrace(None)
    assert seen[:3] == ["line", "line", "return"]


def test_opcode_events():
    seen = set()

    def trace(frame, event, arg):
        frame.f_trace_opcodes = True
        frame.f_trace_lines = False
        seen.add(event)
        return trace

    def function():
        x = 1
        return x

    for _ in range(2):
        sys.settrace(trace)
        function()
        sys.settrace(None)
    assert seen == {"call", "opcode", "return"}


def test_trace_function_that_raises_is_taken_away():
    def trace(frame, event, arg):
        if event == "line":
            raise RuntimeError("no more")
        return trace if frame.f_code is function.__code__ else None

    def function():
        return 1

    sys.settrace(trace)
    try:
        assert raises(RuntimeError, function) == "no more"
        assert sys.gettrace() is None
    finally:
        sys.settrace(None)


def jumping(function, source, target):
    first = function.__code__.co_firstlineno
    done = []

    def trace(frame, event, arg):
        if frame.f_code is function.__code__ and event == "line" and frame.f_lineno == first + source and not done:
            done.append(1)
            frame.f_lineno = first + target
        return trace

    output = []
    sys.settrace(trace)
    try:
        function(output)
    finally:
        sys.settrace(None)
    return output


def test_jumps():
    def forwards(output):
        output.append(1)
        output.append(2)
        output.append(3)

    def out_of_a_loop(output):
        for i in 1, 2:
            output.append(i)
        output.append(3)

    assert jumping(forwards, 2, 3) == [1, 3]
    assert jumping(forwards, 3, 1) == [1, 2, 1, 2, 3]
    assert jumping(out_of_a_loop, 2, 3) == [3]


def test_jumps_that_are_refused():
    def loop(output):
        output.append(1)
        for i in 1, 2:
            output.append(i)

    def manager_in_a_loop(output):
        output.append(1)
        for i in 1, 2:
            with contextlib.nullcontext():
                output.append(i)
                for j in 1, 2:
                    output.append(j)

    assert raises(ValueError, jumping, loop, 1, 3) == "can't jump into the body of a for loop"
    def cleaning_in_a_loop(output):
        output.append(1)
        for i in 1, 2:
            try:
                output.append(i)
            finally:
                output.append(3)

    assert raises(ValueError, jumping, cleaning_in_a_loop, 1, 6) == "can't jump into the body of a for loop"
    assert raises(ValueError, jumping, manager_in_a_loop, 1, 3) == "can't jump into the body of a for loop"
    assert raises(ValueError, jumping, manager_in_a_loop, 1, 4) == "incompatible stacks"
    assert raises(ValueError, jumping, manager_in_a_loop, 1, 6) == "can't jump into the body of a for loop"
    first = loop.__code__.co_firstlineno
    assert raises(ValueError, jumping, loop, 1, 99) == f"line {first + 99} comes after the current code block"
    assert raises(ValueError, jumping, loop, 1, -1) == f"line {first - 1} comes before the current code block"


def test_line_is_set_in_trace_functions_only():
    def assign():
        sys._getframe().f_lineno = 1

    assert raises(ValueError, assign) == "f_lineno can only be set in a trace function"


def profiled(function):
    events = []

    def profile(frame, event, arg):
        if frame.f_code is function.__code__:
            events.append((event, getattr(arg, "__name__", arg)))

    sys.setprofile(profile)
    try:
        function()
    except ValueError:
        pass
    finally:
        sys.setprofile(None)
    return events


def test_profile():
    def function():
        items = [1]
        items.append(2)
        return len(items)

    assert profiled(function) == [
        ("call", None), ("c_call", "append"), ("c_return", "append"), ("c_call", "len"), ("c_return", "len"), ("return", 2)]


def test_profile_of_what_raises():
    def function():
        [].index(1)

    assert profiled(function) == [("call", None), ("c_call", "index"), ("c_exception", "index"), ("return", None)]


def test_call_tracing():
    seen = []

    def inner():
        return 7

    def trace(frame, event, arg):
        seen.append(frame.f_code.co_name)
        if frame.f_code is function.__code__ and event == "call":
            assert sys.call_tracing(inner, ()) == 7

    def function():
        pass

    sys.settrace(trace)
    function()
    sys.settrace(None)
    assert seen[:2] == ["function", "inner"]
    assert raises(TypeError, sys.call_tracing, inner, []) != ""
