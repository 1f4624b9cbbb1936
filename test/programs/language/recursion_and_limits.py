"""Deep recursion of every kind, the limit, and how it is recovered from; deep data; large programs."""
import sys

print(sys.getrecursionlimit())


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


first = depth()
print(900 < first <= 1000, depth() == first)
sys.setrecursionlimit(5000)
print(depth() > 4500)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


print(count(4000))
sys.setrecursionlimit(1000)


class Ring:
    def __init__(self):
        self.me = self

    def __repr__(self):
        return f"<{self.me!r}>"

    def __eq__(self, other):
        return self.me == other.me

    def __hash__(self):
        return hash((self.me,))

    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __len__(self):
        return len(self)

    def __add__(self, other):
        return self + other

    def __contains__(self, item):
        return item in self

    def __bool__(self):
        return bool(self)

    def __str__(self):
        return str(self)

    def __getitem__(self, key):
        return self[key]

    def __index__(self):
        return [1][self]

    def __lt__(self, other):
        return other < self

    def __format__(self, spec):
        return format(self, spec)


r = Ring()
for action in (lambda: repr(r), lambda: r == Ring(), lambda: hash(r), lambda: r.attr, lambda: r(), lambda: list(r), lambda: len(r), lambda: r + 1, lambda: 1 in r, lambda: bool(r), lambda: str(r), lambda: r[0], lambda: "abc"[r], lambda: r < r, lambda: f"{r}", lambda: sorted([r, r]), lambda: max(r, r), lambda: [r] == [Ring()], lambda: {r: 1}, lambda: not r, lambda: (lambda f: f(f))(lambda f: f(f)), lambda: [x for x in iter_forever()]):
    try:
        print(action())
    except RecursionError as error:
        print("RecursionError", str(error)[:32])
    except Exception as error:
        print(type(error).__name__, error)


def iter_forever():
    yield from iter_forever()


try:
    next(iter_forever())
except RecursionError:
    print("generators too")
nested = []
for _ in range(300):
    nested = [nested]
print(len(repr(nested)), nested == eval(repr(nested)) if len(repr(nested)) < 150 else "deep", str(nested)[:3])
deep_tuple = ()
for _ in range(100_000):
    deep_tuple = (deep_tuple,)
try:
    print(len(repr(deep_tuple)))
except RecursionError as error:
    print("repr", type(error).__name__)
del deep_tuple
print(eval("+".join(["1"] * 5000)), len(eval("[" + ",".join(["0"] * 10000) + "]")), eval("-" * 50 + "1"), eval("(" * 50 + "1" + ")" * 50))
for source in ("(" * 300 + ")" * 300, "[" * 199 + "]" * 199, "x" + ".a" * 300):
    try:
        compile(source, "<s>", "eval")
        print("compiled", len(source))
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(type(error).__name__, str(error)[:40])
space = {}
exec("\n".join(f"v{i} = {i}" for i in range(3000)) + "\ntotal = " + " + ".join(f"v{i}" for i in range(0, 3000, 10)), space)
exec("def many(" + ", ".join(f"a{i}={i}" for i in range(300)) + "):\n  return a0 + a299, locals().__len__()", space)
print(space["total"], space["many"](), space["many"](*range(5, 305)))
for limit in (5, 0, -1, "x", 2**40):
    try:
        sys.setrecursionlimit(limit)
        print("set", limit)
    except (RecursionError, ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
sys.setrecursionlimit(1000)
