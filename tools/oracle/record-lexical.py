"""Writes src/syntax/test/lexical-cases.generated.ts: what CPython makes of small pieces of source.

Tokens, errors of the tokenizer, values of literals, warnings, and sources in other encodings.
"""
import ast
import io
import json
import sys
import tokenize
import warnings

TOKENS = [
    'x = 1\n', 'if x:\n    y\n  # comment\n\n    z\nelse:\n\tw\n', 'a = (1,\n  2)\n', 'a \\\n + b', "s = b'x' R'y' Rb\"\"\"z\nw\"\"\"\n",
    'a**=b//c<<=d>>e->f:=g!=h...i.j @= ~k', '1_0 0x_fF 0b1 0o7 1.5e-3j .5 1. 1e5 00', 'def f(a, *, b): return lambda: None\n',
    "f'a{b}c{{d}}{e!r:>{w}}'\n", "f'''\n{a\n}\n'''", "f'{x=:%H:%M}'", "f'{a[\"b\"]}' rf'\\{c}'", "f'{f'{f'{1}'}'}'", "t'{a}b' tr'\\{c}'",
    "f'\\N{DASH}x{y}'", "f'{a:{b}{{c}}}'", "f'{x:=5}' f'{(x:=5)}' f'{x!=5}'", 'é = "ü" + ñandú # ß\nz', '\f\nx\n\f  y' and 'x\n\fy\n',
    'class A:\n  def f(self):\n    pass\n\n  x = 1\n\ny\n', 'match x:\n  case _: pass\n', 'a;b;\n', 'x = "a\\\nb"', '"""a\n\n\tb""" + c', '', '\n\n', '# only\n', '𝐱 = ﬁ',
]
PARENS = '(' * 201
ERRORS = [
    '"abc', "x = 'abc\n", 'x = """abc\ndef', "'abc\\'", 'x=1 \\ 2', 'x=1 \\', 'x = (1 + \\\n', 'x = \\\n\\ 2', 'x = """a\nb""" \\ 3', 'a×b', 'a\u00a0b', 'é = 1 £',
    '0777', '0_7', '1__0', '1_', '0x', '0b2', '0o8', '0b', '1e+', '1abc', '0o1z', '0xfz', '1.e', '1_000_', 'é = 0777', '\x01', 'x\ufeff', '€',
    '(', ')', '(]', '(\n\n]', '[\n1,\n', PARENS, 'if 1:\n    x\n  y\n', 'if 1:\n\tx\n        y\n', 'if 1:\n        x\n\ty\n',
    ''.join(' ' * i + 'if 1:\n' for i in range(100)) + ' ' * 100 + 'x', "ub'x'", "bu''", "ur''", "fu'x'", "fb''", "tf''", "tb''", "rbu''", "é = ub''",
    "x = f'a", "f'{a", "f'{a'", "f'''{a\n", "f'{a:\n}'", "f'}'", "f'{a}}'", "f'{a:{b:{c:{d}}}}'", "f'{(}'", "f'{)}'", "f'{a]'", "f'{a[)}'", "t'a", "t'''a", "t'{a:\n}'",
    "f'{a:\\", "f'{a:{b}\n}'", "f''' {\n '''", 'f\'{"a}\'',
]
LITERALS = [
    '0', '1_000', '0xFFFF_FFFF', '0b1010', '0o17', '9007199254740991', '9007199254740992', '123456789012345678901234567890', '0x1fffffffffffff', '0x20000000000000',
    '1.5', '.5', '1.', '1e400', '1e-400', '1_0.0_1e1_0', '0777.5', '1e16', '123456789.125', '1e15', '0.0001', '0.00001', '5e-324', '1j', '1.5e3J', '0j', '1e400j',
    "'a'", '"a\'b"', "'\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"'", "'\\0\\12\\123\\x41\\u00e9\\U0001F600'", "'a\\\nb'", "r'\\d\\n'", "u'x'", "'é😀'", "'\\N{BULLET}\\N{latin small letter a}\\N{LINE FEED}\\N{HANGUL SYLLABLE GAG}'",
    "'\\ud800'", "'\\ud800\\udc00'", "'\\udc00\\ud800'", "'\\x7f\\xa0\\xad\\u0378'", "b'a\\x00\\xff\\101'", "rb'\\x'", "b'\\'\\\"'", '"""a\'b"c"""', "'\\é'", "''", "b''", "'\\400'", "b'\\400'",
]
INVALID_LITERALS = [
    r"'\x'", r"'\x1'", r"'ab\xg'", r"'\u12'", r"'\U1234'", r"'\U00110000'", r"'\N'", r"'\N{'", r"'\N{}'", r"'\N{a'", r"'\N{no such}'", r"'é\x'", r"'é😀\x'", r"'\é\x'", r"b'a\x1'", r"b'é'",
    '1' * 4301, '1' + '_1' * 4500,
]
WARNINGS = [
    r"'\d'", r"'\d\e'", r"'\400'", r"b'\400'", r"b'\u1234'", "'\\\n\\d'", "'''\n\n\\d'''", '1if 2else 3', '0x1for x in y', '1or 2', '1jif 1else 2', '0b1and 1', '1not in x', r"f'\{a}'",
]
MARK = b'\xef\xbb\xbf'
SOURCES = [
    b'\xff', b'x = 1\ny = "\xe9"\n', b'# coding: latin-1\nx="\xe9"', b'# coding: foo\nx', b'#!/x\n# -*- coding: foo -*-\n', b'x\n# coding: foo\n', b'\n\n# coding: foo\n', MARK + b'x=1',
    MARK + b'# coding: utf-8\nx', MARK + b'# coding: latin-1\nx', MARK + b'\n# coding: foo\nx', b'# coding: UTF_8\nx="\xff"', b'# coding: ascii\nx="\xe9"', b'# coding: cp1252\nx="\x80"', b'# coding: cp1252\nx="\x81"',
    b'# coding: iso-8859-15\nx="\xa4"', b'# coding: koi8-r\nx="\xe1"', b'a\0b', b'\xed\xa0\x80', b'\xf4\x90\x80\x80', b'\xc0\x80', b'x="\xf0\x9f\x98', b'# vim: set fileencoding=foo :', b'#coding =foo', b'# coding: Latin_1-unix\nx="\xe9"',
    b'\x0c# coding: foo\n', b'"\xc3\xa9" \xe2\x82\xff\xffa', b'# a\r# coding: foo\r',
]
BAD_TEXTS = ['\ud800', 'x = "\udc80"', '😀\ud800b\udfff', '\ud800\ud801', 'x\0']


