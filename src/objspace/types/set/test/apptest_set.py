def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return error.args[0] if error.args else None
    raise AssertionError("nothing raised")


class Element:
    def __init__(self, value, hash_value=1):
        self.value = value
        self.hash_value = hash_value

    def __hash__(self):
        return self.hash_value

    def __eq__(self, other):
        return isinstance(other, Element) and self.value == other.value


def test_order_of_complex_numbers_ranges_and_frozensets():
    assert list(set([1j, 2])) == [2, 1j]
    assert list(set([(1+2j), 3j, 2, 0.5])) == [0.5, 3j, 2, (1+2j)]
    assert list(set([frozenset({1, 2}), frozenset({3})])) == [frozenset({3}), frozenset({1, 2})]
    assert list(set([range(0, 3), 1, range(5, 9)])) == [1, range(0, 3), range(5, 9)]
    assert list(set([frozenset({i}) for i in range(12)])) == [frozenset({2}), frozenset({11}), frozenset({9}), frozenset({8}), frozenset({7}), frozenset({3}), frozenset({10}), frozenset({1}), frozenset({6}), frozenset({5}), frozenset({4}), frozenset({0})]
    assert list(set([range(i) for i in range(6)])) == [range(0, 1), range(0, 4), range(0, 5), range(0, 2), range(0, 0), range(0, 3)]
    assert list(set([complex(i, -i) for i in range(8)])) == [0j, (7-7j), (6-6j), (5-5j), (4-4j), (3-3j), (1-1j), (2-2j)]
    assert list(set([frozenset(), frozenset({frozenset()}), 7, None])) == [frozenset(), None, frozenset({frozenset()}), 7]


def test_equality_of_what_lies_in_order():
    assert {2, 2 + 0j} == {2} and 2 in {2 + 0j} and (2 + 0j) in {2, 5} and 2.0 in {1j, 2 + 0j}
    assert frozenset({1}) in {frozenset({1.0})} and {1} in {frozenset({1}), 3} and range(0) in {range(1, 1), 5}
    left = frozenset({'a', 1} - {'a'})
    assert left in {frozenset({1}), 7} and len({frozenset({1}), left}) == 1 and {left: 1}[frozenset({1})] == 1

    class Same:
        def __hash__(self):
            return hash(1j)

        def __eq__(self, other):
            return other == 1j

    assert Same() in {1j, 2} and 1j in {Same(), 3} and len({1j, Same(), frozenset({1})}) == 2 and len({Same(), 1j, range(3)}) == 2
    mixed = {1j, 2, frozenset({3})}
    mixed.add('a')
    assert len(mixed) == 4 and 1j in mixed and frozenset({3}) in mixed and 2 + 0j in mixed
    mixed.discard(2.0)
    mixed.remove({3})
    assert mixed == {'a', 1j}
    assert {1j, 2, 5} & {5, 1j} == {5, 1j} and {1j, 2, 5} - {5} == {1j, 2} and {1j, 2, 5} ^ {5, 7j} == {1j, 2, 7j} and {frozenset({1})} <= {frozenset({1}), 2}


def test_order_of_numbers():
    assert repr({3, 1, 2}) == '{1, 2, 3}' and repr({10, 20, 30, 40, 50, 16, 100}) == '{16, 50, 100, 20, 40, 10, 30}'
    assert repr({-1, -2, -3, 0, 1, 2}) == '{0, 1, 2, -1, -3, -2}' and repr({100, 50, 25, 12, 6}) == '{50, 100, 6, 25, 12}'
    s = set()
    for i in [97, 33, 8, 16, 64, 1000, 24, 72, 5]:
        s.add(i)
    assert list(s) == [64, 97, 33, 5, 8, 1000, 72, 16, 24]
    s = {0, 1, 2}
    s.discard(0)
    s.add(8)
    assert list(s) == [8, 1, 2]
    assert list({(0, 1), (1, 0), (2, 2), (0, 0)}) == [(0, 1), (1, 0), (0, 0), (2, 2)]


