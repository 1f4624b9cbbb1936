"""The grammar of programs about classes: odd descriptors, special methods of any signature, subclasses of builtins, and classes that change in use.

Templates as in grammar.py. A program makes a few classes (their special methods are in class_members.py) and objects of them, which functions use in
loops while classes and objects change. Special methods tell of their calls by `note`, which ends programs that call themselves without end.
Results are told once each, with how often they came, so that loops can be long.
"""

UNIONS = {
    'any': 'int str float obj obj obj list tuple dict none cls use use text',
    'operand': 'int int str float list tuple none obj obj obj bytes bool text',
    'argument': 'int int str list tuple none obj dict bytes bool',
    'key': 'int int str none obj tuple slice',
    'iterable': 'list tuple str obj obj dict gen',
    'builtinvalue': 'int str list dict tuple float bytes',
}

USE = """
4| (<obj> <binop> <operand>)
3| (<operand> <binop> <obj>)
2| (<obj> <binop> <obj>)
(<operand> * <obj>)
(<obj> * <int>)
3| (<obj> <cmp> <operand>)
2| (<operand> <cmp> <obj>)
(<obj> <cmp> <obj> <cmp> <operand>)
2| (<operand> in <obj>)
(<obj> in <list>)
(<obj> not in <obj>)
(<unary><obj>)
5| <obj>.<attr>
4| <obj>.<attr>()
4| <obj>.<attr>(<argument>)
2| <obj>.<attr>(<argument>, <argument>)
<obj>.<attr>(*<tuple>)
<obj>.<attr>(more=<int>)
3| <cls>.<attr>
2| <cls>.<attr>(<obj>)
<cls>.<attr>(<obj>, <argument>)
<cls>.<specialname>
<cls>.<specialname>(<obj>)
<cls>.<specialname>(<obj>, <argument>)
<obj>.<specialname>
<obj>.<specialname>()
<obj>.<specialname>(<argument>)
getattr(<obj>, <attrname>)
getattr(<obj>, <attrname>, <int>)
hasattr(<obj>, <attrname>)
3| <obj>[<key>]
<obj>[<int>:<int>]
<cls>[<argument>]
2| len(<obj>)
2| bool(<obj>)
(not <obj>)
(<obj> and <operand>)
(<obj> or <operand>)
(<int> if <obj> else <str>)
2| [*<obj>]
list(<obj>)
tuple(<obj>)
[<use> for <local obj> in <obj>][:9]
{**<obj>}
next(<obj>)
next(<obj>, <int>)
next(iter(<obj>))
list(reversed(<obj>))
sorted(<obj>)
sum(<obj>)
max(<obj>, <operand>)
min(<obj>, <obj>)
any(<obj>)
list(zip(<obj>, <list>))
list(enumerate(<obj>))
list(map(<callable>, <obj>))
2| <obj>()
3| <obj>(<argument>)
<obj>(<argument>, <argument>)
<obj>(*<obj>)
<obj>(**<obj>)
applied(<obj>, <argument>)
applied(<callable>, <obj>)
2| str(<obj>)
2| repr(<obj>)
f'{ <obj>}'
f'{ <obj>!r:>9}'
format(<obj>, <str>)
'%s' % <obj>
'%d' % <obj>
'{0.x} {0[0]}'.format(<obj>)
2| int(<obj>)
float(<obj>)
complex(<obj>)
operator.index(<obj>)
operator.length_hint(<obj>)
<list>[<obj>]
<list>[<obj>:]
<list> * <obj>
list(range(<obj>))[:5]
chr(<obj>)
hex(<obj>)
math.sqrt(<obj>)
abs(<obj>)
round(<obj>)
round(<obj>, <int>)
math.floor(<obj>)
divmod(<obj>, <operand>)
pow(<obj>, <operand>, <int>)
bytes(<obj>)
2| isinstance(<obj>, <cls>)
isinstance(<obj>, (<cls>, int))
issubclass(<cls>, <cls>)
type(<obj>)
<obj>.__class__
type(<obj>) is <cls>
<obj> is <obj>
2| super(<cls>, <obj>).<attr>
super(<cls>, <obj>).<attr>()
super(<cls>, <cls>).<attr>
super(<cls>, <obj>).<specialname>()
2| <cls>(<argument>)
<cls>()
<cls>(<argument>, <argument>)
<cls>(x=<int>)
<cls>.__new__(<cls>)
<dict>.get(<obj>)
<dict>[<obj>]
{<obj>: <int>}
len({<obj>, <obj>})
DICT.get(<key>)
(<key> in DICT)
BAG.count(<operand>)
BAG.index(<operand>)
(<operand> in BAG)
BAG == <list>
copy.copy(<obj>)
sorted(vars(<obj>), key=str)
callable(<obj>)
matched(<obj>)
drive(alive(producing(<obj>)), <argument>, <exc>)
entered(<obj>)
list(alive(producing(<obj>)))
awaited(<obj>)
descended(<obj>)
binascii.hexlify(<obj>)
','.join(<obj>)
<str>.replace('a', <obj>)
isinstance(<obj>, collections.abc.<abc>)
dataclasses.is_dataclass(<obj>)
<dict> | <obj>
<tuple> + <obj>
"""

