import _operator as o
from _operator import attrgetter, itemgetter, methodcaller


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


def test_operators():
    assert o.add(1, 2) == 3 and o.sub(1, 2) == -1 and o.mul(3, 4) == 12 and o.truediv(1, 2) == 0.5 and o.floordiv(7, 2) == 3 and o.mod(7, 3) == 1
    assert o.pow(2, 5) == 32 and o.lshift(1, 3) == 8 and o.rshift(8, 2) == 2 and o.and_(6, 3) == 2 and o.or_(6, 3) == 7 and o.xor(6, 3) == 5
    assert o.neg(1) == -1 and o.pos(-1) == -1 and o.abs(-3) == 3 and o.inv(3) == -4 and o.invert(0) == -1 and o.not_([]) and o.truth([1])
    assert o.lt(1, 2) and o.le(1, 1) and o.eq(1, 1.0) and o.ne(1, 2) and o.ge(2, 1) and o.gt(2, 1)
    assert o.is_(None, None) and o.is_not(1, None) and o.is_none(None) and not o.is_none(0) and o.is_not_none(0) and o.index(True) == 1
    items = [1]
    assert o.iadd(items, (2,)) is items and items == [1, 2] and o.ior({1}, {2}) == {1, 2} and o.ipow(2, 3) == 8 and o.iconcat([1], [2]) == [1, 2]
    assert raises(TypeError, o.matmul, 1, 2) == "unsupported operand type(s) for @: 'int' and 'int'"
    assert raises(TypeError, o.imatmul, 1, 2) == "unsupported operand type(s) for @=: 'int' and 'int'"


def test_items():
    d = {1: 2}
    assert o.getitem(d, 1) == 2 and o.setitem(d, 3, 4) is None and o.delitem(d, 1) is None and d == {3: 4} and o.contains(d, 3)
    assert o.concat('a', 'b') == 'ab' and raises(TypeError, o.concat, 1, 2) == "'int' object can't be concatenated"
    assert o.countOf([1, 1.0, 2], 1) == 2 and o.indexOf('abc', 'c') == 2
    assert raises(ValueError, o.indexOf, [1], 2) == 'sequence.index(x): x not in sequence'
    assert raises(TypeError, o.countOf, 1, 2) == "argument of type 'int' is not iterable"


def test_length_hint():
    class Hint:
        def __init__(self, value):
            self.value = value

        def __length_hint__(self):
            return self.value
    assert o.length_hint([1]) == 1 and o.length_hint(1) == 0 and o.length_hint(1, 5) == 5 and o.length_hint(iter([1, 2])) == 2
    assert o.length_hint(Hint(3)) == 3 and o.length_hint(Hint(NotImplemented), 7) == 7
    assert raises(TypeError, o.length_hint, Hint('a')) == '__length_hint__ must be an integer, not str'
    assert raises(ValueError, o.length_hint, Hint(-1)) == '__length_hint__() should return >= 0'
    assert raises(TypeError, o.length_hint, 1, 'a') == "'str' object cannot be interpreted as an integer"


def test_itemgetter():
    assert itemgetter(1)('abc') == 'b' and itemgetter(0, -1)('abc') == ('a', 'c') and itemgetter(slice(1, 3))('abc') == 'bc'
    assert repr(itemgetter(1, 'a')) == "operator.itemgetter(1, 'a')" and itemgetter(1).__reduce__() == (itemgetter, (1,))
    assert raises(TypeError, itemgetter) == 'itemgetter expected 1 argument, got 0'
    assert raises(TypeError, itemgetter(1), 1, 2) == 'itemgetter expected 1 argument, got 2'
    assert raises(TypeError, lambda: itemgetter(1)(a=3)) == 'itemgetter() takes no keyword arguments'
    assert sorted([(1, 'b'), (2, 'a')], key=itemgetter(1)) == [(2, 'a'), (1, 'b')]


def test_attrgetter():
    assert attrgetter('real')(3) == 3 and attrgetter('real.imag', 'imag')(3) == (0, 0)
    assert repr(attrgetter('a.b', 'c')) == "operator.attrgetter('a.b', 'c')" and attrgetter('a').__reduce__() == (attrgetter, ('a',))
    assert raises(TypeError, attrgetter, 1) == 'attribute name must be a string'
    assert raises(AttributeError, attrgetter('nope'), 1) == "'int' object has no attribute 'nope'"


def test_methodcaller():
    assert methodcaller('upper')('a') == 'A' and methodcaller('split', 'b', maxsplit=1)('abcb') == ['a', 'cb']
    assert repr(methodcaller('a', 1, x=2)) == "operator.methodcaller('a', 1, x=2)" and methodcaller('a', 1).__reduce__() == (methodcaller, ('a', 1))
    assert raises(TypeError, methodcaller) == 'methodcaller needs at least one argument, the method name'
    assert raises(TypeError, methodcaller, 1) == 'method name must be a string'
    assert raises(TypeError, methodcaller('upper')) == 'methodcaller expected 1 argument, got 0'


def test_others():
    assert o.call(max, 1, 2, key=lambda x: -x) == 1 and o._compare_digest('a', 'a') and not o._compare_digest(b'a', b'b')
    assert not o._compare_digest('a', 'ab') and raises(TypeError, o._compare_digest, 'a', b'a') == "a bytes-like object is required, not 'str'"
    assert raises(TypeError, o._compare_digest, 'é', 'é') == 'comparing strings with non-ASCII characters is not supported'
    assert raises(TypeError, o._compare_digest, 1, 2) == "unsupported operand types(s) or combination of types: 'int' and 'int'"
