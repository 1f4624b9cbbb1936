"""Attributes that have always been floats, and become something else while compiled code relies on it."""

import copy
import gc
import pickle


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy

    def scaled(self, factor):
        return type(self)(self.x * factor, self.y * factor)

    def __repr__(self):
        return f"{type(self).__name__}({self.x!r}, {self.y!r})"


class Other(Point):
    pass


class Shadowed(Point):
    kind = 1.5


class Tagged(Point):
    __slots__ = ("tag",)

    def __init__(self, x, y, tag):
        super().__init__(x, y)
        self.tag = tag


class MyFloat(float):
    pass


def walk(points, times=60):
    total = 0.0
    for _ in range(times):
        for point in points:
            point.move(0.5, -0.25)
            total += point.x * point.y
    return total


def show(title, value):
    print(f"{title}:", value)


points = [Point(float(i), -float(i)) for i in range(8)]
show("floats", walk(points))

# One object gets an int, then all see it
points[3].x = 7
show("an int", points)
show("goes on", walk(points))
show("as floats again", points[3])

# New objects of the class, of one that derives from it, with attributes in another order
others = [Other(float(i), 2.0) for i in range(5)] + [Point(1.0, 2.0), Other(3, 4)]
show("derived", walk(others))
show("derived", others)

mixed = [Point(1.0, 2.0)]
mixed[0].z = 0.5
for k in range(3):
    p = Point(float(k), 1.0)
    p.z = k * 1.5
    mixed.append(p)


def sum_z(items):
    total = 0.0
    for _ in range(80):
        for item in items:
            item.z = item.z + item.x
            total += item.z
    return total


show("a third", sum_z(mixed))
mixed[2].z = "text"
try:
    sum_z(mixed)
except TypeError as error:
    show("a string", error)
mixed[2].z = 2**70
show("a large int", sum_z(mixed))
mixed[1].z = MyFloat(1.5)
show("a float of a class", (type(mixed[1].z).__name__, sum_z(mixed), type(mixed[1].z).__name__))
mixed[0].z = None
show("none", [item.z is None for item in mixed])


# Objects that are made in compiled code with floats, and with other things later
def make(values):
    made = []
    for _ in range(40):
        for value in values:
            made.append(Tagged(value, 1.0, value))
    return made


show("made", len(make([1.0, 2.5])))
before = make([3.5])
show("made of ints", [(point.x, point.tag) for point in make([1, 2.5, "x", None])[-4:]])
show("those from before", sum(point.x for point in before))


# Stores that a handler sees half done
class Meter:
    def __init__(self):
        self.low = 0.0
        self.high = 0.0

    def set(self, low, high):
        self.low = low
        self.high = 1.0 / high


def measure(meter, values):
    failures = 0
    for value in values:
        try:
            meter.set(value, value)
        except ZeroDivisionError:
            failures += 1
        except TypeError:
            failures += 100
    return failures, meter.low, meter.high


show("meter", measure(Meter(), [1.0, 2.0, 0.0, 4.0] * 60))
show("meter", measure(Meter(), [1.0, 2.0, 0.0, "a"] * 3))
show("meter", measure(Meter(), [1.0, 3, 0.0, 2] * 30))

# What others make of them
nan = float("nan")
p = Point(nan, -0.0)
show("identity", (p.x is nan, [p.x] == [nan], p.x == p.x, p.y))
show("copies", (copy.copy(Point(1.0, 2.0)), copy.deepcopy(Point(1.5, 2)), pickle.loads(pickle.dumps(Point(2.5, 1.0)))))
q = copy.copy(Point(1.0, 2.0))
r = copy.copy(q)
r.x = 5.0
show("not shared", (q, r))
show("vars", (vars(q), sorted(dir(q))[-3:]))
q.x = 9.0
show("vars", (vars(q), q))
vars(q)["x"] = 10.0
show("vars", q)
show("referents", sorted(v for v in gc.get_referents(Point(0.5, 0.25)) if isinstance(v, float)))
s = Shadowed(1.0, 2.0)
s.kind = 2.5
show("shadows", (s.kind, Shadowed.kind))
del s.kind
show("shadows", (s.kind, s))
t = Point(1.0, 2.0)
t.__class__ = Other
show("class", (t, t.x))
t.__class__ = Shadowed
t.kind = 4.0
show("class", (t, t.kind))
show("setattr", [setattr(t, "x", value) or t.x for value in (1.5, 2, 3.5, "x", 4.5)])


# Loops in which the same attribute is written through several names
def aliases(a, b):
    total = 0.0
    for _ in range(300):
        a.x += 1.0
        b.x += 0.5
        total += a.x - b.x
    return total


one = Point(0.0, 0.0)
show("aliases", (aliases(one, one), aliases(one, Point(0.0, 0.0)), aliases(Other(1.0, 1.0), one)))


# An attribute that changes in a call in the middle
def spoil(point, at):
    if at == 250:
        point.x = 5


def spoiled(point):
    total = 0.0
    for at in range(400):
        point.x += 0.5
        spoil(point, at)
        total += point.x
    return total, point.x


show("spoiled", spoiled(Other(0.0, 0.0)))


class Mood:
    def __init__(self, value):
        self.value = value
        self.weight = 1.0


# Changes of mind, more than a class puts up with
def moods(values):
    made = [Mood(value) for value in values for _ in range(20)]
    for mood in made:
        mood.weight = mood.weight * 2
    return [made[0].value, made[-1].value, made[5].weight]


for values in ([1.0, 2.0], [1.0, 2], [None, 1.0], [2.0]):
    show("moods", moods(values))
for index in range(12):
    extra = Mood(1.0)
    setattr(extra, f"a{index}", 1.0)
    setattr(extra, f"a{index}", index)
    late = Mood(2.0)
    setattr(late, f"a{index}", 0.5)
    show("changes", (getattr(extra, f"a{index}"), getattr(late, f"a{index}"), late.weight))


# Several shapes at one site
class Square:
    def __init__(self, side):
        self.side = side
        self.area = side * side


class Circle:
    def __init__(self, radius):
        self.name = "circle"
        self.radius = radius
        self.area = 3.0 * radius * radius


class Odd:
    def __init__(self):
        self.area = 7


def areas(shapes):
    total = 0
    for _ in range(100):
        for shape in shapes:
            total += shape.area
            shape.area = shape.area
    return total


show("areas", areas([Square(1.0), Circle(2.0)]))
show("areas", areas([Square(1.0), Circle(2.0), Odd()]))
show("areas", areas([Square(1), Circle(2), Odd()]))
