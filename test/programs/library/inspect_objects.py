"""inspect and types: signatures, members, sources, frames, and objects made by hand."""
import functools
import inspect
import types
from typing import Any


def sample(a, b: int = 2, /, c=3, *args: str, d, e: "later" = None, **kwargs: Any) -> list[int]:  # noqa: F821
    """Sample.

        Indented more.
    """
    local = a
    return [local, b]


s = inspect.signature(sample)
print(s, s.return_annotation, list(s.parameters))
for p in s.parameters.values():
    print(p, "|", p.kind.description, "|", p.default if p.default is not p.empty else "-", "|", p.annotation if p.annotation is not p.empty else "-")
bound = s.bind(1, 5, 6, 7, 8, d=9, z=10)
print(bound, bound.arguments, bound.args, bound.kwargs)
partial = s.bind_partial(1)
partial.apply_defaults()
print(partial.arguments)
for arguments, keywords in [((), {}), ((1,), {}), ((1,), {"a": 2, "d": 1}), ((1,), {"b": 1, "d": 1})]:
    try:
        print(s.bind(*arguments, **keywords))
    except TypeError as error:
        print(error)
print(s.replace(return_annotation=inspect.Signature.empty, parameters=list(s.parameters.values())[:2]), inspect.signature(sample) == s, s.format(max_width=20), sep="\n")
P = inspect.Parameter
print(inspect.Signature([P("x", P.POSITIONAL_ONLY), P("y", P.KEYWORD_ONLY, default=1, annotation=int)]))
for wrong in [lambda: P("1x", P.KEYWORD_ONLY), lambda: inspect.Signature([P("k", P.KEYWORD_ONLY), P("p", P.POSITIONAL_ONLY)]), lambda: inspect.Signature([P("k", P.KEYWORD_ONLY)] * 2), lambda: P("a", P.VAR_POSITIONAL, default=1), lambda: inspect.signature(3), lambda: P("x", 9), lambda: inspect.getsource(3), lambda: inspect.getfile(int)]:
    try:
        print("fine", wrong())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, "-", error)


class Base:
    """The base."""

    attribute = 1

    def __init__(self, x, *, y=0):
        self.x = x

    def method(self, a):
        """Method of the base."""

    @classmethod
    def klass(cls, b): ...

    @staticmethod
    def static(c): ...

    @property
    def prop(self):
        return 1


class Child(Base):
    def method(self, a): ...

    def __call__(self, z): ...


for target in (Base, Child, Child(1), Base.method, Child(1).method, Base.klass, Base.static, functools.partial(sample, 1, d=2), functools.lru_cache(sample), len, sorted, print, dict.get, [].append, str.split, int.from_bytes, type("Meta", (type,), {"__call__": lambda cls, *a: 0})("M", (), {})):
    print(inspect.signature(target))
print(inspect.getdoc(sample), inspect.getdoc(Child), inspect.getdoc(Child.method), inspect.cleandoc("  a\n    b\n   c\n\n"), sep="\n--\n")
print([n for n, _ in inspect.getmembers(Child, inspect.isfunction)], [(n, k) for n, k, c, _ in inspect.classify_class_attrs(Child) if c in (Base, Child) and not n.startswith("__")], inspect.getmro(Child), inspect.getmembers(Child(1), lambda m: isinstance(m, int)))
print(inspect.getsource(Child.method), inspect.getsource(Base)[:40], inspect.getsourcelines(Child)[1], inspect.getsourcefile(Base)[-18:], inspect.getcomments(sample), inspect.getmodule(Base).__name__, sep="\n")
checks = "isfunction ismethod isclass ismodule isbuiltin isroutine isgeneratorfunction isgenerator iscoroutinefunction iscoroutine isasyncgenfunction isabstract isdatadescriptor ismethoddescriptor iscode isframe istraceback isawaitable ismethodwrapper isgetsetdescriptor ismemberdescriptor".split()


def gen():
    yield 1


async def coro(): ...


async def agen():
    yield


c = coro()
for value in (sample, Child(1).method, Base, inspect, len, gen, gen(), coro, c, agen, Base.prop, Base.__dict__["prop"], str.join, sample.__code__, "".__len__, types.FunctionType.__code__, types.FunctionType.__globals__, [].append, lambda: 0):
    print(getattr(value, "__name__", type(value).__name__), [k[2:] for k in checks if getattr(inspect, k)(value)])
c.close()
g = gen()
print(inspect.getgeneratorstate(g), next(g), inspect.getgeneratorstate(g), list(g), inspect.getgeneratorstate(g), inspect.getcoroutinestate(c), inspect.unwrap(functools.wraps(sample)(lambda: 0)) is sample)


def outer():
    x, unused = 10, 20

    def inner():
        return x + missing + len("a")  # noqa: F821

    return inner, inspect.getclosurevars(inner), inspect.currentframe().f_code.co_name, [f.function for f in inspect.stack()]


inner, closure, name, stack = outer()
print(closure.nonlocals, name, stack)
frame = inspect.currentframe()
print(frame.f_lineno == inspect.getframeinfo(frame).lineno, inspect.getframeinfo(frame).function, sample.__code__.co_varnames, sample.__code__.co_argcount, sample.__code__.co_kwonlyargcount, sample.__code__.co_posonlyargcount, inspect.getfullargspec(Base.method), inspect.getcallargs(Base.static, 3))
print(inspect.get_annotations(sample), inspect.get_annotations(Base), inspect.getattr_static(Child(1), "prop").__class__, inspect.isabstract(Base), inspect.getblock(["def f():\n", "    pass\n", "x\n"]))

# -- types -----------------------------------------------------------------------------------------------------

ns = types.SimpleNamespace(a=1, b=[2])
ns.c = 3
print(ns, ns == types.SimpleNamespace(a=1, b=[2], c=3), vars(ns), types.SimpleNamespace({"from": "mapping"}, x=1))
proxy = types.MappingProxyType({"k": 1})
print(proxy["k"], proxy | {"z": 2}, proxy, len(proxy), proxy.copy())
try:
    proxy["k"] = 2
except TypeError as error:
    print(error)
made = types.new_class("Made", (Base,), {}, lambda namespace: namespace.update(extra=5))
print(made.extra, made(1).x, types.prepare_class("N", (), {})[0], types.resolve_bases((list[int],)), types.get_original_bases(type("G", (), {})))
Child(1).bound = None
child = Child(1)
child.bound = types.MethodType(lambda self, v: (self.x, v), child)
print(child.bound(2), types.FunctionType(sample.__code__, {}, "renamed", (7, 8, 9))(1, d=0, e=2), types.CellType(3).cell_contents, types.ModuleType("mod", "doc").__doc__, types.ModuleType("mod"))


class Lazy:
    @types.DynamicClassAttribute
    def value(self):
        return "instance"


print(Lazy().value, hasattr(Lazy, "value"), types.NoneType, types.EllipsisType, types.GenericAlias(list, (int,)), types.UnionType, isinstance(gen(), types.GeneratorType), types.BuiltinFunctionType is type(len), types.CodeType is type(sample.__code__))


@types.coroutine
def old():
    result = yield "yielded"
    return result


async def uses():
    return await old()


u = uses()
print(u.send(None))
try:
    u.send("sent")
except StopIteration as stop:
    print(stop.value)
