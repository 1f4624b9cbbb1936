"""Private names, __slots__ in hierarchies, __dict__ and __weakref__ slots, __class__ assignment, attribute storage."""
import weakref


class A:
    __x = 1
    __dunder__ = 2
    _single = 3

    def __init__(self):
        self.__y = "A.y"

    def get(self):
        return self.__x, self.__y, self._A__x

    def __private(self):
        return "private of A"

    def call(self):
        return self.__private()

    def locals_too(self, __param=5):
        __local = 6
        return sorted(locals())

    def nested(self):
        class Inner:
            __z = "inner"

            def get(self, other):
                return self.__z, getattr(other, "_A__y")

        return Inner().get(self)

    def from_string(self):
        return hasattr(self, "__y"), eval("self.__dict__")

    import string as __module
    for __i in range(2):
        pass


class B(A):
    __x = 10

    def __private(self):
        return "private of B"

    def both(self):
        return self.__x, self._A__x, self.__private(), self._A__private()


class _Under:
    __v = 1


class __:
    __v = 2


print(A().get(), B().get(), B().both(), B().call(), A().locals_too(), A().nested(), A().from_string(), sorted(k for k in vars(A) if "__" in k and not k.endswith("__")), [k for k in vars(_Under) if "v" in k and k.startswith("_Under")], "__v" in vars(__))
try:
    A().__y
except AttributeError as error:
    print(error)


class S:
    __slots__ = ("a", "__hidden", "b")

    def __init__(self, a):
        self.a, self.__hidden = a, "hidden"

    def hidden(self):
        return self.__hidden


class S2(S):
    __slots__ = {"c": "documented slot", "__dict__": None}


class S3(S):
    pass


class S4(S):
    __slots__ = "single"


class Empty:
    __slots__ = ()


class WithWeak(Empty):
    __slots__ = ("__weakref__",)


class FromInt(int):
    __slots__ = ()


s, s2, s3 = S(1), S2(2), S3(3)
s2.c, s2.dynamic, s3.anything = "c", "d", "e"
print(s.hidden(), vars(s2), s2.c, vars(s3), S2.c.__doc__ if S2.c.__doc__ else "-", S.__slots__, S4.__slots__, sorted(k for k in vars(S) if "hidden" in k or k in "ab"), hasattr(s, "b"), S4(1).hidden(), FromInt(5) + 1)
s.b = "set"
del s.b
print(hasattr(s, "b"), S.a.__get__(s, S), S.a.__set__(s, 9), s.a, type(S.a), repr(S.a), S.a.__name__, S.a.__objclass__ is S)
ref = weakref.ref(WithWeak())


class Switch1:
    __slots__ = ("p", "q")


class Switch2:
    __slots__ = ("p", "q")


class Plain1:
    pass


class Plain2:
    def who(self):
        return "Plain2", vars(self)


w = Switch1()
w.p = 5
w.__class__ = Switch2
p = Plain1()
p.z = 1
p.__class__ = Plain2
print(type(w).__name__, w.p, p.who())
p.__dict__ = {"replaced": True}
print(p.replaced, vars(p), hasattr(p, "z"))
d = p.__dict__
d["via dict"] = 1
d[5] = "int key"
print(getattr(p, "via dict"), d, p.__dict__ is d)
try:
    dir(p)
except TypeError as error:
    print(error)
del p.__dict__
print(vars(p))
big = Plain1()
for n in range(40):
    setattr(big, f"attr{n}", n)
for n in range(0, 40, 2):
    delattr(big, f"attr{n}")
big.attr0 = "back"
print(len(vars(big)), list(vars(big))[:3], list(vars(big))[-1], big.attr39, sum(v for v in vars(big).values() if isinstance(v, int)))
one, two = Plain1(), Plain1()
one.a, one.b = 1, 2
two.b, two.a = 3, 4
print(vars(one), vars(two), one.a, two.a)
for action in (lambda: setattr(s, "new", 1), lambda: s.b, lambda: delattr(s, "b"), lambda: s.__dict__, lambda: weakref.ref(s), lambda: weakref.ref(Empty()), lambda: setattr(w, "__class__", Plain1), lambda: setattr(p, "__class__", Switch1), lambda: setattr(5, "__class__", bool), lambda: setattr(p, "__dict__", []), lambda: type("X", (S, S4), {}), lambda: type("X", (S, type("Y", (), {"__slots__": ("k",)})), {}), lambda: type("X", (S,), {"__slots__": ("a",)})(1).a, lambda: type("X", (), {"__slots__": ("a", 5)}), lambda: type("X", (), {"__slots__": ("a b",)}), lambda: type("X", (), {"__slots__": "__weakref__ __dict__".split() + ["__weakref__"]}), lambda: type("X", (int,), {"__slots__": ("__weakref__",)}), lambda: type("X", (S2,), {"__slots__": ("__dict__",)}), lambda: S.a.__set__(5, 1), lambda: S.a.__get__(p), lambda: S.a.__delete__(s) or s.a, lambda: vars(s), lambda: vars(5), lambda: setattr(Empty(), "x", 1), lambda: Plain1.__dict__.update(a=1), lambda: delattr(Plain1(), "nope"), lambda: Plain1().nope):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
