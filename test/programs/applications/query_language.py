"""A query language over lists of dicts: select, where, join, group by, having, order by, limit - compiled to closures."""
import operator
import re
import statistics
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import NamedTuple


class QueryError(Exception):
    pass


class Token(NamedTuple):
    kind: str
    text: str
    at: int


KEYWORDS = {"select", "distinct", "from", "join", "left", "on", "where", "group", "by", "having", "order", "asc", "desc", "limit",
            "offset", "as", "and", "or", "not", "in", "like", "between", "is", "null", "case", "when", "then", "else", "end"}  # fmt: skip
SCANNER = re.compile(r"\s+|(?P<number>\d+\.?\d*)|(?P<string>'(?:[^']|'')*')|(?P<name>[A-Za-z_]\w*)|(?P<op><=|>=|<>|\|\||[-+*/%=<>(),.])")


def tokens(text):
    at = 0
    while at < len(text):
        if (m := SCANNER.match(text, at)) is None:
            raise QueryError(f"unexpected {text[at]!r} at {at}")
        if kind := m.lastgroup:
            word = m[kind]
            if kind == "name" and word.lower() in KEYWORDS:
                kind, word = "keyword", word.lower()
            yield Token(kind, word, at)
        at = m.end()
    yield Token("end", "", at)


def null_safe(function):
    return lambda a, b: None if a is None or b is None else function(a, b)


BINARY = {k: null_safe(f) for k, f in {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
    "+": operator.add, "-": operator.sub, "*": operator.mul, "%": operator.mod, "||": lambda a, b: f"{a}{b}",
    "/": lambda a, b: a / b if b else None,
}.items()}  # fmt: skip
SCALARS = {
    "upper": str.upper, "lower": str.lower, "length": len, "abs": abs, "round": round, "substr": lambda s, i, n: s[i - 1 : i - 1 + n],
    "coalesce": lambda *values: next((v for v in values if v is not None), None),
}  # fmt: skip
AGGREGATES = {"count": len, "sum": sum, "min": min, "max": max, "avg": statistics.fmean, "list": lambda v: "/".join(map(str, v))}


class Expression(NamedTuple):
    """What a row (or the rows of a group) gives; `text` names its column."""

    value: Callable
    text: str
    aggregate: bool = False


