"""Bytes at work: hex dumps, UTF-8 by hand, base64, a binary record format, checksums, bytearrays, memoryviews."""


def hex_dump(data, width=16):
    for start in range(0, len(data), width):
        row = data[start:start + width]
        cells = " ".join(f"{byte:02x}" for byte in row)
        text = "".join(chr(byte) if 32 <= byte < 127 else "." for byte in row)
        yield f"{start:06x}  {cells:<{width * 3}} {text}"


def encode_utf8(text):
    output = bytearray()
    for character in text:
        point = ord(character)
        if point < 0x80:
            output.append(point)
            continue
        tail = []
        limit = 0x40
        while point >= limit:
            tail.append(point & 0x3F | 0x80)
            point >>= 6
            limit = 0x20 >> len(tail) - 1
        lead = {1: 0xC0, 2: 0xE0, 3: 0xF0}[len(tail)]
        output.append(lead | point)
        output.extend(reversed(tail))
    return bytes(output)


ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def to_base64(data):
    output = bytearray()
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        number = int.from_bytes(chunk.ljust(3, b"\0"), "big")
        letters = bytes(ALPHABET[number >> shift & 63] for shift in (18, 12, 6, 0))
        output += letters[:len(chunk) + 1].ljust(4, b"=")
    return bytes(output)


def from_base64(text):
    reverse = {letter: value for value, letter in enumerate(ALPHABET)}
    output = bytearray()
    for i in range(0, len(text), 4):
        group = text[i:i + 4].rstrip(b"=")
        number = 0
        for letter in group:
            number = number << 6 | reverse[letter]
        number <<= 6 * (4 - len(group))
        output += number.to_bytes(3, "big")[:len(group) - 1]
    return bytes(output)


class Writer:
    """A little binary format: variable-length ints, length-prefixed text, lists, with a checksum at the end."""

    MAGIC = b"TYPH\x01"

    def __init__(self):
        self.buffer = bytearray(self.MAGIC)

    def integer(self, value):
        value = value << 1 if value >= 0 else ~value << 1 | 1
        while value > 0x7F:
            self.buffer.append(value & 0x7F | 0x80)
            value >>= 7
        self.buffer.append(value)

    def value(self, value):
        match value:
            case None:
                self.buffer += b"N"
            case bool():
                self.buffer += b"T" if value else b"F"
            case int():
                self.buffer += b"i"
                self.integer(value)
            case str():
                encoded = value.encode()
                self.buffer += b"s"
                self.integer(len(encoded))
                self.buffer += encoded
            case bytes() | bytearray():
                self.buffer += b"b"
                self.integer(len(value))
                self.buffer += value
            case [*items]:
                self.buffer += b"["
                for item in items:
                    self.value(item)
                self.buffer += b"]"
            case _:
                raise TypeError(f"cannot write {type(value).__name__}")

    def finish(self):
        return bytes(self.buffer) + adler(self.buffer).to_bytes(4, "big")


class Reader:
    def __init__(self, data):
        if not data.startswith(Writer.MAGIC):
            raise ValueError("not a typhon file")
        if adler(data[:-4]) != int.from_bytes(data[-4:]):
            raise ValueError("checksum differs")
        self.view, self.at = memoryview(data)[:-4], len(Writer.MAGIC)

    def byte(self):
        self.at += 1
        return self.view[self.at - 1]

    def integer(self):
        value = shift = 0
        while (byte := self.byte()) & 0x80:
            value |= (byte & 0x7F) << shift
            shift += 7
        value |= byte << shift
        return ~(value >> 1) if value & 1 else value >> 1

    def take(self):
        size = self.integer()
        self.at += size
        return self.view[self.at - size:self.at].tobytes()

    def value(self):
        match chr(self.byte()):
            case "N":
                return None
            case "T" | "F" as letter:
                return letter == "T"
            case "i":
                return self.integer()
            case "s":
                return self.take().decode()
            case "b":
                return self.take()
            case "[":
                items = []
                while self.view[self.at] != ord("]"):
                    items.append(self.value())
                self.at += 1
                return items


def adler(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def bytearrays():
    data = bytearray(b"hello")
    data[0] = ord("J")
    data[1:3] = b"ump"
    data += b"!"
    data.extend([63, 64])
    data.insert(0, 62)
    del data[-1]
    print(data, data.pop(), data.find(b"mp"), data.upper(), data * 2, data[::-1], 0x6D in data, b"um" in data)
    data.reverse()
    data[::2] = b"-" * len(data[::2])
    print(data, len(data), data.count(b"-"), bytes(data).hex(" "), bytearray.fromhex("de ad BE ef"))
    view = memoryview(data)
    view[1:3] = b"XY"
    print(data, view[1], view[-3:].tobytes(), list(view[:2]), view.nbytes, view.readonly, memoryview(b"x").readonly)
    try:
        data.append(1)
    except BufferError as error:
        print("BufferError:", error)
    view.release()
    data.append(1)
    for bad in (lambda: data.append(256), lambda: bytes([1, -1]), lambda: bytes("x"), lambda: b"a" + "b", lambda: data[99], lambda: bytes.fromhex("zz"), lambda: b"\xff".decode(), lambda: "é".encode("ascii")):
        try:
            bad()
        except (ValueError, TypeError, IndexError) as error:
            print(f"{type(error).__name__}: {error}")


def methods():
    print(b"a,b,,c".split(b","), b" x ".strip(), b"abc".replace(b"b", b"--"), b"x=1=2".partition(b"="), b"ab\ncd\r\n".splitlines(), b"abcabc".rfind(b"bc"))
    print(b"%d items" % 3, b"abc".translate(bytes.maketrans(b"ab", b"AB")), b"abc".translate(None, b"b"), b"a" < b"b", b"abc"[1], b"abc"[1:2], b"Hi there".title(), b"x".center(5, b"*"))
    print(b"12".isdigit(), b"ab".isalpha(), b"".join([b"1", bytearray(b"2")]), sorted(b"typhon"), max(b"abc"), bytes(3), bytes(range(5)), b"\x00\\'\"\n\xff")
    for codec in ("utf-8", "latin-1", "utf-16-le", "ascii", "utf-8-sig"):
        try:
            print(codec, "Zoë".encode(codec), "€".encode(codec, "replace"), "€é".encode(codec, "backslashreplace"))
        except UnicodeEncodeError as error:
            print(f"{type(error).__name__}: {error}")
    print(b"caf\xc3\xa9 \xff".decode(errors="replace"), b"\xe9t\xe9".decode("latin-1"), b"a\xffb".decode("ascii", "ignore"), b"\xff".decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape"))


def main():
    text = "Aé€🐍 naïve"
    assert encode_utf8(text) == text.encode()
    print(*hex_dump(text.encode() + bytes(range(20, 34))), sep="\n")
    for sample in (b"", b"a", b"ab", b"abc", bytes(range(0, 256, 25))):
        encoded = to_base64(sample)
        assert from_base64(encoded) == sample
        print(sample[:6], encoded.decode())
    writer = Writer()
    value = [None, True, 0, -1, 300, -(2**70), "Zoë", b"\x00\xff", [[], ["deep", [1]]]]
    writer.value(value)
    packed = writer.finish()
    print(packed.hex(), len(packed), f"{adler(b'Wikipedia'):08x}")
    assert Reader(packed).value() == value
    broken = packed[:8] + b"?" + packed[9:]
    for data in (broken, b"nothing"):
        try:
            Reader(data)
        except ValueError as error:
            print(error)
    try:
        Writer().value({1})
    except TypeError as error:
        print(error)
    bytearrays()
    methods()


if __name__ == "__main__":
    main()
