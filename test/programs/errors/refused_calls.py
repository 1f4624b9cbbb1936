"""What calls of builtins say to arguments that they do not take, and other refusals: a line for each."""
import binascii
import functools
import operator
import struct
import sys
import types
import typing
import warnings

warnings.simplefilter('ignore')


class Sub(int):
    pass


class SubDict(dict):
    pass


class SubList(list):
    pass


class Plain:
    pass


class Index:
    def __index__(self):
        return 2


class WithRor:
    def __ror__(self, other):
        return 'ror'


P = Plain
T = typing.TypeVar('T')
type Alias = int
type Gen[T] = list[T]

CASES = r'''
Alias | 0
Alias | {1}
Alias | int
Alias | None
operator.ior(Alias, {1})
operator.ior(Alias, {1: 2})
operator.ior(Alias, 0)
operator.ior(Alias, None)
Alias | WithRor()
0 | Alias
{1} | Alias
max(key=1)
max(nonesuch=1)
min(x=1, key=2)
min(default=1)
max(1, x=1)
max(1, 2, default=3)
max(1, 2, default=3, key=None)
max([], x=1, default=2)
sorted(x=1)
sorted(1, x=1)
sorted(1, 2)
sorted(1, key=None, x=1)
sorted([2, 1], x=1)
sorted(iterable=1)
sorted([2,1], None)
[].sort(1)
[].sort(x=1)
Plain.__subclasscheck__(1, 2)
Plain.__subclasscheck__()
Sub.__subclasses__(1, 2)
Sub.mro(alpha=1)
Sub.mro(1)
frozenset.mro(alpha=1)
int.__instancecheck__(1, 2)
type.__instancecheck__(1, 2)
type.mro(1, 2)
type.mro(alpha=1)
type.mro()
type(None).__instancecheck__(1, 2)
SubDict.get(x=1)
SubDict().get(x=1)
SubDict().get()
SubDict.fromkeys()
SubDict.fromkeys(x=1)
Sub.from_bytes()
Sub(1).bit_length(1)
Sub.bit_length(Sub(1), 1)
Sub.bit_length()
Sub.bit_length(1.5)
'a'.maketrans(1.5, None)
'a'.maketrans('a', None)
'a'.maketrans('a', 'b', None)
'a'.maketrans(1)
'a'.maketrans('a', 'bc')
int.__delattr__(Plain)
int.__delattr__()
int.__setattr__(Plain)
int.__setattr__(Plain, 1)
int.__setattr__(Plain, 'a', 1)
object.__setattr__(Plain, 'a', 1)
object.__delattr__(Plain, 'a')
int.__setattr__(Plain(), 'a', 1)
type.__setattr__(Plain)
[].__setitem__(1)
{}.__setitem__(1)
[].__setitem__()
[].__delitem__()
[].__getitem__(1, 2)
(1).__add__(1, 2)
ExceptionGroup(None, bytearray)
ExceptionGroup('a', bytearray)
ExceptionGroup(None)
ExceptionGroup()
BaseExceptionGroup(None, [1])
ExceptionGroup('a', None)
ExceptionGroup('a', [])
ExceptionGroup('a', [1])
str(ExceptionGroup('\ud83d\ude00', [KeyError('k')]))
repr(ExceptionGroup('\ud83d\ude00', [KeyError('k')]))
int('\ud83d\ude00x')
int('\ud83d\ude00x', 0)
int('\U0001f600x')
float('\ud83d\ude00x')
complex('\ud83d\ude00x')
'\ud83d\ude00'.encode('utf-16')
'\ud83d\ude00'.encode('utf-8')
'\ud83d\ude00'.encode('utf-32')
'\ud83d\ude00'.encode('latin-1')
'\ud83d\ude00'.encode('ascii')
'\ud83d\ude00'.encode('utf-7')
'a\ud83d\ude00'.encode('cp1252')
'\ud83d\ude00'.encode('utf-16', 'replace')
'\ud83d\ude00'.encode('utf-8', 'backslashreplace')
'\ud83d\ude00'.encode('punycode')
'\ud83d\ude00'.encode('idna')
eval('\ud83d\ude00')
compile('\ud83d\ude00', 'x', 'exec')
1 .__reduce_ex__(None)
1 .__reduce_ex__('a')
1 .__reduce_ex__()
object().__reduce_ex__(2**40)
type('a\x00b', (), Exception)
type('a\x00b', (), {})
type('\udc80', [], {})
type('\udc80', (), {})
type('a', (1,), {})
type('a\x00b', (1,), {})
type('a', (int, str), {})
type('a', (bool,), {})
type('a', (), {'__slots__': ['alpha'], 'alpha': 1})
type('a', (int,), {'__slots__': ['alpha'], 'alpha': 1})
type('a', (int,), {'__slots__': ['alpha']})
type('a', (), {'__slots__': [1]})
type('a', (), {'__slots__': ['a b']})
type('a', (int,), {'__slots__': ['a b']})
type('a', (tuple,), {'__slots__': [1]})
memoryview(b'')[::4].cast('f')
memoryview(b'abcd')[::2].cast('f')
memoryview(b'abcd')[::2].cast('z')
memoryview(b'abcd').cast('z')
memoryview(b'abcd').cast(1)
memoryview(b'abcd')[::2].cast(1)
b'a' + memoryview(b'abcd')[::2]
bytes(memoryview(b'abcd')[::2])
bytearray(b'a') + memoryview(b'abcd')[::2]
bytearray(memoryview(b'abcd')[::2])
b''.join([memoryview(b'abcd')[::2], b'x'])
b'abc'.find(memoryview(b'abcd')[::2])
b'abc'.replace(memoryview(b'abcd')[::2], b'')
b'abc'.startswith(memoryview(b'abcd')[::2])
b'ac' == memoryview(b'abcd')[::2]
bytearray(b'ac') == memoryview(b'abcd')[::2]
memoryview(b'abcd')[::2] in b'abc'
binascii.hexlify(memoryview(b'abcd')[::2])
binascii.crc32(memoryview(b'abcd')[::2])
struct.unpack('2s', memoryview(b'abcd')[::2])
int.from_bytes(memoryview(b'abcd')[::2], 'big')
int(memoryview(b'1234')[::2])
float(memoryview(b'1234')[::2])
float(bytearray(b'xx'))
int(memoryview(b'xx'))
int(bytearray(b'xx'))
float(b'xx')
complex(b'xx')
str(memoryview(b'abcd')[::2], 'utf-8')
bytes.fromhex(memoryview(b'6162')[::2])
bytes.fromhex('0g')
bytes.fromhex('ab0g')
bytes.fromhex('g0')
bytes.fromhex('a')
bytes.fromhex('ab c')
bytes.fromhex('ab\u00e9')
bytes.fromhex('ab \u0661')
bytes.fromhex('ab\ud800')
bytes.fromhex('a \u0661')
bytes.fromhex(b'ab\xe9')
bytes.fromhex(b'a')
bytes.fromhex('  zz')
bytes.fromhex('a b')
bytes.fromhex('\U0001f600')
bytearray.fromhex('ab\u00e9')
bytes({1, 2, 'a'} and [1, 'a', None])
repr()
repr(1, x=2)
repr(x=2)
repr(1, 2)
ord(1, x=2)
ord(x=1, y=3)
ord()
ord(1, 2)
len(1, x=2)
'a'.isalpha(x=1)
'a'.isalpha(1)
1.5.hex(x=1)
1.5.hex(1)
{1}.symmetric_difference(1, x=2)
{1}.symmetric_difference(1, 2)
binascii.unhexlify(1, x=2)
binascii.unhexlify()
'a'.__getnewargs__(x=1)
'a'.__getnewargs__(1)
abs(x=1)
chr(x=1)
object.__new__(types.SimpleNamespace)
object.__new__(int)
object.__new__(1)
super(types.SimpleNamespace, 1)
super(int, 'a')
super(typing.TypeVar, 'a')
types.SimpleNamespace.__new__(int)
tuple.__new__(types.SimpleNamespace)
dict.__new__(types.SimpleNamespace)
list() * {}
operator.imul([], {})
operator.imul(SubDict(), b'')
operator.imul({}, b'')
operator.imul(b'', {})
{} * b''
b'' * {}
operator.iadd([], 1)
operator.iadd(1, [])
operator.iadd((), [])
operator.iadd({}, [])
operator.concat(1, [])
operator.iconcat(1, [])
operator.iconcat([], 1)
setattr(OSError(1), '__private', 1)
delattr(OSError(1), '__private')
OSError(1).__private
delattr(Exception(1), 'x')
delattr(1, 'x')
delattr(Plain(), 'x')
delattr(SubDict(), 'x')
delattr({}, 'x')
delattr(len, 'x')
delattr(lambda: 1, 'x')
delattr(sys, 'x')
delattr(types.SimpleNamespace(), 'x')
delattr(int, 'x')
delattr(Plain, 'x')
'ab'.encode('utf-8', 'surrogatepass')
'a\udc80'.encode('cp1252', 'surrogatepass')
'a\udc80'.encode('idna', 'surrogatepass')
'a\udc80'.encode('utf-7', 'surrogatepass')
'a'.encode('idna', 'surrogatepass')
'\xe9'.encode('idna', 'surrogatepass')
b'a'.decode('idna', 'surrogatepass')
b'\xe9'.decode('idna', 'surrogatepass')
{1}[0]
[].append
Alias | 'x'
'x' | Alias
Alias | T
T | Alias
Alias | (int | str)
(int | str) | Alias
Alias | list[int]
list[int] | Alias
None | Alias
Alias | Gen[int]
Gen[int] | Alias
Gen[int] | 1
Gen[int] | 'x'
Alias | typing.Any
Alias | typing.Optional[int]
(int | str) | 1
(int | str) | 'x'
1 | (int | str)
Alias | Alias
types.SimpleNamespace.__init_subclass__(1)
typing.TypeVar.__new__(int)
type('X', (types.SimpleNamespace, types.SimpleNamespace), {})
type('X', (typing.TypeVar, typing.TypeVar), {})
type('X', (int, int), {})
type('X', (int, str), {})
types.SimpleNamespace.nope
types.SimpleNamespace().nope
types.SimpleNamespace(1)
types.SimpleNamespace(1, 2)
types.SimpleNamespace.__init__(1)
object.__init__(types.SimpleNamespace(), 1)
object.__new__(types.SimpleNamespace, 1)
typing.TypeVar()
super(int, types.SimpleNamespace)
super(int, typing.TypeVar).x
super(P, P).x
super(types.SimpleNamespace, types.SimpleNamespace()).x
issubclass(1, 2)
setattr(types.SimpleNamespace, 'x', 1)
del_ := delattr(types.SimpleNamespace, 'x')
P.x
P().x
delattr(P, 'x')
delattr(P(), 'x')
delattr(functools.partial(int), 'x')
delattr(classmethod(1), 'x')
delattr(property(), 'x')
setattr(property(), 'x', 1)
delattr((i for i in ()), 'x')
delattr(Alias, 'x')
setattr(Alias, 'x', 1)
delattr(P().__init__, 'x')
delattr(P.__init__, 'x')
delattr(OSError.__init__, 'x')
delattr(types.MethodType(P, 1), 'x')
delattr(Exception(), 'args')
delattr(ImportError(), 'name')
delattr(SystemExit(), 'x')
delattr(StopIteration(), 'x')
delattr(staticmethod(1), 'x')
property().__set__(1)
property().__set__()
property().__set__(1,2,3)
property().__delete__()
(1).__pow__()
(1).__pow__(1,2,3)
(1).__rpow__()
(1).__ipow__
[].__setitem__(1,2,3)
[].__delitem__(1,2)
P().__setattr__(1)
P().__setattr__(1, 2)
P().__setattr__('a', 2, 3)
P().__delattr__()
P().__delattr__(1)
P().__getattribute__()
P().__getattribute__(1)
[].__getitem__()
[].__contains__()
[].__len__(1)
[].__eq__()
[].__eq__(1, 2)
[].__iter__(1)
iter([]).__next__(1)
P.__init__()
P().__hash__(1)
P.__call__
(1).__index__(1)
(1).__bool__(2)
(1).__add__()
int.__setattr__(P, 1, 2)
object.__setattr__(P, 1, 2)
object.__setattr__(P, 'a')
P().__setattr__(x=1)
[].__setitem__(x=1)
{}.__setitem__()
{}.__delitem__()
int.__setattr__(1, 2, 3)
type.__delattr__(P)
b''.__release_buffer__()
[].__iadd__()
[].__mul__()
P.__get__
P.__init__.__get__()
P.__init__.__get__(1, 2, 3)
P.__init__.__get__(None)
P.__init__.__get__(None, None)
bytes.fromhex('a \xe9')
bytes.fromhex('\xe9')
bytes.fromhex('ab\xe9')
bytes.fromhex('zz\xe9')
bytes.fromhex('zz z\u1234')
bytes.fromhex('z ')
bytes.fromhex(' z')
bytes.fromhex('abz')
bytes.fromhex('ab z')
bytes.fromhex('abcdez')
bytes.fromhex('abcde')
bytes.fromhex('abcde ')
bytes.fromhex('abcde z')
bytes.fromhex('abc de')
bytes.fromhex('az')
bytes.fromhex('a\x00')
bytes.fromhex('abcd\x00')
bytes.fromhex('b\u2028')
bytes.fromhex('\u2028')
bytes.fromhex('abcd \u2028')
bytes.fromhex('abcd\U0001f600')
bytes.fromhex('\U0001f600abcdz')
bytes.fromhex('\ud83d\ude00abcdz')
bytes.fromhex(b'abcd\xe9')
bytes.fromhex(b'abcz')
bytes.fromhex(b'ab zz\xe9')
bytes.fromhex(bytearray(b'abc'))
bytes.fromhex(memoryview(b'abc'))
bytes.fromhex(1)
bytearray.fromhex('stra\xdfe')
bytes.fromhex('Hello World')
bytes.fromhex('aXbXc')
bytes.fromhex('{0!r:>5}')
bytes.fromhex('12 ')
bytes.fromhex('spam ' * 3)
bytes.fromhex('a\x00b')
bytes.fromhex('h\xe9llo')
ord(1, 2, x=1)
len(x=1)
len(1, 2, x=3)
types.MethodType(1, 2, x=3)
types.MethodType(x=3)
types.MethodType(1, 2, 3, x=3)
repr(1, x=2)
repr(1, 2, x=2)
'a'.isalpha(1, x=1)
'a'.isalpha(1, 2, 3)
range(1, 2, 3, 4, x=1)
range(x=1)
slice(1, 2, 3, 4, x=1)
slice(x=1)
{1}.symmetric_difference(1, 2, x=2)
binascii.unhexlify(1, 2, 3, x=2)
getattr(1, x=2)
getattr(1, 2, 3, 4, x=2)
isinstance(1, x=2)
divmod(1, x=2)
iter(x=1)
next(x=1)
hash(1, 2, 3, x=1)
zip(1, x=1)
filter(1, 2, 3, x=1)
filter(x=1)
map(x=1)
map(1, 2, x=1)
reversed(1, x=1)
bool(1, 2, x=1)
float(1, 2, x=1)
tuple(1, 2, x=1)
list(1, 2, x=1)
frozenset(1, 2, x=1)
set(1, 2, x=1)
memoryview(1, 2, x=1)
super(1, 2, 3, x=1)
object(1, x=1)
type(1, x=1)
classmethod(1, 2, x=1)
staticmethod(x=1)
property(1, 2, 3, 4, 5, x=1)
str(b'', 'no-such')
str(bytearray(), 'no-such', 'nonesuch')
str(memoryview(b''), 'no-such')
b''.decode('no-such')
b''.decode('punycode', 'nonesuch')
bytearray().decode('no-such')
str(b'a', 'no-such')
'\ud800'.encode('no-such')
''.encode('no-such')
bytearray(b'a').__setitem__(5, 'a')
bytearray(b'a').__setitem__(5, 500)
bytearray(b'a').__setitem__(5, 5)
bytearray(b'a').__setitem__('a', 500)
bytearray(b'a').__delitem__(5)
'''.strip().split('\n')


