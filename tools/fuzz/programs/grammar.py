"""The grammar of the generated programs: templates whose holes name kinds of expressions.

    <int>          an expression of that kind (now and then, on purpose, of another)
    <new int>      a name that the program assigns here, a variable of that kind from then on
    <local int>    a name that is bound within the template only: of a comprehension, a lambda, a parameter
    <block>        statements, as deep as the hole stands
    <members>      the body of a class
A number before `| ` is a weight. Kinds that only choose among others stand in UNIONS. Operands of powers, shifts and
repetitions are `small`, so that no program takes long.
"""

UNIONS = {
    'num': 'int int float bool complex',
    'real': 'int int float bool',
    'seq': 'list tuple str bytes range slist bytearray',
    'sized': 'list tuple str bytes dict set range slist fset bytearray memoryview',
    'iterable': 'list list tuple str dict set range iter slist bytes',
    'ints': 'list list tuple range set iter',
    'hashable': 'int str tuple float bool none bytes fset',
    'buffer': 'bytes bytes bytearray memoryview',
    'any': 'int int str str list dict tuple float set obj obj bool bytes none slist fn1 range complex iter exc cls type fset bytearray slice memoryview',
    'key': 'int str small small',
    'index': 'small small small int slice',
    'operand': 'small small float str list tuple obj obj bool bytes none set dict complex',
}

INT = """
(<int> + <int>)
(<int> - <int>)
(<int> * <small>)
(<int> // <int>)
(<int> % <int>)
(<int> ** <small>)
(<int> << <small>)
(<int> >> <small>)
(<int> & <int>)
(<int> | <int>)
(<int> ^ <int>)
(-<int>)
(~<int>)
(+<bool>)
abs(<int>)
3| len(<sized>)
int(<float>)
int(<str>)
int(<digits>)
int(<digits>, <small>)
int(<obj>)
round(<float>)
round(<int>, <small>)
pow(<int>, <small>, <int>)
sum(<ints>)
sum(<ints>, <int>)
max(<ints>)
min(<ints>, default=<int>)
max(<int>, <int>, key=<fn1>)
<seq>.count(<any>)
<seq>.index(<any>)
<list>.index(<int>, <small>)
<str>.find(<str>)
<str>.rfind(<str>, <small>, <small>)
<str>.index(<str>)
<str>.count(<str>, <small>)
<bytes>.find(<small>)
<bytes>.rindex(<bytes>)
<bytes>[<small>]
<int>.bit_length()
<int>.bit_count()
<int>.conjugate()
<int>.numerator
int.from_bytes(<buffer>, <order>)
int.from_bytes(<buffer>, <order>, signed=<bool>)
ord(<char>)
<list>[<small>]
<tuple>[<small>]
<range>[<small>]
<dict>[<key>]
<dict>.get(<key>, <int>)
<dict>.pop(<key>, <int>)
<dict>.setdefault(<key>, <int>)
<list>.pop()
<list>.pop(<small>)
next(<iter>, <int>)
next(<iter>)
<bool> and <int>
(<int> or <int>)
(<int> if <bool> else <int>)
(<new int> := <int>)
(lambda <local int>: <int>)(<int>)
(lambda <local int>, *<local tuple>, <local str>=<str>: <int>)(<int>, <int>)
<fn1>(<int>)
<fn1>(<any>)
<fn2>(<any>, <any>)
operator.index(<any>)
operator.length_hint(<any>, <small>)
math.gcd(<int>, <int>)
math.lcm(<int>, <small>)
math.isqrt(<int>)
math.comb(<small>, <small>)
math.perm(<small>)
math.factorial(<small>)
math.floor(<float>)
math.ceil(<real>)
math.trunc(<real>)
math.prod(<ints>)
struct.unpack(<structfmt>, <bytes>)[0]
struct.calcsize(<structfmt>)
functools.reduce(<fn2>, <ints>)
functools.reduce(lambda <local int>, <local int>: <int>, <ints>, <int>)
<obj>.<attr>
hash(<int>)
hash(<float>)
len(<obj>)
bisect.bisect(<list>, <int>)
bisect.bisect_left(<list>, <int>, <small>)
eval(<code>)
collections.Counter(<str>).total()
<match>.start()
<match>.end(<small>)
sum(<int> for <local int> in <ints>)
sum(1 for <local any> in <iterable> if <bool>)
"""

SMALL = """
(<small> + 1)
len(<str>)
"""

FLOAT = """
(<float> + <real>)
(<real> - <float>)
(<float> * <float>)
(<real> / <real>)
(<float> // <real>)
(<float> % <real>)
(<float> ** <small>)
(-<float>)
abs(<float>)
float(<int>)
float(<numtext>)
float(<str>)
round(<float>, <small>)
sum([<float>, <float>, <real>])
max(<float>, <real>)
min(<float>, <real>)
<complex>.real
<complex>.imag
abs(<complex>)
math.sqrt(<real>)
math.fmod(<float>, <float>)
math.copysign(<float>, <float>)
math.hypot(<float>, <float>)
math.fsum([<float>, <float>, <float>])
math.ldexp(<float>, <small>)
math.nextafter(<float>, <float>)
math.remainder(<float>, <float>)
math.ulp(<float>)
math.fabs(<real>)
math.degrees(<float>)
math.fma(<float>, <float>, <float>)
math.dist([<float>, <real>], [<real>, <float>])
math.sumprod([<float>, <int>], [<real>, <float>])
math.modf(<float>)[<small>]
math.log2(<real>)
float.fromhex(<float>.hex())
float.fromhex(<str>)
float(<obj>)
<float>.conjugate()
(<float> if <bool> else <float>)
"""

