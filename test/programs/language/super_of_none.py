"""super() of None is not bound to anything."""


class A:
    def m(self): return 'A.m'
    x = 5
class C(A):
    def m(self): return super().m()
    def y(self): return super().x
    def z(self): return super(C, self).x
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: super(C, None).x)
t(lambda: super(C, None).m())
t(lambda: super(C, None).__thisclass__)
t(lambda: super(C, None).__self__)
t(lambda: super(object, None).__repr__())
t(lambda: C.m(None)); t(lambda: C.y(None)); t(lambda: C.z(None))
t(lambda: C.m(3)); t(lambda: C().m()); t(lambda: C().y())
t(lambda: super(C, None).__get__(C(), C).x)
