"""sys.getsizeof: what `__sizeof__` says, and what CPython keeps in front of objects."""

import sys


def sized(result):
    return type("C", (), {"__sizeof__": lambda self: result})()


def message(*args):
    try:
        return sys.getsizeof(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_own_answers():
    assert message(sized(0)) == 32 and message(sized(True)) == 33
    assert message(sized(-1)) == "ValueError: __sizeof__() should return >= 0"
    assert message(sized(-1), 7) == "ValueError: __sizeof__() should return >= 0"
    assert message(sized(2**63)) == "OverflowError: Python int too large to convert to C ssize_t"
    assert message(sized(2**63 - 1)) == 2**63 + 31
    assert message(sized(1.5)) == "TypeError: an integer is required" and message(sized(1.5), 7) == 7
    assert message(type("C", (), {"__sizeof__": None})(), 7) == 7


def test_sizes():
    class Plain:
        pass

    class Slotted:
        __slots__ = ("a", "b")

    class Numbers(list):
        pass

    objects = [1, 1.5, None, (), (1, 2), [], {}, Plain(), Slotted(), Numbers(), ValueError(), int, range(3), slice(1)]
    assert [sys.getsizeof(one) for one in objects] == [28, 24, 16, 48, 64, 56, 64, 48, 48, 72, 88, 416, 48, 56]
    assert [cls.__basicsize__ for cls in (object, int, Plain, Slotted, Numbers, OSError)] == [16, 24, 16, 32, 40, 112]
    assert [cls.__itemsize__ for cls in (object, int, tuple, bytes)] == [0, 4, 8, 1]
