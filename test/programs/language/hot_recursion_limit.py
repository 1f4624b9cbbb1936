"""The limit of recursion is the same to the call, whatever is inlined, resumed in place or called without a frame."""
import sys


class Adder:
    def __init__(self):
        self.total = 0

    def add(self, number):
        self.total += number
        return SHARED.add(7)

    def __add__(self, other):
        self.total += 1
        return self + other


class Counter:
    calls = 0


def leaf(number):
    return number + 1


def applied(function, number):
    return function(number)


def deep(number):
    Counter.calls = leaf(Counter.calls)
    return deep(number + 1) + 1


def even(number):
    Counter.calls += 1
    return odd(number) + 1


def odd(number):
    Counter.calls += 1000
    return even(number)


def first(number):
    return second(number) + 1


def second(number):
    return third(number)


def third(number):
    Counter.calls += 1
    return first(leaf(number))


def delegating(number):
    Counter.calls += 1
    yield from delegating(number + 1)


def looping(number):
    Counter.calls += 1
    for item in looping(number + 1):
        yield item


def consuming(number):
    Counter.calls += 1
    return sum(consuming(k) for k in range(3))


def caught(number):
    Counter.calls += 1
    try:
        return leaf(caught(number + 1))
    except RecursionError:
        return leaf(leaf(number))


def sorting(number):
    Counter.calls += 1
    return sorted([number], key=sorting)


def tree(levels, number):
    if levels == 0:
        return leaf(number)
    return tree(levels - 1, leaf(number)) + 1


def deepest(levels):
    while True:
        try:
            tree(levels, 0)
        except RecursionError:
            return levels
        levels += 1


def calls(function, *args):
    Counter.calls = 0
    try:
        function(*args)
    except RecursionError as error:
        message = str(error)
    else:
        message = 'no error'
    return Counter.calls, message


def report():
    global SHARED
    SHARED = Adder()
    found = [calls(SHARED.add, 1), SHARED.total, calls(applied, SHARED.add, 3), SHARED.total]
    found += [calls(SHARED.__add__, 1), SHARED.total]
    for function in (deep, even, first, caught, consuming, sorting):
        found.append(calls(function, 0))
    for function in (delegating, looping):
        found.append(calls(lambda: list(function(0))))
    found.append(deepest(50))
    return found


sys.setrecursionlimit(120)
last = None
for turn in range(150):
    if turn == 100:
        sys.setrecursionlimit(90)
    now = report()
    if now != last:
        print(turn, now)
        last = now
