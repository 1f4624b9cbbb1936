"""An assembler, a stack machine with interrupts and memory-mapped output, and a compiler from expressions to it."""
import ast
import re
import struct
from dataclasses import dataclass
from enum import IntEnum, auto


class Op(IntEnum):
    HALT = 0
    PUSH = auto()
    POP = auto()
    DUP = auto()
    SWAP = auto()
    OVER = auto()
    ADD = auto()
    SUB = auto()
    MUL = auto()
    DIV = auto()
    MOD = auto()
    NEG = auto()
    EQ = auto()
    LT = auto()
    NOT = auto()
    JMP = auto()
    JZ = auto()
    JNZ = auto()
    CALL = auto()
    RET = auto()
    LOAD = auto()
    STORE = auto()
    LOADI = auto()
    STOREI = auto()
    OUT = auto()
    EMIT = auto()
    TRAP = auto()

    @property
    def has_operand(self):
        return self in OPERANDS


OPERANDS = {Op.PUSH, Op.JMP, Op.JZ, Op.JNZ, Op.CALL, Op.LOAD, Op.STORE, Op.TRAP}


class AssemblyError(Exception):
    def __init__(self, line, message):
        super().__init__(f"line {line}: {message}")


@dataclass
class Image:
    code: bytes
    symbols: dict
    lines: dict


class Assembler:
    LINE = re.compile(r"\s*(?:(?P<label>\w+):)?\s*(?:(?P<op>[.\w]+)(?:\s+(?P<args>\S.*?))?)?\s*$")

    def __init__(self, source):
        self.symbols, self.constants = {}, {}
        self.items, self.address = [], 0
        for number, line in enumerate(source.splitlines(), 1):
            self.line(number, re.sub(r";.*", "", line))

    def line(self, number, text):
        m = self.LINE.match(text)
        if not m:
            raise AssemblyError(number, f"cannot read {text.strip()!r}")
        if m["label"]:
            if m["label"] in self.symbols:
                raise AssemblyError(number, f"label {m['label']} defined twice")
            self.symbols[m["label"]] = self.address
        match m["op"], m["args"]:
            case None, _:
                pass
            case ".equ", args:
                name, value = args.split()
                self.constants[name] = int(value, 0)
            case ".word", args:
                for word in args.split(","):
                    self.add(number, None, word.strip(), 4)
            case ".text", args:
                for c in ast.literal_eval(args) + "\0":
                    self.add(number, None, str(ord(c)), 4)
            case name, args:
                op = Op.__members__.get(name.upper())
                if op is None:
                    raise AssemblyError(number, f"unknown instruction {name}")
                if (args is not None) != op.has_operand:
                    raise AssemblyError(number, f"{op.name} takes {'one operand' if op.has_operand else 'no operand'}")
                self.add(number, op, args, 5 if op.has_operand else 1)

    def add(self, number, op, operand, size):
        self.items.append((number, self.address, op, operand))
        self.address += size

    def resolve(self, number, text):
        total = 0
        for sign, term in re.findall(r"([+-]?)\s*([\w']+)", text):
            if term in self.symbols:
                value = self.symbols[term]
            elif term in self.constants:
                value = self.constants[term]
            elif re.fullmatch(r"'.'", term):
                value = ord(term[1])
            else:
                try:
                    value = int(term, 0)
                except ValueError:
                    raise AssemblyError(number, f"undefined symbol {term}") from None
            total += -value if sign == "-" else value
        return total

    def assemble(self):
        code, lines = bytearray(), {}
        for number, address, op, operand in self.items:
            lines[address] = number
            if op is not None:
                code.append(op)
            if operand is not None:
                code += struct.pack("<i", self.resolve(number, operand))
        return Image(bytes(code), self.symbols, lines)


def disassemble(image):
    names = {a: n for n, a in image.symbols.items()}
    position = 0
    while position < len(image.code):
        op = Op(image.code[position])
        label = f"{names[position]}:" if position in names else ""
        if op.has_operand:
            (value,) = struct.unpack_from("<i", image.code, position + 1)
            shown = names.get(value, value) if op in (Op.JMP, Op.JZ, Op.JNZ, Op.CALL) else value
            yield f"{position:04x} {label:<8} {op.name.lower():<6} {shown}"
        else:
            yield f"{position:04x} {label:<8} {op.name.lower()}"
        position += 5 if op.has_operand else 1


class Fault(Exception):
    pass