COMPLEX = """
(<complex> + <num>)
(<num> - <complex>)
(<complex> * <num>)
(<complex> / <num>)
(<complex> ** <small>)
complex(<real>, <real>)
complex(<numtext>)
complex(<obj>)
<complex>.conjugate()
(-<complex>)
"""

BOOL = """
3| (<real> <cmp> <real>)
(<int> <cmp> <int> <cmp> <int>)
(<any> == <any>)
(<any> != <any>)
(<any> <cmp> <any>)
(<str> <cmp> <str>)
(<tuple> <cmp> <tuple>)
(<list> <cmp> <list>)
(<set> <cmp> <set>)
(<bytes> <cmp> <buffer>)
(<any> in <any>)
(<int> in <ints>)
(<int> not in <ints>)
(<str> in <str>)
(<key> in <dict>)
(<any> is <none>)
(<any> is not <none>)
(not <any>)
(<bool> and <bool>)
(<bool> or <any>)
bool(<any>)
isinstance(<any>, <type>)
isinstance(<any>, (<type>, <cls>))
isinstance(<obj>, <cls>)
issubclass(<cls>, <cls>)
issubclass(<any>, <any>)
callable(<any>)
hasattr(<any>, <name>)
any(<iterable>)
all(<iterable>)
any(<bool> for <local int> in <ints>)
<str>.isdigit()
<str>.isidentifier()
<str>.isalpha()
<str>.isprintable()
<str>.isupper()
<str>.istitle()
<str>.isspace()
<str>.startswith(<str>)
<str>.startswith((<str>, <char>), <small>)
<str>.endswith(<str>, <small>, <small>)
<bytes>.startswith(<bytes>)
<bytes>.isalnum()
<set>.issubset(<iterable>)
<set>.isdisjoint(<ints>)
<float>.is_integer()
math.isclose(<float>, <float>)
math.isnan(<float>)
operator.contains(<any>, <any>)
operator.truth(<any>)
<float> == <float>
"""

STR = """
(<str> + <str>)
(<str> * <small>)
(<str> % <any>)
('%<percent>' % <any>)
('%<percent>' % (<any>, <any>))
(<str> or <str>)
3| str(<any>)
2| repr(<any>)
ascii(<any>)
format(<any>, <spec>)
format(<int>, <intspec>)
format(<float>, <floatspec>)
format(<str>, <strspec>)
chr(<int>)
hex(<int>)
bin(<int>)
oct(<int>)
<str>[<small>]
<str>[<small>:<small>]
<str>[<small>:<small>:<small>]
<str>[<slice>]
<char>.join(<slist>)
<str>.join(<iterable>)
<str>.join(map(str, <iterable>))
<str>.upper()
<str>.lower()
<str>.title()
<str>.capitalize()
<str>.swapcase()
<str>.casefold()
<str>.strip()
<str>.strip(<str>)
<str>.lstrip(<str>)
<str>.rstrip(<none>)
<str>.center(<small>, <char>)
<str>.ljust(<small>)
<str>.rjust(<small>, <char>)
<str>.zfill(<small>)
<str>.replace(<str>, <str>)
<str>.replace(<char>, <str>, <small>)
<str>.replace(<char>, <str>, count=<small>)
<str>.translate(<dict>)
<str>.translate(str.maketrans(<str>, <str>))
<str>.expandtabs(<small>)
<str>.removeprefix(<str>)
<str>.removesuffix(<char>)
<str>.format(<any>, <any>, <keyword>=<any>)
'{} {!r:>{}}'.format(<any>, <any>, <small>)
"{0[<small>]} {alpha.<attr>}".format(<seq>, alpha=<any>)
<str>.format_map(<dict>)
<bytes>.decode()
<bytes>.decode(<encoding>, <errors>)
<bytes>.hex()
<bytes>.hex(<char>, <small>)
str(<bytes>, <encoding>)
f'{ <any>}'
f'{ <any>!r}'
f'{ <int>:{<small>}}'
f'{ <float>:<floatspecraw>}'
f'{ <str>!a:>{<small>}}-{ <int>:<intspecraw>}'
f'{ <any>=}'
f'{ <any>=!s:>30}'
f'{ <any>:<specraw>}'
f"a{ <int>}b{{{ <str>!s}}}"
type(<any>).__name__
<cls>.__name__
<cls>.__qualname__
(<str> if <bool> else <str>)
<fn1>.__name__
re.sub(<pattern>, <str>, <str>)
re.sub(<pattern>, lambda <local match>: <str>, <str>)
re.escape(<str>)
<match>.group()
<match>.group(<small>)
<match>[<small>]
<match>.expand(<str>)
json.dumps(<any>)
json.dumps(<jsonable>, indent=<small>, sort_keys=<bool>)
json.dumps(<jsonable>, ensure_ascii=<bool>)
textwrap.fill(<str>, <small>)
textwrap.dedent(<str>)
string.Template(<str>).safe_substitute(<dict>)
unicodedata.normalize(<normal>, <str>)
reprlib.repr(<list>)
str(<exc>)
operator.concat(<str>, <str>)
"""

