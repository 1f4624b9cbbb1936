"""copy, pickle, copyreg, shelve and dbm.dumb: objects duplicated and kept."""
import copy
import copyreg
import dbm.dumb
import io
import os
import pickle
import pickletools
import shelve
import tempfile
from collections import Counter, OrderedDict, deque, namedtuple
from datetime import date
from enum import Enum
from fractions import Fraction

inner = [1, 2]
outer = {"a": inner, "b": inner, "t": (inner, "x")}
shallow, deep = copy.copy(outer), copy.deepcopy(outer)
inner.append(3)
print(shallow["a"] is inner, deep, deep["a"] is deep["b"], deep["t"][0] is deep["a"], copy.copy((1, 2)), copy.deepcopy("s"))
cycle = [1]
cycle.append(cycle)
duplicate = copy.deepcopy(cycle)
print(duplicate[1] is duplicate, copy.copy(len) is len, copy.deepcopy({1: {2: [3]}}), copy.copy(bytearray(b"x")))


class Account:
    registry = []

    def __init__(self, owner, balance=0):
        self.owner, self.balance, self.lock = owner, balance, object()

    def __eq__(self, other):
        return (self.owner, self.balance) == (other.owner, other.balance)

    def __getstate__(self):
        return {k: v for k, v in self.__dict__.items() if k != "lock"}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = "restored"

    def __repr__(self):
        return f"Account({self.owner!r}, {self.balance})"


class Node:
    __slots__ = ("value", "next", "__weakref__")

    def __init__(self, value, next=None):
        self.value, self.next = value, next


class Point(namedtuple("Point", "x y")):
    def __copy__(self):
        return Point(self.x, -self.y)

    def __deepcopy__(self, memo):
        return Point(copy.deepcopy(self.x, memo), "deep")


class Colour(Enum):
    RED = "r"


class Interval:
    def __new__(cls, low, high):
        self = super().__new__(cls)
        self.low, self.high = low, high
        return self

    def __getnewargs__(self):
        return self.low, self.high


class Reduced:
    def __init__(self, *parts):
        self.parts = list(parts)

    def __reduce__(self):
        return Reduced, (self.parts[0],), {"extra": True}, iter(self.parts[1:]), None

    def append(self, part):
        self.parts.append(part)

    def extend(self, parts):
        self.parts.extend(parts)


class Replaced:
    def __init__(self, n):
        self.n = n

    def __replace__(self, **changes):
        return Replaced(**{"n": self.n, **changes})


account = Account("ann", 5)
for clone in (copy.copy(account), copy.deepcopy(account), pickle.loads(pickle.dumps(account))):
    print(clone, clone == account, clone is account, clone.lock)
print(copy.copy(Point(1, 2)), copy.deepcopy([Point(1, 2)]), copy.deepcopy(Colour.RED) is Colour.RED, copy.replace(Replaced(1), n=2).n, copy.replace(Point(1, 2), x=9))
node = copy.deepcopy(Node(1, Node([2])))
print(node.value, node.next.value)
objects = [None, True, 3, -(2**70), 1.5, 2j, "é\ud800", b"b" * 300, bytearray(b"ba"), [1, [2]], (1,), (), {"k": {1, 2}}, frozenset([1]), range(3), slice(1, 2), ..., NotImplemented, Counter("aab"), OrderedDict(a=1), deque([1], 3), Fraction(1, 3), date(2024, 1, 2), Colour.RED, Point(1, 2), len, int, os.path.join, ValueError("v", 1), account, 10**50, float("inf"), "x" * 300, type(None)]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    restored = pickle.loads(pickle.dumps(objects, protocol))
    print(protocol, all(a == b or repr(a) == repr(b) for a, b in zip(objects, restored)), len(restored))
for p in (2, 5):
    i = pickle.loads(pickle.dumps(Interval(1, 2), p))
    r = pickle.loads(pickle.dumps(Reduced("a", "b", "c"), p))
    n = pickle.loads(pickle.dumps(Node(7), p))
    print(i.low, i.high, r.parts, r.extra, n.value, hasattr(n, "next"))
shared = [inner, inner, cycle]
again = pickle.loads(pickle.dumps(shared))
print(again[0] is again[1], again[2][1] is again[2])
pickletools.dis(pickle.dumps({"a": [1, 2.5, ("t", None)], "b": account.owner}, 2))
print(pickle.dumps([1, "a", b"b", {2}], 4), pickle.dumps((True, None), 0), len(pickletools.optimize(pickle.dumps([["x"]] * 3))))


class Database(pickle.Pickler):
    def persistent_id(self, obj):
        return ("account", obj.owner) if isinstance(obj, Account) else None

    def reducer_override(self, obj):
        return (Interval, (obj.low * 10, obj.high)) if isinstance(obj, Interval) else NotImplemented


class Restore(pickle.Unpickler):
    def persistent_load(self, pid):
        return f"loaded {pid}"

    def find_class(self, module, name):
        if name in ("Interval", "Fraction"):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"global '{name}' is forbidden")


buffer = io.BytesIO()
pickler = Database(buffer)
pickler.dump([account, Interval(1, 2), Fraction(2, 5)])
pickler.dump("second")
buffer.seek(0)
unpickler = Restore(buffer)
first = unpickler.load()
print(first[0], first[1].low, first[2], unpickler.load())
for attempt in [lambda: Restore(io.BytesIO(pickle.dumps(os.system))).load(), lambda: pickle.loads(b""), lambda: pickle.loads(b"junk."), lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(pickle.dumps(1)[:-1]), lambda: pickle.dumps(1, 99), lambda: pickle.dumps(open(os.devnull)), lambda: pickle.dumps((n for n in [])), lambda: pickle.loads(b"cnomodule\nname\n."), lambda: copy.copy((n for n in [])), lambda: copy.replace([1]), lambda: pickle.loads(b"\x80\x63.")]:
    try:
        print("fine", attempt())
    except (pickle.PickleError, EOFError, TypeError, ValueError, AttributeError, ImportError, KeyError) as error:
        message = "" if isinstance(error, EOFError) else str(error).split(" at 0x")[0]
        print(type(error).__name__, "-", message, *getattr(error, "__notes__", ()))


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees


copyreg.pickle(Celsius, lambda c: (Celsius, (c.degrees + 0.5,)))
print(pickle.loads(pickle.dumps(Celsius(20))).degrees, copy.copy(Celsius(1)).degrees, Celsius in copyreg.dispatch_table)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "shelf")
    with dbm.dumb.open(path + "db", "c") as db:
        db["key"] = "välue"
        db[b"two"] = b"2"
        db["key"] = "longer value than before"
        print(sorted(db.keys()), db["key"], db.get("none"), "two" in db, len(db), db.setdefault("three", b"3"))
        del db["two"]
    with dbm.dumb.open(path + "db") as db:
        print(sorted(db.items()))
    with dbm.dumb.open(path + "db", "r") as db:
        try:
            db["x"] = "y"
        except dbm.error as error:
            print(type(error).__name__, error)
    store = shelve.Shelf(dbm.dumb.open(path, "n"))
    store["list"] = [1, 2]
    store["list"].append(3)
    store["account"] = account
    print(store["list"], store["account"], "list" in store, sorted(store), len(store), store.get("gone", "default"))
    store.close()
    try:
        store["list"]
    except ValueError as error:
        print(error)
    with shelve.Shelf(dbm.dumb.open(path), writeback=True) as store:
        store["list"].append(3)
        del store["account"]
    with shelve.Shelf(dbm.dumb.open(path)) as store:
        print(dict(store))
        try:
            store["account"]
        except KeyError as error:
            print("KeyError", error)
