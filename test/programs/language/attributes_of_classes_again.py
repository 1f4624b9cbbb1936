# Sites that read attributes of classes, static and class methods, fields of builtin bases: each goes on while what it has found is replaced.


def repeat(action, *args):
    """The results of many calls, each different one once."""
    found = []
    for _ in range(60):
        try:
            result = action(*args)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"
        if isinstance(result, property):
            result = "a property itself"
        if result not in found:
            found.append(result)
    return found


class Meta(type):
    def of_meta(cls):
        return f"meta of {cls.__name__}"


class Base(metaclass=Meta):
    limit = 10

    @staticmethod
    def static(value):
        return ("static", value)

    @classmethod
    def create(cls, value=0):
        return (cls.__name__, value)

    def plain(self):
        return ("plain", type(self).__name__)


class Derived(Base):
    pass


def read(cls):
    return cls.limit


def call_static(owner):
    return owner.static(1)


def call_class(owner):
    return owner.create(2)


def call_plain(cls, object):
    return cls.plain(object)


def take_static(owner):
    return owner.static.__name__


def take_class(owner):
    return owner.create.__self__.__name__


def of_meta(cls):
    return cls.of_meta()


def class_of(object):
    return object.__class__.__name__


def fields(object):
    return sorted(object.__dict__)


everything = (read, call_static, call_class, take_static, take_class)


def show(title):
    print(title)
    for action in everything:
        print("   ", action.__name__, repeat(action, Base), repeat(action, Derived), repeat(action, Base()), repeat(action, Derived()))
    print("   ", repeat(call_plain, Base, Derived()), repeat(call_plain, Derived, Base()), repeat(of_meta, Base), repeat(of_meta, Derived))
    print("   ", repeat(class_of, Base()), repeat(class_of, Derived()), repeat(class_of, Derived), repeat(fields, Base()))


show("at first")
Base.limit = 11
show("another value")
Derived.limit = 12
show("in the derived class")
Base.limit += 1
Derived.limit += 1
show("counted")
Base.static = staticmethod(lambda value: ("other static", value))
show("another static method")
Base.create = staticmethod(lambda value: ("no longer a class method", value))
show("static instead of class method")
Derived.create = classmethod(lambda cls, value: (cls.__name__, "derived", value))
show("a class method again, in the derived class")
Base.plain = lambda self: ("lambda", type(self).__name__)
show("another method")
del Derived.limit, Derived.create
show("deleted")
Base.limit = property(lambda self: "a property")
for owner in (Base, Derived):
    print(repeat(lambda: type(read(owner)).__name__))
show("a property")
Base.limit = 1
Meta.limit = 2
show("behind the class: the metaclass")
Meta.limit = property(lambda cls: f"of the metaclass for {cls.__name__}")
show("before the class: the metaclass")
del Meta.limit
Meta.static = "hidden by the class"
show("hidden")


class Answering(Meta):
    def __getattribute__(cls, name):
        if name == "limit":
            return "answered"
        return super().__getattribute__(name)


Answered = Answering("Answered", (Base,), {})
print(repeat(read, Base), repeat(read, Answered), repeat(read, Derived), repeat(read, Answered))
Meta.__getattr__ = lambda cls, name: f"no {name}"
del Base.limit
show("asked last")
del Meta.__getattr__
show("not there")
Base.limit = 3

# Of the instance
shadowed = Base()
print(repeat(call_static, shadowed), repeat(call_class, shadowed))
shadowed.static = lambda value: ("own", value)
shadowed.create = lambda value: ("own class method", value)
shadowed.limit = "own limit"
print(repeat(call_static, shadowed), repeat(call_class, shadowed), repeat(read, shadowed))
del shadowed.static, shadowed.create, shadowed.limit
print(repeat(call_static, shadowed), repeat(call_class, shadowed), repeat(read, shadowed))
shadowed.__class__ = Derived
print(repeat(call_static, shadowed), repeat(call_class, shadowed), repeat(class_of, shadowed))


class Callbacks:
    def __init__(self, first):
        self.first = first


def fire(callbacks):
    return callbacks.first(3)


one = Callbacks(lambda value: value + 1)
print(repeat(fire, one))
one.first = int
print(repeat(fire, one))
one.first = "x".__mul__
print(repeat(fire, one))
one.first = 5
print(repeat(fire, one))
del one.first
print(repeat(fire, one))
Callbacks.first = print
print(repeat(fire, one))
Callbacks.first = str
print(repeat(fire, one))


# Many classes at one site, and stores of many shapes
class Shape:
    sides = 0

    def __init__(self):
        self.value = 0

    @classmethod
    def name(cls):
        return f"{cls.__name__}{cls.sides}"


