"""Exceptions of small functions that are compiled into their callers, caught near and far: handlers, chains, tracebacks, cleanup."""

import sys
import traceback


class Problem(Exception):
    def __init__(self, code):
        super().__init__(f"problem {code}")
        self.code = code


class Worse(Problem):
    pass


def places(error):
    return [(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)]


def check(i):
    if i % 7 == 3:
        raise Problem(i)
    if i % 11 == 5:
        raise Worse(i)
    return i


def twice(i):
    return check(i) + check(i + 1)


def far(n):
    total = 0
    for i in range(n):
        try:
            total += twice(i)
        except Worse as error:
            total += 1000 + error.code
        except Problem as error:
            total -= error.code
    return total


print("far", [far(n) for n in (10, 500, 500, 500)])


def deepest(n):
    found = []
    for i in range(n):
        try:
            twice(i)
        except Problem as error:
            if i > n - 10:
                found.append((i, type(error).__name__, places(error), error.__context__))
    return found


for _ in range(30):
    answer = deepest(60)
for line in answer:
    print("deepest", line)

# Builtins that raise in inlined functions.


def number(text):
    return int(text)


def pick(table, key):
    return table[key]


def near(text, default):
    try:
        return number(text)
    except ValueError:
        return default


def nearest(table, key):
    try:
        return pick(table, key)
    except (KeyError, IndexError) as error:
        return type(error).__name__, error.args


def builtin(n):
    result = []
    for i in range(n):
        result.append(near("12x" if i % 3 else "12", i))
        result.append(nearest({1: 2} if i % 2 else [1, 2, 3], i % 5))
    return result[-12:]


for _ in range(30):
    answer = builtin(40)
print("builtin", answer)

# Raised again, chained, replaced.


def rethrow(i):
    try:
        return check(i)
    except Worse:
        raise
    except Problem as error:
        raise LookupError(i) from error


def replace(i):
    try:
        return rethrow(i)
    except LookupError:
        raise KeyError(i)


def chained(n):
    result = []
    for i in range(n):
        try:
            replace(i)
        except Worse as error:
            result.append((i, places(error), error.__context__, sys.exception() is error))
        except KeyError as error:
            inner = error.__context__
            result.append((i, places(error), places(inner), places(inner.__cause__), error.__suppress_context__))
        if sys.exception() is not None:
            result.append("left over")
    return result[-4:]


for _ in range(30):
    answer = chained(60)
for line in answer:
    print("chained", line)

# finally, and returns that swallow.


def cleaned(i, log):
    try:
        return check(i)
    finally:
        log.append(i)


def swallowed(i):
    try:
        check(i)
    except Problem:
        return -1
    else:
        return i
    finally:
        counts["finally"] += 1


def cleanup(n):
    log = []
    caught = 0
    for i in range(n):
        try:
            cleaned(i, log)
        except Problem:
            caught += 1
        caught += swallowed(i)
    return caught, len(log)


counts = {"finally": 0}
for _ in range(30):
    answer = cleanup(80)
print("cleanup", answer, counts)

# with, whose methods are inlined.


class Guard:
    entered = left = 0

    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        Guard.entered += 1
        return self

    def __exit__(self, kind, error, tb):
        Guard.left += 1
        if error is not None:
            lines.append(tb.tb_lineno)
        return kind is not None and issubclass(kind, self.swallow)


def within(i):
    with Guard(Worse):
        return check(i)
    return -5


def guarded(n):
    total = 0
    for i in range(n):
        try:
            total += within(i)
        except Problem as error:
            total += error.code * 2
    return total


for _ in range(30):
    lines = []
    answer = guarded(80)
print("guarded", answer, Guard.entered, Guard.left, len(lines), set(lines))

# Constructors, properties, operators, consumers.


class Strict:
    def __init__(self, value):
        if value % 5 == 4:
            raise ValueError(value)
        self.value = value

    @property
    def half(self):
        if self.value % 2:
            raise AttributeError("odd")
        return self.value // 2

    def __add__(self, other):
        if other % 6 == 5:
            raise OverflowError(other)
        return self.value + other


def strict(n):
    result = []
    for i in range(n):
        try:
            item = Strict(i)
            result.append(item + i)
            result.append(item.half)
        except ValueError as error:
            result.append(("value", error.args, places(error)[-1]))
        except OverflowError as error:
            result.append(("over", error.args, places(error)[-1]))
        except AttributeError as error:
            result.append(str(error))
    return result[-14:]