class Parser:
    def __init__(self, text):
        self.tokens = [*tokens(text)]
        self.source = text

    def peek(self, *texts):
        token = self.tokens[0]
        return token.kind in ("keyword", "op") and token.text in texts

    def accept(self, *texts):
        return self.tokens.pop(0).text if self.peek(*texts) else None

    def expect(self, text):
        if not self.accept(text):
            found = self.tokens[0]
            raise QueryError(f"{text} expected at {found.at}, not {found.text or 'the end'}")

    def name(self):
        token = self.tokens.pop(0)
        if token.kind != "name":
            raise QueryError(f"a name expected at {token.at}, not {token.text or 'the end'}")
        return token.text

    def comma_list(self, item):
        found = [item()]
        while self.accept(","):
            found.append(item())
        return found

    def combine(self, op, a, b):
        function = BINARY[op]
        return Expression(lambda row: function(a.value(row), b.value(row)), f"{a.text} {op} {b.text}", a.aggregate or b.aggregate)

    def expression(self):
        left = self.conjunction()
        while self.accept("or"):
            a, b = left, self.conjunction()
            left = Expression(lambda row, a=a, b=b: a.value(row) or b.value(row), f"{a.text} or {b.text}", a.aggregate or b.aggregate)
        return left

    def conjunction(self):
        left = self.negation()
        while self.accept("and"):
            a, b = left, self.negation()
            left = Expression(lambda row, a=a, b=b: a.value(row) and b.value(row), f"{a.text} and {b.text}", a.aggregate or b.aggregate)
        return left

    def negation(self):
        if self.accept("not"):
            inner = self.negation()
            return inner._replace(value=lambda row: None if (v := inner.value(row)) is None else not v, text=f"not {inner.text}")
        return self.comparison()

    def comparison(self):
        left = self.levels(0)
        if self.accept("is"):
            negative = bool(self.accept("not"))
            self.expect("null")
            return left._replace(value=lambda row: (left.value(row) is None) != negative)
        negative = bool(self.accept("not"))
        if self.accept("in"):
            self.expect("(")
            items = self.comma_list(self.expression)
            self.expect(")")
            return left._replace(value=lambda row: (left.value(row) in [i.value(row) for i in items]) != negative)
        if self.accept("like"):
            pattern = self.levels(0).value(None)
            regex = re.compile("".join({"%": ".*", "_": "."}.get(c, re.escape(c)) for c in pattern), re.IGNORECASE)
            return left._replace(value=lambda row: bool(regex.fullmatch(left.value(row) or "")) != negative)
        if self.accept("between"):
            low, _, high = self.levels(0), self.expect("and"), self.levels(0)
            return left._replace(value=lambda row: low.value(row) <= left.value(row) <= high.value(row))
        if op := self.accept("=", "<>", "<", "<=", ">", ">="):
            return self.combine(op, left, self.levels(0))
        return left

    def levels(self, level):
        operators = [("||",), ("+", "-"), ("*", "/", "%")]
        if level == len(operators):
            return self.primary()
        left = self.levels(level + 1)
        while op := self.accept(*operators[level]):
            left = self.combine(op, left, self.levels(level + 1))
        return left

    def primary(self):
        token = self.tokens.pop(0)
        match token:
            case Token("number", text):
                value = float(text) if "." in text else int(text)
                return Expression(lambda row: value, text)
            case Token("string", text):
                value = text[1:-1].replace("''", "'")
                return Expression(lambda row: value, text)
            case Token("keyword", "null"):
                return Expression(lambda row: None, "null")
            case Token("op", "-"):
                inner = self.primary()
                return inner._replace(value=lambda row: -inner.value(row), text="-" + inner.text)
            case Token("op", "("):
                inner = self.expression()
                self.expect(")")
                return inner._replace(text=f"({inner.text})")
            case Token("keyword", "case"):
                return self.case()
            case Token("name", name) if self.accept("("):
                return self.call(name.lower())
            case Token("name", name):
                while self.accept("."):
                    name += "." + self.name()
                return Expression(partial(self.column, name), name)
        raise QueryError(f"an expression expected at {token.at}, not {token.text or 'the end'}")

    @staticmethod
    def column(name, row):
        row = row[0] if isinstance(row, list) else row
        if name in row:
            return row[name]
        found = [k for k in row if k.endswith("." + name)]
        if len(found) != 1:
            raise QueryError(f"{name} is {'ambiguous: ' + ', '.join(found) if found else 'no column'}")
        return row[found[0]]

    def case(self):
        branches = []
        while self.accept("when"):
            test, _, value = self.expression(), self.expect("then"), self.expression()
            branches.append((test.value, value.value))
        default = self.expression().value if self.accept("else") else lambda row: None
        self.expect("end")
        return Expression(lambda row: next((v(row) for t, v in branches if t(row)), default(row)), "case")

    def call(self, name):
        if name in AGGREGATES and self.accept("*"):
            self.expect(")")
            return Expression(len, f"{name}(*)", True)
        distinct = bool(self.accept("distinct"))
        arguments = self.comma_list(self.expression)
        self.expect(")")
        text = f"{name}({', '.join(a.text for a in arguments)})"
        if name in AGGREGATES:
            function, argument = AGGREGATES[name], arguments[0].value

            def aggregate(rows):
                values = [v for r in rows if (v := argument(r)) is not None]
                values = [*dict.fromkeys(values)] if distinct else values
                return function(values) if values or name == "count" else None

            return Expression(aggregate, text, True)
        if name not in SCALARS:
            raise QueryError(f"unknown function {name}")
        function = SCALARS[name]
        return Expression(lambda row: function(*(a.value(row) for a in arguments)), text)

    def source_table(self, database):
        name = self.name()
        if name not in database:
            raise QueryError(f"unknown table {name}")
        alias = self.tokens.pop(0).text if self.tokens[0].kind == "name" else name
        return [{f"{alias}.{k}": v for k, v in row.items()} for row in database[name]]

    def run(self, database) -> Iterable[dict]:
        self.expect("select")
        distinct, columns = bool(self.accept("distinct")), None
        if not self.accept("*"):
            columns = self.comma_list(self.selected)
        self.expect("from")
        rows = self.source_table(database)
        while self.peek("left", "join"):
            rows = self.join(rows, bool(self.accept("left")), database)
        if self.accept("where"):
            test = self.expression().value
            rows = [r for r in rows if test(r)]
        grouped = any(c.aggregate for c in columns or ())
        if self.accept("group"):
            self.expect("by")
            keys, groups = self.comma_list(self.expression), {}
            for row in rows:
                groups.setdefault(tuple(k.value(row) for k in keys), []).append(row)
            rows, grouped = [*groups.values()], True
        elif grouped:
            rows = [rows]
        if self.accept("having"):
            test = self.expression().value
            rows = [r for r in rows if test(r)]
        names = {c.text: c.value for c in columns or ()}
        output = [(r, {n: f(r) for n, f in names.items()} if columns else {k.rpartition(".")[2]: v for k, v in r.items()}) for r in rows]
        if distinct:
            output = [*{tuple(o.items()): (r, o) for r, o in reversed(output)}.values()][::-1]
        if self.accept("order"):
            self.expect("by")
            for key, descending in reversed(self.comma_list(self.ordering)):
                value = lambda p: p[1][key.text] if key.text in p[1] else key.value(p[0])  # noqa: E731
                output.sort(key=lambda p: ((v := value(p)) is not None, v), reverse=descending)
        limit = self.tokens.pop(0).text if self.accept("limit") else None
        start = int(self.tokens.pop(0).text) if self.accept("offset") else 0
        if self.tokens[0].kind != "end":
            raise QueryError(f"unexpected {self.tokens[0].text} at {self.tokens[0].at}")
        return islice((o for _, o in output), start, limit and start + int(limit))

    def selected(self):
        found = self.expression()
        return found._replace(text=self.name()) if self.accept("as") else found

    def ordering(self):
        key = self.expression()
        return key, (self.accept("asc", "desc") or "asc") == "desc"

    def join(self, rows, outer, database):
        self.expect("join")
        other = self.source_table(database)
        self.expect("on")
        test, found = self.expression().value, []
        for row in rows:
            matches = [both for o in other if test(both := row | o)]
            found += matches or ([row | dict.fromkeys(other[0])] if outer else [])
        return found


