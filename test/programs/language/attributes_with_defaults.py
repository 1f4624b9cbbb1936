"""`getattr` with and without a default, `isinstance` with classes in variables, ids of floats, single bytes: hot, and changed on the way."""

import io
import struct

KINDS = int, str
NESTED = int, (str, bytes)


class Base:
    shared = "shared"

    def __init__(self, x):
        self.x = x

    def method(self):
        return self.x

    def ask(self):
        self.x += 1
        return getattr(self, "x"), getattr(self, "missing", None), getattr(self, "shared", 0), getattr(self, "y", self.x)

    def call(self):
        return self.x, getattr(self, "method", None)()


class Derived(Base):
    pass


class Fallback(Base):
    def __getattr__(self, name):
        if name == "y":
            return "fallback"
        raise AttributeError(name)


class Own(Base):
    def __getattribute__(self, name):
        return "own" if name == "missing" else super().__getattribute__(name)


class Slots:
    __slots__ = "x", "y"

    def __init__(self, x):
        self.x = x

    def ask(self):
        self.x += 1
        return getattr(self, "x"), getattr(self, "y", "none"), getattr(self, "z", "no z")


for cls in (Base, Derived, Fallback, Own, Slots):
    thing = cls(0)
    for _ in range(2000):
        answer = thing.ask()
    print(cls.__name__, answer)

thing = Base(0)
for turn in range(4000):
    answer = thing.ask()
    if turn == 2500:
        Base.missing = "class"
    if turn == 3000:
        print(answer)
        del Base.missing
        thing.missing = "own"
    if turn == 3500:
        print(answer)
        thing.__dict__["y"] = "in dict"
print(answer, thing.call())


def tests(value, kinds):
    return isinstance(value, kinds), isinstance(value, KINDS)


class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == "x"


class Checked(metaclass=Meta):
    pass


for kinds in (int, KINDS, NESTED, int | None, Checked, (Checked, int), ()):
    for _ in range(1500):
        answers = [tests(value, kinds) for value in (1, "x", b"", True, None, thing)]
    print(answers)
for wrong in (5, (int, "str"), None):
    try:
        for _ in range(3):
            tests(thing, wrong)
    except TypeError as error:
        print(error)


class Number(float):
    pass


def ids(values):
    return len({id(value) for value in values})


one, other = Number(1.5), Number(1.5)
print(id(one) == id(other), id(one) == id(1.5), id(1.0) == id(1), id(0.0) == id(-0.0))
first = 2.5
print(id(first) == id(first), id([first][0]) == id(first), ids([0.5, 1.5, 2.5, one, other]), ids([first] * 5))

stream = io.BytesIO(b"abc")
parts = []
while part := stream.read(1):
    parts.append(part)
print(parts, struct.pack("<B", 97), struct.pack("<BB", 97, 98), struct.pack("c", b"x"), b"abc"[1:2], b"abc"[1:1], b"abc"[0:2])


def pieces(data):
    total = []
    for index in range(len(data)):
        total.append(data[index:index + 1] + data[:index] + data[index:])
    return total


for _ in range(1000):
    result = pieces(b"hello")
print(result, b"a"[0:1] is b"a"[0:1])
