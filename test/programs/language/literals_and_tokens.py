"""Tokens: numbers, strings, prefixes, escapes, continuation, operators without spaces, indentation, encoding of identifiers."""
import ast
import io
import tokenize

for source in ("0", "00", "0_0", "1_000", "0xFF_FF", "0O17", "0B11", "1.", ".5", "1e5", "1E-5", "1_0.0_1e1_0", "5j", ".5J", "1e3j", "0777.5", "00.5", "09.5", "0e0", "1if 1else 2", "0x1for x in(1,)", "1_", "1__1", "0_x1", "0xg", "0b12", "0o9", "01", "1e", "1e+", "1.2.3", "1_.5", "1._5", "0_7", "1abc", "1_a", "0b", "5 .real", "5.0.real", "1.real", "1..real", "1jif 1 else 0", "0xfor 1", "1and 2", "1or 2", "1in [1]", "1not in [2]", "1is 1"):
    try:
        print(source, "=", repr(eval(source)))
    except SyntaxError as error:
        print(source, "->", error.msg)
for source in (r"'\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}'", r"'\0\7\18\400'", r"'\
'", r"'\z\ \%'", r"b'\x41\101\u0041\N'", r"rb'\x41'", r"Rb'\'", r"r'\''", r"'''a'b''c'''", r'"""a"""', "''''a'''", "'a' \"b\" '''c'''", "u'é'", "b'é'", "ur'x'", "'\\x4'", "'\\u123'", "'\\U00110000'", "'\\N{nope}'", "'\\N'", "b'\\x4'", "'abc", "'''abc", "'a\nb'", "f'{1}' 'a' b'x'", "B'' R''", "'\\ud800'", "'a\\\nb'", "'tab\there'", "br'\\x'", "bu'x'", "'' ''", "'a'.upper()", "'a'[0]'b'", "f''", "t'{1}'.values", "Rf'\\n{1}'", "'\\400'", "b'\\400'"):
    try:
        print(source, "=", repr(eval(source)))
    except SyntaxError as error:
        print(repr(source), "->", error.msg.split(" at position")[0])
for source in ("1+-+~1", "2**-1", "-2**2", "2**3**2", "1<2<3", "not not 1", "a:=1", "(a:=1)", "x if y", "1if 0 else 2", "[1,2,][0]", "(1,)", "()", "{}", "{1}", "{1:2,}", "[*'ab',]", "{**{}}", "*1", "1,", "1 2", "a.b", "lambda:0", "lambda x,:0", "lambda *:0", "lambda *,a:a", "lambda a,/,b:a", "lambda /:0", "1@2", "a->b", "a<>b", "a!=b", "!a", "a?b", "$a", "a$", "a`b", "@a", "a;b", "a\\b", "...", "....__class__", ". . .", "a . b", "a:b", "[::]", "x[1:2:3,...]", "x[*a]", "x[a:=1]", "f(**a,)", "f(*a,)", "f(a=1,)", "f(,)", "f(a for a in b)", "f(a for a in b,)", "(a,b for a in c)", "a if b else c if d else e", "yield", "await a", "a = 1", "print a", "a b", "True = 1", "é", "é = 1", "名前", "a\u00a0b", "a\u200bb", "“a”", "0xＦ", "x\t+\t1", "\f1", "1\f", "a\x00"):
    try:
        print(repr(source), "=", ast.unparse(ast.parse(source, mode="eval")))
    except (SyntaxError, ValueError) as error:
        print(repr(source), "->", getattr(error, "msg", error))
source = "if x:\n    y = f'{a!r:>{w}}' + \"b\" # comment\n\n\tz\n"
source = "def f(a, *b):\n    return f'{a!r:>{w}}' + \"b\"  # comment\n\nx = 0x1F; y = [1,\n  2]\n"
for token in tokenize.generate_tokens(io.StringIO(source).readline):
    print(tokenize.tok_name[token.exact_type], repr(token.string), token.start, token.end)
for bad in ("x = (1,\n", "'abc\n", "  x\n y\n", "x = 1 +\n  $", "'''abc"):
    try:
        list(tokenize.generate_tokens(io.StringIO(bad).readline))
        print("fine")
    except (tokenize.TokenError, SyntaxError) as error:
        print(type(error).__name__, error.args[0], error.args[1] if isinstance(error, tokenize.TokenError) else error.lineno)