INT = """
len(<list>)
(<int> + <int>)
"""

STR = """
type(<obj>).__name__
<str>[:1]
"""

OBJ = """
<cls>(<argument>)
2| made(<cls>, <argument>)
<obj>.<attr>
"""

# What stands in a class under a name although it was not made for it.
ODD = """
4| <builtin>
4| <slot>
3| <descriptor>
lambda *rest: len(rest)
lambda self: <operand>
lambda self, *rest: <operand>
lambda: <operand>
lambda self, other=<int>: <operand>
lambda self, *, more=<int>: more
property(<callable>)
property(<callable>, <callable>, <callable>)
property()
property(fset=<callable>)
staticmethod(<odd>)
classmethod(<odd>)
functools.partial(<callable>, <argument>)
functools.partialmethod(<callable>, <argument>)
functools.cached_property(lambda self: <operand>)
functools.singledispatchmethod(<callable>)
types.MethodType(<callable>, <argument>)
types.MethodType(<callable>, <obj>)
2| Getter(<operand>)
2| Data(<operand>)
Setter(<operand>)
Calling(<operand>)
<builtinvalue>
<cls>
<obj>
<obj>.<attr>
<cls>.__dict__.get(<attrname>)
<cls>.__dict__.get(<specialtext>)
operator.attrgetter('x')
operator.itemgetter(0)
operator.methodcaller('m')
<list>.append
<str>.upper
<cls>.<attr>
None
NotImplemented
"""

EXPRESSIONS = {'use': USE, 'int': INT, 'str': STR, 'obj': OBJ, 'odd': ODD}

