"""Ints of 32 and 64 bits in hot code: masks, shifts, bounds of loop variables, and values that leave what the profile has seen."""

M32 = 0xFFFFFFFF
M64 = 0xFFFFFFFFFFFFFFFF
CHANGING = 7
Table = [3, 1, 2]
TABLE = [3, 1, 2]


def hot(function, *args, times=60):
    for _ in range(times):
        result = function(*args)
    return result


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def fnv32(values, state=0x811C9DC5):
    for value in values:
        state = (state ^ value) * 0x01000193 & M32
    return state


def fnv64(values, state=0xCBF29CE484222325):
    for value in values:
        state = (state ^ value) * 0x100000001B3 & M64
    return state


def xorshift(state, count):
    total = 0
    for _ in range(count):
        state ^= state >> 12
        state ^= state << 25 & M64
        state ^= state >> 27
        total = (total + state * 0x2545F4914F6CDD1D) & M64
    return total, state


def rotate(x, n):
    return (x << n | x >> (32 - n)) & M32


def rotations(values):
    result = 0
    for value in values:
        result ^= rotate(value, 7) ^ rotate(value, 18) ^ value >> 3
        result = (result & ~value ^ value - result) & M32
    return result


def parts(values):
    """Low bits of big values, as bytes and as other words."""
    result = []
    state = 1
    for value in values:
        state = state * 6364136223846793005 + value & M64
        result.append((state >> 33 & 0xFF, state & 0xFFFF, state >> 40, state & 0xFF00FF00FF00))
    return result


def exact(values):
    """The whole of what may be big."""
    result = 0
    for value in values:
        product = value * 0x100000001
        if product & 1:
            result = product
    return result, product


def late(values):
    """What is big is seen only by whoever looks from outside."""
    try:
        for value in values:
            product = value * 0x123456789 * 0x987654321
            low = product & 0xFFFF
            check = 1 // value
    except ZeroDivisionError:
        return product, low
    return low


def counting(n):
    count = 0
    while count < n:
        count += 1
    return count


def growing(step):
    """Leaves int32, then the safe ints."""
    value = 1
    for _ in range(40):
        value = value + value * step
    return value


def sums(values):
    total = 0
    for value in values:
        total += value
    return total


def bits(a, b):
    return a & b, a | b, a ^ b, ~a, a << 3, a >> 2, a & 0xFF, a & M32, a & M64, a % 8, a // 8


def shifts(a, count):
    return attempt(lambda: a << count), attempt(lambda: a >> count), 1 << (count & 7)


def shifted(a, count):
    return a << count, a >> count


def constants():
    return CHANGING & M32, TABLE[0] + Table[1], -CHANGING


def inverted(values):
    result = 0
    for value in values:
        result += ~value & 0xFFFFFFF0
    return result


def power(base, count):
    value = 1
    for _ in range(count):
        value = value * base & M64
    return value


class Int(int):
    def __and__(self, other):
        return "and"

    def __mul__(self, other):
        return "mul"


print(hot(fnv32, range(20)), fnv32([-1, 2**40, 2**60]), attempt(fnv32, [1, 1.5]), attempt(fnv32, [1, Int(5)]), fnv32([True]))
print(hot(fnv64, range(20)), fnv64([-1, 2**40, 2**60]), fnv64([-(2**70)]), attempt(fnv64, [1.5]), fnv64([1], -3), fnv64([1], 2**64))
print(hot(xorshift, 88172645463325252, 30), xorshift(5, 10), xorshift(0, 3), xorshift(-5, 3), xorshift(2**70, 3), xorshift(True, 2))
print(hot(rotations, [1, 2**31, M32, 77]), rotations([2**32, -1]), rotations([2**60, 2**53 - 1, -(2**53)]), rotations([]))
print(hot(parts, [1, 2, 3])[-1], parts([2**63])[0], parts([-1])[0], parts([0]))
print(hot(exact, [1, 2, 3]), exact([2**31 + 1]), exact([-7]), exact([2**70 + 1]))
print(hot(late, [1, 2, 3]), late([5, 0]), late([2**31, -1, 0]), late([1, 2, 2**60, 0]))
print(hot(counting, 50), counting(3.5), counting(-1))
print(hot(growing, 0), growing(1), growing(2**10), growing(-1), growing(0.5))
print(hot(sums, [1, 2]), sums([2**31 - 1, 5]), sums([2**53 - 1, 5, 2**60]), sums([-(2**31), -1, -(2**53)]), sums([1, 2.5]), sums([1, True]))
hot(sums, [2**33, 1])
print(sums([2**31 - 1, 1]), sums([2**52] * 5))
print(hot(bits, 5, 3))
for a, b in (2**31, 1), (-1, M32), (-(2**31), 2**31), (2**53 - 1, -(2**40)), (2**53, 2**63), (-(2**64), 7), (2**32, 2**32 - 1):
    print(bits(a, b))
