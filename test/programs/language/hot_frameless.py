"""Hot functions that nobody needs a frame of, until somebody does."""

import signal
import sys
import traceback


def chain(frame, count):
    """Names, line numbers and variables of the innermost frames."""
    result = []
    while frame is not None and len(result) < count:
        code = frame.f_code
        names = {} if frame.f_back is None else dict(frame.f_locals)
        result.append((code.co_name, frame.f_lineno - code.co_firstlineno, names))
        frame = frame.f_back
    return result


def trace_of(error):
    return [(s.name, s.lineno - first) for s, first in zip(traceback.extract_tb(error.__traceback__), firsts(error))]


def firsts(error):
    tb = error.__traceback__
    while tb is not None:
        yield tb.tb_frame.f_code.co_firstlineno
        tb = tb.tb_next


# Frames from the deepest call.
def looks(n, look):
    if n == 0:
        if look:
            return chain(sys._getframe(), 7)
        return []
    m = n * 2
    below = looks(n - 1, look)
    return below if m else None


for turn in range(400):
    seen = looks(turn % 9, turn in (250, 399))
    if seen:
        print(seen)


def inner(n, flag):
    return n + outer(n - 1, flag)


def outer(n, flag):
    if n <= 0:
        return deepest(flag)
    half = n / 2
    return inner(n, flag) + int(half - half)


def deepest(flag):
    if flag:
        print(chain(sys._getframe(), 5))
        return 1
    return 0


total = 0
for turn in range(600):
    total += outer(turn % 7, turn == 440 or turn >= 597)
print(total)


# Exceptions from the deepest call.
def numbers(text, n):
    if n == 0:
        return int(text)
    return numbers(text, n - 1) + 1


def converted(text, n):
    try:
        return numbers(text, n)
    except ValueError as error:
        return str(error), len(trace_of(error)), trace_of(error)[-1]


for turn in range(500):
    value = converted("12" if turn % 100 else "x%d" % turn, turn % 6)
    if turn % 100 == 0:
        print(value)

failing = 0
for turn in range(3000):
    try:
        failing += numbers("7" if turn % 3 else "y", 4)
    except ValueError as error:
        if turn % 1000 == 0:
            print(trace_of(error), error.__context__)
        failing -= 1
print(failing)


def guarded(n):
    try:
        if n == 0:
            return [][n]
        return guarded(n - 1)
    except KeyError:
        return -1
    finally:
        cleanups[n] += 1


cleanups = [0] * 8
for turn in range(300):
    try:
        guarded(turn % 8)
    except IndexError as error:
        if turn > 297:
            print(error, trace_of(error))
print(cleanups)


def lookups(table, key, n):
    return table[key] if n == 0 else lookups(table, key, n - 1)


while_handling = []
for turn in range(600):
    try:
        raise ArithmeticError(turn)
    except ArithmeticError:
        try:
            lookups({"a": 1}, "a" if turn % 90 else "b", 3)
        except KeyError as error:
            while_handling.append((error.__context__.args, len(trace_of(error)), sys.exception() is error))
print(while_handling)


# The limit of recursion.
def down(n):
    return down(n + 1) + 1


for function in (down, down, down):
    try:
        function(0)
    except RecursionError as error:
        print(type(error).__name__, error, len(list(firsts(error))) > 900)


def sums(n):
    return 0 if n == 0 else n + sums(n - 1)


print([sums(n) for n in (5, 50, 500, 900)], sum(sums(n % 800) for n in range(0, 40000, 97)))
limit = sys.getrecursionlimit()
sys.setrecursionlimit(120)
outcomes = set()
for turn in range(60):
    try:
        sums(100 + turn % 3 * 60)
        outcomes.add("fits")
    except RecursionError as error:
        outcomes.add((str(error), error.__traceback__.tb_next.tb_frame.f_code.co_name))
print(sorted(outcomes, key=str))
sys.setrecursionlimit(limit)


# Types and sizes that come late.
def product(n, factor):
    return factor if n == 0 else product(n - 1, factor) * n


