"""pathlib, os, os.path, shutil, glob, fnmatch, tempfile and filecmp on a temporary tree."""
import contextlib
import filecmp
import fnmatch
import glob
import os
import shutil
import stat
import tempfile
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = PurePosixPath("/usr/local/lib/archive.tar.gz")
print(p, repr(p), p.parts, p.parent, p.name, p.stem, p.suffix, p.suffixes, p.anchor, p.root, p.is_absolute(), list(map(str, p.parents)))
print(p.with_name("x.py"), p.with_suffix(".zip"), p.with_stem("new"), p / "more" / ".." / "z", "pre" / PurePosixPath("post"), p.relative_to("/usr"), p.is_relative_to("/etc"), PurePosixPath("a//b/./c/"), PurePosixPath("/a/b").relative_to("/a/c", walk_up=True))
print(p.match("*.gz"), p.match("lib/*.gz"), p.full_match("/usr/**/*.gz"), PurePosixPath("a") < PurePosixPath("b"), PurePosixPath("A") == PurePosixPath("a"), hash(PurePosixPath("x")) == hash(PurePosixPath("x")), os.fspath(p))
w = PureWindowsPath(r"C:\Users\me\file.TXT")
print(w, w.drive, w.root, w.parts, w.suffix, w.as_posix(), w == PureWindowsPath("c:/users/ME/FILE.txt"), w.match("*.txt"), PureWindowsPath("//server/share/x").drive, w.with_suffix(""))
for attempt in [lambda: p.with_name("a/b"), lambda: p.with_suffix("zip"), lambda: p.relative_to("/etc"), lambda: PurePath("").with_name("x"), lambda: p / 5, lambda: p < w]:
    try:
        print("fine", attempt())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, "-", error)

print(os.path.join("a", "b", "/c", "d"), os.path.split("/x/y.txt"), os.path.splitext("a.b/c"), os.path.splitext(".bashrc"), os.path.normpath("a/../b//./c/.."), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.commonprefix(["abc", "abd"]), os.path.isabs("x"), os.path.relpath("/a/b", "/a/c/d"), os.path.splitdrive("/x"), os.path.splitroot("//x/y"))

