"""What stands at the ends of the grammar: literals and names, each drawn from a list that holds the awkward ones."""

LITERALS = {
    'int': [
        '0', '1', '-1', '2', '3', '7', '10', '-13', '255', '256', '1000', '2**31', '-2**31', '2**53', '2**53+1', '-2**53', '2**63', '-2**63-1',
        '2**64', '10**20', '-10**30', '0x7fffffff', '0b101', '1_000',
    ],
    'small': ['0', '1', '2', '3', '4', '5', '-1', '-2', '-3', '7', '12'],
    'float': [
        '0.0', '-0.0', '1.0', '0.1', '-2.5', '1.5', '2.5', '1e16', '1e22', '123456789.125', '1e300', '-1e-310', '5e-324', '1e-5', 'inf', '-inf', 'nan', '3.0',
    ],
    'complex': ['1j', '0j', '-1.5j', '(1+2j)', '(-0.0-0j)', 'complex(inf, 1)', '(3-4j)'],
    'bool': ['True', 'False'],
    'str': [
        "''", "'a'", "'abc'", "'Hello World'", "'h\\xe9llo'", "'\\U0001f600x'", "'x\\U0001d4d0\\U0001f600'", "'\\ud800'", "'a\\udc80b'", "'\\ud83d\\ude00'",
        "'stra\\xdfe'", "'\\u01c6'", "'\\u0130i'", "'a b\\tc\\n'", "'12'", "' x '", "'a\\x00b'", "'%d %s'", "'{}'", "'{0!r:>5}'", "'A,B;c'", "'\\ufb01n'",
        "'\\u0661\\u0662'", "'\\u03a3\\u03c2'", "'spam ' * 3", "'x.y.z'", "'-7'", "'line1\\r\\nline2\\x0bend'", "'$name ${alpha}'", "'aXbXc'", "'\\u2028'",
    ],
    'char': ["','", "' '", "'x'", "'a'", "'\\xe9'", "'\\U0001f600'", "'0'", "'\\ud800'", "''", "'ab'"],
    'bytes': ["b''", "b'abc'", "b'\\x00\\xff'", "b'a b c'", "b'12'", "b'\\xc3\\xa9'", "b'AbC\\n'", "bytes(range(8))", "b'\\xed\\xa0\\x80'", "b'aabbaa'"],
    'bytearray': ["bytearray(b'abc')", 'bytearray(4)', 'bytearray()', "bytearray(b'\\xff\\x00z')"],
    'memoryview': ["memoryview(b'abcdef')", 'memoryview(bytearray(6))', "memoryview(b'')"],
    'list': ['[]', '[1, 2, 3]', '[3, 1, 2, 1]', '[0.5, 1.5]', '[1, 2.5, True]', "[1, 'a', None]", '[[1], [2, 3]]', '[10**20, 1]', 'list(range(6))', '[None] * 3'],
    'slist': ['[]', "['a', 'b']", "['x', '', 'yy', '\\U0001f600']", "'one two three'.split()"],
    'tuple': ['()', '(1,)', '(1, 2)', "('a', 1.5, None)", '((1, 2), [3])', '(3, 1, 2)'],
    'dict': [
        '{}', "{'a': 1, 'b': 2}", "{1: 'x', 2: 'y'}", "{None: 0, 1.5: 1, (1, 2): 2}", "{'alpha': 1, 'beta': [2]}", "{1: 1, True: 2, 1.0: 3}", "{97: 'z', 98: None}",
    ],
    'set': ['set()', '{1, 2, 3}', '{0, 8, 16}', '{-1, 100, 5}', '{1.5, 2}'],
    'fset': ['frozenset()', 'frozenset({1, 2})', 'frozenset([3, 4, 5])'],
    # What sets are made of: their order is CPython's for numbers and None only.
    'numbers': ['[]', '[3, 1, 2, 1]', '(0, 8, 16)', '[0.5, 2.5]', '[1, 2.5, None]', 'range(4)', 'range(10, 0, -3)', 'iter([1, 2, 3])', '{1.5, 2}', '{-1: 0, 2: 1}', '[10**20, -5]', '5', 'None'],
    'namespace': ['{}', "{'alpha': 1, 'beta': [2]}", "{'run': len}", "{'__slots__': ()}", "{'__doc__': 'text', '__len__': lambda self: 3}"],
    'range': ['range(0)', 'range(4)', 'range(10, 0, -3)', 'range(-2, 9, 4)', 'range(2**63, 2**63+3)'],
    'slice': ['slice(None)', 'slice(1, 3)', 'slice(None, None, -1)', 'slice(5, -9, -2)', 'slice(2**70)', "slice('a', None)"],
    'none': ['None'],
    'iter': ['iter([1, 2, 3])', "iter('ab')", 'iter(())', 'enumerate([5, 6])', 'iter(range(3))', 'zip([1], [2])'],
    'fn0': ['dict', 'int', '(lambda: 5)', 'list'],
    'fn1': ['abs', 'len', 'str', 'int', 'bool', 'repr', 'hash', 'ord', 'float', 'list', 'tuple', 'callable', 'operator.neg', 'type', 'iter', 'sum', 'sorted', 'max', 'chr'],
    'fn2': ['operator.add', 'max', 'divmod', 'operator.sub', 'isinstance', 'operator.eq', 'complex', 'getattr', 'operator.getitem', 'round'],
    'keyfn': ['repr', 'len', 'str', 'None', 'hash', 'type'],
    'factory': ['int', 'list', 'None', '(lambda: 3)'],
    'obj': ['object()', 'Plain()', 'types.SimpleNamespace(alpha=1)', 'Sub(5)', "SubStr('abc')", 'SubList([3, 1, 2])', 'SubDict(alpha=1)', 'Color.RED', 'point(1, 2)', 'Data(1, [2])'],
    'cls': ['Plain', 'Sub', 'SubList', 'SubDict', 'SubStr', 'Color', 'Data', 'Descriptor', 'Meta'],
    'type': ['int', 'str', 'list', 'dict', 'float', 'bool', 'tuple', 'set', 'bytes', 'object', 'type', 'int | str', 'list[int]', 'None', 'complex', 'Exception', 'frozenset', 'range'],
    'exctype': [
        'Exception', 'Exception', 'ValueError', 'TypeError', 'KeyError', 'IndexError', 'ZeroDivisionError', 'AttributeError', 'StopIteration', 'RuntimeError', 'LookupError',
        'ArithmeticError', 'OSError', 'NameError', 'BaseException', 'Custom', 'UnicodeError', 'AssertionError', 'OverflowError', 'GeneratorExit', 'RecursionError',
    ],
    'exc': [
        'ValueError(1)', "KeyError('k')", 'Custom()', "Custom('why', 2)", 'StopIteration(3)', "OSError(2, 'gone', 'file')", 'ZeroDivisionError()', "TypeError('t')",
        'GeneratorExit()', "UnicodeDecodeError('utf-8', b'abc', 1, 2, 'bad')", "ImportError('i', name='n')", "SyntaxError('s', ('f', 1, 2, 'text'))", 'AttributeError()',
    ],
    'codetext': [
        "'1 + 1'", "'alpha'", "'[x for x in range(3)]'", "'(lambda: 7)()'", "'1 +'", "'locals()'", "'v1'", "'__name__'", "'x = 1'", "'1/0'", "'f\"{1!r:>4}\"'", "'a + b'",
        "'(y := 5)'", "'0x1g'", "'\"\\\\ud800\"'", "' 1'", "'a b'", "''",
    ],
    'stmtcode': [
        "'made = 5'", "'import math\\nshow(math.pi)'", "'def made(): return 1\\nshow(made())'", "'raise ValueError(1)'", "'for i in range(2): show(i)'", "'return 1'", "'del show'",
        "'class Made: pass'", "'if 1:\\n  x = 2\\n  show(x)'", "'x = ('", "'global made; made = 3'", "'nonlocal q'", "'try:\\n  1/0\\nfinally:\\n  show(1)'", "'show(locals().get(\"v1\"))'",
    ],
    'pattern': [
        "'a'", "'.'", "r'\\w+'", "'(a)(b)?'", "'[a-c]+'", "'(?P<name>.)x?'", "'(?i)HELLO'", "'^|$'", "r'(\\w)\\1'", "'a|b|'", "'('", "'[z-a]'", "'(?<=a)b'", "'.*?[\\U0001f600x]'",
        "b'a'", "'(?:a*)+b'", "r'\\s+'", "'x{2,1}'", "'(a'", r"'(?P<alpha>\\d+)'",
    ],
    'encoding': ["'utf-8'", "'latin-1'", "'ascii'", "'utf-16'", "'utf-16-le'", "'utf-32-be'", "'cp1252'", "'utf-7'", "'idna'", "'punycode'", "'no-such'", "'unicode_escape'", "'utf-8-sig'", "'raw_unicode_escape'"],
    'errors': ["'strict'", "'replace'", "'ignore'", "'backslashreplace'", "'surrogateescape'", "'surrogatepass'", "'xmlcharrefreplace'", "'namereplace'", "'nonesuch'"],
    'order': ["'little'", "'big'", "'little'", "'big'", "'middle'"],
    'digits': ["'12'", "'-0x1f'", "'0b11'", "' 7 '", "'1_000'", "'1__0'", "'z9'", "'0o17'", "'9' * 30", "'\\u0661'", "b'17'", "''", "'+5'", "'- 5'"],
    'numtext': ["'1.5'", "'inf'", "'-nan'", "' 2e3 '", "'1_0.5'", "'1+2j'", "'x'", "'0x1p-3'", "'1e400'", "'.5'", "'5.'", "'1j'", "'\\u0663.5'", "'(1)'"],
    'structfmt': ["'<i'", "'>hH'", "'<q'", "'b'", "'<f'", "'>d'", "'3s'", "'<e'", "'4x'", "'?'", "'<2p'", "'@iq'", "'z'", "'<Q'", "'n'", "'2i'", "'c'"],
    'viewfmt': ["'B'", "'b'", "'h'", "'i'", "'q'", "'d'", "'f'", "'c'", "'?'", "'z'", "'H'"],
    'percent': ['d', 's', 'r', 'x', '5d', '-5s', '05.1f', '+d', '.2s', 'a', 'c', 'e', 'g', '#x', '%', '(alpha)s', '*d', 'o', '#o', '.3r', '010d', 'i', 'X', 'G', 'q', ' d'],
    'spec': ["''", "'>10'", "'d'", "'.2f'", "'x'", "'s'", "'^9'", "'*<8'", "'+'", "','", "'%'", "'e'", "'010'", "'q'"],
    'specraw': ['', '>10', 'd', '.2f', 'x', 's', '^9', '*<8', '+', ',', '%', '<{<small>}'],
    'intspec': ["'d'", "'x'", "'#X'", "'#b'", "'o'", "',d'", "'_x'", "'+08d'", "'>12'", "'c'", "'n'", "'e'", "'.3g'", "'=+9d'", "'%'", "'\\u00e9^7'", "'-'", "'.2d'", "'s'", "'0>5'", "'#010_b'"],
    'intspecraw': ['d', 'x', '#X', ',d', '_x', '+08d', '>12', '.3g', '=+9d', '{<small>}', '^{<small>}d'],
    'floatspec': ["'.3f'", "'e'", "'g'", "'.0f'", "'%'", "'+.2e'", "',.2f'", "'012.3f'", "'.17g'", "'G'", "'n'", "'>10'", "'d'", "'#.0f'", "'z.1f'", "'_.2f'", "'.0e'", "'#g'", "'<9.4'", "'.100f'", "'s'", "'010'", "'.2,f'"],
    'floatspecraw': ['.3f', 'e', 'g', '.0%', '+.2e', ',.2f', '012.3f', '.{<small>}f', 'z.1f'],
    'strspec': ["'>10'", "'<10'", "'^11'", "'.2'", "'*^9.3'", "'s'", "'='", "'d'", "'05'", "'\\U0001f600>6'", "'+'"],
    'normal': ["'NFC'", "'NFD'", "'NFKC'", "'NFKD'", "'X'"],
    'jsontext': ["'[1, 2.5, null]'", "'{\"a\": [true]}'", "'[1,'", "'\"\\\\ud83d\\\\ude00\"'", "'NaN'", "''", "'[1e5, -0.0, 1E400]'", "'{\"a\": 1, \"a\": 2}'", "'{a: 1}'", "'[01]'", "b'[3]'", "'\"\\n\"'"],
    'method': ['run', 'step', 'make', 'alpha', 'apply', '__init__', '__repr__', 'append', 'get', '__eq__', '__class__'],
    'attr': ['alpha', 'beta', 'gamma', '_hidden', '__private', 'value', 'x', 'name'],
    'name': ["'alpha'", "'beta'", "'run'", "'value'", "'__class__'", "'__dict__'", "'__name__'", "'x'", "'upper'", "'append'", "''", "'__doc__'", "'alpha.beta'"],
    'keyword': ['alpha', 'beta', 'key', 'reverse', 'default', 'sep', 'strict', 'start', 'value', 'maxsplit', 'encoding', 'x'],
    'pointfield': ['x', 'y', 'z'],
    'cmp': ['<', '<=', '>', '>=', '==', '!='],
    'binop': ['+', '-', '*', '/', '//', '%', '@', '&', '|', '^', '<<', '>>', '<', '<=', '>', '>=', '==', '!=', '**'],
    'augop': ['+', '-', '*', '/', '//', '%', '@', '&', '|', '^', '<<', '>>', '**'],
    'unop': ['-', '+', '~', 'not '],
    'opfn': ['add', 'sub', 'matmul', 'truediv', 'floordiv', 'mod', 'and_', 'or_', 'xor', 'iadd', 'isub', 'ior', 'lt', 'eq', 'ge', 'getitem', 'concat', 'contains', 'countOf', 'indexOf', 'is_'],
    'binary': [
        '__add__', '__radd__', '__sub__', '__rsub__', '__mul__', '__rmul__', '__truediv__', '__rtruediv__', '__floordiv__', '__mod__', '__rmod__', '__matmul__', '__rmatmul__',
        '__and__', '__rand__', '__or__', '__ror__', '__xor__', '__lshift__', '__rshift__', '__rpow__', '__divmod__', '__rdivmod__', '__rxor__',
    ],
    'inplace': ['__iadd__', '__isub__', '__imul__', '__ior__', '__iand__', '__imatmul__', '__ifloordiv__', '__ipow__', '__ilshift__'],
    'comparison': ['__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__'],
    'unary': ['__neg__', '__pos__', '__abs__', '__invert__', '__trunc__', '__floor__', '__ceil__'],
    'global': ['G1', 'G2', 'made'],
    'bases': ['Plain', 'Sub', 'SubList', 'SubDict', 'SubStr', 'Exception', 'int', 'list', 'dict', 'str', 'tuple', 'object', 'Custom', 'Base', 'Base, Plain', 'float', 'set', 'enum.Enum', 'typing.NamedTuple', 'type', 'Generic[T]', 'collections.UserList', 'abc.ABC', 'bytes', 'bool', 'property'],
    'classkw': ['metaclass=Meta', 'metaclass=type', 'metaclass=abc.ABCMeta', 'alpha=1', 'metaclass=LoggingMeta'],
    'module': ['math', 'nonesuch', 'os.path', 'collections.abc'],
    'importname': ['pi', '*', 'nonesuch', 'dumps as v2', 'path'],
}

