"""Operator overloading: Fraction, Vector, Polynomial, Matrix and a lazy expression builder, mixed with numbers."""

import math


class Fraction:
    __slots__ = ("top", "bottom")

    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        divisor = math.gcd(top, bottom) * (-1 if bottom < 0 else 1)
        self.top, self.bottom = top // divisor, bottom // divisor

    @staticmethod
    def _arithmetic(function):
        def forward(self, other):
            other = Fraction.of(other)
            return NotImplemented if other is None else function(self, other)

        def backward(self, other):
            other = Fraction.of(other)
            return NotImplemented if other is None else function(other, self)

        return forward, backward

    @classmethod
    def of(cls, value):
        if isinstance(value, int):
            return cls(value)
        return value if isinstance(value, cls) else None

    __add__, __radd__ = _arithmetic(lambda a, b: Fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
    __sub__, __rsub__ = _arithmetic(lambda a, b: Fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom))
    __mul__, __rmul__ = _arithmetic(lambda a, b: Fraction(a.top * b.top, a.bottom * b.bottom))
    __truediv__, __rtruediv__ = _arithmetic(lambda a, b: Fraction(a.top * b.bottom, a.bottom * b.top))
    __floordiv__, __rfloordiv__ = _arithmetic(lambda a, b: (a.top * b.bottom) // (a.bottom * b.top))

    def __pow__(self, exponent):
        if exponent < 0:
            return Fraction(self.bottom ** -exponent, self.top ** -exponent)
        return Fraction(self.top ** exponent, self.bottom ** exponent)

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __abs__(self):
        return Fraction(abs(self.top), self.bottom)

    def __eq__(self, other):
        other = Fraction.of(other)
        return NotImplemented if other is None else (self.top, self.bottom) == (other.top, other.bottom)

    def __lt__(self, other):
        other = Fraction.of(other)
        return self.top * other.bottom < other.top * self.bottom

    def __hash__(self):
        return hash((self.top, self.bottom)) if self.bottom != 1 else hash(self.top)

    def __float__(self):
        return self.top / self.bottom

    def __bool__(self):
        return self.top != 0

    def __round__(self, digits=0):
        return Fraction(math.floor(self * 10**digits + Fraction(1, 2)), 10**digits)

    def __floor__(self):
        return self.top // self.bottom

    def __format__(self, spec):
        return format(float(self), spec) if spec else str(self)

    def __str__(self):
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"

    def __repr__(self):
        return f"Fraction({self.top}, {self.bottom})"


class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __len__(self):
        return len(self.parts)

    def __iter__(self):
        return iter(self.parts)

    def __getitem__(self, index):
        part = self.parts[index]
        return Vector(*part) if isinstance(index, slice) else part

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*(a + b for a, b in zip(self, other, strict=True)))

    def __radd__(self, other):
        return self if other == 0 else NotImplemented  # so that sum() works

    def __iadd__(self, other):
        self.parts = (self + other).parts
        return self

    def __mul__(self, factor):
        return Vector(*(part * factor for part in self))

    __rmul__ = __mul__

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self, other, strict=True))

    def __xor__(self, other):
        (a, b, c), (d, e, f) = self, other
        return Vector(b * f - c * e, c * d - a * f, a * e - b * d)

    def __invert__(self):
        return self * (1 / abs(self))

    def __abs__(self):
        return math.hypot(*self)

    def __eq__(self, other):
        return isinstance(other, Vector) and self.parts == other.parts

    def __contains__(self, value):
        return value in self.parts

    def __repr__(self):
        return f"<{', '.join(map(str, self))}>"


