from _collections import deque


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_ends():
    d = deque()
    for i in range(1000):
        d.append(i)
        d.appendleft(-i)
    assert len(d) == 2000 and d[0] == -999 and d[-1] == 999 and d[1000] == 0
    assert [d.pop(), d.popleft()] == [999, -999]
    while d:
        d.pop()
    assert raises(IndexError, d.pop) == 'pop from an empty deque' and raises(IndexError, d.popleft) == 'pop from an empty deque'


def test_maxlen():
    d = deque([1, 2, 3], 2)
    assert list(d) == [2, 3] and d.maxlen == 2 and repr(d) == 'deque([2, 3], maxlen=2)'
    d.append(4)
    d.appendleft(9)
    assert list(d) == [9, 3] and raises(IndexError, d.insert, 0, 1) == 'deque already at its maximum size'
    d.extendleft([1, 2, 3])
    assert list(d) == [3, 2] and list(deque([1], 0)) == [] and list(d * 5) == [3, 2] and (d + deque([7, 8])).maxlen == 2
    assert raises(ValueError, deque, (), -1) == 'maxlen must be non-negative' and raises(TypeError, deque, (), 'a') == 'an integer is required'
    assert deque(iterable=[1], maxlen=None).maxlen is None


def test_items():
    d = deque('abc')
    d[1] = 'x'
    del d[0]
    assert list(d) == ['x', 'c'] and raises(IndexError, lambda: d[5]) == 'deque index out of range'
    assert raises(TypeError, lambda: d['a']) == "sequence index must be integer, not 'str'"
    d = deque(range(10))
    del d[7]
    del d[-8]
    d.insert(2, 'a')
    d.insert(-1, 'b')
    d.insert(100, 'c')
    d.insert(-100, 'd')
    assert list(d) == ['d', 0, 2, 'a', 3, 4, 5, 6, 8, 'b', 9, 'c']


def test_rotate_and_reverse():
    d = deque(range(5))
    d.rotate(2)
    assert list(d) == [3, 4, 0, 1, 2]
    d.rotate(-9)
    assert list(d) == [2, 3, 4, 0, 1]
    d.rotate()
    d.reverse()
    assert list(d) == [0, 4, 3, 2, 1] and list(reversed(d)) == [1, 2, 3, 4, 0]
    full = deque('abc', 3)
    full.rotate(1)
    assert list(full) == ['c', 'a', 'b']


def test_search():
    d = deque([1, 2, 1, 3])
    assert d.count(1) == 2 and d.index(1, 1) == 2 and d.index(3) == 3 and 2 in d and 9 not in d
    assert raises(ValueError, d.index, 9) == 'deque.index(x): x not in deque' and raises(ValueError, d.index, 3, 0, 2) is not None
    d.remove(1)
    assert list(d) == [2, 1, 3] and raises(ValueError, d.remove, 9) == 'deque.remove(x): x not in deque'


def test_operators():
    d = deque([1, 2])
    assert d + deque([3]) == deque([1, 2, 3]) and d * 2 == deque([1, 2, 1, 2]) and 0 * d == deque() and d == deque([1, 2], 5)
    assert d < deque([1, 3]) and d <= deque([1, 2]) and d != [1, 2] and deque() < d
    assert raises(TypeError, lambda: d + [1]) == 'can only concatenate deque (not "list") to deque'
    d += d
    d *= 2
    assert len(d) == 8 and d.copy() == d and d.copy() is not d
    d.extend(d)
    d.extendleft('ab')
    assert d[0] == 'b' and len(d) == 18
    d.clear()
    assert d == deque()
    assert raises(TypeError, hash, d).startswith('unhashable type')


def test_changes():
    d = deque([1, 2])

    def grow():
        for i in d:
            d.append(i)
    assert raises(RuntimeError, grow) == 'deque mutated during iteration'

    class Emptier:
        def __eq__(self, other):
            d.clear()
            return False
    for use in (lambda: d.index(5), lambda: d.count(5), lambda: 5 in d):
        d.extend([Emptier(), Emptier()])
        assert raises(RuntimeError, use) == 'deque mutated during iteration'
    d.extend([Emptier(), Emptier()])
    assert raises(IndexError, d.remove, 5) == 'deque mutated during iteration'


def test_copies_and_pickling():
    d = deque([1, 2], 3)
    kind, args, state, items = d.__reduce__()
    assert kind is deque and args == ((), 3) and state is None and list(items) == [1, 2] and deque().__reduce__()[1] == ()
    iterator = iter(d)
    next(iterator)
    again, (source, index) = iterator.__reduce__()
    assert source is d and index == 1 and list(again(source, index)) == [2] and iterator.__length_hint__() == 1

    class Sub(deque):
        pass
    s = Sub([1], 2)
    s.name = 'x'
    assert type(s.copy()) is Sub and s.copy().maxlen == 2 and type(s + s) is Sub and repr(s) == 'Sub([1], maxlen=2)'
    assert s.__reduce__()[2] == {'name': 'x'}
    d.append(d)
    assert repr(d) == 'deque([1, 2, [...]], maxlen=3)' and repr(deque[int]) == 'collections.deque[int]'
