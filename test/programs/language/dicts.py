"""Dictionaries: order, views, merging, missing keys, hashing and equality of keys, mutation while iterating."""
import sys

d = {"b": 1, "a": 2, **{"c": 3}, "b": 4}
d["z"] = 0
del d["a"]
d["a"] = 5
print(d, list(d), [*d.values()], list(d.items()), list(reversed(d)), len(d), "a" in d, 5 in d.values(), ("a", 5) in d.items(), d.get("q"), d.get("q", 0))
print(dict(), dict(a=1, b=2), dict([("x", 1), ["y", 2], "zw"]), dict({"k": 1}, k=2), dict(zip("ab", range(2))), dict.fromkeys("aab"), dict.fromkeys([1, 2], []), {1: "int", 1.0: "float", True: "bool"}, {None: 1, (): 2, ...: 3})
print(d | {"n": 1, "b": 9}, {"x": 1} | d, {**d, "b": 0}, d.setdefault("b", 100), d.setdefault("new", []), d.pop("new"), d.pop("new", "gone"), d.popitem(), d)
d |= [("p", 1), ("q", 2)]
d.update({"p": 3}, r=4)
d.update([("s", 5)])
d.update()
print(d, d == dict(reversed(d.items())), d != {}, d.copy() is d, {1: {2: 3}} == {1: {2: 3}}, {} == [], d.keys() == set(d))
k, v, i = d.keys(), d.values(), d.items()
print(k & {"p", "zz"}, sorted(k | {"zz"}), sorted(k - {"p"}), sorted(k ^ {"p", "zz"}), k.isdisjoint([1]), k >= {"p"}, k < {"p"}, len(i & {("p", 3)}), {"p"} & k, sorted({"new"} | k), k.mapping["p"], type(k.mapping).__name__)
d["late"] = 1
print(k, len(v), i, list(reversed(k))[0], list(reversed(i))[-1], repr({}.keys()), v == d.values(), k == d.keys(), i == d.items())


class Key:
    def __init__(self, name, hashed):
        self.name, self.hashed = name, hashed

    def __hash__(self):
        trail.append(f"hash {self.name}")
        return self.hashed

    def __eq__(self, other):
        trail.append(f"{self.name}=={getattr(other, 'name', other)}")
        return isinstance(other, Key) and self.name[0] == other.name[0]

    def __repr__(self):
        return f"<{self.name}>"


trail = []
a1, a2, b1 = Key("a1", 1), Key("a2", 1), Key("b1", 1)
kd = {a1: "first"}
kd[a2] = "second"
kd[b1] = "third"
print(kd, kd.get(Key("a3", 1)), kd.get(Key("a3", 2)), a1 in kd, trail)
trail.clear()
print(kd.get(1), trail)


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


m = Default(x=1)
print(m["x"], m["y"], m.get("y"), "y" in m, m, type(m | {}).__name__, type(m.copy()).__name__, "%(q)s" % m, isinstance(m, dict))
big = {n: n * n for n in range(100)}
for n in range(0, 100, 2):
    del big[n]
big[0] = "again"
print(len(big), list(big)[:3], list(big)[-1], sum(x for x in big if x), {n: c for n, c in enumerate("abc") if n}, {x: y for x in range(2) for y in range(2)})
print({"a": {"b": [1, {"c": ()}]}}, {1: {}, 2: [{}]}, str({"q'": '"'}), {f"{n}": n for n in (1, 2)}, {**{1: 2}, **{}}, {"a": 1, **dict(b=2), **{"a": 3}})
rec = {}
rec["self"] = rec
print(rec, [rec], rec["self"]["self"] is rec, rec.keys(), rec.items())
it = iter(d)
next(it)
print(it.__length_hint__(), sorted(x for x in it), next(it, None), type(it).__name__, type(iter(d.items())).__name__, type(reversed(d.values())).__name__, list(zip(d, d.values()))[0])


def grow():
    for key in (g := {1: 1, 2: 2}):
        g[key + 10] = 0


def shrink():
    g = {1: 1, 2: 2}
    for key in g:
        del g[key]


def swap():
    g = {1: 1, 2: 2}
    seen = []
    for key in g:
        seen.append(key)
        if len(seen) > 5:
            break
        del g[key]
        g[key + 2] = 0
    return seen


class Mapping:
    def keys(self):
        return ["m1", "m2"]

    def __getitem__(self, key):
        return key * 2


print(dict(Mapping()), {**Mapping()}, dict(Mapping(), extra=1), {} | dict(Mapping()), (lambda **kw: kw)(**Mapping()))
for action in (grow, shrink, swap, lambda: d["nope"], lambda: {}[()], lambda: {}[1, 2], lambda: {[]: 1}, lambda: {{}: 1}, lambda: d[[]], lambda: [] in d, lambda: {}.popitem(), lambda: {}.pop(1), lambda: {}.pop(), lambda: dict(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(["abc"]), lambda: dict(1, 2), lambda: d | [], lambda: {} < {}, lambda: {} + {},
               lambda: {**5}, lambda: {**[1]}, lambda: (lambda **k: k)(**{1: 2}), lambda: (lambda a: a)(**{"a": 1}, **{"a": 2}), lambda: dict(**{"a": 1}, a=2), lambda: hash({}), lambda: {}.keys()[0], lambda: {}.items() | 5, lambda: {}.values() & {}, lambda: dict.fromkeys(5), lambda: {}.update(5), lambda: {}.update([5]), lambda: {}.update(["ab", "c"]), lambda: {}.setdefault(), lambda: {}.get(), lambda: {}.__getitem__(), lambda: {}.foo, lambda: setattr({}, "x", 1), lambda: d.__delitem__("nope"), lambda: {"a": 1}(), lambda: next(iter({})), lambda: dict(a=1)["b"], lambda: dict(x=1, **{"y": 2}, **{"x": 3})):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
sys.stdout.flush()
