"""open, text and binary streams, io classes, with, seeking, newline handling, print to files, standard streams."""
import io
import os
import sys
import tempfile

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "file.txt")
with open(path, "w", encoding="utf-8", newline="\n") as f:
    print(f.write("first\n"), f.writelines(["second é\n", "third"]), f.tell(), f.mode, f.name == path, f.encoding, f.closed, f.writable(), f.readable(), f.isatty(), f.newlines)
    print("printed", 1, sep="|", end="!", file=f)
print(f.closed, os.path.getsize(path))
with open(path, encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.read(4)), repr(f.readline()), f.readlines(), repr(f.read()), f.seek(0), next(f), [line for line in f])
with open(path, "rb") as f:
    print(f.read(3), f.seek(-4, os.SEEK_END), f.read(), f.tell(), f.seek(2), f.readline(), f.peek(3)[:3], f.readinto(buffer := bytearray(4)), buffer, type(f).__name__, type(f.raw).__name__)
with open(path, "r+", encoding="utf-8") as f:
    f.seek(0, 2)
    f.write("\nappended")
    f.seek(0)
    print(f.read().count("\n"), f.truncate(5), f.seek(0), f.read())
with open(path, "a+") as f:
    f.write("+more")
    print(f.tell(), f.seek(0), f.read())
with open(path, "xb" if not os.path.exists(path) else "wb") as f:
    f.write(b"a\r\nb\nc\rd")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
for newline in (None, "", "\n", "\r\n"):
    with open(path, "w", newline=newline) as f:
        f.write("x\ny\r\n")
    print(repr(newline), open(path, "rb").read().replace(os.linesep.encode(), b"\\n") if newline is None else open(path, "rb").read())
s = io.StringIO("line1\nline2\n")
print(s.readline(), s.read(), s.seek(0), list(s), s.write("end"), s.getvalue(), s.tell(), s.seek(0), s.truncate(3), s.getvalue(), s.close(), s.closed)
b = io.BytesIO(b"abc")
print(b.read(1), b.getbuffer()[1], b.write(b"Z"), b.getvalue(), b.seek(10), b.write(b"!"), b.getvalue(), b.readable())
wrapper = io.TextIOWrapper(io.BytesIO(), encoding="utf-16", errors="replace", line_buffering=True)
wrapper.write("hé")
wrapper.flush()
print(wrapper.buffer.getvalue(), wrapper.detach().tell())
reader = io.BufferedReader(io.BytesIO(b"0123456789"), 4)
print(reader.peek(1), reader.read1(2), reader.read(3), reader.tell(), reader.seek(1), reader.read())
with tempfile.TemporaryFile("w+b") as t:
    t.write(bytes(range(256)) * 10)
    t.seek(300)
    print(t.read(4), t.fileno() > 2)


class Upper(io.TextIOBase):
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text.upper())
        return len(text)


u = Upper()
print("to a stream", 5, file=u)
old, sys.stdout = sys.stdout, u
print("redirected")
sys.stdout = old
print(u.parts, sys.stdout is sys.__stdout__, sys.stdin.read(), sys.stdout.encoding, sys.stderr.errors)


class Lines(io.RawIOBase):
    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, b):
        n = min(len(b), len(self.data), 3)
        b[:n], self.data = self.data[:n], self.data[n:]
        return n


print(io.TextIOWrapper(io.BufferedReader(Lines(b"ab\ncd\nef"))).readlines(), Lines(b"raw").read(), Lines(b"xyz123").readall())
closed = open(path)
closed.close()
for action in (lambda: closed.read(), lambda: open(path + "/no"), lambda: open(folder.name), lambda: open("/no/such/file"), lambda: open(path, "q"), lambda: open(path, "rw"), lambda: open(path, "rb", encoding="utf8"), lambda: open(path, "r", buffering=0), lambda: open(path, newline="x"), lambda: open(path, encoding="nope"), lambda: open(path).write("x"), lambda: open(path, "w").read(), lambda: open(path, "wb").write("text"), lambda: open(path, "w").write(b"bytes"), lambda: open(path, "x"), lambda: open(5.5), lambda: open(""), lambda: open("a\0b"), lambda: open(-1), lambda: io.StringIO(5), lambda: io.BytesIO("x"), lambda: io.StringIO().write(5), lambda: s.read(), lambda: io.BytesIO().seek(-1), lambda: io.StringIO("a").seek(1, 1), lambda: print(file=5), lambda: print("x", sep=5), lambda: print("x", end=b""), lambda: sys.stdout.write(5), lambda: iter(closed), lambda: closed.__enter__(), lambda: open(path, "rb").seek(0, 9), lambda: next(io.StringIO("")), lambda: io.TextIOWrapper(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).replace(folder.name, "TMP"))
folder.cleanup()
print(os.path.exists(folder.name))
