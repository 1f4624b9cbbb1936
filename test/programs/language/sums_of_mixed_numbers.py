"""Sums of ints, floats and complex numbers: what is compensated, and from where on no more."""
import random
class I(int):
    def __radd__(s,o): return ('I',o)
    def __add__(s,o): return 'Ia'
class F(float):
    def __radd__(s,o): return o+float(s)
class C(complex): pass
def t(*xs,start=0):
    try: print(repr(sum(iter(xs),start)))
    except Exception as e: print(repr(e))
z=[0.1]*10
t(*z); t(*z,True,*z); t(*z,2**60+1,*z,-2**60); t(*z,2**62,*z,-2**62); t(*z,2**63,*z,-2**63); t(*z,2**64,*z,-2**64); t(*z,2**80,*z,-2**80,*z)
t(*z,2**63-1,*z,-2**63,*z); t(*z,-2**63,*z,2**62,*z,2**62)
t(1e16,1.0,2**53+1,-1e16,1.0)
t(2**64,*z,-2.0**64,*z); t(2**63,-2**63,*z); t(2**63-1,1,-2**63,*z); t(2**62,2**62,-2**63,*z); t(*z,start=2**63); t(2**53,2**53,*z,-2.0**54,*z);t(2**62,1,*z,-2.0**62,*z)
t(True,*z); t(*z,I(1)); t(I(1),*z); t(*z,F(.1),*z); t(F(.1),*z); t(*z,start=F(.1)); t(*z,start=True); t(*z,start=I(0)); t(*z,True,True)
t(*z,.1j,*z); t(.1j,*z,*z); t(*z,.1j,2**64,*z); t(*z,.1j,2**60,*z,-2**60); t(.1j,*z,True,F(.1),I(2),*z); t(C(.1j),*z); t(.1j,C(.1j),*z); t(*z,start=C(0)); t(*z,.1j,C(1),*z)
from fractions import Fraction
from decimal import Decimal
t(Fraction(1,3),*z); t(*z,Fraction(1,3),*z); t(*z,Fraction(1,3),.1j,*z); t(Decimal(1),*z)
t(*z,10**400); t(.1j,10**400); t(10**400,*z); t(10**400,.1j); t(1e308,1e308,-1e308); t(1e308,10**308,10**308); t(float('inf'),2**70,float('-inf')); t(*z,10**308,*z,-10**308)
random.seed(3)
for k in range(150):
    n=random.choice([5,20,60])
    xs=[random.choice([lambda:random.random(),lambda:random.randrange(-10**6,10**6),lambda:random.uniform(-1e17,1e17),lambda:random.randrange(-2**63,2**63),lambda:random.choice([True,False]),lambda:random.randrange(-2**66,2**66) if k%2 else 1,lambda:random.random()*1j if k%3==0 else 2.5, lambda:F(.3) if k%5==0 else .7,lambda:C(1+.3j) if k%7==0 else .7])() for _ in range(n)]
    print(k,repr(sum(xs)),repr(sum(tuple(xs))),repr(sum(iter(xs),.5)),repr(sum((x for x in xs),2**62)))
    print(repr(sum(x for x in xs if type(x)is not complex)), repr(sum(xs[:3],xs[0])))
