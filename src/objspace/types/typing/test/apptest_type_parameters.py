"""Type variables, parameter specifications, type aliases, Generic."""

import types
from typing import Generic, NoDefault, ParamSpec, Tuple, TypeAliasType, TypeVar, TypeVarTuple, Unpack

from apptest_checks import table_check

check = table_check(globals())
T = TypeVar('T')
P = ParamSpec('P')
Ts = TypeVarTuple('Ts')
U = TypeVar('U', covariant=True)
V = TypeVar('V', int, str)
W = TypeVar('W', bound='str', contravariant=True)
D = TypeVar('D', default=int)
I = TypeVar('I', infer_variance=True)


def f[A, B: int, C: (int, str), *Ds, **E, F = int]():
    pass


A, B, C, Ds, E, F = f.__type_params__
type X[Q] = list[Q]
type Y = int


def test_parameters():
    check(r"""
A.__module__  -->  'typing'
A.__dict__  -->  AttributeError: 'typing.TypeVar' object has no attribute '__dict__'
T.__dict__  -->  AttributeError: 'typing.TypeVar' object has no attribute '__dict__'
A,B,C,Ds,E,F  -->  (A, B, C, Ds, E, F)
T,P,Ts,U,V,W,D,I  -->  (~T, ~P, Ts, +U, ~V, -W, ~D, I)
T.__name__,T.__bound__,T.__constraints__,T.__covariant__,T.__contravariant__,T.__infer_variance__,T.__default__  -->  ('T', None, (), False, False, False, typing.NoDefault)
A.__infer_variance__,A.__covariant__  -->  (True, False)
B.__bound__,B.__constraints__  -->  (<class 'int'>, ())
C.__bound__,C.__constraints__  -->  (None, (<class 'int'>, <class 'str'>))
F.__default__,F.has_default(),A.has_default(),A.__default__  -->  (<class 'int'>, True, False, typing.NoDefault)
B.evaluate_bound  -->  <function B at 0x>
B.evaluate_bound(1)  -->  <class 'int'>
A.evaluate_bound, A.evaluate_constraints, A.evaluate_default  -->  (None, None, None)
C.evaluate_constraints  -->  <function C at 0x>
F.evaluate_default  -->  <function F at 0x>
W.__bound__  -->  ForwardRef('str')
W.evaluate_bound  -->  <constevaluator ForwardRef('str')>
W.evaluate_bound(1)  -->  ForwardRef('str')
W.evaluate_bound(4)  -->  "ForwardRef('str')"
W.evaluate_bound()  -->  TypeError: constevaluator.__call__() takes exactly 1 argument (0 given)
W.evaluate_bound(2)  -->  ForwardRef('str')
TypeVar('T', bound=int).evaluate_bound(4)  -->  'int'
TypeVar('T', int, str).evaluate_constraints  -->  <constevaluator (<class 'int'>, <class 'str'>)>
TypeVar('T', int, str).evaluate_constraints(4)  -->  '(int, str)'
TypeVar('T', int, str).evaluate_constraints(1)  -->  (<class 'int'>, <class 'str'>)
TypeVar('T', default=int).evaluate_default  -->  <constevaluator <class 'int'>>
P.__default__, P.has_default(), P.evaluate_default  -->  (typing.NoDefault, False, <constevaluator typing.NoDefault>)
TypeVar('T', int)  -->  TypeError: A single constraint is not allowed
TypeVar('T', int, bound=str)  -->  TypeError: A single constraint is not allowed
TypeVar('T', covariant=True, contravariant=True)  -->  ValueError: Bivariant types are not supported.
TypeVar('T', infer_variance=True, covariant=True)  -->  ValueError: Variance cannot be specified with infer_variance.
TypeVar()  -->  TypeError: typevar() missing required argument 'name' (pos 1)
TypeVar(1)  -->  TypeError: typevar() argument 'name' must be str, not int
TypeVar('T', foo=1)  -->  TypeError: typevar() got an unexpected keyword argument 'foo'
TypeVar('T', bound=1)  -->  ~T
TypeVar('T', 1, 2)  -->  ~T
TypeVar('T', bound=None).__bound__  -->  None
TypeVar(name='T')  -->  ~T
TypeVar('T', bound=type(None)).__bound__  -->  <class 'NoneType'>
T|int  -->  ~T | int
int|T  -->  int | ~T
T|T  -->  ~T
"x"|T  -->  ForwardRef('x') | ~T
T|"x"  -->  ~T | ForwardRef('x')
1|T  -->  1 | ~T
T[int]  -->  TypeError: 'typing.TypeVar' object is not subscriptable
isinstance(1,T)  -->  TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
T.__typing_subst__(int)  -->  <class 'int'>
T.__typing_subst__(1)  -->  1
T.__typing_prepare_subst__(list[T],(int,))  -->  (<class 'int'>,)
D.__typing_prepare_subst__(list[D],())  -->  (<class 'int'>,)
D.__typing_prepare_subst__(dict[T,D],(int,))  -->  (<class 'int'>, <class 'int'>)
T.__mro_entries__(())  -->  TypeError: Cannot subclass an instance of TypeVar
T.__reduce__()  -->  'T'
P.args, P.kwargs, P.args.__origin__, type(P.args)  -->  (P.args, P.kwargs, ~P, <class 'typing.ParamSpecArgs'>)
P.args == P.args, P.args == P.kwargs  -->  (True, False)
hash(P.args)  -->  TypeError: unhashable type: 'typing.ParamSpecArgs'
P.args.__mro_entries__(())  -->  TypeError: Cannot subclass an instance of ParamSpecArgs
type(P.args)(1)  -->  1.args
P|int  -->  ~P | int
ParamSpec('P', bound=int).__bound__  -->  <class 'int'>
ParamSpec('P', default=[int]).__default__  -->  [<class 'int'>]
ParamSpec('P', covariant=True)  -->  +P
ParamSpec('P', infer_variance=True)  -->  P
ParamSpec('P', covariant=True, contravariant=True)  -->  ValueError: Bivariant types are not supported.
P.__mro_entries__(())  -->  TypeError: Cannot subclass an instance of ParamSpec
P.__reduce__()  -->  'P'
P.__typing_subst__(int)  -->  TypeError: Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got <class 'int'>
Ts.__typing_subst__(int)  -->  TypeError: Substitution of bare TypeVarTuple is not supported
list(Ts)  -->  [typing.Unpack[Ts]]
Ts.__default__  -->  typing.NoDefault
TypeVarTuple('Ts', default=Unpack[Tuple[int]]).__default__  -->  typing.Unpack[typing.Tuple[int]]
TypeVarTuple('Ts', foo=1)  -->  TypeError: typevartuple() got an unexpected keyword argument 'foo'
TypeVarTuple('Ts', bound=int)  -->  TypeError: typevartuple() got an unexpected keyword argument 'bound'
Ts.__mro_entries__(())  -->  TypeError: Cannot subclass an instance of TypeVarTuple
X[int], type(X[int]), X[int].__origin__, X[int].__args__  -->  (X[int], <class 'types.GenericAlias'>, X, (<class 'int'>,))
Y[int]  -->  TypeError: Only generic type aliases are subscriptable
Y.__value__, Y.evaluate_value, Y.evaluate_value(1)  -->  (<class 'int'>, <function Y at 0x>, <class 'int'>)
Y.__type_params__, Y.__parameters__  -->  ((), ())
Y|int, int|Y  -->  (Y | int, int | Y)
Y.__reduce__()  -->  'Y'
hash(Y)==hash(Y)  -->  True
Y.foo  -->  AttributeError: 'typing.TypeAliasType' object has no attribute 'foo'
TypeAliasType('Z', int), TypeAliasType('Z', int).__value__, TypeAliasType('Z', list[T], type_params=(T,)).__parameters__  -->  (Z, <class 'int'>, (~T,))
TypeAliasType('Z', list[T], type_params=(T,))[int]  -->  Z[int]
TypeAliasType('Z', int, type_params=1)  -->  TypeError: type_params must be a tuple
TypeAliasType('Z', int, type_params=(1,))  -->  TypeError: Expected a type param, got 1
TypeAliasType('Z')  -->  TypeError: typealias() missing required argument 'value' (pos 2)
TypeAliasType(1, int)  -->  TypeError: typealias() argument 'name' must be str, not int
TypeAliasType('Z', int, type_params=(D,T))  -->  TypeError: non-default type parameter '~T' follows default type parameter
TypeAliasType('Z', int, type_params=(T,T))  -->  Z
TypeAliasType('Z', int).evaluate_value(4)  -->  'int'
list(Y)  -->  [typing.Unpack[Y]]
list(X)  -->  [typing.Unpack[X]]
Generic[T]  -->  typing.Generic[~T]
Generic[int]  -->  TypeError: Parameters to Generic[...] must all be type variables or parameter specification variables.
Generic[T,T]  -->  TypeError: Parameters to Generic[...] must all be unique
Generic[()]  -->  TypeError: Parameter list to Generic[...] cannot be empty
Generic[T,P,Ts]  -->  TypeError: Parameters to Generic[...] must all be type variables or parameter specification variables.
type('X',(Generic,),{})  -->  TypeError: Cannot inherit from plain Generic
Generic.__module__  -->  'typing'
type(NoDefault), NoDefault, NoDefault.__reduce__()  -->  (<class 'NoDefaultType'>, typing.NoDefault, 'NoDefault')
type(NoDefault)()  -->  typing.NoDefault
type(NoDefault)(1)  -->  TypeError: NoDefaultType takes no arguments
type('Z',(T,),{})  -->  TypeError: type() doesn't support MRO entry resolution; use types.new_class()
type('Z',(TypeVar,),{})  -->  TypeError: type 'typing.TypeVar' is not an acceptable base type
T.x  -->  AttributeError: 'typing.TypeVar' object has no attribute 'x'
T.foo  -->  AttributeError: 'typing.TypeVar' object has no attribute 'foo'
setattr(T,'__name__','x')  -->  AttributeError: readonly attribute
setattr(T,'zz','x')  -->  None
T.__dict__  -->  AttributeError: 'typing.TypeVar' object has no attribute '__dict__'
delattr(T,'zz')  -->  None
P.__dict__, Ts.__dict__, D.__dict__  -->  AttributeError: 'typing.ParamSpec' object has no attribute '__dict__'
A.__reduce__()  -->  'A'
TypeVar.__module__, TypeVar.__qualname__, TypeAliasType.__module__, type(P.args).__module__  -->  ('typing', 'TypeVar', 'typing', 'typing')
type(B.evaluate_bound)  -->  <class 'function'>
type(TypeVar('T',default=int).evaluate_default), type(TypeVar('T',default=int).evaluate_default).__name__  -->  (<class '_typing._ConstEvaluator'>, '_ConstEvaluator')
""")
