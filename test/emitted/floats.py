"""Floats: without boxes from one operation to the next."""

import math


def recurrence(n):
    x = 0.5
    for i in range(n):
        x = x * 0.5 + i  #: guards 0, has * (0.5)) +
    return x


def norm(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys):  #: guards 4, allocation
        total += (x - y) * (x - y)  #: guards 0, box
    return math.sqrt(total)  #: guards 1, box, has Math.sqrt(


def scaled(xs, factor):
    for i in range(len(xs)):
        xs[i] = xs[i] * factor  #: guards 3, box
    return xs


def compared(xs):
    count = 0
    for x in xs:
        if 0.25 < x <= 0.75:  #: guards 0
            count += 1
    return count


def divided(xs):
    total = 0.0
    for x in xs:
        total += 1.0 / x  #: guards 1, box
    return total


def absolute(xs):
    total = 0.0
    for x in xs:
        total += abs(-x)  #: guards 0, box
    return total


def rooted(xs):
    total = 0.0
    for x in xs:
        total += math.sqrt(x)  #: guards 1, box, has Math.sqrt(_)
    return total


def waves(xs):
    total = 0.0
    for x in xs:
        total += math.sin(x) + math.hypot(x, 2)  #: guards 2, box, has = _(_);
    return total


def mixed_sum(xs, n):
    return sum(x + n for x in xs)  #: guards 9, bigint, box


def truncated(xs):
    total = 0
    for x in xs:
        total += int(x)  #: guards 3, box
    return total


def converted(n):
    total = 0.0
    for i in range(n):
        total += float(i)  #: guards 0
    return total


def squared(xs):
    total = 0.0
    for x in xs:
        total += x**2  #: guards 1, box
    return total


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def moved(point, n):
    for i in range(n):
        point.x += point.y * 0.5  #: guards 1, box
    return point.x


def largest(xs):
    top = 0.0
    for x in xs:
        top = max(top, x)  #: guards 0, box
    return top


def orbit(c, n):
    z = 0j
    for i in range(n):
        z = z * z + c  #: guards 2, allocation, has multiplyComplex(_.real
        z = 0.5 * z  #: guards 0, allocation
    return z


def size(z, n):
    for i in range(n):
        if abs(z) > 2:  #: guards 1, lookup, box
            return i
    return n


def accumulated(target, other, factor):
    """The loop is there three times: for doubles, ints, and whatever else."""
    for j in range(len(other)):  #: guards 2, has _.has(_) && _.has(_) && _ instanceof Float, box
        target[j] += factor * other[j]  #: guards 24, has const _ = _ + (_ * _);, bigint, box, lookup
    return target


items = [0.5, 0.25, 1.5, 0.7]
for _ in range(200):
    recurrence(12)
    norm(items, items)
    scaled([0.5, 1.5, 2.5], 0.5)
    compared(items)
    divided(items)
    absolute(items)
    rooted(items)
    waves(items)
    mixed_sum([0.5, 1, 2.5], 1)
    truncated(items)


    converted(12)
    squared(items)
    moved(Point(0.5, 0.5), 12)
    largest(items)
    orbit(0.25j, 12)
    size(0.25j, 12)
    for sort in float, int:
        numbers = [sort(7), sort(8)]
        accumulated(accumulated([0] * 2, numbers, sort(3)), numbers, sort(4))
