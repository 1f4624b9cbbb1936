"""Hindley-Milner inference for a small functional language: parser, unification, let-polymorphism, and an evaluator."""
import itertools
import re
from dataclasses import dataclass
from functools import reduce


@dataclass(frozen=True)
class Con:
    name: str
    args: tuple = ()

    def __str__(self):
        if self.name == "->":
            left = f"({self.args[0]})" if isinstance(self.args[0], Con) and self.args[0].name == "->" else str(self.args[0])
            return f"{left} -> {self.args[1]}"
        if self.name == "*":
            return "(" + ", ".join(map(str, self.args)) + ")"
        if self.name == "list":
            return f"[{self.args[0]}]"
        return self.name


class Var:
    ids = itertools.count()

    def __init__(self):
        self.id, self.bound = next(self.ids), None

    def __str__(self):
        return str(self.bound) if self.bound else f"t{self.id}"


INT, BOOL, STRING = Con("int"), Con("bool"), Con("string")
arrow = lambda *types: reduce(lambda right, left: Con("->", (left, right)), reversed(types))  # noqa: E731


class TypeFailure(Exception):
    pass


def prune(t):
    while isinstance(t, Var) and t.bound is not None:
        t = t.bound
    return t


def occurs(var, t):
    t = prune(t)
    return t is var or isinstance(t, Con) and any(occurs(var, a) for a in t.args)


def unify(a, b):
    a, b = prune(a), prune(b)
    if a is b:
        return
    if isinstance(a, Var):
        if occurs(a, b):
            raise TypeFailure(f"infinite type: {show(a)} = {show(b)}")
        a.bound = b
    elif isinstance(b, Var):
        unify(b, a)
    elif a.name != b.name or len(a.args) != len(b.args):
        raise TypeFailure(f"{show(a)} is not {show(b)}")
    else:
        for x, y in zip(a.args, b.args):
            unify(x, y)


def free(t):
    t = prune(t)
    if isinstance(t, Var):
        return {t}
    return set().union(*map(free, t.args))


@dataclass(frozen=True)
class Scheme:
    variables: tuple
    type: object

    def instantiate(self):
        fresh = {v: Var() for v in self.variables}

        def copy(t):
            t = prune(t)
            return fresh.get(t, t) if isinstance(t, Var) else Con(t.name, tuple(map(copy, t.args)))

        return copy(self.type)


def show(t):
    names = {}

    def name(t):
        t = prune(t)
        if isinstance(t, Var):
            return Con(names.setdefault(t, chr(97 + len(names))))
        return Con(t.name, tuple(map(name, t.args)))

    return str(name(t))


TOKEN = re.compile(r'\s*(?:(\d+)|("[^"]*")|([a-z]\w*)|(->|==|::|[-+*<=()\[\],\\]))')
RESERVED = {"let", "rec", "in", "if", "then", "else", "fun", "true", "false"}


class Parser:
    LEVELS = [["=="], ["<"], ["::"], ["+", "-"], ["*"]]

    def __init__(self, text):
        self.tokens, position = [], 0
        text = text.strip()
        while position < len(text):
            if not (m := TOKEN.match(text, position)):
                raise SyntaxError(f"bad character {text[position]!r}")
            kind = ("int", "str", "id", "op")[m.lastindex - 1]
            word = m[m.lastindex]
            self.tokens.append(("kw" if word in RESERVED else kind, word))
            position = m.end()
        self.tokens.append(("end", ""))
        self.i = 0

    def accept(self, *words):
        kind, word = self.tokens[self.i]
        if kind in ("op", "kw") and word in words:
            self.i += 1
            return word
        return None

    def expect(self, word):
        if not self.accept(word):
            raise SyntaxError(f"expected {word!r} before {self.tokens[self.i][1]!r}")

    def identifier(self):
        kind, word = self.tokens[self.i]
        if kind != "id":
            raise SyntaxError(f"expected a name before {word!r}")
        self.i += 1
        return word

    def parse(self):
        tree = self.expression()
        if self.tokens[self.i][0] != "end":
            raise SyntaxError(f"unexpected {self.tokens[self.i][1]!r}")
        return tree

    def expression(self):
        if self.accept("let"):
            recursive = bool(self.accept("rec"))
            name, *parameters = self.names()
            self.expect("=")
            value = self.expression()
            for p in reversed(parameters):
                value = ("fun", p, value)
            self.expect("in")
            return ("let", recursive, name, value, self.expression())
        if self.accept("if"):
            test = self.expression()
            self.expect("then")
            then = self.expression()
            self.expect("else")
            return ("if", test, then, self.expression())
        if self.accept("fun", "\\"):
            parameters = self.names()
            self.expect("->")
            return reduce(lambda body, p: ("fun", p, body), reversed(parameters), self.expression())
        return self.binary(0)

    def names(self):
        names = [self.identifier()]
        while self.tokens[self.i][0] == "id":
            names.append(self.identifier())
        return names

    def binary(self, level):
        if level == len(self.LEVELS):
            return self.application()
        left = self.binary(level + 1)
        while op := self.accept(*self.LEVELS[level]):
            right = self.binary(level if op == "::" else level + 1)
            left = ("app", ("app", ("var", op), left), right)
            if op == "::":
                break
        return left

    def application(self):
        left = self.atom()
        while self.tokens[self.i][0] in ("int", "str", "id") or self.tokens[self.i][1] in ("(", "[", "true", "false"):
            left = ("app", left, self.atom())
        return left

    def atom(self):
        kind, word = self.tokens[self.i]
        if kind in ("int", "str", "id"):
            self.i += 1
            return ("const", INT, int(word)) if kind == "int" else ("const", STRING, word[1:-1]) if kind == "str" else ("var", word)
        if self.accept("true", "false"):
            return ("const", BOOL, word == "true")
        if self.accept("("):
            items = [self.expression()]
            while self.accept(","):
                items.append(self.expression())
            self.expect(")")
            return items[0] if len(items) == 1 else ("tuple", items)
        if self.accept("["):
            items = []
            while not self.accept("]"):
                if items:
                    self.expect(",")
                items.append(self.expression())
            return reduce(lambda rest, item: ("app", ("app", ("var", "::"), item), rest), reversed(items), ("var", "nil"))
        raise SyntaxError(f"unexpected {word!r}")


