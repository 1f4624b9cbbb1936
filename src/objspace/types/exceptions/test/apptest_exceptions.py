"""Builtin exceptions: constructors, members, texts, pickling, chaining, combination in classes."""

import copy
import types
import sys

from apptest_checks import assigned, deleted, table_check

check = table_check(globals())
try:
    1 / 0
except ZeroDivisionError as raised:
    traceback = raised.__traceback__
    error = raised
frame = sys._getframe()


class NoInit(ValueError):
    def __init__(self, a, b):
        pass


class OSNoInit(OSError):
    def __init__(self, a, b):
        pass


class Text(Exception):
    def __str__(self):
        return 'text'


class KeyAndAttribute(KeyError, AttributeError):
    pass


def test_base():
    check(r"""
ValueError(a=1)  -->  TypeError: ValueError() takes no keyword arguments
ValueError(1, 2), str(ValueError(1, 2)), ValueError(1, 2).args  -->  (ValueError(1, 2), '(1, 2)', (1, 2))
Exception(), str(Exception()), repr(Exception('a'))  -->  (Exception(), '', "Exception('a')")
Exception('a', 1), str(Exception('a', 1))  -->  (Exception('a', 1), "('a', 1)")
NoInit(1, 2).args  -->  (1, 2)
Text(1), str(Text(1)), repr(Text(1))  -->  (Text(1), 'text', 'Text(1)')
ValueError(1).__reduce__()  -->  (<class 'ValueError'>, (1,))
error.__setstate__(None), error.__setstate__({'a': 1}), error.a  -->  (None, None, 1)
error.__reduce__()  -->  (<class 'ZeroDivisionError'>, ('division by zero',), {'a': 1})
error.__setstate__(1)  -->  TypeError: state is not a dictionary
error.__setstate__({1: 2})  -->  TypeError: attribute name must be string, not 'int'
error.with_traceback(1)  -->  TypeError: __traceback__ must be a traceback or None
ValueError().with_traceback(traceback).__traceback__ is traceback  -->  True
assigned(ValueError(), '__cause__', 1)  -->  TypeError: exception cause must be None or derive from BaseException
assigned(ValueError(), '__context__', 1)  -->  TypeError: exception context must be None or derive from BaseException
assigned(ValueError(), '__suppress_context__', 1)  -->  TypeError: attribute value type must be bool
assigned(ValueError(), '__traceback__', 1)  -->  TypeError: __traceback__ must be a traceback or None
assigned(ValueError(), 'args', 1)  -->  TypeError: 'int' object is not iterable
assigned(ValueError(), 'args', [1, 2])  -->  (1, 2)
assigned(ValueError(), '__cause__', KeyError(1))  -->  KeyError(1)
deleted(ValueError(), '__cause__')  -->  TypeError: __cause__ may not be deleted
deleted(ValueError(), '__context__')  -->  TypeError: __context__ may not be deleted
deleted(ValueError(), '__traceback__')  -->  TypeError: __traceback__ may not be deleted
deleted(ValueError(), '__suppress_context__')  -->  TypeError: can't delete numeric/char attribute
deleted(ValueError(), 'args')  -->  TypeError: args may not be deleted
ValueError().add_note(1)  -->  TypeError: add_note() argument must be str, not int
Exception.__new__(int)  -->  TypeError: Exception.__new__(int): int is not a subtype of Exception
BaseException.__new__(OSError)  -->  TypeError: BaseException.__new__(OSError) is not safe, use OSError.__new__()
BaseException().__dict__  -->  {}
copy.copy(ValueError(1, 2))  -->  ValueError(1, 2)
KeyError('a'), str(KeyError('a')), str(KeyError()), str(KeyError(1, 2)), str(KeyError(''))  -->  (KeyError('a'), "'a'", '', '(1, 2)', "''")
""")


def test_members():
    check(r"""
StopIteration(1, 2).value, StopIteration().value, StopIteration(1).args  -->  (1, None, (1,))
SystemExit(1).code, SystemExit(1, 2).code, SystemExit().code  -->  (1, (1, 2), None)
ImportError('a', name='b', path='c', name_from='d').__reduce__()  -->  (<class 'ImportError'>, ('a',), {'name': 'b', 'path': 'c', 'name_from': 'd'})
ImportError('a', foo=1)  -->  TypeError: ImportError() got an unexpected keyword argument 'foo'
ImportError('a', 'b').msg, str(ImportError('a', 'b')), str(ImportError('a'))  -->  (None, "('a', 'b')", 'a')
ImportError(name='x'), ImportError(name='x').name  -->  (ImportError(), 'x')
ModuleNotFoundError('a', name='b').name  -->  'b'
AttributeError('a', name='n', obj=1).__reduce__()  -->  (<class 'AttributeError'>, ('a',), {'name': 'n', 'args': ('a',)})
AttributeError().__reduce__()  -->  (<class 'AttributeError'>, (), {'args': ()})
AttributeError('a').__getstate__()  -->  {'args': ('a',)}
AttributeError('a', foo=1)  -->  TypeError: AttributeError() got an unexpected keyword argument 'foo'
AttributeError('a').name, AttributeError('a').obj  -->  (None, None)
NameError('a', name='n').name, UnboundLocalError('a', name='n').name  -->  ('n', 'n')
NameError('a', obj=1)  -->  TypeError: NameError() got an unexpected keyword argument 'obj'
copy.copy(AttributeError('a', name='n', obj=1)).name  -->  'n'
""")


