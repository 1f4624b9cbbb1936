"""Symbolic algebra: expressions by operators, rules by patterns, derivatives, expansion, integrals of polynomials, exact evaluation, LaTeX."""
import ast
import math
import operator
from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce, singledispatch
from numbers import Rational


class Expr(ABC):
    __slots__ = ()
    __match_args__ = ()
    level = 9

    def __add__(self, other):
        return add(self, as_expr(other))

    __radd__ = lambda self, other: add(as_expr(other), self)  # noqa: E731

    def __mul__(self, other):
        return mul(self, as_expr(other))

    __rmul__ = lambda self, other: mul(as_expr(other), self)  # noqa: E731

    def __neg__(self):
        return mul(Num(Fraction(-1)), self)

    def __sub__(self, other):
        return self + -as_expr(other)

    def __rsub__(self, other):
        return as_expr(other) + -self

    def __pow__(self, other):
        return power(self, as_expr(other))

    def __rpow__(self, other):
        return power(as_expr(other), self)

    def __truediv__(self, other):
        return mul(self, power(as_expr(other), Num(Fraction(-1))))

    def __rtruediv__(self, other):
        return as_expr(other) / self

    @abstractmethod
    def key(self): ...

    def __lt__(self, other):
        return self.key() < other.key()

    def inside(self, outer):
        return f"({self})" if self.level < outer else str(self)


@dataclass(frozen=True, slots=True)
class Num(Expr):
    value: Fraction

    def key(self):
        return 0, "", self.value

    @property
    def level(self):
        return 9 if self.value >= 0 and self.value.denominator == 1 else 2

    def __str__(self):
        return str(self.value)


@dataclass(frozen=True, slots=True)
class Sym(Expr):
    name: str

    def key(self):
        return 1, self.name, 0

    def __str__(self):
        return self.name


@dataclass(frozen=True, slots=True)
class Add(Expr):
    terms: tuple
    level = 1

    def key(self):
        return 4, str(self), 0

    def __str__(self):
        text = " + ".join(t.inside(1) for t in self.terms)
        return text.replace("+ -", "- ")


@dataclass(frozen=True, slots=True)
class Mul(Expr):
    factors: tuple
    level = 2

    def key(self):
        return 3, str(self), 0

    def __str__(self):
        match self.factors:
            case [Num(Fraction(numerator=-1, denominator=1)), *rest]:
                return "-" + "*".join(f.inside(2) for f in rest)
            case factors:
                return "*".join(f.inside(3) if not isinstance(f, Num) else str(f) for f in factors)


@dataclass(frozen=True, slots=True)
class Pow(Expr):
    base: Expr
    exponent: Expr
    level = 4

    def key(self):
        return 2, str(self), 0

    def __str__(self):
        return f"{self.base.inside(5)}^{self.exponent.inside(5)}"


@dataclass(frozen=True, slots=True)
class Call(Expr):
    name: str
    argument: Expr

    def key(self):
        return 2, str(self), 0

    def __str__(self):
        return f"{self.name}({self.argument})"


def as_expr(value):
    match value:
        case Expr():
            return value
        case Rational():
            return Num(Fraction(value))
        case str():
            return Sym(value)
    raise TypeError(f"{type(value).__name__} is no expression")


ZERO, ONE = as_expr(0), as_expr(1)


def add(*parts):
    sums = defaultdict(Fraction)
    for part in parts:
        for term in part.terms if isinstance(part, Add) else (part,):
            match term:
                case Num(v):
                    sums[ONE] += v
                case Mul((Num(v), *rest)):
                    sums[rest[0] if len(rest) == 1 else Mul(tuple(rest))] += v
                case _:
                    sums[term] += 1
    terms = [mul(Num(v), t) for t, v in sums.items() if v]
    return ZERO if not terms else terms[0] if len(terms) == 1 else Add(tuple(sorted(terms, key=lambda t: (isinstance(t, Num), -degree(t), t))))


def degree(t):
    match t:
        case Pow(_, Num(v)):
            return v
        case Mul(factors):
            return sum(map(degree, factors))
        case Num():
            return 0
    return 1


