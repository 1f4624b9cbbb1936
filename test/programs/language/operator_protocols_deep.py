"""Operators as protocols: reflected and in-place methods, priority of subclasses, comparisons, indexing, truth, containment, calls."""
import operator
from functools import total_ordering


class Logged:
    log = []

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def spy(name, answer=NotImplemented):
    def method(self, *others):
        Logged.log.append(f"{self}.{name}({', '.join(map(repr, others))})")
        return answer

    return method


class Left(Logged):
    __add__ = spy("add")
    __radd__ = spy("radd", "left radd")
    __lt__ = spy("lt")
    __eq__ = spy("eq")
    __hash__ = None


class Right(Logged):
    __add__ = spy("add")
    __radd__ = spy("radd")
    __gt__ = spy("gt", "right gt")
    __eq__ = spy("eq")


class Sub(Left):
    __radd__ = spy("sub radd", "sub wins")
    __gt__ = spy("sub gt", "reflected first")


def show(title, action):
    Logged.log.clear()
    try:
        result = action()
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(f"{title:22} {result!r:45} {' '.join(Logged.log)}")


a, b, s, l2 = Left("a"), Right("b"), Sub("s"), Left("l")
show("a + b", lambda: a + b)
show("b + a", lambda: b + a)
show("a + s (subclass)", lambda: a + s)
show("s + a", lambda: s + a)
show("a + l (same type)", lambda: a + l2)
show("1 + a", lambda: 1 + a)
show("1 + b", lambda: 1 + b)
show("a < b", lambda: a < b)
show("a < s", lambda: a < s)
show("a < l", lambda: a < l2)
show("a == b", lambda: a == b)
show("a != b", lambda: a != b)
show("a in [b, a]", lambda: a in [b, a])
show("hash(a)", lambda: hash(a))
show("sum([b], a)", lambda: sum([b], start=a))


class Money:
    """In-place methods may give a new object; a missing one falls back to the binary one."""

    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        return Money(self.cents + other.cents) if isinstance(other, Money) else NotImplemented

    def __imul__(self, n):
        self.cents *= n
        return self

    def __isub__(self, other):
        return "replaced"

    def __pow__(self, n, modulo=None):
        return self.cents, n, modulo

    def __rpow__(self, base, modulo=None):
        return "rpow", base, modulo

    def __divmod__(self, n):
        q, r = divmod(self.cents, n)
        return Money(q), Money(r)

    def __matmul__(self, rate):
        return f"{self.cents}@{rate}"

    def __neg__(self):
        return Money(-self.cents)

    def __invert__(self):
        return ~self.cents

    def __index__(self):
        return self.cents

    def __round__(self, digits=None):
        return f"round to {digits}"

    def __trunc__(self):
        return "trunc"

    def __repr__(self):
        return f"${self.cents}"


m = n = Money(5)
m += Money(2)
print(m, n, m is n)
m = n
m *= 3
print(m, m is n, divmod(m, 4), pow(m, 2), pow(m, 2, 7), 2**m, m @ 0.5, -m, ~m)
m -= 1
print(m, round(n), round(n, 2), hex(n), [*range(20)][n], "x" * n, operator.index(n), bin(n))
import math  # noqa: E402

print(math.trunc(n), math.floor(Money(3)))
for text in "n + 1", "1 + n", "n * 2", "n / 2", "float(n)", "n < n", "+n", "abs(n)", "n[0]", "n()", "len(n)", "iter(n)", "1 in n", "with_(n)":
    try:
        print(text, eval(text, {"n": n, "with_": lambda x: x.__enter__()}))
    except Exception as error:
        print(f"{text:10} {type(error).__name__}: {error}")
for text in "n *= 'x'", "n -= 1; n += 1", "n @= 2", "n //= 2", "n.x[0] += 1", "del n[0]", "n[0] = 1":
    try:
        scope = {"n": Money(2)}
        exec(text, scope)
        print(text, scope["n"])
    except Exception as error:
        print(f"{text:16} {type(error).__name__}: {error}")


@total_ordering
class Grade:
    ORDER = "FEDCBA"

    def __init__(self, letter):
        self.letter = letter

    def __eq__(self, other):
        return self.letter == other.letter if isinstance(other, Grade) else NotImplemented

    def __lt__(self, other):
        return self.ORDER.index(self.letter) < self.ORDER.index(other.letter) if isinstance(other, Grade) else NotImplemented


print(Grade("A") > Grade("B"), Grade("C") >= Grade("C"), Grade("A") <= Grade("E"), Grade("A") == "A", Grade("A").__lt__(1))
try:
    Grade("A") >= 1
except TypeError as error:
    print(error)


class Sized:
    def __init__(self, answer):
        self.answer = answer

    def __len__(self):
        return self.answer


class Truthy(Sized):
    def __bool__(self):
        return self.answer


for cls, answer in [(Sized, 0), (Sized, 3), (Sized, -1), (Sized, "x"), (Sized, 2.0), (Sized, 1 << 70), (Truthy, True), (Truthy, 1), (Truthy, None)]:
    try:
        print(cls.__name__, answer, bool(cls(answer)))
    except Exception as error:
        print(cls.__name__, answer, f"{type(error).__name__}: {error}")


class Chain:
    def __init__(self, *parts):
        self.parts = parts

    def __getattr__(self, name):
        return Chain(*self.parts, name)

    def __getitem__(self, key):
        return Chain(*self.parts, key)

    def __call__(self, *args, **kwargs):
        return ".".join(map(str, self.parts)), args, kwargs

    def __contains__(self, item):
        return item in self.parts

    def __class_getitem__(cls, item):
        return f"{cls.__name__}<{item}>"


c = Chain()
print(c.a.b[1:2, ...].c(3, k=4), c[1, 2]["x"](), "a" in c.a.b, Chain[int, str], c[*(1, 2), 3](), c[()]())
