"""Jumps of a trace function: from a `yield`, in the copies of a `finally`, between blocks; `continue` has a line behind a `finally`."""
# Runs in a process of its own.
import sys
import warnings

warnings.simplefilter('ignore')
def gen1(out):
    out.append(1)
    x = yield 2
    out.append(('x', x))
    y = yield 4
    out.append(5)
    for i in [1,2]:
        yield i
        out.append(8)
    with open('/dev/null'):
        yield 10
        out.append(11)
    out.append(12)
def fin(out):
    try:
        out.append(2)
        1/0
        return
    finally:
        out.append(6)
        out.append(7)
    out.append(8)
def plain(out):
    out.append(1)
    out.append(2)
    return 3
def drive(mk, frm, to, event, send=None):
    out = []
    done = []
    code = mk.__code__
    def tr(f, e, a):
        if f.f_code is code:
            if not done and e == event and f.f_lineno - code.co_firstlineno == frm:
                done.append(1)
                try:
                    f.f_lineno = code.co_firstlineno + to
                    out.append('jumped %d' % (f.f_lineno-code.co_firstlineno))
                except Exception as x:
                    out.append(type(x).__name__ + ': ' + str(x))
            return tr
    sys.settrace(tr)
    try:
        g = mk(out)
        if g is not None and not isinstance(g, int):
            got = []
            try:
                got.append(next(g))
                for k in range(12): got.append(g.send(k))
            except StopIteration as s: got.append('end')
            out.append(got)
    except BaseException as x: out.append(repr(x))
    sys.settrace(None)
    print(mk.__name__, event, frm, to, out)
ELSEWHERE = {(7, 6), (7, 9), (10, 9), (7, 10), (7, 11)}
for to in range(1, 13):
    for frm in (2, 4, 7, 10):
        if (frm, to) in ELSEWHERE: continue
        drive(gen1, frm, to, 'return')
for ev in ('return','exception','call','line'):
    for to in (1,2,3): drive(plain, 3, to, ev)
for frm in (2,3,6,7):
    for to in range(1,9):
        drive(fin, frm, to, 'line'); 
    drive(fin, frm, 7, 'exception'); drive(fin, frm, 7, 'return')


class CM:
    def __init__(s, n, out): s.n = n; s.out = out
    def __enter__(s): s.out.append('e%s' % s.n); return s
    def __exit__(s, *a): s.out.append('x%s' % s.n)
def f3(out):
    for i in [1, 2]:
        try:
            out.append(3)
            if i == 2:
                break
            out.append(6)
        finally:
            out.append(8)
        continue
    while len(out) < 9:
        out.append(11)
        with CM(12, out), CM('b', out):
            out.append(13)
    x = [k for k in [1,2]]
    try:
        raise KeyError
    except* KeyError:
        out.append(18)
    return 5
def drive_lines(mk, frm, to):
    out = []
    done = []
    code = mk.__code__
    n = [0]
    def tr(f, e, a):
        if f.f_code is code:
            n[0] += 1
            if n[0] > 80: raise RuntimeError('long')
            if not done and e == 'line' and f.f_lineno - code.co_firstlineno == frm:
                done.append(1)
                try:
                    f.f_lineno = code.co_firstlineno + to
                    out.append('j%d' % (f.f_lineno-code.co_firstlineno))
                except Exception as x:
                    out.append(str(x))
            return tr
    sys.settrace(tr)
    try:
        mk(out)
    except BaseException as x: out.append(repr(x))
    sys.settrace(None)
    if done: print(mk.__name__, frm, to, *out)
for a in range(1, 17):
    for b in range(1, 20): drive_lines(f3, a, b)
drive_lines(f3, 17, 18)
