"""Results and errors of the codecs that need no Python code: each row is an expression and what comes of it."""

import _codecs
import codecs

from apptest_checks import check_rows

NAMES = dict(globals())
NAMES["codecs"] = type("both", (), {**vars(codecs), **{name: staticmethod(value) for name, value in vars(_codecs).items() if callable(value)}})


def test_utf_16_and_32():
    check_rows([
        (r"'a\ud800'.encode('utf-16')", r"UnicodeEncodeError: 'utf-16' codec can't encode character '\ud800' in position 1: surrogates not allowed"),
        (r"'a\ud800'.encode('utf-16-le')", r"UnicodeEncodeError: 'utf-16-le' codec can't encode character '\ud800' in position 1: surrogates not allowed"),
        (r"'a\ud800'.encode('utf-32')", r"UnicodeEncodeError: 'utf-32' codec can't encode character '\ud800' in position 1: surrogates not allowed"),
        (r"'a\ud800\udc00b'.encode('utf-16','surrogatepass')", r"b'\xff\xfea\x00\x00\xd8\x00\xdcb\x00'"),
        (r"'a\udc80'.encode('utf-16','surrogateescape')", r"UnicodeEncodeError: 'utf-16' codec can't encode character '\udc80' in position 1: surrogates not allowed"),
        (r"'a\ud800'.encode('utf-16','replace')", r"b'\xff\xfea\x00?\x00'"),
        (r"'a\ud800'.encode('utf-16','xmlcharrefreplace')", r"b'\xff\xfea\x00&\x00#\x005\x005\x002\x009\x006\x00;\x00'"),
        (r"b'\x00\xd8'.decode('utf-16')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data"),
        (r"b'\x00\xd8'.decode('utf-16-le')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: unexpected end of data"),
        (r"b'\x00\xd8a'.decode('utf-16-le')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-2: unexpected end of data"),
        (r"b'\x00\xd8a\x00'.decode('utf-16-le')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal UTF-16 surrogate"),
        (r"b'\x00\xdca\x00'.decode('utf-16-le')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding"),
        (r"b'\xd8\x00'.decode('utf-16-be')", "UnicodeDecodeError: 'utf-16-be' codec can't decode bytes in position 0-1: unexpected end of data"),
        (r"b'\xd8\x00'.decode('utf-16')", r"'\xd8'"),
        (r"b'\xfe\xff\xd8\x00\x00a'.decode('utf-16')", "UnicodeDecodeError: 'utf-16-be' codec can't decode bytes in position 2-3: illegal UTF-16 surrogate"),
        (r"b'\xfe\xff\x00a\xd8'.decode('utf-16')", "UnicodeDecodeError: 'utf-16-be' codec can't decode byte 0xd8 in position 4: truncated data"),
        ("b'a'.decode('utf-16')", "UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data"),
        (r"b'a\x00\x00'.decode('utf-32')", "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-2: truncated data"),
        (r"b'a\x00\x11\x00'.decode('utf-32')", "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point not in range(0x110000)"),
        (r"b'\x00\xd8\x00\x00'.decode('utf-32')", "UnicodeDecodeError: 'utf-32-le' codec can't decode bytes in position 0-3: code point in surrogate code point range(0xd800, 0xe000)"),
        (r"b'\x00\xd8\x00\x00'.decode('utf-32','surrogatepass')", r"'\ud800'"),
        (r"b'\x00\x00\xfe\xff\x00\x00\xd8\x00'.decode('utf-32')", "UnicodeDecodeError: 'utf-32-be' codec can't decode bytes in position 4-7: code point in surrogate code point range(0xd800, 0xe000)"),
        (r"b'\x00\xd8\x00\x00'.decode('utf-32','replace')", r"'\ufffd'"),
        (r"b'\x00\xd8'.decode('utf-16','replace')", r"'\ufffd'"),
        (r"b'\x00\xd8a\x00\x00'.decode('utf-16','replace')", r"'\ufffda\ufffd'"),
        (r"b'\x00\xd8a\x00'.decode('utf-16','surrogatepass')", r"'\ud800a'"),
        (r"b'\x00\xd8\x00\xdc'.decode('utf-16','surrogatepass')", r"'\U00010000'"),
        (r"b'\x00\xdc'.decode('utf-16','surrogateescape')", "UnicodeDecodeError: 'utf-16-le' codec can't decode bytes in position 0-1: illegal encoding"),
        (r"codecs.utf_16_decode(b'\x00\xd8','strict',False)", "('', 0)"),
        (r"codecs.utf_16_decode(b'\x00','strict',False)", "('', 0)"),
        (r"codecs.utf_16_decode(b'\xff\xfea\x00\x00','strict',False)", "('a', 4)"),
        (r"codecs.utf_16_ex_decode(b'\xff\xfea\x00\x00','strict',0,False)", "('a', 4, -1)"),
        (r"codecs.utf_16_ex_decode(b'\xfe\xff\x00a\x00','strict',0,False)", "('a', 4, 1)"),
        (r"codecs.utf_16_ex_decode(b'a\x00','strict',0,False)", "('a', 2, 0)"),
        ("codecs.utf_16_ex_decode(b'','strict',0,False)", "('', 0, 0)"),
        (r"codecs.utf_16_ex_decode(b'\xff\xfea\x00','strict',1,True)", r"('\ufffe\u6100', 4, 1)"),
        (r"codecs.utf_16_ex_decode(b'\xff\xfea\x00','strict',-1,True)", r"('\ufeffa', 4, -1)"),
        (r"codecs.utf_32_ex_decode(b'\xff\xfe\0\0a\x00\0\0','strict',0,False)", "('a', 8, -1)"),
        ("codecs.utf_16_encode('a','strict',1)", r"(b'\x00a', 1)"),
        ("codecs.utf_16_encode('a','strict',-1)", r"(b'a\x00', 1)"),
        ("codecs.utf_16_encode('a')", r"(b'\xff\xfea\x00', 1)"),
        ("codecs.utf_32_encode('a')", r"(b'\xff\xfe\x00\x00a\x00\x00\x00', 1)"),
    ], NAMES)