BYTES = """
(<bytes> + <buffer>)
(<bytes> * <small>)
(<bytes> % <any>)
(b'%<percent>' % <any>)
(b'%b|%s' % (<buffer>, <bytes>))
bytes(<buffer>)
bytes(<ints>)
bytes(<small>)
bytes(<str>, <encoding>)
bytes(<obj>)
bytes(<any>)
<str>.encode()
<str>.encode(<encoding>, <errors>)
<bytes>[<small>:<small>]
<bytes>[<slice>]
<bytes>.upper()
<bytes>.replace(<bytes>, <buffer>)
<bytes>.strip(<buffer>)
<bytes>.center(<small>, <bytes>)
<bytes>.zfill(<small>)
<bytes>.join([<bytes>, <buffer>])
<bytes>.join(<iterable>)
<bytes>.translate(<none>, <bytes>)
<bytes>.removeprefix(<buffer>)
<bytes>.expandtabs()
<bytes>.title()
<int>.to_bytes(<small>, <order>)
<int>.to_bytes(<small>, <order>, signed=<bool>)
bytes.fromhex(<str>)
struct.pack(<structfmt>, <any>)
struct.pack(<structfmt>, <int>, <float>)
<memoryview>.tobytes()
binascii.hexlify(<buffer>)
base64.b64encode(<buffer>)
base64.b64decode(<buffer>)
zlib.compress(<bytes>)[:2]
"""

BYTEARRAY = """
bytearray(<buffer>)
bytearray(<small>)
(<bytearray> + <buffer>)
<bytearray>[<small>:<small>]
<bytearray>[::<small>]
<bytearray>.copy()
<bytearray>.replace(<bytes>, <bytes>)
"""

MEMORYVIEW = """
memoryview(<bytes>)
memoryview(<bytearray>)
<memoryview>[<small>:<small>]
<memoryview>[::<small>]
memoryview(bytes(8)).cast(<viewfmt>)
<memoryview>.cast(<viewfmt>)
<memoryview>.toreadonly()
"""

LIST = """
(<list> + <list>)
(<list> * <small>)
[<int>, <int>]
[<any>, <any>, <any>]
[*<iterable>, <int>]
[*<iterable>, *<iterable>]
list(<ints>)
list(<iterable>)
list(<any>)
sorted(<ints>)
sorted(<iterable>)
sorted(<ints>, key=<fn1>)
sorted(<iterable>, key=<keyfn>, reverse=<bool>)
<list>[<small>:<small>]
<list>[<small>:<small>:<small>]
<list>[<slice>]
<list>.copy()
2| [<int> for <local int> in <ints>]
[<any> for <local any> in <iterable>]
[<int> for <local int> in <ints> if <bool>]
[<any> for <local int> in <ints> for <local int> in <ints>]
[(<local int> := <int>) for <local int> in <ints>]
[<any> for <local int>, <local any> in enumerate(<iterable>)]
[<int> for <local int>, *<local list> in [<seq>, <tuple>]]
[<fn1>(<local int>) for <local int> in <ints>]
[lambda: <local int> for <local int> in <ints>]
list(map(<fn1>, <iterable>))
list(map(<fn2>, <ints>, <ints>))
list(map(<fn2>, <ints>, <ints>, strict=True))
list(filter(<fn1>, <iterable>))
list(filter(<none>, <iterable>))
list(zip(<iterable>, <iterable>))
list(zip(<iterable>, <iterable>, strict=<bool>))
list(enumerate(<iterable>, <int>))
list(reversed(<seq>))
list(reversed(<any>))
list(<dict>.keys())
list(<dict>.values())
list(<dict>.items())
<bytes>.split(<bytes>)
list(<bytes>)
list(<range>)
list(<gen>)
<gen2>
<seq>[<slice>]
list(itertools.islice(<iter>, <small>))
list(itertools.islice(<iterable>, <small>, <small>, <small>))
list(itertools.chain(<iterable>, <iterable>))
list(itertools.accumulate(<ints>))
list(itertools.accumulate(<ints>, <fn2>, initial=<int>))
list(itertools.product(<list>, repeat=2))[:9]
list(itertools.permutations(<tuple>, <small>))[:9]
list(itertools.combinations(<seq>, <small>))[:9]
list(itertools.combinations_with_replacement(<str>, 2))[:9]
list(itertools.groupby(<iterable>, <fn1>))
[(<local any>, list(<local iter>)) for <local any>, <local iter> in itertools.groupby(<list>)]
list(itertools.zip_longest(<iterable>, <iterable>, fillvalue=<any>))
list(itertools.pairwise(<iterable>))
list(itertools.batched(<iterable>, <small>))
list(itertools.batched(<iterable>, <small>, strict=<bool>))
list(itertools.takewhile(<fn1>, <iterable>))
list(itertools.dropwhile(<fn1>, <iterable>))
list(itertools.filterfalse(<fn1>, <iterable>))
list(itertools.compress(<iterable>, <list>))
list(itertools.starmap(<fn2>, zip(<ints>, <ints>)))
list(itertools.repeat(<any>, <small>))
list(itertools.islice(itertools.count(<num>, <num>), <small>))
list(itertools.islice(itertools.cycle(<iterable>), <small>))
list(heapq.merge(<list>, <list>))
heapq.nlargest(<small>, <iterable>)
heapq.nsmallest(<small>, <list>, key=<fn1>)
list(struct.iter_unpack(<structfmt>, <bytes>))
list(collections.deque(<iterable>, <small>))
collections.Counter(<iterable>).most_common(<small>)
copy.copy(<list>)
copy.deepcopy(<list>)
pickle.loads(pickle.dumps(<list>))
json.loads(<jsontext>)
re.findall(<pattern>, <str>)
re.split(<pattern>, <str>, <small>)
<memoryview>.tolist()
(<list> or <list>)
dir(<obj>)[-2:]
asyncio_run(<coroutine>)
operator.itemgetter(<small>, <small>)(<seq>)
list(<obj>)
sorted(<set>)
list(<exc>.args)
"""

