"""The grammar of hot programs: functions that are called and loop often, with values, classes, functions and globals that change on the way.

Templates as in grammar.py. All programs begin with the same classes and functions, whose bodies differ. Values that a loop takes from one
turn to the next grow by little or are cut, so that no program takes long. Generators that show something when they are closed are kept, and those
who observe do not tell of the closing.
"""

UNIONS = {
    'real': 'int int int float bool',
    'ints': 'list list range tuple range',
    'iterable': 'list list tuple str dict set range gen bytes',
    'sized': 'list list tuple str dict set bytes',
    'seq': 'list list tuple str bytes range',
    'any': 'int int int float str list tuple obj obj dict bool none set bytes number text items table',
    'operand': 'int int float float bool str none obj number text list tuple',
    'key': 'int small small str bool number text fraction',
    'objs': 'obj obj obj vec',
}

INT = """
5| (<int> + <int>)
4| (<int> - <int>)
3| (<int> * <small>)
2| (<int> * <int>) % <modulus>
2| (<int> * <int>) & <mask>
((<int> ^ <int>) * <modulus>) & <mask>
((<int> << <shift>) | (<int> >> <shift>)) & <mask>
2| (<int> // <int>)
2| (<int> % <int>)
(<int> & <int>)
(<int> | <int>)
(<int> ^ <int>)
(<int> >> <shift>)
(<int> << <small>) & <mask>
(-<int>)
(~<int>)
abs(<int>)
min(<int>, <int>)
max(<int>, <int>, <int>)
len(<sized>)
2| <list>[<index>]
<tuple>[<bit>]
<bytes>[<bit>]
2| <dict>.get(<key>, <int>)
2| <list>[<int> % 3]
3| <obj>.x
2| <obj>.get()
2| <obj>.add(<int>)
2| <obj>.size
<obj>.unit
<obj>.both(<int>, c=<int>)
<obj>.twice(<int>)
A.twice(<int>)
<obj>.make(<int>).x
(<vec> + <vec>).x
(<vec> * <int>).x
<slotted>.a
2| helper(<int>)
helper(<int>, <int>)
helper(<int>, d=<int>)
helper(<int>, <int>, <int>, e=<int>)
helper(*<tuple>)
helper(<int>, **{'d': <int>})
2| leaf(<int>, <int>)
applied((lambda <local int>: <int>), <int>)
applied(<fn>, <int>)
outer(<int>)
recurse(<small>)
GLOBAL
(<int> if <bool> else <int>)
ord(<char>)
int(<float>)
round(<float>)
int(<bool>)
sum(<ints>)
sum(<int> for <local int> in <ints>)
max((<int> for <local int> in <ints>), default=<int>)
divmod(<int>, <int>)[<bit>]
pow(<int>, 3, <modulus>)
<int>.bit_length()
next(<gen>, 0)
next(iter(<ints>), <int>)
(lambda <local int>, <local int>=<constant>: <int>)(<int>)
<fn>(<int>)
<list>.count(<int>)
(<number> + <int>)
(<int> - <number>)
(<bool> + <int>)
operator.add(<int>, <int>)
getattr(<obj>, <name>)
sum(sorted(<ints>)[:2])
isinstance(<any>, int) + <int>
<str>.find(<char>)
<str>.index(<char>)
<bytes>.find(<bytes>)
<bytes>.count(97)
int(<str>)
hash(<int>)
int.from_bytes(<bytes>[:7], 'little')
(<int> ** 2) % <modulus>
-<int> // <modulus>
S(<int>).bump(<int>)
<obj>.level
tallying(<few>)(<int>)
len(spread(<int>, *<tuple>, d=<int>))
"""

FLOAT = """
4| (<float> + <real>)
3| (<real> - <float>)
3| (<float> * <real>)
2| (<real> / <real>)
(<float> // <real>)
(<float> % <real>)
(-<float>)
abs(<float>)
float(<int>)
min(<float>, <real>)
max(<real>, <float>)
math.sqrt(<real>)
math.copysign(<float>, <float>)
math.floor(<float>) + <float>
(<float> if <bool> else <real>)
<obj>.y + <float>
sum([<float>, <real>])
leaf(<float>, <float>)
<float> ** 2
(<float> - <float>) * <real>
float(<str>)
math.fmod(<float>, <real>)
round(<float>, <small>)
"""

