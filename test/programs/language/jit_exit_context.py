"""`__exit__` with an exception, and `raise ... from`, in hot code, with operands that change."""

import contextlib
import sys
import threading


class Recorder:
    seen = 0

    def __init__(self, swallow, answer=True):
        self.swallow = swallow
        self.answer = answer
        self.last = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        Recorder.seen += 1
        if kind is None:
            self.last = (error, traceback)
            return None
        lines = []
        while traceback is not None:
            lines.append((traceback.tb_frame.f_code.co_name, traceback.tb_lineno - traceback.tb_frame.f_code.co_firstlineno))
            traceback = traceback.tb_next
        self.last = kind.__name__, type(error) is kind, lines, sys.exc_info()[1] is error
        return self.answer if issubclass(kind, self.swallow) else False


def failing(i):
    if i % 3 == 0:
        raise KeyError(i)
    if i % 5 == 0:
        raise ZeroDivisionError("five")
    return i


def with_exits(n, manager):
    total = 0
    for i in range(n):
        try:
            with manager:
                total += failing(i)
                continue
            total += 1000
        except ZeroDivisionError as error:
            total += len(str(error))
    return total


manager = Recorder(KeyError)
print(with_exits(400, manager), manager.last, Recorder.seen)
for answer in (True, 1, 0, None, "yes", "", [], 2.5):
    manager = Recorder(KeyError, answer)
    try:
        print(repr(answer), with_exits(400, manager), manager.last)
    except KeyError as error:
        print(repr(answer), "left", error, manager.last)


class Raising:
    def __init__(self, limit):
        self.limit = limit
        self.count = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.count += 1
        if kind is not None and self.count > self.limit:
            raise RuntimeError(self.count) from (error if self.count % 2 else None)
        return kind is KeyError


for limit in (60, 61):
    try:
        print(with_exits(400, Raising(limit)))
    except RuntimeError as error:
        print(error, repr(error.__cause__), repr(error.__context__), error.__suppress_context__)


class Instance:
    def __call__(self, kind, error, traceback):
        return kind is KeyError


class Strange:
    __exit__ = Instance()

    def __enter__(self):
        return None


class Static:
    def __enter__(self):
        return None

    @staticmethod
    def __exit__(kind, error, traceback):
        return kind is KeyError


class Few:
    def __enter__(self):
        return None

    def __exit__(self, kind):
        return True


class Many:
    def __enter__(self):
        return None

    def __exit__(self, *details):
        return [d is None for d in details] == [False] * 3 and details[0] is KeyError


class Truth:
    def __enter__(self):
        return None

    def __exit__(self, kind, error, traceback):
        return self if kind is KeyError else None

    def __bool__(self):
        return True


@contextlib.contextmanager
def generated():
    try:
        yield
    except KeyError:
        pass


class Reused:
    def __enter__(self):
        self.inner = generated()
        return self.inner.__enter__()

    def __exit__(self, *details):
        return self.inner.__exit__(*details)


class Closing:
    def __enter__(self):
        return None


for make in (Strange, Static, Many, Truth, lambda: contextlib.suppress(KeyError), Reused, Few, threading.Lock):
    try:
        print(with_exits(300, make()))
    except (TypeError, KeyError) as error:
        print(type(error).__name__, error)


# The class of the manager gets another `__exit__` while it is hot, from within it.
class Changing:
    left = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        Changing.left += 1
        if Changing.left == 150:
            Changing.__exit__ = lambda self, kind, error, traceback: kind is not None
        return kind is KeyError


print(with_exits(600, Changing()), Changing.left)


# The frame and class of the exception are changed by who looks at them.
class Swapped(Exception):
    pass


class Swapping:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if isinstance(error, Swapped):
            error.__traceback__ = None
            error.__class__ = Other
        return False


class Other(Swapped):
    pass


def swapped(n):
    counts = {}
    for i in range(n):
        try:
            with Swapping():
                if i & 1:
                    raise Swapped(i)
        except Swapped as error:
            tb = error.__traceback__
            key = type(error).__name__, tb is not None and tb.tb_next is None
            counts[key] = counts.get(key, 0) + 1
    return counts


print(swapped(300))


class WithInit(Exception):
    def __init__(self, value, *more):
        super().__init__(value)
        self.more = more


class NotOne:
    pass


class Refusing(Exception):
    def __new__(cls, *args):
        if args:
            return super().__new__(cls, *args)
        return 5


def chained(values, causes):
    result = {}
    for value, cause in zip(values, causes):
        try:
            try:
                {}[0]
            except KeyError:
                raise value from cause
        except BaseException as error:
            key = (
                type(error).__name__, str(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__,
            )
            result[key] = result.get(key, 0) + 1
            error.__cause__ = error.__context__ = None
    return result


def show(values, causes):
    for key, count in chained(values, causes).items():
        print(count, *key)


value = WithInit("v", 1)
show([value] * 300, [None] * 300)
show([value] * 300, [ValueError("cause")] * 300)
show([value] * 300 + [ValueError] * 50, [None] * 150 + [TypeError] * 50 + [TypeError("t")] * 150)
show([ValueError] * 200 + [5, None, NotOne, NotOne(), Refusing, WithInit] * 30, [None] * 380)
show([ValueError("v")] * 400, ([None] * 60 + [5, NotOne, Refusing, WithInit, KeyError("k")] * 10) * 4)


def direct(n, cause):
    """The exceptions are made where they are raised."""
    chains = 0
    for i in range(n):
        try:
            try:
                if i % 4 == 3:
                    raise WithInit(i, cause)
                failing(i)
            except KeyError as error:
                raise WithInit(i) from error
            except ZeroDivisionError:
                raise LookupError from cause
            except WithInit as error:
                raise error from cause
        except (WithInit, LookupError) as error:
            chains += (error.__cause__ is not None) + 2 * (error.__context__ is not None) + 4 * error.__suppress_context__
            if error.__cause__ is error:
                chains += 100
    return chains


print(direct(500, None), direct(500, ValueError("c")), direct(500, ValueError))


def around(depth):
    """Deep frames, each of which leaves a context."""
    with Recorder((), False):
        if depth == 0:
            raise OSError(depth)
        around(depth - 1)


for _ in range(120):
    try:
        around(7)
    except OSError as error:
        entries = 0
        tb = error.__traceback__
        while tb is not None:
            entries += 1
            tb = tb.tb_next
print(entries, Recorder.seen)


def in_generator(items):
    manager = Recorder(KeyError)
    for item in items:
        with manager:
            yield failing(item)
        yield manager.last and manager.last[0]


print(list(in_generator(i for i in range(300) if i % 5))[-6:])