SLIST = """
<str>.split()
<str>.split(<char>)
<str>.split(<str>, <small>)
<str>.rsplit(<none>, <small>)
<str>.rsplit(sep=<char>, maxsplit=<small>)
<str>.splitlines()
<str>.splitlines(<bool>)
list(<str>)
sorted(<str>)
sorted(<slist>, key=len)
sorted(<slist>, key=str.lower)
[<str>, <str>]
[<str> for <local str> in <slist>]
[<str> for <local int> in <ints>]
list(map(str, <iterable>))
textwrap.wrap(<str>, <small>)
<slist>[<small>:<small>]
shlex.split(<str>)
"""

TUPLE = """
(<int>, <any>)
(<any>,)
(<tuple> + <tuple>)
(<tuple> * <small>)
(*<iterable>, <any>)
tuple(<ints>)
tuple(<iterable>)
<tuple>[<small>:<small>]
<str>.partition(<char>)
<str>.rpartition(<str>)
<bytes>.partition(<bytes>)
divmod(<real>, <real>)
divmod(<any>, <any>)
<float>.as_integer_ratio()
math.frexp(<float>)
math.modf(<float>)
tuple(<int> for <local int> in <ints>)
struct.unpack(<structfmt>, <bytes>)
<slice>.indices(<small>)
<dict>.popitem()
<match>.groups()
<match>.span(<small>)
operator.attrgetter(<name>)(<any>)
sys.exc_info()[:1]
(<tuple> or <tuple>)
point(<any>, <any>)
point(<any>, <any>)._replace(<pointfield>=<any>)
"""

DICT = """
{<hashable>: <any>, <hashable>: <any>}
{<str>: <int>, **<dict>}
{**<dict>, **<dict>}
(<dict> | <dict>)
dict(<dict>)
dict(<keyword>=<any>, <keyword>=<any>)
dict(<any>)
dict(zip(<iterable>, <iterable>))
dict(enumerate(<iterable>))
dict.fromkeys(<iterable>)
dict.fromkeys(<iterable>, <any>)
<dict>.copy()
{<int>: <any> for <local int> in <ints>}
{<local any>: <any> for <local int>, <local any> in enumerate(<iterable>) if <bool>}
str.maketrans(<dict>)
str.maketrans(<str>, <str>, <str>)
dict(collections.Counter(<iterable>))
dict(collections.Counter(<str>) - collections.Counter(<str>))
dict(collections.OrderedDict(<dict>))
dict(collections.ChainMap(<dict>, <dict>))
dict(collections.defaultdict(<factory>, <dict>))
copy.deepcopy(<dict>)
vars(<obj>)
<obj>.__dict__
json.loads(json.dumps(<dict>))
<match>.groupdict()
dict(sorted(<dict>.items()))
"""

SET = """
{<int>, <int>, <int>}
{*<numbers>}
set(<numbers>)
set()
(<set> | <set>)
(<set> & <fset>)
(<set> - <set>)
(<set> ^ <set>)
<set>.union(<numbers>, <numbers>)
<set>.intersection(<numbers>)
<set>.difference(<numbers>)
<set>.symmetric_difference(<numbers>)
<set>.copy()
{<int> for <local int> in <numbers>}
{<int> for <local int> in <numbers> if <bool>}
"""

FSET = """
frozenset(<numbers>)
(<fset> | <set>)
(<fset> - <set>)
frozenset({<int>, <small>})
<fset>.union(<numbers>)
"""

RANGE = """
range(<small>)
range(<small>, <small>)
range(<small>, <small>, <small>)
range(<int>, <int>, <int>)[:5]
<range>[<small>:<small>:<small>]
<range>[::-1]
range(<int>)[:<small>]
"""

SLICE = """
slice(<small>)
slice(<small>, <small>)
slice(<small>, <small>, <small>)
slice(<any>, <any>)
"""

NONE = """
print(<any>)
<list>.append(<any>)
<list>.extend(<iterable>)
<list>.insert(<small>, <any>)
<list>.remove(<any>)
<list>.reverse()
<list>.sort()
<list>.sort(key=<fn1>, reverse=<bool>)
<list>.clear()
<dict>.update(<dict>)
<dict>.update(<any>)
<dict>.update(<keyword>=<any>)
<dict>.clear()
<set>.add(<int>)
<set>.add(<any>)
<set>.discard(<int>)
<set>.remove(<int>)
<set>.update(<ints>)
<set>.intersection_update(<ints>)
<bytearray>.append(<small>)
<bytearray>.extend(<buffer>)
<bytearray>.insert(<small>, <small>)
<bytearray>.reverse()
setattr(<obj>, <name>, <any>)
setattr(<any>, <any>, <any>)
delattr(<obj>, <name>)
<exc>.add_note(<str>)
heapq.heapify(<list>)
random_state.seed(<int>)
<slist>.sort()
operator.setitem(<any>, <any>, <any>)
operator.delitem(<any>, <any>)
exec(<stmtcode>)
exec(<stmtcode>, <dict>)
"""

