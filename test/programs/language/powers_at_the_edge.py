"""Powers whose angle is infinite, reciprocals that lie beside the middle of two floats, and operators on ints of all sizes."""

from itertools import product

inf, nan = float("inf"), float("nan")


def outcome(operation, *operands):
    try:
        return repr(operation(*operands))
    except ArithmeticError as error:
        return f"{type(error).__name__}: {error}"


for base, exponent in ((inf, 1j), (1j, inf), (2 + 3j, 1 - inf * 1j), (1e308 + 2j, 2 + 1e308j), (1 + 1j, nan + 1j), (0, 1j), (2j, -0.5)):
    print(base, exponent, outcome(pow, base, exponent))

for base in (9007199254740991, -9007199254740991, 9007199254740989.0, 3, 49.0, 5e-324, 1e308):
    print(base, outcome(pow, base, -1))

OPERATORS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "&": lambda a, b: a & b,
    "|": lambda a, b: a | b,
    "^": lambda a, b: a ^ b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
NUMBERS = (0, 1, True, False, -3, 2**31, -(2**31), 2**53 - 1, 1 - 2**53, 2**53, 2**64, -(10**20))
for symbol, operator in OPERATORS.items():
    print(symbol, *(outcome(operator, a, b) for a, b in product(NUMBERS, NUMBERS)))
for count in (0, 1, 31, 32, 53, 64, True, -1):
    for number in NUMBERS:
        try:
            print(number << count, number >> count, end=" ")
        except ValueError as error:
            print(error, end=" ")
    print()

PAIRS = ((1,), (1, 2), (1, 2.0), (1, nan), (), (1, (2, 3)), (1, (2, 4)), (True, 2))
for symbol in ("<", "<=", ">", ">=", "==", "!="):
    compare = OPERATORS[symbol]
    row = []
    for a, b in product(PAIRS, PAIRS):
        try:
            row.append(compare(a, b))
        except TypeError as error:
            row.append(str(error))
    print(symbol, *row)


class Odd:
    """Compares with an answer that is no bool."""

    def __lt__(self, other):
        return "less"

    def __eq__(self, other):
        return False


print((Odd(), 1) < (Odd(), 2), bool((Odd(), 1) < (Odd(), 2)), "yes" if (Odd(), 1) < (Odd(), 2) else "no")