DATABASE = {
    "staff": [dict(zip(("id", "name", "team", "pay", "boss"), r)) for r in [
        (1, "Ada", "core", 9200, None), (2, "Bo", "core", 7100, 1), (3, "Cy", "web", 6400, 1), (4, "Di", "web", 6900, 3),
        (5, "Ed", "ops", 5200.5, 2), (6, "Flo O'Hara", None, 4800, 4),
    ]],
    "teams": [{"key": "core", "city": "Oslo"}, {"key": "web", "city": "Rome"}, {"key": "lab", "city": "Oslo"}],
}  # fmt: skip
for text in [
    "select name, pay from staff where pay > 6500 order by pay desc",
    "select * from teams order by city, key desc",
    "select team, count(*) as n, avg(pay) as mean, list(name) as who from staff group by team having count(*) > 0 order by mean",
    "select team, count(*), max(pay) - min(pay) as spread from staff group by team having count(*) > 1 order by team",
    "select s.name, city from staff s left join teams t on s.team = t.key order by city, s.name limit 4 offset 1",
    "select w.name || ' < ' || b.name as chain, b.pay - w.pay as gap from staff w join staff b on w.boss = b.id where b.pay > w.pay",
    "select distinct city from teams where not city like 'r%'",
    "select upper(substr(name, 1, 2)) as code, case when pay >= 7000 then 'high' when pay >= 6000 then 'middle' else 'low' end as band from staff",
    "select coalesce(team, 'none') as t, sum(pay * 12) as year from staff where boss is not null and id in (2, 3, 6) group by team",
    "select count(*), count(boss), count(distinct team), sum(pay), min(name) from staff where id between 2 and 6",
    "select name from staff where name like '%o''h_ra' or team is null and not pay < 3 * (1 + 2)",
    "select sum(pay), count(*) from staff where id < 0",
    "select id / 0 as nothing, -id % 4 as rest, null from staff limit 2",
    "select name from staf",
    "select key from staff join teams on team = key where id = 1 order",
    "select name, from staff",
    "select salary from staff",
    "select name from staff a join staff b on a.id = b.boss",
    "select median(pay) from staff",
    "select ? from staff",
]:
    print(text)
    try:
        for row in Parser(text).run(DATABASE):
            print("   ", ", ".join(f"{k}={v:.2f}" if isinstance(v, float) else f"{k}={v}" for k, v in row.items()))
    except QueryError as error:
        print("    QueryError:", error)
