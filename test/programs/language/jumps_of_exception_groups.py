"""Branches and jumps of except* as sys.monitoring tells of them: the event, the line where it stands, the line that it leads to."""
# Runs in a process of its own.
import sys
import types

events = sys.monitoring.events
TOOL = 3


class E(Exception): pass
class P:
    __match_args__ = ('v',)
    def __init__(self, v): self.v = v
class M:
    def __enter__(self): return 1
    def __exit__(self, *args): return False


def g(*args):
    return args[0] if args else 1


def a1(a):
  try:
    if a: raise ExceptionGroup("", [ValueError()])
    x = 0
  except* ValueError:
    x = 1
  x+=1
  x+=1
def a2(a):
  try:
    if a: raise ExceptionGroup("", [ValueError()])
    raise ExceptionGroup("", [KeyError()])
    x = 2
  except* ValueError:
    x = 1
  except* KeyError as e:
    x = 2
  else:
    x=3
def a3(a):
  try:
    if a: raise ExceptionGroup("", [ValueError(), KeyError()])
    x = 1
  except* ValueError:
    x = 1
  except* KeyError:
    x = 2

def lines_of(code):
    """The line of each byte of the code, from that of the `def`."""
    return {place: line for start, end, line in code.co_lines() for place in range(start, end)}


def shown(code, place):
    line = lines_of(code)[place]
    return '-' if line is None else line - code.co_firstlineno


seen = []


def on_line(code, line):
    if code.co_name in TESTS: seen.append(f'line {line - code.co_firstlineno}')


def on_way(kind):
    def callback(code, source, destination):
        if code.co_name in TESTS: seen.append(f'{kind} {shown(code, source)}>{shown(code, destination)}')
    return callback


TESTS = {name: value for name, value in list(globals().items()) if isinstance(value, types.FunctionType) and len(name) == 2}
sys.monitoring.use_tool_id(TOOL, 'test')
sys.monitoring.register_callback(TOOL, events.LINE, on_line)
sys.monitoring.register_callback(TOOL, events.BRANCH_LEFT, on_way('left'))
sys.monitoring.register_callback(TOOL, events.BRANCH_RIGHT, on_way('right'))
sys.monitoring.register_callback(TOOL, events.JUMP, on_way('jump'))
for name, function in TESTS.items():
    for argument in (1, 0):
        seen.clear()
        sys.monitoring.set_events(TOOL, events.LINE | events.BRANCH_LEFT | events.BRANCH_RIGHT | events.JUMP)
        try:
            function(argument)
        except Exception as error:
            seen.append(type(error).__name__)
        finally:
            sys.monitoring.set_events(TOOL, 0)
        print(name, argument, *seen, sep='; ')