def test_utf_7():
    check_rows([
        (r"codecs.utf_7_encode('a+é\u20ac\U0001f600b~\\-')", "(b'a+-+AOkgrNg93gA-b+AH4AXA--', 9)"),
        ("codecs.utf_7_encode('é-a')", "(b'+AOk--a', 3)"),
        (r"codecs.utf_7_encode('é a\n\0')", r"(b'+AOk a\n+AAA-', 5)"),
        (r"codecs.utf_7_encode('\ud800')", "(b'+2AA-', 1)"),
        ("b'+AOk-'.decode('utf-7')", r"'\xe9'"),
        ("b'+AOk'.decode('utf-7')", r"'\xe9'"),
        ("b'+AO'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-2: unterminated shift sequence"),
        ("b'+-a'.decode('utf-7')", "'+a'"),
        ("b'+'.decode('utf-7')", "''"),
        ("b'+AOl!'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-4: non-zero padding bits in shift sequence"),
        ("b'+AOkA!'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-5: partial character in shift sequence"),
        (r"b'\xff'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode byte 0xff in position 0: unexpected special character"),
        (r"b'+\xff'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-1: ill-formed sequence"),
        ("b'+2AA-'.decode('utf-7')", r"'\ud800'"),
        ("b'+2D3eAA-'.decode('utf-7')", r"'\U0001f600'"),
        ("b'+2D0-'.decode('utf-7')", r"'\ud83d'"),
        ("b'+2D0'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-3: unterminated shift sequence"),
        ("b'a+AOk+IKw-b'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 1-9: partial character in shift sequence"),
        (r"b'+AOk\x01'.decode('utf-7')", r"'\xe9\x01'"),
        ("b'+!'.decode('utf-7')", "UnicodeDecodeError: 'utf7' codec can't decode bytes in position 0-1: ill-formed sequence"),
        ("b'+AAA!'.decode('utf-7','replace')", r"'\x00!'"),
        ("codecs.utf_7_decode(b'+AO','strict',False)", "('', 0)"),
        ("codecs.utf_7_decode(b'abc+AOk','strict',False)", "('abc', 3)"),
        ("codecs.utf_7_decode(b'abc+','strict',False)", "('abc', 3)"),
        (r"codecs.utf_7_decode(b'a\\b~c')", r"('a\\b~c', 5)"),
    ], NAMES)


