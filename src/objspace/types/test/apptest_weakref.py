"""Weak references and proxies to objects that are alive."""

import _weakref
import weakref

from apptest_checks import assigned, table_check

check = table_check(globals())


class C:
    def __bool__(self):
        return False

    def __len__(self):
        return 3

    def f(self):
        return 5

    def __call__(self):
        return 7

    def __add__(self, other):
        return 'add', other

    def __radd__(self, other):
        return 'radd', other

    def __eq__(self, other):
        return True

    __hash__ = lambda self: 1


class Plain:
    pass


class Slotted:
    __slots__ = ()


class WithWeakref:
    __slots__ = ('__weakref__',)


class Reference(weakref.ref):
    pass


c = C()
plain = Plain()
callback = lambda reference: None
r = weakref.ref(c)
r2 = weakref.ref(c, callback)
p = weakref.proxy(c)
pp = weakref.proxy(plain)


def test_references():
    check(r"""
r is weakref.ref(c), r2 is weakref.ref(c, callback), r() is c  -->  (True, False, True)
r.__callback__, r2.__callback__ is callback  -->  (None, True)
r == r2, r != r2, hash(r)  -->  (True, False, 1)
weakref.ref(1)  -->  TypeError: cannot create weak reference to 'int' object
weakref.ref()  -->  TypeError: __new__ expected at least 1 argument, got 0
weakref.ref(c, callback, 3)  -->  TypeError: __new__ expected at most 2 arguments, got 3
weakref.ref(c, x=1)  -->  TypeError: ref() takes no keyword arguments
weakref.ref([])  -->  TypeError: cannot create weak reference to 'list' object
weakref.ref("x")  -->  TypeError: cannot create weak reference to 'str' object
weakref.ref(None)  -->  TypeError: cannot create weak reference to 'NoneType' object
weakref.ref(())  -->  TypeError: cannot create weak reference to 'tuple' object
weakref.ref({})  -->  TypeError: cannot create weak reference to 'dict' object
weakref.ref(object())  -->  TypeError: cannot create weak reference to 'object' object
weakref.ref(1.0)  -->  TypeError: cannot create weak reference to 'float' object
weakref.ref(ValueError())  -->  TypeError: cannot create weak reference to 'ValueError' object
weakref.ref(Slotted())  -->  TypeError: cannot create weak reference to 'Slotted' object
type(weakref.ref(WithWeakref())), type(weakref.ref(len)), type(weakref.ref(int)), type(weakref.ref(set()))  -->  (<class 'weakref.ReferenceType'>, <class 'weakref.ReferenceType'>, <class 'weakref.ReferenceType'>, <class 'weakref.ReferenceType'>)
type(Reference(c)), Reference(c) is Reference(c), Reference(c)() is c  -->  (<class 'apptest.Reference'>, False, True)
weakref.ref.__class_getitem__(int)  -->  weakref.ReferenceType[int]
r(1)  -->  TypeError: weakref expected 0 arguments, got 1
r < r2  -->  TypeError: '<' not supported between instances of 'weakref.ReferenceType' and 'weakref.ReferenceType'
weakref.getweakrefcount(Plain()), weakref.getweakrefs(Plain())  -->  (0, [])
_weakref._remove_dead_weakref({}, 1), _weakref._remove_dead_weakref({1: r}, 1)  -->  (None, None)
""")


def test_proxies():
    check(r"""
type(p), type(pp), p.f(), bool(p), len(p), p + 1, 2 + p, p()  -->  (<class 'weakref.CallableProxyType'>, <class 'weakref.ProxyType'>, 5, False, 3, ('add', 1), ('radd', 2), 7)
str(p) == str(c), p == c, p is c, weakref.proxy(c) is p  -->  (True, True, False, True)
hash(p)  -->  TypeError: unhashable type: 'weakref.CallableProxyType'
weakref.proxy(p)  -->  TypeError: cannot create weak reference to 'weakref.CallableProxyType' object
isinstance(p, C), p.__class__  -->  (True, <class 'apptest.C'>)
pp()  -->  TypeError: 'weakref.ProxyType' object is not callable
pp.x  -->  AttributeError: 'Plain' object has no attribute 'x'
assigned(pp, 'zz', 1), plain.zz  -->  (1, 1)
next(p)  -->  TypeError: Weakref proxy referenced a non-iterator 'C' object
p[0]  -->  TypeError: 'C' object is not subscriptable
iter(p)  -->  TypeError: 'C' object is not iterable
""")
