"""Abstract base classes: registration, caches, abstract methods."""

import abc
import _abc

from apptest_checks import check_scenario, say


class Base(metaclass=abc.ABCMeta):
    pass


def test_registered():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        class B:
            pass
        before = (issubclass(B, A), isinstance(B(), A))
        return (before, A.register(B) is B, issubclass(B, A), isinstance(B(), A))

    check_scenario(scenario, 'returns ((False, False), True, True, True)')


def test_register_instance():
    def scenario():
        Base.register(1)

    check_scenario(scenario, 'TypeError: Can only register classes')


def test_register_circle():
    def scenario():
        class A(Base):
            pass
        A.register(Base)

    check_scenario(scenario, 'RuntimeError: Refusing to create an inheritance cycle')


def test_register_itself():
    def scenario():
        return Base.register(Base) is Base

    check_scenario(scenario, 'returns True')


def test_register_subclass():
    def scenario():
        class A(Base):
            pass
        return Base.register(A) is A

    check_scenario(scenario, 'returns True')


def test_register_as_decorator():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        @A.register
        class B:
            pass
        return issubclass(B, A)

    check_scenario(scenario, 'returns True')


def test_registered_with_base():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        class B(A):
            pass
        B.register(int)
        return (issubclass(int, A), issubclass(bool, A), isinstance(1, A), isinstance('', A))

    check_scenario(scenario, 'returns (True, True, True, False)')


def test_negative_cache_is_dropped():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        before = isinstance(1, A)
        A.register(int)
        return (before, isinstance(1, A))

    check_scenario(scenario, 'returns (False, True)')


def test_subclass_hook():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @classmethod
            def __subclasshook__(cls, other):
                return hasattr(other, 'marker') or NotImplemented
        class B:
            marker = 1
        class C:
            pass
        return (issubclass(B, A), issubclass(C, A), isinstance(B(), A))

    check_scenario(scenario, 'returns (True, False, True)')


def test_hook_gives_int():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @classmethod
            def __subclasshook__(cls, other):
                return 1
        issubclass(int, A)

    check_scenario(scenario, 'AssertionError: __subclasshook__ must return either False, True, or NotImplemented')


def test_subclass_of_int_value():
    def scenario():
        issubclass(1, Base)

    check_scenario(scenario, 'TypeError: issubclass() arg 1 must be a class')


def test_abstract_method():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @abc.abstractmethod
            def m(self):
                pass
        A()

    check_scenario(scenario, "TypeError: Can't instantiate abstract class A without an implementation for abstract method 'm'")


def test_abstract_methods():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @abc.abstractmethod
            def m(self):
                pass

            @abc.abstractmethod
            def n(self):
                pass
        say(sorted(A.__abstractmethods__))
        A()

    check_scenario(scenario,
        "['m', 'n']",
        "TypeError: Can't instantiate abstract class A without an implementation for abstract methods 'm', 'n'",
    )


def test_abstract_methods_implemented():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @abc.abstractmethod
            def m(self):
                pass
        class B(A):

            def m(self):
                return 5
        return (B().m(), B.__abstractmethods__)

    check_scenario(scenario, 'returns (5, frozenset())')


def test_abstract_property():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @property
            @abc.abstractmethod
            def p(self):
                pass
        class B(A):
            p = 3
        say(B().p)
        A()

    check_scenario(scenario,
        '3',
        "TypeError: Can't instantiate abstract class A without an implementation for abstract method 'p'",
    )


def test_abstract_by_update():
    def scenario():
        class A(metaclass=abc.ABCMeta):

            @abc.abstractmethod
            def m(self):
                pass
        class B(A):
            pass
        B.m = lambda self: 3
        abc.update_abstractmethods(B)
        return B().m()

    check_scenario(scenario, 'returns 3')


def test_cache_token():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        before = abc.get_cache_token()
        A.register(int)
        return abc.get_cache_token() - before

    check_scenario(scenario, 'returns 1')


def test_isinstance_by_class_attribute():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        class B(A):
            pass
        class Fake:
            __class__ = B
        return isinstance(Fake(), A)

    check_scenario(scenario, 'returns True')


def test_new_style_flag():
    def scenario():
        return (hasattr(Base, '_abc_impl'), type(Base._abc_impl).__name__, repr(type(Base._abc_impl)))

    check_scenario(scenario, 'returns (True, \'_abc_data\', "<class \'_abc._abc_data\'>")')


def test_dump():
    def scenario():
        class A(metaclass=abc.ABCMeta):
            pass
        isinstance(1, A)
        A.register(str)
        registry, _, _, _ = _abc._get_dump(A)
        return len(registry)

    check_scenario(scenario, 'returns 1')


def test_without_initialisation():
    def scenario():
        _abc._abc_register(int, str)

    check_scenario(scenario, "AttributeError: type object 'int' has no attribute '_abc_impl'")


def test_pattern_flags():
    from collections.abc import Collection, Mapping, Sequence

    def both():
        class Both(Collection):
            __abc_tpflags__ = Sequence.__flags__ | Mapping.__flags__

    check_scenario(both, 'TypeError: __abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING')

    def no_number():
        class Named(Collection):
            __abc_tpflags__ = 'sequence'

        return '__abc_tpflags__' in vars(Named)

    check_scenario(no_number, 'returns False')