with tempfile.TemporaryDirectory(prefix="tree-") as name, contextlib.chdir(name):
    root = Path(name)
    (root / "src" / "deep").mkdir(parents=True)
    for relative, text in {"readme.md": "# Title\n", "src/a.py": "a = 1\n", "src/b.py": "b = 2\n", "src/deep/c.py": "c = 3\n", "src/deep/data.json": "{}", ".hidden": ""}.items():
        print(root.joinpath(relative).write_text(text), end=" ")
    print()
    show = lambda paths: sorted(Path(q).relative_to(root).as_posix() if os.path.isabs(q) else str(q) for q in paths)  # noqa: E731
    print(show(root.iterdir()), show(root.glob("**/*.py")), show(root.rglob("*.json")), show(root.glob("*")), show(root.glob("src/?.py")), sep="\n")
    print(show(glob.glob("**/*.py", recursive=True)), show(glob.glob("*", include_hidden=True)), show(glob.iglob("src/[ab].*")), glob.glob("none*"), show(glob.glob("*.py", root_dir="src")), glob.escape("a[1]*?"), glob.translate("*.txt"))
    print([(str(d.relative_to(root)), sorted(ds), sorted(fs)) for d, ds, fs in root.walk()])
    print([(os.path.relpath(d, name), sorted(ds), sorted(fs)) for d, ds, fs in os.walk(name, topdown=False)])
    a = root / "src" / "a.py"
    print(a.exists(), a.is_file(), a.is_dir(), a.stat().st_size, a.read_bytes(), stat.filemode(a.stat().st_mode)[0], root.samefile("."), a.resolve() == root.resolve() / "src" / "a.py", Path("src/../src/a.py").resolve() == a.resolve(), a.suffix)
    with a.open("a") as f:
        f.write("more = True\n")
    print(a.read_text().splitlines(), a.rename(root / "renamed.py").name, a.exists(), (root / "renamed.py").replace(root / "src" / "b.py").name, (root / "src" / "b.py").read_text())
    (root / "link").symlink_to("readme.md")
    print((root / "link").is_symlink(), os.readlink("link"), (root / "link").read_text(), (root / "link").resolve().name, os.path.islink("link"), os.path.lexists("link"))
    os.remove("readme.md")
    print(os.path.exists("link"), os.path.lexists("link"))
    os.unlink("link")
    os.chmod("src/b.py", 0o640)
    print(oct(stat.S_IMODE(os.stat("src/b.py").st_mode)), stat.filemode(os.stat("src/b.py").st_mode), stat.S_ISDIR(os.stat("src").st_mode), os.access("src/b.py", os.R_OK), os.access("nothing", os.F_OK))
    os.utime("src/b.py", (1_000_000_000, 1_100_000_000))
    print(os.path.getmtime("src/b.py"), os.stat("src/b.py").st_mtime_ns, Path("src/b.py").stat().st_atime)
    with os.scandir("src") as entries:
        print(sorted((e.name, e.is_dir(), e.is_file(), e.stat().st_size if e.is_file() else None) for e in entries))
    shutil.copytree("src", "copy", ignore=shutil.ignore_patterns("*.json"))
    shutil.copy2("src/b.py", "copy/extra.py")
    shutil.copyfile("src/b.py", "copy/deep/plain.py")
    shutil.move("copy/extra.py", "copy/moved.py")
    print(show(Path("copy").rglob("*")), os.path.getmtime("copy/moved.py"), shutil.which("no-such-command-here"))
    comparison = filecmp.dircmp("src", "copy")
    print(sorted(comparison.left_only), sorted(comparison.right_only), sorted(comparison.common), comparison.same_files, comparison.diff_files, filecmp.cmp("src/b.py", "copy/moved.py", shallow=False))
    comparison.report_full_closure()
    print(filecmp.cmpfiles("src", "copy", ["b.py", "none.py"]))
    shutil.make_archive("packed", "zip", "src")
    shutil.unpack_archive("packed.zip", "unpacked")
    print(show(Path("unpacked").rglob("*.py")), "zip" in dict((f, d) for f, d in shutil.get_archive_formats()))
    shutil.rmtree("unpacked")
    os.makedirs("x/y/z", exist_ok=True)
    os.removedirs("x/y/z")
    print(os.path.exists("x"), sorted(os.listdir("copy/deep")), fnmatch.filter(["a.py", "b.txt", "C.PY"], "*.py"), fnmatch.fnmatch("data7", "data[0-9]"), fnmatch.fnmatchcase("A", "a"), fnmatch.translate("a*[!x]?"), fnmatch.filterfalse(["a", "b"], "a"))
    for attempt in [lambda: os.mkdir("src"), lambda: os.rmdir("src"), lambda: os.remove("gone"), lambda: open("src"), lambda: os.listdir("gone"), lambda: Path("gone").stat(), lambda: os.rename("gone", "x"), lambda: Path("src/b.py").iterdir().__next__(), lambda: shutil.copytree("src", "copy"), lambda: shutil.rmtree("gone"), lambda: shutil.copyfile("src/b.py", "src/b.py"), lambda: os.chdir("gone"), lambda: Path("a").mkdir(mode="x"), lambda: Path("q/w").mkdir(), lambda: Path("src").mkdir(exist_ok=True), lambda: Path("gone").unlink(missing_ok=True), lambda: os.stat("a\0b"), lambda: os.scandir("gone"), lambda: Path("src/b.py").rmdir()]:
        try:
            print("fine", attempt())
        except (OSError, TypeError, ValueError) as error:
            print(type(error).__name__, "-", str(error).replace(name, "<tmp>"))
    with tempfile.NamedTemporaryFile("w+", dir=name, suffix=".tmp", prefix="my-") as f:
        f.write("temp")
        f.seek(0)
        print(f.read(), os.path.basename(f.name).startswith("my-"), f.name.endswith(".tmp"), os.path.exists(f.name))
    print(os.path.exists(f.name))
    with tempfile.TemporaryFile() as f, tempfile.SpooledTemporaryFile(max_size=4, mode="w+t") as spool:
        f.write(b"x")
        spool.write("abc")
        in_memory = spool._rolled
        spool.write("defgh")
        spool.seek(0)
        print(in_memory, spool._rolled, spool.read())
    descriptor, path = tempfile.mkstemp(dir=name, text=True)
    os.write(descriptor, b"raw write")
    print(os.lseek(descriptor, 4, os.SEEK_SET), os.read(descriptor, 5), os.fstat(descriptor).st_size, os.close(descriptor), os.path.getsize(path))
print(os.path.exists(name), Path("~").expanduser() == Path.home(), os.path.expandvars("$NOT_SET_HERE ${X"), Path.cwd() == Path().absolute())
os.environ["CORPUS_VARIABLE"] = "value"
print(os.path.expandvars("$CORPUS_VARIABLE/x"), os.getenv("CORPUS_VARIABLE"), os.environ.pop("CORPUS_VARIABLE"), os.getenv("CORPUS_VARIABLE", "gone"), os.sep, os.linesep == "\n", os.curdir, os.pardir, os.devnull)
