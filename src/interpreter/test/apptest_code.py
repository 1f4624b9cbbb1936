"""Code objects, frames and tracebacks: members and what can be set."""

import sys
import types

from apptest_checks import assigned, table_check

check = table_check(globals())
T = types.TracebackType
frame = sys._getframe()
try:
    1 / 0
except ZeroDivisionError as raised:
    tb = raised.__traceback__


def function(a, b=1, /, c=2, *d, e=3, **g):
    x = 1

    def inner():
        return x

    return inner


code = function.__code__


def caller_line():
    return sys._getframe(1).f_lineno


def locals_of_frame():
    one = 1
    proxy = sys._getframe().f_locals
    proxy['one'] = 2
    proxy['other'] = 3
    return one, sorted(proxy)


def greeting():
    return 'hello'


def test_code():
    check(r"""
code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_nlocals  -->  ('function', 'function', 3, 2, 1, 7)
code.co_varnames, code.co_cellvars, code.co_freevars, code.co_names  -->  (('a', 'b', 'c', 'e', 'd', 'g', 'inner'), ('x',), (), ())
code.co_flags, greeting.__code__.co_flags  -->  (15, 3)
code.replace(co_name='other').co_name, code.replace(co_qualname='q').co_qualname  -->  ('other', 'q')
code.replace(co_filename='f', co_firstlineno=7)  -->  <code object function at 0x, file "f", line 7>
code.replace(other=1)  -->  TypeError: replace() got an unexpected keyword argument 'other'
code.replace(co_name=1)  -->  TypeError: replace() argument 'co_name' must be str, not int
code.replace(co_names=1)  -->  TypeError: replace() argument 'co_names' must be tuple, not int
code.replace(co_names=(1,))  -->  SystemError: non-string found in code slot
code.replace(co_varnames=['a'])  -->  TypeError: replace() argument 'co_varnames' must be tuple, not list
code.replace(co_varnames=())  -->  ValueError: code: co_varnames is too small
code.replace(co_firstlineno='a')  -->  TypeError: 'str' object cannot be interpreted as an integer
code.replace(co_consts='a')  -->  TypeError: replace() argument 'co_consts' must be tuple, not str
code.replace(co_argcount=-1)  -->  ValueError: co_argcount must be a positive integer
code.replace(co_nlocals=99)  -->  ValueError: code: co_nlocals != len(co_varnames)
code.replace(co_code=1)  -->  TypeError: replace() argument 'co_code' must be bytes, not int
code.replace(1)  -->  TypeError: replace() takes no positional arguments
code == code.replace(), hash(code) == hash(code.replace()), code == code.replace(co_name='o')  -->  (True, True, False)
code < code  -->  TypeError: '<' not supported between instances of 'code' and 'code'
types.FunctionType(greeting.__code__.replace(co_consts=tuple('bye' if c == 'hello' else c for c in greeting.__code__.co_consts)), {})()  -->  'bye'
assigned(code, 'co_name', 'x')  -->  AttributeError: readonly attribute
code._varname_from_oparg(0), code._varname_from_oparg(99)  -->  IndexError: tuple index out of range
[position[0] for position in compile('1\n2', 'f', 'exec').co_positions()][-1]  -->  2
type(code.co_consts), type(code.co_code), type(code.co_linetable)  -->  (<class 'tuple'>, <class 'bytes'>, <class 'bytes'>)
""")


