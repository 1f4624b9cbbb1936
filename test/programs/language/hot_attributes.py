"""Hot attributes and methods of many classes, of classes themselves and behind `super()`, which change while the code is hot."""


def shown(call, *args):
    try:
        return call(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Base:
    made = 0
    kind = "base"

    def __init__(self, name):
        self.name = name
        Base.made += 1

    def area(self):
        return 0

    def describe(self):
        return f"{self.name}/{self.kind}/{self.area()}"

    @property
    def double(self):
        return self.area() * 2

    @classmethod
    def create(cls, *args):
        return cls(*args)

    @staticmethod
    def unit():
        return "m"

    def __lt__(self, other):
        return self.area() < other.area()


class Square(Base):
    kind = "square"

    def __init__(self, side, name="square"):
        super().__init__(name)
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Base):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3 * self.radius * self.radius

    @property
    def double(self):
        return "twice"


class Named(Square):
    kind = "named"

    def __init__(self, side):
        super().__init__(side, "own")
        self.note = None

    def describe(self):
        return super().describe() + "!"


class Slotted(Base):
    __slots__ = ("width", "extra")

    def __init__(self, width):
        super().__init__("slotted")
        self.width = width

    def area(self):
        return self.width


class Odd(Base):
    def __init__(self):
        super().__init__("odd")

    def __getattr__(self, name):
        return f"no {name}"


def use(shapes):
    result = []
    for shape in shapes:
        result.append((shape.area(), shape.double, shape.name, shape.kind, shape.unit(), shape.describe(), type(shape).__name__))
        shape.last = len(result)
        shape.name = shape.name
    return result


def shapes():
    return [Square(2), Circle(1.5), Named(3), Slotted(4), Base.create("b"), Named.create(1)]


for _ in range(60):
    use(shapes())
print(*use(shapes()), sep="\n")
print(use([Odd(), Circle(1)]), use([Square("a") if False else Square(True)]))
print(Base.made)


class Seventh(Base):
    pass


class Eighth(Seventh):
    def area(self):
        return 8


class Ninth(Eighth):
    name = "class value"
    double = 9

    def __init__(self):
        pass


for _ in range(40):
    use([*shapes(), Seventh("s"), Eighth("e"), Ninth()])
print(use([*shapes(), Seventh("s"), Eighth("e"), Ninth()])[-3:])

# ── What changes ─────────────────────────────────────────────────────────────────────────────────────────────────

many = shapes()
many[0].area = lambda: "own function"
many[1].kind = "own value"
many[2].describe = lambda: "own describe"
print(*use(many)[:3], sep="\n")
Square.area = lambda self: self.side * 100
Base.unit = staticmethod(lambda: "km")
Circle.double = property(lambda self: "changed")
print(*use(shapes())[:3], sep="\n")
Base.kind = "new kind"
print([shape.kind for shape in shapes()], use(shapes())[1][3])
Base.describe = lambda self: "described anew"
print(use(shapes())[2][5], use(shapes())[0][5])
Named.__bases__ = (Circle,)
print(shown(use, [Square(1)]), shown(Named, 3))
Named.__init__ = lambda self, side: Circle.__init__(self, side)
print(use([Named(2)]))
moving = Square(5)
use([moving])
moving.__class__ = Circle
print(shown(use, [moving]))
moving.radius = 1
print(use([moving]))
del Circle.double
print(use([Circle(1)]), shown(use, [3]), shown(use, [None]))


def count_up(n):
    for _ in range(n):
        Base.made += 1
    return Base.made, Square.made


Base.made = 0
print(count_up(300), count_up(5), Circle(1).made, Base.made)
Square.made = "own"
print(count_up(2))
Base.made = 2.5
print(count_up(2))


class Setter:
    log = []

    def __setattr__(self, name, value):
        self.log.append((name, value))
        object.__setattr__(self, name, value)


class Guarded:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.setter
    def x(self, value):
        if value < 0:
            raise ValueError("negative")
        self._x = value


class Plain:
    x = 0


def store(objects, value):
    for item in objects:
        item.x = value
        item.y = item.x
    return [item.y for item in objects]


for _ in range(80):
    store([Plain(), Guarded(), Plain()], 3)
print(store([Plain(), Guarded(), Setter()], 4), Setter.log, shown(store, [Guarded()], -1), shown(store, [Plain, Plain()], 7), Plain.x, Plain.y)
print(shown(store, [object()], 1), shown(store, [int], 1))

# ── super in a diamond ───────────────────────────────────────────────────────────────────────────────────────────


class A:
    def go(self):
        return ["A"]


class B(A):
    def go(self):
        return ["B", *super().go()]


class C(A):
    def go(self):
        return ["C", *super().go()]


class D(B, C):
    def go(self):
        return ["D", *super().go()]

    @classmethod
    def name(cls):
        return cls.__name__

    def missing(self):
        return super().missing()


def go(items):
    return [item.go() for item in items]


for _ in range(80):
    go([D(), B(), C()])
print(go([D(), B(), C(), A()]), D.name(), D().name(), shown(D().missing))
C.go = lambda self: ["C'", *super(C, self).go()]
print(go([D(), C()]))
D.__bases__ = (B,)
print(go([D(), B()]))


class Meta(type):
    def __getattribute__(cls, name):
        return f"meta {name}" if name == "special" else super().__getattribute__(name)

    @property
    def size(cls):
        return len(cls.__name__)


class WithMeta(metaclass=Meta):
    special = 1
    plain = 2


class Ordinary:
    special = 3
    size = 4
    plain = 5


def of_class(cls):
    return cls.special, cls.size, cls.plain, cls.__name__


for _ in range(80):
    of_class(Ordinary)
print(of_class(Ordinary), of_class(WithMeta), shown(of_class, int))
Ordinary.__name__ = "Renamed"
print(of_class(Ordinary))


# ── Objects whose attributes are in a dictionary that the program has ────────────────────────────────────────────


class Record:
    shared = "of the class"

    @property
    def fixed(self):
        return "fixed"

    def method(self):
        return "method"


def read(records):
    return [(record.a, record.shared, record.fixed, record.method()) for record in records]


def record(**values):
    made = Record()
    made.__dict__ = values
    return made


for _ in range(80):
    read([record(a=1), record(a=2, b=3)])
print(read([record(a=None), record(a=2, shared="own", method=lambda: "own method", fixed=0)]), shown(read, [record(b=1)]))
plain_record = Record()
plain_record.a = 5
plain_record.__dict__["shared"] = "in the dictionary"
print(read([plain_record, record(a=6)]))
Record.a = property(lambda self: "property")
print(read([plain_record, record(a=6)]))


def builtins_called(calls):
    return [call(argument) for call, argument in calls]


for _ in range(60):
    builtins_called([(len, "ab"), (str, 5), ("a-b".split, "-"), (str.upper, "x"), (list, "ab"), (Record.method, 1), (lambda x: x, 2), (abs, -3)])
print(builtins_called([(len, [1]), (int, "7"), ([3, 4].index, 4), (str.title, "ab"), (tuple, "ab"), (Record, 1) if False else (repr, "q"), (max, [3, 9])]))
print(shown(builtins_called, [(len, 5)]), shown(builtins_called, [(str.upper, 5)]), shown(builtins_called, [(int, "z")]), shown(builtins_called, [(3, 4)]))
