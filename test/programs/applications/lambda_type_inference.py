"""Hindley and Milner's type inference for a small functional language, with an evaluator that the types are compared with."""
import re
from dataclasses import dataclass
from itertools import count


@dataclass(frozen=True)
class Var:
    name: str


@dataclass(frozen=True)
class Lam:
    param: str
    body: object


@dataclass(frozen=True)
class App:
    function: object
    argument: object


@dataclass(frozen=True)
class Let:
    name: str
    value: object
    body: object
    recursive: bool = False


@dataclass(frozen=True)
class If:
    test: object
    then: object
    other: object


@dataclass(frozen=True)
class Lit:
    value: object


class Parser:
    TOKEN = re.compile(r"\s*(?:(\d+)|([A-Za-z_]\w*'*)|(->|==|\+\+|[\\()=+*<,.-]))")
    WORDS = {"let", "rec", "in", "if", "then", "else"}
    LEVELS = [["==", "<"], ["++"], ["+", "-"], ["*"]]

    def __init__(self, text):
        self.tokens, at, text = [], 0, text.rstrip()
        while at < len(text):
            m = self.TOKEN.match(text, at)
            if m is None:
                raise SyntaxError(f"unexpected {text[at:].strip()[0]!r}")
            self.tokens.append(m[m.lastindex])
            at = m.end()
        self.tokens.append("end")

    def take(self, *wanted):
        if wanted and self.tokens[0] not in wanted:
            raise SyntaxError(f"{' or '.join(wanted)} expected, not {self.tokens[0]}")
        return self.tokens.pop(0)

    def program(self):
        result = self.expression()
        self.take("end")
        return result

    def expression(self):
        match self.tokens[0]:
            case "\\":
                self.take()
                names = []
                while self.tokens[0] not in (".", "->"):
                    names.append(self.take())
                self.take()
                body = self.expression()
                for name in reversed(names):
                    body = Lam(name, body)
                return body
            case "let":
                self.take()
                recursive = self.tokens[0] == "rec" and bool(self.take())
                name, _, value, _ = self.take(), self.take("="), self.expression(), self.take("in")
                return Let(name, value, self.expression(), recursive)
            case "if":
                self.take()
                test, _, then, _ = self.expression(), self.take("then"), self.expression(), self.take("else")
                return If(test, then, self.expression())
        return self.binary(0)

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.application()
        left = self.binary(level + 1)
        while self.tokens[0] in self.LEVELS[level]:
            left = App(App(Var(self.take()), left), self.binary(level + 1))
        return left

    def application(self):
        result = self.atom()
        while (t := self.tokens[0]) == "(" or t[0].isalnum() and t not in self.WORDS | {"end"}:
            result = App(result, self.atom())
        return result

    def atom(self):
        token = self.take()
        if token == "(":
            inside = self.expression()
            if self.tokens[0] == ",":
                self.take()
                inside = App(App(Var("pair"), inside), self.expression())
            self.take(")")
            return inside
        if token.isdigit():
            return Lit(int(token))
        if token in ("true", "false"):
            return Lit(token == "true")
        if not token[0].isalpha() or token in self.WORDS | {"end"}:
            raise SyntaxError(f"an expression expected, not {token}")
        return Var(token)


class TypeVar:
    numbers = count()

    def __init__(self):
        self.number, self.link = next(self.numbers), None


@dataclass(frozen=True)
class Con:
    name: str
    args: tuple = ()


INT, BOOL = Con("int"), Con("bool")


def arrow(*types):
    *rest, result = types
    for t in reversed(rest):
        result = Con("->", (t, result))
    return result


def prune(t):
    while isinstance(t, TypeVar) and t.link is not None:
        t = t.link
    return t


def free(t):
    match prune(t):
        case TypeVar() as v:
            return {v: None}
        case Con(_, args):
            return {v: None for a in args for v in free(a)}


def unify(a, b):
    a, b = prune(a), prune(b)
    match a, b:
        case TypeVar(), TypeVar() if a is b:
            pass
        case TypeVar(), _:
            if a in free(b):
                raise TypeError(f"infinite type {show(a, names := {})} = {show(b, names)}")
            a.link = b
        case _, TypeVar():
            unify(b, a)
        case Con(n, xs), Con(m, ys) if n == m and len(xs) == len(ys):
            for x, y in zip(xs, ys):
                unify(x, y)
        case _:
            raise TypeError(f"{show(a, names := {})} is not {show(b, names)}")


def show(t, names=None, inner=False):
    names = {} if names is None else names
    match prune(t):
        case TypeVar() as v:
            return names.setdefault(v, "'" + chr(ord("a") + len(names)))
        case Con("->", (a, b)):
            text = f"{show(a, names, True)} -> {show(b, names)}"
            return f"({text})" if inner else text
        case Con("pair", (a, b)):
            return f"({show(a, names)}, {show(b, names)})"
        case Con("list", (a,)):
            return f"[{show(a, names)}]"
        case Con(name):
            return name


