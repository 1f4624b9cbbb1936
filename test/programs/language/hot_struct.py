"""struct.pack and struct.unpack of constant formats in hot code, with values that do not fit and of other types later."""

from struct import error, pack, unpack


def hot(function, *args, times=60):
    for _ in range(times):
        result = function(*args)
    return result


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as caught:
        return f"{type(caught).__name__}: {caught}"


PACKING = [
    (lambda value: pack("<b", value), -5, (-128, 127, -129, 128)),
    (lambda value: pack(">B", value), 5, (0, 255, -1, 256)),
    (lambda value: pack("<h", value), -300, (-32768, 32767, -32769, 32768)),
    (lambda value: pack("!H", value), 300, (0, 65535, -1, 65536)),
    (lambda value: pack("<i", value), -70000, (-(2**31), 2**31 - 1, -(2**31) - 1, 2**31)),
    (lambda value: pack(">i", value), 70000, (-(2**31), 2**31 - 1, 2**31)),
    (lambda value: pack("<I", value), 70000, (0, 2**32 - 1, -1, 2**32)),
    (lambda value: pack(">L", value), 70000, (0, 2**32 - 1, -1, 2**32)),
    (lambda value: pack("!l", value), 70000, (0, -1, 2**31)),
    (lambda value: pack("<d", value), 1.5, (float("inf"), -0.0, 1e300, 5e-324)),
    (lambda value: pack(">d", value), -2.25, (float("-inf"), 3, 10**400)),
    (lambda value: pack("<Q", value), 5, (2**64 - 1, 2**64)),
    (lambda value: pack("i", value), 5, (2**31,)),
    (lambda value: pack("<2H", value), None, ()),
]


class Index:
    def __index__(self):
        return 7


class Real:
    def __float__(self):
        return 7.5


for function, usual, others in PACKING:
    print(attempt(hot, function, usual))
    for value in (*others, True, Index(), Real(), 2.0, "x", b"x", None, 2**70):
        print(attempt(function, value), end=" ")
    print()


def single(data):
    return unpack("<i", data)[0]


def unsigned(data):
    value, = unpack(">I", data)
    return value


def whole(data):
    return unpack("<bBhH", data)


def double(data):
    value, = unpack("<d", data)
    return value + 0.5


def mixed(data):
    first, second, third = unpack("!BdH", data)
    return first, second, third


def count(data):
    return len(unpack("<BB", data))


print(hot(single, b"\xff\xff\xff\xff"), single(b"\0\0\0\x80"), single(b"\xff\xff\xff\x7f"), single(b"\1\2\3\4"))
print(hot(unsigned, b"\xff\xff\xff\xff"), unsigned(b"\0\0\0\x80"), unsigned(b"\1\2\3\4"))
print(hot(whole, b"\xff\xff\xff\xff\xff\xff"), whole(b"\x80\x80\0\x80\0\x80"), whole(bytes(range(6))))
print(hot(double, pack("<d", 1.25)), double(pack("<d", float("inf"))), double(pack("<d", -0.0)))
print(hot(mixed, pack("!BdH", 1, 2.5, 3)), hot(count, b"ab"))
for function in (single, unsigned, whole, double, mixed, count):
    size = {single: 4, unsigned: 4, whole: 6, double: 8, mixed: 11, count: 2}[function]
    zeros = bytes(size)
    for data in (zeros, bytearray(zeros), memoryview(zeros), zeros + b"x", zeros[1:], b"", "text", None, 5):
        print(attempt(function, data), end=" ")
    print()


def totals(pieces):
    total = 0
    for piece in pieces:
        total += unpack("<H", piece[1:3])[0]
        total ^= unpack(">h", pack("<H", total & 65535))[0]
    return total


print(hot(totals, [b"abcd", b"\0\xff\xff", b"123456"], times=200))


def failing(pieces):
    failed = 0
    for piece in pieces:
        try:
            failed += unpack("<H", piece)[0] * 0
            pack("<B", len(piece) * 100)
        except error:
            failed += 1
    return failed


print(hot(failing, [b"ab", b"abc", b"ab", b"", b"abcd"]))
kept = [pack("<H", number) for number in range(2000)]
print(sum(unpack("<H", piece)[0] for piece in kept), kept[1] == b"\1\0", {kept[5]: 1}[b"\5\0"], len(set(kept)))
