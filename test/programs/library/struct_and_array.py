"""struct, array, memoryview and bytes: binary records and flat arrays."""
import array
import io
import struct
import sys
from collections import namedtuple

print(struct.pack("<bBhHiIqQ", -1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1).hex(), struct.pack(">fd", 1.5, -2.25).hex(), struct.pack("<e", 0.333).hex())
print(struct.unpack("<hhl", b"\1\0\2\0\3\0\0\0"), struct.unpack(">?2x3sp", b"\1..abc\0"), struct.pack("5s", b"ab"), struct.pack("5p", b"abcdefgh"), struct.pack("c", b"z"), struct.pack("3c", b"x", b"y", b"z"))
for f in ("@bi", "=bi", "<bq", "@bq", "bhiq0q", "@ixb0l", "!HhL", "10s", "P", "n", "2h3x", "2f"):
    print(f, struct.calcsize(f), end="; ")
print()
record = struct.Struct("<10sHb")
Student = namedtuple("Student", "name serial grade")
packed = record.pack(b"raymond", 4658, 7)
print(packed, Student._make(record.unpack(packed)), record.size, record.format, repr(record))
buffer = bytearray(32)
record.pack_into(buffer, 3, b"x" * 20, 1, -1)
struct.pack_into(">I", buffer, 28, 0xDEADBEEF)
print(buffer, record.unpack_from(buffer, 3), struct.unpack_from(">I", buffer, -4))
table = b"".join(struct.pack("<Hf", n, n / 2) for n in range(4))
print(list(struct.iter_unpack("<Hf", table)), len(list(record.iter_unpack(packed * 2))))
for attempt in [lambda: struct.pack("b", 200), lambda: struct.pack("H", -1), lambda: struct.pack("i", 1.5), lambda: struct.pack("i"), lambda: struct.pack("ii", 1), lambda: struct.unpack("i", b"123"), lambda: struct.pack("z", 1), lambda: struct.unpack_from("i", b"1234", 2), lambda: struct.pack("c", 1), lambda: struct.pack("s", "text"), lambda: struct.calcsize("9" * 30 + "s"), lambda: struct.pack("f", 1e300), lambda: struct.pack_into("i", b"1234", 0, 1), lambda: list(struct.iter_unpack("H", b"123")), lambda: struct.pack("<e", 1e6), lambda: struct.pack("<q", 2**63), lambda: struct.pack_into("i", bytearray(2), 0, 1), lambda: struct.Struct(5), lambda: struct.pack("4", 1)]:
    try:
        print("fine", attempt())
    except (struct.error, TypeError, OverflowError, ValueError) as error:
        print(type(error).__name__, "-", error)


def parse_png_header(stream):
    if stream.read(8) != b"\x89PNG\r\n\x1a\n":
        raise ValueError("no PNG")
    while head := stream.read(8):
        length, kind = struct.unpack(">I4s", head)
        body = stream.read(length)
        stream.seek(4, io.SEEK_CUR)
        if kind == b"IHDR":
            yield kind.decode(), dict(zip(("width", "height", "depth", "colour"), struct.unpack_from(">IIBB", body)))
        else:
            yield kind.decode(), length


png = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB4x", 13, b"IHDR", 640, 480, 8, 2, 0, 0, 0) + struct.pack(">I4s4x", 0, b"IEND")
print(list(parse_png_header(io.BytesIO(png))))

# -- array -----------------------------------------------------------------------------------------------------

a = array.array("i", [3, 1, 4, 1, 5])
a.append(9)
a.extend([2, 6])
a.insert(0, -1)
print(a, a.typecode, a.itemsize, len(a), a[2:5], a.index(4), a.count(1), a.pop(), a.tolist(), 5 in a, max(a), sum(a))
a.remove(1)
a.reverse()
a[1:3] = array.array("i", [70, 71, 72])
del a[-1]
print(a, a + a[:1], a * 2 == a + a, a[::-2], a == array.array("d", a), a < array.array("i", [100]), sorted(a), a.tobytes()[:8])
a.byteswap()
print(a[0], array.array("w", "héllo").tounicode(), array.array("B", b"raw"), array.array("d"), array.array("f", [0.1])[0], bytes(array.array("h", [1, -1])))
floats = array.array("d", (n / 4 for n in range(5)))
out = io.BytesIO(floats.tobytes())
back = array.array("d")
back.frombytes(out.getvalue())
print(back == floats, back.buffer_info()[1], array.typecodes, floats.__reduce_ex__(2)[1][0])
for attempt in [lambda: array.array("b", [200]), lambda: array.array("i", ["x"]), lambda: array.array("z"), lambda: a.extend(array.array("d", [1])), lambda: a.frombytes(b"123"), lambda: a.index(12345), lambda: array.array("i").pop(), lambda: a + [1], lambda: array.array("B", [-1]), lambda: a.__setitem__(slice(0, 2), [1, 2]), lambda: a[99], lambda: array.array("f", "ab"), lambda: array.array("w", "ab").append("cd")]:
    try:
        print("fine", attempt())
    except (TypeError, ValueError, OverflowError, IndexError) as error:
        print(type(error).__name__, "-", error)

# -- memoryview ------------------------------------------------------------------------------------------------

source = bytearray(b"abcdefghijkl")
view = memoryview(source)
view[0:3] = b"XYZ"
half = view[::2]
print(source, bytes(half), half.contiguous, view.nbytes, view.readonly, view.format, view.shape, view.strides, view[-1], view == source, view.hex()[:8])
grid = view.cast("B", (3, 4))
print(grid.tolist(), grid[1, 2], grid.ndim, grid.shape, view.cast("I").tolist(), memoryview(floats).format, memoryview(floats)[1], memoryview(floats).cast("B")[8:16].tolist())
try:
    source.append(1)
except BufferError as error:
    print(error)
grid.release()
half.release()
with memoryview(b"const") as const:
    print(const.tobytes(), const[1:3].obj, hash(const) == hash(b"const"))
    try:
        const[0] = 1
    except TypeError as error:
        print(error)
try:
    const[0]
except ValueError as error:
    print(error)

# -- bytes -----------------------------------------------------------------------------------------------------

b = bytearray(b"hello world")
b[0:5] = b"HELLO!"
b += b"!"
b.insert(0, 0x3E)
del b[1:3]
print(b, b.find(b"wor"), b.upper(), b.split(), b.replace(b"!", b""), b.translate(bytes.maketrans(b"LO", b"10"), b"!"), b.partition(b" "), b.hex(" ", 2), b.startswith(b">"), b.rjust(15, b"."), b"%s-%05d-%x" % (b"fmt", 42, 255))
print((1000).to_bytes(4, "big"), (-2).to_bytes(2, "little", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2]), bytes(3), bytes([1, 2]), bytes.fromhex("de ad be ef"), sys.byteorder, b.pop(), bytes(b)[::-3])
for attempt in [lambda: bytes([256]), lambda: bytes(-1), lambda: bytes("x"), lambda: b.append(-1), lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: b"a" + "b", lambda: b"abc".index(b"z"), lambda: b"\xff".decode(), lambda: bytes.fromhex("xyz"), lambda: b"%d" % b"x", lambda: bytearray(b"a").join(["x"]), lambda: int.from_bytes(b"a", "middle")]:
    try:
        print("fine", attempt())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, "-", error)
