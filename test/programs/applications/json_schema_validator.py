"""Validates documents with schemas: keywords found by decorator, paths in errors, references, formats, combinators, defaults."""
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from ipaddress import AddressValueError, IPv4Address


@dataclass(frozen=True, order=True)
class Problem:
    path: str
    keyword: str
    text: str

    def __str__(self):
        return f"{self.path or '/'}: {self.text} [{self.keyword}]"


KEYWORDS = {}
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float, Decimal),
    "boolean": bool,
    "null": type(None),
}


def keyword(name, *kinds):
    """Registers a checker of values of some kinds; others pass."""

    def register(function):
        KEYWORDS[name] = (tuple(k for kind in kinds for k in (TYPES[kind] if isinstance(TYPES[kind], tuple) else [TYPES[kind]])), function)
        return function

    return register


def is_type(value, name):
    if name == "integer":
        return not isinstance(value, bool) and (isinstance(value, int) or isinstance(value, float) and value.is_integer())
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


@lru_cache
def compiled(pattern):
    return re.compile(pattern)


class Validator:
    FORMATS = {
        "date": date.fromisoformat,
        "ipv4": IPv4Address,
        "regex": re.compile,
        "email": lambda s: re.fullmatch(r"[\w.+-]+@\w+(\.\w+)+", s) or int("x"),
    }

    def __init__(self, schema):
        self.root = schema

    def problems(self, value):
        return sorted(set(self.check(value, self.root, "")))

    def is_valid(self, value, schema=None):
        return next(self.check(value, self.root if schema is None else schema, ""), None) is None

    def check(self, value, schema, path) -> Iterator[Problem]:
        match schema:
            case True:
                return
            case False:
                yield Problem(path, "false", "nothing is allowed here")
                return
            case {"$ref": reference}:
                yield from self.check(value, self.resolve(reference), path)
        for name, wanted in schema.items():
            if name in KEYWORDS:
                kinds, checker = KEYWORDS[name]
                if not kinds or isinstance(value, kinds):
                    for problem in checker(self, value, wanted, schema, path):
                        yield problem if isinstance(problem, Problem) else Problem(path, name, problem)

    def resolve(self, reference):
        target = self.root
        for part in reference.removeprefix("#").strip("/").split("/"):
            if part:
                try:
                    target = target[part.replace("~1", "/").replace("~0", "~")]
                except KeyError:
                    raise LookupError(f"{reference} leads nowhere at {part!r}") from None
        return target


@keyword("type")
def _(self, value, wanted, schema, path):
    names = wanted if isinstance(wanted, list) else [wanted]
    if not any(is_type(value, n) for n in names):
        yield f"{json.dumps(value)} is not {' or '.join(names)}"


@keyword("enum")
def _(self, value, wanted, schema, path):
    if not any(value == w and type(value) is type(w) for w in wanted):
        yield f"{value!r} is none of {wanted}"


@keyword("const")
def _(self, value, wanted, schema, path):
    if value != wanted:
        yield f"not {wanted!r}"


for name, test, text in [
    ("minimum", lambda v, w: v >= w, "less than"),
    ("maximum", lambda v, w: v <= w, "more than"),
    ("exclusiveMinimum", lambda v, w: v > w, "not more than"),
    ("multipleOf", lambda v, w: Decimal(str(v)) % Decimal(str(w)) == 0, "not a multiple of"),
]:

    @keyword(name, "number")
    def _(self, value, wanted, schema, path, test=test, text=text):
        if not isinstance(value, bool) and not test(value, wanted):
            yield f"{value} is {text} {wanted}"


for name, kind, unit in [("Length", "string", "characters"), ("Items", "array", "items"), ("Properties", "object", "members")]:
    for bound, test in [("min", int.__ge__), ("max", int.__le__)]:

        @keyword(bound + name, kind)
        def _(self, value, wanted, schema, path, bound=bound, test=test, unit=unit):
            if not test(len(value), wanted):
                yield f"{len(value)} {unit}, {bound}imum {wanted}"


@keyword("pattern", "string")
def _(self, value, wanted, schema, path):
    if not compiled(wanted).search(value):
        yield f"{value!r} does not match {wanted}"


@keyword("format", "string")
def _(self, value, wanted, schema, path):
    try:
        self.FORMATS.get(wanted, str)(value)
    except (ValueError, AddressValueError, re.error):
        yield f"{value!r} is no {wanted}"


@keyword("required", "object")
def _(self, value, wanted, schema, path):
    yield from (f"{name} is missing" for name in wanted if name not in value)


@keyword("properties", "object")
def _(self, value, wanted, schema, path):
    for name in wanted.keys() & value.keys():
        yield from self.check(value[name], wanted[name], f"{path}/{name}")


@keyword("additionalProperties", "object")
def _(self, value, wanted, schema, path):
    patterns = [compiled(p) for p in schema.get("patternProperties", ())]
    for name in value.keys() - schema.get("properties", {}).keys():
        if not any(p.search(name) for p in patterns):
            yield from self.check(value[name], wanted, f"{path}/{name}")


