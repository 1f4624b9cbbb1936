"""Contexts of decimals: precision, rounding modes, traps and flags, quantize, special values, formatting, local contexts, currency sums."""
import decimal
from decimal import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, BasicContext, Context, Decimal, DivisionByZero, ExtendedContext,
    FloatOperation, Inexact, InvalidOperation, Overflow, Rounded, Subnormal, Underflow, getcontext, localcontext, setcontext,
)  # fmt: skip

MODES = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
print(f"{'':16}", *(f"{v:>6}" for v in ("2.5", "-2.5", "2.51", "-2.49", "3.5", "0.01", "10.2")))
for mode in MODES:
    row = [Decimal(v).quantize(Decimal(1), rounding=mode) for v in ("2.5", "-2.5", "2.51", "-2.49", "3.5", "0.01", "10.2")]
    print(f"{mode:16}", *(f"{v:>6}" for v in row))


def flags(context):
    return sorted(f.__name__ for f, on in context.flags.items() if on)


for action in [
    "D(1) / 3", "D(10) ** 30", "D('1e999999') * 10", "D('1e-999999') / 1000", "D(1) / 0", "D(0) / 0", "D('nan') + 1", "D('snan') + 1", "D('inf') - D('inf')", "D(-1).sqrt()", "D(2).sqrt()", "D(4).sqrt()", "D(0) ** 0", "D(2) ** D('0.5')",
    "D(-8) ** D(3)", "D(-8) ** D('0.5')", "D(1).ln()", "D(0).ln()", "D(100).log10()", "D(10).exp()", "D('1.20') + D('0.005')", "D('123456789').quantize(D('0.01'))", "D(7) // D(-2)", "D(7) % D(-2)", "D('1e20') // 1", "divmod(D(-7), 2)",
    "D('1.5').to_integral_value()", "D('1.5').to_integral_exact()", "D('1e3').normalize()", "D('0.000').normalize()", "D('12345.678').scaleb(2)", "D('1.10').compare(D('1.1'))", "D('1.10').compare_total(D('1.1'))", "D(3).fma(2, D('0.5'))",
    "D('1.23').shift(1)", "D('12345').rotate(2)", "D('1.1').next_plus()", "D('1.1').next_toward(0)", "D(13).remainder_near(5)", "D('101').logical_xor(D('11'))", "D('1.0').same_quantum(D('2.5'))", "D('Infinity').adjusted()", "D('nan123')", "D('abc')",
    "D('1_000.5')", "D((1, (1, 2, 3), -2))", "D((0, (), 'F'))", "D(0.1)", "D(1) < D('nan')", "D(1) == D('nan')", "max(D(1), D('2.0'))", "D(1).max(D('nan'))", "+D('1.23456789')", "abs(D('-1.23456789'))", "hash(D('snan'))", "round(D('2.675'), 2)", "round(D('2.5'))", "int(D('1e3'))",
    "float(D('snan'))", "D('1.5').as_integer_ratio()", "D('inf').as_integer_ratio()", "D('-0').is_signed()", "D('1e-1000002')", "D(5).logb()", "D('12').number_class()", "D('1.200').as_tuple()",
]:  # fmt: skip
    with localcontext(Context(prec=6, traps=[InvalidOperation])) as context:
        try:
            result = eval(action, {"D": Decimal})
        except Exception as error:
            result = f"{type(error).__name__} {[c.__name__ for c in error.args[0]] if error.args and isinstance(error.args[0], list) else error}"
        print(f"{action:38} {result!s:34} {' '.join(flags(context))}")

for context in BasicContext, ExtendedContext, Context(prec=3, rounding=ROUND_UP, Emin=-5, Emax=5, capitals=0, clamp=1, traps=[Overflow]):
    print(context)
    context = context.copy()
    for action in "c.divide(Decimal(2), 3)", "c.create_decimal('123456.7')", "c.create_decimal('1E-7')", "c.power(2, 3, 5)", "c.to_sci_string(Decimal('1E+2'))", "c.divide(1, 0)", "c.create_decimal_from_float(0.3)", "c.Etiny(), c.Etop()", "c.radix()", "c.plus(Decimal('99.99'))":
        try:
            print(f"   {action:34} {eval(action, {'c': context, 'Decimal': Decimal})}", *flags(context))
        except ArithmeticError as error:
            print(f"   {action:34} {type(error).__name__}", *flags(context))
        context.clear_flags()
with localcontext(prec=4) as c:
    c.traps[FloatOperation] = True
    for action in "Decimal(0.5)", "Decimal('1') < 0.5", "Decimal('1') == 0.5", "Decimal.from_float(0.1)":
        try:
            print(action, eval(action))
        except decimal.FloatOperation as error:
            print(action, type(error).__name__, [e.__name__ for e in error.args[0]])
    c.traps[Inexact] = c.traps[Rounded] = True
    for value in "1.2340", "1.23450", "1.23456":
        try:
            print(value, +Decimal(value))
        except (Inexact, Rounded) as error:
            print(value, type(error).__name__)
print(getcontext().prec, DivisionByZero.__mro__[1].__name__, issubclass(DivisionByZero, ZeroDivisionError), Subnormal.__bases__, issubclass(Underflow, Inexact))
for bad in ({"prec": 0}, {"rounding": "UP"}, {"Emin": 1}, {"traps": [1]}, {"capitals": 2}):
    try:
        Context(**bad)
    except (ValueError, TypeError, KeyError) as error:
        print(f"{bad}: {type(error).__name__} {error}")

amount = Decimal("-1234567.8955")
for spec in "", ",.2f", "+.3e", ">20,.1f", "_.0f", "015,.2f", "%", ".3g", "=^20", "z.0f", "n", ".10", "E", "e", ",d", "s":
    try:
        print(f"{spec:8} [{amount:{spec}}] [{Decimal('0.00001'):{spec}}] [{Decimal('NaN'):{spec}}]")
    except ValueError as error:
        print(f"{spec:8} ValueError: {error}")
print([str(Decimal(t)) for t in ("1E5", "0E-7", "0.0000001", "1e+3", "-0.00", "12e-1", "1E-10")], Decimal("1E+5").to_eng_string(), Decimal("12E+7").to_eng_string(), repr(Decimal("-Infinity")))


def split(total, weights):
    """Shares of money that add up to the total: the largest remainders get the cents."""
    cent = Decimal("0.01")
    exact = [total * w / sum(weights) for w in weights]
    shares = [e.quantize(cent, ROUND_DOWN) for e in exact]
    for i in sorted(range(len(weights)), key=lambda i: shares[i] - exact[i])[: int((total - sum(shares)) / cent)]:
        shares[i] += cent
    assert sum(shares) == total
    return shares


print(split(Decimal("100.00"), [1, 1, 1]), split(Decimal("0.05"), [3, 3, 1]), split(Decimal("10"), [Decimal("1.5"), 2]))


def pi():
    with localcontext() as ctx:
        ctx.prec += 4
        lasts, t, s, n, na, d, da = 0, Decimal(3), 3, 1, 0, 0, 24
        while s != lasts:
            lasts = s
            n, na = n + na, na + 8
            d, da = d + da, da + 32
            t = (t * n) / d
            s += t
    return +s


def in_thread(prec):
    setcontext(Context(prec=prec))
    return str(pi()), str(Decimal(1) / 7)


print([in_thread(p) for p in (5, 40)])
setcontext(Context())