def mul(*parts):
    number, powers = Fraction(1), {}
    for part in parts:
        for factor in part.factors if isinstance(part, Mul) else (part,):
            match factor:
                case Num(v):
                    number *= v
                case Pow(base, exponent):
                    powers[base] = powers.get(base, ZERO) + exponent
                case _:
                    powers[factor] = powers.get(factor, ZERO) + ONE
    factors = [power(b, e) for b, e in powers.items() if e != ZERO]
    number = reduce(operator.mul, (f.value for f in factors if isinstance(f, Num)), number)
    factors = sorted(f for f in factors if not isinstance(f, Num))
    if number == 0 or not factors:
        return Num(number)
    if number == 1:
        return factors[0] if len(factors) == 1 else Mul(tuple(factors))
    return Mul((Num(number), *factors))


def power(base, exponent):
    match base, exponent:
        case _, Num(Fraction(numerator=0)):
            return ONE
        case _, Num(Fraction(numerator=1, denominator=1)):
            return base
        case Num(b), Num(e) if e.denominator == 1:
            return Num(b ** int(e))
        case Pow(b, inner), Num(e) if e.denominator == 1:
            return power(b, mul(inner, exponent))
        case Mul(factors), Num(e) if e.denominator == 1:
            return mul(*(power(f, exponent) for f in factors))
    return Pow(base, exponent)


@singledispatch
def derive(e, x):
    raise TypeError(e)


derive.register(Num, lambda e, x: ZERO)
derive.register(Sym, lambda e, x: as_expr(int(e == x)))
derive.register(Add, lambda e, x: add(*(derive(t, x) for t in e.terms)))


@derive.register
def _(e: Mul, x):
    return add(*(mul(derive(f, x), *(g for j, g in enumerate(e.factors) if j != i)) for i, f in enumerate(e.factors)))


@derive.register
def _(e: Pow, x):
    if isinstance(e.exponent, Num):
        return e.exponent * e.base ** (e.exponent - 1) * derive(e.base, x)
    return e * derive(e.exponent * Call("ln", e.base), x)


OUTER = {"sin": lambda u: Call("cos", u), "cos": lambda u: -Call("sin", u), "exp": lambda u: Call("exp", u), "ln": lambda u: 1 / u}


@derive.register
def _(e: Call, x):
    return OUTER[e.name](e.argument) * derive(e.argument, x)


def expand(e):
    match e:
        case Add(terms):
            return add(*map(expand, terms))
        case Mul(factors):
            return reduce(distribute, map(expand, factors))
        case Pow(Add() as base, Num(n)) if n.denominator == 1 and n > 0:
            return reduce(distribute, [expand(base)] * int(n))
    return e


def distribute(a, b):
    left, right = (t.terms if isinstance(t, Add) else (t,) for t in (a, b))
    return add(*(mul(p, q) for p in left for q in right))


def substitute(e, **values):
    match e:
        case Sym(name):
            return as_expr(values.get(name, e))
        case Add(terms):
            return add(*(substitute(t, **values) for t in terms))
        case Mul(factors):
            return mul(*(substitute(f, **values) for f in factors))
        case Pow(b, n):
            return power(substitute(b, **values), substitute(n, **values))
        case Call(name, a):
            inner = substitute(a, **values)
            match name, inner:
                case ("sin" | "ln" as f, Num(v)) if v == (f == "ln"):
                    return ZERO
                case ("cos" | "exp", Num(Fraction(numerator=0))):
                    return ONE
            return Call(name, inner)
    return e


def integrate(e, x):
    match expand(e):
        case Add(terms):
            return add(*(integrate(t, x) for t in terms))
        case Mul((Num() as n, *rest)):
            return n * integrate(mul(*rest), x)
        case Pow(b, Num(n)) if b == x and n != -1:
            return x ** (n + 1) / (n + 1)
        case Pow(b, Num()) if b == x:
            return Call("ln", x)
        case other if other == x:
            return x**2 / 2
        case other if derive(other, x) == ZERO:
            return other * x
        case Call("cos", a) if a == x:
            return Call("sin", x)
    raise NotImplementedError(f"integral of {e}")


