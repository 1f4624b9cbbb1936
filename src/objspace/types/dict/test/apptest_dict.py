def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


class Key:
    def __init__(self, value, hash_value=None):
        self.value = value
        self.hash_value = hash(value) if hash_value is None else hash_value

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        return isinstance(other, Key) and self.value == other.value or self.value == other

    def __repr__(self):
        return f'Key({self.value!r})'


class Text(str):
    pass


class OddText(str):
    def __hash__(self):
        return 7

    def __eq__(self, other):
        return str.__eq__(self, other)


class Int(int):
    pass


def test_equal_keys_of_different_types():
    d = {1: 'a'}
    for key in (True, 1.0, Int(1), Key(1)):
        assert d[key] == 'a' and key in d
        d[key] = 'a'
        assert list(d)[0] is list(d)[0] and type(list(d)[0]) is int
    d = {True: 1, 2 ** 70: 2, -0.0: 3}
    assert d[1.0] == 1 and d[float(2 ** 70)] == 2 and d[0] == 3 and d[False] == 3
    assert repr(d) == '{True: 1, 1180591620717411303424: 2, -0.0: 3}'
    d = {2.0 ** 60: 'f'}
    assert d[2 ** 60] == 'f'
    d = {Text('x'): 1}
    assert d['x'] == 1 and type(list(d)[0]) is Text
    d['x'] = 2
    assert type(list(d)[0]) is Text and d == {'x': 2}


def test_own_hash_of_str_subclass():
    d = {'k': 1}
    odd = OddText('k')
    assert odd not in d
    d[odd] = 2
    assert len(d) == 2 and d['k'] == 1 and d[odd] == 2
    d = {odd: 1}
    assert d.get('k') is None and d[OddText('k')] == 1


def test_identity_before_equality():
    nan = float('nan')
    assert {nan: 1}[nan] == 1
    assert {(nan,): 1}[(nan,)] == 1

    class Never:
        def __eq__(self, other):
            return False

        def __hash__(self):
            return 1
    key = Never()
    d = {key: 1}
    assert d[key] == 1 and Never() not in d


def test_tuples():
    d = {}
    for x in range(20):
        for y in range(20):
            d[x, y] = x * y
    assert len(d) == 400 and d[7, 9] == 63 and d[7.0, True] == 7 and (20, 0) not in d
    assert d[(3, 4)] == 12 and ((3, 4),) not in d
    del d[3, 4]
    assert (3, 4) not in d and d.get((3, 5)) == 15
    d['name', 1] = 'x'
    d[('name', (1, 2))] = 'y'
    assert d['name', 1.0] == 'x' and d['name', (1, 2.0)] == 'y'
    assert d.pop((0, 0)) == 0 and (0, 0) not in d


def test_mixed_keys_grow():
    d = {}
    keys = [f'k{i}' for i in range(50)] + list(range(50)) + [(i,) for i in range(50)] + [Key(i, i % 3) for i in range(100, 130)]
    for i, key in enumerate(keys):
        d[key] = i
    assert list(d) == keys and all(d[key] == i for i, key in enumerate(keys))
    for key in keys[::2]:
        del d[key]
    assert list(d) == keys[1::2] and all(d[key] == keys.index(key) for key in keys[1::2])
    d.clear()
    assert d == {} and len(d) == 0
    d['a'] = 1
    assert d == {'a': 1}


def test_order():
    d = {}
    for i in range(100):
        d[i] = i
    for i in range(0, 100, 3):
        del d[i]
    for i in range(0, 100, 3):
        d[i] = -i
    assert list(d) == [i for i in range(100) if i % 3] + list(range(0, 100, 3))
    assert list(reversed(d)) == list(d)[::-1]
    d[50] = 'new'
    assert list(d).index(50) == [i for i in range(100) if i % 3].index(50)


def test_queue():
    d = {}
    for i in range(3000):
        d[i] = i
        if i >= 10:
            first = next(iter(d))
            assert first == i - 10
            del d[first]
    assert list(d) == list(range(2990, 3000))
    for i in range(2999, 2989, -1):
        assert d.popitem() == (i, i)
    assert raises(KeyError, d.popitem) == 'popitem(): dictionary is empty'


