"""Short bytes: made of values, slices, concatenation and files in memory; as keys, parts of buffers, and of other classes later."""

import io
import struct


def hot(function, *args, times=60):
    for _ in range(times):
        result = function(*args)
    return result


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def one(value):
    return bytes([value])


def two(first, second):
    return bytes((first, second))


def three(first, second, third):
    return bytes([first, second, third])


def four(first, second, third, fourth):
    return bytes((first, second, third, fourth))


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for function, args in ((one, (65,)), (two, (65, 66)), (three, (0, 255, 7)), (four, (1, 2, 3, 4))):
    print(hot(function, *args))
    for last in (0, 255, 256, -1, True, Index(9), Index(300), 1.5, "x", None, 10**30):
        print(attempt(function, *args[:-1], last), end=" ")
    print()


def part(data, start, stop):
    return data[start:stop]


data = bytes(range(100))
for start, stop in ((0, 4), (3, 3), (5, 2), (-3, None), (10, 11), (None, 32), (None, 33), (7, 60), (None, None), (-1000, 2)):
    print(hot(part, data, start, stop))
print(part(part(part(data, 40, 70), 3, 20), 2, -2), part(part(data, 40, 50), 0, 1) is part(data, 40, 41))
print(attempt(part, data, "a", 3), attempt(part, 5, 0, 3), part("text", 1, 3), part([1, 2, 3], 1, 2))
print(part(bytearray(data), 5, 9), part(memoryview(data), 5, 9).tobytes())


def joined(left, right):
    return left + right


short, long = data[3:10], data[3:50]
print(hot(joined, short, short), joined(short, long), joined(long, short), joined(b"", short) is short, joined(short, b"") is short)
print(joined(short, bytearray(b"x")), joined(bytearray(b"x"), short), joined(short, memoryview(b"y")), attempt(joined, short, "z"))
exact = data[:16] + data[16:32]
print(len(exact), exact == data[:32], exact + b"!" == data[:32] + b"!", (exact + b"!")[-2:])


def same(left, right):
    return left == right, left != right


for other in (data[3:10], data[3:11], data[4:11], bytearray(data[3:10]), memoryview(data[3:10]), "text", 5, None, long):
    print(hot(same, short, other), end=" ")
print(same(long, data[3:50]), same(long, data[3:49] + b"x"))
print(short < data[4:11], short <= short, short > data[2:3], data[5:9] >= data[5:8], short.__lt__("x"))


def counted(data, size):
    counts = {}
    for at in range(len(data)):
        key = data[at:at + size]
        counts[key] = counts.get(key, 0) + 1
    return counts


text = b"the cat and the dog and the bird" * 3
for size in (1, 2, 4, 31, 40):
    counts = hot(counted, text, size, times=3)
    print(len(counts), max(counts.values()), sum(counts.values()), b"the "[:size] in counts, list(counts)[:3])
mixed = {"a": 1, 7: 2, data[1:3]: 3, (data[1:3], 4): 5}
print(mixed[b"\1\2"], mixed[b"\1" + b"\2", 4], mixed.get("\1\2"), {data[1:3], bytes([1, 2]), bytearray(b"\1\2")[:] == data[1:3]})
print(hash(data[1:9]) == hash(bytes(data[1:9])) == hash(memoryview(data)[1:9]) == hash(data[1:5] + data[5:9]), hash(b"") == hash(data[3:3]))
print({hash(data[1:9]): 1}[hash(memoryview(data[1:9]))])


class Other(bytes):
    def __eq__(self, other):
        return "never"

    __hash__ = bytes.__hash__


class Derived(bytes):
    pass


derived = Derived(data[1:3])
print(derived, derived == data[1:3], data[1:3] == derived, mixed[derived], type(derived[:]), type(bytes(derived)), derived[0])
print(hot(same, Other(b"a"), b"a"), hot(same, b"a", Other(b"a")), same(Derived(b"a"), Derived(b"a")), same(derived, "x"))

# What asks for the array moves the contents: everything still sees them.
moved = data[20:26]
view = memoryview(moved)
print(view.tobytes(), view[2], moved[2], moved == data[20:26], {data[20:26]: 1}[moved], moved[1:3], moved + moved, list(moved))
print(moved.hex(), moved.find(b"\x16"), moved.count(b"\x15"), moved.decode(), int.from_bytes(moved, "big"), struct.unpack("<HI", moved))
print(b",".join([moved, data[1:3], moved]), moved * 2, moved[::-1], b"\x15" in moved, 21 in moved, moved.startswith(data[20:22]))


def grown(pieces):
    result = bytearray(b"<")
    for piece in pieces:
        result += piece
    return result


print(hot(grown, [short, long, b"", data[:32], data[:33]]))
print(attempt(grown, [short, "x"]), grown([bytearray(b"q"), memoryview(b"r"), derived]))
held = bytearray(b"abc")
lent = memoryview(held)
print(attempt(held.__iadd__, short), attempt(held.__iadd__, b""), held)


def written(pieces):
    file = io.BytesIO(b"0123456789" * 2)
    sizes = [file.write(piece) for piece in pieces]
    middle = file.tell()
    file.seek(2)
    return sizes, middle, file.read(1), file.read(5), file.read(0), file.getvalue()


print(hot(written, [short, b"", data[:3]]))
print(written([long, bytearray(b"q"), memoryview(b"rs"), derived]), attempt(written, ["x"]))
file = io.BytesIO()
file.seek(5)
file.write(data[65:68])
print(file.getvalue(), file.getbuffer().nbytes)
buffer = file.getbuffer()
print(attempt(file.write, data[65:68]))
buffer.release()
file.close()
print(attempt(file.write, data[65:68]), attempt(file.write, b""))


def numbers(items):
    total = 0
    for item in items:
        for byte in item:
            total += byte
        if item:
            total += item[-1] + len(item)
    return total


print(hot(numbers, [short, long, data[4:6], bytes([1]), b""]), numbers([bytearray(b"ab"), short, (1, 2), [3]]))
print(attempt(lambda: short[7]), short[6], short[-7], attempt(lambda: short[-8]), [len(data[:n]) for n in range(0, 40, 8)])
many = [data[i % 60:i % 60 + i % 34] for i in range(3000)]
print(sum(len(piece) for piece in many), all(piece == data[i % 60:][:i % 34] for i, piece in enumerate(many)), len(set(many)))