BOOL = """
4| (<int> <cmp> <int>)
3| (<real> <cmp> <real>)
(<int> < <int> <cmp> <int>)
(<int> <cmp> <float>)
(<float> <cmp> <float>)
(<str> <cmp> <str>)
(<any> == <any>)
(<any> is <any>)
(<any> is not None)
(<int> in <ints>)
(<key> in <dict>)
(<int> not in <set>)
(<char> in <str>)
(<vec> <cmp> <vec>)
(<vec> == <obj>)
(not <any>)
(<bool> and <any>)
(<bool> or <any>)
bool(<any>)
isinstance(<any>, <type>)
isinstance(<obj>, B)
isinstance(<any>, (int, str))
hasattr(<obj>, <name>)
callable(<any>)
any(<bool> for <local int> in <ints>)
all(<int> <cmp> <int> for <local int> in <ints>)
<str>.startswith(<char>)
<list> == <list>
<tuple> < <tuple>
type(<any>) is int
<str>.isdigit()
<set> <= <set>
<dict>.keys() == <dict>.keys()
math.isnan(<float>)
(<int> is <int>) in (True, False)
"""

STR = """
2| (<str> + <char>)
(<str> + <str>)
(<str> * 2)
2| <str>[<index>]
<str>[<small>:<small>]
<str>[::-1]
str(<int>)
str(<float>)
repr(<any>)
f'{ <int>}'
f'{ <int>}-{ <str>}'
f'{ <any>!r}:{ <float>:.2f}'
f'{ <int>:>4}|{ <str>:<5}'
'%s %d' % (<str>, <int>)
chr(<int> % 300 + 40)
<char>.join([<str>, <str>])
''.join(<str> for <local int> in <ints>)
<str>.upper()
<str>.replace(<char>, <char>)
<str>.strip()
(<str> if <bool> else <str>)
<obj>.name()
type(<any>).__name__
<text> + <str>
<str>.title()
<str>.rjust(<small>, '*')
<str>.partition(',')[<bit>]
<str>.encode().hex()
<bytes>.decode('latin-1')
<str>.translate({97: <str>})
<str>.removeprefix(<char>)
"""

LIST = """
[<int>, <int>]
[<any>, <int>]
[<float>, <float>]
[*<ints>, <int>]
<list>[<small>:<small>]
<list>[::-1]
(<list> + <list>)
(<list> * 2)
2| [<int> for <local int> in <ints>]
[<int> for <local int> in <ints> if <bool>]
[<any> for <local int> in <ints>]
[(<local int>, <local any>) for <local int>, <local any> in enumerate(<iterable>)]
[<int> for <local int>, <local int> in zip(<ints>, <ints>)]
list(<iterable>)
list(map(<fn>, <ints>))
list(reversed(<list>))
2| taken(<list>, (lambda <local int>: <bool>))
sorted(<ints>)
sorted(<ints>, key=<fn>, reverse=<bool>)
list(<dict>.values())
list(<dict>.items())
<list>.copy()
<str>.split(<char>)
[(vw := <int>) + vw for <local int> in <ints>]
[*map(<fn>, <ints>)]
list(filter(None, <list>))
<str>.rsplit(None, 1)
[<any> for <local any> in <gen> if <local any>]
"""

TUPLE = """
(<int>, <int>)
(<any>, <int>)
(<int>, <float>, <str>)
tuple(<ints>)
<tuple>[<small>:]
(<tuple> + (<int>,))
divmod(<int>, <int>)
(*<list>, <int>)
spread(<int>, <any>, *<list>, d=<int>)
spread(*<tuple>, **{'x': <int>, **<table>})
spread(<int>, b=<any>)
"""

DICT = """
{<key>: <int>, <key>: <any>}
{<int>: <int> for <local int> in <ints>}
{<str>: <any> for <local int> in <ints>}
dict(x=<int>, y=<any>)
{**<dict>, <key>: <int>}
<dict>.copy()
"""

SET = """
{<int>, <int>}
{<int> for <local int> in <ints>}
set(<ints>)
(<set> | <set>)
(<set> & <set>)
(<set> - <set>)
"""

BYTES = """
<bytes>[<small>:]
<bytes> + <bytes>
bytes(<int> & 255 for <local int> in <ints>)
bytes([<int> & 255])
bytearray(<bytes>)
"""

RANGE = """
2| range(<small>)
range(<small>, <turns>)
range(<turns>, <small>, -1)
range(<int> % 9, <turns>, 2)
range(len(<list>))
"""

OBJ = """
3| A(<int>)
A(<int>, <any>)
3| B(<int>)
B(<operand>)
<obj>.make(<int>)
(<obj> if <bool> else <obj>)
D(<int>)
"""

VEC = """
V(<int>)
(<vec> + <vec>)
(<vec> - <int>)
(<int> + <vec>)
-<vec>
V(<operand>)
"""

FN = """
(lambda <local int>: <int>)
<obj>.add
<obj>.twice
helper
outer
closure(<int>)
tallying(<few>)
operator.neg
"""

GEN = """
3| counter(<small>)
(<int> for <local int> in <ints>)
relay(<small>)
iter(<ints>)
"""

