"""bytes, bytearray and memoryview: literals, methods, mutation, formatting, views."""

print(b"abc\x00\xff\n\\'", b'"', b"'\"", rb"\x", br"\\", bytes(3), bytes([1, 2, 255]), bytes("é", "latin-1"), bytes(b"x"), bytes(range(65, 70)), bytes(iter([1])))
b = b"Hello, World"
print(b[0], b[-1], b[1:4], b[::-2], b[20:], list(b[:3]), b"lo" in b, 72 in b, b.index(b"o"), b.find(111, 5), b.count(b"l"), b.rfind(b"zz"), len(b))
print(b.upper(), b.split(b", "), b.replace(b"l", b"LL", 2), b.partition(b","), b.center(16, b"*"), b.hex(), b.hex(":"), b.hex("-", 2), b.hex("_", -4), b.swapcase(), b.title())
print(bytes.fromhex("48 65 6c\n6C"), bytes.fromhex(""), bytearray.fromhex("00ff"), bytes.fromhex(b"4142"), b.isalpha(), b"12".isdigit(), b"\t ".isspace(), b"a b".istitle(), b" x ".strip(), b"xxaxx".strip(b"x"), b"ab".isascii())
print(b"a,b,,c".split(b","), b" a  b ".split(), b"a\nb\r\nc".splitlines(), b"-".join([b"a", bytearray(b"b"), memoryview(b"c")]), b"%d %s %r %a %x %c %c %b" % (1, b"s", "r", "é", 255, 65, b"Z", b"bb"), b"%05.1f|%-4d|" % (2.25, 7))
print(b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"hello".translate(None, b"l"), b"abc" < b"abd", b"abc" == bytearray(b"abc"), b"a" == "a", b"a" * 3, b"x" + bytearray(b"y"), bytearray(b"x") + b"y", b"\t1".expandtabs(4), b"7".zfill(3), b"pre-x".removeprefix(b"pre-"))
a = bytearray(b"hello")
a[0] = 72
a[1:3] = b"EEL"
a.append(33)
a.extend([63, 46])
a += b"tail"
del a[-2:]
a.insert(0, 42)
print(a, a.pop(), a.pop(0), len(a), a.find(b"E"))
a.reverse()
a.remove(108)
a[::2] = b"-" * len(a[::2])
print(a, a * 2, a.copy() is not a, a.decode(), bytes(a), a == bytes(a), bytearray(b"a") in ([b"a"]), bytearray(2), bytearray("x", "ascii"))
a.clear()
a *= 3
print(a, bool(a), repr(bytearray(b"\x00'")), str(bytearray(b"q")), a.__alloc__() >= 0)
a.resize(4)
print(a, a.resize(1), a)
data = bytearray(range(10))
m = memoryview(data)
print(m[3], m[2:5].tolist(), bytes(m[::3]), m.nbytes, m.itemsize, m.format, m.readonly, m.shape, m.strides, m.ndim, m.obj is data, m.contiguous, m.c_contiguous)
m[0] = 99
m[1:3] = b"\xfe\xff"
print(data, m == data, m[:3] == b"c\xfe\xff", m.hex(), m.tobytes()[:2], memoryview(b"x").readonly, hash(memoryview(b"x")) == hash(b"x"), 99 in m, m.index(99), m.count(4))
w = memoryview(bytearray(8)).cast("I")
w[1] = 0x01020304
print(w.tolist(), w.format, w.itemsize, bytes(w), w.cast("B").cast("H").tolist(), w.toreadonly().readonly, memoryview(bytes(6)).cast("B", (2, 3)).tolist(), memoryview(bytes(6)).cast("B", [2, 3])[1, 2])
with memoryview(b"abc") as view:
    inner = view[1:]
print(inner.tolist(), [x for x in memoryview(b"ab")], list(reversed(memoryview(b"ab"))), memoryview(b"abcd")[::2] == b"ac")


class Sub(bytes):
    def __new__(cls, text):
        return super().__new__(cls, text, "ascii")

    def __bytes__(self):
        return b"from __bytes__"


class Buffer:
    def __init__(self):
        self.data = bytearray(b"buf")

    def __buffer__(self, flags):
        print("  buffer", flags)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("  release")


print(Sub("q"), bytes(Sub("q")), type(Sub("q") + b"").__name__, type(Sub("q").upper()).__name__)
print(bytes(Buffer()), b"x".join([Buffer(), Buffer()]), bytearray(Buffer()))
for action in (lambda: b"a" + "b", lambda: bytes("x"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(-1), lambda: bytes(1.5), lambda: b"abc"["x"], lambda: bytearray(b"a").append(300), lambda: bytearray(b"a").append("x"), lambda: bytes.fromhex("abc"),
               lambda: bytes.fromhex("zz"), lambda: b"abc"[9], lambda: bytearray().pop(), lambda: bytearray(b"a").remove(1), lambda: b"%s" % "x", lambda: b"%d" % b"1", lambda: b"a".split(b""), lambda: b"a".join(["x"]), lambda: "x" in b"x", lambda: 256 in b"x", lambda: b"a".find("a"),
               lambda: b"a".replace("a", "b"), lambda: hash(bytearray()), lambda: b"a" < "a", lambda: view[0], lambda: memoryview(b"abc").__setitem__(0, 1), lambda: m.__setitem__(0, 300), lambda: m.__setitem__(slice(0, 2), b"xyz"), lambda: memoryview("x"), lambda: m.cast("Q"), lambda: m["a"],
               lambda: bytes(3, "ascii"), lambda: bytes("x", "nope"), lambda: setattr(b"", "x", 1), lambda: b"\xc3".decode(), lambda: b"\xff\xfe\xfd".decode("utf-16"), lambda: bytearray(b"abc").__setitem__(slice(0, 3, 2), b"x"), lambda: b"%c" % 256, lambda: bytearray(b"x").insert("a", 1), lambda: bytes(object())):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
