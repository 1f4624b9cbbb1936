"""Hot calls: closures of one code, defaults, keyword-only parameters, `*args`, bound methods, and what replaces them later."""
import functools
import sys
import types


def shown(call, *args, **keywords):
    try:
        return call(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


# ── Functions of one code ────────────────────────────────────────────────────────────────────────────────────────


def adder(n):
    def add(x):
        return x + n

    return add


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def apply_each(functions, x):
    result = []
    for function in functions:
        result.append(function(x))
    return result


for _ in range(40):
    apply_each([adder(1), adder(2), adder(3)], 4)
print(apply_each([adder(index) for index in range(6)], 1.5))
print(apply_each([adder("a"), str.upper, lambda text: text * 2, len, [].count], "b"))
print(shown(apply_each, [adder(1), adder("x")], 1), shown(apply_each, [adder(1), None], 1))


def stepped(step):
    return step() + step(2) + step(by=3)


for _ in range(60):
    stepped(counter())
steps = counter()
print([stepped(steps) for _ in range(3)], stepped(counter()))
steps.__defaults__ = (10,)
print(stepped(steps), stepped(counter()))
steps.__defaults__ = None
print(shown(stepped, steps), stepped(counter()))
other = types.FunctionType(counter().__code__, {"__builtins__": {}}, "step", (1,), counter().__closure__)
print(stepped(other), stepped(counter()))


def made_in_loop(n):
    total = 0
    for index in range(n):
        double = lambda value, factor=index: value * factor
        total += double(index) + double(index, 2)
    return total


print([made_in_loop(n) for n in (0, 1, 60, 200)])


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


for _ in range(60):
    compose(adder(1), adder(2))(3)
print(compose(adder(1), abs, adder(-5))(-9), compose()(7))

# ── Parameters of all kinds ──────────────────────────────────────────────────────────────────────────────────────


def everything(a, b=2, *rest, c, d=4, **others):
    return a, b, rest, c, d, others


def keyword_only(a, *, scale=1, offset):
    return a * scale + offset


def positional_only(a, b=5, /, c=6):
    return a, b, c


def collected(*args):
    return len(args), args[::-1]


def named(**keywords):
    return sorted(keywords.items())


def calls(n):
    return (everything(n, c=1), everything(n, 3, 5, 6, c=1, d=2), everything(n, c=3, e=7, f=8), keyword_only(n, offset=1),
            keyword_only(n, offset=2, scale=3), positional_only(n), positional_only(n, 1, c=2), collected(), collected(n, n + 1),
            named(), named(x=n, y=2))


for _ in range(100):
    calls(1)
print(calls(2))
everything.__defaults__ = ("new",)
everything.__kwdefaults__["d"] = "changed"
keyword_only.__kwdefaults__ = {"scale": 100, "offset": 0}
print(calls(3))
everything.__kwdefaults__ = None
print(shown(calls, 4))
everything.__kwdefaults__ = {"d": 0}
keyword_only = lambda a, **others: others
print(calls(5))


def wrong(kind):
    if kind == 0:
        return collected(1)
    if kind == 1:
        return keyword_only(1, 2)
    if kind == 2:
        return positional_only(a=1)
    if kind == 3:
        return positional_only(1, c=1, **{"c": 2})
    if kind == 4:
        return everything(1, c=2, **{"c": 3})
    return positional_only()


for _ in range(80):
    wrong(0)
for kind in range(6):
    print(shown(wrong, kind))


def spread(function, args):
    return function(*args)


def two(a, b):
    return a - b


for _ in range(100):
    spread(two, (5, 3))
print(spread(two, (1, 2)), spread(two, [7, 8]), shown(spread, two, (1,)), shown(spread, two, (1, 2, 3)), spread(max, (3, 4)),
      spread(collected, ()), spread(two, "ba".encode()), spread(positional_only, (1,)), shown(spread, two, 5))


def forward(*args, **keywords):
    return everything(*args, **keywords)


def relay(*args):
    return collected(*args)


for _ in range(100):
    relay(1, 2, 3)
    forward(1, c=2)
print(relay(), relay(1), relay(*range(9)), forward(1, 2, 3, c=5, z=6), shown(forward))

# ── Methods ──────────────────────────────────────────────────────────────────────────────────────────────────────


class Account:
    rate = 2

    def __init__(self, balance, /, *, owner="nobody", **notes):
        self.balance = balance
        self.owner = owner
        self.notes = notes

    def add(self, amount, times=1):
        self.balance += amount * times
        return self.balance

    @classmethod
    def of(cls, balance):
        return cls(balance, owner=cls.__name__)

    @staticmethod
    def scale(value):
        return value * 10

    def __call__(self, value):
        return self.balance + value


class Savings(Account):
    def add(self, amount, times=1):
        return super().add(amount, times) * self.rate


def use(account):
    add = account.add
    first = add(1)
    second = add(2, times=3)
    return first, second, account.scale(4), type(account).of(1).owner, account(5), Account.of(2).balance, account.notes


for _ in range(100):
    use(Account(1))
    use(Savings(2, x=1))
print(use(Account(10, owner="me")), use(Savings(20, y=2)))


def bound_calls(bound):
    return bound(1) + bound(2)


for _ in range(60):
    bound_calls(Account(0).add)
print(bound_calls(Account(5).add), bound_calls(Savings(5).add), bound_calls(adder(3)), bound_calls([7, 8, 9].index) if False else "",
      bound_calls({1: 10, 2: 20}.get), bound_calls({1: 10, 2: 20}.__getitem__))
Account.add = lambda self, amount, times=2: amount * times * 1000
print(use(Account(10)), use(Savings(20)), bound_calls(Account(5).add))
Savings.rate = 3
Savings.of = classmethod(lambda cls, balance: Account(balance, owner="replaced"))
print(use(Savings(20)))


class Recorder:
    def __init__(self, log):
        self.log = log
        self.put = log.append

    def fill(self, n):
        put = self.log.append
        for index in range(n):
            put(index)
            self.put(-index)
        return self.log


for _ in range(40):
    Recorder([]).fill(3)
print(Recorder([]).fill(4), Recorder(bytearray()).log, shown(Recorder(bytearray(b"x")).fill, 2))

# ── Called from builtins ─────────────────────────────────────────────────────────────────────────────────────────


def key(item):
    return item % 7, -item


def combine(left, right):
    return left * 3 + right


def from_builtins(items):
    return (sorted(items, key=key), max(items, key=lambda item: -item), list(map(combine, items, items)),
            list(filter(lambda item: item & 1, items)), functools.reduce(combine, items, 0), sum(map(lambda item: item / 2, items)))


numbers = list(range(40))
for _ in range(20):
    from_builtins(numbers)
print(from_builtins(numbers[:9]))
print(shown(from_builtins, [1, "a"]), shown(from_builtins, []))


def depth(_item=None):
    names = []
    frame = sys._getframe()
    while frame is not None and len(names) < 4:
        names.append(frame.f_code.co_name)
        frame = frame.f_back
    return names


def through_map(n):
    found = None
    for found in map(depth, range(n)):
        pass
    return found


for _ in range(30):
    through_map(10)
print(through_map(3), sorted([2, 1], key=lambda item: (item, depth()))[0])


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        if self.value == other.value == 13:
            raise ValueError("unlucky")
        return self.value < other.value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == other.value

    def __getitem__(self, index):
        return self.value * index

    def __contains__(self, value):
        return value == self.value

    def __len__(self):
        return self.value

    def __bool__(self):
        return self.value > 5

    def __iter__(self):
        return iter([self.value, 1])


def special(values):
    items = [Item(value) for value in values]
    return ([item.value for item in sorted(items)], len({*items}), [item[2] for item in items], sum(1 for item in items if item),
            [len(item) for item in items], 3 in items[0], [value for item in items for value in item], items.index(Item(values[-1])))


for _ in range(40):
    special([3, 1, 2, 9, 8, 3])
print(special([5, 6, 4]), shown(special, [13, 13]), shown(special, ["a", 1]))


def fails(value):
    return 1 // (value - 5)


def keyed(items):
    return [sorted(items, key=fails), [fails(item) for item in items]]


for _ in range(30):
    keyed([1, 2, 3])
try:
    keyed([1, 2, 5])
except ZeroDivisionError as error:
    trace = error.__traceback__
    while trace is not None:
        print(trace.tb_frame.f_code.co_name, trace.tb_lineno, end=" ")
        trace = trace.tb_next
    print(error)

# ── Attributes of functions ──────────────────────────────────────────────────────────────────────────────────────


def counted(function):
    def wrapper(*args):
        wrapper.calls += 1
        return function(*args)

    wrapper.calls = 0
    wrapper.name = function.__name__
    return wrapper


def call_counted(wrappers, n):
    for index in range(n):
        for wrapper in wrappers:
            wrapper(index)
    return [(wrapper.name, wrapper.calls, wrapper.__defaults__, wrapper.__qualname__) for wrapper in wrappers]


for _ in range(30):
    call_counted([counted(abs), counted(adder(1))], 5)
print(call_counted([counted(abs), counted(str), counted(lambda x: x)], 3))
broken = counted(abs)
del broken.calls
print(shown(call_counted, [broken], 1), shown(call_counted, [Account(1)], 1))


def taken(items, test):
    found = []
    for item in items:
        if not test(item):
            break
        found.append(item)
    return found


def chosen(items, which, limit):
    """One function is inlined for several others, made here, whose numbers of cells differ."""
    if which:
        return taken(items, lambda item: item < limit)
    return taken(items, lambda item: item != 3)


for turn in range(300):
    results = chosen([1, 2, 3, 4], turn < 200, 2 + turn % 2), chosen([5, 6, 3], turn % 50 == 0, 6)
    if turn % 60 == 0:
        print(results)
print(results)
