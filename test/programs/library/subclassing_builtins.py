"""functools, types and operator with classes of one's own that stand in for the builtin ones: numbers, strings, containers."""
import bisect
import collections
import csv
import heapq
import io
import itertools
import json
import math
import re
import statistics
import string
import struct


class Metres(float):
    def __add__(self, other):
        return Metres(float(self) + other)

    __radd__ = __add__

    def __repr__(self):
        return f"{float(self):g} m"


class Level(int):
    names = ("low", "middle", "high")

    def __str__(self):
        return self.names[self]

    def __format__(self, spec):
        return format(str(self), spec)


class Tag(str):
    def __new__(cls, text, colour="black"):
        self = super().__new__(cls, text)
        self.colour = colour
        return self

    def __eq__(self, other):
        return str.__eq__(self.casefold(), str(other).casefold())

    def __hash__(self):
        return hash(self.casefold())


class Bag(dict):
    def __missing__(self, key):
        return f"no {key}"

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])


class Row(list):
    def __getitem__(self, key):
        return [super(Row, self).__getitem__(k) for k in key] if isinstance(key, tuple) else super().__getitem__(key)


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __lt__(self, other):
        return self[1] < other[1]


class Names(set):
    def add(self, name):
        super().add(name.title())


class Packet(bytes):
    @property
    def checksum(self):
        return sum(self) % 256


print(sum([Metres(1.5), Metres(2)]), math.fsum([Metres(1), Metres(2)]), statistics.mean([Metres(1), Metres(3)]), max(Metres(1), Metres(2)), json.dumps([Metres(2.5), Level(1), Tag("t"), Row([1]), Pair(1, 2), Bag(a=1)]), struct.pack("<d", Metres(1.0)).hex(), math.floor(Metres(2.7)), divmod(Metres(7), 2), Metres("3.5"), hash(Metres(2)) == hash(2))
print(str(Level(2)), f"{Level(0):>5}|", "%d %s" % (Level(1), Level(1)), Level(1) + 1, type(Level(1) + 1), ["a", "b", "c"][Level(2)], range(Level(2)), Level(1) == True, repr(Level(1)), int(Level(2)), Level(5) & 4, "{:d}".format(int(Level(2))), bool(Level(0)), Level("2"))
t = Tag("Note", colour="red")
print(t == "NOTE", t in {"note": 1}, {t: 1}.get(Tag("nOTE")), t.colour, type(t.upper()), t + "!", re.sub("o", "0", t), "-".join([t, t]), string.Template("$x").substitute(x=t), sorted([Tag("b"), Tag("A")]), t.replace("N", "n"), isinstance(t[:2], Tag), f"{t:>6}", len(t), [*t], t.encode(), "Note" == t)
b = Bag(x=1)
b["y"] = 2
b.update(z=3)
print(b, b["q"], b.get("q"), "%(y)s %(w)s" % b, "{y} {w}".format_map(b), b | {"n": 1}, type(b | {}), type(b.copy()), dict(**b), sorted(b), b.setdefault("s", 4), len(b), eval("x, y", {}, b))
r = Row("abcd")
print(r[0, 2], r[1:], type(r[1:]), r + ["e"], list(reversed(r)), heapq.nsmallest(2, r), bisect.bisect(r, "b"), *r, sep=" ")
out = io.StringIO()
csv.writer(out, lineterminator="\n").writerows([r, Pair("p", Level(1)), Row([Metres(1)])])
print(out.getvalue())
pairs = [Pair("a", 3), Pair("b", 1), Pair("c", 2)]
print(sorted(pairs), min(pairs), sorted(pairs, reverse=True)[0], pairs[0] == ("a", 3), hash(pairs[0]) == hash(("a", 3)), dict(pairs), list(itertools.starmap(str.__mul__, pairs)), pairs[0] + (1,), type(pairs[0][:1]))
names = Names(["ann"])
names.add("bob")
names |= {"cy"}
print(sorted(names), type(names | set()), names.issuperset(["Bob"]), "bob" in names, frozenset(names) == names, names.copy().__class__)
p = Packet([1, 2, 250, 9])
print(p.checksum, p, p[1:3], type(p + b""), p.hex(), int.from_bytes(p), bytes(p) == p, {p: 1}[b"\x01\x02\xfa\x09"], memoryview(p)[2], Packet(b"ab").decode(), Packet.fromhex("0102").checksum)


class Meta(type):
    def __len__(cls):
        return len(cls.members)

    def __iter__(cls):
        return iter(cls.members)

    def __contains__(cls, item):
        return item in cls.members

    def __getitem__(cls, key):
        return cls.members[key]

    def __call__(cls, *args):
        made = super().__call__(*args)
        cls.members.append(made)
        return made

    def __or__(cls, other):
        return f"{cls.__name__}|{other.__name__}"

    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")


class Duck(metaclass=Meta):
    members = []

    def __init__(self, name="x"):
        self.name = name

    def __repr__(self):
        return self.name


Duck("a"), Duck("b")
print(len(Duck), list(Duck), Duck[0], "z" in Duck, Duck | int, isinstance(5, Duck), isinstance(type("Q", (), {"quack": 1})(), Duck), [d.name for d in Duck], bool(Duck))


class Proxy:
    """Forwards everything, special methods too."""

    def __init__(self, target):
        object.__setattr__(self, "_target", target)

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)

    for _name in "len getitem setitem delitem contains iter add radd mul eq ne lt call enter exit index int float str bool neg hash".split():

        def _forward(self, *args, _special=f"__{_name}__"):
            return getattr(self._target, _special)(*args)

        locals()[f"__{_name}__"] = _forward
    del _name, _forward


lst = Proxy([3, 1, 2])
lst.append(4)
lst[0] = 9
print(len(lst), lst[0], 1 in lst, sorted(lst), lst + [5], lst == [9, 1, 2, 4], str(lst), [*lst], bool(Proxy(0)) , [10, 20, 30][Proxy(1)], Proxy(abs)(-3), int(Proxy(7)), -Proxy(5), Proxy("a") + "b")
