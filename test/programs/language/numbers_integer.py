"""Integers: literals, division and its signs, shifts, powers, bit counting, conversions."""

print(0xFF, 0o17, 0b1011, 1_000_000, 0x_dead_beef)
for a in (7, -7):
    for b in (3, -3):
        print(a, b, a // b, a % b, divmod(a, b))
for value in (0, 1, -1, 255, -256, 2**53, -(2**53), 2**64 - 1, 2**100):
    print(value, value.bit_length(), value.bit_count(), ~value, -value, abs(value), value & 0xFFFF, value ^ -1)
print(1 << 70, (1 << 70) >> 68, -1 >> 5, -9 >> 1, 5 >> 100, -5 >> 100)
print(2**0, (-2) ** 3, 2**-2, 0**0, pow(3, 200, 13), pow(3, -1, 7), pow(-5, 3, 11), pow(2, 10, -7))
print(int("  -42\n"), int("ff", 16), int("0b101", 0), int("z", 36), int("１２"), int(b"77"), int(3.99), int(-3.99))
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True))
print((1000).to_bytes(2, "little"), (-1).to_bytes(3, signed=True), (255).to_bytes())
print((10).as_integer_ratio(), (3).conjugate(), (3).real, (3).imag, (3).numerator, (-3).denominator, (3).is_integer())
print(bin(-10), oct(64), hex(-255), f"{-10:b} {10:#010x} {10:+d} {1234567:,} {1234567:_} {0xABCDEF:_x}")
print(round(12345, -2), round(15, -1), round(25, -1), round(-15, -1), round(7))
print(True + True, True * 3, isinstance(True, int), int(True), ~False, True & 1, type(True & True), type(True & 1))
print(10**25 // 7, 10**25 % 7, -(10**25) // 7, -(10**25) % 7, (10**25) / 10**24)
print(2**53 + 1 == float(2**53), 2**53 + 1 > float(2**53), 10**400 > 1e308, -(10**400) < float("-inf"))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**61 - 2), hash(10**30) == hash(10**30 + 2**61 - 1))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: 1 // 0)
attempt(lambda: 1 % 0)
attempt(lambda: divmod(1, 0))
attempt(lambda: 0**-1)
attempt(lambda: 1 << -1)
attempt(lambda: int("1__0"))
attempt(lambda: int("0x10"))
attempt(lambda: int("12", 1))
attempt(lambda: int(float("inf")))
attempt(lambda: int(float("nan")))
attempt(lambda: int("9" * 5000))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: (256).to_bytes(1))
attempt(lambda: (-1).to_bytes(1))
attempt(lambda: int([]))
attempt(lambda: int("5", base=10, foo=1))
attempt(lambda: 1 + "1")
attempt(lambda: 1 @ 2)
attempt(lambda: len(5))
attempt(lambda: (5)[0])
attempt(lambda: 10**400 / 3)
attempt(lambda: float(10**400))
attempt(lambda: 1 < "1")
attempt(lambda: range(10)[2**70])