EXPRESSIONS = {
    'int': INT, 'float': FLOAT, 'bool': BOOL, 'str': STR, 'list': LIST, 'tuple': TUPLE, 'dict': DICT, 'set': SET, 'bytes': BYTES, 'range': RANGE, 'obj': OBJ,
    'vec': VEC, 'fn': FN, 'gen': GEN,
}  # fmt: skip

LITERALS = {
    'int': [
        '0', '1', '2', '3', '5', '7', '-1', '-4', '10', '100', '255', '2**30', '2**31-1', '-2**31', '2**32', '2**52', '2**53-1', '2**53', '-2**53', '2**63', '2**64-1', '10**20',
    ],
    'small': ['0', '1', '2', '3', '4', '5', '6', '-1', '-2', '-3'],
    'bit': ['0', '1'],
    'shift': ['0', '1', '3', '5', '7', '13', '27', '31', '32', '40'],
    'mask': ['0xff', '0xffff', '0x7fffffff', '0xffffffff', '0xffffffffffffffff', '(1 << 53) - 1', '1023'],
    'modulus': ['7', '97', '1000003', '2**31', '2**32', '2**53', '2**64', '0x01000193', '0x100000001B3', '-5'],
    'turns': ['3', '4', '6', '9', '14', '25', '40'],
    'few': ['2', '3', '5', '8'],
    'when': ['2', '3', '5', '8', '12', '17', '23'],
    'index': ['0', '0', '1', '-1', '-1', '2', '-2', '3'],
    'float': ['0.0', '-0.0', '1.0', '0.5', '-2.5', '1.5', '1e300', '-1e-310', 'inf', 'nan', '3.0', '9007199254740993.0', '0.1', '1e16'],
    'fraction': ['0.5', '1.0', '-0.0', 'inf', '9007199254740993.0', '1e16', '2.5'],
    'bool': ['True', 'False'],
    'none': ['None'],
    'str': ["''", "'a'", "'abc'", "'h\\xe9llo'", "'\\U0001f600x'", "'12'", "' x '", "'spam'", "'b,c'"],
    'char': ["','", "'a'", "'x'", "'\\xe9'", "'\\U0001f600'", "''"],
    'bytes': ["b''", "b'abc'", "b'\\x00\\xff'", 'bytes(range(8))', "bytearray(b'xyz')"],
    'list': ['[]', '[1, 2, 3]', '[4, 5, 6, 7]', '[2, 1, 0]', '[9, 8, 7, 6, 5]', 'list(range(6))', '[5, 3, 4, 1, 2]', '[0.5, 1.5, -2.0]', "[1, 'a', None]", '[2**31, -1]', '[2**53, 1]', '[10**20, 1]', '[True, 2]', '[[1], [2]]', '[1, 2.5]', '[None] * 3'],
    'tuple': ['()', '(1,)', '(1, 2)', '(3, 1, 2)', "('a', 1.5)", '((1, 2), 3)'],
    'dict': ['{}', "{'a': 1, 'b': 2}", '{0: 1, 1: 2, 2: 3}', '{1: 1, True: 2, 1.0: 3}', '{(1, 2): 3, None: 4}', '{V(1): 1, V(2): 2}'],
    'set': ['set()', '{1, 2, 3}', '{0, 8, 16}', '{5, -1}', '{1.5, 2}'],
    'range': ['range(0)', 'range(4)', 'range(10, 0, -3)', 'range(2**31 - 2, 2**31 + 2)', 'range(2**53 - 2, 2**53 + 2)'],
    'obj': ['A(1)', 'B(2)', 'A(3, 0.5)', 'A(2**31)', 'B(5)', 'A(7)', 'B(-2)', 'A(2**53 - 1)', 'B(1.5)', "A('a')", 'D(4)', 'SHARED', 'SHARED'],
    'vec': ['V(0)', 'V(1)', 'V(2.5)', 'V(2**53)', 'V(-3)', 'V(4)', "V('a')"],
    'slotted': ['Q(1)', 'Q(2.5)', 'S(3)'],
    'constant': ['0', '1', '3', '-2', '100', '2**31 - 1', '2**53', '10**20', '1.5', 'True'],
    'number': ['Num(3)', 'Num(2**31)', 'Num(-1)', 'True'],
    'text': ["Text('a')", "Text('12')"],
    'items': ['Items([1, 2])', 'Items([3])'],
    'table': ['Table(a=1)', 'Table()'],
    'fn': ['abs', 'len', 'int', 'str', '(lambda p: p)', 'leaf', 'float'],
    'gen': ['counter(3)', 'iter([1, 2])', 'relay(2)', 'It(3)'],
    'type': ['int', 'str', 'float', 'A', 'B', 'list', 'bool', 'object', 'V', 'Num'],
    'exctype': ['ValueError', 'TypeError', 'KeyError', 'IndexError', 'ZeroDivisionError', 'AttributeError', 'Exception', 'LookupError', 'ArithmeticError', 'Custom', 'OverflowError'],
    'exc': ["ValueError('v')", "KeyError('k')", "Custom('why', 2)", 'ZeroDivisionError()', 'IndexError(3)', "TypeError('t')"],
    'cmp': ['<', '<=', '>', '>=', '==', '!='],
    'augop': ['+', '-', '+', '-', '//', '%', '&', '|', '^', '>>'],
    'attr': ['x', 'y', 'z', 'unit'],
    'name': ["'x'", "'y'", "'z'", "'unit'", "'size'", "'get'"],
    'builtin': ['len', 'abs', 'min', 'max', 'range', 'isinstance', 'ord', 'sum', 'int', 'enumerate', 'zip'],
    'cls': ['A', 'A', 'B', 'V', 'Num'],
    'method': ['get', 'add', 'twice', 'both', 'make', '__init__', 'name'],
    'operator': ['__add__', '__radd__', '__sub__', '__eq__', '__lt__', '__mul__', '__bool__', '__len__', '__getitem__', '__neg__', '__index__', '__call__', '__contains__'],
}  # fmt: skip

