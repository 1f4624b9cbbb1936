"""copy and pickle protocols: __copy__, __deepcopy__, __reduce__, __getstate__, __getnewargs__, cycles, memo."""
import copy
import pickle


class Plain:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    def __repr__(self):
        return f"{type(self).__name__}({vars(self)})"


class State(Plain):
    def __getstate__(self):
        return {"saved": self.x}

    def __setstate__(self, state):
        self.x = ("restored", state["saved"])


class Slots:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a

    def __repr__(self):
        return f"Slots({self.a}, {getattr(self, 'b', 'unset')})"


class NewArgs(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __getnewargs__(self):
        return tuple(self)


class NewArgsEx:
    def __new__(cls, *, key):
        self = super().__new__(cls)
        self.key = key
        return self

    def __getnewargs_ex__(self):
        return (), {"key": self.key}


class Reduced:
    def __init__(self, *args):
        self.args = args
        self.items, self.pairs = [], {}

    def __reduce__(self):
        return Reduced, self.args, {"extra": 1}, iter([1, 2]), iter({"k": "v"}.items())

    def append(self, item):
        self.items.append(item)

    def extend(self, items):
        self.items.extend(items)

    def __setitem__(self, key, value):
        self.pairs[key] = value


class Copier:
    def __copy__(self):
        return "shallow"

    def __deepcopy__(self, memo):
        return f"deep {len(memo)}"


class Singleton:
    def __reduce__(self):
        return "SINGLE"


SINGLE = Singleton()


class ListSub(list):
    pass


class DictSub(dict):
    pass


class IntSub(int):
    pass


def function():
    pass


original = {"list": [1, [2]], "tuple": (1, [2]), "set": {1}, "obj": Plain([1])}
shallow, deep = copy.copy(original), copy.deepcopy(original)
print(shallow == original, shallow["list"] is original["list"], deep == original, deep["list"] is original["list"], deep["tuple"][1] is original["tuple"][1], copy.deepcopy((1, (2,))) is not None, copy.copy(function) is function, copy.deepcopy(int) is int)
cycle = [1]
cycle.append(cycle)
copied = copy.deepcopy(cycle)
print(copied[1] is copied, copied is not cycle, copy.deepcopy([x := [], x])[0] is not x, (lambda c: c[0] is c[1])(copy.deepcopy([x, x])), copy.copy(Copier()), copy.deepcopy(Copier()), copy.deepcopy([Copier()]))
print(copy.copy(State(5)), copy.deepcopy(Slots([1])), copy.replace(type("R", (), {"__replace__": lambda self, **kw: kw})(), a=1), copy.copy(SINGLE) is SINGLE)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    values = [None, True, -1, 2**70, 1.5, "é😀", b"\x00\xff", [1, [2]], (1,), (), {"k": {1}}, {1, 2}, frozenset([3]), Plain(1), State(2), NewArgs(1, 2), ListSub([1]), DictSub(a=1), IntSub(7), 1 + 2j, range(3), slice(1, 2), bytearray(b"ab"), int, len, function, SINGLE, ..., NotImplemented]
    if protocol >= 2:
        values += [Slots(1), NewArgsEx(key="kk")]
    back = pickle.loads(pickle.dumps(values, protocol))
    print(protocol, all(a == b or type(a) in (Slots, NewArgsEx, State) for a, b in zip(values, back)), back[14], type(back[15]).__name__, type(back[16]).__name__, back[26] is SINGLE, back[-1] if protocol < 2 else back[-1].key)
r = pickle.loads(pickle.dumps(Reduced("a", 2)))
print(r.args, r.items, r.pairs, r.extra, pickle.loads(pickle.dumps(cycle))[1][1][0])
shared = [1]
a, b = pickle.loads(pickle.dumps((shared, shared)))
print(a is b, object.__reduce_ex__(Plain(1), 2)[0].__name__, object.__reduce_ex__(Plain(1), 2)[1:3], Plain(3).__getstate__(), object().__getstate__(), Slots(4).__getstate__(), (lambda e: (type(e), e.args, e.note))(pickle.loads(pickle.dumps((lambda e: setattr(e, "note", 1) or e)(ValueError("x", 2))))))
print(pickle.dumps([1, "a", None], 2), pickle.dumps(("x", 2.5, True), 0))
for action in (lambda: pickle.dumps(lambda: 0), lambda: pickle.dumps(x for x in ()), lambda: pickle.dumps(type("Local", (), {})()), lambda: copy.deepcopy(x for x in ()), lambda: copy.copy(type("B", (), {"__reduce_ex__": lambda s, p: 5})()), lambda: pickle.dumps(type("B", (), {"__reduce__": lambda s: (1, 2)})()), lambda: pickle.dumps(1, 99), lambda: copy.replace(5, a=1), lambda: pickle.loads(b"cno_such_module\nx\n."), lambda: Slots(1).__reduce_ex__(1), lambda: pickle.loads(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
