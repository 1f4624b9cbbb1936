"""Decimal numbers of a class in Python, digits as text: a loan paid off month by month, invoices with taxes, pi and roots to many digits."""

import re
from contextlib import contextmanager
from contextvars import ContextVar

NUMERAL = re.compile(
    r"\s*(?P<sign>[-+])?(?=\d|\.\d)(?P<whole>\d*)(?:\.(?P<part>\d*))?(?:[eE](?P<power>[-+]?\d+))?\s*", re.ASCII
)


class Settings:
    """How many digits results have, and how they are rounded."""

    __slots__ = ("precision", "rounding")

    def __init__(self, precision=28, rounding="half even"):
        self.precision = precision
        self.rounding = rounding


current = ContextVar("settings", default=Settings())


@contextmanager
def settings(precision=None, rounding=None):
    before = current.get()
    token = current.set(Settings(precision or before.precision, rounding or before.rounding))
    try:
        yield
    finally:
        current.reset(token)


# Whether digits are made one more, for those that are dropped, the last one that is kept, and the sign.


def half_even(dropped, last, sign):
    first = dropped[0]
    if first != "5" or dropped.strip("0") != "5":
        return first >= "5"
    return last in "13579"


ROUNDINGS = {
    "half even": half_even,
    "half up": lambda dropped, last, sign: dropped[0] >= "5",
    "down": lambda dropped, last, sign: False,
    "up": lambda dropped, last, sign: dropped.strip("0") != "",
    "ceiling": lambda dropped, last, sign: sign == 0 and dropped.strip("0") != "",
}


def shortened(number, count, rounding):
    """The number without its last digits."""
    digits = number.digits.rjust(count + 1, "0")
    kept, dropped = digits[:-count], digits[-count:]
    if ROUNDINGS[rounding](dropped, kept[-1], number.sign):
        kept = str(int(kept) + 1)
    return made(number.sign, kept.lstrip("0") or "0", number.exponent + count)


def fitted(number, options):
    """The number with no more digits than the settings allow; a round up may make one more."""
    excess = len(number.digits) - options.precision
    while excess > 0:
        number = shortened(number, excess, options.rounding)
        excess = len(number.digits) - options.precision
    return number


def made(sign, digits, exponent):
    number = object.__new__(Number)
    number.sign = sign
    number.digits = digits
    number.exponent = exponent
    return number


def of_value(value, exponent):
    return made(0, str(value), exponent) if value >= 0 else made(1, str(-value), exponent)


def converted(other):
    if isinstance(other, Number):
        return other
    if isinstance(other, int):
        return Number(other)
    return NotImplemented


