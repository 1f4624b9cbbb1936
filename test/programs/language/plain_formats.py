"""`%` and `str.format` with few simple conversions, in hot code, and everything else that comes to the same places later."""

from collections import OrderedDict, defaultdict
import sys


class Name(str):
    def __str__(self):
        return "named " + str.__str__(self)


class Odd(dict):
    def __getitem__(self, key):
        return "odd " + key


class Shown:
    def __init__(self, text, entries=None):
        self.text = text
        self.entries = entries

    def __str__(self):
        return f"shown {self.text}"

    def __format__(self, spec):
        if self.entries is not None:
            self.entries["last"] = "changed"
        return f"<{self.text}:{spec}>"


def step(n, name):
    return "step %d of %s" % (n, name)


def with_values(form, values):
    return form % values


def by_name(values):
    return "%(level)s:%(name)s:%(count)d" % values


def spread(form, args, entries):
    return form.format(*args, **entries)


def attempt(function, *args):
    try:
        result = function(*args)
        return type(result).__name__, ascii(result)
    except Exception as error:
        return type(error).__name__, str(error)


total = 0
for i in range(4000):
    total += len(step(i, "web")) + len(with_values("%s=%d;", ("k", i))) + len(by_name({"level": "INFO", "name": "db", "count": i}))
    total += len(spread("{a} {b:>4} {c}", (), {"a": i, "b": "x", "c": "end"})) + len(spread("{} {0.real}".replace("0", ""), (i, i), {}))
print(total)

for n, name in ((1, "a"), (True, "a"), (2.75, "a"), (2**80, "a"), (-3, Name("n")), ("x", "a"), (None, "a"), (1, None), (1, 2**70), (1, 1.5),
                (1, b"x"), (1, [1]), (1, ("a", "b")), (1, "\ud800"), (1, "ä\U0001f600"), (1, Shown("s")), (Shown("s"), 1)):
    print(attempt(step, n, name))
for form, values in (("%s", ("a",)), ("%s", (Name("q"),)), ("%s", "a"), ("%s", Name("q")), ("%d", 7), ("%d", ()), ("%s", ("a", "b")), ("%s %s", ("a",)),
                     ("%%", ()), ("%%", 1), ("%d%%", (5,)), ("plain", ()), ("plain", {}), ("plain", {"a": 1}), ("plain", [1]), ("plain", (1,)),
                     ("%5d|%-5s|%05d", (1, "a", 2)), ("%*d", (5, 1)), ("%.2f", (1.5,)), ("%r", ("a",)), ("%q", (1,)), ("%", (1,)), ("%s %", ("a",)),
                     ("%(a)s", {"a": 1}), ("%(a)s", {}), ("%(a)s", (1,)), ("%(a", {"a": 1}), ("%(a)s %s", {"a": 1}), ("%s", {"a": 1}),
                     ("%(a)d", {"a": "x"}), ("%(a)d", {"a": True}), ("%(a)s", Odd(a=1)), ("%(b)s", defaultdict(lambda: "made", a=1)),
                     ("%(a)s", OrderedDict(a="o")), ("%(1)s", {1: "int", "1": "str"}), ("%(a)s", {Name("a"): "derived"}), ("%()s", {"": "empty"}),
                     ("\ud800%s", ("a",)), ("%(a)s" * 60, {"a": "b"}), ("%s" * 60, ("b",) * 60), (Name("%s!"), ("a",)), (Name("abc"), ())):
    print(ascii(form)[:24], attempt(with_values, form, values))
print(attempt(by_name, {"level": "L", "name": 5, "count": 1.9}), attempt(by_name, {"level": "L"}), attempt(by_name, [1]))

for form, args, entries in (("{a}", (), {"a": Name("n")}), ("{a!s:>12}|", (), {"a": Name("n")}), ("{} {a}", (1,), {"a": 2}), ("{a}", (), {}), ("{b}", (), {"a": 1}),
                            ("{a[0]} {a.real}", (), {"a": [1]}), ("{a[x]}", (), {"a": {"x": None}}), ("{a}", (), {"a": None}), ("{", (), {"a": 1}),
                            ("}", (), {"a": 1}), ("{a:{w}}|", (), {"a": "q", "w": 5}), ("{a:{w:{v}}}", (), {"a": 1, "w": 2, "v": 3}),
                            ("{0} {}", (1, 2), {"a": 1}), ("{1}", (1,), {"a": 1}), ("{a!x}", (), {"a": 1}), ("\ud800{a}\udc00", (), {"a": "\udbff"}),
                            ("{a}" * 60, (), {"a": "b"}), ("{a} {b}", (), {"a": "\ud800", "b": 1}), (Name("{a}"), (), {"a": 1}), ("", (), {"a": 1}),
                            ("{a}", (), {1: 2}), ("{a}", (), {Name("a"): 2}), ("{a}", [1], OrderedDict(a=3)), ("{self}", (), {"self": 4}),
                            ("{a}", (), Odd(a=1)), ("{a:>1000000000000000000000}", (), {"a": 1})):
    print(ascii(form)[:24], attempt(spread, form, args, entries))

# What formatting does to the dictionary does not show in the same call.
entries = {"first": None, "last": "kept"}
entries["first"] = Shown("s", entries)
print(spread("{first:x} {last}", (), entries), entries["last"])
print("{first:y} {last}".format_map({"first": Shown("s"), "last": "l"}))

calls = []
sys.setprofile(lambda frame, event, arg: calls.append((event, getattr(arg, "__name__", None))) if event.startswith("c_") else None)
"{a}".format(**{"a": 1})
"%s" % ("a",)
sys.setprofile(None)
print(calls)
