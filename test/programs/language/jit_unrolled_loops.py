"""Loops over short tuples that are written out: every way out of them, in every round, with values that change their types while the code is hot."""

import sys


def first_above(a, b, limit):
    for x in (a, b):
        if x > limit:
            return x
    return None


def neighbours(grid, row, column):
    count = 0
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        r, c = row + dr, column + dc
        if r < 0 or c < 0:
            continue
        if r >= len(grid) or c >= len(grid[r]):
            continue
        count += grid[r][c]
    return count


def with_else(a, b, c, wanted):
    found = []
    for x in (a, b, c):
        if x == wanted:
            found.append(('found', x))
            break
        found.append(x)
    else:
        found.append('none')
    return found, x


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)


def vectors(n):
    total = Vec(0.0, 0.0)
    kept = None
    for i in range(n):
        aside = Vec(i * 0.5, 1.0)
        for v in (Vec(i, 1.5), aside, total):
            total = total + v if v.y > 1.2 else total
            if i % 97 == 96 and v is aside:
                kept = v
        aside.x += 1.0
    return total.x, total.y, kept.x


def frames(n):
    seen = []
    for i in range(n):
        for name, value in (('a', i), ('b', i / 2), ('c', str(i))):
            if i % 500 == 499:
                variables = sys._getframe().f_locals
                seen.append((variables['name'], variables['value'], variables['i']))
    return seen


def look(values):
    return sys._getframe(1).f_locals['x'], len(values)


def called(n):
    values = []
    result = None
    for i in range(n):
        for x in (i, -i):
            if i % 300 == 299:
                values.append(look(values))
        result = x
    return values, result


def raising(n):
    caught = []
    for i in range(n):
        try:
            for divisor in (1, i % 100 - 50, 2):
                quotient = i // divisor
        except ZeroDivisionError as error:
            caught.append((i, divisor, quotient, error.__traceback__.tb_lineno))
    return caught[:3], len(caught)


def handled_within(n):
    total = 0
    for i in range(n):
        for key in ('a', 'b', 'c'):
            try:
                total += {'a': 1, 'b': i}[key]
            except KeyError as error:
                total += len(str(error))
    return total


def mixed(items, n):
    result = []
    for i in range(n):
        for x in (items[i % len(items)], i, None, 'end'):
            if x is None:
                continue
            result = [x, *result[:3]]
    return result


def summed(a, b):
    total = 0
    for x in (a, b, a):
        total += x
    return total


def generated(n):
    for i in range(n):
        for x in (i, i + 0.5):
            yield x


def nested(n):
    total = 0
    for a in (1, 2):
        for b in (3, 4, n):
            for c in range(3):
                total = total * 3 % 100003 + a * b + c
    return total


def closures(n):
    made = []
    for i in range(n):
        for x in (i, i * 2):
            made = [*made[-2:], lambda: (x, i)]
    return [function() for function in made]


def deleted(n):
    failed = 0
    for i in range(n):
        for x in (i, i + 1):
            if x % 400 == 0:
                del x
        try:
            x
        except UnboundLocalError:
            failed += 1
    return failed


def kept_tuple(n):
    tuples = []
    for i in range(n):
        pair = (i, i + 1)
        for x in pair:
            if x % 600 == 0:
                tuples.append(pair)
        for y in (pair, (pair,)):
            if x % 700 == 0:
                tuples.append(y)
    return tuples, tuples[0] is tuples[1]


def long_body(n):
    text = ''
    for i in range(n):
        for sign, name in ((1, 'plus'), (-1, 'minus')):
            value = sign * i
            if value % 3 == 0:
                text += name[0]
            elif value % 3 == 1:
                text += name[1]
            while len(text) > 10:
                text = text[2:]
    return text


def once():
    for x in (1,):
        y = x + 1
    for z in ():
        y = 0
    return y


def middle(n):
    steps = 0
    for low, high in ((0, n), (n, 2 * n)):
        for i in range(low, high):
            for step in (1, -1):
                steps += i * step + 1
    return steps


def main():
    print([first_above(a, b, 3) for a, b in ((1, 2), (5, 1), (2, 4.5), (4, 'x'))])
    total = 0
    for i in range(6000):
        total += first_above(i % 7, i % 5 + 0.5, 3) or 0
    print(total)
    grid = [[(r * c) % 3 for c in range(20)] for r in range(20)]
    print(sum(neighbours(grid, r, c) for _ in range(10) for r in range(20) for c in range(20)))
    print(neighbours([[1.5, True], [2, 3]], 0, 0))
    for wanted in (1, 2, 3, 4, 'x', 2.0):
        for _ in range(800):
            result = with_else(1, 2, 3, wanted)
        print(result)
    print(vectors(3000))
    print(frames(2000))
    print(called(1500))
    print(raising(1000))
    print(handled_within(2000))
    for items in ([1, 2], [1.5], ['a', None], [1, 2.5, 'x', None, []]):
        print(mixed(items, 1500))
    for a, b in ((1, 2), (1.5, 2), (2**60, 2**62), (True, -1)):
        for _ in range(1500):
            result = summed(a, b)
        print(result)
    try:
        summed('a', 'b')
    except TypeError as error:
        print(error)
    print(sum(generated(3000)))
    print(sum(nested(i) for i in range(1000)))
    print(closures(2000))
    print(deleted(2000))
    print(kept_tuple(2500))
    print(long_body(3000))
    print([once() for _ in range(1000)][-1])
    print(middle(4000), middle(2.0) if False else '')


main()
