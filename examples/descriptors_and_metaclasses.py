"""Descriptors and metaclasses: typed attributes, slots, an enum and an ORM by hand, attribute hooks, class creation."""


class Typed:
    """A data descriptor that converts and checks, storing in the instance's dictionary."""

    def __init__(self, kind, *, minimum=None):
        self.kind, self.minimum = kind, minimum

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        try:
            return instance.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{self.name} was never set") from None

    def __set__(self, instance, value):
        value = self.kind(value)
        if self.minimum is not None and value < self.minimum:
            raise ValueError(f"{self.name} must be at least {self.minimum}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Planet:
    mass = Typed(float, minimum=0)
    moons = Typed(int)

    def __init__(self, mass, moons=0):
        self.mass, self.moons = mass, moons

    @property
    def weight(self):
        """In newtons, on Earth."""
        return self.mass * 9.81

    @weight.setter
    def weight(self, value):
        self.mass = value / 9.81

    @weight.deleter
    def weight(self):
        self.mass = 0


class EnumMeta(type):
    """Turns simple assignments of a class body into members."""

    @classmethod
    def __prepare__(mcs, name, bases, start=1):
        return Members(start)

    def __new__(mcs, name, bases, namespace, start=1):
        cls = super().__new__(mcs, name, bases, dict(namespace))
        cls.members = {}
        for member_name in namespace.names:
            member = cls.__new__(cls)
            member.name, member.value = member_name, namespace[member_name]
            cls.members[member_name] = member
            type.__setattr__(cls, member_name, member)
        return cls

    def __init__(cls, name, bases, namespace, start=1):
        super().__init__(name, bases, namespace)

    def __iter__(cls):
        return iter(cls.members.values())

    def __len__(cls):
        return len(cls.members)

    def __getitem__(cls, name):
        return cls.members[name]

    def __contains__(cls, member):
        return isinstance(member, cls)

    def __call__(cls, value):
        for member in cls:
            if member.value == value:
                return member
        raise ValueError(f"{value!r} is not a valid {cls.__name__}")

    def __setattr__(cls, name, value):
        if name in getattr(cls, "members", ()):
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)

    def __repr__(cls):
        return f"<enum {cls.__name__}>"


class Members(dict):
    """The namespace of an enum body: remembers the order, and numbers names that are merely mentioned."""

    def __init__(self, start):
        self.names, self.next = [], start

    def __setitem__(self, name, value):
        if not name.startswith("_") and not callable(value) and not hasattr(value, "__get__"):
            self.names.append(name)
        super().__setitem__(name, value)

    def __missing__(self, name):
        if name.startswith("_") or not name.isupper():
            raise KeyError(name)
        self[name] = value = self.next
        self.next += 1
        return value


class Enum(metaclass=EnumMeta):
    def __repr__(self):
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"


class Color(Enum, start=10):
    RED
    GREEN
    BLUE = "blue"

    def shade(self, *, dark=False):
        return f"{'dark ' if dark else ''}{self.name.lower()}"


class Column:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, row, owner):
        return self if row is None else row.values.get(self.name, self.default)

    def __set__(self, row, value):
        row.values[self.name] = value

    def __eq__(self, other):
        return f"{self.name} = {other!r}"

    def __gt__(self, other):
        return f"{self.name} > {other!r}"

    __hash__ = object.__hash__


class Table:
    tables = {}

    def __init_subclass__(cls, /, name=None):
        cls.table = name or cls.__name__.lower() + "s"
        cls.columns = {key: c for base in reversed(cls.__mro__) for key, c in vars(base).items() if isinstance(c, Column)}
        Table.tables[cls.table] = cls

    def __init__(self, **values):
        self.values = {}
        for key, value in values.items():
            if key not in self.columns:
                raise TypeError(f"{type(self).__name__} has no column {key}")
            setattr(self, key, value)

    @classmethod
    def create(cls):
        return f"create table {cls.table} ({', '.join(f'{c.name} {c.kind}' for c in cls.columns.values())})"

    @classmethod
    def where(cls, *conditions):
        return f"select {', '.join(cls.columns)} from {cls.table}" + (f" where {' and '.join(conditions)}" if conditions else "")

    def insert(self):
        return f"insert into {self.table} values ({', '.join(repr(getattr(self, name)) for name in self.columns)})"


