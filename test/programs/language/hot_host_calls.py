"""Python functions that builtins call: keys, comparisons, hashes, callbacks; they fail, look at frames, change, and run deep."""

import collections
import contextvars
import functools
import re
import sys
import traceback


class Number:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __eq__(self, other):
        return self.value == other.value

    def __hash__(self):
        return self.value

    def __add__(self, other):
        return Number(self.value + other.value)

    def __radd__(self, other):
        return self.value + other

    def __getitem__(self, index):
        if index > self.value:
            raise IndexError(index)
        return index

    def __contains__(self, item):
        return item == self.value

    def __bool__(self):
        return self.value > 0

    def __repr__(self):
        return f"<{self.value}>"


def work(n):
    numbers = [Number(i * 7919 % n) for i in range(n)]
    ordered = sorted(numbers)
    table = {number: number.value for number in numbers}
    found = sum(table[number] for number in numbers) + sum(numbers)
    mapped = list(map(lambda x: x + 1, range(n)))
    kept = list(filter(lambda x: x % 3, mapped))
    reduced = functools.reduce(lambda a, b: (a * 31 + b) % 1000003, kept, 1)
    text = re.sub(r"\d", lambda m: "x", "a1b22" * (n // 10))
    keyed = max(range(n), key=lambda x: -abs(x - n // 2)), min(numbers, key=lambda x: x.value)
    return ordered[:3], ordered[-1], found, reduced, text[:8], keyed, list(Number(5)), any(numbers), 3 in Number(3)


for _ in range(6):
    last = work(500)
print(*last, sep="\n")


# ── Errors, with their tracebacks ────────────────────────────────────────────────────────────────────────────────

def key(x):
    return 100 // (x - 450)


def failing():
    try:
        return sorted(range(500), key=key)
    except ZeroDivisionError as error:
        return [(frame.name, frame.line) for frame in traceback.extract_tb(error.__traceback__)]


for _ in range(30):
    last = failing()
print(last)


def mixed(items):
    texts = []
    for item in items:
        try:
            texts.append(sorted([3, 1, item, 2], key=lambda x: -x))
        except TypeError as error:
            texts.append(str(error))
    return texts


for _ in range(300):
    last = mixed([5, 2.5, "x", None, 2**70, True])
print(last)


# ── Kinds change midway; big ints; frames ────────────────────────────────────────────────────────────────────────

def square(x):
    return x * x


print(sum(map(square, range(5000))), list(map(square, [2**60, 1.5, 3, True]))[:4])
print(functools.reduce(lambda a, b: a * b, range(1, 30)), [functools.reduce(lambda a, b: a + b, "abc") for _ in range(2)])


def who(x):
    if x == 1999:
        frame, names = sys._getframe(), []
        while frame is not None:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        return names
    return x


print([who(i) for i in range(1000)][-1], list(map(who, range(2000)))[-1])


def late(x):
    return later(x)


def later(x):
    if x == 2999:
        return [frame.name for frame in traceback.extract_stack()]
    return x + 1


print(list(map(late, range(3000)))[-1])


# ── Deep: through comparisons and keys ───────────────────────────────────────────────────────────────────────────

class Nested:
    def __init__(self, inner):
        self.inner = inner

    def __eq__(self, other):
        return self.inner == other.inner

    __hash__ = None


def nested(depth):
    item = 1
    for _ in range(depth):
        item = Nested(item)
    return item


print([nested(50) == nested(50) for _ in range(200)][-1])
for _ in range(3):
    try:
        print(nested(100_000) == nested(100_000))
    except RecursionError as error:
        print("RecursionError")


def fall(x):
    return max([x], key=fall)


for _ in range(3):
    try:
        fall(1)
    except RecursionError:
        print("RecursionError")
print(work(100)[2:4])


# ── Functions that are changed ───────────────────────────────────────────────────────────────────────────────────

def changing(x):
    return x + 1


def other(x):
    return x - 1


class Swap:
    def __init__(self):
        self.calls = 0

    def __lt__(self, _other):
        self.calls += 1
        if self.calls == 150:
            changing.__code__ = other.__code__
            Swap.__lt__ = lambda self, other: False
        return True


print(sum(map(changing, range(3000))))
swaps = [Swap() for _ in range(3)]
for _ in range(200):
    sorted(swaps)
print(sum(map(changing, range(3000))))

depths = []


def traced(frame, event, _argument):
    if event == "call":
        depths.append(frame.f_code.co_name)
    return None


sys.settrace(traced)
list(map(square, range(3)))
sorted([Number(2), Number(1)])
sys.settrace(None)
print(depths)


# With keywords, defaults and what is left over.
def gathered(first, second=7, *rest, scale=1, **more):
    return first * scale + second + len(rest) + len(more)


def trace_names(error):
    names, traceback = [], error.__traceback__
    while traceback is not None:
        names.append(traceback.tb_frame.f_code.co_name)
        traceback = traceback.tb_next
    return names


for turn in range(40):
    results = [
        sum(map(gathered, range(60))),
        sum(map(gathered, range(60), range(60))),
        sum(map(gathered, range(60), range(60), range(60))),
        sum(map(functools.partial(gathered, scale=3), range(60))),
        sum(map(functools.partial(gathered, 2, scale=3, other=1), range(60))),
    ]
print(results)
for fails in (
    lambda: list(map(functools.partial(gathered, first=3), [1])),
    lambda: list(map(gathered, [None])),
    lambda: sorted([1, 2], key=functools.partial(gathered, scale="x", second=None)),
    lambda: list(map(functools.partial(gathered, 1, 2, scale=object()), [1])),
):
    try:
        print(fails())
    except TypeError as error:
        print(error, trace_names(error))


def only_one(value):
    return value + 1


print(sum(map(only_one, range(300))))
try:
    list(map(only_one, [1], [2]))
except TypeError as error:
    print(error, trace_names(error))
try:
    list(map(functools.partial(only_one, other=2), [1]))
except TypeError as error:
    print(error, trace_names(error))

# Whatever a method is called with.
template = "{0} {x}".format
print("".join(map("{0}-".format, range(40))), [template(i, x=i) for i in range(3)])
queue = collections.deque(maxlen=3)


def rotate(queue, n):
    total = 0
    for i in range(n):
        queue.append(i)
        queue.appendleft(-i)
        total += queue.pop() + len(queue)
    return total


print([rotate(queue, 50) for _ in range(20)][-1], queue)
for bad in [], None:
    try:
        rotate(bad, 2)
    except AttributeError as error:
        print(error)


def drained(queue):
    while True:
        queue.popleft()


for _ in range(60):
    try:
        drained(collections.deque(range(9)))
    except IndexError as error:
        last = error
print(last, trace_names(last))

# Contexts.
variable = contextvars.ContextVar("variable", default=0)


def incremented(by=1):
    variable.set(variable.get() + by)
    return variable.get()


context = contextvars.copy_context()
for _ in range(300):
    context.run(incremented)
    context.run(incremented, 2)
    context.run(incremented, by=3)
copied = context.copy()
print(context.run(incremented), copied.run(incremented, 10), variable.get(), len(contextvars.Context()), len(copied))
for bad in lambda: context.run(), lambda: context.run(incremented, 1, 2), lambda: context.run(context.run, incremented):
    try:
        bad()
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, str(error).partition("<")[0])
