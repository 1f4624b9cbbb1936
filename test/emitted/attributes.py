"""Attributes, methods, properties, classes, operators of classes."""

import struct
from io import BytesIO
from struct import pack
from time import time_ns


class Shape:
    unit = 2

    def __init__(self, x):
        self.x = x  #: guards 1

    def get(self):
        return self.x  #: guards 2

    def grow(self, by):
        self.x += by  #: guards 4

    @property
    def size(self):
        return self.x  #: guards 1

    @staticmethod
    def twice(n):
        return n + n  #: guards 2

    @classmethod
    def make(cls, n):
        return cls(n)  #: guards 1, allocation


class Round(Shape):
    def __init__(self, x):
        super().__init__(x)  #: guards 3
        self.r = 1  #: guards 0

    def get(self):
        return super().get() + 1  #: guards 5


class Slots:
    __slots__ = ('a',)

    def __init__(self, a):
        self.a = a  #: guards 1


class Vector:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        return Vector(self.x + other.x)  #: guards 5, allocation

    def __eq__(self, other):
        return self.x == other.x

    def __lt__(self, other):
        return self.x < other.x

    def __getitem__(self, i):
        return self.x + i

    def __len__(self):
        return 3

    def __call__(self, n):
        return self.x + n

    def __bool__(self):
        return self.x != 0

    def __contains__(self, n):
        return n == self.x


def loads(shape, n):
    total = 0
    for i in range(n):
        total += shape.x  #: guards 3
        total += shape.x  #: guards 2
    return total


def stores(shape, n):
    for i in range(n):
        shape.x = i  #: guards 1, has _.s0 = _
    return shape


def methods(shape, n):
    total = 0
    for i in range(n):
        total += shape.get()  #: guards 3
        shape.grow(1)  #: guards 1
    return total


def inherited(shape, n):
    total = 0
    for i in range(n):
        total += shape.get()  #: guards 3
    return total


def class_attribute(shape, n):
    total = 0
    for i in range(n):
        total += shape.unit  #: guards 2
    return total


def properties(shape, n):
    total = 0
    for i in range(n):
        total += shape.size  #: guards 4
    return total


def static(shape, n):
    total = 0
    for i in range(n):
        total += shape.twice(i)  #: guards 1
        total += Shape.twice(i)  #: guards 1
    return total


def constructed(n):
    total = 0
    for i in range(n):
        item = Shape(i)  #: guards 0
        total += item.x  #: guards 1
    return total


def by_class_method(n):
    total = 0
    for i in range(n):
        total += Shape.make(i).x  #: guards 1
    return total


def derived(n):
    total = 0
    for i in range(n):
        total += Round(i).get()  #: guards 1
    return total


def polymorphic(shapes):
    total = 0
    for shape in shapes:
        total += shape.get()  #: guards 6
    return total


def slotted(item, n):
    total = 0
    for i in range(n):
        total += item.a  #: guards 4
        item.a = i  #: guards 1
    return total


def vectors(n):
    v, w = Vector(0), Vector(1)
    for _ in range(n):
        v = v + w  #: guards 2, allocation
    return v


def operators(v, n):
    total = 0
    for i in range(n):
        total += v[i]  #: guards 2
        total += len(v)  #: guards 2, call, frame
        total += v(i)  #: guards 5
        if v:  #: guards 0, interpreted
            total += 1
        if v < v:  #: guards 3
            total += 1
        if v == v:  #: guards 0, interpreted
            total += 1
        if i in v:  #: guards 0
            total += 1
    return total


def bound(shape, n):
    get = shape.get  #: guards 1, allocation
    total = 0
    for i in range(n):
        total += get()  #: guards 4
    return total


class Body:
    def __init__(self, speed):
        self.speed = speed  #: guards 2, allocation, has newDoubles(
        self.way = 0.0  #: guards 0, has _.s0[1] =

    def move(self, step):
        self.way += self.speed * step  #: guards 2, box, has _.s0[1] =


