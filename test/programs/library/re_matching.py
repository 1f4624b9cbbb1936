"""Regular expressions as programs use them: groups, flags, substitution, splitting, look-around."""
import re

# -- groups ----------------------------------------------------------------------------------------------------

date = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T(?P<time>[\d:]+))?")
m = date.search("released 2024-05-17T12:30 worldwide")
print(m, m.group(), m.group(1, "month"), m["day"], m.groups(), m.groupdict())
print(m.start("year"), m.end(), m.span(4), m.lastgroup, m.lastindex, m.re is date, m.pos, m.endpos, m.regs)
print(m.expand(r"\g<day>.\2.\g<1>"), date.groups, dict(date.groupindex), date.flags, date.pattern[:12])
m = date.fullmatch("1999-12-31")
print(m.groups(), m.groups("none"), m.group("time"), m.span("time"), date.match(" 1999-12-31"))
for bad in ("nope", 9):
    try:
        m.group(bad)
    except IndexError as error:
        print(error)

# -- finding ---------------------------------------------------------------------------------------------------

print(re.findall(r"\d+", "1 22 333"), re.findall(r"(\w)(\d)", "a1 b2"), re.findall(r"x*", "axb"))
print([(m.start(), m.group()) for m in re.finditer(r"\b\w", "to be or not")])
print(re.search("c", "abcdef").span(), re.match("c", "abcdef"), re.compile("b").search("abab", 2), re.compile("^b").match("ab", 1))
print(re.compile("a$").findall("a\na\n"), re.compile("a$", re.M).findall("a\na\n"), re.findall(r"\Aa|a\Z", "aXa"))

# -- substitution ----------------------------------------------------------------------------------------------

print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world, good day"), re.sub("-", "+", "a-b-c-d", count=2))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 apples, 12 pears"), re.subn("a", "b", "banana"))
print(re.sub("x*", "-", "abxd"), re.sub(r"(?P<a>.)(?P<b>.)", r"\g<b>\g<a>", "abcdef"), re.sub("(a)|b", r"[\1]", "ab"))
print(re.sub(r"(.)", r"\1\n", "ab"), re.sub("a", r"\\", "banana"), re.sub("b", r"\g<0>\g<0>", "abc"))
snake = lambda s: re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", s).lower()  # noqa: E731
print(snake("parseHTTPResponse"), snake("camelCaseName2Go"))

# -- splitting -------------------------------------------------------------------------------------------------

print(re.split(r"\W+", "Words, words, words."), re.split(r"(\W+)", "a, b;c"), re.split(r"[,;]", "a,b;c,d", maxsplit=2))
print(re.split(r"\b", "it is"), re.split("x*", "axbc"), re.split("(-)|(,)", "a-b,c"), re.split(r"(?<=\d)(?=[a-z])", "1a22b3"))

# -- flags -----------------------------------------------------------------------------------------------------

number = re.compile(
    r"""
    (?P<sign> [+-] )?
    (?P<whole> \d+ )        # the integer part
    (?: \. (?P<part> \d* ) )?   # and the fraction
    (?: e (?P<exp> [+-]?\d+ ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
for text in ["3.14", "-2E10", "+7.", "abc", "1e"]:
    m = number.match(text)
    print(text, m and m.groupdict())
print(re.findall("straße|É", "STRASSE é Straße STRAßE", re.I), re.findall(r"\w+", "naïve café", re.A), re.findall(r"(?a:\w+)", "naïve"))
print(re.search("a.c", "a\nc"), re.search("a.c", "a\nc", re.S).group(), re.search("(?s:a.)c", "a\nc").span(), re.findall("(?i:A)b", "ab AB Ab"))
print(re.compile("a", re.I | re.M), re.compile(b"x", re.A).flags, re.RegexFlag.IGNORECASE, re.I | re.S, re.compile("(?ix)a").flags)
print(re.findall(r"(?-i:a)B", "aB AB ab", re.I), re.match("(?u)é", "é").group())

# -- look-around, back-references, conditionals, possessive and atomic ----------------------------------------------

print(re.findall(r"\w+(?=!)", "hey! you there!"), re.findall(r"foo(?!bar)", "foobar foobaz"), re.findall(r"(?<=\$)\d+", "$5 6 $77"))
print(re.findall(r"(?<!\$)\b\d+", "$5 6 $77"), re.findall(r"\b(\w+) \1\b", "the the cat sat sat"), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'it' or \"no\"").group())
email = re.compile(r"(<)?(\w+@\w+(?:\.\w+)+)(?(1)>|$)")
print([bool(email.fullmatch(s)) for s in ["<user@host.com>", "user@host.com", "<user@host.com", "user@host.com>"]])
print(re.findall(r'"(?:[^"\\]++|\\.)*+"', r'"a" "b\"c" "d'), re.match(r"(?>a+)ab", "aaab"), re.match(r"a++b", "aaab").group(), re.search("x?+y", "xy").group())
print(re.match(r"a{2,3}?", "aaaa").group(), re.match(r"a{2,3}", "aaaa").group(), re.match(r"a{,2}b", "aab").group(), re.match("a{x}", "a{x}").group())
print(re.match(r"(a|ab)(c|bcd)(d*)", "abcd").groups(), re.match(r"(a*)*", "aa").groups(), re.match(r"((a)|b)*", "ab").groups(), re.match(r"(?:(a)|(b)|c)+", "abc").groups())
print(re.search(r"[^\W\d_]+", "12_ab3").group(), re.findall(r"[]\-^a]", "]-^ab"), re.findall(r"[\s,]+", "a, b\t,c"), re.findall("[a-c-e]", "abcd-e"))

# -- bytes and odds --------------------------------------------------------------------------------------------

print(re.findall(rb"\w+", b"raw bytes \xe9"), re.sub(rb"\d", lambda m: bytes([m[0][0] + 1]), b"1 2"), re.split(b",", bytearray(b"a,b")))
print(re.escape("a.b*c[d] e-f\n"), re.escape(b"1+1"), re.fullmatch(re.escape("x^2"), "x^2") is not None)
try:
    re.search("a", b"a")
except TypeError as error:
    print(error)
try:
    re.search(b"a", "a")
except TypeError as error:
    print(error)
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"[a-z]+", lambda s, t: t.upper()), (r"[+*]", lambda s, t: t), (r"\s+", None)])
print(scanner.scan("3 + four*5 ?rest"))
print(re.compile("a") == re.compile("a"), hash(re.compile("q")) == hash(re.compile("q")), re.compile(r"\d").sub("#", "a1b2"), re.purge())
it = re.compile(r"\d").scanner("1a2")
print(it.search(), it.search(), it.search())
