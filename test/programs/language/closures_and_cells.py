"""Closures: sharing, late binding, cells made by hand, recursion, nonlocal chains, function attributes as state."""
import types


def account(balance):
    history = []

    def deposit(n):
        nonlocal balance
        balance += n
        history.append(("+", n))
        return balance

    def withdraw(n):
        nonlocal balance
        if n > balance:
            raise ValueError(f"only {balance} left")
        balance -= n
        history.append(("-", n))
        return balance

    return types.SimpleNamespace(deposit=deposit, withdraw=withdraw, history=lambda: [*history])


a, b = account(10), account(5)
print(a.deposit(5), a.withdraw(3), b.withdraw(5), a.history(), b.history())
try:
    b.withdraw(1)
except ValueError as error:
    print(error)


def three_levels():
    x = 0

    def middle():
        nonlocal x
        x += 1
        y = x * 10

        def inner():
            nonlocal x, y
            x, y = x + 1, y + 1
            return x, y

        return inner

    return middle, lambda: x


middle, get = three_levels()
i1, i2 = middle(), middle()
print(i1(), i1(), i2(), get(), i1.__closure__[0] is i2.__closure__[0], i1.__closure__[1] is i2.__closure__[1], i1.__code__ is i2.__code__, i1.__code__.co_freevars)
adders = [lambda x: x + n for n in range(3)]
fixed = [(lambda n: lambda x: x + n)(n) for n in range(3)]
print([f(10) for f in adders], [f(10) for f in fixed])


def conditional(flag):
    if flag:
        value = "set"

    def read():
        return value

    try:
        return read()
    except NameError as error:
        return f"{type(error).__name__}: {error}"


print(conditional(True), conditional(False))


def deleting():
    v = 1

    def peek():
        return v

    first = peek()
    del v
    try:
        peek()
    except NameError as error:
        text = str(error)
    v = 2
    return first, text, peek()


print(deleting())
cell = types.CellType(41)
f = types.FunctionType((lambda: cell_var).__code__, {"cell_var": "global"})
print(f(), cell.cell_contents, cell < types.CellType(50), cell == types.CellType(41))


def template():
    captured = None

    def show():
        return captured

    return show


rebuilt = types.FunctionType(template().__code__, globals(), "rebuilt", None, (cell,))
cell.cell_contents += 1
print(rebuilt(), rebuilt.__name__)


def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x

    composed.__name__ = "∘".join(f.__name__ for f in functions)
    return composed


def curry(function, arity=None, *got):
    arity = arity or function.__code__.co_argcount
    return function(*got) if len(got) == arity else lambda *more: curry(function, arity, *got, *more)


inc, dbl = (lambda x: x + 1), (lambda x: x * 2)
inc.__name__, dbl.__name__ = "inc", "dbl"
print(compose(inc, dbl)(5), compose(inc, dbl).__name__, curry(lambda a, b, c: (a, b, c))(1)(2, 3), (lambda *a: lambda: a)(1, 2)())


def memo(function):
    def wrapper(*args):
        wrapper.calls += 1
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    cache = wrapper.cache = {}
    wrapper.calls = 0
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40), fib.calls, len(fib.cache))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *args: x(x)(*args)))
print(Y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))


def mutual(n):
    def even(n):
        return True if n == 0 else odd(n - 1)

    def odd(n):
        return False if n == 0 else even(n - 1)

    return even(n), odd(n)


print(mutual(10))


class Closure:
    instances = []

    def __init__(self, tag):
        def method():
            return tag, self.tag, __class__.__name__

        self.tag = tag.upper()
        self.method = method
        Closure.instances.append(self)


print(Closure("x").method(), [c.tag for c in Closure.instances])


def loop_closures():
    out = []
    for i in range(3):
        def f(i=i, *, j=i * 2):
            return i, j, total
        out.append(f)
    total = "late"
    return [g() for g in out]


print(loop_closures())


def arguments_captured(a, *args, k, **kw):
    def show():
        return a, args, k, kw

    a += 1
    args += (9,)
    kw["new"] = k
    return show()


print(arguments_captured(1, 2, k=3, z=4))
for action in (lambda: types.CellType(1, 2), lambda: types.FunctionType(template().__code__, {}), lambda: types.FunctionType(template().__code__, {}, None, None, ()), lambda: types.FunctionType(template().__code__, {}, None, None, (5,)), lambda: types.FunctionType(5, {}), lambda: setattr(template(), "__closure__", ()), lambda: setattr(template(), "__code__", inc.__code__), lambda: types.CellType().cell_contents, lambda: exec(template().__code__), lambda: exec(template().__code__, closure=(cell,)), lambda: exec(inc.__code__, closure=(cell,))):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
