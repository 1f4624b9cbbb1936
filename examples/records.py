"""Records without dataclasses: fields collected from annotations, __init__ written as source, ordering, freezing."""

MISSING = object()


class Field:
    def __init__(self, default=MISSING, *, factory=None, shown=True, compared=True):
        self.default, self.factory = default, factory
        self.shown, self.compared = shown, compared

    def __repr__(self):
        return f"Field({'required' if self.required else 'optional'})"

    @property
    def required(self):
        return self.default is MISSING and self.factory is None


def field(**options):
    return Field(**options)


def collect_fields(cls):
    """Inherited fields first, in the order of their annotations."""
    fields = {}
    for base in reversed(cls.__mro__[1:]):
        fields.update(getattr(base, "__fields__", {}))
    for name in cls.__annotations__:
        value = cls.__dict__.get(name, MISSING)
        fields[name] = value if isinstance(value, Field) else Field(value)
        if isinstance(value, Field) and value.default is not MISSING:
            setattr(cls, name, value.default)
        elif isinstance(value, Field):
            delattr(cls, name)
    return fields


def write_init(fields):
    """The source of an __init__ with these parameters, executed."""
    parameters, body, names = ["self"], [], {"MISSING": MISSING}
    for name, spec in fields.items():
        if spec.required:
            parameters.append(name)
        elif spec.factory:
            names[f"make_{name}"] = spec.factory
            parameters.append(f"{name}=MISSING")
            body.append(f"if {name} is MISSING: {name} = make_{name}()")
        else:
            names[f"default_{name}"] = spec.default
            parameters.append(f"{name}=default_{name}")
        body.append(f"object.__setattr__(self, {name!r}, {name})")
    body.append("self.__post_init__()")
    source = f"def __init__({', '.join(parameters)}):\n" + "\n".join("    " + line for line in body)
    namespace = {}
    exec(source, names, namespace)
    return namespace["__init__"]


class Record:
    __fields__ = {}
    __match_args__ = ()

    def __init_subclass__(cls, *, frozen=False, order=False, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.__fields__ = collect_fields(cls)
        cls.__init__ = write_init(cls.__fields__)
        cls.__match_args__ = tuple(cls.__fields__)
        if frozen:
            cls.__setattr__ = cls.__delattr__ = refuse
            cls.__hash__ = lambda self: hash(self._key())
        if order:
            cls.__lt__ = lambda self, other: self._key() < other._key()
            cls.__le__ = lambda self, other: self._key() <= other._key()

    def __post_init__(self):
        pass

    def _key(self):
        return tuple(getattr(self, name) for name, spec in self.__fields__.items() if spec.compared)

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    __hash__ = None

    def __repr__(self):
        shown = (f"{name}={getattr(self, name)!r}" for name, spec in self.__fields__.items() if spec.shown)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __replace__(self, /, **changes):
        return type(self)(**{name: getattr(self, name) for name in self.__fields__} | changes)

    def as_dict(self):
        def plain(value):
            match value:
                case Record():
                    return value.as_dict()
                case list():
                    return [plain(item) for item in value]
                case dict():
                    return {key: plain(item) for key, item in value.items()}
            return value

        return {name: plain(getattr(self, name)) for name in self.__fields__}


def refuse(self, name, *_value):
    raise AttributeError(f"cannot change {name!r} of a frozen {type(self).__name__}")


class Point(Record, frozen=True, order=True):
    x: float
    y: float = 0.0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Point3(Point):
    z: float = 0.0


class Item(Record):
    name: str
    price: float
    tags: list = field(factory=list)
    stock: int = field(default=0, compared=False)
    secret: str = field(default="s3cr3t", shown=False)

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"{self.name}: negative price {self.price}")


class Order(Record):
    number: int
    items: list = field(factory=list)
    notes: dict = field(factory=dict)

    @property
    def total(self):
        return sum(item.price for item in self.items)


class Node(Record):
    value: object
    left: "Node" = None
    right: "Node" = None


def describe(thing):
    match thing:
        case Point3(x, y, z):
            return f"in space at {x}, {y}, {z}"
        case Point(0, 0):
            return "the origin"
        case Point(x=0, y=y) | Point(x=y, y=0):
            return f"on an axis at {y}"
        case Point(x, y) if x == y:
            return "on the diagonal"
        case Order(items=[Item(name=only)]):
            return f"an order of {only} alone"
        case Order(_, [first, *rest]):
            return f"{first.name} and {len(rest)} more"
        case _:
            return f"{thing!r}"


def depth(node):
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def failures():
    yield lambda: Point()
    yield lambda: Point(1, 2, 3)
    yield lambda: Item("pen", -1)
    yield lambda: setattr(Point(1), "x", 5)
    yield lambda: {Item("pen", 1)}
    yield lambda: Item("pen", 1) < Item("ink", 2)


def main():
    a, b = Point(1, 2), Point(y=5, x=0.5)
    print(a, b, a + b, a == Point(1, 2), a == (1, 2), hash(a) == hash(Point(1, 2)), sorted([a, b]), max(a, b))
    print(Point3(1), Point3.__fields__, Point3.__match_args__, Point3(1) == Point(1))
    pen, ink = Item("pen", 1.5, ["blue"]), Item("ink", 4, stock=3)
    ink.tags.append("black")
    print(pen, ink, Item("ink", 4, ["black"]) == ink, Item("x", 1).tags)
    order = Order(7, [pen, ink], {"gift": pen})
    print(order.total, order.as_dict())
    print(pen.__replace__(price=2, stock=9), Item.stock, hasattr(Item, "tags"))
    things = [Point(0), Point(0, 3), Point(3, 3), Point(1, 2), Point3(1, 2, 3), Order(1, [pen]), order, Order(2)]
    print(*map(describe, things), sep="\n")
    print(depth(Node(1, Node(2, right=Node(3)), Node(4))))
    for failure in failures():
        try:
            print(failure())
        except (TypeError, ValueError, AttributeError) as error:
            print(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
