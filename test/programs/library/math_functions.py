"""math and cmath: exact functions, special values and domain errors."""
import cmath
import math
import sys

inf, nan = math.inf, math.nan
values = [0.0, -0.0, 0.5, 1.0, -1.5, 2.5, 1e-10, 1e10, inf, -inf, nan]
names = "sqrt cbrt exp exp2 expm1 log log2 log10 log1p sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh erf erfc gamma lgamma fabs floor ceil trunc degrees radians ulp modf frexp isfinite".split()
for name in names:
    results = []
    for v in values:
        try:
            r = getattr(math, name)(v)
            results.append(f"{r:.12g}" if isinstance(r, float) else str(r))
        except (ValueError, OverflowError) as error:
            results.append(f"<{error}>")
    print(name, *results)
print(math.pi, math.e, math.tau, math.gcd(12, 18, 27), math.gcd(), math.lcm(4, 6, 10), math.factorial(25), math.comb(50, 25), math.perm(10, 3), math.perm(5), math.isqrt(10**40 + 1))
print(math.hypot(3, 4), math.hypot(1, 2, 3, 4), math.dist((1, 2), (4, 6)), math.fsum([0.1] * 10), sum([0.1] * 10), math.prod([1.5, 2, 3], start=2), math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [10.0] * 10))
print(math.copysign(3, -0.0), math.fmod(-7, 3), -7 % 3, math.remainder(7, 2), math.ldexp(0.75, 4), math.nextafter(1, 2), math.nextafter(0, 1, steps=3), math.pow(2, 0.5), math.atan2(-1, -1), math.log(8, 2), math.log(10**400), math.log2(2**1000), math.fma(2, 3, 4))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9), math.isinf(-inf), math.isnan(nan), math.ceil(1e300) == 1e300, math.floor(-0.5), math.trunc(-2.7))
print(round(2.5), round(-3.5), round(2.675, 2), round(1234.5678, -2), round(10**20 + 5, -1), (0.1).as_integer_ratio(), (2.5).hex(), float.fromhex("0x1.8p+1"), 1e308 * 10, -7 // 2, divmod(-7.5, 2), 7 // -0.5)
for attempt in [lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(2.0), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.pow(0, -1), lambda: math.floor(inf), lambda: math.floor(nan), lambda: math.fmod(1, 0), lambda: math.ldexp(1, 10**5), lambda: math.gamma(-1), lambda: math.sin("x"), lambda: math.dist([1], [1, 2]), lambda: math.fsum([inf, -inf]), lambda: math.sumprod([1], [1, 2]), lambda: math.isclose(1, 1, rel_tol=-1), lambda: math.lcm("a"), lambda: int(nan), lambda: 2.0**5000, lambda: math.log(-1, 2), lambda: math.log(2, 1), lambda: math.perm(3, -1), lambda: float(10**400), lambda: math.remainder(1, 0), lambda: math.atan2(1)]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, "-", error)


class Ceiling:
    def __ceil__(self):
        return "up"

    def __floor__(self):
        return "down"

    def __trunc__(self):
        return "cut"

    def __float__(self):
        return 0.25

    def __index__(self):
        return 6


c = Ceiling()
print(math.ceil(c), math.floor(c), math.trunc(c), math.sqrt(c), math.gcd(c, 4), math.factorial(c), int(c), float(c), "%x" % c)

# -- cmath -----------------------------------------------------------------------------------------------------

z = 3 - 4j
print(abs(z), cmath.phase(z), cmath.polar(z), cmath.rect(2, cmath.pi / 6), z.conjugate(), z**2, z / (1 + 1j), z * 2, -z, z == 3 - 4j, complex("1-2j"), complex(1.5), repr(-0j), 1j**1j)
for name in "sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh".split():
    results = []
    for v in (0, 1 + 1j, -2, 0.5j, complex(inf, nan), complex(-0.0, -0.0)):
        try:
            r = getattr(cmath, name)(v)
            results.append(f"{r:.10g}")
        except (ValueError, OverflowError) as error:
            results.append(f"<{error}>")
    print(name, *results)
print(cmath.isclose(1j, 1.0000000001j), cmath.isnan(complex(nan, 0)), cmath.isinf(complex(0, inf)), cmath.isfinite(1j), cmath.infj, cmath.nanj, cmath.log(8, 2), f"{z:.2f} {z:>12} {z:+.1e}")
roots = [cmath.exp(2j * cmath.pi * k / 5) for k in range(5)]
print([f"{r.real:.6f}{r.imag:+.6f}j" for r in roots], abs(sum(roots)) < 1e-15)
for attempt in [lambda: cmath.log(0), lambda: z < 1, lambda: complex("1 + 2j"), lambda: z // 1, lambda: cmath.atanh(1), lambda: 0j**-1, lambda: 1j / 0, lambda: int(z), lambda: math.sqrt(z), lambda: complex("1", 2), lambda: cmath.rect(inf, 1j), lambda: cmath.exp(1000)]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        print(type(error).__name__, "-", error)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.bits_per_digit, sys.hash_info.modulus)
