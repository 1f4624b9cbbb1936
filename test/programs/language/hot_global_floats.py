"""Global variables that are floats: taken for constants until they are another."""

from math import inf, nan, pi

scale = 1.5
total = 0.0
minus = -0.0
limit = 2.5


def area(radius):
    return pi * radius * radius * scale


def nearest(items):
    best = inf
    for item in items:
        if item < best:
            best = item
    return best


def adds(count):
    global total
    for index in range(count):
        total = total + index * scale
    return total


def read():
    return total


def zero(value):
    return value * minus, minus is minus, nan == nan, nan is nan


def set_limit(value):
    global limit
    limit = value


def below(value):
    return value < limit


print(sum(area(index) for index in range(500)))
print([nearest([3.5, 2, index]) for index in range(500)][::100], nearest([]), nearest([]) is inf)
print([(adds(5), read()) for _ in range(300)][-1])
print([zero(index) for index in range(300)][-1])

found = []
for index in range(600):
    if index == 200:
        scale = 2.5
    elif index == 300:
        scale = "3"
    elif index == 400:
        del scale
    elif index == 500:
        scale = 4
    if index % 50 == 49:
        try:
            found.append(area(index))
        except (TypeError, NameError) as error:
            found.append(str(error))
    elif index < 300 or index > 500:
        area(index)
print(found)

seen = []
for index in range(600):
    if index % 150 == 149:
        set_limit([3.5, 400, nan, -inf][index // 150])
    seen.append(below(index))
print(seen.count(True), seen[148:152], seen[298:302], seen[-1])

x, y, step = 0.0, 1.0, 0.25
for index in range(500):
    x = x + step
    y = y * 0.99 + x
    if index == 250:
        step = -step
print(x, y, step)


class Counter(float):
    def __add__(self, other):
        return Counter(float(self) + other + 1)


offset = Counter(1)


def shifted(value):
    return offset + value


print([shifted(index) for index in range(300)][-1], type(shifted(1)).__name__)
