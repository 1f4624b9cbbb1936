"""A calculator that reads lines: precedence climbing, variables, functions of its own, and errors that point.

    python calculator.py < calculator.stdin
"""

import math
import sys


class CalculatorError(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


OPERATORS = {
    # symbol: (precedence, right associative, function)
    "+": (1, False, lambda a, b: a + b),
    "-": (1, False, lambda a, b: a - b),
    "*": (2, False, lambda a, b: a * b),
    "/": (2, False, lambda a, b: a / b),
    "//": (2, False, lambda a, b: a // b),
    "%": (2, False, lambda a, b: a % b),
    "^": (4, True, lambda a, b: a ** b),
}
FUNCTIONS = {
    "sqrt": math.sqrt, "sin": math.sin, "cos": math.cos, "floor": math.floor, "abs": abs, "max": max, "min": min,
    "gcd": math.gcd, "hypot": math.hypot, "round": round,
}


def scan(line):
    """Yields (kind, value, position)."""
    at = 0
    while at < len(line):
        c = line[at]
        if c.isspace():
            at += 1
            continue
        start = at
        if c.isdigit() or c == ".":
            while at < len(line) and (line[at].isdigit() or line[at] == "."):
                at += 1
            text = line[start:at]
            try:
                yield "number", (float(text) if "." in text else int(text)), start
            except ValueError:
                raise CalculatorError(f"bad number {text!r}", start) from None
        elif c.isidentifier():
            while at < len(line) and line[at].isidentifier() | line[at].isdigit():
                at += 1
            yield "name", line[start:at], start
        elif line[at:at + 2] == "//":
            at += 2
            yield "operator", "//", start
        elif c in "+-*/%^(),=":
            at += 1
            yield ("operator" if c in OPERATORS else c), c, start
        else:
            raise CalculatorError(f"unexpected {c!r}", at)
    yield "end", "", len(line)


class Function:
    def __init__(self, name, parameters, body):
        self.name, self.parameters, self.body = name, parameters, body

    def __str__(self):
        return f"{self.name}({', '.join(self.parameters)})"


class Calculator:
    def __init__(self):
        self.variables = {"pi": math.pi, "e": math.e, "ans": 0}
        self.functions = {}
        self.depth = 0

    def run(self, line):
        tokens = list(scan(line))
        match [(kind, value) for kind, value, _ in tokens]:
            case [("end", _)]:
                return None
            case [("name", name), ("=", _), *_]:
                self.variables[name] = value = self.evaluate(tokens[2:], {})
                return f"{name} = {self.show(value)}"
            case [("name", name), ("(", _), *rest] if ("=", "=") in rest:
                return self.define(name, tokens)
            case _:
                self.variables["ans"] = value = self.evaluate(tokens, {})
                return self.show(value)

    def define(self, name, tokens):
        equals = next(i for i, (kind, *_) in enumerate(tokens) if kind == "=")
        parameters = [value for kind, value, _ in tokens[2:equals] if kind == "name"]
        self.functions[name] = function = Function(name, parameters, tokens[equals + 1:])
        return f"defined {function}"

    @staticmethod
    def show(value):
        return f"{value:.10g}" if isinstance(value, float) else str(value)

    def evaluate(self, tokens, scope):
        reader = Reader(tokens, self, scope)
        value = reader.expression(0)
        reader.expect("end")
        return value

    def call(self, name, arguments, position):
        if name in self.functions:
            function = self.functions[name]
            if len(arguments) != len(function.parameters):
                raise CalculatorError(f"{function} takes {len(function.parameters)} values, not {len(arguments)}", position)
            self.depth += 1
            try:
                if self.depth > 40:
                    raise CalculatorError(f"{name} calls itself too often", position)
                return self.evaluate(function.body, dict(zip(function.parameters, arguments)))
            finally:
                self.depth -= 1
        if name in FUNCTIONS:
            return FUNCTIONS[name](*arguments)
        raise CalculatorError(f"no function {name}", position)


class Reader:
    def __init__(self, tokens, calculator, scope):
        self.tokens, self.calculator, self.scope = tokens, calculator, scope
        self.at = 0

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, wanted):
        kind, value, position = self.next()
        if kind != wanted:
            raise CalculatorError(f"expected {wanted!r}" + (f", found {value!r}" if value else ""), position)

    def expression(self, least):
        value = self.operand()
        while True:
            kind, symbol, position = self.tokens[self.at]
            if kind != "operator" or (entry := OPERATORS[symbol])[0] < least:
                return value
            precedence, right, function = entry
            self.at += 1
            other = self.expression(precedence if right else precedence + 1)
            try:
                value = function(value, other)
            except ArithmeticError as error:
                raise CalculatorError(str(error), position) from error

    def operand(self):
        match self.next():
            case ("number", value, _):
                return value
            case ("operator", "-", _):
                return -self.expression(3)
            case ("(", _, _):
                value = self.expression(0)
                self.expect(")")
                return value
            case ("name", name, position):
                if self.tokens[self.at][0] == "(":
                    return self.calculator.call(name, self.arguments(), position)
                for scope in (self.scope, self.calculator.variables):
                    if name in scope:
                        return scope[name]
                raise CalculatorError(f"no variable {name}", position)
            case (_, value, position):
                raise CalculatorError(f"unexpected {value!r}" if value else "unexpected end", position)

    def arguments(self):
        self.at += 1
        values = []
        while self.tokens[self.at][0] != ")":
            values.append(self.expression(0))
            if self.tokens[self.at][0] == ",":
                self.at += 1
        self.at += 1
        return values


def main():
    calculator = Calculator()
    while True:
        try:
            line = input("> ")
        except EOFError:
            print("bye")
            break
        print(line)
        try:
            result = calculator.run(line.partition("#")[0])
        except CalculatorError as error:
            print(" " * (error.position + 2) + "^")
            print(f"error: {error}", file=sys.stdout)
        except (ValueError, TypeError) as error:
            print(f"error: {type(error).__name__}: {error}")
        else:
            if result is not None:
                print(result)


if __name__ == "__main__":
    main()
