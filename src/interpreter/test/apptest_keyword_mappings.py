"""`f(**mapping)` and `{**mapping}`: which mappings are asked for their items, and what their errors become."""

from apptest_checks import table_check


def f(a=1, **rest):
    return rest


class Raising:
    def __init__(self, error):
        self.error = error

    def keys(self):
        return ['b']

    def __getitem__(self, key):
        raise self.error


class Keys(dict):
    def keys(self):
        return ['q']


class Items(dict):
    def __iter__(self):
        return iter(['q'])

    def __getitem__(self, key):
        return 'asked'


class Twice:
    def keys(self):
        return ['b', 'b']

    def __getitem__(self, key):
        return 1


class Half:
    def __getitem__(self, key):
        return 1


class KeysFail:
    def keys(self):
        raise KeyError(3)


check = table_check(globals())


def test_errors():
    check(r"""
f(**Raising(KeyError('b')))  -->  TypeError: apptest.f() got multiple values for keyword argument 'b'
f(x=1, **Raising(KeyError('b')))  -->  TypeError: apptest.f() got multiple values for keyword argument 'b'
f(**{'x': 1}, **Raising(KeyError('b')))  -->  TypeError: apptest.f() got multiple values for keyword argument 'b'
(lambda a: a)(**Raising(KeyError('b')))  -->  TypeError: apptest.<lambda>() got multiple values for keyword argument 'b'
dict(**Raising(KeyError('b')))  -->  TypeError: dict() got multiple values for keyword argument 'b'
{**Raising(KeyError('b'))}  -->  KeyError: 'b'
f(**Raising(KeyError('b', 2)))  -->  KeyError: ('b', 2)
f(**Raising(KeyError()))  -->  KeyError: 
f(**Raising(KeyError(('b', 'c'))))  -->  TypeError: apptest.f() got multiple values for keyword argument '('b', 'c')'
f(**KeysFail())  -->  TypeError: apptest.f() got multiple values for keyword argument '3'
f(**Raising(AttributeError('b')))  -->  TypeError: apptest.f() argument after ** must be a mapping, not Raising
{**Raising(AttributeError('b'))}  -->  TypeError: 'Raising' object is not a mapping
{'a': 1, **Raising(AttributeError('b'))}  -->  TypeError: 'Raising' object is not a mapping
f(**Raising(TypeError('b')))  -->  TypeError: b
f(**Half())  -->  TypeError: apptest.f() argument after ** must be a mapping, not Half
{**Half()}  -->  TypeError: 'Half' object is not a mapping
f(**1)  -->  TypeError: apptest.f() argument after ** must be a mapping, not int
{**1}  -->  TypeError: 'int' object is not a mapping
f(**Twice())  -->  TypeError: apptest.f() got multiple values for keyword argument 'b'
f(a=2, **Twice())  -->  TypeError: apptest.f() got multiple values for keyword argument 'b'
{**Twice()}  -->  {'b': 1}
f(**{1: 2})  -->  TypeError: keywords must be strings
f(x=1, **{1: 2})  -->  TypeError: keywords must be strings
f(**{'x': 1}, **{'x': 2})  -->  TypeError: apptest.f() got multiple values for keyword argument 'x'
f(a=1, **{'a': 1})  -->  TypeError: apptest.f() got multiple values for keyword argument 'a'
""")


def test_which_are_asked():
    check(r"""
f(**Keys(z=1))  -->  {'z': 1}
{**Keys(z=1)}  -->  {'z': 1}
f(x=1, **Keys(z=1))  -->  {'x': 1, 'z': 1}
f(**Items(z=1))  -->  {'z': 'asked'}
{**Items(z=1)}  -->  {'z': 'asked'}
f(x=1, **Items(z=1))  -->  {'x': 1, 'z': 'asked'}
""")
