"""Metaclasses, __prepare__, __init_subclass__, __set_name__ order, class keywords, __mro_entries__, __class_getitem__, instance checks."""


class Recorder(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("  body sets", key)
        super().__setitem__(key, value)


class Meta(type):

    __prepare__ = classmethod(lambda cls, name, bases, **kw: Recorder(injected=f"{cls.__name__} prepared {name} {kw}"))

    def __new__(mcls, name, bases, namespace, **kw):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")), kw)
        return super().__new__(mcls, name, bases, dict(namespace), **{k: v for k, v in kw.items() if bases})

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, kw)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def __len__(cls):
        return 42

    def __iter__(cls):
        return iter("meta")

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __contains__(cls, item):
        return item == "anything"

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __getattr__(cls, name):
        return f"meta getattr {name}"

    def __add__(cls, other):
        return "added"

    def __bool__(cls):
        return False

    @property
    def prop(cls):
        return "property of the metaclass"

    def method(cls):
        return "meta method"


class A(metaclass=Meta, flag=1):
    x = 1

    def __init_subclass__(cls, /, flag=None, **kw):
        print("init_subclass", cls.__name__, flag, kw)
        super().__init_subclass__()


class B(A, flag=2, other=3):
    y = 2

    def f(self):
        pass


print(A.injected, len(A), list(A), A["k"], "anything" in A, A, B, A.nope, A + 1, bool(A), A.prop, A.method(), type(B), B.x)
try:
    A().prop
except AttributeError as error:
    print(error)
try:
    A().method()
except AttributeError as error:
    print(error)


class Plugin:
    registry = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[name or cls.__name__.lower()] = cls


class One(Plugin):
    pass


class Two(Plugin, name="second"):
    pass


print(Plugin.registry)


class Descriptor:
    def __set_name__(self, owner, name):
        print("set_name", name, hasattr(owner, name), end="; ")


class Order:
    first = Descriptor()
    second = Descriptor()

    def __init_subclass__(cls):
        print("then init_subclass", end="; ")


class Sub(Order):
    third = Descriptor()


print()


class Entries:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print("mro_entries", len(bases), end="; ")
        return self.bases


class C(Entries(One, Two), Entries()):
    pass


print(C.__bases__, C.__orig_bases__[0].__class__.__name__, C.__mro__)


class Box:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Box[int], Box[int, str], Box["x":1])


class Duck(type):
    def __instancecheck__(cls, instance):
        return hasattr(instance, "quack")

    def __subclasscheck__(cls, sub):
        return getattr(sub, "quacks", False)


class Quacker(metaclass=Duck):
    pass


class Robot:
    quack, quacks = 1, True


print(isinstance(Robot(), Quacker), issubclass(Robot, Quacker), isinstance(5, Quacker), isinstance(Quacker(), Quacker), issubclass(Quacker, Quacker))


class Enumish(type):
    def __new__(mcls, name, bases, ns):
        cls = super().__new__(mcls, name, bases, ns)
        cls.members = {k: v for k, v in ns.items() if k.isupper()}
        return cls

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("members", {}):
            raise AttributeError(f"cannot reassign {name}")
        super().__setattr__(name, value)


class Color(metaclass=Enumish):
    RED, GREEN = 1, 2


print(Color.members)


class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


X1, X2 = M1("X1", (), {}), M2("X2", (), {})
print(type(M3("Y", (X1, X2), {})), type(type("Z", (X1,), {})))


def function_meta(name, bases, namespace, **kw):
    return (name, bases, sorted(k for k in namespace if not k.startswith("__")), kw)


class NotAClass(5 .__class__, metaclass=function_meta, k=1):
    attr = 1


print(NotAClass)


class CustomMro(type):
    def mro(cls):
        return [cls, One, object]


class Weird(metaclass=CustomMro):
    pass


print(Weird.__mro__, hasattr(Weird, "registry"), issubclass(Weird, One), Weird.__bases__)
print(B.__dict__.get("x"), type.__getattribute__(A, "x"), A.__subclasses__(), type.__subclasses__(Meta), Order.__subclasses__(), type(Meta), Meta.__mro__)
for action in (lambda: setattr(Color, "RED", 5), lambda: M1("Y", (X2,), {}), lambda: type("Y", (X1, X2), {}), lambda: Plugin.__init_subclass__(x=1), lambda: type("P", (Plugin,), {}, foo=1), lambda: type("P", (), {}, foo=1), lambda: Entries(5).__mro_entries__(()), lambda: type("P", (Entries(One),), {}), lambda: int["x"], lambda: list[int], lambda: type("M", (type,), {"__prepare__": classmethod(lambda *a, **k: 5)})("n", (), {}), lambda: exec("class Q(metaclass=type('M', (type,), {'__prepare__': classmethod(lambda *a, **k: 5)})): pass"), lambda: exec("class Q(metaclass=5): pass"), lambda: exec("class Q(5): pass"), lambda: exec("class Q(int, int): pass"), lambda: exec("class Q(*[One], **{'name': 'q'}): pass") or Plugin.registry["q"].__name__, lambda: exec("class Q(x=1): pass"), lambda: exec("class Q(metaclass=M1, metaclass=M2): pass"), lambda: type("A\0", (), {}), lambda: type("A", (), {"__classcell__": 5}), lambda: type("", (), {}), lambda: type("M", (type,), {"mro": lambda c: [5]})("x", (), {}), lambda: type("M", (type,), {"mro": lambda c: 5})("x", (), {}), lambda: type("F", (type(lambda: 0),), {}), lambda: isinstance(1, type("M", (type,), {"__instancecheck__": lambda c, i: 1 / 0})("x", (), {})), lambda: type("T", (), {"__init_subclass__": lambda cls: 1 / 0}) and exec("class S(T): pass", {"T": type("T", (), {"__init_subclass__": lambda cls: 1 / 0})})):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
