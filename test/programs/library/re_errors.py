"""What re says about patterns that are wrong: every message with its position."""
import re
import warnings

PATTERNS = [
    "(", ")", "(abc", "abc)", "[", "[a", "[z-a]", "*a", "a**", "a+*", "+", "?", "a{2}{3}", "a{5,2}", "(?", "(?P", "(?P<", "(?P<n", "(?P<1a>x)", "(?P<a>x)(?P<a>y)",
    "(?P=b)", "(?P=", "(?P=1)", "(?Px)", "(?z)", "(?<", "(?<x)", "(?<=a*)b", "(?<!a|bc)d", r"\1", r"(a)\2", r"(a\1)", "\\", r"\q", r"[\q]", r"\x1", r"\u12", r"\U0011ffff0", r"\U00110000",
    r"\N{NO SUCH NAME}", r"\N{", r"\N", "(?(1)a|b)", "(x)(?(1)a|b|c)", "(?(n)a)", "(?(", "(?(a", "a(?i)b", "(?i-i:x)", "(?-x", "(?-z:x)", "(?i", "(?#comment", "(?iL)a", "(?au:x)", "(?-a:x)",
    "(?P>a)", "a{99999999999}", r"[\d-z]", r"[a-\d]", r"(?<=(a)\1)b", "x{1,2}{1}", "(?:", "(?=", "(?!", "(?>", "a++*", "a*??", r"\8", r"\400", r"\777", "(?P<é>x)", "(?P<a-b>x)", "(?(0)x)", "()" * 5 + r"\6",
]  # fmt: skip

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    for pattern in PATTERNS:
        try:
            compiled = re.compile(pattern)
            print(f"{pattern!r:<24} ok, {compiled.groups} groups")
        except re.error as error:
            print(f"{pattern!r:<24} {error} | pos={error.pos} line={error.lineno} col={error.colno} {error.msg!r}")
        except OverflowError as error:
            print(f"{pattern!r:<24} OverflowError {error}")
for warning in caught:
    print(warning.category.__name__, warning.message)

multi = "(\n  good |\n  [bad\n)"
try:
    re.compile(multi, re.X)
except re.PatternError as error:
    print(error, error.pattern == multi, re.error is re.PatternError)

for template in [r"\2", r"\g<2>", r"\g<name>", r"\g<", r"\g", r"\g<>", r"\g<1a>", r"\q", "\\", r"\g<-1>", r"\400", r"\g<a b>"]:
    try:
        print(repr(template), "->", repr(re.sub("(a)", template, "cat")))
    except (re.error, IndexError) as error:
        print(repr(template), type(error).__name__, error)
for call in [
    lambda: re.compile(5),
    lambda: re.compile("a", "i"),
    lambda: re.compile(re.compile("a"), re.I),
    lambda: re.compile(b"a", re.U),
    lambda: re.compile("a", re.L),
    lambda: re.compile("a", re.A | re.U),
    lambda: re.sub("a", 5, "a"),
    lambda: re.sub("a", "b", 5),
    lambda: re.sub("a", b"b", "a"),
    lambda: re.findall("a", None),
    lambda: re.match("a", "a").start(1),
    lambda: re.compile("(a)").match("a").expand(r"\3"),
]:
    try:
        print("fine", call())
    except (TypeError, ValueError, IndexError, re.error) as error:
        print(type(error).__name__, "-", error)
