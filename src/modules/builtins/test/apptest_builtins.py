"""The functions of builtins."""

from apptest_checks import table_check

check = table_check(globals())


class Record:
    def __init__(self, **fields):
        self.__dict__.update(fields)


class Hooked:
    def __dir__(self):
        return ['b', 'a']

    def __format__(self, spec):
        return f'<{spec}>'

    def __round__(self, digits=None):
        return 'rounded', digits

    def __reversed__(self):
        return 'reversed'

    def __divmod__(self, other):
        return 'divmod', other

    def __pow__(self, other, modulus=None):
        return 'pow', other, modulus

    def __index__(self):
        return 77

    def __abs__(self):
        return 'abs'


class Counter:
    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return self.count


record = Record(a=1)


def test_numbers():
    check(r"""
abs(-5), abs(-1.5), abs(3 + 4j), abs(True), abs(Hooked()), bin(5), bin(-5), oct(8), hex(255), hex(Hooked()), bin(True)  -->  (5, 1.5, 5.0, 1, 'abs', '0b101', '-0b101', '0o10', '0x', '0x', '0b1')
abs('a')  -->  TypeError: bad operand type for abs(): 'str'
abs()  -->  TypeError: abs() takes exactly one argument (0 given)
bin(1.5)  -->  TypeError: 'float' object cannot be interpreted as an integer
divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(Hooked(), 1), pow(2, 10), pow(2, -1), pow(2, 10, 7), pow(3, -1, 7), pow(Hooked(), 2, 3)  -->  ((2, 1), (-3, 2), (3.0, 1.5), ('divmod', 1), 1024, 0.5, 2, 5, ('pow', 2, 3))
divmod(1, 0)  -->  ZeroDivisionError: division by zero
divmod('a', 1)  -->  TypeError: unsupported operand type(s) for divmod(): 'str' and 'int'
pow(2, 3, 0)  -->  ValueError: pow() 3rd argument cannot be 0
pow(2.0, 3, 5)  -->  TypeError: pow() 3rd argument not allowed unless all arguments are integers
pow(2, 2, 'a')  -->  TypeError: unsupported operand type(s) for ** or pow(): 'int', 'int', 'str'
pow(base=2, exp=3), round(2.5), round(-0.5), round(2.675, 2), round(1234, -2), round(Hooked()), round(Hooked(), 2), round(number=1.5)  -->  (8, 2, 0, 2.67, 1200, ('rounded', None), ('rounded', 2), 2)
round('a')  -->  TypeError: type str doesn't define __round__ method
round(1.5, 'a')  -->  TypeError: 'str' object cannot be interpreted as an integer
sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum([], start=5), sum((i for i in range(4)), 10), sum([True, True]), sum([0.1] * 10)  -->  (6, 3.5, [1, 2], 5, 16, 2, 1.0)
sum((1, 2)), sum(tuple(range(9)), 3), sum((1, True, 2.5)), sum((2**53 - 1, 1, 2**53)), sum((-2**53 + 1, -5)), sum((), 4)  -->  (3, 39, 4.5, 18014398509481984, -9007199254740996, 4)
sum((1, [2]))  -->  TypeError: unsupported operand type(s) for +: 'int' and 'list'
sum((1, 2), [])  -->  TypeError: can only concatenate list (not "int") to list
sum(['a'])  -->  TypeError: unsupported operand type(s) for +: 'int' and 'str'
sum(['a'], 'b')  -->  TypeError: sum() can't sum strings [use ''.join(seq) instead]
sum(1)  -->  TypeError: 'int' object is not iterable
sum()  -->  TypeError: sum() takes at least 1 positional argument (0 given)
max(1, 2), max([3, 1]), min('b', 'a'), max([1, -5], key=abs), min([], default=0), max('ab', 'b', key=len), min((1, 'a'), key=str)  -->  (2, 3, 'a', -5, 0, 'ab', 1)
max()  -->  TypeError: max expected at least 1 argument, got 0
max([])  -->  ValueError: max() iterable argument is empty
max(1)  -->  TypeError: 'int' object is not iterable
max(1, 2, default=3)  -->  TypeError: Cannot specify a default for max() with multiple positional arguments
max(1, 'a')  -->  TypeError: '>' not supported between instances of 'str' and 'int'
max([1], keyy=1)  -->  TypeError: max() got an unexpected keyword argument 'keyy'. Did you mean 'key'?
chr(97), chr(0x10ffff), ord('a'), ord(b'a'), ord('\U0001f600'), chr(True)  -->  ('a', '\U0010ffff', 97, 97, 128512, '\x01')
chr(-1)  -->  ValueError: chr() arg not in range(0x)
chr(0x110000)  -->  ValueError: chr() arg not in range(0x)
chr('a')  -->  TypeError: 'str' object cannot be interpreted as an integer
ord('')  -->  TypeError: ord() expected a character, but string of length 0 found
ord('ab')  -->  TypeError: ord() expected a character, but string of length 2 found
ord(1)  -->  TypeError: ord() expected string of length 1, but int found
""")


