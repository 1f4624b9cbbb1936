"""Decorators: order, arguments, classes as decorators, wrapping, expressions, stacked with classmethod, class decorators."""
import functools


def announce(label):
    print("evaluate", label)

    def decorate(target):
        print("apply", label, "to", target.__name__)
        return target

    return decorate


@announce("outer")
@announce("inner")
def function():
    """Doc of function."""


@announce("class")
class Thing:
    @announce("method")
    def method(self):
        pass

    @staticmethod
    @announce("static")
    def static():
        return "static"

    @classmethod
    @functools.lru_cache
    def cached(cls, n):
        print("computing", n)
        return cls.__name__, n


print(Thing.static(), Thing.cached(1), Thing.cached(1))


class Count:
    def __init__(self, fn):
        functools.update_wrapper(self, fn)
        self.fn, self.calls = fn, 0

    def __call__(self, *args):
        self.calls += 1
        return self.fn(*args)

    def __get__(self, obj, owner):
        return self if obj is None else functools.partial(self, obj)


@Count
def add(a, b):
    """Adds."""
    return a + b


class Host:
    @Count
    def m(self, x):
        return self, x


h = Host()
print(add(1, 2), add(3, 4), add.calls, add.__name__, add.__doc__, add.__wrapped__ is add.fn, h.m(5)[1], Host.m.calls)


def wrap(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kw):
        return ("wrapped", fn(*args, **kw))

    return wrapper


@wrap
@wrap
def twice(x: int = 5) -> str:
    """Twice wrapped."""
    return x


print(twice(), twice.__name__, twice.__doc__, twice.__wrapped__.__wrapped__(), twice.__annotations__, twice.__qualname__, twice.__defaults__)
table = {"k": [wrap]}


@table["k"][0]
def by_subscript():
    return 1


@(lambda f: "replaced by text")
def by_lambda():
    pass


@(chosen := wrap)
def by_walrus():
    return 2


@wrap if table else None
def by_conditional():
    return 3


print(by_subscript(), by_lambda, by_walrus(), chosen is wrap, by_conditional())


def add_repr(cls):
    cls.__repr__ = lambda self: f"<{cls.__name__} {vars(self)}>"
    return cls


def singleton(cls):
    return cls()


@add_repr
class P:
    def __init__(self):
        self.x = 1


@singleton
class Only:
    value = 42


print(P(), Only.value, type(Only).__name__)


def register(*names, **options):
    def inner(fn):
        registry.update({name: (fn.__name__, options) for name in names or (fn.__name__,)})
        return fn

    return inner


registry = {}


@register()
def alpha(): ...


@register("b", "beta", weight=2)
def beta(): ...


print(registry)


@functools.singledispatch
def show(value):
    return f"object {value}"


@show.register
def _(value: int):
    return f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value):
    return f"sequence {len(value)}"


print(show("s"), show(5), show(True), show([1]), show((1, 2)), show.dispatch(bool).__annotations__, sorted(t.__name__ for t in show.registry))


class Dispatch:
    @functools.singledispatchmethod
    def go(self, x):
        return "default"

    @go.register
    def _(self, x: str):
        return f"str {x}"

    @functools.cached_property
    def once(self):
        print("computed once", end=" ")
        return [1]


d = Dispatch()
print(d.go(1), d.go("a"), d.once is d.once, "once" in vars(d))
part = functools.partial(print, "partial", sep="-", end="!\n")
part("x"), part("y", sep="+"), print(part.func is print, part.args, part.keywords, functools.partial(part, 1).args)
print(functools.partial(max, functools.Placeholder, 5)(7), functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(lambda a, b: a + [b], "ab", []))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@functools.lru_cache(maxsize=2, typed=True)
def typed(x):
    return type(x).__name__


print(fib(90), fib.cache_info(), typed(1), typed(1.0), typed(True), typed(1), typed.cache_info(), typed.cache_parameters())
try:
    fib([])
except TypeError as error:
    print(error)
for source in ("@\ndef f(): pass", "@x\nx = 1", "@x", "@x y\ndef f(): pass", "@x = 1\ndef f(): pass", "@yield\ndef f(): pass", "@*x\ndef f(): pass", "@x, y\ndef f(): pass", "@await x\nasync def f(): pass", "@x\n\nclass C: pass", "@not x\ndef f(): pass"):
    try:
        compile(source, "<s>", "exec")
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
try:
    @5
    def f(): pass
except TypeError as error:
    print(error)
