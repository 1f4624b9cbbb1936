"""Operands of one instruction that become other than they were, one after the other: small and big ints, floats, bools, instances; callees of several sorts."""


class Meter:
    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        return ("mul", self.value, other)

    def __rmul__(self, other):
        return ("rmul", other, self.value)

    def __neg__(self):
        return ("neg", self.value)

    def __rpow__(self, other):
        return ("rpow", other, self.value)

    def __int__(self):
        return 7

    def __str__(self):
        return "meter"


def scaled(digits, power):
    return int(digits) * 10**power


def negated(value):
    return -value if value else value


def text(value):
    return str(value) + "."


def raised(base, power):
    return base**power


VALUES = [1, 0, -1, 2**31, -(2**31), 2**53 - 1, -(2**53) + 1, 2**53, -(2**53), 10**30, -(10**30), True, False, 0.0, -0.0, 1.5, 1e300, Meter(3)]

for function in (negated, text):
    answers = []
    for value in VALUES:
        for _ in range(150):
            answer = function(value)
        answers.append(answer)
    print(function.__name__, answers)

answers = []
for digits, power in (("12", 2), ("12", 20), ("9" * 20, 0), ("9" * 20, 30), ("-5", 1), ("0", 40), (Meter(1), 2), ("7", -1), ("7", True)):
    for _ in range(150):
        answer = scaled(digits, power)
    answers.append(answer)
print(answers)

for digits, power in (("x", 1), ("1", Meter(2)), (None, 1), ("9" * 5000, 1), ("1", "2")):
    for _ in range(3):
        try:
            print(scaled(digits, power))
        except Exception as error:
            print(type(error).__name__, error)

answers = []
for base, power in ((2, 3), (2, 100), (10, 400), (-3, 3), (2, -1), (-2, -3), (-8, 0.5), (0, 0), (10**20, 2), (True, 5), (2, True), (2, Meter(1)), (1.5, 2), (4, 2)):
    for _ in range(150):
        answer = raised(base, power)
    answers.append(answer if not isinstance(answer, complex) else (round(answer.real, 6), round(answer.imag, 6)))
print(answers)
for _ in range(3):
    try:
        raised(0, -1)
    except ZeroDivisionError as error:
        print(error)


def product(left, right):
    return left * right


kinds = [2, 10**20, 1.5, True, "ab", Meter(5)]
for left in kinds:
    for right in kinds:
        for _ in range(60):
            try:
                answer = product(left, right)
            except (TypeError, OverflowError) as error:
                answer = str(error)
        print(answer if not isinstance(answer, tuple) else [part.value if isinstance(part, Meter) else part for part in answer], end="; ")
print()

ROUNDINGS = {"up": lambda x, y: x + y, "down": lambda x, y: x - y, "most": max, "least": min, "pair": lambda *pair: pair, "pow": pow, "meter": Meter(1).__mul__}


def rounded(name, left, right):
    return ROUNDINGS[name](left, right)


for name in ROUNDINGS:
    for _ in range(150):
        try:
            answer = rounded(name, 3, 2)
        except TypeError as error:
            answer = str(error)
    print(name, answer)
ROUNDINGS["up"] = lambda x, y: "other"
print([str(rounded(name, 1, 2)) for name in ("up", "down", "most", "pair")])
