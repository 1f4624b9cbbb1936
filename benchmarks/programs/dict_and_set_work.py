"""Dictionaries and sets with int, str and tuple keys: inserting, deleting, merging, inverting, set algebra."""


def numbers(count, seed):
    for _ in range(count):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        yield seed >> 8


def squares_table(n):
    table = {i: i * i for i in range(n)}
    for i in range(0, n, 3):
        del table[i]
    for i in range(0, n, 7):
        table[i] = -i
    return sum(table.values()), len(table), next(iter(table))


def group_by_digits(values):
    groups = {}
    for value in values:
        groups.setdefault("".join(sorted(str(value)))[:4], []).append(value)
    return max((len(members), key) for key, members in groups.items())


def two_sum(values, target):
    seen = {}
    hits = 0
    for i, value in enumerate(values):
        if target - value in seen:
            hits += seen[target - value]
        seen[value] = i % 10
    return hits


def grid_walk(steps):
    """A walk over a grid whose visited cells are tuples in a set."""
    x = y = 0
    visited = {(0, 0)}
    for value in numbers(steps, 99):
        dx, dy = ((1, 0), (0, 1), (-1, 0), (0, -1))[value % 4]
        x, y = (x + dx) % 50, (y + dy) % 50
        visited.add((x, y))
    return len(visited)


def algebra(n):
    threes, fives = set(range(0, n, 3)), frozenset(range(0, n, 5))
    return len(threes & fives), len(threes | fives), len(threes - fives), len(threes ^ fives), threes >= set(range(0, 99, 9))


def merge(n):
    left = {f"key{i}": i for i in range(n)}
    right = {f"key{i}": -i for i in range(n // 2, n + n // 2)}
    merged = left | right
    left.update(right)
    inverted = {value: key for key, value in merged.items()}
    popped = [left.popitem()[1] for _ in range(n // 4)]
    return merged == left, len(inverted), sum(popped), "key3" in left, left.get("missing", 7), list(inverted)[:2]


def main(n=100_000):
    values = list(numbers(n, 7))
    result = [
        squares_table(n * 2), group_by_digits(values), two_sum([v % 5_000 for v in values], 5_000),
        grid_walk(n), algebra(n * 4), merge(n // 2), len(set(values)), len({v % 1000: v for v in values}),
    ]
    assert n != 100_000 or result == [(1523778095452389, 142857, 1), (3978, '0112'), 427176, 384, (26667, 186667, 106667, 160000, True), (False, 75000, -859368750, True, 7, [0, 1]), 99676, 1000], result
    return result


if __name__ == "__main__":
    print("dict_and_set_work:", *main(), sep="\n  ")
