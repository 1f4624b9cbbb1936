import itertools
from itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle, dropwhile,
                       filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, tee, zip_longest)


def raises(kind, call, *args):
    try:
        call(*args)
    except kind as error:
        assert type(error) is kind, repr(error)
        return str(error)
    raise AssertionError('nothing raised')


def take(n, iterable):
    return list(islice(iterable, n))


def test_count():
    assert take(3, count()) == [0, 1, 2] and take(3, count(5, -2)) == [5, 3, 1] and take(3, count(1.5, 0.5)) == [1.5, 2.0, 2.5]
    assert take(4, count(2 ** 53 - 2)) == [2 ** 53 - 2, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 1]
    assert repr(count(3)) == 'count(3)' and repr(count(1, 0.5)) == 'count(1, 0.5)' and repr(count(True)) == 'count(1)'
    assert raises(TypeError, count, 'a') == 'a number is required'
    assert raises(TypeError, count, 1, 2, 3) == 'count() takes at most 2 arguments (3 given)'
    assert raises(TypeError, lambda: count(foo=1)) == "count() got an unexpected keyword argument 'foo'"


def test_cycle_and_repeat():
    assert take(5, cycle('ab')) == ['a', 'b', 'a', 'b', 'a'] and list(cycle([])) == []
    assert list(repeat(1, 3)) == [1, 1, 1] and list(repeat(1, -2)) == [] and take(2, repeat('x')) == ['x', 'x']
    assert repr(repeat(1, 2)) == 'repeat(1, 2)' and repr(repeat(1)) == 'repeat(1)' and repeat(1, times=4).__length_hint__() == 4
    assert raises(TypeError, repeat(1).__length_hint__) == 'len() of unsized object'
    assert raises(TypeError, cycle) == 'cycle expected 1 argument, got 0'
    assert raises(TypeError, lambda: repeat(1, times=None)) == "'NoneType' object cannot be interpreted as an integer"


def test_selecting():
    assert list(compress('abc', [1, 0, 1])) == ['a', 'c'] and list(compress(data='ab', selectors=[1])) == ['a']
    assert list(dropwhile(lambda x: x < 3, [1, 3, 2])) == [3, 2] and list(takewhile(lambda x: x < 3, [1, 3, 2])) == [1]
    assert list(filterfalse(None, [0, 1, ''])) == [0, ''] and list(filterfalse(lambda x: x % 2, range(5))) == [0, 2, 4]
    taken = takewhile(lambda x: x < 3, iter([1, 3, 2]))
    assert list(taken) == [1] and list(taken) == []
    assert raises(TypeError, dropwhile, 1) == 'dropwhile expected 2 arguments, got 1'
    assert raises(TypeError, lambda: dropwhile(a=1)) == 'dropwhile() takes no keyword arguments'


def test_islice():
    source = iter(range(10))
    assert list(islice(source, 3)) == [0, 1, 2] and next(source) == 3
    assert list(islice(source, 1, 3)) == [5, 6] and next(source) == 7
    source = iter(range(20))
    assert list(islice(source, 2, 9, 4)) == [2, 6] and next(source) == 9
    source = iter(range(10))
    assert list(islice(source, 3, 1)) == [] and next(source) == 3
    assert list(islice(range(5), None)) == [0, 1, 2, 3, 4] and list(islice(range(5), None, None, 2)) == [0, 2, 4]
    assert raises(ValueError, islice, [], -1) == 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
    assert raises(ValueError, islice, [], -1, 2) == 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
    assert raises(ValueError, islice, [], 1, 2, 0) == 'Step for islice() must be a positive integer or None.'
    assert raises(ValueError, islice, [], 2 ** 70).startswith('Stop argument')
    assert raises(TypeError, islice, []) == 'islice expected at least 2 arguments, got 1'


def test_combining():
    assert list(chain([1], 'a', ())) == [1, 'a'] and list(chain.from_iterable(['ab', 'c'])) == ['a', 'b', 'c']
    assert list(starmap(pow, [(2, 3), [3, 2]])) == [8, 9]
    assert list(accumulate([1, 2, 3])) == [1, 3, 6] and list(accumulate([1, 2], initial=10)) == [10, 11, 13]
    assert list(accumulate([1, 2, 3], lambda a, b: a * b)) == [1, 2, 6] and list(accumulate([], initial=None)) == []
    assert list(pairwise('abc')) == [('a', 'b'), ('b', 'c')] and list(pairwise('a')) == []
    assert list(batched('abcde', 2)) == [('a', 'b'), ('c', 'd'), ('e',)]
    assert raises(ValueError, lambda: list(batched('abc', 2, strict=True))) == 'batched(): incomplete batch'
    assert raises(ValueError, batched, 'a', 0) == 'n must be at least one'
    assert raises(TypeError, batched, [1], 2, True) == 'batched() takes exactly 2 positional arguments (3 given)'
    assert list(zip_longest('ab', 'c', fillvalue='-')) == [('a', 'c'), ('b', '-')] and list(zip_longest()) == []
    assert raises(TypeError, lambda: zip_longest(foo=1)) == 'zip_longest() got an unexpected keyword argument'
    assert raises(TypeError, lambda: list(accumulate([1, 'a']))) == "unsupported operand type(s) for +: 'int' and 'str'"