class Person(Table, name="people"):
    name = Column("text")
    age = Column("integer", 18)


class Employee(Person):
    salary = Column("real", 0.0)


class Proxy:
    """Every kind of attribute access, recorded and passed on."""

    def __init__(self, target, log):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", log)

    def __getattribute__(self, name):
        if name in ("_target", "_log", "__class__"):
            return object.__getattribute__(self, name)
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)

    def __dir__(self):
        return ["only", "these"]


class Slotted:
    __slots__ = ("x", "_y")

    @property
    def y(self):
        return self._y


class Plugin(type):
    registry = []

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)
        if bases:
            cls.registry.append((name, sorted(options)))

    def __new__(mcs, name, bases, namespace, **options):
        namespace["describe"] = lambda self: f"{name} with {options}"
        return super().__new__(mcs, name, bases, namespace)

    def __instancecheck__(cls, instance):
        return hasattr(instance, "describe") or super().__instancecheck__(instance)

    def __subclasscheck__(cls, subclass):
        return subclass is int or super().__subclasscheck__(subclass)


def errors(*actions):
    for action in actions:
        try:
            print(action())
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


def diamond():
    class Base:
        def visit(self):
            return ["Base"]

    class Left(Base):
        def visit(self):
            return ["Left", *super().visit()]

    class Right(Base):
        def visit(self):
            return ["Right", *super().visit()]

    class Bottom(Left, Right):
        def visit(self):
            return ["Bottom", *super().visit()]

    print(Bottom().visit(), [c.__name__ for c in Bottom.__mro__], Bottom.__qualname__)
    errors(lambda: type("Bad", (Base, Left), {}), lambda: super(Left, Right()).visit())


def main():
    earth = Planet("5.97", 1.9)
    print(earth.mass, earth.moons, vars(earth), f"{earth.weight:.2f}", Planet.weight.__doc__)
    earth.weight = 981
    del earth.moons
    print(f"{earth.mass:.3f}", type(Planet.mass).__name__)
    errors(lambda: earth.moons, lambda: Planet(-1), lambda: Planet("heavy"), lambda: Planet.weight.fget(3))
    del earth.weight
    print(earth.mass)

    print(Color, list(Color), len(Color), Color(11), Color["BLUE"].shade(dark=True), Color.RED in Color, 3 in Color)
    errors(lambda: Color("pink"), lambda: setattr(Color, "RED", 1), lambda: Color.RED.value + 1, lambda: Color.PINK)

    print(Person.create(), Employee.create(), sep="\n")
    print(Person.where(Person.age > 30, Person.name == "O'Hara"), Employee.where(), sep="\n")
    print(Employee(name="Ada", salary=1.5).insert(), Person(name="x").age, sorted(Table.tables))
    errors(lambda: Person(height=2))

    log = []
    proxy = Proxy(earth, log)
    proxy.mass = 3
    proxy.tag = "new"
    del proxy.tag
    print(proxy.mass, dir(proxy), hasattr(proxy, "tag"), log)

    slotted = Slotted()
    slotted.x = 1
    errors(lambda: slotted.x, lambda: slotted.y, lambda: setattr(slotted, "z", 1), lambda: slotted.__dict__)

    Base = Plugin("Base", (), {"kind": "base"})
    Child = Plugin("Child", (Base,), {}, speed=9, color="red")
    made = Child()
    print(Plugin.registry, made.describe(), made.kind, type(Child) is Plugin, isinstance(made, Base), issubclass(int, Base), isinstance(3, Base))
    diamond()


if __name__ == "__main__":
    main()