def test_escapes():
    check_rows([
        (r"codecs.unicode_escape_decode(b'\\n\\x41\\u20ac\\U0001f600\\N{BULLET}\\101\\q\\\n\\a\\b\\f\\v\\\'')", '("\\nA\\u20ac\\U0001f600\\u2022A\\\\q\\x07\\x08\\x0c\\x0b\'", 50)'),
        (r"codecs.unicode_escape_decode(b'\\x4')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape"),
        (r"codecs.unicode_escape_decode(b'\\x')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-1: truncated \xXX escape"),
        (r"codecs.unicode_escape_decode(b'\\u12')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape"),
        (r"codecs.unicode_escape_decode(b'\\u12z')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape"),
        (r"codecs.unicode_escape_decode(b'\\U00110000')", "UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character"),
        (r"codecs.unicode_escape_decode(b'\\N{foo}')", "UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name"),
        (r"codecs.unicode_escape_decode(b'\\N')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape"),
        (r"codecs.unicode_escape_decode(b'\\N{')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape"),
        (r"codecs.unicode_escape_decode(b'\\N{}')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape"),
        (r"codecs.unicode_escape_decode(b'\\N{foo')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode bytes in position 0-5: malformed \N character escape"),
        (r"codecs.unicode_escape_decode(b'\\')", r"UnicodeDecodeError: 'unicodeescape' codec can't decode byte 0x5c in position 0: \ at end of string"),
        (r"codecs.unicode_escape_decode(b'\\','strict',False)", "('', 0)"),
        (r"codecs.unicode_escape_decode(b'a\\x4','strict',False)", "('a', 1)"),
        (r"codecs.unicode_escape_decode(b'a\\1','strict',False)", r"('a\x01', 3)"),
        (r"codecs.unicode_escape_decode(b'a\\12','strict',False)", r"('a\n', 4)"),
        (r"codecs.unicode_escape_decode(b'a\\N{BUL','strict',False)", "('a', 1)"),
        (r"codecs.unicode_escape_decode(b'\\777\\400')", r"('\u01ff\u0100', 8)"),
        (r"codecs.unicode_escape_decode(b'\\ud800\\udc00\xe9')", r"('\ud800\udc00\xe9', 13)"),
        (r"codecs.unicode_escape_decode('\\xe9é')", r"('\xe9\xc3\xa9', 6)"),
        (r"codecs.unicode_escape_decode(b'\\x4z\\x41','replace')", r"('\ufffdzA', 8)"),
        (r"codecs.unicode_escape_decode(b'\\x4z\\x41','ignore')", "('zA', 8)"),
        ('codecs.unicode_escape_encode(\'a\\n\\t\\r\\\\\\\'"\\x00\\x7fé\\u20ac\\U0001f600\\ud800\')', '(b\'a\\\\n\\\\t\\\\r\\\\\\\\\\\'"\\\\x00\\\\x7f\\\\xe9\\\\u20ac\\\\U0001f600\\\\ud800\', 13)'),
        (r"codecs.raw_unicode_escape_encode('a\\n\n\x00\x7fé\u20ac\U0001f600\ud800')", r"(b'a\\n\n\x00\x7f\xe9\\u20ac\\U0001f600\\ud800', 10)"),
        (r"codecs.raw_unicode_escape_decode(b'\\u20ac\\n\\U0001f600\xe9\\\\u20ac\\x41')", r"('\u20ac\\n\U0001f600\xe9\\\\u20ac\\x41', 30)"),
        (r"codecs.raw_unicode_escape_decode(b'\\u12')", r"UnicodeDecodeError: 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape"),
        (r"codecs.raw_unicode_escape_decode(b'\\u12z')", r"UnicodeDecodeError: 'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape"),
        (r"codecs.raw_unicode_escape_decode(b'\\U00110000')", r"UnicodeDecodeError: 'rawunicodeescape' codec can't decode bytes in position 0-9: \Uxxxxxxxx out of range"),
        (r"codecs.raw_unicode_escape_decode(b'a\\u12','strict',False)", "('a', 1)"),
        (r"codecs.raw_unicode_escape_decode(b'a\\','strict',False)", "('a', 1)"),
        (r"codecs.escape_decode(b'\\n\\x41\\101\\q\\\n\\u')", r"(b'\nAA\\q\\u', 16)"),
        (r"codecs.escape_decode(b'\\x4')", r'ValueError: invalid \x escape at position 0'),
        (r"codecs.escape_decode(b'\\x4z','replace')", "(b'?z', 4)"),
        (r"codecs.escape_decode(b'\\x4z','ignore')", "(b'z', 4)"),
        (r"codecs.escape_decode(b'\\x4z','foo')", 'ValueError: decoding error; unknown error handling code: foo'),
        (r"codecs.escape_decode(b'\\')", r'ValueError: Trailing \ in string'),
        (r"codecs.escape_decode('\\x41é')", r"(b'A\xc3\xa9', 6)"),
        ('codecs.escape_encode(b\'a\\n\\t\\r\\\'"\\\\\\x00\\xff\')', '(b\'a\\\\n\\\\t\\\\r\\\\\\\'"\\\\\\\\\\\\x00\\\\xff\', 9)'),
        ("codecs.escape_encode('a')", 'TypeError: escape_encode() argument 1 must be bytes, not str'),
    ], NAMES)


