"""Patterns compiled in the machine: their code is what re._compiler makes. CPython has only that compiler."""

import random
import re
import re._compiler as compiler
import re._parser as parser
import warnings
from re._casefix import _EXTRA_CASES

try:
    import _typhon_re
except ImportError:
    _typhon_re = None

PATTERNS = [
    "", "abc", "a|b", "ab|ac|ad", "a|ab", "(?:a|b)*c", "[a-z]+", r"[\w.-]+@[\w-]+\.\w{2,4}", "(a)(?:b)(?P<c>c)\\1(?P=c)", "(a)?(?(1)b|c)",
    "(?P<n>x)?(?(n)y)", "^a$", r"\Aa\Z", r"\ba\B", "a*?b+?c??", "a*+b++c?+", "a{3}", "a{,3}", "a{2,}?", "a{x}", "a{", "{}", "(?>a+)b",
    "(?=a)(?!b)", "(?<=ab)c(?<!d)", "(?!)", "(?i)kſsßi", "(?i:a)b", "(?-i:a)b", "(?s).(?-s:.)", "(?m)^a$", "(?x) a # comment\n b", "(?a)\\w", "[^\\W\\d]",
    "[\\s\\S]", "[^\\s\\S]", "[]a]", "[^]a]", "[a-]", "[-a]", "[\\]\\-]", "\\x41\\u0042\\U00000043\\104", "[\\x41-\\x44]", "\\0", "\\01", "\\777",
    "[éàü]|x", "[\u0100-\u0200z]", "[a-\U0001f600]", "(?i)[a-\U0001f600]", "\ud800", "(?i)[À-ÿ]", "(?i)[^a]", "(a|b|cd)+", "(?:ab)+", "((a)|b)*",
    "abcabd", "(abc)abd", "ab(cd)", "[ab]c", "(?:a|b|c)d", "(a*)*", "(?:a?)*?", "x*", "(?:(?:(?:a)))", "|", "a||b", "(|a)", "\\.\\*", "\\ \\#", "a\\\nb",
    "(?#comment)a", "(?:)", "()", "(?P<a>)(?P<b>)", "(?i)(?P<a>x)(?P=a)", "[a&b]", "[a~b]", "a{65535}", "(?:a{2}){3,4}", "(?<=a{3})b", "(?<=a+)b",
    "*", "a**", "(", ")", "[", "a{3,2}", "(?P<1>a)", "(?P=x)", "\\1", "(?z)", "a(?i)b", "[z-a]", "\\q", "(?<=(a))\\1", "[[a]", "[a--b]", "\\N{DIGIT ONE}",
]
ATOMS = (
    r"a b s S é . \d \w \s \W \b ^ $ [a-c] [^a] [\w-] []b] \x41 \n \1 (?P=n) \01 \u0041 { } x{2} ( ) (?: (?P<n> (?i: (?-i: (?s: (?= (?! (?<= (?<! (?> (?(1)"
    r" (?i) (?x) (?a) | | | * + ? *? +? *+ {2,3} # - [0-9] 😀 [ſk]"
).split()
FLAGS = [0, 0, 0, re.I.value, re.M.value, re.S.value, re.X.value, re.A.value, re.I.value | re.A.value]


def made_in_python(pattern, flags):
    tree = parser.parse(pattern, flags)
    code = compiler._code(tree, flags)
    names = [None] * tree.state.groups
    for name, group in tree.state.groupdict.items():
        names[group] = name
    return flags | tree.state.flags, code, tree.state.groups - 1, tree.state.groupdict, tuple(names)


def compare(pattern, flags):
    """Whether the machine has compiled it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            expected = made_in_python(pattern, flags)
    except (re.PatternError, ValueError, OverflowError, FutureWarning):
        expected = None
    found = _typhon_re.code(pattern, flags, _EXTRA_CASES)
    assert found is None or found == expected, (pattern, flags, found, expected)
    return found is not None


def test_codes_of_all_kinds_of_patterns():
    if _typhon_re is None:
        return
    for flags in FLAGS:
        compiled = [pattern for pattern in PATTERNS if compare(pattern, flags)]
        assert len(compiled) > len(PATTERNS) * 0.75
    for flags in (0, re.I.value, re.L.value, re.I.value | re.L.value):
        for pattern in PATTERNS:
            if pattern.isascii():
                compare(pattern.encode(), flags)


def test_codes_of_generated_patterns():
    if _typhon_re is None:
        return
    generator = random.Random(7)
    compiled = 0
    for _ in range(1500):
        pattern = "".join(generator.choices(ATOMS, k=generator.randint(1, 8)))
        pattern += ")" * max(0, pattern.count("(") - pattern.count(")"))
        compiled += compare(pattern, generator.choice(FLAGS))
    assert compiled > 300, compiled


def test_what_the_machine_leaves_to_python():
    for pattern, message in [
        ("(", "missing ), unterminated subpattern at position 0"),
        ("a**", "multiple repeat at position 2"),
        ("[z-a]", "bad character range z-a at position 1"),
        ("\\q", "bad escape \\q at position 0"),
        ("(?P<a>x)(?P<a>y)", "redefinition of group name 'a' as group 2; was group 1 at position 12"),
        ("(?<=a*)b", "look-behind requires fixed-width pattern"),
        ("a{99999999999}", "the repetition number is too large"),
    ]:
        try:
            re.compile(pattern)
        except (re.PatternError, OverflowError) as error:
            assert str(error) == message, str(error)
        else:
            assert False, pattern
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        re.compile("[[a]")
    assert [str(warning.message) for warning in caught] == ["Possible nested set at position 1"]


def test_patterns_are_equal_however_they_were_compiled():
    again = re._compiler.compile("a+(?P<x>b)")
    assert again == re.compile("a+(?P<x>b)") and hash(again) == hash(re.compile("a+(?P<x>b)"))
    assert again.groupindex == {"x": 1} and again.groups == 1 and again.flags == re.U
    assert re.compile(b"a") != re.compile("a")


def test_deep_nesting():
    pattern = "(" * 95 + "a" + ")" * 95
    assert re.match(pattern, "a").group(95) == "a"
    pattern = "(" * 150 + "a" + ")" * 150
    assert re.match(pattern, "a").group(150) == "a"


def test_long_patterns():
    text = "ab" * 100_000
    assert re.match(text, text).end() == 200_000
    assert re.match("|".join(f"word{n}" for n in range(2000)), "word1999").group() == "word1"
