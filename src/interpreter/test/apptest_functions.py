"""Functions, methods and cells: constructors, members and what can be set."""

import types

from apptest_checks import assigned, table_check

check = table_check(globals())
F = types.FunctionType


def f(a, b=1, *, c=2):
    return a


def outer():
    x = 1

    def g():
        return x

    return g


g = outer()
c = f.__code__


def test_functions():
    check(r"""
F(c,{}).__name__  -->  'f'
F(1,{})  -->  TypeError: function() argument 'code' must be code, not int
F(c,1)  -->  TypeError: function() argument 'globals' must be dict, not int
F(c,{},1)  -->  TypeError: arg 3 (name) must be None or string
F(c,{},'n').__name__, F(c,{},'n').__qualname__  -->  ('n', 'f')
F(c,{},None,1)  -->  TypeError: arg 4 (defaults) must be None or tuple
F(c,{},None,(5,)).__defaults__  -->  (5,)
F(c,{},None,None,1)  -->  TypeError: arg 5 (closure) must be None or tuple
F(c,{},None,None,())  -->  <function f at 0x>
F(g.__code__,{})  -->  TypeError: arg 5 (closure) must be tuple
F(g.__code__,{},None,None,())  -->  ValueError: g requires closure of length 1, not 0
F(g.__code__,{},None,None,(1,))  -->  TypeError: arg 5 (closure) expected cell, found int
F(g.__code__,{},None,None,(types.CellType(4),))()  -->  4
F(c,{},kwdefaults=1)  -->  TypeError: arg 6 (kwdefaults) must be None or dict
F(c,{},kwdefaults={'c':3}).__kwdefaults__  -->  {'c': 3}
F(c)  -->  TypeError: function() missing required argument 'globals' (pos 2)
F(c,{},x=1)  -->  TypeError: function() got an unexpected keyword argument 'x'
assigned(f,'__name__',1)  -->  TypeError: __name__ must be set to a string object
assigned(f,'__qualname__',1)  -->  TypeError: __qualname__ must be set to a string object
assigned(f,'__defaults__',1)  -->  TypeError: __defaults__ must be set to a tuple object
assigned(f,'__defaults__',(1,2))  -->  (1, 2)
assigned(f,'__kwdefaults__',1)  -->  TypeError: __kwdefaults__ must be set to a dict object
assigned(f,'__code__',1)  -->  TypeError: __code__ must be set to a code object
assigned(f,'__code__',g.__code__)  -->  ValueError: f() requires a code object with 0 free vars, not 1
assigned(f,'__globals__',1)  -->  AttributeError: readonly attribute
assigned(f,'__closure__',1)  -->  AttributeError: readonly attribute
assigned(f,'__annotations__',1)  -->  TypeError: __annotations__ must be set to a dict object
assigned(f,'__annotations__',{'a':1})  -->  {'a': 1}
assigned(f,'__annotations__',None)  -->  {}
assigned(f,'__annotate__',1)  -->  TypeError: __annotate__ must be callable or None
assigned(f,'__annotate__',None)  -->  None
assigned(f,'__type_params__',1)  -->  TypeError: __type_params__ must be set to a tuple
assigned(f,'__type_params__',())  -->  ()
assigned(f,'__dict__',1)  -->  TypeError: __dict__ must be set to a dictionary, not a 'int'
assigned(f,'__dict__',{'q':1}), f.q  -->  ({'q': 1}, 1)
assigned(f,'__doc__',1)  -->  1
assigned(f,'__module__',1)  -->  1
delattr(f,'__name__')  -->  TypeError: __name__ must be set to a string object
delattr(f,'__code__')  -->  TypeError: __code__ must be set to a code object
delattr(f,'__defaults__'), f.__defaults__  -->  (None, None)
delattr(f,'__kwdefaults__'), f.__kwdefaults__  -->  (None, None)
delattr(f,'__annotations__'), f.__annotations__  -->  (None, {})
delattr(f,'__annotate__')  -->  TypeError: __annotate__ cannot be deleted
delattr(f,'__doc__'), f.__doc__  -->  (None, None)
delattr(f,'__module__'), f.__module__  -->  (None, None)
delattr(f,'__dict__')  -->  TypeError: cannot delete __dict__
delattr(f,'__type_params__')  -->  TypeError: __type_params__ must be set to a tuple
F(c,{'__name__':'mm'}).__module__, F(c,{}).__module__  -->  ('mm', None)
types.CellType(), types.CellType(1)<types.CellType(2), types.CellType()==types.CellType(), types.CellType().cell_contents  -->  ValueError: Cell is empty
types.CellType()==1  -->  False
types.CellType(1,2)  -->  TypeError: cell expected at most 1 argument, got 2
types.CellType(x=1)  -->  TypeError: cell() takes no keyword arguments
hash(types.CellType(1))  -->  TypeError: unhashable type: 'cell'
types.MethodType(1,2)  -->  TypeError: first argument must be callable
types.MethodType(len,None)  -->  TypeError: instance must not be None
types.MethodType(len)  -->  TypeError: method expected 2 arguments, got 1
types.MethodType(len,'abc')(), types.MethodType(len,'abc'), types.MethodType(len,'abc')==types.MethodType(len,'abc')  -->  (3, <bound method len of 'abc'>, True)
types.MethodType(len,'abc').__func__, types.MethodType(len,'abc').__self__, types.MethodType(len,'abc').__name__  -->  (<built-in function len>, 'abc', 'len')
assigned(types.MethodType(f,1),'zz',1)  -->  AttributeError: 'method' object has no attribute 'zz' and no __dict__ for setting new attributes
types.MethodType(f,1).zz  -->  AttributeError: 'function' object has no attribute 'zz'
assigned(types.MethodType(f,1),'__func__',1)  -->  AttributeError: readonly attribute
types.MethodType(f,1).__reduce__()  -->  (<built-in function getattr>, (1, 'f'))
f.__get__(1), f.__get__(None,int), f.__get__(1,int)(2)  -->  TypeError: f() missing 1 required keyword-only argument: 'c'
f.__get__()  -->  TypeError: __get__ expected at least 1 argument, got 0
f.__get__(None)  -->  TypeError: __get__(None, None) is invalid
f.__get__(None,None)  -->  TypeError: __get__(None, None) is invalid
f.__call__(3), type(f.__call__)  -->  TypeError: f() missing 1 required positional argument: 'b'
f < f  -->  TypeError: '<' not supported between instances of 'function' and 'function'
f.foo  -->  AttributeError: 'function' object has no attribute 'foo'
f.__closure__, g.__closure__[0].cell_contents  -->  (None, 1)
types.LambdaType is F  -->  True
""")


def test_builtins_of_a_function_made_with_other_globals():
    names = {'len': lambda items: 'own'}
    namespace = {'make': type(lambda: 0), '__builtins__': names}
    exec('def first(items): return len(items)\nsecond = make(first.__code__, {})', namespace)
    first, second = namespace['first'], namespace['second']
    assert first.__builtins__ is names and second.__builtins__ is names
    assert first([]) == second([]) == 'own' and second.__globals__ == {}
    third = type(second)(second.__code__, {})
    assert third.__builtins__['len'] is len and third([1, 2]) == 2
