"""Generators that builtins drain may not run ahead where somebody can tell."""
made = []


def huge_then_float(count, at):
    for i in range(count):
        made.append(i)
        yield 10**400 + i
        if i == at:
            yield 1.5


def floats(count):
    for i in range(count):
        made.append(i)
        yield i * 1.0


def lengths(items, count):
    for _ in range(count):
        yield len(items)


def fails(function, *args):
    made.clear()
    try:
        result = function(*args)
    except OverflowError as error:
        print(error, len(made))
    else:
        print(result, len(made))


class Known(list):
    def __new__(cls, *args):
        global known
        known = super().__new__(cls, *args)
        return known


def lengths_of_known(count):
    for _ in range(count):
        yield len(known)


for _ in range(50):
    sum(huge_then_float(100, 200))
    sum(floats(200))
    list(lengths([], 300))
    known = []
    list(lengths_of_known(300))
    try:
        sum(huge_then_float(300, 150))
    except OverflowError:
        pass

fails(sum, huge_then_float(2000, 1000))
fails(sum, floats(2000), 10**400)
fails(sum, floats(2000), 10**300)

made_before = list.__new__(list)
list.__init__(made_before, lengths(made_before, 1500))
print(made_before[:3], made_before[-3:])
made_before.__init__(lengths(made_before, 1500))
print(made_before[:3], made_before[-3:])
items = Known(lengths_of_known(1500))
print(items[:3], items[-3:])
