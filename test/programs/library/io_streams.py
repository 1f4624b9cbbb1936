"""io: text and bytes in memory, on disk, through wrappers and streams of one's own."""
import io
import os
import tempfile

s = io.StringIO("first\nsecond\r\nthird")
print(s.readline(), s.tell(), s.read(3), s.readlines(), s.read(), s.seek(0), list(s), s.getvalue() == "first\nsecond\r\nthird")
s.seek(0, 2)
print(s.write("!more"), s.truncate(5), s.getvalue(), s.readable(), s.seekable(), s.isatty(), s.closed, io.StringIO("a\r\nb", newline=None).read(), repr(io.StringIO("a\nb", newline="\r\n").getvalue()))
with io.StringIO() as closing:
    print("captured", 1, 2, sep="-", file=closing)
    value = closing.getvalue()
print(repr(value), closing.closed)
b = io.BytesIO(b"0123456789")
view = b.getbuffer()
view[2:4] = b"--"
del view
target = bytearray(4)
print(b.read(3), b.readinto(target), target, b.read1(2), b.tell(), b.seek(-2, os.SEEK_END), b.read(), b.getvalue(), b.seek(15), b.write(b"x"), b.getvalue())
for attempt in [lambda: closing.read(), lambda: s.write(b"bytes"), lambda: b.write("text"), lambda: b.seek(-1), lambda: s.seek(1, 1), lambda: io.StringIO(b"x"), lambda: s.fileno(), lambda: open("a", "q"), lambda: open("a", "rb", encoding="ascii"), lambda: open("/no/such/file"), lambda: io.TextIOWrapper(io.BytesIO(), newline="x"), lambda: open("a", "rw"), lambda: open("a", "r", 0), lambda: b.seek(0, 9), lambda: open(-5)]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError, OSError) as error:
        print(type(error).__name__, "-", error)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "data.txt")
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        print(f.write("ἄλφα\nβῆτα\n"), f.tell(), f.mode, f.encoding, f.newlines, f.line_buffering)
        f.writelines(["γάμμα\n", "δέλτα"])
    with open(path, encoding="utf-8") as f:
        print([line.rstrip() for line in f], f.closed, os.path.basename(f.name))
    with open(path, "r+", encoding="utf-8") as f:
        first = f.readline()
        cookie = f.tell()
        print(first, f.readline(), f.seek(cookie) == cookie, f.readline(), f.read(2))
        f.seek(0, io.SEEK_END)
        f.write("\nend")
    with open(path, "ab") as f:
        print(f.tell() > 0, f.write(b"\xff"), f.raw.__class__.__name__, f.__class__.__name__)
    for errors in ("strict", "replace", "ignore", "surrogateescape", "backslashreplace"):
        try:
            with open(path, encoding="utf-8", errors=errors) as f:
                print(errors, ascii(f.read()[-5:]))
        except UnicodeDecodeError as error:
            print(errors, error.reason, error.start, error.object[error.start :])
    with open(path, "rb", buffering=0) as raw:
        print(type(raw).__name__, raw.read(4), raw.readall()[-3:], raw.read(), raw.seek(1), raw.tell(), raw.readable(), raw.mode)
    with open(path, "w+b") as f:
        f.write(b"one\r\ntwo\rthree\n")
        f.flush()
        f.seek(4)
        print(f.peek()[:3], f.read(2), f.truncate(6), f.seek(0), f.read())
    for newline in (None, "", "\n", "\r\n", "\r"):
        with open(path, "wb") as f:
            f.write(b"a\nb\r\nc\rd")
        with open(path, newline=newline) as f:
            lines = f.readlines()
            print(repr(newline), lines, f.newlines)
    with open(path, "x" if not os.path.exists(path) else "w") as f:
        print("through print", file=f)
        print("no newline", end="", file=f, flush=True)
    try:
        open(path, "x")
    except FileExistsError as error:
        print(error.errno, error.strerror, error.filename == path)
    with open(path) as f, open(path + ".copy", "w") as g:
        for number, line in enumerate(f, 1):
            g.write(f"{number}: {line}")
    print(open(path + ".copy").read(), sorted(os.listdir(folder)), os.path.getsize(path))
    try:
        with open(path) as f:
            f.write("x")
    except io.UnsupportedOperation as error:
        print(error, isinstance(error, OSError), isinstance(error, ValueError))
    with open(path, "w") as f:
        try:
            f.read()
        except io.UnsupportedOperation as error:
            print(error)

wrapper = io.TextIOWrapper(io.BytesIO(b"caf\xe9\nx"), encoding="latin-1")
print(wrapper.readline(), wrapper.buffer.__class__.__name__, wrapper.errors, wrapper.detach().read())
out = io.BytesIO()
wrapper = io.TextIOWrapper(out, encoding="utf-16", newline="\r\n", write_through=True)
wrapper.write("hi\n")
wrapper.reconfigure(newline="\n")
wrapper.write("yo\n")
print(out.getvalue())


class Rot13(io.RawIOBase):
    """A raw stream over another one."""

    def __init__(self, inner):
        self.inner = inner

    def readable(self):
        return True

    def readinto(self, buffer):
        data = self.inner.read(min(len(buffer), 5))
        buffer[: len(data)] = bytes((c - 84) % 26 + 97 if 97 <= c <= 122 else c for c in data)
        return len(data)


raw = Rot13(io.BytesIO(b"uryyb jbeyq\nsebz n fgernz\n"))
print(io.TextIOWrapper(io.BufferedReader(raw, 8), encoding="ascii").readlines())


class Tee(io.TextIOBase):
    def __init__(self, *streams):
        self.streams = streams

    def writable(self):
        return True

    def write(self, text):
        for stream in self.streams:
            stream.write(text)
        return len(text)


one, two = io.StringIO(), io.StringIO()
print("to both", file=Tee(one, two))
print(one.getvalue() == two.getvalue() == "to both\n", issubclass(io.StringIO, io.TextIOBase), isinstance(raw, io.IOBase), io.DEFAULT_BUFFER_SIZE)
reader, writer = os.pipe()
with os.fdopen(writer, "w") as w:
    w.write("through a pipe")
with os.fdopen(reader) as r:
    print(r.read(), r.seekable())
pair = io.BufferedRWPair(io.BytesIO(b"in"), io.BytesIO())
print(pair.read(), pair.write(b"out"), pair.readable(), pair.writable())
decoder = io.IncrementalNewlineDecoder(None, translate=True)
print([decoder.decode("a\r"), decoder.decode("\nb\r", final=True)], decoder.newlines)
