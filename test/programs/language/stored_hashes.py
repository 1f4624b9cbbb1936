"""How often operations on sets and dictionaries ask for hashes and compare: entries keep their hashes."""

class K:
    n = 0
    def __init__(self, v): self.v = v
    def __hash__(self):
        K.n += 1
        return hash(self.v)
    def __eq__(self, o):
        K.e = getattr(K, 'e', 0) + 1
        return isinstance(o, K) and self.v == o.v
def count(name, f, *a):
    K.n = 0; K.e = 0
    f(*a)
    print(f'{name:30} hash {K.n:3} eq {K.e:3}')
def mk(lo, hi): return [K(i) for i in range(lo, hi)]
ks = mk(0, 10); ls = mk(5, 15)
S = lambda x: set(x); F = frozenset
s1, s2 = set(ks), set(ls); f1 = frozenset(ks); d1 = dict.fromkeys(ks, 1); d2 = dict.fromkeys(ls, 2); same=set(ks[3:])
import operator as op, copy, collections
for on in ('or_', 'and_', 'sub', 'xor', 'le', 'ge', 'lt', 'gt', 'eq'):
    for n, a, b in (('ss', s1, s2), ('sf', s2, f1), ('s same', s1, same)):
        count(on + ' ' + n, getattr(op, on), a, b)
for on in ('union', 'intersection', 'difference', 'symmetric_difference', 'issubset', 'issuperset', 'isdisjoint'):
    for n, a, b in (('ss', s1, s2), ('sd', s1, d2), ('sf', s2, f1), ('skeys', s1, d2.keys())):
        count(on + ' ' + n, getattr(a, on), b)
for on in ('update', 'intersection_update', 'difference_update', 'symmetric_difference_update'):
    for n, b in (('s', s2), ('d', d2), ('f', f1), ('keys', d2.keys())):
        t = set(s1)
        count(on + ' ' + n, getattr(t, on), b)
for on in ('ior', 'iand', 'isub', 'ixor'):
    t = set(s1)
    count(on, getattr(op, on), t, s2)
count('copy', s1.copy)
count('set(set)', set, s1); count('set(dict)', set, d1); count('frozenset(set)', frozenset, s1); count('frozenset(dict)', frozenset, d1); count('set(keys)', set, d1.keys()); count('set(list)', set, ks)
count('dict(dict)', dict, d1); count('dict.copy', d1.copy); count('fromkeys set', dict.fromkeys, s1); count('fromkeys dict', dict.fromkeys, d1); count('fromkeys fset', dict.fromkeys, f1)
t = dict(d1); count('dict.update dict', t.update, d2)
t = dict(d1); count('dict |= dict', op.ior, t, d2)
count('dict | dict', op.or_, d1, d2)
count('{**a,**b}', lambda: {**d1, **d2})
count('{*a,*b}', lambda: {*s1, *s2})
count('dict == ', op.eq, d1, dict(d1)); count('dict ==2 ', op.eq, d1, {k: 1 for k in mk(0,10)})
count('keys &', op.and_, d1.keys(), d2.keys()); count('keys | ', op.or_, d1.keys(), d2.keys()); count('keys - ', op.sub, d1.keys(), d2.keys()); count('keys ^', op.xor, d1.keys(), d2.keys())
count('keys & set', op.and_, d1.keys(), s2); count('keys <=', op.le, d1.keys(), s1); count('keys == ', op.eq, d1.keys(), s1)
t = set(s1); count('pop', t.pop); t = dict(d1); count('popitem', t.popitem)
t = dict(d1); count('clear', t.clear)
count('grow', lambda: [set(mk(0, 100)) and None])
t = set(s1); count('grow2', lambda: t.update(s2))
count('copy.copy', copy.copy, s1)
count('set in set', lambda: s1 in {frozenset([1])})
count('hash fs', hash, F(ks)); f=F(s1); count('hash fs', hash, f); count('hash fs again', hash, f)
class SS(set): pass
class DD(dict): pass
count('SS(set)', SS, s1); x=SS(s1); count('SS |', op.or_, x, s2); count('set(SS)', set, x); y=DD(d1); count('DD.update', DD(d1).update, d2); count('set(DD)', set, y); count('dict(DD)', dict, y); count('dict.update(DD)', dict(d1).update, y)
count('remove', lambda: set(s1).remove(ks[0])); count('discard set-arg', lambda: {F([1])}.discard({1}))
count('Counter dup', collections.Counter, ks + ks); count('Counter eq', collections.Counter, ks + mk(0,10))
m=[1,2,'a',(1,2),None]+ks
count('k', lambda: {1:2}.keys() | s1); count('k2', lambda: s1 | {1:2}.keys()) ; count('k3', lambda: dict.fromkeys(m).keys() & set(m)); count('k4', lambda: d1.keys() - {1}); count('items', lambda: d1.items() & d1.items()); count('items |', lambda: d1.items() | d2.items())
print(sorted(map(str, set(['a',1]).intersection(['a', 1, 2]))), {1,2}.isdisjoint({3}), {1,2}.isdisjoint({2,3,4}), {'a'}.isdisjoint({'a',1}))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: collections.Counter([[]])); t(lambda: collections.Counter([1,[]])); t(lambda: {1}.intersection([[]])); t(lambda: set().intersection([[]])); t(lambda: {1}.isdisjoint([[]])); t(lambda: collections.Counter('abcab')); t(lambda: collections.Counter([1,True,1.0,2]))
class Bad:
    def __hash__(s): return 5
    def __eq__(s,o): raise ValueError('eq')
b1,b2=Bad(),Bad()
t(lambda: {b1}.isdisjoint({b2})); t(lambda: {b1}&{b2}); t(lambda: {b1}.intersection([b2])); t(lambda: {b1}.intersection([b1])=={b1}); t(lambda: {b1:1}.keys()|{b2})
class Evil:
    def __init__(s, t): s.t=t
    def __hash__(s): return 7
    def __eq__(s,o):
        for x in s.t: x.clear()
        return False
S1=set(); e=[Evil([S1]) for _ in range(5)]; S1.update(e); S2=set([Evil([S1]) for _ in range(3)])
t(lambda: S1.isdisjoint(S2)); 
S1=set(); e=[Evil([S1]) for _ in range(5)]; S1.update(e); t(lambda: len(S1.intersection([Evil([S1]), e[0]])))
M=set(range(5)); N=set(range(3,8))|s2
for o in (op.or_, op.and_, op.sub, op.xor, op.le, op.eq): count('mx '+o.__name__, o, M, s1); count('mx2 '+o.__name__, o, s1, M); count('mx3 '+o.__name__, o, M, N); count('mx4 '+o.__name__, o, N, M); count('mx5 '+o.__name__, o, {1}, {ks[1]}); count('mx6 '+o.__name__, o, {ks[1]},{1})
for o in ('update','difference_update','intersection_update','symmetric_difference_update'): t=set(M); count('m '+o, getattr(t,o), s1); t=set(M); count('m '+o, getattr(t,o), d1)
class EqInt:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return o==s.v
print(len({1,2}&{EqInt(1)}) , {1,2}-{EqInt(1)}, {1,2}>={EqInt(1)}, len({1,2}|{EqInt(1)}), len({1,2}^{EqInt(1),EqInt(3)}), {1,2}.isdisjoint({EqInt(1)}))