def test_equal_elements():
    s = {1}
    s.add(True)
    s.add(1.0)
    assert repr(s) == '{1}' and {True, 1.0} == {1} and 1.0 in s and True in s
    assert {'a', 1, 'a', 1.0, None, (1, 'x'), (1.0, 'x')} == {'a', 1, None, (1, 'x')}
    nan = float('nan')
    assert nan in {nan} and len({nan, nan}) == 1
    s = {Element(i) for i in range(20)} | {Element(3)} | {1, 'x'}
    assert len(s) == 22 and Element(7) in s and Element(99) not in s
    s.discard(Element(7))
    assert Element(7) not in s and len(s) == 21


def test_strategies_change():
    s = {1, 2, 3}
    s.add('x')
    assert s == {1, 2, 3, 'x'} and 2 in s and 2.0 in s and 'y' not in s and 5 not in s
    s = {1, 2}
    assert 'x' not in s and Element(1) not in s and object() not in s and (1, 'x') not in s and s == {1, 2}
    s.add(Element(1))
    assert Element(1) in s and 1 in s and len(s) == 3
    s.clear()
    assert s == set() and not s


def test_unhashable():
    message = "cannot use 'list' as a set element (unhashable type: 'list')"
    for use in (lambda: {[]}, lambda: set([[]]), lambda: [] in set(), lambda: [] in {1}, lambda: {1}.add([]), lambda: {1}.remove([]),
                lambda: {1}.discard([]), lambda: {1}.update([[]]), lambda: {1}.difference([[]]), lambda: {1}.isdisjoint([[]]),
                lambda: frozenset([[]]), lambda: {1}.issuperset([[]]), lambda: {'a'}.symmetric_difference([[]])):
        assert raises(TypeError, use) == message
    assert raises(TypeError, lambda: {1}.intersection([[]])) == "unhashable type: 'list'"
    assert raises(TypeError, lambda: {1}.issubset([[]])) == "unhashable type: 'list'"
    assert raises(TypeError, hash, set()) == "unhashable type: 'set'"
    s = {1}
    raises(TypeError, s.add, [])
    assert s == {1}


def test_sets_in_sets():
    s = {frozenset([1, 2]), frozenset()}
    assert {1, 2} in s and set() in s and {1} not in s
    s.discard({1, 2})
    assert s == {frozenset()}
    s.remove(set())
    assert s == set()
    assert raises(KeyError, s.remove, {5}) == {5}


def test_methods():
    s = {1, 2}
    assert s.add(3) is None and s.discard(9) is None and s.discard(1) is None and s == {2, 3}
    assert raises(KeyError, s.remove, 9) == 9
    assert s.pop() in (2, 3) and len(s) == 1
    s.pop()
    assert raises(KeyError, s.pop) == 'pop from an empty set'
    s.update([1], {2}, {3: 4}, 'a')
    assert s == {1, 2, 3, 'a'} and s.copy() == s and s.copy() is not s
    assert raises(TypeError, s.update, 1) == "'int' object is not iterable"
    assert raises(TypeError, set, 1, 2) == 'set expected at most 1 argument, got 2'
    assert raises(TypeError, lambda: set(a=1)) == 'set() takes no keyword arguments'
    s.__init__([7])
    assert s == {7}


def test_algebra():
    for make in (set, frozenset):
        a, b = make([1, 2, 3]), make([2, 3, 4])
        assert a | b == {1, 2, 3, 4} and a & b == {2, 3} and a - b == {1} and a ^ b == {1, 4}
        assert type(a | {9}) is make and type(a & {9}) is make and type(a - {9}) is make and type(a ^ {9}) is make
        assert a.union([9], 'x') == {1, 2, 3, 9, 'x'} and a.intersection([1, 2], (2,)) == {2} and a.difference([1], [2]) == {3}
        assert a.symmetric_difference([1, 1, 9]) == {2, 3, 9} and a.union() == a and a.intersection() == a and a.difference() == a
        assert a.isdisjoint([7]) and not a.isdisjoint(b) and a.issubset(range(9)) and a.issuperset([1]) and not a.issubset([1])
        assert a.difference({1: 2}) == {2, 3} and a.symmetric_difference({1: 2, 5: 6}) == {2, 3, 5}
        assert a.__or__([1]) is NotImplemented and a.__rsub__([1]) is NotImplemented
    assert raises(TypeError, lambda: {1} | [1]) == "unsupported operand type(s) for |: 'set' and 'list'"


