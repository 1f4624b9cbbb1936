"""Line events of patterns over several lines: captures, what is tried in vain, what is taken off when a pattern fails."""
# Runs in a process of its own.
import sys
class P:
    __match_args__ = ('a', 'b')
    def __init__(s, a, b): s.a = a; s.b = b
def f(q):
    match q:
        case [a,
              b,
              *c]:
            pass
        case (
            P(
              x,
              b=y
            )
          ):
            pass
        case {
            'k':
               v,
            'l': [
                w,
                _
                ],
            **r
          }:
            pass
        case (int()
             as
             n):
            pass
        case (
            'a'
            | 'b'
            | (
               'c')):
            pass
        case (
            [
             1,
             *_,
             (str() | bytes()
              ) as s]
          ) if (
              s):
            pass
        case (
           z):
            pass
def g(q):
    match q:
        case {
            'a': 1,
            'b': t}: pass
        case [
            [i],
            [j],
            *_
            ]: pass
        case [
            _,
            k,
            _]: pass
        case [
            *_,
            m
           ]: pass
        case P(a=
               1,
               b=
               u): pass
        case (P(
              a=[
                *d],
              ) as
              e): pass
        case (
            _
             ): pass
def run(f, *args):
    out = []
    def tr(fr, e, a):
        if fr.f_code is f.__code__:
            out.append((e, fr.f_lineno - f.__code__.co_firstlineno)); return tr
    sys.settrace(tr)
    try: f(*args)
    except Exception as e: pass
    sys.settrace(None)
    print(f.__name__, args if not isinstance(args[0], P) else 'P', *[f'{e[0]}{l}' for e, l in out])
for f in (f, g):
    for a in ([1,2,3], [1], P(1,2), P([1], 3), P(2,2), {'k': 1, 'l': [3,4], 'm': 3}, {'k': 1, 'l': 4}, 5, 'a', 'b', 'c', 'd', [1, 'x'], [1, ''], [1, b'q'], None,
              {'a': 1, 'b': 2}, {'a': 2, 'b': 2}, [[1],[2], 3], [[1], 2], [4, 5, 6], (1,), []):
        run(f, a)
