import _collections
from _collections import OrderedDict, defaultdict, _count_elements, _tuplegetter


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_defaultdict():
    d = defaultdict(list)
    d['a'].append(1)
    d['a'].append(2)
    assert d == {'a': [1, 2]} and repr(d) == "defaultdict(<class 'list'>, {'a': [1, 2]})" and d.get('b') is None and 'b' not in d
    assert defaultdict(int)[3] == 0 and raises(KeyError, lambda: defaultdict()[1]) == 1
    assert raises(TypeError, defaultdict, 1) == 'first argument must be callable or None'
    assert defaultdict(None, {1: 2}, a=3) == {1: 2, 'a': 3} and defaultdict(default_factory=int) == {'default_factory': int}
    assert type(d.copy()) is defaultdict and d.copy().default_factory is list and d.__reduce__()[1] == (list,)
    assert type(d | {1: 2}) is defaultdict and ({1: 2} | d).default_factory is list and d.__or__(3) is NotImplemented
    d.default_factory = None
    raises(KeyError, lambda: d['z'])
    raises(ZeroDivisionError, lambda: defaultdict(lambda: 1 / 0)[1])
    nested = defaultdict(lambda: defaultdict(int))
    nested['x']['y'] += 1
    assert nested == {'x': {'y': 1}}

    class Sub(defaultdict):
        def __missing__(self, key):
            return 'own'
    assert Sub(int)[1] == 'own' and type(Sub(int).copy()) is Sub and repr(Sub(int)) == "Sub(<class 'int'>, {})"


def test_ordered_dict():
    d = OrderedDict([('a', 1), ('b', 2), ('c', 3)])
    d.move_to_end('a')
    assert list(d) == ['b', 'c', 'a']
    d.move_to_end('a', last=False)
    d.move_to_end('c', last=False)
    assert list(d) == ['c', 'a', 'b'] and raises(KeyError, d.move_to_end, 'z') == 'z'
    assert d.popitem(last=False) == ('c', 3) and d.popitem() == ('b', 2) and repr(d) == "OrderedDict({'a': 1})"
    d.clear()
    assert raises(KeyError, d.popitem) == 'dictionary is empty' and repr(d) == 'OrderedDict()'
    for i in range(100):
        d[i] = i
        d.move_to_end(i, last=False)
    assert list(d) == list(range(99, -1, -1)) and d[50] == 50
    for i in range(0, 100, 2):
        d.move_to_end(i)
    assert list(d) == list(range(99, 0, -2)) + list(range(0, 100, 2))


def test_ordered_equality():
    a = OrderedDict([(1, 1), (2, 2)])
    b = OrderedDict([(2, 2), (1, 1)])
    assert a != b and a == {2: 2, 1: 1} and {2: 2, 1: 1} == a and a == a.copy() and not a == 3
    assert raises(TypeError, lambda: a < b) is not None


def test_ordered_methods():
    d = OrderedDict(a=1)
    assert d.pop('z', 5) == 5 and raises(KeyError, d.pop, 'z') == 'z' and d.setdefault(key='q', default=2) == 2
    d.update([('x', 1)], y=2)
    assert list(d.items()) == [('a', 1), ('q', 2), ('x', 1), ('y', 2)] and list(reversed(d)) == ['y', 'x', 'q', 'a']
    assert list(reversed(d.values())) == [2, 1, 2, 1] and repr(d.keys()) == "odict_keys(['a', 'q', 'x', 'y'])"
    assert type(d | {}) is OrderedDict and type({} | d) is OrderedDict and OrderedDict.fromkeys('ab', value=0) == {'a': 0, 'b': 0}
    d |= {'n': 1}
    assert d['n'] == 1 and d.keys() & {'n'} == {'n'} and isinstance(d.keys(), type({}.keys()))
    d.note = 'x'
    assert d.__dict__ == {'note': 'x'} and d.__reduce__()[2] == {'note': 'x'} and dict(d) == d
    d['self'] = d
    assert "'self': ..." in repr(d)
    assert raises(TypeError, d.update, 1, 2) == 'update() takes at most 1 positional argument (2 given)'


def test_ordered_subclass():
    class Upper(OrderedDict):
        def __setitem__(self, key, value):
            super().__setitem__(key.upper(), value)
    d = Upper([('a', 1)], b=2)
    d.update({'c': 3})
    d |= {'d': 4}
    d.setdefault('e', 5)
    assert list(d) == ['A', 'B', 'C', 'D', 'E'] and type(d.copy()) is Upper and repr(d).startswith("Upper({'A': 1")


def test_ordered_iteration():
    for action in (lambda d, k: d.__setitem__(k + 5, 1), lambda d, k: d.move_to_end(k), lambda d, k: d.__delitem__(k)):
        d = OrderedDict([(1, 1), (2, 2)])

        def loop():
            for key in d:
                action(d, key)
        assert raises(RuntimeError, loop) == 'OrderedDict mutated during iteration'
    d = OrderedDict([(1, 1), (2, 2)])
    for key in d:
        d[key] = 5
    assert iter(d).__reduce__() == (iter, ([1, 2],))


def test_tuplegetter():
    getter = _tuplegetter(1, 'doc')
    assert getter.__get__((5, 6)) == 6 and getter.__get__(None, int) is getter and getter.__doc__ == 'doc' and repr(getter) == "_tuplegetter(1, 'doc')"
    assert raises(TypeError, getter.__get__, 5) == "descriptor for index '1' for tuple subclasses doesn't apply to 'int' object"
    assert raises(IndexError, getter.__get__, (1,)) == 'tuple index out of range'
    assert raises(AttributeError, getter.__set__, (), 1) == "can't set attribute"
    assert raises(AttributeError, getter.__delete__, ()) == "can't delete attribute"


def test_count_elements():
    counts = {'a': 1}
    _count_elements(counts, 'abca')
    assert counts == {'a': 3, 'b': 1, 'c': 1}

    class Odd(dict):
        def get(self, key, default):
            return 10
    odd = Odd()
    _count_elements(odd, 'aa')
    assert odd == {'a': 11} and raises(TypeError, _count_elements, {}, [[]]) == "unhashable type: 'list'"


def test_a_defaultdict_within_itself():
    class Factory:
        def __call__(self):
            return 0

        def __repr__(self):
            return repr(shown)

    numbers = defaultdict(list)
    numbers[1] = numbers
    assert repr(numbers) == "defaultdict(<class 'list'>, {1: defaultdict(<class 'list'>, {...})})"
    shown = defaultdict(Factory())
    assert repr(shown) == 'defaultdict(defaultdict(..., {}), {})'
    shown[1] = shown
    assert repr(shown) == (
        'defaultdict(defaultdict(..., {1: defaultdict(..., {...})}), {1: defaultdict(defaultdict(..., {...}), {...})})'
    )
