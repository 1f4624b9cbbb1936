"""Quotients, remainders and modular powers of ints on both sides of every limit of size, of both signs."""

state = 11


def bits(count):
    global state
    value = 0
    for _ in range(count // 16 + 1):
        state = (state * 1103515245 + 12345) % 2147483648
        value = value << 16 | state >> 8 & 0xFFFF
    return value & (1 << count) - 1


def digest(values):
    code = 0
    for value in values:
        code = (code * 1_000_003 + value) % ((1 << 61) - 1)
    return code


EDGES = [sign * (2**power + near) for power in (31, 52, 53, 62, 63, 64, 65, 127, 128) for near in (-1, 0, 1) for sign in (1, -1)]
found = []
for a in EDGES + [edge * edge for edge in EDGES] + [edge * 7 + 3 for edge in EDGES]:
    for b in EDGES + [1, -1, 2, -2, 3, 10, -10]:
        quotient, remainder = divmod(a, b)
        assert quotient * b + remainder == a and (0 <= remainder < b or b < remainder <= 0)
        assert (a // b, a % b) == (quotient, remainder)
        found += quotient, remainder
print(len(found), digest(found))

found = []
for size in (20, 70, 300, 2_000):
    for divisor in (5, 40, 63, 64, 66, 310):
        for signs in range(4):
            a = bits(size) * (1 - 2 * (signs & 1))
            b = (bits(divisor) | 1) * (1 - (signs & 2))
            found += *divmod(a, b), a // b, a % b
print(len(found), digest(found))

huge = 3**200_000
for divisor in (7, -7, 10**18, 10**19, -(10**19)):
    quotient, remainder = divmod(huge, divisor)
    print(digest([quotient, remainder, huge // divisor, huge % divisor]), -huge // divisor == -(huge // divisor) - 1)

for length in (1, 5, 46, 47, 48, 49, 60, 61, 200):
    for pattern in ((1 << length) - 1, 1 << length - 1, (1 << length - 1) | 1, (1 << length - 1) | bits(length - 1)):
        for modulus in (97, -97, 2**31 - 1, 2**61 - 1, 2**64, -(2**89 - 1), 2**607 - 1, 1, -1):
            base = bits(80) + 2
            expected = 1
            for bit in f"{pattern:b}":
                expected = expected * expected * (base if bit == "1" else 1) % modulus
            assert pow(base, pattern, modulus) == expected % modulus, (base, pattern, modulus)
            assert pow(-base, pattern, modulus) == (-expected if pattern & 1 else expected) % modulus
print(pow(3, -5, 2**64), pow(7, (1 << 300) - 1, 10**40))