def test_iterables():
    check(r"""
all([]), all([1, 0]), any([]), any([0, 'a']), sorted([3, 1, 2]), sorted('bca', reverse=True), sorted([-3, 2], key=abs), sorted({'b': 1, 'a': 2})  -->  (True, False, False, True, [1, 2, 3], ['c', 'b', 'a'], [2, -3], ['a', 'b'])
all(1)  -->  TypeError: 'int' object is not iterable
sorted([1, 'a'])  -->  TypeError: '<' not supported between instances of 'str' and 'int'
len('abc'), len({}), len(range(5))  -->  (3, 0, 5)
len(5)  -->  TypeError: object of type 'int' has no len()
len()  -->  TypeError: len() takes exactly one argument (0 given)
next(iter([1])), next(iter([]), 'end'), list(iter(Counter(), 3))  -->  (1, 'end', [1, 2])
next(iter([]))  -->  StopIteration: 
next([])  -->  TypeError: 'list' object is not an iterator
next()  -->  TypeError: next expected at least 1 argument, got 0
iter(5)  -->  TypeError: 'int' object is not iterable
iter(5, 1)  -->  TypeError: iter(v, w): v must be callable
iter()  -->  TypeError: iter expected at least 1 argument, got 0
list(iter({1: 2})), list(enumerate('a')), list(zip('a', 'b')), list(map(str, [1])), list(filter(None, [0, 1])), reversed(Hooked())  -->  ([1], [(0, 'a')], [('a', 'b')], ['1'], [1], 'reversed')
aiter(1)  -->  TypeError: 'int' object is not an async iterable
anext(1)  -->  TypeError: 'int' object is not an async iterator
""")


def test_attributes():
    check(r"""
getattr(record, 'a'), getattr(record, 'b', 7), hasattr(record, 'b'), setattr(record, 'b', 2), record.b, delattr(record, 'b'), hasattr(record, 'b')  -->  (1, 7, False, None, 2, None, False)
getattr(record, 'nope')  -->  AttributeError: 'Record' object has no attribute 'nope'
getattr(record)  -->  TypeError: getattr expected at least 2 arguments, got 1
getattr(record, 1)  -->  TypeError: attribute name must be string, not 'int'
setattr(record, 1, 2)  -->  TypeError: attribute name must be string, not 'int'
delattr(record, 'nope')  -->  AttributeError: 'Record' object has no attribute 'nope'
hasattr(record, 1)  -->  TypeError: attribute name must be string, not 'int'
vars(record), sorted(vars(Record))[:1], dir(Hooked()), dir(record)[-1]  -->  ({'a': 1}, ['__dict__'], ['a', 'b'], 'a')
vars(5)  -->  TypeError: vars() argument must have __dict__ attribute
vars(1, 2)  -->  TypeError: vars expected at most 1 argument, got 2
dir(1, 2)  -->  TypeError: dir expected at most 1 argument, got 2
callable(len), callable(record), callable(Counter()), callable(int)  -->  (True, False, True, True)
isinstance(1, int), isinstance('a', (int, str)), issubclass(bool, int), issubclass(bool, (str, int))  -->  (True, True, True, True)
id(record) == id(record), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(1.0) == hash(1)  -->  (True, True, True, True)
hash([])  -->  TypeError: unhashable type: 'list'
hash()  -->  TypeError: hash() takes exactly one argument (0 given)
type(globals()), globals() is not None, type(locals())  -->  (<class 'dict'>, True, <class 'dict'>)
""")