class Machine:
    def __init__(self, image, *, memory=256, limit=100_000):
        self.image, self.limit = image, limit
        self.memory = memoryview(bytearray(image.code) + bytearray(memory))
        self.stack, self.calls, self.output = [], [], []
        self.pc = image.symbols.get("start", 0)
        self.steps = 0
        self.traps = {}

    def word(self, address):
        try:
            return struct.unpack_from("<i", self.memory, address)[0]
        except struct.error:
            raise Fault(f"bad address {address}") from None

    def pop(self):
        if not self.stack:
            raise Fault("stack underflow")
        return self.stack.pop()

    def push(self, value):
        self.stack.append((value + 2**31) % 2**32 - 2**31)

    def binary(self, function):
        b, a = self.pop(), self.pop()
        try:
            self.push(int(function(a, b)))
        except ZeroDivisionError:
            raise Fault("division by zero") from None

    def run(self):
        try:
            while self.step():
                if self.steps > self.limit:
                    raise Fault("out of time")
        except Fault as fault:
            self.output.append(f"<fault at line {self.image.lines.get(self.at, '?')}: {fault}>")
        return "".join(self.output)

    def step(self):
        self.at = self.pc
        self.steps += 1
        try:
            op = Op(self.memory[self.pc])
        except (ValueError, IndexError):
            raise Fault(f"illegal instruction at {self.pc}") from None
        self.pc += 1
        operand = None
        if op.has_operand:
            operand = self.word(self.pc)
            self.pc += 4
        match op:
            case Op.HALT:
                return False
            case Op.PUSH:
                self.push(operand)
            case Op.POP:
                self.pop()
            case Op.DUP:
                self.stack.append(self.stack[-1]) if self.stack else self.pop()
            case Op.SWAP:
                b, a = self.pop(), self.pop()
                self.stack += [b, a]
            case Op.OVER:
                b, a = self.pop(), self.pop()
                self.stack += [a, b, a]
            case Op.ADD:
                self.binary(lambda a, b: a + b)
            case Op.SUB:
                self.binary(lambda a, b: a - b)
            case Op.MUL:
                self.binary(lambda a, b: a * b)
            case Op.DIV:
                self.binary(lambda a, b: a // b)
            case Op.MOD:
                self.binary(lambda a, b: a % b)
            case Op.EQ:
                self.binary(lambda a, b: a == b)
            case Op.LT:
                self.binary(lambda a, b: a < b)
            case Op.NEG:
                self.push(-self.pop())
            case Op.NOT:
                self.push(not self.pop())
            case Op.JMP:
                self.pc = operand
            case Op.JZ | Op.JNZ:
                if (self.pop() == 0) == (op is Op.JZ):
                    self.pc = operand
            case Op.CALL:
                if len(self.calls) > 200:
                    raise Fault("call stack overflow")
                self.calls.append(self.pc)
                self.pc = operand
            case Op.RET:
                if not self.calls:
                    return False
                self.pc = self.calls.pop()
            case Op.LOAD:
                self.push(self.word(operand))
            case Op.STORE:
                struct.pack_into("<i", self.memory, operand, self.pop())
            case Op.LOADI:
                self.push(self.word(self.pop()))
            case Op.STOREI:
                address, value = self.pop(), self.pop()
                try:
                    struct.pack_into("<i", self.memory, address, value)
                except struct.error:
                    raise Fault(f"bad address {address}") from None
            case Op.OUT:
                self.output.append(f"{self.pop()} ")
            case Op.EMIT:
                self.output.append(chr(self.pop()))
            case Op.TRAP:
                self.traps.get(operand, lambda m: m.output.append(f"<trap {operand}>"))(self)
        return True


class Compiler(ast.NodeVisitor):
    """A subset of Python, by its own parser, to assembly."""

    OPERATORS = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.FloorDiv: "div", ast.Mod: "mod"}

    def __init__(self):
        self.lines, self.names, self.labels = [], {}, 0

    def emit(self, *lines):
        self.lines += lines

    def label(self):
        self.labels += 1
        return f"L{self.labels}"

    def variable(self, name):
        return self.names.setdefault(name, f"v_{name}")

    def compile(self, source):
        for statement in ast.parse(source).body:
            self.visit(statement)
        self.emit("halt", *(f"{label}: .word 0" for label in self.names.values()))
        return "\n".join(self.lines)

    def generic_visit(self, node):
        raise NotImplementedError(f"{type(node).__name__} on line {node.lineno}")

    def visit_Assign(self, node):
        self.visit(node.value)
        self.emit(f"store {self.variable(node.targets[0].id)}")

    def visit_AugAssign(self, node):
        self.emit(f"load {self.variable(node.target.id)}")
        self.visit(node.value)
        self.emit(self.OPERATORS[type(node.op)], f"store {self.variable(node.target.id)}")

    def visit_Expr(self, node):
        if not (isinstance(node.value, ast.Call) and node.value.func.id == "print"):
            self.generic_visit(node)
        for argument in node.value.args:
            self.visit(argument)
            self.emit("out")
        self.emit("push 10", "emit")

    def visit_BinOp(self, node):
        self.visit(node.left)
        self.visit(node.right)
        self.emit(self.OPERATORS[type(node.op)])

    def visit_UnaryOp(self, node):
        self.visit(node.operand)
        self.emit("neg" if isinstance(node.op, ast.USub) else "not")

    def visit_Compare(self, node):
        left, right = node.left, node.comparators[0]
        match node.ops[0]:
            case ast.Lt() | ast.Eq() | ast.NotEq() | ast.GtE():
                self.visit(left), self.visit(right)
            case _:
                self.visit(right), self.visit(left)
        self.emit("eq" if isinstance(node.ops[0], (ast.Eq, ast.NotEq)) else "lt")
        if isinstance(node.ops[0], (ast.NotEq, ast.GtE, ast.LtE)):
            self.emit("not")

    def visit_Constant(self, node):
        self.emit(f"push {int(node.value)}")

    def visit_Name(self, node):
        self.emit(f"load {self.variable(node.id)}")

    def visit_While(self, node):
        top, end = self.label(), self.label()
        self.emit(f"{top}:")
        self.visit(node.test)
        self.emit(f"jz {end}")
        for statement in node.body:
            self.visit(statement)
        self.emit(f"jmp {top}", f"{end}:")

    def visit_If(self, node):
        otherwise, end = self.label(), self.label()
        self.visit(node.test)
        self.emit(f"jz {otherwise}")
        for statement in node.body:
            self.visit(statement)
        self.emit(f"jmp {end}", f"{otherwise}:")
        for statement in node.orelse:
            self.visit(statement)
        self.emit(f"{end}:")


