"""Floats: shortest repr, rounding, special values, formatting, hex form, comparison with ints."""
import math
import sys

for x in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1.5e300, 5e-324, 2.5, -0.0, 1e22, 1e23, 100.0):
    print(repr(x), str(-x), x.hex(), x.is_integer(), x.as_integer_ratio() if x < 1e17 and x > 1e-4 else "")
inf, nan = float("inf"), float("-nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf > 10**1000, nan == nan, nan != nan, nan < 1, [nan] == [nan])
print(round(2.5), round(3.5), round(-0.5), round(2.675, 2), round(1e300, -299), round(1234.5678, -2), round(0.1, 20))
print(7.5 // 2, -7.5 // 2, 7.5 % -2, -7.5 % 2, divmod(-1e-20, 1), 0.0 % -3, -0.0 % 3, 5 % inf, -5 % inf)
print(0.1 + 0.2, 3 * 0.1, 1 / 3, 2 / 3, 1e308 * 10, -1e308 * 10, 1e-308 / 1e10)
print(2.0**0.5, (-8) ** (1 / 3), 0.0**0, inf**0, nan**0, 1**nan, 2.0**-1074, (-2.0) ** 3)
for spec in ("", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "#.3g", "G", "%", ".1%", "n", "+.2f", " .2f",
             "010.2f", "<10.2f", ">10.2f", "^10.2f", "*^12.1e", ",.2f", "_.2f", "=+10.1f", "z.0f", "020,.2f"):
    print(f"{spec!r:10}", *(format(x, spec) for x in (1234.5678, -0.000123, 0.0, -0.4, 1e20, inf)), sep=" | ")
print("%.3f %5.1f %-8.2e| %g %G %+g %r %s" % (1.23456, 2.25, 31415.9, 1e-10, 1e30, 5.0, 0.1, 1e100))
print(float("  1_0.5e-1 "), float("-Infinity"), float(b"2.5"), float("1e400"), float("١.٥"), float("nan") is not None)
print(float.fromhex("0x1.8p3"), float.fromhex("-0x.1"), float.fromhex("inf"), (1 / 3).hex(), float.fromhex("0x1p-1080"))
print(hash(0.5), hash(1.0) == hash(1), hash(inf), hash(-inf), hash(2.0**70) == hash(2**70), hash(0.1))
print(1.0 == 1 == True, 0.5 < 1, 2**53 == 2.0**53, 2**53 + 1 > 2.0**53, 1e22 == 10**22, 1e23 == 10**23)
print(sys.float_info.max, sys.float_info.min, sys.float_info.epsilon, sys.float_info.dig, sys.float_info.mant_dig)
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), int(-2.9), math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.copysign(1, -0.0), math.nextafter(1, 2), math.ulp(1.0), math.frexp(10.5), math.ldexp(0.5, 4), math.modf(-3.25))
print(float.from_number(3), float.__getformat__("double"), (4.0).__floordiv__(3), (4.0).__rpow__(2), (4.0).__add__("x"))


class Celsius(float):
    def __add__(self, other):
        return Celsius(float(self) + other)

    def __repr__(self):
        return f"{float(self)}°"


t = Celsius(20)
print(t, t + 1, 1 + t, -t, t * 2, type(t + 1).__name__, type(-t).__name__, [t], f"{t:.2f}")


class Number:
    def __float__(self):
        return 2.25

    def __index__(self):
        return 7


class OnlyIndex:
    def __index__(self):
        return 11


print(float(Number()), float(OnlyIndex()), math.sqrt(OnlyIndex()), complex(Number()))
for bad in ("", "1e", "1__0", "0x1", "--1", "1.2.3", [], None, 1j):
    try:
        float(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for action in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0**-1, lambda: 10.0**400, lambda: int(nan),
               lambda: round(inf), lambda: f"{1.5:d}", lambda: f"{1.5:.2x}", lambda: "%d" % nan, lambda: 1.5 << 1,
               lambda: float.fromhex("0xg"), lambda: inf.as_integer_ratio(), lambda: round(1.5, "2"), lambda: [1][1.0]):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
