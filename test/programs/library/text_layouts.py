"""Text laid out: wrapping and dedenting in all options, templates with other delimiters, format fields taken apart, tables of translation."""
import re
import string
import textwrap
from string import Formatter, Template

PROSE = "The quick-brown fox (who is well-read) jumped over  the lazy dog's back; it said: \"hello, world\" -- twice.\nThen\tit left for https://example.org/a-very-long/path and antidisestablishmentarianism."
for options in [
    {}, {"break_long_words": False}, {"break_on_hyphens": False}, {"initial_indent": "* ", "subsequent_indent": "  "}, {"expand_tabs": False, "replace_whitespace": False}, {"drop_whitespace": False}, {"fix_sentence_endings": True}, {"max_lines": 3}, {"max_lines": 2, "placeholder": " (more)"}, {"tabsize": 2},
]:  # fmt: skip
    print(options)
    print(*(f"   |{line}|" for line in textwrap.wrap(PROSE, 26, **options)), sep="\n")
for width in 1, 5, 11, 80:
    print(width, textwrap.wrap("aa bbbb-cc dddddd", width), textwrap.shorten("  aa   bbbb-cc dddddd  ", width + 5), repr(textwrap.fill("a-b-c", width)))
for action in lambda: textwrap.wrap("a", 0), lambda: textwrap.shorten("abc def", 2), lambda: textwrap.wrap("abc", 3, max_lines=1, placeholder="......"), lambda: textwrap.wrap("abc", initial_indent="x" * 80), lambda: textwrap.dedent(3), lambda: textwrap.wrap(None):
    try:
        print(action())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for text in "    a\n      b\n\n    c\n", "\ta\n\t b", "  a\n\tb", "a\n  b", "   \n  x\n \n", "", "  a\r\n  b", "\n\n   deep\n    er":
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "> ")), repr(textwrap.indent(text, "+", lambda line: True)))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+[0-9]?"
    braceidpattern = "[a-z.]+"
    flags = re.VERBOSE


values = {"who": "Ann", "sum": 12.5, "x1": "one", "a.b": "dotted", "WHO": "upper"}
for cls, text in [
    (Template, "$who owes $$ ${sum}0 to $who's $WHO $who_ $_x ${who}_"), (Template, "$"), (Template, "a $ b\n ${"), (Template, "$9 x"), (Template, "${who"), (Percent, "%who %% %{a.b} %x12 %X $who"), (Percent, "%{a.b"), (Template, "no names"), (Template, "$é $who"),
]:  # fmt: skip
    template = cls(text)
    row = [template.safe_substitute(values, who="Bob"), template.is_valid()]
    for action in lambda: template.substitute(values), template.get_identifiers:
        try:
            row.append(action())
        except (KeyError, ValueError) as error:
            row.append(f"{type(error).__name__}: {error}")
    print(f"{text!r:54}", *row, sep=" | ")


class Strict(Formatter):
    """Notes what is used; understands two conversions more, and defaults after a bar."""

    def get_value(self, key, args, kwargs):
        if isinstance(key, str) and "|" in key:
            key, default = key.split("|")
            return kwargs.get(key, default)
        return super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        match conversion:
            case "u":
                return str(value).upper()
            case "l":
                return len(value)
        return super().convert_field(value, conversion)

    def format_field(self, value, spec):
        return super().format_field("nothing" if value is None else value, spec)

    def check_unused_args(self, used, args, kwargs):
        unused = [*(i for i in range(len(args)) if i not in used), *sorted(kwargs.keys() - used)]
        if unused:
            raise ValueError(f"unused: {unused}")


f = Strict()
for text, args, kwargs in [
    ("{} {!u} {!l}", ("a", "b", "ccc"), {}), ("{0}{1}{0}", "xy", {}), ("{name|nobody:>8} {other|x}", (), {"other": 5}), ("{0.real} {0.__class__.__name__} {1[k]} {1[0]}", (3, {"k": 1, 0: 2}), {}), ("{:{}} {:>{w}.{p}f}", ("a", 3, 2.5), {"w": 8, "p": 1}), ("{}", ("a", "b"), {}), ("{a}", (), {"a": None, "b": 1}),
    ("{", (), {}), ("}", (), {}), ("{0} {}", (1,), {}), ("{} {0}", (1,), {}), ("{!z}", (1,), {}), ("{a.b}", (), {"a": 1}), ("{a[}", (), {"a": 1}), ("{1}", (1,), {}), ("{:{:{}}}", (1, 2, 3), {}), ("{a!}", (), {"a": 1}), ("{a!r:}", (), {"a": "q"}), ("{{{a}}}", (), {"a": 1}), ("{0[x].y}", ({},), {}), ("{ }", (1,), {" ": "space"}), ("{a b}", (), {"a b": 1}),
]:  # fmt: skip
    for formatter in f, None:
        try:
            print(f"{text!r:44} {(formatter.format if formatter else text.format)(*([] if formatter is None else [text]), *args, **kwargs)!r}")
        except Exception as error:
            print(f"{text!r:44} {type(error).__name__}: {error}")
print(list(Formatter().parse("a{b.c!r:>{d}}{{e}}{}{f:}")), Formatter().get_field("0.real", (3,), {}), Formatter().vformat("{x}", (), {"x": 1}))
print(string.capwords("  hello   wORLD "), string.capwords("a-b-c", "-"), len(string.printable), string.ascii_letters[24:28], string.punctuation)
table = str.maketrans({"a": "1", "b": None, ord("c"): "xyz", "d": 0x65})
print("abcd".translate(table), "hello".translate(str.maketrans("el", "ip", "o")), "ab\tc".expandtabs(4), "%(a)s %(b)05.1f %% %(a)r" % {"a": "x", "b": 2}, "%-5s|%+d|%x|%o|%e|%*d" % ("a", 3, 255, 8, 12345.678, 4, 7))
for action in lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans(3), lambda: "%d" % "x", lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: "%q" % 1, lambda: "%(a)s" % 3, lambda: "%(a" % {}, lambda: "%c" % -1, lambda: "%" % (), lambda: "%c" % "ab", lambda: "%.*f" % ("a", 1), lambda: "a".translate(3):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