LITERALS = {
    'wholenumber': ['0', '1', '5', '2**31'],
    'int': ['0', '1', '2', '3', '-1', '7', '2**31', '2**53', '10**20'],
    'float': ['0.5', '2.0', '-0.0', '1e300'],
    'bool': ['True', 'False'],
    'str': ["''", "'a'", "'abc'", "'12'", "'x'", "'>5'"],
    'bytes': ["b'ab'", "b''"],
    'list': ['[]', '[1, 2, 3]', '[4, 0]', '[3, 1, 2]', 'BAG', '[0.5, 1.5]'],
    'tuple': ['()', '(1,)', '(1, 2)', "('a', 1)"],
    'dict': ['{}', "{'x': 1}", '{0: 1, 1: 2}', 'DICT'],
    'slice': ['slice(None)', 'slice(0, 2)'],
    'none': ['None'],
    'text': ['NotImplemented', '...'],
    'gen': ['iter([1, 2])', 'counting(2)'],
    'obj': ['OBJS[0]', 'OBJS[1]', 'OBJS[2]', 'OBJS[3]', 'OBJS[turned() % 4]'],
    'cls': ['Root', 'Root', 'Slotted', 'Whole', 'Text'],
    'callable': ['len', 'int', 'str', 'repr', 'abs', 'iter', 'next', 'bool', 'callable', 'type', 'sorted', '(lambda *rest: len(rest))', '(lambda self: 4)', '(lambda self, other: other)', 'operator.add', 'operator.index', 'str.upper', 'list.append', 'int.__add__', 'Getter', 'Root'],
    'builtin': ['len', 'abs', 'int', 'str', 'repr', 'iter', 'next', 'bool', 'callable', 'isinstance', 'getattr', 'setattr', 'type', 'object', 'super', 'property', 'list', 'dict', 'tuple', 'sorted', 'max', 'sum', 'divmod', 'pow', 'format', 'vars', 'range', 'operator.add', 'operator.index', 'operator.eq', 'operator.getitem', 'operator.setitem', 'math.sqrt', 'functools.reduce', 'itertools.count', 'collections.deque', 'types.SimpleNamespace'],
    'slot': ['int.__add__', 'int.__mul__', 'int.__index__', 'int.__bool__', 'int.__eq__', 'int.__lt__', 'int.__new__', 'int.__repr__', 'float.__float__', 'str.__len__', 'str.__getitem__', 'str.__add__', 'str.__str__', 'str.__eq__', 'str.__format__', 'list.__len__', 'list.__getitem__', 'list.__setitem__', 'list.__iter__', 'list.__contains__', 'list.__iadd__', 'list.__mul__', 'list.__init__', 'tuple.__getitem__', 'tuple.__new__', 'tuple.__iter__', 'dict.__getitem__', 'dict.__setitem__', 'dict.__len__', 'dict.__iter__', 'dict.__contains__', 'object.__getattribute__', 'object.__setattr__', 'object.__delattr__', 'object.__new__', 'object.__init__', 'object.__eq__', 'object.__repr__', 'object.__str__', 'object.__format__', 'object.__init_subclass__', 'type.__call__', 'type.__getattribute__', 'type.__new__', 'type.__init__', 'super.__getattribute__', 'property.__get__', 'type(iter([])).__next__', 'BaseException.__str__', 'set.__contains__', 'set.__len__', 'bytes.__getitem__', "(5).__add__", "'ab'.__getitem__", "[1, 2].__len__", "[4, 5].__iter__", "{'x': 1}.__getitem__", '(1, 2).__contains__'],
    'descriptor': ["int.__dict__['real']", "complex.__dict__['imag']", "type.__dict__['__name__']", "type.__dict__['__mro__']", "object.__dict__['__class__']", "BaseException.__dict__['args']", "Slotted.__dict__['a']", "Slotted.__dict__['b']", "Root.__dict__['__dict__']", "dict.__dict__['fromkeys']", "int.__dict__['from_bytes']", "str.__dict__['maketrans']", "type(len).__dict__['__self__']", "types.FunctionType.__dict__['__code__']", "types.FunctionType.__dict__['__get__']", "range.__dict__['start']", "slice.__dict__['stop']", "property.__dict__['fget']", "types.MethodType.__dict__['__func__']", "collections.deque.__dict__['maxlen']", "str.upper", "list.append", "dict.get", "dict.items", "list.pop", "str.join", "int.bit_length", "tuple.count", "point.__dict__['x']"],
    'attr': ['x', 'x', 'x', 'y', 'z', 'm', 'm', 'm', 's', 'c', 'p', 'd'],
    'attrname': ["'x'", "'y'", "'m'", "'s'", "'p'", "'d'", "'q'", "'__len__'", "'__dict__'", "'__class__'"],
    'specialtext': ["'__add__'", "'__len__'", "'__eq__'", "'__getattr__'", "'__iter__'", "'__new__'", "'__init__'", "'__call__'", "'__dict__'"],
    'abc': ['Hashable', 'Iterable', 'Sized', 'Callable', 'Container', 'Iterator', 'Awaitable', 'Reversible', 'Collection'],
    'binop': ['+', '+', '-', '*', '*', '/', '//', '%', '**', '&', '|', '^', '@', '<<', '>>'],
    'augop': ['+', '+', '-', '*', '*', '//', '&', '|', '^', '@'],
    'cmp': ['==', '==', '!=', '<', '<=', '>', '>='],
    'unary': ['-', '+', '~'],
    'exc': ["ValueError('v')", "KeyError('k')", "AttributeError('a')", "TypeError('t')", 'StopIteration(1)', "IndexError('i')", 'ZeroDivisionError()', "Custom('why')"],
    'exctype': ['ValueError', 'TypeError', 'KeyError', 'AttributeError', 'Exception', 'Exception', 'LookupError', 'StopIteration'],
    'turns': ['12', '12', '30', '30', '30', '40', '60', '60', '60', '200', '600'],
    'inner': ['2', '3', '5', '9', '30'],
    'when': ['3', '7', '11', '20', '35', '50', '120'],
    'slots': ["'a'", "('a', 'x')", "('x', 'y', '__dict__')", '()', "['m']", "('a', '__weakref__')"],
}  # fmt: skip

