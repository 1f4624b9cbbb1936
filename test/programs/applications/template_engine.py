"""A template engine: text is compiled to a Python generator function; filters, loops with state, inheritance of blocks, macros, escapes."""
import html
import re
import textwrap
from collections import ChainMap
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise


class TemplateError(Exception):
    def __init__(self, text, line):
        super().__init__(f"line {line}: {text}")


class Safe(str):
    __slots__ = ()

    def __html__(self):
        return self


def escape(value):
    return value if isinstance(value, Safe) else Safe(html.escape(str(value)))


FILTERS = {
    "upper": str.upper, "title": str.title, "length": len, "safe": Safe, "join": lambda v, sep=", ": sep.join(map(str, v)), "default": lambda v, d: d if v in (None, "") else v,
    "fixed": lambda v, n=2: f"{v:.{n}f}", "sort": sorted, "first": lambda v: next(iter(v), ""), "wrap": lambda v, n: Safe("<br>".join(map(escape, textwrap.wrap(v, n)))), "items": lambda v: list(v.items()),
}  # fmt: skip
TOKEN = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


class Loop:
    """What a template knows about the loop that runs."""

    def __init__(self, items, parent=None):
        self.items, self.parent, self.index0 = list(items), parent, -1

    def __iter__(self):
        for self.index0, item in enumerate(self.items):
            yield item

    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)
    last = property(lambda self: self.index == len(self.items))

    def cycle(self, *values):
        return values[self.index0 % len(values)]


def attribute(value, name):
    if isinstance(value, Mapping) and name in value:
        return value[name]
    if name.lstrip("-").isdigit():
        return value[int(name)]
    found = getattr(value, name, "")
    return found() if callable(found) and not getattr(found, "__self__", None) is None and name in ("keys", "strip", "lower") else found


class Compiler:
    NAME = re.compile(r"(?<![\w.'\"])(?!(?:and|or|not|in|is|if|else|True|False|None|for)\b)([A-Za-z_]\w*)((?:\.\w+)*)(?=([^'\"]|'[^']*'|\"[^\"]*\")*$)")

    def __init__(self, source):
        self.lines, self.depth, self.blocks, self.parent, self.open = [], 1, {}, None, []
        self.line = 1
        for piece in TOKEN.split(source):
            if piece.startswith("{{"):
                self.emit(f"yield escape({self.expression(piece[2:-2].strip())})")
            elif piece.startswith("{%"):
                self.statement(piece[2:-2].strip("-").strip())
            elif piece and not piece.startswith("{#"):
                self.emit(f"yield {piece!r}")
            self.line += piece.count("\n")
        if self.open:
            raise TemplateError(f"{self.open[-1][0]} is never ended", self.open[-1][1])

    def emit(self, line):
        self.lines.append("    " * self.depth + line)

    def expression(self, text):
        first, *filters = re.split(r"\|(?=(?:[^'\"]|'[^']*'|\"[^\"]*\")*$)", text)
        code = self.names(first.strip())
        for text in filters:
            m = re.fullmatch(r"\s*(\w+)(?:\((.*)\))?\s*", text)
            if m is None or m[1] not in FILTERS:
                raise TemplateError(f"no filter {text.strip()!r}", self.line)
            code = f"filters[{m[1]!r}]({code}{', ' + self.names(m[2]) if m[2] else ''})"
        return code

    def names(self, text):
        def replace(m):
            code = f"scope[{m[1]!r}]"
            for part in m[2].split(".")[1:]:
                code = f"attribute({code}, {part!r})"
            return code

        return self.NAME.sub(replace, text)

    def statement(self, text):
        word, _, rest = text.partition(" ")
        match word, rest.strip():
            case "for", rest:
                m = re.fullmatch(r"(.+?)\s+in\s+(.+)", rest)
                if not m:
                    raise TemplateError(f"cannot read {text!r}", self.line)
                targets = ", ".join(f"scope[{n.strip()!r}]" for n in m[1].split(","))
                self.emit(f"scope = scope.new_child(); loop = scope['loop'] = Loop({self.expression(m[2])}, scope.get('loop'))")
                self.emit(f"for {targets} in loop:")
                self.enter("for")
            case "if", test:
                self.emit(f"if {self.expression(test)}:")
                self.enter("if")
            case "elif", test:
                self.middle(f"elif {self.expression(test)}:")
            case "else", "":
                self.middle("else:")
            case "set", rest:
                name, _, value = rest.partition("=")
                self.emit(f"scope[{name.strip()!r}] = {self.expression(value.strip())}")
            case "block", name:
                self.emit(f"yield from blocks[{name!r}](scope)")
                self.open.append(("block", self.line, name, self.lines, self.depth))
                self.lines, self.depth = [], 1
            case "macro", rest:
                name, arguments = re.fullmatch(r"(\w+)\((.*)\)", rest).groups()
                self.emit(f"def {name}({arguments}, scope=scope):")
                self.enter("macro", name, re.findall(r"\w+(?==)|\w+(?=,|$)", arguments))
                self.emit(f"scope = scope.new_child(dict({', '.join(f'{n}={n}' for n in self.open[-1][3])}))")
            case "extends", name:
                self.parent = name.strip("'\"")
            case end, "" if end.startswith("end"):
                self.end(end.removeprefix("end"))
            case _:
                raise TemplateError(f"unknown statement {word!r}", self.line)

    def enter(self, kind, *more):
        self.open.append((kind, self.line, *more))
        self.depth += 1

    def middle(self, line):
        if not self.open or self.open[-1][0] != "if":
            raise TemplateError(f"{line.split()[0].rstrip(':')} outside if", self.line)
        self.depth -= 1
        self.emit(line)
        self.depth += 1

    def end(self, kind):
        if not self.open or self.open[-1][0] != kind:
            raise TemplateError(f"end{kind} ends {self.open[-1][0] if self.open else 'nothing'}", self.line)
        entry = self.open.pop()
        if kind == "block":
            self.blocks[entry[2]] = self.lines
            self.lines, self.depth = entry[3:]
            return
        self.emit("pass" if kind != "macro" else "yield ''")
        self.depth -= 1
        if kind == "for":
            self.emit("scope = scope.parents")
        elif kind == "macro":
            self.emit(f"scope[{entry[2]!r}] = lambda *a, f={entry[2]}, **k: Safe(''.join(f(*a, **k)))")

    @staticmethod
    def function(name, lines):
        return "\n".join([f"def {name}(scope):", *lines, "    yield ''"])


