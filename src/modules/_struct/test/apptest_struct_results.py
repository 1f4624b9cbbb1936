"""Results and errors of struct: each row is an expression and what comes of it."""

import _struct
from _struct import *

from apptest_checks import check_rows

NAMES = dict(globals())


def test_sizes():
    check_rows([
        ("calcsize('bhilqQnNPfdes?c')", '77'),
        ("calcsize('<bhilqQfde?c'),calcsize('>bhilqQ'),calcsize('=bhil'),calcsize('!l'),calcsize('@bl'),calcsize('bi'),calcsize('b0i')", '(43, 27, 11, 4, 16, 8, 4)'),
        ("calcsize('10s'),calcsize('3x'),calcsize(''),calcsize('2h 3i'),calcsize('5p')", '(10, 3, 0, 16, 5)'),
        ("calcsize('z')", 'error: bad char in struct format'),
        ("calcsize('<n')", 'error: bad char in struct format'),
        ("calcsize('<P')", 'error: bad char in struct format'),
        ("calcsize('3')", 'error: repeat count given without format specifier'),
        ("calcsize('99999999999999999999i')", 'error: total struct size too long'),
        ("calcsize('i'*10)", '40'),
        ('calcsize(5)', 'TypeError: Struct() argument 1 must be a str or bytes object, not int'),
        ("calcsize(b'i')", '4'),
        ("calcsize('é')", r"UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)"),
        ("calcsize('1 i')", 'error: bad char in struct format'),
        ("calcsize('<i>')", 'error: bad char in struct format'),
    ], NAMES)


