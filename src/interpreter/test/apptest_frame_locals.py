"""FrameLocalsProxy: the variables of a function as a mapping (PEP 667)."""

import sys

from apptest_checks import table_check

check = table_check(globals())


def made(a, b=2):
    c = 3
    return sys._getframe().f_locals


def changed():
    x = 1
    proxy = sys._getframe().f_locals
    proxy['x'] = 5
    proxy['extra'] = 6
    proxy[7] = 8
    found = x, proxy['extra'], proxy[7], 'extra' in locals(), proxy.pop('extra'), 'extra' in proxy
    del proxy[7]
    return found, len(proxy) == 3


def shown():
    me = sys._getframe().f_locals
    return repr(me)


def merged():
    x = y = 1
    proxy = sys._getframe().f_locals
    proxy |= {'x': 10}
    proxy.update({'y': 20, 'z': 30})
    return x, y, proxy['z'], proxy.setdefault('x', 5), proxy.setdefault('w', 6)


Proxy = type(made(1))


def test_reading():
    check(r"""
made(1), made(1)['a'], made(1).get('b'), made(1).get('q'), made(1).get('q', 5), 'a' in made(1), 'q' in made(1), 5 in made(1), len(made(1))  -->  ({'a': 1, 'b': 2, 'c': 3}, 1, 2, None, 5, True, False, False, 3)
list(made(1)), made(1).keys(), made(1).values(), made(1).items(), reversed(made(1)), made(1).copy(), type(made(1).copy())  -->  (['a', 'b', 'c'], ['a', 'b', 'c'], [1, 2, 3], [('a', 1), ('b', 2), ('c', 3)], ['c', 'b', 'a'], {'a': 1, 'b': 2, 'c': 3}, <class 'dict'>)
made(1)['q']  -->  KeyError: "local variable ''q'' is not defined"
made(1)[[]]  -->  TypeError: unhashable type: 'list'
[] in made(1)  -->  TypeError: unhashable type: 'list'
made(1).get()  -->  TypeError: get expected 1 or 2 arguments
made(1).get(1, 2, 3)  -->  TypeError: get expected 1 or 2 arguments
made(1) == made(1), made(1) == {'a': 1, 'b': 2, 'c': 3}, made(1) != {}, made(1) | {'z': 1}, {'z': 1} | made(1)  -->  (False, True, True, {'a': 1, 'b': 2, 'c': 3, 'z': 1}, {'z': 1, 'a': 1, 'b': 2, 'c': 3})
made(1) | [1]  -->  TypeError: unsupported operand type(s) for |: 'FrameLocalsProxy' and 'list'
made(1) < {}  -->  TypeError: '<' not supported between instances of 'dict' and 'dict'
hash(made(1))  -->  TypeError: unhashable type: 'FrameLocalsProxy'
made(1).clear  -->  AttributeError: 'FrameLocalsProxy' object has no attribute 'clear'
made(1).popitem  -->  AttributeError: 'FrameLocalsProxy' object has no attribute 'popitem'
shown()  -->  "{'me': {...}}"
""")


def test_writing():
    check(r"""
changed()  -->  ((5, 6, 8, True, 6, False), True)
merged()  -->  (10, 20, 30, 10, 6)
made(1).pop('a')  -->  ValueError: cannot remove local variables from FrameLocalsProxy
made(1).pop('q')  -->  KeyError: 'q'
made(1).pop('q', 1)  -->  1
made(1).pop()  -->  TypeError: pop expected at least 1 argument, got 0
made(1).setdefault()  -->  TypeError: setdefault expected 1 or 2 arguments
made(1).update(1)  -->  TypeError: update() argument must be dict or another FrameLocalsProxy
made(1).update([(1, 2)])  -->  TypeError: update() argument must be dict or another FrameLocalsProxy
made(1).__delitem__('a')  -->  ValueError: cannot remove local variables from FrameLocalsProxy
made(1).__delitem__('q')  -->  KeyError: 'q'
made(1).__ior__([1])  -->  NotImplemented
Proxy()  -->  TypeError: FrameLocalsProxy expected 1 argument, got 0
Proxy(1)  -->  TypeError: expect frame, not int
Proxy(sys._getframe()).__class__  -->  <class 'FrameLocalsProxy'>
Proxy(sys._getframe(), 1)  -->  TypeError: FrameLocalsProxy expected 1 argument, got 2
""")


class LooksLikeA:
    def __hash__(self):
        return hash('a')

    def __eq__(self, other):
        return other == 'a'


def written(key):
    a = 1
    proxy = sys._getframe().f_locals
    proxy[key] = 2
    return a, list(proxy)[:3]


def test_keys_that_equal_names():
    check(r"""
written(LooksLikeA()) == (2, ['key', 'a', 'proxy'])  -->  True
made(1)[LooksLikeA()]  -->  1
LooksLikeA() in made(1)  -->  True
made(1).pop(LooksLikeA())  -->  ValueError: cannot remove local variables from FrameLocalsProxy
""")