def test_os_errors():
    check(r"""
OSError(2, 'x'), OSError(2, 'x').errno, OSError(2, 'x').strerror  -->  (FileNotFoundError(2, 'x'), 2, 'x')
OSError(2, 'x', 'f').args, OSError(2, 'x', 'f').filename, str(OSError(2, 'x', 'f'))  -->  ((2, 'x'), 'f', "[Errno 2] x: 'f'")
OSError(2, 'x', 'f', None, 'g').filename2, str(OSError(2, 'x', 'f', None, 'g'))  -->  ('g', "[Errno 2] x: 'f' -> 'g'")
OSError(2, 'x', 'f', None, 'g').__reduce__()  -->  (<class 'FileNotFoundError'>, (2, 'x', 'f', None, 'g'))
OSError(2, 'x', 'f').__reduce__(), OSError(2, 'x').__reduce__()  -->  ((<class 'FileNotFoundError'>, (2, 'x', 'f')), (<class 'FileNotFoundError'>, (2, 'x')))
OSError(1), OSError(1).errno, str(OSError(1))  -->  (OSError(1), None, '1')
OSError(99, 'nope'), str(OSError(99, 'nope'))  -->  (OSError(99, 'nope'), '[Errno 99] nope')
OSError(1, 2, 3, 4, 5, 6)  -->  OSError(1, 2, 3, 4, 5, 6)
OSError(x=1)  -->  TypeError: OSError() takes no keyword arguments
FileNotFoundError(1, 2)  -->  FileNotFoundError(1, 2)
type(OSError(17, '')), type(OSError(13, '')), type(OSError(11, '')), type(OSError(32, '')), type(OSError(110, ''))  -->  (<class 'FileExistsError'>, <class 'PermissionError'>, <class 'BlockingIOError'>, <class 'BrokenPipeError'>, <class 'TimeoutError'>)
BlockingIOError(11, 'x', 5).characters_written, BlockingIOError(11, 'x', 5).filename  -->  (5, None)
BlockingIOError(11, 'x').characters_written  -->  AttributeError: characters_written
OSNoInit(2, 'x').args  -->  ()
OSError.__new__(FileNotFoundError, 1)  -->  FileNotFoundError(1)
copy.copy(OSError(2, 'x', 'f'))  -->  FileNotFoundError(2, 'x')
""")


def test_syntax_errors():
    check(r"""
SyntaxError('m', ('f', 1, 2, 't')), str(SyntaxError('m', ('f', 1, 2, 't')))  -->  (SyntaxError('m', ('f', 1, 2, 't')), 'm (f, line 1)')
SyntaxError('m', ('a/f', 1, 2, 't', 1, 3)).end_offset, str(SyntaxError('m', ('a/f', 1, 2, 't', 1, 3)))  -->  (3, 'm (f, line 1)')
SyntaxError('m', ('f', 1, 2))  -->  TypeError: function takes at least 4 arguments (3 given)
SyntaxError('m', ('f', 1, 2, 't', 3))  -->  TypeError: end_offset must be provided when end_lineno is provided
SyntaxError('m', ())  -->  TypeError: function takes at least 4 arguments (0 given)
SyntaxError('m', (1, 2, 3, 4, 5, 6, 7, 8))  -->  TypeError: function takes at most 7 arguments (8 given)
SyntaxError('m', 1)  -->  TypeError: 'int' object is not iterable
SyntaxError('m').print_file_and_line, SyntaxError('m').msg, SyntaxError('m').lineno  -->  (None, 'm', None)
str(SyntaxError('m', (None, 1, 2, 't'))), str(SyntaxError())  -->  ('m (line 1)', 'None')
SyntaxError(1, 2, 3).msg  -->  1
isinstance(TabError(), IndentationError), isinstance(IndentationError(), SyntaxError)  -->  (True, True)
""")