def test_charmap():
    check_rows([
        (r"codecs.charmap_decode(b'ab\xff','strict','xyz')", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x61 in position 0: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01\x02','strict','xyz')", "('xyz', 3)"),
        (r"codecs.charmap_decode(b'\x00\x01\x02\x03','strict','xyz')", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x03 in position 3: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','strict','x\ufffe')", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x01 in position 1: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','replace','x\ufffe')", r"('x\ufffd', 2)"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:None})", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x01 in position 1: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:65})", "('abA', 2)"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:0x110000})", 'TypeError: character mapping must be in range(0x110000)'),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:-1})", 'TypeError: character mapping must be in range(0x110000)'),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:b'x'})", 'TypeError: character mapping must return integer, None or str'),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:0xfffe})", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x01 in position 1: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab',1:'\ufffe'})", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x01 in position 1: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',{0:'ab'})", "UnicodeDecodeError: 'charmap' codec can't decode byte 0x01 in position 1: character maps to <undefined>"),
        (r"codecs.charmap_decode(b'\x00\x01','strict',5)", "TypeError: 'int' object is not subscriptable"),
        (r"codecs.charmap_decode(b'\xff')", r"('\xff', 1)"),
        ("codecs.charmap_encode('abc','strict',{97:65,98:b'xy',99:None})", r"UnicodeEncodeError: 'charmap' codec can't encode character '\x63' in position 2: character maps to <undefined>"),
        ("codecs.charmap_encode('ab','strict',{97:65,98:b'xy',99:None})", "(b'Axy', 2)"),
        ("codecs.charmap_encode('ab','strict',{97:300})", 'TypeError: character mapping must be in range(256)'),
        ("codecs.charmap_encode('ab','strict',{97:'x'})", 'TypeError: character mapping must return integer, bytes or None, not str'),
        ("codecs.charmap_encode('ab','replace',{97:65})", r"UnicodeEncodeError: 'charmap' codec can't encode character '\x62' in position 1: character maps to <undefined>"),
        ("codecs.charmap_encode('ab','replace',{97:65,63:66})", "(b'AB', 2)"),
        ("codecs.charmap_encode('abb','xmlcharrefreplace',{97:65,38:1,35:2,57:3,56:4,59:5})", r"(b'A\x01\x02\x03\x04\x05\x01\x02\x03\x04\x05', 3)"),
        (r"codecs.charmap_encode('\u20ac')", r"UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 0: ordinal not in range(256)"),
        ("codecs.charmap_encode('é')", r"(b'\xe9', 1)"),
        ("codecs.charmap_build('abc')", '{97: 0, 98: 1, 99: 2}'),
        ("codecs.charmap_build('a'*256).size()", "AttributeError: 'dict' object has no attribute 'size'"),
        ("codecs.charmap_encode('ab','strict',codecs.charmap_build(''.join(map(chr,range(256)))))", "(b'ab', 2)"),
        (r"codecs.charmap_encode('\u20ac','strict',codecs.charmap_build(''.join(map(chr,range(256)))))", r"UnicodeEncodeError: 'charmap' codec can't encode character '\u20ac' in position 0: character maps to <undefined>"),
    ], NAMES)


