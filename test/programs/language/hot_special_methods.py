"""Subscripts, containment and calls of instances by Python methods, as compiled code runs them."""
import sys
import traceback


class Grid:
    def __init__(self, width, cells):
        self.width = width
        self.cells = cells

    def __getitem__(self, key):
        if isinstance(key, slice):
            return key.start, key.stop, key.step
        x, y = key
        return self.cells[y * self.width + x]

    def __setitem__(self, key, value):
        x, y = key
        self.cells[y * self.width + x] = value
        return "ignored"

    def __contains__(self, value):
        return value in self.cells


class Counter:
    def __init__(self, step):
        self.step = step
        self.calls = 0

    def __call__(self, value, times=1, *, plus=0):
        self.calls += 1
        return value + self.step * times + plus


def grids(n):
    grid = Grid(4, list(range(16)))
    total = 0
    for k in range(n):
        x, y = k % 4, k // 4 % 4
        total += grid[x, y]
        grid[x, y] = k
        if k in grid:
            total += 1
        if -1 not in grid:
            total += 2
    return total, grid.cells


def slices(n):
    grid = Grid(1, [])
    out = None
    for k in range(n):
        out = grid[k:n], grid[:k], grid[::k]
    return out


def callables(n):
    counters = [Counter(1), Counter(2), Counter(0.5)]
    total = 0
    for k in range(n):
        counter = counters[k % 2 if k < n - 5 else 2]
        total += counter(k) + counter(k, 2) + counter(k, plus=3)
    return total, [counter.calls for counter in counters]


class Odd:
    """Answers of `in` that are no bools."""
    answer = True

    def __contains__(self, item):
        return self.answer


class Truth:
    def __bool__(self):
        raise ValueError("no truth")


def answers(n):
    odd = Odd()
    seen = []
    for k in range(n):
        if k == n - 8:
            odd.answer = 0
        elif k == n - 6:
            odd.answer = "text"
        elif k == n - 4:
            odd.answer = Truth()
        elif k == n - 2:
            odd.answer = NotImplemented
        try:
            found = k in odd, k not in odd
        except (ValueError, TypeError) as error:
            found = type(error).__name__, str(error)
        if not seen or seen[-1] != found:
            seen.append(found)
    return seen


class Failing:
    def __init__(self, limit):
        self.limit = limit

    def __getitem__(self, index):
        if index >= self.limit:
            raise IndexError(index)
        return index * 2

    def __setitem__(self, index, value):
        if value > self.limit:
            raise ValueError(value)

    def __call__(self, value):
        return 1 // (value - self.limit)


def failing(n):
    failing = Failing(n)
    out = []
    total = 0
    for k in range(n + 2):
        try:
            total += failing[k]
            failing[k] = k
            failing(k)
        except LookupError as error:
            out.append(repr(error))
    try:
        failing[0] = n + 1
    except ValueError as error:
        out.append(error.args)
    try:
        for k in range(n + 1):
            failing(k)
    except ZeroDivisionError:
        out.append(traceback.format_exc().replace(__file__, "FILE"))
    return total, out


class Base:
    def __getitem__(self, key):
        return "base", key

    def __contains__(self, key):
        return key == 1

    def __call__(self, *args, **names):
        return args, names


class Derived(Base):
    def __getitem__(self, key):
        return "derived", super().__getitem__(key)


def changing(n):
    objects = [Base(), Derived()]
    seen = set()
    for k in range(n):
        thing = objects[0 if k < n // 2 else 1]
        if k == n - 6:
            Derived.__contains__ = lambda self, key: key == 2
        if k == n - 4:
            Derived.__getitem__ = lambda self, key: key
        if k == n - 2:
            thing.__class__ = Base
        seen.add((thing[1], 1 in thing, 2 in thing, str(thing(1, a=2))))
    del Derived.__contains__
    return sorted(map(repr, seen))


def frames(n):
    class Looking:
        def __getitem__(self, key):
            if key == n - 1:
                frame = sys._getframe(1)
                return frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals["k"]
            return key

        def __contains__(self, key):
            if key == n - 1:
                return sys._getframe(1).f_locals["k"] == key
            return False

        def __setitem__(self, key, value):
            if key == n - 1:
                marks.append(sorted(sys._getframe(1).f_locals))

    marks = []
    looking = Looking()
    for k in range(n):
        got = looking[k]
        found = k in looking
        looking[k] = got
    return got, found, marks


class Sequence:
    """Items by generators, and recursion."""
    def __getitem__(self, depth):
        return depth if depth <= 0 else self[depth - 1] + 1

    def __call__(self, n):
        yield from range(n)


def recursive(n):
    sequence = Sequence()
    total = 0
    for k in range(n):
        total += sequence[k % 20] + sum(sequence(3))
    try:
        sequence[10 ** 6]
    except RecursionError:
        total += 1
    return total


for function in grids, slices, callables, answers, failing, changing, frames, recursive:
    print(function.__name__, function(300))
