"""property, staticmethod and classmethod, and the descriptors of builtin types."""

from apptest_checks import assigned, deleted, table_check

check = table_check(globals())


class Point:
    count = 0

    def __init__(self):
        self._x = 1

    @property
    def x(self):
        """The x."""
        return self._x

    @x.setter
    def x(self, value):
        self._x = value

    @x.deleter
    def x(self):
        self._x = None

    @property
    def readonly(self):
        return 5

    @staticmethod
    def plain(a, b=2):
        """A static one."""
        return a, b

    @classmethod
    def made(cls, a):
        """A class one."""
        return cls.__name__, a

    bare = property()
    documented = property(lambda self: 1, doc='Own words')


class Derived(Point):
    pass


point = Point()


def test_property():
    check(r"""
point.x, assigned(point, 'x', 7), point.x, Point.x.__doc__, Point.documented.__doc__  -->  (1, 7, 7, 'The x.', 'Own words')
deleted(point, 'x'), point.x  -->  (None, None)
assigned(point, 'readonly', 1)  -->  AttributeError: property 'readonly' of 'Point' object has no setter
deleted(point, 'readonly')  -->  AttributeError: property 'readonly' of 'Point' object has no deleter
point.bare  -->  AttributeError: property 'bare' of 'Point' object has no getter
assigned(point, 'bare', 1)  -->  AttributeError: property 'bare' of 'Point' object has no setter
deleted(point, 'bare')  -->  AttributeError: property 'bare' of 'Point' object has no deleter
Point.x.fget.__name__, Point.x.fset is not None, Point.x.fdel is not None, Point.readonly.fset  -->  ('x', True, True, None)
Point.x.__name__, Point.readonly.__name__, Point.x.__isabstractmethod__  -->  ('x', 'readonly', False)
property(1).fget, property(doc='a').__doc__, property(fget=len).__get__([1, 2])  -->  (1, 'a', 2)
property(1, 2, 3, 4, 5)  -->  TypeError: property() takes at most 4 arguments (5 given)
property(other=1)  -->  TypeError: property() got an unexpected keyword argument 'other'
property(len).__get__(None, list).fget  -->  <built-in function len>
property(len).getter(abs).fget, property(len).setter(abs).fset, property(len).deleter(abs).fdel  -->  (<built-in function abs>, <built-in function abs>, <built-in function abs>)
Point.x.__get__(point), Point.x.__set__(point, 3), point.x, Point.x.__delete__(point)  -->  (None, None, 3, None)
property().__set_name__(1)  -->  TypeError: __set_name__() takes 2 positional arguments but 1 were given
property().__set_name__(Point, 'new')  -->  None
""")


def test_static():
    check(r"""
Point.plain(1), point.plain(1, 3), Point.plain.__name__, Point.__dict__['plain'].__doc__, Point.__dict__['plain'].__wrapped__(4)  -->  ((1, 2), (1, 3), 'plain', 'A static one.', (4, 2))
Point.__dict__['plain'](5), staticmethod(len)('abc'), staticmethod(len).__func__  -->  ((5, 2), 3, <built-in function len>)
staticmethod()  -->  TypeError: staticmethod expected 1 argument, got 0
staticmethod(1, 2)  -->  TypeError: staticmethod expected 1 argument, got 2
staticmethod(1).__get__(None, int), repr(staticmethod(len))  -->  (1, '<staticmethod(<built-in function len>)>')
staticmethod(5)()  -->  TypeError: 'int' object is not callable
Point.__dict__['plain'].__isabstractmethod__, Point.__dict__['plain'].__name__, Point.__dict__['plain'].__qualname__  -->  (False, 'plain', 'Point.plain')
""")


def test_class_methods():
    check(r"""
Point.made(1), point.made(2), Derived.made(3), Derived().made(4), Point.made.__self__, Point.__dict__['made'].__doc__  -->  (('Point', 1), ('Point', 2), ('Derived', 3), ('Derived', 4), <class 'apptest.Point'>, 'A class one.')
classmethod(len).__get__(None, Point).__self__, repr(classmethod(len)), classmethod(len).__func__  -->  (<class 'apptest.Point'>, '<classmethod(<built-in function len>)>', <built-in function len>)
classmethod()  -->  TypeError: classmethod expected 1 argument, got 0
classmethod(1)(2)  -->  TypeError: 'classmethod' object is not callable
Point.__dict__['made'].__name__, Point.__dict__['made'].__wrapped__(int, 2)  -->  ('made', ('int', 2))
Point.made()  -->  TypeError: Point.made() missing 1 required positional argument: 'a'
""")


