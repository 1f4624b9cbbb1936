"""str.format, format_map, __format__ and the % operator."""


def raises(kind, function, *args, **keywords):
    try:
        function(*args, **keywords)
    except kind as error:
        return str(error)
    raise AssertionError(f'no {kind.__name__}')


class Shown:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'é'


def test_fields():
    assert '{} {}'.format(1, 'a') == '1 a' and '{1} {0}'.format('a', 'b') == 'b a' and '{a}'.format(a=1) == '1'
    assert '{0.real} {0.imag}'.format(5) == '5 0' and '{0[1]} {a[k]}'.format([1, 2], a={'k': 3}) == '2 3'
    assert '{{}}'.format() == '{}' and '{{{0}}}'.format(1) == '{1}' and '{٠}'.format('x') == 'x'
    assert '{!r} {!s} {!a}'.format('a', 'b', 'é') == "'a' b '\\xe9'" and '{0!r:>5}'.format('x') == "  'x'"
    assert '{:{}}|{:{w}.{p}}'.format('a', 3, 2.345, w=6, p=2) == 'a  |   2.3'
    assert '{:x}'.format(Shown()) == '<x>' and '{a}'.format_map({'a': 5}) == '5'


def test_field_errors():
    assert raises(ValueError, '{'.format) == "Single '{' encountered in format string"
    assert raises(ValueError, '}'.format) == "Single '}' encountered in format string"
    assert raises(ValueError, '{a'.format, a=1) == "expected '}' before end of string"
    assert raises(ValueError, '{!}'.format, 1) == "unmatched '{' in format spec"
    assert raises(ValueError, '{!x}'.format, 1) == 'Unknown conversion specifier x'
    assert raises(ValueError, '{!rx'.format, 1) == "expected ':' after conversion specifier"
    assert raises(ValueError, '{a{}}'.format, 1) == "unexpected '{' in field name"
    assert raises(ValueError, '{0.}'.format, 1) == 'Empty attribute in format string'
    assert raises(ValueError, '{:{:{}}}'.format, 1, 2, 3) == 'Max string recursion exceeded'
    assert raises(ValueError, '{0}{}'.format, 1) == 'cannot switch from manual field specification to automatic field numbering'
    assert raises(ValueError, '{}{0}'.format, 1) == 'cannot switch from automatic field numbering to manual field specification'
    assert raises(IndexError, '{1}'.format, 1) == 'Replacement index 1 out of range for positional args tuple'
    assert raises(KeyError, '{a}'.format) == "'a'"
    assert raises(ValueError, '{}'.format_map, {}) == 'Format string contains positional fields'
    assert raises(ValueError, '{99999999999999999999}'.format) == 'Too many decimal digits in format string'


def test_text_specs():
    assert format('a', '3') == 'a  ' and format('a', '>3') == '  a' and format('a', '*^5') == '**a**'
    assert format('abc', '.2') == 'ab' and format('a', '05') == 'a0000' and format('a', 's') == 'a'
    assert raises(ValueError, format, 'a', '=5') == "'=' alignment not allowed in string format specifier"
    assert raises(ValueError, format, 'a', '+') == 'Sign not allowed in string format specifier'
    assert raises(ValueError, format, 'a', 'd') == "Unknown format code 'd' for object of type 'str'"
    Text = type('Text', (str,), {})
    assert raises(ValueError, format, Text('a'), 'd') == "Unknown format code 'd' for object of type 'Text'"
    assert raises(ValueError, format, Text('a'), 'xx') == "Invalid format specifier 'xx' for object of type 'Text'"
    assert raises(ValueError, format, 'a', ',') == "Cannot specify ',' with 's'."


def test_percent():
    assert '%s %r %a' % ('é', 'é', 'é') == "é 'é' '\\xe9'" and '%d%%' % 5 == '5%' and '%i %u' % (1, 2) == '1 2'
    assert '%5d|%-5d|%05d|%+d|% d' % (42, 42, -42, 5, 5) == '   42|42   |-0042|+5| 5'
    assert '%x %X %#x %#o %#X' % (255, 255, 255, 8, 255) == 'ff FF 0xff 0o10 0XFF' and '%#.5x' % 255 == '0x000ff'
    assert '%.2f %e %g %G %F' % (3.14159, 1234.5, 1e10, 1e-10, float('inf')) == '3.14 1.234500e+03 1e+10 1E-10 INF'
    assert '%*d|%-*d|%.*f' % (4, 1, 3, 2, 1, 1.25) == '   1|2  |1.2' and '%c%c' % (65, 'é') == 'Aé'
    assert '%(a)s %(b)d' % {'a': 1, 'b': 2} == '1 2' and '%.2s|%5.1s' % ('abc', 'abc') == 'ab|    a'
    assert '%s' % ((1, 2),) == '(1, 2)' and '%d' % 3.9 == '3' and '%d' % 10**30 == str(10**30) and 'abc' % {} == 'abc'


def test_percent_errors():
    def fail(kind, format, values):
        return raises(kind, lambda: format % values)

    assert fail(TypeError, '%d', 'x') == '%d format: a real number is required, not str'
    assert fail(TypeError, '%x', 1.5) == '%x format: an integer is required, not float'
    assert fail(TypeError, '%s %s', 1) == 'not enough arguments for format string'
    assert fail(TypeError, '%s', (1, 2)) == 'not all arguments converted during string formatting'
    assert fail(TypeError, '%(a)s', 1) == 'format requires a mapping'
    assert fail(ValueError, '%', 1) == 'incomplete format' and fail(ValueError, '%(a', {}) == 'incomplete format key'
    assert fail(ValueError, '%z', 1) == "unsupported format character 'z' (0x7a) at index 1"
    assert fail(TypeError, '%*d', ('a', 1)) == '* wants int'
    assert fail(OverflowError, '%c', 0x110000) == '%c arg not in range(0x110000)'
    assert fail(TypeError, '%c', 'ab') == '%c requires an int or a unicode character, not a string of length 2'
    assert fail(TypeError, '%f', 'x') == 'must be real number, not str'
    assert fail(ValueError, '%.2147483648d', 1) == 'precision too big'
