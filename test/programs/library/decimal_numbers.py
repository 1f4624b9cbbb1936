"""decimal: exact arithmetic, contexts, rounding, signals, formatting."""
import decimal
import math
import pickle
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP, Context, Decimal as D, getcontext, localcontext

print(D("1.10"), D(5), D(-0.5), D("1e-7"), D("1E+5"), D("  -3.14_15  "), D("NaN"), D("-Infinity"), D("sNaN123"), D((1, (1, 4, 7), -2)), D(0.1), repr(D("-0")), D(True))
print(D("0.1") + D("0.2"), D("1.30") * 2, 10 - D("0.001"), D(1) / 3, D(7) // 2, D(-7) % 3, divmod(D("8.5"), 3), D(2) ** 10, D(2) ** D("0.5"), -D("1.0"), abs(D(-3)), +D("1.23456789012345678901234567890"), D(10) ** -3, pow(D(3), 5, 7))
print(sum(map(D, ["1.1", "2.2", "3.3"])), max(D("1.5"), 1), sorted([D("2"), D("-1"), D("0.5")]), D("1.0") == 1, D("0.5") == 0.5, D("1.1") == 1.1, D(1) < 1.5, hash(D("1.50")) == hash(1.5), D("NaN") == D("NaN"), {D(2): "two"}[2], D("1.50").compare(D("1.5")), D("1.50").compare_total(D("1.5")))
for mode in (ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, ROUND_05UP):
    print(mode, *(D(x).quantize(D("0.1"), mode) for x in ("1.25", "1.35", "-1.25", "1.21", "-1.29", "1.05")), D("2.5").to_integral_value(mode))
print(round(D("2.675"), 2), round(D("2.5")), round(D("1234.5"), -2), int(D("-2.9")), math.floor(D("-2.1")), math.ceil(D("2.1")), float(D("0.25")), math.trunc(D("2.9")), complex(D(1)), D("123.456").as_tuple(), D("1.20").normalize(), D("1e3").normalize(), D("0.25").as_integer_ratio(), D("123").adjusted(), D("1.5").is_signed(), D("0").is_zero(), D("Inf").is_infinite())
print(D(2).sqrt(), D(1).exp(), D(10).ln(), D(1000).log10(), D("1.5").fma(2, 3), D(7).remainder_near(4), D("1.23").scaleb(3), D("12.3").shift(1), D(5).next_plus(), D(5).next_minus(), D("1.234").same_quantum(D("0.001")), D("1100").logical_and(D("1010")), D("110").logical_invert() % 1000, D(5).copy_sign(D(-1)), D("1E+3").to_eng_string(), D("123E+1").to_eng_string(), D("1.0").canonical(), D("-5").copy_abs(), D(3).max(D("NaN")), D("34").rotate(1), D("-0").is_signed(), D("1E-999").number_class())
for spec in ("", "f", ".2f", "e", ".3e", "g", ".3g", "%", ".1%", ",", ",.2f", "+", " ", "010.2f", "*^15.3f", ">12", "n", "#.0f", "z.1f", "_.2f"):
    print(f"{spec}:[{D('1234.5678'):{spec}}] [{D('-0.04'):{spec}}]", end=" ")
print()
with localcontext() as c:
    c.prec = 6
    print(D(1) / 7, D("123456789") + 0, c.sqrt(D(2)), c.create_decimal("1.23456789"), c.divide(1, 3), c.power(2, 100))
    c.rounding = ROUND_UP
    print(D(1) / 7, c.plus(D("1.0000001")))
with localcontext(prec=50, traps=[]) as c:
    print(D(1) / 0, D(-1) / 0, D(0) / 0, D("NaN") + 1, D("Inf") - D("Inf"), D(-1).sqrt(), D(0) ** 0, [s.__name__ for s, on in c.flags.items() if on])
print(getcontext(), decimal.DefaultContext.prec, decimal.BasicContext, decimal.ExtendedContext.traps[decimal.DivisionByZero])
for wrong in [lambda: D("abc"), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D("Inf") * 0, lambda: D(-1).sqrt(), lambda: D("1e999999") * 10, lambda: D(1) + 1.5, lambda: D("sNaN") + 1, lambda: D("NaN") < 1, lambda: int(D("NaN")), lambda: int(D("Inf")), lambda: D(1).quantize(D("1e-50")), lambda: D(10) ** 10**9, lambda: D((1, 2)), lambda: D([1]), lambda: hash(D("sNaN")), lambda: D(1) % 0, lambda: f"{D(1):q}", lambda: D("1") < "2", lambda: getcontext().__setattr__("prec", 0), lambda: getcontext().__setattr__("rounding", "UP"), lambda: Context(prec="x"), lambda: D(None), lambda: D("5").log10 and D("-5").log10(), lambda: D(2).logical_and(1), lambda: round(D("Inf")), lambda: D(0) ** -1]:
    try:
        print("fine", wrong())
    except (decimal.DecimalException, TypeError, ValueError, OverflowError, ArithmeticError) as error:
        print(type(error).__name__, error)
c = Context(prec=3, rounding=ROUND_DOWN, Emin=-99, Emax=99, traps=[decimal.Inexact])
try:
    c.divide(D(1), D(3))
except decimal.Inexact as error:
    print(error, c.flags[decimal.Inexact], c.flags[decimal.Rounded])
c.clear_flags()
print(c.add(D("1.1"), D("1.2")), c.copy() is c, c.Etiny(), c.Etop(), c.is_subnormal(D("1E-100")), pickle.loads(pickle.dumps(D("1.50"))), pickle.loads(pickle.dumps(c)).prec, issubclass(decimal.DivisionByZero, ZeroDivisionError), D.from_float(0.5), getcontext().create_decimal_from_float(1 / 3))


def pi(digits):
    """The recipe of the documentation."""
    with localcontext(prec=digits + 2) as c:
        three = D(3)
        lasts, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
        c.prec -= 2
        return +s


print(pi(50), pi(20))


def moneyfmt(value, places=2, sep=",", dp="."):
    sign, digits, exponent = value.quantize(D(10) ** -places).as_tuple()
    text = "".join(map(str, digits)).rjust(places + 1, "0")
    whole, part = text[: len(text) - places], text[len(text) - places :]
    groups = []
    while whole:
        groups.append(whole[-3:])
        whole = whole[:-3]
    return "-" * sign + sep.join(reversed(groups)) + dp + part


print(moneyfmt(D("-1234567.8901")), moneyfmt(D("0.005")), moneyfmt(D("99.995")))
