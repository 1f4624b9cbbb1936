"""Attributes of objects that keep a dictionary, in hot code: attributes and dictionary are one, whatever changes between two rounds."""

import copy
import functools
import pickle
import types
import weakref


class Plain:
    limit = 10
    names = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b

    def total(self):
        return self.a + self.b

    @property
    def computed(self):
        return self.a * 2

    @functools.cached_property
    def cached(self):
        return ["cached", self.a]

    @staticmethod
    def static():
        return "static"

    @classmethod
    def of_class(cls):
        return cls.__name__


def same_both_ways(rounds):
    """What is stored one way is seen the other way."""
    thing = Plain(1, 2)
    names = thing.__dict__
    seen = []
    for i in range(rounds):
        thing.a = i
        assert names["a"] == i
        names["b"] = -i
        assert thing.b == -i and thing.total() == 0 and thing.computed == 2 * i
        if i == rounds // 3:
            names["limit"] = 11
        if i == rounds // 2:
            del thing.limit
            names["names"] = "own"
        if i == rounds // 2 + 10:
            del names["names"]
        seen.append((thing.limit, thing.names))
    assert thing.__dict__ is names
    return sorted(set(seen), key=str), list(names.items())


def orders(rounds):
    """The same names in other positions, deleted and added again."""
    result = []
    for i in range(rounds):
        thing = Plain(i, i + 1)
        names = vars(thing)
        if i % 3 == 1:
            del thing.a
            thing.a = i
        if i % 5 == 2:
            names.pop("b")
            names["c"] = 0
            names["b"] = i + 1
        if i % 7 == 3:
            names.clear()
            names.update(b=i + 1, a=i)
        if i % 11 == 5:
            names[i] = "no name"
        thing.a += 1
        result.append((thing.total(), ",".join(map(str, names))))
    return result[:14], result[-3:], len(set(result))


def hiding(rounds):
    """Methods, static and class methods that the dictionary hides from some round on."""
    thing = Plain(1, 2)
    names = vars(thing)
    seen = []
    for i in range(rounds):
        if i == 60:
            names["total"] = lambda: "hidden"
        if i == 70:
            del thing.total
        if i == 80:
            thing.static = lambda: "own"
            thing.of_class = lambda: "own class"
        if i == 90:
            names["computed"] = "never seen"
        if i == 100:
            del names["static"], names["of_class"]
        if i == 110:
            Plain.total = lambda self: "new"
        if i == 120:
            Plain.limit = property(lambda self: "property")
            names["limit"] = "behind"
        if i == 130:
            Plain.limit = 10
        if i == 140:
            del Plain.limit, names["limit"]
        entry = (thing.total(), thing.static(), thing.of_class(), thing.computed, getattr(thing, "limit", None))
        if not seen or seen[-1] != entry:
            seen.append(entry)
    Plain.limit = 10
    Plain.total = lambda self: self.a + self.b
    return seen


def cached(rounds):
    things = [Plain(i, 0) for i in range(3)]
    count = 0
    for i in range(rounds):
        for thing in things:
            assert thing.cached is thing.cached and thing.cached == ["cached", thing.a], i
            if i % 10 == 9:
                del thing.cached
                thing.a += 1
                count += 1
            if i % 25 == 24:
                thing.__dict__["cached"] = ["cached", thing.a]
    return count, [list(vars(thing)) for thing in things]


def missing(rounds):
    thing = Plain(1, 2)
    names = vars(thing)
    errors = set()
    for i in range(rounds):
        if i % 9 == 4:
            del names["a"]
        try:
            thing.total()
        except AttributeError as error:
            errors.add((str(error), error.name, error.obj is thing))
            thing.a = i
        try:
            del thing.nothing
        except AttributeError as error:
            errors.add(str(error))
        try:
            thing.computed = 1
        except AttributeError as error:
            errors.add(str(error))
    return sorted(map(str, errors))


def changes_while_iterating(rounds):
    texts = set()
    for i in range(rounds):
        thing = Plain(1, 2)
        names = thing.__dict__
        try:
            for name in names:
                if i % 2:
                    setattr(thing, name + "x", 0)
                else:
                    thing.a = thing.a + 1
        except RuntimeError as error:
            texts.add(str(error))
        try:
            for name, value in names.items():
                if name == "b" and i % 3 == 0:
                    del thing.a
                if name == "b" and i % 3 == 1:
                    del thing.a
                    thing.a = 3
        except RuntimeError as error:
            texts.add(str(error))
        texts.add(str(list(names.items())))
    return sorted(texts)


