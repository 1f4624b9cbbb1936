"""The order in which attribute access looks: metaclass, class, instance, descriptors, __getattr__; printed step by step."""


class Trace:
    def __init__(self, label, *, get=False, set=False, delete=False):
        self.label = label

    def __repr__(self):
        return self.label


class Get(Trace):
    def __get__(self, obj, owner=None):
        return f"{self.label}.__get__({'None' if obj is None else 'obj'}, {owner.__name__ if owner else None})"


class GetSet(Get):
    def __set__(self, obj, value):
        print(f"  {self.label}.__set__({value})")

    def __delete__(self, obj):
        print(f"  {self.label}.__delete__")


class SetOnly(Trace):
    def __set__(self, obj, value):
        print(f"  {self.label}.__set__({value})")


KINDS = {"plain": Trace, "get": Get, "getset": GetSet, "set": SetOnly}
for on_meta in (None, *KINDS):
    for on_class in (None, *KINDS):
        meta = type("Meta", (type,), {"x": KINDS[on_meta]("meta")} if on_meta else {})
        cls = meta("Cls", (), {"x": KINDS[on_class]("class")} if on_class else {})
        obj = cls()
        results = []
        for owner in (cls, obj):
            try:
                results.append(repr(owner.x))
            except AttributeError as error:
                results.append(f"AttributeError: {error}")
        obj.__dict__["x"] = "instance"
        results.append(repr(obj.x))
        print(f"meta {on_meta}, class {on_class}:", *results, sep=" | ")
        try:
            obj.x = 1
            print("   stored", obj.__dict__["x"])
            del obj.x
            print("   deleted", "x" in obj.__dict__)
        except AttributeError as error:
            print("  ", type(error).__name__, error)
        try:
            cls.x = 2
            print("   class now", cls.__dict__.get("x"))
        except AttributeError as error:
            print("  ", type(error).__name__, error)


class Base:
    x = GetSet("base")


class Middle(Base):
    x = "plain hides the descriptor"


class Last(Middle):
    def __getattribute__(self, name):
        print(f"  getattribute {name}", end=" ")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print(f"  getattr {name}", end=" ")
        return "fallback"


last = Last()
print(last.x, last.missing)
last.x = "stored on the instance"
print(last.x, Base().x, Middle().x)


class Property:
    @property
    def failing(self):
        return self.not_there

    def __getattr__(self, name):
        return f"getattr({name})"


print(Property().failing)


class Special:
    """Special methods are looked up on the type."""


s = Special()
s.__len__ = lambda: 5
s.__call__ = lambda: "called"
s.__str__ = lambda: "text"
for action in (lambda: len(s), lambda: s(), lambda: str(s).startswith("<"), lambda: s.__len__(), lambda: s.__call__()):
    try:
        print(action())
    except TypeError as error:
        print(error)
Special.__len__ = lambda self: 7
Special.__call__ = property(lambda self: lambda: "called through a property")
Special.__iter__ = staticmethod(lambda: iter("static"))
Special.__contains__ = classmethod(lambda cls, item: item is cls)
Special.__getitem__ = Get("descriptor")
print(len(s), s(), [*s], Special in s)
try:
    s[0]
except TypeError as error:
    print(error)
del Special.__len__
try:
    len(s)
except TypeError as error:
    print(error)
print(Special().__class__.__name__, type.__dict__["__call__"].__get__(Special)().__class__.__name__, object.__getattribute__(s, "__len__")(), type.__getattribute__(Special, "__doc__"))
