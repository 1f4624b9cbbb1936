def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


class Sequence:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]

    def __len__(self):
        return len(self.items)


def test_sequence_iterator():
    iterator = iter(Sequence(1, 2, 3))
    assert type(iterator).__name__ == 'iterator' and next(iterator) == 1 and iterator.__length_hint__() == 2
    assert iterator.__reduce__()[2] == 1
    iterator.__setstate__(-5)
    assert list(iterator) == [1, 2, 3] and iterator.__reduce__() == (iter, ((),)) and iterator.__length_hint__() == 0

    class Stops:
        def __getitem__(self, index):
            if index < 2:
                return index
            raise StopIteration

    assert list(Stops()) == [0, 1]


def test_callable_iterator():
    items = [1, 2, 0, 3]
    iterator = iter(lambda: items.pop(0), 0)
    assert list(iterator) == [1, 2] and items == [3]
    assert iterator.__reduce__() == (iter, ((),))
    assert iter(int, 1).__reduce__() == (iter, (int, 1))
    assert raises(TypeError, iter, 1) == "'int' object is not iterable"
    assert raises(TypeError, iter, 1, 2) == 'iter(v, w): v must be callable'

    def stop():
        raise StopIteration

    assert list(iter(stop, 0)) == []


def test_enumerate():
    assert list(enumerate('ab')) == [(0, 'a'), (1, 'b')] and list(enumerate('a', 5)) == [(5, 'a')]
    assert list(enumerate(iterable='a', start=2 ** 53 - 1)) == [(2 ** 53 - 1, 'a')]
    assert list(enumerate('abc', 2 ** 53 - 1)) == [(2 ** 53 - 1, 'a'), (2 ** 53, 'b'), (2 ** 53 + 1, 'c')]
    assert raises(TypeError, enumerate) == "enumerate() missing required argument 'iterable'"
    assert raises(TypeError, enumerate, 1) == "'int' object is not iterable"
    assert raises(TypeError, enumerate, [], 'a') == "'str' object cannot be interpreted as an integer"
    assert raises(TypeError, enumerate, [], 1, 2) == 'enumerate() takes at most 2 arguments (3 given)'
    assert raises(TypeError, lambda: enumerate([], foo=1)) == "'foo' is an invalid keyword argument for enumerate()"
    counted = enumerate([1, 2], 5)
    next(counted)
    assert counted.__reduce__()[1][1] == 6

    class Own(enumerate):
        pass

    assert list(Own('a')) == [(0, 'a')] and type(Own('a')) is Own


def test_zip():
    assert list(zip()) == [] and list(zip([1, 2], 'ab')) == [(1, 'a'), (2, 'b')] and list(zip([1, 2], [3])) == [(1, 3)]
    assert raises(ValueError, lambda: list(zip([1], [], strict=True))) == 'zip() argument 2 is shorter than argument 1'
    assert raises(ValueError, lambda: list(zip([], [1], strict=True))) == 'zip() argument 2 is longer than argument 1'
    assert raises(ValueError, lambda: list(zip([1], [1], [], strict=True))) == 'zip() argument 3 is shorter than arguments 1-2'
    assert raises(ValueError, lambda: list(zip([], [], [1], strict=True))) == 'zip() argument 3 is longer than arguments 1-2'
    assert raises(TypeError, lambda: zip(foo=1)) == "zip() got an unexpected keyword argument 'foo'"
    assert raises(TypeError, zip, [], 1) == "'int' object is not iterable"
    strict = zip([1], strict=True)
    assert strict.__reduce__()[2] is True
    strict.__setstate__(False)
    assert len(strict.__reduce__()) == 2


def test_map_and_filter():
    assert list(map(str, [1, 2])) == ['1', '2'] and list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])) == [4, 6]
    assert raises(TypeError, map) == 'map() must have at least two arguments.'
    assert raises(TypeError, map, int) == 'map() must have at least two arguments.'
    assert raises(ValueError, lambda: list(map(max, [1], [1, 2], strict=True))) == 'map() argument 2 is longer than argument 1'
    assert raises(TypeError, lambda: list(map(1, [1]))) == "'int' object is not callable"
    assert list(filter(None, [0, 1, '', 'a'])) == [1, 'a'] and list(filter(bool, [0, 2])) == [2]
    assert list(filter(lambda x: x > 1, [1, 2, 3])) == [2, 3]
    assert raises(TypeError, filter) == 'filter expected 2 arguments, got 0'
    assert raises(TypeError, lambda: filter(None, [], a=1)) == 'filter() takes no keyword arguments'
    mapping = map(int, ['1'])
    assert mapping.__reduce__()[1][0] is int


def test_reversed():
    assert list(reversed(Sequence(1, 2, 3))) == [3, 2, 1]
    backwards = reversed(Sequence(1, 2, 3))
    assert next(backwards) == 3 and backwards.__length_hint__() == 2 and backwards.__reduce__()[2] == 1
    backwards.__setstate__(0)
    assert list(backwards) == [1] and backwards.__reduce__() == (reversed, ((),))
    assert raises(TypeError, reversed, {1}) == "'set' object is not reversible"
    assert raises(TypeError, reversed) == 'reversed expected 1 argument, got 0'

    class Own:
        def __reversed__(self):
            return 'own'

    class Never:
        __reversed__ = None

        def __len__(self):
            return 0

        def __getitem__(self, index):
            raise IndexError

    assert reversed(Own()) == 'own'
    assert raises(TypeError, reversed, Never()) == "'Never' object is not reversible"

    class NoLength:
        def __getitem__(self, index):
            return index

    assert raises(TypeError, reversed, NoLength()) == "object of type 'NoLength' has no len()"


def test_errors_pass_through():
    def failing():
        yield 1
        raise KeyError('x')

    for iterator in (zip(failing()), map(str, failing()), filter(None, failing()), enumerate(failing())):
        next(iterator)
        raises(KeyError, next, iterator)
