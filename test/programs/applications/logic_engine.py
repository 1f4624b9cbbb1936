"""A logic language: terms, unification with a trail, backtracking by generators, cut, negation, arithmetic, lists."""
import re
import sys
from dataclasses import dataclass
from itertools import count, islice

sys.setrecursionlimit(6000)


class Var:
    serial = count()
    __slots__ = ("name", "value")

    def __init__(self, name="_"):
        self.name, self.value = name, None


@dataclass(frozen=True, slots=True)
class Struct:
    name: str
    args: tuple = ()


NIL = Struct("[]")


def walk(t):
    while isinstance(t, Var) and t.value is not None:
        t = t.value
    return t


def show(t):
    match walk(t):
        case Struct(".", (head, tail)):
            items = [show(head)]
            while isinstance(tail := walk(tail), Struct) and tail.name == ".":
                items.append(show(tail.args[0]))
                tail = tail.args[1]
            return f"[{', '.join(items)}{'' if tail == NIL else '|' + show(tail)}]"
        case Struct(name, ()):
            return name
        case Struct(("+" | "-" | "*" | "=") as op, (a, b)):
            return f"{show(a)}{op}{show(b)}"
        case Struct(name, args):
            return f"{name}({', '.join(map(show, args))})"
        case Var(name=name):
            return name
        case other:
            return str(other)


OPERATORS = {":-": 1, ",": 2, "=": 4, "\\=": 4, "is": 4, "<": 4, ">": 4, "=<": 4, ">=": 4, "=:=": 4, "+": 5, "-": 5, "*": 6, "//": 6, "mod": 6}


class Reader:
    TOKEN = re.compile(r"\s*(?:%[^\n]*\s*)*(?:(\d+)|([A-Z_]\w*)|([a-z]\w*)|('[^']*')|(:-|\\\+|\\=|=<|>=|=:=|//|[-+*<>=(),.\[\]|!]))")

    def __init__(self, text):
        self.tokens, at, text = [], 0, text.rstrip()
        while at < len(text):
            m = self.TOKEN.match(text, at)
            if not m:
                raise SyntaxError(f"cannot read {text[at:at + 10]!r}")
            self.tokens.append((m.lastindex, m[m.lastindex]))
            at = m.end()
        self.at, self.variables = 0, {}

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def take(self, wanted=None):
        if wanted is not None and self.peek() != wanted:
            raise SyntaxError(f"{wanted} expected, not {self.peek()}")
        self.at += 1
        return self.tokens[self.at - 1]

    def clauses(self):
        while self.peek() is not None:
            self.variables = {}
            yield self.term(1)
            self.take(".")

    def term(self, level):
        left = self.primary()
        while (op := self.peek()) in OPERATORS and OPERATORS[op] >= level:
            self.take()
            # Only the comma takes a right side of its own level.
            left = Struct(op, (left, self.term(OPERATORS[op] + (op != ","))))
        return left

    def arguments(self, end):
        items = [self.term(3)]
        while self.peek() == ",":
            self.take()
            items.append(self.term(3))
        if end == "]":
            tail = NIL
            if self.peek() == "|":
                self.take()
                tail = self.term(3)
            self.take(end)
            for item in reversed(items):
                tail = Struct(".", (item, tail))
            return tail
        self.take(end)
        return tuple(items)

    def primary(self):
        kind, text = self.take()
        match kind, text:
            case 1, _:
                return int(text)
            case 2, "_":
                return Var()
            case 2, _:
                return self.variables.setdefault(text, Var(text))
            case _, "(":
                inner = self.term(1)
                self.take(")")
                return inner
            case _, "[":
                if self.peek() == "]":
                    self.take()
                    return NIL
                return self.arguments("]")
            case _, "\\+":
                return Struct("\\+", (self.term(4),))
            case 3 | 4, _:
                name = text.strip("'")
                if self.peek() == "(":
                    self.take()
                    return Struct(name, self.arguments(")"))
                return Struct(name)
            case _, "!":
                return Struct("!")
        raise SyntaxError(f"unexpected {text}")


