"""Version control in miniature: content-addressed objects, trees, commits, branches, diffs and three-way merges on a temporary folder."""
import difflib
import hashlib
import os
import tempfile
import zlib
from collections import deque
from contextlib import chdir
from pathlib import Path


class VcsError(Exception):
    pass


class Store:
    """Objects by the hash of their content, compressed in files."""

    def __init__(self, root):
        self.root = root
        root.mkdir(parents=True)

    def put(self, kind, data):
        raw = f"{kind} {len(data)}\0".encode() + data
        key = hashlib.sha1(raw).hexdigest()
        path = self.root / key[:2] / key[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(raw))
        return key

    def get(self, key, expected=None):
        try:
            raw = zlib.decompress((self.root / key[:2] / key[2:]).read_bytes())
        except FileNotFoundError:
            raise VcsError(f"no object {key[:8]}") from None
        header, _, data = raw.partition(b"\0")
        kind = header.split()[0].decode()
        if expected and kind != expected:
            raise VcsError(f"{key[:8]} is a {kind}, not a {expected}")
        return data

    def __len__(self):
        return sum(len(files) for _, _, files in os.walk(self.root))


class Repository:
    def __init__(self, path="."):
        self.path = Path(path)
        self.meta = self.path / ".mini"
        self.store = Store(self.meta / "objects")
        self.refs = {"main": None}
        self.branch = "main"
        self.index = {}
        self.clock = 1_700_000_000

    # -- snapshots ---------------------------------------------------------------------------------------------

    def add(self, *names):
        for name in names:
            target = self.path / name
            if target.is_dir():
                self.add(*sorted(p.relative_to(self.path).as_posix() for p in target.rglob("*") if p.is_file() and ".mini" not in p.parts))
            elif target.exists():
                self.index[name] = self.store.put("blob", target.read_bytes())
            elif name in self.index:
                del self.index[name]
            else:
                raise VcsError(f"{name} matches nothing")

    def write_tree(self, entries):
        here, below = {}, {}
        for name, key in entries.items():
            head, slash, rest = name.partition("/")
            if slash:
                below.setdefault(head, {})[rest] = key
            else:
                here[head] = ("blob", key)
        for name, inner in below.items():
            here[name] = ("tree", self.write_tree(inner))
        lines = "".join(f"{kind} {key} {name}\n" for name, (kind, key) in sorted(here.items()))
        return self.store.put("tree", lines.encode())

    def read_tree(self, key, prefix=""):
        entries = {}
        for line in self.store.get(key, "tree").decode().splitlines():
            kind, child, name = line.split(" ", 2)
            entries |= self.read_tree(child, f"{prefix}{name}/") if kind == "tree" else {prefix + name: child}
        return entries

    def commit(self, message, extra_parents=()):
        parents = [p for p in (self.refs[self.branch], *extra_parents) if p]
        tree = self.write_tree(self.index)
        if parents and not extra_parents and self.read_commit(parents[0])["tree"] == tree:
            raise VcsError("nothing to commit")
        self.clock += 60
        text = f"tree {tree}\n" + "".join(f"parent {p}\n" for p in parents) + f"time {self.clock}\n\n{message}"
        self.refs[self.branch] = key = self.store.put("commit", text.encode())
        return key

    def read_commit(self, key):
        head, _, message = self.store.get(key, "commit").decode().partition("\n\n")
        fields = {"parents": [], "message": message}
        for line in head.splitlines():
            name, value = line.split(" ", 1)
            if name == "parent":
                fields["parents"].append(value)
            else:
                fields[name] = value
        return fields

    def resolve(self, name):
        if name in self.refs:
            return self.refs[name]
        base, tilde, count = name.partition("~")
        if tilde:
            key = self.resolve(base)
            for _ in range(int(count or 1)):
                key = self.read_commit(key)["parents"][0]
            return key
        matches = [p.parent.name + p.name for p in self.store.root.glob(f"{name[:2]}/{name[2:]}*")] if len(name) > 3 else []
        if len(matches) != 1:
            raise VcsError(f"unknown revision {name}")
        return matches[0]

    def entries(self, name):
        key = self.resolve(name)
        return self.read_tree(self.read_commit(key)["tree"]) if key else {}

    # -- looking -----------------------------------------------------------------------------------------------

    def working(self):
        files = (p for p in self.path.rglob("*") if p.is_file() and ".mini" not in p.parts)
        return {p.relative_to(self.path).as_posix(): p for p in files}

    def status(self):
        head, working = self.entries(self.branch), self.working()
        for name in sorted({*head, *self.index, *working}):
            staged = " " if head.get(name) == self.index.get(name) else "A" if name not in head else "D" if name not in self.index else "M"
            if name not in working:
                unstaged = "D" if name in self.index else " "
            elif name not in self.index:
                unstaged = "?"
            else:
                unstaged = " " if self.store.put("blob", working[name].read_bytes()) == self.index[name] else "M"
            if staged + unstaged != "  ":
                yield f"{staged}{unstaged} {name}"

    def text(self, key):
        return self.store.get(key, "blob").decode().splitlines(keepends=True) if key else []

    def diff(self, old, new):
        a, b = self.entries(old), self.entries(new)
        for name in sorted(n for n in {*a, *b} if a.get(n) != b.get(n)):
            yield from difflib.unified_diff(self.text(a.get(name)), self.text(b.get(name)), f"a/{name}" if name in a else "/dev/null", f"b/{name}" if name in b else "/dev/null", n=1)

    def ancestors(self, key):
        seen, queue = {}, deque([(key, 0)])
        while queue:
            key, distance = queue.popleft()
            if key and key not in seen:
                seen[key] = distance
                queue.extend((p, distance + 1) for p in self.read_commit(key)["parents"])
        return seen

    def log(self, name):
        commits = [(self.read_commit(k), k) for k in self.ancestors(self.resolve(name))]
        for commit, key in sorted(commits, key=lambda c: int(c[0]["time"]), reverse=True):
            labels = [n for n, k in self.refs.items() if k == key]
            merge = " (merge)" if len(commit["parents"]) > 1 else ""
            yield f"{key[:7]} {commit['message']}{merge}" + (f" [{', '.join(labels)}]" if labels else "")

    # -- branches ----------------------------------------------------------------------------------------------

    def create(self, name, at=None):
        if name in self.refs:
            raise VcsError(f"branch {name} exists")
        self.refs[name] = self.resolve(at or self.branch)

    def checkout(self, name):
        if name not in self.refs:
            raise VcsError(f"no branch {name}")
        if any(line[1] in "MD" or line[0] != " " and line[1] != "?" for line in self.status()):
            raise VcsError("local changes would be lost")
        self.branch = name
        self.restore(self.entries(name))

    def restore(self, entries):
        for name, path in self.working().items():
            if name in self.index and name not in entries:
                path.unlink()
        for name, key in entries.items():
            target = self.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(self.store.get(key, "blob"))
        self.index = dict(entries)

    def merge(self, name):
        ours, theirs = self.resolve(self.branch), self.resolve(name)
        mine, other = self.ancestors(ours), self.ancestors(theirs)
        base = min((k for k in mine if k in other), key=lambda k: (mine[k] + other[k], k))
        if base == theirs:
            return "already up to date"
        if base == ours:
            self.refs[self.branch] = theirs
            self.restore(self.entries(self.branch))
            return "fast forward"
        o, a, b = (self.read_tree(self.read_commit(k)["tree"]) for k in (base, ours, theirs))
        result, conflicts = {}, []
        for path in sorted({*o, *a, *b}):
            x, y, z = o.get(path), a.get(path), b.get(path)
            if y == z or z == x:
                chosen = y
            elif y == x:
                chosen = z
            else:
                lines, clean = merge_lines(self.text(x), self.text(y), self.text(z), self.branch, name)
                chosen = self.store.put("blob", "".join(lines).encode())
                if not clean:
                    conflicts.append(path)
            if chosen:
                result[path] = chosen
        self.restore(result)
        if conflicts:
            return f"conflicts in {', '.join(conflicts)}"
        return f"merged as {self.commit(f'merge {name}', [theirs])[:7]}"


