"""What builtin functions make of special methods that cannot be had: descriptors that raise, None, and what is no method."""

import copy
import io
import itertools
import math
import operator
import os


def unavailable(kind):
    def get(self):
        raise kind("unavailable")

    return property(get)


def made(**names):
    return type("C", (), names)()


def message(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def test_attribute_error_means_none_to_some():
    gone = unavailable(AttributeError)
    assert message(round, made(__round__=gone)) == "TypeError: type C doesn't define __round__ method"
    assert message(math.trunc, made(__trunc__=gone)) == "TypeError: type C doesn't define __trunc__ method"
    assert message(math.floor, made(__floor__=gone)) == "TypeError: must be real number, not C"
    assert message(aiter, made(__aiter__=gone)) == "AttributeError: object C does not have __aiter__ method"
    assert message(round, made(__round__=unavailable(ValueError))) == "ValueError: unavailable"
    assert type(copy.copy(made(__reduce__=gone))).__name__ == "C"


def test_any_error_means_none_to_others():
    for kind in (AttributeError, ValueError, TypeError):
        path = made(__fspath__=unavailable(kind))
        assert message(os.fspath, path) == "TypeError: expected str, bytes or os.PathLike object, not C"
        assert message(open, path) == "TypeError: expected str, bytes or os.PathLike object, not C"
        text = "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'C'"
        assert message(lambda: b"%b" % made(__bytes__=unavailable(kind))) == text
    assert message(io.FileIO, made(__fspath__=None)) == "TypeError: expected str, bytes or os.PathLike object, not C"


def test_type_errors_are_replaced():
    broken = made(__iter__=unavailable(TypeError))
    assert message(operator.indexOf, broken, 1) == "TypeError: argument of type 'C' is not iterable"
    assert message(operator.countOf, broken, 1) == "TypeError: argument of type 'C' is not iterable"
    assert message(b"".join, broken) == "TypeError: can only join an iterable"
    assert message([1].__setitem__, slice(0, 1), broken) == "TypeError: must assign iterable to extended slice"
    assert message(operator.indexOf, made(__iter__=unavailable(ValueError)), 1) == "ValueError: unavailable"
    text = "TypeError: %c requires an int or a unicode character, not"
    assert message(lambda: "%c" % made(__index__=None)).startswith(text)
    stop = "ValueError: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
    assert message(itertools.islice, [], made(__index__=unavailable(AttributeError))) == stop


def test_get_is_called_as_it_is():
    class Owner:
        static = made(__get__=staticmethod(lambda *args: args))
        bound = made(__get__=classmethod(lambda cls, *args: args))

    thing = Owner()
    assert thing.static[1:] == (thing, Owner) and Owner.static[1:] == (None, Owner)
    assert message(lambda: thing.bound) == "TypeError: 'classmethod' object is not callable"


def test_texts_of_own_classes():
    class Text(str):
        pass

    shown = made(__str__=lambda self: Text("ab"), __format__=lambda self, spec: Text("cd"))
    assert [type("%s" % shown), type("%s." % shown), type("%5s" % shown)] == [Text, str, str]
    assert [type("{}".format(shown)), type("{}.".format(shown)), type(f"{shown}")] == [Text, str, Text]


def test_annotations_are_bound():
    class A:
        __annotations__ = staticmethod(len)

    assert A.__annotations__ is len
    assert dir(made(__dict__=3))
