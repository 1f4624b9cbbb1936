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
