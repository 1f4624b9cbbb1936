"""Arithmetic with whole numbers of any size: factorials, pi, e, roots, perfect numbers, division rules, bases."""

import math


def factorial_digits(n):
    return len(str(math.factorial(n)))


def pi_digits(count):
    """Gibbons' unbounded spigot."""
    q, r, t, j = 1, 180, 60, 2
    digits = []
    while len(digits) < count:
        u, y = 3 * (3 * j + 1) * (3 * j + 2), (q * (27 * j - 12) + 5 * r) // (5 * t)
        digits.append(str(y))
        q, r, t, j = 10 * q * j * (2 * j - 1), 10 * u * (q * (5 * j - 2) + r - y * t), t * u, j + 1
    return "".join(digits)


def e_digits(count):
    scale = 10 ** (count + 10)
    total, term, n = 0, scale, 0
    while term:
        total += term
        n += 1
        term //= n
    return str(total)[:count]


def integer_root(n, k):
    low, high = 0, 1 << -(-n.bit_length() // k)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** k <= n:
            low = middle
        else:
            high = middle - 1
    return low


def continued_fraction(n):
    """The period of the square root of n."""
    root = math.isqrt(n)
    m, d, a, period = 0, 1, root, []
    while a != 2 * root:
        m = d * a - m
        d = (n - m * m) // d
        a = (root + m) // d
        period.append(a)
    return root, period


def pell(n):
    """The smallest x, y > 0 with x*x - n*y*y == 1."""
    root, period = continued_fraction(n)
    terms = [root] + period * (1 + len(period) % 2)
    x, y = 1, 0
    for a in reversed(terms[:-1]):
        x, y = a * x + y, x
    return x, y


def is_mersenne_prime(p):
    s, m = 4, (1 << p) - 1
    for _ in range(p - 2):
        s = s * s - 2
        while s > m:
            s = (s & m) + (s >> p)
        s = 0 if s == m else s
    return s == 0


def to_base(n, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n == 0:
        return "0"
    sign, n = ("-", -n) if n < 0 else ("", n)
    text = ""
    while n:
        n, digit = divmod(n, base)
        text = digits[digit] + text
    return sign + text


def karatsuba(a, b):
    if a < 1 << 256 or b < 1 << 256:
        return a * b
    half = max(a.bit_length(), b.bit_length()) // 2
    mask = (1 << half) - 1
    a1, a0, b1, b0 = a >> half, a & mask, b >> half, b & mask
    high, low = karatsuba(a1, b1), karatsuba(a0, b0)
    middle = karatsuba(a1 + a0, b1 + b0) - high - low
    return (high << 2 * half) + (middle << half) + low


def factors(n):
    d = 2
    while d * d <= n:
        while n % d == 0:
            yield d
            n //= d
        d += 1 + d % 2
    if n > 1:
        yield n


def fibonacci_matrix(n):
    a, b, c, d = 1, 1, 1, 0
    ra, rb, rc, rd = 1, 0, 0, 1
    while n:
        if n & 1:
            ra, rb, rc, rd = ra * a + rb * c, ra * b + rb * d, rc * a + rd * c, rc * b + rd * d
        a, b, c, d = a * a + b * c, a * b + b * d, c * a + d * c, c * b + d * d
        n >>= 1
    return rb


def main():
    print(math.factorial(25), factorial_digits(1000), sum(map(int, str(math.factorial(100)))))
    print(pi_digits(60), e_digits(60), sep="\n")
    print(integer_root(2 * 10**60, 2), math.isqrt(2 * 10**60), integer_root(10**50, 5), integer_root(10**40 - 1, 4))
    print(pell(61), pell(13), continued_fraction(94))
    print([p for p in (3, 5, 7, 11, 13, 17, 19, 31, 61, 67, 89, 107) if is_mersenne_prime(p)])
    print([(1 << p - 1) * ((1 << p) - 1) for p in (2, 3, 5, 7, 13, 17, 19, 31)])
    print(to_base(2**64, 36), to_base(-255, 2), int("zz", 36), int("-0b1011", 0), int("0x_ff", 16), hex(2**70), oct(-8), bin(10))
    a, b = 3**900 + 7, 7**700 - 3
    assert karatsuba(a, b) == a * b
    print(karatsuba(a, b) % 10**20, fibonacci_matrix(300), list(factors(2**41 - 1)), list(factors(600851475143)))
    # Division and modulus take the sign of the divisor; shifts and masks work as if two's complement went on forever.
    for x, y in ((7, 2), (-7, 2), (7, -2), (-7, -2), (-(10**20), 3), (10**20, -(10**10) - 1)):
        q, r = divmod(x, y)
        assert q * y + r == x and (r == 0 or (r < 0) == (y < 0))
        print(f"{x} = {q} * {y} + {r}", x // y, x % y)
    big = 2**100
    print(-big >> 3, -1 >> 200, -big & 0xFFFF, ~big, big | -1, -5 & 0xFF, (-big) ^ big, 1 << 100 == big, big.bit_length(), (-5).bit_count())
    print(pow(3, 10**18, 10**9 + 7), pow(3, -1, 11), 3**-2, (-2) ** 3, 2**0.5, (-8) ** (1 / 3))
    print(big / 3, int(1e22), int(-3.99), float(10**22), 10**22 == 1e22, 2**53 + 1 == float(2**53), hash(2**61 - 1), hash(2**61), hash(-(2**70)))
    print(round(12345, -2), round(-15, -1), round(25, -1), (12345678901234567890).to_bytes(9, "big").hex(), int.from_bytes(b"\xff\xfe", "little", signed=True))
    print(math.gcd(2**60, 6**20), math.lcm(*range(1, 31)), math.comb(60, 30), math.perm(20, 5), math.prod(range(1, 20)), sum(range(10**6)))
    print(9007199254740993 + 1, 9007199254740992 * 2 - 1, 4503599627370496 * 4, 3037000500**2, -(2**53) - 1, 94906267 * 94906267)
    for text in ("12a", "", "1__0", "0x", "9" * 5000):
        try:
            print(len(str(int(text))))
        except ValueError as error:
            print("ValueError:", str(error)[:100])


if __name__ == "__main__":
    main()
