"""pprint and reprlib: nested data laid out, cut and protected from cycles."""
import pprint
import reprlib
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, defaultdict, deque
from dataclasses import dataclass, field
from types import MappingProxyType, SimpleNamespace

data = {
    "name": "a fairly long name that takes up room",
    "tags": ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"],
    "nested": {"level": {"level": {"level": {"value": 1}}}},
    "numbers": list(range(30)),
    "tuple": (1,),
    "set": {3, 1, 2},
    "frozen": frozenset({"only"}),
    "empty": [{}, [], (), set(), "", b""],
    "text": "words " * 25,
    "bytes": bytes(range(60)),
    2: "mixed keys",
}
pprint.pprint(data)
pprint.pprint(data, width=40, compact=True, depth=2, indent=2)
pprint.pp({"z": 1, "a": 2, "m": [1, 2]}, width=10)
print(pprint.pformat({"b": 1, "a": 2}, sort_dicts=False), pprint.pformat(123456789, underscore_numbers=True), pprint.isreadable(data), pprint.isreadable([object]), pprint.saferepr({"b": [1], "a": 2}))
loop = [1, {"self": None}]
loop[1]["self"] = loop
print(pprint.isrecursive(loop), "Recursion on list" in pprint.pformat(loop), repr(loop))
for value in [
    OrderedDict([(f"key{i}", "v" * i) for i in range(12)]),
    defaultdict(list, {f"group {i}": list(range(i)) for i in range(9)}),
    Counter("the quick brown fox jumps over the lazy dog"),
    ChainMap({"user": "x" * 30}, {"user": "y" * 30, "other": "z" * 20}),
    deque((f"item number {i}" for i in range(8)), maxlen=50),
    UserDict({f"k{i}": i for i in range(20)}),
    UserList(range(40)),
    MappingProxyType({f"proxy{i}": i for i in range(10)}),
    SimpleNamespace(first="a" * 30, second=["b" * 30, "c" * 30], third=None),
]:
    pprint.pprint(value, width=60)


@dataclass
class Address:
    street: str
    town: str = "Somewhere"
    hidden: int = field(default=0, repr=False)


@dataclass
class Person:
    name: str
    addresses: list[Address]
    notes: dict = field(default_factory=dict)


pprint.pprint(Person("A name", [Address("A rather long street name 12"), Address("Another street", "Elsewhere")], {"k": "v" * 40}))


class Matrix:
    def __init__(self, *rows):
        self.rows = rows

    def __repr__(self):
        return f"Matrix{self.rows}"


class Printer(pprint.PrettyPrinter):
    def format(self, obj, context, maxlevels, level):
        if isinstance(obj, float):
            return f"{obj:.2f}", True, False
        return super().format(obj, context, maxlevels, level)


Printer(width=50).pprint({"pi": 3.14159, "list": [1 / 3, 2 / 3, Matrix([1, 2], [3, 4])]})
try:
    pprint.PrettyPrinter(width=0)
except ValueError as error:
    print(error)
try:
    pprint.PrettyPrinter(depth=0)
except ValueError as error:
    print(error)
pprint.pprint([{1: 2}, {None: 1, "x": 2, 3: 4}])

r = reprlib.Repr(maxlist=2, maxstring=20, maxdict=1, maxlevel=2, maxother=15)
for value in ["s" * 100, list(range(10)), {"a": 1, "b": 2}, {1, 2, 3}, (1,), [[[[1]]]], 10**80, deque(range(20)), frozenset("abc"), Matrix(1, 2, 3, 4, 5)]:
    print(r.repr(value) if not isinstance(value, frozenset) else len(r.repr(value)), "|", reprlib.repr(value) if not isinstance(value, (set, frozenset)) else "")
print(reprlib.Repr(indent=4, maxdict=3).repr({"a": [1, (2, 3)], "b": {}}), reprlib.Repr(indent="..").repr([1, [2]]), sep="\n")


class Tree:
    def __init__(self):
        self.children = []

    @reprlib.recursive_repr(fillvalue="<cycle>")
    def __repr__(self):
        return f"Tree({self.children})"


tree = Tree()
tree.children += [Tree(), tree]
print(tree)


class WithMatrix(reprlib.Repr):
    def repr_Matrix(self, obj, level):
        return f"<{len(obj.rows)} rows>"


print(WithMatrix().repr([Matrix(1, 2), Matrix()]))