# What a loop or a function does, mostly with variables that it has.
STATEMENTS = """
6| <new int> = <int>

2| <new float> = <float>

<new str> = <str>[-9:]

2| <new list> = <list>[-9:]

<new dict> = <dict>

<new set> = <set>

<new obj> = <obj>

<new vec> = <vec>

<new tuple> = <tuple>

<new fn> = <fn>

<new gen> = <gen>

<new any> = <any>

5| <var int> += <int>

3| <var int> = <int> % <modulus>

2| <var int> = <int> & <mask>

2| <var int> = <var int> * <small> + <int>

<var int> <augop>= <int>

<var int> <augop>= <operand>

3| <var float> = <float> * 0.5 + <real>

<var float> += <real>

<var float> -= <operand>

2| <var str> += <char>

<var str> = (<str> + <char>)[-9:]

2| <var list>[<index>] = <int>

<var list>[<index>] = <any>

2| <var list>[<index>] += <int>

<var list>.append(<int>)

<var list>.append(<any>)

<var list>.pop()

<var list>.extend(<ints>)

<var list>[<index>], <var list>[<index>] = <var list>[<index>], <int>

<var list>[<small>:<small>] = <list>

del <var list>[<index>]

<var list>.sort()

<var list>.insert(<index>, <int>)

<var list>.reverse()

<var list>.remove(<int>)

<var obj>.level = <int>

<var dict>.update({<key>: <int>})

globals()['GLOBAL'] = <int>

show(drive(alive(counter(<few>)), <int>, <exc>, <int>))

show(next(<gen>, None))

class <newclass>(<cls>):
    unit = <int>
    def get(self):
        return <int>
    def add(self, n):
        return super().add(n)
<new obj> = <last newclass>(<int>)

def <new fn>(<local int>, *<local tuple>, **<local dict>):
    return <int>

def <new fn>(<local int>):
    try:
        return <int>
    finally:
        <block>

def <new fn>(<local int>):
    for <new int> in <ints>:
        try:
            if <bool>:
                return <int>
        finally:
            if <bool>:
                continue
    return <int>

try:
    <raise>
except* <exctype> as error:
    caught(error.exceptions[0])
else:
    <block>

if turn == <when>:
    <replacement>

2| <var dict>[<key>] = <int>

2| <var dict>[<key>] = <var dict>.get(<key>, 0) + <int>

<var dict>.setdefault(<key>, []).append(<int>)

<var dict>.pop(<key>, None)

del <var dict>[<key>]

<var set>.add(<int>)

<var set>.discard(<int>)

<var set> |= <set>

3| <var obj>.x = <int>

2| <var obj>.x += <int>

<var obj>.<attr> = <any>

<var obj>.y = <float>

<var obj>.size = <int>

del <var obj>.<attr>

<var vec> += <vec>

<var vec> = <vec>

<var obj>.x, <var obj>.y = <int>, <any>

<new int>, <new int> = <int>, <int>

<new int>, <new any> = <tuple>

<new int>, *<new list> = <iterable>

<new int> = <new int> = <int>

global GLOBAL
GLOBAL = <int>

<obj>.step(<int>)

show(<int>)

show(<any>)

2| if <bool>:
    <block>

2| if <bool>:
    <block>
else:
    <block>

if <any>:
    <block>
elif <bool>:
    <block>

if (<new int> := <int>) > <int>:
    <block>

3| for <new int> in range(<few>):
    <loopblock>

2| for <new int> in <ints>:
    <loopblock>

for <new any> in <iterable>:
    <loopblock>

for <new int>, <new any> in enumerate(<iterable>):
    <loopblock>

for <new int>, <new int> in zip(<ints>, <ints>):
    <loopblock>

for <new any>, <new any> in <dict>.items():
    <loopblock>

for <new any> in <var list>:
    if len(<var list>) < 9:
        <mutate>
    <block>

for <new any> in <var dict>:
    <mutate>
    <block>

for <new any> in <var set>:
    <mutate>

for <new int> in <gen>:
    <loopblock>

<counter> = <few>
while <last counter>:
    <last counter> -= 1
    <loopblock>
else:
    <block>

<counter> = 0
while (<last counter> := <last counter> + 1) < <few> and <bool>:
    <loopblock>

3| try:
    <block>
except <exctype> as error:
    show(type(error).__name__)

2| try:
    <block>
except <exctype> as error:
    caught(error)
    <block>
else:
    <block>

try:
    <block>
except (<exctype>, <exctype>):
    <new int> = <int>
finally:
    <block>

try:
    <block>
finally:
    <block>

try:
    try:
        <raise>
    except <exctype> as error:
        <raise>
except Exception as error:
    caught(error)

with Manager(<int>) as <new int>:
    <block>

with Manager(<int>, <exctype>):
    <raise>

<new gen> = counter(<few>)
for <new int> in <last gen>:
    if <bool>:
        show(<last gen>.send(<int>))

2| <new fn> = lambda <local int>, <local int>=<constant>: <int>

def <new fn>(<local int>, <local int>=<constant>):
    return <int>

<new int> = <int>
def <new fn>(<local int>):
    nonlocal_list[0] += <local int>
    return <int>

match <any>:
    case int(<bind>) if <bool>:
        <block>
    case [<bind>, *_]:
        <block>
    case A(x=<bind>):
        <block>
    case str() | None:
        <block>

<raise>

assert <bool>, <int>

show(sorted(name for name in locals() if name[0] == 'v')[:4])

look()

poke(<int>)

del <old int>
"""

