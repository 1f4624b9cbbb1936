def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


BIG = 10 ** 30


def test_construct():
    assert list(range(3)) == [0, 1, 2] and list(range(1, 4)) == [1, 2, 3] and list(range(5, 0, -2)) == [5, 3, 1]
    assert range(3).start == 0 and range(3).stop == 3 and range(3).step == 1
    assert raises(TypeError, range) == 'range expected at least 1 argument, got 0'
    assert raises(TypeError, range, 1, 2, 3, 4) == 'range expected at most 3 arguments, got 4'
    assert raises(ValueError, range, 1, 2, 0) == 'range() arg 3 must not be zero'
    assert raises(TypeError, range, 1.0) == "'float' object cannot be interpreted as an integer"
    assert raises(TypeError, range, 'a') == "'str' object cannot be interpreted as an integer"


def test_length_and_items():
    assert len(range(0, 10, 3)) == 4 and len(range(10, 0, -3)) == 4 and len(range(5, 1)) == 0
    assert raises(OverflowError, len, range(BIG)) == 'Python int too large to convert to C ssize_t'
    assert range(0, 10, 3)[-1] == 9 and range(BIG)[-1] == BIG - 1 and range(BIG, 2 * BIG, 7)[10 ** 20] == BIG + 7 * 10 ** 20
    assert raises(IndexError, lambda: range(3)[3]) == 'range object index out of range'
    assert raises(TypeError, lambda key: range(3)[key], 'a') == 'range indices must be integers or slices, not str'
    assert bool(range(1)) and not range(0)
    near = 2 ** 53 - 2
    assert list(range(near, near + 4)) == [near, near + 1, near + 2, near + 3]
    assert list(range(-near, -near - 4, -1)) == [-near, -near - 1, -near - 2, -near - 3]


def test_slices():
    assert repr(range(0, 10, 3)[1:]) == 'range(3, 12, 3)' and repr(range(10)[::-1]) == 'range(9, -1, -1)'
    assert range(BIG)[5:10 ** 20:7] == range(5, 10 ** 20, 7)
    for start in (None, 0, 2, -3):
        for stop in (None, 4, -1, 100):
            for step in (None, 2, -1, -3):
                assert list(range(3, 30, 4)[start:stop:step]) == list(range(3, 30, 4))[start:stop:step]


def test_membership():
    evens = range(0, 100, 2)
    assert 4 in evens and 5 not in evens and 100 not in evens and 4.0 in evens and 'a' not in evens and True not in evens
    assert BIG - 1 in range(BIG) and BIG not in range(BIG) and 10 ** 18 in range(0, BIG, 10 ** 6)
    assert evens.index(4) == 2 and evens.count(4) == 1 and evens.count(5) == 0 and evens.index(4.0) == 2
    assert raises(ValueError, evens.index, 5) == 'range.index(x): x not in range'
    assert raises(ValueError, evens.index, 'a') == 'sequence.index(x): x not in sequence'


def test_equality():
    assert range(0) == range(5, 5) and range(1) == range(0, 1, 7) and range(0, 3, 2) == range(0, 4, 2) and range(2) != range(3)
    assert hash(range(0)) == 2676694398852732306 and hash(range(0, 10, 3)) == -1816567394155750349
    assert hash(range(1, 2, 7)) == -1269592299258668772
    assert range(3).__lt__(range(4)) is NotImplemented


def test_iterators():
    iterator = iter(range(0, 10, 3))
    assert next(iterator) == 0 and iterator.__reduce__() == (iter, (range(3, 12, 3),), None) and iterator.__length_hint__() == 3
    iterator.__setstate__(1)
    assert list(iterator) == [6, 9]
    long = iter(range(BIG, BIG + 5))
    assert next(long) == BIG and long.__length_hint__() == 4
    long.__setstate__(2)
    assert list(long) == [BIG + 3, BIG + 4]
    assert list(reversed(range(0, 10, 3))) == [9, 6, 3, 0] and list(reversed(range(BIG, BIG + 2))) == [BIG + 1, BIG]
    assert type(iter(range(3))).__name__ == 'range_iterator' and type(iter(range(BIG))).__name__ == 'longrange_iterator'


def kind(iterator):
    return type(iterator).__name__.removesuffix('_iterator')


def test_iterators_over_64_bits():
    most = 2 ** 63 - 1
    wide = iter(range(2 ** 60, most))
    assert type(wide) is type(iter(range(3))) and wide.__length_hint__() == most - 2 ** 60
    assert next(wide) == 2 ** 60 and wide.__reduce__() == (iter, (range(2 ** 60 + 1, most),), None)
    wide.__setstate__(5)
    assert next(wide) == 2 ** 60 + 6
    raises(OverflowError, wide.__setstate__, 2 ** 63)
    # C's ints would be too short, or could be on the way.
    assert kind(iter(range(most + 1))) == kind(iter(range(0, -most - 2, -1))) == kind(iter(range(-most - 1, most))) == 'longrange'
    assert kind(iter(range(most))) == kind(iter(range(0, -most, -1))) == 'range'
    assert kind(iter(range(0, most, 2))) == 'longrange' and kind(iter(range(0, most - 1, 2))) == 'range'
    assert kind(iter(range(3, 2 ** 70, -1))) == kind(iter(range(0, 1, 2 ** 63))) == 'longrange'
    assert kind(reversed(range(-most - 1, 3))) == 'longrange' and kind(reversed(range(-most, -5))) == 'range'
    assert reversed(range(0)).__reduce__()[1] == (range(-1, -1, -1),)
    assert list(reversed(range(most - 2, most))) == [most - 1, most - 2]


def test_pickle_and_repr():
    assert range(3).__reduce__() == (range, (0, 3, 1))
    assert repr(range(3)) == 'range(0, 3)' and repr(range(1, 5, 2)) == 'range(1, 5, 2)'


def test_huge_list_is_a_memory_error():
    raises(MemoryError, list, range(10 ** 15))


def test_slice_objects():
    assert slice(3) == slice(None, 3, None) and repr(slice(1, 2)) == 'slice(1, 2, None)'
    assert slice(None, None, -1).indices(5) == (4, -1, -1) and slice(1, 100, 3).indices(10) == (1, 10, 3)
    assert slice(0, BIG).indices(BIG * 2) == (0, BIG, 1)
    assert slice(1, 2) < slice(1, 3) and slice(1) != slice(2)
    assert hash(slice(1, 2, 3)) == -2340833382717974474
    assert slice(1, 2).__reduce__() == (slice, (1, 2, None))
    assert raises(ValueError, slice(1).indices, -1) == 'length should not be negative'
    assert raises(TypeError, slice) == 'slice expected at least 1 argument, got 0'
    assert raises(TypeError, hash, slice([])) == "unhashable type: 'list'"
    assert raises(TypeError, slice(1).indices) == 'slice.indices() takes exactly one argument (0 given)'