class Cut(Exception):
    """Leaves the predicate whose clause had the cut."""

    def __init__(self, frame):
        self.frame = frame


class Engine:
    def __init__(self, program):
        self.trail, self.database, self.output, self.steps = [], {}, [], 0
        for clause in Reader(program).clauses():
            head, body = clause.args if clause.name == ":-" else (clause, Struct("true"))
            self.database.setdefault((head.name, len(head.args)), []).append((head, body))

    def undo(self, mark):
        while len(self.trail) > mark:
            self.trail.pop().value = None

    def unify(self, a, b):
        stack = [(a, b)]
        while stack:
            a, b = map(walk, stack.pop())
            if a is b or (isinstance(a, int) and a == b):
                continue
            if isinstance(a, Var) or isinstance(b, Var):
                a, b = (a, b) if isinstance(a, Var) else (b, a)
                a.value = b
                self.trail.append(a)
            elif isinstance(a, Struct) and isinstance(b, Struct) and a.name == b.name and len(a.args) == len(b.args):
                stack += zip(a.args, b.args)
            else:
                return False
        return True

    def rename(self, t, fresh):
        if isinstance(t, Var):
            return fresh.setdefault(t, Var(f"{t.name}"))
        return Struct(t.name, tuple(self.rename(a, fresh) for a in t.args)) if isinstance(t, Struct) and t.args else t

    def number(self, t):
        match walk(t):
            case int(n):
                return n
            case Struct(op, (a, b)):
                x, y = self.number(a), self.number(b)
                return {"+": int.__add__, "-": int.__sub__, "*": int.__mul__, "//": int.__floordiv__, "mod": int.__mod__}[op](x, y)
            case other:
                raise ValueError(f"{show(other)} is not a number")

    def solve(self, goal, frame):
        self.steps += 1
        match walk(goal):
            case Struct(",", (a, b)):
                for _ in self.solve(a, frame):
                    yield from self.solve(b, frame)
            case Struct("true"):
                yield
            case Struct("!"):
                yield
                raise Cut(frame)
            case Struct("\\+", (a,)):
                mark = len(self.trail)
                holds = next(self.call(a), self) is not self
                self.undo(mark)
                if not holds:
                    yield
            case Struct("=", (a, b)):
                yield from self.attempt(lambda: self.unify(a, b))
            case Struct("\\=", (a, b)):
                yield from self.solve(Struct("\\+", (Struct("=", (a, b)),)), frame)
            case Struct("is", (a, b)):
                yield from self.attempt(lambda: self.unify(a, self.number(b)))
            case Struct(("<" | ">" | "=<" | ">=" | "=:=") as op, (a, b)):
                x, y = self.number(a), self.number(b)
                if {"<": x < y, ">": x > y, "=<": x <= y, ">=": x >= y, "=:=": x == y}[op]:
                    yield
            case Struct("write", (a,)):
                self.output.append(show(a))
                yield
            case Struct("findall", (template, goal, result)):
                mark, found = len(self.trail), NIL
                answers = [self.rename_bound(template) for _ in self.call(goal)]
                self.undo(mark)
                for answer in reversed(answers):
                    found = Struct(".", (answer, found))
                yield from self.attempt(lambda: self.unify(result, found))
            case Struct(name, args) as goal:
                if (name, len(args)) not in self.database:
                    raise LookupError(f"unknown procedure {name}/{len(args)}")
                yield from self.predicate(goal)
            case other:
                raise TypeError(f"{show(other)} is not callable")

    def rename_bound(self, t):
        t = walk(t)
        return Struct(t.name, tuple(map(self.rename_bound, t.args))) if isinstance(t, Struct) else t

    def attempt(self, action):
        mark = len(self.trail)
        if action():
            yield
        self.undo(mark)

    def predicate(self, goal):
        frame, mark = object(), len(self.trail)
        try:
            for clause in self.database[goal.name, len(goal.args)]:
                fresh = {}
                if self.unify(goal, self.rename(clause[0], fresh)):
                    yield from self.solve(self.rename(clause[1], fresh), frame)
                self.undo(mark)
        except Cut as cut:
            self.undo(mark)
            if cut.frame is not frame:
                raise

    def call(self, goal):
        frame = object()
        try:
            yield from self.solve(goal, frame)
        except Cut as cut:
            if cut.frame is not frame:
                raise

    def ask(self, text, limit=6):
        reader = Reader(text)
        goal = reader.term(1)
        self.trail.clear()
        answers = []
        for _ in islice(self.call(goal), limit):
            answers.append(", ".join(f"{n} = {show(v)}" for n, v in reader.variables.items() if walk(v) is not v) or "yes")
        return answers or ["no"]


