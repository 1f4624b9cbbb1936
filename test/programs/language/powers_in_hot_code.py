"""Powers and mixed arithmetic in hot code: ints beyond the safe range, powers of ten, floats, bools, negative exponents, errors."""


def power(base, exponent):
    return base**exponent


def mixed(left, right):
    return left + right, left - right, left * right


def check(function, *args):
    try:
        result = function(*args)
        return result if not isinstance(result, int) or result < 10**40 else result % 1_000_003
    except (ArithmeticError, TypeError, ValueError, MemoryError) as error:
        return f"{type(error).__name__}: {error}"


for base in (10, 2, -3, 7.5, 10):
    for exponent in range(60):
        power(base, exponent)
for left in (1, 2**60, -(2**53), 2.5, 2**70):
    for right in (3, 2**60, -(2**80), 0.5):
        for _ in range(20):
            mixed(left, right)

for exponent in (0, 1, 2, 15, 16, 17, 22, 23, 100, 308, 309, 511, 512, 513, 1000, 5000):
    print(exponent, check(power, 10, exponent), check(power, -10, exponent), check(power, 10.0, exponent))
    print(len(str(power(10, exponent - exponent % 4000 // 3))) if exponent < 4000 else "long")
assert power(10, 20) * power(10, 30) == power(10, 50) and power(10, 511) * 10 == power(10, 512)
for base, exponent in ((10, -1), (0, -1), (0, 0), (True, 3), (2, True), (10, False), (-1, 10**30), (1, 2**70), (0, 2**70)):
    print(base, exponent, check(power, base, exponent))
print(check(power, "a", 2), check(power, 10, "a"), check(power, -8, 1 / 3))
print(check(power, 2, 0.5), check(power, 10, 2j), check(power, 10.0, 400), check(power, 2**2000, 0.5))

SAFE = 2**53 - 1
for left in (SAFE, -SAFE, SAFE + 1, 2**64, -(2**64), 1.5, True, 0, 10**25):
    for right in (1, -1, SAFE, 2**64, -0.0, False, 10**25, 2j):
        print(left, right, check(mixed, left, right))


class Odd(int):
    def __add__(self, other):
        return "odd"

    def __rsub__(self, other):
        return "rsub"

    def __rpow__(self, other):
        return "rpow"


print(check(mixed, Odd(3), 4), check(mixed, 4, Odd(3)), check(power, 10, Odd(2)), check(power, Odd(10), 2))
