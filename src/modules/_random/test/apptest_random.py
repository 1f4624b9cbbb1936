import _random


def raises(kind, function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except kind as error:
        return str(error)
    raise AssertionError(f'{kind.__name__} not raised')


def test_sequence():
    r = _random.Random(42)
    assert [r.random() for _ in range(3)] == [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]
    assert [r.getrandbits(k) for k in (0, 1, 32, 33, 53, 100)] == [0, 0, 599310825, 3163119785, 6671341247540589, 719941466287131323558231662928]


def test_seeds():
    for seed, value in ((0, 0.8444218515250481), (1, 0.13436424411240122), (-5, 0.6229016948897019), (5, 0.6229016948897019), (2 ** 70, 0.2327882718301838),
                        (1.5, 0.551763726942059), (True, 0.13436424411240122)):
        assert _random.Random(seed).random() == value
    r = _random.Random(1)
    r.seed(0)
    assert r.random() == 0.8444218515250481
    assert raises(TypeError, r.seed, []) == "unhashable type: 'list'"
    r.seed()
    assert 0 <= r.random() < 1


def test_bits():
    r = _random.Random(7)
    for k in (1, 31, 32, 33, 53, 54, 64, 65, 1000):
        assert 0 <= r.getrandbits(k) < 2 ** k
    assert raises(ValueError, r.getrandbits, -1) == 'Cannot convert negative int'
    assert raises(TypeError, r.getrandbits, 1.5) == "'float' object cannot be interpreted as an integer"
    assert raises(OverflowError, r.getrandbits, 10 ** 30) == 'Python int too large for C uint64_t'
    raises(MemoryError, r.getrandbits, 10 ** 18)


def test_state():
    r = _random.Random(3)
    for _ in range(700):
        r.getrandbits(32)
    state = r.getstate()
    assert len(state) == 625 and state[-1] == 76
    expected = [r.random() for _ in range(700)]
    other = _random.Random(4)
    other.setstate(state)
    assert [other.random() for _ in range(700)] == expected
    assert raises(TypeError, r.setstate, [1] * 625) == 'state vector must be a tuple'
    assert raises(ValueError, r.setstate, (1,)) == 'state vector is the wrong size'
    assert raises(ValueError, r.setstate, (1,) * 624 + (700,)) == 'invalid state'
    assert raises(TypeError, r.setstate, ('a',) * 625) == 'an integer is required'
    assert raises(OverflowError, r.setstate, (-1,) * 625) == "can't convert negative value to unsigned int"


def test_subclass():
    class R(_random.Random):
        def __init__(self, seed):
            self.seed(seed)
            self.name = 'r'

    r = R(42)
    assert r.random() == 0.6394267984578837 and r.name == 'r' and isinstance(r, _random.Random)
    assert raises(TypeError, _random.Random, 1, 2) == 'Random expected at most 1 argument, got 2'
    assert raises(TypeError, _random.Random, a=1) == 'Random() takes no keyword arguments'
