"""Hot methods of builtin objects that keep a dictionary, `with` of builtin objects, and isinstance with several classes."""

import io
import threading


def write_all(stream, pieces):
    for piece in pieces:
        stream.write(piece)
    return stream.getvalue()


def writes(make, pieces):
    return write_all(make(), pieces)


for _ in range(60):
    last = writes(io.BytesIO, [b"a", b"bc"] * 5), writes(io.StringIO, ["x", "é"] * 5)
print(last)

# The method is hidden by an attribute of the object, and is not any more.
stream = io.BytesIO()
stream.write = lambda piece: print("instead", piece)
print(write_all(stream, [b"1", b"2"]))
del stream.write
print(write_all(stream, [b"1", b"2"]))
stream.other = 5
print(write_all(stream, [b"3"]), stream.__dict__)


class Loud(io.BytesIO):
    def write(self, piece):
        return super().write(piece.upper())


print(write_all(Loud(), [b"abc"] * 3))
for wrong in ([1], ["text"], [None]):
    try:
        write_all(io.BytesIO(), wrong)
    except TypeError as error:
        print(error)
closed = io.BytesIO()
closed.close()
try:
    write_all(closed, [b"x"])
except ValueError as error:
    print(error)


def either(make, pieces):
    stream = make()
    if stream is not None:
        stream.seek(0)
        for piece in pieces:
            stream.write(piece)
        return stream.tell()
    return 0


for _ in range(150):
    last = either(io.BytesIO, [b"x"] * 4)
print(last, either(io.StringIO, ["y"] * 3), either(lambda: Loud(b"abcd"), [b"z"]), either(lambda: None, []))


class Record:
    def __init__(self, **values):
        self.__dict__.update(values)

    def text(self):
        return f"record {self.name}"


def texts(records):
    return [record.text() for record in records]


for _ in range(80):
    last = texts([Record(name=index) for index in range(5)])
print(last)
odd = Record(name="odd", text=lambda: "own text")
print(texts([Record(name=1), odd, Record(name=2)]))
del odd.text
print(texts([odd]))
Record.text = lambda self: "another"
print(texts([Record(name=1), odd]))


def guarded(lock, values):
    total = 0
    for value in values:
        with lock:
            total += value
            if value == 99:
                raise LookupError(value)
            if value == 98:
                return "early"
    return total


lock = threading.RLock()
for _ in range(100):
    last = guarded(lock, range(5)), guarded(threading.Lock(), range(3))
print(last)
for values in ([1, 98, 2], [1, 99]):
    try:
        print(guarded(lock, values))
    except LookupError as error:
        print("raised", error)
    print(lock.acquire(blocking=False), lock.release())


class Manager:
    def __enter__(self):
        print("in")

    def __exit__(self, *details):
        print("out", details[0])
        return True


print(guarded(Manager(), [1, 99]))


class Base:
    pass


class Derived(Base):
    pass


class Claims:
    __class__ = Base


class Meta(type):
    def __instancecheck__(cls, value):
        return value == 7


class Special(metaclass=Meta):
    pass


def kinds(value):
    return [
        isinstance(value, (int, float, str)), isinstance(value, (Base, list)), isinstance(value, Derived), isinstance(value, (bool, bytes, Base)),
        isinstance(value, (Special, str)), isinstance(value, (tuple, (dict, Base))), isinstance(value, ()),
    ]


VALUES = [1, 1.5, "x", True, None, [], (), {}, set(), b"", 2**70, Base(), Derived(), Claims(), 7, Base, object(), io.BytesIO()]
for _ in range(60):
    for value in VALUES:
        kinds(value)
for value in VALUES:
    print(type(value).__name__, *map(int, kinds(value)))


def tests(value, cls):
    return isinstance(value, (cls, str))


for _ in range(200):
    tests(1, int)
print(tests(1, int), tests("", int), tests(Claims(), Base), tests(7, Special))
try:
    tests(1, 5)
except TypeError as error:
    print(error)


def of_constants():
    return isinstance(7, Base), isinstance(1.5, Base), isinstance(None, Base), isinstance("x", (Base, int)), isinstance(2**70, Derived)


for _ in range(200):
    found = of_constants()
print(found)
