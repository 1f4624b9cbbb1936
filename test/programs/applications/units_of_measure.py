"""Quantities with units: dimensions by descriptors and metaclasses, a parser of expressions, conversions, uncertainty."""
import functools
import math
import operator
import re
from dataclasses import dataclass, field
from fractions import Fraction

BASE = ('m', 'kg', 's', 'A', 'K')


class DimensionError(TypeError):
    def __init__(self, action, left, right):
        super().__init__(f'cannot {action} {left} and {right}')
        self.add_note(f'exponents: {left.exponents} and {right.exponents}')


class Interned(type):
    """Equal arguments give one object."""

    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        cls.known = {}

    def __call__(cls, *args):
        key = tuple(args)
        if key not in cls.known:
            cls.known[key] = super().__call__(*args)
        return cls.known[key]


class Dimension(metaclass=Interned):
    __slots__ = ('exponents',)

    def __init__(self, *exponents):
        self.exponents = exponents

    def __mul__(self, other):
        return Dimension(*map(operator.add, self.exponents, other.exponents))

    def __truediv__(self, other):
        return Dimension(*map(operator.sub, self.exponents, other.exponents))

    def __pow__(self, power):
        return Dimension(*(exponent * power for exponent in self.exponents))

    def __str__(self):
        over = '*'.join(f'{name}^{n}' if n != 1 else name for name, n in zip(BASE, self.exponents) if n > 0)
        under = '*'.join(f'{name}^{-n}' if n != -1 else name for name, n in zip(BASE, self.exponents) if n < 0)
        return (over or '1') + (f'/({under})' if under else '')


NONE = Dimension(*(Fraction(0) for _ in BASE))


def dimension(**exponents):
    return Dimension(*(Fraction(exponents.get(name, 0)) for name in BASE))


@functools.total_ordering
@dataclass(frozen=True, eq=False)
class Quantity:
    value: float
    dimension: Dimension = NONE
    error: float = field(default=0.0, kw_only=True)

    def _like(self, action, other):
        if not isinstance(other, Quantity):
            other = Quantity(other)
        if other.dimension is not self.dimension:
            raise DimensionError(action, self.dimension, other.dimension)
        return other

    def __add__(self, other):
        other = self._like('add', other)
        return Quantity(self.value + other.value, self.dimension, error=math.hypot(self.error, other.error))

    def __sub__(self, other):
        return self + -self._like('subtract', other)

    def __neg__(self):
        return Quantity(-self.value, self.dimension, error=self.error)

    def __mul__(self, other):
        if not isinstance(other, Quantity):
            other = Quantity(other)
        error = math.hypot(self.error * other.value, other.error * self.value)
        return Quantity(self.value * other.value, self.dimension * other.dimension, error=error)

    def __truediv__(self, other):
        return self * (other ** -1 if isinstance(other, Quantity) else Quantity(1 / other))

    def __rmul__(self, other):
        return self * other

    def __rtruediv__(self, other):
        return Quantity(other) / self

    def __pow__(self, power):
        if isinstance(power, Quantity):
            power = Fraction(power._like('raise by', 1) and power.value).limit_denominator(12)
        value = self.value ** float(power)
        return Quantity(value, self.dimension ** power, error=abs(power * value / self.value) * self.error)

    def __eq__(self, other):
        return isinstance(other, Quantity) and self.dimension is other.dimension and math.isclose(self.value, other.value)

    def __lt__(self, other):
        return self.value < self._like('compare', other).value

    def __hash__(self):
        return hash(self.dimension)

    def __format__(self, specification):
        number, _, unit = specification.partition('|')
        factor = UNITS[unit] if unit else Quantity(1.0, self.dimension)
        self._like('convert', factor)
        shown = format(self.value / factor.value, number or '.6g')
        spread = f' ± {self.error / factor.value:.2g}' if self.error else ''
        return f'{shown}{spread} {unit or self.dimension}'.removesuffix(' 1')

    def __str__(self):
        return format(self, '')


UNITS = {}


def define(names, quantity):
    for name in names.split():
        UNITS[name] = quantity


for base in BASE:
    define(base, Quantity(1.0, dimension(**{base: 1})))
PREFIXES = {'k': 1e3, 'M': 1e6, 'm': 1e-3, 'c': 1e-2, 'u': 1e-6}
TOKEN = re.compile(r'\s*(?:(?P<number>\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?P<name>[A-Za-z]+)|(?P<symbol>\*\*|\+-|[-+*/^()]))')


