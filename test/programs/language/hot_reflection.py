"""Attributes by name, bound builtin methods, and builtins without frames, in code that is hot enough to be compiled."""

import io
import struct
import sys


class Plain:
    shared = "class value"

    def __init__(self, value):
        self.value = value

    def method(self):
        return ("method", self.value)

    @property
    def computed(self):
        return ("computed", self.value)

    @staticmethod
    def static():
        return "static"

    @classmethod
    def of_class(cls):
        return cls.__name__


class Slotted:
    __slots__ = ("value", "empty")

    def __init__(self, value):
        self.value = value


class Asking:
    def __getattr__(self, name):
        if name == "method":
            raise AttributeError(name)
        return ("asked for", name)


class Setting:
    def __setattr__(self, name, value):
        self.__dict__[name] = ("set", value)


class Posing:
    __class__ = Plain


def get(thing, name):
    return getattr(thing, name)


def get_or(thing, name, otherwise):
    return getattr(thing, name, otherwise)


def has(thing, name):
    return hasattr(thing, name)


def put(thing, name, value):
    setattr(thing, name, value)
    return thing


def shown(value):
    return value() if callable(value) and not isinstance(value, type) else value


def attempt(function, *args):
    try:
        return shown(function(*args))
    except Exception as error:
        return type(error).__name__, str(error)