results = [product(turn % 12, 1) for turn in range(400)]
results += [product(25, 1), product(5, 1.5), product(3, "ab"), product(2, [0]), product(20, -1)]
print(sum(results[:400]), results[400:])


# Generators in between.
def leaves(tree):
    if isinstance(tree, tuple):
        for child in tree:
            yield from leaves(child)
    else:
        yield sums(tree)


def build(n):
    return n if n < 3 else (build(n - 1), build(n - 2))


for turn in range(30):
    found = list(leaves(build(3 + turn % 5)))
print(found)


def steps(n):
    for i in range(n):
        yield numbers("5" if i != 97 else "five", i % 5)


taken = []
try:
    for value in steps(200):
        taken.append(value)
except ValueError as error:
    print(len(taken), sum(taken), trace_of(error))


# Globals, methods and classes that change during the recursion.
def patched(n, at):
    if n == 0:
        return 0
    if n == at:
        change()
    return helper(n) + patched(n - 1, at)


def helper(n):
    return n


def other_helper(n):
    return n * 1000


def change():
    global helper
    helper, globals()["other_helper"] = other_helper, helper


print([patched(6, -1) for turn in range(200)][-1], [patched(6, 3) for turn in range(4)], patched(6, -1))


def replaced(n):
    return 0 if n == 0 else 1 + replaced(n - 1)


def replaces(n):
    global replaced
    if n == 2:
        replaced = lambda n: -100
    return 0 if n == 0 else 1 + replaced(n - 1) + replaces(n - 1)


print([replaced(5) for turn in range(200)][-1], replaces(1), replaces(4), replaces(4))


class Tree:
    def __init__(self, left, right, value):
        self.left = left
        self.right = right
        self.value = value

    def total(self):
        own = self.weight()
        if self.left is None:
            return own
        return self.left.total() + own + self.right.total()

    def weight(self):
        return self.value

    @property
    def depth(self):
        return 1 if self.left is None else 1 + self.left.depth


def tree(n):
    return Tree(None, None, n) if n == 0 else Tree(tree(n - 1), tree(n - 1), n)


class Strange(Tree):
    def weight(self):
        if self.value == 77:
            Tree.weight = lambda self: 1
        return 0


root = tree(5)
print([root.total() for turn in range(100)][-1], root.depth)
root.left.right.left = Strange(None, None, 7)
print([root.total() for turn in range(20)][-1])
root.left.right.left.value = 77
print(root.total(), root.total(), root.depth)
Tree.weight = lambda self: self.value + 0.5
print(root.total())
del Tree.depth
try:
    root.depth
except AttributeError as error:
    print(error)
root.right.left.left = 3
try:
    root.total()
except AttributeError as error:
    print(error, trace_of(error))


# The code of a function in the middle of it.
def recoded(n, swap):
    if n == 0:
        if swap:
            recoded.__code__ = (lambda n, swap: -1).__code__
        return 0
    return 1 + recoded(n - 1, swap) + (recoded(0, False) if n == 2 else 0)


print([recoded(4, False) for turn in range(200)][-1], recoded(4, True), recoded(4, True))


# A path that needs frames and gets hot late.
def reports(n, log):
    if n == 0:
        return 0
    if n == log:
        notes.append(sys._getframe().f_back.f_code.co_name)
    return reports(n - 1, log) + 1


def asks(n, log):
    return reports(n, log) - n


notes = []
for turn in range(2000):
    asks(8, 4 if turn > 1000 else -1)
print(len(notes), set(notes))


# Observers from the deepest call on.
def tracer(frame, event, arg):
    if frame.f_code.co_name == "observed":
        events.append((event, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals["n"], arg))
    return tracer


def observed(n, at):
    if n == at:
        sys.settrace(tracer)
    if n == 0:
        return 0
    return observed(n - 1, at) + 1


events = []
for turn in range(300):
    observed(6, -1)
observed(6, 2)
sys.settrace(None)
print(events)


