"""types.GenericAlias: parameters, substitution, texts, attributes of the origin."""

import collections.abc
import copy
import types
from typing import Any, Callable, Generic, NoDefault, ParamSpec, TypeVar, TypeVarTuple, Unpack

from apptest_checks import table_check

check = table_check(globals())
T = TypeVar('T')
U = TypeVar('U')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')


def test_alias():
    check(r"""
list[int]  -->  list[int]
list[int, str]  -->  list[int, str]
list[T][int]  -->  list[int]
dict[T,U][int,str]  -->  dict[int, str]
dict[T,list[U]][int,str]  -->  dict[int, list[str]]
dict[T,U][int]  -->  TypeError: Too few arguments for dict[~T, ~U]; actual 1, expected at least 2
dict[T,U][int,str,str]  -->  TypeError: Too many arguments for dict[~T, ~U]; actual 3, expected 2
list[int][str]  -->  TypeError: list[int] is not a generic class
tuple[()]  -->  tuple[()]
tuple[int, ...]  -->  tuple[int, ...]
tuple[*Ts]  -->  tuple[typing.Unpack[Ts]]
tuple[int,*Ts][str,str]  -->  tuple[int, str, str]
tuple[*tuple[int,...]]  -->  tuple[*tuple[int, ...]]
list[T].__parameters__  -->  (~T,)
tuple[T,*Ts,P].__parameters__  -->  (~T, Ts, ~P)
list[int].__origin__  -->  <class 'list'>
list[int].__args__  -->  (<class 'int'>,)
list[int].__unpacked__  -->  False
list[int].append  -->  <method 'append' of 'list' objects>
list[int].__class__  -->  <class 'types.GenericAlias'>
list[int].__mro_entries__(())  -->  (<class 'list'>,)
list[int].foo  -->  AttributeError: type object 'list' has no attribute 'foo'
list[int]()  -->  []
list[int]((1,2))  -->  [1, 2]
list[int] == list[int]  -->  True
list[int] == list[str]  -->  False
hash(list[int]) == hash(list[int])  -->  True
isinstance(1, list[int])  -->  TypeError: isinstance() argument 2 cannot be a parameterized generic
issubclass(int, list[int])  -->  TypeError: issubclass() argument 2 cannot be a parameterized generic
list[int] | None  -->  list[int] | None
list[int] | int  -->  list[int] | int
list[[int,str]]  -->  list[[int, str]]
list["x"]  -->  list['x']
types.GenericAlias(list, (int,))  -->  list[int]
types.GenericAlias(list, int)  -->  list[int]
types.GenericAlias(list)  -->  TypeError: GenericAlias expected 2 arguments, got 1
types.GenericAlias(1, int)  -->  1[int]
list(iter(list[int]))  -->  [*list[int]]
list(iter(list[int]))[0].__unpacked__  -->  True
list(list[T])  -->  [*list[~T]]
list[int].__reduce__()  -->  (<class 'types.GenericAlias'>, (<class 'list'>, (<class 'int'>,)))
list(list[int])[0].__reduce__()  -->  (<built-in function next>, (<generic_alias_iterator object at 0x>,))
dir(list[int])  -->  ['__add__', '__args__', '__class__', '__class_getitem__', '__contains__', '__delattr__', '__delitem__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__getitem__', '__getstate__', '__gt__', '__hash__', '__iadd__', '__imul__', '__init__', '__init_subclass__', '__iter__', '__le__', '__len__', '__lt__', '__mro_entries__', '__mul__', '__ne__', '__new__', '__origin__', '__parameters__', '__reduce__', '__reduce_ex__', '__repr__', '__reversed__', '__rmul__', '__setattr__', '__setitem__', '__sizeof__', '__str__', '__subclasshook__', '__typing_unpacked_tuple_args__', '__unpacked__', 'append', 'clear', 'copy', 'count', 'extend', 'index', 'insert', 'pop', 'remove', 'reverse', 'sort']
list[int].__dir__  -->  <method '__dir__' of 'object' objects>
list[...]  -->  list[...]
list[None]  -->  list[None]
list[type(None)]  -->  list[None]
list[types.NoneType]  -->  list[None]
list[T|int][str]  -->  list[str | int]
list[T][T]  -->  list[~T]
list[P][int]  -->  list[(<class 'int'>,)]
list[P]  -->  list[~P]
list[Callable[P,T]][[int],str]  -->  list[typing.Callable[[int], str]]
list[Ts]  -->  list[Ts]
list[Ts][int]  -->  TypeError: Substitution of bare TypeVarTuple is not supported
list[int].__typing_unpacked_tuple_args__  -->  None
list(tuple[int,str])[0].__typing_unpacked_tuple_args__  -->  (<class 'int'>, <class 'str'>)
list[T][*Ts]  -->  TypeError: typing.Unpack[Ts] is not valid as type argument
list[*tuple[int]]  -->  list[*tuple[int]]
list[Unpack[tuple[int]]]  -->  list[typing.Unpack[tuple[int]]]
tuple[T,*Ts][*tuple[int,...]]  -->  tuple[int, *tuple[int, ...]]
tuple[*Ts,T][int]  -->  tuple[int]
tuple[*Ts,T][()]  -->  TypeError: Too few arguments for tuple[typing.Unpack[Ts], ~T]; actual 0, expected at least 1
tuple[T][()]  -->  TypeError: Too few arguments for tuple[~T]; actual 0, expected at least 1
dict[T,T][int]  -->  dict[int, int]
type[int]  -->  type[int]
types.GenericAlias(list, (Any,))  -->  list[typing.Any]
list[types.GenericAlias]  -->  list[<class 'types.GenericAlias'>]
list[collections.abc.Callable]  -->  list[collections.abc.Callable]
repr(list[int.real])  -->  "list[<attribute 'real' of 'int' objects>]"
list[lambda:0].__args__[0].__name__  -->  '<lambda>'
list[len]  -->  list[len]
list[tuple]  -->  list[tuple]
copy.copy(list[int])  -->  list[int]
copy.deepcopy(list[int])  -->  list[int]
setattr(list[int],'x',1)  -->  AttributeError: 'types.GenericAlias' object has no attribute 'x' and no __dict__ for setting new attributes
list[int].__doc__ == list.__doc__  -->  True
list[int].__module__  -->  'builtins'
list[int].__name__  -->  'list'
list[int].__qualname__  -->  'list'
type(list[int]).__name__, type(list[int]).__module__, type(list[int]).__qualname__  -->  ('GenericAlias', 'types', 'GenericAlias')
list[int].__orig_class__  -->  AttributeError: type object 'list' has no attribute '__orig_class__'
list[T].__class_getitem__  -->  <built-in method __class_getitem__ of type object at 0x>
types.GenericAlias.__call__  -->  <slot wrapper '__call__' of 'types.GenericAlias' objects>
int[int]  -->  TypeError: type 'int' is not subscriptable
list[T][1]  -->  list[1]
list["T"|int]  -->  TypeError: unsupported operand type(s) for |: 'str' and 'type'
1|list[int]  -->  TypeError: unsupported operand type(s) for |: 'int' and 'types.GenericAlias'
list[int]|"x"  -->  TypeError: unsupported operand type(s) for |: 'types.GenericAlias' and 'str'
""")
