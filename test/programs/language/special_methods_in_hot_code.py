"""Operators, truth and iteration by methods of Python classes, in loops that get hot: every turn they can take."""
import sys


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.cents + other.cents)

    def __iadd__(self, other):
        if isinstance(other, Money):
            self.cents += other.cents
            return self
        if other == 0:
            return NotImplemented
        raise TypeError(f'no money: {other!r}')

    def __radd__(self, other):
        return Money(self.cents + other)

    def __neg__(self):
        return Money(-self.cents)

    def __pos__(self):
        return self.cents

    def __invert__(self):
        return ~self.cents

    def __bool__(self):
        return self.cents != 0


class Plain:
    """Without an in-place form, so that the plain one is asked."""

    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return Plain(self.n + other.n) if isinstance(other, Plain) else NotImplemented


class Reflecting:
    def __radd__(self, other):
        return ('reflected', type(other).__name__)


def inplace(n):
    total = same = Money(0)
    one = Money(1)
    for _ in range(n):
        total += one
    assert total is same
    return total.cents


def inplace_of_plain(n):
    total = first = Plain(0)
    one = Plain(1)
    for _ in range(n):
        total += one
    assert total is not first
    return total.n


def inplace_not_implemented(n):
    """NotImplemented from the in-place form: the plain one follows, then the reflected one."""
    seen = []
    for i in range(n):
        left = Money(i)
        right = Money(1) if i % 500 else 0
        try:
            left += right
            if i % 500 == 0 or i == n - 1:
                seen.append(left.cents)
        except TypeError as error:
            seen.append(str(error))
    return seen


def inplace_reflected(n):
    seen = set()
    for i in range(n):
        value = Plain(i)
        value += Reflecting() if i % 300 == 0 else Plain(1)
        if not isinstance(value, Plain):
            seen.add(value)
    return seen


def plain_beside_inplace(n):
    total = Money(0)
    for i in range(n):
        total = total + Money(i)
    return total.cents, (5 + total).cents


def unary(n):
    value = Money(3)
    total = 0
    for _ in range(n):
        value = -value
        total += +value + ~value
    return value.cents, total


def truth(n):
    counts = [0, 0, 0]
    for i in range(n):
        value = Money(i % 3)
        if value:
            counts[0] += 1
        if not value:
            counts[1] += 1
        counts[2] += 1 if value and not -value else 0
    return counts


def while_true(n):
    left = Money(n)
    one = Money(-1)
    steps = 0
    while left:
        left += one
        steps += 1
    return steps


class Wayward:
    def __init__(self, answer):
        self.answer = answer

    def __bool__(self):
        return self.answer


def wrong_truth(n):
    errors = []
    for i in range(n):
        value = Wayward(True if i % 700 else 'yes')
        try:
            if value:
                continue
        except TypeError as error:
            errors.append(str(error))
    return errors


class Failing:
    def __init__(self, n):
        self.n = n

    def __bool__(self):
        if self.n == 0:
            raise LookupError('no truth')
        return True

    def __neg__(self):
        if self.n == 0:
            raise ZeroDivisionError('no negative')
        return self.n

    def __iadd__(self, other):
        if self.n == 0:
            raise OverflowError('no sum')
        return self.n + other


def lines_of(error):
    lines = []
    traceback = error.__traceback__
    while traceback is not None:
        lines.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno))
        traceback = traceback.tb_next
    return type(error).__name__, lines


def failing(n):
    seen = []
    for i in range(n):
        value = Failing(i % 400)
        try:
            if not value:
                seen.append('false')
        except LookupError as error:
            seen.append(lines_of(error))
        try:
            -value
        except ZeroDivisionError as error:
            seen.append(lines_of(error))
        try:
            value += 1
        except OverflowError as error:
            seen.append(lines_of(error))
    return seen[:3], len(seen)


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Counts:
    """Its iterator is another object."""

    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return Count(self.n)


