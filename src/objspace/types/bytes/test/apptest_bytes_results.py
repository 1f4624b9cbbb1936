"""Results and errors of bytes and bytearray: each row is an expression and what comes of it."""

from apptest_checks import check_rows

NAMES = dict(globals())


def test_constructors():
    check_rows([
        ('bytes(-1)', 'ValueError: negative count'),
        ("bytes('a')", 'TypeError: string argument without an encoding'),
        ("bytes(1,'a')", 'TypeError: encoding without a string argument'),
        ("bytes(b'a','utf8')", 'TypeError: encoding without a string argument'),
        ("bytes(errors='x')", 'TypeError: errors without a string argument'),
        ("bytes(encoding='x')", 'TypeError: encoding without a string argument'),
        ('bytes(1.5)', "TypeError: cannot convert 'float' object to bytes"),
        ('bytes(None)', "TypeError: cannot convert 'NoneType' object to bytes"),
        ('bytes([256])', 'ValueError: bytes must be in range(0, 256)'),
        ('bytes([-1])', 'ValueError: bytes must be in range(0, 256)'),
        ("bytes(['a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('bytes([10**30])', 'ValueError: bytes must be in range(0, 256)'),
        ('bytes(10**30)', "OverflowError: cannot fit 'int' into an index-sized integer"),
        ("bytes('a','utf8','strict',1)", 'TypeError: bytes() takes at most 3 arguments (4 given)'),
        ('bytes(x=1)', "TypeError: bytes() got an unexpected keyword argument 'x'"),
        ('bytes(True)', r"b'\x00'"),
        ("bytes(source=b'a')", "b'a'"),
        ('bytes(object())', "TypeError: cannot convert 'object' object to bytes"),
        ('bytearray(-1)', 'ValueError: negative count'),
        ("bytearray('a')", 'TypeError: string argument without an encoding'),
        ("bytearray(1,'a')", 'TypeError: encoding without a string argument'),
        ('bytearray(1.5)', "TypeError: cannot convert 'float' object to bytearray"),
        ('bytearray([256])', 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(['a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ('bytearray(10**30)', "OverflowError: cannot fit 'int' into an index-sized integer"),
    ], NAMES)


def test_items():
    check_rows([
        ("b'a'[1]", 'IndexError: index out of range'),
        ("b'a'['a']", 'TypeError: byte indices must be integers or slices, not str'),
        ("b'a'[10**30]", "IndexError: cannot fit 'int' into an index-sized integer"),
        ("b'a'[1.5]", 'TypeError: byte indices must be integers or slices, not float'),
        ("bytearray(b'a')[1]", 'IndexError: bytearray index out of range'),
        ("bytearray(b'a')['a']", 'TypeError: bytearray indices must be integers or slices, not str'),
        ("bytearray(b'a').__setitem__(0,256)", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'a').__setitem__(0,'a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').__setitem__(5,1)", 'IndexError: bytearray index out of range'),
        ("bytearray(b'a').__setitem__('x',1)", 'TypeError: bytearray indices must be integers or slices, not str'),
        ("bytearray(b'a').__delitem__(5)", 'IndexError: bytearray index out of range'),
        ("bytearray(b'a').__setitem__(slice(0,1),5)", 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'),
        ("bytearray(b'a').__setitem__(slice(0,1),'a')", 'TypeError: can assign only bytes, buffers, or iterables of ints in range(0, 256)'),
        ("bytearray(b'a').__setitem__(slice(0,1),[300])", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'abcd').__setitem__(slice(0,4,2),b'a')", 'ValueError: attempt to assign bytes of size 1 to extended slice of size 2'),
    ], NAMES)


def test_operators():
    check_rows([
        ("b'a'+'a'", "TypeError: can't concat str to bytes"),
        ("b'a'+1", "TypeError: can't concat int to bytes"),
        ("bytearray(b'a')+1", "TypeError: can't concat int to bytearray"),
        ("bytearray(b'').__iadd__(1)", "TypeError: can't concat int to bytearray"),
        ("bytearray(b'').__iadd__([1])", "TypeError: can't concat list to bytearray"),
        ("b'a'*'a'", "TypeError: can't multiply sequence by non-int of type 'str'"),
        ("b'a'*1.5", "TypeError: can't multiply sequence by non-int of type 'float'"),
        ("b'a'*10**30", "OverflowError: cannot fit 'int' into an index-sized integer"),
        ("b'a' in b'abc'", 'True'),
        ("300 in b'a'", 'ValueError: byte must be in range(0, 256)'),
        ("'a' in b'a'", "TypeError: a bytes-like object is required, not 'str'"),
        ("1.5 in b'a'", "TypeError: a bytes-like object is required, not 'float'"),
        ("10**30 in b'a'", 'ValueError: byte must be in range(0, 256)'),
    ], NAMES)


def test_searching():
    check_rows([
        ("b'a'.find('a')", "TypeError: argument should be integer or bytes-like object, not 'str'"),
        ("b'a'.find(300)", 'ValueError: byte must be in range(0, 256)'),
        ("b'a'.find(10**30)", 'ValueError: byte must be in range(0, 256)'),
        ("b'a'.find(1.5)", "TypeError: argument should be integer or bytes-like object, not 'float'"),
        ("b'a'.index(b'x')", 'ValueError: subsection not found'),
        ("b'a'.rindex(b'x')", 'ValueError: subsection not found'),
        ("bytearray(b'a').index(b'x')", 'ValueError: subsection not found'),
        ("b'a'.find(b'a','x')", 'TypeError: slice indices must be integers or None or have an __index__ method'),
        ("b'a'.find(b'a',None,None)", '0'),
        ("b'a'.find()", 'TypeError: find expected at least 1 argument, got 0'),
        ("b'a'.count()", 'TypeError: count expected at least 1 argument, got 0'),
        ("b'a'.count(300)", 'ValueError: byte must be in range(0, 256)'),
        ("b'a'.startswith('a')", 'TypeError: startswith first arg must be bytes or a tuple of bytes, not str'),
        ("b'a'.startswith(('a',))", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.startswith((b'b',b'a'))", 'True'),
        ("b'a'.startswith([b'a'])", 'TypeError: startswith first arg must be bytes or a tuple of bytes, not list'),
        ("b'a'.endswith(1)", 'TypeError: endswith first arg must be bytes or a tuple of bytes, not int'),
    ], NAMES)


def test_cutting():
    check_rows([
        ("b'a'.split('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.split(b'')", 'ValueError: empty separator'),
        ("b'a'.partition(b'')", 'ValueError: empty separator'),
        ("b'a'.partition('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.join(['a'])", 'TypeError: sequence item 0: expected a bytes-like object, str found'),
        ("b'a'.join([b'a',1])", 'TypeError: sequence item 1: expected a bytes-like object, int found'),
        ("b'a'.join(1)", 'TypeError: can only join an iterable'),
        ("b''.join([b'a', memoryview(b'b'), bytearray(b'c')])", "b'abc'"),
        ("b'a'.replace('a','b')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.replace(b'a','b')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.strip('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.center('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b'a'.center(5,'a')", 'TypeError: center() argument 2 must be a byte string of length 1, not str'),
        ("b'a'.center(5,b'ab')", 'TypeError: center(): argument 2 must be a byte string of length 1, not a bytes object of length 2'),
        ("b'a'.center(5,bytearray(b'x'))", "b'xxaxx'"),
        ("b'a'.ljust(5,b'')", 'TypeError: ljust(): argument 2 must be a byte string of length 1, not a bytes object of length 0'),
        ("b'a'.ljust(5,1)", 'TypeError: ljust() argument 2 must be a byte string of length 1, not int'),
        ("b'a'.zfill('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b'a'.translate('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.translate(b'a')", 'ValueError: translation table must be 256 characters long'),
        ("b'a'.translate(None,b'a')", "b''"),
        ("b'a'.translate(None,'a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.maketrans(b'a',b'bc')", 'ValueError: maketrans arguments must have same length'),
        ("b'a'.maketrans('a',b'bc')", "TypeError: a bytes-like object is required, not 'str'"),
    ], NAMES)


def test_hex_and_decode():
    check_rows([
        ("b'a'.hex(1)", "TypeError: object of type 'int' has no len()"),
        ("b'a'.hex('ab')", 'ValueError: sep must be length 1.'),
        ("b'a'.hex('é')", 'ValueError: sep must be ASCII.'),
        (r"b'a'.hex(b'\xff')", 'ValueError: sep must be ASCII.'),
        ("b'ab'.hex(':',0)", "'6162'"),
        ("b'abcde'.hex(':',2)", "'61:6263:6465'"),
        ("b'abcde'.hex(':',-2)", "'6162:6364:65'"),
        ("b'a'.hex(None)", "TypeError: object of type 'NoneType' has no len()"),
        ("bytes.fromhex('a')", 'ValueError: fromhex() arg must contain an even number of hexadecimal digits'),
        ("bytes.fromhex('zz')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'),
        ("bytes.fromhex(b'61')", "b'a'"),
        ('bytes.fromhex(1)', 'TypeError: fromhex() argument must be str or bytes-like, not int'),
        ("bytes.fromhex('6 1')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 1'),
        ("bytes.fromhex('61 é')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 3'),
        ("bytes.fromhex('61 6')", 'ValueError: fromhex() arg must contain an even number of hexadecimal digits'),
        (r"bytes.fromhex(' 61\t62\n')", "b'ab'"),
        ("bytearray.fromhex('zz')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 0'),
        ("b'a'.decode('xx')", 'LookupError: unknown encoding: xx'),
        ("b'a'.decode(1)", "TypeError: decode() argument 'encoding' must be str, not int"),
        ("b'a'.decode('utf8','xx')", "'a'"),
        (r"b'\xff'.decode('utf8','xx')", "LookupError: unknown error handler name 'xx'"),
        (r"b'\xff'.decode('utf8',errors=1)", "TypeError: decode() argument 'errors' must be str, not int"),
        (r"b'\xff'.decode()", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        ("b'a'.removeprefix('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ("b'a'.expandtabs('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b'a'.splitlines(1)", "[b'a']"),
        ("b'a'.splitlines('x')", "[b'a']"),
    ], NAMES)


def test_comparison():
    check_rows([
        ("b'a'<'a'", "TypeError: '<' not supported between instances of 'bytes' and 'str'"),
        ("b'a'=='a'", 'False'),
        ("b'a'<bytearray(b'b')", 'True'),
        ("b'a'<memoryview(b'b')", "TypeError: '<' not supported between instances of 'bytes' and 'memoryview'"),
    ], NAMES)


def test_percent():
    check_rows([
        ("b'a'%1", 'TypeError: not all arguments converted during bytes formatting'),
        ("b'%d'%1", "b'1'"),
        ("b'%d'%'a'", 'TypeError: %d format: a real number is required, not str'),
        ("b'%d'%1.5", "b'1'"),
        ("b'%x'%1.5", 'TypeError: %x format: an integer is required, not float'),
        ("b'%s'%'a'", "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'"),
        ("b'%s'%b'a'", "b'a'"),
        ("b'%b'%1", "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'"),
        ("b'%a'%'é'", 'b"\'\\\\xe9\'"'),
        ("b'%r'%'é'", 'b"\'\\\\xe9\'"'),
        ("b'%c'%300", 'OverflowError: %c arg not in range(256)'),
        ("b'%c'%b'ab'", 'TypeError: %c requires an integer in range(256) or a single byte, not a bytes object of length 2'),
        ("b'%c'%'a'", 'TypeError: %c requires an integer in range(256) or a single byte, not str'),
        ("b'%c'%b'a'", "b'a'"),
        ("b'%c'%10**30", 'OverflowError: %c arg not in range(256)'),
        ("b'%c'%(10**30,)", 'OverflowError: %c arg not in range(256)'),
        ("b'%z'%1", "ValueError: unsupported format character 'z' (0x7a) at index 1"),
        ("b'%'%1", 'ValueError: incomplete format'),
        ("b'%(a)s'%{b'a':b'x'}", "b'x'"),
        ("b'%(a)s'%{'a':b'x'}", "KeyError: b'a'"),
        ("b'%(a)s'%1", 'TypeError: format requires a mapping'),
        ("b'%(a'%{}", 'ValueError: incomplete format key'),
        ("b'%s'%(b'a',b'b')", 'TypeError: not all arguments converted during bytes formatting'),
        ("b'%s%s'%(b'a',)", 'TypeError: not enough arguments for format string'),
        ("b'%*d'%(5,1)", "b'    1'"),
        ("b'%*d'%('a',1)", 'TypeError: * wants int'),
        ("b'%.*f'%(2,1.5)", "b'1.50'"),
        ("b'%f'%'a'", 'TypeError: float argument required, not str'),
        ("b'%e'%1", "b'1.000000e+00'"),
        ("b'%5.1f|%-8s|%+d|%05d|%#x|% d'%(1.25,b'ab',3,4,255,6)", "b'  1.2|ab      |+3|00004|0xff| 6'"),
        ("b'%.3s'%b'abcdef'", "b'abc'"),
        ("b'%i %u %o %X %g %G %E %F %%'%(1,2,8,255,1.5,1e20,2.5,3.5)", "b'1 2 10 FF 1.5 1E+20 2.500000E+00 3.500000 %'"),
        ("bytearray(b'%d')%1", "bytearray(b'1')"),
    ], NAMES)


def test_bytearray_methods():
    check_rows([
        ("bytearray(b'').pop()", 'IndexError: pop from empty bytearray'),
        ("bytearray(b'a').pop(5)", 'IndexError: pop index out of range'),
        ("bytearray(b'a').pop('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').remove(1)", 'ValueError: value not found in bytearray'),
        ("bytearray(b'a').remove('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').append('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').append(256)", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'a').append(10**30)", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'a').extend(1)", "TypeError: can't extend bytearray with int"),
        ("bytearray(b'a').extend('a')", "TypeError: expected iterable of integers; got: 'str'"),
        ("bytearray(b'a').extend([256])", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'a').extend([1,'a'])", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').insert('a',1)", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'a').insert(0,256)", 'ValueError: byte must be in range(0, 256)'),
        ("bytearray(b'a').insert(0)", 'TypeError: insert expected 2 arguments, got 1'),
        ("bytearray(b'a').__init__(1,2,3,4)", 'TypeError: bytearray() takes at most 3 arguments (4 given)'),
        ("bytearray(b'a').resize(-1)", 'ValueError: Can only resize to positive sizes, got -1'),
        ("bytearray(b'a').resize('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
    ], NAMES)


def test_others():
    check_rows([
        ("bytearray(b'abc').__reduce__()", "(<class 'bytearray'>, ('abc', 'latin-1'), None)"),
        (r"bytearray(b'abc\xff').__reduce_ex__(2)", r"(<class 'bytearray'>, ('abc\xff', 'latin-1'), None)"),
        (r"bytearray(b'abc\xff').__reduce_ex__(3)", r"(<class 'bytearray'>, (b'abc\xff',), None)"),
        (r"bytearray(b'abc\xff').__reduce_ex__(-3)", r"(<class 'bytearray'>, ('abc\xff', 'latin-1'), None)"),
        ("bytearray(b'abc').__alloc__()", '4'),
        ('repr(bytearray(b"a\'b"))', '\'bytearray(b"a\\\\\\\'b")\''),
        ("b'abc'.__getnewargs__()", "(b'abc',)"),
        ("b'abc'.__bytes__()", "b'abc'"),
        ("iter(b'abc').__reduce__()", "(<built-in function iter>, (b'abc',), 0)"),
        ("iter(b'').__reduce__()", "(<built-in function iter>, (b'',), 0)"),
        ("iter(b'abc').__length_hint__()", '3'),
        ('hash(bytearray())', "TypeError: unhashable type: 'bytearray'"),
        ("b'a'.find(b'')", '0'),
        ("b'abc'.rfind(b'')", '3'),
        ("b'abc'.rfind(b'',1,2)", '2'),
        ("b'abc'.find(b'',5)", '-1'),
        ("b'abc'.count(b'',2)", '2'),
        ("b'abc'.count(b'',4)", '0'),
        ("b'a,b,c'.rsplit(b',',1)", "[b'a,b', b'c']"),
        ("b'a'.split(None,'x')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("b'a b'.split(maxsplit=0)", "[b'a b']"),
        ("str(b'a')", '"b\'a\'"'),
        ("b'a'.center(10**30)", 'OverflowError: Python int too large to convert to C ssize_t'),
        (r"b'a\tb'.expandtabs(2**31)", 'OverflowError: Python int too large to convert to C int'),
        (r"b'a\tb'.expandtabs(10**30)", 'OverflowError: Python int too large to convert to C int'),
        ("memoryview(b'a')+b'a'", "TypeError: unsupported operand type(s) for +: 'memoryview' and 'bytes'"),
        ("b'a'+memoryview(b'a')", "b'aa'"),
        ("bytearray(b'a')+b'a'", "bytearray(b'aa')"),
        ("b'a'+bytearray(b'a')", "b'aa'"),
        ("bytearray(b'a').copy(1)", 'TypeError: bytearray.copy() takes no arguments (1 given)'),
        ("b'a'.upper(1)", 'TypeError: bytes.upper() takes no arguments (1 given)'),
        ("b'a'.upper(x=1)", 'TypeError: bytes.upper() takes no keyword arguments'),
        ("b'a'.join()", 'TypeError: bytes.join() takes exactly one argument (0 given)'),
        ('bytes.fromhex()', 'TypeError: bytes.fromhex() takes exactly one argument (0 given)'),
        ("b'a'.hex(sep=':',bytes_per_sep=-1)", "'61'"),
        ("b'a'.hex(bytes_per_sep='a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'ab').__imul__(3)", "bytearray(b'ababab')"),
        ("bytearray(b'ab').__imul__('a')", "TypeError: 'str' object cannot be interpreted as an integer"),
        ("bytearray(b'ab').__rmod__(3)", 'NotImplemented'),
        ("b'ab'.__rmod__(3)", 'NotImplemented'),
        ("b'ab'.__contains__('a')", "TypeError: a bytes-like object is required, not 'str'"),
        ('bytes.maketrans()', 'TypeError: maketrans expected 2 arguments, got 0'),
    ], NAMES)
