"""The engine of re: matching, groups, searching, replacing."""

import _sre
import re


def raises(kind, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except kind as error:
        return str(error)
    raise AssertionError(f'no {kind.__name__}')


def spans(pattern, text, flags=0):
    return [match.span() for match in re.finditer(pattern, text, flags)]


def test_characters():
    assert re.fullmatch(r'a.c', 'abc') and not re.fullmatch(r'a.c', 'a\nc') and re.fullmatch(r'a.c', 'a\nc', re.S)
    assert re.findall(r'[^a-c\d]', 'a1xé') == ['x', 'é'] and re.findall(r'\w+', 'añb _1-2') == ['añb', '_1', '2']
    assert re.findall(r'\w+', 'añb', re.A) == ['a', 'b'] and re.findall(r'\d', '1٣', re.A) == ['1']
    assert re.findall(r'[α-ω😀]', 'aβ😀') == ['β', '😀'] and re.match('.', '😀').end() == 1
    assert re.findall(r'\s', ' \x1c\u2003') == [' ', '\x1c', '\u2003'] and re.fullmatch(r'[\s\S]', '\n')


def test_case():
    assert re.fullmatch('straße', 'STRAßE', re.I) and re.fullmatch('[a-z]+', 'ABſK', re.I) and re.match('\u212a', 'k', re.I)
    assert not re.fullmatch('[a-z]', 'ſ', re.I | re.A) and re.fullmatch('(?i:A)b', 'ab') and not re.fullmatch('(?i:A)b', 'aB')
    assert re.fullmatch(r'(a)\1', 'aA', re.I) and re.fullmatch(b'(?i)A', b'a') and re.fullmatch('Σ+', 'σςΣ', re.I)


def test_positions():
    assert spans(r'^a', 'a\na', re.M) == [(0, 1), (2, 3)] and spans(r'a$', 'a\na\n') == [(2, 3)]
    assert spans(r'\bfoo\b', 'foo foobar foo') == [(0, 3), (11, 14)] and re.search(r'\B', '').span() == (0, 0)
    assert re.search(r'a\Z', 'a\n') is None and re.search('b', 'abab', re.M).start() == 1
    pattern = re.compile('^b')
    assert pattern.match('ab', 1) is None and re.compile('b$').search('abc', 0, 2).span() == (1, 2)


def test_repetitions():
    assert re.match('a*', 'aaa').end() == 3 and re.match('a*?', 'aaa').end() == 0 and re.match('a{2}', 'aaa').end() == 2
    assert re.match('a{1,2}?', 'aaa').end() == 1 and re.match('(?:ab)+', 'ababa').end() == 4
    assert re.match('a*+a', 'aaa') is None and re.match('(?>a*)b', 'aab').end() == 3 and re.match('(?:a|ab)++c', 'abc') is None
    assert re.match('<.*?>', '<a><b>').group() == '<a>' and re.match('(a*)*', 'aaa').span(1) == (3, 3)
    assert re.match('(?:a?)*?b', 'aab').end() == 3 and re.match('(a|b)*?c', 'abc').groups() == ('b',)


def test_groups():
    match = re.match('(?P<x>a)|(b)', 'a')
    assert match.regs == ((0, 1), (0, 1), (-1, -1)) and match.lastindex == 1 and match.lastgroup == 'x'
    assert match.groups() == ('a', None) and match.groups(5) == ('a', 5) and match.groupdict() == {'x': 'a'}
    assert match[0] == match['x'] == 'a' and match[2] is None and match.group(0, 'x', 2) == ('a', 'a', None)
    assert match.span(2) == (-1, -1) and match.start('x') == 0 and match.expand(r'\1-\g<x>-\2') == 'a-a-'
    assert raises(IndexError, match.group, 3) == 'no such group' and raises(IndexError, lambda: match['y']) == 'no such group'
    assert re.match('(?:(a)|b)*', 'ab').group(1) == 'a' and re.match('(a)?(?(1)b|c)', 'c') and not re.match('(a)(?(1)b|c)', 'ac')
    assert repr(match) == "<re.Match object; span=(0, 1), match='a'>" and match.string == 'a' and match.endpos == 1


def test_looking_around():
    assert re.findall(r'\d+(?=€)', '10€ 20$') == ['10'] and re.findall(r'(?<=\$)\d+', '$10 20') == ['10']
    assert re.findall(r'\b(?!un)\w+', 'undo do') == ['do'] and re.findall(r'(?<!a)b', 'ab bb') == ['b', 'b']
    assert re.match(r'(?=(a+))a*b\1', 'aaabaaa').group(1) == 'aaa'


def test_searching():
    assert re.findall('x*', 'axb') == ['', 'x', '', ''] and re.findall('(a)|(b)', 'ab') == [('a', ''), ('', 'b')]
    assert spans(r'\b|:+', 'a::bc') == [(0, 0), (1, 1), (1, 3), (3, 3), (5, 5)]
    assert re.split('(,)|;', 'a,b;c') == ['a', ',', 'b', None, 'c'] and re.split('x*', 'axbc') == ['', 'a', '', 'b', 'c', '']
    assert re.split('-', 'a-b-c', maxsplit=1) == ['a', 'b-c'] and re.compile('abc').search('xabababc').start() == 5
    scanner = re.compile('a*|b').scanner('aab')
    assert [m and m.span() for m in (scanner.match(), scanner.match(), scanner.match())] == [(0, 2), (2, 2), (2, 3)]


def test_replacing():
    assert re.sub('(a)|b', r'[\1]', 'ab') == '[a][]' and re.sub('x*', '-', 'axb') == '-a--b-'
    assert re.sub('a', lambda match: match.group().upper(), 'banana') == 'bAnAnA' and re.sub('', '-', 'ab') == '-a-b-'
    assert re.subn('a', 'b', 'aaa', count=2) == ('bba', 2) and re.sub(r'(?P<w>\w)', r'\g<w>\g<w>', 'ab') == 'aabb'
    assert re.sub('a', r'\\n\n', 'a') == '\\n\n' and re.sub('😀', '-', 'a😀b') == 'a-b'
    assert re.sub(b'a', b'b', b'aa') == b'bb' and re.sub(b'a', b'b', bytearray(b'a')) == b'b'


def test_bytes_and_errors():
    assert re.match(b'a(b)?', bytearray(b'ab')).group(1) == b'b' and re.findall(b'.', memoryview(b'ab')) == [b'a', b'b']
    assert raises(TypeError, re.match, 'a', b'a') == 'cannot use a string pattern on a bytes-like object'
    assert raises(TypeError, re.match, b'a', 'a') == 'cannot use a bytes pattern on a string-like object'
    assert raises(TypeError, re.match, 'a', 1) == "expected string or bytes-like object, got 'int'"
    assert raises(TypeError, re.sub, 'a', lambda m: 1, 'a') == 'sequence item 0: expected str instance, int found'
    assert raises(TypeError, type(re.compile('a'))) == "cannot create 're.Pattern' instances"


def test_pattern():
    pattern = re.compile('a(?P<n>b)', re.I)
    assert pattern.flags == re.I | re.U and pattern.groups == 1 and pattern.groupindex == {'n': 1} and pattern.pattern == 'a(?P<n>b)'
    assert repr(pattern) == "re.compile('a(?P<n>b)', re.IGNORECASE)" and pattern == re.compile('a(?P<n>b)', re.I)
    assert hash(pattern) == hash(re.compile('a(?P<n>b)', re.I)) and pattern != re.compile('a')
    assert raises(RuntimeError, _sre.compile, 'a', 0, [99], 0, {}, (None,)) == 'invalid SRE code'


def test_no_recursion():
    text = 'ab' * 100000
    assert re.fullmatch('(?:ab)*', text) and re.fullmatch('(?:a|b)*?', text) and re.match('(a|b)*c', text) is None
    assert re.match('(?:' * 50 + 'a' + ')*' * 50, 'a' * 1000).end() == 1000
    assert re.match('(.)*?x', 'a' * 50000 + 'x').end() == 50001 and re.match('(?:a?b?)*$', text)
