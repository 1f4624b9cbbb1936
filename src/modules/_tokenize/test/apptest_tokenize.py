import io
import tokenize

import _tokenize

NAME, NUMBER, STRING, NEWLINE, INDENT, DEDENT, OP, COMMENT, NL = 1, 2, 3, 4, 5, 6, 55, 65, 66


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        return error
    raise AssertionError('nothing raised')


def tokens(source, extra=True):
    lines = source.splitlines(True)
    return list(_tokenize.TokenizerIter(lambda: lines.pop(0) if lines else '', extra_tokens=extra))


def test_simple():
    assert tokens('x = 1\n') == [
        (NAME, 'x', (1, 0), (1, 1), 'x = 1\n'), (OP, '=', (1, 2), (1, 3), 'x = 1\n'), (NUMBER, '1', (1, 4), (1, 5), 'x = 1\n'),
        (NEWLINE, '\n', (1, 5), (1, 6), 'x = 1\n'), (0, '', (2, 0), (2, 0), '')]
    assert tokens('') == [(0, '', (1, 0), (1, 0), '')]
    assert tokens('x')[1] == (NEWLINE, '', (1, 1), (1, 2), 'x')


def test_comments_and_empty_lines():
    source = 'if x:\n    # c\n\n    y  # d\n# e\nz\n'
    assert [(token[0], token[1], token[2]) for token in tokens(source)] == [
        (NAME, 'if', (1, 0)), (NAME, 'x', (1, 3)), (OP, ':', (1, 4)), (NEWLINE, '\n', (1, 5)), (COMMENT, '# c', (2, 4)), (NL, '\n', (2, 7)),
        (NL, '\n', (3, 0)), (INDENT, '    ', (4, 0)), (NAME, 'y', (4, 4)), (COMMENT, '# d', (4, 7)), (NEWLINE, '\n', (4, 10)),
        (COMMENT, '# e', (5, 0)), (NL, '\n', (5, 3)), (DEDENT, '', (6, 0)), (NAME, 'z', (6, 0)), (NEWLINE, '\n', (6, 1)), (0, '', (7, 0))]


def test_lines_of_long_tokens():
    string = tokens('"""a\nb"""\n')[0]
    assert string == (STRING, '"""a\nb"""', (1, 0), (2, 4), '"""a\nb"""\n')
    assert [token[1] for token in tokens("f'a{x!r:>{w}}'\n")] == ["f'", 'a', '{', 'x', '!', 'r', ':', '>', '{', 'w', '}', '', '}', "'", '\n', '']


def test_lenient():
    assert [token[1] for token in tokens('0777 $ 1if 2\n')] == ['0777', '$', '1', 'if', '2', '\n', '']


def test_own_line_ends_and_columns():
    assert tokens('é\r\n')[1] == (NEWLINE, '\r\n', (1, 1), (1, 3), 'é\r\n')
    assert tokens('"\U0001d4b3" x\n')[1][2] == (1, 4)


def test_plain():
    assert tokens('x # c\n', False) == [
        (NAME, 'x', (1, 0), (1, 1), 'x # c\n'), (NEWLINE, '# c', (1, 2), (1, 5), 'x # c\n'), (0, '', (1, -1), (1, -1), 'x # c\n')]
    assert tokens('', False) == []


def test_errors():
    error = raises(SyntaxError, tokens, '(')
    assert error.args == ('unexpected EOF in multi-line statement',) and (error.lineno, error.offset) == (1, 0)
    error = raises(IndentationError, tokens, 'a\n  b\n c\n')
    assert error.args == ('unindent does not match any outer indentation level', ('<string>', 3, 3, ' c', None, None))
    error = raises(SyntaxError, tokens, '"abc')
    assert error.args == ('unterminated string literal (detected at line 1)', ('<string>', 1, 1, '"abc', 1, 1))
    assert raises(TypeError, list, _tokenize.TokenizerIter(lambda: 1, extra_tokens=True)).args == ('readline() returned a non-string object',)
    raises(ZeroDivisionError, list, _tokenize.TokenizerIter(lambda: 1 / 0, extra_tokens=True))


def test_bytes():
    lines = [b'x="\xe9"\n']
    iterator = _tokenize.TokenizerIter(lambda: lines.pop(0) if lines else b'', encoding='latin-1', extra_tokens=True)
    assert [token[1] for token in iterator] == ['x', '=', '"\xe9"', '\n', '']


def test_continuation_error_is_behind_the_line():
    for source, place in (('\\ x', (1, 4)), ('y=1\na \\ x\nz\n', (2, 6)), ('é\\  y\n', (1, 6)), ('(\n  a \\ b)\n', (2, 9))):
        try:
            list(tokenize.generate_tokens(io.StringIO(source).readline))
        except tokenize.TokenError as error:
            assert error.args == ('unexpected character after line continuation character', place)
        else:
            assert False, source
