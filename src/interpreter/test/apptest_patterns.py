"""match: class, mapping and sequence patterns, and their errors."""

from apptest_checks import check_scenario


class P:
    __match_args__=('x','y')
    def __init__(s,x,y): s.x=x; s.y=y


def test_too_many_positional():
    def scenario():
        match P(1, 2):
            case P(a, b, c):
                return a

    check_scenario(scenario, 'TypeError: P() accepts 2 positional sub-patterns (3 given)')


def test_attribute_also_by_keyword():
    def scenario():
        match P(1, 2):
            case P(a, x=b):
                return (a, b)

    check_scenario(scenario, "TypeError: P() got multiple sub-patterns for attribute 'x'")


def test_match_args_is_int():
    def scenario():
        class Q:
            __match_args__ = 1
        match Q():
            case Q(a):
                return a

    check_scenario(scenario, 'TypeError: Q.__match_args__ must be a tuple (got int)')


def test_match_args_holds_int():
    def scenario():
        class Q:
            __match_args__ = (1,)
        match Q():
            case Q(a):
                return a

    check_scenario(scenario, 'TypeError: __match_args__ elements must be strings (got int)')


def test_match_args_is_list():
    def scenario():
        class Q:
            __match_args__ = ['x']
        match Q():
            case Q(a):
                return a

    check_scenario(scenario, 'TypeError: Q.__match_args__ must be a tuple (got list)')


def test_no_match_args():
    def scenario():
        class Q:
            pass
        match Q():
            case Q(a):
                return a

    check_scenario(scenario, 'TypeError: Q() accepts 0 positional sub-patterns (1 given)')


def test_int_takes_itself():
    def scenario():
        match 5:
            case int(a):
                return a

    check_scenario(scenario, 'returns 5')


def test_int_takes_one():
    def scenario():
        match 5:
            case int(a, b):
                return a

    check_scenario(scenario, 'TypeError: int() accepts 1 positional sub-pattern (2 given)')


def test_local_is_no_class():
    def scenario():
        x = 5
        match 5:
            case x():
                return 1

    check_scenario(scenario, 'TypeError: called match pattern must be a class')


def test_global_is_no_class():
    def scenario():
        Q = 5
        match 5:
            case Q():
                return 1

    check_scenario(scenario, 'TypeError: called match pattern must be a class')


def test_missing_attribute():
    def scenario():
        match P(1, 2):
            case P(a, z=b):
                return 1
            case P(a):
                return a

    check_scenario(scenario, 'returns 1')


def test_mapping_rest():
    def scenario():
        match {'a': 1, 'b': 2}:
            case {'a': x, **r}:
                return (x, r)

    check_scenario(scenario, "returns (1, {'b': 2})")


def test_duplicate_key():
    def scenario():
        k = 'a'
        class K:
            a = 'a'
        match {'a': 1}:
            case {K.a: x, 'a': y}:
                return x

    check_scenario(scenario, 'returns None')


def test_missing_key():
    def scenario():
        match {'a': 1}:
            case {'b': x}:
                return x
            case {}:
                return 'empty'

    check_scenario(scenario, "returns 'empty'")


def test_default_dict():
    def scenario():
        import collections
        d = collections.defaultdict(int)
        match d:
            case {'x': v}:
                return v
            case _:
                return len(d)

    check_scenario(scenario, 'returns 0')


def test_str_is_no_sequence():
    def scenario():
        match 'abc':
            case [a, *b]:
                return 1
            case str(x):
                return x

    check_scenario(scenario, "returns 'abc'")


def test_star_in_the_middle():
    def scenario():
        match (1, 2, 3, 4):
            case [a, *b, c]:
                return (a, b, c)

    check_scenario(scenario, 'returns (1, [2, 3], 4)')


def test_range():
    def scenario():
        match range(5):
            case [0, *r]:
                return r

    check_scenario(scenario, 'returns [1, 2, 3, 4]')


def test_bytearray_is_no_sequence():
    def scenario():
        match bytearray(b'a'):
            case [x]:
                return 1
            case bytearray(y):
                return y

    check_scenario(scenario, "returns bytearray(b'a')")


def test_abstract_sequence():
    def scenario():
        import collections.abc
        class S(collections.abc.Sequence):

            def __len__(s):
                return 2

            def __getitem__(s, i):
                return i * 10 if i < 2 else 1 / 0
        match S():
            case [a, b]:
                return (a, b)

    check_scenario(scenario, 'ZeroDivisionError: division by zero')


def test_no_sequence():
    def scenario():
        class S:

            def __len__(s):
                return 2

            def __getitem__(s, i):
                return i
        match S():
            case [a, b]:
                return a
            case _:
                return 'no'

    check_scenario(scenario, "returns 'no'")


def test_negative_length():
    def scenario():
        class S(list):

            def __len__(s):
                return -1
        match S([1]):
            case [a]:
                return a

    check_scenario(scenario, 'ValueError: __len__() should return >= 0')


def test_alternatives():
    def scenario():
        match 1:
            case 1.0 | 'a' as z:
                return z

    check_scenario(scenario, 'returns 1')


def test_literals():
    def scenario():
        match (-0.0, 1 + 2j, None, True, 'x'):
            case [0.0, 1 + 2j, None, True, 'y' | 'x' as k]:
                return k

    check_scenario(scenario, "returns 'x'")


def test_nested():
    def scenario():
        match P(P(1, 2), [3, {'k': 4}]):
            case P(P(x=1, y=q), [w, {'k': v}]) if v == 4:
                return (q, w, v)

    check_scenario(scenario, 'returns (2, 3, 4)')


def test_instance_check_raises():
    def scenario():
        class M(type):

            def __instancecheck__(c, o):
                raise KeyError('ic')
        class C(metaclass=M):
            pass
        match 1:
            case C():
                pass

    check_scenario(scenario, "KeyError: 'ic'")


def test_property_raises():
    def scenario():
        class D:

            @property
            def x(self):
                raise ValueError('px')
        match D():
            case D(x=1):
                pass

    check_scenario(scenario, 'ValueError: px')


def test_property_raises_attribute_error():
    def scenario():
        class D:

            @property
            def x(self):
                raise AttributeError('px')
        match D():
            case D(x=1):
                pass
            case _:
                return 'fell'

    check_scenario(scenario, "returns 'fell'")


def test_missing_method():
    def scenario():
        class My(dict):

            def __missing__(s, k):
                return 9
        match My():
            case {'q': v}:
                return v
            case _:
                return 'n'

    check_scenario(scenario, "returns 'n'")


def test_inherited_match_args():
    def scenario():
        class B(P):
            __match_args__ = ('y',)
        match B(1, 2):
            case P(a):
                return a

    check_scenario(scenario, 'returns 1')


def test_match_args_twice():
    def scenario():
        class B(P):
            __match_args__ = ('y', 'y')
        match B(1, 2):
            case B(a, b):
                return a

    check_scenario(scenario, "TypeError: B() got multiple sub-patterns for attribute 'y'")


def test_memoryview():
    def scenario():
        match memoryview(b'ab'):
            case [a, b]:
                return (a, b)

    check_scenario(scenario, 'returns (97, 98)')


def test_deque():
    def scenario():
        import array
        match __import__('collections').deque([1, 2]):
            case [a, b]:
                return (a, b)

    check_scenario(scenario, 'returns (1, 2)')
