"""str: construction, operators and methods."""


def raises(kind, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except kind as error:
        return str(error)
    raise AssertionError(f'no {kind.__name__}')


class Sub(str):
    pass


def test_construction():
    assert str() == '' and str(5) == '5' and str(object=5) == '5'
    assert str(b'caf\xc3\xa9', 'utf-8') == 'café'
    assert str(b'a\xff', errors='replace') == 'a\ufffd'
    assert str(bytearray(b'x'), encoding='ascii') == 'x'
    assert raises(TypeError, str, 1, 'utf8') == 'decoding to str: need a bytes-like object, int found'
    assert raises(TypeError, str, 'a', 'utf8') == 'decoding str is not supported'
    assert raises(TypeError, str, b'a', 1) == "str() argument 'encoding' must be str, not int"
    assert raises(TypeError, str, 1, 2, 3, 4) == 'str expected at most 3 arguments, got 4'
    assert raises(TypeError, str, object=1, foo=2) == "str() got an unexpected keyword argument 'foo'"


def test_subclass():
    text = Sub('abc')
    assert type(text) is Sub and type(text[:]) is str and type(text + '') is str and type(str(text)) is str
    assert text == 'abc' and hash(text) == hash('abc') and {text: 1}['abc'] == 1 and {'abc': 2}[text] == 2
    assert type(text.upper()) is str and type(text.replace('x', 'y')) is str and type(text.strip()) is str
    assert 'x'.join([text]) == 'abc' and type('x'.join([text])) is str
    text.attribute = 5
    assert text.attribute == 5 and text.__getnewargs__() == ('abc',)
    assert type('a' % ()) is str and type(Sub('a') % ()) is Sub


def test_items():
    text = 'hello'
    assert text[0] == 'h' and text[-1] == 'o' and text[True] == 'e'
    assert text[1:3] == 'el' and text[::-1] == 'olleh' and text[::2] == 'hlo' and text[10:] == ''
    assert raises(IndexError, lambda: text[5]) == 'string index out of range'
    assert raises(IndexError, lambda: text[2**70]) == "cannot fit 'int' into an index-sized integer"
    assert raises(TypeError, text.__getitem__, 'x') == "string indices must be integers, not 'str'"
    assert raises(TypeError, text.__getitem__, slice(0, 'a')) == (
        'slice indices must be integers or None or have an __index__ method'
    )


def test_operators():
    assert 'a' + 'b' == 'ab' and 'ab' * 2 == 2 * 'ab' == 'abab' and 'a' * -1 == ''
    assert 'bc' in 'abcd' and '' in '' and 'x' not in 'abc'
    assert 'a' < 'b' <= 'b' and not 'a' > 'b' and 'a' != 'b' and 'a' != 1
    assert raises(TypeError, lambda: 'a' + 1) == 'can only concatenate str (not "int") to str'
    assert raises(TypeError, lambda: 'a' * 'b') == "can't multiply sequence by non-int of type 'str'"
    assert raises(TypeError, lambda: 1 in 'a') == "'in <string>' requires string as left operand, not int"
    assert raises(TypeError, lambda: 'a' < 1) == "'<' not supported between instances of 'str' and 'int'"
    size = 2**62
    assert raises(OverflowError, lambda: 'abc' * size) == 'repeated string is too long'
    raises(MemoryError, lambda: 'a' * 2**58)


def test_iteration():
    assert list('abc') == ['a', 'b', 'c'] and list('é€') == ['é', '€']
    iterator = iter('abc')
    assert type(iterator).__name__ == 'str_ascii_iterator' and type(iter('é')).__name__ == 'str_iterator'
    assert next(iterator) == 'a' and iterator.__length_hint__() == 2
    assert iterator.__reduce__() == (iter, ('abc',), 1)
    iterator.__setstate__(100)
    assert list(iterator) == [] and iterator.__reduce__() == (iter, ('',))


def test_searching():
    text = 'abcabc'
    assert text.find('c') == 2 and text.find('c', 3) == 5 and text.find('c', 3, 5) == -1 and text.find('') == 0
    assert text.rfind('a') == 3 and text.rfind('a', 0, 3) == 0 and text.rfind('') == 6 and text.find('', 7) == -1
    assert text.index('b') == 1 and text.rindex('b') == 4 and text.index('a', -3) == 3
    assert text.count('a') == 2 and text.count('') == 7 and text.count('', 7) == 0 and 'aaa'.count('aa') == 1
    assert raises(ValueError, text.index, 'x') == 'substring not found'
    assert raises(TypeError, text.find, 1) == 'find() argument 1 must be str, not int'
    assert raises(TypeError, text.find) == 'find expected at least 1 argument, got 0'
    assert raises(TypeError, text.find, 'a', 1, 2, 3) == 'find expected at most 3 arguments, got 4'
    assert text.startswith('ab') and text.startswith('bc', 1) and not text.startswith('abc', 0, 2)
    assert text.startswith(('x', 'ab')) and text.endswith('bc') and text.endswith(('x', 'c')) and ''.startswith('')
    assert not 'abc'.startswith('', 4) and 'abc'.startswith('', 3)
    assert raises(TypeError, text.startswith, 1) == 'startswith first arg must be str or a tuple of str, not int'
    assert raises(TypeError, text.endswith, ('x', 1)) == 'tuple for endswith must only contain str, not int'


def test_splitting():
    assert ' a  b c '.split() == ['a', 'b', 'c'] and ' a  b c '.split(None, 1) == ['a', 'b c ']
    assert ' a  b c '.rsplit(None, 1) == [' a  b', 'c'] and ''.split() == [] and ''.split(',') == ['']
    assert 'a,b,,c'.split(',') == ['a', 'b', '', 'c'] and 'a,b,c'.split(',', 1) == ['a', 'b,c']
    assert 'a,b,c'.rsplit(',', 1) == ['a,b', 'c'] and 'a,b'.split(sep=',', maxsplit=0) == ['a,b']
    assert 'a\x1cb\u2003c\x85d'.split() == ['a', 'b', 'c', 'd']
    assert 'a\nb\r\nc\x0bd\u2028e'.splitlines() == ['a', 'b', 'c', 'd', 'e']
    assert 'a\nb\r\n'.splitlines(True) == ['a\n', 'b\r\n'] and ''.splitlines() == []
    assert 'a.b.c'.partition('.') == ('a', '.', 'b.c') and 'a.b.c'.rpartition('.') == ('a.b', '.', 'c')
    assert 'abc'.partition('.') == ('abc', '', '') and 'abc'.rpartition('.') == ('', '', 'abc')
    assert raises(ValueError, 'a'.split, '') == 'empty separator'
    assert raises(TypeError, 'a'.split, 1) == 'must be str or None, not int'
    assert raises(TypeError, 'a'.partition, 1) == 'must be str, not int'


def test_joining():
    assert ', '.join(['a', 'b']) == 'a, b' and ''.join(x for x in 'abc') == 'abc' and '-'.join({'a': 1}) == 'a'
    assert raises(TypeError, ''.join, 1) == 'can only join an iterable'
    assert raises(TypeError, ''.join, ['a', 1]) == 'sequence item 1: expected str instance, int found'


def test_replacing():
    assert 'aXbX'.replace('X', '-') == 'a-b-' and 'aXbX'.replace('X', '-', 1) == 'a-bX'
    assert 'abc'.replace('', '-') == '-a-b-c-' and 'abc'.replace('', '-', 2) == '-a-bc' and ''.replace('', 'x') == 'x'
    assert 'aaa'.replace('a', '$&', count=2) == '$&$&a'
    assert 'prefix-x'.removeprefix('prefix-') == 'x' and 'x.py'.removesuffix('.py') == 'x' and 'x'.removesuffix('') == 'x'
    assert raises(TypeError, 'a'.replace, 'a') == 'replace() takes at least 2 positional arguments (1 given)'
    assert raises(TypeError, 'a'.replace, 'a', 2) == 'replace() argument 2 must be str, not int'


def test_stripping():
    assert '  a '.strip() == 'a' and ' a '.lstrip() == 'a ' and ' a '.rstrip() == ' a'
    assert 'xyaxy'.strip('yx') == 'a' and '\u3000a\x1f'.strip() == 'a' and 'abc'.strip('') == 'abc'
    assert raises(TypeError, 'a'.strip, 1) == 'strip arg must be None or str'


def test_padding():
    assert 'ab'.center(5) == '  ab ' and 'ab'.center(6, '*') == '**ab**' and 'abc'.center(6) == ' abc  '
    assert 'ab'.ljust(4, '.') == 'ab..' and 'ab'.rjust(4) == '  ab' and 'abc'.ljust(1) == 'abc'
    assert '42'.zfill(5) == '00042' and '-42'.zfill(5) == '-0042' and '+'.zfill(3) == '+00'
    assert 'a\tb'.expandtabs() == 'a       b' and 'a\tb\nc\td'.expandtabs(4) == 'a   b\nc   d' and '\t'.expandtabs(0) == ''
    assert raises(TypeError, 'a'.center, 1, 'ab') == 'The fill character must be exactly one character long'
    assert raises(TypeError, 'a'.center, 1, 2) == 'The fill character must be a unicode character, not int'
    raises(MemoryError, 'a'.center, 2**63 - 1)
    assert raises(OverflowError, 'a'.center, 2**63) == 'Python int too large to convert to C ssize_t'


def test_case():
    assert 'hELLO wORLD'.title() == 'Hello World' and 'hELLO'.capitalize() == 'Hello' and 'aB'.swapcase() == 'Ab'
    assert 'straße'.upper() == 'STRASSE' and 'straße'.casefold() == 'strasse' and 'ﬁ'.title() == 'Fi'
    assert 'ΑΣ ΣΑΣ'.lower() == 'ας σας' and 'Σ'.lower() == 'σ' and 'ǆ'.title() == 'ǅ' and 'İ'.lower() == 'i\u0307'
    assert "they're".title() == "They'Re"


def test_predicates():
    assert 'abc'.isalpha() and not 'a1'.isalpha() and not ''.isalpha() and 'é'.isalpha()
    assert '٣'.isdecimal() and '²'.isdigit() and not '²'.isdecimal() and '½'.isnumeric() and '一'.isnumeric()
    assert 'a1'.isalnum() and ' \t\x85'.isspace() and ''.isascii() and not 'é'.isascii()
    assert 'Ab'.istitle() and not 'aB'.istitle() and 'AB1'.isupper() and 'ab1'.islower() and not '1'.isupper()
    assert 'a_1'.isidentifier() and not '1a'.isidentifier() and 'class'.isidentifier() and 'é'.isidentifier()
    assert ''.isprintable() and not 'a\n'.isprintable() and 'é'.isprintable() and not '\xad'.isprintable()


def test_translation():
    table = str.maketrans('ab', 'xy', 'c')
    assert table == {97: 120, 98: 121, 99: None} and 'abcd'.translate(table) == 'xyd'
    assert str.maketrans({'a': 'long', 98: None}) == {97: 'long', 98: None}
    assert 'abc'.translate({97: 'long', 98: None, 99: 0x1F600}) == 'long\U0001f600'
    assert raises(ValueError, str.maketrans, 'a', 'bc') == 'the first two maketrans arguments must have equal length'
    assert raises(ValueError, 'a'.translate, {97: -1}) == 'character mapping must be in range(0x110000)'
    assert raises(TypeError, 'a'.translate, {97: 1.5}) == 'character mapping must return integer, None or str'
    assert 'ab'.translate(['x'] * 98) == 'xb'


def test_repr():
    assert repr("it's") == '"it\'s"' and repr('"\'') == '\'"\\\'\'' and repr('a\n\t\\') == "'a\\n\\t\\\\'"
    assert repr('\x7f\xad\u200b\ue000') == "'\\x7f\\xad\\u200b\\ue000'" and repr('é') == "'é'"
    assert ascii('é€😀') == "'\\xe9\\u20ac\\U0001f600'"


def test_encoding():
    assert 'é'.encode() == b'\xc3\xa9' and 'é'.encode('latin-1') == b'\xe9'
    assert 'é'.encode('ascii', 'replace') == b'?' and 'é'.encode('ascii', errors='ignore') == b''
    assert raises(TypeError, 'a'.encode, 1) == "encode() argument 'encoding' must be str, not int"
    raises(UnicodeEncodeError, 'é'.encode, 'ascii')


def test_join_of_long_texts():
    """Longer than what is joined at once."""
    separator = 'ab' * 2**20
    joined = separator.join(['x'] * 20)
    assert len(joined) == 19 * len(separator) + 20
    assert joined == 'x' + (separator + 'x') * 19
    assert separator.join(['', separator, '', 'y']) == separator * 3 + separator + 'y'
    assert ''.join([separator] * 9) == separator * 9
