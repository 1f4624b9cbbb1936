"""type and object: attributes of classes, making them by call, what objects have by default."""

from apptest_checks import assigned, deleted, table_check

check = table_check(globals())


class Base:
    """Doc of the base."""

    y = 1


class Meta(type):
    def __call__(cls, *args, **keywords):
        return 'called', args, keywords


class Slotted:
    __slots__ = ('a', 'b')


class Unfit:
    @property
    def __eq__(self):
        raise AttributeError('no comparison')

    @property
    def __lt__(self):
        raise ValueError('no order')


class Sub(Base):
    pass


class Made(metaclass=Meta):
    pass


def test_calls():
    check(r"""
type(1), type(type), type('C', (), {}).__name__, type('C', (Base,), {'z': 2}).z, type('C', (Base,), {}).y  -->  (<class 'int'>, <class 'type'>, 'C', 2, 1)
type()  -->  TypeError: type() takes 1 or 3 arguments
type(1, 2)  -->  TypeError: type() takes 1 or 3 arguments
type(1, 2, 3)  -->  TypeError: type.__new__() argument 1 must be str, not int
type('C', 1, {})  -->  TypeError: type.__new__() argument 2 must be tuple, not int
type('C', (), 1)  -->  TypeError: type.__new__() argument 3 must be dict, not int
type('C', (1,), {})  -->  TypeError: metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
type('C', (bool,), {})  -->  TypeError: type 'bool' is not an acceptable base type
type('a\0b', (), {})  -->  ValueError: type name must not contain null characters
type('C', (Base, object), {}).__mro__[1:], type('C', (), {}).__bases__  -->  ((<class 'apptest.Base'>, <class 'object'>), (<class 'object'>,))
type('C', (object, Base), {})  -->  TypeError: Cannot create a consistent method resolution order (MRO) for bases object, Base
type('C', (Base, Base), {})  -->  TypeError: duplicate base class Base
type('C', (), {'__slots__': ['a', 'a b']})  -->  TypeError: __slots__ must be identifiers
type('C', (), {'__slots__': 'a', 'a': 1})  -->  ValueError: 'a' in __slots__ conflicts with class variable
type('C', (int,), {'__slots__': ['a']})  -->  TypeError: nonempty __slots__ not supported for subtype of 'int'
Made(1, k=2), Slotted().__class__  -->  (('called', (1,), {'k': 2}), <class 'apptest.Slotted'>)
type.__call__(Made)  -->  <apptest.Made object at 0x>
object(1)  -->  TypeError: object() takes no arguments
object.__new__()  -->  TypeError: object.__new__(): not enough arguments
object.__new__(1)  -->  TypeError: object.__new__(X): X is not a type object (int)
object.__new__(int)  -->  TypeError: object.__new__(int) is not safe, use int.__new__()
int.__new__(str)  -->  TypeError: int.__new__(str): str is not a subtype of int
Base(1)  -->  TypeError: Base() takes no arguments
""")


def test_attributes():
    check(r"""
Base.__name__, Base.__qualname__, Base.__module__, Base.__doc__, Sub.__doc__, Base.__base__, Sub.__mro__, Base.__dict__['y']  -->  ('Base', 'Base', 'apptest', 'Doc of the base.', None, <class 'object'>, (<class 'apptest.Sub'>, <class 'apptest.Base'>, <class 'object'>), 1)
Base.__basicsize__ > 0, Base.__itemsize__, Base.__dictoffset__ != 0, Base.__weakrefoffset__ != 0, Slotted.__dictoffset__  -->  (True, 0, True, True, 0)
bool.__subclasses__(), type.__flags__ & 1 << 9, bool.__flags__ & 1 << 10, int.__flags__ & 1 << 10 > 0  -->  ([], 0, 0, True)
assigned(Base, 'y', 3), Base.y, deleted(Base, 'y')  -->  (3, 3, None)
Base.nothing  -->  AttributeError: type object 'Base' has no attribute 'nothing'
deleted(Base, 'nothing')  -->  AttributeError: type object 'Base' has no attribute 'nothing'
assigned(int, 'y', 1)  -->  TypeError: cannot set 'y' attribute of immutable type 'int'
deleted(int, 'real')  -->  TypeError: cannot set 'real' attribute of immutable type 'int'
assigned(Base, '__name__', 'New'), Base.__name__, assigned(Base, '__name__', 'Base')  -->  ('New', 'New', 'Base')
assigned(Base, '__name__', 1)  -->  TypeError: can only assign string to Base.__name__, not 'int'
deleted(Base, '__name__')  -->  TypeError: cannot delete '__name__' attribute of immutable type 'Base'
assigned(Base, '__bases__', ())  -->  TypeError: can only assign non-empty tuple to Base.__bases__, not ()
assigned(Base, '__bases__', (int,))  -->  TypeError: __bases__ assignment: 'int' object layout differs from 'object'
assigned(Base, '__dict__', {})  -->  AttributeError: attribute '__dict__' of 'type' objects is not writable
Base.__text_signature__, int.__annotations__  -->  AttributeError: type object 'int' has no attribute '__annotations__'
type(Base.__dict__), Base.__dict__.keys() >= {'__doc__', '__module__'}  -->  (<class 'mappingproxy'>, True)
Base.__or__(int), Base | None, int | str | None, isinstance(1, int | str), issubclass(bool, int | str)  -->  (apptest.Base | int, apptest.Base | None, int | str | None, True, True)
Base.mro(), type.mro(Sub)[0], type.__prepare__(), type.__prepare__('a', (), x=1)  -->  ([<class 'apptest.Base'>, <class 'object'>], <class 'apptest.Sub'>, {}, {})
isinstance(1, (int, (str, float))), issubclass(bool, (str, int)), isinstance(True, type), isinstance(int, type)  -->  (True, True, False, True)
isinstance(1, 1)  -->  TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
issubclass(1, int)  -->  TypeError: issubclass() arg 1 must be a class
issubclass(int, 1)  -->  TypeError: issubclass() arg 2 must be a class, a tuple of classes, or a union
isinstance(1, list[int])  -->  TypeError: isinstance() argument 2 cannot be a parameterized generic
""")


