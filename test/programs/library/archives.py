"""zipfile, tarfile and gzip: archives written, listed, searched, extracted and refused."""
import io
import os
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
    z.comment = b"an archive"
    z.writestr(zipfile.ZipInfo("hello.txt", (2024, 5, 17, 12, 30, 8)), "hello " * 100)
    z.writestr(zipfile.ZipInfo("dir/ünïcode.txt", (2024, 1, 1, 0, 0, 0)), "stored", zipfile.ZIP_STORED)
    z.mkdir("empty")
    info = zipfile.ZipInfo("data.bin", (1999, 12, 31, 23, 59, 58))
    info.external_attr = 0o640 << 16
    info.comment = b"comment"
    with z.open(info, "w") as f:
        for n in range(5):
            f.write(bytes([n]) * 50)
with zipfile.ZipFile(buffer) as z:
    print(z.namelist(), z.comment, z.testzip())
    for i in z.infolist():
        if i.filename != "empty/":
            print(i.filename, i.date_time, i.file_size, i.compress_type, f"{i.CRC:08x}", i.is_dir(), oct(i.external_attr >> 16), i.comment, i.compress_size < 200)
    print(z.read("hello.txt")[:11], z.getinfo("data.bin").orig_filename, repr(z.getinfo("dir/ünïcode.txt")))
    with z.open("hello.txt") as f:
        print(f.read(3), f.seekable(), f.seek(6), f.readline()[:5], f.tell(), f.peek(2)[:2], f.name, f.mode)
    with io.TextIOWrapper(z.open("dir/ünïcode.txt")) as f:
        print(f.read())
    root = zipfile.Path(z)
    print(sorted(p.name for p in root.iterdir()), root.joinpath("dir", "ünïcode.txt").read_text(), (root / "dir").is_dir(), (root / "none").exists(), sorted(str(p.at) for p in root.glob("**/*.txt")))
    for wrong in [lambda: z.read("none"), lambda: z.writestr("x", "y"), lambda: z.open("hello.txt", "q"), lambda: zipfile.ZipFile(io.BytesIO(b"not a zip")), lambda: zipfile.ZipFile(buffer, "q"), lambda: zipfile.ZipInfo("x", (1970, 1, 1, 0, 0, 0)), lambda: z.extract("none"), lambda: zipfile.ZipFile(buffer, compression=99)]:
        try:
            print("fine", wrong())
        except (KeyError, ValueError, zipfile.BadZipFile, NotImplementedError) as error:
            print(type(error).__name__, error)
broken = bytearray(buffer.getvalue())
broken[45] ^= 0xFF
try:
    zipfile.ZipFile(io.BytesIO(broken)).read("hello.txt")
except Exception as error:
    print(type(error).__name__)
with zipfile.ZipFile(buffer, "a") as z:
    z.writestr("added.txt", "more")
print(zipfile.ZipFile(buffer).namelist()[-1], zipfile.is_zipfile(buffer), zipfile.is_zipfile(io.BytesIO(b"PK")))
z.close()
try:
    z.read("added.txt")
except ValueError as error:
    print(error)

with tempfile.TemporaryDirectory() as folder:
    root = Path(folder, "root")
    for name, text in {"a.txt": "alpha\n", "sub/b.txt": "beta\n" * 50, "sub/deep/c.txt": ""}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
        os.utime(root / name, (1e9, 1e9))
    (root / "link").symlink_to("a.txt")

    def clean(member):
        member.uid = member.gid = 0
        member.uname = member.gname = "nobody"
        member.mode = 0o755 if member.isdir() else 0o644
        member.mtime = 1_000_000_000
        return None if member.name.endswith("deep") else member

    for mode, name in (("w", "plain.tar"), ("w:gz", "packed.tar.gz")):
        path = Path(folder, name)
        with tarfile.open(path, mode, format=tarfile.PAX_FORMAT) as t:
            t.add(root, "root", filter=clean)
            made = tarfile.TarInfo("root/made ünï.txt")
            made.size, made.mtime, made.pax_headers = 5, 1.5, {"comment": "a note"}
            t.addfile(made, io.BytesIO(b"bytes"))
        with tarfile.open(path) as t:
            print(name, sorted(t.getnames()), tarfile.is_tarfile(path))
            for m in sorted(t, key=lambda m: m.name):
                print(" ", m.name, m.type, m.size, oct(m.mode), m.mtime, m.linkname, m.isfile(), m.isdir(), m.issym(), m.uname, m.pax_headers.get("comment"))
            print(t.extractfile("root/a.txt").read(), t.getmember("root/sub/b.txt").size, t.extractfile("root/link").read(), t.extractfile("root/sub"))
            t.extractall(Path(folder, "out-" + mode[-1]), filter="data")
        print(sorted(p.relative_to(folder).as_posix() for p in Path(folder, "out-" + mode[-1]).rglob("*")))
    listing = io.StringIO()
    import contextlib

    with tarfile.open(Path(folder, "plain.tar")) as t, contextlib.redirect_stdout(listing):
        t.list(verbose=False)
    print(sorted(listing.getvalue().split("\n")))
    evil = io.BytesIO()
    with tarfile.open(fileobj=evil, mode="w") as t:
        for name in ("../escape.txt", "/absolute.txt", "fine.txt"):
            member = tarfile.TarInfo(name)
            t.addfile(member)
        link = tarfile.TarInfo("bad-link")
        link.type, link.linkname = tarfile.SYMTYPE, "../../outside"
        t.addfile(link)
        device = tarfile.TarInfo("device")
        device.type = tarfile.CHRTYPE
        t.addfile(device)
    evil.seek(0)
    with tarfile.open(fileobj=evil) as t:
        for member in t:
            try:
                t.extract(member, Path(folder, "evil"), filter="data")
                print("extracted", member.name)
            except tarfile.FilterError as error:
                print(type(error).__name__, str(error).replace(os.path.realpath(folder), "DIR").replace(folder, "DIR"))
    print(os.path.exists(os.path.join(folder, "escape.txt")), sorted(os.listdir(Path(folder, "evil"))))
    with tarfile.open(fileobj=io.BytesIO(Path(folder, "packed.tar.gz").read_bytes()), mode="r|gz") as t:
        print(sum(m.size for m in t))
for wrong in [lambda: tarfile.open(fileobj=io.BytesIO(b"junk" * 200)), lambda: tarfile.open("x", "w:zz"), lambda: tarfile.open(fileobj=io.BytesIO(b"")), lambda: tarfile.TarInfo("a").tobuf(encoding="ascii")[:3], lambda: tarfile.open("none.tar"), lambda: tarfile.TarFile.open(mode="r")]:
    try:
        print("fine", wrong())
    except (tarfile.TarError, ValueError, OSError) as error:
        print(type(error).__name__, str(error).splitlines()[0])
print(time.gmtime(1e9).tm_year, tarfile.TarInfo("x").name, oct(tarfile.TarInfo("d").mode))
