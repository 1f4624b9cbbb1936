"""A small Lisp: reader, macros, closures, tail calls, continuations by exceptions, and programs written in it."""

import sys

PROGRAM = r"""
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 30)
(define (loop i sum) (if (= i 0) sum (loop (- i 1) (+ sum i))))
(loop 20000 0)                                   ; a tail call: no recursion
(define compose (lambda (f g) (lambda (x) (f (g x)))))
((compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) 6)
(define-macro (unless test . body) `(if ,test nil (begin ,@body)))
(unless (> 1 2) "first" "second")
(define-macro (my-or a b) (let ((t (gensym))) `(let ((,t ,a)) (if ,t ,t ,b))))
(let ((t 5)) (my-or #f t))
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter p l) (cond ((null? l) '()) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (range a b) (if (>= a b) '() (cons a (range (+ a 1) b))))
(map (lambda (x) (* x x)) (filter (lambda (x) (= (% x 3) 1)) (range 0 20)))
(define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (make-counter))
(list (c) (c) (c))
(define (quick l)
  (if (null? l) '()
      (let ((pivot (car l)) (rest (cdr l)))
        (append (quick (filter (lambda (x) (< x pivot)) rest))
                (list pivot)
                (quick (filter (lambda (x) (not (< x pivot))) rest))))))
(quick '(3 1 4 1 5 9 2 6 5 3 5))
(call/cc (lambda (return) (map (lambda (x) (if (> x 3) (return x) x)) '(1 2 3 4 5))))
(define (ackermann m n) (cond ((= m 0) (+ n 1)) ((= n 0) (ackermann (- m 1) 1)) (else (ackermann (- m 1) (ackermann m (- n 1))))))
(ackermann 2 3)
'(a . (b . (c . nil)))
`(1 ,(+ 1 1) ,@(list 3 4) "five" #t)
(apply + 1 2 '(3 4))
(define fib (let ((memo (dict))) (lambda (n) (if (< n 2) n (or (get memo n) (put memo n (+ (fib (- n 1)) (fib (- n 2)))))))))
(fib 80)
(car '())
(undefined 1)
(fact 1 2)
(if)
)
(+ 1 "x")
"""


class Symbol(str):
    __slots__ = ()


class LispError(Exception):
    pass


class Environment(dict):
    def __init__(self, parent=None, **bindings):
        super().__init__(**bindings)
        self.parent = parent

    def find(self, name):
        environment = self
        while environment is not None:
            if name in environment:
                return environment
            environment = environment.parent
        raise LispError(f"unbound variable {name}")


class Closure:
    def __init__(self, parameters, body, environment, name="lambda"):
        self.parameters, self.body, self.environment, self.name = parameters, body, environment, name

    def bind(self, arguments):
        environment = Environment(self.environment)
        parameters = self.parameters
        if "." in parameters:
            dot = parameters.index(".")
            environment[parameters[dot + 1]] = arguments[dot:]
            parameters, arguments = parameters[:dot], arguments[:dot]
        if len(parameters) != len(arguments):
            raise LispError(f"{self.name} wants {len(parameters)} arguments, not {len(arguments)}")
        environment.update(zip(parameters, arguments))
        return environment

    def __call__(self, *arguments):
        return evaluate(["begin", *self.body], self.bind(list(arguments)))


class Macro(Closure):
    pass


def tokenize(text):
    at = 0
    while at < len(text):
        c = text[at]
        if c.isspace():
            at += 1
        elif c == ";":
            at = text.find("\n", at) % (len(text) + 1)
        elif text[at:at + 2] == ",@":
            yield ",@"
            at += 2
        elif c in "()'`,":
            yield c
            at += 1
        elif c == '"':
            end = text.index('"', at + 1)
            yield text[at:end]
            at = end + 1
        else:
            start = at
            while at < len(text) and not text[at].isspace() and text[at] not in "()'`,\";":
                at += 1
            yield text[start:at]


QUOTES = {"'": "quote", "`": "quasiquote", ",": "unquote", ",@": "splice"}


def read(tokens):
    match next(tokens, None):
        case None:
            raise EOFError
        case "(":
            items = []
            while (item := read(tokens)) is not CLOSE:
                items.append(item)
            if len(items) > 2 and items[-2] == "." and isinstance(items[-1], list):
                items[-2:] = items[-1]
            return items
        case ")":
            return CLOSE
        case quote if quote in QUOTES:
            return [Symbol(QUOTES[quote]), read(tokens)]
        case "#t" | "#f" as token:
            return token == "#t"
        case "nil":
            return []
        case token if token.startswith('"'):
            return token[1:]
        case token:
            for convert in (int, float):
                try:
                    return convert(token)
                except ValueError:
                    continue
            return Symbol(token)


CLOSE = object()


