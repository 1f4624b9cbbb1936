"""Copying, comparing, hashing and printing nested structures by recursion over their types, cycles included."""


class Node:
    def __init__(self, name, **attributes):
        self.name = name
        self.children = []
        self.__dict__.update(attributes)

    def __eq__(self, other):
        return isinstance(other, Node) and self.__dict__ == other.__dict__


def copy(value, memory=None):
    if memory is None:
        memory = {}
    kind = type(value)
    if kind in (int, float, str, bool, bytes) or value is None:
        return value
    key = id(value)
    if key in memory:
        return memory[key]
    if kind is list:
        result = memory[key] = []
        for item in value:
            result.append(copy(item, memory))
    elif kind is dict:
        result = memory[key] = {}
        for name, item in value.items():
            result[copy(name, memory)] = copy(item, memory)
    elif kind is tuple:
        result = memory[key] = tuple([copy(item, memory) for item in value])
    elif kind is set:
        result = memory[key] = {copy(item, memory) for item in value}
    else:
        result = memory[key] = kind.__new__(kind)
        for name, item in vars(value).items():
            setattr(result, name, copy(item, memory))
    return result


def measure(value, seen):
    """How many values it holds, each object once."""
    if isinstance(value, (int, float, str)) or value is None:
        return 1
    if id(value) in seen:
        return 0
    seen.add(id(value))
    match value:
        case dict():
            return 1 + sum(measure(k, seen) + measure(v, seen) for k, v in value.items())
        case list() | tuple() | set():
            return 1 + sum(measure(item, seen) for item in value)
        case Node(name=name, children=children):
            return 1 + measure(name, seen) + measure(children, seen)
    return 1


def outline(value, depth=0, limit=3):
    pad = "  " * depth
    if depth == limit:
        return f"{pad}..."
    match value:
        case Node():
            lines = [f"{pad}{value.name}:"] + [outline(child, depth + 1, limit) for child in value.children]
            return "\n".join(lines)
        case dict():
            return "\n".join(f"{pad}{key} =\n{outline(item, depth + 1, limit)}" for key, item in value.items())
        case list() | tuple():
            return f"{pad}{len(value)} items"
        case _:
            return f"{pad}{value!r}"


def build(depth, width):
    if depth == 0:
        return {"leaf": width, "pair": (depth, [width, 1.5, None]), "flags": {True, False}}
    node = Node(f"node{depth}", weight=depth * 0.5)
    node.children += [build(depth - 1, width) for _ in range(width)]
    return node


def digest(value):
    match value:
        case Node():
            result = len(value.name)
            for child in value.children:
                result = (result * 31 + digest(child)) % 1_000_003
            return result
        case dict():
            return sum(len(str(key)) * digest(item) for key, item in value.items()) % 1_000_003
        case list() | tuple() | set():
            return sum(map(digest, value)) + 17
        case _:
            return len(repr(value))


def main(depth=7):
    tree = build(depth, 4)
    tree.children.append(tree)  # a cycle
    twin = copy(tree)
    assert twin is not tree and twin.children[-1] is twin
    twin.children.pop()
    tree.children.pop()
    assert twin == tree and twin.children[0] is not tree.children[0]
    result = measure(tree, set()), digest(twin), tree.children[0].weight
    twin.children[0].name = "changed"
    assert twin != tree
    assert depth != 7 or result == (245759, 686164, 3.0), result
    return result


if __name__ == "__main__":
    print("deep_copy:", *main())
    print(outline(build(3, 2)))
