"""Results and errors of wrong arguments, in the order in which they are looked at; found by tools/fuzz-programs.ts."""

import bisect
import copy
import heapq
import itertools
import operator
import os
import re
import struct
import sys
import time
import types
import typing

from apptest_checks import check_rows


class Plain:
    def __init__(self, *args, **kwargs):
        self.alpha = 1
        self.__dict__.update(kwargs)


class SubStr(str):
    pass


class Metaclass(Plain, type):
    pass


def removed(sequence, key):
    del sequence[key]


def unpacked(value):
    first, *rest = value
    return rest


def added(value):
    value += value
    return value


NAMES = dict(globals())


def test_results():
    check_rows([
        ('struct.unpack_from()', 'TypeError: unpack_from() takes at least 1 positional argument (0 given)'),
        ('[*(int|str)]', 'TypeError: Value after * must be an iterable, not typing.Union'),
        ('bisect.bisect({0, 8, 16}, 1)', "TypeError: 'set' object does not support indexing"),
        ('str(*[None]*3)', "TypeError: str() argument 'encoding' must be str, not NoneType"),
        ("str(b'', None)", "TypeError: str() argument 'encoding' must be str, not NoneType"),
        ("str(b'', 'a', None)", "TypeError: str() argument 'errors' must be str, not NoneType"),
        ('heapq.heappush(None, set())', 'TypeError: heappush() argument 1 must be list, not None'),
        ("memoryview(b'abc').index(1, b'')", 'TypeError: slice indices must be integers or have an __index__ method'),
        ("memoryview(b'abc').index(1, 2, b'')", 'TypeError: slice indices must be integers or have an __index__ method'),
        ('(-0.0-0j) ** 1', '-0j'),
        ('pow(-0.0-0j, 1)', '-0j'),
        ("bytes(None, (1+2j), ['a', 'b'])", "TypeError: bytes() argument 'encoding' must be str, not complex"),
        ("bytearray(None, (1+2j), ['a', 'b'])", "TypeError: bytearray() argument 'encoding' must be str, not complex"),
        ("b''.decode((1+2j), ['a', 'b'])", "TypeError: decode() argument 'encoding' must be str, not complex"),
        ("bytearray().decode((1+2j), ['a', 'b'])", "TypeError: decode() argument 'encoding' must be str, not complex"),
        ('float.__getformat__(None)', 'TypeError: __getformat__() argument must be str, not None'),
        ('(1.0).__format__(None)', 'TypeError: __format__() argument must be str, not None'),
        ('(1j).__format__(None)', 'TypeError: __format__() argument must be str, not None'),
        ('(1).__format__(None)', 'TypeError: __format__() argument must be str, not None'),
        ("''.__format__(None)", 'TypeError: __format__() argument must be str, not None'),
        ('True.__format__(None)', 'TypeError: __format__() argument must be str, not None'),
        ('object().__format__(None)', 'TypeError: __format__() argument must be str, not None'),
        ("b'abc'.center(5, None)", 'TypeError: center() argument 2 must be a byte string of length 1, not None'),
        ("b'abc'.ljust(5, None)", 'TypeError: ljust() argument 2 must be a byte string of length 1, not None'),
        ("bytearray(b'abc').rjust(5, None)", 'TypeError: rjust() argument 2 must be a byte string of length 1, not None'),
        ("'abc'.center(5, None)", 'TypeError: The fill character must be a unicode character, not NoneType'),
        ("compile(tuple, 2**31, {'a': 1, 'b': 2}, 2.5)", 'TypeError: expected str, bytes or os.PathLike object, not int'),
        ("compile('', 2**31, 'exec', 2.5)", 'TypeError: expected str, bytes or os.PathLike object, not int'),
        ("compile('', '', 3, 2.5)", "TypeError: compile() argument 'mode' must be str, not int"),
        ("b'ab'.count(None, {1})", 'TypeError: slice indices must be integers or None or have an __index__ method'),
        ("itertools.combinations((lambda: 5), SubStr('abc'))", "TypeError: 'SubStr' object cannot be interpreted as an integer"),
        ("itertools.combinations_with_replacement((lambda: 5), SubStr('abc'))", "TypeError: 'SubStr' object cannot be interpreted as an integer"),
        ("operator.delitem(operator.attrgetter('a'), 3)", "TypeError: 'operator.attrgetter' object doesn't support item deletion"),
        ('operator.length_hint({}, list[int])', "TypeError: 'types.GenericAlias' object cannot be interpreted as an integer"),
        ('struct.unpack([], None)', "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"),
        ('struct.calcsize([])', "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"),
        ('struct.pack([])', "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"),
        ("struct.iter_unpack([], b'')", "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"),
        ('list(itertools.islice(itertools.count(True, 1j), 2))', '[True, (1+1j)]'),
        ('list(itertools.islice(itertools.count(False, 0), 3))', '[False, 0, 0]'),
        ('list(itertools.islice(itertools.count(True, 2**70), 3))', '[True, 1180591620717411303425, 2361183241434822606849]'),
        ("'abc'.__repr__.__reduce__()", "(<built-in function getattr>, ('abc', '__repr__'))"),
        ('str.__repr__.__reduce__()', "(<built-in function getattr>, (<class 'str'>, '__repr__'))"),
        ('iter(range(3)).__setstate__(frozenset())', "TypeError: 'frozenset' object cannot be interpreted as an integer"),
        ("iter(b'3').__setstate__('a')", 'TypeError: an integer is required'),
        ("iter(bytearray(b'3')).__setstate__('a')", 'TypeError: an integer is required'),
        ("[].sort(7, None, 'a', dict)", 'TypeError: sort() takes at most 2 arguments (4 given)'),
        ('[].__init__(*3)', 'TypeError: list.__init__() argument after * must be an iterable, not int'),
        ('object().__init__(*3)', 'TypeError: object.__init__() argument after * must be an iterable, not int'),
        ('[].__init__(**3)', 'TypeError: list.__init__() argument after ** must be a mapping, not int'),
        ('list.__init__(**3)', 'TypeError: list.__init__() argument after ** must be a mapping, not int'),
        ("type('L'*1000, (), {}).alpha", "AttributeError: type object 'LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL' has no attribute 'alpha'"),
        ("type('L'*1000, (), {})().alpha", "AttributeError: 'LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL' object has no attribute 'alpha'"),
        ("str(b'','\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("str(b'','a\\0')", 'ValueError: embedded null character'),
        ("str(b'','utf-8','\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("str('','\\ud800',3)", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("str('','\\0')", 'ValueError: embedded null character'),
        ("str(3,'\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("str(3,encoding='\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("''.encode('utf-8','\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("''.encode('\\ud800',3)", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("b''.decode('\\ud800',3)", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("b''.decode('a\\0',3)", 'ValueError: embedded null character'),
        ("b''.decode('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("bytes('','utf-8','\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("type('A',(),{'__doc__':'\\ud800'})", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("float.__getformat__('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("compile('','','\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("time.get_clock_info('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("os.stat('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ("memoryview(b'').cast('\\ud800')", "UnicodeEncodeError: 'ascii' codec can't encode character '\\ud800' in position 0: ordinal not in range(128)"),
        ("memoryview(b'').tobytes('\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 0: surrogates not allowed"),
        ('unpacked(int | str)', 'TypeError: cannot unpack non-iterable typing.Union object'),
        ('[*(int | str)]', 'TypeError: Value after * must be an iterable, not typing.Union'),
        ('removed((1,), -2 ** 63 - 1)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ("removed('a', 2 ** 70)", "IndexError: cannot fit 'int' into an index-sized integer"),
        ('removed(range(3), 2 ** 70)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ("removed(operator.attrgetter('a'), 3)", "TypeError: 'operator.attrgetter' object doesn't support item deletion"),
        ("removed(operator.attrgetter('a'), 2 ** 70)", "IndexError: cannot fit 'int' into an index-sized integer"),
        ("added(bytearray(b'abc'))", 'BufferError: Existing exports of data: object cannot be re-sized'),
        ("Metaclass('A', (), {}).__dict__", "AttributeError: 'mappingproxy' object has no attribute 'update'"),
        ('list.append.__reduce__()[1:]', "((<class 'list'>, 'append'),)"),
        ('[].__len__.__reduce__()[1:]', "(([], '__len__'),)"),
        ('list.__len__.__reduce__()[1:]', "((<class 'list'>, '__len__'),)"),
        ('types.CodeType.co_name.__reduce__()[1:]', "((<class 'code'>, 'co_name'),)"),
        ('copy.copy(list.append) is list.append', 'True'),
        ("copy.copy('abc'.__len__)()", '3'),
        ("list(copy.copy(re.finditer('a', 'aa')))", "[<re.Match object; span=(0, 1), match='a'>, <re.Match object; span=(1, 2), match='a'>]"),
        ("operator.imul(operator.attrgetter('a'), [1])", "TypeError: unsupported operand type(s) for *=: 'operator.attrgetter' and 'list'"),
        ("type('L' * 150, (), {}).alpha", "AttributeError: type object 'LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL' has no attribute 'alpha'"),
        ("type('L' * 150, (), {})().alpha", "AttributeError: 'LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL' object has no attribute 'alpha'"),
        ("setattr(type('L' * 150, (), {'__slots__': ()})(), 'alpha', 1)", "AttributeError: 'LLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLLL' object has no attribute 'alpha' and no __dict__ for setting new attributes"),
        ("time.get_clock_info('constructor')", 'ValueError: unknown clock'),
        ('itertools.count(True, 2)', 'count(True, 2)'),
        ('type(next(itertools.count(True, 2)))', "<class 'bool'>"),
        ("sys.audit(SubStr('a'))", 'None'),
    ], NAMES)