# What pattern a case may have; <bind> binds a name.
PATTERNS = """
<bind>
_
<literal>
<literal> | <literal>
[<pat>, <pat>]
[<pat>, *<bind>]
(<pat>, *_, <pat>)
[]
{'alpha': <pat>, **<bind>}
{'a': <pat>}
{}
int()
int(<bind>)
str() as <bind>
list([<pat>]) | tuple((<literal>,))
<clspat>
None
Color.RED
-1
1+2j
'abc'
float() | bool()
(<pat> as <bind>)
"""

CLASS_PATTERNS = """
Plain()
Plain(alpha=<pat>)
Data(<pat>, <pat>)
Data(<pat>)
Data(<pat>, <pat>, <pat>)
Sub(<pat>)
SubList([*_])
point(<pat>, y=<pat>)
types.SimpleNamespace(alpha=<bind>)
object(alpha=<pat>, beta=<pat>)
"""

PATTERN_LITERALS = ['0', '1', '-1', "'a'", '2.5', 'None', 'True', "b'abc'", "'x' 'y'", '0x10', '255']

# Methods that a wild call may name, with arguments of any kind.
METHODS = {
    'str': 'capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal join ljust lower lstrip maketrans partition removeprefix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title translate upper zfill __add__ __contains__ __getitem__ __mod__ __rmod__ __lt__ __format__ __len__ __iter__ __getnewargs__',
    'bytes': 'capitalize center count decode endswith expandtabs find fromhex hex index join ljust lstrip partition removesuffix replace rfind rjust rsplit rstrip split splitlines startswith strip title translate zfill __getitem__ __contains__ __add__ __bytes__ __buffer__',
    'bytearray': 'append clear copy count decode extend find insert join pop remove replace reverse split startswith strip translate __setitem__ __delitem__ __iadd__ resize',
    'list': 'append clear copy count extend index insert pop remove reverse sort __add__ __contains__ __delitem__ __getitem__ __iadd__ __setitem__ __init__ __reversed__ __eq__',
    'tuple': 'count index __add__ __getitem__ __lt__ __getnewargs__',
    'dict': 'clear copy fromkeys get items keys pop popitem setdefault update values __contains__ __delitem__ __getitem__ __or__ __ior__ __setitem__ __reversed__ __init__ __eq__',
    'set': 'add clear copy difference difference_update discard intersection intersection_update isdisjoint issubset issuperset pop remove symmetric_difference update union __and__ __ior__ __contains__ __init__',
    'fset': 'copy difference intersection isdisjoint issubset union __or__ __contains__',
    'int': 'as_integer_ratio bit_count bit_length conjugate from_bytes is_integer to_bytes __add__ __radd__ __floordiv__ __round__ __format__ __divmod__ __bool__ __index__ __and__ __eq__ __lt__ __getnewargs__',
    'float': 'as_integer_ratio conjugate fromhex hex is_integer __add__ __rsub__ __round__ __format__ __mod__ __eq__ __divmod__ __trunc__ __getformat__ from_number',
    'complex': 'conjugate __add__ __mul__ __eq__ __format__ __complex__ from_number',
    'range': 'count index __getitem__ __contains__ __reversed__ __eq__',
    'slice': 'indices __eq__ __lt__ __reduce__',
    'memoryview': 'cast hex index count release tobytes tolist toreadonly __getitem__ __setitem__ __enter__ __exit__ __len__ _from_flags',
    'iter': '__next__ __iter__ __length_hint__ __setstate__',
    'gen': 'send throw close __next__',
    'exc': 'add_note with_traceback __str__ __init__ __reduce__ __setstate__ subgroup split derive',
    'fn1': '__get__ __call__ __init__',
    'obj': '__getattribute__ __setattr__ __delattr__ __eq__ __format__ __init_subclass__ __reduce_ex__ __init__ __hash__ __ne__ __str__ __subclasshook__',
    'cls': 'mro __subclasses__ __call__ __instancecheck__ __subclasscheck__ __or__ __prepare__ __setattr__ __delattr__ __getattribute__ __new__ __init__ __repr__',
    'type': '__call__ __new__ __instancecheck__ __or__ __eq__ __init__ mro __prepare__',
    'match': 'group groups groupdict start end span expand __getitem__',
}

