"""What `super()` is asked for is found where `super` stands; a name on a later line is only come by."""
import traceback,sys
class A:
    def m(self,x): return x
class B(A):
    def a(self): return super().missing
    def b(self): return super(
        ).missing
    def c(self): return super(
        ).missing(
         1)
    def d(self): return super(
        ).m(
         1/0
         )
    def e(self): return super(
        ).m()
    def f(self):
        x = super(B, self).missing
    def g(self):
        x = super(B,
              self
              ).missing.foo
    def h(self):
        x = super(int,
              self
              ).missing.foo
    def i(self):
        x = super(
           int,
              self
              ).missing(
                1).foo
    def j(self):
        return super().missing()
    def k(self):
        return super().m
    def l(self):
        return super(
           ).m
    def m2(self):
        return super(
           ).m(
             1)
for n in 'abcdefghij':
    try: getattr(B(),n)()
    except Exception as e:
        print(n,[(x.lineno-B.__dict__[n].__code__.co_firstlineno,x.end_lineno-x.lineno,x.colno,x.end_colno) for x in traceback.extract_tb(e.__traceback__)[1:]],e)
ls=[]
def t(f,e,a):
    if f.f_code.co_filename==__file__: ls.append((f.f_lineno-f.f_code.co_firstlineno,e))
    return t
for n in ['a','b','c','d','e','f','g','h','i','j','k','l','m2']:
    ls.clear(); sys.settrace(t)
    try: getattr(B(),n)()
    except Exception: pass
    sys.settrace(None); print(n,ls)
