"""isinstance by Python functions of metaclasses, in hot code, while classes, metaclasses and what they ask change."""

import abc
import sys
import traceback
from inspect import getattr_static
from typing import Protocol, runtime_checkable


class Answer:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        if self.value is None:
            raise ValueError("no answer")
        return self.value


class Meta(type):
    calls = 0
    answer = True

    def __instancecheck__(cls, instance):
        Meta.calls += 1
        if isinstance(instance, str) and instance == "raise":
            raise LookupError(instance)
        return Meta.answer


class Checked(metaclass=Meta):
    pass


class Other(metaclass=Meta):
    pass


def count(things):
    found = 0
    for thing in things:
        if isinstance(thing, Checked):
            found += 1
    return found


def answers():
    things = [1, "a", None, Checked(), 2.5]
    for answer in (True, False, 1, 0, "", "yes", [], None, Answer(True), Answer(False)):
        Meta.answer = answer
        Meta.calls = 0
        print(repr(answer) if not isinstance(answer, Answer) else answer.value, count(things * 200), Meta.calls)
    Meta.answer = Answer(None)
    for thing in (3, Checked()):
        try:
            print(count([thing]))
        except ValueError as error:
            print("ValueError", error, [entry.name for entry in traceback.extract_tb(error.__traceback__)])
    Meta.answer = False
    try:
        count(["x"] * 300 + ["raise"])
    except LookupError as error:
        print("LookupError", error, [entry.name for entry in traceback.extract_tb(error.__traceback__)])


def replaced():
    things = list(range(500))
    print(count(things))
    Meta.__instancecheck__ = lambda cls, instance: instance % 2
    print(count(things))
    Meta.__instancecheck__ = classmethod(lambda meta, instance: (meta.__name__, instance % 5 == 0)[1])
    print(count(things))
    del Meta.__instancecheck__
    print(count(things), count([Checked(), Other()]))

    class Third(type):
        def __instancecheck__(cls, instance):
            return instance > 400

    Checked.__class__ = Third
    print(count(things))


def seen_by_frames():
    class Looking(type):
        def __instancecheck__(cls, instance):
            return sys._getframe(1).f_locals["number"] == instance

    class Looked(metaclass=Looking):
        pass

    def look(numbers):
        found = 0
        for number in numbers:
            if isinstance(number // 2 * 2, Looked):
                found += number
        return found

    print([look(range(300)) for _ in range(5)])


class Base(abc.ABC):
    @abc.abstractmethod
    def run(self): ...


class Plain:
    pass


class Derived(Base):
    def run(self):
        pass


def is_base(things):
    return [isinstance(thing, Base) for thing in things]


def registered():
    things = [Plain(), Derived(), 3]
    for _ in range(300):
        before = is_base(things)
    Base.register(Plain)
    after = [is_base(things) for _ in range(300)][-1]
    Base.register(int)
    print(before, after, is_base(things))
    asked = abc._abc_instancecheck
    try:
        abc._abc_instancecheck = lambda cls, instance: instance is things
        print([is_base(things + [4]) for _ in range(300)][-1], isinstance(things, Base))
    finally:
        abc._abc_instancecheck = asked
    print([is_base(things) for _ in range(300)][-1])
    abc.ABCMeta.__instancecheck__, old = (lambda cls, instance: False), abc.ABCMeta.__instancecheck__
    print([is_base(things) for _ in range(300)][-1])
    abc.ABCMeta.__instancecheck__ = old
    print([is_base(things) for _ in range(300)][-1])


@runtime_checkable
class Named(Protocol):
    name: str

    def call(self): ...


class WithSlots:
    __slots__ = ("name",)

    def call(self): ...


class WithDict:
    def call(self): ...


class Strange:
    def __getattr__(self, name):
        return name

    def __getattribute__(self, name):
        return object.__getattribute__(self, name if name.startswith("__") else "own_" + name)


def protocols():
    filled = WithSlots()
    filled.name = "slot"
    named = WithDict()
    named.name = "dict"
    things = [filled, WithSlots(), named, WithDict(), "text", 7, None, int, Named, Strange()]
    counts = [0] * len(things)
    for _ in range(300):
        for index, thing in enumerate(things):
            counts[index] += isinstance(thing, Named)
    print(counts)
    WithDict.name = None
    print([isinstance(thing, Named) for thing in things])
    del WithDict.call
    print([isinstance(thing, Named) for thing in things])
    for thing in things[:5]:
        print(type(getattr_static(thing, "name", "none")).__name__, end=" ")
    print()


answers()
replaced()
seen_by_frames()
registered()
protocols()
