"""`yield from f(...)` in hot code: delegates that end without yielding, yield, return, raise, look at frames, are begun or closed before."""

import sys


class Tree:
    def __init__(self, tag, children=()):
        self.tag = tag
        self.children = list(children)

    def iter(self, tag=None):
        if tag is None or self.tag == tag:
            yield self
        for child in self.children:
            yield from child.iter(tag)

    def count(self):
        """Yields only now and then; the counts are results."""
        total = 1
        for child in self.children:
            total += yield from child.count()
        if total % 40 == 0:
            got = yield total
            if got is not None:
                total += got
        return total


class Loud(Tree):
    def iter(self, tag=None):
        if tag == self.tag:
            raise LookupError(self.tag)
        return
        yield


def tree(depth, width):
    return Tree(f"t{depth}", [tree(depth - 1, width) for _ in range(width)] if depth else ())


root = tree(4, 4)
for _ in range(12):
    found = [len(list(root.iter(tag))) for tag in ("t0", "t1", "t4", "none", None)]
print(found)

root.children[2].children[1].children.append(Loud("loud"))
root.children[3].children.append(3.5)
for tag in ("t3", "loud", "none"):
    for _ in range(12):
        seen, failed, names = 0, None, []
        try:
            for element in root.iter(tag):
                seen += 1
        except (LookupError, AttributeError) as error:
            failed, trace = f"{type(error).__name__} {error}", error.__traceback__
            while trace is not None:
                names.append(trace.tb_frame.f_code.co_name + str(trace.tb_lineno - trace.tb_frame.f_code.co_firstlineno))
                trace = trace.tb_next
    print(seen, failed, names)
root.children[3].children.pop()


def counts(root, answers):
    generator = root.count()
    seen = []
    try:
        item = next(generator)
        while True:
            seen.append(item)
            item = generator.send(answers.get(len(seen)))
    except StopIteration as stop:
        return seen, stop.value


root = tree(4, 3)
for _ in range(30):
    result = counts(root, {})
print(result)
for _ in range(30):
    result = counts(root, {1: 39, 2: 40})
print(result)


# Into the middle: throw, close, what is inspected.
def leaf(k, log):
    if k % 3 == 0:
        return k
    try:
        yield k
    except KeyError as error:
        log.append(str(error))
        return -k
    finally:
        log.append(k)
    return k


def branch(count, log):
    total = 0
    for k in range(count):
        total += yield from leaf(k, log)
    return total


def drive(count, throw, close):
    log = []
    generator = branch(count, log)
    try:
        for step in range(count):
            item = next(generator)
            inner = generator.gi_yieldfrom
            if inner.gi_frame.f_locals["k"] != item or not generator.gi_suspended:
                log.append("wrong")
            if item == throw:
                log.append(("after throw", generator.throw(KeyError("thrown"))))
            if item == close:
                generator.close()
    except StopIteration as stop:
        return log, stop.value
    return log, None


for throw, close in ((-1, -1), (4, -1), (7, -1), (-1, 5)):
    for _ in range(30):
        result = drive(12, throw, close)
    print(result)


# Frames are looked at by delegates that yield nothing.
def looking(k):
    if k % 50 == 49:
        names, frame = [], sys._getframe()
        while frame is not None:
            names.append(frame.f_code.co_name)
            frame = frame.f_back
        kept.append((names, sys._getframe()))
    return k
    yield


def over(count):
    for k in range(count):
        yield (yield from looking(k))


kept = []
for _ in range(20):
    sum(over(60))
print(len(kept), kept[-1][0], kept[0][1].f_locals, kept[-1][1].f_locals)


# Generators that have been begun, closed, or run before they are delegated to.
def begun(count, how):
    for k in range(count):
        inner = leaf(k + 1, [])
        if how == 1:
            next(inner, None)
        elif how == 2:
            inner.close()
        elif how == 3:
            list(inner)
        yield (yield from inner)


for how in range(4):
    for _ in range(20):
        result = list(begun(6, how))
    print(how, result)


def itself(count):
    for k in range(count):
        try:
            yield from (lambda: running)()
        except ValueError as error:
            yield str(error)


for _ in range(30):
    running = itself(3)
    result = list(running)
print(result)


# Deeper than units nest, and deeper than frames may.
def nested(depth, yields):
    if depth:
        return (yield from nested(depth - 1, yields)) + 1
    if yields:
        yield "bottom"
    return 0


def result_of(generator):
    items = []
    while True:
        try:
            items.append(next(generator))
        except StopIteration as stop:
            return items, stop.value


for _ in range(40):
    result = [result_of(nested(depth, yields)) for depth in (3, 30) for yields in (False, True)]
print(result)
for _ in range(3):
    print([result_of(nested(700, yields)) for yields in (False, True)])
for _ in range(3):
    try:
        result_of(nested(3000, False))
    except RecursionError as error:
        print(type(error).__name__)


# Other code for the same name, while the loop runs.
def step(k):
    return k
    yield


def stepping(count):
    for k in range(count):
        if k == 300:
            replace()
        yield (yield from step(k))


def replace():
    global step

    def step(k):
        yield "y", k
        return "r", k


result = list(stepping(304))
print(result[298:])
step = lambda k: [k, k]
print(list(stepping(3)))
for bad in (lambda k: 1 / k, lambda k: k, lambda: 1):
    step = bad
    try:
        print(list(stepping(3)))
    except Exception as error:
        print(type(error).__name__, error)


# What is handled is the same inside.
def handling(k):
    text = repr(sys.exc_info()[1])
    if k % 7 == 6:
        yield text
    return text


def handled(count):
    for k in range(count):
        try:
            raise KeyError(k)
        except KeyError:
            text = yield from handling(k)
            yield text, sys.exc_info()[1].args


for _ in range(20):
    result = list(handled(9))
print(result, sys.exc_info())
