"""Conversions between numbers, numeric protocols, mixed comparisons, statistics of rounding, fractions, divmod laws."""
import fractions
import math
import numbers
import operator

for a in (7, -7, 7.5, -7.5, fractions.Fraction(22, 7), True):
    for b in (2, -2, 2.5):
        q, r = divmod(a, b)
        print(a, b, q, r, q * b + r == a, a // b == q, a % b == r, math.fmod(a, b))
print([round(x / 2) for x in range(-5, 6)], [round(x, -1) for x in (5, 15, 25, 35, -5)], [round(2.5 + i, 0) for i in range(3)], round(1e22), round(-2.5), round(0.5), round(5e-324, 400), round(1.005, 2), round(True), round(12345.678, -6))
print(1 == 1.0 == True == fractions.Fraction(1) == 1 + 0j, {1: "a", 1.0: "b", True: "c"}, hash(1) == hash(1.0) == hash(fractions.Fraction(1, 1)), hash(fractions.Fraction(1, 2)) == hash(0.5), 0.1 == fractions.Fraction(1, 10), fractions.Fraction(0.1) == 0.1, 10**18 == 1e18, 10**18 + 1 == 1e18, 2**1000 > 1e300, 2**1024 > float("inf"), -(2**1024) < float("-inf"))
f = fractions.Fraction
print(f(3, 4) + f(1, 4), f(3, 4) * 2, f("0.125"), f("-3/6"), f(1.5), f(3, -4), 1 - f(1, 3), f(7, 2) // 1, f(7, 2) % 1, f(1, 2) ** 2, f(1, 2) ** 0.5, f(4) ** f(1, 2), round(f(5, 2)), round(f(1, 3), 2), f(22, 7).limit_denominator(3), math.floor(f(-1, 2)), int(f(-7, 2)), float(f(1, 3)), f(1, 3) < 0.34, f"{f(1, 3):.3f}", f(1, 2).as_integer_ratio())
print([isinstance(x, t) for x in (1, 1.0, 1j, f(1)) for t in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
print(int("0b101", 0), int("0o17", 8), int("-0xff", 16), int("11", 2), int("zz", 36), int(" 1_000 "), int(True), int(1e20), int("٣"), float("1e-3"), float("  inf "), complex("1e2-3j"), bool("False"), bool(0.0), bool(-0.0), bool(0j), bool(float("nan")))
print(math.gcd(12, 18, 27), math.lcm(4, 6), math.isqrt(99), math.comb(5, 2), math.perm(5, 2), math.factorial(20), math.prod([1, 2, 3.5]), math.hypot(3, 4), math.dist((0, 0), (1, 1)), math.log(8, 2), math.log2(2**100), math.log10(1000), math.exp(0), math.expm1(1e-10), math.log1p(1e-10), math.pow(2, 0.5), math.degrees(math.pi), math.isclose(0.1 + 0.2, 0.3), math.remainder(5, 3), math.sumprod([1, 2], [3, 4]), math.fma(2, 3, 4))
print(math.inf - math.inf, math.nan == math.nan, math.copysign(3, -0.0), math.trunc(-2.7), math.ceil(2.1), math.floor(-2.1), math.frexp(0.0), math.modf(-0.5), math.nextafter(0, 1), math.ulp(1e16), math.isfinite(1e308 * 10), math.sqrt(2), math.sin(1e22), math.atan2(-0.0, -1), math.erf(0.5), math.gamma(5), math.lgamma(100))
print(operator.index(True), operator.truediv(7, 2), operator.floordiv(-7, 2), (5).__rsub__(3), (5).__radd__(1.5), (2).__pow__(3, 5), (2.5).__int__(), (7).__floordiv__(0.5), (3).__lshift__(2), (True).__and__(False), (5).__bool__(), (5).__format__("03d"), (1.5).__round__(), (6).__divmod__(4), (5).__neg__(), (5).__truediv__(2), (5).__eq__(5.0), (5.0).__eq__(5), (5).__lt__("x"))
print(sum([0.1] * 3), sum([1e16, 1.0, -1e16]), sum([1, 2.5, f(1, 2)]), sum((), 5), max(1, 1.0), min(1.0, 1), sorted([3, 1.5, f(5, 2), True]), abs(-0.0), abs(-5 + 0j), pow(2, -2), pow(2, 3, 7), pow(0, 0), pow(0.0, 0), (-1) ** 0.5, divmod(5.5, -2))
print(f"{1e15} {1e16} {1.0} {100000.0} {123456789.123456789} {1e-4} {1e-5} {0.1 + 0.2} {1 / 3} {2 / 3:.3} {1e100} {5e-324} {1.7976931348623157e308} {-0.0} {1e2j}")
for action in (lambda: f(1, 0), lambda: f("x"), lambda: f(1.5, 2), lambda: f(1) / 0, lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.comb(-1, 2), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.gcd(1.5), lambda: math.isqrt(-1), lambda: math.fmod(1, 0), lambda: math.pow(0, -1), lambda: math.floor(float("nan")), lambda: math.ldexp(1, 10**6), lambda: math.sumprod([1], [1, 2]), lambda: math.gamma(-1), lambda: math.dist((1,), (1, 2)), lambda: math.perm(2, -1), lambda: math.log(1, 1), lambda: math.sin("x"), lambda: math.hypot("a"), lambda: int(f(1, 2), 10), lambda: round(1, 2, 3), lambda: pow(2, 2, 0), lambda: pow(2.0, 2, 3), lambda: 5 .foo, lambda: (1).__add__(), lambda: operator.index(1.5), lambda: float.fromhex("1x"), lambda: int.from_bytes(["x"]), lambda: (1).to_bytes(-1), lambda: int.from_bytes(b"a", "middle"), lambda: f(1) < 1j, lambda: f(1, "2"), lambda: math.trunc("x")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
