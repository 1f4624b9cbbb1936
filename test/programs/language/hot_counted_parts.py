"""`zip` and `enumerate` over ranges, and nests of loops that are entered in the middle, as compiled code runs them."""
import sys


def pairs(n):
    total = 0
    for k in range(n):
        for i, x in zip(range(k, k + 10), range(100, 0, -7)):
            total += i * x
    return total


def numbered(n):
    total = 0
    steps = range(10, -10, -3)
    for k in range(n):
        for i, x in enumerate(steps, k):
            total += i * x
    return total


def mixed(n, items):
    total = 0
    for k in range(n):
        for a, b, c in zip(items, range(3, 1000, 2), "abcdefghij"):
            total += a * b + ord(c)
    return total


def left(n):
    """What is left of an iterator that a debugger sees, or that a loop has begun."""
    seen = []
    for k in range(n):
        z = zip(range(k, k + 6), range(0, 60, 10))
        for i, x in z:
            if i == k + 3 and k % 100 == 99:
                seen.append((i, x, list(z)))
                break
    return seen


def continued(n):
    out = []
    for k in range(n):
        e = enumerate(range(5, 50, 5), 1)
        for i, x in e:
            if x > 20:
                break
        out.append(sum(a * b for a, b in e))
    return out[0], out[-1], len(set(out))


def raising(n):
    for k in range(n):
        for i, x in zip(range(10), range(k, k + 10)):
            try:
                1 // (x - n - 3)
            except ZeroDivisionError:
                frame = sys._getframe()
                return i, x, sorted((name, value) for name, value in frame.f_locals.items() if isinstance(value, int))
    return None


def big(n):
    """Ranges beyond the machine's ints."""
    total = 0
    for k in range(n):
        start = 10 if k < n - 3 else 2 ** 60
        for i, x in enumerate(range(start, start + 3)):
            total += x * i
    return total


def nest(n):
    """Three loops, of which the innermost gets hot first; numbers change their types in the outer ones."""
    total = 0
    marks = []
    for a in range(3):
        shift = 0 if a == 0 else 0.5
        for b in range(n):
            for c in range(n):
                total += c + shift
                if c == b == n - 1:
                    marks.append(total)
            else:
                total -= b
        marks.append((a, b, c))
    return total, marks


def leaving(n):
    """Out of inner loops by break, continue and return."""
    found = []
    for a in range(n):
        for b in range(n):
            if b > 5 and a % 2:
                continue
            for c in range(n):
                if c > b:
                    break
                if a * b * c == 3 * (n - 1) * (n - 2):
                    return found, a, b, c
            else:
                found.append((a, b)) if a == b else None
                continue
            if b > n - 3:
                break
        else:
            found.append(a)
    return found, None


def handled(n):
    """An exception of an inner loop is handled in the one around it."""
    counts = [0, 0, 0]
    for a in range(n):
        try:
            for b in range(n):
                for c in (1, 2, 3, a - b):
                    counts[0] += 12 // c
        except ZeroDivisionError:
            counts[1] += 1
        finally:
            counts[2] += b
    return counts


def outer_changes(n):
    rows = [[1, 2, 3]] * n + [[1.5, 2.5]] + [["a", "b"]]
    out = []
    for row in rows:
        total = row[0]
        for k in range(4):
            for i, x in enumerate(row):
                total = total + x
        out.append(total)
    return out[0], out[-2:], len(out)


for function in pairs, numbered, left, continued, raising, big, leaving, handled, outer_changes:
    print(function.__name__, function(300 if function is not leaving else 40))
print(mixed(300, list(range(7))), mixed(300, (1.5, 2.5)), nest(60))
