"""Prints what a Python offers: the names of its builtin modules, their types with the members, and every signature.

    python inventory.py [MODULE ...]        JSON: {"builtin": [name, ...], "modules": {module: {path: {fact: value}}}}

Runs on CPython and on Typhon; tools/whats-left.ts compares the two. Types that no module names (iterators, frames ...) are found by
hidden_types.py.
"""

import importlib.util
import json
import os
import re
import sys

from hidden_types import HIDDEN_TYPES

# Bits of type.__flags__ that a program can notice.
FLAGS = {
    'sequence pattern': 1 << 5,
    'mapping pattern': 1 << 6,
    'not callable': 1 << 7,
    'immutable': 1 << 8,
    'subclassable': 1 << 10,
    'matches itself': 1 << 22,
}

# What a namespace says of its type and module is asked for in other ways, or tells of the implementation alone.
LEFT_OUT = {
    '__builtins__', '__dict__', '__doc__', '__file__', '__loader__', '__module__', '__name__', '__package__', '__spec__', '__weakref__',
    '__vectorcalloffset__',
}  # fmt: skip

# Every type has these, its own or those of a base.
COMMON = [name for name in vars(object) if name not in LEFT_OUT]

CALLABLE = {
    'builtin_function_or_method', 'classmethod_descriptor', 'function', 'method_descriptor', 'wrapper_descriptor',
}  # fmt: skip
ATTRIBUTES = {'getset_descriptor', 'member_descriptor', 'property'}


def is_documented(thing):
    doc = getattr(thing, '__doc__', None)
    return isinstance(doc, str) and doc != ''


def signature(thing):
    """In one line: CPython breaks long ones."""
    if type(thing).__name__ == 'function':
        import inspect

        return str(inspect.signature(thing))
    text = getattr(thing, '__text_signature__', None)
    return text if text is None else re.sub(r'\s+', ' ', text)


def describe(thing):
    if isinstance(thing, (classmethod, staticmethod)):
        return {**describe(thing.__func__), 'kind': type(thing).__name__}
    kind = type(thing).__name__
    facts = {'kind': kind}
    if kind in CALLABLE:
        facts['signature'] = signature(thing)
    if kind in CALLABLE or kind in ATTRIBUTES:
        facts['documented'] = is_documented(thing)
    return facts


def describe_type(cls):
    facts = {
        'kind': 'type',
        'metatype': type(cls).__name__,
        'name': f'{cls.__module__}.{cls.__qualname__}',
        'bases': [base.__name__ for base in cls.__bases__],
        'documented': is_documented(cls),
        'signature': signature(cls),
        'hashable': cls.__hash__ is not None,
        'dictionary': cls.__dictoffset__ != 0,
        'weakly referable': cls.__weakrefoffset__ != 0,
    }
    for name, bit in FLAGS.items():
        facts[name] = bool(cls.__flags__ & bit)
    return facts


def add_type(cls, path, entries):
    entries[path] = describe_type(cls)
    for name in [*vars(cls), *COMMON]:
        if name not in LEFT_OUT and f'{path}.{name}' not in entries:
            entries[f'{path}.{name}'] = {**describe(find(cls, name)), 'inherited': name not in vars(cls)}


def find(cls, name):
    """The attribute as it stands in the namespace of the class or a base."""
    return next(vars(base)[name] for base in cls.__mro__ if name in vars(base))


def of_module(name):
    module = importlib.import_module(name)
    entries = {'': {'kind': 'module', 'documented': is_documented(module)}}
    for name, thing in vars(module).items():
        if name in LEFT_OUT:
            continue
        if isinstance(thing, type):
            add_type(thing, name, entries)
        else:
            entries[name] = describe(thing)
    return entries


def of_hidden_types():
    entries = {}
    for name, make in HIDDEN_TYPES.items():
        add_type(make(), name, entries)
    return entries


def builtin_modules():
    """Those inside the interpreter, and those in shared objects beside the library."""
    names = set(sys.builtin_module_names)
    for folder in sys.path:
        if os.path.basename(folder) == 'lib-dynload' and os.path.isdir(folder):
            names |= {file.partition('.')[0] for file in os.listdir(folder)}
    return sorted(names)


def is_there(name):
    """Whether the module can be imported; one in a package that is missing is missing, too."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def main(names):
    # Made when they are first named.
    for name in ('exit', 'quit', 'copyright', 'credits', 'license', 'help'):
        eval(name)
    modules = {name: of_module(name) for name in names if is_there(name)}
    if names:
        modules['hidden types'] = of_hidden_types()
    json.dump({'builtin': builtin_modules(), 'modules': modules}, sys.stdout)


if __name__ == '__main__':
    main(sys.argv[1:])