RAISE = """
raise <exc>
raise <exctype>(<int>)
raise <exc> from <exc>
raise ExceptionGroup('g', [<exc>, <exc>])
3| <int>
<list>[<int>]
<dict>[<key>]
<obj>.missing
1 // (<int> & 1)
fails(<int>)
2| <obj>.step(<int>)
"""

# What changes while the function runs that relies on it.
REPLACEMENT = """
globals()['leaf'] = <fn>
globals()['GLOBAL'] = <operand>
globals()['len'] = lambda *args: <int>
globals().pop('len', None)
builtins.abs = lambda n: <operand>
A.get = lambda self: <int>
A.unit = <operand>
B.add = <fn>
V.__add__ = lambda self, other: <vec>
SHARED.x = <operand>
SHARED.__class__ = B
helper.__defaults__ = (<operand>,)
sys.settrace(tracer)
sys.setprofile(profiler)
poke(<int>)
"""

MUTATE = """
2| <var list>.append(<int>)
<var list>.append(<any>)
<var list>.pop()
<var list>.clear()
<var list>.insert(0, <int>)
del <var list>[<index>]
<var list>[:] = <list>
2| <var dict>[<key>] = <int>
<var dict>.pop(<key>, None)
<var dict>.clear()
<var set>.add(<int>)
<var set>.discard(<int>)
"""

# What changes under the feet of hot code, at the top of the program.
EVENT = """
GLOBAL = <operand>

GLOBAL = <int>

del GLOBAL

LIMIT = <operand>

2| def leaf(a, b):
    return <int>

leaf = <fn>

def helper(a, *b, **c):
    return a

helper.__defaults__ = (<operand>,)

helper.__kwdefaults__ = {'d': <operand>}

leaf.__code__ = (lambda a, b: <operand>).__code__

outer.__code__ = leaf.__code__

2| A.get = lambda self: <operand>

A.add = lambda self, n: <operand>

B.add = lambda self, n: super(B, self).add(n)

B.get = <fn>

<cls>.<method> = <fn>

A.twice = staticmethod(<fn>)

del B.add

del B.get

A.unit = <operand>

B.unit = <operand>

A.x = property(lambda self: <operand>)

Level.__get__ = lambda self, *rest: <operand>

del Level.__set__

Q.b = <int>

spread.__kwdefaults__ = {'d': <any>}

A.x = <int>

A.size = <operand>

A.size = property(lambda self: <operand>)

A.__getattr__ = lambda self, name: <operand>

A.__setattr__ = lambda self, name, value: object.__setattr__(self, name, value)

A.__getattribute__ = lambda self, name: object.__getattribute__(self, name)

V.<operator> = lambda self, *others: <operand>

V.<operator> = lambda self, other: NotImplemented

del V.<operator>

B.__bases__ = (D,)

SHARED.__class__ = <cls>

SHARED.<attr> = <any>

SHARED.get = lambda: <operand>

SHARED.__dict__ = {'x': <operand>, 'y': <int>}

SHARED.__dict__['x'] = <operand>

SHARED.__dict__.clear()

del SHARED.<attr>

vars(SHARED)['add'] = lambda n: n

2| <builtin> = lambda *args: <operand>

builtins.<builtin> = lambda *args, **kwargs: <operand>

del <builtin>

Num.__add__ = lambda self, other: <operand>

del Num.__add__

counter = lambda n: iter([<operand>, <int>])

def counter(n):
    yield <any>
    yield n

sys.setrecursionlimit(90)

recurse(sys.getrecursionlimit())

sys.settrace(tracer)

sys.settrace(None)

sys.setprofile(profiler)

exec('GLOBAL = <int>')

globals()['GLOBAL'] = <operand>

globals()['leaf'] = lambda a, b: <operand>

Manager.__exit__ = lambda self, *rest: <bool>

It.__next__ = lambda self: <raise>

SHARED = <obj>

isinstance = lambda value, kinds: <bool>

A, B = B, A

<cls> = <cls>
"""

