"""Hot loops over lists that hold ints at one time and floats at another, and lists that change while a loop works on them."""
import sys


def added(target, other, factor):
    for j in range(len(other)):
        target[j] += factor * other[j]
    return target


def total(items):
    result = 0
    for item in items:
        result += item
    return result


def total_from(start, items):
    result = start
    for item in items:
        result = result + item * 2
    return result


def paired(left, right):
    return [a * b for a, b in zip(left, right)]


def indexed(items, others):
    result = 0.0
    i = 0
    while i < len(items):
        result += items[i] * others[i]
        i += 1
    return result


def spoilt(target, source, at, item):
    for j in range(len(source)):
        if j == at:
            target[j] = item
        else:
            target[j] = source[j] + target[j]
    return target


def shared(a, b):
    """The two may be the same list."""
    for i in range(len(a)):
        a[i] = b[i] + b[i]
        if i == 3:
            b[0] = b[1]
    return a, b


def raising(target, other):
    try:
        for j in range(len(target)):
            target[j] += other[j]
    except (IndexError, TypeError) as error:
        return target, type(error).__name__, sys.exc_info()[2].tb_lineno - raising.__code__.co_firstlineno
    return target


def numbers_of(sort, n):
    return [sort(i) for i in range(n)]


def growing(items):
    count = 0
    for item in items:
        count += item
        if len(items) < 12:
            items.append(item)
        if count == 7:
            items[-1] = "end"
            break
    return count, items


def zeros(n):
    target = [0] * n
    for i in range(n):
        target[i] = i * 0.5
    for i in range(n):
        target[i] += target[n - 1 - i]
    return target


def stepping(values, found):
    for value in values:
        for k in range(len(found)):
            found[k] = found[k] - value * found[k - 1]
            if found[k] > 100:
                found[k] = 1
    return found


class Odd(float):
    def __add__(self, other):
        return "odd"


for turn in range(300):
    for sort in (int, float):
        a, b = numbers_of(sort, 6), numbers_of(sort, 6)
        out = [
            added([0] * 6, b, sort(3)), added(added([0] * 6, b, 0.5), b, 0.25), added(a, b, 2),
            total(a), total(b + [2 ** 60]), total_from(0, b), total_from(0.0, b), total_from(1, a),
            paired(a, b), indexed(a, b),
            spoilt(numbers_of(sort, 4), numbers_of(sort, 4), turn % 5, "x" if turn % 50 == 49 else 1.5),
            shared(numbers_of(sort, 5), numbers_of(sort, 5)), zeros(5),
            growing(numbers_of(sort, 5)), stepping(a, [sort(1), sort(2), sort(3)]),
        ]
        same = numbers_of(sort, 5)
        out.append(shared(same, same))
        if turn in (0, 150, 299):
            print(turn, sort.__name__)
            for line in out:
                print("   ", line)
    if turn % 100 == 99:
        print(raising([1.0, 2.0, 3.0], [0.5, 0.25]), raising([1, 2], [1, None]), raising([1.5, 2.5], [1.5, "s"]))
        print(spoilt([1.0, 2.0], [Odd(1), Odd(2)], 5, 0), spoilt([True, 2.5], [1, 2], 5, 0))
        print(added([1, 2.5, 3], [1.5, 2, 3.5], True), added([2 ** 53 - 1, 1], [2 ** 53 - 1, 1], 5))
        print(total([1, 2.5, 2 ** 70]), total([0.1] * 3), total([-0.0]), total_from(-0.0, [-0.0]))
        print(added([float("nan"), -0.0], [1.0, -0.0], 1.0), added([0, 0], [0, -0.0], -1))
    raising([1.0, 2.0], [3.0, 4.0])
    raising([1, 2], [3, 4])

x = 1.5
items = [0, x]
items[0] = x
for _ in range(200):
    added(items, [0.0, 0.0], 1.0)
print(items, items[0] == x)


def observed(target, other):
    for j in range(len(other)):
        target[j] += other[j]
        if j == 2:
            frame = sys._getframe()
            seen.append((frame.f_locals["j"], list(frame.f_locals["target"])))
    return target


seen = []
for turn in range(200):
    observed([0] * 4, [1, 2, 3, 4])
    observed([0.0] * 4, [1.5, 2.5, 3.5, 4.5])
print(seen[-2:], len(seen))


def halves(rows):
    for row in rows:
        for item in row:
            yield item / 2


for turn in range(100):
    parts = halves([[1, 2], [1.5, 2.5], [1, 2.5]])
    found = [next(parts) for _ in range(3)]
    rest = list(parts)
print(found, rest)