def test_builtin():
    check(r"""
str.join, str.__len__, type.__dict__['__doc__'].__class__.__name__, dict.__dict__['fromkeys'], (1).__add__, [].append  -->  (<method 'join' of 'str' objects>, <slot wrapper '__len__' of 'str' objects>, 'getset_descriptor', <method 'fromkeys' of 'dict' objects>, <method-wrapper '__add__' of int object at 0x>, <built-in method append of list object at 0x>)
str.join('-', 'ab'), str.__len__('abc'), list.append.__objclass__, str.join.__qualname__, str.join.__name__  -->  ('a-b', 3, <class 'list'>, 'str.join', 'join')
str.join(1, 'a')  -->  TypeError: descriptor 'join' for 'str' objects doesn't apply to a 'int' object
str.__len__(1)  -->  TypeError: descriptor '__len__' requires a 'str' object but received a 'int'
str.__len__()  -->  TypeError: descriptor '__len__' of 'str' object needs an argument
str.join()  -->  TypeError: unbound method str.join() needs an argument
list.append([], 1, 2)  -->  TypeError: list.append() takes exactly one argument (2 given)
int.real.__get__(5), int.real.__objclass__, int.real.__name__  -->  (5, <class 'int'>, 'real')
assigned(5, 'real', 1)  -->  AttributeError: attribute 'real' of 'int' objects is not writable
deleted(5, 'real')  -->  AttributeError: attribute 'real' of 'int' objects is not writable
int.real.__get__('a')  -->  TypeError: descriptor 'real' for 'int' objects doesn't apply to a 'str' object
dict.__dict__['fromkeys'].__get__(None, dict)('ab')  -->  {'a': None, 'b': None}
dict.__dict__['fromkeys'].__get__(None, int)  -->  TypeError: descriptor 'fromkeys' requires a subtype of 'dict' but received 'int'
dict.__dict__['fromkeys'].__get__(1)  -->  TypeError: descriptor 'fromkeys' requires a subtype of 'dict' but received 'int'
dict.fromkeys.__self__, [].append.__self__, len.__self__.__name__, len.__module__, [].append.__module__  -->  (<class 'dict'>, [], 'builtins', 'builtins', None)
object.__init__.__get__(5).__self__, (5).__add__.__objclass__, (5).__add__(6), (5).__add__('a')  -->  (5, <class 'int'>, 11, NotImplemented)
len.__name__, len.__qualname__, len.__text_signature__, str.join.__text_signature__, [].append.__text_signature__  -->  ('len', 'len', '($module, obj, /)', '($self, iterable, /)', '($self, object, /)')
str.join == str.join, [].append == [].append, 'a'.join == 'a'.join, hash(str.join) == hash(str.join)  -->  (True, False, True, True)
""")


def test_fields_of_builtin_callables():
    check(r"""
deleted(object.__init__, '__name__')  -->  AttributeError: readonly attribute
assigned(str.upper, '__name__', 'z')  -->  AttributeError: readonly attribute
assigned(dict.__dict__['fromkeys'], '__name__', 'z')  -->  AttributeError: readonly attribute
assigned(str.upper, '__qualname__', 'z')  -->  AttributeError: attribute '__qualname__' of 'method_descriptor' objects is not writable
assigned(object.__init__, '__objclass__', int)  -->  AttributeError: readonly attribute
assigned((1).__add__, '__name__', 'z')  -->  AttributeError: attribute '__name__' of 'method-wrapper' objects is not writable
assigned((1).__add__, '__objclass__', int)  -->  AttributeError: attribute '__objclass__' of 'method-wrapper' objects is not writable
assigned(len, '__name__', 'z')  -->  AttributeError: attribute '__name__' of 'builtin_function_or_method' objects is not writable
type(type(len).__dict__['__module__']).__name__, type(type(str.upper).__dict__['__name__']).__name__, type(type(len).__dict__['__name__']).__name__  -->  ('member_descriptor', 'member_descriptor', 'getset_descriptor')
assigned(len, '__module__', 'z')  -->  'z'
deleted(len, '__module__')  -->  None
len.__module__  -->  None
assigned(len, '__module__', 'builtins')  -->  'builtins'
assigned(''.upper, '__module__', 3)  -->  3
assigned(staticmethod(len), '__dict__', {'a': 1})  -->  {'a': 1}
assigned(classmethod(len), '__dict__', 3)  -->  TypeError: __dict__ must be set to a dictionary, not a 'int'
deleted(staticmethod(len), '__dict__')  -->  TypeError: cannot delete __dict__
""")
