from _bisect import bisect_left, bisect_right, insort_left, insort_right


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_search():
    a = [1, 2, 2, 3]
    assert [bisect_left(a, x) for x in range(5)] == [0, 0, 1, 3, 4] and [bisect_right(a, x) for x in range(5)] == [0, 1, 3, 4, 4]
    assert bisect_left(a, 2, 2) == 2 and bisect_left(a, 2, hi=1) == 1 and bisect_left(a, 2, 0, -1) == 1 and bisect_left((), 1) == 0
    assert bisect_left('abc', 'b') == 1 and bisect_right([3, 2, 1], -2, key=lambda x: -x) == 2 and bisect_left(a=[1], x=1) == 0
    assert raises(ValueError, bisect_left, a, 2, -1) == 'lo must be non-negative'
    assert raises(TypeError, bisect_left, a, 'x') == "'<' not supported between instances of 'int' and 'str'"
    assert raises(TypeError, bisect_left, {}, 1) == 'dict is not a sequence'
    assert raises(IndexError, bisect_left, a, 9, 0, 10) == 'list index out of range'


def test_insort():
    a = []
    for x in [5, 1, 4, 1, 5, 9, 2, 6]:
        insort_right(a, x)
    assert a == [1, 1, 2, 4, 5, 5, 6, 9]
    insort_left(a, 1.0)
    assert type(a[0]) is float
    b = ['ccc', 'bb', 'a']
    insort_left(b, 'dd', key=lambda s: -len(s))
    assert b == ['ccc', 'dd', 'bb', 'a']

    class Log(list):
        def insert(self, index, item):
            super().insert(index, (item,))
    log = Log([1, 3])
    insort_left(log, 2)
    assert log == [1, (2,), 3] and raises(AttributeError, insort_left, (1,), 2) == "'tuple' object has no attribute 'insert'"