class Polynomial:
    """Coefficients from the lowest power up."""

    def __init__(self, *coefficients):
        while coefficients and not coefficients[-1]:
            coefficients = coefficients[:-1]
        self.coefficients = coefficients

    @property
    def degree(self):
        return len(self.coefficients) - 1

    def __call__(self, x):
        total = 0
        for coefficient in reversed(self.coefficients):
            total = total * x + coefficient
        return total

    def __add__(self, other):
        a, b = self.coefficients, other.coefficients
        size = max(len(a), len(b))
        a, b = a + (0,) * (size - len(a)), b + (0,) * (size - len(b))
        return Polynomial(*map(sum, zip(a, b)))

    def __neg__(self):
        return Polynomial(*(-c for c in self.coefficients))

    def __sub__(self, other):
        return self + -other

    def __mul__(self, other):
        if not isinstance(other, Polynomial):
            return Polynomial(*(c * other for c in self.coefficients))
        result = [0] * (self.degree + other.degree + 1)
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                result[i + j] += a * b
        return Polynomial(*result)

    __rmul__ = __mul__

    def __pow__(self, exponent):
        result = Polynomial(1)
        for _ in range(exponent):
            result *= self
        return result

    def __divmod__(self, other):
        quotient, rest = Polynomial(), self
        while rest.degree >= other.degree:
            factor = Fraction.of(rest.coefficients[-1]) / other.coefficients[-1]
            term = Polynomial(*[0] * (rest.degree - other.degree), factor)
            quotient, rest = quotient + term, rest - term * other
        return quotient, rest

    def __str__(self):
        terms = []
        for power, c in enumerate(self.coefficients):
            if c:
                x = "" if power == 0 else "x" if power == 1 else f"x^{power}"
                terms.append(x if c == 1 and x else f"{c}{x}")
        return " + ".join(reversed(terms)).replace("+ -", "- ") or "0"


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __getitem__(self, place):
        match place:
            case int(i), int(j):
                return self.rows[i][j]
            case slice(), int(j):
                return Vector(*(row[j] for row in self.rows[place[0]]))
            case int(i) | (int(i), slice()):
                return Vector(*self.rows[i])
            case rows, columns:
                return Matrix(row[columns] for row in self.rows[rows])

    def __setitem__(self, place, value):
        i, j = place
        self.rows[i][j] = value

    def __matmul__(self, other):
        if isinstance(other, Vector):
            return Vector(*(Vector(*row) @ other for row in self.rows))
        return Matrix([[Vector(*row) @ other[:, j] for j in range(len(other.rows[0]))] for row in self.rows])

    def __pow__(self, n):
        return self if n == 1 else self ** (n - 1) @ self if n % 2 else (half := self ** (n // 2)) @ half

    def determinant(self):
        rows, sign = [[Fraction.of(c) for c in row] for row in self.rows], 1
        for i in range(len(rows)):
            pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != i:
                rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
            for below in rows[i + 1:]:
                factor = below[i] / rows[i][i]
                below[:] = [b - factor * a for a, b in zip(rows[i], below)]
        return math.prod((rows[i][i] for i in range(len(rows))), start=Fraction(sign))

    def __str__(self):
        return "[" + "; ".join(" ".join(map(str, row)) for row in self.rows) + "]"


class Lazy:
    """Records what is done to it."""

    def __init__(self, text):
        self.text = text

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Lazy(f"{self.text}.{name}")

    def __call__(self, *args, **kwargs):
        return Lazy(f"{self.text}({', '.join([*map(str, args), *(f'{k}={v}' for k, v in kwargs.items())])})")

    def __getitem__(self, index):
        return Lazy(f"{self.text}[{index}]")

    def __str__(self):
        return self.text


for _name, _symbol in {"add": "+", "sub": "-", "mul": "*", "truediv": "/", "mod": "%", "lshift": "<<", "and": "&", "or": "|"}.items():
    setattr(Lazy, f"__{_name}__", lambda self, other, s=_symbol: Lazy(f"({self} {s} {other})"))
    setattr(Lazy, f"__r{_name}__", lambda self, other, s=_symbol: Lazy(f"({other} {s} {self})"))
for _name, _symbol in {"eq": "==", "ne": "!=", "lt": "<", "ge": ">="}.items():
    setattr(Lazy, f"__{_name}__", lambda self, other, s=_symbol: Lazy(f"({self} {s} {other})"))


def main():
    half, third = Fraction(1, 2), Fraction(-2, -6)
    print(half + third, half - 1, 2 * third, 1 / third, half ** -3, -half // third, 7 // half, abs(-half))
    print(half == Fraction(2, 4), Fraction(4, 2) == 2, half < third, third < 1, hash(Fraction(6, 3)) == hash(2), bool(half - half))
    print(f"{third:.4f} {third}", float(half), round(third, 2), sum([half, third], Fraction(0)), sorted([half, third, Fraction(2, 5)]))
    for operation in (lambda: half + "x", lambda: Fraction(1, 0), lambda: 1.5 * half):
        try:
            operation()
        except (TypeError, ZeroDivisionError) as error:
            print(f"{type(error).__name__}: {error}")

    v, w = Vector(1, 2, 2), Vector(0, 1, -1)
    u = v
    u += w
    print(v, u is v, v @ w, v ^ w, abs(Vector(3, 4)), 2 * w, v[1:], v[-1], 3 in v, sum([v, w]), ~Vector(0, 5), [*w], len(v))
    try:
        v + Vector(1)
    except ValueError as error:
        print("ValueError:", error)

    x = Polynomial(0, 1)
    p = (x + Polynomial(1)) ** 3
    print(p, "|", p - x, "|", p(2), p(half), p.degree, 2 * x, "|", -p)
    quotient, rest = divmod(p, x * x - Polynomial(2))
    print(quotient, "rest", rest, "|", quotient * (x * x - Polynomial(2)) + rest)

    m = Matrix([[1, 1], [1, 0]])
    print(m ** 10, (m ** 90)[0, 1], m @ Vector(3, 4), m[0], m[:, 0], m[0:1, 0:2], m.determinant())
    m[0, 0] = half
    print(m.determinant(), Matrix([[0, 2, 1], [1, 1, 0], [3, 0, 1]]).determinant(), Matrix([[1, 2], [2, 4]]).determinant())

    q = Lazy("q")
    print((q.price * 1.2 + 3 >= q["limit"].max(by=2)) & (1 << q) | (q != None), 5 - q % 2)  # noqa: E711


if __name__ == "__main__":
    main()