for _ in range(30):
    answer = strict(60)
print("strict", answer)


def summed(n):
    caught = []
    for i in range(n):
        try:
            caught.append(sum(check(j) for j in range(i, i + 3)))
        except Problem as error:
            caught.append([name for name, _ in places(error)])
    return caught[-4:]


for _ in range(30):
    answer = summed(40)
print("summed", answer)

# What frames look like where an exception is handled.


def inner(i):
    local = i * 2
    if i % 4 == 3:
        raise Problem(local)
    return local


def outer(i):
    before = i + 100
    return inner(i) + before


def seen(n):
    result = None
    for i in range(n):
        try:
            outer(i)
        except Problem as error:
            frames = []
            tb = error.__traceback__
            while tb is not None:
                frames.append((tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno))
                tb = tb.tb_next
            last = error.__traceback__.tb_next.tb_next.tb_frame
            result = frames, last.f_locals, last.f_back.f_locals, sys._getframe() is error.__traceback__.tb_frame
    return result


for _ in range(40):
    answer = seen(40)
print("seen", answer)

# Handlers in handlers, and other exceptions midway.


def odd(i, kinds):
    raise kinds[i % len(kinds)](i)


def several(n, kinds):
    result = {}
    for i in range(n):
        try:
            try:
                odd(i, kinds)
            except ValueError:
                odd(i + 1, kinds)
            except TypeError as error:
                result["type"] = error.args
        except Exception as error:
            name = type(error).__name__, type(error.__context__).__name__
            result[name] = result.get(name, 0) + 1
    return result


for turn in range(60):
    answer = several(60, [ValueError] if turn < 30 else [ValueError, TypeError, KeyError] if turn < 50 else [ZeroDivisionError])
    if turn in (29, 49, 59):
        print("several", answer)


def recursive(i):
    if i == 0:
        raise Problem(0)
    try:
        return recursive(i - 1)
    except Problem as error:
        error.code += 1
        if i % 3 == 0:
            raise Worse(error.code) from None
        raise


def recursion(n):
    codes = []
    for i in range(n):
        try:
            recursive(i)
        except Problem as error:
            codes.append((error.code, len(places(error)), type(error).__name__))
    return codes[-3:]


for _ in range(30):
    answer = recursion(20)
print("recursion", answer)


# Observed from the middle on.


def observed(n):
    events = []

    def tracer(frame, event, argument):
        if frame.f_code is check.__code__:
            events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer

    for i in range(n):
        if i == n - 3:
            sys.settrace(tracer)
        try:
            check(i)
        except Problem:
            events.append("caught")
    sys.settrace(None)
    return events[-14:]


for turn in range(20):
    answer = observed(55)
print("observed", answer)


# Constructors that are too long to be inlined, or that handle exceptions themselves.


class Big:
    def __init__(self, value, *, scale=1, **others):
        self.value = value
        self.parts = [value * scale for _ in range(3)]
        for name, other in others.items():
            if other is None:
                raise TypeError(name)
            setattr(self, name, other)
        if value % 13 == 7:
            self.fix(value)

    def fix(self, value):
        if value % 2:
            raise Worse(value)
        self.caller = sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name


class Deep:
    def __init__(self, depth):
        try:
            self.inner = Deep(depth - 1) if depth > 0 else check(3)
        except Problem as error:
            error.code += 1
            if depth % 5 == 0:
                raise
            self.inner = error.code

    def depth(self):
        return 1 + self.inner.depth() if isinstance(self.inner, Deep) else self.inner


class NotNone:
    def __init__(self, value):
        for _ in range(3):
            value += 1
        self.value = value
        if value > 42:
            return value


def constructed(n):
    result = []
    for i in range(n):
        try:
            item = Big(i, scale=2, extra=None if i % 17 == 16 else i)
            result.append((item.value, item.parts[2], item.extra, getattr(item, "caller", None)))
            result.append(Deep(i % 7).depth())
            result.append(NotNone(i).value)
        except (TypeError, Worse) as error:
            result.append((str(error), places(error)[-1]))
        except Problem as error:
            result.append((error.code, places(error)))
    return result


for _ in range(30):
    answer = constructed(60)
for line in answer[-30:]:
    print("constructed", line)