def test_slots():
    check(r"""
assigned(Slotted(), 'a', 5), hasattr(Slotted(), 'b')  -->  (5, False)
Slotted().a  -->  AttributeError: 'apptest.Slotted' object has no attribute 'a'
assigned(Slotted(), 'c', 1)  -->  AttributeError: 'Slotted' object has no attribute 'c' and no __dict__ for setting new attributes
Slotted.a, Slotted.a.__name__, Slotted.a.__objclass__  -->  (<member 'a' of 'Slotted' objects>, 'a', <class 'apptest.Slotted'>)
Slotted().__dict__  -->  AttributeError: 'Slotted' object has no attribute '__dict__'
Slotted.a.__get__(1)  -->  TypeError: descriptor 'a' for 'Slotted' objects doesn't apply to a 'int' object
Slotted().__getstate__(), Slotted.__slots__  -->  (None, ('a', 'b'))
""")


def test_objects():
    check(r"""
object().__eq__(1), object().__ne__(1), object().__lt__(1), object() == object(), object().__hash__() is not None  -->  (NotImplemented, NotImplemented, NotImplemented, False, True)
object().__repr__()[:17], str(object())[:17], object().__format__(''), object().__sizeof__() > 0  -->  ('<object object at', '<object object at', '<object object at 0x>', True)
object().__format__('x')  -->  TypeError: unsupported format string passed to object.__format__
object().__reduce_ex__(2)[1], object().__reduce__()[1]  -->  ((<class 'object'>,), (<class 'object'>, <class 'object'>, None))
object().__dir__() == object.__dir__(object()), object().__init_subclass__(), object().__subclasshook__()  -->  TypeError: object.__subclasshook__() takes exactly one argument (0 given)
object().x  -->  AttributeError: 'object' object has no attribute 'x'
assigned(object(), 'x', 1)  -->  AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
deleted(object(), 'x')  -->  AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
assigned(Base(), '__class__', Sub).__name__, assigned(Sub(), '__class__', Base).__name__  -->  ('Sub', 'Base')
assigned(Base(), '__class__', int)  -->  TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
assigned(Base(), '__class__', 1)  -->  TypeError: __class__ must be set to a class, not 'int' object
assigned(1, '__class__', int)  -->  TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
object.__init__()  -->  TypeError: descriptor '__init__' of 'object' object needs an argument
object.__init__(Base(), 1)  -->  TypeError: Base.__init__() takes exactly one argument (the instance to initialize)
object.__getattribute__(Base(), 'nope')  -->  AttributeError: 'Base' object has no attribute 'nope'
object.__setattr__(1, 'x', 2)  -->  AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
object.__getattribute__(1)  -->  TypeError: expected 1 argument, got 0
Base().__getstate__(), assigned(Base(), 'k', 2)  -->  (None, 2)
""")


def test_comparisons_without_a_method():
    unfit = Unfit()
    assert unfit == unfit and unfit != Unfit() and not unfit == 1
    try:
        unfit < unfit
    except ValueError as error:
        assert str(error) == 'no order'
    else:
        assert False
