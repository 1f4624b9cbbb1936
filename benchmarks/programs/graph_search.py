"""Graph algorithms on a generated road map: Dijkstra, breadth first, union-find, Kruskal, components, cycles."""


class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        items = self.items
        items.append(item)
        at = len(items) - 1
        while at > 0 and items[at] < items[up := (at - 1) >> 1]:
            items[at], items[up] = items[up], items[at]
            at = up

    def pop(self):
        items = self.items
        items[0], items[-1] = items[-1], items[0]
        top = items.pop()
        at, size = 0, len(items)
        while (down := 2 * at + 1) < size:
            if down + 1 < size and items[down + 1] < items[down]:
                down += 1
            if items[at] <= items[down]:
                break
            items[at], items[down] = items[down], items[at]
            at = down
        return top

    def __len__(self):
        return len(self.items)


class Graph:
    def __init__(self):
        self.edges = {}

    def connect(self, a, b, weight):
        self.edges.setdefault(a, []).append((b, weight))
        self.edges.setdefault(b, []).append((a, weight))

    @classmethod
    def grid(cls, size, seed=11):
        graph = cls()
        for row in range(size):
            for column in range(size):
                for r, c in ((row + 1, column), (row, column + 1)):
                    seed = seed * 214013 + 2531011 & 0x7FFFFFFF
                    if r < size and c < size and seed >> 16 & 7:
                        graph.connect((row, column), (r, c), 1 + (seed >> 20) % 20)
        return graph

    def distances(self, start):
        known = {start: 0}
        heap = Heap()
        heap.push((0, start))
        while heap:
            distance, node = heap.pop()
            if distance > known[node]:
                continue
            for neighbour, weight in self.edges[node]:
                further = distance + weight
                if further < known.get(neighbour, float("inf")):
                    known[neighbour] = further
                    heap.push((further, neighbour))
        return known

    def hops(self, start):
        seen, layer, count = {start}, [start], 0
        while layer:
            count += 1
            following = []
            for node in layer:
                for neighbour, _ in self.edges[node]:
                    if neighbour not in seen:
                        seen.add(neighbour)
                        following.append(neighbour)
            layer = following
        return count, len(seen)

    def spanning_tree(self):
        forest = UnionFind(self.edges)
        roads = sorted((w, a, b) for a, targets in self.edges.items() for b, w in targets if a < b)
        return sum(w for w, a, b in roads if forest.join(a, b)), forest.count


class UnionFind:
    def __init__(self, nodes):
        self.parents = {node: node for node in nodes}
        self.sizes = dict.fromkeys(nodes, 1)
        self.count = len(self.parents)

    def find(self, node):
        parents = self.parents
        while parents[node] != node:
            parents[node] = node = parents[parents[node]]
        return node

    def join(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.sizes[a] < self.sizes[b]:
            a, b = b, a
        self.parents[b] = a
        self.sizes[a] += self.sizes[b]
        self.count -= 1
        return True


def topological(depends):
    """Names in an order in which everything comes after what it depends on."""
    order, state = [], {}

    def visit(name, path):
        if state.get(name) == "done":
            return
        if name in path:
            raise ValueError(" -> ".join([*path[path.index(name):], name]))
        for other in depends.get(name, ()):
            visit(other, [*path, name])
        state[name] = "done"
        order.append(name)

    for name in depends:
        visit(name, [])
    return order


def main(size=150):
    graph = Graph.grid(size)
    distances = graph.distances((0, 0))
    far = max((d, node) for node, d in distances.items())
    order = topological({i: [i // 2, i // 3] for i in range(2000, 1, -1)})
    try:
        topological({"a": "b", "b": "c", "c": "a"})
    except ValueError as error:
        cycle = str(error)
    result = far, sum(distances.values()), graph.hops((size // 2, 0)), graph.spanning_tree(), order[-1], len(order), cycle
    assert size != 150 or result == ((1709, (146, 149)), 21934816, (225, 22496), (149449, 1), 1001, 2001, 'a -> b -> c -> a'), result
    return result


if __name__ == "__main__":
    print("graph_search:", *main())
