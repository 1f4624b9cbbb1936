"""Numbers together: conversions, mixed comparisons, equal hashes, exactness, rounding, parsing, user types of the abstract tower."""
import numbers
from decimal import Decimal
from fractions import Fraction

halves = [True, 1, 1.0, 1 + 0j, Fraction(1), Decimal(1)]
print({type(h).__name__: hash(h) for h in halves}, len(set(halves)), len({h: None for h in halves}))
print([hash(x) == hash(Fraction(x)) for x in (0.1, 1e300, 2.0**-1074, -3.75)], hash(float("inf")), hash(-1), hash(-2), hash(2**61 - 1), hash(2**61))
for a, b in [(1, True), (1, 1.0), (1.0, Fraction(1)), (1, 1j), (2, Fraction(1, 2)), (0.5, Fraction(1, 2)), (1, Decimal(2)), (Decimal(1), 1.0)]:
    row = []
    for op in "+", "*", "/", "//", "%", "**":
        try:
            value = eval(f"a {op} b")
            row.append(f"{value!s}:{type(value).__name__[:4]}")
        except TypeError:
            row.append("-")
    print(f"{type(a).__name__:8} {type(b).__name__:8}", *row)
big = 2**53
print(big == float(big), big + 1 == float(big + 1), big + 1 > float(big), 10**400 > 1e308, 10**400 < float("inf"), float("nan") != float("nan"))
print(sorted([Fraction(1, 3), 0.3, Decimal("0.34"), 1, True, -(10**30), float("-inf")], key=float), Decimal("0.1") < 0.1, Fraction(1, 10) < 0.1)
for action in [
    "1 < 1j", "int('1.5')", "int(float('nan'))", "int(float('inf'))", "float('1_0')", "float('1__0')", "int('0x1f', 16)", "int('z', 36)",
    "int('12', 2)", "int('', 10)", "int(' -0b11 ', 0)", "int('010', 0)", "complex('1+2j')", "complex('1 + 2j')", "int(1j)",
    "float(10**400)", "10**400 / 10**399", "5 // 0", "5 % 0.0", "0 ** -1", "(-8) ** (1/3)", "2 ** -2", "(-2) ** 3.0", "divmod(-7, 2)",
    "divmod(-7.5, 2)", "-7 % 3", "7 % -3", "-0.0 % 3", "1 << -1", "1 << 70", "-5 >> 1", "~5 & 0xff", "True + True", "round(2.5)", "round(-3.5)",
    "round(2.675, 2)", "round(1234, -2)", "round(1250, -2)", "round(1e300, 5)", "round(float('inf'))", "int.from_bytes(b'\\xff\\x00', 'big', signed=True)",
    "(-1).to_bytes(2, 'little', signed=True)", "(300).to_bytes(1)", "(255).bit_count()", "(-256).bit_length()", "0.1.as_integer_ratio()",
    "(0.1).hex()", "float.fromhex('0x1.8p3')", "pow(3, -1, 7)", "pow(2, -1, 4)", "pow(2, 10, 0)", "pow(2.0, 1, 3)", "abs(-3 + 4j)",
    "(1e16 + 1) - 1e16", "0.1 + 0.2 == 0.3", "sum([0.1] * 10)", "1e-400", "1_000.5e1_0", "0xdead_beef", "Fraction('3/6')", "Fraction(0.125)",
    "Fraction('1.25e-1')", "Fraction(1, 0)", "Fraction(7, 3) // 2", "Fraction(-7, 2) % 2", "round(Fraction(7, 3), 1)", "Fraction(22, 7).limit_denominator(5)",
    "int(Decimal('-3.9'))", "Decimal('1') + 1.5", "Decimal(1) == 1.0", "(5).is_integer()", "(2.5).is_integer()", "1 .real", "1.5.imag", "(3+4j).conjugate()",
    "int('9' * 5000)", "len(str(10 ** 4000))", "float('  3.5\\n')", "int('٣')", "bool('0')", "int(b'12')", "int(bytearray(b'7'))", "float('infinity')", "complex('nan')",
]:  # fmt: skip
    try:
        print(f"{action:32} {eval(action)!r}")
    except Exception as error:
        print(f"{action:32} {type(error).__name__}: {error}")


class Dozen(numbers.Integral):
    """A number in twelves; what the abstract class wants, nothing more."""

    def __init__(self, value):
        self.value = int(value)

    def __int__(self):
        return self.value

    __index__ = __trunc__ = __floor__ = __ceil__ = __int__

    def __round__(self, digits=None):
        return self.value

    def __repr__(self):
        digits, n = "", abs(self.value)
        while n or not digits:
            n, d = divmod(n, 12)
            digits = "0123456789XE"[d] + digits
        return "-" * (self.value < 0) + digits

    def __hash__(self):
        return hash(self.value)


def install(names, build):
    for name in names:
        setattr(Dozen, f"__{name}__", build(name))


def binary(name):
    method = getattr(int, f"__{name}__")

    def run(self, other):
        if not isinstance(other, (int, Dozen)):
            return NotImplemented
        result = method(self.value, int(other))
        return Dozen(result) if type(result) is int else result

    return run


install(["add", "sub", "mul", "floordiv", "mod", "and", "or", "xor", "lshift", "rshift"], binary)
install(["radd", "rsub", "rmul", "rfloordiv", "rmod", "rand", "ror", "rxor", "rlshift", "rrshift", "truediv", "rtruediv"], binary)
install(["eq", "lt", "le"], binary)
install(["neg", "pos", "abs", "invert"], lambda name: lambda self: Dozen(getattr(int, f"__{name}__")(self.value)))
install(["pow", "rpow"], lambda name: lambda self, other, mod=None: Dozen(getattr(int, f"__{name}__")(self.value, int(other), mod)))
try:
    Dozen(3)
except TypeError as error:
    print(error)
Dozen.__abstractmethods__ = frozenset()
x = Dozen(143)
print(x, x + 1, 1 + x, x - 200, x * x, x // 5, 1000 % x, x / 2, -x, ~x, x**2, 2 ** Dozen(4), x < 150, x == 143, {143: "found"}[x])
print(x.numerator, x.denominator, x.real, x.imag, x.conjugate(), complex(x), float(x), divmod(x, 10), isinstance(x, numbers.Rational), bool(Dozen(0)))
for kind in numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral:
    print(kind.__name__, [type(h).__name__ for h in [*halves, x] if isinstance(h, kind)])