def test_functions():
    check_rows([
        ("codecs.readbuffer_encode('aé')", r"(b'a\xc3\xa9', 3)"),
        ("codecs.readbuffer_encode(b'a')", "(b'a', 1)"),
        ("codecs.ascii_decode('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("codecs.utf_8_decode('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("codecs.utf_8_encode(b'a')", 'TypeError: utf_8_encode() argument 1 must be str, not bytes'),
        (r"codecs.utf_8_decode(b'a\xe2\x82')", "('a', 1)"),
        (r"codecs.utf_8_decode(b'a\xe2\x82','strict',True)", "UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 1-2: unexpected end of data"),
        (r"codecs.utf_8_decode(b'a\xe2\x82',None)", "('a', 1)"),
        ("codecs.lookup_error('xx')", "LookupError: unknown error handler name 'xx'"),
        ("codecs.lookup_error('strict')", '<built-in function strict_errors>'),
        ("codecs.register_error('a',1)", 'TypeError: handler must be callable'),
        ('codecs.register_error(1,1)', 'TypeError: register_error() argument 1 must be str, not int'),
        ('codecs.register(1)', 'TypeError: argument must be callable'),
        ("codecs.lookup('xx')", 'LookupError: unknown encoding: xx'),
        ("codecs.encode('a','hex')", "TypeError: a bytes-like object is required, not 'str'"),
        ("'a'.encode('hex')", "LookupError: 'hex' is not a text encoding; use codecs.encode() to handle arbitrary codecs"),
        ("b'a'.decode('rot13')", "LookupError: 'rot13' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
        ("b'ab'.decode('hex')", "LookupError: 'hex' is not a text encoding; use codecs.decode() to handle arbitrary codecs"),
        ("codecs.encode(b'a','hex')", "b'61'"),
        ("codecs.encode('a','rot13')", "'n'"),
        ("codecs.decode('zz','hex')", 'Error: Non-hexadecimal digit found'),
    ], NAMES)


def test_utf_8_and_single_bytes():
    check_rows([
        (r"'\ud800\udfff'.encode('utf-8')", "UnicodeEncodeError: 'utf-8' codec can't encode characters in position 0-1: surrogates not allowed"),
        (r"'\ud800'.encode('utf-8','surrogateescape')", r"UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed"),
        (r"'\udc80\ud800'.encode('utf-8','surrogateescape')", r"UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 1: surrogates not allowed"),
        (r"'\udc80é'.encode('ascii','surrogateescape')", r"UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 1: ordinal not in range(128)"),
        (r"'éa\u20ac'.encode('latin-1')", r"UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 2: ordinal not in range(256)"),
        (r"'é\u20ac'.encode('ascii','namereplace')", r"b'\\N{LATIN SMALL LETTER E WITH ACUTE}\\N{EURO SIGN}'"),
        (r"'\ud800\U000e0001\x00\x80'.encode('ascii','namereplace')", r"b'\\ud800\\N{LANGUAGE TAG}\x00\\x80'"),
        (r"'\ud800'.encode('ascii','surrogatepass')", r"UnicodeEncodeError: 'ascii' codec can't encode character '\ud800' in position 0: ordinal not in range(128)"),
    ], NAMES)


def test_handlers():
    check_rows([
        (r"codecs.lookup_error('surrogatepass')(UnicodeEncodeError('utf-8','\ud800',0,1,'x'))", r"(b'\xed\xa0\x80', 1)"),
        (r"codecs.lookup_error('surrogatepass')(UnicodeEncodeError('cp1252','\ud800',0,1,'x'))", r"UnicodeEncodeError: 'cp1252' codec can't encode character '\ud800' in position 0: x"),
        ("codecs.lookup_error('strict')(1)", 'TypeError: codec must pass exception instance'),
        ("codecs.lookup_error('strict')(ValueError(1))", 'ValueError: 1'),
        ("codecs.lookup_error('ignore')(ValueError(1))", "TypeError: don't know how to handle ValueError in error callback"),
        ("codecs.lookup_error('ignore')(1)", "TypeError: don't know how to handle int in error callback"),
        ("codecs.lookup_error('replace')(UnicodeTranslateError('abc',0,2,'x'))", r"('\ufffd\ufffd', 2)"),
        ("codecs.lookup_error('backslashreplace')(UnicodeTranslateError('abc',0,2,'x'))", r"('\\x61\\x62', 2)"),
        ("codecs.lookup_error('xmlcharrefreplace')(UnicodeDecodeError('ascii',b'abc',0,2,'x'))", "TypeError: don't know how to handle UnicodeDecodeError in error callback"),
        ("codecs.lookup_error('namereplace')(UnicodeDecodeError('ascii',b'abc',0,2,'x'))", "TypeError: don't know how to handle UnicodeDecodeError in error callback"),
        ("codecs.lookup_error('surrogateescape')(UnicodeTranslateError('abc',0,2,'x'))", "TypeError: don't know how to handle UnicodeTranslateError in error callback"),
        ("codecs.lookup_error('replace')(UnicodeEncodeError('ascii','abc',-5,10,'x'))", "('???', 3)"),
        ("codecs.lookup_error('replace').__name__", "'replace_errors'"),
        ("codecs.lookup_error('namereplace').__name__", "'namereplace_errors'"),
        ("codecs.lookup_error('replace').__doc__", '"Implements the \'replace\' error handling, which replaces malformed data with a replacement marker."'),
        ("codecs.lookup_error('xmlcharrefreplace')", '<built-in function xmlcharrefreplace_errors>'),
        ("codecs.lookup('utf-8')._is_text_encoding", 'True'),
        (r"b'\xed\xa0\x80'.decode('utf-8','surrogatepass')", r"'\ud800'"),
        (r"b'\xed\xa0\x80\xed\xb0\x80'.decode('utf-8','surrogatepass')", r"'\ud800\udc00'"),
        (r"b'\xed\xa0'.decode('utf-8','surrogatepass')", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"),
        (r"b'\xf0\x9f\x98\xff\xc3'.decode('utf-8','surrogateescape')", r"'\udcf0\udc9f\udc98\udcff\udcc3'"),
        (r"b'\xf0\x9f\x98\xff\xc3'.decode('utf-8','replace')", r"'\ufffd\ufffd\ufffd'"),
        (r"b'\xf0\x9f\x98\xff\xc3'.decode('utf-8','backslashreplace')", r"'\\xf0\\x9f\\x98\\xff\\xc3'"),
        (r"b'\xf0\x80\x80'.decode('utf-8','replace')", r"'\ufffd\ufffd\ufffd'"),
        (r"b'\xff'.decode('ascii','surrogatepass')", "UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)"),
        (r"b'\xff'.decode('ascii','xmlcharrefreplace')", "TypeError: don't know how to handle UnicodeDecodeError in error callback"),
        (r"'\xff'.encode('ascii','foo')", "LookupError: unknown error handler name 'foo'"),
        (r"b'\xff'.decode('latin-1','foo')", r"'\xff'"),
    ], NAMES)


def test_names():
    check_rows([
        (r"'a\0'.encode('a\0b')", 'ValueError: embedded null character'),
        ("'a'.encode('UTF 8')", "b'a'"),
        ("'a'.encode('')", 'LookupError: unknown encoding: '),
        (r"'a'.encode('ascii\udc80')", r"UnicodeEncodeError: 'utf-8' codec can't encode character '\udc80' in position 5: surrogates not allowed"),
        ("'a'.encode('hex_codec')", "LookupError: 'hex_codec' is not a text encoding; use codecs.encode() to handle arbitrary codecs"),
        ('codecs.unregister(1)', 'None'),
        ("codecs.register_error('strict',lambda e: 1)", 'None'),
        ("codecs._unregister_error('strict')", "ValueError: cannot un-register built-in error handler 'strict'"),
        ("codecs._unregister_error('zzz')", 'False'),
    ], NAMES)