def test_inplace():
    s = same = {1, 2, 3}
    s |= {4}
    s &= {2, 3, 4, 5}
    s -= {2}
    s ^= {3, 9}
    assert s is same and s == {4, 9}
    s.intersection_update([4, 5])
    s.difference_update([5], {6})
    s.symmetric_difference_update([4, 7])
    assert s == {7}
    s -= s
    assert s == set()
    s = {1}
    s ^= s
    assert s == set() and s.__ior__([1]) is NotImplemented


def test_comparison():
    assert {1} < {1, 2} and {1} <= {1} and {1, 2} > {1} and {1} >= {1} and not {1} < {1} and not {1, 2} < {2, 3} and {1} == frozenset([1])
    assert {1} != {2} and {1}.__eq__(1) is NotImplemented and {1}.__lt__([1]) is NotImplemented
    assert raises(TypeError, lambda: {1} < [1]) == "'<' not supported between instances of 'set' and 'list'"


def test_iteration():
    def grow():
        s = {1, 2}
        for i in s:
            s.add(i + 1)
    assert raises(RuntimeError, grow) == 'Set changed size during iteration'
    s = {1, 2, 3}
    iterator = iter(s)
    assert iterator.__length_hint__() == 3 and next(iterator) == 1 and iterator.__reduce__() == (iter, ([2, 3],)) and list(iterator) == [2, 3]
    iterator = iter({'a'})
    assert next(iterator) == 'a' and list(iterator) == []
    words = set()
    for word in 'the quick brown fox jumps over the lazy dog the end'.split():
        words.add(word)
    assert sorted(words) == ['brown', 'dog', 'end', 'fox', 'jumps', 'lazy', 'over', 'quick', 'the'] and len(list(words)) == 9


def test_frozenset():
    f = frozenset([1, 2])
    assert frozenset(f) is f and f.copy() is f and hash(f) == hash(frozenset([2, 1])) and {f: 1}[frozenset({1, 2})] == 1
    assert hash(frozenset()) == 133146708735736 and hash(frozenset([1, 2, 3])) == -272375401224217160
    assert hash(frozenset([frozenset(), 1.5, None, (1, 2)])) == -5770970109879110934
    assert repr(f) == 'frozenset({1, 2})' and repr(frozenset()) == 'frozenset()' and not hasattr(f, 'add')
    assert raises(TypeError, frozenset, 1, 2) == 'frozenset expected at most 1 argument, got 2'
    assert raises(TypeError, lambda: frozenset(a=1)) == 'frozenset() takes no keyword arguments'


def test_subclasses():
    class S(set):
        pass

    class F(frozenset):
        def __new__(cls, *args, extra=0):
            self = super().__new__(cls, *args)
            self.extra = extra
            return self
    s = S([1])
    s.name = 'x'
    assert repr(s) == 'S({1})' and type(s | {2}) is set and type(s.copy()) is set and s.__reduce__() == (S, ([1],), {'name': 'x'})
    f = F([1], extra=5)
    assert f == {1} and f.extra == 5 and repr(f) == 'F({1})' and hash(f) == hash(frozenset([1])) and type(f | {2}) is frozenset
    assert frozenset([3]).__reduce__() == (frozenset, ([3],), None) and repr(set[int]) == 'set[int]'


def test_recursive_repr():
    class R:
        def __repr__(self):
            return repr(s)
    s = {R()}
    assert repr(s) == '{set(...)}'


def test_changes_during_comparison():
    class Meddler:
        action = None

        def __hash__(self):
            return 1

        def __eq__(self, other):
            action, self.action = self.action, None
            if action:
                action()
            return False
    m = Meddler()
    s = {m} | {Element(i) for i in range(10)}
    m.action = s.clear
    assert Element(3) not in s
    s = {m}
    m.action = lambda: s.update(Element(i) for i in range(30))
    s.add(Element('x'))
    assert len(s) == 32


def test_many():
    s = set(range(0, 5000, 3)) | {f's{i}' for i in range(500)}
    assert set(range(5, -5, -3)) == {5, 2, -1, -4} and set(range(2**60, 2**60 + 2)) == {2**60, 2**60 + 1}
    assert len(s) == 1667 + 500 and 2997 in s and 2998 not in s and 's499' in s
    while s:
        s.pop()
    assert len(s) == 0