def test_laziness():
    def noisy(log, items):
        for item in items:
            log.append(item)
            yield item

    log = []
    chained = chain(noisy(log, [1]), noisy(log, [2]))
    assert log == [] and next(chained) == 1 and log == [1]
    log = []
    batch = batched(noisy(log, [1, 2, 3]), 2)
    assert next(batch) == (1, 2) and log == [1, 2]
    assert take(2, chain.from_iterable(repeat('ab'))) == ['a', 'b']


def test_combinatoric():
    assert list(product('ab', range(2))) == [('a', 0), ('a', 1), ('b', 0), ('b', 1)] and list(product()) == [()]
    assert len(list(product(range(3), repeat=3))) == 27 and list(product('ab', repeat=0)) == [()] and list(product('a', [])) == []
    assert list(permutations('abc', 2)) == [('a', 'b'), ('a', 'c'), ('b', 'a'), ('b', 'c'), ('c', 'a'), ('c', 'b')]
    assert list(permutations(range(3)))[-1] == (2, 1, 0) and list(permutations([], 0)) == [()] and list(permutations('a', 2)) == []
    assert list(combinations('abc', 2)) == [('a', 'b'), ('a', 'c'), ('b', 'c')] and list(combinations('ab', 3)) == []
    assert list(combinations_with_replacement('ab', 2)) == [('a', 'a'), ('a', 'b'), ('b', 'b')]
    assert list(combinations_with_replacement([], 0)) == [()] and list(combinations_with_replacement([], 1)) == []
    assert raises(ValueError, combinations, [1], -1) == 'r must be non-negative'
    assert raises(TypeError, permutations, [1], 'a') == 'Expected int as r'
    assert raises(ValueError, lambda: product(repeat=-1)) == 'repeat argument cannot be negative'
    assert raises(TypeError, combinations, [1]) == "combinations() missing required argument 'r' (pos 2)"
    assert raises(TypeError, lambda: product(repeat=2, foo=1)) == 'product() takes at most 1 keyword argument (2 given)'


def test_groupby():
    assert [(key, list(group)) for key, group in groupby('aabc')] == [('a', ['a', 'a']), ('b', ['b']), ('c', ['c'])]
    assert [(key, list(group)) for key, group in groupby([1, 3, 2], lambda x: x % 2)] == [(1, [1, 3]), (0, [2])]
    groups = groupby('aab')
    key, first = next(groups)
    key, second = next(groups)
    assert list(first) == [] and list(second) == ['b']
    assert [key for key, group in groupby('aabb')] == ['a', 'b']


def test_tee():
    first, second = tee(iter([1, 2, 3]))
    assert next(first) == 1 and list(second) == [1, 2, 3] and list(first) == [2, 3]
    many = tee(range(200), 3)
    assert [list(copy) for copy in many] == [list(range(200))] * 3
    first, = tee([1, 2], 1)
    next(first)
    copy = first.__copy__()
    assert list(copy) == [2] and list(first) == [2]
    assert tee([], 0) == () and raises(ValueError, tee, [], -1) == 'n must be >= 0'

    class Reentrant:
        def __iter__(self):
            return self

        def __next__(self):
            return next(outer)

    outer, _ = tee(Reentrant())
    assert raises(RuntimeError, next, outer) == 'cannot re-enter the tee iterator'


def test_types():
    assert count.__module__ == 'itertools' and count.__name__ == 'count' and repr(count) == "<class 'itertools.count'>"
    assert raises(TypeError, lambda: chain() + 1) == "unsupported operand type(s) for +: 'itertools.chain' and 'int'"
    assert repr(chain[int]) == 'itertools.chain[int]'
    assert repr(iter(chain())).startswith('<itertools.chain object at ')

    class Own(count):
        pass

    assert take(2, Own(3)) == [3, 4] and repr(Own(3)) == 'Own(3)'
    assert type(itertools.tee([])[0]).__name__ == '_tee'