# How special methods end, by what is expected of them.
GIVES = {
    'number': """
3| return <operand>

2| return <int>

return NotImplemented

return <use>

raise <exc>
""",
    'whole': """
6| return <int>

return <operand>

raise <exc>
""",
    'fraction': """
3| return <float>

return <operand>
""",
    'size': """
5| return 2

return 0

3| return 3

return <operand>

return <int>

raise <exc>
""",
    'truth': """
3| return <bool>

return <int>

return NotImplemented

return <operand>

return <use>

raise <exc>
""",
    'text': """
5| return <str>

return <operand>

return f'<{type(self).__name__}>'

raise <exc>
""",
    'iterator': """
3| return iter(<list>)

yield <int>
yield <operand>

2| yield from <list>

return <obj>

return counting(2)

return <operand>

for <local obj> in <list>:
    yield <last local>
    <effect>

raise <exc>
""",
    'item': """
4| return <operand>

2| return <int>

return <obj>

return <use>

2| raise <exc>

raise StopIteration

yield <operand>

return <odd>
""",
    'nothing': """
3| return None

pass

self.__dict__['x'] = <operand>

object.__setattr__(self, 'x', <operand>)

return <operand>

raise <exc>
""",
    'attribute': """
2| return <operand>

raise AttributeError

raise AttributeError('none of these')

2| return object.__getattribute__(self, other)

return type(self).x

return super().__getattribute__(other)

raise <exc>
""",
    'maker': """
3| return object.__new__(self)

2| return super().__new__(self)

return super().__new__(self, <argument>)

return <operand>

return OBJS[0]
""",
}

# What a method does on the way, besides giving what it gives.
EFFECT = """
self.x = <operand>

self.<attr> = <int>

object.__setattr__(self, '<attr>', <int>)

2| look()

poke(<int>)

<event>

<mutation>

if turned() == <when>:
    <event>

if turned() % 5 == 2:
    raise <exc>

try:
    <use>
except <exctype> as error:
    note('caught', error)

TEMP = <use>

try:
    raise <exc>
except <exctype>:
    pass
"""

# Containers that change while something looks through them.
MUTATION = """
2| BAG.append(<operand>)

BAG.clear()

2| BAG[:] = <list>

BAG.extend([1, 2, 3])

BAG.pop()

DICT[<key>] = <int>

DICT.clear()

DICT.pop(<int>, None)

OBJS[turned() % 4] = made(<cls>, <argument>)
"""

# What changes under the feet of hot code.
EVENT = """
4| <cls>.<specialname> = <odd>

3| <cls>.<specialname> = lambda self, *rest: <operand>

2| <cls>.<specialname> = lambda *rest: <operand>

<cls>.<specialname> = <operand>

3| del <cls>.<specialname>

4| <cls>.<attr> = <odd>

2| <cls>.<attr> = lambda self, *rest: <operand>

<cls>.<attr> = property(lambda self: <operand>)

2| del <cls>.<attr>

2| <obj>.<attr> = <odd>

<obj>.<attr> = <operand>

del <obj>.<attr>

<obj>.<specialname> = lambda *rest: <operand>

2| <obj>.__class__ = <cls>

<cls>.__bases__ = (<cls>,)

<cls>.__bases__ = (<cls>, <cls>)

<cls>.__class__ = Meta

Meta.<specialname> = lambda cls, *rest: <operand>

del Meta.<specialname>

Meta.<attr> = <odd>

Getter.__set__ = lambda self, instance, value: note('set', value)

del Getter.__set__

Data.__get__ = <odd>

Getter.__get__ = <odd>

del Calling.__call__

<obj>.__dict__ = {'x': <operand>, 'm': <callable>}

<obj>.__dict__.clear()

<cls>.__name__ = 'Renamed'

<mutation>

<cls>.__abstractmethods__ = {'m'}

<cls>.__match_args__ = ('x', 'y')

<cls>.__hash__ = None
"""

