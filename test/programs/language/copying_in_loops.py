"""Copying in hot code: what `__getstate__`, `__new__` and `update` come to, whatever the object, its class and the arguments are."""

import abc
import copy


class C:
    pass


def states():
    c = C()
    c.a = 1
    c.__getstate__ = lambda: {"z": 1}
    print(copy.copy(c).__dict__, c.__reduce_ex__(2)[2:])
    del c.__getstate__
    vars(c)["__getstate__"] = lambda: {"y": 1}
    print(c.__reduce_ex__(4)[2:], copy.copy(c).__dict__)
    c.__getstate__ = 5
    try:
        c.__reduce_ex__(4)
    except TypeError as error:
        print(error)

    class D:
        def __getattribute__(self, name):
            if name == "__getstate__":
                return lambda: {"q": 1}
            return object.__getattribute__(self, name)

    class G(C):
        __getstate__ = property(lambda self: lambda: {"prop": 1})

    class H(C):
        pass

    H.__getstate__ = object.__getstate__
    h = H()
    h.k = 1
    print(D().__reduce_ex__(4)[2], G().__reduce_ex__(4)[2], h.__reduce_ex__(4)[2], C().__reduce_ex__(4)[2])
    other = C()
    other.other = 3
    c.__getstate__ = other.__getstate__
    print(c.__reduce_ex__(4)[2])


class Point:
    def __init__(self, x):
        self.x = x


class Slots:
    __slots__ = ("x", "y")


class Both(Slots):
    pass


class Abstract(abc.ABC):
    @abc.abstractmethod
    def method(self): ...


class Made:
    def __new__(cls, *args):
        made = super().__new__(cls)
        made.args = args
        return made

    def __getnewargs__(self):
        return self.args


class Items(list):
    pass


class Names(dict):
    pass


def copies(rounds):
    """The class and its way of being reduced change in between."""
    point, slots, both, items, names = Point(1), Slots(), Both(), Items([1, 2]), Names(a=1)
    slots.x = 1
    both.y = 2
    both.d = items.d = names.d = 3
    seen = []
    for i in range(rounds):
        if i == rounds // 4:
            Point.__getnewargs__ = lambda self: ()
        if i == rounds // 3:
            del Point.__getnewargs__
            Point.__getstate__ = lambda self: {"x": "state"}
        if i == rounds // 2:
            del Point.__getstate__
            Point.__setstate__ = lambda self, state: self.__dict__.update(state, set=True)
        if i == rounds // 2 + 10:
            del Point.__setstate__
            Point.__slotnames__ = ["x"]
        if i == rounds // 2 + 20:
            del Point.__slotnames__
            point.__dict__ = {"x": 5, 1: 2}
        entry = [vars(copy.copy(point))]
        twin = copy.copy(both)
        entry += [copy.copy(slots).x, twin.y, twin.d, hasattr(twin, "x"), copy.copy(Made(1, 2)).args]
        for thing in (items, names):
            twin = copy.deepcopy(thing)
            entry += [twin, twin.d, type(twin).__name__]
        if not seen or seen[-1] != entry:
            seen.append(entry)
    return seen


def news(rounds):
    """`cls.__new__(*args)` of one kind and another."""
    errors = set()
    kinds = [(Point,), (Slots,), [Point], (Both,)]
    others = [(Abstract,), (int,), (), (5,), (Point, 1), [Both, 2], (Items,), (object,)]
    new = object.__new__
    made = 0
    for i in range(rounds):
        args = kinds[i % 4] if i < rounds - 40 else others[i % 8]
        try:
            made += type(new(*args)) in (Point, Slots, Both, object)
        except TypeError as error:
            errors.add(str(error))
    return made, sorted(errors)


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == getattr(other, "name", other)

    def __repr__(self):
        return f"Key({self.name})"


def updates(rounds):
    results = []
    source = {"a": 1, "b": 2}
    kept = {"a": 0}
    sources = [source, kept, {1: 2, None: 3}, {Key("a"): "key"}, [("c", 4)], {}, {"b": Key("b")}, "no"]
    for i in range(rounds):
        target = {"a": 0, "x": i} if i % 3 else {}
        copied = source.copy()
        given = source if i < rounds - 60 else sources[i % 8]
        try:
            answer = target.update(given)
        except ValueError as error:
            answer = str(error)
        kept.update(kept)
        copied["new"] = i
        if i == rounds // 2:
            source["later"] = i
        if i >= rounds - 60:
            results.append((answer, len(target), len(copied), sorted(map(str, target.values()))[:2]))
    return sorted(set(map(str, results)))[:12], len(set(map(str, results))), source, kept


def namespaces(rounds):
    """What functions read is changed by `update`."""
    total = 0
    for i in range(rounds):
        if i % 100 == 50:
            globals().update({"STEP": i})
        total += step()
    return total


STEP = 1


def step():
    return STEP


states()
for entry in copies(120):
    print(entry)
copies(1500)
for function in (news, updates, namespaces):
    print(function.__name__, function(1500))
