"""marshal: values as bytes and back."""

import io
import marshal

from apptest_checks import table_check

check = table_check(globals())


def back(value, *args):
    return marshal.loads(marshal.dumps(value, *args))


cyclic = []
cyclic.append(cyclic)


def test_values():
    check(r"""
back(None), back(True), back(...), back(StopIteration), back(5), back(-5), back(1 << 40), back(-(1 << 100)), back(1 << 31)  -->  (None, True, Ellipsis, <class 'StopIteration'>, 5, -5, 1099511627776, -1267650600228229401496703205376, 2147483648)
back(1.5), back(float('inf')), back(-0.0), back(1 + 2j), back('abc'), back('\u1234\U0001f600'), back('\ud800'), back(b'ab'), back(bytearray(b'x'))  -->  (1.5, inf, -0.0, (1+2j), 'abc', 'ሴ😀', '\ud800', b'ab', b'x')
back(()), back((1, (2, 'x'))), back([1, [2]]), back({'a': 1, 2: [3]}), back({1}), back(frozenset((1,))), back(slice(1, 2, None))  -->  ((), (1, (2, 'x')), [1, [2]], {'a': 1, 2: [3]}, {1}, frozenset({1}), slice(1, 2, None))
back([1.5, 'a' * 300]), back('a' * 300) == 'a' * 300, back(tuple(range(300)))[-1], back(back)  -->  ValueError: unmarshallable object
marshal.dumps(5, 2), marshal.dumps(None), marshal.dumps(True), marshal.dumps('a', 0), marshal.dumps(b'ab', 2), marshal.dumps((1,), 2)  -->  (b'i\x05\x00\x00\x00', b'N', b'T', b'u\x01\x00\x00\x00a', b's\x02\x00\x00\x00ab', b'(\x01\x00\x00\x00i\x01\x00\x00\x00')
marshal.dumps([1, 2.5], 2), marshal.dumps({}, 2), marshal.dumps(1 << 40, 2), marshal.dumps('\u1234', 2), marshal.version  -->  (b'[\x02\x00\x00\x00i\x01\x00\x00\x00g\x00\x00\x00\x00\x00\x00\x04@', b'{0', b'l\x03\x00\x00\x00\x00\x00\x00\x00\x00\x04', b'u\x03\x00\x00\x00\xe1\x88\xb4', 5)
marshal.dumps(object())  -->  ValueError: unmarshallable object
marshal.dumps([object()])  -->  ValueError: unmarshallable object
marshal.dumps(cyclic)  -->  b'\xdb\x01\x00\x00\x00r\x00\x00\x00\x00'
marshal.dumps()  -->  TypeError: dumps() takes at least 1 positional argument (0 given)
marshal.dumps(1, 'a')  -->  TypeError: 'str' object cannot be interpreted as an integer
marshal.dumps(len)  -->  ValueError: unmarshallable object
""")


def test_reading():
    check(r"""
marshal.loads(b'N'), marshal.loads(b'i\x05\x00\x00\x00'), marshal.loads(b'Ntrailing'), marshal.loads(bytearray(b'T'))  -->  (None, 5, None, True)
marshal.loads(b'')  -->  EOFError: EOF read where object expected
marshal.loads(b'i\x05')  -->  EOFError: marshal data too short
marshal.loads(b'?')  -->  ValueError: bad marshal data (unknown type code)
marshal.loads('N')  -->  TypeError: a bytes-like object is required, not 'str'
marshal.loads(b'r\x00\x00\x00\x00')  -->  ValueError: bad marshal data (invalid reference)
marshal.loads(b'(\x02\x00\x00\x00N')  -->  EOFError: EOF read where object expected
marshal.loads(b'0')  -->  TypeError: NULL object in marshal data for object
marshal.loads(b'u\x01\x00\x00\x00\xff')  -->  UnicodeDecodeError: 'utf-8' codec can't decode byte 0x in position 0: invalid start byte
marshal.load(io.BytesIO(b'T'))  -->  True
marshal.load(1)  -->  AttributeError: 'int' object has no attribute 'read'
marshal.dump(5, io.BytesIO())  -->  5
marshal.dump(5, 1)  -->  AttributeError: 'int' object has no attribute 'write'
marshal.loads(marshal.dumps(compile('1', 'f', 'eval')), allow_code=False)  -->  ValueError: unmarshalling code objects is disallowed
marshal.dumps(compile('1', 'f', 'eval'), allow_code=False)  -->  ValueError: marshalling code objects is disallowed
eval(back(compile('1 + 1', 'f', 'eval')))  -->  2
""")