ITER = """
iter(<iterable>)
iter(<any>)
iter(<fn0>, <int>)
reversed(<seq>)
enumerate(<iterable>)
zip(<iterable>, <iterable>)
map(<fn1>, <iterable>)
filter(<fn1>, <iterable>)
(<int> for <local int> in <ints>)
(<any> for <local any> in <iterable> if <bool>)
itertools.chain.from_iterable(<list>)
itertools.islice(<iterable>, <small>)
itertools.count(<small>)
iter(<dict>.items())
<gen>
itertools.tee(<iterable>)[<small>]
reversed(<dict>)
re.finditer(<pattern>, <str>)
"""

FN0 = """
(lambda: <any>)
functools.partial(<fn1>, <any>)
<cls>
<list>.pop
"""

FN1 = """
4| (lambda <local int>: <int>)
(lambda <local any>: <any>)
(lambda *<local tuple>: <any>)
(lambda <local any>=<any>, /, *, <local int>=<int>: <any>)
functools.partial(<fn2>, <any>)
functools.lru_cache(<fn1>)
operator.itemgetter(<any>)
operator.attrgetter(<name>)
operator.methodcaller(<name>, <any>)
<obj>.<method>
<cls>.<method>
<str>.join
<list>.append
<dict>.get
<type>
<cls>
(<fn1> if <bool> else <fn1>)
functools.cmp_to_key(<fn2>)
"""

FN2 = """
4| (lambda <local int>, <local int>: <int>)
(lambda <local any>, <local any>=<any>: <any>)
(lambda <local any>, /, *<local tuple>, **<local dict>: <any>)
"""

KEYFN = """
(lambda <local any>: repr(<local any>))
(lambda <local any>: <int>)
"""

OBJ = """
5| <cls>()
2| <cls>(<any>)
<cls>(<any>, <any>)
<cls>(<keyword>=<any>)
(<obj> <binop> <operand>)
(<operand> <binop> <obj>)
3| <wild>
(<unop><obj>)
<obj>.<attr>
<obj>.<method>()
<obj>.<method>(<any>)
<obj>.<method>(<any>, <any>)
<obj>.<method>(*<iterable>)
<obj>.<method>(**dict(<keyword>=<any>))
<obj>[<any>]
<obj>(<any>)
<obj>()
copy.copy(<obj>)
copy.deepcopy(<obj>)
getattr(<any>, <name>)
getattr(<any>, <name>, <any>)
getattr(<obj>, <any>)
super(<cls>, <obj>).<method>()
<cls>.<method>(<obj>)
<cls>.__new__(<cls>)
object.__new__(<any>)
weakref.ref(alive(<obj>))()
weakref.proxy(alive(<obj>)).<attr>
operator.<opfn>(<any>, <any>)
types.SimpleNamespace(<keyword>=<any>)
<cls>[<any>]
<fn1>(*<iterable>)
<fn1>(<any>, **dict(<keyword>=<any>))
"""

CLS = """
type(<obj>)
type(<str>, (), <namespace>)
type('Made', (<cls>,), {<name>: <any>})
type('Made', (<cls>, <cls>), {})
<obj>.__class__
<cls>.__mro__[<small>]
"""

TYPE = """
type(<any>)
"""

EXC = """
<exctype>(<any>)
<exctype>(<any>, <any>)
<exctype>()
ExceptionGroup(<str>, [<exc>, <exc>])
ExceptionGroup(<any>, <any>)
BaseExceptionGroup(<str>, [<exc>])
<exc>.__cause__
<exc>.__context__
<exc>.with_traceback(<none>)
"""

CODE = """
3| <codetext>
repr(<any>)
<str>
compile(<codetext>, 'inner', 'eval')
"""

MATCH = """
re.match(<pattern>, <str>)
re.search(<pattern>, <str>)
re.compile(<pattern>).fullmatch(<str>)
re.search(<pattern>, <str>, re.I)
"""

JSONABLE = """
<list>
<dict>
[<float>, <str>, <bool>]
{<str>: <list>, <str>: <none>}
"""

GEN = """
2| <genfn>(<any>)
<genfn>()
"""

GEN2 = """
drive(<gen>, <any>, <any>)
drive(<gen>, <exc>)
drive(<genfn>(<ints>), <small>, <any>, <exc>)
"""

COROUTINE = """
<asyncfn>(<any>)
<asyncfn>(<ints>)
"""

EXPRESSIONS = {
    'int': INT, 'small': SMALL, 'float': FLOAT, 'complex': COMPLEX, 'bool': BOOL, 'str': STR, 'bytes': BYTES, 'bytearray': BYTEARRAY,
    'memoryview': MEMORYVIEW, 'list': LIST, 'slist': SLIST, 'tuple': TUPLE, 'dict': DICT, 'set': SET, 'fset': FSET, 'range': RANGE,
    'slice': SLICE, 'none': NONE, 'iter': ITER, 'fn0': FN0, 'fn1': FN1, 'fn2': FN2, 'keyfn': KEYFN, 'obj': OBJ, 'cls': CLS, 'type': TYPE,
    'exc': EXC, 'code': CODE, 'match': MATCH, 'jsonable': JSONABLE, 'gen': GEN, 'gen2': GEN2, 'coroutine': COROUTINE,
}

