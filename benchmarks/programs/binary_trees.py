"""Many short-lived binary trees beside one that lives long: allocation, recursion, and tuples as nodes."""


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make_node(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make_node(depth - 1), make_node(depth - 1))


def make_tuple(depth):
    return (make_tuple(depth - 1), make_tuple(depth - 1)) if depth else (None, None)


def count_tuple(tree):
    left, right = tree
    return 1 if left is None else 1 + count_tuple(left) + count_tuple(right)


def main(depth=16):
    long_lived = make_node(depth)
    total = 0
    for level in range(4, depth + 1, 2):
        for _ in range(1 << (depth - level)):
            total += make_node(level).count()
            total += count_tuple(make_tuple(level))
    result = total, long_lived.count()
    assert depth != 16 or result == (1824086, 131071), result
    return result


if __name__ == "__main__":
    print("binary_trees:", *main())
