"""sys.monitoring: events of calls, lines, returns, raises and branches; disabling; tool ids."""
import sys

mon = sys.monitoring
E = mon.events
TOOL = mon.DEBUGGER_ID
log = []


def body(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += helper(i)
    return total


def helper(x):
    return x * 10


def raises():
    try:
        raise ValueError("v")
    except ValueError:
        return None


def gen():
    yield 1
    yield 2


def relative(code, line):
    return f"{code.co_name}+{line - code.co_firstlineno}"


print(mon.get_tool(TOOL), mon.use_tool_id(TOOL, "tester"), mon.get_tool(TOOL))
for event, function in {
    E.LINE: lambda code, line: log.append(f"line {relative(code, line)}"),
    E.PY_START: lambda code, offset: log.append(f"start {code.co_name}"),
    E.PY_RETURN: lambda code, offset, value: log.append(f"return {code.co_name} {value!r}"),
    E.PY_YIELD: lambda code, offset, value: log.append(f"yield {code.co_name} {value!r}"),
    E.PY_RESUME: lambda code, offset: log.append(f"resume {code.co_name}"),
    E.RAISE: lambda code, offset, error: log.append(f"raise {code.co_name} {error!r}"),
    E.EXCEPTION_HANDLED: lambda code, offset, error: log.append(f"handled {code.co_name} {error!r}"),
    E.CALL: lambda code, offset, called, arg: log.append(f"call {getattr(called, '__name__', called)} from {code.co_name}"),
}.items():
    print(mon.register_callback(TOOL, event, function), end=" ")
print()
for name, events, action in (
    ("lines", E.LINE, lambda: body(2)),
    ("calls", E.PY_START | E.PY_RETURN, lambda: body(4)),
    ("exceptions", E.RAISE | E.EXCEPTION_HANDLED, raises),
    ("generators", E.PY_START | E.PY_YIELD | E.PY_RESUME | E.PY_RETURN, lambda: list(gen())),
):
    for function in (body, helper, raises, gen):
        if events & (E.RAISE | E.EXCEPTION_HANDLED):
            continue
        mon.set_local_events(TOOL, function.__code__, events)
    if events & (E.RAISE | E.EXCEPTION_HANDLED):
        mon.set_events(TOOL, events)
    action()
    mon.set_events(TOOL, 0)
    for function in (body, helper, raises, gen):
        mon.set_local_events(TOOL, function.__code__, 0)
    print(name, *log, sep="\n   ")
    log.clear()


def once(code, line):
    log.append(relative(code, line))
    return mon.DISABLE


mon.register_callback(TOOL, E.LINE, once)
mon.set_local_events(TOOL, body.__code__, E.LINE)
body(3), body(3)
print(log)
log.clear()
mon.restart_events()
body(1)
print(log, mon.get_local_events(TOOL, body.__code__) == E.LINE, mon.get_events(TOOL))
mon.set_local_events(TOOL, body.__code__, 0)
mon.register_callback(TOOL, E.LINE, None)
for action in (lambda: mon.use_tool_id(TOOL, "again"), lambda: mon.use_tool_id(9, "x"), lambda: mon.set_events(3, E.LINE), lambda: mon.set_events(TOOL, 1 << 30), lambda: mon.register_callback(TOOL, 3, None), lambda: mon.set_local_events(TOOL, 5, E.LINE), lambda: mon.get_tool(99), lambda: mon.use_tool_id(2, 5), lambda: mon.set_events(TOOL, E.C_RETURN)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
mon.free_tool_id(TOOL)
print(mon.get_tool(TOOL), E.LINE, E.PY_START, mon.MISSING is not None, [n for n in dir(E) if n.startswith("PY_")])