def moves(body, n):
    for _ in range(n):
        body.way += body.speed * 0.5  #: guards 1, has _.s0[1] =
    return body.way  #: guards 1, box


def patterns(bodies):
    total = 0.0
    for body in bodies:
        match body:
            case Body(speed=speed, way=way):  #: guards 1
                total += speed * way
    return total


def patterns_of_two(things):
    total = 0.0
    for thing in things:
        match thing:
            case Body(way=way):  #: guards 1
                total += way
            case Vector(x=x):  #: guards 1
                total += x
    return total


KINDS = int, float


def named(shape, n):
    total = 0
    for i in range(n):
        total += getattr(shape, 'x')  #: guards 3, lookup
        if isinstance(shape, Shape):  #: guards 0
            total += 1
        if hasattr(shape, 'x'):  #: guards 1, lookup
            total += 1
        if shape.__class__ is Shape:  #: guards 1
            total += 1
        total += shape.x
        total += getattr(shape, 'x')  #: guards 1
        total += getattr(shape, 'missing', 5)  #: guards 1
        if isinstance(total, KINDS):  #: guards 3, lookup
            total += 1
    return total


def packed(stream, shape, n):
    write = stream.write
    for i in range(n):
        write(pack('<I', i))  #: guards 2, call
        write('text'.encode('utf-8'))  #: guards 2, lookup, call
        setattr(shape, 'y', i)  #: guards 2, lookup
    return stream


class Wide:
    def __init__(self, n):
        self.a = self.b = self.c = self.d = n
        self.e = n  #: guards 0
        self.f = n  #: guards 0
        self.g = n  #: guards 0


def computed(code, n):
    total = 0
    for i in range(n):
        total += len(code.co_name)  #: guards 5
        total += code.co_argcount  #: guards 2
        total += len(code.co_freevars)  #: guards 3
    return total


def of_module(n):
    total = 0
    for i in range(n):
        if hasattr(struct, 'pack'):  #: guards 5, lookup
            total += 1
        if getattr(struct, 'missing', None) is None:  #: guards 2, lookup
            total += 1
    return total


class Kept:
    unit = 1

    def __init__(self, x):
        self.x = x
        vars(self)

    def get(self):
        return self.x


class Computed:
    def __init__(self, unit):
        self.unit = unit

    @property
    def double(self):
        return self.unit + self.unit


def computed_by_names(thing, names):
    """Properties by names that are values: getters that need no frames are called."""
    total = 0
    for name in names:
        total += getattr(thing, name)  #: guards 6, call, frame, lookup, allocation, has tryAttribute(
    return total


def kept(thing, n):
    """Objects that keep a dictionary."""
    total = 0
    for i in range(n):
        thing.x = i  #: guards 2, has setAttributeAt(
        total += thing.x  #: guards 4, has attributeAt(
        total += thing.unit  #: guards 3, has attributeOrAt(
        total += thing.get()  #: guards 6
    return total


def clocks(n):
    for i in range(n):
        time_ns()  #: guards 2, call


for _ in range(200):
    loads(Shape(1), 10)
    stores(Shape(1), 10)
    methods(Shape(1), 10)
    inherited(Round(1), 10)
    class_attribute(Shape(1), 10)
    properties(Shape(1), 10)
    static(Shape(1), 10)
    constructed(10)
    by_class_method(10)
    derived(10)
    polymorphic([Shape(1), Round(2)] * 4)
    slotted(Slots(1), 10)
    vectors(10)
    operators(Vector(3), 10)
    bound(Shape(1), 10)
    Body(1.5).move(0.5)
    moves(Body(2.5), 10)
    patterns([Body(2.5)] * 10)
    patterns_of_two([Body(2.5), Vector(1)] * 10)
    named(Shape(1), 10)
    packed(BytesIO(), Shape(1), 10)
    Wide(1)
    computed(computed.__code__, 10)
    of_module(10)
    clocks(10)
    computed_by_names(Computed(3), ["double", "unit"] * 10)
    kept(Kept(1), 10)
