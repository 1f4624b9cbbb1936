"""Structural pattern matching: every kind of pattern, in a symbolic algebra, a command language and JSON queries."""


class Expr:
    pass


class Num(Expr):
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return str(self.value)


class Var(Expr):
    __match_args__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class Op(Expr):
    __match_args__ = ("symbol", "left", "right")

    def __init__(self, symbol, left, right):
        self.symbol, self.left, self.right = symbol, left, right

    def __repr__(self):
        return f"({self.left} {self.symbol} {self.right})"


def simplify(expr):
    match expr:
        case Op(symbol, left, right):
            expr = Op(symbol, simplify(left), simplify(right))
    match expr:
        case Op("+", Num(a), Num(b)):
            return Num(a + b)
        case Op("*", Num(a), Num(b)):
            return Num(a * b)
        case Op("^", Num(a), Num(b)):
            return Num(a ** b)
        case Op("+", x, Num(0)) | Op("+", Num(0), x) | Op("*", x, Num(1)) | Op("*", Num(1), x) | Op("^", x, Num(1)):
            return x
        case Op("*", Num(0), _) | Op("*", _, Num(0)):
            return Num(0)
        case Op("^", _, Num(0)):
            return Num(1)
        case Op("+", Var(a), Var(b)) if a == b:
            return Op("*", Num(2), Var(a))
        case Op("*", Num(a), Op("*", Num(b), rest)):
            return simplify(Op("*", Num(a * b), rest))
        case Op("*", x, Num() as number):
            return Op("*", number, x)
        case _:
            return expr


def derive(expr, by):
    match expr:
        case Num():
            return Num(0)
        case Var(name):
            return Num(int(name == by))
        case Op("+", a, b):
            return Op("+", derive(a, by), derive(b, by))
        case Op("*", a, b):
            return Op("+", Op("*", derive(a, by), b), Op("*", a, derive(b, by)))
        case Op("^", a, Num(n)):
            return Op("*", Op("*", Num(n), Op("^", a, Num(n - 1))), derive(a, by))
    raise ValueError(expr)


class Direction:
    NORTH, SOUTH, EAST, WEST = "n", "s", "e", "w"


def command(line):
    match line.split():
        case []:
            return "nothing to do"
        case ["quit" | "exit" | "q"]:
            return "bye"
        case ["go", (Direction.NORTH | Direction.SOUTH | Direction.EAST | Direction.WEST) as way]:
            return f"walk {way}"
        case ["go", *_]:
            return "go where?"
        case ["get", thing]:
            return f"take the {thing}"
        case ["get", *things] if len(things) > 3:
            return "too much to carry"
        case ["get", *things, "and", last]:
            return f"take {', '.join(things)} plus {last}"
        case [verb, "the", noun] | [verb, noun]:
            return f"cannot {verb} {noun}"
        case [first, *_, last]:
            return f"{first}...{last}?"
        case [other]:
            return f"{other}?"


def kind(value):
    match value:
        case None:
            return "nothing"
        case True | False:
            return "truth"
        case 0 | 0.0 | 0j:
            return "zero"
        case -1 | -1.5:
            return "minus something"
        case 3 + 4j:
            return "the complex one"
        case int(n) if n > 10**12:
            return f"a big int of {n.bit_length()} bits"
        case int() | float():
            return "a number"
        case "":
            return "an empty string"
        case str(text) if text.isupper():
            return f"SHOUTED {text}"
        case "a" "b":
            return "joined literal"
        case str():
            return "a string"
        case b"\x00" | bytearray(b"\x00"):
            return "a zero byte"
        case ():
            return "an empty sequence"
        case (x,):
            return f"one {kind(x)}"
        case [(a, b), [c, *_]]:
            return f"nested {a}{b}{c}"
        case [x, y, *rest] if not rest:
            return f"a pair of {kind(x)} and {kind(y)}"
        case list([_, *_]) | tuple([_, *_]):
            return f"a sequence of {len(value)}"
        case {"type": "circle", "r": int() | float() as r}:
            return f"circle {r}"
        case {"type": str(t), **rest} if rest:
            return f"{t} with {sorted(rest)}"
        case {}:
            return f"a mapping of {len(value)}"
        case set() | frozenset():
            return "a set"
        case type(__name__=name):
            return f"the class {name}"
        case object(__dict__={"secret": secret}):
            return f"an object hiding {secret}"
    return "something else"


class Safe:
    def __init__(self, secret):
        self.secret = secret


def query(data, *path):
    """Looks into nested data: names, indices, `*` for all, ("where", key, value)."""
    match path:
        case []:
            yield data
        case ["*", *rest]:
            for item in data.values() if isinstance(data, dict) else data:
                yield from query(item, *rest)
        case [("where", key, wanted), *rest]:
            match data:
                case {"name": _, **others} if others.get(key) == wanted:
                    yield from query(data, *rest)
        case [str(name), *rest]:
            match data:
                case dict() if name in data:
                    yield from query(data[name], *rest)
        case [int(index), *rest]:
            match data:
                case [*items] if -len(items) <= index < len(items):
                    yield from query(items[index], *rest)


DATA = {
    "team": [
        {"name": "Ada", "role": "dev", "skills": ["math", "looms"]},
        {"name": "Grace", "role": "admiral", "skills": ["cobol"]},
        {"name": "Alan", "role": "dev", "skills": []},
    ],
    "site": {"town": "London", "rooms": [1, 2, 3]},
}


def main():
    x, two = Var("x"), Num(2)
    polynomial = Op("+", Op("*", Num(3), Op("^", x, two)), Op("+", Op("*", two, x), Num(7)))
    print(polynomial, "->", derive(polynomial, "x"), "->", simplify(derive(polynomial, "x")))
    print(simplify(Op("+", x, x)), simplify(Op("*", Op("^", x, Num(0)), Num(5))), simplify(Op("*", x, Num(4))))
    for line in ("", "q", "go n", "go up", "get lamp", "get a b and c", "get a b c d", "kick the door", "hit it", "a b c d", "hm"):
        print(f"{line!r:18} {command(line)}")
    values = [
        None, True, 0, 0.0, -1, -1.5, 3 + 4j, 10**15, 7, 2.5, "", "HEY", "ab", "text", b"\x00", (), [5], [(1, 2), "xyz"],
        (1, "b"), [1, 2, 3], range(5), {"type": "circle", "r": 2}, {"type": "box", "w": 1, "h": 2}, {"type": "dot"}, {1, 2}, int, Safe("gold"), len,
    ]
    for value in values:
        print(f"{value!r:36.36}" if not isinstance(value, Safe) else f"{'<safe>':36}", kind(value))
    print(list(query(DATA, "team", "*", "name")), list(query(DATA, "team", "*", ("where", "role", "dev"), "skills", 0)))
    print(list(query(DATA, "*", "rooms", -1)), list(query(DATA, "team", 7)), list(query(DATA, "nowhere")))


if __name__ == "__main__":
    main()
