"""enumerate, map, filter, zip and reversed."""

from apptest_checks import table_check

check = table_check(globals())


class Sequence:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        return self.items[index]


class Failing:
    def __iter__(self):
        yield 1
        raise ValueError('in the iterator')


def drain(iterator):
    """The items, then the exception that ended them."""
    found = []
    try:
        for item in iterator:
            found.append(item)
    except Exception as error:
        found.append(type(error).__name__)
    return found


def twice(iterator):
    return next(iterator), list(iterator), list(iterator)


def test_enumerate():
    check(r"""
list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), list(enumerate(iterable='a', start=2))  -->  ([(0, 'a'), (1, 'b')], [(5, 'a'), (6, 'b')], [(-1, 'a'), (0, 'b')], [(2, 'a')])
list(enumerate('abc', (1 << 62) - 1))  -->  [(4611686018427387903, 'a'), (4611686018427387904, 'b'), (4611686018427387905, 'c')]
drain(enumerate(Failing()))  -->  [(0, 1), 'ValueError']
enumerate()  -->  TypeError: enumerate() missing required argument 'iterable'
enumerate(1)  -->  TypeError: 'int' object is not iterable
enumerate('a', 'b')  -->  TypeError: 'str' object cannot be interpreted as an integer
enumerate('a', 1, 2)  -->  TypeError: enumerate() takes at most 2 arguments (3 given)
enumerate('a', begin=1)  -->  TypeError: 'begin' is an invalid keyword argument for enumerate()
twice(enumerate('abc'))  -->  ((0, 'a'), [(1, 'b'), (2, 'c')], [])
next(enumerate([]))  -->  StopIteration: 
enumerate('ab').__reduce__()[1][1], enumerate[int]  -->  (0, enumerate[int])
type('E', (enumerate,), {})('ab').__next__()  -->  (0, 'a')
enumerate('a').__length_hint__  -->  AttributeError: 'enumerate' object has no attribute '__length_hint__'
""")


def test_map():
    check(r"""
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], (10, 20))), list(map(None.__class__, []))  -->  (['1', '2'], [11, 22], [])
drain(map(int, ['1', 'x', '2']))  -->  [1, 'ValueError']
list(map(pow, [2, 3], [3, 2], strict=True))  -->  [8, 9]
drain(map(pow, [2, 3], [3], strict=True))  -->  [8, 'ValueError']
drain(map(pow, [2], [3, 4], strict=True))  -->  [8, 'ValueError']
drain(map(lambda *a: a, 'ab', 'abc', 'ab', strict=True))  -->  [('a', 'a', 'a'), ('b', 'b', 'b'), 'ValueError']
map()  -->  TypeError: map() must have at least two arguments.
map(len)  -->  TypeError: map() must have at least two arguments.
map(len, 1)  -->  TypeError: 'int' object is not iterable
map(len, '', key=1)  -->  TypeError: map() got an unexpected keyword argument 'key'
next(map(3, [1]))  -->  TypeError: 'int' object is not callable
twice(map(str, range(3)))  -->  ('0', ['1', '2'], [])
map(len, []).__reduce__()[1][0] is len  -->  True
""")


def test_filter():
    check(r"""
list(filter(None, [0, 1, '', 'a'])), list(filter(str.isdigit, 'a1b2')), list(filter(lambda x: x > 1, range(4)))  -->  ([1, 'a'], ['1', '2'], [2, 3])
list(filter(bool, [0, 2])), drain(filter(lambda x: 1 // x, [1, 0, 2]))  -->  ([2], [1, 'ZeroDivisionError'])
filter()  -->  TypeError: filter expected 2 arguments, got 0
filter(None)  -->  TypeError: filter expected 2 arguments, got 1
filter(None, 1)  -->  TypeError: 'int' object is not iterable
filter(None, [], [])  -->  TypeError: filter expected 2 arguments, got 3
twice(filter(None, [1, 2, 0, 3]))  -->  (1, [2, 3], [])
filter(None, []).__reduce__()[1][0]  -->  None
""")


def test_zip():
    check(r"""
list(zip()), list(zip('ab')), list(zip('ab', [1, 2, 3])), list(zip('abc', [1, 2], strict=False))  -->  ([], [('a',), ('b',)], [('a', 1), ('b', 2)], [('a', 1), ('b', 2)])
drain(zip('ab', [1], strict=True))  -->  [('a', 1), 'ValueError']
drain(zip('a', [1, 2], strict=True))  -->  [('a', 1), 'ValueError']
drain(zip('ab', 'ab', 'a', strict=True))  -->  [('a', 'a', 'a'), 'ValueError']
list(zip('ab', 'cd', strict=True))  -->  [('a', 'c'), ('b', 'd')]
zip(1)  -->  TypeError: 'int' object is not iterable
zip('a', 1)  -->  TypeError: 'int' object is not iterable
zip('a', other=1)  -->  TypeError: zip() got an unexpected keyword argument 'other'
drain(zip([1, 2], Failing()))  -->  [(1, 1), 'ValueError']
twice(zip('abc', range(3)))  -->  (('a', 0), [('b', 1), ('c', 2)], [])
dict(zip('ab', range(2)))  -->  {'a': 0, 'b': 1}
zip('a').__reduce__()[0]  -->  <class 'zip'>
""")


def test_reversed():
    check(r"""
list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({1: 2, 3: 4}))  -->  ([3, 2, 1], ['c', 'b', 'a'], [2, 1], [2, 1, 0], [3, 1])
list(reversed(Sequence('xyz'))), list(reversed(b'ab')), list(reversed({'a': 1}.items())), list(reversed(bytearray(b'ab')))  -->  (['z', 'y', 'x'], [98, 97], [('a', 1)], [98, 97])
reversed({1, 2})  -->  TypeError: 'set' object is not reversible
reversed(1)  -->  TypeError: 'int' object is not reversible
reversed()  -->  TypeError: reversed expected 1 argument, got 0
reversed([], [])  -->  TypeError: reversed expected 1 argument, got 2
reversed(Failing())  -->  TypeError: 'Failing' object is not reversible
type(reversed(Sequence([]))), type(reversed([])), reversed(Sequence('ab')).__length_hint__()  -->  (<class 'reversed'>, <class 'list_reverseiterator'>, 2)
twice(reversed(Sequence('abc')))  -->  ('c', ['b', 'a'], [])
reversed(sequence=[1])  -->  TypeError: reversed() takes no keyword arguments
""")
