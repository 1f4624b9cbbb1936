"""Results and errors of wrong arguments, in the order in which they are looked at; found by tools/fuzz-programs.ts."""

import array
import bisect
import copy
import decimal
import heapq
import itertools
import operator
import os
import pickle
import re
import struct
import sys
import time
import types
import typing
import warnings

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
        ("open('/dev/null\\ud800')", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 9: surrogates not allowed"),
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


def test_arguments_given_twice():
    check_rows([
        ("'a'.split(' ',sep=' ')", "TypeError: argument for split() given by name ('sep') and position (1)"),
        ("'a'.encode('a',encoding='b')", "TypeError: argument for encode() given by name ('encoding') and position (1)"),
        ("b''.decode('a',encoding='b')", "TypeError: argument for decode() given by name ('encoding') and position (1)"),
        ('(1).to_bytes(1,length=3)', "TypeError: argument for to_bytes() given by name ('length') and position (1)"),
        ("int.from_bytes(b'',bytes=b'')", "TypeError: argument for from_bytes() given by name ('bytes') and position (1)"),
        ("re.compile('a').match('a',string='b')", "TypeError: argument for match() given by name ('string') and position (1)"),
        ("memoryview(b'').cast('B',format='B')", "TypeError: argument for cast() given by name ('format') and position (1)"),
        ("bytearray(b'',source=3)", "TypeError: argument for bytearray() given by name ('source') and position (1)"),
        ('property(1,fget=2)', "TypeError: argument for property() given by name ('fget') and position (1)"),
        ("b''.hex(':',sep=':')", "TypeError: argument for hex() given by name ('sep') and position (1)"),
    ], NAMES)


def test_functions_that_do_not_know_their_names():
    names = {**NAMES, **vars(decimal), 'C': decimal.Context(), 'd': decimal.Decimal(1)}
    check_rows([
        ('d.__format__()', 'TypeError: function takes at least 1 argument (0 given)'),
        ('d.__format__(1,2,3)', 'TypeError: function takes at most 2 arguments (3 given)'),
        ('d.__format__(1,2,3,4)', 'TypeError: function takes at most 2 arguments (4 given)'),
        ('d.__format__(1,2,3,4,5)', 'TypeError: function takes at most 2 arguments (5 given)'),
        ('d.__format__(1,2,C)', 'TypeError: function takes at most 2 arguments (3 given)'),
        ('d.__round__(None)', 'TypeError: optional arg must be an integer'),
        ('d.__round__(1,2)', 'TypeError: function takes at most 1 argument (2 given)'),
        ('d.__round__(1,2,3)', 'TypeError: function takes at most 1 argument (3 given)'),
        ('d.__round__(1,2,3,4)', 'TypeError: function takes at most 1 argument (4 given)'),
        ('d.__round__(1,2,3,4,5)', 'TypeError: function takes at most 1 argument (5 given)'),
        ('d.__round__(1,C)', 'TypeError: function takes at most 1 argument (2 given)'),
        ('d.__round__(1,2,C)', 'TypeError: function takes at most 1 argument (3 given)'),
        ('d.compare()', "TypeError: function missing required argument 'other' (pos 1)"),
        ('d.compare(1,2,3,4)', 'TypeError: function takes at most 2 arguments (4 given)'),
        ('d.compare(1,2,3,4,5)', 'TypeError: function takes at most 2 arguments (5 given)'),
        ('d.compare(context=3)', "TypeError: function missing required argument 'other' (pos 1)"),
        ('d.compare(1,foo=3)', "TypeError: this function got an unexpected keyword argument 'foo'"),
        ('d.compare_signal(1,foo=3)', "TypeError: this function got an unexpected keyword argument 'foo'"),
        ('d.exp(1,2,3,4)', 'TypeError: function takes at most 1 argument (4 given)'),
        ('d.exp(1,2,3,4,5)', 'TypeError: function takes at most 1 argument (5 given)'),
        ('d.fma(1)', "TypeError: function missing required argument 'third' (pos 2)"),
        ('d.fma(None)', "TypeError: function missing required argument 'third' (pos 2)"),
        ('d.fma(1,2,3,4)', 'TypeError: function takes at most 3 arguments (4 given)'),
        ('d.fma(1,2,3,4,5)', 'TypeError: function takes at most 3 arguments (5 given)'),
        ('d.quantize(1,2,3,4)', 'TypeError: function takes at most 3 arguments (4 given)'),
        ('d.quantize(1,2,3,4,5)', 'TypeError: function takes at most 3 arguments (5 given)'),
        ('C.add()', 'TypeError: function takes exactly 2 arguments (0 given)'),
        ('C.add(1)', 'TypeError: function takes exactly 2 arguments (1 given)'),
        ('C.add(None)', 'TypeError: function takes exactly 2 arguments (1 given)'),
        ('C.add(1,2,3)', 'TypeError: function takes exactly 2 arguments (3 given)'),
        ('C.add(1,2,3,4)', 'TypeError: function takes exactly 2 arguments (4 given)'),
        ('C.add(a=1)', 'TypeError: add() takes no keyword arguments'),
        ('C.add(foo=3)', 'TypeError: add() takes no keyword arguments'),
        ('C.compare()', 'TypeError: function takes exactly 2 arguments (0 given)'),
        ('C.compare(1,2,3)', 'TypeError: function takes exactly 2 arguments (3 given)'),
        ('C.compare(1,2,3,4)', 'TypeError: function takes exactly 2 arguments (4 given)'),
        ('C.compare(a=1)', 'TypeError: compare() takes no keyword arguments'),
        ('C.compare(foo=3)', 'TypeError: compare() takes no keyword arguments'),
        ('C.compare_signal(a=1)', 'TypeError: compare_signal() takes no keyword arguments'),
        ('C.compare_signal(foo=3)', 'TypeError: compare_signal() takes no keyword arguments'),
        ('C.compare_total(a=1)', 'TypeError: compare_total() takes no keyword arguments'),
        ('C.compare_total(foo=3)', 'TypeError: compare_total() takes no keyword arguments'),
        ('C.compare_total_mag(a=1)', 'TypeError: compare_total_mag() takes no keyword arguments'),
        ('C.compare_total_mag(foo=3)', 'TypeError: compare_total_mag() takes no keyword arguments'),
        ('C.copy_sign(a=1)', 'TypeError: copy_sign() takes no keyword arguments'),
        ('C.copy_sign(foo=3)', 'TypeError: copy_sign() takes no keyword arguments'),
        ('C.create_decimal(1,2)', 'TypeError: function takes at most 1 argument (2 given)'),
        ('C.create_decimal(1,2,3)', 'TypeError: function takes at most 1 argument (3 given)'),
        ('C.create_decimal(1,2,3,4)', 'TypeError: function takes at most 1 argument (4 given)'),
        ('C.create_decimal(a=1)', 'TypeError: create_decimal() takes no keyword arguments'),
        ('C.create_decimal(foo=3)', 'TypeError: create_decimal() takes no keyword arguments'),
        ("C.create_decimal(1,'a')", 'TypeError: function takes at most 1 argument (2 given)'),
        ('C.divide(a=1)', 'TypeError: divide() takes no keyword arguments'),
        ('C.divide(foo=3)', 'TypeError: divide() takes no keyword arguments'),
        ('C.divide_int(a=1)', 'TypeError: divide_int() takes no keyword arguments'),
        ('C.divide_int(foo=3)', 'TypeError: divide_int() takes no keyword arguments'),
        ('C.divmod(a=1)', 'TypeError: divmod() takes no keyword arguments'),
        ('C.divmod(foo=3)', 'TypeError: divmod() takes no keyword arguments'),
        ('C.fma()', 'TypeError: function takes exactly 3 arguments (0 given)'),
        ('C.fma(1)', 'TypeError: function takes exactly 3 arguments (1 given)'),
        ('C.fma(None)', 'TypeError: function takes exactly 3 arguments (1 given)'),
        ('C.fma(1,2)', 'TypeError: function takes exactly 3 arguments (2 given)'),
        ('C.fma(1,2,3,4)', 'TypeError: function takes exactly 3 arguments (4 given)'),
        ('C.fma(a=1)', 'TypeError: fma() takes no keyword arguments'),
        ('C.fma(foo=3)', 'TypeError: fma() takes no keyword arguments'),
        ("C.fma(1,'a')", 'TypeError: function takes exactly 3 arguments (2 given)'),
        ('C.logical_and(a=1)', 'TypeError: logical_and() takes no keyword arguments'),
        ('C.logical_and(foo=3)', 'TypeError: logical_and() takes no keyword arguments'),
        ('C.logical_or(a=1)', 'TypeError: logical_or() takes no keyword arguments'),
        ('C.logical_or(foo=3)', 'TypeError: logical_or() takes no keyword arguments'),
        ('C.logical_xor(a=1)', 'TypeError: logical_xor() takes no keyword arguments'),
        ('C.logical_xor(foo=3)', 'TypeError: logical_xor() takes no keyword arguments'),
        ('C.max(a=1)', 'TypeError: max() takes no keyword arguments'),
        ('C.max(foo=3)', 'TypeError: max() takes no keyword arguments'),
        ('C.max_mag(a=1)', 'TypeError: max_mag() takes no keyword arguments'),
        ('C.max_mag(foo=3)', 'TypeError: max_mag() takes no keyword arguments'),
        ('C.min(a=1)', 'TypeError: min() takes no keyword arguments'),
        ('C.min(foo=3)', 'TypeError: min() takes no keyword arguments'),
        ('C.min_mag(a=1)', 'TypeError: min_mag() takes no keyword arguments'),
        ('C.min_mag(foo=3)', 'TypeError: min_mag() takes no keyword arguments'),
        ('C.multiply(a=1)', 'TypeError: multiply() takes no keyword arguments'),
        ('C.multiply(foo=3)', 'TypeError: multiply() takes no keyword arguments'),
        ('C.next_toward(a=1)', 'TypeError: next_toward() takes no keyword arguments'),
        ('C.next_toward(foo=3)', 'TypeError: next_toward() takes no keyword arguments'),
        ('C.power()', "TypeError: function missing required argument 'a' (pos 1)"),
        ('C.power(1)', "TypeError: function missing required argument 'b' (pos 2)"),
        ('C.power(None)', "TypeError: function missing required argument 'b' (pos 2)"),
        ('C.power(1,2,3,4)', 'TypeError: function takes at most 3 arguments (4 given)'),
        ('C.power(foo=3)', "TypeError: function missing required argument 'a' (pos 1)"),
        ('C.power(a=1,b=2,c=3)', "TypeError: this function got an unexpected keyword argument 'c'"),
        ('C.quantize(a=1)', 'TypeError: quantize() takes no keyword arguments'),
        ('C.quantize(foo=3)', 'TypeError: quantize() takes no keyword arguments'),
        ('C.remainder(a=1)', 'TypeError: remainder() takes no keyword arguments'),
        ('C.remainder(foo=3)', 'TypeError: remainder() takes no keyword arguments'),
        ('C.remainder_near(a=1)', 'TypeError: remainder_near() takes no keyword arguments'),
        ('C.remainder_near(foo=3)', 'TypeError: remainder_near() takes no keyword arguments'),
        ('C.rotate(a=1)', 'TypeError: rotate() takes no keyword arguments'),
        ('C.rotate(foo=3)', 'TypeError: rotate() takes no keyword arguments'),
        ('C.same_quantum(a=1)', 'TypeError: same_quantum() takes no keyword arguments'),
        ('C.same_quantum(foo=3)', 'TypeError: same_quantum() takes no keyword arguments'),
        ('C.scaleb(a=1)', 'TypeError: scaleb() takes no keyword arguments'),
        ('C.scaleb(foo=3)', 'TypeError: scaleb() takes no keyword arguments'),
        ('C.shift(a=1)', 'TypeError: shift() takes no keyword arguments'),
        ('C.shift(foo=3)', 'TypeError: shift() takes no keyword arguments'),
        ('C.subtract(a=1)', 'TypeError: subtract() takes no keyword arguments'),
        ('C.subtract(foo=3)', 'TypeError: subtract() takes no keyword arguments'),
        ('Decimal(1,2,3)', 'TypeError: function takes at most 2 arguments (3 given)'),
        ('Decimal(num=1)', "TypeError: this function got an unexpected keyword argument 'num'"),
        ('Decimal(foo=1)', "TypeError: this function got an unexpected keyword argument 'foo'"),
        ('Context(context=C)', "TypeError: this function got an unexpected keyword argument 'context'"),
        ('Context(value=1)', "TypeError: this function got an unexpected keyword argument 'value'"),
        ('Context(C,prec=2)', "TypeError: argument for function given by name ('prec') and position (1)"),
        ('Context(C,prec=None)', "TypeError: argument for function given by name ('prec') and position (1)"),
        ('delattr(C,"foo")', 'AttributeError: context attributes cannot be deleted'),
    ], names)


class Sub(int):
    pass


class P:
    __module__ = 'observe'


def test_sizes_and_kinds_of_arguments():
    check_rows([
        ("types.SimpleNamespace(alpha=1).__format__(SubStr('abc'))", 'TypeError: unsupported format string passed to types.SimpleNamespace.__format__'),
        ("bisect.bisect(set(), x=b'abc')", "TypeError: 'set' object does not support indexing"),
        ('bisect.bisect(frozenset(), 1)', "TypeError: 'frozenset' object does not support indexing"),
        ('bisect.insort(set(), 1)', "TypeError: 'set' object does not support indexing"),
        ("b'%*d' % Sub(5)", 'TypeError: not enough arguments for format string'),
        ("str(1,'12',P())", "TypeError: str() argument 'errors' must be str, not observe.P"),
        ('str(1,P())', "TypeError: str() argument 'encoding' must be str, not observe.P"),
        ("SubStr('a', None)", "TypeError: str() argument 'encoding' must be str, not None"),
        ("SubStr(b'a', None)", "TypeError: str() argument 'encoding' must be str, not None"),
        ("SubStr(b'a', 'a', None)", "TypeError: str() argument 'errors' must be str, not None"),
        ("SubStr(object=b'a', encoding=None)", "TypeError: str() argument 'encoding' must be str, not None"),
        ("str(object=b'a', encoding=None)", "TypeError: str() argument 'encoding' must be str, not None"),
        ("str(b'a', encoding=None)", "TypeError: str() argument 'encoding' must be str, not None"),
        ("str(b'a', errors=None)", "TypeError: str() argument 'errors' must be str, not None"),
        ('type.__init__(int)', 'TypeError: type.__init__() takes 1 or 3 arguments'),
        ("type.__init__(type(slice('a', None)))", 'TypeError: type.__init__() takes 1 or 3 arguments'),
        ('type.__init__(int, 1, 2)', 'TypeError: type.__init__() takes 1 or 3 arguments'),
        ('type.__init__(int, 1, 2, 3, 4)', 'TypeError: type.__init__() takes 1 or 3 arguments'),
        ("operator.setitem(bytearray(b'abc'), slice(0,1), 1.5)", 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'),
        ("operator.setitem(bytearray(b'abc'), slice(0,1), -0.0)", 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'),
        ("operator.setitem(bytearray(b'abc'), slice(0,2,2), 1.5)", 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'),
        ('operator.setitem(range(3), 2**70, 1)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ('operator.setitem(range(3), -2**63-1, 1)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ('operator.setitem((1,), 2**70, 1)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ("operator.setitem('a', 2**70, 1)", "IndexError: cannot fit 'int' into an index-sized integer"),
        ('operator.setitem(P(), 2**70, 1)', "IndexError: cannot fit 'int' into an index-sized integer"),
        ("operator.setitem(operator.attrgetter('a'), 2**70, 1)", "IndexError: cannot fit 'int' into an index-sized integer"),
        ("'abc'[-2**53]", 'IndexError: string index out of range'),
        ("'abc'[2**53]", 'IndexError: string index out of range'),
        ("'abc'[-2**63]", 'IndexError: string index out of range'),
        ("b'a'[-2**53]", 'IndexError: index out of range'),
        ("bytearray(b'a')[2**53]", 'IndexError: bytearray index out of range'),
        ("memoryview(b'a')[2**53]", 'IndexError: index out of bounds on dimension 1'),
        ("'\\ud800'[2**53]", 'IndexError: string index out of range'),
        ("array.array('i',[1])[2**53]", 'IndexError: array index out of range'),
    ], {**NAMES, 'Sub': Sub, 'P': P})


def test_what_is_wrong_is_found_before_what_is_warned_of():
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        check_rows([('complex(1.5j, bytearray(4))', "TypeError: complex() argument 'imag' must be a real number, not bytearray")], NAMES)


def test_arguments_of_modules():
    check_rows([
        ("re.match('(?P<n>a)', 'a').group([])", "TypeError: cannot use 'list' as a dict key (unhashable type: 'list')"),
        ("re.match('a', 'a')[{}]", 'IndexError: no such group'),
        ("re.match('a', 'a').start(1.5)", 'IndexError: no such group'),
        ('sorted(1, 2, 3, key=3)', 'TypeError: sorted expected 1 argument, got 3'),
        ('sorted([], 1, key=None, reverse=1)', 'TypeError: sorted expected 1 argument, got 2'),
        ('sorted([], key=None, reverse=1, foo=2)', 'TypeError: sort() takes at most 2 keyword arguments (3 given)'),
        ("array.array('\\ufb01', 'abc')", "TypeError: cannot use a str to initialize an array with typecode 'ﬁ'"),
        ("array.array('x', array.array('w'))", "TypeError: cannot use a unicode array to initialize an array with typecode 'x'"),
        ("array.array('i', 'abc')", "TypeError: cannot use a str to initialize an array with typecode 'i'"),
        ('pickle.dumps(set(), range(3))', "TypeError: 'range' object cannot be interpreted as an integer"),
        ('pickle.dumps(set(), 1.5)', "TypeError: 'float' object cannot be interpreted as an integer"),
        ("pickle.dumps(set(), 'a')", "TypeError: 'str' object cannot be interpreted as an integer"),
    ], NAMES)
