"""`sys.monitoring`."""

import sys

M = sys.monitoring
E = M.events
TOOL = 3


def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f"{kind.__name__} not raised")


def recorded(function, *names):
    """What the callbacks of the events get behind the code object of the function."""
    events = []
    mask = 0
    M.use_tool_id(TOOL, "recorder")
    for name in names:
        def callback(code, *args, name=name):
            if code is function.__code__:
                events.append((name, args))
        M.register_callback(TOOL, getattr(E, name), callback)
        mask |= getattr(E, name)
    M.set_events(TOOL, mask & ~(E.C_RETURN | E.C_RAISE))
    try:
        function()
    except ValueError:
        pass
    finally:
        M.set_events(TOOL, 0)
        M.free_tool_id(TOOL)
    return events


def test_tools():
    assert M.get_tool(TOOL) is None
    M.use_tool_id(TOOL, "mine")
    assert M.get_tool(TOOL) == "mine"
    assert raises(ValueError, M.use_tool_id, TOOL, "other") == "tool 3 is already in use"
    M.free_tool_id(TOOL)
    assert M.get_tool(TOOL) is None
    assert raises(ValueError, M.use_tool_id, 6, "x") == "invalid tool 6 (must be between 0 and 5)"
    assert raises(ValueError, M.set_events, TOOL, 1) == "tool 3 is not in use"


def test_event_sets():
    M.use_tool_id(TOOL, "mine")
    try:
        assert raises(ValueError, M.set_events, TOOL, 1 << 25) == "invalid event set 0x2000000"
        assert raises(ValueError, M.set_events, TOOL, E.C_RETURN) == "cannot set C_RETURN or C_RAISE events independently"
        M.set_events(TOOL, E.BRANCH)
        assert M.get_events(TOOL) == E.BRANCH_LEFT | E.BRANCH_RIGHT
        M.set_events(TOOL, E.PY_START)
        assert M._all_events()["PY_START"] & (1 << TOOL)
        code = recorded.__code__
        assert raises(ValueError, M.set_local_events, TOOL, code, E.RAISE) == "invalid local event set 0x800"
        M.set_local_events(TOOL, code, E.LINE)
        assert M.get_local_events(TOOL, code) == E.LINE
        assert raises(TypeError, M.set_local_events, TOOL, 3, 1) == "code must be a code object"
    finally:
        M.free_tool_id(TOOL)


def test_register_callback():
    assert M.register_callback(TOOL, E.LINE, print) is None
    assert M.register_callback(TOOL, E.LINE, None) is print
    text = "The callback can only be set for one event at a time"
    assert raises(ValueError, M.register_callback, TOOL, 3, None) == text
    assert raises(ValueError, M.register_callback, TOOL, 1 << 20, None) == "invalid event 1048576"


def test_lines():
    def function():
        x = 1
        return x

    first = function.__code__.co_firstlineno
    assert recorded(function, "LINE") == [("LINE", (first + 1,)), ("LINE", (first + 2,))]


def test_start_and_return():
    def function():
        return 5

    events = recorded(function, "PY_START", "PY_RETURN")
    assert [name for name, _ in events] == ["PY_START", "PY_RETURN"]
    assert events[1][1][1] == 5


def test_calls():
    def function():
        len("ab")
        other()
        [].index(1)

    def other():
        pass

    events = [(name, args[1:]) for name, args in recorded(function, "CALL", "C_RETURN", "C_RAISE")]
    assert events[:3] == [("CALL", (len, "ab")), ("C_RETURN", (len, "ab")), ("CALL", (other, M.MISSING))]
    assert [name for name, _ in events[3:]] == ["CALL", "C_RAISE"]


def test_exceptions():
    def function():
        try:
            raise KeyError
        except KeyError:
            pass
        raise ValueError

    events = recorded(function, "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND")
    assert [(name, type(args[1])) for name, args in events] == [
        ("RAISE", KeyError), ("EXCEPTION_HANDLED", KeyError), ("RAISE", ValueError), ("PY_UNWIND", ValueError)]


def test_branches():
    def function():
        for i in range(2):
            if i:
                pass

    names = [name for name, _ in recorded(function, "BRANCH_LEFT", "BRANCH_RIGHT")]
    assert names[0] == "BRANCH_LEFT"
    assert names[-1] == "BRANCH_RIGHT"


def test_disable():
    lines = []

    def function():
        for _ in range(3):
            pass

    def callback(code, line):
        lines.append(line - code.co_firstlineno)
        return M.DISABLE

    M.use_tool_id(TOOL, "mine")
    M.register_callback(TOOL, E.LINE, callback)
    M.set_local_events(TOOL, function.__code__, E.LINE)
    try:
        function()
        once = list(lines)
        assert once[:2] == [1, 2] and len(once) <= 3
        function()
        assert lines == once
        M.restart_events()
        function()
        assert lines == once + once
    finally:
        M.free_tool_id(TOOL)


def test_disable_is_for_places_only():
    def function():
        raise ValueError

    M.use_tool_id(TOOL, "mine")
    M.register_callback(TOOL, E.RAISE, lambda *args: M.DISABLE)
    M.set_events(TOOL, E.RAISE)
    try:
        assert raises(ValueError, function) == "Cannot disable RAISE events. Callback removed."
    finally:
        M.free_tool_id(TOOL)
