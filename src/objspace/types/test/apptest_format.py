def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


def test_int():
    cases = {
        (42, ''): '42', (42, '5'): '   42', (42, '<5'): '42   ', (42, '^5'): ' 42  ', (-42, '=6'): '-   42', (-42, '06'): '-00042', (42, '*^6'): '**42**',
        (42, '+'): '+42', (42, ' '): ' 42', (255, 'x'): 'ff', (255, '#X'): '0XFF', (255, '#b'): '0b11111111', (8, 'o'): '10', (-255, '#010x'): '-0x00000ff',
        (1234567, ','): '1,234,567', (1234567, '_'): '1_234_567', (1234, '010,'): '00,001,234', (1234, '09,'): '0,001,234', (0xdeadbeef, '_x'): 'dead_beef',
        (97, 'c'): 'a', (0x1f600, '>3c'): '  \U0001f600', (3, 'f'): '3.000000', (3, '.1%'): '300.0%', (10 ** 20, 'e'): '1.000000e+20', (5, 'n'): '5',
        (True, ''): 'True', (True, '3'): '  1', (42, '\U0001f600>4'): '\U0001f600\U0001f60042',
    }
    for (value, spec), text in cases.items():
        assert format(value, spec) == text


def test_int_errors():
    assert raises(ValueError, format, 1, '.2') == 'Precision not allowed in integer format specifier'
    assert raises(ValueError, format, 1, 's') == "Unknown format code 's' for object of type 'int'"
    assert raises(ValueError, format, 1, ',x') == "Cannot specify ',' with 'x'."
    assert raises(ValueError, format, 1, ',_') == "Cannot specify both ',' and '_'."
    assert raises(ValueError, format, 1, 'dd') == "Invalid format specifier 'dd' for object of type 'int'"
    assert raises(ValueError, format, 1, '+c') == "Sign not allowed with integer format specifier 'c'"
    assert raises(ValueError, format, 1, '#c') == "Alternate form (#) not allowed with integer format specifier 'c'"
    assert raises(OverflowError, format, -1, 'c') == '%c arg not in range(0x110000)'
    assert raises(ValueError, format, 1, 'z') == 'Negative zero coercion (z) not allowed in integer format specifier'
    assert raises(ValueError, format, 1, '\x01') == "Unknown format code '\\x1' for object of type 'int'"
    assert raises(OverflowError, format, 10 ** 400, 'f') == 'int too large to convert to float'
    assert raises(TypeError, format, 1, 2) == 'format() argument 2 must be str, not int'


def test_float():
    cases = {
        (1.5, ''): '1.5', (1.0, ''): '1.0', (2.5, '.0f'): '2', (3.5, '.0f'): '4', (0.125, '.2f'): '0.12', (2.675, '.2f'): '2.67', (1e22, 'f'): '10000000000000000000000.000000',
        (1234567.891, ',.2f'): '1,234,567.89', (1234.5, '012,.1f'): '00,001,234.5', (3.14159, '8.3f'): '   3.142', (3.14159, '+.2e'): '+3.14e+00', (1e-10, 'g'): '1e-10',
        (123456.0, 'g'): '123456', (1234567.0, 'g'): '1.23457e+06', (0.0001, 'g'): '0.0001', (1.0, '#g'): '1.00000', (1.0, '.3'): '1.0', (123.0, '.3'): '1.23e+02',
        (0.5, '%'): '50.000000%', (0.999, '.0%'): '100%', (1e16, ''): '1e+16', (1e16, '#'): '1.e+16', (1.0, '#.0f'): '1.', (1.0, '.0e'): '1e+00', (1.0, '#.0e'): '1.e+00',
        (-0.0, 'z.1f'): '0.0', (-0.04, 'z.1f'): '0.0', (-0.06, 'z.1f'): '-0.1', (-1e-9, 'z.3'): '-1e-09', (1.23456789, '.8_f'): '1.234_567_89', (1234.56789, ',.5,f'): '1,234.567,89',
        (9.9999999999999995e65, '.15e'): '9.999999999999999e+65', (5e-324, '.20e'): '4.94065645841246544177e-324', (0.1, '.30f'): '0.100000000000000005551115123126',
        (1e308, 'E'): '1.000000E+308', (12345.678, '_.2f'): '12_345.68', (1.5, 'n'): '1.5', (-1.5, '=8'): '-    1.5', (-1.5, '08'): '-00001.5', (1.5, 'x^7'): 'xx1.5xx',
        (9.5e-307, '.0e'): '1e-306', (2.5, '.0e'): '2e+00', (3.5, '.0e'): '4e+00', (12.5, '.2g'): '12', (13.5, '.2g'): '14',
    }
    for (value, spec), text in cases.items():
        assert format(value, spec) == text
    inf = float('inf')
    assert format(inf, 'f') == 'inf' and format(-inf, 'F') == '-INF' and format(inf, '010') == '0000000inf' and format(float('nan'), '5') == '  nan'
    assert format(0.1, '.1000f') == '0.1000000000000000055511151231257827021181583404541015625' + '0' * 945


def test_float_errors():
    assert raises(ValueError, format, 1.5, 'd') == "Unknown format code 'd' for object of type 'float'"
    assert raises(ValueError, format, 1.5, '.') == 'Format specifier missing precision'
    assert raises(ValueError, format, 1.5, ',n') == "Cannot specify ',' with 'n'."
    assert raises(ValueError, format, 1.5, '99999999999999999999') == 'Too many decimal digits in format string'
    assert raises(ValueError, format, 1.5, '.99999999999999999999f') == 'Too many decimal digits in format string'


def test_str():
    assert format('abc', '6') == 'abc   ' and format('abc', '>6') == '   abc' and format('abc', '^6') == ' abc  ' and format('abc', '.2') == 'ab'
    assert format('abc', '*<6.2s') == 'ab****' and format('\U0001f600a', '>4') == '  \U0001f600a' and format('\U0001f600a', '.1') == '\U0001f600' and format('a', '04') == 'a000'
    assert raises(ValueError, format, 'a', 'd') == "Unknown format code 'd' for object of type 'str'"
    assert raises(ValueError, format, 'a', ',') == "Cannot specify ',' with 's'."
    assert raises(ValueError, format, 'a', '+') == 'Sign not allowed in string format specifier'
    assert raises(ValueError, format, 'a', ' ') == 'Space not allowed in string format specifier'
    assert raises(ValueError, format, 'a', '=4') == "'=' alignment not allowed in string format specifier"
    assert raises(ValueError, format, 'a', '#') == 'Alternate form (#) not allowed in string format specifier'


def test_protocol():
    class Custom:
        def __format__(self, spec):
            return f'<{spec}>'

    class Bad:
        def __format__(self, spec):
            return 1

    assert f'{Custom():abc}' == '<abc>' and format(Custom()) == '<>'
    assert raises(TypeError, format, Bad(), '') == '__format__ must return a str, not int'
    assert raises(TypeError, format, [], 'x') == 'unsupported format string passed to list.__format__'
