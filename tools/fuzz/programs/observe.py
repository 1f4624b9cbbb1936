"""What generated programs import: the modules they call, a few classes, and functions that print what there is to see.

Everything printed is the same on every run: no addresses, sets in the order of their elements' texts.
"""

import abc, array, ast, base64, binascii, bisect, cmath, collections, collections.abc, contextlib, copy, dataclasses, datetime, enum
import functools, hashlib, heapq, inspect, io, itertools, json, math, numbers, operator, pickle, random, re, reprlib, shlex, string, struct, sys
import textwrap, types, typing, unicodedata, weakref, zlib
from math import inf, nan
from typing import Generic, TypeVar

T = TypeVar('T')
# What differs from run to run, and between the places of libraries.
ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}|(?<=\()/\S*/python3.14/|(?<=') (?:from '/[^'>]*'|\(frozen\))(?=>)")
LONGEST = 400
FILE = '<program>'


def clean(text):
    """Text in ASCII, without addresses, not too long."""
    text = ADDRESS.sub('0x', ascii(text)[1:-1])
    return text if len(text) <= LONGEST else f'{text[:LONGEST]}... {len(text)}'


def describe(value, depth=3):
    kind = type(value)
    if kind in (set, frozenset):
        return f'{kind.__name__}{{{", ".join(sorted(describe(item, depth - 1) for item in value))}}}'
    if kind in (list, tuple) and depth > 0:
        return f'{kind.__name__}[{", ".join([describe(item, depth - 1) for item in list(value)[:30]])}]'
    if kind is dict and depth > 0:
        return '{' + ', '.join([f'{describe(key, depth - 1)}: {describe(item, depth - 1)}' for key, item in list(value.items())[:30]]) + '}'
    if kind is memoryview:
        return f'memoryview({value.tolist()!r}, {value.format}, {value.readonly})' if value.format != 'released' else 'released'
    if kind.__module__ == '__main__' or isinstance(value, type):
        return describe_made(value, kind)
    if isinstance(value, BaseException):
        return f'{kind.__name__}{describe(value.args, depth - 1)}'
    return f'{kind.__name__} {clean(repr(value))}'


def describe_made(value, kind):
    """An instance of a class of the program, or a class, without calling the program's own methods where that can be."""
    if isinstance(value, type):
        return f'class {clean(type.__dict__["__name__"].__get__(value))}'
    return f'{clean(kind.__name__)} object'


def show(*values):
    for value in values:
        try:
            print(describe(value))
        except Exception as error:
            print('show', type(error).__name__, clean(str(error)))


def log(name, *values):
    print(name, *[clean(type(value).__name__) if not isinstance(value, (int, str)) else clean(str(value)) for value in values])


def places(error):
    """The lines of the program that the traceback goes through."""
    found = []
    traceback = error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == FILE and len(found) < 20:
            found.append(f'{traceback.tb_frame.f_code.co_name}:{traceback.tb_lineno}')
        traceback = traceback.tb_next
    return ' '.join(found)


def text_of(error):
    try:
        return clean(str(error))
    except Exception as other:
        return f'unprintable {type(other).__name__}'


def caught(error):
    print('caught', clean(type(error).__name__), text_of(error), places(error))
    for name in ('__cause__', '__context__'):
        other = getattr(error, name)
        if other is not None:
            print('  ', name, clean(type(other).__name__), text_of(other), error.__suppress_context__)
    for note in getattr(error, '__notes__', ()):
        print('   note', describe(note))
    if isinstance(error, BaseExceptionGroup):
        for other in error.exceptions:
            print('   of the group', describe(other))


def show_variables(variables):
    for name, value in list(variables.items()):
        if name[0] != '_' and name[0] in 'vGm' and name[1:].isalnum() and name not in NAMES:
            print(name, end=' ')
            show(value)


class Plain:
    def __init__(self, *args, **kwargs):
        self.alpha = 1
        self.__dict__.update(kwargs)

    def run(self, *args):
        return args


class Base:
    beta = 2

    def step(self, *args):
        return 'step', len(args)

    def __init_subclass__(cls, **kwargs):
        cls.made_with = kwargs


class Sub(int):
    def run(self, *args):
        return self + 1


class SubStr(str):
    alpha = 'class'


class SubList(list):
    def run(self, item=None):
        self.append(item)
        return self


class SubDict(dict):
    def __missing__(self, key):
        log('missing', key)
        return key


class Color(enum.Enum):
    RED = 1
    BLUE = 2
    alpha = 1


class Custom(Exception):
    alpha = 3


@dataclasses.dataclass
class Data:
    alpha: int
    beta: object = None


class Meta(type):
    def __new__(meta, name='Made', bases=(), namespace={}, **kwargs):
        log('Meta.__new__', name)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, *args, **kwargs):
        pass

    def __len__(cls):
        return 4


class LoggingMeta(Meta):
    @classmethod
    def __prepare__(meta, name, bases, **kwargs):
        log('prepare', name)
        return {'prepared': 1}

    def __call__(cls, *args, **kwargs):
        log('call', cls)
        return super().__call__(*args, **kwargs)

    def __getattr__(cls, name):
        if name[:1] == '_':
            raise AttributeError(name)
        log('meta getattr', name)
        return name


class Descriptor:
    def __init__(self, value=None):
        self.value = value

    def __get__(self, instance, owner=None):
        log('get', instance is None)
        return self.value

    def __set__(self, instance, value):
        log('set', value)
        self.value = value


Field = Descriptor
point = collections.namedtuple('point', 'x y', defaults=[5])


class manager:
    def __init__(self, value=None, swallows=()):
        self.value, self.swallows = value, swallows

    def __enter__(self):
        log('enter')
        return self.value

    def __exit__(self, kind, error, traceback):
        log('exit', kind.__name__ if kind else 'none')
        return kind is not None and issubclass(kind, self.swallows)


@contextlib.contextmanager
def made_manager(value=None):
    log('made enter')
    try:
        yield value
    finally:
        log('made exit')


def counting(limit=3):
    for number in range(3):
        sent = yield number
        if sent is not None:
            log('sent', sent)
    return 'counted'


def drive(generator, *sent):
    """What a generator gives for what is sent into it; exceptions are thrown."""
    found = []
    try:
        found.append(next(generator))
        for value in sent:
            found.append(generator.throw(value) if isinstance(value, BaseException) else generator.send(value))
        for value, _ in zip(generator, range(5)):
            found.append(value)
        generator.close()
    except Exception as error:
        caught(error)
    return found


@types.coroutine
def pause():
    yield 'pause'


async def sleep(delay=0, result=None):
    await pause()
    return result


async def async_numbers(limit=3):
    for number in range(min(int(limit), 5)):
        await sleep()
        yield number


@contextlib.asynccontextmanager
async def async_manager(value=None):
    await sleep()
    try:
        yield value
    finally:
        log('async exit')


def asyncio_run(coroutine):
    """Runs a coroutine to its end, at most 50 steps."""
    for _ in range(50):
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value
    coroutine.close()


def template(value):
    return value.strings, [(part.value, part.expression, part.conversion, part.format_spec) for part in value.interpolations]


def signature(function):
    return str(inspect.signature(function))


def alive(value):
    """The same, kept: when others go is the collector's to say."""
    KEPT.append(value)
    return value


def wrong(function):
    """What a function says to wrong arguments."""
    found = []
    for args, kwargs in (((), {}), ((1, 2, 3, 4, 5), {}), ((), {'nonesuch': 1}), ((1,), {'x': 1})):
        try:
            function(*args, **kwargs)
        except Exception as error:
            found.append((type(error).__name__, text_of(error)))
    return found


KEPT = []
random_state = random.Random(5)
G1 = 11
G2 = 'global'
NAMES = frozenset(globals())
