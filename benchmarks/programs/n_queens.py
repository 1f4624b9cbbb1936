"""All placements of n queens three ways: bit masks, sets in a recursive generator, and permutations."""


def count_with_bits(n):
    full = (1 << n) - 1

    def place(columns, left, right):
        if columns == full:
            return 1
        count = 0
        free = full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            count += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return count

    return place(0, 0, 0)


def solutions(n, row=0, columns=frozenset(), falling=frozenset(), rising=frozenset()):
    if row == n:
        yield ()
        return
    for column in range(n):
        if column in columns or row - column in falling or row + column in rising:
            continue
        rest = solutions(n, row + 1, columns | {column}, falling | {row - column}, rising | {row + column})
        for tail in rest:
            yield (column, *tail)


def permutations(items):
    if not items:
        yield []
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [item, *rest]


def count_permutations(n):
    count = 0
    for order in permutations(list(range(n))):
        falling = {i - c for i, c in enumerate(order)}
        if len(falling) == n == len({i + c for i, c in enumerate(order)}):
            count += 1
    return count


def main():
    result = count_with_bits(11), sum(1 for _ in solutions(10)), count_permutations(8)
    assert result == (2680, 724, 92), result
    return result


if __name__ == "__main__":
    print("n_queens:", *main())
    for solution in list(solutions(6)):
        print(" ".join(map(str, solution)))
