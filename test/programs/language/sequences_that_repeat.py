# Subclasses of sequences that have one of __mul__ and __rmul__: the other, inherited one is called as arithmetic, too.
class L(list):
    def __mul__(s,o): return 'L*'
class R(list):
    def __rmul__(s,o): return '*R'
class R2(R): pass
class T(tuple):
    def __mul__(s,o): return NotImplemented
class S(str):
    def __rmul__(s,o): return NotImplemented
class A(list):
    def __radd__(s,o): return 'radd'
class IM(list):
    def __imul__(s,o): return 'imul'
class IM2(list):
    def __mul__(s,o): return 'mul'
def t(f):
    o=[]
    for _ in range(50):
        try: r=f()
        except Exception as e: r=repr(e)
        if r not in o: o.append(r)
    print(o)
for c in (L,R,R2,T,S,A,IM,IM2):
    x=c('ab')
    print(c)
    t(lambda: 3*x); t(lambda: x*3); t(lambda: x*1.5); t(lambda: 1.5*x); t(lambda: x*x); t(lambda: x+x); t(lambda: x+1); t(lambda: 1+x); t(lambda: x+c.__base__('a')); t(lambda: c.__base__('a')+x)
    def im():
        y=c('ab'); y*=2; return y
    t(im)
    t(lambda: x.__rmul__(2)); t(lambda: x.__mul__(2))
class Q(list): pass
q=Q('a')
t(lambda: (3*q, q*3))
Q.__mul__=lambda s,o: 'new'
t(lambda: (3*q, q*3))
del Q.__mul__
t(lambda: (3*q, q*3))
Q.__rmul__=lambda s,o: 'new'
t(lambda: (3*q, q*3))
del Q.__rmul__
t(lambda: (3*q, q*3))
