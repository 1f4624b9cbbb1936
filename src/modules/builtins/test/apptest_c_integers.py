"""Integers that a C int, long or size cannot hold are refused before anything else happens."""
import binascii
import collections
import gc
import io
import marshal
import os
import signal
import sys

BEYOND_INT = (2**31, -2**31 - 1, 2**63, -2**63 - 1, 2**100, -2**100)
BEYOND_64_BITS = BEYOND_INT[2:]


def overflow(function, *arguments):
    try:
        function(*arguments)
    except OverflowError as error:
        return str(error)
    assert False, f'nothing was raised for {arguments}'


def refused_as(type, bounds, functions):
    for number in bounds:
        for index, function in enumerate(functions):
            found = overflow(function, number)
            assert found == f'Python int too large to convert to C {type}', (index, number, found)


def test_ints():
    refused_as('int', BEYOND_INT, [
        lambda n: compile('1', '', 'eval', n),
        lambda n: compile('1', '', 'eval', 0, False, n),
        lambda n: __import__('sys', {'__name__': 'a'}, None, (), n),
        lambda n: b'abc'.hex(b'-', n),
        lambda n: bytearray(b'abc').hex(bytes_per_sep=n),
        lambda n: memoryview(b'abc').hex('long', n),
        lambda n: binascii.hexlify(b'abc', '-', n),
        lambda n: marshal.dumps(1, n),
        lambda n: io.text_encoding(None, n),
        gc.collect,
        signal.strsignal,
        signal.getsignal,
        signal.raise_signal,
        sys._getframe,
        sys._getframemodulename,
        sys.setrecursionlimit,
        sys.set_int_max_str_digits,
        sys.set_coroutine_origin_tracking_depth,
        sys.monitoring.get_tool,
        lambda n: sys.monitoring.set_events(1, n),
        os.strerror,
        os.umask,
        lambda n: os.open('/nowhere', n),
        lambda n: os.open('/nowhere', os.O_RDONLY, n),
        lambda n: os.mkdir('/nowhere/at/all', n),
        lambda n: os.access('/nowhere', n),
    ])


def test_sizes():
    refused_as('ssize_t', BEYOND_64_BITS, [
        bytearray(b'abc').pop,
        bytearray().pop,
        collections.deque([1, 2]).rotate,
        lambda n: collections.deque([1, 2]).insert(n, 3),
        lambda n: (5).to_bytes(n),
        io.BytesIO(b'abc').seek,
        io.StringIO('abc').seek,
        os.urandom,
        lambda n: os.read(0, n),
    ])


def test_descriptors():
    if os.name != 'posix' or sys.platform == 'emscripten':
        return
    refused_as('int', BEYOND_INT, [os.close, os.fstat, os.isatty, os.dup, os.fsync])
    refused_as('long', BEYOND_64_BITS, [lambda n: os.lseek(999, n, 0), lambda n: os.truncate('/nowhere', n)])
    for function in (os.stat, os.listdir):
        assert overflow(function, 2**31) == 'fd is greater than maximum'
        assert overflow(function, -2**31 - 1) == 'fd is less than minimum'
    try:
        os.lstat(0)
    except TypeError as error:
        assert str(error) == 'lstat: path should be string, bytes or os.PathLike, not int'
    else:
        assert False, 'nothing was raised'


def test_separators_are_bytes_proper():
    for separator in (bytearray(b'-'), memoryview(b'-')):
        for function in (b'abc'.hex, bytearray(b'abc').hex, memoryview(b'abc').hex):
            try:
                function(separator)
            except TypeError as error:
                assert str(error) == 'sep must be str or bytes.'
            else:
                assert False, 'nothing was raised'


def test_a_bytearray_takes_nothing_from_an_empty_str():
    grown = bytearray(b'a')
    grown.extend('')
    assert grown == b'a'
