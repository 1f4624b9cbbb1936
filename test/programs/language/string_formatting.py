"""format(), str.format and %: fields, conversions, nested specifications, alignment, errors."""
import datetime

print("{} {} {}".format(1, "two", [3]), "{2}{0}{1}{0}".format("a", "b", "c"), "{x}{y!r}".format(x=1, y="q"), "{{}}{0}".format(7))
print("{0[1]} {0[k]!s}".format({1: "one", "k": "kay"}), "{0.real} {0.imag}".format(3 + 4j), "{a[0][1].__class__.__name__}".format(a=[[1, 2.5]]))
print("{:>{width}.{precision}f}|{:{fill}^{w}}".format(3.14159, "mid", width=10, precision=2, fill="*", w=9), "{:{}}|".format("x", 5))
print("{!a} {!r:>8} {!s:^5}|".format("é", "r", "s"), "{:}".format(5), "{:s}".format("x"), "{:c}{:c}".format(65, 0x1F600))
for spec in ("5", "<5", "^5", ">5", "=5", "05", "+", "-", " ", "#x", "#b", "#o", "x", "X", "b", "o", "d", "n", ",", "_", "_b", "_x", "e", ".2f", "%", "c", "+,d", "#010x", "^+7d", "0=6"):
    try:
        print(f"{spec:6}", repr(format(42, spec)), repr(format(-1234567, spec)) if spec != "c" else "")
    except (ValueError, OverflowError) as error:
        print(f"{spec:6}", error)
for spec in ("", "s", "10", ">10", "^10", "*<10", ".2", "5.2", "05", "\u00e9>6", "🙂^6", "=5", "d", "+", ",", "#", ".", "10.", "zz", "1 0"):
    try:
        print(f"{spec:6}", repr(format("text", spec)))
    except ValueError as error:
        print(f"{spec:6}", error)
print("%s %r %a %d %i %u %o %x %X %#o %#x %c %c %%" % ("s", "r", "é", 1, 2.9, 3, 8, 255, 255, 8, 255, "c", 99))
print("%5d|%-5d|%05d|%+d|% d|%5s|%-5s|%.2s|%*d|%-*s|%.*f" % (1, 2, 3, 4, 5, "a", "b", "cde", 4, 6, 3, "x", 2, 2.567))
print("%(name)s is %(age)03d%%" % {"name": "Bo", "age": 7}, "%s" % ((1, 2),), "%s" % [1, 2], "%s %s" % ("a", ()), "none" % (), "%(a)s" % {"a": {}})
print("%e %E %f %F %g %G %.0e %#.0f %.3g" % (1.5, 1.5, 1.5, float("inf"), 1e-5, 1e-5, 15, 2, 1234567), "%x" % -255, "%#X" % 255, "%.5d" % 42, "%+.3d" % 7)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        return f"<{spec}|{self.cents}>"

    def __str__(self):
        return "money"

    def __repr__(self):
        return "Money(…)"


m = Money(5)
print(f"{m}", f"{m:anything: {{}}}", "{:a{}b}".format(m, 1), f"{m!s:>7}", f"{m!r}", "%s %r" % (m, m), format(m), format(m, "x"))
print(f"{datetime.date(2024, 2, 29):%d.%m.%y}", f"{None}", f"{True}", f"{True:d}", f"{[]!r:>4}", format(None, ""))


class Defaults(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Defaults(a=1)), "%(q)s" % Defaults())
for action in ("{} {0}", "{0} {}", "{1}", "{", "}", "{x}", "{!z}", "{!}", "{:d}", "{0[}", "{0.}", "{0[a]}", "{0.nope}", "{:{}}", "{0!r:}", "{a b}", "{:=}", "{0[0]", "{:,s}", "{-1}", "{!ra}", "{:{:{}}}"):
    try:
        print(repr(action), repr(action.format("arg")))
    except Exception as error:
        print(repr(action), type(error).__name__, error)
for template, value in (("%d", "x"), ("%s %s", "a"), ("%s", ("a", "b")), ("%z", 1), ("%", 1), ("%(a)s", 1), ("%(a", {}), ("%(a)s", {}), ("%c", "ab"), ("%c", -1), ("%x", 1.5), ("%*d", ("a", 1)), ("%d", None), ("%f", "x"),
                        ("a", 1), ("a", {}), ("a", []), ("%d", 10**20), ("%s%", ("a",)), ("%.1", 1), ("%l", 1), ("%ld", 1), ("%i", "5"), ("%5", ()), ("%o", "x"), ("%c", 1.5), ("%c", 0x110000), ("%99999999999d", 1)):
    try:
        print(repr(template), repr(template % value))
    except Exception as error:
        print(repr(template), type(error).__name__, error)
for value, spec in ((1, "s"), ([], "5"), (None, "x"), (m, ""), (1.5, "x"), (1j, "%"), ("", "d"), (object, ">40"), (1, ".2"), (1, ",_"), (1, ",n"), (1, "_n"), (5, ",x"), (1, "c,"), (-1, "c"), (1, "+c"), ("a", "0"), (1.5, "__"), (b"", "3"), (range(2), "x"), (2, "1.1d")):
    try:
        print(repr(format(value, spec)))
    except Exception as error:
        print(type(error).__name__, error)
