# `__get__` in Python runs in a frame like any call: hot, deep, raising, replaced while a site uses it.
import enum
import sys
import functools


class Colour(enum.Enum):
    RED = 1
    GREEN = "g"

    @property
    def label(self):
        return f"{self.name}={self.value}"


print([(c.name, c.value, c.label) for c in Colour for _ in range(40)][::40])


class Field:
    def __init__(self, default):
        self.default = default
        self.asked = 0

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        self.asked += 1
        if instance is None:
            return self
        if self.default == "raise":
            raise AttributeError(f"{owner.__name__}.{self.name}")
        if self.default == "deep":
            return instance.deep
        return (self.default, owner.__name__, sys._getframe(1).f_code.co_name)


class Data(Field):
    def __set__(self, instance, value):
        print("set", value)


class Model:
    plain = Field(1)
    data = Data(2)
    wrong = Field("raise")
    deep = Field("deep")

    @functools.cached_property
    def cached(self):
        print("computed")
        return 42


class Derived(Model):
    pass


class Fallback(Model):
    def __getattr__(self, name):
        return f"fallback {name}"


def read(object):
    return object.plain, object.data, object.cached


def repeat(action, *args):
    found = []
    for _ in range(200):
        try:
            result = action(*args)
        except Exception as error:
            result = f"{type(error).__name__}: {error}"[:60]
        if result not in found:
            found.append(result)
    return found


for cls in (Model, Derived, Fallback):
    object = cls()
    print(repeat(read, object))
    print(repeat(lambda: object.wrong), repeat(lambda: object.deep))
    object.plain = "own"
    object.data = "own"
    object.__dict__["data"] = "hidden"
    print(repeat(read, object))
    del object.plain
    print(repeat(read, object))
print(Model.__dict__["plain"].asked > 1000, Model.plain is Model.__dict__["plain"])

object = Model()
object.plain = 5
Field.__set__ = lambda self, instance, value: print("now a data descriptor", value)
print(repeat(read, Model()))
object.plain = 6
del Field.__set__
Field.__get__ = lambda self, instance, owner: ("replaced", self.name)
print(repeat(read, Derived()), repeat(lambda: Model.plain))
del Field.__get__
print(repeat(lambda: type(Derived().plain).__name__))
Data.__get__ = 5
print(repeat(lambda: Derived().data))


class Getter:
    __get__ = print

    def __repr__(self):
        return "a getter"


class Odd:
    attribute = Getter()

    def __repr__(self):
        return "odd"


print(Odd().attribute, Odd.attribute)


class Traced:
    def __get__(self, instance, owner):
        raise ValueError("from the descriptor")


class User:
    traced = Traced()


def use():
    return User().traced


import traceback

for _ in range(3):
    try:
        use()
    except ValueError as error:
        print([(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)])
