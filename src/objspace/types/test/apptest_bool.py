"""bool: the two constants, their operators and conversions."""

from apptest_checks import table_check

check = table_check(globals())


class Truthy:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


def test_making():
    check(r"""
bool(), bool(0), bool(0.0), bool(''), bool(()), bool(None), bool([0]), bool('a'), bool(-1)  -->  (False, False, False, False, False, False, True, True, True)
bool(Truthy(True)), bool(Truthy(False)), bool(Sized(0)), bool(Sized(3))  -->  (True, False, False, True)
bool(Truthy(1))  -->  TypeError: __bool__ should return bool, returned int
bool(Sized(-1))  -->  ValueError: __len__() should return >= 0
bool(1, 2)  -->  TypeError: bool expected at most 1 argument, got 2
bool(x=1)  -->  TypeError: bool() takes no keyword arguments
bool.from_bytes(b'\x01', 'big'), bool.from_bytes(b'\x00', 'big')  -->  (True, False)
type('B', (bool,), {})  -->  TypeError: type 'bool' is not an acceptable base type
True is bool(5), not 1, not ''  -->  (True, False, True)
""")


def test_operators():
    check(r"""
True & False, True | False, True ^ True, type(True & True), type(True | 1), True & 3, 4 | True  -->  (False, True, False, <class 'bool'>, <class 'int'>, 1, 5)
True + True, True - True, True * 3, True / 2, True // 2, True % 2, -True, +True, abs(False), True ** 2  -->  (2, 0, 3, 0.5, 0, 1, -1, 1, 0, 1)
True < 2, True == 1, True == 1.0, hash(True), hash(False), True.real, True.imag, True.numerator  -->  (True, True, True, 1, 0, 1, 0, 1)
True << 3, 8 >> True, divmod(True, 1), round(True), pow(True, 2, 5)  -->  (8, 4, (1, 0), 1, 1)
[10, 20][True], 'ab'[False], range(3)[True]  -->  (20, 'a', 1)
True + 'a'  -->  TypeError: unsupported operand type(s) for +: 'bool' and 'str'
True & 1.0  -->  TypeError: unsupported operand type(s) for &: 'bool' and 'float'
""")


def test_text():
    check(r"""
repr(True), str(False), f'{True}', format(True, 'd'), format(True, '>6'), f'{True!r:>6}', '%d %s %r' % (True, True, False)  -->  ('True', 'False', 'True', '1', '     1', '  True', '1 True False')
True.to_bytes(), True.bit_length(), True.as_integer_ratio(), True.conjugate(), True.is_integer()  -->  (b'\x01', 1, (1, 1), 1, True)
int(True), float(True), complex(True), int('1') is True  -->  (1, 1.0, (1+0j), False)
bool.__doc__ is not None, bool.__mro__, bool.__bases__  -->  (True, (<class 'bool'>, <class 'int'>, <class 'object'>), (<class 'int'>,))
True.__class__, True.__and__(1.5), True.__and__(1), False.__or__(2)  -->  (<class 'bool'>, NotImplemented, 1, 2)
""")
