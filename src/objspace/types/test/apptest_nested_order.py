"""The order of lists and tuples in lists and tuples."""

from apptest_checks import table_check

check = table_check(globals())
nan = float('nan')
nan_in = [nan]


class Odd(list):
    def __eq__(self, other):
        return False

    def __lt__(self, other):
        return None

    __hash__ = None


def test_nested():
    check(r"""
[(1, [2])] < [(1, [3])], ([1, 2],) >= ([1, 3],), [[1], 5] > [[1], 4], ([],) < ([0],), [[(1,)]] <= [[(1,)]]  -->  (True, False, True, True, True)
[[1]] < [['a']]  -->  TypeError: '<' not supported between instances of 'int' and 'str'
([None],) < ([None],), ([None], 1) < ([None], 2)  -->  (False, True)
([None],) < ([1],)  -->  TypeError: '<' not supported between instances of 'NoneType' and 'int'
[nan_in] < [nan_in], [[nan]] < [[nan]], [[nan]] <= [[nan]]  -->  (False, False, True)
[(1,)] < [[1]]  -->  TypeError: '<' not supported between instances of 'tuple' and 'list'
[Odd([1])] < [Odd([2])], ([Odd([1])],) < ([Odd([2])],), [[Odd([1])]] < [[[1]]]  -->  (None, None, None)
""")
