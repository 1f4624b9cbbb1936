"""Loops over objects whose class has the `__next__` of a generator as its own, in hot code."""


def numbers(count, fails=None, log=None):
    try:
        for k in range(count):
            if k == fails:
                raise ValueError(k)
            yield k, -k
    finally:
        if log is not None:
            log.append(("closed", k))
    return "result"


def outer(count, fails=None, log=None):
    yield from numbers(count, fails, log)
    yield from numbers(count // 2, fails, log)


def iterable(generator):
    class Iterator:
        __next__ = generator.__next__

        def __iter__(self):
            return self

    return Iterator()


def total(iterator):
    sum = 0
    for a, b in iterator:
        sum += a - b
    return sum


print([total(iterable(numbers(k))) for k in range(200)][-3:])
print([total(iterable(outer(k))) for k in range(200)][-3:])
print(sum(a for k in range(60) for a, _ in iterable(outer(k))))

log = []
for _ in range(30):
    try:
        total(iterable(outer(60, 50, log)))
    except ValueError as error:
        log.append(str(error))
        depth, trace = 0, error.__traceback__
        while trace is not None:
            depth, trace, names = depth + 1, trace.tb_next, (names if depth else []) + [trace.tb_frame.f_code.co_name]
print(log[-4:], depth, names)


# Iterators that end, and are asked again; that have something else as `__next__`; that are running.
ended = iterable(numbers(100))
print(total(ended), total(ended), next(ended, "ended"))

source = iter([(k, k) for k in range(100)])


class OverList:
    __next__ = source.__next__
    __iter__ = lambda self: self


class Counting:
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        return self

    def __next__(self):
        self.count -= 1
        if self.count < 0:
            raise StopIteration
        return self.count, 1


for iterator in (OverList(), Counting(50), iterable(numbers(50)), [(1, 2)] * 3, numbers(9), {(1, 5): 0}):
    print(total(iterator))


def reentrant():
    for k in range(300):
        if k == 250:
            try:
                next(itself)
            except ValueError as error:
                print(error)
            try:
                total(itself)
            except ValueError as error:
                print(error)
        yield k, k


itself = iterable(reentrant())
print(total(itself))


class Changing:
    def __iter__(self):
        return self


first, second = numbers(1000), numbers(10)
Changing.__next__ = first.__next__


def changing(iterator):
    seen = 0
    for a, b in iterator:
        seen += a
        if a == 500:
            Changing.__next__ = second.__next__
    return seen


print(changing(Changing()), next(first))
Changing.__next__ = lambda self: (7, 7) if next(third) < 5 else exec("raise StopIteration")
third = iter(range(10))
print(changing(Changing()))


def broken():
    yield 1, 1
    raise StopIteration(5)


for _ in range(30):
    try:
        total(iterable(broken()))
    except RuntimeError as error:
        text = f"{error} {error.__cause__!r}"
print(text)
for bad in (iterable(k for k in range(3)), iterable((k, k, k) for k in range(3))):
    try:
        total(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def left(iterator):
    for a, b in iterator:
        if a == 20:
            return a


for _ in range(50):
    rest = iterable(outer(40))
    left(rest)
print(total(rest))