# Statements are separated by blank lines.
STATEMENTS = """
6| <new int> = <int>

4| <new str> = <str>

3| <new list> = <list>

2| <new dict> = <dict>

3| <new obj> = <obj>

<new float> = <float>

<new bytes> = <bytes>

<new set> = <set>

<new tuple> = <tuple>

<new iter> = <iter>

<new fn1> = <fn1>

<new any> = <any>

<new slist> = <slist>

<new bytearray> = <bytearray>

<new memoryview> = <memoryview>

<new bool> = <bool>

<new complex> = <complex>

<new exc> = <exc>

<new cls> = <cls>

<new gen> = <gen>

<new fset> = <fset>

<new int>: int = <int>

<new int> = <new any> = <int>

4| show(<any>)

show(<any>, <any>)

show(<int>, <float>)

show(<str>)

show(<list>)

3| show(<obj>)

3| show(<wild>)

show(<bool>)

show(<bytes>)

show(<dict>)

show(<tuple>)

show(<set>)

<none>

<var int> += <int>

<var int> <augop>= <operand>

<var str> += <str>

<var list> += <iterable>

<var list> *= <small>

<var set> |= <set>

<var set> -= <set>

<var dict> |= <dict>

<var obj> <augop>= <operand>

<var any> <augop>= <operand>

<var bytearray> += <buffer>

<var list>[<small>] = <any>

<var list>[<small>:<small>] = <iterable>

<var list>[::<small>] = <iterable>

<var list>[<small>] <augop>= <operand>

<var dict>[<hashable>] = <any>

<var dict>[<any>] = <any>

<var dict>[<key>] <augop>= <operand>

<var obj>[<any>] = <any>

<var bytearray>[<small>] = <small>

<var bytearray>[<small>:<small>] = <buffer>

<var memoryview>[<small>] = <small>

<var any>[<any>] = <any>

<var obj>.<attr> = <any>

<var obj>.<attr> <augop>= <operand>

<var cls>.<attr> = <any>

<var cls>.<method> = <fn1>

<var any>.<attr> = <any>

del <var list>[<small>]

del <var list>[<small>:<small>]

del <var dict>[<key>]

del <var obj>.<attr>

del <var any>[<any>]

del <var cls>.<method>

del <old any>

del <old int>, <old str>

<new int>, <new int> = <int>, <int>

<new any>, <new any> = <any>

<new any>, *<new list> = <iterable>

*<new list>, <new any> = <iterable>

[<new int>, (<new any>, *<new list>)] = <int>, <iterable>

<new any>, <var list>[<small>] = <tuple>

2| if <any>:
    <block>

if <bool>:
    <block>
elif <any>:
    <block>
else:
    <block>

3| for <new int> in <ints>:
    <block>

for <new any> in <iterable>:
    <block>

for <new any> in <iterable>:
    <loopblock>
else:
    <block>

for <new int>, <new any> in enumerate(<iterable>):
    <loopblock>

for <new any> in <var list>:
    if len(<var list>) < 20:
        <mutate>
    <block>

for <new any> in <var dict>:
    <mutate>
    <loopblock>

for <new int> in <var set>:
    <mutate>

for <var list>[<small>] in <ints>:
    <block>

<counter> = 0
while <last counter> < 4:
    <last counter> += 1
    <loopblock>
else:
    <block>

4| try:
    <block>
except <exctype> as <new exc>:
    <block>

try:
    <block>
except (<exctype>, <exctype>):
    <block>
else:
    <block>
finally:
    <block>

try:
    <block>
finally:
    <block>

try:
    try:
        <block>
        <raise>
    except <exctype>:
        <raise>
    finally:
        <block>
except Exception as <new exc>:
    caught(<last exc>)

for <new int> in range(3):
    try:
        <loopblock>
    finally:
        <loopblock>

try:
    raise ExceptionGroup(<str>, [<exc>, <exc>])
except* <exctype> as <new exc>:
    caught(<last exc>)
    <block>
except* Exception as <new exc>:
    caught(<last exc>)

try:
    <raise>
except* <exctype> as <new exc>:
    <block>

<raise>

assert <any>

assert <bool>, <any>

with <manager> as <new any>:
    <block>

with <manager> as <new any>, <manager>:
    <block>

with <manager>:
    <raise>

3| match <any>:
    case <pat>:
        <block>
    case <pat> if <bool>:
        <block>
    case _:
        <block>

match <tuple>:
    case <pat> | <pat>:
        <block>

match <obj>:
    case <clspat>:
        <block>
    case <pat>:
        <block>

2| def <new fn1>(<local any>, <local int>=<int>):
    <body>

def <new fn1>(<local any>, /, <local any>=<any>, *<local tuple>, <local any>=<any>, **<local dict>):
    <body>

def <new fn2>(<local int>, <local int>):
    <body>

def <new fn1>(<local any>):
    <nonlocalbody>

def <new genfn>(<local any>=<any>):
    <genbody>

async def <new asyncfn>(<local any>):
    <asyncbody>

@<decorator>
def <new fn1>(<local any>=<any>):
    <body>

def <new fn1>(<local int>):
    if <last local> <= 0 or not isinstance(<last local>, int) or <last local> > 20:
        return <any>
    return <last fn1>(<last local> - 1)

@<decorator>
class <newclass>:
    <members>

2| class <newclass>:
    <members>

class <newclass>(<bases>):
    <members>

class <newclass>(<bases>, <classkw>):
    <members>

show(sorted(locals()))

show([name for name in dir(<any>) if name[0] == 'm'])

global <global>
<last global> = <any>

show(<fn1>.__code__.co_varnames, <fn1>.__defaults__)

show(signature(<fn1>))

<var cls>.__bases__ = (<cls>,)

<var obj>.__class__ = <cls>

<var any>.__class__ = <any>

<var obj>.__dict__ = <any>

exec(<stmtcode>)

show(eval(<codetext>, {'a': <int>}, {'b': <any>}))

type <new any> = <any>

def <new fn1>[T: <any> = <any>](<local any>: <any>) -> <any>:
    <body>

show(pickle.loads(pickle.dumps(<any>, <small>)))

show(copy.deepcopy(<any>))

show(template(t'{ <any>}{ <any>!r:<specraw>}'))

print(<any>, <any>, sep=<any>, end=<any>)

<var list>.append(<var list>)

show(sorted([<obj>, <obj>, <obj>]))

show(max(<obj>, <obj>), min(<iterable>))

show([<obj>] == [<obj>], (<obj>,) < (<obj>,), <obj> in [<obj>, <obj>])

show({<obj>: <int>, <obj>: <int>})

show(wrong(<fn1>))

<new any> = functools.singledispatch(<fn1>)

import <module>

from <module> import <importname>

show(asyncio_run(<coroutine>))
"""

