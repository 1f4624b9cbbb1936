"""Hot calls of classes whose `__new__` is a long Python function: what it returns decides whether an `__init__` follows."""

import sys


class Number:
    __slots__ = ("sign", "digits", "extra")

    def __new__(cls, value="0", extra=None):
        self = object.__new__(cls)
        self.extra = extra
        if isinstance(value, str):
            self.sign = 1 if value.startswith("-") else 0
            self.digits = value.lstrip("+-").lstrip("0") or "0"
            if not self.digits.isdigit():
                raise ValueError(f"no digits: {value!r}")
            return self
        if isinstance(value, int):
            self.sign = 1 if value < 0 else 0
            self.digits = str(abs(value))
            return self
        if isinstance(value, Number):
            self.sign = value.sign
            self.digits = value.digits
            return self
        if value is None:
            return Derived("7", extra)
        if isinstance(value, float):
            return value * 2
        if isinstance(value, list):
            return Number(value[0], Number(value[1:]) if value[1:] else None)
        raise TypeError(f"cannot make a number of {type(value).__name__}")

    def __repr__(self):
        return "-" * self.sign + self.digits + ("" if self.extra is None else f"({self.extra!r})")


class Derived(Number):
    __slots__ = ("steps",)

    def __init__(self, value="0", extra=None):
        self.steps = [value, extra]

    def __repr__(self):
        return "D" + super().__repr__() + repr(getattr(self, "steps", None))


def make(cls, values):
    result = []
    for value in values:
        try:
            result.append(cls(value))
        except (TypeError, ValueError) as error:
            result.append(str(error))
    return result


def long_or_keyword(cls, count):
    return [cls(number, extra=number + 1) if number % 3 else cls(extra=number) for number in range(count)]


def last(values):
    return repr(values[-1])


# Values of one kind at first, then others, when units have been made.
for _ in range(30):
    make(Number, range(40))
print(make(Number, ["12", "-007", 5, -6, Number(8), None, 2.5, [1, 2, 3], (), "x", 10**30]))
for _ in range(60):
    make(Number, ["12", "-007", 5, -6, Number(8), None, 2.5, [1, 2, 3], (), "x", 10**30])
print(make(Number, ["12", "-007", 5, -6, Number(8), None, 2.5, [1, 2, 3], (), "x", 10**30]))
print(last([long_or_keyword(Number, 40) for _ in range(30)]))
for _ in range(60):
    make(Derived, range(20))
print(make(Derived, [1, "2", None, 3.5, [1, 2]]))

# The class gets an `__init__`, and loses it.
Number.__init__ = lambda self, value="0", extra=None: setattr(self, "digits", self.digits + "!")
print(make(Number, ["12", 5, None, 2.5]))
del Number.__init__
print(make(Number, ["12", 5, None, 2.5]))


# While `__new__` is running, too.
class Changing:
    turns = 0

    def __new__(cls, value):
        self = object.__new__(cls)
        self.value = value
        cls.turns += 1
        if cls.turns % 50 == 0:
            cls.__init__ = lambda self, value: setattr(self, "value", -value)
        elif cls.turns % 50 == 1 and "__init__" in cls.__dict__:
            del cls.__init__
        total = 0
        for part in range(3):
            total += part * value
        self.total = total
        return self


def change(count):
    return [Changing(number).value for number in range(count)]


values = [value for _ in range(10) for value in change(60)]
print(len(values), [value for value in values if value < 0])


# Somebody observes from the middle of `__new__` on.
class Observed:
    def __new__(cls, value):
        if value == 77:
            sys.settrace(lambda *_: None)
        if value < 0:
            raise ValueError("below zero")
        if value % 7 == 0:
            return object.__new__(Initialised)
        self = object.__new__(cls)
        self.value = value
        for part in range(2):
            self.value += part
        return self


class Initialised(Observed):
    def __init__(self, value):
        self.value = (value,)


def observe(count):
    made = [Observed(number).value for number in range(count)]
    sys.settrace(None)
    return made[-20:]


for _ in range(20):
    result = observe(60)
print(result)
print(observe(80))
print(observe(80))


def depth(number):
    return Deep(number)


class Deep:
    def __new__(cls, number):
        self = object.__new__(cls)
        if number > 0:
            self.inner = depth(number - 1)
            self.level = self.inner.level + 1
        else:
            self.inner = None
            self.level = 0
        parts = [number + part for part in range(2)]
        self.parts = sum(parts)
        return self


print([Deep(number % 20).level for number in range(300)][-5:])
try:
    Deep(100_000)
except RecursionError as error:
    print("RecursionError")
print(Deep(50).level)


class Wrong:
    def __new__(cls, a, b):
        total = 0
        for part in range(a):
            total += part * b
        self = object.__new__(cls)
        self.total = total
        return self


def wrong(*args):
    try:
        return Wrong(*args).total
    except TypeError as error:
        return str(error)


def wrong_one(value):
    try:
        return Wrong(value).total
    except TypeError as error:
        return str(error)


print([wrong(3, number) for number in range(200)][-1], wrong(1), wrong(1, 2, 3))
print({wrong_one(number) for number in range(200)})
