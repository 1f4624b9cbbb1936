"""The same operation on the same ints, of any size, more than once: with other values between, in branches, in loops, and where it raises."""


def twice(a, b):
    first = a * b + a - b
    second = (a * b) * (a * b) - (a - b)
    return first, second, a * b


def changed(a, b):
    product = a * b
    a += 1
    other = a * b
    a -= 1
    return product, other, a * b, a // b, a % b, a // b * b + a % b


def branched(a, b, flag):
    if flag:
        x = a * b
    else:
        x = a + b
    return x, a * b, a + b, a * b if flag else a + b


def looped(a, b, n):
    total = 0
    for i in range(n):
        total += a * b
        if i & 1:
            a = a * b % 1000003
        total ^= a * b
        total = total >> 1 | (total & 1) << 3
    return total


def raising(a, b):
    found = []
    for operation in range(3):
        try:
            found.append(a // b)
            found.append(a % b + a // b)
        except ZeroDivisionError as error:
            found.append(str(error))
        try:
            found.append(1 << a % 7 - 3)
            found.append((1 << a % 7 - 3) + a)
        except ValueError as error:
            found.append(str(error))
    return found


def shifted(a, n):
    return (a << n) + (a << n), (a >> n) * (a >> n), (a & n) | (a & n), (a ^ n) - (a ^ n), a ** n == a ** n


class Odd(int):
    def __mul__(self, other):
        return "times"

    def __floordiv__(self, other):
        return "over"


def show(value):
    if isinstance(value, (tuple, list)):
        return [show(item) for item in value]
    return value % (10**18 + 9) if isinstance(value, int) else value


VALUES = [3, -7, 2**40, -(2**52), 2**53 + 1, 10**20, -(10**31), 3**200, 1 << 900]
digest = 0
for turn in range(120):
    for a in VALUES:
        for b in VALUES:
            found = twice(a, b), changed(a, b), branched(a, b, turn & 1), raising(a, b), shifted(a, 5)
            digest = hash((digest, hash(str(show(found)) == ""), sum(show(found[0])))) % (2**61 - 1)
    looped(VALUES[turn % 9], 12345678901234567890, 10)
print(digest)
for a in VALUES:
    print(show(twice(a, 10**25)), show(changed(a, -(10**12))), show(branched(a, 10**22, True)), show(looped(a, 10**21, 30)))
    print(show(raising(a, 0)), show(raising(a, 3)), show(shifted(a, 70)))
print(show(branched(10**30, 0, False)), raising(True, False), changed(True, 2))
print(twice(1.5, 2), twice(10**20, 0.5), changed(7.5, 2), changed(-(10**20), 2.5))
print(changed(Odd(5), 3)[0], changed(Odd(10**30), 3)[1:4], branched(Odd(10**20), 2, True))
for a, b in (("ab", 3), ([1], 2), (10**20, "x"), (None, 1)):
    try:
        print(a * b, a * b == a * b)
        print(changed(a, b))
    except (TypeError, OverflowError) as error:
        print(error)
