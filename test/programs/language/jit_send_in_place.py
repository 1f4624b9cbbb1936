"""Generators that `send` resumes in hot code, suspended here and there, with values that change, errors, ends, and who looks at their frames."""

import sys
import traceback


def average():
    total, count, result = 0.0, 0, None
    while True:
        value = yield result
        total += value
        count += 1
        result = total / count


def averages(n, values):
    mean = average()
    next(mean)
    last = None
    for i in range(n):
        last = mean.send(values[i % len(values)])
    return last, mean.gi_frame.f_locals["value"], mean.gi_frame.f_locals["count"], mean.gi_frame.f_lineno - average.__code__.co_firstlineno


print(averages(300, [1, 2, 3]), averages(300, [0.5, 2]), averages(300, [True, 2**70]))
try:
    averages(300, [1] * 250 + ["x"])
except TypeError as error:
    print(error, [(e.name, e.lineno) for e in traceback.extract_tb(error.__traceback__)])


def account(balance):
    answer = None
    while True:
        match (yield answer):
            case ("deposit", amount):
                balance += amount
                answer = balance
            case ("withdraw", amount) if amount <= balance:
                balance -= amount
                answer = balance
            case ("withdraw", _):
                answer = "refused"
            case None:
                return balance


def banking(n, end):
    bank = account(100)
    next(bank)
    answers = []
    for i in range(n):
        try:
            answers.append(bank.send(("deposit", i) if i % 3 else ("withdraw", i * 2)) if i != end else bank.send(None))
        except StopIteration as stop:
            answers.append(("stop", stop.value, stop.__context__))
    return len(answers), answers[-3:], answers.count("refused")


print(banking(300, -1), banking(300, 200), banking(300, 299))


def parts():
    """Suspended at several places, with a value of another kind at each."""
    got = []
    while True:
        got.append((yield "first"))
        got.append((yield len(got)))
        x = yield 1.5
        got.append(x)
        if x == 99:
            return got


def cycle(n):
    generator = parts()
    next(generator)
    seen = {}
    ends = []
    for i in range(n):
        try:
            item = generator.send(i)
        except StopIteration as stop:
            ends.append(len(stop.value))
            generator = parts()
            item = next(generator)
        seen[type(item).__name__] = seen.get(type(item).__name__, 0) + 1
    return seen, ends


print(cycle(600), cycle(100))


def handling():
    """Yields within handlers, and with an exception of the caller around."""
    result = None
    while True:
        try:
            value = yield result
            if value % 7 == 3:
                raise ValueError(value)
            result = value, repr(sys.exc_info()[1])
        except ValueError as error:
            got = yield "handling", str(error), repr(sys.exc_info()[1])
            result = "handled", got, repr(sys.exc_info()[1])
        finally:
            result = result, "finally"


def handled(n):
    generator = handling()
    next(generator)
    results = []
    for i in range(n):
        try:
            if i % 5 == 0:
                raise KeyError(i)
            results.append(generator.send(i))
        except KeyError:
            results.append((generator.send(i), repr(sys.exc_info()[1])))
    return results


results = handled(300)
print(len(results), results[:6], results[-8:])


def within_for():
    value = 0
    for _ in range(400):
        try:
            value += 1
            if value % 3 == 0:
                raise OSError(value)
            yield value, repr(sys.exc_info()[1])
        except OSError as error:
            yield str(error), repr(sys.exc_info()[1])


print([(item, repr(sys.exc_info()[1])) for item in within_for()][-4:])


def looping():
    out = []
    for item in within_for():
        out.append((item, repr(sys.exc_info()[1])))
    return out


print(looping()[-4:], len(looping()))


def raising(limit):
    value = 0
    while value < limit:
        value = yield value
    raise StopIteration("inside") if limit % 2 else LookupError("end")


def until(limit):
    generator = raising(limit)
    next(generator)
    for i in range(1000):
        try:
            generator.send(i)
        except (RuntimeError, LookupError, StopIteration) as error:
            return i, repr(error), repr(error.__cause__), generator.gi_frame is None


for limit in (300, 301, 302):
    print(until(limit))
    generator = raising(limit)
    next(generator)
    try:
        for i in range(1000):
            generator.send(i)
    except (RuntimeError, LookupError) as error:
        print([(e.name, e.line) for e in traceback.extract_tb(error.__traceback__)])


