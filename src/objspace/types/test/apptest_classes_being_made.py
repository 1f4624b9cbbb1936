"""Classes while their metaclass says in which order they and their bases come, and dictionaries that cannot be replaced."""

import types


def message(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_no_order_yet():
    seen = []

    class Meta(type):
        def mro(cls):
            seen.append((cls.__mro__, cls.__bases__))
            if cls.__name__ == "A":
                seen.append(message(Meta, "X", (cls,), {}))
            return type.mro(cls)

    A = Meta("A", (), {})
    assert seen[0] == (None, (object,)) and seen[1] == (None, (A,))
    assert seen[2] == "TypeError: Cannot extend an incomplete type 'A'"
    assert A.__mro__ == (A, object)


def test_order_without_the_class():
    class Meta(type):
        def mro(cls):
            return (object,)

    text = "TypeError: super(type, obj): obj (type A) is not an instance or subtype of type (A)."
    assert message(Meta, "A", (), {}) == text


def test_bases_that_are_set_meanwhile_stay():
    class Meta(type):
        def mro(cls):
            nonlocal isReady
            if isReady and cls.__name__ == "C":
                isReady = False
                C.__bases__ = (B2,)
            return type.mro(cls)

    isReady = False
    A = Meta("A", (), {})
    B1, B2, C = Meta("B1", (A,), {}), Meta("B2", (A,), {}), Meta("C", (A,), {})
    isReady = True
    C.__bases__ = (B1,)
    B1.__bases__ = (C,)
    assert (C.__bases__, B1.__bases__, B2.__subclasses__(), C.__subclasses__()) == ((B2,), (C,), [C], [B1])


def test_dictionaries():
    class Base:
        pass

    module = type("Module", (types.ModuleType, Base), {})("name")
    descriptor = Base.__dict__["__dict__"]
    assert message(descriptor.__set__, module, {}) == "AttributeError: readonly attribute"
    assert message(descriptor.__delete__, module) == "AttributeError: readonly attribute"
    error = type("E", (Exception, Base), {})()
    assert message(descriptor.__delete__, error) == "TypeError: cannot delete __dict__"
    assert message(descriptor.__set__, error, {}) is None
