"""Exact algebra: polynomials over the rationals, matrices, elimination, characteristic polynomials and roots by Sturm's theorem."""
from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction as F
from itertools import zip_longest
from math import comb, isqrt


class Polynomial:
    """Coefficients from the constant upwards, without zeros at the end."""

    def __init__(self, coefficients: Iterable = ()):
        items = [F(c) for c in coefficients]
        while items and items[-1] == 0:
            items.pop()
        self.c = tuple(items)

    @classmethod
    def x(cls):
        return cls((0, 1))

    @classmethod
    def roots(cls, *values):
        product = cls((1,))
        for v in values:
            product *= cls((-F(v), 1))
        return product

    @property
    def degree(self):
        return len(self.c) - 1

    def lift(self, other):
        return other if isinstance(other, Polynomial) else Polynomial((other,))

    def __add__(self, other):
        return Polynomial(a + b for a, b in zip_longest(self.c, self.lift(other).c, fillvalue=F(0)))

    __radd__ = __add__

    def __neg__(self):
        return Polynomial(-a for a in self.c)

    def __sub__(self, other):
        return self + -self.lift(other)

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        other = self.lift(other)
        result = [F(0)] * max(0, len(self.c) + len(other.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                result[i + j] += a * b
        return Polynomial(result)

    __rmul__ = __mul__

    def __pow__(self, n):
        result, base = Polynomial((1,)), self
        while n:
            if n & 1:
                result *= base
            base *= base
            n >>= 1
        return result

    def __divmod__(self, other):
        other = self.lift(other)
        if not other:
            raise ZeroDivisionError("division by the zero polynomial")
        rest, quotient = list(self.c), [F(0)] * max(0, len(self.c) - len(other.c) + 1)
        for i in reversed(range(len(quotient))):
            factor = quotient[i] = rest[i + other.degree] / other.c[-1]
            for j, b in enumerate(other.c):
                rest[i + j] -= factor * b
        return Polynomial(quotient), Polynomial(rest)

    def __floordiv__(self, other):
        return divmod(self, other)[0]

    def __mod__(self, other):
        return divmod(self, other)[1]

    def __bool__(self):
        return bool(self.c)

    def __eq__(self, other):
        return isinstance(other, (Polynomial, int, F)) and self.c == self.lift(other).c

    def __hash__(self):
        return hash(self.c)

    def __call__(self, x):
        result = 0 * x
        for a in reversed(self.c):
            result = result * x + a
        return result

    def derivative(self):
        return Polynomial(i * a for i, a in enumerate(self.c) if i)

    def monic(self):
        return self * (1 / self.c[-1]) if self else self

    def gcd(self, other):
        a, b = self, other
        while b:
            a, b = b, a % b
        return a.monic()

    def square_free(self):
        return self // self.gcd(self.derivative())

    def sturm(self):
        chain = [self, self.derivative()]
        while chain[-1]:
            chain.append(-(chain[-2] % chain[-1]))
        return chain[:-1]

    def count_roots(self, low, high):
        def changes(x):
            signs = [s for p in chain if (s := p(x))]
            return sum(a * b < 0 for a, b in zip(signs, signs[1:]))

        chain = self.square_free().sturm()
        return changes(F(low)) - changes(F(high))

    def isolate(self, width=F(1, 1000)):
        bound = 1 + max(abs(a / self.c[-1]) for a in self.c)
        stack, found = [(-bound, bound)], []
        while stack:
            low, high = stack.pop()
            n = self.count_roots(low, high)
            if n == 1 and high - low <= width:
                found.append((low + high) / 2)
            elif n:
                middle = (low + high) / 2
                stack += [(low, middle), (middle, high)]
        return sorted(found)

    def rational_roots(self):
        scale = 1
        for a in self.c:
            scale *= a.denominator
        whole = [int(a * scale) for a in self.c]
        divisors = lambda n: [d for d in range(1, isqrt(abs(n)) + 1) if n % d == 0] + [abs(n) // d for d in range(1, isqrt(abs(n)) + 1) if n % d == 0]  # noqa: E731
        constant = next((w for w in whole if w), 1)
        candidates = {s * F(p, q) for p in divisors(constant) for q in divisors(whole[-1]) for s in (1, -1)} | {F(0)}
        return sorted(r for r in candidates if self(r) == 0)

    def __str__(self):
        if not self:
            return "0"
        text = ""
        for i in reversed(range(len(self.c))):
            a = self.c[i]
            if a:
                sign = " - " if a < 0 else " + "
                size = "" if abs(a) == 1 and i else f"{abs(a)}"
                power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
                text += sign + size + power
        return text[3:] if text.startswith(" + ") else "-" + text[3:]

    def __repr__(self):
        return f"Polynomial({[str(a) for a in self.c]})"


class Matrix:
    def __init__(self, rows: Sequence[Sequence]):
        self.rows = [list(row) for row in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n, one=F(1)):
        return cls([[one if i == j else one * 0 for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key):
        return self.rows[key[0]][key[1]] if isinstance(key, tuple) else self.rows[key]

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __add__(self, other):
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __sub__(self, other):
        return self + other * -1

    def __mul__(self, k):
        return Matrix([[a * k for a in row] for row in self.rows])

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other):
        return self.rows == other.rows

    @property
    def T(self):
        return Matrix(list(zip(*self.rows)))

    def echelon(self):
        """Reduced row echelon form, pivots, and the product that gives the determinant."""
        rows, pivots, factor, r = [[F(a) for a in row] for row in self.rows], [], F(1), 0
        for c in range(self.shape[1]):
            pivot = next((i for i in range(r, len(rows)) if rows[i][c]), None)
            if pivot is None:
                continue
            if pivot != r:
                rows[r], rows[pivot] = rows[pivot], rows[r]
                factor = -factor
            factor *= rows[r][c]
            rows[r] = [a / rows[r][c] for a in rows[r]]
            for i, row in enumerate(rows):
                if i != r and row[c]:
                    rows[i] = [a - row[c] * b for a, b in zip(row, rows[r])]
            pivots.append(c)
            r += 1
            if r == len(rows):
                break
        return Matrix(rows), pivots, factor

    def rank(self):
        return len(self.echelon()[1])

    def determinant(self):
        _, pivots, factor = self.echelon()
        return factor if len(pivots) == self.shape[0] else F(0)

    def inverse(self):
        n = self.shape[0]
        augmented, pivots, _ = Matrix([row + one for row, one in zip(self.rows, Matrix.identity(n).rows)]).echelon()
        if pivots != list(range(n)):
            raise ZeroDivisionError("singular matrix")
        return Matrix([row[n:] for row in augmented.rows])

    def kernel(self):
        reduced, pivots, _ = self.echelon()
        for f in (c for c in range(self.shape[1]) if c not in pivots):
            vector = [F(0)] * self.shape[1]
            vector[f] = F(1)
            for row, p in zip(reduced.rows, pivots):
                vector[p] = -row[f]
            yield vector

    def characteristic(self):
        """Faddeev and LeVerrier's recurrence."""
        n, coefficients, m = self.shape[0], [F(1)], Matrix.identity(self.shape[0])
        for k in range(1, n + 1):
            product = self @ m
            c = -sum(product[i, i] for i in range(n)) / F(k)
            coefficients.append(c)
            m = product + Matrix.identity(n) * c
        return Polynomial(reversed(coefficients))

    def __str__(self):
        cells = [[str(a) for a in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)


x = Polynomial.x()
p = (x - 1) ** 2 * (x + 2) * (x**2 - 3)
print(p, p.degree, p(2), p(F(1, 2)), p.derivative(), p.square_free(), sep="\n")
print(divmod(x**5 - 1, x - 1), (x**4 - 1).gcd(x**6 - 1), p.rational_roots(), [float(r) for r in p.isolate(F(1, 64))], p.count_roots(0, 2))
print(repr(F(1, 3) * x - 1), 1 - x, x == Polynomial((0, 1)), Polynomial(), (x + 1) ** 6, -x**3 + F(2, 3), {x + 1: "key"}[1 + x])
for wrong in (lambda: divmod(x, Polynomial()), lambda: x + "a", lambda: Polynomial(["q"])):
    try:
        print(wrong())
    except (ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
a = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 2]])
print(a.determinant(), a.rank(), a.inverse(), a @ a.inverse() == Matrix.identity(3), a.characteristic(), a.characteristic().rational_roots(), a**3, sep="\n")
print(a.characteristic()(1), Matrix([[1, 1], [1, 0]]) ** 90, Matrix([[1, 1], [1, 0]]) ** -3, sep="\n")
singular = Matrix([[1, 2, 3, 4], [2, 4, 6, 8], [1, 0, 1, 0]])
print(singular.echelon()[0], singular.rank(), [[str(v) for v in k] for k in singular.kernel()], singular.T.shape, sep="\n")
hilbert = Matrix([[F(1, i + j + 1) for j in range(5)] for i in range(5)])
print(hilbert.inverse(), 1 / hilbert.determinant(), sep="\n")
for wrong in (lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1], [1, 2]])):
    try:
        print(wrong())
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
pascal = Matrix([[comb(i + j, i) for j in range(6)] for i in range(6)])
print(pascal.determinant(), all(r(a) == Matrix([[0] * 3] * 3) for r in []) and str(pascal).splitlines()[-1])
