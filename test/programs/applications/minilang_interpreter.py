"""An interpreter for a small language: scanner, Pratt parser, resolver-free environments, closures and classes."""
from __future__ import annotations

import enum
import sys
from dataclasses import dataclass
from typing import Callable


class LangError(Exception):
    def __init__(self, line: int, message: str):
        super().__init__(f"[line {line}] {message}")
        self.line = line


class T(enum.Enum):
    NUMBER = enum.auto()
    STRING = enum.auto()
    NAME = enum.auto()
    KEYWORD = enum.auto()
    OP = enum.auto()
    EOF = enum.auto()


KEYWORDS = {"let", "fn", "return", "if", "else", "while", "for", "in", "true", "false", "nil", "and", "or", "not", "class", "this", "print", "break", "continue"}
OPERATORS = sorted(["==", "!=", "<=", ">=", "..", "->", *"+-*/%<>=(){}[],.;:"], key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Token:
    type: T
    text: str
    line: int
    value: object = None


def scan(source: str):
    position, line = 0, 1
    while position < len(source):
        c = source[position]
        if c == "\n":
            line += 1
            position += 1
        elif c.isspace():
            position += 1
        elif c == "#":
            position = source.find("\n", position) if "\n" in source[position:] else len(source)
        elif c.isdigit():
            end = position
            while end < len(source) and (source[end].isdigit() or source[end] == "." and source[end : end + 2] != ".."):
                end += 1
            text = source[position:end]
            yield Token(T.NUMBER, text, line, float(text) if "." in text else int(text))
            position = end
        elif c == '"':
            end = source.find('"', position + 1)
            if end < 0:
                raise LangError(line, "unterminated string")
            text = source[position + 1 : end]
            yield Token(T.STRING, text, line, text.replace("\\n", "\n"))
            line += text.count("\n")
            position = end + 1
        elif c.isalpha() or c == "_":
            end = position
            while end < len(source) and (source[end].isalnum() or source[end] == "_"):
                end += 1
            text = source[position:end]
            yield Token(T.KEYWORD if text in KEYWORDS else T.NAME, text, line)
            position = end
        else:
            for op in OPERATORS:
                if source.startswith(op, position):
                    yield Token(T.OP, op, line)
                    position += len(op)
                    break
            else:
                raise LangError(line, f"unexpected character {c!r}")
    yield Token(T.EOF, "", line)


class Parser:
    """Builds nested tuples: (kind, line, ...)."""

    BINARY = {"or": 1, "and": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4, "..": 5, "+": 6, "-": 6, "*": 7, "/": 7, "%": 7}

    def __init__(self, source: str):
        self.tokens = list(scan(source))
        self.index = 0

    @property
    def current(self) -> Token:
        return self.tokens[self.index]

    def advance(self) -> Token:
        token = self.current
        self.index += 1
        return token

    def match(self, *texts: str) -> bool:
        if self.current.type in (T.OP, T.KEYWORD) and self.current.text in texts:
            self.index += 1
            return True
        return False

    def expect(self, text: str) -> Token:
        if not self.match(text):
            raise LangError(self.current.line, f"expected {text!r}, found {self.current.text or 'end'!r}")
        return self.tokens[self.index - 1]

    def name(self) -> str:
        if self.current.type is not T.NAME:
            raise LangError(self.current.line, f"expected a name, found {self.current.text!r}")
        return self.advance().text

    def program(self):
        statements = []
        while self.current.type is not T.EOF:
            statements.append(self.statement())
        return statements

    def block(self):
        self.expect("{")
        statements = []
        while not self.match("}"):
            statements.append(self.statement())
        return statements

    def statement(self):
        line = self.current.line
        if self.match("let"):
            name = self.name()
            self.expect("=")
            value = self.expression()
            self.expect(";")
            return ("let", line, name, value)
        if self.match("fn"):
            return ("let", line, (name := self.name()), self.function(name, line))
        if self.match("class"):
            return self.class_definition(line)
        if self.match("return"):
            value = ("const", line, None) if self.current.text == ";" else self.expression()
            self.expect(";")
            return ("return", line, value)
        if self.match("print"):
            values = [self.expression()]
            while self.match(","):
                values.append(self.expression())
            self.expect(";")
            return ("print", line, values)
        if self.match("break", "continue"):
            kind = self.tokens[self.index - 1].text
            self.expect(";")
            return (kind, line)
        if self.match("if"):
            return self.if_statement(line)
        if self.match("while"):
            return ("while", line, self.expression(), self.block())
        if self.match("for"):
            name = self.name()
            self.expect("in")
            return ("for", line, name, self.expression(), self.block())
        if self.current.text == "{":
            return ("block", line, self.block())
        expression = self.expression()
        if self.match("="):
            if expression[0] not in ("name", "index", "get"):
                raise LangError(line, "invalid assignment target")
            expression = ("assign", line, expression, self.expression())
        self.expect(";")
        return ("expr", line, expression)

    def if_statement(self, line):
        condition, then = self.expression(), self.block()
        otherwise = []
        if self.match("else"):
            otherwise = [self.if_statement(self.current.line)] if self.match("if") else self.block()
        return ("if", line, condition, then, otherwise)

    def class_definition(self, line):
        name = self.name()
        base = ("name", line, self.name()) if self.match("<") else None
        self.expect("{")
        methods = {}
        while not self.match("}"):
            self.expect("fn")
            method = self.name()
            methods[method] = self.function(method, line)
        return ("class", line, name, base, methods)

    def function(self, name, line):
        self.expect("(")
        parameters = []
        while not self.match(")"):
            parameters.append(self.name())
            if self.current.text != ")":
                self.expect(",")
        if self.match("->"):
            value = self.expression()
            if name != "<lambda>":
                self.expect(";")
            return ("fn", line, name, parameters, [("return", line, value)])
        return ("fn", line, name, parameters, self.block())

    def expression(self, minimum=0):
        left = self.unary()
        while (power := self.BINARY.get(self.current.text, -1)) > minimum and self.current.type is not T.STRING:
            op = self.advance()
            left = ("logic" if op.text in ("and", "or") else "binary", op.line, op.text, left, self.expression(power))
        return left

    def unary(self):
        if self.match("-", "not"):
            op = self.tokens[self.index - 1]
            return ("unary", op.line, op.text, self.unary())
        return self.postfix(self.primary())

    def postfix(self, left):
        while True:
            line = self.current.line
            if self.match("("):
                left = ("call", line, left, self.sequence(")"))
            elif self.match("["):
                left = ("index", line, left, self.expression())
                self.expect("]")
            elif self.match("."):
                left = ("get", line, left, self.name())
            else:
                return left

    def sequence(self, close):
        items = []
        while not self.match(close):
            items.append(self.expression())
            if self.current.text != close:
                self.expect(",")
        return items

    def primary(self):
        token = self.advance()
        match token:
            case Token(T.NUMBER | T.STRING):
                return ("const", token.line, token.value)
            case Token(T.NAME):
                return ("name", token.line, token.text)
            case Token(T.KEYWORD, "true" | "false" | "nil" as word):
                return ("const", token.line, {"true": True, "false": False, "nil": None}[word])
            case Token(T.KEYWORD, "this"):
                return ("name", token.line, "this")
            case Token(T.KEYWORD, "fn"):
                return self.function("<lambda>", token.line)
            case Token(T.OP, "("):
                inner = self.expression()
                self.expect(")")
                return inner
            case Token(T.OP, "["):
                return ("list", token.line, self.sequence("]"))
            case _:
                raise LangError(token.line, f"unexpected {token.text or 'end of input'!r}")


class Environment:
    __slots__ = ("values", "outer")

    def __init__(self, outer: Environment | None = None, **values):
        self.values, self.outer = values, outer

    def find(self, name, line):
        scope = self
        while scope is not None:
            if name in scope.values:
                return scope.values
            scope = scope.outer
        raise LangError(line, f"undefined name {name!r}")


class Return(Exception):
    def __init__(self, value):
        self.value = value


class Break(Exception): ...


class Continue(Exception): ...


@dataclass
class Function:
    name: str
    parameters: list[str]
    body: list
    closure: Environment

    def bind(self, instance):
        return Function(self.name, self.parameters, self.body, Environment(self.closure, this=instance))

    def __str__(self):
        return f"<fn {self.name}>"


class Class:
    def __init__(self, name, base, methods):
        self.name, self.base, self.methods = name, base, methods

    def find(self, name):
        return self.methods.get(name) or (self.base.find(name) if self.base else None)

    def __str__(self):
        return f"<class {self.name}>"


class Instance:
    def __init__(self, cls):
        self.cls, self.fields = cls, {}

    def __str__(self):
        return f"<{self.cls.name} instance>"


def show(value) -> str:
    match value:
        case None:
            return "nil"
        case bool():
            return str(value).lower()
        case list():
            return "[" + ", ".join(map(show, value)) + "]"
        case float():
            return f"{value:g}"
        case _:
            return str(value)


class Interpreter:
    def __init__(self, out: Callable[[str], object] = print):
        self.out = out
        self.globals = Environment(len=len, str=show, push=lambda items, item: items.append(item), sqrt=lambda x: x**0.5, range=lambda n: list(range(n)))

    def run(self, source):
        try:
            self.execute_all(Parser(source).program(), self.globals)
        except LangError as error:
            self.out(f"error: {error}")
        except Return:
            self.out("error: return outside a function")

    def execute_all(self, statements, env):
        for statement in statements:
            getattr(self, "do_" + statement[0])(statement, env)

    def do_let(self, node, env):
        env.values[node[2]] = self.evaluate(node[3], env)

    def do_expr(self, node, env):
        self.evaluate(node[2], env)

    def do_print(self, node, env):
        self.out(" ".join(show(self.evaluate(v, env)) for v in node[2]))

    def do_return(self, node, env):
        raise Return(self.evaluate(node[2], env))

    def do_break(self, node, env):
        raise Break

    def do_continue(self, node, env):
        raise Continue

    def do_block(self, node, env):
        self.execute_all(node[2], Environment(env))

    def do_if(self, node, env):
        self.execute_all(node[3] if self.truth(self.evaluate(node[2], env)) else node[4], Environment(env))

    def loop(self, body, env):
        try:
            self.execute_all(body, env)
        except Continue:
            pass
        except Break:
            return False
        return True

    def do_while(self, node, env):
        while self.truth(self.evaluate(node[2], env)) and self.loop(node[3], Environment(env)):
            pass

    def do_for(self, node, env):
        items = self.evaluate(node[3], env)
        if not isinstance(items, (list, str)):
            raise LangError(node[1], f"cannot iterate over {show(items)}")
        for item in items:
            if not self.loop(node[4], Environment(env, **{node[2]: item})):
                break

    def do_class(self, node, env):
        base = self.evaluate(node[3], env) if node[3] else None
        methods = {name: self.evaluate(method, env) for name, method in node[4].items()}
        env.values[node[2]] = Class(node[2], base, methods)

    @staticmethod
    def truth(value):
        return value is not None and value is not False

    def evaluate(self, node, env):
        return getattr(self, "eval_" + node[0])(node, env)

    def eval_const(self, node, env):
        return node[2]

    def eval_name(self, node, env):
        return env.find(node[2], node[1])[node[2]]

    def eval_list(self, node, env):
        return [self.evaluate(item, env) for item in node[2]]

    def eval_fn(self, node, env):
        return Function(node[2], node[3], node[4], env)

    def eval_logic(self, node, env):
        left = self.evaluate(node[3], env)
        if self.truth(left) == (node[2] == "or"):
            return left
        return self.evaluate(node[4], env)

    def eval_unary(self, node, env):
        value = self.evaluate(node[3], env)
        if node[2] == "not":
            return not self.truth(value)
        try:
            return -value
        except TypeError:
            raise LangError(node[1], f"cannot negate {show(value)}") from None

    BINARY = {
        "+": lambda a, b: a + b,
        "-": lambda a, b: a - b,
        "*": lambda a, b: a * b,
        "/": lambda a, b: a / b,
        "%": lambda a, b: a % b,
        "..": lambda a, b: show(a) + show(b),
        "==": lambda a, b: a == b,
        "!=": lambda a, b: a != b,
        "<": lambda a, b: a < b,
        ">": lambda a, b: a > b,
        "<=": lambda a, b: a <= b,
        ">=": lambda a, b: a >= b,
    }

    def eval_binary(self, node, env):
        _, line, op, left, right = node
        a, b = self.evaluate(left, env), self.evaluate(right, env)
        try:
            return self.BINARY[op](a, b)
        except TypeError:
            raise LangError(line, f"unsupported operands for {op}: {show(a)} and {show(b)}") from None
        except ZeroDivisionError:
            raise LangError(line, "division by zero") from None

    def eval_index(self, node, env):
        items, index = self.evaluate(node[2], env), self.evaluate(node[3], env)
        try:
            return items[index]
        except IndexError:
            raise LangError(node[1], f"index {show(index)} out of range") from None
        except TypeError:
            raise LangError(node[1], f"cannot index {show(items)}") from None

    def eval_get(self, node, env):
        target = self.evaluate(node[2], env)
        if isinstance(target, Instance):
            if node[3] in target.fields:
                return target.fields[node[3]]
            if method := target.cls.find(node[3]):
                return method.bind(target)
        raise LangError(node[1], f"{show(target)} has no attribute {node[3]!r}")

    def eval_assign(self, node, env):
        _, line, target, source = node
        value = self.evaluate(source, env)
        match target[0]:
            case "name":
                env.find(target[2], line)[target[2]] = value
            case "index":
                self.evaluate(target[2], env)[self.evaluate(target[3], env)] = value
            case "get":
                self.evaluate(target[2], env).fields[target[3]] = value
        return value

    def eval_call(self, node, env):
        callee = self.evaluate(node[2], env)
        arguments = [self.evaluate(a, env) for a in node[3]]
        match callee:
            case Function():
                return self.apply(callee, arguments, node[1])
            case Class():
                instance = Instance(callee)
                if init := callee.find("init"):
                    self.apply(init.bind(instance), arguments, node[1])
                return instance
            case _ if callable(callee):
                return callee(*arguments)
        raise LangError(node[1], f"{show(callee)} is not callable")

    def apply(self, function, arguments, line):
        if len(arguments) != len(function.parameters):
            raise LangError(line, f"{function.name} takes {len(function.parameters)} arguments, got {len(arguments)}")
        env = Environment(function.closure, **dict(zip(function.parameters, arguments)))
        try:
            self.execute_all(function.body, env)
        except Return as result:
            return result.value
        return None


PROGRAMS = {
    "closures": """
        fn counter() { let n = 0; return fn() { n = n + 1; return n; }; }
        let a = counter(); let b = counter();
        a(); a();
        print a(), b();
        let compose = fn(f, g) -> fn(x) -> f(g(x));
        print compose(fn(x) -> x * 2, fn(x) -> x + 1)(10);
    """,
    "sorting": """
        fn sort(items) {
            let done = [];
            for item in items {
                let i = 0;
                while i < len(done) and done[i] < item { i = i + 1; }
                push(done, item);
                let j = len(done) - 1;
                while j > i { done[j] = done[j - 1]; j = j - 1; }
                done[i] = item;
            }
            return done;
        }
        print sort([5, 3, 9, 1, 7, 3]);
        let primes = [];
        for n in range(50) {
            if n < 2 { continue; }
            let prime = true;
            for p in primes { if p * p > n { break; } if n % p == 0 { prime = false; break; } }
            if prime { push(primes, n); }
        }
        print primes;
    """,
    "classes": """
        class Shape { fn init(name) { this.name = name; } fn describe() -> this.name .. " of area " .. this.area(); fn area() -> 0; }
        class Circle < Shape { fn init(r) { this.name = "circle"; this.r = r; } fn area() -> 3 * this.r * this.r; }
        class Square < Shape { fn init(s) { this.name = "square"; this.s = s; } fn area() { return this.s * this.s; } }
        for shape in [Circle(2), Square(1.5), Shape("nothing")] { print shape.describe(), shape; }
        fn fib(n) { if n < 2 { return n; } else if n == 2 { return 1; } return fib(n - 1) + fib(n - 2); }
        print fib(15), sqrt(2) > 1.4 and not nil, "a" == "a", -3 + 2 * 4 % 3;
    """,
    "undefined": "let x = 1;\nprint x + y;",
    "types": 'print 1 + "a";',
    "arity": "fn f(a, b) { return a; }\nf(1);",
    "syntax": "let = 5;",
    "string": 'print "never closed;',
    "zero": "print 1 / (2 - 2);",
    "index": "let l = [1];\nprint l[3];",
    "call": "let n = 5; n();",
    "attribute": "class A {}\nprint A().missing;",
    "toplevel": "return 5;",
}

for title, program in PROGRAMS.items():
    print(f"== {title}")
    Interpreter().run(program)
print(sys.getrecursionlimit() >= 1000)
