"""Identifiers outside the Basic Multilingual Plane: wherever a name is seen as a str, its length is that of its characters."""

import sys
import types


def lengths(names):
    return [len(name) for name in names]


def keywords(**values):
    return values


def test_keywords():
    assert lengths(keywords(𐊧=1)) == [1]
    assert keywords(𐊧=1)['𐊧'] == 1
    assert '𐊧' in keywords(a=0, 𐊧=1)
    assert keywords(**{'𐊧': 1}) == {'𐊧': 1}


def test_globals():
    namespace = {}
    exec('𐊧 = 1\ndef 𐊨(): return 𐊧', namespace)
    assert lengths(name for name in namespace if name != '__builtins__') == [1, 1]
    assert namespace['𐊧'] == 1 and namespace['𐊨']() == 1
    assert eval('𐊧', {'𐊧': 5}) == 5
    assert eval('𐊧', {}, {'𐊧': 6}) == 6


def test_locals():
    𐊧 = 1
    assert lengths(locals()) == [1]
    assert lengths(sys._getframe().f_locals) == [1]


def test_class_namespace():
    class 𐊨:
        𐊧x = 2

    assert lengths(name for name in vars(𐊨) if name[0] != '_') == [2]
    assert lengths(name for name in dir(𐊨) if name[0] != '_') == [2]
    assert len(𐊨.__name__) == 1
    assert type('C', (), {'𐊧': 3}).𐊧 == 3


def test_instance():
    class C:
        pass

    c = C()
    c.𐊧 = 1
    assert lengths(c.__dict__) == [1]
    assert lengths(name for name in dir(c) if name[0] != '_') == [1]
    assert getattr(c, '𐊧') == c.__dict__['𐊧'] == 1
    assert lengths(types.SimpleNamespace(𐊧=2).__dict__) == [1]


def test_slots():
    class C:
        __slots__ = ('𐊧',)

    c = C()
    c.𐊧 = 3
    assert c.𐊧 == 3 and c.__reduce_ex__(2)[2] == (None, {'𐊧': 3})


def test_hooks():
    seen = []

    class Hooked:
        def __getattr__(self, name):
            seen.append(len(name))

        def __setattr__(self, name, value):
            seen.append(len(name))

        def __delattr__(self, name):
            seen.append(len(name))

    h = Hooked()
    h.𐊧
    getattr(h, '𐊧𐊧')
    h.𐊧 = 1
    del h.𐊧

    class Always:
        def __getattribute__(self, name):
            seen.append(len(name))

        def __set_name__(self, owner, name):
            seen.append(len(name))

    Always().𐊧

    class Named:
        𐊧 = Always()

    module = types.ModuleType('m')
    module.__getattr__ = lambda name: seen.append(len(name))
    module.𐊧
    assert seen == [1, 2, 1, 1, 1, 1, 1], seen


def test_wrappers_take_any_name():
    class C:
        pass

    c = C()
    object.__setattr__(c, '𐊧', 4)
    assert object.__getattribute__(c, '𐊧') == 4
    object.__delattr__(c, '𐊧')
    assert c.__dict__ == {}


def test_patterns():
    class Point:
        __match_args__ = ('𐊧',)
        𐊧 = 3

    match Point():
        case Point(𐊧=by_name):
            pass
    match Point():
        case Point(by_place):
            pass
    assert by_name == by_place == 3


def test_errors_know_the_name():
    names = []
    for code in ['𐊧', 'object.𐊧', 'object().𐊧', 'import 𐊧', 'from sys import 𐊧']:
        try:
            exec(code)
        except Exception as error:
            names.append(len(error.name_from if code.startswith('from') else error.name))
    assert names == [1, 1, 1, 1, 1], names


def test_modules_and_code():
    module = types.ModuleType('m')
    module.𐊧 = 1
    assert lengths(name for name in dir(module) if name[0] != '_') == [1]
    code = compile('𐊧 = 1', '<test>', 'exec')
    assert lengths(code.co_names) == [1]


def test_tree():
    import ast

    tree = ast.parse('𐊧.𐊨')
    assert len(tree.body[0].value.attr) == len(tree.body[0].value.value.id) == 1


def in_ascii(text):
    return text.encode('ascii', 'backslashreplace')


def test_texts_put_together_from_names():
    kind = type('\U0001f600x', (), {'__slots__': ('𐊧',), '__module__': 'm'})
    object = kind()
    assert in_ascii(repr(kind)) == in_ascii(str(kind)) == in_ascii(f'{kind}') == in_ascii(type.__repr__(kind)) == br"<class 'm.\U0001f600x'>"
    assert in_ascii(repr(object)).startswith(br'<m.\U0001f600x object at 0x')
    assert in_ascii(repr(kind.__dict__['𐊧'])) == br"<member '\U000102a7' of '\U0001f600x' objects>"
    assert in_ascii(repr(list[kind])) == br'list[m.\U0001f600x]' and in_ascii(repr(kind | int)) == br'm.\U0001f600x | int'
    assert in_ascii(repr(types.SimpleNamespace(𐊧=1))) == br'namespace(\U000102a7=1)'


def test_texts_of_errors():
    kind = type('\U0001f600x', (), {'𐊧': property(lambda self: 1)})

    def message(function, *args, **keywords):
        try:
            function(*args, **keywords)
        except Exception as error:
            assert len(str(error)) == len(error.args[0])
            return in_ascii(str(error))

    assert message(kind, 1) == br'\U0001f600x() takes no arguments'
    assert message(getattr, kind(), '𐊨') == br"'\U0001f600x' object has no attribute '\U000102a8'"
    assert message(setattr, kind(), '𐊧', 1) == br"property '\U000102a7' of '\U0001f600x' object has no setter"
    assert message(len, kind()) == br"object of type '\U0001f600x' has no len()"
    assert message(eval, '𐊧') == br"name '\U000102a7' is not defined"
    assert message(lengths, [], 𐊧=1) == br"lengths() got an unexpected keyword argument '\U000102a7'"
    assert message(int, '\U0001f600') == br"invalid literal for int() with base 10: '\U0001f600'"
    assert message(format, 1, '\ud83d' + '\ude00') == br"Invalid format specifier '\ud83d\ude00' for object of type 'int'"
