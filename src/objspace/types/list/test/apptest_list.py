def raises(kind, call, *args):
    """The text of the exception that the call raises."""
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


def assign(target, key, value):
    target[key] = value


def delete(target, key):
    del target[key]


# Lists of every kind that Typhon keeps apart: empty, ints, floats, objects.
def samples():
    return [[], [1, 2, 3], [0.5, 1.5, 2.5], ['a', 'b', 'c'], [1, 'a', 2.0], [True, False, None], [2 ** 70, 1, 2], [-0.0, 0.0, 1.0]]


def test_construct():
    assert list() == []
    assert list('abc') == ['a', 'b', 'c']
    assert list(range(4)) == [0, 1, 2, 3]
    assert list((1.5, 2.5)) == [1.5, 2.5]
    assert list(x for x in (1, 2)) == [1, 2]
    for sample in samples():
        copy = list(sample)
        assert copy == sample and copy is not sample
        assert [type(item) for item in copy] == [type(item) for item in sample]
    assert raises(TypeError, list, 1) == "'int' object is not iterable"
    assert raises(TypeError, list, 1, 2) == 'list expected at most 1 argument, got 2'
    assert raises(TypeError, lambda: list(x=1)) == 'list() takes no keyword arguments'


def test_mixed_kinds_change_in_place():
    numbers = [1, 2, 3]
    numbers[1] = 2.5
    assert numbers == [1, 2.5, 3] and type(numbers[0]) is int
    floats = [1.0, 2.0]
    floats.append(3)
    assert repr(floats) == '[1.0, 2.0, 3]'
    floats = [1.0, 2.0]
    floats[0] = 'x'
    assert floats == ['x', 2.0]
    flags = [True, True]
    flags[0] = 1
    assert repr(flags) == '[1, True]'
    big = [1, 2]
    big[0] = 2 ** 64
    assert big == [18446744073709551616, 2]
    empty = []
    empty.append(1.5)
    empty.insert(0, 'first')
    assert empty == ['first', 1.5]
    floats = [0.5]
    floats.pop()
    floats.append('after')
    assert floats == ['after']


def test_index_errors():
    assert raises(IndexError, lambda: [1][1]) == 'list index out of range'
    assert raises(IndexError, lambda: [1][-2]) == 'list index out of range'
    assert raises(IndexError, lambda: [1][2 ** 60]) == 'list index out of range'
    assert raises(IndexError, lambda: [1][2 ** 70]) == "cannot fit 'int' into an index-sized integer"
    assert raises(TypeError, lambda key: [1][key], 'a') == 'list indices must be integers or slices, not str'
    assert raises(IndexError, assign, [1], 1, 0) == 'list assignment index out of range'
    assert raises(IndexError, delete, [1], 1) == 'list assignment index out of range'
    assert raises(TypeError, assign, [1], 'a', 0) == 'list indices must be integers or slices, not str'
    assert raises(TypeError, lambda: [1][1.0:]) == 'slice indices must be integers or None or have an __index__ method'
    assert [1, 2][True] == 2

    class Index:
        def __index__(self):
            return 1

    assert [1, 2][Index()] == 2


def test_slices():
    bounds = [None, 0, 1, 2, 3, 5, -1, -2, -5]
    for sample in samples():
        for start in bounds:
            for stop in bounds:
                for step in (None, 1, 2, -1, -2, 7):
                    expected = [sample[i] for i in range(*slice(start, stop, step).indices(len(sample)))]
                    assert sample[start:stop:step] == expected


def test_assign_slice():
    for sample in samples():
        for value in samples():
            for start, stop in ((0, 0), (0, 2), (1, None), (None, None), (2, 1), (-1, 100)):
                target = sample[:]
                target[start:stop] = value
                first, last, _ = slice(start, stop).indices(len(sample))
                assert target == sample[:first] + value + sample[max(first, last):]
    target = [0, 1, 2, 3, 4, 5]
    target[::2] = 'abc'
    assert target == ['a', 1, 'b', 3, 'c', 5]
    target[::-2] = [10, 11, 12]
    assert target == ['a', 12, 'b', 11, 'c', 10]
    target[1:1] = target
    assert len(target) == 12 and target[1:7] == ['a', 12, 'b', 11, 'c', 10]
    assert raises(ValueError, assign, [1, 2, 3], slice(0, 3, 2), [1]) == 'attempt to assign sequence of size 1 to extended slice of size 2'
    assert raises(TypeError, assign, [1, 2], slice(0, 1), 3) == 'must assign iterable to extended slice'
    assert raises(ValueError, lambda: [1][::0]) == 'slice step cannot be zero'


def test_delete_slice():
    for sample in samples():
        for start in (None, 0, 1, -1):
            for stop in (None, 2, 3, -1):
                for step in (None, 1, 2, -1, -2):
                    target = sample[:]
                    del target[start:stop:step]
                    gone = set(range(*slice(start, stop, step).indices(len(sample))))
                    assert target == [item for place, item in enumerate(sample) if place not in gone]


