"""Names: cells shared and late bound, nonlocal and global, comprehension and class scopes, exec and eval, locals(), del, lambdas, defaults."""
import builtins
import types

level = "module"


def counter():
    n = 0

    def up(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        del n

    def peek():
        return n

    return up, reset, peek


up, reset, peek = counter()
print(up(), up(5), peek(), up.__closure__[0].cell_contents, up.__code__.co_freevars, counter.__code__.co_cellvars)
reset()
for action in peek, up, lambda: peek.__closure__[0].cell_contents, reset:
    try:
        action()
    except (NameError, ValueError) as error:
        print(type(error).__name__, error)
peek.__closure__[0].cell_contents = 41
print(up(), peek())

late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
made = [(lambda k: lambda: k)(i) for i in range(3)]
print([f() for f in late], [f() for f in early], [f() for f in made])
loop = []
for j in range(2):

    def show(suffix="!"):
        return f"{j}{suffix}"

    loop.append(show)
print([f() for f in loop], j)


def conditional(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError as error:
        return f"{error} ({error.name})"


print(conditional(True), conditional(False), sep=" | ")


def shadows():
    try:
        print(level)
    except UnboundLocalError as error:
        print(error)
    level = "local"

    def inner():
        global level
        level = "changed by inner"
        return level

    return inner(), level


print(shadows(), level)


class Body:
    level = level + " in body"
    seen = [level for _ in "a"]
    nested = [[level for _ in "a"] for _ in "b"]
    gen = list(level for _ in "a")
    f = lambda self: level  # noqa: E731
    if True:
        del level
    try:
        missing
    except NameError as error:
        note = str(error)
    again = level


print(Body.seen, Body.nested, Body.gen, Body().f(), Body.note, Body.again, "level" in vars(Body))


def outer():
    x = "outer x"

    class K:
        y = level
        x = "class x"

        def get(self):
            return x

        z = [x for _ in "a"]

    def walrus():
        found = [last := n for n in range(4) if n % 2]
        return found, last

    def comp_scope():
        n = "kept"
        result = {n: n * n for n in range(3)}
        return result, n

    return K.y, K.x, K().get(), K.z, walrus(), comp_scope()


print(outer())


def dynamic():
    a = 1
    exec("a = 2; b = 3")
    snapshot = locals()
    snapshot["a"] = 99
    space = {"a": 10}
    exec("c = a + 1\ndef g(): return a\nd = [a for _ in 'xy']", space)
    return a, sorted(snapshot), locals() is locals(), space["c"], space["g"](), space["d"], eval("a + 1"), eval("a", {"a": "given"}), eval("a + b", {"b": 5}, {"a": 6})


print(dynamic())
for source in [
    "def f():\n  print(x)\n  global x", "def f(x):\n  nonlocal x", "nonlocal y", "def f():\n  nonlocal q", "def f(x):\n  global x", "x = 1\nglobal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x",
    "def f(a, a): pass", "lambda x, x: 0", "def f(x):\n [x := 1 for x in y]", "[i := 0 for i in y]", "class C:\n [z := 1 for _ in y]", "[a for a in (b := y)]", "def f():\n  import *",
    "def f():\n from os import *", "del f()", "def f():\n global a, b\n nonlocal b", "__debug__ = 1", "def f(None): pass", "(x := 1) = 2", "x := 1", "f(x := 1, y=(z := 2))", "lambda: (yield)", "class A:\n  return 1",
    "def f(*, a): pass\nf(*[], **{}, a=1)", "def f(a, /, b, *, c): nonlocal_ = a", "def f(*): pass", "def f(a=1, b): pass", "def f(**k, a): pass", "async def f():\n [await x for x in y]",
]:  # fmt: skip
    try:
        compile(source, "s", "exec")
        print(f"fine: {source!r}")
    except SyntaxError as error:
        print(f"{error.msg} @{error.lineno}:{error.offset}")


def defaults(a, b=[], *, c={}):  # noqa: B006
    b.append(a)
    c[a] = len(b)
    return b, c


print(defaults(1), defaults(2), defaults.__defaults__, defaults.__kwdefaults__)
defaults.__defaults__ = (["new"],)
defaults.__kwdefaults__["c"] = {"k": 0}
print(defaults(3))
defaults.__defaults__ = None
try:
    defaults(4)
except TypeError as error:
    print(error)


def template():
    return shared + other  # noqa: F821


rebound = types.FunctionType(template.__code__, {"shared": 1, "other": 2, "__builtins__": {}}, "rebound")
print(rebound(), rebound.__name__, rebound.__globals__.keys())
for scope in {"shared": 1}, {"shared": 1, "__builtins__": {"other": "b"}}, {"__builtins__": builtins}:
    try:
        print(types.FunctionType(template.__code__, scope)())
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)


def swap_code():
    x = 1

    def a():
        return x

    def b():
        return x * 100

    a.__code__ = b.__code__
    try:
        a.__code__ = template.__code__
    except ValueError as error:
        return a(), str(error)


print(swap_code())


def make_cells():
    def first():
        return cell, other

    def second():
        return cell

    cell, other = "c", "o"
    return first, second


first, second = make_cells()
print(dict(zip(first.__code__.co_freevars, (c.cell_contents for c in first.__closure__))), first.__closure__[0] is second.__closure__[0], types.CellType(3).cell_contents, types.CellType() == types.CellType(), types.CellType(1) < types.CellType(2))
del level
try:
    level
except NameError as error:
    print(error)
builtins.level = "from builtins"
print(level)
del builtins.level
frame_names = (lambda x, *y, z=1, **w: (lambda: (x, y, z, w))).__code__
print(frame_names.co_varnames, frame_names.co_cellvars, frame_names.co_argcount, frame_names.co_kwonlyargcount, hex(frame_names.co_flags))