METHODBODY = """
return self.x + <int>

self.x = <int>
return self.x

self.x += n
return <int>

if <bool>:
    return <int>
return self.get()

return leaf(self.x, n)

self.z = n
return <any>

return helper(n, self.x)

<block>
return n
"""

OVERRIDE = """
return super().add(n) + <int>

return super().add(<int>)

return A.add(self, n) - 1

return <int>

<block>
return super().add(n)

raise <exc>
"""

LEAFBODY = """
3| return a + b

return a - b if a > b else b

return a * 3 + b

return (a ^ b) & <mask>

if a:
    return b
return a

return [a, b][<bit>]

try:
    return a // b
except ZeroDivisionError:
    return a

return a if a is b else b

return max(a, b)

return <int>
"""

HELPERBODY = """
return a + d

return leaf(a, b) + d

return a if not c else c[0]

return len(c) + len(e) + a

e['d'] = d
return b

for item in c:
    a += item
return a

return <int>
"""

OUTERBODY = """
return leaf(n, 1) + helper(n)

return inner_leaf(n) + LIMIT

nonlocal_list[0] = n
return leaf(*(n, n))

return leaf(b=n, a=LIMIT)

return [leaf(n, k) for k in (1, 2)][1]

return closure(n)(n)

return sum(leaf(n, k) for k in range(2))
"""

GENBODY = """
for k in range(n):
    sent = yield k
    if sent is not None:
        show(sent)

k = 0
while k < n:
    yield k * k
    k += 1
return k

try:
    for k in range(n):
        yield k
finally:
    n = 0

yield n
yield <int>
yield <any>

for k in range(n):
    try:
        yield k
    except ValueError as error:
        yield -k

for k in range(n):
    yield leaf(k, n)
    if <bool>:
        return <int>

k = yield 1
<block>
yield k
"""

# A function that gets hot, and what calls it.
HOT = """
4| <hotadef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(<hota>(<int> + turn, [turn, *<list>], <obj>))
    except Exception as error:
        caught(error)

3| <hotadef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            show(<hota>(<operand>, <any>, <any>))
        else:
            show(<hota>(turn, <list>, SHARED))
    except Exception as error:
        caught(error)
show(vars(SHARED))

2| <hotbdef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(<hotb>(<float> if turn != <when> else <operand>, <str>))
        show(<hotb>(turn + 0.5, str(turn), <dict>, <int>, <any>))
    except Exception as error:
        caught(error)

2| <hotgdef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(list(alive(<hotg>(turn % 7, <list>))))
        for <new int> in alive(<hotg>(<few>, <ints>)):
            if <bool>:
                break
        show(drive(alive(<hotg>(<few>, <ints>)), <int>, <exc>))
    except Exception as error:
        caught(error)

2| <hotcdef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(asyncio_run(<hotc>(turn, <obj>)))
    except Exception as error:
        caught(error)

2| <recursivedef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(<recursive>(turn))
    except Exception as error:
        caught(error)

2| <hotmdef>
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        show(<hotm>(<cls>(turn) if turn % 3 else <obj>, <int>))
    except Exception as error:
        caught(error)

2| for turn in range(<turns>):
    try:
        <block>
        <block>
        if turn == <when>:
            <event>
    except Exception as error:
        caught(error)

<hotadef>
for turn in range(<turns>):
    try:
        show(<hota>(turn, <list>, <obj>))
        if turn == <when>:
            <event>
    except Exception as error:
        caught(error)
show(nonlocal_list[-5:])
"""