def test_methods():
    numbers = [1, 2, 3]
    assert numbers.append(4) is None and numbers == [1, 2, 3, 4]
    assert numbers.pop() == 4 and numbers.pop(0) == 1 and numbers == [2, 3]
    numbers.insert(1, 9)
    numbers.insert(-100, 0)
    numbers.insert(100, 7)
    assert numbers == [0, 2, 9, 3, 7]
    numbers.remove(9)
    numbers.reverse()
    assert numbers == [7, 3, 2, 0]
    assert numbers.index(3) == 1 and numbers.index(0, -1) == 3 and numbers.count(3) == 1
    numbers.extend((1, 2))
    numbers.extend(numbers)
    assert numbers == [7, 3, 2, 0, 1, 2] * 2
    assert numbers.copy() == numbers and numbers.copy() is not numbers
    numbers.clear()
    assert numbers == []
    assert raises(IndexError, [].pop) == 'pop from empty list'
    assert raises(IndexError, [1].pop, 1) == 'pop index out of range'
    assert raises(OverflowError, [1].pop, 2 ** 70) == 'Python int too large to convert to C ssize_t'
    assert raises(ValueError, [].remove, 1) == 'list.remove(x): x not in list'
    assert raises(ValueError, [1].index, 2) == 'list.index(x): x not in list'
    assert raises(TypeError, [1].index, 1, 'a') == 'slice indices must be integers or have an __index__ method'
    assert raises(TypeError, [].append) == 'list.append() takes exactly one argument (0 given)'
    assert raises(TypeError, [].pop, 1, 2) == 'pop expected at most 1 argument, got 2'


def test_nan_is_found():
    nan = float('nan')
    assert nan in [nan] and nan in [1.0, nan] and [nan] == [nan]
    assert [nan].index(nan) == 0 and [nan, 1].count(nan) == 1
    assert True in [1, 2] and 1.0 in [1, 2] and 1 in [1.0]
    assert 2 ** 53 + 1 in [2 ** 53 + 1]


def test_concatenate_and_repeat():
    for left in samples():
        for right in samples():
            both = left + right
            assert len(both) == len(left) + len(right)
            assert both[:len(left)] == left and both[len(left):] == right
            left_copy = left[:]
            left_copy += right
            assert left_copy == both
        assert left * 0 == [] and left * -1 == [] and left * 1 == left and 2 * left == left + left
        copy = left[:]
        copy *= 3
        assert copy == left + left + left
    assert raises(TypeError, lambda: [] + ()) == 'can only concatenate list (not "tuple") to list'
    assert raises(TypeError, lambda: [] * 'a') == "can't multiply sequence by non-int of type 'str'"
    assert raises(TypeError, lambda: [] * 1.5) == "can't multiply sequence by non-int of type 'float'"
    assert raises(MemoryError, lambda: [0] * 2 ** 62) == ''
    assert raises(OverflowError, lambda: [0] * 2 ** 70) == "cannot fit 'int' into an index-sized integer"
    nested = [[]] * 2
    nested[0].append(1)
    assert nested == [[1], [1]]
    numbers = [1]
    same = numbers
    same += 'ab'
    assert numbers == [1, 'a', 'b']


def test_compare():
    assert [1, 2] < [1, 3] and [1] < [1, 0] and not [2] < [1, 5] and [] < [0]
    assert [1.5] == [1.5] and [1] == [1.0] and [1, 2] != [1, 2, 3] and ['a'] >= ['a']
    assert [1, 2].__eq__((1, 2)) is NotImplemented and [1].__lt__(1) is NotImplemented
    assert raises(TypeError, lambda: [1] < (1,)) == "'<' not supported between instances of 'list' and 'tuple'"
    assert raises(TypeError, lambda: [1, 2] < [1, 'a']) == "'<' not supported between instances of 'int' and 'str'"

    class Odd:
        def __eq__(self, other):
            return False

        def __lt__(self, other):
            return 'less'

    assert ([Odd()] < [1]) == 'less'
    assert raises(TypeError, hash, []) == "unhashable type: 'list'"


def test_repr():
    assert repr([]) == '[]' and repr([1, 'a', 2.5, None]) == "[1, 'a', 2.5, None]"
    assert repr([0.1, -0.0, 1e100]) == '[0.1, -0.0, 1e+100]'
    loop = [1]
    loop.append(loop)
    assert repr(loop) == '[1, [...]]'
    inner = (loop,)
    assert repr(inner) == '([1, [...]],)'


