"""Results and errors of array: each row is an expression and what comes of it. The rows build on each other."""

import array as A
from array import *


def result(source, names):
    """The repr of an expression's value, or the exception that it raised."""
    try:
        return ascii(eval(source, names))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def check(rows, names):
    wrong = []
    for source, expected in rows:
        got = result(source, names)
        if got != expected:
            wrong.append(f'{source}: {got} instead of {expected}')
    assert not wrong, '\n'.join(wrong)


NAMES = dict(globals())
NAMES['a'] = array('i', [1, 2, 3])
NAMES['d'] = array('d', [1.5, 2.5])
NAMES['u'] = array('u', 'abc')
NAMES['w'] = array('w', 'a\U0001f600')
NAMES['b'] = array('B', b'abc')


def test_all():
    check([
        ("a,d,u,w,b,array('i'),array('u'),array('f',[1.1])", r"(array('i', [1, 2, 3]), array('d', [1.5, 2.5]), array('u', 'abc'), array('w', 'a\U0001f600'), array('B', [97, 98, 99]), array('i'), array('u'), array('f', [1.100000023841858]))"),
        ('typecodes', "'bBuwhHiIlLqQfd'"),
        ('array()', 'TypeError: array() takes at least 1 argument (0 given)'),
        ("array('z')", 'ValueError: bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)'),
        ('array(5)', 'TypeError: array() argument 1 must be a unicode character, not int'),
        ("array('ii')", 'TypeError: array() argument 1 must be a unicode character, not a string of length 2'),
        ("array('i',5)", "TypeError: 'int' object is not iterable"),
        ("array('i','abc')", "TypeError: cannot use a str to initialize an array with typecode 'i'"),
        ("array('i',['a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("array('i',[1.5])", "TypeError: 'float' object cannot be interpreted as an integer"),
        ("array('i',[2**31])", 'OverflowError: signed integer is greater than maximum'),
        ("array('b',[128]),1", 'OverflowError: signed char is greater than maximum'),
        ("array('b',[-129])", 'OverflowError: signed char is less than minimum'),
        ("array('B',[256])", 'OverflowError: unsigned byte integer is greater than maximum'),
        ("array('B',[-1])", 'OverflowError: unsigned byte integer is less than minimum'),
        ("array('H',[-1])", 'OverflowError: unsigned short is less than minimum'),
        ("array('H',[65536])", 'OverflowError: unsigned short is greater than maximum'),
        ("array('I',[-1])", "OverflowError: can't convert negative value to unsigned int"),
        ("array('I',[2**32])", 'OverflowError: unsigned int is greater than maximum'),
        ("array('L',[-1])", "OverflowError: can't convert negative value to unsigned int"),
        ("array('L',[2**64])", 'OverflowError: Python int too large to convert to C unsigned long'),
        ("array('q',[2**63])", 'OverflowError: int too big to convert'),
        ("array('Q',[-1])", "OverflowError: can't convert negative int to unsigned"),
        ("array('h',[40000])", 'OverflowError: signed short integer is greater than maximum'),
        ("array('d',['a'])", 'TypeError: must be real number, not str'),
        ("array('f',[1e300])", "array('f', [inf])"),
        ("array('u',5)", "TypeError: 'int' object is not iterable"),
        ("array('u',[5])", 'TypeError: array item must be a unicode character, not int'),
        ("array('u',['ab'])", 'TypeError: array item must be a unicode character, not a string of length 2'),
        ("array('u',u'ab'),array('w',array('u','ab')),array('u',array('i',[1]))", 'TypeError: array item must be a unicode character, not int'),
        ("array('i',array('u','a'))", "TypeError: cannot use a unicode array to initialize an array with typecode 'i'"),
        (r"array('i',b'\1\0\0\0')", "array('i', [1])"),
        (r"array('i',b'\1\0\0')", 'ValueError: bytes length not a multiple of item size'),
        ("array('i',bytearray(4)),array('B',b'ab')", "(array('i', [0]), array('B', [97, 98]))"),
        ("array('i',array('d',[1.0]))", "TypeError: 'float' object cannot be interpreted as an integer"),
        ("array('i',(1,2)),array('i',range(3)),array('i',iter([1]))", "(array('i', [1, 2]), array('i', [0, 1, 2]), array('i', [1]))"),
        ("array('i',[1],2)", 'TypeError: array() takes at most 2 arguments (3 given)'),
        ("array('i',x=1)", 'TypeError: array.array() takes no keyword arguments'),
        ("array(typecode='i')", 'TypeError: array.array() takes no keyword arguments'),
        ('a[0],a[-1],a[0:2],a[::-1]', "(1, 3, array('i', [1, 2]), array('i', [3, 2, 1]))"),
        ('a[5]', 'IndexError: array index out of range'),
        ("a['a']", 'TypeError: array indices must be integers'),
        ('a[1.5]', 'TypeError: array indices must be integers'),
        ('a.__setitem__(5,1)', 'IndexError: array assignment index out of range'),
        ("a.__setitem__(0,'a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("a.__setitem__('a',1)", 'TypeError: array indices must be integers'),
        ('a.__setitem__(slice(0,1),[1])', 'TypeError: can only assign array (not "list") to array slice'),
        ("a.__setitem__(slice(0,1),array('d',[1.0]))", 'TypeError: bad argument type for built-in operation'),
        ("a.__setitem__(slice(0,1),array('i',[7,8])),a", "(None, array('i', [7, 8, 2, 3]))"),
        ("a.__setitem__(slice(0,4,2),array('i',[7])),a", 'ValueError: attempt to assign array of size 1 to extended slice of size 2'),
        ("a.__setitem__(slice(0,4,2),array('i',[5,6])),a", "(None, array('i', [5, 8, 6, 3]))"),
        ('a.__delitem__(9)', 'IndexError: array assignment index out of range'),
        ('a.__delitem__(slice(3,4)),a', "(None, array('i', [5, 8, 6]))"),
        ("a.append('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('a.append(2**40)', 'OverflowError: signed integer is greater than maximum'),
        ('a.append(9),a', "(None, array('i', [5, 8, 6, 9]))"),
        ('a.extend([1,2]),a', "(None, array('i', [5, 8, 6, 9, 1, 2]))"),
        ('a.extend(5)', "TypeError: 'int' object is not iterable"),
        ("a.extend(['a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("a.extend(array('d'))", 'TypeError: can only extend with array of same kind'),
        ('a.fromlist([3]),a', "(None, array('i', [5, 8, 6, 9, 1, 2, 3]))"),
        ('a.fromlist((3,))', 'TypeError: arg must be list'),
        ("a.fromlist([1,'a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('a', "array('i', [5, 8, 6, 9, 1, 2, 3])"),
        ('a.pop(),a.pop(0),a', "(3, 5, array('i', [8, 6, 9, 1, 2]))"),
        ('a.pop(50)', 'IndexError: pop index out of range'),
        ("array('i').pop()", 'IndexError: pop from empty array'),
        ('a.insert(0,5),a', "(None, array('i', [5, 8, 6, 9, 1, 2]))"),
        ("a.insert('a',5)", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('a.remove(5),a', "(None, array('i', [8, 6, 9, 1, 2]))"),
        ('a.remove(500)', 'ValueError: array.remove(x): x not in array'),
        ('a.index(6),a.index(6,0,5)', '(1, 1)'),
        ('a.index(500)', 'ValueError: array.index(x): x not in array'),
        ('a.index(6,5)', 'ValueError: array.index(x): x not in array'),
        ("a.count(2),a.count('a')", '(1, 0)'),
        ('a.reverse(),a', "(None, array('i', [2, 1, 9, 6, 8]))"),
        ('a.tolist(),a.tobytes(),d.tobytes()', r"([2, 1, 9, 6, 8], b'\x02\x00\x00\x00\x01\x00\x00\x00\t\x00\x00\x00\x06\x00\x00\x00\x08\x00\x00\x00', b'\x00\x00\x00\x00\x00\x00\xf8?\x00\x00\x00\x00\x00\x00\x04@')"),
        (r"a.frombytes(b'\1\0\0\0'),a", "(None, array('i', [2, 1, 9, 6, 8, 1]))"),
        (r"a.frombytes(b'\1')", 'ValueError: bytes length not a multiple of item size'),
        ("a.frombytes('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('a.byteswap(),a', "(None, array('i', [33554432, 16777216, 150994944, 100663296, 134217728, 16777216]))"),
        ('a.byteswap(),a', "(None, array('i', [2, 1, 9, 6, 8, 1]))"),
        ('d.byteswap(),d', "(None, array('d', [3.13984e-319, 5.375e-321]))"),
        ('d.byteswap(),d', "(None, array('d', [1.5, 2.5]))"),
        ('a.buffer_info()[1]', '6'),
        ('a.itemsize,a.typecode,u.itemsize,w.itemsize,d.itemsize', "(4, 'i', 4, 4, 8)"),
        ("u.tounicode(),w.tounicode(),u.fromunicode('d'),u", r"('abc', 'a\U0001f600', None, array('u', 'abcd'))"),
        ('a.tounicode()', "ValueError: tounicode() may only be called on unicode type arrays ('u' or 'w')"),
        ("a.fromunicode('a')", "ValueError: fromunicode() may only be called on unicode type arrays ('u' or 'w')"),
        ('u.fromunicode(5)', 'TypeError: fromunicode() argument must be str, not int'),
        ('a+a,a*2,2*a,a*0,a*-1', "(array('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1]), array('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1]), array('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1]), array('i'), array('i'))"),
        ('a+[1]', 'TypeError: can only append array (not "list") to array'),
        ('a+d', 'TypeError: bad argument type for built-in operation'),
        ('a.__iadd__([1])', 'TypeError: can only extend array with array (not "list")'),
        ('a.__iadd__(d)', 'TypeError: can only extend with array of same kind'),
        ('a.__iadd__(a)', "array('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1])"),
        ('a.__imul__(2)', "array('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1])"),
        ("a*'a'", "TypeError: can't multiply sequence by non-int of type 'str'"),
        ("a==a,a==array('q',a.tolist()),a==[1],a<array('i',[100]),array('d',[1.0])==array('i',[1]),array('i',[1,2])<array('d',[1.0,2.5])", '(True, True, False, True, True, True)'),
        ('a<5', "TypeError: '<' not supported between instances of 'array.array' and 'int'"),
        ('a!=d', 'True'),
        ("5 in a, 7 in a, 'a' in a", '(False, False, False)'),
        ("len(a),bool(array('i')),list(iter(a))[:3]", '(24, False, [2, 1, 9])'),
        ('hash(a)', "TypeError: unhashable type: 'array.array'"),
        ('a.__reduce_ex__(2)[1][:2],a.__reduce_ex__(3)[0].__name__,d.__reduce_ex__(3)[1][1:]', r"(('i', [2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1, 2, 1, 9, 6, 8, 1]), '_array_reconstructor', ('d', 16, b'\x00\x00\x00\x00\x00\x00\xf8?\x00\x00\x00\x00\x00\x00\x04@'))"),
        ('u.__reduce_ex__(2)', "(<class 'array.array'>, ('u', ['a', 'b', 'c', 'd']), None)"),
        ('w.__reduce_ex__(3)', r"(<built-in function _array_reconstructor>, (<class 'array.array'>, 'w', 20, b'a\x00\x00\x00\x00\xf6\x01\x00'), None)"),
        ('a.__copy__()==a,a.__deepcopy__({})==a', '(True, True)'),
        ('iter(a).__reduce__()[1][0]==a', 'True'),
        ('memoryview(a).format,memoryview(d).format,memoryview(u).format,memoryview(w).format', "('i', 'd', 'w', 'w')"),
        ('memoryview(a).tolist()==a.tolist()', 'True'),
        ('array.__module__,ArrayType is array', "('array', True)"),
        ('array[int]', 'array.array[int]'),
        ("array('i').__sizeof__()", '64'),
        ("array('i',[1]).tofile(5)", "AttributeError: 'int' object has no attribute 'write'"),
        (r"array('u','a\0b').tolist()", r"['a', '\x00', 'b']"),
        ('repr(array(\'u\',\'\\0\\n"\'))', '\'array(\\\'u\\\', \\\'\\\\x00\\\\n"\\\')\''),
        ("array('w',['a','b']),array('w','ab')+array('w','c')", "(array('w', 'ab'), array('w', 'abc'))"),
        ("array('w',[5])", 'TypeError: array item must be a unicode character, not int'),
        ("array('w',['ab'])", 'TypeError: array item must be a unicode character, not a string of length 2'),
    ], NAMES)
