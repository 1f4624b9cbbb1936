"""isinstance and issubclass with abstract classes in hot code: what they remember, and when it no longer holds."""
import abc
import collections.abc
import sys


class Plain:
    pass


class Claims:
    @property
    def __class__(self):
        return dict


class Registered:
    pass


class Sized(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return True if "size" in other.__dict__ else NotImplemented


class HasSize:
    size = 1


def count(items, cls):
    n = 0
    for item in items:
        if isinstance(item, cls):
            n += 1
    return n


def below(items, cls):
    n = 0
    for item in items:
        if issubclass(type(item), cls):
            n += 1
    return n


def fixed(items):
    n = 0
    for item in items:
        if isinstance(item, collections.abc.Mapping):
            n += 1
        if isinstance(item, (collections.abc.Sequence, int)):
            n += 10
        if isinstance(item, Sized):
            n += 1000
    return n


items = [1, {}, [], "x", (), Plain(), Claims(), HasSize(), Registered(), None, 2.5, dict, set()]
for round in range(60):
    answer = fixed(items), count(items, collections.abc.Hashable), below(items, collections.abc.Iterable), below(items, Sized)
    if round % 20 == 0:
        print(answer)
    if round == 30:
        collections.abc.Mapping.register(Registered)
    if round == 45:
        Sized.register(Plain)
print(answer)


class Meta(abc.ABCMeta):
    calls = 0

    def __instancecheck__(cls, instance):
        Meta.calls += 1
        return super().__instancecheck__(instance)


class Counted(metaclass=Meta):
    pass


print(count([Counted(), 1, "x"] * 50, Counted), Meta.calls)


class Asks(type):
    def __instancecheck__(cls, instance):
        return asked(cls, instance)

    def __subclasscheck__(cls, other):
        return asked(cls, other)


def asked(cls, other):
    return "yes" if other in (1, int) else []


class Odd(metaclass=Asks):
    pass


print(count([1, 2, 3] * 60, Odd), below([1, "x"] * 60, Odd))

# The function that abc.py asks is another one.
original = abc._abc_instancecheck
for round in range(40):
    if round == 20:
        abc._abc_instancecheck = lambda cls, instance: True
    n = count([1, {}], collections.abc.MutableSequence)
    if round in (0, 19, 20, 39):
        print(n)
abc._abc_instancecheck = original
print(count([1, [], {}], collections.abc.MutableSequence))

# Its code is another one.
method = abc.ABCMeta.__instancecheck__
code = method.__code__
for round in range(40):
    if round == 20:
        def replaced(cls, instance):
            return instance is None
        method.__code__ = replaced.__code__
    n = count([1, {}, None], collections.abc.Set)
    if round in (0, 19, 20, 39):
        print(n)
method.__code__ = code

# Who observes calls sees those of abc.py.
events = []


def profile(frame, event, arg):
    if event == "call":
        events.append(frame.f_code.co_name)


for round in range(30):
    if round == 29:
        sys.setprofile(profile)
    n = isinstance({}, collections.abc.Mapping)
sys.setprofile(None)
print(n, events)


class Raises(abc.ABCMeta):
    def __getattribute__(cls, name):
        if name == "_abc_impl":
            raise ValueError("no impl")
        return super().__getattribute__(name)


class Hidden(metaclass=Raises):
    pass


for item in [collections.abc.Mapping, 3, Hidden] * 20:
    try:
        answer = isinstance(1, item), issubclass(int, item)
    except (TypeError, ValueError) as error:
        answer = repr(error)
print(answer)
for round in range(20):
    try:
        issubclass(round, collections.abc.Mapping)
    except TypeError as error:
        answer = error
print(answer)
