"""A regular expression engine: parser to syntax tree, Thompson construction, Pike simulation, and a lazy DFA; checked against re."""
import re
from collections import deque
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Char:
    accepts: frozenset | None  # None is any character
    negated: bool = False

    def __contains__(self, c):
        return c != "\n" if self.accepts is None else (c in self.accepts) != self.negated


@dataclass(frozen=True)
class Cat:
    parts: tuple


@dataclass(frozen=True)
class Alt:
    options: tuple


@dataclass(frozen=True)
class Repeat:
    body: object
    low: int
    high: int | None
    greedy: bool = True


@dataclass(frozen=True)
class Group:
    body: object
    index: int


@dataclass(frozen=True)
class Assertion:
    kind: str


CLASSES = {"d": frozenset("0123456789"), "w": frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), "s": frozenset(" \t\n\r\f\v")}


class Parser:
    def __init__(self, pattern):
        self.pattern, self.i, self.groups = pattern, 0, 0

    def peek(self):
        return self.pattern[self.i : self.i + 1]

    def next(self):
        c = self.peek()
        if not c:
            raise ValueError(f"unexpected end of {self.pattern!r}")
        self.i += 1
        return c

    def parse(self):
        tree = self.alternatives()
        if self.peek():
            raise ValueError(f"unbalanced {self.peek()!r} at {self.i}")
        return tree

    def alternatives(self):
        options = [self.sequence()]
        while self.peek() == "|":
            self.i += 1
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Alt(tuple(options))

    def sequence(self):
        parts = []
        while self.peek() not in ("", "|", ")"):
            parts.append(self.repeated())
        return Cat(tuple(parts))

    def repeated(self):
        atom = self.atom()
        while self.peek() and self.peek() in "*+?{":
            op = self.next()
            if op == "{":
                end = self.pattern.index("}", self.i)
                low, comma, high = self.pattern[self.i : end].partition(",")
                self.i = end + 1
                bounds = (int(low or 0), int(high) if high else None if comma else int(low))
            else:
                bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}[op]
            if isinstance(atom, Assertion):
                raise ValueError("nothing to repeat")
            greedy = self.peek() != "?"
            self.i += not greedy
            atom = Repeat(atom, *bounds, greedy)
        return atom

    def atom(self):
        match c := self.next():
            case "(":
                if self.pattern.startswith("?:", self.i):
                    self.i += 2
                    body = self.alternatives()
                else:
                    self.groups += 1
                    index = self.groups
                    body = Group(self.alternatives(), index)
                if self.peek() != ")":
                    raise ValueError("missing )")
                self.i += 1
                return body
            case "[":
                return self.char_class()
            case ".":
                return Char(None)
            case "^" | "$":
                return Assertion(c)
            case "\\":
                return self.escape()
            case "*" | "+" | "?" | "{":
                raise ValueError(f"nothing to repeat at {self.i - 1}")
            case _:
                return Char(frozenset(c))

    def escape(self):
        c = self.next()
        if c.lower() in CLASSES:
            return Char(CLASSES[c.lower()], c.isupper())
        if c == "b":
            return Assertion("b")
        return Char(frozenset({"n": "\n", "t": "\t"}.get(c, c)))

    def char_class(self):
        negated = self.peek() == "^"
        self.i += negated
        chars, first = set(), True
        while (c := self.next()) != "]" or first:
            first = False
            if c == "\\":
                chars |= self.escape().accepts
                continue
            if self.peek() == "-" and self.pattern[self.i + 1 : self.i + 2] not in ("]", ""):
                self.i += 1
                end = self.next()
                chars.update(map(chr, range(ord(c), ord(end) + 1)))
            else:
                chars.add(c)
        return Char(frozenset(chars), negated)


class Program:
    """Instructions: ('char', Char), ('split', a, b), ('jump', a), ('save', n), ('assert', kind), ('match',)."""

    def __init__(self, pattern):
        parser = Parser(pattern)
        tree = parser.parse()
        self.groups = parser.groups
        self.code = []
        self.compile(Group(tree, 0))
        self.code.append(("match",))

    def compile(self, node):
        code = self.code
        match node:
            case Char():
                code.append(("char", node))
            case Cat(parts):
                for part in parts:
                    self.compile(part)
            case Assertion(kind):
                code.append(("assert", kind))
            case Group(body, index):
                code.append(("save", 2 * index))
                self.compile(body)
                code.append(("save", 2 * index + 1))
            case Alt(options):
                jumps = []
                for option in options[:-1]:
                    split = self.emit("split")
                    self.compile(option)
                    jumps.append(self.emit("jump"))
                    code[split] = ("split", split + 1, len(code))
                self.compile(options[-1])
                for jump in jumps:
                    code[jump] = ("jump", len(code))
            case Repeat(body, low, high, greedy):
                for _ in range(low):
                    self.compile(body)
                if high is None:
                    split = self.emit("split")
                    self.compile(body)
                    code.append(("jump", split))
                    self.patch(split, len(code), greedy)
                else:
                    splits = []
                    for _ in range(high - low):
                        splits.append(self.emit("split"))
                        self.compile(body)
                    for split in splits:
                        self.patch(split, len(code), greedy)

    def emit(self, op):
        self.code.append((op,))
        return len(self.code) - 1

    def patch(self, split, end, greedy):
        self.code[split] = ("split", split + 1, end) if greedy else ("split", end, split + 1)

    def __str__(self):
        def operand(x):
            if isinstance(x, Char):
                return "any" if x.accepts is None else ("not " if x.negated else "") + "".join(sorted(x.accepts))[:12]
            return str(x)

        return "\n".join(f"{i:3} {op:<7}" + " ".join(map(operand, rest)) for i, (op, *rest) in enumerate(self.code))


