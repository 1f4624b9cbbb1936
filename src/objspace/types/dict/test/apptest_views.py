def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_keys():
    d = {'a': 1, 'b': 2}
    keys = d.keys()
    assert len(keys) == 2 and 'a' in keys and list(keys) == ['a', 'b'] and repr(keys) == "dict_keys(['a', 'b'])"
    d['c'] = 3
    assert list(keys) == ['a', 'b', 'c']
    assert keys & {'a', 'z'} == {'a'} and keys & ['b'] == {'b'} and ['b'] & keys == {'b'}
    assert keys | {'z'} == {'a', 'b', 'c', 'z'} and keys - ['a'] == {'b', 'c'} and ['a', 'q'] - keys == {'q'}
    assert keys ^ ['a', 'q'] == {'b', 'c', 'q'} and type(keys | []) is set
    assert keys == {'a', 'b', 'c'} and keys != {'a'} and keys > {'a'} and keys >= {'a', 'b', 'c'} and {'a'} < keys and not keys <= {'a'}
    assert keys.isdisjoint('xyz') and not keys.isdisjoint(['a']) and {}.keys().isdisjoint({}.keys())
    assert keys.mapping == d and type(keys.mapping).__name__ == 'mappingproxy'
    assert raises(TypeError, lambda: keys | 1) == "'int' object is not iterable"
    assert raises(TypeError, lambda: keys < ['a']) == "'<' not supported between instances of 'dict_keys' and 'list'"
    assert raises(TypeError, hash, keys) == "unhashable type: 'dict_keys'"


def test_items():
    items = {1: 'a', 2: []}.items()
    assert (1, 'a') in items and (1, 'b') not in items and [1, 'a'] not in items and (3, 'a') not in items and (1, 'a', 2) not in items
    assert repr(items) == "dict_items([(1, 'a'), (2, [])])" and len(items) == 2
    assert {1: 'a'}.items() & {(1, 'a'), (2, 'b')} == {(1, 'a')} and {1: 2}.items() ^ {1: 3}.items() == {(1, 2), (1, 3)}
    assert {1: 2}.items() == {(1, 2)} and {1: 2}.items() == {1: 2.0}.items() and {1: 2}.items() <= {1: 2, 3: 4}.items()
    assert {1: 2}.items().isdisjoint([(1, 3)])
    assert raises(TypeError, lambda: ([], 1) in items) == "cannot use 'list' as a dict key (unhashable type: 'list')"


def test_values():
    d = {1: 'a', 2: 'a'}
    values = d.values()
    assert len(values) == 2 and 'a' in values and 'b' not in values and list(values) == ['a', 'a']
    assert values == values and d.values() != d.values() and repr(values) == "dict_values(['a', 'a'])" and values.mapping == d
    assert isinstance(hash(values), int)


def test_recursion():
    d = {}
    d['k'] = d.values()
    assert repr(d) == "{'k': dict_values([dict_values([...])])}" or repr(d) == "{'k': dict_values([...])}"


def test_cannot_be_made():
    for view in ({}.keys(), {}.items(), {}.values(), iter({})):
        name = type(view).__name__
        assert raises(TypeError, type(view)) == f"cannot create '{name}' instances"
        assert raises(TypeError, type, 'X', (type(view),), {}) == f"type '{name}' is not an acceptable base type"


def test_dictionary_of_keys():
    assert dict.fromkeys({'x': 1}.keys(), 2) == {'x': 2} and set({1: 2}.items()) == {(1, 2)} and sorted({3: 1, 1: 2}.keys()) == [1, 3]
