"""Unpacking in all positions: stars in targets, calls, displays, returns, subscripts, loops; order of evaluation; errors of each."""
order = []


def note(label, value=None):
    order.append(label)
    return value


class Target:
    def __setattr__(self, name, value):
        order.append(f"{name}={value}")

    def __setitem__(self, key, value):
        order.append(f"[{key}]={value}")


t = Target()
note("target", t).a, *note("second", t)[note("key", 0)], t.c = note("value", (1, 2, 3, 4))
print(order)
order.clear()
t[note("i")] = t.b = note("right", 5)
t[0], (t[1], *t[2]) = 1, "xyz"
{note("k1"): note("v1"), **note("m", {}), note("k2"): note("v2")}
note("f", lambda *a, **k: None)(note(1), *note("args", [2]), x=note("x"), **note("kw", {"y": 1}), z=note("z"))
print(order)
a, *b = "a"
*c, d = range(3)
(e, [f, *g], h), *i = ["e", "fgg", "h"], "i"
[*j] = {1: 2, 3: 4}
k = *b, *c, *"xy"
x = y = z = [0]
x[0], y = 1, x
index = 0
index, letters = 2, ["a", "b", "c"]
letters[index], index = "replaced", 0
print(a, b, c, d, e, f, g, h, i, j, k, x, y, z, letters, index)
for first, *rest in [(1, 2, 3), "ab", {4}, [range(2)]]:
    print(first, rest, end="; ")
for n, (p, *q), r in zip([1], ["pq"], [None]):
    print(n, p, q, r)
print([*range(2), *"ab", *{}], (*[], 1), sorted({*"aa", *"b"}), {**{"a": 1, "b": 2}, "b": 3, **dict(c=4)}, [*(x for x in "gen")], *[1, 2], *(), sep="|")


def fibonacci(a=0, b=1):
    while True:
        yield a
        a, b = b, a + b


def gather(*args, key=None, **kwargs):
    return args, key, kwargs


def returns():
    rest = [2, 3]
    return 1, *rest


def yields():
    got = yield *"ab", 3
    yield got, *got


it = fibonacci()
m, n, *_ = (next(it) for _ in range(5))
g = yields()
print(m, n, _, returns(), next(g), g.send("xy"), gather(*"ab", *[1], **{"key": 2}, **{"z": 3}), gather(*{"k": 1}, **{}), [v for *v, _ in ["abc", "de"]], {h: t for h, *t in ["xyz"]}, max(*[3, 9], *(4,), key=lambda v: -v))
subscript = type("S", (), {"__getitem__": lambda self, key: key})()
print(subscript[*[1, 2]], subscript[*[1]], subscript[0, *"ab", 3:4], subscript[*()], (lambda *a: a)(*range(3)), *map(lambda p: (lambda x, y=9: (x, y))(*p), [(1,), (1, 2)]))


class Mapping:
    def keys(self):
        return iter(["one", "two"])

    def __getitem__(self, key):
        return key.upper()


class Broken:
    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        raise KeyError("broken")


class Iter:
    def __init__(self, *items, error=None):
        self.items, self.error, self.drawn = list(items), error, 0

    def __iter__(self):
        return self

    def __next__(self):
        self.drawn += 1
        if self.items:
            return self.items.pop(0)
        raise self.error or StopIteration


print(gather(**Mapping()), {**Mapping()}, dict(Mapping()), dict(Mapping(), two=2))
counted = Iter(*range(10))
try:
    a, b = counted
except ValueError as error:
    print(error, counted.drawn)
for text in [
    "a, b = 1", "a, b = [1]", "a, b = 1, 2, 3", "a, *b, c = [1]", "a, b = {1: 2}", "(a, b), c = 1, 2", "[a] = None", "a, = []", "() = [1]", "[] = ''", "*a, = 3", "a, b = Iter(1, error=OSError('source'))", "a, b = 'abc'", "a, (b, c) = 1, (2,)", "a, b = Iter(1, 2, error=OSError('third'))", "a, *b = Iter(error=LookupError('x'))",
    "gather(*3)", "gather(**3)", "gather(*None, **{})", "gather(**{1: 2})", "gather(**{'a': 1}, **{'a': 2})", "gather(a=1, **{'a': 2})", "gather(key=1, **{'key': 2})", "gather(*Iter(1, error=TypeError('inner')))", "[*3]", "{*3}", "{**3}", "(*None,)", "{**Broken()}", "{*[[]]}", "{**[1]}", "print(*1, sep='')", "int(*'12', *[3])",
    "(lambda a, b: 0)(*[1])", "(lambda a, /, *, b: 0)(*[1, 2], b=1)", "(lambda a: 0)(1, **{'a': 2})", "(lambda a, **k: k)(1, **{'b c': 2})", "(lambda *, a: a)(**{'b': 1})", "'{} {}'.format(*[1])", "for a, b in [(1, 2), (3,)]: pass", "[a for a, b in [1]]", "x = y, z = 1, 2, 3", "with_ = [*_ for _ in [[1]]]",
    "*a = 1", "*a, *b = 1", "a, *(*b, c) = 1, 2, 3", "*a", "a = *b", "a: int = *b, 1", "a += *b, 1", "del *a", "f(**a, *b)", "f(a for a in b, 1)", "f(x=1, 2)", "f(**a, 1)", "return_ = (*a)", "[*a for a in b]", "{**a for a in b}", "a, b += 1", "(a, b): int", "(a): int = 3; a", "f() = 1", "a + 1 = 2", "[a, 1] = b", "{a} = b", "lambda: 0 = 1", "x if y else z = 1",
    "a = yield_ = *[1], 2", "for *a in [[1]]: pass", "for *a, in [[1], [2]]: pass", "def f(*a, *b): 0", "a[*b, *c] = 1", "import_ = a[*b:c]", "assert (1, 'x')[1]", "print(*[1] if 1 else 2)", "print(*[] or [5])", "None = 1", "(a, None) = 1, 2", "with open_ as (a, 1): 0", "for 1 in x: 0", "a.b: int", "f(a.b=1)", "f(True=1)", "f(a=1, a=2)",
]:  # fmt: skip
    try:
        exec(compile(text, "s", "exec"), {"Iter": Iter, "gather": gather, "Broken": Broken, "b": [1], "c": [2], "a": {}})
        print(f"{text:44} fine")
    except SyntaxError as error:
        print(f"{text:44} {error.msg} @{error.offset}")
    except Exception as error:
        print(f"{text:44} {type(error).__name__}: {error}")
