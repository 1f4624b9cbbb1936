"""A monitored line that begins with the entry is told if the entry is: to some tool, or to a trace or profile function."""
import sys

monitoring = sys.monitoring
LINE, PY_START, PY_RESUME = monitoring.events.LINE, monitoring.events.PY_START, monitoring.events.PY_RESUME
lines = []


def one(): return 1
def two(): return 1
def three(): return 1


def show(function):
    lines.clear()
    monitoring.set_events(0, LINE)
    list(function() or ()) if function is items else function()
    monitoring.set_events(0, 0)
    print(function.__name__, [(name, line - first) for name, first, line in lines if name != 'show'])


def items(): yield 1; yield 2


def ignore(frame, event, arg):
    return ignore


monitoring.use_tool_id(0, 'lines')
monitoring.use_tool_id(1, 'entries')
monitoring.register_callback(0, LINE, lambda code, line: lines.append((code.co_name, code.co_firstlineno, line)))
show(one)
show(items)
sys.settrace(ignore)
show(one)
show(two)
show(items)
sys.settrace(None)
sys.setprofile(ignore)
show(one)
sys.setprofile(None)
show(two)
monitoring.set_local_events(1, one.__code__, PY_START)
show(one)
show(two)
show(three)
monitoring.set_local_events(1, one.__code__, 0)
show(one)
monitoring.register_callback(1, PY_START, lambda code, place: monitoring.DISABLE)
monitoring.set_events(1, PY_START)
show(one)
show(one)
show(two)
monitoring.set_events(1, PY_RESUME)
show(one)
show(items)
