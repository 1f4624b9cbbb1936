"""Class patterns in hot code: classes of Python, by keyword and by position, and what changes in between."""

import dataclasses


class Message:
    def __init__(self, kind, value, sender=None):
        self.kind = kind
        self.value = value
        self.sender = sender


class Urgent(Message):
    pass


class Silent:
    kind = "silent"
    value = 1.5


@dataclasses.dataclass
class Number:
    value: int


@dataclasses.dataclass
class Sum:
    left: object
    right: object


@dataclasses.dataclass
class Negated:
    item: object


class Slotted:
    __slots__ = ("value", "other")
    __match_args__ = ("value", "other")

    def __init__(self, value):
        self.value = value


def handle(message):
    match message:
        case None:
            return -1
        case Message(kind="work", value=value):
            return value
        case Message(kind="done", sender=None):
            return 0
        case Message(kind="pair", value=(left, right)):
            return left + right
        case Silent(kind=kind):
            return len(kind)
        case Message():
            return -2
        case _:
            return -3


def repeat(function, values, times=80):
    result = []
    for _ in range(times):
        result = [function(value) for value in values]
    return result


def show(title, value):
    print(f"{title}:", value)


one = [Message("work", 5), Message("done", 1), Message("work", 2**70), Message("pair", (1, 2)), Message("other", 0)]
show("one class", repeat(handle, one))
show("and none", repeat(handle, [*one, None]))
show("derived", repeat(handle, [*one, None, Urgent("work", 7), Urgent("x", 1)]))
show("others", repeat(handle, [*one, 3, "text", 1.5, [], Silent(), Slotted(1), handle, Message, None]))


def evaluate(tree):
    match tree:
        case Number(value):
            return value
        case Sum(left, right):
            return evaluate(left) + evaluate(right)
        case Negated(item=inner):
            return -evaluate(inner)
        case int() | float():
            return tree
    raise ValueError(f"no tree: {tree!r}")


def grown(depth):
    if depth == 0:
        return Number(depth + 3)
    return Sum(Negated(grown(depth - 1)), Sum(grown(depth - 1), 0.5 * depth))


show("trees", repeat(evaluate, [grown(3), grown(2), Number(4), 2.5], 60))
for bad in ("x", None, Sum(Number(1), "y")):
    try:
        evaluate(bad)
    except ValueError as error:
        show("no tree", error)


def slots(item):
    match item:
        case Slotted(value, other):
            return value, other
        case Slotted(value):
            return value
    return None


filled = Slotted(3)
filled.other = 4
show("slots", repeat(slots, [filled, Slotted(1), None]))
show("slots only partly", repeat(slots, [Slotted(1), Slotted(2.5)]))


# Attributes that come, go, and are computed
class Lazy:
    @property
    def value(self):
        print("asked") if self.loud else None
        return self.base * 2

    def __init__(self, base):
        self.base = base
        self.loud = False


def lazily(item):
    match item:
        case Lazy(value=4):
            return "four"
        case Lazy(value=value, base=base):
            return value, base
        case Lazy(missing=_):
            return "missing"
    return None


show("property", repeat(lazily, [Lazy(2), Lazy(3)]))
loud = Lazy(5)
loud.loud = True
show("property", lazily(loud))


def optional(item):
    match item:
        case Message(extra=extra, kind=kind):
            return extra, kind
        case Message(kind=kind):
            return kind
    return None


show("without", repeat(optional, one[:2]))
one[0].extra = 9
show("with", repeat(optional, one[:2]))
del one[0].extra
show("deleted", repeat(optional, one[:2]))
Message.extra = "of the class"
show("of the class", repeat(optional, one[:2]))
del Message.extra


class Raising:
    def __init__(self, value):
        self.value = value

    def __getattr__(self, name):
        if name == "missing":
            raise AttributeError(name)
        raise KeyError(name)


def raising(item):
    match item:
        case Raising(value=1):
            return 1
        case Raising(missing=_):
            return 2
        case Raising(other=_):
            return 3
    return 4


show("getattr", repeat(raising, [Raising(1)]))
try:
    repeat(raising, [Raising(1), Raising(2)])
except KeyError as error:
    show("getattr", error)


# Classes that change what they match
class Meta(type):
    def __instancecheck__(cls, other):
        return other == 7 or type.__instancecheck__(cls, other)


class Wide(metaclass=Meta):
    pass


class Claiming:
    __class__ = Message
    kind = "work"
    value = "claimed"


def wide(item):
    match item:
        case Wide():
            return "wide"
        case Message(kind=kind, value=value):
            return kind, value
    return None


show("metaclass", repeat(wide, [7, 8, Wide(), Message("a", 1), Claiming()]))


def positions(item):
    match item:
        case Number(first):
            return first
    return None


show("positions", repeat(positions, [Number(1), Number(2)]))
Number.__match_args__ = ("twice",)
Number.twice = property(lambda self: self.value * 2)
show("positions", repeat(positions, [Number(1), Number(2)]))
Number.__match_args__ = ()
try:
    repeat(positions, [Number(1)])
except TypeError as error:
    show("positions", error)
Number.__match_args__ = ["value"]
try:
    repeat(positions, [Number(1)])
except TypeError as error:
    show("positions", error)


def twice(item):
    match item:
        case Sum(left, left=other):
            return other
    return None


try:
    repeat(twice, [Sum(1, 2)])
except TypeError as error:
    show("twice", error)


# Loops over reversed lists that change meanwhile
def backwards(items):
    total = 0
    for item in reversed(items):
        total += item
        if item == 3:
            items.append(100)
        if item == 2 and len(items) > 4:
            items.pop()
            items.pop()
    return total


class MyList(list):
    def __reversed__(self):
        return iter(["mine"])


def kept(items):
    iterator = reversed(items)
    return [next(iterator, None) for _ in range(3)], type(iterator).__name__, iterator.__length_hint__()


for _ in range(60):
    result = backwards([1, 2, 3, 4, 5])
show("reversed", result)
show("reversed", [kept(items) for items in ([1, 2, 3, 4] * 2, [1.5], [], ["a", "b"]) for _ in range(30)][::30])
show("reversed", [list(reversed(MyList([1, 2]))) for _ in range(60)][-1])