def test_unhashable():
    message = "cannot use 'list' as a dict key (unhashable type: 'list')"
    for use in (lambda: {}[[]], lambda: {}.get([]), lambda: {}.setdefault([]), lambda: [] in {}, lambda: {[]: 1}, lambda: {1: 2}.pop([], 3),
                lambda: dict.fromkeys([[]]), lambda: {1: 2}.__delitem__([])):
        assert raises(TypeError, use) == message
    assert raises(TypeError, lambda: {([],): 1}) == "cannot use 'tuple' as a dict key (unhashable type: 'list')"
    assert {}.pop([], 3) == 3

    class Bad:
        def __hash__(self):
            raise TypeError('no way')
    assert raises(TypeError, lambda: {Bad(): 1}).endswith("test_unhashable.<locals>.Bad' as a dict key (no way)")

    class Worse:
        def __hash__(self):
            raise ValueError('no way')
    assert raises(ValueError, lambda: {Worse(): 1}) == 'no way'


def test_key_error_carries_the_key():
    for key in ('x', 1, None, (1, 2), ()):
        for use in (lambda: {}[key], lambda: {1.5: 2}.pop(key), lambda: {2: 3}.__delitem__(key)):
            try:
                use()
            except KeyError as error:
                assert error.args == (key,)
            else:
                raise AssertionError


def test_changes_during_comparison():
    class Meddler:
        def __init__(self, action):
            self.action = action

        def __hash__(self):
            return 1

        def __eq__(self, other):
            action, self.action = self.action, None
            if action is not None:
                action()
            return False
    d = {}
    first = Meddler(None)
    d[first] = 1
    for i in range(20):
        d[Key(i, 1)] = i
    first.action = d.clear
    assert d.get(Key(3, 1)) is None and d == {}
    d[first] = 1
    first.action = lambda: d.update({Key('new', 1): 'found'})
    assert d[Key('new', 1)] == 'found'
    first.action = lambda: [d.__setitem__(i, i) for i in range(100)]
    d[Key('late', 1)] = 'yes'
    assert len(d) == 103 and d[Key('late', 1)] == 'yes'


def test_errors_of_comparison():
    class Angry:
        def __hash__(self):
            return 1

        def __eq__(self, other):
            raise ZeroDivisionError
    d = {Angry(): 1}
    for use in (lambda: d[Angry()], lambda: d.get(1), lambda: 1 in d, lambda: d.setdefault(1, 2), lambda: d.pop(1)):
        raises(ZeroDivisionError, use)
    assert len(d) == 1


def test_construction():
    assert dict() == {} and dict({1: 2}) == {1: 2} and dict([(1, 2), [3, 4], 'ab']) == {1: 2, 3: 4, 'a': 'b'}
    assert dict(a=1, b=2) == {'a': 1, 'b': 2} and dict({'a': 1}, a=2, c=3) == {'a': 2, 'c': 3}
    assert dict(self=1, other=2) == {'self': 1, 'other': 2}

    class Mapping:
        def keys(self):
            return ['x', 'y']

        def __getitem__(self, key):
            return key * 2
    assert dict(Mapping()) == {'x': 'xx', 'y': 'yy'} and {**Mapping()} == dict(Mapping())
    assert raises(TypeError, dict, 1) == "'int' object is not iterable"
    assert raises(TypeError, dict, 1, 2) == 'dict expected at most 1 argument, got 2'
    assert raises(TypeError, dict, [1]) == 'object is not iterable'
    assert raises(ValueError, dict, [(1, 2), (3,)]) == 'dictionary update sequence element #1 has length 1; 2 is required'
    assert raises(ValueError, dict, ['abc']) == 'dictionary update sequence element #0 has length 3; 2 is required'
    try:
        dict([(1, 2), 3])
    except TypeError as error:
        assert error.__notes__ == ['Cannot convert dictionary update sequence element #1 to a sequence']
    assert raises(TypeError, {}.update, 1, 2) == 'update expected at most 1 argument, got 2'


