"""Results and errors of binascii: each row is an expression and what comes of it."""

import binascii

from apptest_checks import check_rows

NAMES = dict(globals())


def test_hex():
    check_rows([
        ("binascii.hexlify(b'abc'),binascii.hexlify(b'abcd','-'),binascii.b2a_hex(b'abcd',b'_',2),binascii.b2a_hex(b'abcde','_',-2)", "(b'616263', b'61-62-63-64', b'6162_6364', b'6162_6364_65')"),
        ("binascii.hexlify('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("binascii.hexlify(b'a',sep='ab')", 'ValueError: sep must be length 1.'),
        ("binascii.unhexlify(b'6162'),binascii.unhexlify('6162'),binascii.a2b_hex('')", "(b'ab', b'ab', b'')"),
        ("binascii.unhexlify('616')", 'Error: Odd-length string'),
        ("binascii.unhexlify('6z')", 'Error: Non-hexadecimal digit found'),
        ("binascii.unhexlify('é')", 'ValueError: string argument should contain only ASCII characters'),
        ('binascii.unhexlify(5)', "TypeError: argument should be bytes, buffer or ASCII string, not 'int'"),
    ], NAMES)


def test_base64():
    check_rows([
        ("binascii.b2a_base64(b'abc'),binascii.b2a_base64(b'abcd'),binascii.b2a_base64(b'',newline=False),binascii.b2a_base64(b'ab',newline=False)", r"(b'YWJj\n', b'YWJjZA==\n', b'', b'YWI=')"),
        ("binascii.b2a_base64('a')", "TypeError: a bytes-like object is required, not 'str'"),
        (r"binascii.a2b_base64(b'YWJj'),binascii.a2b_base64('YWJjZA=='),binascii.a2b_base64(b'Y W\nJj'),binascii.a2b_base64(b''),binascii.a2b_base64(b'YW!Jj')", "(b'abc', b'abcd', b'abc', b'', b'abc')"),
        ("binascii.a2b_base64(b'YWJ')", 'Error: Incorrect padding'),
        ("binascii.a2b_base64(b'YW')", 'Error: Incorrect padding'),
        ("binascii.a2b_base64(b'Y')", 'Error: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4'),
        ("binascii.a2b_base64(b'YWJjY')", 'Error: Invalid base64-encoded string: number of data characters (5) cannot be 1 more than a multiple of 4'),
        ("binascii.a2b_base64(b'YW=')", 'Error: Incorrect padding'),
        ("binascii.a2b_base64(b'YW==YW==')", r"b'af\x16'"),
        ("binascii.a2b_base64(b'YW==Y')", 'Error: Incorrect padding'),
        ("binascii.a2b_base64(b'=YWJj')", "b'abc'"),
        ("binascii.a2b_base64(b'YWJj====')", "b'abc'"),
        ("binascii.a2b_base64(b'YWJj',strict_mode=True)", "b'abc'"),
        (r"binascii.a2b_base64(b'YW\nJj',strict_mode=True)", 'Error: Only base64 data is allowed'),
        ("binascii.a2b_base64(b'=YWJj',strict_mode=True)", 'Error: Leading padding not allowed'),
        ("binascii.a2b_base64(b'YWJj=',strict_mode=True)", 'Error: Excess padding not allowed'),
        ("binascii.a2b_base64(b'YW=Jj',strict_mode=True)", 'Error: Discontinuous padding not allowed'),
        ("binascii.a2b_base64(b'YW==a',strict_mode=True)", 'Error: Excess data after padding'),
        ("binascii.a2b_base64(b'YW=',strict_mode=True)", 'Error: Incorrect padding'),
        ("binascii.a2b_base64(b'YW===',strict_mode=True)", 'Error: Excess padding not allowed'),
        ("binascii.a2b_base64(b'YWJ=Y',strict_mode=True)", 'Error: Excess data after padding'),
        ("binascii.a2b_base64(b'Y===',strict_mode=True)", 'Error: Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4'),
        ("binascii.a2b_base64(b'YWJ==',strict_mode=True)", 'Error: Excess padding not allowed'),
        ("binascii.a2b_base64('é')", 'ValueError: string argument should contain only ASCII characters'),
        ('binascii.a2b_base64(5)', "TypeError: argument should be bytes, buffer or ASCII string, not 'int'"),
    ], NAMES)


def test_checksums():
    check_rows([
        ("binascii.crc32(b'abc'),binascii.crc32(b'abc',5),binascii.crc32(b'',-1),binascii.crc32(b'a',2**40)", '(891568578, 871334697, 4294967295, 3904355907)'),
        ("binascii.crc_hqx(b'abc',0),binascii.crc_hqx(b'abc',70000),binascii.crc_hqx(b'abc',-1)", '(40406, 57820, 20810)'),
        ("binascii.crc32('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("binascii.crc_hqx(b'a')", 'TypeError: crc_hqx expected 2 arguments, got 1'),
    ], NAMES)


def test_uu():
    check_rows([
        (r"binascii.b2a_uu(b'abc'),binascii.b2a_uu(b''),binascii.b2a_uu(b'a\0b\0',backtick=True),binascii.b2a_uu(b'\0'*45)", r"(b'#86)C\n', b' \n', b'$80!B````\n', b'M                                                            \n')"),
        ("binascii.b2a_uu(b'a'*46)", 'Error: At most 45 bytes at once'),
        (r"binascii.a2b_uu(b'#86)C\n'),binascii.a2b_uu(b'#86)C'),binascii.a2b_uu(b''),binascii.a2b_uu(b' \n'),binascii.a2b_uu(b'#86'),binascii.a2b_uu('`\n')", 'Error: Missing length byte'),
        ("binascii.a2b_uu(b'#86)C!!!')", 'Error: Trailing garbage'),
        (r"binascii.a2b_uu(b'\x7f')", r"b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00'"),
        (r"binascii.a2b_uu(b'#86\x01C')", 'Error: Illegal char'),
    ], NAMES)


def test_quoted_printable():
    check_rows([
        (r"binascii.b2a_qp(b'a b=\xff\n'),binascii.b2a_qp(b'a '),binascii.b2a_qp(b'a b',quotetabs=True),binascii.b2a_qp(b'a_b c',header=True),binascii.b2a_qp(b'a\nb',istext=False),binascii.b2a_qp(b'.\n'),binascii.b2a_qp(b'x'*100),binascii.b2a_qp(b'\r\n=\r\n'),binascii.b2a_qp(b'a \n\tb\t\n')", r"(b'a b=3D=FF\n', b'a=20', b'a=20b', b'a=5Fb_c', b'a=0Ab', b'=2E\n', b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx=\nxxxxxxxxxxxxxxxxxxxxxxxxx', b'\r\n=3D\r\n', b'a=20\n\tb=09\n')"),
        (r"binascii.b2a_qp(b'\xe9'*30)", r"b'=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=E9=\n=E9=E9=E9=E9=E9'"),
        (r"binascii.b2a_qp(b'a'*75+b' '+b'b'*10), binascii.b2a_qp(b'a'*76),binascii.b2a_qp(b'a'*77), binascii.b2a_qp(b'a'*74+b'\xe9\xe9')", r"(b'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=\n bbbbbbbbbb', b'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', b'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=\naa', b'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=\n=E9=E9')"),
        (r"binascii.b2a_qp(b' .\n. \n..'), binascii.b2a_qp(b'a\r\n b'), binascii.b2a_qp(b'a\rb'), binascii.b2a_qp(b'\ta',header=True)", r"(b' .\n.=20\n..', b'a\r\n b', b'a\rb', b'\ta')"),
        (r"binascii.a2b_qp(b'a=20b=\nc=3D=zz='),binascii.a2b_qp(b'a_b',header=True),binascii.a2b_qp(b'a=\r\nb'),binascii.a2b_qp(b'a==3'),binascii.a2b_qp('=41=e9'),binascii.a2b_qp(b'a=x\nb'),binascii.a2b_qp(b'a= \nb')", r"(b'a bc==zz', b'a b', b'ab', b'a=3', b'A\xe9', b'a=x\nb', b'a= \nb')"),
        ("binascii.a2b_qp('é')", 'ValueError: string argument should contain only ASCII characters'),
        ('binascii.Error.__mro__,binascii.Incomplete.__mro__', "((<class 'binascii.Error'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>), (<class 'binascii.Incomplete'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>))"),
        ('binascii.Error.__module__', "'binascii'"),
    ], NAMES)