def infer(node, env):
    match node:
        case ("const", type_, _):
            return type_
        case ("var", name):
            if name not in env:
                raise TypeFailure(f"unknown name {name}")
            return env[name].instantiate()
        case ("fun", name, body):
            argument = Var()
            return arrow(argument, infer(body, env | {name: Scheme((), argument)}))
        case ("app", function, argument):
            result = Var()
            unify(infer(function, env), arrow(infer(argument, env), result))
            return result
        case ("tuple", items):
            return Con("*", tuple(infer(i, env) for i in items))
        case ("if", test, then, otherwise):
            unify(infer(test, env), BOOL)
            type_ = infer(then, env)
            unify(type_, infer(otherwise, env))
            return type_
        case ("let", recursive, name, value, body):
            if recursive:
                own = Var()
                type_ = infer(value, env | {name: Scheme((), own)})
                unify(own, type_)
            else:
                type_ = infer(value, env)
            bound = set().union(*(free(s.type) - set(s.variables) for s in env.values()))
            return infer(body, env | {name: Scheme(tuple(free(type_) - bound), type_)})


def evaluate(node, env):
    match node:
        case ("const", _, value):
            return value
        case ("var", name):
            return env[name]
        case ("fun", name, body):
            return lambda argument: evaluate(body, env | {name: argument})
        case ("app", function, argument):
            return evaluate(function, env)(evaluate(argument, env))
        case ("tuple", items):
            return tuple(evaluate(i, env) for i in items)
        case ("if", test, then, otherwise):
            return evaluate(then if evaluate(test, env) else otherwise, env)
        case ("let", True, name, ("fun", parameter, inner), body):
            scope = dict(env)
            scope[name] = lambda argument: evaluate(inner, scope | {parameter: argument})
            return evaluate(body, scope)
        case ("let", _, name, value, body):
            return evaluate(body, env | {name: evaluate(value, env)})


a, b = Var(), Var()
lists = Con("list", (a,))
PRELUDE = {
    "+": (Scheme((), arrow(INT, INT, INT)), lambda x: lambda y: x + y),
    "-": (Scheme((), arrow(INT, INT, INT)), lambda x: lambda y: x - y),
    "*": (Scheme((), arrow(INT, INT, INT)), lambda x: lambda y: x * y),
    "<": (Scheme((), arrow(INT, INT, BOOL)), lambda x: lambda y: x < y),
    "==": (Scheme((a,), arrow(a, a, BOOL)), lambda x: lambda y: x == y),
    "::": (Scheme((a,), arrow(a, lists, lists)), lambda x: lambda rest: [x, *rest]),
    "nil": (Scheme((a,), lists), []),
    "head": (Scheme((a,), arrow(lists, a)), lambda l: l[0]),
    "tail": (Scheme((a,), arrow(lists, lists)), lambda l: l[1:]),
    "empty": (Scheme((a,), arrow(lists, BOOL)), lambda l: not l),
    "fst": (Scheme((a, b), arrow(Con("*", (a, b)), a)), lambda p: p[0]),
    "snd": (Scheme((a, b), arrow(Con("*", (a, b)), b)), lambda p: p[1]),
    "length": (Scheme((), arrow(STRING, INT)), len),
}
TYPES, VALUES = ({k: v[i] for k, v in PRELUDE.items()} for i in (0, 1))
for source in [
    "1 + 2 * 3", "fun x -> x", "fun f g x -> f (g x)", "fun x y -> x", "let id = fun x -> x in (id 3, id true, id \"s\")", "fun x -> x x", "if 1 then 2 else 3", "if true then 1 else \"no\"",
    "let rec fact n = if n < 2 then 1 else n * fact (n - 1) in fact 10", "let rec map f l = if empty l then nil else f (head l) :: map f (tail l) in (map, map (fun x -> x * x) [1, 2, 3])",
    "let rec fold f z l = if empty l then z else f (head l) (fold f z (tail l)) in let sum = fold (fun x y -> x + y) 0 in (sum [1, 2, 3], fold)", "let pair x = (x, x) in pair (pair 1)", "[1, true]", "[]", "[[1], [2, 3], []]", "unknown 1",
    "let compose f g x = f (g x) in compose length (fun x -> \"abc\")", "fun p -> (snd p, fst p)", "let k x y = x in k 1", "fun x -> let y = x in (y, y + 1)", "\\x -> \\y -> x == y", "1 +", "(1, 2", "let x in 3", "1 2", "fun f -> (f 1, f true)", "let rec loop x = loop x in loop", "$",
]:  # fmt: skip
    try:
        tree = Parser(source).parse()
        type_ = infer(tree, TYPES)
        value = evaluate(tree, VALUES)
        printed = "<fun>" if callable(value) else re.sub(r"<function .*? at 0x\w+>", "<fun>", repr(value))
        print(f"{source}\n    : {show(type_)} = {printed}")
    except (TypeFailure, SyntaxError) as error:
        print(f"{source}\n    {type(error).__name__}: {error}")
