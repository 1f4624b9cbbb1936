"""Builtins call functions that are compiled with frames: results, exceptions, handlers, tracebacks, frames, limits, and what is left midway."""

import functools
import re
import sys
import traceback


def show(value):
    return len(repr(value))


def nested(value):
    if isinstance(value, (list, tuple, set)):
        return sum(map(nested, value)) + 1
    if isinstance(value, dict):
        return sum(len(str(key)) * nested(item) for key, item in value.items())
    return show(value)


def until(value, limit):
    """Left by an exception, now and then."""
    names = [repr(value)]
    if value > limit:
        raise ValueError(f"{value} is above {limit}: {names}")
    return value + len(names)


def hot(function, rounds=400):
    answer = None
    for _ in range(rounds):
        answer = function()
    return answer


tree = [{"a": [1, 2.5, None, (True, "text")], "b": {1, 2}}, ["x", [], {"c": (3,)}]]
print(hot(lambda: nested(tree)))


# The variable keeps its value where the builtin does not return.
def kept(limit):
    total = -1
    try:
        total = sum(map(lambda value: until(value, limit), range(6)))
    except ValueError as error:
        return total, str(error)
    return total


print([hot(lambda: kept(limit)) for limit in (9, 3, 9, 0)])


# A handler within the function that the builtin calls.
def handled(value):
    try:
        return until(value, 2)
    except ValueError as error:
        return -len(error.args[0])
    finally:
        seen.append(value)


seen = []
print(hot(lambda: list(map(handled, range(5)))), len(seen))
seen.clear()
print(hot(lambda: sorted(range(6), key=handled)), hot(lambda: max(range(6), key=handled)))


def two(left, right):
    return until(left, 10**9) + len(str(right))


print(hot(lambda: functools.reduce(two, range(8))), hot(lambda: list(map(two, [1, 2], (3, 44)))))


def swap(match):
    first, second = match.groups()
    return f"{second}-{first}".title() + str(len(match.re.pattern))


print(hot(lambda: re.sub(r"(\w)(\d)", swap, "a1 b2 c3")))
print(hot(lambda: [*filter(lambda value: until(value, 99) % 3, range(9))]))


# Lines and frames, as seen from within.
def callers(_value):
    frame, names = sys._getframe(), []
    while frame is not None and frame.f_code.co_name != "hot":
        names.append((frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
        frame = frame.f_back
    return names


def outer():
    first = list(map(callers, [1]))[0]
    second = list(
        map(callers, [2])
    )[0]
    return first, second, callers(3)


print(hot(outer))


def failing(value):
    if value == 3:
        return {}["missing"]
    return until(value, 5)


def fails():
    try:
        return [*map(failing, range(9))]
    except KeyError as error:
        return [(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)]


print(hot(fails))


# What a unit has never met: it is left, and the interpreter finishes for the builtin.
def changing(value):
    text = repr(value)
    return value + value if value else text


for values in ([1, 2, 3], [1, 0, 2], ["a", "", "b"], [1.5, (), [1]], [2**70, 1]):
    print(hot(lambda: list(map(changing, values)), 200))


class Switch:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Switch) and repr(self.number) == repr(other.number)

    def __lt__(self, other):
        return until(self.number, 99) < until(other.number, 99)

    def __hash__(self):
        return len(repr(self.number))


things = [Switch(number) for number in (5, 33, 1, 12, 9)]
print(hot(lambda: [thing.number for thing in sorted(things)]), hot(lambda: things.index(Switch(12))))
print(hot(lambda: len({*things, *map(Switch, [1, 2, 12])})), hot(lambda: Switch(9) in things))


# Depth: builtins and functions call each other.
def deep(level):
    return max(map(deep, [level - 1])) + len(str(level)) if level else 0


print(hot(lambda: deep(40), 60))
for _ in range(3):
    try:
        deep(10**6)
    except RecursionError as error:
        print(error)
print(deep(30))


def rescued(level):
    """The handler is above the builtin that the error comes through."""
    try:
        return sum(map(rescued, [level + 1])) + len(str(level))
    except RecursionError:
        depths.append(level > 100)
        return 0


depths = []
print(rescued(0) > 100, depths)


def huge(size):
    try:
        return len("ab" * size) + len(repr(size))
    except (MemoryError, OverflowError) as error:
        return type(error).__name__


print(hot(lambda: [*map(huge, [1, 2])]), [*map(huge, [1, 2**62, 2**62, 3])])


# Somebody begins to observe in the middle, and stops.
def observed(value):
    text = repr(value)
    if value == watched:
        sys.setprofile(lambda frame, event, argument: events.append((frame.f_code.co_name, event)))
    if value == watched + 2:
        sys.setprofile(None)
    return text + repr(value)


def observe():
    return "".join(map(observed, range(6)))


watched, events = -9, []
print(hot(observe))
watched = 1
print(observe(), [event for event in events if event[0] == "observed"])
watched = -9
print(observe())


# Generators, which suspend in between.
def numbers(value):
    yield from map(show, [value, [value], (value, value)])
    yield until(value, 10**9)


print(hot(lambda: [sum(map(sum, map(numbers, range(4)))), *map(show, numbers(12))]))
try:
    print(next(map(lambda value: next(numbers(10**10)) + until(value, 1), [5])))
except ValueError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)


# Memory that runs out within the function, with a handler there and without.
def many(size):
    try:
        return len([size] * size) + len(repr(size))
    except MemoryError:
        return "no room"


def grow(size):
    items = [repr(size)]
    items *= size
    return len(items)


def growing(sizes):
    try:
        return [*map(grow, sizes)]
    except MemoryError as error:
        return [entry.name for entry in traceback.extract_tb(error.__traceback__)]


print(hot(lambda: [*map(many, [1, 2])]), [*map(many, [1, 2**45, 2**45, 3])])
print(hot(lambda: growing([1, 2])), growing([1, 2**46]), hot(lambda: growing([1, 2])))
