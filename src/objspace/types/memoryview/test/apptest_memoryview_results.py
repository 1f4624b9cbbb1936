"""Results and errors of memoryview: each row is an expression and what comes of it."""

import array
import struct

from apptest_checks import check_rows

NAMES = dict(globals())
NAMES['m'] = memoryview(b'abcdef')
NAMES['w'] = memoryview(bytearray(b'abcdef'))
NAMES['m2'] = memoryview(bytes(range(12))).cast('B', [3, 4])
NAMES['mi'] = memoryview(array.array('i', [1, -2, 3]))
NAMES['md'] = memoryview(array.array('d', [1.5, 2.5]))
NAMES['mh'] = memoryview(bytearray(8)).cast('H')
NAMES['m0'] = memoryview(struct.pack('i', 7)).cast('i', [])
NAMES['rel'] = memoryview(b'a')
NAMES['rel'].release()


def test_construction_and_items():
    check_rows([
        ('memoryview(1)', "TypeError: memoryview: a bytes-like object is required, not 'int'"),
        ('memoryview()', "TypeError: memoryview() missing required argument 'object' (pos 1)"),
        ("memoryview(b'a',1)", 'TypeError: memoryview() takes at most 1 argument (2 given)'),
        ("memoryview('a')", "TypeError: memoryview: a bytes-like object is required, not 'str'"),
        ('m[0],m[-1]', '(97, 102)'),
        ('m[6]', 'IndexError: index out of bounds on dimension 1'),
        ("m['a']", 'TypeError: memoryview: invalid slice key'),
        ('m[1.5]', 'TypeError: memoryview: invalid slice key'),
        ('m[10**30]', "IndexError: cannot fit 'int' into an index-sized integer"),
        ('m[1:3].tobytes()', "b'bc'"),
        ('m[(0,)]', '97'),
        ('m[0,0]', 'TypeError: cannot index 1-dimension view with 2-element tuple'),
        ('m[()]', 'NotImplementedError: sub-views are not implemented'),
        ('m[...]', 'TypeError: memoryview: invalid slice key'),
        ('m[slice(None),slice(None)]', 'NotImplementedError: multi-dimensional slicing is not implemented'),
        ('m2[0],1', 'NotImplementedError: multi-dimensional sub-views are not implemented'),
        ('m2[0,1],m2[2,3],m2[-1,-1]', '(1, 11, 11)'),
        ('m2[3,0]', 'IndexError: index out of bounds on dimension 1'),
        ('m2[0,4]', 'IndexError: index out of bounds on dimension 2'),
        ('m2[0,0,0]', 'TypeError: cannot index 2-dimension view with 3-element tuple'),
        ('m2[0:1].tolist(),m2[0:1].shape', '([[0, 1, 2, 3]], (1, 4))'),
        ('m2[0:1,0:1]', 'NotImplementedError: multi-dimensional slicing is not implemented'),
        ('m2[...].shape', 'TypeError: memoryview: invalid slice key'),
        ('m2[()]', 'NotImplementedError: sub-views are not implemented'),
        ("m2[0,'a']", 'TypeError: memoryview: invalid slice key'),
        ('m2[1.5]', 'TypeError: memoryview: invalid slice key'),
        ('m0[()]', '7'),
        ('m0[0]', 'TypeError: invalid indexing of 0-dim memory'),
        ('m0[...].shape', '()'),
        ('m0.tolist()', '7'),
        ('len(m0)', 'TypeError: 0-dim memory has no length'),
        ('len(m2)', '3'),
        ('iter(m2)', 'NotImplementedError: multi-dimensional sub-views are not implemented'),
        ('list(iter(m2)) ', 'NotImplementedError: multi-dimensional sub-views are not implemented'),
        ('iter(m0)', 'TypeError: invalid indexing of 0-dim memory'),
    ], NAMES)


