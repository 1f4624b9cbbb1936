"""A scanner and a stack machine compiler for a small language, character by character, without regular expressions."""

SOURCE = """
# greatest common divisors and a sum of primes
let limit = 60;
let total = 0;
let n = 2;
while (n < limit) {
    let d = 2; let prime = 1;
    while (d * d <= n) { if (n % d == 0) { prime = 0; } d = d + 1; }
    if (prime == 1) { total = total + n; }
    n = n + 1;
}
print total;
let a = 1071; let b = 462;
while (b != 0) { let t = a % b; a = b; b = t; }
print a; print "done: " + "ok"; print -3 * (2 + 4) - 1;
"""
KEYWORDS = {"let", "while", "if", "print"}
DOUBLE = {"==", "!=", "<=", ">="}


class Token:
    __slots__ = ("kind", "text", "line")

    def __init__(self, kind, text, line):
        self.kind = kind
        self.text = text
        self.line = line


class Scanner:
    def __init__(self, source):
        self.source = source
        self.at = 0
        self.line = 1

    def while_true(self, test):
        start = self.at
        while self.at < len(self.source) and test(self.source[self.at]):
            self.at += 1
        return self.source[start:self.at]

    def __iter__(self):
        source = self.source
        while self.at < len(source):
            c = source[self.at]
            if c == "\n":
                self.line += 1
                self.at += 1
            elif c.isspace():
                self.at += 1
            elif c == "#":
                self.while_true(lambda c: c != "\n")
            elif c.isdigit():
                yield Token("number", self.while_true(str.isdigit), self.line)
            elif c.isalpha() or c == "_":
                text = self.while_true(lambda c: c.isalnum() or c == "_")
                yield Token(text if text in KEYWORDS else "name", text, self.line)
            elif c == '"':
                end = source.index('"', self.at + 1)
                yield Token("string", source[self.at + 1:end], self.line)
                self.at = end + 1
            else:
                text = source[self.at:self.at + 2]
                if text not in DOUBLE:
                    text = c
                self.at += len(text)
                yield Token(text, text, self.line)
        yield Token("end", "", self.line)


PRECEDENCE = {"==": 1, "!=": 1, "<": 2, ">": 2, "<=": 2, ">=": 2, "+": 3, "-": 3, "*": 4, "/": 4, "%": 4}


class Compiler:
    def __init__(self, source):
        self.tokens = list(Scanner(source))
        self.at = 0
        self.code = []

    @property
    def kind(self):
        return self.tokens[self.at].kind

    def advance(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, kind):
        token = self.advance()
        if token.kind != kind:
            raise SyntaxError(f"line {token.line}: expected {kind}, found {token.text!r}")
        return token

    def program(self):
        while self.kind != "end":
            self.statement()
        return self.code

    def statement(self):
        match self.kind:
            case "print":
                self.advance()
                self.expression()
                self.code.append(("print", None))
                self.expect(";")
            case "while" | "if":
                self.conditional(self.advance().kind)
            case "{":
                self.block()
            case _:
                if self.kind == "let":
                    self.advance()
                name = self.expect("name").text
                self.expect("=")
                self.expression()
                self.code.append(("store", name))
                self.expect(";")

    def conditional(self, kind):
        start = len(self.code)
        self.expect("(")
        self.expression()
        self.expect(")")
        jump = len(self.code)
        self.code.append(None)
        self.block()
        if kind == "while":
            self.code.append(("jump", start))
        self.code[jump] = "jump_if_false", len(self.code)

    def block(self):
        self.expect("{")
        while self.kind != "}":
            self.statement()
        self.advance()

    def expression(self, level=1):
        self.operand()
        while (power := PRECEDENCE.get(self.kind, 0)) >= level:
            operator = self.advance().kind
            self.expression(power + 1)
            self.code.append(("binary", operator))

    def operand(self):
        token = self.advance()
        match token.kind:
            case "number":
                self.code.append(("push", int(token.text)))
            case "string":
                self.code.append(("push", token.text))
            case "name":
                self.code.append(("load", token.text))
            case "-":
                self.operand()
                self.code.append(("negate", None))
            case "(":
                self.expression()
                self.expect(")")
            case _:
                raise SyntaxError(f"line {token.line}: unexpected {token.text!r}")


BINARY = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b,
    "%": lambda a, b: a % b, "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b,
    ">": lambda a, b: a > b, "<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b,
}


def execute(code):
    stack, variables, output, at = [], {}, [], 0
    while at < len(code):
        operation, operand = code[at]
        at += 1
        if operation == "push":
            stack.append(operand)
        elif operation == "load":
            stack.append(variables[operand])
        elif operation == "store":
            variables[operand] = stack.pop()
        elif operation == "binary":
            right = stack.pop()
            stack[-1] = BINARY[operand](stack[-1], right)
        elif operation == "jump":
            at = operand
        elif operation == "jump_if_false":
            if not stack.pop():
                at = operand
        elif operation == "negate":
            stack[-1] = -stack[-1]
        else:
            output.append(stack.pop())
    return output


def main(copies=400):
    tokens = sum(1 for _ in Scanner(SOURCE * (copies // 4)))
    code = Compiler(SOURCE * copies).program()
    output = execute(code[:len(code) // copies * (copies // 3)])
    try:
        Compiler("let x = (1 + ;").program()
    except SyntaxError as error:
        message = str(error)
    result = tokens, len(code), output[:4], len(output), message
    assert copies != 400 or result == (13901, 32000, [440, 21, 'done: ok', -19], 532, "line 1: unexpected ';'"), result
    return result


if __name__ == "__main__":
    print("tokenizer:", *main())
