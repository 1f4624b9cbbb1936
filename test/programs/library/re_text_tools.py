"""Text tools built on re: a tokenizer, a URL parser, a log parser, a mini template and a link extractor."""
import re
from typing import NamedTuple


class Token(NamedTuple):
    type: str
    value: str | float
    line: int
    column: int


SPECIFICATION = [
    ("NUMBER", r"\d+(\.\d*)?"),
    ("ASSIGN", r":="),
    ("END", r";"),
    ("ID", r"[A-Za-z]+"),
    ("OP", r"[+\-*/]"),
    ("NEWLINE", r"\n"),
    ("SKIP", r"[ \t]+"),
    ("MISMATCH", r"."),
]
MASTER = re.compile("|".join("(?P<%s>%s)" % pair for pair in SPECIFICATION))
KEYWORDS = {"IF", "THEN", "ENDIF"}


def tokenize(code):
    line_number, line_start = 1, 0
    for m in MASTER.finditer(code):
        kind, value = m.lastgroup, m.group()
        column = m.start() - line_start
        match kind:
            case "NUMBER":
                value = float(value) if "." in value else int(value)
            case "ID" if value in KEYWORDS:
                kind = value
            case "NEWLINE":
                line_start, line_number = m.end(), line_number + 1
                continue
            case "SKIP":
                continue
            case "MISMATCH":
                raise SyntaxError(f"{value!r} unexpected on line {line_number}")
        yield Token(kind, value, line_number, column)


program = """
    IF quantity THEN
        total := total + price * quantity;
        tax := price * 0.05;
    ENDIF;
"""
for token in tokenize(program):
    print(*token, sep="\t")
try:
    list(tokenize("a := 1 ? 2"))
except SyntaxError as error:
    print(error)

URL = re.compile(
    r"""^(?:(?P<scheme>[a-z][a-z0-9+.-]*):)?
        (?://(?:(?P<user>[^:@/]*)(?::(?P<password>[^@/]*))?@)?(?P<host>\[[0-9a-f:]+\]|[^:/?#]*)(?::(?P<port>\d+))?)?
        (?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:\#(?P<fragment>.*))?$""",
    re.X | re.I,
)
for url in ["https://user:pw@example.org:8080/a/b?x=1&y=2#top", "ftp://[::1]/file", "/relative?q", "mailto:someone@host", "//cdn.net/x.js"]:
    print({k: v for k, v in URL.match(url).groupdict().items() if v is not None})

LOG = re.compile(r'(?P<ip>\S+) \S+ \S+ \[(?P<when>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+)[^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
lines = """127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /apache.gif HTTP/1.0" 200 2326
10.0.0.7 - bob [11/Oct/2000:09:01:02 -0700] "POST /login HTTP/1.1" 302 -
garbage line
10.0.0.9 - - [11/Oct/2000:09:01:09 -0700] "GET /missing HTTP/1.1" 404 512""".splitlines()
total = 0
for line in lines:
    if entry := LOG.match(line):
        total += 0 if entry["size"] == "-" else int(entry["size"])
        print(entry["ip"], entry["method"], entry["path"], entry["status"])
    else:
        print("cannot parse:", line)
print("bytes:", total)


def render(template, **values):
    """{{ name }}, {{ name|filter }} and {% if name %}...{% end %}."""
    filters = {"upper": str.upper, "title": str.title, "len": lambda v: str(len(v))}
    conditional = re.compile(r"\{%\s*if (?P<not>not )?(?P<name>\w+)\s*%\}(?P<body>(?:(?!\{%).)*)\{%\s*end\s*%\}", re.S)

    def choose(m):
        return m["body"] if bool(values.get(m["name"])) != bool(m["not"]) else ""

    while conditional.search(template):
        template = conditional.sub(choose, template)

    def value(m):
        name, *steps = re.split(r"\s*\|\s*", m[1])
        result = str(values[name])
        for step in steps:
            result = filters[step](result)
        return result

    return re.sub(r"\{\{\s*(.*?)\s*\}\}", value, template)


print(render("Dear {{ name | title }},{% if late %} you are {% if not polite %}very {% end %}late.{% end %} Length {{name|upper|len}}.", name="ann lee", late=1, polite=0))

page = """<a href="/one">One</a> <a class='x' href='two.html' >Two <b>bold</b></a><A HREF=three>3</A><a name="no">-</a>"""
LINK = re.compile(r"""<a\s(?:[^>]*?\s)?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>(.*?)</a>""", re.I | re.S)
for m in LINK.finditer(page):
    print(next(g for g in m.groups()[:3] if g), "->", re.sub("<.*?>", "", m[4]))


def commas(n):
    return re.sub(r"(?<=\d)(?=(?:\d{3})+\b)", ",", str(n))


print(commas(1234567), commas(12), commas(-9876543210))
print(re.sub(r"\b(\w)(\w*)\b", lambda m: m[1].upper() + m[2].lower() if len(m[0]) > 2 else m[0], "the HISTORY of me and iT"))
pig = lambda s: re.sub(r"\b([^aeiou\W]*)(\w+)", lambda m: m[2] + (m[1] or "w") + "ay", s)  # noqa: E731
print(pig("pig latin is a silly string thing"))
roman = re.compile(r"^(?=.)M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
print([s for s in "I IV VIIII MCMXCIV IC XLII MMMM".split() if roman.match(s)])
print(re.findall(r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}", "10.0.0.1 256.1.1.1 192.168.255.254"))
strip_comments = lambda s: re.sub(r"""("(?:\\.|[^"\\])*")|/\*.*?\*/|//[^\n]*""", lambda m: m[1] or "", s, flags=re.S)  # noqa: E731
print(strip_comments('x = "// not"; // yes\ny /* gone\n */ = 2;'))
