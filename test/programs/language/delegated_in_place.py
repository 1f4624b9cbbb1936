"""Generators that are delegated to where they are made: compiled code runs them within the one that delegates, as long as they yield nothing."""

import sys
import traceback


class Node:
    def __init__(self, tag, *children):
        self.tag = tag
        self.children = list(children)

    def iter(self, tag=None):
        if tag is None or self.tag == tag:
            yield self
        for child in self.children:
            yield from child.iter(tag)

    def text(self):
        yield self.tag
        for child in self.children:
            yield from child.text()
            yield "/" + self.tag


def tree(depth, width, name="r"):
    return Node(name, *[tree(depth - 1, width, name + str(k)) for k in range(width if depth else 0)])


def walks():
    root = tree(4, 3)
    for _ in range(60):
        count = sum(1 for _ in root.iter())
        few = [node.tag for node in root.iter("r012")]
        none = list(root.iter("other"))
        text = "".join(root.text())
    print(count, few, none, len(text), text[:60])


def numbers(n):
    if n % 3 == 0:
        got = yield n
        return got
    return -n


def outer(n):
    total = 0
    for k in range(n):
        result = yield from numbers(k)
        total += result or 0
    return total


def results():
    for _ in range(50):
        seen = []
        made = outer(40)
        try:
            item = next(made)
            while True:
                seen.append(item)
                item = made.send(item * 2)
        except StopIteration as end:
            seen.append(end.value)
    print(seen)


def failing(k):
    if k == 37:
        raise ValueError(f"at {k}")
    if k % 10 == 5:
        yield k


def guarded(n):
    for k in range(n):
        try:
            yield from failing(k)
        except ValueError as error:
            yield str(error)
        finally:
            if k % 20 == 0:
                yield "finally"


def unguarded(n):
    for k in range(n):
        yield from failing(k)


def errors():
    for _ in range(50):
        seen = list(guarded(60))
    print(seen)
    for n in (30, 60):
        for _ in range(40):
            try:
                seen = []
                for item in unguarded(n):
                    seen.append(item)
            except ValueError as error:
                names = [entry.name for entry in traceback.extract_tb(error.__traceback__)]
                seen.append((str(error), names))
        print(seen)


def stopping(k):
    if k == 33:
        raise StopIteration(k)
    if k % 7 == 0:
        yield k


def stops():
    def run():
        for k in range(50):
            yield from stopping(k)

    for _ in range(40):
        seen = []
        try:
            for item in run():
                seen.append(item)
        except RuntimeError as error:
            seen.append((str(error), repr(error.__cause__)))
    print(seen)


def looking(k, log):
    if k % 50 == 49:
        frame = sys._getframe()
        log.append((frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_back.f_locals["k"]))
    if k % 25 == 24:
        yield k


def looked_at(n, log):
    for k in range(n):
        yield from looking(k, log)


def frames():
    for _ in range(30):
        log = []
        made = looked_at(200, log)
        inner = []
        for item in made:
            delegate = made.gi_yieldfrom
            inner.append((item, delegate.gi_frame.f_locals["k"], delegate.gi_running, made.gi_running, delegate.gi_suspended))
    print(log, inner)


def cleaning(k, log):
    try:
        if k % 5 == 4:
            yield k
    finally:
        if k % 5 == 4:
            log.append(k)


def cleaned(n, log):
    for k in range(n):
        yield from cleaning(k, log)


def closing():
    for _ in range(60):
        log = []
        made = cleaned(40, log)
        seen = [next(made), next(made), next(made)]
        made.close()
        again = cleaned(40, log)
        next(again)
        try:
            again.throw(KeyError("thrown"))
        except KeyError as error:
            seen.append(str(error))
    print(seen, log)


def held():
    """What is delegated to is resumed by somebody else in between."""
    for _ in range(60):
        made = outer(12)
        seen = [next(made)]
        delegate = made.gi_yieldfrom
        try:
            delegate.send(7)
        except StopIteration as end:
            seen.append(end.value)
        seen.extend(made)
    print(seen)


def handling(k):
    try:
        raise KeyError(k)
    except KeyError:
        yield from numbers(k)
        yield sys.exception()


def handled(n):
    for k in range(n):
        yield from handling(k)
        yield sys.exception()


def exceptions():
    for _ in range(60):
        seen = []
        try:
            raise IndexError("outside")
        except IndexError:
            for item in handled(5):
                seen.append((repr(item), repr(sys.exception())))
    print(seen)


def deep(n):
    if n > 0:
        yield from deep(n - 1)
    else:
        yield "bottom"


def limits():
    for _ in range(100):
        found = list(deep(30))
    print(found)
    try:
        list(deep(sys.getrecursionlimit()))
    except RecursionError as error:
        print(error)


def renamed(n):
    for k in range(n):
        yield from helper(k)


def helper(k):
    if k % 4 == 3:
        yield ("first", k)


def rebound():
    global helper
    seen = []
    for step in range(60):
        seen = []
        for item in renamed(16):
            seen.append(item)
            if step == 50:
                helper = other
    print(seen)


def other(k):
    if k % 8 == 7:
        yield ("second", k)


walks()
results()
errors()
stops()
frames()
closing()
held()
exceptions()
limits()
rebound()