def replaced(rounds):
    thing = Plain(1, 2)
    first = thing.__dict__
    others = [{"a": 5, "b": 6}, {"b": 1, "x": 0, "a": 2}, {"a": 1}, {1: 2, "a": 3, "b": 4}]
    seen = []
    for i in range(rounds):
        if i % 20 == 19:
            thing.__dict__ = others[i // 20 % 4]
        entry = (thing.a, getattr(thing, "b", None), len(thing.__dict__), thing.__dict__ is first)
        if not seen or seen[-1] != entry:
            seen.append(entry)
        thing.a = thing.a
    first["a"] = "not any more"
    return seen[:6], thing.a, first


def types_change(rounds):
    thing = Plain(1, 1.5)
    names = vars(thing)
    total = 0.0
    for i in range(rounds):
        thing.a += 1 if i < 100 else 0.5
        thing.b = i * 0.5 if i < 150 else str(i)
        total += thing.a + (thing.b if i < 150 else len(thing.b))
        if i == 170:
            thing.a = 10**20
    return total, names


class Asked(Plain):
    def __getattr__(self, name):
        if name.startswith("x"):
            return "asked " + name
        raise AttributeError("no " + name)


class Stored(Plain):
    log = []

    def __setattr__(self, name, value):
        if name == "b" and len(self.log) < 3:
            self.log.append((name, value))
        self.__dict__[name] = value

    def __delattr__(self, name):
        self.log.append(name)
        super().__delattr__(name)


class Every(Plain):
    def __getattribute__(self, name):
        if name == "a":
            return object.__getattribute__(self, "__dict__")["a"] + 100
        return object.__getattribute__(self, name)


def hooks(rounds):
    asked, stored, every = Asked(1, 2), Stored(3, 4), Every(5, 6)
    vars(asked)
    seen = set()
    for i in range(rounds):
        if i == 50:
            asked.__dict__["x"] = "own"
        if i == 80:
            del asked.x
        stored.b = i
        every.b = 7
        seen.add((asked.x, asked.xyz, asked.a, asked.total(), stored.total() - i, every.total()))
        try:
            asked.other
        except AttributeError as error:
            seen.add(str(error))
    del stored.b
    return sorted(map(str, seen)), Stored.log, vars(every)


class Slotted:
    __slots__ = ("s", "t", "__dict__", "__weakref__")


class Deep(Slotted):
    __slots__ = ("u", "v", "w")


def slots(rounds):
    result = []
    for cls in (Slotted, Deep):
        thing = cls()
        thing.d = 0
        for i in range(rounds):
            thing.s = i
            thing.d += thing.s
            if i % 10 == 5:
                thing.t = thing.__dict__["d"]
            if i % 10 == 7:
                del thing.t
            if cls is Deep:
                thing.w = thing.s
                thing.u = thing.w + thing.d
            if i == 100:
                vars(thing)["s"] = "not the slot"
        result.append((thing.s, thing.d, hasattr(thing, "t"), getattr(thing, "u", None), vars(thing)))
        assert weakref.ref(thing)() is thing
    return result


class Fault(Exception):
    def describe(self):
        return f"{self.args} {self.code}"


def others(rounds):
    def function():
        return function.count

    module = types.ModuleType("m")
    space = types.SimpleNamespace(count=0)
    fault = Fault("text")
    fault.__dict__["code"] = 0
    function.__dict__["count"] = 0
    for i in range(rounds):
        fault.code += 1
        function.count += 1
        module.__dict__["count"] = i
        space.count += 1
        space.__dict__["twice"] = space.count * 2
        assert module.count == i and function() == i + 1 and space.twice == 2 * i + 2
    module.count = "last"
    return fault.describe(), vars(fault), function.__dict__, module.__dict__["count"], space


class Strange(str):
    """Equal to a name, found by running Python code."""

    def __eq__(self, other):
        Strange.asked += 1
        return str.__eq__(self, other)

    __hash__ = str.__hash__


Strange.asked = 0


def strange_keys(rounds):
    seen = set()
    for i in range(rounds):
        thing = Plain(1, 2)
        names = vars(thing)
        if i % 4 == 3:
            del thing.a
            names[Strange("a")] = "strange"
        if i % 4 == 1:
            names["".join(["a", ""])] = "joined"
        seen.add((thing.a, thing.b, list(names)[-1]))
        thing.a = 1
        seen.add((thing.a, len(names)))
    return sorted(seen, key=str), Strange.asked > 0


def many(rounds):
    thing = Plain(1, 2)
    for i in range(rounds):
        setattr(thing, f"n{i}", i)
        thing.a += thing.b
        if i > 70:
            delattr(thing, f"n{i - 70}")
    return thing.a, len(vars(thing)), list(vars(thing))[:4]


def mixed(rounds):
    """Objects with and without a dictionary at the same places of the code."""
    things = [Plain(i, 1) for i in range(8)]
    for thing in things[::2]:
        vars(thing)
    total = 0
    for i in range(rounds):
        thing = things[i % 8]
        thing.b += 1
        total += thing.total() + thing.a + thing.limit + thing.computed
        if i == rounds - 60:
            things[2].total = lambda: 1000
        if i == rounds - 30:
            vars(things[3])["limit"] = 20
        if i == rounds - 20:
            things[2].__class__ = Asked
    return total


def copies(rounds):
    original = Plain(1, [2])
    for i in range(rounds):
        twin = copy.copy(original)
        twin.a += 1
        deep = copy.deepcopy(twin)
        deep.b.append(i)
        assert twin.b is original.b and deep.b is not twin.b and deep.a == twin.a == original.a + 1
        state = deep.__dict__.copy()
        deep.a = None
        assert state["a"] == twin.a and dict(deep.__dict__) == deep.__dict__ != state
        original = pickle.loads(pickle.dumps(twin)) if i % 2 else pickle._loads(pickle._dumps(twin))
        assert vars(original) == vars(twin) and vars(original) is not vars(twin)
    return vars(original)


for function in (
    same_both_ways, orders, hiding, cached, missing, changes_while_iterating, replaced, types_change, hooks, slots, others,
    strange_keys, many, mixed,
):
    print(function.__name__, function(200))
    print(str(function(2000))[-300:])
print("copies", copies(60))
