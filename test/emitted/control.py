"""Exceptions, context managers, generators, loops."""


def guarded(items):
    total = 0
    for item in items:
        try:
            total += item  #: guards 2
        except TypeError:
            total -= 1
    return total


def caught(items):
    total = 0
    for item in items:
        try:
            total += 10 // item  #: guards 3, interpreted
        except ZeroDivisionError:  #: guards 1
            total -= 1  #: guards 0
    return total


def raised(n):
    total = 0
    for i in range(n):
        try:
            if i & 1:
                raise ValueError(i)  #: guards 1, frame
            total += 1
        except ValueError:  #: guards 1
            total += 2
    return total


def finished(n):
    total = 0
    for i in range(n):
        try:
            total += i  #: guards 0
        finally:
            total += 1  #: guards 1
    return total


class Manager:
    def __enter__(self):
        return 1

    def __exit__(self, *error):
        return None


def managed(manager, n):
    total = 0
    for i in range(n):
        with manager as one:  #: guards 2
            total += one  #: guards 0
    return total


class Ignoring:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return kind is not None


def ignored(manager, items):
    total = 0
    for item in items:
        with manager:  #: guards 9, frame
            if item & 1:
                raise ValueError  #: guards 1, frame
            total += item
    return total


def chained(items):
    total = 0
    for item in items:
        try:
            try:
                total += 10 // item  #: guards 3, interpreted
            except ZeroDivisionError as error:
                raise ValueError(item) from error  #: guards 2, frame, lookup
        except ValueError:  #: guards 1
            total -= 1
    return total


def numbers(n):
    for i in range(n):
        yield i  #: guards 0, frame


def consumed(n):
    total = 0
    for number in numbers(n):  #: guards 0, frame
        total += number  #: guards 3
    return total


def reduced(n):
    return sum(i * i for i in range(n))  #: guards 4, allocation


def packed(n):
    return bytes(i & 15 for i in range(n))  #: guards 8, allocation, has List.of([])


def decided(items):
    return any(item > 3 for item in items), all(item > 3 for item in items)  #: guards 3, allocation


def found(table, keys):
    return any(table[key] for key in keys)  #: guards 6, allocation


def doubling():
    total = 0
    while True:
        total += 2 * (yield total)


def sent(generator, n):
    last = 0
    for i in range(n):
        last = generator.send(i)  #: guards 3, frame, allocation, has placeIn(
    return last


def delegated(n):
    yield from numbers(n)  #: guards 0, frame


def conditional(n):
    total = 0
    for i in range(n):
        total += 1 if i & 1 else 2  #: guards 0
        x = i or 5  #: guards 0
        total += x if x is not None else 0  #: guards 1
    return total


def nested_loops(n):
    total = 0
    for i in range(n):
        for j in range(n):
            if j == i:  #: guards 0
                break
            total += j  #: guards 1
        else:
            total += 1
    return total


def counted_down(n):
    total = 0
    while n > 0:  #: guards 1
        total += n  #: guards 1
        n -= 1  #: guards 2
    return total


def matched(items):
    total = 0
    for item in items:
        match item:
            case 1:  #: guards 1, lookup
                total += 1
            case (a, b):  #: guards 2
                total += a
            case _:
                total += 2
    return total


def walrus(items):
    total = 0
    for item in items:
        if (twice := item * 2) > 4:  #: guards 1
            total += twice  #: guards 1
    return total


def lower(limit, k):
    if k > limit:
        yield k


def delegating(n):
    for k in range(n):
        yield from lower(n, k)  #: guards 1


class Numbers:
    def __iter__(self):
        yield from numbers(10)  #: guards 9, frame


def together(n):
    total = 0
    for i, item in zip(range(n), numbers(n)):  #: guards 12, frame, call, allocation, lookup, has nextWithin
        total += item
    return total


def rounds(n):
    total = 0
    for i in range(n):
        for dx, dy in ((0, 1), (1, 2)):  #: guards 0
            total += dx * i + dy  #: guards 2
    return total


def rounds_of_floats(n):
    best = 0.0
    for i in range(n):
        for x in (i * 0.5, i * 0.25):  #: guards 0
            if x > best:
                best = x  #: guards 0
    return best


def numbered(n):
    total = 0
    for i, item in enumerate(numbers(n)):  #: guards 9, frame, call, lookup, has _.count()
        total += item
    return total


def passed(n):
    yield from Numbers()  #: guards 9, frame


doubler = doubling()
next(doubler)
for _ in range(200):
    list(delegating(10))
    sent(doubler, 5)
    guarded([1, 2, 3])
    caught([1, 2, 0, 5])
    raised(8)
    finished(10)
    managed(Manager(), 10)
    ignored(Ignoring(), [1, 2, 3, 4])
    chained([1, 0, 2, 0])
    consumed(10)
    packed(10)
    reduced(10)
    decided([1, 2, 3, 4])
    found({"a": 0, "b": None, "c": ""}, "abc")
    list(delegated(10))
    conditional(10)
    nested_loops(5)
    counted_down(10)
    matched([1, (2, 3), 'a'])
    walrus([1, 2, 3, 4])
    together(10)
    rounds(10)
    rounds_of_floats(10)
    numbered(10)
    sum(passed(10))