class Number:
    """Minus one to the sign, times digits, times ten to the exponent."""

    __slots__ = ("digits", "exponent", "sign")

    def __new__(cls, value="0"):
        self = object.__new__(cls)
        if isinstance(value, str):
            match = NUMERAL.fullmatch(value)
            if match is None:
                raise ValueError(f"not a number: {value!r}")
            part = match.group("part") or ""
            self.sign = 1 if match.group("sign") == "-" else 0
            self.digits = (match.group("whole") + part).lstrip("0") or "0"
            self.exponent = int(match.group("power") or 0) - len(part)
        elif isinstance(value, Number):
            self.sign, self.digits, self.exponent = value.sign, value.digits, value.exponent
        elif isinstance(value, int):
            self.sign = 1 if value < 0 else 0
            self.digits = str(abs(value))
            self.exponent = 0
        else:
            raise TypeError(f"no number is made of {type(value).__name__}")
        return self

    def __bool__(self):
        return self.digits != "0"

    def __neg__(self):
        return made(1 - self.sign, self.digits, self.exponent)

    def value_at(self, exponent):
        """The number as an int, in units of ten to an exponent that is not above its own."""
        value = int(self.digits) * 10 ** (self.exponent - exponent)
        return -value if self.sign else value

    def __add__(self, other):
        other = converted(other)
        if other is NotImplemented:
            return other
        exponent = min(self.exponent, other.exponent)
        return fitted(of_value(self.value_at(exponent) + other.value_at(exponent), exponent), current.get())

    __radd__ = __add__

    def __sub__(self, other):
        other = converted(other)
        return other if other is NotImplemented else self + -other

    def __mul__(self, other):
        other = converted(other)
        if other is NotImplemented:
            return other
        digits = str(int(self.digits) * int(other.digits))
        return fitted(made(self.sign ^ other.sign, digits, self.exponent + other.exponent), current.get())

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = converted(other)
        if other is NotImplemented:
            return other
        if not other:
            raise ZeroDivisionError("division by zero")
        options = current.get()
        shift = max(len(other.digits) - len(self.digits) + options.precision + 1, 0)
        quotient, rest = divmod(int(self.digits) * 10**shift, int(other.digits))
        exponent = self.exponent - other.exponent - shift
        if rest:
            # A digit that is neither none nor a half stands for all that follow.
            if quotient % 5 == 0:
                quotient += 1
        else:
            while exponent < self.exponent - other.exponent and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return fitted(made(self.sign ^ other.sign, str(quotient), exponent), options)

    def compared(self, other):
        if self.sign != other.sign:
            return 0 if not self and not other else other.sign - self.sign
        exponent = min(self.exponent, other.exponent)
        left, right = self.value_at(exponent), other.value_at(exponent)
        return (left > right) - (left < right)

    def __eq__(self, other):
        other = converted(other)
        return other if other is NotImplemented else self.compared(other) == 0

    def __lt__(self, other):
        other = converted(other)
        return other if other is NotImplemented else self.compared(other) < 0

    def __gt__(self, other):
        other = converted(other)
        return other if other is NotImplemented else self.compared(other) > 0

    def __hash__(self):
        return hash((self.sign, self.digits.rstrip("0"), len(self.digits) + self.exponent))

    def quantize(self, unit, rounding=None):
        """The number as a multiple of the unit of another one."""
        count = unit.exponent - self.exponent
        if count > 0:
            return shortened(self, count, rounding or current.get().rounding)
        return made(self.sign, (self.digits + "0" * -count).lstrip("0") or "0", unit.exponent)

    def sqrt(self):
        if self.sign:
            raise ValueError("square root of a negative number")
        options = current.get()
        shift = max(2 * options.precision + 2 - len(self.digits), 0)
        shift += (self.exponent - shift) % 2
        square = int(self.digits) * 10**shift
        root = 10 ** ((len(str(square)) + 1) // 2)
        while (better := (root + square // root) >> 1) < root:
            root = better
        if root * root != square and root % 5 == 0:
            root += 1
        return fitted(made(0, str(root), (self.exponent - shift) // 2), options)

    def __str__(self):
        sign = "-" if self.sign else ""
        if self.exponent >= 0:
            return f"{sign}{self.digits}{'0' * self.exponent}"
        digits = self.digits.rjust(1 - self.exponent, "0")
        return f"{sign}{digits[: self.exponent]}.{digits[self.exponent :]}"


CENT = Number("0.01")
ZERO = Number(0)
RATES = {"food": Number("0.07"), "books": Number("7e-2"), "tools": Number("0.19"), "services": Number(" .19 ")}


def paid_off(months):
    """What a loan costs: interest of each month, rounded to cents."""
    debt, rate = Number("184500.00"), Number("3.875") / 1_200
    payment = (debt * Number("0.0062")).quantize(CENT, "up")
    interest = ZERO
    for _ in range(months):
        share = (debt * rate).quantize(CENT, "half up")
        interest += share
        debt = debt + share - payment
        if debt < payment:
            debt = Number("184500")
    return str(debt), str(interest)


def invoiced(count):
    kinds, taxes, total = list(RATES), dict.fromkeys(RATES, ZERO), ZERO
    prices = [f"{number * 7_919 % 9_000 / 100:.2f}" for number in range(1, 41)]
    for number in range(count):
        kind = kinds[number % 4]
        net = Number(prices[number % 40]) * (number % 12 + 1)
        if net > 500:
            net = (net * Number("0.985")).quantize(CENT)
        tax = (net * RATES[kind]).quantize(CENT, "half up" if number % 3 else "ceiling")
        taxes[kind] = taxes[kind] + tax
        total = total + net + tax
    return str(total), [str(tax) for tax in taxes.values()]


def arctangent(inverse, limit):
    """Of one by a whole number."""
    square = inverse * inverse
    term = total = Number(1) / inverse
    divisor = 1
    while term > limit:
        term = term / square
        divisor += 2
        total = total - term / divisor if divisor % 4 == 3 else total + term / divisor
    return total


def pi(digits):
    with settings(precision=digits + 6, rounding="down"):
        limit = Number(f"1e-{digits + 4}")
        return str((arctangent(5, limit) * 4 - arctangent(239, limit)) * 4)[: digits + 2]


def roots(count):
    with settings(precision=20):
        return str(sum((Number(number).sqrt() for number in range(2, count)), ZERO))


def main(size=25_000):
    return paid_off(size), invoiced(size // 2), pi(size // 160), roots(size // 25)


if __name__ == "__main__":
    print("decimal in Python:", *main())
