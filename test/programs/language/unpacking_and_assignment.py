"""Assignment targets: chains, stars, nested patterns, augmented assignment, evaluation order, walrus, swaps."""


class Tracker:
    def __init__(self, name):
        object.__setattr__(self, "name", name)

    def __setattr__(self, key, value):
        log.append(f"{self.name}.{key}={value!r}")

    def __getattr__(self, key):
        log.append(f"get {self.name}.{key}")
        return f"<{key}>"

    def __setitem__(self, key, value):
        log.append(f"{self.name}[{key!r}]={value!r}")

    def __getitem__(self, key):
        log.append(f"get {self.name}[{key!r}]")
        return [key]

    def __delattr__(self, key):
        log.append(f"del {self.name}.{key}")

    def __delitem__(self, key):
        log.append(f"del {self.name}[{key!r}]")


def flush():
    print(*log, sep=" ; ")
    log.clear()


def ev(value):
    log.append(f"ev {value!r}")
    return value


log = []
t, u = Tracker("t"), Tracker("u")
t.a = u.b = t[0] = 5
flush()
t.x, u[1], (t.y, *u.z) = "pq" + "", [7][0], range(3)[:3]
flush()
t[ev(1)], t[ev(2)] = ev(3), ev(4)
flush()
t.attr += "more"
t[ev("k")] += [ev("v")]
flush()
del t.a, t[0], (u.b, [u[1]])
flush()
t[ev(1) : ev(2), ...] = ev("slice")
u[t.name : None] = 0
flush()
(t).paren = 1
[t.l1, t.l2] = 1, 2
(t.only,) = [3]
[] = ()
() = []
flush()
i = 0
a = [10, 20, 30]
i, a[i] = 1, "one"
a[i], i = "two", 2
print(a, i)
x = [0, 1, 2]
x[x[0]], x[0] = x[0], 2
print(x)
(a, b), c, *d = (1, 2), 3
*e, f = "xyz"
g, (h, [k, *m]), n = 1, (2, (3, 4, 5)), {6: 7}
first, second = {"k1": 1, "k2": 2}
o, *p, q = {1}, 2, 3, {4: 5}
print(a, b, c, d, e, f, g, h, k, m, n, first, second, o, p, q)
(r), [s] = 1, [2]
head, *_ = _, *tail = range(4)
print(r, s, head, _, tail)


def gen():
    yield "g1"
    yield "g2"
    log.append("generator ended")


v, w = gen()
print(v, w, log.pop())
for bad in ("a, b = gen3()", "*a, b = []", "a, b = 1", "a, (b, c) = 1, 2", "a, *b, c = [1]", "a, b = {1}", "a, b, c = 'ab'", "a, b = Broken()", "[a] = None", "a, b = range(10**9)", "a, b, c = iter('xyzw')", "(a, b), = [1]", "a, b = Raises()"):
    def gen3():
        yield from range(3)

    class Broken:
        def __iter__(self):
            return 5

    class Raises:
        def __iter__(self):
            yield 1
            raise KeyError("midway")

    try:
        exec(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
y = (z := 3) + z
print(y, z, (lambda: (inner := 5) + inner)(), [last := n for n in range(4)], last, (w := 1, 2), w, f"{(fs := 7)}{fs}", {"k": (kv := 1)}, kv, [1, 2, 3][(ix := 1)], ix, max(best := [1], key=id) is best)
if (match := "text".find("x")) >= 0 and (rest := "text"[match:]):
    print(match, rest)
while (n := len(a_list := a_list + [0] if "a_list" in globals() else [])) < 3:
    print(n, end=" ")
print(a_list)
print((lambda x: (x := x + 1))(1), (lambda **k: k)(a=(b := 2)), b, [(j, k) for j in range(2) if (k := j * 2) >= 0], k)
total: int = 5
un_set: str
(paren): int = 6
t.ann: int = 7
t["ann"]: int = 8
flush()
print(total, paren, __annotate__(1))
try:
    un_set
except NameError as error:
    print(error)
val = 1
val += val + (val := 10)
print(val)
lst = [1, 2]
alias = lst
lst += lst
lst[0:1] += ["x"]
lst[-1] **= 3
print(alias, lst is alias)
tup = ([], 1)
for statement in ("tup[0] += ['added']", "tup[1] += 1", "tup += (2,)", "tup *= 2"):
    try:
        exec(statement)
    except TypeError as error:
        print(error)
print(tup)
for source in ("1 = x", "f() = 1", "a + b = 1", "x = 1 = y", "(a, 1) = x", "None = 1", "a.None = 1", "True: int = 1", "x += 1 += 2", "a, b += 1", "(a, b): int = 1", "[a]: int", "*a = 1", "*a, *b = c", "(*a) = 1", "a := 1", "(a.b := 1)", "(a[0] := 1)", "((a, b) := 1)", "f(a=b:=1)", "x = y := 1", "del f()", "del 1", "del a + b", "del *a", "del (a, *b)", "del", "'a' = 1", "f'{x}' = 1", "{a: b} = 1", "{a} = 1", "[a, b()] = 1", "x if y else z = 1", "lambda: x = 1", "not x = 1", "a < b = 1", "-a = 1", "... = 1", "(yield) = 1", "await x = 1", "a if b = c: pass", "if x = 1: pass", "while x = 1: pass", "f(x.y=1)", "f(1=2)", "f(True=1)", "f(a=1, a=2)", "f(**a, *b)", "f(**a, b)", "f(a=1, b)", "print x", "exec 'x'", "__debug__ = 1", "f(__debug__=1)", "def __debug__(): pass", "x.__debug__ = 1", "import __debug__", "with a as 1: pass", "for 1 in x: pass", "for f() in x: pass", "with a as f(): pass", "import a as b.c", "for x: int in y: pass", "a: int: str", "x: int += 1", "[x for x in y] = 1", "with (a as b, c as 1): pass", "except x", "(a, b) += 1", "a = *b", "a = (*b)", "x = **y", "return *a", "*a", "print(*a b)", "a = b c", "a = 5 6", "a.5", "5.a", "5a", "0777", "1_", "1__0", "0x", "0b2", "1e", "0o8", "1.e+", "5if 1else 2", "1_000.0_"):
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset, error.end_offset)
