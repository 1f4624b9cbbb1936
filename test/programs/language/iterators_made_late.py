"""Loops over lists, tuples, texts and ranges whose iterators are made where somebody may look at the frame: it is left before that, behind it, and in between."""

import sys

shown = []


def look(value, depth):
    """Looks at the frames of its callers now and then."""
    if value % 97 == 0:
        frame = sys._getframe(1)
        shown.append((frame.f_code.co_name, sorted(frame.f_locals), frame.f_lineno - frame.f_code.co_firstlineno))
    return value + depth


def act(callee, value):
    return callee(value, 1)


def over_lists(rows, callee):
    total = 0
    for row in rows:
        for item in row:
            total = total + callee(item, 2)
            for other in (item, 1):
                total += other
    return total


print(over_lists([list(range(20)) for _ in range(60)], look), len(shown), shown[0])


def add(value, depth):
    return value


class Odd:
    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        return other + self.value

    __radd__ = __add__


# Callees of several sorts, and operands that make the unit leave in the middle of the inner loop.
for round in range(60):
    rows = [[n, n + 1, n + 2] for n in range(10)]
    callee = (look, add, max, lambda a, b: a, lambda a, b: a - b)[round % 5]
    if round % 11 == 7:
        rows[5][1] = 1.5 if callee is not look else 97
    result = over_lists(rows, callee)
    if round % 7 == 0:
        print(round, result)


def appended(items, callee):
    """The list grows and shrinks under the loop."""
    count = 0
    for item in items:
        count += 1
        if item % 5 == 0 and len(items) < 60:
            items.append(item + 7)
        if item % 9 == 8:
            items.pop()
        callee(item, 0)
    return count, items[-1], next(iter(items))


for round in range(40):
    result = appended(list(range(30 + round % 3)), (look, add, max)[round % 3])
print(result)


def raised(items, callee):
    """An exception in the middle: the loop goes on behind its handler."""
    seen = []
    for item in items:
        try:
            seen.append(callee(item, 0) // (item % 4))
        except ZeroDivisionError:
            seen.append(None)
    return seen


for round in range(50):
    result = raised([1, 2, 3, 4, 5, 6, 8, 9] * 2, (look, add, max)[round % 3])
print(result)


def texts(text, callee, limit):
    found = []
    for index, letter in enumerate(text):
        for digit in range(3):
            if callee(index, digit) < 0 or index == limit:
                return found, letter, digit
        found.append(letter)
    else:
        found.append("end")
    return found


for round in range(50):
    result = texts("äbc" * 5, (look, add, max)[round % 3], 99 if round != 49 else 4)
print(result)


def suspended(items, callee):
    for item in items:
        for other in items:
            yield callee(item, other)


for round in range(30):
    items = [1, 2, 3, 4]
    result = []
    for value in suspended(items, (look, add, max)[round % 3]):
        result.append(value)
        if value == 4 and len(items) < 6:
            items.append(0)
print(result)


def broken(items, callee):
    """The loops end early, by turns; what is left of the outer one goes on."""
    ends = []
    for item in items:
        for other in items:
            if callee(other, 0) > item:
                ends.append(other)
                break
        else:
            ends.append("none")
    return ends


for round in range(60):
    result = broken([3, 1, 4, 1, 5], (look, add, max)[round % 3])
print(result)
print(len(shown), shown[-1])
