"""None, NotImplemented and Ellipsis."""

from apptest_checks import assigned, table_check

check = table_check(globals())


def test_constants():
    check(r"""
None, NotImplemented, ..., Ellipsis is ..., repr(None), str(...)  -->  (None, NotImplemented, Ellipsis, True, 'None', 'Ellipsis')
type(None)(), type(NotImplemented)(), type(...)()  -->  (None, NotImplemented, Ellipsis)
type(None)(1)  -->  TypeError: NoneType takes no arguments
type(NotImplemented)(1)  -->  TypeError: NotImplementedType takes no arguments
type(...)(1)  -->  TypeError: EllipsisType takes no arguments
type(None).__name__, type(NotImplemented).__name__, type(...).__name__  -->  ('NoneType', 'NotImplementedType', 'ellipsis')
None.__bool__(), bool(...), hash(None) == hash(None), None == None, None != 1, None is None  -->  (False, True, True, True, True, True)
bool(NotImplemented)  -->  TypeError: NotImplemented should not be used in a boolean context
not NotImplemented  -->  TypeError: NotImplemented should not be used in a boolean context
None < 1  -->  TypeError: '<' not supported between instances of 'NoneType' and 'int'
None + 1  -->  TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
None()  -->  TypeError: 'NoneType' object is not callable
None.x  -->  AttributeError: 'NoneType' object has no attribute 'x'
assigned(None, 'x', 1)  -->  AttributeError: 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
None[0]  -->  TypeError: 'NoneType' object is not subscriptable
len(None)  -->  TypeError: object of type 'NoneType' has no len()
type('N', (type(None),), {})  -->  TypeError: type 'NoneType' is not an acceptable base type
type('E', (type(...),), {})  -->  TypeError: type 'ellipsis' is not an acceptable base type
NotImplemented.__reduce__(), (...).__reduce__()  -->  ('NotImplemented', 'Ellipsis')
None | int, int | None, None.__eq__(1), None.__eq__(None)  -->  (None | int, int | None, NotImplemented, True)
""")
