"""Ordered indexes: a B-tree, a red-black tree, a skip list and a trie, exercised against the same reference."""
import bisect
import random
from dataclasses import dataclass, field


class BTree:
    """Insertion with splitting on the way down, deletion with borrowing and merging; minimum degree t."""

    class Node:
        __slots__ = ("keys", "values", "children")

        def __init__(self, keys=(), values=(), children=()):
            self.keys, self.values, self.children = list(keys), list(values), list(children)

    def __init__(self, t=2):
        self.t, self.root, self.size = t, self.Node(), 0

    def __len__(self):
        return self.size

    def __getitem__(self, key):
        node = self.root
        while True:
            i = bisect.bisect_left(node.keys, key)
            if i < len(node.keys) and node.keys[i] == key:
                return node.values[i]
            if not node.children:
                raise KeyError(key)
            node = node.children[i]

    def __setitem__(self, key, value):
        if len(self.root.keys) == 2 * self.t - 1:
            self.root = self.Node(children=[self.root])
            self.split(self.root, 0)
        node = self.root
        while True:
            i = bisect.bisect_left(node.keys, key)
            if i < len(node.keys) and node.keys[i] == key:
                node.values[i] = value
                return
            if not node.children:
                node.keys.insert(i, key)
                node.values.insert(i, value)
                self.size += 1
                return
            if len(node.children[i].keys) == 2 * self.t - 1:
                self.split(node, i)
                if key == node.keys[i]:
                    node.values[i] = value
                    return
                i += key > node.keys[i]
            node = node.children[i]

    def split(self, parent, i):
        t, full = self.t, parent.children[i]
        right = self.Node(full.keys[t:], full.values[t:], full.children[t:])
        parent.keys.insert(i, full.keys[t - 1])
        parent.values.insert(i, full.values[t - 1])
        parent.children.insert(i + 1, right)
        del full.keys[t - 1 :], full.values[t - 1 :], full.children[t:]

    def __delitem__(self, key):
        self.remove(self.root, key)
        self.size -= 1
        if not self.root.keys and self.root.children:
            self.root = self.root.children[0]

    def remove(self, node, key):
        i = bisect.bisect_left(node.keys, key)
        found = i < len(node.keys) and node.keys[i] == key
        if not node.children:
            if not found:
                raise KeyError(key)
            del node.keys[i], node.values[i]
            return
        if found:
            left, right = node.children[i], node.children[i + 1]
            if len(left.keys) >= self.t:
                while left.children:
                    left = left.children[-1]
                node.keys[i], node.values[i] = left.keys[-1], left.values[-1]
                self.remove(node.children[i], node.keys[i])
                return
            if len(right.keys) >= self.t:
                while right.children:
                    right = right.children[0]
                node.keys[i], node.values[i] = right.keys[0], right.values[0]
                self.remove(node.children[i + 1], node.keys[i])
                return
            self.merge(node, i)
            self.remove(left, key)
            return
        self.remove(self.fill(node, i), key)

    def fill(self, node, i):
        """Makes sure that the child can lose a key."""
        child = node.children[i]
        if len(child.keys) >= self.t:
            return child
        if i > 0 and len(node.children[i - 1].keys) >= self.t:
            left = node.children[i - 1]
            child.keys.insert(0, node.keys[i - 1])
            child.values.insert(0, node.values[i - 1])
            node.keys[i - 1], node.values[i - 1] = left.keys.pop(), left.values.pop()
            if left.children:
                child.children.insert(0, left.children.pop())
            return child
        if i < len(node.keys) and len(node.children[i + 1].keys) >= self.t:
            right = node.children[i + 1]
            child.keys.append(node.keys[i])
            child.values.append(node.values[i])
            node.keys[i], node.values[i] = right.keys.pop(0), right.values.pop(0)
            if right.children:
                child.children.append(right.children.pop(0))
            return child
        if i == len(node.keys):
            i -= 1
        self.merge(node, i)
        return node.children[i]

    def merge(self, node, i):
        left, right = node.children[i], node.children.pop(i + 1)
        left.keys += [node.keys.pop(i), *right.keys]
        left.values += [node.values.pop(i), *right.values]
        left.children += right.children

    def items(self, low=None, high=None, node=None):
        node = node or self.root
        start = 0 if low is None else bisect.bisect_left(node.keys, low)
        for i in range(start, len(node.keys) + 1):
            if node.children:
                yield from self.items(low if i == start else None, high, node.children[i])
            if i < len(node.keys):
                if high is not None and node.keys[i] >= high:
                    return
                yield node.keys[i], node.values[i]

    def height(self):
        node, height = self.root, 1
        while node.children:
            node, height = node.children[0], height + 1
        return height

    def show(self, node=None, indent=0):
        node = node or self.root
        print(" " * indent + " ".join(map(str, node.keys)))
        for child in node.children:
            self.show(child, indent + 4)


RED, BLACK = True, False


@dataclass(slots=True)
class RBNode:
    key: object
    value: object
    colour: bool = RED
    left: "RBNode | None" = None
    right: "RBNode | None" = None


