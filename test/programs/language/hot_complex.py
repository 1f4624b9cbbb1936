"""Arithmetic of complex numbers in hot loops, and what it meets all of a sudden."""

inf = float("inf")
nan = float("nan")


def escape(c, limit):
    z = 0j
    for i in range(limit):
        if abs(z) > 2.0:
            return i
        z = z * z + c
    return limit


print([escape(complex(x / 8, y / 8), 60) for x in range(-16, 8, 3) for y in range(-8, 8, 5)])


def mixed(z, factor, shift):
    total = 0j
    for i in range(300):
        total = total + z * factor - shift
        total = factor * total
        total = shift - total
        total = total - i
        total = i + total
        total = total * 0.5
    return total


print(mixed(1 + 2j, 0.25, 3))
print(mixed(1 - 2j, 2, 0.5) == mixed(1 - 2j, 2, 0.5))


def signs(a, b):
    """Zeros keep their signs: a real operand is not widened."""
    results = []
    for _ in range(200):
        results = [a + b, a - b, a * b, b + a, b - a, b * a]
    return results


print(signs(complex(-0.0, -0.0), 0.0))
print(signs(complex(-0.0, -0.0), -0.0))
print(signs(complex(0.0, -0.0), complex(-0.0, 0.0)))
print(signs(complex(inf, nan), 2))
print(signs(complex(inf, nan), complex(1, 1)))
print(signs(complex(nan, inf), complex(2.0, -inf)))
print(signs(2 ** 53, 1j))


class Loud(complex):
    def __mul__(self, other):
        return "mul"

    def __radd__(self, other):
        return "radd"

    def __abs__(self):
        return "abs"


def products(numbers):
    results = []
    for left, right in numbers:
        try:
            results.append((left * right, left + right, abs(left)))
        except (TypeError, OverflowError) as error:
            results.append(str(error))
    return results


plain = [(complex(i, 1), complex(1, i)) for i in range(300)]
print(products(plain)[-1])
odd = [(Loud(1, 2), 3j), (3j, Loud(1, 2)), (1j, "x"), (1j, 10 ** 400), (True, 2j), (2j, None), (complex(1e308, 1e308), 1j)]
print(products(plain + odd)[300:])
print(products(plain + odd * 60)[-7:])


def subtle(z, count):
    kept = []
    for i in range(count):
        y = z - 1
        if i % 50 == 0:
            kept.append(y)
            kept.append(y)
    return kept


kept = subtle(2 + 2j, 200)
print(len(kept), kept[0] is kept[1], kept[0] is not kept[2], kept[0])


def left_in_the_middle(numbers):
    z = 1j
    for number in numbers:
        w = z * z
        z = w + number
    return z, w


print(left_in_the_middle([0.5] * 200 + [1]))
try:
    left_in_the_middle([0.5] * 200 + ["x"])
except TypeError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_locals["w"])
