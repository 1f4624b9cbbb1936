"""Branches and jumps of match statements as sys.monitoring tells of them: the event, the line where it stands, the line that it leads to."""
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
  match a:
    case 1: x=1
    case 2: x=2
    case _: x=3
  x+=1
  x+=1
  x+=1
def a2(a):
  match a:
    case 1 | 2:
      x=1
    case 0 | 3:
      x=2
  x=1
  x+=1
  x+=1
def a3(a):
  match [a]:
    case [1]: x=1
    case [0]: x=2
  x=1
  x+=1
  x+=1
def a4(a):
  match [a, 1]:
    case [1, 2]: x=1
    case [0, 1]: x=2
  x=1
  x+=1
  x+=1
def a5(a):
  match [a, 1]:
    case [1, x]: x=1
    case [x, 1]: x=2
  x=1
  x+=1
  x+=1
def a6(a):
  match [a, 1]:
    case [2, _]: x=1
    case [0|1, 1]: x=2
  x=1
  x+=1
  x+=1
def a7(a):
  match {'k': a}:
    case {'j': 1}: x=1
    case {'k': 1}: x=2
    case {'k': 2, **r}: x=2
  x=1
  x+=1
  x+=1
def a8(a):
  match P(a):
    case int(): x=1
    case P(2): x=1
    case P(v=2): x=1
    case P(v=0, u=2): x=1
    case P(1): x=2
  x=1
  x+=1
  x+=1
def a9(a):
  match a:
    case int() | None: x=1
    case _ if a > 2: x=1
  match a:
    case None | 'a': x=1
    case float() | 2: x=1
  x=1
  x+=1
  x+=1
def b1(a):
  match a:
    case 1 if a > 2:
       x=1
    case 0 if a > 2: x=1
    case z if z > 2: x=1
  x=1
  x+=1
  x+=1
def b2(a):
  for i in [a, 3]:
    match i:
      case 1: x=1
      case 2: x=1
  for i in [a, 3]:
    match i:
      case 1 | 2: x=1
      case [2]: x=1
      case x if x > 2: x=1
def b3(a):
  match [a, [1, 2]]:
    case [1, [2, 1]]: x=1
    case [x, [2, 1]]: x=1
    case [_, [1, 1]]: x=1
    case [_, [1, _, _]]: x=1
    case [_, [1|3, 2|3] as z]: x=1
  x=1
  x+=1
  x+=1
def b4(a):
  match [a, [1, 2]]:
    case [*_, 1]: x=1
    case [*x, 1]: x=1
    case [1, *_, 2]: x=1
    case [_, _, _]: x=1
    case [*_]: x=1
  x=1
  x+=1
  x+=1
def b5(a):
  match a:
    case True: x=1
    case None: x=1
    case 1: x=1
  return a

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
    for argument in (1, 0, 2, None, 'a', True):
        seen.clear()
        sys.monitoring.set_events(TOOL, events.LINE | events.BRANCH_LEFT | events.BRANCH_RIGHT | events.JUMP)
        try:
            function(argument)
        except Exception as error:
            seen.append(type(error).__name__)
        finally:
            sys.monitoring.set_events(TOOL, 0)
        print(name, argument, *seen, sep='; ')
