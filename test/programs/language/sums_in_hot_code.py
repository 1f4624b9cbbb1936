"""Sums of generators in hot code: ints and floats together, before and after other kinds come."""
def f(items, k=1):
    return sum(x * k for x in items)
import struct
def show(v): return (type(v).__name__, v.hex() if isinstance(v, float) else v)
for r in range(300):
    a = f([1, 2, 3]); b = f([1, 2.5, 3]); c = f([1.5, 2, -0.0]); d = f([]); e = f([-0.0]); g = f([-0.0, 0])
print(*map(show, (a, b, c, d, e, g)))
big = 2**53 - 2
for items in ([big, 1, 1, 1], [big, 1, 1, 1, 0.5], [1e16, 1, 1, 1, -1e16], [0.1]*10, [0.1, 1]*10, [True, 1.5], [1, 1.5, True], [1, 2j, 1.5], [1e308, 1e308, -1e308],
              [1, 2**70, 1.5], [0.5, 2**70], [0.5, 10**400], [float('inf'), 1, float('-inf')], [1, 'a'], [1.5, 'a'], [2**62, 2**62, 1.5]):
    try: print(show(f(items)))
    except Exception as ex: print(type(ex).__name__, ex)
    try: print(show(f(items, 1.0)))
    except Exception as ex: print(type(ex).__name__, ex)
class F(float): pass
print(show(f([F(1.5), 2])), show(sum(x for x in [F(0.1)]*10)))
