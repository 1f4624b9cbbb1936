"""_typing: what `typing` is built on."""

import _typing
import typing

from apptest_checks import table_check

check = table_check(globals())


def test_names():
    check(r"""
sorted(name for name in dir(_typing) if not name.startswith('__'))  -->  ['Generic', 'NoDefault', 'ParamSpec', 'ParamSpecArgs', 'ParamSpecKwargs', 'TypeAliasType', 'TypeVar', 'TypeVarTuple', 'Union', '_idfunc']
_typing._idfunc(5), _typing.TypeVar is typing.TypeVar, _typing.Union is typing.Union, _typing.NoDefault  -->  (5, True, True, typing.NoDefault)
_typing._idfunc()  -->  TypeError: _typing._idfunc() takes exactly one argument (0 given)
_typing.TypeVar('T').__name__, _typing.TypeVar('T', bound=int).__bound__, _typing.TypeVar('T', int, str).__constraints__  -->  ('T', <class 'int'>, (<class 'int'>, <class 'str'>))
_typing.TypeVar('T', int)  -->  TypeError: A single constraint is not allowed
_typing.TypeVar('T', covariant=True, contravariant=True)  -->  ValueError: Bivariant types are not supported.
_typing.TypeVar()  -->  TypeError: typevar() missing required argument 'name' (pos 1)
_typing.ParamSpec('P').args, _typing.ParamSpec('P').kwargs.__origin__, _typing.TypeVarTuple('Ts'), list(_typing.TypeVarTuple('Ts'))  -->  (P.args, ~P, Ts, [typing.Unpack[Ts]])
_typing.TypeAliasType('A', int).__value__, _typing.TypeAliasType('A', int), _typing.TypeAliasType('A', list[int])  -->  (<class 'int'>, A, A)
_typing.TypeAliasType('A')  -->  TypeError: typealias() missing required argument 'value' (pos 2)
_typing.Generic[_typing.TypeVar('T')], type(_typing.NoDefault)()  -->  (typing.Generic[~T], typing.NoDefault)
_typing.Generic()  -->  <typing.Generic object at 0x>
_typing.Generic[int]  -->  TypeError: Parameters to Generic[...] must all be type variables or parameter specification variables.
_typing.Generic[()]  -->  TypeError: Parameter list to Generic[...] cannot be empty
""")