class Template:
    def __init__(self, source, loader=None):
        compiled = Compiler(source)
        self.blocks, self.parent = {}, loader(compiled.parent) if compiled.parent else None
        space = {"escape": escape, "filters": FILTERS, "attribute": attribute, "Loop": Loop, "Safe": Safe, "blocks": {}}
        self.code = "\n".join([Compiler.function(f"block_{n}", ls) for n, ls in compiled.blocks.items()] + [Compiler.function("root", compiled.lines)])
        exec(compile(self.code, "<template>", "exec"), space)
        self.space, self.root = space, space["root"]
        self.blocks = {n: space[f"block_{n}"] for n in compiled.blocks}

    def render(self, **values):
        scope = ChainMap({}, values)
        chain = [self]
        while chain[-1].parent:
            chain.append(chain[-1].parent)
        blocks = {n: f for t in reversed(chain) for n, f in t.blocks.items()}
        for t in chain:
            t.space["blocks"] = blocks
        for t in chain[:-1]:
            list(t.root(scope))
        return "".join(chain[-1].root(scope))


SOURCES = {
    "base": "<title>{% block title %}Site{% endblock %}</title>\n{% block body %}{% endblock %}\n{% block foot %}(c) {{ owner|default('nobody') }}{% endblock %}",
    "page": "{% extends 'base' %}{% set owner = 'Ann & Co' %}ignored{% block title %}{{ page.title|upper }}{% endblock %}\n{% block body %}<ul>"
    "{% for name, n in page.stock|items|sort %}\n <li class={{ loop.cycle('odd', 'even') }}>{{ loop.index }}. {{ name }}: {% if n > 9 %}many{% elif n %}{{ n }}{% else %}none{% endif %}"
    "{% if not loop.last %},{% endif %}</li>{% endfor %}</ul>{% endblock %}",
    "special": "{% extends 'page' %}{% block foot %}special {{ page.tags|join(' / ') }}{% endblock %}",
}


@lru_cache
def load(name):
    return Template(SOURCES[name], load)


class Page:
    def __init__(self, title, stock, tags=()):
        self.title, self.stock, self.tags = title, stock, tags


page = Page("tea <shop>", {"oolong": 3, "assam": 12, "<mate>": 0}, ["a", "b&c"])
for name in "page", "special", "base":
    print(f"--- {name}", load(name).render(page=page, owner="the owner"), sep="\n")
for source in [
    "{{ 1 + 2 * x }} {{ 'a|b' }} {{ name.first.0 }}{{ name.last|title }} {{ missing_attr.x }}|{{ text }} {{ text|safe }} {{ pi|fixed }} {{ pi|fixed(4) }}",
    "{% for row in rows %}{% for c in row %}{{ loop.parent.index }}{{ loop.index0 }}={{ c }} {% endfor %}{% endfor %}",
    "{% for row in rows %}{% for c in row %}{{ loop.parent.index }}{{ loop.index0 }}={{ c }}{% if loop.first %}^{% endif %} {% endfor %}{% endfor %}{{ rows|length }}",
    "{% macro field(name, kind='text') %}<input {{ kind }} {{ name }}>{% endmacro %}{{ field('a<') }}{{ field('b', 'num') }}",
    "{# comment {{ x }} #}{% set y = x * 2 %}{% if y > 5 and x in (3, 4) %}{{ y }}{% endif %}{{ 'long text to be broken'|wrap(9) }}",
    "a\n{% if x %}\n", "a\n\n{% endfor %}", "{% if x %}{% endfor %}", "{{ x|nope }}", "{% for x %}{% endfor %}", "{% else %}", "{{ 1 / zero }}", "{{ undefined_name }}", "{{ x + }}",
]:  # fmt: skip
    try:
        print(Template(source).render(x=3, zero=0, name={"first": "QX", "last": "public"}, missing_attr=None, text="<b>", pi=3.14159, rows=[[1, 2], [3]]))
    except (TemplateError, ArithmeticError, KeyError, SyntaxError) as error:
        print(f"{type(error).__name__}: {error.msg if isinstance(error, SyntaxError) else error}")
print(Template("{% for i in n %}{{ i }}{% endfor %}").code)
print(load.cache_info().currsize, [*pairwise(SOURCES)])
