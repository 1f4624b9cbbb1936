"""Introspection: inspect.signature, code attributes, frames, modules, dir, type attributes, docstrings."""
import inspect
import types


def target(a, b: int = 2, /, c=3, *args: str, d, e=None, **kw) -> bool:
    """Doc line.

        Indented more.
    Back.
    """
    local = 1
    return lambda: local + a


class Base:
    """Base doc."""

    attr: int = 1

    def method(self, x, *, y=1):
        """Method doc."""

    @classmethod
    def cm(cls, z): ...

    @staticmethod
    def sm(q): ...

    @property
    def prop(self):
        """Prop doc."""

    def __init__(self, first, *rest): ...


class Child(Base):
    def method(self, x, *, y=1): ...


class Callable:
    def __call__(self, one, two=2): ...


for thing in (target, Base, Base.method, Base(1).method, Base.cm, Base.sm, Child, Callable(), lambda x, *, y: 0, len, int, print, str.join, [].append, dict.get, sorted, type("E", (), {})):
    try:
        print(getattr(thing, "__name__", "instance"), inspect.signature(thing))
    except ValueError as error:
        print("no signature:", str(error).split(" at ")[0])
sig = inspect.signature(target)
print([(p.name, p.kind.name, p.default if p.default is not p.empty else "-", p.annotation if p.annotation is not p.empty else "-") for p in sig.parameters.values()], sig.return_annotation)
bound = sig.bind(1, 2, 3, "x", d=4, z=5)
bound.apply_defaults()
print(bound.arguments, bound.args, bound.kwargs)
for args, kw in (((), {}), ((1,), {}), ((1,), {"d": 1, "a": 2})):
    try:
        print(sig.bind(*args, **kw))
    except TypeError as error:
        print(error)
print(inspect.getdoc(target), inspect.getdoc(Child.method), inspect.getdoc(Child), Child.__doc__, inspect.cleandoc("  a\n    b\n  c"), sep="\n")
code = target.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals, code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS), code.co_filename.rsplit("/", 1)[1], code.co_firstlineno, code == target.__code__, hash(code) == hash(code))
inner = target(1, d=0)
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars, inspect.getclosurevars(inner).nonlocals, code.co_consts[0][:8], [c.co_name for c in code.co_consts if isinstance(c, types.CodeType)], code.co_names)
print(inspect.getmro(Child), inspect.isclass(Base), inspect.ismethod(Base(1).method), inspect.isfunction(Base.method), inspect.isbuiltin(len), inspect.isroutine(str.join), inspect.ismethoddescriptor(str.join), inspect.isdatadescriptor(Base.prop), inspect.ismodule(inspect), inspect.iscode(code), inspect.isgeneratorfunction(target), inspect.isabstract(Base))
print([n for n, _ in inspect.getmembers(Child) if not n.startswith("__")], inspect.classify_class_attrs(Child)[-1].name, [a.kind for a in inspect.classify_class_attrs(Child) if not a.name.startswith("__")])
print(inspect.getsource(Callable), inspect.getsourcelines(Base.cm)[1], inspect.getsource(lambda: 0).strip()[:20], inspect.getfile(Base).rsplit("/", 1)[1], inspect.getmodule(Base).__name__)
replaced = types.FunctionType(code.replace(co_name="other"), globals(), "named", (10,), None)
print(replaced.__name__, replaced.__code__.co_name, replaced.__defaults__, types.MethodType(len, "abc")(), types.SimpleNamespace(a=1, b=[2]), types.MappingProxyType({"k": 1}), types.SimpleNamespace(a=1) == types.SimpleNamespace(a=1))
for t in (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.CodeType, types.ModuleType, types.GeneratorType, types.NoneType, types.EllipsisType, types.UnionType, types.GenericAlias, types.CellType, types.FrameType, types.TracebackType):
    print(t.__module__, t.__name__, end=", ")
print()
for value in (1, 1.5, "s", b"b", [], (), {}, set(), None, ..., NotImplemented, True, 1j, range(1), slice(1), len, int, type, object(), lambda: 0, Base(1), property(), memoryview(b""), iter([]), (x for x in ()), zip(), map(int, []), enumerate([]), reversed([]), super(Child, Child(1))):
    print(type(value).__name__, type(value).__qualname__, callable(value), end="; ")
print()


def caller():
    return callee()


def callee():
    frame = inspect.currentframe()
    return [f.function for f in inspect.stack()][:3], frame.f_back.f_code.co_name, inspect.getframeinfo(frame).function, inspect.getargvalues(frame).locals.keys()


print(caller())
print(dir(5)[:3], len(dir(object)), [n for n in dir(Base(1)) if not n.startswith("_")], dir(type("D", (), {"z": 1, "a": 2}))[-2:], vars(types.SimpleNamespace(q=1)))
print(int.__doc__.splitlines()[0], len.__doc__, [].append.__doc__, len.__self__.__name__, [1].append.__self__, str.join.__objclass__, "".join.__qualname__, int.__add__.__name__, object.__init__.__text_signature__, len.__text_signature__, print.__text_signature__)
print(list(inspect.signature(Base.__init__).parameters), inspect.unwrap(target) is target, inspect.getattr_static(Base(1), "prop").__class__.__name__, inspect.getgeneratorstate((x for x in ())), inspect.get_annotations(Base))
