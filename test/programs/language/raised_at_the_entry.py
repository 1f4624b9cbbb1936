"""What trace functions raise where a function is entered, goes on or returns: the place of the entry has no width."""

import sys, traceback
def f(a,
      b=1):
    return a
def g(): return 1
async def co(): pass
def gen(): yield 1
def tracer(frame, event, arg):
    raise ValueError(event)
def tl(frame, event, arg):
    if event == 'line': raise ValueError(event)
    return tl
def tr(frame, event, arg):
    if event == 'return': raise ValueError(event)
    return tr
for t in (tracer, tl, tr):
    for fn in (lambda: f(1), g, lambda: gen().send(None), lambda: next(gen()), lambda: co().send(None), lambda: gen().throw(KeyError)):
        sys.settrace(t)
        try: fn()
        except Exception: sys.settrace(None); traceback.print_exc(file=sys.stdout)
        sys.settrace(None)

sys.settrace(tracer)
g()
