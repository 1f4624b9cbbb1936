"""What compiled code takes for constant changes while it runs: functions, classes, defaults, globals, builtins, modules."""
import builtins
import math


class Counter:
    step = 1

    def __init__(self, n):
        self.n = n

    def up(self):
        self.n += self.step
        return self.n


def helper(x):
    return x + 1


LIMIT = 10
RATE = 0.5


def at(moment, i, action):
    if i == moment:
        action()
    return 0


def uses_function(n, moment, action):
    total = 0
    for i in range(n):
        total += helper(i) + at(moment, i, action)
        total += helper(i)
    return total


def uses_constant(n, moment, action):
    total = 0
    for i in range(n):
        total += LIMIT + RATE
        at(moment, i, action)
        total += LIMIT * RATE
    return total


def uses_class(n, moment, action):
    c = Counter(0)
    for i in range(n):
        c.up()
        at(moment, i, action)
        c.up()
    return c.n


def uses_builtin(n, moment, action):
    total = 0
    for i in range(n):
        total += len('abc') + abs(-i)
        at(moment, i, action)
        total += len('abcd')
    return total


def uses_module(n, moment, action):
    total = 0
    for i in range(n):
        total += math.floor(i / 2)
        at(moment, i, action)
        total += math.floor(2.5)
    return total


def nested(n, moment, action):
    total = 0
    for i in range(n):
        for j in range(3):
            total += helper(j)
            if i == moment and j == 1:
                action()
            for k in range(2):
                total += helper(k) * LIMIT
    return total


def generated(n, moment, action):
    for i in range(n):
        yield helper(i)
        at(moment, i, action)
        yield helper(i) * LIMIT


def nothing():
    pass


def set_global(name, value):
    def action():
        globals()[name] = value
    return action


def replace_helper():
    global helper

    def helper(x):
        return x * 100


def one(x):
    return x + 1


def other(x):
    return -x


def swap_code():
    helper.__code__ = other.__code__


def with_default(x, y=5):
    return x + y


def uses_default(n, moment, action):
    total = 0
    for i in range(n):
        total += with_default(i)
        at(moment, i, action)
        total += with_default(i)
    return total


def set_default():
    with_default.__defaults__ = (1000,)


def set_method():
    Counter.up = lambda self: setattr(self, 'n', self.n + 7)


def set_step():
    Counter.step = 3


def shadow():
    globals()['len'] = lambda s: 50


def unshadow():
    del globals()['len']


def hide_builtin():
    builtins.abs = lambda x: 1


def set_floor():
    math.floor = lambda x: 9


def by_exec():
    exec('LIMIT = 77', globals())


def by_update():
    globals().update(LIMIT=5, RATE=2.5)


def by_pop():
    globals().pop('LIMIT')


def by_setdefault():
    globals().setdefault('LIMIT', 12)


def many_names():
    for i in range(60):
        globals()[f'name_{i}'] = i


def many_deleted():
    for i in range(60):
        del globals()[f'name_{i}']


original = {'up': Counter.up, 'floor': math.floor, 'abs': abs}


def restore():
    global helper, LIMIT, RATE
    helper = one
    LIMIT, RATE = 10, 0.5
    helper.__code__ = one_code
    with_default.__defaults__ = (5,)
    Counter.up = original['up']
    Counter.step = 1
    math.floor = original['floor']
    builtins.abs = original['abs']
    globals().pop('len', None)


one_code = one.__code__
restore()
cases = [
    (uses_function, replace_helper), (uses_function, swap_code), (uses_function, set_global('helper', other)),
    (uses_constant, set_global('LIMIT', 3)), (uses_constant, by_exec), (uses_constant, by_update),
    (uses_constant, by_setdefault), (uses_constant, many_names), (uses_constant, many_deleted),
    (uses_class, set_method), (uses_class, set_step), (uses_builtin, shadow), (uses_builtin, hide_builtin),
    (uses_module, set_floor), (uses_default, set_default), (nested, replace_helper), (nested, by_exec), (nested, by_update),
]
for rounds in range(3):
    for function, action in cases:
        before = function(300, -1, nothing)
        during = function(300, 150, action)
        after = function(300, -1, nothing)
        restore()
        print(function.__name__, action.__name__, before, during, after, function(300, -1, nothing))
for action in replace_helper, by_exec, swap_code, set_global('RATE', 1.0):
    print(sum(generated(300, -1, nothing)), sum(generated(300, 100, action)), sum(generated(50, -1, nothing)))
    restore()
uses_constant(300, -1, nothing)
try:
    uses_constant(300, 100, by_pop)
except NameError as error:
    print(type(error).__name__, error)
restore()


class Sly:
    """Changes names while it is compared, hashed and counted."""

    def __init__(self, action):
        self.action = action

    def __eq__(self, other):
        self.action()
        return NotImplemented

    def __hash__(self):
        return 1

    def __len__(self):
        self.action()
        return 3


def compares(items, sly):
    total = 0
    for item in items:
        total += helper(item)
        if item == sly:
            total += 1
        total += helper(item) + LIMIT
    return total


for action in replace_helper, by_exec, swap_code:
    print(compares(list(range(200)), 5), compares(list(range(200)), Sly(action)), compares(list(range(200)), 5))
    restore()


def recursive(n, moment, action):
    if n == moment:
        action()
    if n <= 0:
        return helper(n)
    left = recursive(n - 1, moment, action)
    right = recursive(n - 2, moment, nothing)
    return left + right + helper(n) * LIMIT


for action in replace_helper, by_exec, swap_code:
    print(recursive(14, -1, nothing), recursive(14, 3, action), recursive(14, -1, nothing))
    restore()