class Parser:
    LEVELS = [{'+': operator.add, '-': operator.sub}, {'*': operator.mul, '/': operator.truediv}]

    def __init__(self, text):
        self.tokens = []
        position = 0
        while position < len(text.rstrip()):
            match = TOKEN.match(text, position)
            if match is None:
                raise SyntaxError(f'unexpected {text[position:].strip()[0]!r}', ('<expression>', 1, position + 1, text))
            self.tokens.append((match.lastgroup, match[match.lastgroup]))
            position = match.end()
        self.tokens.append(('end', ''))

    def next(self):
        return self.tokens.pop(0)

    def parse(self):
        result = self.level(0)
        if self.tokens[0][0] != 'end':
            raise SyntaxError(f'unexpected {self.tokens[0][1]!r}')
        return result

    def level(self, depth):
        if depth == len(self.LEVELS):
            return self.power()
        left = self.level(depth + 1)
        while (function := self.LEVELS[depth].get(self.tokens[0][1])) is not None:
            self.next()
            left = function(left, self.level(depth + 1))
        return left

    def power(self):
        base = self.juxtaposed()
        if self.tokens[0][1] in ('^', '**'):
            self.next()
            base = base ** self.power()
        return base

    def juxtaposed(self):
        value = self.atom()
        while self.tokens[0][0] == 'name':
            value = value * self.power_of_unit()
        return value

    def power_of_unit(self):
        unit = self.atom()
        if self.tokens[0][1] == '^':
            self.next()
            unit = unit ** self.atom()
        return unit

    def atom(self):
        match self.next():
            case 'number', text:
                value = float(text)
                if self.tokens[0][1] == '+-':
                    self.next()
                    return Quantity(value, error=float(self.next()[1]))
                return Quantity(value)
            case 'name', name:
                return self.unit(name)
            case _, '-':
                return -self.power()
            case _, '(':
                value = self.level(0)
                if self.next()[1] != ')':
                    raise SyntaxError("'(' was never closed")
                return value
            case kind, text:
                raise SyntaxError(f'unexpected {text or kind}')

    @staticmethod
    def unit(name):
        if name in UNITS:
            return UNITS[name]
        if name[0] in PREFIXES and name[1:] in UNITS:
            return UNITS[name[1:]] * PREFIXES[name[0]]
        error = NameError(f'no unit {name!r}')
        error.name = name
        raise error


def evaluate(text):
    return Parser(text).parse()


for names, text in {'g': '0.001 kg', 'min': '60 s', 'h': '60 min', 'N': 'kg * m / s^2', 'J': 'N * m', 'W': 'J / s', 'V': 'W / A', 'ohm': 'V / A', 'Hz': '1 / s', 'Pa': 'N / m^2',
                    'l': '0.001 m^3', 'inch': '2.54 cm', 'ft': '12 inch', 'mi': '5280 ft', 'c': '299792458 m/s', 'eV': '1.602176634e-19 J'}.items():
    define(names, evaluate(text))
define('cm', UNITS['m'] * 0.01)


def show(text, unit=''):
    try:
        print(f'{text} = {evaluate(text):.6g|{unit}}' if unit else f'{text} = {evaluate(text)}')
    except (DimensionError, NameError, SyntaxError, ZeroDivisionError, KeyError) as error:
        print(text, '->', type(error).__name__, error, *getattr(error, '__notes__', []))


CASES = [('90 km/h', ''), ('55 mi/h', ''), ('3 V * 2 A', 'W'), ('(2 kg * c^2)', 'J'), ('1 m + 1 s', ''), ('5 +- 0.1 m * 2 +- 0.2 m', ''), ('2^0.5 m', ''), ('(9 m^2)^0.5', 'ft'),
         ('10 furlong', ''), ('3 m $ 4', ''), ('(3 m', ''), ('3 m )', ''), ('1 W h', 'J'), ('1 J', 's'), ('1/(0 s)', ''), ('-3 cm^2', ''), ('2 m^2 / 4 m', ''), ('1 J', 'parsec'),
         ('12 l / 3 min', ''), ('230 V / 46 ohm', 'A'), ('', ''), ('m ^ s', ''), ('kg m^2 s^-2', 'J'), ('1e3 +- 5 g', 'kg')]
for case in CASES:
    show(*case)


def fall(height, steps):
    """A stone in air, with units in every step."""
    gravity, drag = evaluate('9.81 m/s^2'), evaluate('0.01 / m')
    step = evaluate('1 s') / steps
    position, speed, time = height, 0 * evaluate('m/s'), 0 * evaluate('s')
    while position > 0 * evaluate('m'):
        speed = speed + (gravity - drag * speed * speed) * step
        position = position - speed * step
        time = time + step
    return time, speed


for height in ('5 m', '100 ft', '0.1 mi'):
    time, speed = fall(evaluate(height), 200)
    print(f'{height}: {time:.3f} and {speed:.3f}')
lengths = sorted(evaluate(text) for text in ('1 ft', '30 cm', '12 inch', '0.0002 mi', '310 m / 1000'))
print([f'{length:.4f|cm}' for length in lengths], len(set(lengths)), len(Dimension.known))