def ended(n):
    """Sends go on after the end, to generators that have not begun, and to those that run."""
    def few():
        for _ in range(3):
            yield (yield)
        return "done"
    errors = {}
    generator = few()
    for i in range(n):
        try:
            generator.send(None if i % 9 == 0 else i)
        except (StopIteration, TypeError) as error:
            key = type(error).__name__, str(error)
            errors[key] = errors.get(key, 0) + 1
            if i % 11 == 0:
                generator = few()
    return errors


print(ended(500))


def selfish():
    while True:
        me = yield
        try:
            me.send(me)
        except ValueError as error:
            message = str(error)
        yield message


def running(n):
    generator = selfish()
    next(generator)
    answer = None
    for i in range(n):
        answer = generator.send(generator) or answer
    return answer


print(running(300))


def looking():
    value = None
    while True:
        value = yield [f.f_code.co_name for f in frames(sys._getframe())], value


def frames(frame):
    while frame is not None and frame.f_code.co_name != "<module>":
        yield frame
        frame = frame.f_back


def looked_at(n):
    generator = looking()
    next(generator)
    for i in range(n):
        answer = generator.send(i)
    return answer, generator.gi_frame.f_back, generator.gi_running, generator.gi_suspended


print(looked_at(300))


class Sum:
    def __init__(self):
        self.total = 0

    def __add__(self, other):
        made = Sum()
        made.total = self.total + other
        return made


def adding(start):
    total = start
    while True:
        total = total + (yield total)


def several(n):
    """Generators of the same code in turn, and others of another code later."""
    generators = [adding(s) for s in (0, 1.5, Sum(), "")]
    for generator in generators:
        next(generator)
    answers = [None] * 4
    for i in range(n):
        k = i % 3 if i < n - 4 else 3
        generator = generators[k]
        answers[k] = generator.send(i if k < 3 else "s")
    other = average()
    next(other)
    generators[0] = other
    for i in range(n):
        answers.append(generators[i % 2].send(i))
        del answers[4:-2]
    return [a.total if isinstance(a, Sum) else a for a in answers]


print(several(300))


class Like:
    """No generator."""

    def send(self, value):
        return value, "like"


def mixed(n):
    generator = average()
    next(generator)
    things = [generator, Like()]
    last = []
    for i in range(n):
        last = [last[-1:], things[i > n - 5].send(i)]
    return last


print(mixed(300))


def delegating():
    while True:
        result = yield from inner()
        yield result


def inner():
    total = 0
    for _ in range(3):
        total += yield total
    return total


def delegated(n):
    generator = delegating()
    next(generator)
    return sum(generator.send(1) or 0 for i in range(n)), [generator.send(i) for i in range(n)][-4:]


print(delegated(300))


def cleaning(log):
    try:
        while True:
            log.append((yield len(log)))
            if len(log) > 5:
                log.clear()
    finally:
        log.append("closed")


def closed(n):
    log = []
    answers = []
    generator = cleaning(log)
    next(generator)
    for i in range(n):
        answers.append(generator.send(i))
    generator.close()
    try:
        generator.send(1)
    except StopIteration as stop:
        answers.append(stop.value)
    return answers[-3:], log


print(closed(300))


def deep(n, generator):
    return generator.send(n) if n == 0 else deep(n - 1, generator)


generator = adding(0)
next(generator)
for i in range(400):
    deep(3, generator)
print(deep(1, generator))


def tracing(n):
    events = []

    def trace(frame, event, arg):
        if frame.f_code.co_name == "adding":
            events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return trace

    generator = adding(0)
    next(generator)
    for i in range(n):
        if i == n - 2:
            sys.settrace(trace)
        generator.send(i)
    sys.settrace(None)
    return events


print(tracing(300))


def gaining(total):
    while True:
        got = yield total
        total += got


def changed(n):
    """The variables of the suspended frame are read, and written to, by others."""
    generator = gaining(0)
    next(generator)
    seen = []
    for i in range(n):
        answer = generator.send(1)
        if i % 50 == 49:
            seen.append((answer, generator.gi_frame.f_locals["total"]))
            generator.gi_frame.f_locals["total"] = 1000 * i
    return seen


print(changed(300))


def recursive(depth):
    if depth == 0:
        while True:
            value = yield depth
    inner = recursive(depth - 1)
    next(inner)
    value = 0
    while True:
        value = yield inner.send(value) + 1


generator = recursive(5)
next(generator)
print([generator.send(i) for i in range(300)][-3:])
