"""Binary data: struct layouts, arrays, memoryviews over them, bit fields, a file format with chunks and checksums, byte orders, errors."""
import array
import binascii
import io
import struct
import sys
import zlib
from collections import namedtuple
from itertools import accumulate, batched

HEADER = struct.Struct("<4sHxB3f?")
print(HEADER.size, HEADER.format, HEADER.pack(b"AB", 513, 7, 0.5, -1.25, 1e10, True).hex(" "))
print(HEADER.unpack(HEADER.pack(b"ABCDEF", 65535, 0, 0.1, float("inf"), -0.0, 0)))
for fmt in "bBhHiIlLqQnN?efdc3s5pP", "<bhiq", ">bhiq", "=bhiq", "@bhiq", "!HH2x", "0i", "b0q", "bq0b", "<2h3s", "4?", "":
    try:
        print(f"{fmt!r:28} size {struct.calcsize(fmt)}")
    except struct.error as error:
        print(f"{fmt!r:28} {error}")
for fmt, values in [
    (">I", [2**32 - 1]), (">I", [2**32]), (">I", [-1]), ("<b", [-128]), ("<b", [128]), (">q", [-(2**63)]), (">q", [2**63]), (">e", [65504]), (">e", [65520]), (">e", [1e-8]), (">f", [1e39]), (">f", [0.1]), (">d", [5e-324]), ("3s", [b"a"]), ("3s", ["a"]), ("5p", [b"abcdefgh"]), ("c", [b"xy"]), ("?", [[]]), ("?", ["x"]),
    (">H", [1.0]), (">2H", [1]), ("x", []), (">H", []), ("z", [1]), ("2", [1]), (">n", [1]), ("<i", [True]), ("3x2h", [1, 2]), (" < h  h ", [1, 2]), ("<F", [1j]),
]:  # fmt: skip
    try:
        packed = struct.pack(fmt, *values)
        print(f"{fmt:8} {values!s:26} {packed.hex()} {struct.unpack(fmt, packed)}")
    except (struct.error, OverflowError, TypeError) as error:
        print(f"{fmt:8} {values!s:26} {type(error).__name__}: {error}")
for text in "struct.unpack('<i', b'abc')", "struct.unpack_from('<i', b'abcdef', 3)", "struct.unpack_from('<h', b'abcdef', -2)", "struct.unpack_from('<i', b'ab', -9)", "struct.pack_into('<h', bytearray(3), 2, 1)", "struct.pack_into('<h', b'abc', 0, 1)", "list(struct.iter_unpack('<h', b'abc'))", "list(struct.iter_unpack('', b'abc'))", "struct.unpack('<h', 'ab')":
    try:
        print(text, eval(text))
    except (struct.error, TypeError) as error:
        print(text, f"{type(error).__name__}: {error}")

a = array.array("h", [1, -2, 300])
a.append(4)
a.extend(range(2))
a += array.array("h", [9])
print(a, a.itemsize, a.tobytes().hex(), a[::-1], a[1:3], a.index(300), a.count(4), a * 2 == a + a, 300 in a, a.buffer_info()[1], a < array.array("h", [1, -2, 301]), array.array("d", [1]) == array.array("i", [1]))
a[1:3] = array.array("h", [7] * 3)
del a[::2]
a.insert(-1, 5)
a.reverse()
print(a, a.pop(), a.pop(0), a.tolist(), list(a.__reduce_ex__(2)[1]), array.array("w", "x𝄞").tounicode(), array.array("b"))
a.byteswap()
print(a.tolist(), array.typecodes, sys.byteorder)
for text in "a.append(2**15)", "a.append(1.5)", "a[9]", "a[0] = 'x'", "a[0:1] = [1]", "a + [1]", "a.extend('ab')", "array.array('h', b'abc')", "array.array('h', b'abcd')", "array.array('q', [2**63])", "array.array('B', [-1])", "array.array('x')", "a.remove(77)", "array.array('h', 'ab')", "a.frombytes(b'x')", "a.pop(99)", "a.fromlist([1, 'x'])", "a.fromfile(io.BytesIO(b'abc'), 2)", "array.array('f', [1e39])", "array.array()":
    try:
        print(text, eval(text) if " = " not in text else exec(text))
    except Exception as error:
        print(f"{text:28} {type(error).__name__}: {error}")
