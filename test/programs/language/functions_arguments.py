"""Parameters of every kind, defaults, calls with * and **, and every TypeError of a wrong call."""


def everything(a, b=2, /, c=3, *rest, d, e=5, **more):
    return a, b, c, rest, d, e, more


print(everything(1, d=4), everything(1, 2, 3, 4, 5, d=6, z=7), everything(1, d=0, a="kw", b="kw"), everything(*range(5), **{"d": 1, "x y": 2}), everything(*(), *[9], d=1, *"ab"), everything(1, **{"d": 2}, **{"q": 3}, e=4))


def positional(a, b, /):
    return a, b


def keyword(*, a, b=1):
    return a, b


def mixed(a, *, k):
    return a, k


def defaults(a, b=[], c={}):
    b.append(a)
    c[a] = len(b)
    return b, c


def none():
    return "none"


def one(only):
    return only


def two(x, y):
    return x, y


def three(x, y, z=3):
    return x, y, z


class K:
    def method(self, a):
        return a

    @classmethod
    def cm(cls, a):
        return a

    @staticmethod
    def sm(a):
        return a

    def __call__(self, a, *, b):
        return a, b


def varargs(*args):
    return args


def varkw(**kw):
    return kw


defaults(1)
print(defaults(2), defaults.__defaults__, everything.__kwdefaults__, everything.__code__.co_argcount, everything.__code__.co_kwonlyargcount, everything.__code__.co_posonlyargcount, everything.__code__.co_varnames)
everything.__defaults__ = (20, 30, 40)[:2]
everything.__kwdefaults__ = {"d": "dd"}
for text in ("everything()", "everything(1)", "everything(1, e=1)", "positional(1, b=2)", "positional(a=1, b=2)", "positional()", "positional(1, 2, 3)", "keyword()", "keyword(1)", "keyword(1, a=2)", "keyword(c=1)", "keyword(a=1, c=1)", "mixed()", "mixed(1)", "mixed(1, 2)", "mixed(1, 2, k=3)", "mixed(k=1)", "none(1)", "none(1, 2)", "none(x=1)", "one()", "one(1, 2)", "one(onlyy=1)", "one(1, only=2)", "two()", "two(1)", "two(y=1)", "two(1, 2, 3)", "two(1, 2, z=3)", "two(1, x=1)", "three()", "three(1)", "three(1, 2, 3, 4)", "three(1, 2, w=1)", "K().method()", "K().method(1, 2)", "K.method()", "K.method(1)", "K.cm()", "K.sm(1, 2)", "K()(1)", "K()(1, 2)", "K(1)", "K(a=1)", "varargs(a=1)", "varkw(1)", "varkw(**{1: 2})", "two(*5)", "two(**5)", "two(*[1], **[2])", "two(1, **{'x': 2})", "two(x=1, **{'x': 2})", "varkw(a=1, **{'a': 2})", "varkw(**{'a': 1}, **{'a': 2})", "(lambda: 0)(1)", "(lambda x: x)()", "(lambda *, q: q)()", "5()", "'a'()", "None()", "[]()", "(1)(2)", "len()", "len(1, 2)", "len(obj=[])", "int(1, 2, 3)", "print(end=1)", "print(foo=1)", "isinstance(1)", "sorted()", "abs()", "abs(1, 2)", "ord(c='a')", "range()", "object(1)", "type()", "type(1, 2)", "str.upper()", "str.upper(1)", "[].append()", "'a'.join()", "{}.get()", "dict.get({})", "'x'.replace('a')", "''.split(maxsplit='a')", "''.split(foo=1)", "sum()", "max(key=1)", "getattr(1)", "open()", "input(1, 2)", "zip(strict=1, foo=2)", "enumerate(1, 2, 3)", "property(1, 2, 3, 4, 5)", "super()", "super(1)", "classmethod()", "map()", "pow(1)", "divmod(1)", "round()", "hash()", "id()", "iter()", "next()", "chr()", "format()", "compile('1')", "eval()", "exec()", "hasattr(1, 2)", "setattr(1, 2)", "vars(1)", "dir(1, 2)", "slice()", "complex(1, 2, 3)", "float(1, 2)", "bool(1, 2)", "bool(x=1)", "list(1, 2)", "tuple(iterable=1)", "frozenset(1, 2)", "bytes(1, 2, 3, 4)", "Exception(a=1)", "KeyError(x=1)", "ValueError().with_traceback()", "ValueError().add_note(1)", "BaseExceptionGroup('x')", "ImportError(foo=1)"):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


def evaluation():
    def say(x):
        print(x if x is not f else "f", end=" ")
        return x

    def f(*args, **kw):
        return args, kw

    result = f(say(1), *[say(2)], k=say(3), *[say(4)], **{say("m"): say(5)}, n=say(6))
    say("|")
    return result, (say(f))(say(7))[0]


def f(x=print("default evaluated once")):
    return x


print(evaluation()[0], f(), f())
print((lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, d=5, z=6), (lambda *a: a)(*"abc"), (lambda: (yield))().__class__.__name__, (lambda x: lambda y: x + y)(1)(2), *map(lambda x, y: x * y, [1, 2], [3, 4]))


def annotated(a: int, b: "str" = "x", *args: float, c: list[int] = None, **kw: dict) -> tuple[int, ...]:
    """Doc."""


print(annotated.__annotations__, annotated.__doc__, annotated.__name__, annotated.__qualname__, annotated.__module__, annotated.__dict__, annotated.__type_params__)
annotated.custom = 1
annotated.__name__ = "renamed"
annotated.__doc__ = None
print(annotated.custom, annotated.__name__, annotated.__doc__, vars(annotated), repr(annotated).split(" at ")[0], annotated.__closure__, annotated.__globals__ is globals(), annotated.__builtins__ is __builtins__.__dict__)
for attribute, value in (("__name__", 5), ("__defaults__", 5), ("__kwdefaults__", []), ("__code__", 1), ("__dict__", 1), ("__annotations__", 1), ("__closure__", None), ("__globals__", {}), ("__qualname__", None), ("__type_params__", 1)):
    try:
        setattr(annotated, attribute, value)
        print("set", attribute)
    except Exception as error:
        print(attribute, type(error).__name__, error)
two.__code__ = (lambda x, y: ("swapped", y, x)).__code__
print(two(1, 2))
