"""Branches and jumps as sys.monitoring tells of them: the event, the line where it stands, the line that it leads to."""
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
  if a: x=1
  else: x=2
  y=3
  x+=1
  y+=2
  return x,y,x,y
def a2(a):
  if a: x=1
  else: x=2
  return x
def a3(a):
  x = 1 if a else 2
  return (1 if a else 2)
def a4(a):
  x = 1 if a else 2
  x += 1
def a5(a):
  if 0 < a < 3: return a
  return (a+1)+g(a)
def a6(a):
  if 0 < a < 3: raise E
  return 0 < a < 3
def a7(a):
  if 0 < a < 3: raise E(1)
  return g(0 < a < 3)
def a8(a):
  with M():
    if a: x=1
    else: x=2
def a9(a):
  while a:
    if a: a=0
    else: a=2
def b1(a):
  for i in 1,2:
    if i:
       if a: continue
       else: break
    else: x=1
    x=2
def b2(a):
  for i in 1,2:
    if not a:
      x=1
def b3(a):
  for i in 1,2:
    if a:
      x=1
    else:
      x=2
def b4(a):
  return any(i for i in [a])
def b5(a):
  x = tuple(i for i in [a])
def b6(a):
  try:
    x=1
  finally:
    x=2
  x=3
def b7(a):
  try:
    if a: return 1
    x=1
  except E:
    x=2
  finally:
    x=3
    x=4
  return x+1+a+x
def b8(a):
  if a and g(1) or x:
    x=1
  elif not a:
    x=2
  x=3
  x=4
  x=5
def b9(a):
  x = (a and
    y)
def c1(a):
  x = (not a or
     a or
    1)
def c2(a):
  g(a and
    a or
     3)
def c3(a):
  if (a and
     a or
     3): x=1
def c4(a):
  return (a and
     a or
     3)
def c5(a):
  x = (g(a) and
     g(a) or
     a is not None and
     g(a))
def c6(a):
  x = [i
   for i in (a,)
   if i and
   a or 
   g(a)
   if a]
def c7(a):
  x = (a if
    a
    else not
    a)
  return (a if
    a
    else not
    a)
def c8(a):
  x = {i: 1
    for i in (a,)
    for j in (a,)
    if j
    if 1 < j < 2 if not j}
def c9(a):
  return [i for i in (a,) if i if 1 < j < 2 if not j]
def d1(a):
  return [i for i in (a, 1, 2, 3) if 1 < i < 3 if i]
def d2(a):
  return [i for i in (a, 1, 2, 3) if not 1 < i < 3 if i]
def d3(a):
  return [i for i in (a, 1, 2, 3) if i if 1 < i < 3 < 5 or i if 0<i<2]
def d4(a):
  for i in (a, 1,2):
     if 0 < i < 2:
        x=2
     else:
        x=3
  while 0 < a < 2:
     a += 1
     if 0< a < 2: x=1
def d5(a):
  for i in (a, 1,2):
     if (0 < i
        < 2 and
       i): continue
     if 0 < i < 2 or i: break
def d6(a):
  assert 0 < a < 2, g(a)
  x = 3 if 0 < a < 2 else 1
  x = 1 < (0 < a < 2) < 2
  x = 0 < a < 2 or 0 < a < 1 and 3
  x = 0 < a < 2 < 3
def d7(a):
  x = [0 < a < 2,
      0 < a < 2 < 3]
  g(0 < a < 2,
      0 < a < 2 < 3)
  x = (0 <
     a <
     2)
  x = (0 <
     a <
     2) + (
      0 < a < 3)
  return 0 < a < 2

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
