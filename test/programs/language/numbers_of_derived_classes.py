"""Where float and int are wanted, CPython takes the value of a float's subclass without asking its __float__; bytes are shown plainly; who is asked in what order."""
import cmath
import math
import struct
from array import array


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class F(float):
    def __float__(self):
        raise ValueError("__float__")

    def __int__(self):
        raise ValueError("__int__")


class I(int):
    def __float__(self):
        raise ValueError("__float__")

    def __int__(self):
        raise ValueError("__int__")

    def __index__(self):
        raise ValueError("__index__")


for form in ("%.1f", "%g", "%d", "%i", "%x", "%c", "%s", "%e", "%5.2f"):
    for value in (F(2.5), I(65)):
        show(lambda: form % value)
        show(lambda: form.encode() % value)
for spec in ("f", "g", "d", "x", "e", "E", "n", "%", "b", ".1f"):
    for value in (F(2.5), I(65)):
        show(lambda: format(value, spec))
for function in (
    math.sqrt, math.floor, math.isnan, math.log, math.hypot, math.ldexp, cmath.sqrt, int, float, complex,
    lambda v: complex(v, 1), lambda v: complex(1, v), lambda v: struct.pack("d", v), lambda v: struct.pack("i", v),
    lambda v: array("d", [v]), lambda v: array("i", [v]), lambda v: 2.0**v, lambda v: 1.5 + v, lambda v: divmod(7.5, v),
    lambda v: math.fsum([v]), lambda v: sum([v, 0.5]), lambda v: sum([0.5, v]), lambda v: math.dist([v], [1]),
    lambda v: v == 2.5, lambda v: v < 1.5, lambda v: round(2.5, v), lambda v: float.fromhex("1") + v,
):  # fmt: skip
    show(lambda: function(F(2.5)))
    show(lambda: function(I(5)))


class B(bytes):
    def __repr__(self):
        raise IndexError("repr")


class S(str):
    def __repr__(self):
        raise IndexError("repr")


for convert in (int, float, complex):
    show(lambda: convert(B(b"xx")))
    show(lambda: convert(S("xx")))
show(lambda: int(B(b"xx"), 16))

# Too many arguments of constructors, by position and by name.
for builtin in (int, str, complex, float, enumerate, bytes, bool):

    class Derived(builtin if builtin is not bool else int):
        pass

    for cls in (builtin, Derived):
        show(lambda: cls(1, 2, 3, 4))
        show(lambda: cls(x=1, y=2, z=3))
        show(lambda: cls(x=1, y=2, z=3, u=4))
        show(lambda: cls(1, x=1, y=2, z=3, u=4))


class T(str):
    def __len__(self):
        print("len")
        return 0


print(list(reversed(T("abc"))))
at_end = reversed(T("abc"))
print(at_end.__length_hint__(), list(at_end), at_end.__length_hint__())


class Asked:
    def __getattribute__(self, name):
        print("asked", name)
        if name == "__reduce__" and refused:
            raise refused
        return object.__getattribute__(self, name)


for refused in (None, AttributeError("refused"), ValueError("refused")):
    for protocol in (0, 2):
        show(lambda: Asked().__reduce_ex__(protocol)[1:])