FACTORIAL = """
        .equ LIMIT 10
start:  push 1
loop:   dup
        call fact
        out
        push 1
        add
        dup
        push LIMIT+1
        lt
        jnz loop
        pop
        push text
print:  dup
        loadi
        dup
        jz done
        emit
        push 4
        add
        jmp print
done:   trap 7
        halt
fact:   dup             ; n
        jz one
        dup
        push 1
        sub
        call fact
        mul
        ret
one:    pop
        push 1
        ret
text:   .text "done\\n"
"""
image = Assembler(FACTORIAL).assemble()
print(len(image.code), image.symbols)
print(*list(disassemble(Image(image.code[: image.symbols["text"]], image.symbols, {})))[:14], sep="\n")
machine = Machine(image)
machine.traps[7] = lambda m: m.output.append(f"[trap after {m.steps} steps, stack {m.stack}]")
print(machine.run())
SOURCE = """
n = 27
steps = 0
while n != 1:
    if n % 2 == 0:
        n = n // 2
    else:
        n = 3 * n + 1
    steps += 1
print(steps, n)
a = 0
b = 1
while a < 1000:
    print(a, -a)
    c = a + b
    a = b
    b = c
print(7 <= 7, 8 > 9, not 3, -7 // 2, -7 % 3)
"""
assembly = Compiler().compile(SOURCE)
print(len(assembly.splitlines()), *assembly.splitlines()[:12], sep=" | ")
print(Machine(Assembler(assembly).assemble()).run())
for title, source in {"underflow": "push 1\nadd", "zero": "push 1\npush 0\ndiv", "loop": "l: jmp l", "deep": "f: call f", "wild": "push 9\npush 100000\nstorei", "illegal": ".word 255", "overflow": "push 2147483647\npush 1\nadd\nout\nhalt"}.items():
    print(title, Machine(Assembler(source).assemble(), limit=1000).run())
for source in ["bogus", "push", "add 1", "x: nop\nx: nop", "jmp nowhere", "?!", "a: halt\na: halt"]:
    try:
        Assembler(source).assemble()
    except AssemblyError as error:
        print(error)
try:
    Compiler().compile("x = [1]")
except NotImplementedError as error:
    print("not supported:", error)
