"""Loops over generators that have got hot, left and disturbed in every way: what the generators and their frames are afterwards."""

import inspect
import sys
import traceback


def numbers(n, step=1):
    i = 0
    while i < n:
        yield i
        i += step


def filtered(items, divisor):
    for item in items:
        if item % divisor == 0:
            yield item


def scaled(items, factor):
    for item in items:
        result = item * factor
        yield result


def total(items):
    result = 0
    for item in items:
        result += item
    return result


for _ in range(60):
    answer = total(scaled(filtered(numbers(100), 3), 2))
print("pipeline", answer, total(scaled(filtered(numbers(50_000), 7), 3)))

# Kinds that change midway.


def mixed(n):
    for i in range(n):
        yield i if i < n - 3 else i / 2 if i < n - 2 else 2**70 if i < n - 1 else True


for _ in range(40):
    answer = total(mixed(60))
print("mixed", answer)


def joined(items):
    text = ""
    for item in items:
        text += item
    return text


def letters(n):
    for i in range(n):
        yield "abc"[i % 3]


for _ in range(60):
    answer = joined(letters(30))
print("letters", answer)

try:
    joined(scaled(numbers(3), 1))
except TypeError as error:
    print("kinds", error)

# Left by break, return and exceptions: where the generators are then.


def first_above(items, limit):
    for item in items:
        if item > limit:
            return item
    return None


def until(items, limit):
    count = 0
    for item in items:
        if item > limit:
            break
        count += 1
    else:
        count = -count
    return count


def guarded(items, bad):
    seen = []
    try:
        for item in items:
            if item == bad:
                raise LookupError(item)
            seen.append(item)
    except LookupError as error:
        seen.append(str(error))
    return seen


def state(generator):
    frame = generator.gi_frame
    if frame is None:
        return "finished"
    local = {name: value for name, value in frame.f_locals.items() if isinstance(value, int)}
    return inspect.getgeneratorstate(generator), frame.f_lineno - frame.f_code.co_firstlineno, local


for turn in range(60):
    inner = numbers(100)
    outer = scaled(inner, 2)
    first = first_above(outer, 40)
    rest = until(outer, 60)
    some = guarded(outer, 70)
    if turn % 20 == 19:
        print("left", first, rest, some, state(inner), state(outer), next(outer), next(inner), next(outer))
        outer.close()
        print("closed", state(outer), state(inner), until(inner, 1000), state(inner), until(inner, 5))

# Generators that others move on, and that move themselves on.


def shared(generator):
    seen = []
    for item in generator:
        seen.append(item)
        if item % 10 == 3:
            seen.append(-next(generator))
        if item == 25:
            generator.close()
    return seen


for _ in range(60):
    answer = shared(numbers(40))
print("shared", answer)


def selfish():
    yield 1
    for i in range(50):
        yield i
    try:
        for item in myself:
            print("never", item)
    except ValueError as error:
        yield str(error)


for _ in range(3):
    myself = selfish()
    answer = [item for item in myself]
print("selfish", len(answer), answer[-1])

# Exceptions in the generators, and what tracebacks show.


def failing(n, at):
    for i in range(n):
        yield 10 // (i - at)


def lines(error):
    return [(entry.name, entry.lineno - START) for entry in traceback.extract_tb(error.__traceback__)]


def outermost(items):
    result = 0
    for item in items:
        result += item
    return result


START = failing.__code__.co_firstlineno
for turn in range(60):
    try:
        answer = outermost(scaled(failing(30, 40 if turn % 20 else 20), 3))
    except ZeroDivisionError as error:
        print("failing", error, lines(error))


def stopping(n):
    for i in range(n):
        yield i
        if i == 45:
            next(iter(()))


for turn in range(40):
    try:
        total(stopping(60 if turn % 20 == 19 else 40))
    except RuntimeError as error:
        print("stopping", error, repr(error.__cause__))