def attributes():
    things = [Plain(1), Slotted(2), Asking(), Plain, 5, "text", None, get, sys, [1, 2], Posing()]
    names = ["value", "method", "computed", "static", "of_class", "shared", "empty", "missing", "__name__", "__class__"]
    found = []
    for turn in range(40):
        for thing in things[: 2 + turn // 4]:
            for name in names:
                results = attempt(get, thing, name), attempt(get_or, thing, name, "otherwise"), attempt(has, thing, name)
                if turn == 39 and name != "__class__":
                    found.append(results)
    for row in found:
        print(*[str(item).split(" at ")[0] for item in row], sep=" | ")


def changing():
    """What a name means changes midway."""
    results = []
    thing = Plain(0)
    for turn in range(400):
        if turn == 200:
            Plain.method = lambda self: "patched"
        if turn == 250:
            Plain.later = property(lambda self: "property")
        if turn == 300:
            thing.method = lambda: "own"
        if turn == 350:
            del thing.method
        results.append((get_or(thing, "method", None)(), get_or(thing, "later", "not yet"), has(thing, "later")))
    print([results[turn] for turn in (0, 199, 200, 249, 250, 299, 300, 349, 350, 399)])


def stores():
    results = []
    for turn in range(300):
        thing = Plain(turn) if turn < 200 else Setting() if turn < 250 else Slotted(turn)
        results.append(attempt(lambda: get_or(put(thing, "value", turn), "value", "nothing")))
        results.append(attempt(lambda: get(put(thing, f"new{turn % 5}", turn), f"new{turn % 5}")))
        thing = Plain(turn)
        put(thing, "value", -turn)
        results.append(thing.value)
    print(results[0], results[1], results[500:503], results[620:623], results[-3:])
    print(attempt(put, thing, "computed", 1), attempt(put, 5, "value", 1), attempt(put, thing, 5, 1))


def bound():
    """Builtin methods that are taken off their objects."""
    kinds = set()
    items = []
    for turn in range(300):
        add = items.append
        add(turn)
        kinds.add((type(add).__name__, add.__name__, type(add.__self__).__name__, add == items.append))
    print(len(items), sorted(kinds), repr(add).split(" at ")[0])


def classes():
    """`__class__` of instances, and of those that claim another one."""
    seen = []
    for turn in range(300):
        for thing in (Plain(turn), Slotted(turn)) if turn < 200 else (Plain(turn), Posing(), turn, "x"):
            seen.append((thing.__class__ is type(thing), thing.__class__.__name__))
    print(seen[:2], seen[-4:])


def class_changes():
    thing = Plain(1)
    names = []

    class Other:
        pass

    for turn in range(200):
        if turn == 100:
            thing.__class__ = Other
        names.append(thing.__class__.__name__)
    print(names[99], names[100])


def packed():
    """Bytes in and out of a stream, with arguments that change."""
    out = io.BytesIO()
    write = out.write
    for turn in range(300):
        write(struct.pack("<I", turn))
        write(struct.pack(">d", turn / 2) if turn % 2 else struct.pack("<bhb", -turn % 100, turn, 1))
    data = out.getvalue()
    source = io.BytesIO(data)
    read = source.read
    total = 0
    for turn in range(300):
        total += struct.unpack("<I", read(4))[0]
        total += int(sum(struct.unpack(">d", read(8)) if turn % 2 else struct.unpack("<bhb", read(4))))
    print(len(data), total, read(1), read())
    results = []
    for turn in range(200):
        number = turn if turn < 150 else turn * 10**8 if turn < 180 else "x"
        results.append(attempt(pack, number))
    print(results[0], results[149], results[150], results[-1])
    results = [attempt(unpack, b"1234" if turn < 150 else b"12345" if turn < 180 else "1234") for turn in range(200)]
    print(results[0], results[150], results[-1])
    results = [attempt(write_to, out, b"x" if turn < 100 else bytearray(b"yz") if turn < 200 else "text") for turn in range(300)]
    print(results[0], results[100], results[-1])


def pack(number):
    return struct.pack("<I", number)


def unpack(data):
    return struct.unpack("<I", data)


def write_to(stream, data):
    return stream.write(data)


class Indexed:
    """Packing it runs Python code, which looks at the frame."""

    def __index__(self):
        return len(sys._getframe(1).f_code.co_name)


def indexes():
    results = [attempt(pack, turn if turn < 100 else Indexed()) for turn in range(200)]
    print(results[99], results[100])


def encoded(text):
    return text.encode("utf-8", "surrogatepass"), text.encode()


def decoded(data):
    return str(data, "utf-8", "surrogatepass"), data.decode()


def texts():
    results = []
    for turn in range(300):
        text = f"text {turn}" if turn < 200 else "é€😀" if turn < 250 else "\ud800x" if turn < 280 else "long" * 2000
        results.append(attempt(encoded, text))
    print(results[0], results[200], results[250], len(results[-1][0]))
    results = []
    for turn in range(300):
        data = b"text %d" % turn if turn < 200 else "é€😀".encode() if turn < 250 else b"\xed\xa0\x80" if turn < 280 else b"\xff"
        results.append(attempt(decoded, data))
    print(results[0], results[200], ascii(results[250]), results[-1])


def simple(value):
    return repr(value), format(value, ""), callable(value)


def several():
    values = [1, 2.5, "text", None, True, 10**30]
    seen = [attempt(simple, values[turn % 6]) for turn in range(200)]
    seen += [attempt(simple, value) for value in ([1, 2], Plain, get_or.__code__.co_name) for _ in range(50)]
    print(seen[:6], seen[200][:2], seen[250][:2], seen[-1])


attributes()
changing()
stores()
bound()
classes()
class_changes()
packed()
indexes()
texts()
several()


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Fake:
    __class__ = Point
    x = "fake"


class Lazy:
    def __init__(self, x):
        self.y = x

    @property
    def x(self):
        return ("computed", self.y)

    def __getattr__(self, name):
        raise AttributeError(name)


def matched(value):
    match value:
        case Point(x=0, y=y):
            return "on the axis", y
        case Point(x=x, y=[first, *_]):
            return x, "list", first
        case Point():
            return "a point"
        case Lazy(x=x):
            return "lazy", x
        case int() | float():
            return "number"
        case str(text):
            return text
        case list() | tuple() | set():
            return "items", len(value)
        case dict():
            return "dict"
    return "nothing"


def patterns():
    values = [Point(0, 5), Point(1, [2, 3]), Point(1, 2), 5, 2.5, "text", [1], (), {1, 2}, {}, None, Lazy(1), Fake()]
    seen = [matched(values[turn % (5 if turn < 100 else 11 if turn < 300 else 13)]) for turn in range(600)]
    print(seen[:5], seen[286:300], seen[-13:])
    point = Point(1, 2)
    del point.y
    print([matched(point) for _ in range(100)][-1])


class Own:
    __slots__ = ("__dict__",)


class WithProperty:
    @property
    def __dict__(self):
        return {"made": "up"}


def names_of(thing):
    return sorted(thing.__dict__), sorted(vars(thing))


def dictionaries():
    results = []
    for turn in range(400):
        thing = Plain(turn) if turn < 200 else Own() if turn < 250 else WithProperty() if turn < 300 else Slotted(1) if turn < 350 else Point
        results.append(str(attempt(names_of, thing))[:60])
        if turn < 200:
            thing.__dict__["added"] = turn
            vars(thing)["value"] = -turn
            results[-1] += f" {thing.added} {thing.value}"
            thing.value = 1.5
            results[-1] += f" {thing.__dict__['value']}"
    print(results[0], results[199], results[220], results[299], results[349], sep="\n")


def made(cls, *args):
    thing = cls.__new__(cls)
    cls.__init__(thing, *args)
    return type(thing).__name__, cls.shared if cls is Plain else cls.__doc__ is None


def by_classes():
    results = []
    for turn in range(300):
        cls = (Plain, Slotted, Lazy)[turn % (2 if turn < 100 else 3)]
        results.append(made(cls, turn))
    print(results[:2], results[-3:])


def escaped(text):
    return text.replace("a", "b")


def looked_at(text):
    return sys._getframe().f_back.f_code.co_name


def through(functions, value):
    for function in functions:
        value = function(value)
    return value


def unknown_callees():
    """Builtins and functions that need no frame, among others."""
    results = []
    add = []
    functions = [str.upper, escaped, len, str, lambda text: text + "!", str.strip]
    for turn in range(400):
        results.append(through([functions[turn % 6], functions[turn * 5 % 4]] if turn % 6 != 2 else [len, str], "a text"))
        if turn >= 200:
            results.append(through([looked_at], "x"))
        if turn >= 300:
            results.append(attempt(through, [len, len], "x"))
            results.append(through([add.append], turn))
            results.append(attempt(through, [escaped, lambda text: 1 // 0], "x"))
    print(results[:6], results[200:202], results[-4:], len(add))


def caught(function, value):
    try:
        return function(value)
    except TypeError as error:
        return str(error)


def unknown_handled():
    results = [caught((len, int, escaped, str.upper)[turn % (1 if turn < 100 else 4)], (5, "12", [1])[turn % (2 if turn < 300 else 3)]) if (turn % 4 != 2 or turn % 2) else None for turn in range(500)]
    print(results[0], results[1], results[300:312])


def backwards(items):
    return [item for item in reversed(items)], next(reversed(items), None)


def reversals():
    results = [attempt(backwards, [turn, turn + 1] if turn < 150 else "text" if turn < 200 else (1, 2) if turn < 250 else {1} if turn < 300 else {1: 2}) for turn in range(350)]
    print(results[0], results[150], results[200], results[299], results[-1])
    items = [1, 2, 3]
    for item in reversed(items):
        items.append(item)
    print(items)


class Meta(type):
    def __subclasscheck__(cls, other):
        return "asked"


class Choosy(metaclass=Meta):
    pass


def derives(cls):
    return issubclass(cls, Plain), issubclass(cls, type)


def subclasses():
    class Derived(Plain):
        pass

    classes = [Plain, Derived, Slotted, int, Meta, type, Choosy, 5]
    seen = [attempt(derives, classes[turn % (6 if turn < 200 else 8)]) for turn in range(400)]
    print(seen[:6], seen[390:398])
    print([issubclass(cls, Choosy) for cls in (Plain, Choosy) for _ in range(60)][-1])


class Bytes(bytes):
    pass


def joined(left, right):
    return left + right


def concatenations():
    parts = [b"", b"ab", b"c" * 40, bytearray(b"d"), Bytes(b"e"), "f"]
    seen = [attempt(joined, parts[turn % (3 if turn < 200 else 6)], parts[turn // 6 % (3 if turn < 200 else 6)]) for turn in range(400)]
    print(seen[:8], [type(part).__name__ for part in seen[-40:]])
    print(joined(b"", parts[1]) is parts[1], joined(parts[1], b"") is parts[1])


patterns()
dictionaries()
by_classes()
unknown_callees()
unknown_handled()
reversals()
subclasses()
concatenations()


def formatted(text, values):
    return text % values


class Shown:
    def __repr__(self):
        return "shown by " + sys._getframe(1).f_code.co_name

    __str__ = __repr__


class Texts(str):
    def __mod__(self, values):
        return "own %"


def formats():
    values = [(1, "two"), (2.5, None), (10**30, True), (1,), ("x", "y"), (1, Shown()), (1, [2]), {"a": 1}, 5]
    seen = [attempt(formatted, "%s and %r" if turn < 300 else "%d: %5.2s|", values[turn % (3 if turn < 100 else 9)]) for turn in range(500)]
    print(seen[0], seen[99], seen[100:109], seen[-9:], sep="\n")
    print([attempt(formatted, Texts("%s") if turn > 60 else "%s", turn) for turn in range(80)][58:64])
    print([attempt(str.format, "{:>5}|{!r}", turn % 7, "x" if turn < 60 else Shown()) for turn in range(90)][57:63])


def found_in(match, key):
    return match[key]


def items_of_others():
    import array
    import collections
    import re

    matches = [re.match(r"(?P<word>\w+)(\d)?", text) for text in ("one1", "two", "x")]
    keys = ["word", 0, 2, "missing", 7, None]
    print([attempt(found_in, matches[turn % 3], keys[turn // 3 % (3 if turn < 150 else 6)]) for turn in range(300)][-20:])
    for thing in (collections.deque([1, 2, 3]), array.array("i", [4, 5]), memoryview(b"abc")):
        print([attempt(found_in, thing, turn % 2 if turn < 90 else -1 if turn < 95 else 9) for turn in range(100)][87:98])


def mapped(value):
    match value:
        case {"kind": "a", **rest}:
            return "a", rest
        case {}:
            return "mapping"
        case [*items]:
            return items
    return "other"


def mappings():
    import collections
    import types

    values = [{"kind": "a", "more": 1}, {}, [1, 2], 5, collections.OrderedDict(kind="a"), types.MappingProxyType({"kind": "b"}), "text", (1,)]
    print([mapped(values[turn % (2 if turn < 60 else 8)]) for turn in range(200)][-8:])


formats()
items_of_others()
mappings()