MEMBER = """
4| <method>

3| x = <operand>

3| <attr> = <odd>

3| <specialname> = <odd>

@property
<method>

@property
def <attr>(self):
    <effect>
    return <operand>

@property
def p(self):
    return <operand>
@p.setter
def p(self, value):
    <effect>
@p.deleter
def p(self):
    note('deleted')

@staticmethod
<method>

@classmethod
<method>

@functools.cached_property
<method>

@functools.lru_cache(None)
<method>

@contextlib.contextmanager
def m(self, *rest):
    yield <operand>

@Getter
<method>

@Calling
<method>

@classmethod
<special>

@staticmethod
<special>

def __init_subclass__(cls, **rest):
    note('init_subclass', cls)
    cls.y = <operand>

def __set_name__(self, owner, name):
    note('set_name', name)

def __class_getitem__(cls, item):
    return <operand>

__class__ = property(lambda self: <cls>)

__hash__ = None

__match_args__ = ('x',)

__match_args__ = <operand>

__match_args__ = ('x', 'm')

2| def __init__(self, x=1, *rest, **more):
    self.x = x

def __init__(self, *rest):
    super().__init__(*rest)
    self.m = <callable>

def __init__(self, x=0):
    <effect>
    self.x = x
    self.y = <operand>

def __new__(cls, *rest):
    return super().__new__(cls)

def __new__(cls, *rest, **more):
    note('new')
    return super().__new__(cls, *rest)

async def m(self, *rest):
    return <operand>

def m(self, other=None):
    try:
        return super().m(other)
    except AttributeError:
        return <operand>

def m(self, *rest):
    return __class__, <operand>

def m(self, *rest):
    <effect>
    yield <operand>
    try:
        yield <operand>
    except Exception as error:
        note('thrown', error)
        yield 'last'
    finally:
        note('left')

def __iter__(self):
    while True:
        yield <operand>
        if turned() % 3:
            return <operand>

def __await__(self):
    yield <operand>
    return <operand>

def __aenter__(self):
    return self

def __eq__(self, other):
    <mutation>
    return <bool>

def __hash__(self):
    <mutation>
    return <int>

def __lt__(self, other):
    <mutation>
    return <bool>

def __getattribute__(self, name):
    if name == '<attr>':
        return <operand>
    return super().__getattribute__(name)

def __getattr__(self, name):
    if name[:1] == '_':
        raise AttributeError(name)
    return <operand>

def __setattr__(self, name, value):
    super().__setattr__(name, <operand>)

def __mul__(self, other):
    return <operand>

def __rmul__(self, other):
    return <operand>
"""

CLASS = """
4| class <newclass>:
    <members>

3| class <newclass>(<cls>):
    <members>

class <newclass>(<cls>, <cls>):
    <members>

class <newclass>(<cls>, <base>):
    <members>

4| class <newclass>(<base>):
    <members>

2| class <newclass>(metaclass=Meta):
    <members>

class <newclass>:
    __slots__ = <slots>
    <members>

class <newclass>(<cls>):
    __slots__ = <slots>
    <members>

class <newclass>(Slotted):
    __slots__ = ()
    <members>

@dataclasses.dataclass
class <newclass>:
    x: int = 1
    y: object = None
    <members>

@dataclasses.dataclass(<dataoptions>)
class <newclass>:
    x: object = 0
    y: object = dataclasses.field(default=<int>)
    <members>

class <newclass>(collections.namedtuple('Pair', 'x y', defaults=[1, 2])):
    __slots__ = ()
    <members>

class <newclass>(typing.NamedTuple):
    x: int = 1
    y: object = None
    <method>

class <newclass>(<enumbase>):
    RED = 1
    BLUE = 2
    <method>
    <special>

class <newclass>(enum.Enum):
    RED = 1
    BLUE = <odd>
    <method>

class <newclass>(type):
    <members>
class <newclass>(metaclass=<last newclass>):
    <members>

class <newclass>(abc.ABC):
    <members>
    @abc.abstractmethod
    def q(self):
        return 1

<newclass> = type('Made', (<cls>,), {'<attr>': <odd>, '<specialname>': <odd>, '<specialname>': <odd>})

class <newclass>(typing.Generic[T]):
    <members>
"""

HOT = """
8| def <called>(<local obj>, <local obj>, <local int>):
    <hotbody>

def <called>(<local obj>, *<local tuple>):
    <hotbody>

def <called>(<local obj>, <local obj>=OBJS[0], <local int>=1):
    <hotbody>
"""

LINES = {
    'dataoptions': 'order=True\nfrozen=True\nslots=True\neq=False\nunsafe_hash=True\nkw_only=True\nslots=True, frozen=True\nmatch_args=False\nrepr=False, order=True',
    'enumbase': 'enum.Enum\nenum.IntEnum\nenum.Flag\nenum.StrEnum\nenum.IntFlag\nstr, enum.Enum',
    'base': '3| int\n2| str\n2| list\n2| dict\n2| tuple\nfloat\nset\nbytes\nbytearray\ncollections.deque\ncollections.OrderedDict\ncollections.defaultdict\ncollections.Counter\nException\ntype\nfrozenset\nKeyError\nproperty\nstaticmethod\nclassmethod\ncomplex\ncollections.UserDict\ncollections.abc.Sequence\ntypes.SimpleNamespace\nsuper\nfunctools.partial\nreprlib.Repr',
}

