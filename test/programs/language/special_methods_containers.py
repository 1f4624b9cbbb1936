"""Emulating containers and attribute access: every special method of the data model that syntax reaches."""


class Log:
    entries = []

    @classmethod
    def add(cls, text):
        cls.entries.append(text)

    @classmethod
    def flush(cls):
        print("  " + "; ".join(cls.entries))
        cls.entries.clear()


def logged(name, result):
    def method(self, *args):
        Log.add(f"{name}{tuple(type(a).__name__ if name == 'exit' else a for a in args)}")
        return result(*args) if callable(result) else result

    method.__name__ = name
    return method


Everything = type("Everything", (), {
    "__repr__": lambda self: "E",
    **{f"__{name}__": logged(name, result) for name, result in {
        "len": 3, "getitem": lambda k: k, "setitem": None, "delitem": None, "contains": True, "iter": lambda: iter("ab"), "reversed": lambda: iter("ba"),
        "call": "called", "hash": 12, "bool": False, "int": 7, "float": 2.5, "complex": 1j, "index": 2, "round": lambda *a: ("r", *a), "trunc": 1, "floor": 2, "ceil": 3,
        "enter": "entered", "exit": True, "bytes": b"B", "format": lambda s: f"[{s}]", "str": "S", "dir": ["z", "a"], "length_hint": 4, "fspath": "/path",
        "instancecheck": True, "neg": "n", "pos": "p", "invert": "i", "abs": "a", "divmod": lambda o: (o, o), "matmul": "@", "rmatmul": "r@", "imatmul": "i@", "sizeof": 100,
        "lt": "lt", "le": "le", "gt": "gt", "ge": "ge", "ne": "ne", "eq": "eq",
    }.items()},
})
import math
import operator
import os

e = Everything()
for text in ("len(e)", "e[1]", "e[1:2, ...]", "e.__setitem__(0, 1)", "5 in e", "5 not in e", "[*e]", "list(reversed(e))", "e(1, 2)", "hash(e)", "bool(e)", "not e", "e or 'falsy'", "int(e)", "float(e)", "complex(e)", "[0, 1, 2][e]", "hex(e)", "range(5)[e]", "'abc' * e", "round(e)", "round(e, 2)", "math.trunc(e)", "math.floor(e)", "math.ceil(e)", "bytes(e)", "f'{e:spec}'", "format(e)", "str(e)", "f'{e!r}'", "dir(e)", "operator.length_hint(e)", "os.fspath(e)", "-e, +e, ~e, abs(e)", "divmod(e, 4)", "e @ 1", "1 @ e", "e < 1", "1 < e", "e >= 2", "e == 3", "e != 4", "4 != e", "1 < e < 3", "max(e, 1)", "operator.index(e)", "math.sqrt(e)", "chr(e)", "'%d %s' % (e, e)", "bytes([e])", "list(zip(e, e))", "dict(enumerate(e))", "sorted(e)", "'x'.join(e)", "tuple(e)", "a if (a := e) else 'no'", "[x for x in e if x]", "isinstance(1, e)", "any([e])", "all([e])", "{e: 1}[e]", "e in [e]", "[e].index(e)", "[1, e].count(1)", "print(e, end='')"):
    try:
        result = eval(text)
    except Exception as error:
        result = f"{type(error).__name__} {error}"
    print(text, "->", result)
    Log.flush()
with e as entered:
    raise ValueError("suppressed")
e[1:2] = 5
del e["k"]
e @= 1
print(entered, e)
Log.flush()


class Missing(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value


m = Missing()
m["a"].append(1)
print(m, m.get("b"), "b" in m)


class Sparse:
    def __init__(self):
        self.data = {}

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self[i] for i in range(*key.indices(10))]
        if isinstance(key, tuple):
            return {k: self[k] for k in key}
        return self.data.get(key, 0)

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            for i, v in zip(range(*key.indices(10)), value):
                self.data[i] = v
        else:
            self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return max(self.data, default=-1) + 1

    def __iter__(self):
        return (self[i] for i in range(len(self)))


s = Sparse()
s[3] = "x"
s[5:8] = "abc"
s[0] += 5
del s[6]
print(s[3], s[2:8], s[::-3], s[1, 5, -1], len(s), list(s), "x" in s, [*s][-1], bool(s), bool(Sparse()))


class Attrs:
    def __getattribute__(self, name):
        Log.add(f"getattribute {name}")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        Log.add(f"getattr {name}")
        if name == "missing":
            raise AttributeError("really missing")
        return 1

    def __setattr__(self, name, value):
        Log.add(f"setattr {name}={value}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        Log.add(f"delattr {name}")
        super().__delattr__(name)


a = Attrs()
a.x = 1
a.x += a.y
del a.x
print(hasattr(a, "missing"), getattr(a, "z"), vars(a))
Log.flush()
for action in (lambda: len(type("L", (), {"__len__": lambda s: "x"})()), lambda: len(type("L", (), {"__len__": lambda s: 2**70})()), lambda: hash(type("L", (), {"__hash__": lambda s: "x"})()), lambda: hash(type("L", (), {"__hash__": lambda s: 2**80})()), lambda: str(type("L", (), {"__str__": lambda s: 5})()), lambda: repr(type("L", (), {"__repr__": lambda s: None})()), lambda: bytes(type("L", (), {"__bytes__": lambda s: "x"})()), lambda: format(type("L", (), {"__format__": lambda s, f: 5})()), lambda: int(type("L", (), {"__int__": lambda s: "5"})()), lambda: float(type("L", (), {"__float__": lambda s: 5})()), lambda: complex(type("L", (), {"__complex__": lambda s: 5})()), lambda: operator.index(type("L", (), {"__index__": lambda s: 5.0})()), lambda: bool(type("L", (), {"__bool__": lambda s: None})()), lambda: dir(type("L", (), {"__dir__": lambda s: 5})()), lambda: dir(type("L", (), {"__dir__": lambda s: [1, "a"]})()), lambda: 1 in type("L", (), {"__contains__": lambda s, i: 1 / 0})(), lambda: [1, 2][type("L", (), {})()], lambda: type("L", (), {"__getitem__": 5})()[0], lambda: type("L", (), {"__call__": None})()(), lambda: os.fspath(type("L", (), {"__fspath__": lambda s: 5})()), lambda: round(type("L", (), {})()), lambda: math.floor("x"), lambda: abs(type("L", (), {})()), lambda: divmod(type("L", (), {})(), 1)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
