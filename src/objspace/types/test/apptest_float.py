def raises(kind, function, *args):
    try:
        function(*args)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


INF = float('inf')
NAN = float('nan')


class Float:
    def __init__(self, value):
        self.value = value

    def __float__(self):
        return self.value


class MyFloat(float):
    pass


def test_repr():
    cases = {
        0.0: '0.0', -0.0: '-0.0', 1.0: '1.0', 0.1: '0.1', 1e16: '1e+16', 1e15: '1000000000000000.0', 123456789012345680.0: '1.2345678901234568e+17',
        1e-4: '0.0001', 1e-5: '1e-05', 1.5e-7: '1.5e-07', 5e-324: '5e-324', 1.7976931348623157e308: '1.7976931348623157e+308',
        1e22: '1e+22', 9007199254740993.0: '9007199254740992.0', INF: 'inf', -INF: '-inf', 2.5: '2.5', 1 / 3: '0.3333333333333333',
        100.0: '100.0', 1e100: '1e+100', 9999999999999998.0: '9999999999999998.0',
    }
    for value, text in cases.items():
        if value != 0:
            assert repr(value) == text
            assert str(value) == text
            assert float(text) == value
    assert repr(0.0) == '0.0' and repr(-0.0) == '-0.0' and repr(NAN) == 'nan'


def test_text():
    assert float(' 1.5\n') == 1.5 and float('1_0.0_1') == 10.01 and float('\u0661.\u0665') == 1.5
    assert float('.5') == 0.5 and float('5.') == 5.0 and float('1e400') == INF and repr(float('-1e-400')) == '-0.0'
    assert float('+Infinity') == INF and float('-inf') == -INF and float('nan') != float('nan')
    assert float(b'1.5') == float(bytearray(b'1.5')) == 1.5 and float() == 0.0
    assert float('2.2250738585072011e-308') == 2.225073858507201e-308
    assert float('1' + '0' * 400 + 'e-400') == 1.0
    for text in ('', 'a', '.', '1e', '1__0', '1_e5', '1._5', '_1', '0x1', '1 2', 'infin', '1\0', '\x1c1'):
        assert raises(ValueError, float, text) == f'could not convert string to float: {text!r}'
    assert raises(TypeError, float, []) == "float() argument must be a string or a real number, not 'list'"
    assert raises(TypeError, float, 1, 2) == 'float expected at most 1 argument, got 2'
    assert raises(OverflowError, float, 10 ** 400) == 'int too large to convert to float'


def test_protocol():
    assert float(Float(2.5)) == 2.5 and float(True) == 1.0
    assert raises(TypeError, float, Float('a')) == 'Float.__float__ returned non-float (type str)'
    assert float.from_number(3) == 3.0 and raises(TypeError, float.from_number, '1') == 'must be real number, not str'


def test_arithmetic():
    assert 0.1 + 0.2 == 0.30000000000000004 and 1 - 0.5 == 0.5 and 3 * 0.5 == 1.5 and 1 / 4.0 == 0.25
    for operation in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0.0), lambda: 1 / 0.0):
        assert raises(ZeroDivisionError, operation) == 'division by zero'
    assert 10 ** 400 * 0 == 0 and raises(OverflowError, lambda: 10 ** 400 + 1.0) == 'int too large to convert to float'
    assert 1e308 * 10 == INF
    assert (1.5).__add__('a') is NotImplemented and (1.5).__eq__('a') is NotImplemented