RAISE = """
raise <exc>
raise <exctype>
raise <exctype>(<any>) from <exc>
raise <exc> from <none>
raise <any>
raise
raise ExceptionGroup(<str>, [<exc>, <exc>])
<any>
"""

MUTATE = """
<var list>.append(<any>)
<var list>.pop()
<var list>.insert(0, <any>)
<var list>.clear()
del <var list>[<small>]
<var dict>[<key>] = <any>
<var dict>.pop(<key>, None)
<var dict>.clear()
del <var dict>[<key>]
<var set>.add(<int>)
<var set>.discard(<int>)
<var set>.clear()
<var bytearray>.clear()
<var list>[:] = <iterable>
<var list>.sort()
"""

MANAGER = """
3| manager(<any>)
manager(<any>, <exctype>)
<obj>
contextlib.suppress(<exctype>)
contextlib.nullcontext(<any>)
made_manager(<any>)
memoryview(<bytes>)
<any>
"""

DECORATOR = """
functools.wraps(<fn1>)
functools.lru_cache(<small>)
functools.cache
staticmethod
classmethod
property
(lambda <local any>: <local any>)
<fn1>
contextlib.contextmanager
functools.total_ordering
dataclasses.dataclass
dataclasses.dataclass(order=<bool>, frozen=<bool>)
functools.partial(functools.partial, <fn1>)
"""

SUBSTATEMENTS = {'raise': RAISE, 'mutate': MUTATE, 'manager': MANAGER, 'decorator': DECORATOR}

