"""Digits of pi by a spigot, and by Machin's formula in fixed point: big integers that grow and shrink."""


def spigot():
    """An endless stream of digits, from a linear fractional transformation."""
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def arctan_inverse(x, unity):
    """arctan(1/x) in units of 1/unity."""
    power = total = unity // x
    square, n, sign = x * x, 3, -1
    while power:
        power //= square
        total += sign * (power // n)
        sign, n = -sign, n + 2
    return total


def machin(digits):
    unity = 10 ** (digits + 10)
    pi = 4 * (4 * arctan_inverse(5, unity) - arctan_inverse(239, unity))
    return pi // 10 ** 10


def main(count=2_100):
    digits = "".join(str(digit) for digit, _ in zip(spigot(), range(count)))
    assert digits == str(machin(count + 1))[:count]
    by_formula = str(machin(2 * count))
    result = digits[:10], digits[-10:], by_formula[-10:], sum(map(int, by_formula))
    assert count != 2_100 or result == ('3141592653', '5530506820', '5661406800', 19130), result
    return result


if __name__ == "__main__":
    print("pi_digits:", *main())
