"""Exact rationals, the numeric tower, and numbers of one's own."""
import math
import numbers
import operator
from fractions import Fraction as F

print(F(3, -6), F("3/4"), F(" -0.125e1 "), F(2.5), F(0.1), F(7), F(), F(True), repr(F(1, 3)), F("1_000/3"))
a, b = F(3, 4), F(-5, 6)
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod, operator.lt, operator.eq):
    print(op.__name__, op(a, b), op(a, 2), op(2, a), *(() if op is divmod else (op(a, 0.5),)))
print(-a, +a, abs(b), bool(F(0)), int(b), float(a), complex(a), math.floor(b), math.ceil(b), math.trunc(b), round(b), round(F(22, 7), 3), round(F(5, 2)), round(F(7, 2)))
print(a.numerator, a.denominator, a.as_integer_ratio(), a.is_integer(), F(math.pi).limit_denominator(1000), F(math.e).limit_denominator(10), a.conjugate(), a.real, a.imag)
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(1, 2) == 0.5, F(1, 3) == 1 / 3, F(1, 2) < 0.6, {F(1, 2): "half"}[0.5], F.from_float(0.25), F.from_number(3))
print(a**-2, a ** F(1, 2), F(-8) ** F(1, 3), 2 ** F(3), 2.0 ** F(1, 2), F(2) ** 0.5, (-1) ** F(2), F(4) ** F(-1, 2), a + 1j)
for spec in ["", "+", ">10", "*^12", ".3f", "+.2e", ".4g", "%", ",.2f", "#", "_", " .1%", "z.0f"]:
    print(f"[{F(-22, 7):{spec}}] [{F(1234567):{spec}}]", end=" ")
print()
for attempt in [lambda: F(1, 0), lambda: F("x"), lambda: F("1/0"), lambda: F(1.5, 2), lambda: F(float("nan")), lambda: F(float("inf")), lambda: F(1) / 0, lambda: F(0) ** -1, lambda: F("3 / 4"), lambda: F(a, "1"), lambda: F(3j), lambda: a.limit_denominator(0), lambda: a < 1j, lambda: f"{a:q}", lambda: F(1) // 0, lambda: setattr(a, "numerator", 2)]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError, ZeroDivisionError, OverflowError, AttributeError) as error:
        print(type(error).__name__, "-", error)
print(sum(F(1, n) for n in range(1, 21)), math.prod(F(n, n + 1) for n in range(1, 10)), sorted([F(2, 3), 0.5, F(3, 5), 1]), max(F(1, 3), 0.3))


def egyptian(x):
    while x:
        unit = F(1, math.ceil(1 / x))
        yield unit
        x -= unit


def continued(x):
    while True:
        whole, x = divmod(x, 1)
        yield whole
        if not x:
            return
        x = 1 / x


def farey(n):
    u, v, c, d = 0, 1, 1, n
    yield F(u, v)
    while c <= n:
        k = (n + v) // d
        u, v, c, d = c, d, k * c - u, k * d - v
        yield F(u, v)


print(*egyptian(F(43, 48)), "|", *continued(F(415, 93)), "|", *farey(5))


def bernoulli(n):
    row = []
    for m in range(n + 1):
        row.append(F(1, m + 1))
        for j in range(m, 0, -1):
            row[j - 1] = j * (row[j - 1] - row[j])
    return row[0]


print([str(bernoulli(n)) for n in range(0, 15, 2)])

# -- the tower -------------------------------------------------------------------------------------------------

tower = [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral]
for value in (True, 3, F(1, 2), 2.5, 1j, "3"):
    print(repr(value), [t.__name__ for t in tower if isinstance(value, t)])


class Modular(numbers.Integral):
    """Integers modulo 7, as Integral wants them."""

    def __init__(self, n):
        self.n = int(n) % 7

    def __repr__(self):
        return f"{self.n} (mod 7)"


try:
    Modular(3)
except TypeError as error:
    print(error)

for name in "abs add and ceil eq floor floordiv int invert le lshift lt mod mul neg or pos pow radd rand rfloordiv rlshift rmod rmul ror round rpow rrshift rshift rtruediv rxor truediv trunc xor".split():

    def method(self, *others, _op=getattr(operator, f"__{name.removeprefix('r')}__", None) or getattr(operator, f"__{name}__", None)):
        return Modular(_op(self.n, *(int(o) for o in others))) if _op else self.n

    if name in ("int", "trunc", "round", "ceil", "floor"):
        method = lambda self, *_: self.n  # noqa: E731
    if name in ("eq", "lt", "le"):
        method = lambda self, other, _op=getattr(operator, name): _op(self.n, int(other) % 7)  # noqa: E731
    setattr(Modular, f"__{name}__", method)
Modular.__abstractmethods__ = frozenset()
m = Modular(12)
print(m, m + 4, 4 + m, m * m, -m, m == 5, m.numerator, m.denominator, m.real, int(m), float(m), [10, 20, 30, 40, 50, 60][m], isinstance(m, numbers.Rational), bool(Modular(7)))
