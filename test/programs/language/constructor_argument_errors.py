# What builtin types say about wrong arguments depends on how they are called: directly, by __new__, by type.__call__, or as a base.
import types

TYPES = [int, bool, float, complex, str, list, tuple, set, frozenset, dict, bytes, bytearray, memoryview, range, slice, property,
         classmethod, staticmethod, reversed, zip, map, filter, enumerate, type, object, super, Exception, OSError, ImportError,
         StopIteration, SyntaxError, NameError, UnicodeDecodeError, ExceptionGroup, types.CodeType, types.TracebackType]
ARGUMENTS = [(), (1,), (1, 2, 3, 4), ('a', 'b', 'c'), (None, None)]
KEYWORDS = [{}, {'zzz': 1}, {'string': 'a'}]


def attempt(label, function, *args, **keywords):
    try:
        result = type(function(*args, **keywords)).__name__
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    shown = [getattr(arg, '__name__', arg) for arg in args]
    print(label, shown, keywords, '->', result)


for kind in TYPES:
    name = kind.__name__
    derived = []
    if kind not in (bool, memoryview, range, slice, types.CodeType, types.TracebackType):
        class WithInit(kind):
            def __init__(self, *args, **keywords):
                pass

        class Plain(kind):
            pass
        derived = [Plain, WithInit]
    for args in ARGUMENTS:
        for keywords in KEYWORDS:
            attempt(name, kind, *args, **keywords)
            attempt(f'{name}.__new__', kind.__new__, kind, *args, **keywords)
            attempt('type.__call__', type.__call__, kind, *args, **keywords)
            for cls in derived:
                attempt(f'{cls.__name__}({name})', cls, *args, **keywords)
            try:
                made = kind.__new__(kind)
            except Exception:
                continue
            if not keywords:
                attempt(f'{name}.__init__', made.__init__, *args)