@keyword("patternProperties", "object")
def _(self, value, wanted, schema, path):
    for name, item in value.items():
        for pattern, inner in wanted.items():
            if compiled(pattern).search(name):
                yield from self.check(item, inner, f"{path}/{name}")


@keyword("items", "array")
def _(self, value, wanted, schema, path):
    start = len(schema.get("prefixItems", ()))
    for i, item in enumerate(value[start:], start):
        yield from self.check(item, wanted, f"{path}/{i}")


@keyword("prefixItems", "array")
def _(self, value, wanted, schema, path):
    for i, (item, inner) in enumerate(zip(value, wanted)):
        yield from self.check(item, inner, f"{path}/{i}")


@keyword("uniqueItems", "array")
def _(self, value, wanted, schema, path):
    texts = [json.dumps(v, sort_keys=True) for v in value]
    if wanted and len(set(texts)) < len(texts):
        yield "repeats " + ", ".join(sorted({t for t in texts if texts.count(t) > 1}))


@keyword("allOf")
def _(self, value, wanted, schema, path):
    for inner in wanted:
        yield from self.check(value, inner, path)


@keyword("anyOf")
def _(self, value, wanted, schema, path):
    if not any(self.is_valid(value, inner) for inner in wanted):
        yield f"fits none of {len(wanted)}"


@keyword("oneOf")
def _(self, value, wanted, schema, path):
    if (n := sum(self.is_valid(value, inner) for inner in wanted)) != 1:
        yield f"fits {n} of {len(wanted)}"


@keyword("not")
def _(self, value, wanted, schema, path):
    if self.is_valid(value, wanted):
        yield "fits what it must not"


@keyword("if")
def _(self, value, wanted, schema, path):
    yield from self.check(value, schema.get("then" if self.is_valid(value, wanted) else "else", True), path)


ORDER = Validator(json.loads(r"""{
  "type": "object", "required": ["id", "lines", "customer"], "additionalProperties": false,
  "properties": {
    "id": {"type": "string", "pattern": "^[A-Z]{2}-\\d+$"},
    "date": {"format": "date"},
    "customer": {"$ref": "#/$defs/person"},
    "lines": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"$ref": "#/$defs/line"}},
    "payment": {"oneOf": [{"required": ["card"]}, {"required": ["iban"]}]},
    "size": {"prefixItems": [{"type": "integer"}, {"enum": ["cm", "in"]}], "items": false}
  },
  "patternProperties": {"^x-": {"type": ["string", "null"], "maxLength": 4}},
  "$defs": {
    "person": {"type": "object", "properties": {"mail": {"format": "email"}, "friends": {"items": {"$ref": "#/$defs/person"}}, "ip": {"format": "ipv4"}},
               "if": {"properties": {"kind": {"const": "firm"}}, "required": ["kind"]}, "then": {"required": ["vat"]}, "else": {"not": {"required": ["vat"]}}},
    "line": {"allOf": [{"required": ["sku", "count"]}, {"properties": {"count": {"type": "integer", "minimum": 1, "maximum": 99}, "price": {"exclusiveMinimum": 0, "multipleOf": 0.01}}}]}
  }}"""))

for text in [
    '{"id": "AB-12", "lines": [{"sku": "a", "count": 2, "price": 1.25}], "customer": {"mail": "a@b.org"}, "date": "2024-02-29", "x-note": null}',
    '{"id": "ab12", "lines": [], "customer": {"kind": "firm"}, "extra": 1}',
    '{"id": "AB-1", "lines": [{"sku": 1, "count": 0}, {"count": 2.0, "price": 0.015}, {"sku": 1, "count": 0}], "customer": {"friends": [{"mail": "x"}, {"vat": 3, "ip": "1.2.3.400"}]}}',
    '{"id": 7, "lines": {}, "customer": [], "date": "2023-02-29", "payment": {"card": 1, "iban": 2}, "size": [1.5, "m", 3], "x-long": "12345"}',
    '[]',
]:
    problems = ORDER.problems(json.loads(text))
    print("valid" if not problems else f"{len(problems)} problems", *problems, sep="\n   ")
tree = Validator({"type": "object", "properties": {"v": {"type": "integer"}, "kids": {"type": "array", "items": {"$ref": "#"}}}, "required": ["v"]})
print(*tree.problems({"v": 1, "kids": [{"v": 2}, {"v": True, "kids": [{}, {"v": "x"}]}]}), sep="\n")
print([tree.is_valid(v) for v in ({"v": 3}, {"v": 3.0}, {"v": 3.5}, {}, 3)])
try:
    Validator({"$ref": "#/$defs/none"}).problems(1)
except LookupError as error:
    print("LookupError:", error)
print(len(KEYWORDS), sorted(KEYWORDS))
