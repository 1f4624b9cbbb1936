# __getattribute__ that is a builtin method of a type from which the class does not derive, or another method, is called as it is.
import collections
class P:
    def __init__(self): self.x=1
class A(P): __getattribute__ = list.__mul__
class B(P): __getattribute__ = dict.__getitem__
class C(dict): __getattribute__ = dict.__getitem__
class D(P): __getattribute__ = str.upper
class E(P): __getattribute__ = len
class F(P): __getattribute__ = object.__repr__
class G(P): __getattribute__ = type.__getattribute__
class H(P): __getattribute__ = super.__getattribute__
class I(P): __getattribute__ = 5
class J(P): __getattribute__ = object.__getattribute__
class K(collections.UserDict): __getattribute__ = list.__mul__
for c in (A,B,C,D,E,F,G,H,I,J,K):
    for f in (lambda o: o.x, lambda o: getattr(o,'x',5), lambda o: o.m(), lambda o: hasattr(o,'x'), lambda o: list(o), lambda o: o['data'], lambda o: len(o), lambda o: str(o)[:5], lambda o: vars(o), lambda o: o.__class__, lambda o: isinstance(o, int)):
        try: o=c()
        except Exception as e: print('make', type(e).__name__, e); break
        for _ in range(3):
            try: r=f(o)
            except Exception as e: r=type(e).__name__, str(e)
        print(c.__name__, r)