# Bodies of functions, and members of classes, are separated by blank lines.
MEMBERS = """
2| <attr> = <any>

3| def __init__(self, <local any>=<any>, *<local tuple>, **<local dict>):
    self.<attr> = <any>
    <block>

def __init__(self, *args, **kwargs):
    super().__init__(*args, **kwargs)
    self.<attr> = <any>

2| def <method>(self, *args):
    log('<last method>', args)
    <body>

def <method>(self, <local any>=<any>):
    <body>

def <method>(self, *args):
    return super().<method>(*args)

@property
def <attr>(self):
    log('get <last attr>')
    return <any>

@property
def <attr>(self):
    return <any>
@<last attr>.setter
def <last attr>(self, value):
    log('set', value)
    <block>

@functools.cached_property
def <attr>(self):
    return <any>

@staticmethod
def <method>(*args):
    return <any>

@classmethod
def <method>(cls, *args):
    return <any>

def <method>(self, *args):
    yield <any>
    <block>
    yield from <iterable>

__slots__ = ('<attr>', '<attr>')

__slots__ = <any>

<attr> = Field(<any>)

<attr>: int = <int>

__match_args__ = ('<attr>', '<attr>')

4| def <binary>(self, other):
    log('<last binary>', other)
    return <any>

2| def <binary>(self, other):
    log('<last binary>')
    return NotImplemented

def <inplace>(self, other):
    log('<last inplace>')
    return self

3| def <comparison>(self, other):
    log('<last comparison>', other)
    return <any>

def __eq__(self, other):
    log('__eq__')
    return <bool>

def __eq__(self, other):
    return type(self) is type(other)

def __hash__(self):
    log('__hash__')
    return <int>

__hash__ = <none>

def __lt__(self, other):
    return <bool>

def __bool__(self):
    log('__bool__')
    return <bool>

def __len__(self):
    log('__len__')
    return <small>

def <unary>(self):
    log('<last unary>')
    return <any>

def __repr__(self):
    return <str>

def __repr__(self):
    return f'<{type(self).__name__}>'

def __str__(self):
    return <any>

def __format__(self, spec):
    return <str> + spec

def __bytes__(self):
    return <bytes>

def __index__(self):
    log('__index__')
    return <small>

def __int__(self):
    return <int>

def __float__(self):
    return <float>

def __complex__(self):
    return <complex>

def __round__(self, digits=None):
    return <any>

2| def __getitem__(self, key):
    log('__getitem__', key)
    return <any>

def __getitem__(self, key):
    if isinstance(key, int) and key > 3:
        raise IndexError(key)
    return key

def __setitem__(self, key, value):
    log('__setitem__', key, value)

def __delitem__(self, key):
    log('__delitem__', key)

def __contains__(self, item):
    log('__contains__', item)
    return <any>

2| def __iter__(self):
    log('__iter__')
    return iter(<iterable>)

def __iter__(self):
    yield from <iterable>

def __iter__(self):
    return self
def __next__(self):
    log('__next__')
    raise StopIteration(<any>)

def __next__(self):
    return <any>

def __reversed__(self):
    return <any>

def __length_hint__(self):
    return <any>

def __missing__(self, key):
    log('__missing__', key)
    return <any>

2| def __call__(self, *args, **kwargs):
    log('__call__', args, kwargs)
    <body>

def __enter__(self):
    log('__enter__')
    return <any>
def __exit__(self, kind, value, traceback):
    log('__exit__', kind)
    return <any>

2| def __getattr__(self, name):
    log('__getattr__', name)
    if name[:2] == '__':
        raise AttributeError(name)
    return <any>

def __getattribute__(self, name):
    if name[:1] != '_':
        log('__getattribute__', name)
    return super().__getattribute__(name)

def __setattr__(self, name, value):
    log('__setattr__', name)
    super().__setattr__(name, value)

def __delattr__(self, name):
    log('__delattr__', name)

def __dir__(self):
    return <slist>

def __get__(self, instance, owner=None):
    log('__get__', owner)
    return <any>

def __set__(self, instance, value):
    log('__set__', value)

def __set_name__(self, owner, name):
    log('__set_name__', name)

def __init_subclass__(cls, **kwargs):
    log('__init_subclass__', cls, kwargs)

def __class_getitem__(cls, item):
    return <any>

def __new__(cls, *args, **kwargs):
    log('__new__', args, kwargs)
    return super().__new__(cls)

def __new__(cls, *args):
    return <any>

def __copy__(self):
    return <any>

def __deepcopy__(self, memo):
    return <any>

def __reduce__(self):
    return <any>

def __getstate__(self):
    return <any>

def __setstate__(self, state):
    log('__setstate__', state)

def __instancecheck__(self, instance):
    return <any>

def __del__(self):
    pass

def __await__(self):
    yield <any>

def __sizeof__(self):
    return <int>

def __mro_entries__(self, bases):
    return (<cls>,)

def __divmod__(self, other):
    return <any>

def __pow__(self, other, modulo=None):
    log('__pow__', other, modulo)
    return <any>

class Inner:
    <members>

for <attr> in <ints>:
    pass

<attr> = [<any> for <local int> in <ints>]

<attr> = lambda self, *args: <any>

def __class__(self):
    return <any>
"""

BODY = """
4| return <any>

2| <block>
return <any>

<block>
return <int>

try:
    <block>
    return <any>
finally:
    <block>

try:
    <block>
    return <any>
except <exctype>:
    return <any>
finally:
    return <any>

for <new any> in <iterable>:
    if <bool>:
        return <any>
    <loopblock>
return <any>

if <bool>:
    return <any>
<block>

show(sorted(locals()))
return <any>

<new int> = <int>
def <new fn1>(<local int>):
    nonlocal <last new>
    <last new> = <any>
    return <any>
<block>
return <last fn1>
"""

NONLOCALBODY = """
<new int> = <int>
def inner(<local any>=<any>):
    nonlocal <last new>
    <last new> += <int>
    <block>
    return <any>
show(inner(), <last new>)
<block>
return inner

<new list> = []
for <new int> in <ints>:
    <last list>.append(lambda: <last new>)
return [function() for function in <last list>]

class <newclass>:
    <members>
return <cls>

<new int> = <int>
def reader():
    return <last new>
del <last new>
return reader()

def inner():
    global <global>
    <last global> = <any>
    return <last global>
return inner()
"""

GENBODY = """
2| <block>
yield <any>
<block>
<new any> = yield <any>
show(<last new>)
return <any>

for <new any> in <iterable>:
    <new any> = yield <any>
    <loopblock>

try:
    yield <any>
    <block>
    yield <any>
except <exctype> as <new exc>:
    caught(<last exc>)
    yield <any>
finally:
    <block>

while True:
    try:
        <new any> = yield <any>
        <raise>
    except <exctype>:
        break
    finally:
        yield <any>

<new any> = yield from <iterable>
show(<last new>)
return (yield <any>)

yield from <gen>
yield from <any>

with <manager> as <new any>:
    yield <any>
    <block>
    yield <any>

raise StopIteration(<any>)
yield
"""

ASYNCBODY = """
<block>
return <any>

await sleep(0)
<block>
return await <any>

async with async_manager(<any>) as <new any>:
    <block>
    await sleep(0)
return <any>

return [<any> async for <local any> in async_numbers(<small>)]

async for <new any> in async_numbers(<small>):
    <loopblock>
else:
    <block>
return <any>

try:
    await sleep(0)
    <block>
except <exctype> as <new exc>:
    return <any>
finally:
    await sleep(0)

return (await sleep(0, <any>), await sleep(0, <any>))

return [<any> for <local any> in <iterable> if await sleep(0, <bool>)]
"""

BODIES = {'body': BODY, 'nonlocalbody': NONLOCALBODY, 'genbody': GENBODY, 'asyncbody': ASYNCBODY}