def test_fromkeys():
    assert dict.fromkeys('ab') == {'a': None, 'b': None} and dict.fromkeys({1, 1}, 5) == {1: 5}

    class Sub(dict):
        def __setitem__(self, key, value):
            dict.__setitem__(self, key, [value])
    assert Sub.fromkeys('a', 1) == {'a': [1]} and type(Sub.fromkeys('')) is Sub

    class Other(dict):
        def __new__(cls):
            return {9: 9}
    assert Other.fromkeys([1]) == {9: 9, 1: None}


def test_methods():
    d = {'a': 1}
    assert d.setdefault('a', 5) == 1 and d.setdefault('b', 2) == 2 and d.setdefault('c') is None and len(d) == 3
    assert d.pop('c') is None and d.pop('zz', 7) == 7 and d.get('zz') is None and d.get('zz', 3) == 3
    copy = d.copy()
    copy['x'] = 1
    d['y'] = 2
    assert copy == {'a': 1, 'b': 2, 'x': 1} and d == {'a': 1, 'b': 2, 'y': 2}
    d.update([('a', 9)], z=3)
    assert d == {'a': 9, 'b': 2, 'y': 2, 'z': 3}
    d.update(d)
    assert len(d) == 4 and d.popitem() == ('z', 3)


def test_copies_are_apart():
    for size in (3, 8, 9, 200):
        original = {f'k{i}': i for i in range(size)}
        copies = [dict(original), original.copy(), {**original}, original | {}]
        for copy in copies:
            copy['extra'] = 1
            del copy['k0']
            assert list(copy) == [f'k{i}' for i in range(1, size)] + ['extra']
        assert list(original) == [f'k{i}' for i in range(size)]
        original['k1'] = 'changed'
        assert all(copy['k1'] == 1 for copy in copies)


def test_union():
    assert {1: 1, 2: 2} | {2: 3, 4: 4} == {1: 1, 2: 3, 4: 4}
    d = {1: 1}
    same = d
    d |= [(2, 2)]
    assert d is same and d == {1: 1, 2: 2}

    class Sub(dict):
        pass
    assert type(Sub() | {}) is dict and type({} | Sub()) is dict
    assert {}.__or__([]) is NotImplemented and {}.__ror__(1) is NotImplemented
    assert raises(TypeError, lambda: {} | 1) == "unsupported operand type(s) for |: 'dict' and 'int'"


def test_equality():
    assert {1: 2, 3: 4} == {3: 4, 1: 2} and {1: 2} != {1: 3} and {1: 2} != {2: 2} and {} != [] and {1: 1} == {True: 1.0}
    assert {}.__eq__(1) is NotImplemented and {}.__lt__({}) is NotImplemented
    assert raises(TypeError, lambda: {} < {}) == "'<' not supported between instances of 'dict' and 'dict'"
    assert raises(TypeError, hash, {}) == "unhashable type: 'dict'"


def test_repr():
    assert repr({}) == '{}' and repr({'a': [1], 2: None}) == "{'a': [1], 2: None}"
    d = {}
    d[1] = d
    assert repr(d) == '{1: {...}}'


def test_missing():
    class Sub(dict):
        def __missing__(self, key):
            return key, 'missing'
    d = Sub(a=1)
    assert d['a'] == 1 and d['b'] == ('b', 'missing') and 'b' not in d and d.get('b') is None
    assert dict.__getitem__(d, 'c') == ('c', 'missing')
    raises(KeyError, lambda: d.pop('x'))

    class Plain(dict):
        pass
    assert raises(KeyError, lambda: Plain()[3]) == 3


def test_changes_during_iteration():
    def grow():
        d = {1: 1}
        for key in d:
            d[key + 1] = 1

    def swap():
        d = {1: 1, 2: 2}
        for key in d:
            del d[key]
            d[key + 10] = 1
    assert raises(RuntimeError, grow) == 'dictionary changed size during iteration'
    assert raises(RuntimeError, swap) == 'dictionary keys changed during iteration'
    d = {1: 1, 2: 2}
    iterator = iter(d)
    next(iterator)
    d[3] = 1
    raises(RuntimeError, next, iterator)
    del d[3]
    assert raises(RuntimeError, next, iterator) == 'dictionary changed size during iteration'
    d = {1: 1, 2: 2}
    for key in d:
        d[key] = 'other'
    assert d == {1: 'other', 2: 'other'}
    iterator = iter(d)
    assert list(iterator) == [1, 2]
    d[5] = 5
    assert list(iterator) == []


