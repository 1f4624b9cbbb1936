"""_weakref: references and proxies by the names of `weakref`."""

import _weakref

from apptest_checks import assigned, table_check

check = table_check(globals())


class Thing:
    value = 1


thing = Thing()
reference = _weakref.ref(thing)
proxy = _weakref.proxy(thing)
numbers = {1, 2}


def test_references():
    check(r"""
reference() is thing, _weakref.ref(thing) is reference, _weakref.getweakrefcount(thing) >= 1, reference in _weakref.getweakrefs(thing)  -->  (True, True, True, True)
_weakref.ref(1)  -->  TypeError: cannot create weak reference to 'int' object
_weakref.ref('a')  -->  TypeError: cannot create weak reference to 'str' object
_weakref.ref([])  -->  TypeError: cannot create weak reference to 'list' object
_weakref.ref({})  -->  TypeError: cannot create weak reference to 'dict' object
_weakref.ref(())  -->  TypeError: cannot create weak reference to 'tuple' object
_weakref.ref(None)  -->  TypeError: cannot create weak reference to 'NoneType' object
_weakref.ref(object())  -->  TypeError: cannot create weak reference to 'object' object
_weakref.ref(5.5)  -->  TypeError: cannot create weak reference to 'float' object
_weakref.ref(iter([]))  -->  TypeError: cannot create weak reference to 'list_iterator' object
_weakref.ref(slice(1))  -->  TypeError: cannot create weak reference to 'slice' object
_weakref.ref(numbers)() is numbers, _weakref.ref(Thing)() is Thing, _weakref.ref(len)() is len, _weakref.ref(type(thing).__init__) is not None  -->  TypeError: cannot create weak reference to 'wrapper_descriptor' object
_weakref.ref()  -->  TypeError: __new__ expected at least 1 argument, got 0
_weakref.ref(thing, 1, 2)  -->  TypeError: __new__ expected at most 2 arguments, got 3
_weakref.ref(thing, callback=None)  -->  TypeError: ref() takes no keyword arguments
proxy.value, assigned(proxy, 'other', 5), thing.other, type(proxy), isinstance(proxy, Thing)  -->  (1, 5, 5, <class 'weakref.ProxyType'>, True)
hash(proxy)  -->  TypeError: unhashable type: 'weakref.ProxyType'
_weakref.proxy(1)  -->  TypeError: cannot create weak reference to 'int' object
_weakref.proxy(len).__class__, type(_weakref.proxy(len)), _weakref.proxy(len)('abc')  -->  (<class 'builtin_function_or_method'>, <class 'weakref.CallableProxyType'>, 3)
proxy.nothing  -->  AttributeError: 'Thing' object has no attribute 'nothing'
_weakref.getweakrefcount(1), _weakref.getweakrefs(1)  -->  (0, [])
reference == _weakref.ref(thing), hash(reference) == hash(thing), reference.__callback__, _weakref.ReferenceType is _weakref.ref  -->  (True, True, None, True)
_weakref.ProxyType()  -->  TypeError: cannot create 'weakref.ProxyType' instances
_weakref.CallableProxyType()  -->  TypeError: cannot create 'weakref.CallableProxyType' instances
""")

def test_order():
    """The shared ones come first, then the newest; `__weakref__` is the first."""

    class Plain:
        pass

    class Slotted:
        __slots__ = ('__weakref__',)

    for kind in Plain, Slotted:
        thing = kind()
        assert thing.__weakref__ is None
        older = _weakref.ref(thing, repr)
        newer = _weakref.ref(thing, repr)
        assert [found is wanted for found, wanted in zip(_weakref.getweakrefs(thing), [newer, older])] == [True, True]
        assert thing.__weakref__ is newer
        proxy = _weakref.proxy(thing)
        shared = _weakref.ref(thing)
        wanted = [shared, proxy, newer, older]
        assert [id(reference) for reference in _weakref.getweakrefs(thing)] == [id(reference) for reference in wanted]
        assert thing.__weakref__ is shared