def test_packing():
    check_rows([
        ("pack('i',1)", r"b'\x01\x00\x00\x00'"),
        ("pack('i')", 'error: pack expected 1 items for packing (got 0)'),
        ("pack('i',1,2)", 'error: pack expected 1 items for packing (got 2)'),
        ("pack('i','a')", 'error: required argument is not an integer'),
        ("pack('i',1.5)", 'error: required argument is not an integer'),
        ("pack('i',2**31)", "error: 'i' format requires -2147483648 <= number <= 2147483647"),
        ("pack('i',-2**31-1)", "error: 'i' format requires -2147483648 <= number <= 2147483647"),
        ("pack('b',128)", "error: 'b' format requires -128 <= number <= 127"),
        ("pack('B',-1)", "error: 'B' format requires 0 <= number <= 255"),
        ("pack('B',256)", "error: 'B' format requires 0 <= number <= 255"),
        ("pack('h',70000)", "error: 'h' format requires -32768 <= number <= 32767"),
        ("pack('H',-1)", "error: 'H' format requires 0 <= number <= 65535"),
        ("pack('H',70000)", "error: 'H' format requires 0 <= number <= 65535"),
        ("pack('<h',70000)", "error: 'h' format requires -32768 <= number <= 32767"),
        ("pack('<H',70000)", "error: 'H' format requires 0 <= number <= 65535"),
        ("pack('<i',2**31)", "error: 'i' format requires -2147483648 <= number <= 2147483647"),
        ("pack('<I',-1)", "error: 'I' format requires 0 <= number <= 4294967295"),
        ("pack('I',2**32)", "error: 'I' format requires 0 <= number <= 4294967295"),
        ("pack('l',2**63)", "error: 'l' format requires -9223372036854775808 <= number <= 9223372036854775807"),
        ("pack('L',-1)", "error: 'L' format requires 0 <= number <= 18446744073709551615"),
        ("pack('L',2**64)", "error: 'L' format requires 0 <= number <= 18446744073709551615"),
        ("pack('q',2**63)", "error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807"),
        ("pack('Q',-1)", "error: 'Q' format requires 0 <= number <= 18446744073709551615"),
        ("pack('<q',2**63)", "error: 'q' format requires -9223372036854775808 <= number <= 9223372036854775807"),
        ("pack('<Q',-1)", "error: 'Q' format requires 0 <= number <= 18446744073709551615"),
        ("pack('<Q',2**64)", "error: 'Q' format requires 0 <= number <= 18446744073709551615"),
        ("pack('n',2**63)", "error: 'n' format requires -9223372036854775808 <= number <= 9223372036854775807"),
        ("pack('N',-1)", "error: 'N' format requires 0 <= number <= 18446744073709551615"),
        ("pack('P',-1)", r"b'\xff\xff\xff\xff\xff\xff\xff\xff'"),
        ("pack('P',2**64)", 'error: int too large to convert'),
        ("pack('P','a')", 'error: required argument is not an integer'),
        ("pack('?',5),pack('?',[]),pack('<?','')", r"(b'\x01', b'\x00', b'\x00')"),
        ("pack('c',b'a')", "b'a'"),
        ("pack('c','a')", 'error: char format requires a bytes object of length 1'),
        ("pack('c',b'ab')", 'error: char format requires a bytes object of length 1'),
        ("pack('c',5)", 'error: char format requires a bytes object of length 1'),
        ("pack('s',b'abc'),pack('5s',b'abc'),pack('2s',b'abc'),pack('0s',b'abc')", r"(b'a', b'abc\x00\x00', b'ab', b'')"),
        ("pack('s','a')", "error: argument for 's' must be a bytes object"),
        ("pack('5p',b'abc'),pack('3p',b'abcdef'),pack('0p',b'a'),pack('p',b'a'),pack('300p',b'a'*299)[:4]", r"(b'\x03abc\x00', b'\x02ab', b'', b'\x00', b'\xffaaa')"),
        ("pack('p',5)", "error: argument for 'p' must be a bytes object"),
        ("pack('5s',bytearray(b'abc'))", r"b'abc\x00\x00'"),
        ("pack('f',1.5),pack('<f',1.5),pack('>d',1.5),pack('d',1)", r"(b'\x00\x00\xc0?', b'\x00\x00\xc0?', b'?\xf8\x00\x00\x00\x00\x00\x00', b'\x00\x00\x00\x00\x00\x00\xf0?')"),
        ("pack('f','a')", 'error: required argument is not a float'),
        ("pack('f',1e300)", 'OverflowError: float too large to pack with f format'),
        ("pack('<f',1e300)", 'OverflowError: float too large to pack with f format'),
        ("pack('e',1e300)", 'OverflowError: float too large to pack with e format'),
        ("pack('e',65504.0),pack('e',65520.0) if 0 else 0", r"(b'\xff{', 0)"),
        ("pack('e',65520.0)", 'OverflowError: float too large to pack with e format'),
        ("pack('<e',1.0),pack('>e',5.9e-8),pack('e',float('nan')),pack('e',float('inf')),pack('e',-0.0)", r"(b'\x00<', b'\x00\x01', b'\x00~', b'\x00|', b'\x00\x80')"),
        ("pack('d','a')", 'error: required argument is not a float'),
        ("pack('3x'),pack('b3xb',1,2),pack('bi',1,2),pack('<bi',1,2),pack('bq',1,2),pack('qb',1,2),pack('b0q',1)", r"(b'\x00\x00\x00', b'\x01\x00\x00\x00\x02', b'\x01\x00\x00\x00\x02\x00\x00\x00', b'\x01\x02\x00\x00\x00', b'\x01\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00\x00\x00\x00\x00\x00', b'\x01\x00\x00\x00\x00\x00\x00\x00\x02', b'\x01\x00\x00\x00\x00\x00\x00\x00')"),
        ("pack('2h',1)", 'error: pack expected 2 items for packing (got 1)'),
        ("pack('F',1j),pack('D',1j)", r"(b'\x00\x00\x00\x00\x00\x00\x80?', b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\xf0?')"),
    ], NAMES)


