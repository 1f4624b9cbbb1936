"""Formatting of every kind: format specs, f-strings, %, str.format, repr of floats and strings, custom __format__."""

import math


class Money:
    def __init__(self, cents, currency="EUR"):
        self.cents, self.currency = cents, currency

    def __format__(self, spec):
        match spec:
            case "":
                return f"{self.cents / 100:,.2f} {self.currency}"
            case "words":
                return f"{self.cents // 100} and {self.cents % 100:02}/100 {self.currency}"
            case _ if spec[-1:] == "c":
                return format(str(self.cents), spec[:-1])
        raise ValueError(f"unknown format {spec!r} for Money")

    def __repr__(self):
        return f"Money({self.cents!r}, {self.currency!r})"

    def __str__(self):
        return f"{self}"


class Grid:
    def __getitem__(self, key):
        return f"<{key}>"

    name = "grid"


def show(label, *values):
    print(f"{label:<14}", *(f"[{value}]" for value in values))


def integers():
    n = 1234567
    show("plain", f"{n}", f"{n:d}", f"{n:,}", f"{n:_}", f"{n:12}", f"{n:<12}", f"{n:^12}", f"{n:>+12}", f"{n:012,}")
    show("bases", f"{n:b}", f"{n:o}", f"{n:x}", f"{n:X}", f"{255:#x}", f"{255:#b}", f"{255:#o}", f"{255:#010x}", f"{n:_b}", f"{-255:#_x}")
    show("signs", f"{5:+}", f"{5: }", f"{-5: }", f"{5:-}", f"{-5:=6}", f"{5:*=+8}", f"{0:+}", f"{True:d}", f"{True:5}", f"{True}")
    show("characters", f"{65:c}", f"{0x1F40D:c}", f"{97:>5c}", f"{n:e}", f"{n:.3g}", f"{n:%}", f"{10**30:,}", f"{-(2**70):_x}")


def floats():
    for x in (0.0, -0.0, 1.0, 0.1, 1 / 3, 1e16, 1e15, 123456789.125, 1e-5, 0.0001, 1.5e300, 5e-324, math.pi * 1e10, math.inf, -math.inf, math.nan):
        show(repr(x), f"{x:.2f}", f"{x:10.3e}", f"{x:g}", f"{x:.10g}", f"{x:+.1%}", f"{x:,.1f}", f"{x:09.2f}", f"{x:.0f}", f"{x:#.3g}")
    show("rounding", *(f"{x:.0f}" for x in (0.5, 1.5, 2.5, -0.5)), *(f"{x:.2f}" for x in (2.675, 1.005, 0.125, 0.375)), round(2.5), round(2.675, 2), round(-1234.5, -2))
    show("repr", 0.1 + 0.2, 1e22, 1e23, 123456789012345680.0, 2**0.5, 1.7976931348623157e308, 4.35, 100.0, 1e100, 0.1 * 3, -1e-7, 9007199254740993.0)
    show("complex", 1 + 2j, -1.5j, complex(1, -0.0), complex(-0.0, 2), f"{1 + 2j:.2f}", f"{3j:>10}", (1e20 + 1j), complex("1e3-2J"), 1j * 1j)
    show("hex", (0.1).hex(), (1.0).hex(), (-2.5).hex(), float.fromhex("0x1.8p+1"), (0.75).as_integer_ratio(), (2.0).is_integer(), float("1_0.5"), float(" -inf "))


def strings():
    text = "Typhon"
    show("align", f"{text:10}", f"{text:>10}", f"{text:^10}", f"{text:*^11}", f"{text:.3}", f"{text:>8.2}", f"{text!r:>10}", f"{text:é<8}")
    show("repr", repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n \\ \x00 \x7f é € \U0001f40d \xa0 \u200b \ud800"))
    show("ascii", ascii("é€🐍"), f"{'é'!a}", f"{'x'!s:>3}", repr(b"by\tt\xe9s'"), str(b"x"), repr(bytearray(b"ab")))
    show("nested", f"{text:{'*'}^{10 + 2}}", f"{3.14159:{8}.{3}}", f"{f'{text[0]}{f"{text[1]}"}'}", f"{{literal}} {text!r}", f"{'a' 'b'}", f"{text[::-1]=}")
    value, width = 42, 6
    show("debug", f"{value=}", f"{value = }", f"{value=:>{width}}", f"{value + 1=}", f"{text=!s}", f"{text.upper()=:.3}")
    show("expressions", f"{'yes' if value else 'no'}", f"{[x * x for x in range(4)]}", f"{(lambda x: x + 1)(2)}", f"{ {'a': 1}['a'] }", f"{value!r:^{width}}", f"{'\n'.join('ab')!r}")
    multi = f"""{
        value  # a comment inside
        + 1
    } and {text}"""
    show("multiline", multi, rf"\d{value}\n", f'{"same" + 'quotes'}')


def methods():
    show("format", "{} {} {}".format(1, "b", 3.0), "{1} {0} {1}".format("a", "b"), "{x:>{w}}".format(x=5, w=4), "{0[k]} {1.name} {1[2]} {2[1]}".format({"k": "v"}, Grid(), "xyz"))
    show("format_map", "{a}-{b!r:>4}".format_map({"a": 1, "b": "q"}), "{:{}{}}".format("x", ">", 4), "{{}} {}".format(0), "{!s:.2}".format("abc"))
    show("percent", "%d %i %5d|%-5d|%05d %+d" % (1, 2, 3, 4, 5, 6), "%x %X %#x %o %#o" % (255, 255, 255, 8, 8), "%e %.2f %g %G" % (1.5, 2.345, 1e-10, 1e20))
    show("percent", "%s %r %a %c %c %%" % ("é", "é", "é", 65, "z"), "%(name)s is %(age)03d" % {"name": "Ada", "age": 7}, "%*d|%-*d|%.*f" % (5, 1, 4, 2, 2, math.pi), "%5.1s|" % "abc")
    show("bytes", b"%s-%d-%x-%a" % (b"ab", 5, 255, "é"), b"%05.1f" % 2.25, b"%b" % b"q")
    show("money", f"{Money(123456)}", f"{Money(5):words}", f"{Money(99, 'USD'):>6c}", str(Money(1)), [Money(2)], "{:words}".format(Money(305)))


def containers():
    recursive = [1]
    recursive.append(recursive)
    table = {"self": None}
    table["self"] = table
    show("containers", [1, "a", None], (1,), (), {1: "x", "y": [2.0]}, {3}, set(), frozenset({1}), range(1, 9, 2), slice(1, None))
    show("recursive", recursive, table, [[]] * 2, ({},), {(): {}})
    show("others", None, NotImplemented, ..., int, len.__name__, type(show).__name__, True, bytes(2), b"".join([b"a", b"b"]))


def errors():
    attempts = [
        lambda: f"{'x':d}", lambda: f"{1.5:d}", lambda: f"{1:s}", lambda: f"{1:.2d}", lambda: f"{1:,x}", lambda: f"{Money(1):zzz}", lambda: f"{[]:5}",
        lambda: "%d" % "x", lambda: "%s %s" % "one", lambda: "%s" % (1, 2), lambda: "%q" % 1, lambda: "{} {1}".format(1, 2), lambda: "{missing}".format(x=1),
        lambda: "{0}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0.nope}".format(1), lambda: "%(a)s" % 5, lambda: f"{1:1000000000000000000000}",
    ]
    for attempt in attempts:
        try:
            print(repr(attempt()))
        except (ValueError, TypeError, LookupError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    integers()
    floats()
    strings()
    methods()
    containers()
    errors()
