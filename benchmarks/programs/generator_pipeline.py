"""Generators feeding generators: infinite streams, filters, windows, flattening, `yield from`, trees in order."""


def count_from(start, step=1):
    while True:
        yield start
        start += step


def take(n, items):
    for _, item in zip(range(n), items):
        yield item


def windows(items, size):
    window = []
    for item in items:
        window.append(item)
        if len(window) == size:
            yield tuple(window)
            del window[0]


def collatz(n):
    yield n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        yield n


def merge(left, right):
    """Two ascending streams as one."""
    a, b = next(left), next(right)
    while True:
        if a <= b:
            yield a
            a = next(left, None)
            if a is None:
                yield b
                yield from right
                return
        else:
            yield b
            b = next(right, None)
            if b is None:
                yield a
                yield from left
                return


class Tree:
    """A binary search tree that iterates in order, a generator for each node."""

    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        node = self
        while True:
            side = "left" if key < node.key else "right"
            child = getattr(node, side)
            if child is None:
                setattr(node, side, Tree(key))
                return
            node = child

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def nest(depth):
    return [depth, [nest(depth - 1), nest(depth - 1)], depth] if depth else []


def pipeline(n):
    numbers = count_from(1)
    odd_squares = (x * x for x in numbers if x % 2)
    small_digits = (x for x in odd_squares if x % 10 < 6)
    return sum(c - a for a, _, c in windows(take(n, small_digits), 3))


def main(n=160_000):
    tree = Tree(500)
    key = 1
    for _ in range(n // 12):
        key = key * 17364 % 65521
        tree.insert(key)
    keys = list(tree)
    assert keys == sorted(keys)
    result = (
        pipeline(n),
        max((sum(1 for _ in collatz(i)), i) for i in range(1, n // 15)),
        sum(x for x in take(n, merge(count_from(0, 3), count_from(1, 5)))),
        sum(flatten(nest(11))),
        sum(i * key for i, key in enumerate(tree)) % 1_000_003,
    )
    assert n != 160_000 or result == (568881777776, (262, 6171), 23999760000, 8166, 56548), result
    return result


if __name__ == "__main__":
    print("generator_pipeline:", *main())
