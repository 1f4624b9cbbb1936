"""A spreadsheet: formulas with references and ranges, dependency tracking, cycles, and a text rendering."""
import math
import operator
import re
from collections import defaultdict, deque


class FormulaError(Exception):
    """What a cell shows in place of a value: #DIV/0!, #REF!, #NAME?, #VALUE!, #CYCLE!"""


TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?)|(?P<string>"(?:[^"]|"")*")|(?P<range>\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+)
    |(?P<cell>\$?[A-Z]+\$?\d+)|(?P<name>[A-Z]+)(?=\()|(?P<op><=|>=|<>|[-+*/^&=<>(),%]))""",
    re.X,
)
CELL = re.compile(r"\$?([A-Z]+)\$?(\d+)$")


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_name(number):
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def expand(reference):
    (c1, r1), (c2, r2) = (CELL.match(part).groups() for part in reference.split(":"))
    for row in range(int(r1), int(r2) + 1):
        for column in range(column_number(c1), column_number(c2) + 1):
            yield f"{column_name(column)}{row}"


class Formula:
    """Recursive descent to closures; collects the references on the way."""

    COMPARE = {"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}

    def __init__(self, text):
        self.tokens = self.scan(text)
        self.references = set()
        self.position = 0
        self.run = self.comparison()
        if self.position < len(self.tokens):
            raise FormulaError("#PARSE!")

    @staticmethod
    def scan(text):
        tokens, position = [], 0
        while position < len(text.rstrip()):
            if not (m := TOKEN.match(text, position)):
                raise FormulaError("#PARSE!")
            tokens.append((m.lastgroup, m[m.lastgroup]))
            position = m.end()
        return tokens

    def peek(self, *ops):
        return self.position < len(self.tokens) and self.tokens[self.position][1] in ops and self.tokens[self.position][0] == "op"

    def take(self, *ops):
        if self.peek(*ops):
            self.position += 1
            return self.tokens[self.position - 1][1]
        return None

    def left(self, part, table):
        run = part()
        while op := self.take(*table):
            run = self.binary(table[op], run, part())
        return run

    @staticmethod
    def binary(function, a, b):
        def evaluate(sheet):
            try:
                return function(a(sheet), b(sheet))
            except ZeroDivisionError:
                raise FormulaError("#DIV/0!") from None
            except TypeError:
                raise FormulaError("#VALUE!") from None

        return evaluate

    def comparison(self):
        return self.left(self.concatenation, self.COMPARE)

    def concatenation(self):
        return self.left(self.sum, {"&": lambda a, b: show(a) + show(b)})

    def sum(self):
        return self.left(self.product, {"+": lambda a, b: number(a) + number(b), "-": lambda a, b: number(a) - number(b)})

    def product(self):
        return self.left(self.power, {"*": lambda a, b: number(a) * number(b), "/": lambda a, b: number(a) / number(b)})

    def power(self):
        base = self.unary()
        if self.take("^"):
            return self.binary(lambda a, b: number(a) ** number(b), base, self.power())
        return base

    def unary(self):
        if self.take("-"):
            operand = self.unary()
            return lambda sheet: -number(operand(sheet))
        value = self.primary()
        while self.take("%"):
            value = (lambda inner: lambda sheet: number(inner(sheet)) / 100)(value)
        return value

    def primary(self):
        if self.position >= len(self.tokens):
            raise FormulaError("#PARSE!")
        kind, text = self.tokens[self.position]
        self.position += 1
        match kind:
            case "number":
                value = float(text)
                return lambda sheet: value
            case "string":
                value = text[1:-1].replace('""', '"')
                return lambda sheet: value
            case "cell":
                name = text.replace("$", "")
                self.references.add(name)
                return lambda sheet: sheet.value(name)
            case "range":
                names = list(expand(text))
                self.references.update(names)
                return lambda sheet: [sheet.value(n) for n in names]
            case "name":
                return self.call(text)
            case "op" if text == "(":
                inner = self.comparison()
                if not self.take(")"):
                    raise FormulaError("#PARSE!")
                return inner
        raise FormulaError("#PARSE!")

    def call(self, name):
        self.take("(")
        arguments = []
        while not self.take(")"):
            arguments.append(self.comparison())
            if not self.peek(")") and not self.take(","):
                raise FormulaError("#PARSE!")
        if name == "IF":
            test, then, *otherwise = arguments
            return lambda sheet: then(sheet) if test(sheet) else otherwise[0](sheet) if otherwise else False
        if name == "IFERROR":
            return lambda sheet: self.guarded(sheet, *arguments)
        function = FUNCTIONS.get(name)

        def evaluate(sheet):
            if function is None:
                raise FormulaError("#NAME?")
            return function(*(a(sheet) for a in arguments))

        return evaluate

    @staticmethod
    def guarded(sheet, value, fallback):
        try:
            return value(sheet)
        except FormulaError:
            return fallback(sheet)


def number(value):
    if value is None:
        return 0.0
    if isinstance(value, str):
        raise TypeError(value)
    return float(value)


def flat(arguments):
    for a in arguments:
        yield from flat(a) if isinstance(a, list) else (a,)


def numbers(arguments):
    return [float(v) for v in flat(arguments) if isinstance(v, (int, float)) and not isinstance(v, bool)]


def average(*arguments):
    values = numbers(arguments)
    if not values:
        raise FormulaError("#DIV/0!")
    return math.fsum(values) / len(values)


def lookup(key, keys, values):
    try:
        return values[keys.index(key)]
    except ValueError:
        raise FormulaError("#N/A") from None


FUNCTIONS = {
    "SUM": lambda *a: math.fsum(numbers(a)),
    "AVERAGE": average,
    "MIN": lambda *a: min(numbers(a), default=0.0),
    "MAX": lambda *a: max(numbers(a), default=0.0),
    "COUNT": lambda *a: float(len(numbers(a))),
    "ROUND": lambda x, n=0: round(number(x), int(n)),
    "SQRT": lambda x: math.sqrt(x) if x >= 0 else FUNCTIONS["ERROR"]("#NUM!"),
    "LEN": lambda s: float(len(show(s))),
    "UPPER": lambda s: show(s).upper(),
    "AND": lambda *a: all(flat(a)),
    "OR": lambda *a: any(flat(a)),
    "LOOKUP": lookup,
}


def raise_error(text):
    raise FormulaError(text)


FUNCTIONS["ERROR"] = raise_error


def show(value):
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return f"{value:.10g}"
        case FormulaError():
            return str(value)
    return str(value)


class Sheet:
    def __init__(self):
        self.sources, self.formulas, self.cache = {}, {}, {}
        self.dependents = defaultdict(set)
        self.computing = []
        self.evaluations = 0

    def __setitem__(self, name, source):
        for reference in self.formulas.get(name, EMPTY).references:
            self.dependents[reference].discard(name)
        self.formulas.pop(name, None)
        self.sources[name] = source
        if isinstance(source, str) and source.startswith("="):
            try:
                formula = self.formulas[name] = Formula(source[1:].upper() if '"' not in source else source[1:])
                for reference in formula.references:
                    self.dependents[reference].add(name)
            except FormulaError as error:
                self.sources[name] = error
        self.invalidate(name)

    def invalidate(self, name):
        queue, seen = deque([name]), set()
        while queue:
            current = queue.popleft()
            if current not in seen:
                seen.add(current)
                self.cache.pop(current, None)
                queue.extend(self.dependents[current])

    def value(self, name):
        if name in self.cache:
            value = self.cache[name]
        else:
            value = self.cache[name] = self.compute(name)
        if isinstance(value, FormulaError):
            raise value
        return value

    def compute(self, name):
        if name not in self.formulas:
            source = self.sources.get(name)
            return float(source) if isinstance(source, (int, float)) and not isinstance(source, bool) else source
        if name in self.computing:
            return FormulaError("#CYCLE!")
        self.computing.append(name)
        self.evaluations += 1
        try:
            return self.formulas[name].run(self)
        except FormulaError as error:
            return FormulaError(*error.args)
        finally:
            self.computing.pop()

    def __getitem__(self, name):
        try:
            return self.value(name)
        except FormulaError as error:
            return error

    def render(self):
        rows = max(int(CELL.match(n)[2]) for n in self.sources)
        columns = max(column_number(CELL.match(n)[1]) for n in self.sources)
        grid = [[show(self[f"{column_name(c)}{r}"]) for c in range(1, columns + 1)] for r in range(1, rows + 1)]
        widths = [max(len(row[c]) for row in grid) for c in range(columns)]
        yield "    " + " | ".join(column_name(c + 1).center(w) for c, w in enumerate(widths))
        for r, row in enumerate(grid, 1):
            cells = (cell.rjust(w) if re.match(r"^-?[\d.]+$", cell) else cell.ljust(w) for cell, w in zip(row, widths))
            yield f"{r:>3} " + " | ".join(cells).rstrip()


EMPTY = type("Empty", (), {"references": frozenset()})

sheet = Sheet()
for row, (item, quantity, price) in enumerate([("nuts", 120, 0.25), ("bolts", 80, 0.4), ("gears", 7, 12.5), ("chains", 2, 39.9)], 2):
    sheet[f"A{row}"], sheet[f"B{row}"], sheet[f"C{row}"] = item, quantity, price
    sheet[f"D{row}"] = f"=B{row}*C{row}"
    sheet[f"E{row}"] = f'=IF(D{row}>50, "big", "small")'
for column, title in zip("ABCDE", ("item", "qty", "price", "total", "size")):
    sheet[f"{column}1"] = title
sheet["A7"], sheet["D7"] = "sum", "=SUM(D2:D5)"
sheet["A8"], sheet["D8"] = "tax", "=ROUND(D7 * 19%, 2)"
sheet["A9"], sheet["D9"] = "all", "=D7+D8"
sheet["E7"], sheet["E8"] = "=AVERAGE(D2:D5)", "=MAX(B2:B5)-MIN(B2:B5)"
sheet["E9"] = '="total: " & D9 & "!"'
print(*sheet.render(), sep="\n")
print("evaluations", sheet.evaluations)
sheet["B4"] = 8
print(show(sheet["D9"]), "after a change:", sheet.evaluations)
for name, source in {"G1": "=1/0", "G2": "=G1+1", "G3": "=A1+1", "G4": "=NOPE(1)", "G5": "=G6", "G6": "=G5*2", "G7": "=(1+", "G8": "=-2^2", "G9": "=2^3^2", "G10": "=IFERROR(1/0, 7)", "G11": "=AVERAGE(Z1:Z3)", "G12": "=1<=2", "G13": '=LOOKUP("gears", A2:A5, C2:C5)', "G14": '=LOOKUP("x", A2:A5, C2:C5)', "G15": "=SQRT(-1)", "G16": "=LEN(A4)&UPPER(A5)", "G17": "=1.5e2%", "G18": "=AND(TRUE(),1)", "G19": "=COUNT(A1:D9)", "G20": "=3 $ 4"}.items():
    sheet[name] = source
    print(name, source, "->", show(sheet[name]))
sheet["G6"] = 21
print(show(sheet["G5"]), column_name(703), column_number("AAA"), list(expand("AA9:AB10")))
