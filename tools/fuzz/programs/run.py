"""Runs a program as the main module and gives what it printed: output, warnings, and the traceback that ended it."""

import builtins
import io
import linecache
import sys
import traceback
import types
import warnings

import observe

FILE = '<program>'
LONGEST_TRACE = 100_000
# Warnings about objects that are gone come when the collector finds out.
UNSEEN = ('was never awaited', 'unclosed ', 'coroutine method')
BUILTIN_NAMESPACE = vars(builtins)
BUILTINS = dict(BUILTIN_NAMESPACE)
LIMIT = sys.getrecursionlimit()
OBSERVE = dict(vars(observe))
OUTPUT = sys.stdout
INPUT = sys.stdin
ADDRESS = observe.ADDRESS


def snapshot():
    """The classes that programs import, as they were made."""
    return [(item, item.__bases__, dict(vars(item))) for item in OBSERVE.values() if isinstance(item, type) and item.__module__ == 'observe']


CLASSES = snapshot()
MEMBERS = [(member, dict(vars(member))) for member in observe.Color]


def restore_classes():
    """Takes back what a program changed in them."""
    for item, bases, members in CLASSES:
        now = vars(item)
        for name in [name for name in now if name not in members]:
            type.__delattr__(item, name)
        for name, value in members.items():
            if now.get(name) is not value:
                type.__setattr__(item, name, value)
        if item.__bases__ != bases:
            item.__bases__ = bases
    for member, attributes in MEMBERS:
        now = object.__getattribute__(member, '__dict__')
        if type(member) is not observe.Color:
            object.__setattr__(member, '__class__', observe.Color)
        if now != attributes:
            now.clear()
            now.update(attributes)


# State of builtin modules, which outlives their removal from sys.modules.
RESETS = {
    '_csv': lambda module: module.field_size_limit(131072),
    '_decimal': lambda module: module.setcontext(module.Context()),
}


def restore_builtins():
    """Comes before all that calls any of them, and calls none itself."""
    if BUILTIN_NAMESPACE.keys() == BUILTINS.keys():
        for name in BUILTINS:
            if BUILTIN_NAMESPACE[name] is not BUILTINS[name]:
                break
        else:
            return
    BUILTIN_NAMESPACE.clear()
    BUILTIN_NAMESPACE.update(BUILTINS)


def restore(modules, main):
    """The interpreter as it was before the program."""
    restore_builtins()
    for name, reset in RESETS.items():
        if name in sys.modules and name not in modules:
            reset(sys.modules[name])
    sys.settrace(None)
    sys.setprofile(None)
    sys.set_int_max_str_digits(4300)
    sys.stdout = sys.stderr = OUTPUT
    sys.stdin = INPUT
    sys.setrecursionlimit(LIMIT)
    sys.modules['__main__'] = main
    for name in [name for name in sys.modules if name not in modules]:
        del sys.modules[name]
    namespace = vars(observe)
    if len(namespace) != len(OBSERVE) or any(namespace.get(name) is not value for name, value in OBSERVE.items()):
        namespace.clear()
        namespace.update(OBSERVE)
    observe.random_state.seed(5)
    observe.KEPT.clear()
    linecache.cache.pop(FILE, None)
    restore_classes()


def show_warning(message, category, filename, lineno, file=None, line=None):
    text = f'{category.__name__}: {message} at {lineno if filename == FILE else "another file"}'
    # What CPython compiles twice it warns of twice.
    if not any(part in text for part in UNSEEN) and (category is not SyntaxWarning or text not in sys.stdout.getvalue()):
        print(text)


def leave_own_frames(report):
    """The lines of the library, and of this file, differ between implementations."""
    report.stack = traceback.StackSummary.from_list([frame for frame in report.stack if frame.filename == FILE])
    for other in (report.__cause__, report.__context__, *(report.exceptions or ())):
        if other is not None:
            leave_own_frames(other)


def execute(source):
    module = types.ModuleType('__main__')
    vars(module)['__builtins__'] = builtins
    sys.modules['__main__'] = module
    try:
        exec(compile(source, FILE, 'exec'), vars(module))
    except BaseException as error:
        restore_builtins()
        report = traceback.TracebackException.from_exception(error)
        leave_own_frames(report)
        print(''.join(report.format()))


def run(source):
    """The text that the program prints, in ASCII and without addresses."""
    main = sys.modules['__main__']
    modules = set(sys.modules)
    output = io.StringIO()
    linecache.cache[FILE] = (len(source), None, source.splitlines(True), FILE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('always')
            warnings.showwarning = show_warning
            sys.stdout = sys.stderr = output
            sys.stdin = io.StringIO()
            execute(source)
    finally:
        restore(modules, main)
    text = output.getvalue().encode('ascii', 'backslashreplace').decode('ascii')
    return ADDRESS.sub('0x', text)[:LONGEST_TRACE]