shapes = [type(f"Shape{index}", (Shape,), {"sides": index}) for index in range(40)]
objects = [cls() for cls in shapes]
for index, object in enumerate(objects):
    setattr(object, f"extra{index}", index)
    object.value = float(index) if index % 3 else index
for round in range(6):
    for index, object in enumerate(objects):
        object.value += round
        object.__class__.sides += 1
print(sum(object.value for object in objects), [cls.name() for cls in shapes][:9], [object.name() for object in objects][-3:])


class Guarded(Shape):
    def __setattr__(self, name, value):
        super().__setattr__(name, ("guarded", value))


objects.append(Guarded())
objects.append(type("Late", (Shape,), {"value": property(lambda self: "late", lambda self, value: print("set", value))})())
for object in objects[-3:]:
    object.value = 1
    print(object.value)


# Methods of builtin types, called on the type
def upper(text):
    return str.upper(text)


def parse(data):
    return int.from_bytes(data, "big"), dict.fromkeys(data), bytes.fromhex("00ff")


class Text(str):
    def upper(self):
        return "never asked"


print(repeat(upper, "abc"), repeat(upper, Text("def")), repeat(upper, 5), repeat(parse, b"\x01\x02"))


class Number(int):
    @classmethod
    def from_bytes(cls, data, order):
        return "replaced"


def parse_with(cls):
    return cls.from_bytes(b"\x01", "big")


print(repeat(parse_with, int), repeat(parse_with, bool), repeat(parse_with, Number), repeat(parse_with, int))


# Fields of builtin bases
class Failed(Exception):
    pass


def notes(error):
    return error.args, error.__cause__, error.__traceback__


print(repeat(notes, Failed(1, 2)), repeat(notes, Failed()))
foreign = Failed("x")
Callbacks.args = BaseException.__dict__["args"]
print(repeat(lambda: foreign.args), repeat(lambda: one.args))
Failed.args = "of the class"
print(repeat(notes, foreign))
del Failed.args
foreign.args = 7, 8
print(repeat(notes, foreign))


# Slices with odd bounds, lists that displays and unpacking take
class Index:
    def __index__(self):
        return 2


def slices(sequence, start, stop):
    return sequence[start:stop]


for sequence in ([1, 2, 3, 4], (1, 2, 3, 4), "abcd", b"abcd", bytearray(b"abcd"), range(4), "a\U0001f600cd"):
    print([repeat(slices, sequence, start, stop) for start, stop in ((1, 3), (None, 2), (-3, None), (3, 1), (Index(), None), (True, False), (-9, 9), ("a", None))])
same = (1, 2, 3)
print(same[:] is same, slices(same, None, None) is same, slices(b"xyz", 0, 3), slices("", 0, 0), slices([], 0, 5))


def unpack(source):
    first, second, third = source
    return third, second, first


print(repeat(unpack, [1, 2, 3]), repeat(unpack, (1, 2, 3)), repeat(unpack, [1, 2]), repeat(unpack, [1, 2, 3, 4]), repeat(unpack, "xyz"), repeat(unpack, 5))


def spread(source):
    return [*source], [0, *source, 9], [1, 2, 3]


print(repeat(spread, (1, 2, 3)), repeat(spread, ()), repeat(spread, "ab"), repeat(spread, None))
lists = [spread((1,))[2] for _ in range(3)]
lists[0].append(4)
print(lists)


# Truth
class Sized:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


def truth(value):
    return (not value, "yes" if value else "no", value and 1, bool(value))


for value in ("", "x", [], [0], (), (0,), {}, {1: 2}, set(), {0}, frozenset(), b"", b"x", range(0), range(1), 0.0, -0.0, 0.5, float("nan"), 0j, 1j, 10**30, None, Ellipsis, object, Sized(0), Sized(2), Sized(-1), Sized("x"), {}.keys(), type):
    print([str(result)[:40] for result in truth(value)] if not isinstance(value, Sized) else repeat(lambda: [str(r)[:9] for r in truth(value)][:2]))
Sized.__bool__ = lambda self: self.length == 2
print(repeat(truth, Sized(2))[0][:2], repeat(truth, Sized(0))[0][:2])
Sized.__bool__ = lambda self: 5
print(repeat(truth, Sized(2)))


# Comparisons that decide jumps, and whose result is kept
def compared(a, b):
    kept = a < b
    if a < b:
        order = "less"
    elif a == b:
        order = "equal"
    else:
        order = "other"
    return kept, order, a < b < 9, (a is b) or (a is not None), not a == b, [x for x in (a, b) if x != a]


print(compared(1, 2), compared(2, 2), compared(2.5, 2), repeat(compared, "a", "b"), repeat(compared, (1,), (1, 2)), repeat(compared, 1, "a"))
print(min(3, 2, 1), max(1, 2, 3), max(1, 2.5, 2), min(True, 0, 5), repeat(min, 1, "a", 2), max(2, True, 2))