def test_change_during_iteration():
    numbers = [1, 2, 3]
    seen = []
    for number in numbers:
        seen.append(number)
        if len(numbers) < 6:
            numbers.append(number * 10)
    assert seen == [1, 2, 3, 10, 20, 30]
    numbers = [1, 2, 3, 4]
    seen = []
    for number in numbers:
        seen.append(number)
        numbers.remove(number)
    assert seen == [1, 3]
    numbers = [1]
    iterator = iter(numbers)
    assert list(iterator) == [1]
    numbers.append(2)
    assert list(iterator) == []

    class Growing:
        def __init__(self, target):
            self.target = target

        def __eq__(self, other):
            self.target.clear()
            return False

    target = [1, 2, 3]
    assert Growing(target) not in target


def test_extend_keeps_what_came_before_an_error():
    def some():
        yield 1
        yield 2
        raise KeyError('stop')

    target = [0]
    raises(KeyError, target.extend, some())
    assert target == [0, 1, 2]


def test_iterators():
    iterator = iter([1, 2, 3])
    assert iterator.__length_hint__() == 3 and next(iterator) == 1 and iterator.__length_hint__() == 2
    assert iterator.__reduce__() == (iter, ([1, 2, 3],), 1)
    iterator.__setstate__(2)
    assert list(iterator) == [3] and iterator.__reduce__() == (iter, ([],))
    assert raises(StopIteration, next, iterator) == ''
    backwards = reversed([1, 2, 3])
    assert type(backwards).__name__ == 'list_reverseiterator'
    assert backwards.__length_hint__() == 3 and next(backwards) == 3
    assert backwards.__reduce__() == (reversed, ([1, 2, 3],), 1)
    backwards.__setstate__(100)
    assert list(backwards) == [3, 2, 1] and backwards.__length_hint__() == 0
    assert raises(TypeError, iter([]).__setstate__, 'a') == 'an integer is required'


def test_subclass():
    class Stack(list):
        def __init__(self, *args):
            super().__init__(*args)
            self.name = 'stack'

        def push(self, item):
            self.append(item)

    stack = Stack([1])
    stack.push(2)
    assert stack == [1, 2] and stack.name == 'stack' and isinstance(stack, list)
    assert type(stack + [3]) is list and type(stack[:]) is list and type(stack * 2) is list
    assert list(stack) == [1, 2] and repr(stack) == '[1, 2]'

    class Loud(list):
        def __iter__(self):
            return iter(['loud'])

        def __getitem__(self, index):
            return 'item'

    assert list(Loud([1, 2])) == ['loud'] and Loud([1])[0] == 'item'


def test_sort():
    numbers = [(x * 7919) % 101 for x in range(300)]
    for values in (numbers, [x / 4 for x in numbers], [str(x) for x in numbers], [(x % 5, x) for x in numbers],
                   [x if x % 2 else x + 0.5 for x in numbers], [2 ** 60 + x for x in numbers]):
        result = sorted(values)
        assert all(not result[i + 1] < result[i] for i in range(len(result) - 1))
        assert sorted(values, reverse=True) == result[::-1] or len(set(values)) < len(values)
        copy = values[:]
        assert copy.sort() is None and copy == result
    pairs = [(x % 3, place) for place, x in enumerate(numbers)]
    assert sorted(pairs, key=lambda pair: pair[0]) == sorted(pairs)
    down = sorted(pairs, key=lambda pair: pair[0], reverse=True)
    assert [p for p in down if p[0] == 2] == [p for p in pairs if p[0] == 2]
    assert sorted([-0.0, 0.0, -1.0]) == [-1.0, -0.0, 0.0] and str(sorted([0.0, -0.0])) == '[0.0, -0.0]'
    assert sorted([True, 0, 2, False]) == [0, False, True, 2]


def test_sort_errors():
    assert raises(TypeError, [1].sort, 1) == 'sort() takes no positional arguments'
    assert raises(TypeError, lambda: [1].sort(k=1)) == "sort() got an unexpected keyword argument 'k'"
    values = [3, 'a', 1]
    assert raises(TypeError, values.sort) == "'<' not supported between instances of 'str' and 'int'"
    assert len(values) == 3 and 'a' in values
    values = [3, 1, 2]
    raises(ZeroDivisionError, lambda: values.sort(key=lambda x: 1 / 0))
    assert values == [3, 1, 2]

    def grow(item):
        values.append(item)
        return item

    values = [3, 1, 2]
    assert raises(ValueError, lambda: values.sort(key=grow)) == 'list modified during sort'
    seen = []
    values = [3, 1, 2]
    values.sort(key=lambda item: seen.append(list(values)) or item)
    assert seen == [[], [], []] and values == [1, 2, 3]

    class Failing:
        count = 0

        def __lt__(self, other):
            Failing.count += 1
            if Failing.count > 40:
                raise KeyError('enough')
            return id(self) < id(other)

    values = [Failing() for _ in range(50)]
    before = set(map(id, values))
    raises(KeyError, values.sort)
    assert set(map(id, values)) == before and len(values) == 50


def test_generic():
    assert repr(list[int]) == 'list[int]'
