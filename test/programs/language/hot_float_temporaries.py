"""Floats that loops hold in variables which they set anew in each turn: who looks at the frame sees them."""

import sys


def repeat(function, *arguments, times=60):
    result = None
    for _ in range(times):
        result = function(*arguments)
    return result


def show(title, value):
    print(f"{title}:", value)


def seen(values, at):
    found = None
    for index, value in enumerate(values):
        half = value * 0.5
        square = half * half
        if index == at:
            found = sorted(sys._getframe().f_locals.items(), key=str)
            found = [(name, item) for name, item in found if name not in ("values", "found")]
    return found, half, square


show("locals", repeat(seen, [1.0, 2.0, 3.0, 4.0], 2))
show("locals", seen([1.0] * 300 + [-0.0], 299))
show("at the end", repeat(lambda: seen([3.0, 5.0], 7)))


def failing(values):
    total = 0.0
    try:
        for value in values:
            inverse = 1.0 / value
            double = inverse + inverse
            total += double
    except ZeroDivisionError as error:
        found = error.__traceback__.tb_frame.f_locals
        return total, found["inverse"], found["double"], "value" in found
    return total


show("failing", repeat(failing, [1.0, 2.0, 4.0]))
show("failing", failing([1.0, 2.0] * 200 + [0.0]))


class Divisor(Exception):
    pass


def divided(value, by):
    if by == 0.0:
        raise Divisor(value)
    return value / by


def outer(rows):
    for row in rows:
        start = row[0] * 1.5
        for by in row:
            part = divided(start, by)
            rest = part - start
    return part, rest, start


def frames_of(rows):
    try:
        return outer(rows)
    except Divisor as error:
        link = error.__traceback__.tb_next
        names = ("start", "part", "rest", "value")
        found = []
        while link is not None:
            found.append([(name, link.tb_frame.f_locals.get(name)) for name in names])
            link = link.tb_next
        return found


show("nested", repeat(frames_of, [[1.0, 2.0], [3.0, 4.0]]))
show("nested", frames_of([[2.0, 4.0]] * 100 + [[4.0, 5.0, 0.0]]))


def changing(values):
    for value in values:
        twice = value + value
        thrice = twice + value
    return twice, thrice


show("floats", repeat(changing, [1.5, 2.5]))
show("and ints", changing([1.5] * 200 + [3]))
show("and text", changing([1.5] * 200 + ["a"]))
show("and large", repeat(changing, [1.5, 2**62, 0.5]))


def sometimes(values):
    for index, value in enumerate(values):
        if index % 3 == 0:
            third = value / 3.0
        elif index % 7 == 0:
            third = index
        if index % 50 == 49:
            yield third
    yield third


show("sometimes", [list(sometimes([float(i) for i in range(n)])) for n in (1, 8, 60, 300)])


def before(values):
    last = "nothing"
    for value in values:
        last = value * 2.0
    return last


show("before", (repeat(before, [1.0, 2.0]), repeat(before, []), before([0.5] * 200)))


def unbound(values):
    for _ in range(3):
        for value in values:
            late = value * 0.25
        values = []
    return late


def deleted(values):
    kept = []
    for value in values:
        gone = value * 4.0
        if value > 2.0:
            kept.append(gone)
        del gone
    try:
        return kept, gone
    except UnboundLocalError as error:
        return kept, str(error)


show("unbound", repeat(unbound, [1.0, 2.0]))
try:
    unbound([])
except UnboundLocalError as error:
    show("unbound", error)
show("deleted", repeat(deleted, [1.0, 2.5, 3.5]))


def watched(values):
    lines = []

    def trace(frame, event, _argument):
        if event == "line":
            lines.append((frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals.get("step")))
        return trace

    def inner(numbers):
        for number in numbers:
            step = number * 0.125
        return step

    repeat(inner, values)
    sys.settrace(trace)
    inner(values[:3])
    sys.settrace(None)
    return lines


show("traced", watched([1.0, 2.0, 3.0] * 20))


def matrices(size):
    rows = [[float(i * j % 5) for j in range(size)] for i in range(size)]
    result = [[0.0] * size for _ in range(size)]
    for i in range(size):
        row, target = rows[i], result[i]
        for k in range(size):
            factor, other = row[k], rows[k]
            for j in range(size):
                product = factor * other[j]
                target[j] += product
    mixed = result[1]
    mixed[0] = 5
    mixed[2] = "x"
    return sum(map(sum, result[2:])), mixed[:3], factor, product


show("matrices", repeat(matrices, 6, times=30))


def stored(items, values):
    for value in values:
        for place in range(len(items)):
            items[place] += value
            items[place] = items[place] * 2
    return items


show("stored", repeat(stored, [1.0, 2.0], [0.5, 0.25], times=20))
show("stored", stored([1.0, 2.0], [0.5, 1, 2**60]))
show("stored", stored([1, 2], [1, 2, 0.5] * 30)[0] > 2.0**80)
show("stored", stored([1, 2**53, 3.5], [1, 2]))