class RedBlack:
    """Left-leaning red-black tree, recursive insertion."""

    def __init__(self):
        self.root, self.rotations = None, 0

    def __setitem__(self, key, value):
        self.root = self.insert(self.root, key, value)
        self.root.colour = BLACK

    def insert(self, node, key, value):
        if node is None:
            return RBNode(key, value)
        if key == node.key:
            node.value = value
        elif key < node.key:
            node.left = self.insert(node.left, key, value)
        else:
            node.right = self.insert(node.right, key, value)
        if is_red(node.right) and not is_red(node.left):
            node = self.rotate(node, "right", "left")
        if is_red(node.left) and is_red(node.left.left):
            node = self.rotate(node, "left", "right")
        if is_red(node.left) and is_red(node.right):
            node.colour, node.left.colour, node.right.colour = RED, BLACK, BLACK
        return node

    def rotate(self, node, up, down):
        self.rotations += 1
        riser = getattr(node, up)
        setattr(node, up, getattr(riser, down))
        setattr(riser, down, node)
        riser.colour, node.colour = node.colour, RED
        return riser

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right

    def __getitem__(self, key):
        node = self.root
        while node and node.key != key:
            node = node.left if key < node.key else node.right
        if node is None:
            raise KeyError(key)
        return node.value

    def black_height(self, node="root"):
        """Checks the invariants on the way."""
        node = self.root if node == "root" else node
        if node is None:
            return 1
        if is_red(node):
            assert not is_red(node.left) and not is_red(node.right), "red below red"
        left, right = self.black_height(node.left), self.black_height(node.right)
        assert left == right, "unbalanced"
        return left + (not node.colour)


def is_red(node):
    return node is not None and node.colour


class SkipList:
    def __init__(self, seed=0, levels=8):
        self.head = [None, None, [None] * levels]
        self.random, self.levels = random.Random(seed), levels

    def path(self, key):
        node, path = self.head, [None] * self.levels
        for level in reversed(range(self.levels)):
            while (after := node[2][level]) and after[0] < key:
                node = after
            path[level] = node
        return path

    def __setitem__(self, key, value):
        path = self.path(key)
        after = path[0][2][0]
        if after and after[0] == key:
            after[1] = value
            return
        height = 1
        while height < self.levels and self.random.random() < 0.5:
            height += 1
        node = [key, value, [path[level][2][level] for level in range(height)]]
        for level in range(height):
            path[level][2][level] = node

    def __delitem__(self, key):
        path = self.path(key)
        node = path[0][2][0]
        if not node or node[0] != key:
            raise KeyError(key)
        for level, following in enumerate(node[2]):
            path[level][2][level] = following

    def __iter__(self):
        node = self.head[2][0]
        while node:
            yield node[0]
            node = node[2][0]


@dataclass
class Trie:
    children: dict = field(default_factory=dict)
    count: int = 0

    def add(self, word):
        node = self
        for letter in word:
            node = node.children.setdefault(letter, Trie())
        node.count += 1

    def find(self, prefix):
        node = self
        for letter in prefix:
            node = node.children.get(letter)
            if node is None:
                return None
        return node

    def words(self, prefix=""):
        if self.count:
            yield prefix, self.count
        for letter in sorted(self.children):
            yield from self.children[letter].words(prefix + letter)

    def complete(self, prefix, limit=3):
        node = self.find(prefix)
        return sorted(node.words(prefix), key=lambda p: (-p[1], p[0]))[:limit] if node else []

    def fuzzy(self, word, distance):
        """Words within an edit distance, by rows of the matrix down the trie."""
        def walk(node, prefix, row):
            if node.count and row[-1] <= distance:
                yield prefix, row[-1]
            if min(row) <= distance:
                for letter, child in sorted(node.children.items()):
                    new = [row[0] + 1]
                    for i, c in enumerate(word):
                        new.append(min(new[-1] + 1, row[i + 1] + 1, row[i] + (c != letter)))
                    yield from walk(child, prefix + letter, new)

        return list(walk(self, "", list(range(len(word) + 1))))


rng = random.Random(77)
tree, reference = BTree(2), {}
for n in rng.sample(range(100), 25):
    tree[n] = reference[n] = n * n
tree.show()
for step in range(2000):
    key = rng.randrange(300)
    if rng.random() < 0.55:
        tree[key] = reference[key] = step
    else:
        for target in (tree, reference):
            try:
                del target[key]
            except KeyError:
                pass
        tree.size = len(reference)
print(list(tree.items()) == sorted(reference.items()), len(tree), tree.height())
low, high = 100, 140
print([k for k, _ in tree.items(low, high)] == [k for k in sorted(reference) if low <= k < high])
small = BTree(3)
for letter in "THEQUICKBROWNFOXJUMPSOVERTHELAZYDOG":
    small[letter] = ord(letter)
small.show()
for letter in "QUICK":
    del small[letter]
print("".join(k for k, _ in small.items()), len(small))
try:
    small["Q"]
except KeyError as error:
    print("KeyError", error)
red = RedBlack()
for n in range(1, 128):
    red[n] = str(n)
print(list(red) == list(range(1, 128)), red.black_height(), red.rotations, red[64], red.root.key)
shuffled = RedBlack()
for n in rng.sample(range(500), 200):
    shuffled[n] = n
print(shuffled.black_height(), len(list(shuffled)), list(shuffled) == sorted(shuffled))
skip = SkipList(3)
for n in rng.choices(range(60), k=100):
    skip[n] = n
for n in list(skip)[::2]:
    del skip[n]
print(*skip)
trie = Trie()
for word in "the quick brown fox the lazy dog thesis them then the quiet quilt queue fog frog fox".split():
    trie.add(word)
print(trie.complete("th"), trie.complete("qui", 5), trie.complete("zz"), trie.fuzzy("fog", 1), trie.fuzzy("quit", 2), sum(c for _, c in trie.words()))