def parse(text):
    binary = {ast.Add: "__add__", ast.Sub: "__sub__", ast.Mult: "__mul__", ast.Div: "__truediv__", ast.BitXor: "__pow__", ast.Pow: "__pow__"}

    def build(node):
        match node:
            case ast.BinOp(a, op, b):
                return getattr(build(a), binary[type(op)])(build(b))
            case ast.UnaryOp(ast.USub(), a):
                return -build(a)
            case ast.Constant(v):
                return as_expr(Fraction(str(v)))
            case ast.Name(name):
                return Sym(name)
            case ast.Call(ast.Name(name), [a]) if name in OUTER:
                return Call(name, build(a))
        raise SyntaxError(f"cannot use {ast.unparse(node)}")

    return build(ast.parse(text, mode="eval").body)


def value(e, **at):
    match e:
        case Num(v):
            return v
        case Sym(name):
            return at[name]
        case Add(terms):
            return sum(value(t, **at) for t in terms)
        case Mul(factors):
            return math.prod(value(f, **at) for f in factors)
        case Pow(b, n):
            return value(b, **at) ** value(n, **at)
        case Call(name, a):
            return {"ln": math.log}.get(name, getattr(math, name, None))(value(a, **at))


x, y = Sym("x"), Sym("y")
print(x + x * 2 - 3 * x, x * y * x / y, (x + y) - (y + x), 2 * (x + 1), x**2 * x**-2, -x + y, (2 * x) ** 3, (x**2) ** 3, 1 / x, x - Fraction(1, 2), 3 - x)
for text in ["(x + 1)**3", "(x + y)*(x - y)", "(a + b + c)**2", "x*(x - 1)*(x - 2)*(x - 3)", "(x + 1/x)**2", "(1.5*x - 0.25)**2"]:
    print(f"{text:28} = {expand(parse(text))}")
for text in ["x**3 - 2*x + 7", "sin(x)*cos(x)", "exp(-x**2/2)", "ln(x)/x", "x**x", "(x**2 + 1)**5", "sin(cos(2*x))", "a*x**n", "5"]:
    d = derive(parse(text), x)
    print(f"d/dx {text:18} = {d}")
    if "a" not in text:
        at, h = 0.7, 1e-6
        slope = (value(parse(text), x=at + h) - value(parse(text), x=at - h)) / (2 * h)
        assert abs(value(d, x=at) - slope) < 1e-5, text
for text in ["3*x**2 + 2*x + 1", "(x + 2)**2", "y*x", "1/x + cos(x)", "y", "sin(x)*x"]:
    try:
        whole = integrate(parse(text), x)
        print(f"∫ {text:18} = {whole}", expand(derive(whole, x)) == expand(parse(text)))
    except NotImplementedError as error:
        print("NotImplementedError:", error)
f = parse("x**2*y + sin(x) - exp(x*y)")
print(f, "|", substitute(f, x=0), "|", substitute(f, y=parse("x + 1")), "|", substitute(f, x=2, y=Fraction(1, 3)), "|", value(parse("x**2/3"), x=Fraction(1, 2)))
taylor, term, coefficient = ZERO, parse("cos(x)"), 1
for n in range(9):
    taylor += substitute(term, x=0) * x**n / math.factorial(n)
    term = derive(term, x)
print("cos x ~", taylor, f"{value(taylor, x=0.5):.9f} {math.cos(0.5):.9f}")
for bad in "x + [1]", "tan(x)", "x +", "x and y":
    try:
        print(parse(bad))
    except SyntaxError as error:
        print("SyntaxError:", error.msg)
for action in lambda: x + 1.5, lambda: x + object, lambda: Expr(), lambda: value(x), lambda: parse("1/0"):
    try:
        print(action())
    except (TypeError, KeyError, ZeroDivisionError) as error:
        print(f"{type(error).__name__}: {error}")
print(len({parse("x + y"), parse("y + x"), x + y}), hash(x) == hash(Sym("x")), sorted([parse("x*y"), x, as_expr(3), parse("x**2"), y], key=lambda e: e.key()) == [as_expr(3), x, y, parse("x**2"), parse("x*y")])
