"""Attributes that are deleted again: the one that came last, others, floats, of many names; in loops that are compiled."""
import copy, pickle
class A:
    def __init__(self,a,b): self.a=a; self.b=b
class S(A):
    __slots__=('q','r')
class E(Exception): pass
def show(o): return list(vars(copy.copy(o)).items())
for C in (A,S):
    o=C(1,2)
    for v in (1,2.5,'x',None,1.5):
        o.z=v; assert o.z==v; del o.z
        try: o.z
        except AttributeError as e: print(e)
        try: del o.z
        except AttributeError as e: print(e)
    o.c=1;o.d=2.0;o.e=3.0;o.f=4;o.g=5
    del o.g; del o.f; del o.e; print(show(o)); o.e=7; print(show(o)); del o.d; print(show(o)); o.d=1; print(show(o), o.__dict__)
    o.__dict__['k']=1; del o.k; print(o.__dict__)
    if C is S: o.q=1; o.r=2; del o.q; o.q=5; print(o.q,o.r)
e=E(1); e.x=1; del e.x; e.x=2.0; print(e.__dict__); del e.x; print(e.__dict__, hasattr(e,'x'))
def loop(n):
    o=A(1,2); t=0
    for i in range(n):
        o.z=i; t+=o.z; del o.z
        if hasattr(o,'z'): print('bad')
    return t, list(o.__dict__)
print(loop(20000))
def loopf(n):
    o=A(1.0,2); t=0
    for i in range(n):
        o.z=i*0.5; o.y=1; t+=o.z+o.y; del o.y; del o.z
        o.y='s'; o.z=3 if i%1000==999 else 2.5; t+=o.z; del o.z; del o.y
    return t, list(o.__dict__)
print(loopf(20000))
def many(n):
    o=A(1,2)
    for i in range(n): setattr(o,'n%d'%i,i); delattr(o,'n%d'%i)
    return vars(o)
print(many(5000))
class W: pass
o=A(1,2); o.z=3; p=pickle.loads(pickle.dumps(o)); del p.z; print(vars(p),vars(o))
for i in range(30):
    o=A(1,2)
    setattr(o,'m%d'%(i%20),i); delattr(o,'m%d'%(i%20)); o.t=1.5; print(sorted(vars(o).items())==[('a',1),('b',2),('t',1.5)],end=' ')
print()
o=A(1,2); d=vars(o); o.z=1; del o.z; print(d); 
o=A(1,2); o.z=1; o.__class__=type('B',(A,),{}); del o.z; o.z=2; print(vars(o))
