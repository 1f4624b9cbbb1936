"""Binary, unary and in-place operators: reflected methods, subclasses first, NotImplemented, every operator."""

OPERATORS = "add sub mul truediv floordiv mod pow matmul and or xor lshift rshift divmod".split()


class Left:
    pass


class Right:
    pass


def recorder(kind, name, answer):
    def method(self, other, *rest):
        log.append(f"{kind}.{name}{rest or ''}")
        return answer

    return method


log = []
for op in OPERATORS:
    setattr(Left, f"__{op}__", recorder("L", op, NotImplemented))
    setattr(Left, f"__i{op}__", recorder("L", "i" + op, NotImplemented))
    setattr(Right, f"__r{op}__", recorder("R", "r" + op, f"r{op}"))
for name in ("neg", "pos", "invert", "abs"):
    setattr(Left, f"__{name}__", lambda self, name=name: name)
l, r = Left(), Right()
print(l + r, l - r, l * r, l / r, l // r, l % r, l**r, l @ r, l & r, l | r, l ^ r, l << r, l >> r, divmod(l, r), pow(l, r))
print(log)
log.clear()
for symbol in "+ - * / // % ** @ & | ^ << >>".split():
    space = {"x": l, "r": r}
    exec(f"x {symbol}= r", space)
    print(symbol, space["x"], log)
    log.clear()
print(-l, +l, ~l, abs(l))


class Base:
    def __add__(self, other):
        return "Base.add"

    def __radd__(self, other):
        return "Base.radd"

    def __eq__(self, other):
        return "Base.eq"


class Same(Base):
    pass


class Over(Base):
    def __radd__(self, other):
        return "Over.radd"

    def __eq__(self, other):
        return "Over.eq"


print(Base() + Same(), Base() + Over(), Over() + Base(), 1 + Base(), Base() + 1, Base() == Over(), Base() == Same(), 5 == Over(), Base() != Base())


class Vector:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y) if isinstance(other, Vector) else NotImplemented

    def __mul__(self, k):
        return Vector(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __neg__(self):
        return -1 * self

    def __bool__(self):
        return bool(self.x or self.y)

    def __iadd__(self, other):
        self.x += other.x
        self.y += other.y
        return self

    def __pow__(self, n, mod=None):
        return ("pow", n, mod)

    def __rpow__(self, n, mod=None):
        return ("rpow", n, mod)

    def __round__(self, digits=None):
        return ("round", digits)

    def __trunc__(self):
        return "trunc"

    def __floor__(self):
        return "floor"

    def __divmod__(self, other):
        return "dm"

    def __repr__(self):
        return f"<{self.x} {self.y}>"


v = w = Vector(1, 2)
v += Vector(10, 10)
v *= 2
print(v, w, 3 * w, -w, w @ w, bool(Vector(0, 0)), w**2, 2**w, pow(w, 2, 5), pow(2, w), round(w), round(w, 3), divmod(w, 1), sum([w, w], Vector(0, 0)))
import math
print(math.trunc(w), math.floor(w))
x = [1]
y = x
x += (2,)
x = x + [3]
print(x, y)
s = "a"
s += "b"
s *= 2
n = 7
n //= 2
n **= 3
n <<= 2
n |= 1
n ^= 0b101
n %= 50
n &= 0x1E
n -= 1
n /= 4
print(s, n, not [], not not {}, 1 or 1 / 0, 0 and 1 / 0, [] or {} or "last", 1 and [] and 3, -2**2, (-2) ** 2, 2**-1, 2**3**2, not 1 + 1, 1 + -+-~1, 5 if not () else 6, 1 if [] else 2 if {} else 3)
print(7 & 3 == 3, 1 | 2 ^ 3 & 4, 1 << 2 + 1, -7 // 2 * 2 + -7 % 2, 10 - 2 - 3, 2 * 3 % 4, "x" "y" * 2, [1] * 2 + [2], not True is False, 1 in [1] is True, ~-1, 3 - -3, 0x10 + 0o10 + 0b10)


class Attr:
    pass


at = Attr()
at.n = 1
at.n += 1
li = [0, [1]]
li[0] += 5
li[1][0] <<= 4
di = {"k": [1]}
di["k"] += [2]
print(at.n, li, di)


def effect(x):
    print(f"({x})", end=" ")
    return x


print(effect(1) + effect(2) * effect(3), effect(2) ** effect(3), [effect(i) for i in (1, 2)][effect(0)], {effect("k"): effect("v")}, effect(len)(effect("abc")), effect(1) if effect(0) else effect(2))
container = [0, 0]
container[effect(1)] = effect("value")
container[effect(0)] += effect(4)
print(container)


class Bad:
    __add__ = None

    def __len__(self):
        return -1

    def __bool__(self):
        return 5

    def __index__(self):
        return "x"

    def __contains__(self, item):
        return "non-empty"

    __hash__ = None
    __iter__ = None
    __call__ = None


bad = Bad()
print(1 in bad)
for action in (lambda: bad + 1, lambda: 1 + bad, lambda: len(bad), lambda: bool(bad), lambda: [1][bad], lambda: hash(bad), lambda: iter(bad), lambda: bad(), lambda: [*bad], lambda: l + 1, lambda: 1 + l, lambda: l ** 2, lambda: pow(l, 1, 2), lambda: divmod(1, l), lambda: -r, lambda: ~r, lambda: abs(r), lambda: r @ r, lambda: r // 1, lambda: r >> "a", lambda: None + 1, lambda: [] - [], lambda: {} | 1, lambda: "a" % 5, lambda: 2 ** "a", lambda: print + 1, lambda: 1 @ 1, lambda: 1 in 1, lambda: 5 is not 5.0, lambda: -"x", lambda: +[], lambda: ~1.5, lambda: 1 << 1.0, lambda: 3 & "a", lambda: round("x"), lambda: abs("x"), lambda: v ** v, lambda: v + 1, lambda: v["x"], lambda: operator):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("x = None; x += 1", "x = []; x -= 1", "x = 'a'; x /= 2", "x = {}; x **= 2", "x = 1; x @= 1", "x = 1; x >>= 'a'", "x = (); x %= 1", "x = None; x //= 1", "x = 1; x &= None", "del undefined_name", "x = 5; x.y += 1", "x = 5; x[0] += 1", "x = []; x[0] += 1"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
