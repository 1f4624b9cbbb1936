"""Functions of math in hot code: errors, infinities and NaN after ordinary numbers; what is not exact anywhere is shown with fewer digits."""
import math, random
random.seed(7)
names = ['hypot','atan2','copysign','fmod','pow','log','log2','log10','exp','sin','cos','tan','asin','acos','atan','degrees','radians','erf','erfc','gamma','lgamma','cbrt','expm1','log1p','sinh','cosh','tanh','asinh','acosh','atanh','exp2','fabs','sqrt']
for n in names:
    f = getattr(math, n); two = n in ('hypot','atan2','copysign','fmod','pow')
    ns = {}
    exec(f"""
from math import {n} as f
def go(args, out):
    for a in args:
        try:
            {'x, y = a; r = f(x, y)' if two else 'x = a[0]; r = f(x)'}
        except (ValueError, OverflowError) as e: r = str(e)
        out.append(r)
""", ns)
    plain = [(random.uniform(-5, 5), random.uniform(-5, 5)) for _ in range(700)]
    plain = [tuple(abs(v)+.01 if n in ('log','log2','log10','pow','sqrt','gamma','lgamma','log1p') else v/6 if n in ('asin','acos','atanh') else v for v in p) for p in plain]
    odd = [(a, b) for a in (0, 0.0, -0.0, 1, -1, 2, 1e308, 5e-324, 1e-200, 1e200, math.inf, -math.inf, math.nan, 3, -7.5, 710.0, 2**53, 10**30) for b in (0, -0.0, 1, 2.5, -3, 1e308, math.nan, math.inf, 5e-324, 1e-200)]
    big = [(random.uniform(-1, 1) * 10.0 ** random.randint(-300, 300), random.uniform(-1, 1) * 10.0 ** random.randint(-300, 300)) for _ in range(300)]
    res = []
    for args in (plain, odd, plain, big, odd, plain): ns['go'](args, res)
    print(n, [r if isinstance(r, str) else f'{r:.9g}' for r in res[::97] + res[700:880:3]])
