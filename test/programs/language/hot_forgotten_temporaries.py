"""A tuple that nobody needs any more is in the place of what an inlined property is about to give, while another function looks at the frames."""

import sys

READERS = [
    lambda node: node.items,
    lambda node: list(node.items),
    lambda node: tuple(sys._getframe(1).f_locals["self"].items),
]


class Node:
    is_leaf = False

    def __init__(self, *items):
        self.items = items

    @property
    def args(self):
        return READERS[self.items[0] % 3](self)

    @property
    def func(self):
        return self.__class__


class Other:
    pass


def rebuilt(node, passed):
    node = passed(node)
    if not isinstance(node, (Node, Other)) or node.is_leaf:
        return node
    return node.func(*node.args)


print(sum(rebuilt(Node(index), lambda node: node).items[0] for index in range(20_000)))