def test_unicode_errors():
    check(r"""
UnicodeDecodeError('a', b'x', 0, 1, 'r')  -->  UnicodeDecodeError('a', b'x', 0, 1, 'r')
str(UnicodeDecodeError('a', b'xyz', 0, 1, 'r')), str(UnicodeDecodeError('a', b'xyz', 0, 2, 'r'))  -->  ("'a' codec can't decode byte 0x in position 0: r", "'a' codec can't decode bytes in position 0-1: r")
str(UnicodeEncodeError('a', '\u20acb', 0, 1, 'r')), str(UnicodeEncodeError('a', '\u20acb', 0, 2, 'r'))  -->  ("'a' codec can't encode character '\\u20ac' in position 0: r", "'a' codec can't encode characters in position 0-1: r")
str(UnicodeEncodeError('a', '\U0001f600b', 0, 1, 'r')), str(UnicodeEncodeError('a', 'xyz', 0, 1, 'r'))  -->  ("'a' codec can't encode character '\\U0001f600' in position 0: r", "'a' codec can't encode character '\\x78' in position 0: r")
UnicodeDecodeError('a')  -->  TypeError: function takes exactly 5 arguments (1 given)
UnicodeDecodeError('a', 'x', 0, 1, 'r')  -->  TypeError: a bytes-like object is required, not 'str'
UnicodeDecodeError(1, b'x', 0, 1, 'r')  -->  TypeError: argument 1 must be str, not int
UnicodeDecodeError('a', b'x', '0', 1, 'r')  -->  TypeError: 'str' object cannot be interpreted as an integer
UnicodeEncodeError('a', b'x', 0, 1, 'r')  -->  TypeError: argument 2 must be str, not bytes
UnicodeTranslateError('x', 0, 1, 'r'), str(UnicodeTranslateError('xyz', 0, 2, 'r'))  -->  (UnicodeTranslateError('x', 0, 1, 'r'), "can't translate characters in position 0-1: r")
UnicodeDecodeError('a', b'x', -5, 10, 'r').start, str(UnicodeDecodeError('a', b'x', -5, 10, 'r'))  -->  (-5, "'a' codec can't decode bytes in position -5-9: r")
UnicodeEncodeError.__new__(UnicodeEncodeError).start, str(UnicodeEncodeError.__new__(UnicodeEncodeError))  -->  (0, '')
str(UnicodeEncodeError('a', '', 0, 1, 'r')), str(UnicodeEncodeError('a', 'x', 5, 1, 'r'))  -->  ("'a' codec can't encode characters in position 0-0: r", "'a' codec can't encode characters in position 5-0: r")
assigned(UnicodeEncodeError('a', 'x', 0, 1, 'r'), 'start', 'x')  -->  TypeError: an integer is required
deleted(UnicodeEncodeError('a', 'x', 0, 1, 'r'), 'start')  -->  TypeError: can't delete numeric/char attribute
UnicodeError(1, 2, 3)  -->  UnicodeError(1, 2, 3)
""")


def test_combination():
    check(r"""
KeyAndAttribute.__base__, KeyAndAttribute('x').name, str(KeyAndAttribute('x'))  -->  (<class 'AttributeError'>, None, "'x'")
type('E', (OSError, AttributeError), {})  -->  TypeError: multiple bases have instance lay-out conflict
type('E', (ImportError, KeyError), {}).__base__  -->  <class 'ImportError'>
type('E', (ValueError,), {})('x'), type('E', (OSError,), {})(2, 'x')  -->  (E('x'), E(2, 'x'))
type('E', (Exception, list), {})  -->  TypeError: multiple bases have instance lay-out conflict
type('E', (BaseException,), {'__slots__': ('a',)})().a  -->  AttributeError: 'apptest.E' object has no attribute 'a'
""")


def test_traceback_objects():
    check(r"""
types.TracebackType(None, frame, 1, 2).tb_lineno, types.TracebackType(None, frame, 1, 2).tb_lasti  -->  (2, 1)
types.TracebackType(traceback, frame, 1, 2).tb_next is traceback  -->  True
types.TracebackType(1, frame, 1, 2)  -->  TypeError: expected traceback object or None, got 'int'
types.TracebackType(None, 1, 1, 2)  -->  TypeError: traceback() argument 'tb_frame' must be frame, not int
types.TracebackType(None, frame, 'x', 2)  -->  TypeError: 'str' object cannot be interpreted as an integer
types.TracebackType(None, frame, 1)  -->  TypeError: traceback() missing required argument 'tb_lineno' (pos 4)
types.TracebackType.__doc__, types.TracebackType.__text_signature__  -->  ('Create a new traceback object.', '(tb_next, tb_frame, tb_lasti, tb_lineno)')
assigned(traceback, 'tb_next', traceback)  -->  ValueError: traceback loop detected
assigned(traceback, 'tb_next', 1)  -->  TypeError: expected traceback object, got 'int'
assigned(traceback, 'tb_lineno', 1)  -->  AttributeError: attribute 'tb_lineno' of 'traceback' objects is not writable
assigned(traceback, 'tb_frame', 1)  -->  AttributeError: readonly attribute
deleted(traceback, 'tb_next')  -->  TypeError: can't delete tb_next attribute
traceback.foo  -->  AttributeError: 'traceback' object has no attribute 'foo'
assigned(traceback, 'x', 1)  -->  AttributeError: 'traceback' object has no attribute 'x' and no __dict__ for setting new attributes
""")
