"""Unions of types: making, comparison, substitution, instance checks."""

import copy
import types
from typing import Generic, Optional, TypeVar, Union

from apptest_checks import table_check

check = table_check(globals())
T = TypeVar('T')


class Unhashable(type):
    __hash__ = None


class V(metaclass=Unhashable):
    pass


def test_unions():
    check(r"""
1|Union[int,str]  -->  1 | int | str
Union[int,str]|1  -->  int | str | 1
Union[int,str]|"x"  -->  int | str | ForwardRef('x')
"x"|Union[int,str]  -->  ForwardRef('x') | int | str
Union[int,str]|[]  -->  int | str | []
Union[int,str]|None  -->  int | str | None
(int|str)|"x"  -->  int | str | ForwardRef('x')
(int|str)|1  -->  int | str | 1
int|1  -->  TypeError: unsupported operand type(s) for |: 'type' and 'int'
int|"x"  -->  TypeError: unsupported operand type(s) for |: 'type' and 'str'
None|int  -->  None | int
None|Union[int,str]  -->  None | int | str
V|int  -->  apptest.V | int
hash(V|int)  -->  TypeError: unhashable type: 'Unhashable'
Union[V,int]  -->  apptest.V | int
Union[V,V]  -->  <class 'apptest.V'>
Union[V,int]==Union[int,V]  -->  True
Union[int]  -->  <class 'int'>
Union[()]  -->  TypeError: Cannot take a Union of no types.
Union[int,int]  -->  <class 'int'>
Union  -->  <class 'typing.Union'>
Union[int, None]  -->  int | None
Union[1,2]  -->  1 | 2
Union["x"]  -->  ForwardRef('x')
Union[int,"x"]  -->  int | ForwardRef('x')
Union[T,int][str]  -->  str | int
(T|int)[str]  -->  str | int
(T|int)[int]  -->  <class 'int'>
(int|str)[int]  -->  TypeError: int | str is not a generic class
(list[T]|int)[str]  -->  list[str] | int
Union[int,str].__args__, Union[int,str].__origin__, Union[int,str].__parameters__  -->  ((<class 'int'>, <class 'str'>), <class 'typing.Union'>, ())
isinstance(1, Union[int, list[int]])  -->  True
isinstance('', Union[int, list[int]])  -->  TypeError: isinstance() argument 2 cannot be a parameterized generic
issubclass(int, int|str), issubclass(list, int|str)  -->  (True, False)
isinstance(None, int|None)  -->  True
isinstance(1, T|int)  -->  TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
type(int|str), types.UnionType is Union, Union.__module__, (int|str).__module__  -->  (<class 'typing.Union'>, True, 'typing', 'typing')
type('X',(int|str,),{})  -->  TypeError: type() doesn't support MRO entry resolution; use types.new_class()
types.new_class('X',((int|str),),{})  -->  TypeError: Cannot subclass int | str
Union()  -->  TypeError: cannot create 'typing.Union' instances
(int|str).__name__, (int|str).__qualname__  -->  ('Union', 'Union')
(int|str) == (str|int), (int|str) != (str|int), hash(int|str)==hash(str|int)  -->  (True, False, True)
(int|str) < (str|int)  -->  TypeError: '<' not supported between instances of 'typing.Union' and 'typing.Union'
(int|str).foo  -->  AttributeError: 'typing.Union' object has no attribute 'foo'
setattr(int|str,'x',1)  -->  AttributeError: 'typing.Union' object has no attribute 'x' and no __dict__ for setting new attributes
(int|str)()  -->  TypeError: 'typing.Union' object is not callable
list(int|str)  -->  TypeError: 'typing.Union' object is not iterable
int|list[int]|str|list[int]  -->  int | list[int] | str
(int|str)|(str|float)  -->  int | str | float
bool|int  -->  bool | int
(int|str).__or__(float)  -->  int | str | float
Union.__getitem__  -->  <slot wrapper '__getitem__' of 'typing.Union' objects>
Union[int,str].__class_getitem__(int)  -->  <class 'int'>
Optional[int], Optional[None]  -->  (int | None, <class 'NoneType'>)
int|type(None)  -->  int | None
type[int]|type[str]  -->  type[int] | type[str]
copy.copy(int|str), copy.deepcopy(int|str) == (int|str)  -->  (int | str, True)
(int|str).__reduce_ex__(2)  -->  TypeError: cannot pickle 'typing.Union' object
""")


class EqualToAll(type):
    __hash__ = None

    def __eq__(self, other):
        return True


class Unwilling(type):
    def __eq__(self, other):
        return 1 / 0


class Later(type):
    is_hashable = False

    def __hash__(self):
        if Later.is_hashable:
            return 1
        raise TypeError('not hashable')


A = EqualToAll('A', (), {})
B = EqualToAll('B', (), {})
X = Unwilling('X', (), {})
Y = Unwilling('Y', (), {})
L = Later('L', (), {})
M = Later('M', (), {})


def test_unhashable_members():
    check(r"""
(int|A).__args__ == (int, A)  -->  True
len((A|int).__args__)  -->  2
(int|A|str|B).__args__ == (int, A, str)  -->  True
(A|B) is A  -->  True
(A|int) == (int|B)  -->  True
(A|int) == (str|B)  -->  False
(V|int) == (int|V)  -->  True
(V|int) == (int|str)  -->  False
X|Y  -->  ZeroDivisionError: division by zero
(int|X) == (int|Y)  -->  ZeroDivisionError: division by zero
hash(int|V)  -->  TypeError: unhashable type: 'Unhashable'
hash(L|M)  -->  TypeError: not hashable
""")
    union = L | M
    Later.is_hashable = True
    try:
        hash(union)
    except TypeError as error:
        assert str(error) == 'union contains 2 unhashable elements'
    else:
        assert False
    finally:
        Later.is_hashable = False
