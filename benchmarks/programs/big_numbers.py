"""Big integers at work: primality, RSA, factorials, Fibonacci by doubling, roots, and changes of base."""


def power(base, exponent, modulus):
    """Square and multiply, written out beside pow()."""
    result = 1
    base %= modulus
    while exponent:
        if exponent & 1:
            result = result * base % modulus
        base = base * base % modulus
        exponent >>= 1
    return result


def is_probable_prime(n, bases=(2, 3, 5, 7, 11, 13, 17)):
    if n < 2 or any(n % p == 0 and n != p for p in bases):
        return False
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for base in bases:
        x = pow(base, odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def next_prime(n):
    n |= 1
    while not is_probable_prime(n):
        n += 2
    return n


def inverse(a, modulus):
    old_r, r, old_s, s = a, modulus, 1, 0
    while r:
        quotient = old_r // r
        old_r, r = r, old_r - quotient * r
        old_s, s = s, old_s - quotient * s
    assert old_r == 1
    return old_s % modulus


def rsa(message, bits):
    p = next_prime((1 << bits) + 12345)
    q = next_prime((1 << bits) * 3 // 2 + 777)
    modulus, exponent = p * q, 65537
    secret = inverse(exponent, (p - 1) * (q - 1))
    number = int.from_bytes(message.encode(), "big")
    cipher = power(number, exponent, modulus)
    plain = power(cipher, secret, modulus)
    return plain.to_bytes((plain.bit_length() + 7) // 8, "big").decode(), cipher % 1_000_003


def factorial(low, high):
    """The product of low..high by halves."""
    if high - low < 4:
        product = 1
        for factor in range(low, high + 1):
            product *= factor
        return product
    middle = (low + high) // 2
    return factorial(low, middle) * factorial(middle + 1, high)


def fibonacci(n):
    if n == 0:
        return 0, 1
    a, b = fibonacci(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


def square_root(n):
    x = 1 << (n.bit_length() + 1) // 2
    while (y := (x + n // x) // 2) < x:
        x = y
    return x


def in_base(n, base):
    digits = []
    while n:
        n, digit = divmod(n, base)
        digits.append("0123456789abcdefghijklmnopqrstuvwxyz"[digit])
    return "".join(reversed(digits))


def main(scale=9):
    results = [rsa("the quick brown fox", 64 * scale)]
    product = factorial(1, 700 * scale)
    results.append((product.bit_length(), sum(map(int, in_base(product, 10)))))
    f, _ = fibonacci(6000 * scale)
    results.append((f % 10**12, f.bit_count(), in_base(f, 36)[:12]))
    results.append(square_root(2 * 10 ** (600 * scale)) % 10**12)
    results.append([p for p in range(2, 100 * scale) if is_probable_prime((1 << p) - 1)])
    mixed = 3 ** 500
    for i in range(1, 400 * scale):
        mixed = (mixed << i % 7) ^ (mixed >> 3) & (1 << 900) - 1 | i
        mixed %= (1 << 1000) - 57
    results.append(mixed % 10**9 - -mixed // 7 % 1000)
    assert scale != 9 or results == [('the quick brown fox', 911731), (70432, 88533), (300776328000, 18622, '1pniz07zssp9'), 344438739618, [5, 7, 13, 17, 19, 31, 61, 89, 107, 127, 521, 607], 416926554], results
    return results


if __name__ == "__main__":
    print("big_numbers:", *main(), sep="\n  ")
