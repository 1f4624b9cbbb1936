"""A tuple that is made on one of two ways, or a constant on the other, spread into calls of callbacks that raise, in hot code."""
import random


class Manager:
    def __init__(self, e):
        self.e = e

    def leave(self, kind, value, tb):
        if value is not None and not isinstance(value, Exception):
            print("BAD", kind, value, tb)
        if kind is not None and kind is not type(value):
            print("BAD2", kind, value, tb)
        if self.e is not None:
            raise self.e
        return False


def run(cbs, exc):
    details = (None, exc, None)
    while cbs:
        ok, cb = cbs.pop()
        assert ok
        try:
            if exc is None:
                details = None, None, None
            else:
                details = type(exc), exc, exc.__traceback__
            if cb(*details):
                exc = None
        except BaseException as new:
            exc = new
    return exc


def wrapper(e):
    def exit(kind, value, tb):
        if value is not None and not isinstance(value, Exception):
            print("BAD3", kind, value, tb)
        if e:
            raise e
    return exit


results = []
random.seed(1)
for i in range(6000):
    n = random.randrange(6)
    p = (i // 300) % 4
    cbs = []
    for k in range(n):
        e = ValueError(k) if random.randrange(3) == 0 else None
        cbs.append((True, Manager(e).leave if p == 0 or (p > 1 and random.randrange(2)) else wrapper(e)))
    results.append(repr(run(cbs, KeyError(1) if random.randrange(2) else None)))
print({name: results.count(name) for name in sorted(set(results))})
