"""Descriptors: data and non-data, precedence, __set_name__, functions as descriptors, slots, property subclasses."""


class NonData:
    def __get__(self, obj, owner=None):
        return f"nondata({'class' if obj is None else 'instance'}, {owner and owner.__name__})"


class Data(NonData):
    def __set__(self, obj, value):
        obj.__dict__["stored"] = value

    def __delete__(self, obj):
        obj.__dict__.pop("stored", None)
        obj.__dict__["deleted"] = True


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["setonly"] = ("via set", value)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner):
        return self if obj is None else getattr(obj, self.name, "unset")

    def __set__(self, obj, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name[1:]} must be int")
        setattr(obj, self.name, value)


class Host:
    nondata = NonData()
    data = Data()
    setonly = SetOnly()
    age = Named()
    size = Named()

    def method(self):
        return self


h = Host()
print(h.nondata, Host.nondata, h.data, Host.data)
h.__dict__.update(nondata="instance wins", data="descriptor wins", setonly="instance value")
print(h.nondata, h.data, h.setonly)
h.data, h.setonly = 1, 2
del h.data
print(h.__dict__)
h.age = 5
print(h.age, h.size, type(Host.age).__name__, vars(h)["_age"])
try:
    h.size = "big"
except TypeError as error:
    print(error)
Host.late = late = Named()
print(hasattr(late, "name"))
f = Host.__dict__["method"]
print(f.__get__(h, Host)() is h, f.__get__(None, Host) is f, Host.method is f, h.method.__func__ is f, f.__get__(5)() == 5)


class Lazy:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner):
        if obj is None:
            return self
        print("computing", end=" ")
        value = obj.__dict__[self.name] = self.function(obj)
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @Lazy
    def area(self):
        """Area, once."""
        return round(3.14159 * self.r**2, 2)


c = Circle(2)
print(c.area, c.area, Circle.area.__doc__)


class Slotted:
    __slots__ = ("a", "b", "__weakref__")
    c = "class"

    def __init__(self):
        self.a = 1


class SlottedChild(Slotted):
    __slots__ = ["d"]


class DictChild(Slotted):
    pass


s, sc, dc = Slotted(), SlottedChild(), DictChild()
sc.d, dc.anything = 4, "dict"
print(s.a, sc.d, dc.__dict__, hasattr(s, "__dict__"), Slotted.a, type(Slotted.a).__name__, Slotted.a.__get__(s), Slotted.__slots__, hasattr(s, "b"), SlottedChild.d.__objclass__.__name__)


class P:
    def __init__(self):
        self._v = 0

    v = property(lambda self: self._v, lambda self, x: setattr(self, "_v", x), None, "the doc")

    @property
    def ro(self):
        raise AttributeError("inner failure")

    @classmethod
    def cm(cls):
        return cls.__name__

    @staticmethod
    def sm():
        return "static"

    cm2 = classmethod(lambda cls, x=1: (cls.__name__, x))


class Q(P):
    @P.v.getter
    def v(self):
        return ("Q", self._v)


p, q = P(), Q()
p.v, q.v = 3, 4
print(p.v, q.v, P.v.__doc__, P.v.fset is Q.v.fset, P.cm(), Q.cm(), q.cm(), P.__dict__["cm"].__func__(int), P.sm(), p.sm(), Q.cm2(5), P.__dict__["sm"]() , P.v.__name__ if hasattr(P.v, "__name__") else "no name", P.ro.__name__, P.cm.__wrapped__.__name__ if hasattr(P.cm, "__wrapped__") else "-", P.__dict__["cm"].__wrapped__.__name__)


class Typed(property):
    def __get__(self, obj, owner=None):
        return "typed " + str(super().__get__(obj, owner)) if obj else self


class R:
    @Typed
    def x(self):
        return 1


print(R().x, type(R.x).__name__, isinstance(R.x, property))


class Getattribute:
    x = "class x"

    def __init__(self):
        self.y = "y"

    def __getattribute__(self, name):
        if name == "forbidden":
            raise AttributeError("from getattribute")
        return ("intercepted", super().__getattribute__(name))

    def __getattr__(self, name):
        return f"fallback for {name}"


ga = Getattribute()
print(ga.x, ga.y, ga.forbidden, ga.missing, len(ga.__dict__), Getattribute.x)


class Broken:
    def __set_name__(self, owner, name):
        raise RuntimeError("cannot be named")


class Raising:
    def __get__(self, obj, owner):
        raise KeyError("from get")


class Uses:
    raising = Raising()


for action in (lambda: p.ro, lambda: setattr(p, "ro", 1), lambda: delattr(p, "ro"), lambda: delattr(p, "v"), lambda: setattr(s, "z", 1), lambda: s.b, lambda: delattr(s, "b"), lambda: setattr(s, "c", 1), lambda: Slotted.a.__get__(5), lambda: type("T", (), {"__slots__": ("a",), "a": 1}), lambda: type("T", (), {"__slots__": ("1a",)}), lambda: type("T", (int,), {"__slots__": ("x",)}), lambda: type("T", (tuple,), {"__slots__": ("x",)}), lambda: type("T", (), {"__slots__": ("__dict__", "__dict__")}), lambda: type("T", (), {"b": Broken()}), lambda: Uses().raising, lambda: hasattr(Uses(), "raising"), lambda: getattr(Uses(), "raising", "default"), lambda: property().__get__(5), lambda: property().__set__(5, 1), lambda: setattr(P.v, "fget", 1), lambda: P.v(), lambda: classmethod(5).__get__(1)(), lambda: staticmethod(5)(), lambda: f.__get__(None, None), lambda: f.__get__(), lambda: setattr(type("T", (), {"__slots__": ()})(), "x", 1), lambda: SlottedChild().__dict__, lambda: setattr(sc, "a", 7) or sc.a, lambda: object.__getattribute__(h, "nope"), lambda: object.__setattr__(5, "x", 1), lambda: type("T", (Slotted, type("U", (), {"__slots__": "u"})), {}), lambda: p.v.nope, lambda: SetOnly.__set__(h), lambda: Named.__get__(late, h)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "__notes__", ""))
