def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Integer:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class MyInt(int):
    pass


def test_boundaries_of_the_two_representations():
    limit = 2 ** 53
    for n in (limit - 2, limit - 1, limit, limit + 1, -limit, -limit - 1, -limit + 1):
        assert n + 1 - 1 == n
        assert n - 1 + 1 == n
        assert (n * 3) // 3 == n
        assert int(str(n)) == n
        assert hash(n) == n
        assert -(-n) == n
        assert ~~n == n
        assert (n << 70) >> 70 == n
    assert limit - 1 + 1 == 9007199254740992
    assert limit * limit == 81129638414606681695789005144064
    assert 3037000500 * 3037000500 == 9223372037000250000


def test_no_negative_zero():
    for zero in (0 * -1, -0, 0 // -5, -4 % 2, -(3 - 3), 0 >> 3, -1 + 1, round(-0.4), int(-0.5)):
        assert str(zero) == '0'
        assert repr(zero / 1) == '0.0'
    assert repr(0 / -5) == '-0.0'


def test_floor_division_and_modulo():
    for a in (7, -7, 0, 2 ** 70, -(2 ** 70), 2 ** 53 - 1, 12345678901234567890):
        for b in (1, -1, 2, -2, 3, -3, 7, -7, 2 ** 40, -(2 ** 60), 2 ** 53 - 1):
            q, r = divmod(a, b)
            assert (q, r) == (a // b, a % b)
            assert q * b + r == a
            assert r == 0 or (r < 0) == (b < 0)
            assert abs(r) < abs(b)
    for operation in (lambda: 1 // 0, lambda: 1 % 0, lambda: divmod(1, 0), lambda: 1 / 0, lambda: 2 ** 70 // 0):
        assert raises(ZeroDivisionError, operation) == 'division by zero'


def test_true_division_is_rounded_once():
    assert 10 ** 400 / 10 ** 399 == 10.0
    assert (2 ** 53 + 1) / 1 == 9007199254740992.0
    assert (2 ** 53 + 3) / 1 == 9007199254740996.0
    assert (2 ** 2000 + 1) / 2 ** 1999 == 2.0
    assert 1 / 10 ** 400 == 0.0
    assert 3 / 2 ** 1076 == 5e-324
    assert 1 / 2 ** 1075 == 0.0
    assert (2 ** 1000 + 1) / 2 ** 2075 == 5e-324
    assert repr(-1 / 10 ** 400) == '-0.0'
    assert 10 ** 30 / 3 == 3.333333333333333e+29
    assert raises(OverflowError, lambda: 10 ** 400 / 1) == 'integer division result too large for a float'


def test_power():
    assert 2 ** 0 == 0 ** 0 == 1
    assert (-3) ** 3 == -27
    assert 7 ** 30 == 22539340290692258087863249
    assert 10 ** 15 == 1000000000000000
    assert 3 ** 33 == 5559060566555523
    assert (-1) ** (2 ** 100) == 1 and (-1) ** (2 ** 100 + 1) == -1
    assert 2 ** -1 == 0.5
    assert raises(ZeroDivisionError, lambda: 0 ** -1) == 'zero to a negative power'
    assert raises(TypeError, pow, 2, 3, 5.0) == 'pow() 3rd argument not allowed unless all arguments are integers'
    assert (3).__rpow__(2) == 8


def test_power_with_modulus():
    assert pow(3, 200, 13) == 9
    assert pow(3, 200, -13) == -4
    assert pow(38, -1, 97) == 23
    assert pow(2 ** 100, 3 ** 50, 10 ** 20 + 39) == pow(2, 100 * 3 ** 50, 10 ** 20 + 39)
    assert pow(5, 0, 1) == 0 and pow(5, 3, -1) == 0
    assert pow(123456789, 987654321, 1000000007) == 652541198
    assert raises(ValueError, pow, 2, -1, 4) == 'base is not invertible for the given modulus'
    assert raises(ValueError, pow, 2, 3, 0) == 'pow() 3rd argument cannot be 0'


def test_shifts():
    assert 1 << 100 == 1267650600228229401496703205376
    assert -5 >> 1 == -3 and -1 >> 1000 == -1 and 5 >> 1000 == 0
    assert -(2 ** 70) >> 69 == -2
    assert 0 << (1 << 100) == 0 and 1 >> (1 << 100) == 0 and -1 >> (1 << 100) == -1
    assert raises(ValueError, lambda: 1 << -1) == 'negative shift count'
    assert raises(ValueError, lambda: 1 >> -1) == 'negative shift count'
    assert raises(OverflowError, lambda: 1 << (1 << 100)) == 'too many digits in integer'
    raises(MemoryError, lambda: 1 << (1 << 62))


def test_bits():
    assert 0xff0 & ~0xf == 0xff0 and -1 & 0xffffffffff == 0xffffffffff
    assert 2 ** 40 | 1 == 1099511627777 and -(2 ** 40) ^ 5 == -1099511627771
    assert (0).bit_length() == 0 and (-255).bit_length() == 8 and (2 ** 53).bit_length() == 54
    assert (2 ** 100 - 1).bit_count() == 100 and (-7).bit_count() == 3 and (2 ** 52 + 1).bit_count() == 2


def test_comparison_with_floats_is_exact():
    assert 2 ** 53 + 1 != float(2 ** 53)
    assert 2 ** 53 + 1 > float(2 ** 53)
    assert 10 ** 400 > 1e308 and -(10 ** 400) < float('-inf') * -1
    assert 10 ** 400 < float('inf')
    assert not 1 == float('nan') and 1 != float('nan')
    assert True == 1.0 and hash(True) == hash(1.0) == hash(1 + 0j)


def test_hash():
    assert hash(-1) == -2
    assert hash(2 ** 61 - 1) == 0 and hash(2 ** 61) == 1 and hash(-(2 ** 61) - 1) == -2
    assert hash(10 ** 100) == 910685213754167845 and hash(2 ** 1000 + 7) == 16777223 and hash(10 ** 22) == hash(1e22)
    assert hash(0.5) == 1152921504606846976
    assert hash(float('inf')) == 314159 and hash(float('-inf')) == -314159
    assert hash(1.5 + 2j) == 1152921504608846983


def test_literals_in_text():
    assert int(' 12\n') == 12 and int('-0x1f', 16) == -31 and int('0b101', 0) == 5 and int('z', 36) == 35
    assert int('1_000') == 1000 and int('0x_f', 0) == 15 and int('00', 0) == 0
    assert int('\u0663\u0664') == 34 and int('\u200312\u00a0') == 12
    assert int(b'17') == int(bytearray(b'17')) == 17
    assert int() == 0 and int('7', base=8) == 7
    assert int('1' * 50, 3) == sum(3 ** i for i in range(50))
    assert int('zz' * 40, 36) == 36 ** 80 - 1
    for text in ('', 'a', '1__0', '_1', '1_', '+-1', '1 2', '0x', '\x1c1', '1\0'):
        assert raises(ValueError, int, text) == f'invalid literal for int() with base 10: {text!r}'
    assert raises(ValueError, int, '010', 0) == "invalid literal for int() with base 0: '010'"
    assert raises(ValueError, int, b'x') == "invalid literal for int() with base 10: b'x'"
    assert len(raises(ValueError, int, 'a' * 300)) == 40 + 200
    assert raises(ValueError, int, '1', 37) == 'int() base must be >= 2 and <= 36, or 0'


def test_arguments():
    assert raises(TypeError, int, []) == "int() argument must be a string, a bytes-like object or a real number, not 'list'"
    assert raises(TypeError, int, 1, 2) == "int() can't convert non-string with explicit base"
    assert raises(TypeError, int, base=10) == 'int() missing string argument'
    assert raises(TypeError, int, x=1) == "int() got an unexpected keyword argument 'x'"
    assert raises(TypeError, int, 1, 2, 3) == 'int expected at most 2 arguments, got 3'
    assert raises(TypeError, int, '1', 2.0) == "'float' object cannot be interpreted as an integer"
    assert raises(ValueError, int, float('nan')) == 'cannot convert float NaN to integer'
    assert raises(OverflowError, int, float('inf')) == 'cannot convert float infinity to integer'
    assert int(1e30) == 1000000000000000019884624838656 and int(-1.9) == -1


def test_protocols():
    assert int(Index(5)) == 5 and int(Integer(7)) == 7 and int('5', Index(10)) == 5
    assert raises(TypeError, int, Integer('a')) == '__int__ returned non-int (type str)'
    assert raises(TypeError, int, Index('a')) == '__index__ returned non-int (type str)'


def test_limit_of_digits():
    text = '9' * 5000
    assert raises(ValueError, int, text) == (
        'Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; '
        'use sys.set_int_max_str_digits() to increase the limit')
    assert raises(ValueError, str, 10 ** 5000) == (
        'Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit')
    assert len(str(10 ** 4299)) == 4300
    raises(ValueError, str, -(10 ** 4300))
    assert int('f' * 5000, 16).bit_length() == 20000
    assert len(hex(10 ** 5000)) == 4155


def test_subclass():
    n = MyInt(5)
    assert n == 5 and type(n) is MyInt and isinstance(n, int)
    for value in (+n, n + 1, -n, abs(n), ~n, int(n), n.real, n.numerator, n.conjugate(), round(n), n << 1, n.__trunc__()):
        assert type(value) is int
    assert repr(n) == '5' and hash(n) == 5 and [10, 20, 30, 40, 50, 60][n] == 60
    assert type(MyInt.from_bytes(b'\x01')) is MyInt
    assert {5: 'a'}[n] == 'a'
    n.attribute = 3
    assert n.attribute == 3

    class Added(int):
        def __radd__(self, other):
            return 'radd'

        def __add__(self, other):
            return 'add'

    assert 1 + Added(1) == 'radd' and Added(1) + 1 == 'add' and Added(3) + Added(4) == 'add'


def test_bool():
    assert True + True == 2 and (True & False) is False and (True | False) is True and (True ^ True) is False
    assert (True & 1) == 1 and type(True & 1) is int and type(+True) is int
    assert repr(True) == 'True' and str(False) == 'False' and f'{True:d}' == '1' and f'{True}' == 'True'
    assert bool() is False and bool([]) is False and bool('x') is True
    assert bool.from_bytes(b'\x01') is True and int(True) == 1 and True.real == 1
    assert raises(TypeError, bool, 1, 2) == 'bool expected at most 1 argument, got 2'
    assert raises(TypeError, lambda: type('B', (bool,), {})) == "type 'bool' is not an acceptable base type"


def test_rounding():
    assert [round(n, -1) for n in (4, 5, 6, 15, 25, -5, -15, -25, 104)] == [0, 0, 10, 20, 20, 0, -20, -20, 100]
    assert round(12345678901234567890, -10) == 12345678900000000000
    assert round(5, -400) == 0 and round(5, 400) == 5 and round(7, None) == 7 and round(-(10 ** 20), -20) == -(10 ** 20)
    assert round(5 * 10 ** 19, -20) == 0 and round(15 * 10 ** 19, -20) == 2 * 10 ** 20
    assert raises(TypeError, round, 1, 1.0) == "'float' object cannot be interpreted as an integer"


def test_bytes():
    assert (258).to_bytes(2) == b'\x01\x02' and (258).to_bytes(3, 'little') == b'\x02\x01\x00'
    assert (-2).to_bytes(3, 'big', signed=True) == b'\xff\xff\xfe' and (0).to_bytes(0) == b''
    assert (2 ** 100).to_bytes(14, 'little') == b'\0' * 12 + b'\x10\0'
    assert (-(2 ** 63)).to_bytes(8, signed=True) == b'\x80' + b'\0' * 7
    assert raises(OverflowError, (256).to_bytes, 1) == 'int too big to convert'
    assert raises(OverflowError, (-1).to_bytes, 1) == "can't convert negative int to unsigned"
    assert raises(ValueError, (1).to_bytes, -1) == 'length argument must be non-negative'
    assert raises(ValueError, (1).to_bytes, 1, 'x') == "byteorder must be either 'little' or 'big'"
    assert int.from_bytes(b'\x01\x02') == 258 and int.from_bytes(b'\xfe\xff', 'little', signed=True) == -2
    assert int.from_bytes([1, 2, 3]) == 66051 and int.from_bytes(b'') == 0
    assert int.from_bytes(b'\xff' * 9, signed=True) == -1
    assert raises(TypeError, int.from_bytes, 'a') == "cannot convert 'str' object to bytes"
    assert raises(ValueError, int.from_bytes, [256]) == 'bytes must be in range(0, 256)'


def test_attributes():
    n = -5
    assert (n.real, n.imag, n.numerator, n.denominator) == (-5, 0, -5, 1)
    assert n.as_integer_ratio() == (-5, 1) and n.is_integer() is True and n.__getnewargs__() == (-5,)
    assert (0).__sizeof__() == 28 and (2 ** 30).__sizeof__() == 32 and (2 ** 100).__sizeof__() == 40
    assert int.__name__ == 'int' and int.__add__(2, 3) == 5 and (3).__add__('a') is NotImplemented
    assert (3).__add__(1.0) is NotImplemented and (2).__eq__(2.0) is NotImplemented
    assert raises(TypeError, int.__add__, 'a', 1) == "descriptor '__add__' requires a 'int' object but received a 'str'"
    assert raises(TypeError, lambda: 1 + 'a') == "unsupported operand type(s) for +: 'int' and 'str'"
    assert raises(TypeError, lambda: 1 < 'a') == "'<' not supported between instances of 'int' and 'str'"


def test_singletons():
    assert repr(None) == 'None' and not None and hash(None) == 4238894112
    assert type(None)() is None and type(...)() is Ellipsis and type(NotImplemented)() is NotImplemented
    assert raises(TypeError, type(None), 1) == 'NoneType takes no arguments'
    assert raises(TypeError, bool, NotImplemented) == 'NotImplemented should not be used in a boolean context'
    assert (repr(...), repr(NotImplemented), ....__reduce__()) == ('Ellipsis', 'NotImplemented', 'Ellipsis')
    assert raises(TypeError, format, None, 'x') == 'unsupported format string passed to NoneType.__format__'