HOTBODY = """
4| <new int> = <int>
for <new int> in range(<turns>):
    <block>
    <block>
return <any>

3| <new int> = <int>
<new float> = <float>
<new list> = <list>
for <new int> in range(<turns>):
    <loopblock>
    <block>
return <var int>, <float>, <var list>[:9]

2| <block>
<block>
return <any>

2| <new dict> = {}
for <new any> in <iterable>:
    <block>
    <var dict>[<key>] = <any>
return <last dict>

for <new int> in <ints>:
    for <new int> in range(<turns>):
        <block>
        if <bool>:
            <loopblock>
return <int>

for <new int> in range(<turns>):
    try:
        <block>
    except <exctype> as error:
        <block>
    finally:
        <loopblock>
return <any>

<new obj> = <obj>
for <new int> in range(<turns>):
    <last obj>.x += <int>
    <block>
return <last obj>.x, <last obj>.get()

<new vec> = V(0)
for <new int> in range(<turns>):
    <last vec> = <last vec> + <vec>
    <block>
return <last vec>.x

return <any>

return [<any> for <local int> in range(<turns>)]

for <new int> in range(<turns>):
    try:
        if <bool>:
            return <any>
        <block>
    finally:
        <block>
return <int>

def <new fn>(<local int>):
    nonlocal vs
    vs += <int>
    return vs
vs = <int>
for <new int> in range(<turns>):
    show(<last fn>(<int>))
    vs = vs % <modulus>
    <block>
return vs

<new int> = <int>
<counter> = <turns>
while <last counter> > 0:
    <last counter> -= 1
    <loopblock>
    <block>
return <any>
"""

HOTGENBODY = """
for <new int> in range(<turns>):
    <block>
    yield <any>

<new int> = <int>
for <new int> in <ints>:
    <new any> = yield <int>
    <loopblock>
return <int>

try:
    for <new int> in <ints>:
        yield <any>
        <block>
except <exctype> as error:
    yield type(error).__name__
finally:
    <block>

<new int> = yield from counter(<few>)
yield <any>
<block>
yield <int>

yield from (<int> for <local int> in <ints>)

try:
    <new int> = yield from relay(<few>)
except <exctype> as error:
    yield <any>
<block>
yield <int>

try:
    for <new int> in <ints>:
        try:
            yield <int>
        finally:
            <block>
except GeneratorExit:
    return
except Exception as error:
    yield type(error).__name__

while (<new any> := (yield <int>)) is None:
    <loopblock>
    if <bool>:
        break

for <new int> in counter(<few>):
    yield <int>
    with Manager(<int>, <exctype>):
        <block>
        yield <any>
"""

HOTASYNCBODY = """
for <new int> in range(<few>):
    await sleep(0)
    <block>
return <any>

<new int> = await sleep(0, <int>)
async for <new int> in async_numbers(<few>):
    <loopblock>
return <any>

try:
    async with async_manager(<int>) as <new int>:
        <block>
        await sleep(0)
except <exctype> as error:
    return type(error).__name__
return <any>

return [<int> async for <local int> in async_numbers(<few>)]
"""

# Definitions, whose parameters are known in them only.
DEFINITIONS = {
    'hotadef': """
2| def <new hota>(<local int>, <local list>, <local obj>):
    <hotbody>

def <new hota>(<local int>, <local list>, <local obj>):
    def <new fn>(<local int>):
        nonlocal_list.append(<int>)
        return <int>
    <hotbody>
""",
    'hotbdef': """
def <new hotb>(<local float>, <local str>, <local dict>={}, *<local tuple>):
    <hotbody>
""",
    'hotgdef': """
def <new hotg>(<local int>, <local list>):
    <hotgenbody>
""",
    'hotcdef': """
async def <new hotc>(<local int>, <local obj>):
    <hotasyncbody>
""",
    'recursivedef': """
def <new recursive>(<local int>, <local small>=0):
    if <last local> > 7:
        return <int>
    return <int> + <last recursive>(<int> % 5, <last local> + 1)
""",
    'hotmdef': """
class <newclass>(<cls>):
    def step(self, n):
        <methodbody>
    def add(self, n):
        <override>
def <new hotm>(<local obj>, <local int>):
    <hotbody>
""",
}

LINES = {'raise': RAISE, 'mutate': MUTATE, 'replacement': REPLACEMENT}
BLOCKS = {
    'event': EVENT, 'methodbody': METHODBODY, 'override': OVERRIDE, 'leafbody': LEAFBODY, 'helperbody': HELPERBODY, 'outerbody': OUTERBODY, 'generatorbody': GENBODY,
    'hotbody': HOTBODY, 'hotgenbody': HOTGENBODY, 'hotasyncbody': HOTASYNCBODY, 'hot': HOT,
}  # fmt: skip

