"""The polynomials of src/util/libm, by Remez' exchange algorithm on decimals of 80 digits.

    $TYPHON_ORACLE tools/oracle/libm-polynomials.py [NAME...]

Prints for each its coefficients, lowest power first, and the binary logarithm of its largest error. The sources have them as literals; a
change of an interval here is a change there.
"""

import math
import sys
from decimal import Decimal, getcontext

getcontext().prec = 80
STEPS = 12
GRID = 2000
SMALLEST = Decimal(10) ** -9
ENOUGH = Decimal(10) ** -70


def solve(rows):
    """Solution of linear equations whose rows end in the right-hand side (Gauss, with the largest pivot)."""
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda j: abs(rows[j][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(size):
            if j != i and rows[j][i] != 0:
                factor = rows[j][i] / rows[i][i]
                rows[j] = [x - factor * y for x, y in zip(rows[j], rows[i])]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def first_points(count, skipped, low, high):
    """Chebyshev's extreme points without those nearest to 0, where polynomials without low powers are 0 whatever their coefficients."""
    middle, radius = (low + high) / 2, (high - low) / 2
    size = count + skipped
    points = [middle - radius * Decimal(math.cos(math.pi * i / (size - 1))) for i in range(size)]
    for _ in range(skipped):
        points.remove(min(points, key=abs))
    return points


def extremes(points, error, count):
    """Where the error is largest, once for each run of one sign; of these the `count` that belong together."""
    found = []
    for x in points:
        e = error(x)
        if e == 0:
            continue
        if found and (found[-1][1] > 0) == (e > 0):
            if abs(e) > abs(found[-1][1]):
                found[-1] = (x, e)
        else:
            found.append((x, e))
    while len(found) > count:
        found.pop(0 if abs(found[0][1]) < abs(found[-1][1]) else -1)
    return found


def minimax(function, powers, low, high, weight=lambda x: 1):
    """Coefficients of the powers of x with the least weighted error, and that error."""
    count = len(powers) + 1

    def sign(x):
        # Where all powers vanish at 0 it is the error as a multiple of the lowest power that alternates.
        return -1 if x < 0 and powers[0] % 2 == 1 else 1

    grid = [low + (high - low) * i / GRID for i in range(GRID + 1)]
    points = first_points(count, powers[0] if low < 0 else 0, low, high)
    for _ in range(STEPS):
        rows = [
            [x**p * weight(x) for p in powers] + [Decimal((-1) ** i) * sign(x), function(x) * weight(x)]
            for i, x in enumerate(points)
        ]
        solution = solve(rows)

        def error(x):
            return (function(x) - sum(c * x**p for c, p in zip(solution, powers))) * weight(x) * sign(x)

        found = extremes(grid, error, count)
        if len(found) < count:
            raise ArithmeticError('the exchange does not converge')
        points = [x for x, _ in found]
    return solution[:-1], max(abs(e) for _, e in found)


def alternating(first, ratio_of):
    """The series whose term n + 1 is term n times -ratio_of(n)."""
    total = term = first
    n = 0
    while abs(term) > ENOUGH:
        term *= -ratio_of(n)
        total += term
        n += 1
    return total


def sine(x):
    return alternating(x, lambda n: x * x / ((2 * n + 2) * (2 * n + 3)))


def cosine(x):
    return alternating(Decimal(1), lambda n: x * x / ((2 * n + 1) * (2 * n + 2)))


def arc_sine(x):
    total = term = x
    n = 0
    while abs(term) > ENOUGH:
        term *= x * x * (2 * n + 1) / (2 * n + 2)
        n += 1
        total += term / (2 * n + 1)
    return total


LN2 = Decimal(2).ln()
LN2_ROUNDED = Decimal(float(LN2))


def even_part(t):
    """(r * (e**r + 1) / (e**r - 1) - 2) * 6 / r**2 - 1 as a function of t = r**2 / 2."""
    r = (2 * t).sqrt()
    power = r.exp()
    return (r * (power + 1) / (power - 1) - 2) * 6 / (2 * t) - 1


def arc_part(z):
    """log((1 + s) / (1 - s)) / s - 2 as a function of z = s**2."""
    s = z.sqrt()
    return ((1 + s) / (1 - s)).ln() / s - 2


def report(name, result):
    coefficients, error = result
    print(f'{name}: {", ".join(repr(float(c)) for c in coefficients)}; error 2**{math.log2(error):.2f}')


def beyond_square(r):
    """log(1 + r) beyond its first two terms."""
    return (1 + r).ln() - r + r * r / 2


def beyond_first(r):
    """log2(1 + r) beyond its first term."""
    return ((1 + r).ln() - r) / LN2


def relative_to_log(r):
    return abs(1 / (1 + r).ln()) if r else 0


STEP = LN2 / 256
LOG_CELL = Decimal(31) / 8192
CELL = Decimal(1) / 256
POLYNOMIALS = {
    'exp': lambda: minimax(lambda r: r.exp() - 1 - r, (2, 3, 4, 5), -STEP, STEP),
    'exp2': lambda: minimax(lambda r: (r * LN2).exp() - 1 - r * LN2_ROUNDED, (2, 3, 4, 5), -CELL, CELL),
    'expm1': lambda: minimax(even_part, (1, 2, 3, 4, 5), SMALLEST, (LN2 / 2) ** 2 / 2),
    # The interval is a little longer than 3 - sqrt(8), where s ends.
    'log1p': lambda: minimax(arc_part, (1, 2, 3, 4, 5, 6, 7), SMALLEST, Decimal('0.1717') ** 2),
    'log': lambda: minimax(beyond_square, (3, 4, 5, 6), -LOG_CELL, LOG_CELL),
    'log near 1': lambda: minimax(
        beyond_square, tuple(range(3, 13)), -Decimal(1) / 16, Decimal(265) / 4096, relative_to_log
    ),
    'log2': lambda: minimax(beyond_first, (2, 3, 4, 5, 6, 7), -2 * LOG_CELL, 2 * LOG_CELL),
    'log2 near 1': lambda: minimax(
        beyond_first, tuple(range(2, 12)), -Decimal(0x15b51) / 0x200000, Decimal(0x16ab2) / 0x200000, relative_to_log
    ),
    'sin': lambda: minimax(
        lambda x: sine(x) - x, (3, 5, 7, 9, 11), CELL / 4, Decimal('0.126'), lambda x: 1 / x
    ),
    'asin': lambda: minimax(lambda x: arc_sine(x) - x, (3, 5, 7, 9, 11, 13), CELL / 32, Decimal('0.125')),
    'sin of a cell': lambda: minimax(lambda r: sine(r) - r, (3, 5), CELL / 16, CELL),
    'cos of a cell': lambda: minimax(lambda r: 1 - cosine(r), (2, 4, 6), CELL / 16, CELL),
}


def main(names):
    for name in names or POLYNOMIALS:
        report(name, POLYNOMIALS[name]())


if __name__ == '__main__':
    main(sys.argv[1:])