def test_floor_division():
    cases = {
        (7.5, 2.0): (3.0, 1.5), (-7.5, 2.0): (-4.0, 0.5), (7.5, -2.0): (-4.0, -0.5), (-7.5, -2.0): (3.0, -1.5),
        (1.0, INF): (0.0, 1.0), (-1.0, INF): (-1.0, INF), (1e308, 1e-308): (INF, 0.0), (0.3, 0.1): (2.0, 0.09999999999999998),
    }
    for (a, b), (quotient, rest) in cases.items():
        if quotient != INF:
            assert divmod(a, b) == (quotient, rest) == (a // b, a % b)
    assert repr(-0.0 % 1.0) == '0.0' and repr(0.0 % -1.0) == '-0.0' and repr(-0.0 // 1.0) == '-0.0' and repr(1.0 // -INF) == '-1.0'
    assert repr(4.0 % -2.0) == '-0.0'


def test_power():
    assert 2.0 ** 0.5 == 1.4142135623730951 and 2.0 ** -1 == 0.5 and (-2.0) ** 3 == -8.0
    assert NAN ** 0 == 1.0 and 1.0 ** NAN == 1.0 and (-INF) ** 3 == -INF and (-INF) ** -2 == 0.0 and 0.5 ** INF == 0.0
    assert (-1.0) ** INF == 1.0 and repr((-0.0) ** 3) == '-0.0' and repr((-INF) ** -3) == '-0.0'
    assert 10.0 ** 15 == 1e15 and 1.1 ** 10 == 2.5937424601000023
    assert raises(ZeroDivisionError, lambda: 0.0 ** -1) == 'zero to a negative power'
    try:
        10.0 ** 400
    except OverflowError as error:
        assert error.args == (34, 'Numerical result out of range')
    else:
        raise AssertionError
    assert type((-8.0) ** (1 / 3)) is complex and abs((-8.0) ** (1 / 3) - (1 + 1.7320508075688772j)) < 1e-14
    assert raises(TypeError, pow, 2.0, 3, 5) == 'pow() 3rd argument not allowed unless all arguments are integers'


def test_comparison():
    assert 1.0 == 1 == True and 0.1 < 1 and NAN != NAN and not NAN < 1 and not NAN == 1
    assert float(2 ** 53) < 2 ** 53 + 1 and 1e300 < 10 ** 301 and -INF < -(10 ** 400)
    assert hash(1e20) == hash(10 ** 20) and hash(-1.0) == -2 and hash(0.1) == 230584300921369408


def test_rounding():
    assert [round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 0.4999999999999999, 1e300)][:6] == [0, 2, 2, 0, -2, 0]
    assert round(2.675, 2) == 2.67 and round(1.005, 2) == 1.0 and round(0.125, 2) == 0.12 and round(0.375, 2) == 0.38
    assert round(1234.5, -2) == 1200.0 and round(150.0, -2) == 200.0 and round(250.0, -2) == 200.0 and round(1e22, -21) == 1e22
    assert repr(round(-0.4, 0)) == '-0.0' and round(1.5, 400) == 1.5 and round(1e300, -400) == 0.0 and round(5e-324, 323) == 0.0
    assert round(1.5, None) == 2 and type(round(1.5)) is int
    assert raises(ValueError, round, NAN) == 'cannot convert float NaN to integer'
    assert raises(OverflowError, round, INF) == 'cannot convert float infinity to integer'
    assert raises(OverflowError, round, 1.7976931348623157e308, -308) == 'rounded value too large to represent'
    assert raises(TypeError, round, 1.5, 'a') == "'str' object cannot be interpreted as an integer"
    assert (2.7).__trunc__() == 2 and (-2.1).__floor__() == -3 and (2.1).__ceil__() == 3 and int(1e20) == 10 ** 20


def test_hexadecimal():
    assert (0.1).hex() == '0x1.999999999999ap-4' and (-0.0).hex() == '-0x0.0p+0' and (5e-324).hex() == '0x0.0000000000001p-1022'
    assert INF.hex() == 'inf' and (1.0).hex() == '0x1.0000000000000p+0'
    for value in (0.1, -3.5, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308):
        assert float.fromhex(value.hex()) == value
    assert float.fromhex(' 0x1.8p1 ') == 3.0 and float.fromhex('.8') == 0.5 and float.fromhex('-inf') == -INF
    assert float.fromhex('0x1p-1075') == 0.0 and float.fromhex('0x1.8p-1075') == 5e-324 and float.fromhex('0x1.00000000000008p0') == 1.0
    assert float.fromhex('0x1.00000000000018p0') == 1.0000000000000004
    assert raises(OverflowError, float.fromhex, '0x1p1024') == 'hexadecimal value too large to represent as a float'
    assert raises(ValueError, float.fromhex, 'zz') == 'invalid hexadecimal floating-point string'


def test_methods():
    assert (0.1).as_integer_ratio() == (3602879701896397, 36028797018963968) and (-2.0).as_integer_ratio() == (-2, 1)
    assert (5e-324).as_integer_ratio() == (1, 2 ** 1074)
    assert raises(OverflowError, INF.as_integer_ratio) == 'cannot convert Infinity to integer ratio'
    assert raises(ValueError, NAN.as_integer_ratio) == 'cannot convert NaN to integer ratio'
    assert (2.0).is_integer() and not (2.5).is_integer() and not INF.is_integer()
    assert (1.5).real == 1.5 and (1.5).imag == 0.0 and (1.5).conjugate() == 1.5 and (1.5).__getnewargs__() == (1.5,)
    assert float.__getformat__('double') == 'IEEE, little-endian'


def test_subclass():
    x = MyFloat(1.5)
    assert x == 1.5 and type(x) is MyFloat and repr(x) == '1.5' and hash(x) == hash(1.5)
    for value in (+x, -x, abs(x), x + 1, x.conjugate(), x.real, float(x), x * 2.0, x // 1):
        assert type(value) is float
    assert type(MyFloat.fromhex('0x1')) is MyFloat and type(MyFloat.from_number(1)) is MyFloat

    class Sum(float):
        def __add__(self, other):
            return 'add'

        def __radd__(self, other):
            return 'radd'

        def __lt__(self, other):
            return 'lt'

    assert Sum(1) + 1.0 == 'add' and 1.0 + Sum(1) == 'radd' and Sum(1) + Sum(2) == 'add' and (Sum(1) < 2.0) == 'lt'


def test_the_sign_of_nan_in_hot_code():
    import math

    assert {math.copysign(1.0, float('-nan')) for _ in range(5000)} == {-1.0}
    assert {math.copysign(1.0, float('nan')) for _ in range(5000)} == {1.0}
