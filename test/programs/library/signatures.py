"""Signatures: of all kinds of callables, bound, replaced, formatted, followed through wrappers; overloads by signature and a small injector."""
import functools
import inspect
import typing
from dataclasses import dataclass
from inspect import Parameter, Signature, signature


def full(a, b: int = 1, /, c="x", *args: str, d, e: float = 2.5, **kw: bool) -> dict[str, int]:
    """Doc."""


class Kinds:
    def __init__(self, host, port: int = 80): ...

    def method(self, x): ...

    @classmethod
    def of(cls, y, *, z=None): ...

    @staticmethod
    def plain(q): ...

    def __call__(self, *values): ...

    @property
    def prop(self) -> int: ...

    @functools.cached_property
    def cached(self): ...

    part = functools.partialmethod(method, x=5)

    @functools.singledispatchmethod
    def dispatch(self, arg: object) -> str: ...


class Meta(type):
    def __call__(cls, /, *made, **options): ...


class Made(metaclass=Meta):
    def __init__(self, a): ...


class New:
    def __new__(cls, first, *, second=()): ...


@dataclass(kw_only=True)
class Data:
    name: str
    size: int = 3


def wraps(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@wraps
@wraps
def decorated(x, *, y=1): ...


class Custom:
    __signature__ = Signature([Parameter("fake", Parameter.KEYWORD_ONLY, default=[])])


k = Kinds("h")
for thing in [
    full, Kinds, k.method, Kinds.method, Kinds.of, Kinds.plain, k, k.part, Kinds.part, k.dispatch, Made, New, Data, decorated, Custom, lambda *_, x=1: 0, functools.partial(full, 1, 2, e=9), functools.partial(full, c=3),
    functools.partial(functools.partial(full, 1), d=4), len, sorted, int.from_bytes, "".join, [].sort, object, type(None), functools.lru_cache(full), functools.partial, min, dict, print, 3, None, object(),
]:  # fmt: skip
    label = getattr(thing, "__qualname__", type(thing).__name__)
    try:
        print(f"{label:24} {signature(thing)}")
    except (ValueError, TypeError) as error:
        print(f"{label:24} {type(error).__name__}: {str(error).partition(' at 0x')[0][:60]}")
s = signature(full)
for p in s.parameters.values():
    print(f"{p.name:5} {p.kind.description:22} {p.default if p.default is not p.empty else '-':<4} {p.annotation if p.annotation is not p.empty else '-'} | {p}")
for args, kwargs in [((1,), {"d": 2}), ((1, 2, 3, 4, 5), {"d": 6, "zz": True}), ((), {}), ((1,), {}), ((1,), {"a": 2, "d": 3}), ((1,), {"b": 5, "d": 1}), ((1, 2, 3), {"c": 4, "d": 1})]:
    try:
        bound = s.bind(*args, **kwargs)
        before = dict(bound.arguments)
        bound.apply_defaults()
        print(before, "->", bound.args, bound.kwargs)
    except TypeError as error:
        print(args, kwargs, "TypeError:", error)
print(s.bind_partial(d=1), signature(len) == signature(len), s == signature(full), hash(signature(decorated)) == hash(signature(decorated)))
bound = signature(decorated).bind(5)
bound.arguments["y"] = 7
print(bound, bound == signature(decorated).bind(5, y=7), decorated.__wrapped__.__wrapped__.__name__, inspect.unwrap(decorated).__kwdefaults__)
changed = s.replace(parameters=[p.replace(annotation=p.empty) for p in s.parameters.values() if p.kind is not p.VAR_POSITIONAL][::1], return_annotation=int)
print(changed)
print(changed.format(max_width=20), s.format(quote_annotation_strings=False), sep="\n")
for build in [
    lambda: Parameter("not valid", Parameter.KEYWORD_ONLY), lambda: Parameter("class", Parameter.KEYWORD_ONLY), lambda: Parameter("x", 9), lambda: Parameter("x", Parameter.VAR_KEYWORD, default=1), lambda: Parameter(3, Parameter.KEYWORD_ONLY),
    lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY), Parameter("y", Parameter.POSITIONAL_ONLY)]), lambda: Signature([Parameter("x", Parameter.KEYWORD_ONLY)] * 2),
    lambda: Signature([Parameter("x", Parameter.POSITIONAL_ONLY, default=1), Parameter("y", Parameter.POSITIONAL_ONLY)]), lambda: s.bind(1, d=1).arguments["q"],
]:  # fmt: skip
    try:
        print(build())
    except (ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, error)


class Injector:
    """Makes objects by the annotations of their signatures."""

    def __init__(self, **values):
        self.values, self.made, self.depth = values, {}, 0

    def __call__(self, target):
        if target in self.made:
            return self.made[target]
        self.depth += 1
        arguments = signature(target, eval_str=True).bind_partial()
        for name, p in signature(target, eval_str=True).parameters.items():
            if name in self.values:
                arguments.arguments[name] = self.values[name]
            elif isinstance(p.annotation, type) and p.annotation.__module__ == __name__:
                arguments.arguments[name] = self(p.annotation)
            elif p.default is p.empty and p.kind in (p.POSITIONAL_OR_KEYWORD, p.KEYWORD_ONLY):
                raise LookupError(f"nothing for {p} of {target.__name__}")
        self.made[target] = target(*arguments.args, **arguments.kwargs)
        return self.made[target]


@dataclass
class Engine:
    power: int


@dataclass
class Car:
    engine: Engine
    colour: "str" = "red"


def race(first: Car, second: "Car", *, laps: int = 3):
    return first is second, first, laps


print(Injector(power=90)(race), Injector(power=1, laps=9, colour="blue")(race))
try:
    Injector()(race)
except LookupError as error:
    print(error)


def overloaded(*functions):
    def call(*args, **kwargs):
        for f in functions:
            try:
                bound = signature(f).bind(*args, **kwargs)
            except TypeError:
                continue
            hints = typing.get_type_hints(f)
            if all(isinstance(v, hints.get(n, object)) for n, v in bound.arguments.items()):
                return f(*args, **kwargs)
        raise TypeError("no overload for " + ", ".join(type(a).__name__ for a in args))

    return call


f = overloaded(lambda: "none", wraps(lambda x, *, up: x.upper() if up else x), *[eval("lambda a, b=0: a + b")])
print(f(), f("x", up=True), f(1), f(1, b=2))
try:
    f(1, 2, 3)
except TypeError as error:
    print(error)
print(inspect.getfullargspec(full))
print(inspect.getdoc(full), inspect.getcallargs(decorated, 1) if False else inspect.isfunction(decorated), inspect.isroutine(len), inspect.ismethod(k.method), inspect.isdatadescriptor(Kinds.prop), inspect.ismethoddescriptor(str.join))
members = inspect.classify_class_attrs(Kinds)
print([(a.name, a.kind) for a in members if not a.name.startswith("_")])
print(inspect.signature(Kinds.prop.fget), [n for n, _ in inspect.getmembers_static(k, inspect.isfunction)], inspect.getattr_static(k, "prop") is vars(Kinds)["prop"])