# What every program begins with.
WORLD = """
GLOBAL = <constant>
LIMIT = <small>
nonlocal_list = [0]
class Level:
    def __get__(self, instance, owner):
        return <int>
    def __set__(self, instance, value):
        instance.y = value
class A:
    unit = <constant>
    level = Level()
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
    def get(self):
        return self.x
    def add(self, n):
        <methodbody>
    def step(self, n):
        <methodbody>
    def both(self, a, b=1, *rest, c=2):
        return a + b + c
    def name(self):
        return 'A'
    @property
    def size(self):
        return self.x
    @size.setter
    def size(self, value):
        self.x = value
    @staticmethod
    def twice(n):
        return n + n
    @classmethod
    def make(cls, n):
        return cls(n)
class B(A):
    def __init__(self, x, *rest):
        super().__init__(x, *rest)
        self.z = <int>
    def get(self):
        return self.x
    def add(self, n):
        <override>
class D(A):
    def __getattr__(self, name):
        if name[:1] == '_':
            raise AttributeError(name)
        return <operand>
    def get(self):
        return super().get()
class V:
    def __init__(self, x):
        self.x = x
    def __add__(self, other):
        if isinstance(other, V):
            return V(self.x + other.x)
        return NotImplemented
    def __radd__(self, other):
        return V(other + self.x)
    def __sub__(self, other):
        return V(self.x - other)
    def __mul__(self, n):
        return V(self.x * 2)
    def __neg__(self):
        return V(-self.x)
    def __eq__(self, other):
        return isinstance(other, V) and self.x == other.x
    def __lt__(self, other):
        return self.x < other.x
    def __hash__(self):
        return 5
    def __bool__(self):
        return self.x != 0
    def __len__(self):
        return 2
    def __getitem__(self, index):
        return (self.x, 7)[index]
    def __call__(self, n):
        return self.x + n
class Q:
    __slots__ = ('a', 'b')
    def __init__(self, a):
        self.a = a
class S(Q):
    __slots__ = ('c',)
    def bump(self, n):
        self.b = n
        self.c = self.a + n
        return self.c
class It:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n
class Num(int):
    def __add__(self, other):
        return Num(int(self) + other)
    def __getattr__(self, name):
        return int(self)
class Text(str):
    pass
class Items(list):
    def __getitem__(self, index):
        return 9
class Table(dict):
    def __missing__(self, key):
        return key
class Manager:
    def __init__(self, value, swallows=()):
        self.value, self.swallows = value, swallows
    def __enter__(self):
        return self.value
    def __exit__(self, kind, error, traceback):
        return kind is not None and issubclass(kind, self.swallows)
def leaf(a, b):
    <leafbody>
def inner_leaf(n):
    return leaf(n, LIMIT)
def helper(a, b=1, *c, d=2, **e):
    <helperbody>
def outer(n):
    <outerbody>
def recurse(n):
    return n if n <= 0 else 1 + recurse(n - 1)
def fails(n):
    if n > 1:
        raise <exc>
    return n
def closure(n):
    def add(m):
        nonlocal n
        n += 1
        return n + m
    return add
def tallying(n):
    total = 0
    def tally(k):
        nonlocal total, n
        total += k
        n -= 1
        if n < 0:
            del total
        return total
    return tally
def spread(a, /, b=1, *c, d=2, **e):
    return a, b, c, d, sorted(e)
def applied(function, n):
    return function(n)
def taken(items, test):
    found = []
    for item in items:
        if test(item):
            found.append(item)
    return found
def counter(n):
    <generatorbody>
def relay(n):
    got = yield from counter(n)
    return got
def look():
    frame = sys._getframe(1)
    show(frame.f_code.co_name, frame.f_lineno)
    show([(name, value) for name, value in sorted(frame.f_locals.items()) if name[0] == 'v' and type(value) in (int, float, str)][:4])
def poke(value):
    found = sys._getframe(1).f_locals
    for name in sorted(found):
        if name[0] == 'v' and type(found[name]) is int:
            found[name] = value
            return
TRACED = []
def tracer(frame, event, argument):
    if frame.f_code.co_filename != FILE or len(TRACED) >= 60:
        return
    if event != 'exception':
        TRACED.append((event, frame.f_code.co_name, frame.f_lineno))
        return tracer
    if argument[0] is GeneratorExit:
        TRACED.pop()
        frame.f_trace = None
def profiler(frame, event, argument):
    if frame.f_code.co_filename == FILE and len(TRACED) < 60 and not frame.f_code.co_flags & inspect.CO_GENERATOR:
        TRACED.append((event, frame.f_code.co_name))
SHARED = A(1, 2.5)
class Box:
    def __init__(self):
        self.int, self.float, self.str, self.list, self.dict, self.set = 1, 0.5, 'a', [1, 2, 3], {1: 2}, {1, 2}
        self.obj, self.vec, self.any = A(5), V(5), None
BOX = Box()
""".strip('\n')