def test_iterators():
    d = {1: 'a', 2: 'b', 3: 'c'}
    iterator = iter(d.items())
    assert iterator.__length_hint__() == 3 and next(iterator) == (1, 'a') and iterator.__length_hint__() == 2
    assert iterator.__reduce__() == (iter, ([(2, 'b'), (3, 'c')],)) and next(iterator) == (2, 'b')
    assert list(reversed(d)) == [3, 2, 1] and list(reversed(d.values())) == ['c', 'b', 'a']
    assert list(reversed(d.items())) == [(3, 'c'), (2, 'b'), (1, 'a')]
    assert reversed(d).__reduce__() == (iter, ([3, 2, 1],))
    assert type(iter(d)).__name__ == 'dict_keyiterator' and type(reversed(d.items())).__name__ == 'dict_reverseitemiterator'
    iterator = iter(d)
    assert iter(iterator) is iterator


def test_subclass():
    class Sub(dict):
        def __init__(self, *args, **kwargs):
            super().__init__(*args, **kwargs)
            self.extra = 1
    d = Sub({1: 2}, a=3)
    assert d == {1: 2, 'a': 3} and d.extra == 1 and type(d.copy()) is dict and isinstance(d, dict)
    assert repr(d) == "{1: 2, 'a': 3}" and dict(d) == d
    assert repr(dict[int, str]) == 'dict[int, str]'


def test_namespaces_are_dictionaries():
    class C:
        pass
    c = C()
    c.a = 1
    c.__dict__['b'] = 2
    assert c.b == 2 and list(vars(c)) == ['a', 'b']
    globals()['made_here'] = 5
    assert made_here == 5
    globals()['made_here'] = 6
    assert made_here == 6
    del globals()['made_here']
    raises(NameError, lambda: made_here)
    globals()['made_here'] = 7
    assert made_here == 7


def test_copies_do_not_see_each_other():
    def kinds():
        yield {}
        yield {'a': 1, 'b': 2}
        yield {f'k{i}': i for i in range(40)}
        yield {i: -i for i in range(40)}
        yield {(i, 'x'): i for i in range(40)}

    def changes(d, key):
        yield lambda: d.update({key: 0})
        yield lambda: d.pop(next(iter(d), None), None)
        yield lambda: d.clear()
        yield lambda: d.update((f'new{i}', i) for i in range(30))
        yield lambda: d.setdefault(2.5, d)

    for original in kinds():
        for which in range(3):
            for index in range(5):
                first = dict(original)
                second = first.copy()
                third = first | second
                copies = [first, second, third]
                for turn in range(3):
                    changed = copies[(which + turn) % 3]
                    others = [(d, list(d.items())) for d in copies if d is not changed]
                    list(changes(changed, ('key', turn)))[(index + turn) % 5]()
                    assert all(list(d.items()) == items for d, items in others)
                    assert all(d[key] is value or d[key] == value for d, items in others for key, value in items)
                    assert all(changed[key] is changed.get(key) for key in changed)
    d = {f'k{i}': i for i in range(50)}
    for i in range(100):
        d = dict(d)
        d[f'n{i}'] = i
    assert len(d) == 150 and d['n99'] == 99 and d['k0'] == 0


def test_displays_of_one_place_do_not_see_each_other():
    made = [{'a': 1, 'b': i} for i in range(3)]
    copies = [d.copy() for d in made]
    for d in (*made[1:], *copies[1:]):
        d['c'] = 3
        del d['a']
    assert made[0] == copies[0] == {'a': 1, 'b': 0} and made[2] == copies[2] == {'b': 2, 'c': 3}
    assert [{'a': 1, 'b': i} for i in range(3)][2] == {'a': 1, 'b': 2}
