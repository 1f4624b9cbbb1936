"""slice objects: fields, indices, comparison."""

from apptest_checks import table_check

check = table_check(globals())


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def test_fields():
    check(r"""
slice(3), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {})  -->  (slice(None, 3, None), slice(1, 2, None), slice(1, 2, 3), slice(None, None, None), slice('a', [], {}))
slice(1, 2, 3).start, slice(1, 2, 3).stop, slice(1, 2, 3).step, slice(5).start  -->  (1, 2, 3, None)
slice()  -->  TypeError: slice expected at least 1 argument, got 0
slice(1, 2, 3, 4)  -->  TypeError: slice expected at most 3 arguments, got 4
slice(stop=1)  -->  TypeError: slice() takes no keyword arguments
slice(1).__setattr__('start', 2)  -->  AttributeError: readonly attribute
type('S', (slice,), {})  -->  TypeError: type 'slice' is not an acceptable base type
slice(1, 2) == slice(1, 2), slice(1, 2) != slice(1, 3), slice(1, 2) == (1, 2, None)  -->  (True, True, False)
slice(1, 2) < slice(1, 3), slice(2) >= slice(2, 3)  -->  TypeError: '>=' not supported between instances of 'NoneType' and 'int'
slice(1) < 1  -->  TypeError: '<' not supported between instances of 'slice' and 'int'
hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 'a'}[slice(1)]  -->  (True, 'a')
hash(slice([], 1))  -->  TypeError: unhashable type: 'list'
slice(1, 2, 3).__reduce__()  -->  (<class 'slice'>, (1, 2, 3))
slice[int, str]  -->  TypeError: type 'slice' is not subscriptable
""")


def test_indices():
    check(r"""
slice(None).indices(5), slice(1, None).indices(5), slice(None, None, -1).indices(5), slice(-3, -1).indices(5)  -->  ((0, 5, 1), (1, 5, 1), (4, -1, -1), (2, 4, 1))
slice(10, -10, -2).indices(5), slice(0, 100, 3).indices(7), slice(-100, 100).indices(3)  -->  ((4, -1, -2), (0, 7, 3), (0, 3, 1))
slice(Index(1), Index(4), Index(2)).indices(10)  -->  (1, 4, 2)
slice(None).indices(-1)  -->  ValueError: length should not be negative
slice(None, None, 0).indices(3)  -->  ValueError: slice step cannot be zero
slice('a').indices(3)  -->  TypeError: slice indices must be integers or None or have an __index__ method
slice(None).indices('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
slice(1 << 70).indices(5), slice(-1 << 70, 1 << 70).indices(1 << 71)  -->  ((0, 5, 1), (1180591620717411303424, 1180591620717411303424, 1))
slice(None).indices()  -->  TypeError: slice.indices() takes exactly one argument (0 given)
[0, 1, 2, 3, 4][slice(1, 4, 2)], 'abcdef'[slice(None, None, -2)], (1, 2, 3)[slice(Index(1), None)]  -->  ([1, 3], 'fdb', (2, 3))
[1, 2][slice('a', 'b')]  -->  TypeError: slice indices must be integers or None or have an __index__ method
range(10)[slice(2, 8, 3)], b'abcdef'[slice(-3, None)]  -->  (range(2, 8, 3), b'def')
""")
