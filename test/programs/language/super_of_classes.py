"""super() in hot code whose object is a class: one class first, then others, changed classes, metaclasses."""


class Base:
    made = 0

    def __new__(cls, n):
        self = super().__new__(cls)
        if n % 3 == 1:
            n = n // 2 + 1
        self.n = n
        return self

    @classmethod
    def named(cls, text):
        return f"{cls.__name__}:{text}"


class Derived(Base):
    def __new__(cls, n):
        self = super().__new__(cls, n + 1)
        self.derived = True
        return self

    @classmethod
    def named(cls, text):
        return super().named(text + "!")


class Further(Derived):
    pass


class Meta(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.label = name.lower()
        return cls

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.by = cls.label
        return made


class WithMeta(metaclass=Meta):
    def __init__(self, n):
        self.n = n


def run(cls, count):
    total = 0
    for i in range(count):
        total += cls(i).n
        total += len(cls.named("x"))
    return total


def make(cls, count):
    return [cls(i).by for i in range(count)][-1]


print(run(Base, 3000))
print(run(Derived, 3000))
print(run(Further, 3000), run(Base, 3000), Further(3).derived)
print(make(WithMeta, 3000))
Other = Meta("Other", (WithMeta,), {})
print(make(Other, 3000), make(WithMeta, 10))
for number in range(300):
    cls = Meta(f"C{number}", (WithMeta,), {})
print(cls.label, cls(1).by)


class Odd(Base):
    pass


def changed(cls, n):
    self = object.__new__(cls)
    self.n = n * 1000
    return self


print(run(Odd, 3000))
Odd.__new__ = staticmethod(changed)
print(run(Odd, 10))
Base.__new__ = staticmethod(changed)
print(run(Base, 10), run(Further, 10))


class Root:
    def __new__(cls, *args):
        return object.__new__(cls)


class Middle(Root):
    def __new__(cls, n):
        self = super().__new__(cls, n)
        self.n = n
        return self


def middles(count):
    return sum(Middle(i).n for i in range(count))


print(middles(3000))
Root.__new__ = staticmethod(lambda cls, n: changed(cls, 1))
print(middles(10))
Middle.__bases__ = (Base,)
print(middles(10), Middle.__mro__[1].__name__)
try:
    Middle.__new__(int, 1)
except TypeError as error:
    print(error)
try:
    Middle.__new__(Base, 1)
except TypeError as error:
    print(error)