# What calls the function.
LOOP = """
seen = Seen('<called>')
for turn in range(<turns>):
    try:
        seen(<called>(OBJS[turn % 4], OBJS[0], turn))
    except (Exception, Spent) as error:
        seen(error)
    if turn == <when>:
        try:
            <event>
        except (Exception, Spent) as error:
            caught(error)
seen.tell()

seen = Seen('<called>')
for turn in range(<turns>):
    try:
        seen(<called>(OBJS[0], OBJS[1], 3))
        if turn == <when>:
            <event>
    except (Exception, Spent) as error:
        seen(error)
seen.tell()

for one in OBJS:
    seen = Seen('<called>')
    for turn in range(<turns>):
        try:
            seen(<called>(one, OBJS[2], <operand>))
        except (Exception, Spent) as error:
            seen(error)
    seen.tell()

seen = Seen('<called>')
for turn in range(<turns>):
    try:
        if turn == <when>:
            <event>
        seen(<called>(made(<cls>, turn), OBJS[3], turn))
    except (Exception, Spent) as error:
        seen(error)
seen.tell()
"""

HOTBODY = """
4| return <use>

6| <tried>
<tried>
<tried>
return <use>

4| for <new int> in range(<inner>):
    <tried>
    <tried>
return <use>

2| <new obj> = made(<cls>, <argument>)
<tried>
<tried>
<tried>
return <use>

3| return <use>, <use>

2| <block>
return <use>

2| for <new int> in range(<inner>):
    <block>
return <use>

3| for <new int> in range(<inner>):
    try:
        <block>
    except <exctype> as error:
        seen(error)
return <use>

<new obj> = <obj>
for <new int> in range(<inner>):
    <last obj> <augop>= <operand>
return <last obj>

found = []
for <new obj> in <obj>:
    found.append(<use>)
    if len(found) > 5:
        break
return found

return [<use> for <local int> in range(<inner>)]

try:
    return <use>
except <exctype> as error:
    return type(error).__name__, <use>
finally:
    <block>

return (lambda: <use>)()

with <obj> as <new obj>:
    <block>
return <use>

match <obj>:
    case <cls>(x=<bind>):
        return <use>
    case <cls>(<bind>, <bind>):
        return <use>
    case [<bind>, *_]:
        return <use>
    case {'x': <bind>}:
        return <use>
    case 1 | 'a' | None:
        return <use>
    case <cls>():
        return 'of a class'
return 'unmatched'
"""

TRIED = """
4| try:
    seen(<use>)
except <exctype> as error:
    seen(error)

2| try:
    <block>
except <exctype> as error:
    seen(error)

try:
    <new obj> = <use>
    <event>
except <exctype> as error:
    seen(error)
else:
    seen(<use>)
"""

STATEMENTS = """
5| <use>

4| seen(<use>)

3| <new obj> = <use>

2| <obj>.<attr> = <operand>

2| <obj>.<attr> = <use>

<obj>.<attr> <augop>= <operand>

<obj>[<key>] = <operand>

<obj>[<key>] <augop>= <int>

del <obj>[<key>]

del <obj>.<attr>

<cls>.<attr> = <operand>

<cls>.<attr> = <odd>

2| <var obj> <augop>= <operand>

<new obj>, <new obj> = <obj>

<new obj>, *<new obj> = <obj>

for <new obj> in <obj>:
    <loopblock>

while <obj>:
    <block>
    break

if <obj>:
    <block>
else:
    <block>

if <use>:
    <block>

with <obj>:
    <block>

try:
    <block>
except <exctype> as error:
    seen(error)

try:
    <block>
finally:
    seen(<use>)

2| if turned() == <when>:
    <event>

assert <obj>

raise <obj>

<mutation>

BAG.remove(<operand>)

BAG.sort()

BAG.extend(<obj>)

DICT.update(<obj>)

DICT[<obj>] = <int>

del DICT[<obj>]

SET.add(<obj>)

SET.discard(<obj>)

look()

class Inner(<cls>):
    x = <odd>
    def m(self, *rest):
        return super().m(*rest)
<new obj> = Inner

for <new obj> in BAG:
    if <use>:
        <mutation>

match <obj>:
    case <cls>(x=1) | [1, 2]:
        <block>
    case <cls>(<bind>):
        seen(<last bind>)
    case {0: <bind>, **_}:
        seen(<last bind>)
"""

