import _csv


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


class File:
    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines.append(text)
        return len(text)


def write(row, **options):
    file = File()
    _csv.writer(file, **options).writerow(row)
    return file.lines[0]


def read(*lines, **options):
    return list(_csv.reader(lines, **options))


def test_reading():
    assert read('a,b', '"c,d","e""f"', '') == [['a', 'b'], ['c,d', 'e"f'], []] and read('a,"b', 'c"') == [['a', 'bc']]
    assert read('a\\,b', escapechar='\\') == [['a,b']] and read('a, b', skipinitialspace=True) == [['a', 'b']]
    assert read("a,'b''c'", quotechar="'") == [['a', "b'c"]] and read('a,"b"', quoting=_csv.QUOTE_NONE) == [['a', '"b"']]
    assert read('1,2.5,"x",', quoting=_csv.QUOTE_NONNUMERIC) == [[1.0, 2.5, 'x', '']]
    assert read('1,"x",,""', quoting=_csv.QUOTE_STRINGS) == [[1.0, 'x', None, '']] and read('1,,""', quoting=_csv.QUOTE_NOTNULL) == [['1', None, '']]
    assert read('a;b', delimiter=';') == [['a', 'b']] and read('\U0001f600,b') == [['\U0001f600', 'b']] and read('a,"b"c') == [['a', 'bc']]
    reader = _csv.reader(['a', '"b', 'c"'])
    assert next(reader) == ['a'] and reader.line_num == 1 and next(reader) == ['bc'] and reader.line_num == 3


def test_reading_errors():
    assert raises(_csv.Error, lambda: read('a,"b"c', strict=True)) == "',' expected after '\"'"
    assert raises(_csv.Error, lambda: read('a,"b', strict=True)) == 'unexpected end of data'
    assert raises(_csv.Error, lambda: read('a\rb')).startswith('new-line character seen in unquoted field')
    assert raises(_csv.Error, lambda: read(b'a')) == 'iterator should return strings, not bytes (the file should be opened in text mode)'
    assert raises(ValueError, lambda: read('x', quoting=2)) == "could not convert string to float: 'x'"
    old = _csv.field_size_limit(5)
    try:
        assert raises(_csv.Error, lambda: read('abcdef')) == 'field larger than field limit (5)' and read('abcde') == [['abcde']]
    finally:
        _csv.field_size_limit(old)


def test_writing():
    assert write(['a', 1, 2.5, None, 'b,c', 'd"e', 'f\ng']) == 'a,1,2.5,,"b,c","d""e","f\ng"\r\n' and write([]) == '\r\n'
    assert write(['']) == '""\r\n' and write([None]) == '""\r\n' and write(['', '']) == ',\r\n' and write('ab') == 'a,b\r\n'
    row = ['a', 1, None, '']
    assert write(row, quoting=_csv.QUOTE_ALL) == '"a","1","",""\r\n' and write(row, quoting=_csv.QUOTE_NONNUMERIC) == '"a",1,"",""\r\n'
    assert write(row, quoting=_csv.QUOTE_STRINGS) == '"a",1,,""\r\n' and write(row, quoting=_csv.QUOTE_NOTNULL) == '"a","1",,""\r\n'
    assert write(['a"b'], doublequote=False, escapechar='\\') == 'a\\"b\r\n' and write(['a,b'], quoting=3, escapechar='!') == 'a!,b\r\n'
    assert raises(_csv.Error, lambda: write(['a,b'], quoting=3)) == 'need to escape, but no escapechar set'
    assert raises(_csv.Error, lambda: write([''], quoting=3)) == 'single empty field record must be quoted'
    assert raises(_csv.Error, write, 5) == 'iterable expected, not int'
    assert raises(TypeError, _csv.writer, 5) == 'argument 1 must have a "write" method'
    file = File()
    _csv.writer(file, lineterminator='!').writerows([[1], [2]])
    assert file.lines == ['1!', '2!']


def test_dialects():
    _csv.register_dialect('semicolons', delimiter=';', strict=True)
    dialect = _csv.get_dialect('semicolons')
    assert dialect.delimiter == ';' and dialect.strict is True and dialect.quotechar == '"' and dialect.escapechar is None
    assert 'semicolons' in _csv.list_dialects() and read('a;b', dialect='semicolons') == [['a', 'b']]
    _csv.unregister_dialect('semicolons')
    assert raises(_csv.Error, _csv.get_dialect, 'semicolons') == 'unknown dialect'
    assert _csv.Dialect(dialect) is dialect and _csv.Dialect(dialect, delimiter='|').delimiter == '|'

    class Own:
        delimiter = '|'
        quotechar = None
    assert _csv.Dialect(Own).quoting == _csv.QUOTE_NONE
    for options, message in [(dict(delimiter='ab'), '"delimiter" must be a unicode character, not a string of length 2'),
                             (dict(quotechar=5), '"quotechar" must be a unicode character or None, not int'), (dict(quoting=9), 'bad "quoting" value'),
                             (dict(lineterminator=None), '"lineterminator" must be a string, not NoneType'),
                             (dict(quotechar=None, quoting=0), 'quotechar must be set if quoting enabled'),
                             (dict(foo=1), "this function got an unexpected keyword argument 'foo'")]:
        assert raises(TypeError, lambda: _csv.Dialect(**options)) == message
    assert raises(ValueError, lambda: _csv.Dialect(delimiter='"')) == 'bad delimiter or quotechar value'
    assert raises(ValueError, lambda: _csv.Dialect(escapechar='\n')) == 'bad escapechar value'
