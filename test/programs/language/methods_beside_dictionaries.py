"""Methods in hot code, of objects some of which keep a dictionary, which may hide them."""


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by):
        self.x += by
        return self.x


class Box(Point):
    def __init__(self, x):
        super().__init__(x)
        self.width = 1

    def grow(self):
        return self.width

    @property
    def size(self):
        return self.width * 10


class Other(Point):
    def move(self, by):
        return -by

    def grow(self):
        return 7


class Derived(dict):
    def move(self, by):
        return by * 100


def moved(things, by):
    return sum(thing.move(by) for thing in things)


def grown(things):
    total = 0
    for thing in things:
        total += thing.grow()
    return total


def run(things, others):
    for _ in range(300):
        total = moved(things, 1) + grown(others)
    return total


boxes = [Box(k) for k in range(5)]
others = [Other(k) for k in range(5)]
things = [Point(1), Point(2), *boxes, *others, Derived()]
for thing in things:
    if isinstance(thing, Point) and thing.x % 2:
        thing.__dict__["y"] = 3
print(run(things, boxes + others))
boxes[1].__dict__["move"] = lambda by: 10_000
print(moved(things, 1))
others[1].grow = lambda: 1000
others[0].__dict__["grow"] = lambda: 500
print(grown(boxes + others))
del boxes[1].__dict__["move"]
others[0].__dict__.clear()
print(moved(things[:-1], 2), grown(boxes + others))
things[-1].move = lambda by: 0.5
print(moved(things, 1))
Box.move = Other.move
print(moved(things, 1))
Box.grow = property(lambda self: lambda: 3)
print(grown(boxes + others))
boxes[1].__dict__["grow"] = None
print(grown(boxes + others))
del Box.grow
try:
    print(grown(boxes + others))
except (AttributeError, TypeError) as error:
    print(type(error).__name__, error)