engine = Engine("""
    parent(ann, bob). parent(ann, cid). parent(bob, dan). parent(cid, eve). parent(eve, fay).
    ancestor(X, Y) :- parent(X, Y).
    ancestor(X, Z) :- parent(X, Y), ancestor(Y, Z).
    sibling(X, Y) :- parent(P, X), parent(P, Y), X \\= Y.
    append([], L, L).
    append([H|T], L, [H|R]) :- append(T, L, R).
    member(X, [X|_]).
    member(X, [_|T]) :- member(X, T).
    once(X, L) :- member(X, L), !.
    length([], 0).
    length([_|T], N) :- length(T, M), N is M + 1.
    select(X, [X|T], T).
    select(X, [H|T], [H|R]) :- select(X, T, R).
    perm([], []).
    perm(L, [H|T]) :- select(H, L, R), perm(R, T).
    max(X, Y, X) :- X >= Y, !.
    max(_, Y, Y).
    range(N, N, [N]) :- !.
    range(A, N, [A|T]) :- A < N, B is A + 1, range(B, N, T).
    queens(N, Qs) :- range(1, N, Ns), place(Ns, [], Qs).
    place([], Qs, Qs).
    place(Free, Done, Qs) :- select(Q, Free, Rest), safe(Q, 1, Done), place(Rest, [Q|Done], Qs).
    safe(_, _, []).
    safe(Q, D, [P|Ps]) :- P \\= Q, A is P - Q, A \\= D, B is Q - P, B \\= D, E is D + 1, safe(Q, E, Ps).
    hanoi(0, _, _, _) :- !.
    hanoi(N, A, B, C) :- M is N - 1, hanoi(M, A, C, B), write(A-B), hanoi(M, C, B, A).
    d(X, X, 1) :- !.
    d(N, _, 0) :- \\+ N = _ + _, \\+ N = _ * _.
    d(A + B, X, DA + DB) :- d(A, X, DA), d(B, X, DB).
    d(A * B, X, A * DB + DA * B) :- d(A, X, DA), d(B, X, DB).
""")
for question in [
    "ancestor(ann, Who)",
    "ancestor(X, fay), parent(X, eve)",
    "sibling(bob, S)",
    "sibling(dan, S)",
    "append(X, [c], [a, b, c])",
    "append(X, Y, [1, 2])",
    "append([1|T], [3], [1, 2, 3])",
    "member(X, [1, 2, 3]), X > 1",
    "once(X, [a, b, c])",
    "length([a, b, c, d], N)",
    "perm([1, 2, 3], P)",
    "max(3, 2, M)",
    "max(2, 7, M), N is M * M mod 10 - 1",
    "findall(Y - X, parent(X, Y), L), length(L, N)",
    "\\+ parent(bob, eve)",
    "X = f(Y, Z), Y = [1|Z], Z = []",
    "queens(4, Q)",
    "d(x * x + 3, x, D)",
    "hanoi(3, left, right, middle)",
    "X is foo + 1",
    "nobody(X)",
    "append(X, [b)",
    "42",
]:
    try:
        print(f"?- {question}.", *engine.ask(question), sep="\n     ")
    except (ValueError, LookupError, SyntaxError, TypeError) as error:
        print(f"?- {question}.\n     {type(error).__name__}: {error}")
    if engine.output:
        print("    ", *engine.output)
        engine.output.clear()
print(f"{engine.ask('queens(6, Q)', 1)} in {engine.steps} steps")