def holds(kind, text, i):
    if kind == "^":
        return i == 0
    if kind == "$":
        return i == len(text)
    word = CLASSES["w"]
    return (i > 0 and text[i - 1] in word) != (i < len(text) and text[i] in word)


class Regex:
    def __init__(self, pattern):
        self.pattern, self.program = pattern, Program(pattern)
        self.steps = 0

    def add(self, threads, seen, pc, saves, text, i):
        """Follows what needs no character, in order of priority."""
        stack = [(pc, saves)]
        while stack:
            pc, saves = stack.pop()
            if pc in seen:
                continue
            seen.add(pc)
            self.steps += 1
            match self.program.code[pc]:
                case ("jump", target):
                    stack.append((target, saves))
                case ("split", a, b):
                    stack += [(b, saves), (a, saves)]
                case ("save", n):
                    stack.append((pc + 1, saves[:n] + (i,) + saves[n + 1 :]))
                case ("assert", kind):
                    if holds(kind, text, i):
                        stack.append((pc + 1, saves))
                case _:
                    threads.append((pc, saves))

    def search(self, text, start=0):
        """The leftmost match with Perl's priorities, in linear time."""
        code, best, threads = self.program.code, None, []
        empty = (None,) * (2 * self.program.groups + 2)
        for i in range(start, len(text) + 1):
            seen = {pc for pc, _ in threads}
            if best is None:
                self.add(threads, seen, 0, empty, text, i)
            if not threads:
                break
            following, seen = [], set()
            for pc, saves in threads:
                op = code[pc]
                if op[0] == "match":
                    best = saves
                    break
                if i < len(text) and text[i] in op[1]:
                    self.add(following, seen, pc + 1, saves, text, i + 1)
            threads = following
        return Match(text, best) if best is not None else None

    def finditer(self, text):
        position = 0
        while position <= len(text) and (m := self.search(text, position)):
            yield m
            position = m.end + (m.end == m.start)

    def fullmatch_dfa(self, text):
        """Sets of states made on demand; no groups."""
        state = self.closure((0,))
        for c in text:
            state = self.step(state, c)
            if not state:
                return False
        return any(self.program.code[pc] == ("match",) for pc in state)

    @lru_cache
    def step(self, state, c):
        return self.closure(tuple(pc + 1 for pc in state if self.program.code[pc][0] == "char" and c in self.program.code[pc][1]))

    @lru_cache
    def closure(self, pcs):
        seen, queue = [], deque(pcs)
        while queue:
            pc = queue.popleft()
            if pc in seen:
                continue
            seen.append(pc)
            match self.program.code[pc]:
                case ("jump", a):
                    queue.append(a)
                case ("split", a, b):
                    queue += (a, b)
                case ("save", _) | ("assert", _):
                    queue.append(pc + 1)
        return tuple(sorted(seen))


@dataclass
class Match:
    text: str
    saves: tuple

    @property
    def start(self):
        return self.saves[0]

    @property
    def end(self):
        return self.saves[1]

    def groups(self):
        return tuple(None if a is None or b is None else self.text[a:b] for a, b in zip(self.saves[2::2], self.saves[3::2]))

    def __str__(self):
        return self.text[self.start : self.end]


print(Program("a(b|c)*d+?"))
CASES = [
    (r"(a|ab)(c|bcd)(d*)", "abcd"), (r"a+b", "xaaab aab"), (r"(\w+)@(\w+)\.com", "mail bob@site.com and ann@work.com"), (r"^\d{2,3}$", "123"), (r"^\d{2,3}$", "1234"), (r"[^aeiou\s]+", "hello world"),
    (r"a*?b", "aaab"), (r"(a*)(a*)", "aaa"), (r"x*", "axb"), (r"\bfoo\b", "a foo, food"), (r"(?:ab|a)(?:c|bc)", "abc"), (r"([a-c]|[x-z0-2])+", "abcxyz012!"), (r"colou?r", "color colour"), (r"a{0,2}b{3}", "aabbb"),
    (r"(a|b|c|d|e)f", "ef"), (r".+\n", "line\nnext"), (r"[]a]+", "a]b"), (r"(a(b)?)+", "aba"), (r"\.\*", "x.*y"), (r"", "abc"), (r"(|a)+", "aaa"), (r"[a\-z]+", "-az"),
]  # fmt: skip
for pattern, text in CASES:
    mine, real = Regex(pattern).search(text), re.search(pattern, text)
    same = (mine is None) == (real is None) and (mine is None or ((mine.start, mine.end), mine.groups()) == (real.span(), real.groups()))
    print(f"{pattern:<24} {text!r:<40} {str(mine)!r:<20} {mine.groups() if mine else '-'} {'same' if same else f'differs from re: {real}'}")
print([str(m) for m in Regex(r"\w+").finditer("find all the words")], [m.start for m in Regex("a?").finditer("baac")])
for bad in ["(a", "a)", "*a", "[abc", "a\\", "^*", "a{2"]:
    try:
        Regex(bad)
        print(bad, "accepted")
    except ValueError as error:
        print(f"{bad!r}: {error}")
evil = Regex("(a?){18}a{18}")
print(evil.search("a" * 18).end, evil.steps < 20_000, evil.fullmatch_dfa("a" * 30), evil.fullmatch_dfa("a" * 40))
number = Regex(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
print([s for s in ["1", "-2.5", ".5", "1e10", "e5", "1.2.3", "+.e", "7."] if number.fullmatch_dfa(s)])