class BadIterable:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return Count(3) if self.n else 3


def iterate(n):
    total = 0
    for item in Count(n):
        total += item
    for _ in range(n // 10):
        for item in Count(3):
            total += item
        for item in Counts(2):
            total -= item
        else:
            total += 1
    return total


def left_early(n):
    counter = Count(n)
    for item in counter:
        if item == n // 2:
            break
    return counter.n, sum(counter)


def no_iterator(n):
    errors = set()
    total = 0
    for i in range(n):
        try:
            for item in BadIterable(i % 250):
                total += item
        except TypeError as error:
            errors.add(str(error))
    return total, errors


class Broken(Count):
    def __next__(self):
        if self.n == 5:
            raise ValueError('broken')
        return super().__next__()


def broken(n):
    seen = []
    for _ in range(n):
        try:
            for item in Broken(8):
                seen.append(item)
        except ValueError as error:
            seen.append(str(error))
    return seen[:5], len(seen)


class Watching:
    def __init__(self):
        self.n = 0

    def caller(self):
        frame = sys._getframe(2)
        return frame.f_code.co_name, frame.f_locals['i']

    def __bool__(self):
        self.n += 1
        if self.n % 1000 == 0:
            self.seen = self.caller()
        return self.n % 2 == 0

    def __neg__(self):
        self.n += 1
        if self.n % 1000 == 0:
            self.seen = self.caller()
        return self

    def __next__(self):
        self.n += 1
        if self.n % 1000 == 0:
            self.seen = self.caller()
        if self.n > 5500:
            raise StopIteration
        return self.n

    def __iter__(self):
        return self


def watched(n):
    watching = Watching()
    for i in range(n):
        if watching:
            -watching
    seen = watching.seen
    watching.n = 0
    for i in watching:
        pass
    return seen, watching.seen, i


def changing(n):
    """The class gets another method in the middle of a loop."""
    class Changing:
        def __neg__(self):
            return 1

        def __bool__(self):
            return True

        def __iadd__(self, other):
            return self

        def __next__(self):
            return 1

        def __iter__(self):
            return self

    value = Changing()
    total = 0
    for i in range(n):
        total += -value
        if value:
            total += 10
        value += 1
        if i == n // 2:
            Changing.__neg__ = lambda self: 2
            Changing.__bool__ = lambda self: False
        if i == n // 2 + 100:
            del Changing.__bool__
    for item in value:
        total += item
        if total % 1000 == 0:
            Changing.__next__ = lambda self: next(iter(()))
    return total


def pairs(n):
    """`enumerate` and `zip` over all sorts of iterators, within a loop that gets hot once."""
    total = 0
    for i, item in enumerate(range(n), 5):
        total += i * item % 7
    for i, (a, b) in enumerate(zip(range(n), 'ab' * n)):
        total += a + (b == 'a') + i
    for a, b in zip(Count(n), iter([1, 2, 3] * n)):
        total += a * b % 5
    for a, b in zip([1] * n, {i: 1 for i in range(n)}):
        total += a + b
    shorter = iter(range(n))
    for a, b in zip(shorter, range(n - 10)):
        total += a - b
    total += next(shorter)
    for a, b, c in zip(range(n), range(n), range(n)):
        total += a + b - c
    kept = []
    for pair in enumerate(range(n)):
        if pair[0] % 1000 == 0:
            kept.append(pair)
    return total, kept


def grown(n):
    table = dict.fromkeys(range(n))
    try:
        for i, (key, _) in enumerate(zip(table, range(n))):
            if i == n - 100:
                table[-1] = 0
    except RuntimeError as error:
        return i, str(error)


for function in (inplace, inplace_of_plain, inplace_not_implemented, inplace_reflected, plain_beside_inplace, unary, truth,
                 while_true, wrong_truth, failing, iterate, left_early, no_iterator, broken, watched, changing, pairs, grown):
    print(function.__name__, function(3000), function(3000))
