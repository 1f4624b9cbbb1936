"""str methods on ordinary and awkward text, the string module, and text built up and taken apart."""
import string
import textwrap

samples = ["", "hello", "Hello World", "ÉCOLE straße", "ǆ ﬁne", "  spaced\tout \n", "İstanbul", "123", "x²½", "Ⅷ", "ΣΑΣ ΌΣ", "\U0001d518\U0001f600"]
for s in samples:
    print(ascii(s), *map(ascii, (s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())), sep=" | ")
predicates = "isalpha isdigit isdecimal isnumeric isalnum isspace isupper islower istitle isidentifier isprintable isascii".split()
for s in samples:
    print(ascii(s), [p[2:] for p in predicates if getattr(s, p)()])

s = "the quick brown fox jumps over the lazy dog"
print(s.find("o"), s.find("o", 13), s.rfind("o"), s.find("zebra"), s.index("fox"), s.count("the"), s.count("o", 10, 30), s.count(""))
print(s.startswith(("a", "the")), s.endswith("dog"), s.startswith("quick", 4), s.endswith("fox", 0, 19))
print(s.replace("the", "a", 1), s.partition(" fox "), s.rpartition("the"), s.partition("?"), s.rpartition("?"), sep="\n")
print(s.split(None, 2), s.rsplit(" ", 2), " a  b ".split(" "), " a  b ".split(), "a,b,,c".split(","), "".split(), "".split(","))
print("one\ntwo\r\nthree\x0bfour\u2028five\n".splitlines(), "a\n\nb".splitlines(True))
print("-".join(["a"]), "".join([]), ", ".join(map(str, range(4))), "x".join("abc"))
print("xxhixx".strip("x"), "  l ".lstrip() + "|", "mississippi".rstrip("ipz"), "prefix-body".removeprefix("prefix-"), "file.tar.gz".removesuffix(".gz"), "a".removeprefix("abc"))
print("ab".ljust(5, "."), "ab".rjust(5), "ab".center(5, "*"), "abc".center(6, "-"), "-42".zfill(6), "+x".zfill(4), "a\tbc\td".expandtabs(4), "1\n\t2".expandtabs())
table = str.maketrans({"a": "4", "e": None, "o": "00", 0x69: "!"})
print("aeio".translate(table), "hello".translate(str.maketrans("lo", "01", "h")))
print("é".encode(), "日本".encode("utf-16-le"), "ß".encode("latin-1"), "é".encode("ascii", "xmlcharrefreplace"), "é".encode("ascii", "backslashreplace"), "é?".encode("ascii", "ignore"))
print("%s %r %5d|%-5d|%05.1f %x %o %e %% %c%c" % ("s", "r", 42, 42, 3.14159, 255, 8, 12345.678, 65, "B"))
print("{0}{1}{0} {name!r:>8} {value:{width}.{precision}f} {item[key]} {obj.real}".format("a", "b", name="n", value=2.71828, width=10, precision=3, item={"key": "v"}, obj=5))
print("{:>10}|{:^10}|{:<10}|{:*^9}|{:+d}|{:,}|{:_}|{:#x}|{:#b}|{:08.3f}|{:.2%}|{:e}".format("r", "c", "l", "m", 5, 1234567, 7654321, 255, 5, 3.14159, 0.256, 1e6))
print("{a}{b}".format_map(type("D", (dict,), {"__missing__": lambda self, k: f"<{k}>"})(a=1)))

for bad in ["{", "}", "{0", "{}{0}", "{0!z}", "{0.}", "{:q}", "{!}", "{0[}", "{x}"]:
    try:
        print(bad.format(1, 2))
    except (ValueError, KeyError, IndexError, AttributeError) as error:
        print(f"{bad!r}: {type(error).__name__} {error}")
for attempt in [lambda: "a".join([1]), lambda: "a" + 1, lambda: "abc".index("z"), lambda: "a".center("b"), lambda: "a".split(""), lambda: "a" * "b", lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "%q" % 1, lambda: "a".ljust(3, "ab"), lambda: "a"[5], lambda: str.maketrans("ab", "c")]:
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, "-", error)

# -- string ----------------------------------------------------------------------------------------------------

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, ascii(string.whitespace), len(string.printable))
print(string.capwords("  many   words here "), string.capwords("a-b-c", "-"))
t = string.Template("$who owes ${amount}$$ to $creditor")
print(t.substitute(who="Ann", amount=5, creditor="Bob"), t.safe_substitute({"who": "X"}), t.get_identifiers(), t.is_valid())
for source in ["$", "$who", "a\n $1x"]:
    try:
        print(string.Template(source).substitute())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


class Percent(string.Template):
    delimiter = "%"
    idpattern = r"[a-z][_a-z0-9.]*"


print(Percent("%user.name at %{host} 100%%").substitute({"user.name": "root", "host": "box"}))


class Shouting(string.Formatter):
    def get_value(self, key, args, kwargs):
        return super().get_value(key, args, kwargs) if isinstance(key, int) else kwargs.get(key, f"no {key}")

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return f"<<{value}>>" if spec == "boxed" else super().format_field(value, spec)


print(Shouting().format("{0!u} {missing} {1:boxed} {2:>4}", "loud", "b", 3))
print(list(string.Formatter().parse("a{b!r:c}d{{e}}{}")))

# -- textwrap --------------------------------------------------------------------------------------------------

prose = "The quick brown fox, being rather quick-witted, jumps over the extraordinarily-long-hyphenated-word dog.  Then it rests."
for options in [{"width": 30}, {"width": 20, "break_long_words": False}, {"width": 25, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 24, "max_lines": 3, "placeholder": " ..."}, {"width": 18, "break_on_hyphens": False}, {"width": 40, "fix_sentence_endings": True}]:
    print(textwrap.fill(prose, **options), end="\n--\n")
print(textwrap.shorten(prose, 40), textwrap.shorten("hello   world", 11), textwrap.shorten("toolongword", 5))
print(repr(textwrap.dedent("\n    if x:\n        y\n\n    z\n  ")), repr(textwrap.indent("a\n\n b\n", "> ")), repr(textwrap.indent("a\n\nb", "+ ", lambda line: True)))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
