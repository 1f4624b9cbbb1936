"""Exceptions raised and caught near and far, finally blocks, context managers, chains, and StopIteration."""


class AppError(Exception):
    def __init__(self, code, detail=None):
        super().__init__(f"error {code}")
        self.code = code
        self.detail = detail


class NotFound(AppError, LookupError):
    pass


class Denied(AppError):
    pass


class Resource:
    opened = closed = 0

    def __init__(self, swallow=()):
        self.swallow = swallow

    def __enter__(self):
        Resource.opened += 1
        return self

    def __exit__(self, kind, _error, _traceback):
        Resource.closed += 1
        return kind is not None and issubclass(kind, self.swallow)


def find(table, key):
    try:
        return table[key]
    except KeyError:
        raise NotFound(key % 10) from None


def check(key):
    if key % 11 == 0:
        raise Denied(403, key)
    return key


def lookup(table, key):
    with Resource(swallow=Denied):
        return find(table, check(key))
    return -1


def local_raises(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            if i % 5 == 0:
                raise AppError(i)
        except ValueError as error:
            caught += error.args[0] & 1
        except AppError as error:
            caught += error.code & 3
        else:
            caught += 1
        finally:
            caught ^= 1
    return caught


def descend(depth):
    if depth == 0:
        raise AppError(depth)
    try:
        descend(depth - 1)
    except AppError as error:
        if depth % 4 == 0:
            raise AppError(error.code + depth) from error
        raise


def chain_length(error):
    length = 0
    while error is not None:
        length += 1
        error = error.__cause__ or error.__context__
    return length


def builtin_errors(values):
    """Errors that the interpreter itself raises."""
    counts = {}
    for value in values:
        try:
            result = 100 // value + [1, 2, 3][value] + int("7" * value)
        except (ZeroDivisionError, IndexError, ValueError) as error:
            result = type(error).__name__
        except TypeError:
            result = "type"
        counts[result] = counts.get(result, 0) + 1
    return counts


def exhausted(n):
    total = 0
    for i in range(n):
        iterator = iter((i, i + 1))
        while True:
            try:
                total += next(iterator)
            except StopIteration:
                break
    return total


def main(n=120_000):
    table = {i: i * 2 for i in range(0, n, 2)}
    found = missing = 0
    for key in range(n):
        try:
            found += lookup(table, key)
        except LookupError as error:
            missing += error.code
    lengths = []
    for depth in range(0, 40):
        for _ in range(n // 3000):
            try:
                descend(depth)
            except AppError as error:
                lengths.append(chain_length(error) + error.code)
    result = (
        found, missing, Resource.opened == Resource.closed, local_raises(n), sum(lengths),
        builtin_errors([i % 7 - 2 for i in range(n // 2)] + [None, "x"]), exhausted(n // 2),
    )
    assert n != 120_000 or result == (6545334550, 272725, True, 108000, 114400, {'ValueError': 17144, 'ZeroDivisionError': 8572, 109: 8571, 130: 8571, 'IndexError': 17142, 'type': 2}, 3600000000), result
    return result


if __name__ == "__main__":
    print("exceptions_and_cleanup:", *main(), sep="\n  ")
