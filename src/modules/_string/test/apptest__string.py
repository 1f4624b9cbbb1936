"""_string: what string.Formatter is made of."""

from _string import formatter_field_name_split, formatter_parser


def test_parser():
    assert list(formatter_parser('a{b!r:c}d')) == [('a', 'b', 'c', 'r'), ('d', None, None, None)]
    assert list(formatter_parser('{{{}}}')) == [('{', None, None, None), ('', '', '', None), ('}', None, None, None)]
    assert list(formatter_parser('')) == [] and type(formatter_parser('')).__name__ == 'formatteriterator'
    parser = formatter_parser('a}')
    try:
        next(parser)
    except ValueError as error:
        assert str(error) == "Single '}' encountered in format string"
    else:
        assert False


def test_field_names():
    first, rest = formatter_field_name_split('a.b[c][0].d')
    assert first == 'a' and list(rest) == [(True, 'b'), (False, 'c'), (False, 0), (True, 'd')]
    assert formatter_field_name_split('0')[0] == 0 and formatter_field_name_split('')[0] == ''
    try:
        formatter_parser(1)
    except TypeError as error:
        assert str(error) == 'expected str, got int'
    else:
        assert False