def test_conversions():
    check_rows([
        ('m2.tolist()', '[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]'),
        ('m2.tobytes()', r"b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b'"),
        ("m2.tobytes('F')", r"b'\x00\x04\x08\x01\x05\t\x02\x06\n\x03\x07\x0b'"),
        ("m2.tobytes('A')", r"b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b'"),
        ("m2.tobytes('X')", "ValueError: order must be 'C', 'F' or 'A'"),
        ('m2.tobytes(order=None)', r"b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b'"),
        ('m2.tobytes(1)', "TypeError: tobytes() argument 'order' must be str or None, not int"),
        ('m2.nbytes,m2.ndim,m2.strides,m2.shape,m2.suboffsets,m2.format,m2.itemsize,m2.c_contiguous,m2.f_contiguous,m2.contiguous,m2.readonly', "(12, 2, (4, 1), (3, 4), (), 'B', 1, True, False, True, True)"),
        ('m0.nbytes,m0.ndim,m0.strides,m0.shape,m0.suboffsets', '(4, 0, (), (), ())'),
        ('m[::2].c_contiguous,m[::2].contiguous,m[::2].strides,m[:0].contiguous', '(False, False, (2,), True)'),
    ], NAMES)


def test_casts():
    check_rows([
        ("m[::2].cast('B')", 'TypeError: memoryview: casts are restricted to C-contiguous views'),
        ("m.cast('i')", 'TypeError: memoryview: length is not a multiple of itemsize'),
        ("m.cast('X')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        ("m.cast('<B')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        ("m.cast('BB')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        ("m.cast('')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        ('m.cast(1)', "TypeError: cast() argument 'format' must be str, not int"),
        ("mi.cast('d')", 'TypeError: memoryview: cannot cast between two non-byte formats'),
        ("mi.cast('B').shape", '(12,)'),
        ("mi.cast('B').cast('H').tolist()", '[1, 0, 65534, 65535, 3, 0]'),
        ("m.cast('B',[2,4])", 'TypeError: memoryview: product(shape) * itemsize != buffer size'),
        ("m.cast('B',[2,3]).tolist()", '[[97, 98, 99], [100, 101, 102]]'),
        ("m.cast('B',(2,3)).tolist()", '[[97, 98, 99], [100, 101, 102]]'),
        ("m.cast('B',5)", 'TypeError: shape must be a list or a tuple'),
        ("m.cast('B',[0])", 'ValueError: memoryview.cast(): elements of shape must be integers > 0'),
        ("m.cast('B',[-1])", 'ValueError: memoryview.cast(): elements of shape must be integers > 0'),
        ("m.cast('B',['a'])", 'TypeError: memoryview.cast(): elements of shape must be integers'),
        ("m.cast('B',[1]*65)", 'ValueError: memoryview: number of dimensions must not exceed 64'),
        ("m.cast('c').tolist()", "[b'a', b'b', b'c', b'd', b'e', b'f']"),
        ("m.cast('?').tolist()", '[True, True, True, True, True, True]'),
        ("m.cast('b').tolist()", '[97, 98, 99, 100, 101, 102]'),
        ("m2.cast('B').shape", '(12,)'),
        ("m2.cast('B',[2,6])", 'TypeError: memoryview: cast must be 1D -> ND or ND -> 1D'),
        ('mi.tolist(),md.tolist(),mh.tolist(),mi[1],md[0]', '([1, -2, 3], [1.5, 2.5], [0, 0, 0, 0], -2, 1.5)'),
        ("m.hex(),m.hex(':'),m[::-1].hex(),m2.hex(':',2)", "('616263646566', '61:62:63:64:65:66', '666564636261', '0001:0203:0405:0607:0809:0a0b')"),
    ], NAMES)


def test_assignment():
    check_rows([
        ('m.__setitem__(0,1)', 'TypeError: cannot modify read-only memory'),
        ('w.__setitem__(0,300)', "ValueError: memoryview: invalid value for format 'B'"),
        ("w.__setitem__(0,'a')", "TypeError: memoryview: invalid type for format 'B'"),
        ("w.__setitem__(0,b'a')", "TypeError: memoryview: invalid type for format 'B'"),
        ('w.__setitem__(10,1)', 'IndexError: index out of bounds on dimension 1'),
        ("w.__setitem__('a',1)", 'TypeError: memoryview: invalid slice key'),
        ("w.__setitem__(slice(0,2),b'xy')", 'None'),
        ("w.__setitem__(slice(0,2),b'xyz')", 'ValueError: memoryview assignment: lvalue and rvalue have different structures'),
        ("w.__setitem__(slice(0,2),'xy')", "TypeError: a bytes-like object is required, not 'str'"),
        ('w.__setitem__(slice(0,2),5)', "TypeError: a bytes-like object is required, not 'int'"),
        ("w.__setitem__(slice(0,2),memoryview(b'xy').cast('b'))", 'ValueError: memoryview assignment: lvalue and rvalue have different structures'),
        ("w.__setitem__(slice(0,1),memoryview(b'xyzw').cast('i'))", 'ValueError: memoryview assignment: lvalue and rvalue have different structures'),
        ("w.cast('c').__setitem__(0,b'a')", 'None'),
        ("w.cast('c').__setitem__(0,b'ab')", "ValueError: memoryview: invalid value for format 'c'"),
        ("w.cast('c').__setitem__(0,1)", "TypeError: memoryview: invalid type for format 'c'"),
        ("w.cast('?').__setitem__(0,5)", 'None'),
        ('mh.__setitem__(0,70000)', "ValueError: memoryview: invalid value for format 'H'"),
        ('mh.__setitem__(0,-1)', "ValueError: memoryview: invalid value for format 'H'"),
        ('mh.__setitem__(0,1.5)', "TypeError: memoryview: invalid type for format 'H'"),
        ("w[:4].cast('f').__setitem__(0,1.5)", 'None'),
        ("w[:4].cast('f').__setitem__(0,'a')", "TypeError: memoryview: invalid type for format 'f'"),
        ("w.cast('b').__setitem__(0,-129)", "ValueError: memoryview: invalid value for format 'b'"),
        ("w.__setitem__(slice(None,None,2),b'123')", 'None'),
        ('w.tobytes()', r"b'1\x002?3f'"),
        ('w.__delitem__(0)', 'TypeError: cannot delete memory'),
        ('w.__setitem__((0,),5)', 'None'),
        ('w.__setitem__((0,0),5)', 'TypeError: cannot index 1-dimension view with 2-element tuple'),
        ("w.cast('B',[2,3]).__setitem__((1,2),65)", 'None'),
        ("w.cast('B',[2,3]).__setitem__(0,65)", 'NotImplementedError: sub-views are not implemented'),
        ("w.cast('B',[2,3]).__setitem__(slice(0,1),65)", 'NotImplementedError: memoryview slice assignments are currently restricted to ndim = 1'),
        ('w.tobytes()', r"b'\x05\x002?3A'"),
    ], NAMES)


def test_released():
    check_rows([
        ('rel.tobytes()', 'ValueError: operation forbidden on released memoryview object'),
        ('rel[0]', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.nbytes', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.obj', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.format', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.c_contiguous', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.release()', 'None'),
        ('rel==m', 'False'),
        ('rel==rel', 'True'),
        ("rel.cast('B')", 'ValueError: operation forbidden on released memoryview object'),
        ('rel.__enter__()', 'ValueError: operation forbidden on released memoryview object'),
        ('rel.__exit__(None,None,None)', 'None'),
        ('rel.toreadonly()', 'ValueError: operation forbidden on released memoryview object'),
    ], NAMES)


def test_hash_and_comparison():
    check_rows([
        ("hash(m)==hash(b'abcdef')", 'True'),
        ('hash(w)', 'ValueError: cannot hash writable memoryview object'),
        ('hash(mi)', 'ValueError: cannot hash writable memoryview object'),
        ("hash(memoryview(b'ab').cast('b'))==hash(b'ab')", 'True'),
        ("hash(memoryview(b'ab').cast('c'))==hash(b'ab')", 'True'),
        ("hash(memoryview(b'abcd').cast('i'))", "ValueError: memoryview: hashing is restricted to formats 'B', 'b' or 'c'"),
        ('hash(m2)==hash(m2.tobytes())', 'True'),
        ("m==b'abcdef',m==bytearray(b'abcdef'),m==1,m=='abcdef',m<b'a'", "TypeError: '<' not supported between instances of 'memoryview' and 'bytes'"),
        ('m<m', "TypeError: '<' not supported between instances of 'memoryview' and 'memoryview'"),
        ("m!=b'abcdef'", 'False'),
        ("mi==array.array('i',[1,-2,3]),mi==array.array('q',[1,-2,3]),mi==array.array('d',[1,-2,3])", '(True, True, True)'),
        ("memoryview(array.array('d',[float('nan')]))==array.array('d',[float('nan')])", 'False'),
        ("m2==m2.cast('B')", 'False'),
        ("m[::-1]==b'fedcba'", 'True'),
    ], NAMES)


def test_others():
    check_rows([
        ('m.obj,w.obj is None', "(b'abcdef', False)"),
        ('m[1:].obj', "b'abcdef'"),
        ('m.toreadonly().readonly,w.toreadonly().readonly,w.readonly', '(True, True, False)'),
        ('w.toreadonly().__setitem__(0,1)', 'TypeError: cannot modify read-only memory'),
        ("b'a' in m, 97 in m, 'a' in m", '(False, True, False)'),
        ("m.count(97),m.index(98),m.count('a')", '(1, 1, 0)'),
        ('m.index(1000)', 'ValueError: memoryview.index(x): x not found'),
        ('m.index(98,2)', 'ValueError: memoryview.index(x): x not found'),
        ('m.index(98,0,-1)', '1'),
        ('m.index(98,0,1)', 'ValueError: memoryview.index(x): x not found'),
        ('m2.count(1)', 'NotImplementedError: multi-dimensional sub-views are not implemented'),
        ('m2.index(1)', 'NotImplementedError: multi-dimensional lookup is not implemented'),
        ('list(reversed(m))', '[102, 101, 100, 99, 98, 97]'),
        ('bytes(m),bytearray(m),list(m)', "(b'abcdef', bytearray(b'abcdef'), [97, 98, 99, 100, 101, 102])"),
        ('bytes(m2)', r"b'\x00\x01\x02\x03\x04\x05\x06\x07\x08\t\n\x0b'"),
        ("m+b'a'", "TypeError: unsupported operand type(s) for +: 'memoryview' and 'bytes'"),
        ('m*2', "TypeError: unsupported operand type(s) for *: 'memoryview' and 'int'"),
        ('bool(m),bool(m[:0])', '(True, False)'),
        ("memoryview._from_flags(b'a',1)", 'BufferError: Object is not writable.'),
        ('memoryview[int]', 'memoryview[int]'),
        ('m.__buffer__(1)', 'BufferError: memoryview: underlying buffer is not writable'),
        ("b'a'.__buffer__(1)", 'BufferError: Object is not writable.'),
        ("b'a'.__buffer__('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').__release_buffer__(m)", "ValueError: memoryview's buffer is not this object"),
        ('m.__release_buffer__(m)', "ValueError: memoryview's buffer is not this object"),
        ("bytearray(b'a').__release_buffer__(1)", 'TypeError: expected a memoryview object'),
        ("m.cast('P')", 'TypeError: memoryview: length is not a multiple of itemsize'),
        ("m[:0].cast('i').tolist()", '[]'),
        ("memoryview(bytes(8)).cast('q').tolist(),memoryview(bytes(8)).cast('P').tolist(),memoryview(bytes(8)).cast('n').tolist()", '([0], [0], [0])'),
        ("memoryview(bytes(8)).cast('e').tolist()", '[0.0, 0.0, 0.0, 0.0]'),
        ("memoryview(bytes(16)).cast('F')", "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'"),
        ('m.__len__()', '6'),
    ], NAMES)