for _ in range(40):
    bits(2**40 + 5, 2**41 + 1)
print(bits(5, 3), bits(-5, 2**45), attempt(bits, 1.5, 1))
print(hot(shifted, 5, 3))
for a, count in (5, 31), (5, 32), (5, 60), (-5, 70), (2**40, 13), (2**40, 2), (5, -1), (0, 2**70), (1, True):
    print(attempt(shifted, a, count))
print(hot(constants))
CHANGING = 2**40 + 1
TABLE = [1.5]
print(constants())
CHANGING = 1.5
Table[1] = 2**60
print(attempt(constants))
for index in range(30):
    CHANGING = index
    result = constants()
print(result)
print(hot(inverted, [1, 2, 3]), inverted([M32, 2**40, -1]), inverted([-(2**53), 2**53 - 1]))
print(hot(power, 3, 30), power(6364136223846793005, 9), power(-3, 5), power(2**64 + 3, 3), power(0, 2))


def layers(rows):
    """Digits of sums, one bit of each in an int of any size."""
    ones = twos = 0
    for row in rows:
        for line in (row << 1, row, row >> 1):
            carry = ones & line
            ones ^= line
            twos |= carry
    return ones, twos, twos & ~ones & (ones | row)


def compared(a, b):
    return a < b, a <= b, a == b, a != b, a > b, a >= b, not a, bool(b and a)


def divided(power, square):
    count = 0
    while power:
        power //= square
        count += 1
    return count


print(hot(layers, [5, 2**60, 2**96 + 3]), layers([1, 2]), layers([-1, -(2**70)]), attempt(layers, [1.5]), layers([True]), hot(layers, [3, 5]))
print(hot(compared, 2**60, 2**53), compared(2**60, 5), compared(-(2**60), 5), compared(2**53 - 1, 2**53), compared(2**60, float(2**60)))
print(hot(compared, 2**70, 1), compared(0, 2**70), compared(2**70, 2**70), attempt(compared, 2**70, "a"), compared(True, 2**64))
print(hot(divided, 10**40, 25), divided(100, 3), divided(10.5, 3), divided(0, 1), attempt(divided, 2**70, 0))


def far():
    found = [i for i in range(2**53 - 1, 40, 2)]
    for i in range(2**53 - 1, 2**53 + 2):
        found.append(i)
    return found, [i for i in range(2**31, 2**31 + 3)], list(i for i in range(3, -(2**40), -(2**39)))


def farther(start, stop, step):
    found = []
    for i in range(start, stop, step):
        found.append(i)
        if len(found) > 3:
            break
    return found


for turn in range(200):
    results = far(), farther(turn, turn + 9, 3), farther(2**53 - 2 + turn % 2, 2**53 + 9, 3)
    if turn > 150:
        results += (farther(2**70, 2**71, 2**69), farther(5, 2**70, 2**69), farther(True, 4, 1))
    if turn % 50 == 0:
        print(results)
print(results)


def far_remainders(a, b):
    return a % b, a // b


for turn in range(90):
    results = far_remainders(turn - 30, 7)
for b in (3, 7, -3, -7, 10, 97, 2**31, 2**53 - 1, 2**52 + 1):
    for a in (-(2**53) + 1, 2**53 - 1, -(2**53) + 2, 2**52 + 1, -(2**52) - 1, -(2**53) + 5, -1, -(2**31), -6):
        results = far_remainders(a, b)
        if results != (a - a // b * b, a // b) or results != divmod(a, b)[::-1]:
            print(a, b, results)
print([(-(2**53) + turn) % 3 for turn in range(6)], [-(2**53) + turn % 2 % 5 for turn in range(3)])