def careful(n, log):
    i = 0
    try:
        while i < n:
            yield i
            i += 1
    except GeneratorExit:
        log.append(("exit", i))
        raise
    finally:
        log.append(("finally", i))


def partly(generator, limit):
    result = 0
    for item in generator:
        result += item
        if item == limit:
            break
    return result


for turn in range(60):
    log = []
    generator = careful(30, log)
    answer = partly(generator, 20 if turn % 3 else 40)
    before = len(log)
    generator.close()
    if turn > 56:
        print("careful", answer, before, log)

# throw() into a generator that a hot loop has left.


def patient(n):
    i = 0
    while i < n:
        try:
            yield i
        except KeyError as error:
            yield f"caught {error} at {i}"
        i += 1


for turn in range(60):
    generator = patient(30)
    partly(generator, 10)
    thrown = generator.throw(KeyError("k"))
    answer = thrown, total(generator), state(generator)
print("patient", answer)

# What the frames are while a generator runs within a hot loop.


def looking(n, at):
    for i in range(n):
        if i == at:
            frame = sys._getframe()
            yield (
                frame.f_code.co_name,
                frame.f_back.f_code.co_name,
                frame.f_back.f_locals["tag"],
                frame.f_locals["i"],
                current.gi_running,
                current.gi_frame is frame,
                frame.f_back.f_lineno - frame.f_back.f_code.co_firstlineno,
            )
        yield i


def watching(generator, tag):
    seen = None
    for item in generator:
        if type(item) is tuple:
            seen = item, generator.gi_running, generator.gi_suspended, generator.gi_frame.f_back
    return seen


for turn in range(60):
    current = looking(30, 25 if turn % 20 == 19 else -1)
    answer = watching(current, turn)
    if answer is not None:
        print("looking", answer)


def kept_frames(n):
    for i in range(n):
        frames.append(sys._getframe())
        yield i


for _ in range(30):
    frames = []
    total(kept_frames(20))
print("kept", len(frames), all(frame is frames[0] for frame in frames), frames[0].f_locals["i"], frames[0].f_back)

# Delegation, and what is sent in between.


def delegating(n):
    yield -1
    sent = yield from numbers(n)
    yield sent
    yield from letters(3)


def delegates(generator, at):
    seen = 0
    for item in generator:
        if item == at:
            seen = generator.gi_yieldfrom.__name__, generator.gi_yieldfrom.gi_frame.f_locals["i"]
    return seen


for _ in range(60):
    answer = delegates(delegating(30), 12)
print("delegating", answer)


def echo(n):
    got = None
    for i in range(n):
        got = yield i, got


def talking(generator):
    seen = []
    for i, got in generator:
        if got is not None:
            seen.append((i, got))
        if i % 7 == 5:
            seen.append(generator.send(i))
    return seen


for _ in range(60):
    answer = talking(echo(40))
print("echo", answer)


# Closures, and cells that change.


def closing(n):
    limit = 0

    def raise_limit():
        nonlocal limit
        limit += 1

    def produce():
        for i in range(n):
            if i >= limit:
                yield i + limit

    result = 0
    for item in produce():
        result += item
        if item % 5 == 0:
            raise_limit()
    return result


print("closing", [closing(n) for n in range(60)][-1], closing(500))


# Variables of a suspended generator that are written from outside.


def rewritten(generator):
    result = []
    for item in generator:
        result.append(item)
        if item == 20:
            generator.gi_frame.f_locals["i"] = 90
    return result[-3:], len(result)


for _ in range(40):
    answer = rewritten(numbers(100))
print("rewritten", answer)

# Observed midway.


def traced(items, turn):
    events = []

    def tracer(frame, event, argument):
        if frame.f_code is numbers.__code__:
            events.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
        return tracer

    for item in items:
        if item == 20 and turn % 20 == 19:
            sys.settrace(tracer)
        elif item == 22:
            sys.settrace(None)
    return events


for turn in range(40):
    answer = traced(numbers(40), turn)
print("traced", answer)
