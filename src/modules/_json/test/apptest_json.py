import _json


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


class Context:
    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = staticmethod(lambda name: name + '!')


def scan(text, index=0, **changes):
    return _json.make_scanner(type('Changed', (Context,), changes))(text, index)


def encode(value, **changes):
    def fallback(value):
        raise TypeError('unknown ' + type(value).__name__)
    arguments = dict(markers={}, default=fallback, encoder=_json.encode_basestring_ascii, indent=None, key_separator=': ',
                     item_separator=', ', sort_keys=False, skipkeys=False, allow_nan=True)
    arguments.update(changes)
    return ''.join(_json.make_encoder(**arguments)(value, 0))


def test_strings():
    assert _json.encode_basestring_ascii('a"b\\c\n\x00\x7fé\U0001f600') == '"a\\"b\\\\c\\n\\u0000\\u007f\\u00e9\\ud83d\\ude00"'
    assert _json.encode_basestring('a"b\né\U0001f600\ud83d') == '"a\\"b\\né\U0001f600\ud83d"'
    assert _json.scanstring('x"abc"', 2) == ('abc', 6) and _json.scanstring('\\n\\u0041\\ud83d\\ude00"', 0) == ('\nA\U0001f600', 21)
    assert _json.scanstring('\\ud83dx"', 0) == ('\ud83dx', 8) and _json.scanstring('a\nb"', 0, False) == ('a\nb', 4)
    assert _json.scanstring('\U0001f600a"', 0) == ('\U0001f600a', 3)
    assert raises(ValueError, _json.scanstring, '"', 9) == 'end is out of bounds'
    assert raises(TypeError, _json.scanstring, 5, 0) == 'first argument must be a string, not int'


def test_values():
    for text, value in [('1', 1), ('-0', 0), ('12345678901234567890', 12345678901234567890), ('1.5e3', 1500.0), ('true', True),
                        ('null', None), ('"a"', 'a'), ('[]', []), ('{}', {}), ('[1, [2, {"a": {"b": null}}]]', [1, [2, {'a': {'b': None}}]]),
                        ('{"a":1,"a":2}', {'a': 2}), ('[\n1 ,\t2 ]', [1, 2]), ('NaN', 'NaN!'), ('-Infinity', '-Infinity!')]:
        assert scan(text) == (value, len(text)) and type(scan(text)[0]) is type(value), text
    assert scan('1e') == (1, 1) and scan('01') == (0, 1) and scan('[1] 2', 4) == (2, 5) and scan('\U0001f600[1]', 1) == ([1], 4)
    for text, index in [('', 0), ('tru', 0), ('[', 1), ('{"a":', 5), ('[1,,2]', 3), ('-', 0)]:
        assert raises(StopIteration, scan, text) == index
    assert raises(ValueError, scan, '1', -1) == 'idx cannot be negative'


def test_records():
    rows = scan('[' + ','.join('{"id": %d, "name": "n%d"}' % (i, i) for i in range(20)) + ']')[0]
    assert rows == [{'id': i, 'name': f'n{i}'} for i in range(20)]
    rows[0]['extra'] = 1
    del rows[1]['id']
    assert rows[2] == {'id': 2, 'name': 'n2'} and rows[0] == {'id': 0, 'name': 'n0', 'extra': 1} and rows[1] == {'name': 'n1'}


def test_hooks():
    assert scan('{"a":[1,1.5,{"b":-2e3}]}', object_hook=staticmethod(lambda d: ('H', d)), parse_int=staticmethod(lambda s: 'i' + s),
                parse_float=staticmethod(lambda s: 'f' + s))[0] == ('H', {'a': ['i1', 'f1.5', ('H', {'b': 'f-2e3'})]})
    assert scan('{"a":1,"a":{}}', object_pairs_hook=staticmethod(lambda pairs: pairs))[0] == [('a', 1), ('a', [])]
    raises(ZeroDivisionError, lambda: scan('[{}]', object_hook=staticmethod(lambda d: 1 / 0)))


def test_encoding():
    assert encode([1, 2.5, 'é', None, True, {'a': [], 'b': {}}, ()]) == '[1, 2.5, "\\u00e9", null, true, {"a": [], "b": {}}, []]'
    assert encode({1: 1, None: 2, 1.5: 3, False: 4}) == '{"1": 1, "null": 2, "1.5": 3, "false": 4}'
    assert encode([float('nan'), float('inf'), -float('inf'), 10 ** 30]) == '[NaN, Infinity, -Infinity, 1000000000000000000000000000000]'
    assert encode({'b': 1, 'a': [1, {'x': 2}]}, sort_keys=True, indent='  ', item_separator=',') == (
        '{\n  "a": [\n    1,\n    {\n      "x": 2\n    }\n  ],\n  "b": 1\n}')
    assert encode({(1,): 1, 2: 3}, skipkeys=True) == '{"2": 3}' and encode(object(), default=lambda o: [5]) == '[5]'
    assert encode({'a': 'b'}, encoder=lambda s: '<' + s + '>') == '{<a>: <b>}'


class Int(int):
    def __repr__(self):
        return 'no'


class Items(dict):
    def items(self):
        return [('z', 1)]


def test_subclasses():
    assert encode([Int(5), Items({1: 2})]) == '[5, {"z": 1}]' and encode({Int(5): 1}) == '{"5": 1}'


def test_errors():
    def notes(use):
        try:
            use()
        except (TypeError, ValueError) as error:
            return error.args[0], getattr(error, '__notes__', None)
    assert notes(lambda: encode([1, {'k': [{2}]}])) == (
        'unknown set', ['when serializing list item 0', "when serializing dict item 'k'", 'when serializing list item 1'])
    assert notes(lambda: encode({(1,): 1})) == ('keys must be str, int, float, bool or None, not tuple', None)
    assert notes(lambda: encode(float('nan'), allow_nan=False)) == ('Out of range float values are not JSON compliant: nan', None)
    loop = []
    loop.append(loop)
    assert notes(lambda: encode(loop)) == ('Circular reference detected', ['when serializing list item 0'])
    assert notes(lambda: encode('a', encoder=lambda s: 5)) == ('encoder() must return a string, not int', None)
    assert notes(lambda: encode(1, markers=5)) == ('make_encoder() argument 1 must be dict or None, not int', None)
