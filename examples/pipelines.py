"""Iterators and generators: a small copy of itertools, lazy pipelines with operators, and log analysis."""


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


def islice(iterable, stop):
    iterator = iter(iterable)
    for _ in range(stop):
        try:
            yield next(iterator)
        except StopIteration:
            return


def groupby(iterable, key=lambda item: item):
    group, current = [], None
    for item in iterable:
        if group and key(item) != current:
            yield current, group
            group = []
        current = key(item)
        group.append(item)
    if group:
        yield current, group


def accumulate(iterable, function=lambda a, b: a + b, *, initial=None):
    total = initial
    for item in iterable:
        total = item if total is None else function(total, item)
        yield total


def product(*pools):
    if not pools:
        yield ()
        return
    first, *rest = pools
    for item in first:
        for others in product(*rest):
            yield (item, *others)


def combinations(items, size):
    if size == 0:
        yield ()
    for index, item in enumerate(items):
        for rest in combinations(items[index + 1:], size - 1):
            yield item, *rest


def tee(iterable):
    """Two iterators over one source, sharing what only one of them has seen."""
    source, waiting = iter(iterable), ([], [])

    def branch(mine, theirs):
        while True:
            if mine:
                yield mine.pop(0)
                continue
            try:
                item = next(source)
            except StopIteration:
                return
            theirs.append(item)
            yield item

    return branch(*waiting), branch(*reversed(waiting))


class Stream:
    """A lazy sequence of steps; `|` adds one, iterating runs them."""

    def __init__(self, source):
        self.source = source

    def __or__(self, step):
        return Stream(step(self))

    def __iter__(self):
        return iter(self.source)

    def __rshift__(self, collect):
        return collect(self)


def where(test):
    return lambda items: (item for item in items if test(item))


def select(function):
    return lambda items: map(function, items)


def first(count):
    return lambda items: islice(items, count)


class Countdown:
    """An iterator class, restartable because __iter__ makes a fresh generator."""

    def __init__(self, start):
        self.start = start

    def __iter__(self):
        n = self.start
        while n:
            yield n
            n -= 1

    def __reversed__(self):
        return iter(range(1, self.start + 1))

    def __length_hint__(self):
        return self.start


class Squares:
    """A sequence by __getitem__ alone: iteration and `in` work through IndexError."""

    def __getitem__(self, index):
        if isinstance(index, slice):
            return [i * i for i in range(*index.indices(10))]
        if index >= 10:
            raise IndexError(index)
        return index * index


LOG = """\
09:00:01 INFO  web    started in 120 ms
09:00:05 WARN  db     slow query 900 ms
09:00:07 ERROR web    request failed
09:01:00 INFO  web    request in 35 ms
09:01:02 INFO  cache  hit
09:01:30 ERROR db     connection lost
09:01:31 ERROR db     connection lost
09:02:00 INFO  db     connected in 60 ms
"""


def records(text):
    for number, line in enumerate(text.splitlines(), 1):
        time, level, source, *words = line.split()
        yield {"line": number, "minute": time[:5], "level": level, "source": source, "text": " ".join(words)}


def durations(entries):
    for entry in entries:
        match entry["text"].split():
            case [*_, number, "ms"] if number.isdigit():
                yield entry["source"], int(number)


def echo():
    """A generator with a say in what happens to it."""
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(f"<{error}>")
    finally:
        print("   echo closes with", received)


def main():
    naturals = Stream(i for i in iter(int, 1))  # an endless stream of zeros
    print((naturals | first(3)) >> list, next(iter(naturals)))
    evens = Stream(range(1_000_000)) | where(lambda n: n % 2 == 0) | select(lambda n: n * n) | first(6)
    print(evens >> list, (Stream("typhon") | select(str.upper)) >> "".join)
    print(list(chain("ab", [1, 2], (x for x in "z"))), list(accumulate([1, 2, 3, 4])), list(accumulate("abc", initial=">")))
    print(*product("xy", range(2), [True]), sep=" ")
    print(["".join(c) for c in combinations("abcd", 2)], sum(1 for _ in combinations(range(10), 4)))
    left, right = tee(iter("tee"))
    print(next(left), next(left), list(right), list(left))
    print(list(Countdown(4)), list(reversed(Countdown(4))), max(Countdown(9)), [*Countdown(2), *Countdown(1)])
    print(list(Squares()), 49 in Squares(), 50 in Squares(), Squares()[2:9:3], Squares()[-2:])
    print({level: len(list(group)) for level, group in groupby(sorted(r["level"] for r in records(LOG)))})
    for minute, group in groupby(records(LOG), key=lambda r: r["minute"]):
        print(minute, [f"{r['source']}:{r['level'][0]}" for r in group])
    print(sorted(durations(records(LOG)), key=lambda pair: -pair[1]))
    talker = echo()
    print(next(talker), talker.send("a"), talker.send("b"), talker.throw(ValueError("oops")), talker.send(None))
    talker.close()
    print(next(talker, "exhausted"), next(iter([]), None))
    a, *b, c = (n ** 2 for n in range(6))
    print(a, b, c, dict(zip("abc", Countdown(3))), [*map(max, [1, 5], [4, 2])])
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([*zip(*matrix)], [cell for row in matrix for cell in row if cell % 2], {r: sum(m) for r, m in enumerate(matrix)})
    print(any(n > 3 for n in Countdown(4)), all(Countdown(4)), sum(x * y for x, y in zip(*matrix)))
    try:
        list(zip("abc", "ab", strict=True))
    except ValueError as error:
        print("ValueError:", error)


if __name__ == "__main__":
    main()
