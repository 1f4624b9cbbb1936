"""What tools and profile functions are told of calls with `*args`: a bound method is not taken apart, and its end is not told."""
# Runs in a process of its own.
import sys
M = sys.monitoring; E = M.events
class A:
    def m(self, *a): return 1
    f = classmethod(max)
    def bad(self, *a): return 1/0
def py(*a): return 2
out = []
def note(kind):
    def told(code, place, callee, arg):
        if code is run.__code__: out.append((kind, type(callee).__name__, getattr(callee, '__name__', '?'), '-' if arg is M.MISSING else type(arg).__name__))
    return told
def run():
    a = A(); x = (1, 2.0); k = {}
    a.m(*x); a.f(*x, key=lambda x: 0); py(*x); max(*x); A(*k); [].append(*[1]); a.m(*[], **k); str.join(*['', []])
    a.m(1); a.f(1, key=lambda x: 0)
    for g in (a.bad, int, a.f):
        try: g(*['z'])
        except Exception: pass
M.use_tool_id(3, 'x')
M.register_callback(3, E.CALL, note('call')); M.register_callback(3, E.C_RETURN, note('ret')); M.register_callback(3, E.C_RAISE, note('raise'))
M.set_events(3, E.CALL)
run()
M.set_events(3, 0); M.free_tool_id(3)
for o in out: print(*o)
ev = []
sys.setprofile(lambda f, e, a: ev.append((e, f.f_code.co_name, getattr(a, '__name__', None))))
run()
sys.setprofile(None)
for e in ev: print(*e)
