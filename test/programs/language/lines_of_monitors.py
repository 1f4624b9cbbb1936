"""sys.monitoring hears of lines that are others than the one before, that of the entry included."""
# Runs in a process of its own.
import sys
m = sys.monitoring; m.use_tool_id(0,'x'); E = m.events
out=[]
m.register_callback(0, E.LINE, lambda c, l: out.append((c.co_name, l)) or None)
def one(): return 1
two = lambda x: x + 1
def three(n):
    for i in range(n): yield i
def four(n):
    while n: n -= 1; yield n
five = (i for i in (1,2))
def six(n): yield 1; yield 2
def seven(n):
    x = [i for i in range(n)]
    x = list(map(lambda i: i, x))
    x = sum(i for i in x)
    x = sum(i
      for i in range(3))
    return x
async def eight(): return 1
def nine():
    yield (
     1)
    yield 2
class A: x = 1
def t(f):
    out.clear()
    m.set_events(0, E.LINE)
    f()
    m.set_events(0, 0)
    print([(a,b) for a,b in out if a not in ('t',)])
t(one); t(lambda: two(1)); t(lambda: list(three(2))); t(lambda: list(four(2))); t(lambda: list(five)); t(lambda: list(six(1))); t(lambda: seven(2));
def run():
    try: eight().send(None)
    except StopIteration: pass
t(run); t(lambda: list(nine()))
t(lambda: exec('x=1\ny=2'))
t(lambda: exec('class B: y = 1'))
t(lambda: eval('1+1'))