print(a)

data = array.array("I", range(1, 7))
view = memoryview(data)
print(view.format, view.itemsize, view.nbytes, view.shape, view.strides, view[2], view[-2:].tolist(), view.cast("B")[4:8].hex(), view.cast("B").cast("I", [2, 3]).tolist(), view == array.array("Q", range(1, 7)))
view[1:3] = array.array("I", [70, 80])
view[::2][1] if False else None
grid = view.cast("B").cast("I", (3, 2))
grid[2, 1] = 99
print(data.tolist(), grid[1, 0], grid.tolist(), grid.ndim, grid.c_contiguous, view[::2].contiguous, view[::2].tolist(), view.toreadonly().readonly, memoryview(b"abc").hex("-"), bytes(view[:1]), hash(memoryview(b"ab")) == hash(b"ab"))
for text in "view[0] = -1", "view[0:2] = b'ab'", "grid[0]", "grid[0, 9]", "view.cast('H', (5,))", "view.cast('z')", "view[::2].cast('B')", "memoryview('a')", "data.append(1)", "memoryview(b'a')[0:1].__setitem__(0, 1)", "view['a']", "hash(view)", "view[9]", "memoryview(data).release() or len(view)", "view.cast('B').cast('I', (7,))":
    try:
        print(text, eval(text) if " = " not in text else exec(text))
    except Exception as error:
        print(f"{text:34} {type(error).__name__}: {error}")
grid.release()
with view:
    pass
try:
    view[0]
except ValueError as error:
    print(error)
data.append(7)
print(data.tolist())

Chunk = namedtuple("Chunk", "kind body")


class Container:
    """A file of chunks: magic, then length, kind, body and checksum of each; numbers big-endian."""

    MAGIC = b"\x89BOX\r\n"

    @staticmethod
    def varint(n):
        out = bytearray()
        while n > 0x7F:
            out.append(n & 0x7F | 0x80)
            n >>= 7
        return bytes([*out, n])

    @staticmethod
    def read_varint(stream):
        shift = value = 0
        while True:
            (byte,) = stream.read(1)
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    @classmethod
    def write(cls, chunks):
        out = io.BytesIO()
        out.write(cls.MAGIC)
        for kind, body in chunks:
            out.write(cls.varint(len(body)) + kind + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind))))
        return out.getvalue()

    @classmethod
    def read(cls, data):
        stream = io.BytesIO(data)
        if stream.read(len(cls.MAGIC)) != cls.MAGIC:
            raise ValueError("bad magic")
        while stream.tell() < len(data):
            at = stream.tell()
            length = cls.read_varint(stream)
            chunk = Chunk(stream.read(4), stream.read(length))
            (crc,) = struct.unpack(">I", stream.read(4))
            if crc != zlib.crc32(b"".join(chunk)):
                raise ValueError(f"chunk at {at} is damaged")
            yield chunk


box = Container.write([(b"head", struct.pack(">HH", 3, 2)), (b"data", bytes(range(200))), (b"stop", b"")])
print(len(box), binascii.crc32(box), [(c.kind.decode(), len(c.body)) for c in Container.read(box)])
for damage in lambda b: b[1:], lambda b: b[:30] + b"\0" + b[31:], lambda b: b[:-2]:
    try:
        print(len(list(Container.read(damage(box)))))
    except (ValueError, struct.error) as error:
        print(type(error).__name__, error)
pixels = [(255, 128, 0), (0, 64, 248)]
packed = [r >> 3 << 11 | g >> 2 << 5 | b >> 3 for r, g, b in pixels]
print([f"{p:016b}" for p in packed], [(p >> 11 << 3, (p >> 5 & 63) << 2, (p & 31) << 3) for p in packed], *accumulate(map(len, batched(box, 64))))
print(int.from_bytes(b"\x01\x02\x03"), (1027).to_bytes(3, "little"), b"%a|%5.2f|%b|%c|%x" % ("é", 2.5, b"raw", 65, 255), bytes.fromhex("de ad\nBE ef"), bytearray(b"abc").translate(bytes.maketrans(b"ac", b"xz"), b"b"), b"a,b".split(b","), binascii.b2a_base64(b"hi"), binascii.unhexlify("6869"))
