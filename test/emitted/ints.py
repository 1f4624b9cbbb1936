"""Ints: bounds, overflow, masks, comparisons."""


def sums(values):
    total = 0
    for value in values:
        total += value  #: guards 2
    return total


def bounded(n):
    a = b = 1
    for i in range(n):
        a = b % 7 + 1  #: guards 0
        b = (a * 3 + i) % 1000  #: guards 0
    return a


def overflowing(n):
    x = 1
    for i in range(n):
        x = x * 3 + i  #: guards 1
    return x


def masked(data):
    h = 0x811C9DC5
    for byte in data:
        h = (h ^ byte) * 0x01000193 & 0xFFFFFFFF  #: guards 0, has Math.imul(
    return h


def remainders(n):
    h = 1
    for i in range(n):
        h = (h * 1103515245 + 12345) % 2147483648  #: guards 0, has Math.imul(
        i = -i % 8  #: guards 0, has & 7
    return h + i


def rotated(n):
    h = 1
    for i in range(n):
        h = (h << 5 | h >> 27) & 0xFFFFFFFF  #: guards 1
    return h


def words(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF  #: guards 0, bigint, has BigInt.asUintN(64
    return h


def bits(n):
    count = 0
    while n:
        n &= n - 1  #: guards 3
        count += 1  #: guards 1
    return count


def shifts(n):
    total = 0
    for i in range(n):
        total += 1 << (i & 7)  #: guards 1
    return total


def halves(n):
    total = 0
    for i in range(n):
        total -= i >> 1  #: guards 1
    return total


def divided(n):
    total = 0
    for i in range(1, n):
        total += n // i  #: guards 0
        total += n % i  #: guards 1
    return total


def powers(n):
    total = 0
    for i in range(n):
        total += i**2  #: guards 3
    return total


def chained(n):
    count = 0
    for i in range(n):
        if 3 <= i < 17:  #: guards 0, has (3 <= _)
            count += 1
    return count


def extremes(n):
    low, high = 0, 0
    for i in range(n):
        low = min(low, 5 - i)  #: guards 0, has Math.min(
        high = max(high, i, 3)  #: guards 0
    return low, high


def negated(n):
    x = 1
    for i in range(n):
        x = -x  #: guards 0
        x = abs(x)  #: guards 0
        x = ~x & 0xFF  #: guards 0, has & 255
    return x


def big(n):
    a = 2**100
    for i in range(n):
        a = a + i  #: guards 1, bigint
    return a


def truth(n):
    count = 0
    for i in range(n):
        if i & 1 and not i & 2:  #: guards 0
            count += i == 5  #: guards 1
    return count


def divmods(n):
    total = 0
    for i in range(n):
        q, r = divmod(i, 7)  #: guards 2, call
        total += q * r
    return total


for _ in range(200):
    sums([1, 2, 3] * 4)
    bounded(12)
    overflowing(12)
    masked(b'abcdefgh')
    remainders(12)
    rotated(12)
    words(b'abcdefgh')
    bits(1023)
    shifts(12)
    halves(12)
    divided(12)
    powers(12)
    chained(20)
    extremes(12)
    negated(12)
    big(12)
    truth(12)
    divmods(12)
