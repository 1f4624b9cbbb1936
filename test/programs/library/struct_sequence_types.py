"""The types of struct sequences: what they say of themselves, what cannot be changed, and how objects of them are made."""
import copy
import os
import pickle
import sys
import time

OBJECTS = [sys.version_info, sys.flags, sys.float_info, sys.int_info, sys.hash_info, sys.thread_info, sys.get_asyncgen_hooks(),
           os.stat_result(range(10)), time.gmtime(0), os.times_result(range(5)), os.uname_result('abcde'), os.terminal_size((1, 2))]


def change(target, name):
    setattr(target, name, 1)


def remove(target, name):
    delattr(target, name)


def derive(cls):
    class Derived(cls):
        pass


def attempt(label, call, *arguments, **keywords):
    try:
        result = call(*arguments, **keywords)
    except Exception as error:
        result = f'{type(error).__name__}: {error}'
    print(' ', label, result)


def made(cls, *arguments):
    return type(cls(*arguments)).__name__


for value in OBJECTS:
    cls = type(value)
    print(cls, cls.__module__, cls.__qualname__, cls.__mro__, repr(cls.__doc__))
    for name, member in sorted(vars(cls).items()):
        if type(member).__name__ == 'member_descriptor':
            print(' ', name, member.__doc__)
    print(' ', cls.n_fields, cls.n_sequence_fields, cls.n_unnamed_fields, cls.__match_args__)
    if cls.__module__ == 'sys':
        # CPython's others are heap types.
        print(' ', cls.__flags__ & 0x300)
        for name in 'new', '__doc__', 'n_fields', '__name__', '__bases__':
            attempt(f'set {name}', change, cls, name)
            attempt(f'delete {name}', remove, cls, name)
    attempt('derive', derive, cls)
    first = cls.__match_args__[0]
    for name in first, 'new', 'count':
        attempt(f'set {name} of an object', change, value, name)
        attempt(f'delete {name} of an object', remove, value, name)
    attempt('item', value.__init__)
    attempt('no sequence', made, cls)
    attempt('a number', made, cls, 5)
    attempt('too short', made, cls, ())
    attempt('too long', made, cls, range(100))
    attempt('right', made, cls, range(cls.n_sequence_fields))
    attempt('all', made, cls, range(cls.n_fields))
    attempt('no dictionary', made, cls, range(cls.n_sequence_fields), 5)
    attempt('an unknown field', made, cls, range(cls.n_sequence_fields), {'unknown': 5})
    attempt('a field twice', made, cls, range(cls.n_sequence_fields), {first: 5})
    attempt('three arguments', made, cls, (), {}, {})
    attempt('__new__', cls.__new__, cls)
    attempt('tuple.__new__', tuple.__new__, cls, ())
    attempt('replace nothing', lambda: value.__replace__() == value)
    attempt('replace positional', lambda: value.__replace__(1))
    attempt('replace unknown', lambda: copy.replace(value, unknown=1, other=2))
    attempt('replace first', lambda: value.__replace__(**{first: 99})[0])
    attempt('reduce', lambda: [type(part).__name__ for part in value.__reduce__()[1]])
    attempt('pickle', lambda: pickle.loads(pickle.dumps(value)) == value)
    attempt('copy', lambda: type(copy.copy(value)))
    attempt('slice', lambda: (type(value[:1]), type(value + ()), type(value * 1), value == tuple(value)))
    attempt('subscript', lambda: cls[int])