def show(value):
    match value:
        case bool():
            return "#t" if value else "#f"
        case Symbol() | int() | float():
            return str(value)
        case str():
            return f'"{value}"'
        case [Symbol("quote"), inner]:
            return "'" + show(inner)
        case list():
            return f"({' '.join(map(show, value))})"
        case Closure(name=name):
            return f"<{name}>"
        case None:
            return ""
    return f"<{type(value).__name__}>"


class Escape(BaseException):
    def __init__(self, value, key):
        self.value, self.key = value, key


def call_cc(function):
    key = object()

    def escape(value=None):
        raise Escape(value, key)

    try:
        return function(escape)
    except Escape as caught:
        if caught.key is not key:
            raise
        return caught.value


def expand(template, environment):
    match template:
        case [Symbol("unquote"), value]:
            return evaluate(value, environment)
        case [*items]:
            result = []
            for item in items:
                match item:
                    case [Symbol("splice"), value]:
                        result.extend(evaluate(value, environment))
                    case _:
                        result.append(expand(item, environment))
            return result
    return template


def evaluate(x, environment):
    while True:
        match x:
            case Symbol():
                return environment.find(x)[x]
            case [] | int() | float() | str():
                return x
            case ["quote", value]:
                return value
            case ["quasiquote", template]:
                return expand(template, environment)
            case ["if", test, then, *other]:
                x = then if truth(evaluate(test, environment)) else (other[0] if other else [])
            case ["cond", *clauses]:
                for test, value in clauses:
                    if test == "else" or truth(evaluate(test, environment)):
                        x = value
                        break
                else:
                    return []
            case ["define", [name, *parameters], *body]:
                environment[name] = Closure(parameters, body, environment, name)
                return None
            case ["define", Symbol() as name, value]:
                environment[name] = evaluate(value, environment)
                return None
            case ["define-macro", [name, *parameters], *body]:
                environment[name] = Macro(parameters, body, environment, name)
                return None
            case ["set!", Symbol() as name, value]:
                environment.find(name)[name] = evaluate(value, environment)
                return None
            case ["lambda", [*parameters], *body]:
                return Closure(parameters, body, environment)
            case ["begin", *forms, last]:
                for form in forms:
                    evaluate(form, environment)
                x = last
            case ["let", [*bindings], *body]:
                inner = Environment(environment)
                inner.update((name, evaluate(value, environment)) for name, value in bindings)
                x, environment = ["begin", *body], inner
            case ["or", *forms, last]:
                for form in forms:
                    if truth(value := evaluate(form, environment)):
                        return value
                x = last
            case ["if" | "define" | "lambda" | "let" | "quote" | "set!" as form, *_]:
                raise LispError(f"malformed {form}")
            case [head, *arguments]:
                function = evaluate(head, environment)
                if isinstance(function, Macro):
                    x = function(*arguments)
                    continue
                values = [evaluate(argument, environment) for argument in arguments]
                if not isinstance(function, Closure):
                    return apply(function, values)
                x, environment = ["begin", *function.body], function.bind(values)
            case _:
                return x


def truth(value):
    return value is not False and value != [] and value is not None


def apply(function, values):
    if not callable(function):
        raise LispError(f"{show(function)} is not a function")
    try:
        return function(*values)
    except (TypeError, IndexError, ZeroDivisionError) as error:
        raise LispError(f"{type(error).__name__}: {error}") from error


def make_globals():
    def fold(function):
        def folded(first, *rest):
            for value in rest:
                first = function(first, value)
            return first

        return folded

    names = {
        "+": fold(lambda a, b: a + b), "-": fold(lambda a, b: a - b), "*": fold(lambda a, b: a * b), "%": lambda a, b: a % b,
        "/": fold(lambda a, b: a / b), "<": lambda a, b: a < b, ">": lambda a, b: a > b, "=": lambda a, b: a == b,
        ">=": lambda a, b: a >= b, "not": lambda a: not truth(a), "car": lambda l: l[0], "cdr": lambda l: l[1:],
        "cons": lambda a, l: [a, *l], "list": lambda *items: list(items), "append": lambda *lists: sum(lists, []),
        "null?": lambda l: l == [], "apply": lambda f, *args: f(*args[:-1], *args[-1]), "call/cc": call_cc,
        "dict": dict, "get": dict.get, "put": lambda d, k, v: d.__setitem__(k, v) or v,
        "gensym": lambda counter=iter(range(1000)): Symbol(f"g{next(counter)}"),
    }
    environment = Environment()
    environment.update(names)
    return environment


def main():
    sys.setrecursionlimit(5000)
    environment, tokens = make_globals(), tokenize(PROGRAM)
    while True:
        try:
            form = read(tokens)
            if form is CLOSE:
                raise LispError("unexpected )")
            value = evaluate(form, environment)
        except EOFError:
            break
        except LispError as error:
            print(f"error: {error}")
        else:
            if value is not None:
                print(show(value))


if __name__ == "__main__":
    main()