def profiler(frame, event, arg):
    calls.append((event, frame.f_code.co_name))


def starts(n):
    if n == 0:
        sys.setprofile(profiler)
        return sums(2)
    return starts(n - 1)


calls = []
for turn in range(3):
    starts(3)
    sys.setprofile(None)
print(calls[:7])


# Signals.
def spin(n):
    return 1 if n < 2 else spin(n - 1) + spin(n - 2)


class Alarm(Exception):
    pass


def ring(number, frame):
    heights.append(len(chain(frame, 100)) > 1)
    raise Alarm


heights = []
spin(15)
signal.signal(signal.SIGALRM, ring)
for turn in range(3):
    signal.setitimer(signal.ITIMER_REAL, 0.02)
    try:
        spin(60)
    except Alarm as error:
        names = {name for name, line in trace_of(error)}
        print(sorted(names), len(trace_of(error)) > 20)
print(heights)


def interrupted(n):
    if n == 0:
        signal.raise_signal(signal.SIGINT)
        return 0
    return interrupted(n - 1) + 1


def quiet_until(n, last):
    return (interrupted(2) if last else 0) if n == 0 else quiet_until(n - 1, last) + 1


for turn in range(300):
    try:
        quiet_until(5, turn == 299)
    except KeyboardInterrupt as error:
        print(turn, trace_of(error)[:9])


# Loops within.
def scan(rows, n):
    found = 0
    for row in rows:
        for item in row:
            if item == n:
                found += 1
    return found if n == 0 else found + scan(rows, n - 1)


rows = [list(range(k)) for k in range(40)]
print([scan(rows, turn % 5) for turn in range(60)][-5:], scan(rows + [["x", None, 1.0]], 4))
rows.append([10**30])
print(scan(rows, 3))
try:
    scan([[1], 2], 3)
except TypeError as error:
    print(error, trace_of(error))


# Coroutines.
class Pause:
    def __await__(self):
        yield sums(3)


async def worker(n):
    result = 0
    for i in range(n):
        await Pause()
        result += sums(i % 30)
    return result


coroutine = worker(500)
waits = 0
try:
    while True:
        waits += coroutine.send(None)
except StopIteration as stop:
    print(waits, stop.value)


# Objects whose `__init__` is called without frames, which is left in the middle.
class Box:
    def __init__(self, value, label="box", *, scale=1):
        self.value = value * scale
        self.label = label
        if label == "deep":
            self.inner = Box(value, "inner", scale=2)
        elif label == "shallow" and value > 3:
            self.inner = None
        else:
            self.inner = label
        self.total = value + scale + len(label) * 2 - len(label) + len(label) * 3 - len(label) * 2
        self.parts = (value, label, scale) if scale > 1 or label != "box" or value == 5 else ()


def boxed(value, label):
    return Box(value, label, scale=value % 3 + 1)


def boxes(n):
    made = [boxed(i % 9, ("box", "shallow", "deep")[i % 3]) for i in range(n)]
    return sum(box.total for box in made), made[-1].inner, made[-2].parts


print(boxes(3000)[::2], boxes(300)[0])
for value in 1.5, True, "x", 10**30, None, [1]:
    for label in "box", "deep", None:
        try:
            box = boxed(value, label)
            print(box.value, box.label, box.total, box.parts, type(box.inner).__name__)
        except TypeError as error:
            print(error, trace_of(error))
print(boxes(300)[0])
try:
    Box(1, "box", scale=10**400).total.missing
except AttributeError as error:
    print(error)


class Nested:
    def __init__(self, depth):
        self.inner = Nested(depth - 1) if depth > 0 else None


def depth_of(nested):
    count = 0
    while nested is not None:
        nested = nested.inner
        count += 1
    return count


print([depth_of(Nested(turn % 40)) for turn in range(400)][-3:])
try:
    Nested(10**6)
except RecursionError as error:
    print(error)
print(depth_of(Nested(30)))
Box.__init__ = lambda self, value, label, scale: setattr(self, "total", scale)
print(boxed(4, "new").total)