def test_text():
    check(r"""
ascii('\u00e9\n'), repr('a'), ascii([1, '\U0001f600']), format(5, '05d'), format('a', '>3'), format(Hooked(), 'spec'), format(Hooked()), format(1.5)  -->  ("'\\xe9\\n'", "'a'", "[1, '\\U0001f600']", '00005', '  a', '<spec>', '<>', '1.5')
format(5, 'q')  -->  ValueError: Unknown format code 'q' for object of type 'int'
format('a', 1)  -->  TypeError: format() argument 2 must be str, not int
format()  -->  TypeError: format expected at least 1 argument, got 0
print('', end='')  -->  None
print('a', sep=1)  -->  TypeError: sep must be None or a string, not int
print('a', end=1)  -->  TypeError: end must be None or a string, not int
print('a', other=1)  -->  TypeError: print() got an unexpected keyword argument 'other'
print('a', file=1)  -->  AttributeError: 'int' object has no attribute 'write'
input(1, 2)  -->  TypeError: input expected at most 1 argument, got 2
""")


def test_evaluating():
    check(r"""
eval('1 + 1'), eval('x + 1', {'x': 5}), eval(' 2'), eval(b'3'), eval('y', {}, {'y': 6}), eval(compile('4', 'f', 'eval')), exec('z = 1'), exec('pass', {})  -->  (2, 6, 2, 3, 6, 4, None, None)
eval('1 +')  -->  SyntaxError: invalid syntax (<string>, line 1)
eval('x = 1')  -->  SyntaxError: invalid syntax (<string>, line 1)
eval(5)  -->  TypeError: eval() arg 1 must be a string, bytes or code object
eval('1', 5)  -->  TypeError: globals must be a dict
exec(5)  -->  TypeError: exec() arg 1 must be a string, bytes or code object
exec('x', 5)  -->  TypeError: exec() globals must be a dict, not int
exec('a\0b')  -->  SyntaxError: source code string cannot contain null bytes
compile('1', 'f', 'eval').co_name, compile('x = 1', 'f', 'exec').co_filename, compile('1', 'f', 'single').co_flags, type(compile('1', 'f', 'exec', 1024))  -->  ('<module>', 'f', 0, <class 'ast.Module'>)
compile('1', 'f', 'other')  -->  ValueError: compile() mode must be 'exec', 'eval' or 'single'
compile('1', 'f', 'exec', 1 << 30)  -->  ValueError: compile(): unrecognised flags
compile('1', 'f', 'exec', optimize=5)  -->  ValueError: compile(): invalid optimize value
compile(1, 'f', 'exec')  -->  TypeError: compile() arg 1 must be a string, bytes or AST object
compile('1', 1, 'exec')  -->  TypeError: expected str, bytes or os.PathLike object, not int
compile('1')  -->  TypeError: compile() missing required argument 'filename' (pos 2)
__import__('sys').__name__, __import__('os.path').__name__, __import__('os.path', fromlist=['x']).__name__ in ('posixpath', 'ntpath')  -->  ('sys', 'os', True)
__import__('no such module')  -->  ModuleNotFoundError: No module named 'no such module'
__import__('')  -->  ValueError: Empty module name
__import__(1)  -->  TypeError: module name must be a string
__import__('x', level=1)  -->  KeyError: "'__name__' not in globals"
__build_class__(1, 'C')  -->  TypeError: __build_class__: func must be a function
__build_class__(lambda: None, 'C').__name__  -->  'C'
__build_class__()  -->  TypeError: __build_class__: not enough arguments
__debug__, Ellipsis, NotImplemented  -->  (True, Ellipsis, NotImplemented)
breakpoint.__name__, open.__name__, super.__name__, help.__class__.__name__, exit.__class__.__name__  -->  ('breakpoint', 'open', 'super', '_Helper', 'Quitter')
""")


def test_ids_of_large_ints():
    for exponent in (46, 47, 48, 49, 52, 53, 64, 70):
        for number in (2**exponent - 1, 2**exponent, 2**exponent + 1, -(2**exponent), 1 - 2**exponent):
            found = id(number)
            assert found == int(str(found)), number
            assert {found: number}[int(str(found))] == number
            assert found - 1 + 1 == found
