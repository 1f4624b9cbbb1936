"""What iterators and methods are pickled as names builtins: those of the running code."""
import array, collections, functools, operator, re, types
class Seq:
    def __getitem__(s,i): raise IndexError
class Q:
    def __len__(s): return 3
    def __getitem__(s,i): return i
def things():
    yield iter(Seq()); yield iter(Q()); yield iter([1,2]); yield iter((1,)); yield iter('ab'); yield iter('a\ud800'); yield iter(b'ab'); yield iter(bytearray(b'a'))
    yield reversed([1,2]); yield reversed((1,2)); yield reversed('ab'); yield reversed(range(3)); yield iter(range(3)); yield iter(range(2**70)); yield iter({1:2}); yield iter({1:2}.items()); yield iter({1}); yield reversed({1:2})
    yield iter(lambda:0, 0); yield iter(tuple[int]); yield iter(array.array('i',[1])); yield iter(collections.deque([1])); yield reversed(collections.deque([1]))
    yield iter(collections.OrderedDict(a=1)); yield reversed(Q()); yield enumerate('ab'); yield zip('ab'); yield map(len,'ab'); yield filter(None,'a')
    yield re.finditer('a','b'); yield iter(memoryview(b'ab'))
    yield iter([]); 
    yield [].append; yield dict.fromkeys; yield len; yield Seq().__getitem__; yield int.__add__; yield (1).__add__ ; yield int.bit_count; yield classmethod(len); yield operator.itemgetter(1); yield operator.methodcaller('x'); yield functools.partial(len)
class B:
    def __init__(s): s.asked=[]
    def __getitem__(s,k): s.asked.append(k); return {'iter':'ITER','reversed':'REV','getattr':'GETATTR','next':'NEXT'}[k]
class E:
    def __getitem__(s,k): raise ValueError(k)
code = compile("x.__reduce__()", "test", "eval")
for x in list(things()):
    for b in (types.MappingProxyType({}), {}, B(), {'iter':iter,'reversed':reversed,'getattr':getattr}, {'iter':None,'reversed':1,'getattr':2}, E(), None, 5):
        try: r = eval(code, {'__builtins__': b, 'x': x})
        except BaseException as e: r = (type(e).__name__, str(e), getattr(e,'name',0))
        r = str(r)
        print(type(x).__name__, type(b).__name__, re.sub('0x[0-9a-f]+','0x',r), getattr(b,'asked',''))
