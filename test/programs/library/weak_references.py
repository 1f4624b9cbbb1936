"""Weak references that stay alive: identity, equality, proxies, methods, dictionaries and sets with weak keys, finalizers called by hand, errors."""
import weakref
from collections import UserDict
from weakref import ProxyType, ReferenceType, WeakKeyDictionary, WeakMethod, WeakSet, WeakValueDictionary, finalize, getweakrefcount, getweakrefs, proxy, ref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def __eq__(self, other):
        return isinstance(other, Node) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __len__(self):
        return len(self.name)

    def __getitem__(self, i):
        return self.name[i]

    def __iadd__(self, text):
        self.name += text
        return self

    def __add__(self, other):
        return Node(self.name + str(other))

    def __call__(self, *args):
        return self.name, args

    def __contains__(self, x):
        return x in self.name

    def __bool__(self):
        return self.name != "false"

    def hello(self, greeting="hello"):
        return f"{greeting} {self.name}"


a, b, twin = Node("a"), Node("b"), Node("a")
r = ref(a)
print(r() is a, ref(a) is r, ref(a) == ref(twin), ref(a) == ref(b), hash(r) == hash(a), type(r) is ReferenceType, getweakrefcount(a), getweakrefs(a) == [r], (other := ref(a, print)) is r, getweakrefcount(a), other.__callback__, r.__callback__)


class Tagged(ref):
    __slots__ = ("tag",)

    def __new__(cls, target, callback=None, tag=None):
        self = super().__new__(cls, target, callback)
        self.tag = tag
        return self

    def __init__(self, target, callback=None, tag=None):
        super().__init__(target, callback)


t = Tagged(b, tag="t")
print(t().name, t.tag, t == ref(b), isinstance(t, ref), Tagged(b) is t)
p = proxy(a)
p.extra = 1
print(a.extra, p.name, len(p), p[0], p(1, k) if (k := 2) else 0, "a" in p, p + "x", bool(proxy(Node("false")) if False else p), str(p), type(p).__name__, isinstance(p, Node), p.__class__ is Node, p == twin, p != b, list(p))
p += "!"
print(a, p is a, type(p).__name__)
del a.extra
for action in lambda: hash(proxy(b)), lambda: proxy(b).nope, lambda: ref(1), lambda: ref([]), lambda: ref("s"), lambda: proxy(()), lambda: ref(None), lambda: ref(), lambda: ref(b, 1, 2), lambda: setattr(proxy(b), "__class__", int), lambda: proxy(b) < proxy(b), lambda: -proxy(b), lambda: proxy(b)["x"]:
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Slots:
    __slots__ = ("x",)


class WeakSlots:
    __slots__ = ("x", "__weakref__")


for thing in Slots(), WeakSlots(), Node, len, Node.hello, a.hello, set(), frozenset(), lambda: 0, (i for i in ()), range(3), type("S", (str,), {})(), type("I", (int,), {})(1), type("T", (tuple,), {})(), Exception(), object(), weakref, memoryview(b"a"):
    try:
        print(type(thing).__name__, ref(thing)() is thing, end="; ")
    except TypeError as error:
        print(error, end="; ")
print()
m = WeakMethod(b.hello)
print(m()("hi"), m == WeakMethod(b.hello), m == WeakMethod(a.hello), m() == b.hello, hash(m) == hash(WeakMethod(b.hello)))
try:
    WeakMethod(len)
except TypeError as error:
    print(str(error).partition("<class")[0])

keep = [Node(n) for n in "xyz"]
values = WeakValueDictionary({n.name: n for n in keep})
values["again"] = keep[0]
print(sorted(values), len(values), values["x"] is values["again"], values.get("q", "none"), values.pop("again"), values.setdefault("y", b) is keep[1], sorted(v.name for v in values.values()), "z" in values, [type(r).__name__ for r in values.valuerefs()][:1])
values.update(b=b)
print(sorted(values.items(), key=lambda i: i[0]), values.copy() == values, type(values | {"w": keep[2]}).__name__, values.popitem()[0], sorted((values | {"w": keep[2]}).keys()))
keys = WeakKeyDictionary()
keys[keep[0]] = 1
keys[Node("x")] = 2
keys[keep[1]] = [keep[2]]
print(len(keys), keys[Node("x")], sorted(k.name for k in keys), keys.get(Node("q")), [r() for r in keys.keyrefs()] == list(keys), keys.pop(keep[1]), dict(keys) == {keep[0]: 2})
for action in lambda: keys[keep[1]], lambda: keys.__setitem__(1, 2), lambda: values.__setitem__("k", 3), lambda: values["nope"], lambda: 3 in keys, lambda: keys.pop(b), lambda: WeakSet([1]), lambda: WeakKeyDictionary([(1, 2)]), lambda: WeakValueDictionary(1, 2):
    try:
        print(action())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, str(error).partition(" at ")[0])
ws = WeakSet(keep)
ws.add(keep[0])
print(len(ws), Node("y") in ws, sorted(n.name for n in ws & {keep[1], b}), (ws | WeakSet([b])) >= ws, ws.isdisjoint([b]), sorted(n.name for n in ws ^ {keep[0], b}), ws == WeakSet(keep), ws == set(keep), ws - ws == WeakSet(), 3 in ws)
ws.discard(b)
ws -= {keep[0]}
print(sorted(n.name for n in ws), ws.pop() in keep, len(ws), type(ws.copy()).__name__)

log = []
f1 = finalize(a, log.append, "first")
f2 = finalize(a, lambda *args, **kw: (log.append((args, kw)), "result")[1], 1, x=2)
f2.atexit = False
print(f1.alive, f2.atexit, f2.peek()[2:], f2(), f2(), f2.alive, f1.detach()[2], f1.alive, f1.peek(), f1.detach(), log)


class Observed(UserDict):
    """Listeners are held weakly; bound methods by WeakMethod."""

    def __init__(self):
        super().__init__()
        self.listeners = []

    def listen(self, listener):
        self.listeners.append(WeakMethod(listener) if hasattr(listener, "__self__") else ref(listener))

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        for weak in self.listeners:
            if (listener := weak()) is not None:
                listener(key)


heard = []


class Ear:
    def hear(self, key):
        heard.append(("ear", key))


def hear(key):
    heard.append(("function", key))


ear, table = Ear(), Observed()
table.listen(ear.hear)
table.listen(hear)
table["k"] = 1
table.update(z=2)
print(heard, issubclass(ProxyType, object), weakref.CallableProxyType.__name__, sorted(weakref.__all__))