def merge_lines(base, ours, theirs, our_name, their_name):
    """Walks the regions on which all three agree; what lies between is taken from the side that changed it."""
    def matches(other):
        return {a + i: b + i for a, b, n in difflib.SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks() for i in range(n)}

    mine, other = matches(ours), matches(theirs)
    result, clean = [], True
    i = j = k = 0
    anchors = [n for n in range(len(base)) if n in mine and n in other] + [len(base)]
    for n in anchors:
        end_ours, end_theirs = (mine[n], other[n]) if n < len(base) else (len(ours), len(theirs))
        x, y, z = base[i:n], ours[j:end_ours], theirs[k:end_theirs]
        if y == z or z == x:
            result += y
        elif y == x:
            result += z
        else:
            clean = False
            result += [f"<<<<<<< {our_name}\n", *y, "=======\n", *z, f">>>>>>> {their_name}\n"]
        if n < len(base):
            result.append(base[n])
        i, j, k = n + 1, end_ours + 1, end_theirs + 1
    return result, clean


def attempt(action, *args):
    try:
        print(action(*args))
    except VcsError as error:
        print("error:", error)


with tempfile.TemporaryDirectory() as folder, chdir(folder):
    repo = Repository()
    write = lambda name, text: (Path(name).parent.mkdir(parents=True, exist_ok=True), Path(name).write_text(text))  # noqa: E731
    write("readme.txt", "Title\n\nIntroduction\n\nMiddle\n\nEnd\n")
    write("src/main.c", "int main() {\n  return 0;\n}\n")
    write("notes", "private\n")
    print(*repo.status(), sep="\n")
    repo.add("readme.txt", "src")
    print(*repo.status(), sep="\n")
    first = repo.commit("first")
    print(first[:7], len(repo.store), sorted(repo.entries("main")))
    attempt(repo.commit, "empty")
    repo.create("feature")
    write("readme.txt", "Title\n\nIntroduction, improved\n\nMiddle\n\nEnd\n")
    repo.add("readme.txt")
    repo.commit("improve the introduction")
    write("readme.txt", "dirty")
    attempt(repo.checkout, "feature")
    print(*repo.status(), sep="\n")
    repo.restore(repo.entries("main"))
    repo.checkout("feature")
    print(Path("readme.txt").read_text().splitlines()[2])
    write("readme.txt", "Title\n\nIntroduction\n\nMiddle\n\nThe End\n")
    write("src/util/list.c", "/* list */\n")
    os.remove("src/main.c")
    repo.add("readme.txt", "src/util/list.c", "src/main.c")
    repo.commit("lists")
    print(*repo.diff("feature~1", "feature"), sep="", end="")
    repo.checkout("main")
    print(sorted(repo.working()), repo.merge("feature"), repo.merge("feature"))
    print(Path("readme.txt").read_text(), *repo.log("main"), sep="\n")
    repo.create("other", "main~1")
    repo.checkout("other")
    print(repo.merge("main"))
    write("readme.txt", Path("readme.txt").read_text().replace("Middle", "Centre"))
    repo.add("readme.txt")
    repo.commit("centre")
    repo.checkout("main")
    write("readme.txt", Path("readme.txt").read_text().replace("Middle", "Heart"))
    repo.add("readme.txt")
    repo.commit("heart")
    print(repo.merge("other"))
    print(Path("readme.txt").read_text())
    for action in [lambda: repo.checkout("gone"), lambda: repo.create("main"), lambda: repo.resolve("zzzzzz"), lambda: repo.store.get(first, "blob"), lambda: repo.add("missing"), lambda: repo.store.get("0" * 40), lambda: repo.resolve(first[:8]) == first]:
        attempt(action)
