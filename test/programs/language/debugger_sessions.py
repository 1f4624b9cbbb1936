"""pdb, driven by a list of commands: where it stops, above all at the call that has started it."""
# Runs in a process of its own.
import io
import os
import pdb
import sys


class Session(pdb.Pdb):
    def __init__(self, commands, backend):
        super().__init__(stdin=io.StringIO('\n'.join(commands) + '\n'), stdout=sys.stdout, readrc=False, nosigint=True, backend=backend)
        self.use_rawinput = False
        self.prompt = '(Pdb) '

    def precmd(self, line):
        print(line)
        return line


def start(commands, backend):
    global session
    session = Session(commands, backend)


def simple(x):
    y = x + 1
    session.set_trace()
    y += 1
    return y


def at_end(x):
    if x:
        session.set_trace()


def used(x):
    a = [session.set_trace(), x]
    return a


def generator():
    session.set_trace()
    x = yield 1
    yield x
    return 'done'


def consumer():
    for i in generator():
        print('item', i)
    return 'consumed'


def protected():
    try:
        session.set_trace()
        raise ValueError('wrong')
    except ValueError as e:
        x = str(e)
    finally:
        y = 1
    return x


def caller():
    with open(os.devnull) as file:
        simple(1)
    for i in range(2):
        if i: session.set_trace()
    return 7


SESSIONS = [
    (simple, (1,), ['p y', 'n', 'p y', 's', 's', 'w', 'c']),
    (simple, (1,), ['!y = 10', 'c']),
    (simple, (1,), ['n', 'j 2', 'n', 'c']),
    (simple, (1,), ['r', 'retval', 'c']),
    (at_end, (1,), ['s', 's', 'c']),
    (used, (4,), ['a', 'n', 'n', 'c']),
    (consumer, (), ['n', 'n', 'n', 'n', 'n', 'n', 'n', 'c']),
    (consumer, (), ['s', 's', 's', 's', 's', 's', 's', 'c']),
    (protected, (), ['n', 'n', 'n', 'n', 'n', 'n', 'c']),
    (caller, (), ['u', 'p file.closed', 'd', 'r', 'n', 'n', 'n', 'n', 'n', 'c', 'n', 'n', 'c']),
    (caller, (), ['until', 'b simple, x == 1', 'b', 'cl 1', 'c', 'c']),
]
for backend in 'settrace', 'monitoring':
    for function, args, commands in SESSIONS:
        print(f'-- {function.__name__} {backend}')
        start(commands, backend)
        print('=', function(*args) if function is not generator else list(function()))
        sys.settrace(None)