def test_unpacking():
    check_rows([
        ("pack('F',10**39),pack('<F',complex(0,-1e39)),pack('=F',1e300)", r"(b'\x00\x00\x80\x7f\x00\x00\x00\x00', b'\x00\x00\x00\x00\x00\x00\x80\xff', b'\x00\x00\x80\x7f\x00\x00\x00\x00')"),
        ("pack('>F',10**39)", 'error: int too large to convert'),
        ("pack('>F',complex(0,1e39))", 'OverflowError: float too large to pack with f format'),
        ("pack('F',10**400)", 'error: required argument is not a complex'),
        ("unpack('F',bytes(8))", '(0j,)'),
        ("calcsize('F'),calcsize('<D')", '(8, 16)'),
        (r"unpack('i',b'\1\0\0\0')", '(1,)'),
        (r"unpack('i',b'\1\0\0')", 'error: unpack requires a buffer of 4 bytes'),
        (r"unpack('<hb',b'\1\0\2')", '(1, 2)'),
        ("unpack('i','a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("unpack('i',bytearray(4))", '(0,)'),
        (r"unpack('3s5p?c',b'abc\x02xyzw\x01c')", "(b'abc', b'xy', True, b'c')"),
        (r"unpack('q',b'\xff'*8),unpack('Q',b'\xff'*8),unpack('<q',b'\xff'*8),unpack('P',b'\xff'*8),unpack('l',b'\xfe'+b'\xff'*7)", '((-1,), (18446744073709551615,), (-1,), (18446744073709551615,), (-2,))'),
        (r"unpack('e',b'\x00\x3c'),unpack('f',b'\0\0\xc0\x3f'),unpack('>d',b'\x3f\xf8'+bytes(6))", '((1.0,), (1.5,), (1.5,))'),
        (r"unpack('?',b'\5'),unpack('bB',b'\xff\xff'),unpack('hH',b'\xff\xff\xff\xff')", '((True,), (-1, 255), (-1, 65535))'),
        ("unpack('0p',b''),unpack('0s',b''),unpack('1p',b'a')", "((b'',), (b'',), (b'',))"),
    ], NAMES)


def test_buffers():
    check_rows([
        (r"unpack_from('i',b'\0\1\0\0\0',1)", '(1,)'),
        (r"unpack_from('i',b'\0\1\0\0\0',2)", 'error: unpack_from requires a buffer of at least 6 bytes for unpacking 4 bytes at offset 2 (actual buffer size is 5)'),
        (r"unpack_from('i',b'\0\1\0\0\0',-4)", '(1,)'),
        (r"unpack_from('i',b'\0\1\0\0\0',-3)", 'error: not enough data to unpack 4 bytes at offset -3'),
        (r"unpack_from('i',b'\0\1\0\0\0',-9)", 'error: offset -9 out of range for 5-byte buffer'),
        ("unpack_from('i',b'',100)", 'error: unpack_from requires a buffer of at least 104 bytes for unpacking 4 bytes at offset 100 (actual buffer size is 0)'),
        (r"unpack_from('i',b'\0\1\0\0\0')", '(256,)'),
        (r"unpack_from('i',buffer=b'\0\1\0\0\0',offset=1)", '(1,)'),
        ("pack_into('i',bytearray(8),1,5)", 'None'),
        ("pack_into('i',bytearray(8),6,5)", 'error: pack_into requires a buffer of at least 10 bytes for packing 4 bytes at offset 6 (actual buffer size is 8)'),
        ("pack_into('i',bytearray(8),-3,5)", 'error: no space to pack 4 bytes at offset -3'),
        ("pack_into('i',bytearray(8),-9,5)", 'error: offset -9 out of range for 8-byte buffer'),
        ("pack_into('i',b'abcd',0,5)", 'TypeError: argument must be read-write bytes-like object, not bytes'),
        ("pack_into('i',bytearray(8))", 'error: pack_into expected offset argument'),
        ("pack_into('i')", 'error: pack_into expected buffer argument'),
        ('pack_into()', 'TypeError: missing format argument'),
        ("pack_into('i',bytearray(8),0)", 'error: pack_into expected 1 items for packing (got 0)'),
        ("pack_into('i',bytearray(8),'a',5)", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("pack_into('i',bytearray(8),10**30,5)", "IndexError: cannot fit 'int' into an index-sized integer"),
        (r"list(iter_unpack('<h',b'\1\0\2\0'))", '[(1,), (2,)]'),
        (r"iter_unpack('<h',b'\1')", 'error: iterative unpacking requires a buffer of a multiple of 2 bytes'),
        ("iter_unpack('',b'')", 'error: cannot iteratively unpack with a struct of length 0'),
        (r"iter_unpack('<h',b'\1\0').__length_hint__()", '1'),
        ('pack()', 'TypeError: missing format argument'),
        ("unpack('i')", 'TypeError: unpack expected 2 arguments, got 1'),
    ], NAMES)


def test_types():
    check_rows([
        ("Struct('i').format,Struct('i').size,Struct(b'<i').format", "('i', 4, '<i')"),
        ("Struct('z')", 'error: bad char in struct format'),
        (r"Struct('i').pack(1),Struct('i').unpack(b'\0\0\0\0'),Struct('i').unpack_from(b'\0\0\0\0'),list(Struct('i').iter_unpack(b'\0\0\0\0'))", r"(b'\x01\x00\x00\x00', (0,), (0,), [(0,)])"),
        ("Struct('i').pack()", 'error: pack expected 1 items for packing (got 0)'),
        ("Struct('i').pack_into(bytearray(4),0)", 'error: pack_into expected 1 items for packing (got 0)'),
        ("Struct('i').pack_into()", 'error: pack_into expected buffer argument'),
        ("Struct('i')", "Struct('i')"),
        ("Struct('é')", r"UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)"),
        ('Struct(5)', 'TypeError: Struct() argument 1 must be a str or bytes object, not int'),
        ("Struct('i').__sizeof__() > 0", 'True'),
        ('error, error.__module__, error.__mro__', "(<class 'struct.error'>, 'struct', (<class 'struct.error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>))"),
    ], NAMES)