FUNCTIONS = (
    'abs aiter all anext any ascii bin bool bytearray bytes callable chr classmethod compile complex delattr dict divmod enumerate eval exec filter float format frozenset getattr '
    'hasattr hash hex int isinstance issubclass iter len list map max memoryview min next object oct ord pow property range repr reversed round set setattr slice sorted '
    'staticmethod str sum super tuple type zip vars print __import__ __build_class__ '
    'math.acos math.atan2 math.cbrt math.ceil math.copysign math.cosh math.dist math.erf math.exp2 math.expm1 math.fabs math.floor math.fma math.fmod math.frexp math.fsum math.gamma '
    'math.gcd math.hypot math.isclose math.isfinite math.isqrt math.lcm math.ldexp math.log math.log1p math.modf math.nextafter math.pow math.prod math.radians math.remainder '
    'math.sin math.sqrt math.sumprod math.trunc math.ulp '
    'itertools.accumulate itertools.batched itertools.chain itertools.combinations itertools.compress itertools.count itertools.cycle itertools.dropwhile itertools.filterfalse '
    'itertools.groupby itertools.islice itertools.pairwise itertools.permutations itertools.product itertools.repeat itertools.starmap itertools.takewhile itertools.tee '
    'itertools.zip_longest functools.partial functools.reduce functools.cmp_to_key functools.lru_cache functools.singledispatch functools.wraps functools.partialmethod '
    'functools.cached_property functools.total_ordering operator.add operator.attrgetter operator.contains operator.countOf operator.delitem operator.getitem operator.iadd '
    'operator.index operator.indexOf operator.inv operator.is_none operator.itemgetter operator.length_hint operator.methodcaller operator.not_ operator.setitem operator.sub operator.truth '
    'operator.call operator.concat operator.iconcat collections.deque collections.Counter collections.OrderedDict collections.defaultdict collections.ChainMap collections.namedtuple '
    'struct.pack struct.unpack struct.calcsize struct.unpack_from struct.iter_unpack re.compile re.match re.sub re.split re.findall re.escape copy.copy copy.deepcopy '
    'heapq.heappush heapq.heappop heapq.heapify heapq.heappushpop heapq.nlargest heapq.heapreplace bisect.bisect bisect.insort textwrap.wrap textwrap.shorten '
    'types.SimpleNamespace types.MappingProxyType types.MethodType types.new_class types.GenericAlias '
    'binascii.hexlify binascii.unhexlify binascii.crc32 base64.b64decode zlib.adler32 zlib.decompress unicodedata.name unicodedata.category unicodedata.normalize '
    'string.capwords enum.Enum dataclasses.replace dataclasses.asdict dataclasses.fields dataclasses.dataclass random_state.choice random_state.shuffle random_state.sample random_state.randint '
    'array.array io.StringIO io.BytesIO cmath.sqrt cmath.phase cmath.exp '
    'contextlib.suppress contextlib.closing contextlib.ExitStack inspect.signature ast.literal_eval collections.abc.Sized collections.UserDict numbers.Number'
).split()
