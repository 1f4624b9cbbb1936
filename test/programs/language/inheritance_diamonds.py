"""Multiple inheritance: cooperative super, MRO conflicts, mixins, abstract classes, changes of bases, super in odd places."""
import abc


class Root:
    def __init__(self, **kw):
        self.trail = ["Root"]
        self.leftover = kw

    def act(self):
        return ["Root.act"]


class A(Root):
    def __init__(self, a=1, **kw):
        super().__init__(**kw)
        self.a = a
        self.trail.append("A")

    def act(self):
        return ["A.act", *super().act()]


class B(Root):
    def __init__(self, b=2, **kw):
        super().__init__(**kw)
        self.b = b
        self.trail.append("B")

    def act(self):
        return ["B.act", *super().act()]


class C(A, B):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.trail.append("C")


class Logging:
    def act(self):
        return ["log", *super().act()]


class D(Logging, C):
    act_alias = C.act

    def act(self):
        first = super().act()
        return ["D.act", *first, *super(C, self).act()[:1], *Root.act(self)]


d = D(a=10, b=20, c=30)
print(d.trail, d.a, d.b, d.leftover, d.act(), d.act_alias(), [k.__name__ for k in D.__mro__], sep="\n")
for bases in ((A, Root), (Root, A), (C, A), (A, C), (B, A), (Logging, D), (object, A), (A, object), (A, A)):
    try:
        print([k.__name__ for k in type("X", bases, {}).__mro__])
    except TypeError as error:
        print([k.__name__ for k in bases], error)


class Shape(abc.ABC):
    @property
    @abc.abstractmethod
    def area(self): ...

    @abc.abstractmethod
    def name(self):
        return "shape"

    @classmethod
    @abc.abstractmethod
    def unit(cls): ...

    @classmethod
    def __subclasshook__(cls, other):
        return True if hasattr(other, "area") and cls is Shape else NotImplemented


class Square(Shape):
    area = 4

    def name(self):
        return "square, a " + super().name()

    @classmethod
    def unit(cls):
        return cls()


class Partial(Shape):
    area = 1


class Duck:
    area = "duck"


print(Square().name(), Square.unit().area, isinstance(Duck(), Shape), issubclass(int, Shape), Shape.__abstractmethods__ == {"area", "name", "unit"}, sorted(Partial.__abstractmethods__))
Shape.register(int)
print(issubclass(int, Shape), isinstance(True, Shape), isinstance("", Shape))


class Super:
    def who(self):
        return "Super"

    @classmethod
    def make(cls):
        return cls.__name__

    @staticmethod
    def static():
        return "static"

    @property
    def prop(self):
        return "prop of Super"

    attr = "attr"

    def __getattr__(self, name):
        return f"getattr {name}"

    def __getitem__(self, key):
        return key


class Sub(Super):
    attr = "hidden"

    def test(self):
        s = super()
        return s.who(), s.make(), s.static(), s.prop, s.attr, s.__class__ is super, s.__thisclass__.__name__, s.__self_class__.__name__, s.__self__ is self, hasattr(s, "nope"), repr(s) == f"<super: <class 'Sub'>, {self!r}>", super().__getitem__("explicit")

    @classmethod
    def cm(cls):
        return super().make(), super().attr

    def comprehension(self):
        return [super().who() for _ in range(1)], (lambda s: super().who())(self)

    def rebound(self):
        self = Sub2()
        return super().who()

    def nested_function(self):
        def inner(me):
            return super().who()

        return inner(self)

    who = lambda self: "Sub>" + super().who()
    unbound = super


class Sub2(Sub):
    def who(self):
        return "Sub2"


s = Sub()
print(s.test()[:-2], s.cm(), s.comprehension(), s.rebound(), s.nested_function(), s.who(), super(Sub, s).who(), super(Sub, Sub).make(), super(Sub).__get__(s, Sub).who())
Sub.__bases__ = (B, Super)
print([k.__name__ for k in Sub.__mro__], Sub2.act(s), isinstance(Sub2(), B))
for action in (lambda: Shape(), lambda: Partial(), lambda: super(), lambda: super(5), lambda: super(Sub, 5), lambda: super(Sub, s).nope_at_all.__class__, lambda: super(Sub, s)["x"], lambda: setattr(super(Sub, s), "x", 1), lambda: type("X", (), {"m": lambda self: super().x})().m(), lambda: (lambda self: super())(5), lambda: setattr(Sub, "__bases__", (Sub2,)), lambda: setattr(Sub, "__bases__", 5), lambda: setattr(Root, "__bases__", (Super,)), lambda: C(zzz=1).leftover, lambda: A(1, 2), lambda: d.nope, lambda: delattr(Sub, "__bases__"), lambda: Shape.name(None), lambda: exec("class E(Shape, metaclass=type): pass", globals()) or E.__class__, lambda: abc.abstractmethod(5), lambda: Root.__init__(5)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
