"""Deferred annotations: laziness, formats, forward references, classes, modules, conditional ones, annotationlib."""
import annotationlib
from annotationlib import Format, ForwardRef, get_annotations, call_annotate_function


def f(a: int, b: "Late" = 1, *args: Undefined, c: list[Undefined] | None = None, **kw: 1 + 1) -> Result:
    x: 1 / 0 = 5
    y: never_evaluated
    return x


try:
    f.__annotations__
except NameError as error:
    print(error)
print(get_annotations(f, format=Format.STRING))
print(get_annotations(f, format=Format.FORWARDREF)["a"], get_annotations(f, format=Format.FORWARDREF)["args"].__forward_arg__, f(1))


class Result:
    pass


class Undefined:
    pass


print(f.__annotations__, f.__annotations__ is f.__annotations__, f.__annotate__(Format.VALUE) == f.__annotations__)


class Node:
    value: int
    parent: Node | None = None
    children: list[Node]
    untyped = 1
    if untyped:
        conditional: str
    else:
        absent: str

    def link(self, other: Node) -> "Node":
        return other

    for _loop in range(2):
        looped: int


print(Node.__annotations__, Node.link.__annotations__, Node.__annotate__.__qualname__ if Node.__annotate__ else None, sep="\n")


class Child(Node):
    pass


class Typed(Child):
    extra: float


print(Child.__annotations__, Typed.__annotations__, "__annotations__" in Child.__dict__, get_annotations(Child), Child.__annotate__)
count: int = 0
label: "str"
if count == 0:
    seen: bytes
else:
    unseen: bytes
pending: ComesLater
try:
    __annotate__(1)
except NameError as error:
    print(error)
ComesLater = 5
print(__annotate__(1), [k for k in globals() if k == "label"])


def side_effect(tag):
    print("evaluated", tag)
    return tag


def g(x: side_effect("x"), y: side_effect("y") = side_effect("default")) -> side_effect("return"):
    pass


print("defined")
print(g.__annotations__, g.__annotations__["x"])
g.__annotations__["z"] = 1
print(g.__annotations__)
g.__annotations__ = {"replaced": int}
print(g.__annotations__, g.__annotate__)
g.__annotate__ = lambda format: {"from": format}
print(g.__annotations__)
del g.__annotations__
print(g.__annotations__, g.__annotate__)


def closure(T):
    local = "captured"

    def inner(a: T, b: local) -> closure_later:
        pass

    class C:
        attr: T
        other: local

    closure_later = 1
    return inner, C


inner, C = closure(dict)
print(inner.__annotations__, C.__annotations__)
print(annotationlib.get_annotations(lambda x: x), (lambda: 0).__annotate__, annotationlib.type_repr(int), annotationlib.type_repr(list[int]), annotationlib.type_repr(...), annotationlib.type_repr("s"))
ref = ForwardRef("Node")
print(ref, ref.evaluate(globals=globals()), ref == ForwardRef("Node"), ref.__forward_arg__)


def partial(a: Missing.attr, b: Missing[int], c: Missing | int, d: [Missing], e: Missing()):
    pass


for fmt in (Format.STRING, Format.FORWARDREF):
    for name, value in get_annotations(partial, format=fmt).items():
        print(fmt.name, name, type(value).__name__, value if isinstance(value, str) else "")


class Meta(type):
    meta_attr: int


class WithMeta(metaclass=Meta):
    own: str


print(WithMeta.__annotations__, Meta.__annotations__, type(WithMeta.__annotations__))
obj = Node()
try:
    obj.__annotations__
except AttributeError as error:
    print(error)
print(call_annotate_function(Node.__annotate__, Format.STRING, owner=Node))
for source in ("def f(x: (yield)): pass", "def f(x: await y): pass", "def f(x: (z := 1)): pass", "x: (yield) = 1", "def f() -> (yield): pass", "x: int: str", "class C:\n    x: (y := 1)", "async def f(x: await y): pass", "def f(x: (lambda: (yield))): pass", "def f(*args: *Ts): pass", "x: *Ts = 1", "def f(x: *y): pass", "(x): int", "x.y: int", "f(): int", "lambda x: int: x", "x: int = yield", "def f(x: [y async for y in z]): pass"):
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
for action in (lambda: g.__annotate__(5), lambda: f.__annotate__(99), lambda: f.__annotate__(), lambda: setattr(f, "__annotate__", 5), lambda: get_annotations(5), lambda: get_annotations(f, format=77), lambda: ForwardRef("a b"), lambda: ForwardRef(5), lambda: ForwardRef("nope").evaluate(), lambda: setattr(f, "__annotations__", 5), lambda: f.__annotate__(Format.STRING)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
