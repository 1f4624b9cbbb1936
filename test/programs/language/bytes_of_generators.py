"""`bytes` and `bytearray` of generators that are made for them, with values that are no bytes; lists that tuples are added to in place."""

taken = []


def watched(values):
    for value in values:
        taken.append(value)
        yield value


def packed(values):
    return bytes(value ^ 1 for value in values)


def grown(values):
    return bytearray(value for value in watched(values))


def direct(values):
    return bytes(watched(values))


class Index:
    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Index({self.value})"

    def __index__(self):
        taken.append("index")
        return self.value


def outcome(function, *args):
    taken.clear()
    try:
        result = function(*args)
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    return result, list(taken)


for function in (packed, grown, direct):
    for _ in range(1500):
        result = function([1, 2, 255])
    print(result)
for values in ([], [1, 300, 2], [-1], [1, True, 3], [1, Index(7), 3], [1, Index(300), 3], [1, "a", 2], [1, 2.0], [1, 2**70]):
    for function in (packed, grown, direct):
        print(outcome(function, values))


def failing(n):
    def values():
        for i in range(n):
            if i == 5:
                raise KeyError(i)
            yield i
    return bytes(v for v in values())


for n in (3, 5, 6):
    for _ in range(800):
        result = outcome(failing, n)
    print(result)


def rows(n):
    result = []
    other = result
    for i in range(n):
        result += (i, i + 1, i * 0.5)
        result += (result[0],)
        other += ()
    return len(result), result[:6], result is other


def mixed(start, n):
    result = start
    for i in range(n):
        result += (i, i)
    return result


class Items(list):
    def __iadd__(self, other):
        self.append(len(other))
        return self


for _ in range(300):
    result = rows(20)
print(result)
for _ in range(500):
    results = mixed([], 3), mixed([0.5], 2), mixed(["a"], 1)
print(results)
for start in ((1,), Items(), Items([1]), [None]):
    print(outcome(mixed, start, 2))
print(outcome(mixed, "text", 1), outcome(mixed, {}, 1))
itself = []
itself += (itself, 1)
print(itself)