def test_traceback():
    check(r"""
T(None, frame, 1, 2).tb_lineno, T(tb, frame, 1, 2).tb_next is tb, T(None, frame, 1, 2).tb_lasti  -->  (2, True, 1)
T(1, frame, 1, 2)  -->  TypeError: expected traceback object or None, got 'int'
T(None, 1, 1, 2)  -->  TypeError: traceback() argument 'tb_frame' must be frame, not int
T(None, frame, 'x', 2)  -->  TypeError: 'str' object cannot be interpreted as an integer
T(None, frame, 1)  -->  TypeError: traceback() missing required argument 'tb_lineno' (pos 4)
T(None, frame, 1, 2, 3)  -->  TypeError: traceback() takes at most 4 arguments (5 given)
T(tb_next=None, tb_frame=frame, tb_lasti=1, tb_lineno=2).tb_lineno  -->  2
T(None, frame, -1, -1).tb_lineno  -->  1
dir(T)  -->  ['__class__', '__delattr__', '__dir__', '__doc__', '__eq__', '__format__', '__ge__', '__getattribute__', '__getstate__', '__gt__', '__hash__', '__init__', '__init_subclass__', '__le__', '__lt__', '__ne__', '__new__', '__reduce__', '__reduce_ex__', '__repr__', '__setattr__', '__sizeof__', '__str__', '__subclasshook__', 'tb_frame', 'tb_lasti', 'tb_lineno', 'tb_next']
assigned(tb, 'tb_next', tb)  -->  ValueError: traceback loop detected
assigned(tb, 'tb_next', 1)  -->  TypeError: expected traceback object, got 'int'
assigned(tb, 'tb_lineno', 1)  -->  AttributeError: attribute 'tb_lineno' of 'traceback' objects is not writable
assigned(tb, 'tb_frame', 1)  -->  AttributeError: readonly attribute
delattr(tb, 'tb_next')  -->  TypeError: can't delete tb_next attribute
assigned(tb, 'x', 1)  -->  AttributeError: 'traceback' object has no attribute 'x' and no __dict__ for setting new attributes
assigned(T(None, frame, 1, 2), 'tb_next', tb) is tb  -->  True
tb.tb_frame is frame, tb.tb_next  -->  (True, None)
""")


def test_frame():
    check(r"""
frame.f_back is None or isinstance(frame.f_back, types.FrameType)  -->  True
frame.f_code.co_name, frame.f_globals is globals()  -->  ('<module>', True)
caller_line()  -->  1
locals_of_frame()  -->  (2, ['one', 'other', 'proxy'])
assigned(frame, 'f_trace', None)  -->  None
assigned(frame, 'f_code', None)  -->  AttributeError: attribute 'f_code' of 'frame' objects is not writable
assigned(frame, 'x', None)  -->  AttributeError: 'frame' object has no attribute 'x' and no __dict__ for setting new attributes
types.FrameType()  -->  TypeError: cannot create 'frame' instances
sys._getframe(1000)  -->  ValueError: call stack is not deep enough
sys._getframe('x')  -->  TypeError: 'str' object cannot be interpreted as an integer
type(frame).__name__, repr(type(frame))  -->  ('frame', "<class 'frame'>")
""")


def names_of(source):
    """The variables of the function in the source: locals, cells, and how many locals there are."""
    code = next(constant for constant in compile(source, '<test>', 'exec').co_consts if isinstance(constant, types.CodeType))
    return code.co_varnames, code.co_cellvars, code.co_nlocals


def test_variables_of_comprehensions():
    check(r"""
names_of('def f():\n  return [lambda: x for x in y]')  -->  (('x',), ('x',), 1)
names_of('def f():\n  x = 1\n  def k(): return x\n  [lambda: x for x in y]\n  z = 3')  -->  (('k', 'x', 'z'), ('x',), 3)
names_of('def f(x):\n  def k(): return x\n  [lambda: x for x in y]\n  [x for x in y]')  -->  (('x', 'k'), ('x',), 2)
names_of('def f():\n  x = 0\n  [lambda: x for x in y]\n  return x')  -->  (('x',), ('x',), 1)
names_of('def f():\n  [lambda: x for x in y]\n  [x for x in y]\n  x2 = 0')  -->  (('x', 'x2'), ('x',), 2)
names_of('def f():\n  a = 1\n  [lambda: (x, y) for y in a for x in y]\n  b = 1\n  [[lambda: (p, q) for q in p] for p in b]')  -->  (('a', 'y', 'x', 'b', 'p', 'q'), ('y', 'x', 'p', 'q'), 6)
names_of('def f(it):\n  [lambda: x for y in it for x in y]\n  {k: lambda: k for k, v in it}')  -->  (('it', 'y', 'x', 'k', 'v'), ('x', 'k'), 5)
names_of('class C:\n  m = [lambda: x for x in y]\n  n = [z for z in y]')  -->  (('x', 'z'), ('x',), 2)
""")