def report(name, function, *args, **keywords):
    try:
        result = ascii(function(*args, **keywords))
    except BaseException as error:
        result = f'{type(error).__name__}: {ascii(str(error))}'
    print(name, '->', 'an object' if ' at 0x' in result else result)


for case in CASES:
    report(case, eval, case, globals())

# A method that is bound is named after the class of its object, one that is called at once after the class that has it.
for name, method in (
    ('bit_length', Sub(1).bit_length),
    ('get', SubDict().get),
    ('append', SubList().append),
    ('mro', Plain.mro),
    ('fromkeys', SubDict.fromkeys),
    ('__class_getitem__', SubDict.__class_getitem__),
    ('__subclasshook__', Sub.__subclasshook__),
    ('bit_length by super', super(Sub, Sub()).bit_length),
):
    report(name, method)
    report(name, method, 1, 2, 3)
    report(name, method, x=1)
report('called at once', lambda: Sub(1).bit_length(1))
report('called at once', lambda: SubList().append(x=1))
report('with unpacked arguments', lambda: SubList().append(*[1, 2]))

for left in (2, 2.5, True, None, Index(), Plain(), SubDict(), {}, {1}, frozenset(), 'a', b'a', range(2), Sub(2), slice(1), len, Plain, object()):
    for right in ([5], (), 'b', bytearray(b'q')):
        for operation in (operator.imul, operator.mul):
            report(f'{type(left).__name__} {type(right).__name__} {operation.__name__}', operation, left, right)
