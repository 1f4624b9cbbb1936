"""What wrong uses of builtins and classes say; found by tools/fuzz-programs.ts."""

import collections
import itertools
import types
import warnings
import weakref


class Plain:
    pass


class Whole(int):
    pass


def error_of(function, *args, **kwargs):
    try:
        function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'
    return None


def test_keys_of_a_namespace_that_are_no_strings_are_warned_of():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        type('Made', (), {1: 2, 3: 4})
    assert [str(warning.message) for warning in caught] == ['non-string key in the __dict__ of class Made']
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        assert error_of(type, 'Made', (), {None: 2}) == 'RuntimeWarning: non-string key in the __dict__ of class Made'


def test_keys_of_a_namespace_that_are_no_strings_are_kept():
    def own(kind):
        return {key: value for key, value in kind.__dict__.items() if not (isinstance(key, str) and key.startswith('__'))}

    with warnings.catch_warnings():
        warnings.simplefilter('ignore')
        made = type('Made', (), {'a': 1, 1: 2, 'b': 3, None: 4})

    assert own(made) == {'a': 1, 1: 2, 'b': 3, None: 4} and list(made.__dict__)[:4] == ['a', 1, 'b', None]
    assert made.__dict__[1] == 2 and made.__dict__.get(None) == 4 and 1 in made.__dict__ and 2 not in made.__dict__
    assert len(made.__dict__) == len(list(made.__dict__))
    made.c = 5
    made.b = 7
    del made.a
    assert list(own(made).items()) == [(1, 2), ('b', 7), (None, 4), ('c', 5)]
    assert error_of(lambda: made.__dict__[2]) == 'KeyError: 2'


def test_type_called_with_a_wrong_number_of_arguments():
    assert error_of(type) == 'TypeError: type() takes 1 or 3 arguments'
    assert error_of(type, 1, 2) == 'TypeError: type() takes 1 or 3 arguments'
    assert error_of(type, 1, x=2) == 'TypeError: type() takes no keyword arguments'
    assert error_of(type.__new__, type, 1) == 'TypeError: type.__new__() takes exactly 3 arguments (1 given)'
    assert error_of(type, None, (), {}) == 'TypeError: type.__new__() argument 1 must be str, not None'
    assert error_of(type, '\ud800', (), {}).startswith('UnicodeEncodeError')


def test_class_methods_are_named_with_the_class():
    assert error_of(type, 'Made', (), {}, x=1) == 'TypeError: Made.__init_subclass__() takes no keyword arguments'
    assert error_of(Plain.__init_subclass__, 1) == 'TypeError: Plain.__init_subclass__() takes no arguments (1 given)'
    assert error_of(issubclass) == 'TypeError: issubclass expected 2 arguments, got 0'


def test_names_with_their_module():
    space = types.SimpleNamespace
    assert error_of(getattr, space, 'zork') == "AttributeError: type object 'types.SimpleNamespace' has no attribute 'zork'"
    message = 'dict.__new__(types.SimpleNamespace): types.SimpleNamespace is not a subtype of dict'
    assert error_of(dict.__new__, space) == f'TypeError: {message}'
    module = Plain.__module__
    Plain.__module__ = 'somewhere'
    try:
        assert error_of(complex, Plain()) == 'TypeError: complex() argument must be a string or a number, not somewhere.Plain'
    finally:
        Plain.__module__ = module
    assert error_of(object.__new__, Whole) == 'TypeError: object.__new__(Whole) is not safe, use Whole.__new__()'
    assert error_of(lambda: str.maketrans(**5)) == 'TypeError: str.maketrans() argument after ** must be a mapping, not int'
    assert error_of(lambda: [].append(*5)) == 'TypeError: list.append() argument after * must be an iterable, not int'


def test_subscripts_that_are_not_deleted():
    class Setter:
        def __setitem__(self, key, value):
            pass

    def delete(target):
        del target[0]

    assert error_of(delete, Plain()) == "TypeError: 'Plain' object doesn't support item deletion"
    assert error_of(delete, 'a') == "TypeError: 'str' object doesn't support item deletion"
    assert error_of(delete, 1) == "TypeError: 'int' object does not support item deletion"
    assert error_of(delete, list[int]) == "TypeError: 'types.GenericAlias' object does not support item deletion"
    assert error_of(delete, Setter()) == 'AttributeError: __delitem__'


def test_arguments_are_checked_in_order():
    assert error_of(sum, x=1) == 'TypeError: sum() takes at least 1 positional argument (0 given)'
    assert error_of(len, 1, x=2) == 'TypeError: len() takes no keyword arguments'
    assert error_of(exec, '', 1, 2) == 'TypeError: exec() globals must be a dict, not int'
    assert error_of(eval, '', 1, 2) == 'TypeError: locals must be a mapping'
    assert error_of(__import__, None) == 'TypeError: module name must be a string'
    indices = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
    assert error_of(itertools.islice, [], 1, -2) == f'ValueError: {indices}'
    assert error_of(itertools.islice, [], 1, -1) == f'ValueError: {indices.replace("Indices", "Stop argument")}'


def test_read_only_attributes_suggest_nothing():
    for target in ((), 'a', None):
        try:
            target.__init__ = 1
        except AttributeError as error:
            assert (error.name, error.obj) == (None, None)
            assert str(error) == f"'{type(target).__name__}' object attribute '__init__' is read-only"
        else:
            assert False


def test_objects_that_hold_no_weak_references():
    assert error_of(weakref.ref, Whole()) == "TypeError: cannot create weak reference to 'Whole' object"
    assert not hasattr(Whole, '__weakref__')
    assert weakref.ref(Plain) is not None


def test_codecs_note_who_failed():
    for encoding in ('utf-16-le', 'utf-32-be'):
        try:
            b'a'.decode(encoding)
        except UnicodeDecodeError as error:
            assert error.__notes__ == [f"decoding with '{encoding}' codec failed"]
        else:
            assert False
    try:
        b'a'.decode('utf-16')
    except UnicodeDecodeError as error:
        assert not hasattr(error, '__notes__')


def test_comprehensions_at_the_level_of_a_module():
    namespace = {}
    exec('found = [list(locals()) for item in [1]]', namespace)
    assert namespace['found'] == [['item']]
    try:
        exec('[nothing for hidden in [1]]', namespace)
    except NameError as error:
        assert 'hidden' not in error.__traceback__.tb_next.tb_frame.f_locals
    else:
        assert False


def test_counting_what_has_no_hash():
    assert error_of(collections.Counter, [[1]]) == "TypeError: unhashable type: 'list'"
    assert error_of(collections.Counter, ['a', [1]]) == "TypeError: unhashable type: 'list'"
