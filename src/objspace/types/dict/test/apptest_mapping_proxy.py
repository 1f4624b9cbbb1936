proxy = type(type.__dict__)


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_reading():
    d = {'a': 1, 'b': 2}
    p = proxy(d)
    assert p['a'] == 1 and 'b' in p and len(p) == 2 and list(p) == ['a', 'b'] and p.get('z', 3) == 3 and p.get('z') is None
    assert list(p.keys()) == ['a', 'b'] and list(p.values()) == [1, 2] and list(p.items()) == [('a', 1), ('b', 2)] and p.copy() == d
    assert list(reversed(p)) == ['b', 'a'] and repr(p) == "mappingproxy({'a': 1, 'b': 2})" and str(p) == "{'a': 1, 'b': 2}"
    d['c'] = 3
    assert p['c'] == 3
    assert raises(KeyError, lambda: p['z']) == 'z'
    assert raises(TypeError, p.get) == 'get expected at least 1 argument, got 0'


def test_nothing_changes():
    p = proxy({})

    def store():
        p['a'] = 1

    def remove():
        del p['a']

    def merge():
        q = p
        q |= {}
    assert raises(TypeError, store) == "'mappingproxy' object does not support item assignment"
    assert raises(TypeError, remove) == "'mappingproxy' object does not support item deletion"
    assert raises(TypeError, merge) == "'|=' is not supported by mappingproxy; use '|' instead"


def test_operators():
    p = proxy({1: 2})
    assert p == {1: 2} and p == p and p == proxy({1: 2}) and p != {} and p | {3: 4} == {1: 2, 3: 4} and {3: 4} | p == {3: 4, 1: 2}
    assert type(p | p) is dict
    assert raises(TypeError, hash, p) == "unhashable type: 'dict'"
    assert raises(TypeError, lambda: p | 3) == "unsupported operand type(s) for |: 'dict' and 'int'"


def test_what_is_a_mapping():
    for value in ([], (), 1, None):
        assert raises(TypeError, proxy, value) == f'mappingproxy() argument must be a mapping, not {type(value).__name__}'
    assert repr(proxy(proxy({}))) == 'mappingproxy(mappingproxy({}))' and proxy(mapping={1: 2})[1] == 2

    class Mapping:
        def __getitem__(self, key):
            return key * 2
    assert proxy(Mapping())['ab'] == 'abab'
