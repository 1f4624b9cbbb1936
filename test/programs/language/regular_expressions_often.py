"""Regular expressions that are used often, whose groups, places and empty matches must stay what they were."""

import re

PATTERNS = [
    (r"(?P<key>\w+)=(\"[^\"]*\"|\S+)", 0), (r"\b\d+\b", 0), (r"\B\w", 0), (r"\b(?:\d{1,3}\.){3}\d{1,3}\b", 0),
    (r"^(?=.*\d)(?=.*[a-z])\w{6,}$", 0), (r"[\s,;:.()\[\]=\"]+", 0), (r"(a)|(b)|c", 0), (r"(a(b)?)(c)?", 0), (r"x*", 0),
    (r"(x*)y?", 0), (r"a*?b?", 0), (r"(?:ab|a)(?:c|bcd)?", 0), (r"(?:a|ab|b)*c", 0), (r"(a|b)+", 0), (r"(a?)*b", 0),
    (r"(\w)\1", 0), (r"(a)?(?(1)b|c)", 0), (r"(?<=a)b|(?<!a)c", 0), (r"a(?=b(c)?)", 0), (r"a(?!b)\w?", 0),
    (r"^\w+$", re.M), (r"$", 0), (r"$", re.M), (r"\Aa|c\Z", 0), (r"^", re.M), (r".+", 0), (r".+", re.S), (r"[^\n]*\n?", 0),
    (r"straße|É+", re.I), (r"[a-ÿ]+", re.I), (r"\w+", re.A), (r"\W+", 0), (r"\s+|\d", 0), (r"[^\x00-\x7f]", 0), (r"[^\u0100]", 0),
    (r"a++b", 0), (r"(?>a|ab)c", 0), (r"(?:a{2}){1,2}", 0), (r"(?:(?:a)?b)+", 0), (r"a{0,2}?b{2,}", 0), (r"", 0), (r"(|a)b", 0),
    (r"(?:\w+,)*\w+", 0), (r"((a)(b))|((c)(d))", 0), (r"😀|b", 0), (r"(?s:.)(?-i:A)b", re.I), (r"(?:a+)+b", 0),
]
TEXTS = [
    "", "a", "ab", "abc", "aabbcd abcd cd", "key=\"some value\" n=12, 10.0.255.1:80 x", "login7 user8\nlines\n\nmore_1 ", "xyxx\n",
    "STRASSE STRAßE éÉé ÿ", "a\u0100b\u0100", "😀ab😀", "aaaaaaaaaaaaaaaaaaaa", "c\n", "\x1c\xa0\u2003 1",
]


def show(match):
    return None if match is None else (match.span(), match.groups(), match.regs, match.lastindex, match.lastgroup)


def use(pattern, text):
    return [
        show(pattern.match(text)), show(pattern.search(text)), show(pattern.fullmatch(text)), show(pattern.search(text, 1)),
        show(pattern.match(text, 1)), show(pattern.search(text, 1, 4)), pattern.findall(text), pattern.findall(text, 2),
        [(match.start(), match.end(), match.group(), match.regs) for match in pattern.finditer(text)],
        pattern.split(text), pattern.split(text, 1), pattern.sub(r"<\g<0>>", text), pattern.subn(lambda match: str(match.span()), text, 2),
    ]


for source, flags in PATTERNS:
    pattern = re.compile(source, flags)
    first = [use(pattern, text) for text in TEXTS]
    for _ in range(5):
        assert [use(pattern, text) for text in TEXTS] == first, source
    print(source, first)

# What one search has found stays, whatever is searched next.
pair = re.compile(r"(\w+)-(\w+)")
matches = [pair.search(f"..a{n}-b{n}") for n in range(100)]
print([match.span(2) for match in matches[95:]], matches[7].groups(), matches[99].expand(r"\2 \1"), matches[3])
scanner = pair.scanner("a-b c-d e-f")
print([match.groups() for match in iter(scanner.search, None)])

# Long texts, and texts that are searched from place to place.
token = re.compile(r"\s*(?:(\d+)|(\w+)|(.))")
text = "let total = 12 + n * 3;" * 200
at, kinds = 0, {}
while at < len(text):
    match = token.match(text, at)
    kinds[match.lastindex] = kinds.get(match.lastindex, 0) + 1
    at = match.end()
print(kinds)
print(len(re.findall(r"\w+", "word " * 50_000)), re.search(r"x+$", "x" * 20_000 + "y"), len(re.sub("a+", "", "ab" * 60_000)))
