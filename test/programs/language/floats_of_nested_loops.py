"""Float variables of nested loops, which compiled code may not make in every round: what frames show of them, at any time."""
import sys


def locals_of(error):
    tb = error.__traceback__
    while tb.tb_next:
        tb = tb.tb_next
    return {name: value for name, value in tb.tb_frame.f_locals.items() if not name.startswith("rows")}


def nested(rows, step):
    for i, row in enumerate(rows):
        for value in row:
            squared = value * value
            inverse = step / squared
        for value in row:
            half = value * 0.5
            total = half + squared
    return squared, inverse, half, total


def unbound_at_first(rows, wanted):
    seen = []
    for i, row in enumerate(rows):
        for value in row:
            if value > wanted:
                found = value * 2.0
                break
        else:
            if i == 7:
                found = 0.5
                del found
        if i % 5 == 4:
            try:
                seen.append(found)
            except UnboundLocalError as error:
                seen.append(error.name)
    return seen


def three_deep(n, fails_at):
    area = None
    for i in range(n):
        for j in range(3):
            for k in range(2):
                x = i * 0.25 + j
                y = x / (fails_at - i * 100 - j * 10 - k)
            z = x + y
        area = z * 2.0
    return area, x, y, z


def changing(n, kind):
    value = None
    for i in range(n):
        for j in range(3):
            value = float(i + j) if kind != i else kind
        for j in range(2):
            other = value
    return value, other


def aliases(n):
    kept = []
    for i in range(n):
        for j in range(3):
            a = i + j * 0.5
            b = a
        if i % 9 == 8:
            kept.append((a, b, a is b))
        for j in range(0):
            a = b = 1.5
    return kept, a, b


class Looked:
    """Looks at the frame that multiplies with it."""

    def __init__(self):
        self.seen = []

    def __rmul__(self, other):
        frame = sys._getframe(1)
        self.seen.append(sorted((name, value) for name, value in frame.f_locals.items() if type(value) is float))
        return other


def looked_at(n, factor, looked):
    for i in range(n):
        for j in range(3):
            x = j * 0.5 + i
            y = x * 2.0
        z = x * (looked if i % 10 == 9 else factor)
    return x, y, z


def yields(n):
    for i in range(n):
        for j in range(2):
            x = i * 0.5 + j
        yield i
        for j in range(2):
            y = x * 2.0


def accumulates(rows):
    best = 0.0
    for row in rows:
        total = 0.0
        for value in row:
            total += value
            last = total
        if total > best:
            best = total
            where = last
    return best, where, total


rows = [[1.5 * i + j + 1 for j in range(5)] for i in range(12)]
for _ in range(40):
    nested(rows, 0.5)
    unbound_at_first(rows, 8.0)
    three_deep(8, 10**6)
    changing(8, -1)
    aliases(20)
    accumulates(rows)
    looked_at(8, 1.5, None)
    sum(yields(20))
print(nested(rows, 0.5))
print(unbound_at_first(rows, 8.0))
print(unbound_at_first(rows, 100.0))
for rows_of_zero in ([[1.0, 2.0], [3.0, 0.0]], [[0.0]], [[], [2.0], []], [[2.0], [1, 2.5], [0]]):
    try:
        print(nested(rows_of_zero, 0.5))
    except (ZeroDivisionError, UnboundLocalError) as error:
        print(type(error).__name__, error, locals_of(error))
for fails_at in 0, 1, 10, 100, 110, 210, 321, 711:
    try:
        print(three_deep(8, fails_at))
    except ZeroDivisionError as error:
        print(error, locals_of(error))
try:
    three_deep(0, 1)
except UnboundLocalError as error:
    print(error, locals_of(error))
print(changing(8, -1), changing(8, 3), changing(8, 7), changing(9, 8))
print(aliases(20))
print(accumulates(rows), accumulates([[1], [2.5, 3]]))
looked = Looked()
print(looked_at(40, 1.5, looked), looked.seen)
generator = yields(60)
for i in generator:
    if i % 13 == 12:
        print({name: value for name, value in generator.gi_frame.f_locals.items()})


def traced(frame, event, arg):
    if event == "return":
        events.append({name: value for name, value in frame.f_locals.items() if name != "rows"})
    return traced


events = []
sys.settrace(traced)
three_deep(4, 10**6)
nested(rows[:3], 0.25)
sys.settrace(None)
print(events)
