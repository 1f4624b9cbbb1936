def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


def test_construct():
    assert tuple() == () and tuple('ab') == ('a', 'b') and tuple([1, 2]) == (1, 2)
    pair = (1, 2)
    assert tuple(pair) is pair and pair[:] is pair and pair * 1 is pair and pair + () is pair
    assert raises(TypeError, tuple, 1, 2) == 'tuple expected at most 1 argument, got 2'
    assert raises(TypeError, lambda: tuple(x=1)) == 'tuple() takes no keyword arguments'


def test_items():
    values = (1, 'a', 2.5)
    assert values[0] == 1 and values[-1] == 2.5 and values[1:] == ('a', 2.5) and values[::-1] == (2.5, 'a', 1)
    assert raises(IndexError, lambda: values[3]) == 'tuple index out of range'
    assert raises(TypeError, lambda key: values[key], 'a') == 'tuple indices must be integers or slices, not str'
    assert 'a' in values and 'b' not in values and values.index(2.5) == 2 and values.count('a') == 1
    assert raises(ValueError, values.index, 5) == 'tuple.index(x): x not in tuple'
    assert raises(TypeError, values.count) == 'tuple.count() takes exactly one argument (0 given)'
    nan = float('nan')
    assert nan in (nan,) and (nan,) == (nan,)


def test_hash():
    assert hash(()) == 5740354900026072187
    assert hash((1,)) == -6644214454873602895
    assert hash((1, 2, 3)) == 529344067295497451
    assert hash((-2,)) == hash((-1,)) == 8078679518589016365
    assert hash((5 * 10 ** 9, -7 * 10 ** 12)) == -966896729243270552
    assert hash((2 ** 61 - 5, -2 ** 60)) == -6875261463116459204
    assert hash((0, (1, 2))) == hash((0.0, (True, 2)))
    assert raises(TypeError, hash, ([],)) == "unhashable type: 'list'"


def test_repr():
    assert repr(()) == '()' and repr((1,)) == '(1,)' and repr((1, 'a')) == "(1, 'a')"
    holder = []
    loop = (holder,)
    holder.append(loop)
    assert repr(loop) == '([(...)],)'


def test_operators():
    assert (1, 2) + (3,) == (1, 2, 3) and (1, 2) * 2 == (1, 2, 1, 2) and 0 * (1,) == ()
    assert (1, 2) < (1, 3) and (1,) < (1, 0) and (2,) > (1, 5) and (1, 2.0) == (1.0, 2)
    assert raises(TypeError, lambda: () + []) == 'can only concatenate tuple (not "list") to tuple'
    assert raises(MemoryError, lambda: (0,) * 2 ** 62) == ''
    assert raises(TypeError, lambda: () < []) == "'<' not supported between instances of 'tuple' and 'list'"


def test_iterator():
    iterator = iter((1, 2))
    assert next(iterator) == 1 and iterator.__reduce__() == (iter, ((1, 2),), 1) and iterator.__length_hint__() == 1
    assert list(iterator) == [2] and iterator.__reduce__() == (iter, ((),))
    assert list(reversed((1, 2, 3))) == [3, 2, 1]


def test_subclass():
    class Point(tuple):
        def __new__(cls, x, y):
            return super().__new__(cls, (x, y))

        @property
        def x(self):
            return self[0]

    point = Point(3, 4)
    assert point == (3, 4) and point.x == 3 and type(point[:]) is tuple and hash(point) == hash((3, 4))
    assert type(point + (1,)) is tuple and type(point * 1) is tuple
    assert point.__getnewargs__() == ((3, 4),)
    a, b = point
    assert (a, b) == (3, 4)


def test_struct_sequence():
    import sys

    version = sys.version_info
    assert version[:2] == (version.major, version.minor) == (3, 14)
    assert version.n_fields == 5 and version.n_sequence_fields == 5 and version.n_unnamed_fields == 0
    assert version.__match_args__ == ('major', 'minor', 'micro', 'releaselevel', 'serial')
    assert repr(version).startswith('sys.version_info(major=3, minor=14, micro=')
    assert version > (3, 13) and isinstance(version, tuple) and len(version) == 5
    assert version.__reduce__() == (type(version), (tuple(version), {}))
    assert version.__replace__(major=4)[0] == 4
    assert raises(TypeError, lambda: version.__replace__(foo=1)) == "Got unexpected field name(s): ['foo']"


def test_generic():
    assert repr(tuple[int, ...]) == 'tuple[int, ...]'