def tokens(source):
    skipped = {tokenize.COMMENT, tokenize.NL, tokenize.ENDMARKER}
    rows = []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type not in skipped:
            name = tokenize.tok_name[token.type]
            place = [] if name in ('INDENT', 'DEDENT') else [*token.start, *token.end]
            rows.append([name, *place])
    return rows


def outcome(source):
    try:
        compile(source, '<f>', 'exec', ast.PyCF_ONLY_AST)
    except SyntaxError as error:
        return [type(error).__name__, error.msg, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset]
    except Exception as error:
        return [type(error).__name__, str(error)]


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, '<f>', 'exec', ast.PyCF_ONLY_AST)
    return [[warning.category.__name__, warning.lineno, str(warning.message)] for warning in caught]


def failure(source):
    try:
        ast.parse(source)
    except SyntaxError as error:
        return error.msg


def write(name, cases):
    # JSON escapes every non-ASCII character, lone surrogates included.
    rows = ''.join(f'  {json.dumps(case)},\n' for case in cases)
    return f'export const {name} = [\n{rows}] as const;\n'


warnings.simplefilter('ignore')
text = '// Generated by tools/oracle/record-lexical.py with CPython 3.14: do not edit.\n'
text += write('TOKENS', [[source, tokens(source)] for source in TOKENS])
text += write('ERRORS', [[source, outcome(source)] for source in ERRORS])
text += write('LITERALS', [[source, repr(ast.literal_eval(source))] for source in LITERALS])
text += write('INVALID_LITERALS', [[source, failure(source)] for source in INVALID_LITERALS])
text += write('WARNINGS', [[source, warned(source)] for source in WARNINGS])
text += write('SOURCES', [[source.decode('latin-1'), outcome(source)] for source in SOURCES])
text += write('BAD_TEXTS', [[source, outcome(source)] for source in BAD_TEXTS])
open(sys.argv[1], 'w').write(text)