def scheme(make):
    variables = [TypeVar() for _ in range(make.__code__.co_argcount)]
    return variables, make(*variables)


def lst(t):
    return Con("list", (t,))


PRELUDE = {
    **dict.fromkeys("+-*", scheme(lambda: arrow(INT, INT, INT))),
    **dict.fromkeys(["<", "=="], scheme(lambda: arrow(INT, INT, BOOL))),
    "++": scheme(lambda a: arrow(lst(a), lst(a), lst(a))),
    "pair": scheme(lambda a, b: arrow(a, b, Con("pair", (a, b)))),
    "fst": scheme(lambda a, b: arrow(Con("pair", (a, b)), a)),
    "snd": scheme(lambda a, b: arrow(Con("pair", (a, b)), b)),
    "nil": scheme(lambda a: lst(a)),
    "cons": scheme(lambda a: arrow(a, lst(a), lst(a))),
    "fold": scheme(lambda a, b: arrow(arrow(a, b, b), b, lst(a), b)),
}


def infer(e, env):
    match e:
        case Lit(bool()):
            return BOOL
        case Lit(int()):
            return INT
        case Var(name):
            if name not in env:
                raise NameError(f"unbound {name}")
            variables, t = env[name]
            fresh = {v: TypeVar() for v in variables}

            def copy(t):
                t = prune(t)
                return Con(t.name, tuple(map(copy, t.args))) if isinstance(t, Con) else fresh.get(t, t)

            return copy(t)
        case Lam(param, body):
            t = TypeVar()
            return arrow(t, infer(body, env | {param: ((), t)}))
        case App(f, x):
            result = TypeVar()
            unify(infer(f, env), arrow(infer(x, env), result))
            return result
        case If(test, then, other):
            unify(infer(test, env), BOOL)
            t = infer(then, env)
            unify(t, infer(other, env))
            return t
        case Let(name, value, body, recursive):
            t = TypeVar()
            unify(t, infer(value, env | {name: ((), t)} if recursive else env))
            fixed = {v for variables, u in env.values() for v in free(u) if v not in variables}
            return infer(body, env | {name: ([v for v in free(t) if v not in fixed], t)})


def curry(f, n):
    return f if n == 1 else lambda x: curry(lambda *rest: f(x, *rest), n - 1)


def fold(f, start, items):
    for item in reversed(items):
        start = f(item)(start)
    return start


VALUES = {
    name: curry(f, n)
    for name, n, f in [
        ("+", 2, int.__add__), ("-", 2, int.__sub__), ("*", 2, int.__mul__), ("<", 2, int.__lt__), ("==", 2, int.__eq__),
        ("++", 2, list.__add__), ("pair", 2, lambda a, b: (a, b)), ("fst", 1, lambda p: p[0]), ("snd", 1, lambda p: p[1]),
        ("cons", 2, lambda x, xs: [x, *xs]), ("fold", 3, fold),
    ]
} | {"nil": []}  # fmt: skip


def evaluate(e, env):
    match e:
        case Lit(value):
            return value
        case Var(name):
            return env[name]
        case Lam(param, body):
            return lambda x: evaluate(body, env | {param: x})
        case App(f, x):
            return evaluate(f, env)(evaluate(x, env))
        case If(test, then, other):
            return evaluate(then if evaluate(test, env) else other, env)
        case Let(name, value, body, recursive):
            inner = dict(env)
            inner[name] = evaluate(value, inner if recursive else env)
            return evaluate(body, inner)


for text in [
    r"\x -> x",
    r"\f g x -> f (g x)",
    r"\x y -> (y, x)",
    r"let id = \x -> x in (id 3, id true)",
    r"let twice = \f x -> f (f x) in twice twice (\n -> n * 2) 1",
    r"let rec fact = \n -> if n < 2 then 1 else n * fact (n - 1) in fact 20",
    r"let map = \f -> fold (\x r -> cons (f x) r) nil in map (\n -> n == 2) (cons 1 (cons 2 nil))",
    r"let map = \f -> fold (\x r -> cons (f x) r) nil in map",
    r"\p -> let swap = (snd p, fst p) in swap",
    r"\f -> (f 1, f true)",
    r"\x -> x x",
    r"if 1 then 2 else 3",
    r"cons 1 (cons true nil)",
    r"\x -> let y = x in (y 1, y)",
    r"let rec fib = \n -> if n < 2 then n else fib (n - 1) + fib (n - 2) in fib 12",
    r"(cons 1 nil) ++ (cons 2 nil)",
    r"unknown 1",
    r"let x = in 3",
    r"1 # 2",
]:
    try:
        tree = Parser(text).program()
        t = infer(tree, PRELUDE)
        value = evaluate(tree, VALUES)
        print(f"{text}\n    : {show(t)}{'' if callable(value) else f' = {value}'}")
    except (TypeError, NameError, SyntaxError) as error:
        print(f"{text}\n    ! {type(error).__name__}: {error}")
