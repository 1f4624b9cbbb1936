"""An exception that is thrown into a generator or coroutine that has not begun is told with the first line of its function, and nothing underlined."""
import sys, traceback
def pos(g, exc=ValueError):
    try: g.throw(exc)
    except BaseException as e:
        tb = e.__traceback__.tb_next
        print([p[1] for p in traceback._walk_tb_with_full_positions(tb)])
        traceback.print_exception(e.with_traceback(tb), file=sys.stdout)
pos((lambda: (yield))())
pos((lambda:
   (yield
      1))())
def g():
    x = yield
pos(g())
async def g():
    yield
def t(c):
    try: c.throw(KeyError)
    except KeyError as e: traceback.print_exception(e.with_traceback(e.__traceback__.tb_next), file=sys.stdout)
async def c(): pass
t(c())
class A:
    def g(self):

        yield
pos(A().g())
@print
@(lambda f: pos(f()))
def g():
    yield
pos((x for x in [1, 2]))
pos((x
     for x in [1, 2]))
