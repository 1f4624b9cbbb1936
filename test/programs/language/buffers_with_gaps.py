"""Buffers with gaps, and objects that refuse, where a bytearray takes their contents; deleting what only a class has."""
import functools


def report(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Refusing:
    def __buffer__(self, flags):
        raise ValueError('no')


class Iterable:
    def __iter__(self):
        return iter([1, 2])


def assigned(target, value, where):
    target = bytearray(target)
    target[where] = value
    return target


gaps = memoryview(b'abcdef')[::2]
for value in (gaps, Refusing(), Iterable(), 1, 'a', [1], gaps[:0], [300], ['a'], object(), None, bytes(3), memoryview(b'abc')):
    for where in (slice(None), slice(1, 2), slice(None, None, 2), slice(None, None, -1), slice(5, 2)):
        report(lambda: assigned(b'12345', value, where))
report(lambda: bytearray(b'1').extend(gaps))
report(lambda: b'%b|%s' % (gaps, gaps))
report(lambda: b'%b' % Refusing())
report(lambda: bytearray(Refusing()))
report(lambda: bytes(Refusing()))
report(lambda: bytearray(b'1').__iadd__(gaps))
report(lambda: bytearray(b'1').__iadd__(Refusing()))
partial = functools.partial(int)
for thing, name in ((partial, '__init__'), (partial, 'func'), (partial, '__call__'), (partial, '__doc__'), (ValueError(), 'with_traceback'), (len, '__call__')):
    report(lambda: delattr(thing, name))
try:
    eval('\U0001f600x')
except SyntaxError as error:
    print(ascii(error.text), ascii(error.msg), len(error.text))