BLOCKS = {
    'class': CLASS, 'hot': HOT, 'loop': LOOP, 'hotbody': HOTBODY, 'tried': TRIED, 'member': MEMBER, 'effect': EFFECT, 'event': EVENT, 'mutation': MUTATION,
    **{f'gives {kind}': text for kind, text in GIVES.items()},
}  # fmt: skip

# What every program begins with.
WORLD = """
BAG = [1, 2, 'a']
DICT = {0: 1, 'x': 2}
SET = {1, 2}
OBJS = [1, 'a', [1, 2], None]
turn = 0
NOTES = [0, 0]
class Spent(BaseException):
    pass
def note(name, *values):
    NOTES[0] += 1
    text = ' '.join([name, *[tell(value) for value in values]])
    if NOTES[0] <= 40:
        print('note', text)
    NOTES[1] = zlib.crc32(text.encode('utf-8', 'replace'), NOTES[1])
    if NOTES[0] % 8 == 0 and is_deep() or NOTES[0] > 9000:
        NOTES[0] = 0
        raise Spent
def is_deep():
    try:
        sys._getframe(70)
    except ValueError:
        return False
    return True
def tally():
    print('notes', NOTES)
def turned():
    return turn
MRO = type.__dict__['__mro__'].__get__
NAME = type.__dict__['__name__'].__get__
REPRESENTED = (bool, int, float, str, bytes, complex, list, tuple, dict, type(len), type(list.append), type(int.__add__), type((1).__add__), type(int.real), type(None), type(...), type(NotImplemented), slice, range)
def tell(value):
    kind = type(value)
    if issubclass(kind, BaseException):
        return f'{NAME(kind)}: {text_of(value)} {places(value)}'
    if type in MRO(kind):
        return f'class {NAME(value)}'
    for base in MRO(kind):
        if base in REPRESENTED:
            try:
                return f'{NAME(kind)} {clean(base.__repr__(value))}'
            except Exception as error:
                return f'{NAME(kind)} unprintable {text_of(error)}'
    return f'{NAME(kind)} object'
class Seen:
    def __init__(self, name):
        print('seen by', name)
        self.counts = {}
    def __call__(self, value):
        text = tell(value)
        if text not in self.counts and len(self.counts) < 12:
            print(turn, text)
        self.counts[text] = self.counts.get(text, 0) + 1
    def tell(self):
        print(list(self.counts.values()))
def show_classes():
    for name, value in list(globals().items()):
        if name[0] == 'C' and name[1:].isdigit():
            print(name, tell(value), [NAME(base) for base in MRO(value)] if type in MRO(type(value)) else '')
def made(kind, *args):
    if is_deep():
        raise Spent
    for chosen in (args, ()):
        try:
            return kind(*chosen)
        except Exception as error:
            note('made', error)
    try:
        return object.__new__(kind)
    except TypeError:
        return kind
def look():
    frame = sys._getframe(1)
    note('look', frame.f_code.co_name, frame.f_lineno, sorted(frame.f_locals))
def poke(value):
    found = sys._getframe(1).f_locals
    for name in sorted(found):
        if name[0] == 'v':
            found[name] = value
            return
def applied(function, *args):
    return function(*args)
def descended(value):
    found = []
    for one in value:
        for two in one:
            found.append(two)
            if len(found) > 9:
                return found
    return found
def matched(value):
    match value:
        case int(found) | str(found) | float(found):
            return 'builtin', found
        case Root(x=found):
            return 'x', found
        case Slotted(a=1):
            return 'slotted'
        case [first, *rest]:
            return 'sequence', first, len(rest)
        case {'x': found, **rest}:
            return 'mapping', found
        case Whole() | Text():
            return 'own'
    return 'none'
def producing(value):
    for one in value:
        try:
            sent = yield one
            if sent is not None:
                note('sent', sent)
        except ValueError as error:
            yield value.x
        finally:
            note('after', one)
def first(value):
    for one in value:
        return one
    return 'nothing'
def failed(value):
    with value:
        raise ValueError('within')
    return 'swallowed'
def attached(value, kind=None):
    Holder.q = value
    return Holder().q if kind is None else Holder.q
def stored(value, what):
    Holder.q = value
    held = Holder()
    held.q = what
    return sorted(vars(held))
def removed(value):
    Holder.q = value
    del Holder().q
def assigned(value, what):
    value.x = what
    return value.x
def without(value):
    del value.x
    return 'deleted'
def put(value, key, what):
    value[key] = what
    value[key] += 1
    return value[key]
def taken(value, key):
    del value[key]
    return 'taken'
def entered(value):
    with value as found:
        return found
    return 'swallowed'
async def awaiting(value):
    async with value as found:
        return await found
    return await value
def awaited(value):
    return asyncio_run(awaiting(value))
class Getter:
    def __init__(self, value=None):
        self.value = value
    def __get__(self, instance, owner=None):
        return <getterresult>
class Data:
    def __init__(self, value=None):
        self.value = value
    def __get__(self, *rest):
        return self.value
    def __set__(self, instance, value):
        <effect>
        self.value = value
    def __delete__(self, instance):
        self.value = <operand>
class Setter:
    def __init__(self, value=None):
        self.value = value
    def __set__(self, *rest):
        self.value = rest[-1]
class Calling:
    def __init__(self, value=None):
        self.value = value
    def __call__(self, *rest):
        return <operand>
class Holder:
    pass
class Root:
    def __init__(self, x=1, *rest, **more):
        self.y = x
    x = <wholenumber>
    m = <rootodd>
    d = <rootdescriptor>
    def s(self, *rest):
        return <operand>
    @classmethod
    def c(cls, *rest):
        return cls, len(rest)
    @property
    def p(self):
        return <operand>
    @staticmethod
    def z(*rest):
        return rest
class Slotted:
    __slots__ = ('a', 'b')
    x = 3
    def __init__(self, a=1, *rest):
        self.a = a
    def m(self, *rest):
        return self.a
class Whole(int):
    x = 4
    def m(self, *rest):
        return int(self) + 1
    <special>
class Text(str):
    x = 5
    def m(self, *rest):
        return self.upper()
    <special>
class Meta(type):
    <metamember>
    <metamember>
""".strip('\n')

