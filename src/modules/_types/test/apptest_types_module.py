"""_types: the types that the language itself uses, by the names of `types`."""

import _types
import types

from apptest_checks import table_check

check = table_check(globals())


def test_names():
    check(r"""
sorted(name for name in dir(_types) if not name.startswith('__'))  -->  ['AsyncGeneratorType', 'BuiltinFunctionType', 'BuiltinMethodType', 'CapsuleType', 'CellType', 'ClassMethodDescriptorType', 'CodeType', 'CoroutineType', 'EllipsisType', 'FrameType', 'FunctionType', 'GeneratorType', 'GenericAlias', 'GetSetDescriptorType', 'LambdaType', 'MappingProxyType', 'MemberDescriptorType', 'MethodDescriptorType', 'MethodType', 'MethodWrapperType', 'ModuleType', 'NoneType', 'NotImplementedType', 'SimpleNamespace', 'TracebackType', 'UnionType', 'WrapperDescriptorType']
_types.FunctionType is types.FunctionType, _types.CodeType is types.CodeType, _types.NoneType, _types.EllipsisType, _types.UnionType  -->  (True, True, <class 'NoneType'>, <class 'ellipsis'>, <class 'typing.Union'>)
_types.GenericAlias, _types.SimpleNamespace, _types.MappingProxyType, _types.CellType, _types.FrameType, _types.TracebackType  -->  (<class 'types.GenericAlias'>, <class 'types.SimpleNamespace'>, <class 'mappingproxy'>, <class 'cell'>, <class 'frame'>, <class 'traceback'>)
_types.GeneratorType()  -->  TypeError: cannot create 'generator' instances
_types.CoroutineType()  -->  TypeError: cannot create 'coroutine' instances
_types.FrameType()  -->  TypeError: cannot create 'frame' instances
_types.BuiltinFunctionType()  -->  TypeError: cannot create 'builtin_function_or_method' instances
_types.GetSetDescriptorType()  -->  TypeError: cannot create 'getset_descriptor' instances
_types.MethodType(len, [1])(), _types.MethodType(print, 1).__self__  -->  (1, 1)
_types.MethodType(1, 2)  -->  TypeError: first argument must be callable
_types.MethodType(len, None)  -->  TypeError: instance must not be None
_types.MethodType(len)  -->  TypeError: method expected 2 arguments, got 1
_types.CellType(5).cell_contents, _types.CellType().__class__  -->  (5, <class 'cell'>)
_types.CellType().cell_contents  -->  ValueError: Cell is empty
_types.CellType(1) == _types.CellType(1), _types.CellType(1) < _types.CellType(2), _types.CellType() < _types.CellType(1)  -->  (True, True, True)
_types.CellType(1, 2)  -->  TypeError: cell expected at most 1 argument, got 2
""")
