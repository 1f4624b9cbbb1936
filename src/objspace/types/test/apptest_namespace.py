"""types.SimpleNamespace, and modules as objects."""

import types
from types import ModuleType, SimpleNamespace

from apptest_checks import assigned, deleted, table_check

check = table_check(globals())


class Derived(SimpleNamespace):
    pass


class MyModule(ModuleType):
    z = 5

    @property
    def p(self):
        return self.__name__ + '!'


cyclic = SimpleNamespace(a=1)
cyclic.self = cyclic
module = ModuleType('m', 'the doc')
hooked = ModuleType('hooked')
hooked.__getattr__ = lambda name: name * 2
hooked.__dir__ = lambda: ['one', 'two']
mine = MyModule('mine')
mine.x = 1


def test_namespaces():
    check(r"""
SimpleNamespace()  -->  namespace()
SimpleNamespace(a=1, b="x")  -->  namespace(a=1, b='x')
SimpleNamespace({'a': 1}, b=2)  -->  namespace(a=1, b=2)
SimpleNamespace([('a', 1)])  -->  namespace(a=1)
SimpleNamespace({1: 2})  -->  TypeError: keywords must be strings
SimpleNamespace(1)  -->  TypeError: 'int' object is not iterable
SimpleNamespace(1, 2)  -->  TypeError: SimpleNamespace expected at most 1 argument, got 2
cyclic  -->  namespace(a=1, self=namespace(...))
Derived(a=1), Derived(a=1).__dict__  -->  (Derived(a=1), {'a': 1})
SimpleNamespace(a=1) == SimpleNamespace(a=1), SimpleNamespace(a=1) == Derived(a=1), SimpleNamespace(a=1) == 1  -->  (True, True, False)
SimpleNamespace(a=1) < SimpleNamespace(a=2)  -->  TypeError: '<' not supported between instances of 'dict' and 'dict'
hash(SimpleNamespace())  -->  TypeError: unhashable type: 'types.SimpleNamespace'
SimpleNamespace(a=1).__reduce__(), Derived(a=1).__reduce__()  -->  ((<class 'types.SimpleNamespace'>, (), {'a': 1}), (<class 'apptest.Derived'>, (), {'a': 1}))
SimpleNamespace(a=1).__replace__(b=2), Derived(a=1).__replace__(b=2)  -->  (namespace(a=1, b=2), Derived(a=1, b=2))
SimpleNamespace(a=1).__replace__(1)  -->  TypeError: __replace__() takes no positional arguments
SimpleNamespace(**{'1': 2, 'a b': 3})  -->  namespace(1=2, a b=3)
SimpleNamespace(a=1).b  -->  AttributeError: 'types.SimpleNamespace' object has no attribute 'b'
assigned(SimpleNamespace(a=1), 'a', 2)  -->  2
deleted(SimpleNamespace(a=1), 'b')  -->  AttributeError: 'types.SimpleNamespace' object has no attribute 'b'
""")


def test_modules():
    check(r"""
module, module.__doc__, module.__name__, module.__package__, module.__loader__, module.__spec__  -->  (<module 'm'>, 'the doc', 'm', None, None, None)
module.__dict__  -->  {'__name__': 'm', '__doc__': 'the doc', '__package__': None, '__loader__': None, '__spec__': None}
module.foo  -->  AttributeError: module 'm' has no attribute 'foo'
ModuleType()  -->  TypeError: module() missing required argument 'name' (pos 1)
ModuleType(1)  -->  TypeError: module() argument 'name' must be str, not int
ModuleType('a', 1).__doc__  -->  1
hooked.zip, hooked.__name__, dir(hooked)  -->  ('zipzip', 'hooked', ['one', 'two'])
assigned(module, '__dict__', {})  -->  AttributeError: readonly attribute
assigned(module, 'x', 1), module.__dict__['x']  -->  (1, 1)
deleted(module, 'y')  -->  AttributeError: 'module' object has no attribute 'y'
mine, mine.x, mine.z, mine.p, mine.__dict__['x'], type(mine).__mro__  -->  (<module 'mine'>, 1, 5, 'mine!', 1, (<class 'apptest.MyModule'>, <class 'module'>, <class 'object'>))
mine.y  -->  AttributeError: module 'mine' has no attribute 'y'
vars(mine) is mine.__dict__  -->  True
module.__annotations__, '__annotations__' in module.__dict__  -->  ({}, True)
assigned(ModuleType('a'), '__annotations__', 1)  -->  1
assigned(ModuleType('a'), '__annotate__', 1)  -->  TypeError: __annotate__ must be callable or None
ModuleType.__new__(ModuleType).__dict__, ModuleType.__new__(ModuleType)  -->  ({}, <module '?'>)
ModuleType.__new__(ModuleType).foo  -->  AttributeError: module has no attribute 'foo'
""")


def replaced_by(value):
    """What `copy.replace` says of a namespace whose class then makes something else."""

    class Spam(SimpleNamespace):
        def __new__(cls, *args):
            return value if is_made else super().__new__(cls)

    is_made = False
    namespace = Spam()
    is_made = True
    return namespace.__replace__(a=1)


def test_replacing_by_something_else():
    check(r"""
replaced_by(5)  -->  TypeError: expect types.SimpleNamespace type, but apptest.replaced_by.<locals>.Spam() returned 'int' object
replaced_by(None)  -->  TypeError: expect types.SimpleNamespace type, but apptest.replaced_by.<locals>.Spam() returned 'NoneType' object
""")
