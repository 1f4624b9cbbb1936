"""Name resolution: local, enclosing, global, builtin; nonlocal, class scopes, exec and locals(), comprehensions."""
import builtins

x = "global"


def outer():
    x = "outer"

    def read():
        return x

    def shadow():
        x = "shadow"
        return x

    def rebind():
        nonlocal x
        x = "rebound"

    def globally():
        global x, fresh
        fresh = "created"
        return x

    before = read(), shadow(), globally()
    rebind()
    return before, read(), x


print(outer(), x, fresh)


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step, lambda: count


step, peek = counter()
print(step(), step(5), peek(), step.__closure__[0].cell_contents, step.__code__.co_freevars, counter.__code__.co_cellvars, [c.cell_contents for c in peek.__closure__])
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early], "i" in globals(), [(lambda: j)() for j in range(3)])


class Body:
    x = "class"
    copy = x
    inner = [x for _ in range(1)]
    lazily = [lambda: x][0]
    nested = (lambda: x)()

    def method(self):
        return x

    class Inner:
        seen = x

    first_iterable = [c for c in copy[:2]]
    del copy


print(Body.inner, Body.lazily(), Body.nested, Body().method(), Body.Inner.seen, Body.first_iterable, hasattr(Body, "copy"))


def class_in_function():
    x = "function"

    class A:
        captured = x
        x = "class attribute"
        after = x

        def get(self):
            return x

    class B:
        nonlocal x
        x = "set by class B"

    return A.captured, A.after, A().get(), x, "x" in B.__dict__


print(class_in_function())


def unbound():
    try:
        print(x)
        x = 1
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    try:
        del y
        y = 2
    except UnboundLocalError as error:
        print(error)
    try:
        (lambda: late_bound)()
        late_bound = 1
    except NameError as error:
        print(type(error).__name__, error)
    for z in []:
        pass
    try:
        z
    except NameError as error:
        print(error)
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        e
    except NameError as error:
        print(error)


unbound()


def with_locals(a, b=2):
    c = a + b
    inner = lambda: c
    snapshot = locals()
    snapshot["d"] = 99
    c = "changed"
    return sorted(k for k in snapshot), snapshot["c"], "d" in locals(), sorted(locals()), [locals().keys() >= {"a"} for _ in "x"]


print(with_locals(1))
space = {"x": 10}
exec("y = x + 1\ndef f(): return y\nz = f()", space)
print(space["y"], space["z"], sorted(k for k in space if k[0] != "_"), eval("x + y", {"x": 1}, {"y": 5}), eval("[x for _ in 'a']", {"x": "g"}, {"x": "l"}))
local = {}
exec("a = 1\nlist_ = [a for _ in range(1)]\ntry:\n    class C:\n        b = a\nexcept NameError as e: c = str(e)", {}, local)
print(sorted(local), local["c"], local["list_"])
try:
    exec("a = 1\ndef f(): return a\nf()", {}, {})
except NameError as error:
    print(error)


def modify():
    v = 1
    exec("v = 2; w = 3")
    try:
        w
    except NameError as error:
        return v, str(error)


print(modify(), len is builtins.len)
len = lambda _: "shadowed"
print(len([]), builtins.len([]))
del len
print(len([]))
builtins.invented = "from builtins"
print(invented)
del builtins.invented


def fib(n, memo={}):
    if n not in memo:
        memo[n] = n if n < 2 else fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(50), (lambda f: f(f, 5))(lambda self, n: 1 if n == 0 else n * self(self, n - 1)))


def make():
    def fn():
        return fn.tag, __class__

    fn.tag = 1
    try:
        return fn()
    except NameError as error:
        return str(error)


print(make())


class Cls:
    def who(self):
        return __class__.__name__

    get = lambda self: __class__

    def nested(self):
        return [__class__ for _ in "a"][0], (lambda: __class__)()


print(Cls().who(), Cls().get(), Cls().nested() == (Cls, Cls), Cls.who.__closure__[0].cell_contents, Cls.who.__code__.co_freevars)
comp = [(a, b) for a in range(3) for b in range(a) if (last := b) is not None]
print(comp, last, [y := 5, y**2], {k: (t := v) for k, v in {"q": 1}.items()}, t)


def comp_scope():
    total = 0
    values = [total := total + v for v in range(5)]
    any((found := v) > 2 for v in values)
    return values, total, found, [[inner for inner in range(outer)] for outer in range(3)]


print(comp_scope())
cell = step.__closure__[0]
cell.cell_contents = 100
print(step(), peek(), cell == peek.__closure__[0], type(cell)(5).cell_contents, type(cell)() == type(cell)())
try:
    type(cell)().cell_contents
except ValueError as error:
    print(error)
for source in ("def f():\n    nonlocal q", "nonlocal q", "def f(a):\n    global a", "def f():\n    a = 1\n    global a", "def f():\n    print(a)\n    nonlocal a", "def f():\n    x = 1\n    def g():\n        x\n        nonlocal x", "def f(a, a): pass", "class C:\n    nonlocal q", "def f():\n    global a\n    nonlocal a", "[x := 1 for x in y]", "[i for i in (j := [1])]", "class C: [q := 1 for _ in z]", "def f():\n    (a := 1)\n    global a", "lambda a, a: 0", "global x\nx: int = 1", "def f():\n    x: int\n    global x", "import a.b as c.d", "def f(x):\n    nonlocal x", "def f():\n    from m import *", "x = 1\nglobal x"):
    try:
        exec(source)
    except SyntaxError as error:
        print(repr(source), error.msg, error.lineno, error.offset)
    else:
        print(repr(source), "fine")
