"""Bytes, bytearrays, strings and enumerate in hot code, and what takes it out of its way."""


def hot(function, *args, times=40):
    for _ in range(times):
        result = function(*args)
    return result


def total(data):
    result = 0
    for byte in data:
        result += byte
    return result


def at(data, index):
    return data[index]


def put(data, index, value):
    data[index] = value
    return data


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def copy(data):
    output = bytearray()
    for byte in data:
        output.append(byte)
    return output


def numbered(data, start):
    result = []
    for index, item in enumerate(data, start):
        result.append((index, item))
    return result


def growing(data):
    """Iterates over what grows."""
    seen = []
    for byte in data:
        if len(data) < 9:
            data.append(byte + 1)
        seen.append(byte)
    return seen


def pieces(data):
    return data[1:3] + data[:1] * 2, data[::-1], data + b"!", data == b"abc", data != b"abc"


def extended(data, more):
    other = data
    data += more
    return data, other is data


def characters(text):
    result = ""
    for character in text:
        if character == "-":
            continue
        result = character + result
    return result


def first(data):
    """Leaves the loop in its middle."""
    for index, byte in enumerate(data):
        if byte > 100:
            return index
    else:
        return -1


class Bytes(bytes):
    def __getitem__(self, index):
        return "item"

    def __iter__(self):
        return iter([1, 2, 3])

    def __len__(self):
        return 77


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


print(hot(total, b"abc"), total(bytearray(b"abc")), total([1, 2]), total(Bytes(b"abc")), attempt(total, b"" or None))
print(hot(total, bytearray(b"xyz")), total(b"xyz"), total((1, 2.5)))
print(hot(at, b"abc", 1), at(b"abc", -1), at(Bytes(b"abc"), 1), at(b"abc", Index(2)), at(b"abc", slice(1, 3)))
for index in 3, -4, 2**70, 1.0, None:
    print(attempt(at, b"abc", index))
print(hot(at, bytearray(b"abc"), 1), at(bytearray(b"abc"), -3), attempt(at, bytearray(b"abc"), 3), at(bytearray(b"abc"), True))
box = bytearray(5)
print(hot(put, box, 1, 7), hot(put, box, -1, 255), put(box, Index(0), True), put(box, slice(1, 2), b"ab"))
for index, value in (0, 256), (0, -1), (9, 1), (-9, 1), (0, "a"), (0, 1.5), (0, 2**70), (9, 256):
    print(attempt(put, box, index, value))
print(hot(copy, b"abc"), copy(bytearray(b"de")), attempt(copy, [1, 256]), attempt(copy, [1, "a"]))
print(hot(numbered, b"ab", 3), numbered(bytearray(b"ab"), -1), numbered("ab", 2**53 - 1), numbered((1.5, 2), 2**70))
print(hot(numbered, "ab", 0), numbered([0.5, 1], 1), attempt(numbered, "ab", 1.5), numbered("\U0001f40dx", 0))
print(hot(growing, bytearray(b"abc"), times=1), [growing(bytearray(b"ab")) for _ in range(40)][-1])
print(hot(pieces, b"abc"), pieces(bytearray(b"abcd")), pieces(Bytes(b"abc"))[3:])
print(attempt(pieces, "abc"), attempt(pieces, [1, 2, 3]))
print(hot(extended, bytearray(b"a"), b"b", times=30), extended([1], (2, 3)), extended((1,), (2,)), extended(b"a", bytearray(b"b")))
print(attempt(extended, bytearray(b"a"), "b"), attempt(extended, b"a", 1), attempt(extended, [1], 5))
for _ in range(40):
    extended([1], (2, 3))
print(extended([1], [2.5]), extended([1.5], (2.5,)), extended([], "ab"))
print(hot(characters, "a-bc"), characters("\U0001f40d-x"), characters(["q", "-", "r"]))
print(hot(first, b"abcd"), first(b"ab"), first([0.5, 200]), first(bytearray(b"zz")))


def locked(data):
    view = memoryview(data)
    for _ in range(40):
        try:
            data.append(1)
        except BufferError:
            pass
    view.release()
    data.append(2)
    return bytes(data)


print(hot(locked, bytearray(b"x"), times=3)[-3:])


def keyed(words):
    table = {}
    for word in words:
        table[word] = table.get(word, 0) + 1
    return table


print(hot(keyed, [b"a", b"b", b"a"]), keyed([b"", 1, "a", b"a", (b"a",), 1.0]), attempt(keyed, [bytearray(b"a")]))
print(keyed([b"ab", memoryview(b"ab"), Bytes(b"ab")]), {b"ab": 1} == {memoryview(b"ab"): 1}, b"x" in {(b"x",)}, (b"x",) in {(b"x",)})


def made(n):
    return bytes([n, n + 1]), bytes((n, 255 - n)), bytes(n), bytearray(n), list(b"ab"), tuple("xy"), str(n), str(n / 2), int("12"), int(n)


print(hot(made, 3), attempt(made, -1), attempt(made, 256), attempt(made, "a"))


def numbers(n):
    return n.bit_length(), n.bit_count(), n.to_bytes(4, "big"), int.from_bytes(n.to_bytes(8, "little"), "little"), sum([n, n]), any([0, n])


print(hot(numbers, 77), numbers(0), attempt(numbers, 2**40), attempt(numbers, -1), attempt(numbers, True), numbers(2**31 + 5))
