def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


INF = float('inf')
NAN = float('nan')


def same(a, b):
    return repr(a) == repr(b)


def test_repr():
    assert repr(1 + 2j) == '(1+2j)' and repr(2j) == '2j' and repr(-0j) == '(-0-0j)' and repr(complex(0, -0.0)) == '-0j'
    assert repr(complex(-0.0, 1)) == '(-0+1j)' and repr(complex(1, NAN)) == '(1+nanj)' and repr(complex(-INF, -INF)) == '(-inf-infj)'
    assert repr(1e20 + 0.1j) == '(1e+20+0.1j)'


def test_text():
    for text, value in {
        '1+2j': 1 + 2j, ' ( 1+2j ) ': 1 + 2j, 'j': 1j, '-J': -1j, '1+j': 1 + 1j, '1e5j': 100000j, '1_0+2_0j': 10 + 20j, '+1-2.5e-3j': 1 - 0.0025j,
        '\u0661+\u0662j': 1 + 2j, '3': 3 + 0j,
    }.items():
        assert complex(text) == value
    assert repr(complex('nan+infj')) == '(nan+infj)'
    for text in ('', '()', '1 +2j', '(1+2j', '1+2', '1j+2', '1+-2j', 'a', '1\0'):
        assert raises(ValueError, complex, text) == 'complex() arg is a malformed string'
    assert raises(ValueError, complex, '1__0') == "could not convert string to complex: '1__0'"


def test_constructor():
    assert complex() == 0j and complex(1.5, 2) == 1.5 + 2j and complex(imag=2) == 2j and complex(real=1) == 1
    assert raises(TypeError, complex, []) == 'complex() argument must be a string or a number, not list'
    assert raises(TypeError, complex, '1', 2) == "complex() argument 'real' must be a real number, not str"
    assert raises(TypeError, complex, 1, '2') == "complex() argument 'imag' must be a real number, not str"
    assert raises(TypeError, complex, 1, 2, 3) == 'complex() takes at most 2 arguments (3 given)'
    assert raises(TypeError, complex, z=1) == "complex() got an unexpected keyword argument 'z'"
    assert raises(TypeError, complex, b'1') == 'complex() argument must be a string or a number, not bytes'

    class Number:
        def __complex__(self):
            return 3 + 4j

    class Real:
        def __float__(self):
            return 2.5

    assert complex(Number()) == 3 + 4j and complex(Real()) == 2.5 and complex(Number(), 1) == 3 + 5j
    assert complex.from_number(2) == 2 and raises(TypeError, complex.from_number, '1') == 'must be real number, not str'


def test_arithmetic():
    a = 1 + 2j
    assert a + 1 == 2 + 2j and 1 - a == -2j and a * a == -3 + 4j and a / 2 == 0.5 + 1j and 1 / a == 0.2 - 0.4j and a / a == 1
    assert same(5 - (1 + 2j), 4 - 2j) and same(-0.0 + (-0j), complex(-0.0, -0.0)) and same(a * INF, complex(INF, INF))
    assert same(complex(INF, 0) * complex(1, NAN), complex(INF, NAN))
    assert abs(3 + 4j) == 5.0 and abs(complex(NAN, INF)) == INF and -a == -1 - 2j and a.conjugate() == 1 - 2j
    assert raises(ZeroDivisionError, lambda: a / 0j) == 'division by zero'
    assert raises(TypeError, lambda: a // 1) == "unsupported operand type(s) for //: 'complex' and 'int'"
    assert raises(TypeError, lambda: a < 1) == "'<' not supported between instances of 'complex' and 'int'"
    assert raises(OverflowError, abs, complex(1.7e308, 1.7e308)) == 'absolute value too large'


def test_power():
    a = 1 + 2j
    assert a ** 2 == -3 + 4j and a ** 0 == 1 and a ** -1 == 0.2 - 0.4j and 0j ** 2 == 0
    assert abs(a ** 0.5 - (1.272019649514069 + 0.7861513777574233j)) < 1e-15
    assert raises(ZeroDivisionError, lambda: 0j ** -1) == 'zero to a negative or complex power'
    assert raises(OverflowError, lambda: (1e300 + 1j) ** 3) == 'complex exponentiation'
    assert raises(ValueError, pow, 1j, 2, 3) == 'complex modulo'


def test_comparison_and_hash():
    assert 1 + 0j == 1 == 1.0 and 2 ** 53 + 1 != complex(2 ** 53) and 1j != 1 and hash(1 + 0j) == hash(1) and hash(1j) == 1000003
    assert (1j).__eq__('a') is NotImplemented and (1j).__lt__(1) is NotImplemented
    assert bool(0j) is False and bool(1j) is True and (1j).__getnewargs__() == (0.0, 1.0)


def test_subclass():
    class C(complex):
        pass

    c = C(1, 2)
    assert type(c) is C and c == 1 + 2j and type(c + 1) is complex and type(+c) is complex and c.imag == 2.0
    assert type(complex(c)) is complex and type(C.from_number(1)) is C


def test_format():
    assert f'{1 + 2j:.2f}' == '1.00+2.00j' and f'{1 + 2j:>12}' == '      (1+2j)' and f'{1 + 2j:#g}' == '1.00000+2.00000j'
    assert f'{0j:g}' == '0+0j' and f'{1e20 + 1e-10j}' == '(1e+20+1e-10j)' and f'{-0j:z.1f}' == '0.0+0.0j' and f'{1 + 2j:+,.2f}' == '+1.00+2.00j'
    assert raises(ValueError, format, 1j, '=20') == "'=' alignment flag is not allowed in complex format specifier"
    assert raises(ValueError, format, 1j, '020') == 'Zero padding is not allowed in complex format specifier'
    assert raises(ValueError, format, 1j, 'd') == "Unknown format code 'd' for object of type 'complex'"