METAMEMBER = """
def __call__(cls, *rest, **more):
    return super().__call__(*rest, **more)

def __call__(cls, *rest):
    note('call', cls)
    return type.__call__(cls, *rest)

def __call__(cls, *rest):
    return <operand>

def __getattribute__(cls, name):
    return super().__getattribute__(name)

def __getattribute__(cls, name):
    if name == '<attr>':
        return <operand>
    return type.__getattribute__(cls, name)

def __getattr__(cls, name):
    if name[:1] == '_':
        raise AttributeError(name)
    return <operand>

def __setattr__(cls, name, value):
    super().__setattr__(name, value)

def __instancecheck__(cls, other):
    return <bool>

def __iter__(cls):
    return iter(<list>)

def __len__(cls):
    return 3

def __getitem__(cls, item):
    return <operand>

def __add__(cls, other):
    return <operand>

def __contains__(cls, item):
    return <bool>

x = <odd>

m = <odd>

@property
def <attr>(cls):
    return <operand>

def __bool__(cls):
    return <bool>

def __eq__(cls, other):
    return cls is other
__hash__ = type.__hash__

def mro(cls):
    return super().mro()

@classmethod
def __prepare__(meta, name, bases, **more):
    return {'y': <operand>}
"""

GETTERRESULT = """
self.value
instance
owner
(instance is None, self.value)
types.MethodType(self.value, instance)
self.value.__get__(instance, owner)
instance.__dict__['x']
<operand>
"""

# Attributes of the first class, when there is no other yet.
ROOTODD = """
2| lambda self, *rest: len(rest)
<builtin>
<slot>
property(len)
staticmethod(<builtin>)
classmethod(<builtin>)
"""

ROOTDESCRIPTOR = """
Getter(<wholenumber>)
Data(<wholenumber>)
Setter(<wholenumber>)
Calling(<wholenumber>)
Getter(<builtin>)
<builtin>
<slot>
"""

LINES |= {'getterresult': GETTERRESULT, 'rootodd': ROOTODD, 'rootdescriptor': ROOTDESCRIPTOR}
BLOCKS['metamember'] = METAMEMBER
