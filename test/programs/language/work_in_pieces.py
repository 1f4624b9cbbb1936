"""What is done in pieces because it is large: the results at the borders of the pieces."""
import csv, io, itertools, json, math, operator, struct

# Extended slices of lists, longer than a piece.
N = 10_007
for kind, other in (
    ("ints", "ints"), ("ints", "floats"), ("floats", "floats"), ("floats", "ints"), ("mixed", "ints"), ("ints", "mixed"), ("floats", "mixed"),
):
    make = {
        "ints": lambda n: list(range(n)),
        "floats": lambda n: [x + 0.5 for x in range(n)],
        "mixed": lambda n: [None, 1, "x", 2.5] * (n // 4) + [None] * (n % 4),
    }
    for step in (2, 3, -1, -2, 7):
        items = make[kind](N)
        count = len(items[::step])
        new = make[other](count)
        items[::step] = new
        assert items[::step] == new and len(items) == N
        rest = [x for at, x in enumerate(items) if (at if step > 0 else N - 1 - at) % abs(step)]
        old = make[kind](N)
        del old[::step]
        assert old == [x for at, x in enumerate(make[kind](N)) if (at if step > 0 else N - 1 - at) % abs(step)]
        assert rest == old
        print(kind, other, step, len(old), repr(items[:9])[:60], type(items[-1]).__name__)
    items = make[kind](N)
    items[::2] = items[::2]
    assert items == make[kind](N)
    items[::-1] = items
    assert items == make[kind](N)[::-1]
items = list(range(N))
try:
    items[::2] = range(3)
except ValueError as error:
    print(error)
t = tuple(range(N))
print(sum(t[::3]), sum(t[::-2]), t[::-1][:3], len(t[::5000]), t[9000:100:-4000])

# Bytes cut at white space, with runs longer than a piece.
for data in (b" " * 9000 + b"a" * 9000 + b"\t" * 9000 + b"bc", b"x" * 4096 + b" ", b" " * 4096, b"ab " * 3000, b"", b"a\x0b" * 4097):
    for make in (bytes, bytearray):
        for limit in (-1, 0, 1, 2):
            parts = make(data).split(None, limit), make(data).rsplit(None, limit)
            print(*([(len(p), bytes(p[:2]), bytes(p[-2:])) for p in part[:3]] for part in parts), *map(len, parts))
lines = (b"a" * 5000 + b"\r\n") * 3 + b"b" * 4095 + b"\r" + b"\n" * 3 + b"c" * 4096
print([len(x) for x in lines.splitlines()], [len(x) for x in lines.splitlines(True)])
text = lines.decode() * 50 + "\u2028" + "\x85" * 20000
print(len(text.splitlines()), sum(map(len, text.splitlines(True))) == len(text))
assert hash(b"x" * 5000) == hash(memoryview(b"x" * 5000)) != hash(b"x" * 4999)
data = bytearray(range(256)) * 100
data[::3] = bytes(len(data[::3]))
print(sum(data), len(data))
data[::-2] = data[::2]
print(sum(data), len(data), data[:8].hex())

# Long texts as UTF-8: pairs and lone surrogates where pieces meet.
PIECE = 1 << 20
for before in (PIECE - 2, PIECE - 1, PIECE):
    for character in ("\u20ac", "\U0001f600"):
        text = "a" * before + character + "b" * PIECE + character * 3
        data = text.encode()
        assert data == b"a" * before + character.encode() + b"b" * PIECE + character.encode() * 3
        assert data.decode() == text and len(text) == before + PIECE + 4
    for surrogate in ("\ud83d", "\ude00", "\ud83d" + "\ude00"):
        text = "a" * before + surrogate + "b" * PIECE + "\U0001f600"
        try:
            text.encode()
        except UnicodeEncodeError as error:
            print(error.start, error.end, error.reason)
        assert text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass") == text
        assert len(text.encode("utf-8", "replace")) == before + len(surrogate) + PIECE + 4
file = io.BytesIO()
wrapper = io.TextIOWrapper(file, "utf-8")
wrapper.write("a\u20ac\U0001f600" * 600_000)
wrapper.flush()
print(len(file.getvalue()), file.getvalue()[-8:])

# Padding with what takes two units.
for text in ("x", "\U0001f601y", "\ud800", "\udc00", "\udc00\ud800", ""):
    for fill in ("\U0001f600", "\ud83d", "\ude00", "-"):
        for padded in (text.rjust(6, fill), text.ljust(6, fill), text.center(7, fill), f"{text:{fill}>5}" if text.isascii() else text.zfill(5)):
            print(len(padded), ascii(padded), padded.count(fill), padded.find(text))
padded = "x".rjust(10**6, "\U0001f600")
print(len(padded), padded[-1], ascii(padded[-2]), padded == "\U0001f600" * 999_999 + "x", hash(padded) == hash("\U0001f600" * 999_999 + "x"))

# Huge ranges.
H = 1 << 100_000
for r in (range(0, H, 3), range(H, -H, -7), range(-H, H, H // 5), range(5, H)):
    print(r[-1] % 10**9, r[7] % 10**9, r.index(r[2]), r[-1] in r, r[-1] + 1 in r, r.count(r[1]), len(r[:3]), next(reversed(r)) == r[-1])
    assert r == r[:] and hash(r) == hash(r[:])
print((H - 1) % 3, range(0, H, 3).index((H - 1) // 3 * 3) == (H - 1) // 3)

# The rest.
print(json.dumps({(1,): 2}, skipkeys=True), json.dumps({(1,): 2, "b": {}}, skipkeys=True), json.dumps({(1,): 2}, skipkeys=True, indent=1))
big = {str(i): [i, i + 0.5, None] for i in range(20_000)}
for options in ({}, {"sort_keys": True}, {"indent": 1}, {"sort_keys": True, "separators": (",", ":")}):
    dumped = json.dumps(big, **options)
    print(len(dumped), dumped[:40].split(), json.loads(dumped) == big)
csv.field_size_limit(10**9)
print([len(x) for x in next(csv.reader(['a,"' + "b" * 5000 + '",' + "c" * 257]))])
print(math.gcd(*[12, 18] * 5000), math.gcd(2**53 - 1, 6361 * 5), math.gcd(-4, 6), math.gcd(0, 0), math.lcm(*[4, 6] * 5000))
print(math.hypot(*[3.0] * 10_000), math.dist([0.5] * 5000, [1.5] * 5000))
print(sum(operator.itemgetter(*range(5000))(range(5000))), len(operator.attrgetter(*["real", "real.imag"] * 3000)(5)))
print(next(itertools.permutations(range(9000), 8999))[-1], sum(next(itertools.combinations(range(9000), 8999))), len(itertools.tee("abc", 5000)))
print(len(next(itertools.product([1, 2], repeat=9000))), [len(x) for x in zip(*[range(2)] * 5000)], struct.calcsize("ic" * 5000))
print(isinstance(5, (str,) * 5000 + (int,)), isinstance(5, (str,) * 5000), issubclass(bool, (str,) * 5000 + (int,)), "x".startswith(("y",) * 5000), b"x".endswith((b"y",) * 5000 + (b"x",)))
rows = [(x * 7919 % 5003 % 50, str(x * 31 % 5003), x / 2) for x in range(5003)]
assert sorted(rows) == sorted(rows, key=lambda row: row) == sorted(sorted(rows, key=lambda r: r[1:]), key=lambda r: r[0])
print(sorted(rows)[::1000])
print(eval("0x" + "f" * 20_000) == 16**20_000 - 1, eval("0" * 20_000), eval("0b" + "1" * 20_000).bit_length(), eval("'" + "\\x41" * 20_000 + "'") == "A" * 20_000)
print(len(("x" * 20_000 + "{}" + "}}").format(1)), int("\u0661" * 4000) == int("1" * 4000))

# Line ends where pieces meet.
PIECE = 1 << 18
for at in (PIECE - 2, PIECE - 1, PIECE, PIECE + 1):
    for end in ("\r\n", "\r", "\n", "\r\r\n", "\n\r"):
        text = "a" * at + end + "b" * PIECE + end
        data = text.encode()
        wrapper = io.TextIOWrapper(io.BytesIO(data), "utf-8")
        read = wrapper.read()
        print(at, ascii(end), read.count("\n"), len(read), ascii(wrapper.newlines), [len(x) for x in io.StringIO(text, newline="")], len(io.StringIO(text, newline=None).read()))
        assert [len(x) for x in io.TextIOWrapper(io.BytesIO(data), newline="")] == [len(x) for x in io.StringIO(text, newline="")]
        file = io.BytesIO()
        wrapper = io.TextIOWrapper(file, "utf-8", newline="\r\n")
        wrapper.write(text)
        wrapper.flush()
        assert file.getvalue() == data.replace(b"\n", b"\r\n")
        scope = {}
        exec("x = '''" + text + "'''", scope)
        print(len(scope["x"]), scope["x"].count("\n"), ascii(scope["x"][at:][:3]))
import os.path
print(os.path.normpath("/a/.." * 3 + "//b/./c/../d/"), os.path.normpath("../../a/.."), os.path.normpath("//a//b"), os.path.normpath("a/" * 5000).count("/"), os.path.normpath("/.."), os.path.normpath("./"))

# Underscores, joined long texts, and what is shown of them.
import functools
for text in ("1_0", "_1", "1_", "1__0", "1_.5", "1._5", "1e_5", "1e1_0", "1_0j", "1_j", "\u0661_\u0662", "in_f", "1_000.000_1", "1_0" * 40_000):
    for kind in (float, complex):
        try:
            print(kind.__name__, str(kind(text))[:30])
        except ValueError as error:
            print(kind.__name__, str(error)[:60])
long = "ab" * 40_000
for joined in (long.join("xyz"), ",".join([long, "x", long, "y"]), "\U0001f600".join([long, "\ud800", "\udc00", long]), (long + "\U0001f600").join(["\U0001f601"] * 40)):
    print(len(joined), hash(joined) == hash("".join(list(joined))), ascii(joined[-3:]), ascii(joined[80_000:80_003]))
text = "a\t'\"\x00\u20ac\U0001f600\ud800" * 3000
for shown in (repr(text), ascii(text), repr(" \t" * 9000)):
    print(len(shown), shown[:30].isascii(), ascii(shown[-20:]), eval(shown) in (text, " \t" * 9000))
table = str.maketrans("ab\U0001f600" * 3000, "xyz" * 3000, "\t'" * 3000)
print(table, text[:10].translate(table) == "x\"\x00\u20acz\ud800xz"[:0] + "x\"\x00\u20acz\ud800x\"")
print(functools.partial(max, *range(5000))(7, 9000), len(functools.partial(dict, **{f"k{x}": x for x in range(5000)})(k3=1, z=2)))
print(len(bytes(5000).center(9000)), (b"-" + b"7" * 5000).zfill(6000)[:3], (b"," * 5000).join([b"a", b"b"])[::2500], bytes.maketrans(bytes(range(256)) * 70, bytes(range(255, -1, -1)) * 70)[:4])
print(eval("'" + "\U0001f600" * 9000 + "'") == "\U0001f600" * 9000, eval(("\u00e9" * 9000)[:3], {"\u00e9\u00e9\u00e9": 5}))
class Many: pass
many = Many()
many.__dict__.update({f"k{x}": x for x in range(5000)})
print(len(dir(many)) - len(dir(Many())), dir(many) == sorted(dir(many)), len(vars(type("X", (), {f"k{x}": x for x in range(5000)}))) > 5000)
stream = io.BytesIO(bytes(5000))
stream.seek(4990); stream.write(b"x" * 9000)
print(len(stream.getvalue()), stream.truncate(4995), stream.getvalue()[-7:])
