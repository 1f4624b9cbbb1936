"""Draws directed graphs with characters: layers by longest path, crossings reduced by medians, edges routed on a canvas."""
import re
from collections import defaultdict
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from itertools import combinations, count, pairwise


class Canvas:
    """Characters anywhere; lines that meet become corners, tees and crossings."""

    NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
    STROKES = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"

    def __init__(self):
        self.strokes = defaultdict(int)
        self.text = {}

    def line(self, x1, y1, x2, y2):
        if y1 == y2:
            for x in range(min(x1, x2), max(x1, x2)):
                self.strokes[x, y1] |= self.EAST
                self.strokes[x + 1, y1] |= self.WEST
        else:
            for y in range(min(y1, y2), max(y1, y2)):
                self.strokes[x1, y] |= self.SOUTH
                self.strokes[x1, y + 1] |= self.NORTH

    def path(self, *points):
        for (x1, y1), (x2, y2) in pairwise(points):
            self.line(x1, y1, x2, y2)

    def box(self, x, y, width, label):
        self.path((x, y), (x + width, y), (x + width, y + 2), (x, y + 2), (x, y))
        self.write(x + (width - len(label) + 1) // 2, y + 1, label)

    def write(self, x, y, text):
        for i, c in enumerate(text):
            self.text[x + i, y] = c

    def __str__(self):
        points = [*self.strokes, *self.text]
        width, height = max(x for x, _ in points) + 1, max(y for _, y in points) + 1
        rows = ["".join(self.text.get((x, y)) or self.STROKES[self.strokes.get((x, y), 0)] for x in range(width)) for y in range(height)]
        return "\n".join(map(str.rstrip, rows))


@dataclass
class Graph:
    edges: dict = field(default_factory=dict)
    labels: dict = field(default_factory=dict)

    @classmethod
    def parse(cls, text):
        graph = cls()
        for statement in filter(None, map(str.strip, re.split(r"[;\n]", text))):
            names = []
            for part in statement.split("->"):
                m = re.fullmatch(r'\s*(\w+)\s*(?:\[(.+)\])?\s*', part)
                if m is None:
                    raise SyntaxError(f"cannot read {part!r}")
                graph.edges.setdefault(m[1], [])
                graph.labels[m[1]] = m[2] or graph.labels.get(m[1], m[1])
                names.append(m[1])
            for a, b in pairwise(names):
                if b not in graph.edges[a]:
                    graph.edges[a].append(b)
        return graph

    def without_cycles(self):
        """Drops an edge of each cycle that is found."""
        edges, dropped = {n: list(to) for n, to in self.edges.items()}, []
        while True:
            incoming = {n: [a for a, to in edges.items() if n in to] for n in edges}
            try:
                return edges, [*TopologicalSorter(incoming).static_order()], dropped
            except CycleError as error:
                cycle = error.args[1]
                a, b = max(pairwise(cycle), key=lambda e: (list(edges).index(e[0]), e[1]))
                if b not in edges[a]:
                    a, b = b, a
                edges[a].remove(b)
                dropped.append((a, b))


class Layout:
    GAP = 3

    def __init__(self, graph):
        self.graph = graph
        edges, order, self.dropped = graph.without_cycles()
        self.level = dict.fromkeys(edges, 0)
        for node in order:
            for target in edges[node]:
                self.level[target] = max(self.level[target], self.level[node] + 1)
        self.layers = [[] for _ in range(max(self.level.values()) + 1)]
        for node in edges:
            self.layers[self.level[node]].append(node)
        self.links, serial = [], count()
        for a, targets in edges.items():
            for b in targets:
                last = a
                for level in range(self.level[a] + 1, self.level[b]):
                    dummy = f".{next(serial)}"
                    self.layers[level].append(dummy)
                    self.links.append((last, dummy))
                    last = dummy
                self.links.append((last, b))
        self.reduce_crossings()

    def neighbours(self, node, forward):
        return [b if forward else a for a, b in self.links if (a if forward else b) == node]

    def crossings(self):
        place = {n: i for layer in self.layers for i, n in enumerate(layer)}
        level = {n: i for i, layer in enumerate(self.layers) for n in layer}
        return sum(
            level[a] == level[c] and (place[a] - place[c]) * (place[b] - place[d]) < 0 for (a, b), (c, d) in combinations(self.links, 2)
        )

    def reduce_crossings(self):
        self.before = self.crossings()
        best, layers = self.before, [*map(list, self.layers)]
        for sweep in range(6):
            forward = sweep % 2 == 1
            for layer in self.layers[:-1][::-1] if forward else self.layers[1:]:
                place = {n: i for other in self.layers for i, n in enumerate(other)}
                weights = {}
                for n in layer:
                    near = sorted(place[m] for m in self.neighbours(n, forward))
                    weights[n] = sum(near) / len(near) if near else place[n]
                layer.sort(key=weights.get)
            if (found := self.crossings()) < best:
                best, layers = found, [*map(list, self.layers)]
        self.layers, self.after = layers, best

    def label(self, node):
        return self.graph.labels.get(node, "")

    def width(self, node):
        return len(self.label(node)) + 3 if node in self.graph.labels else 0

    def draw(self):
        canvas, left, middle = Canvas(), {}, {}
        widths = [sum(self.width(n) for n in layer) + self.GAP * (len(layer) - 1) for layer in self.layers]
        for layer, width in zip(self.layers, widths):
            x = (max(widths) - width) // 2
            for node in layer:
                left[node], middle[node] = x, x + self.width(node) // 2
                x += self.width(node) + self.GAP
        y = 0
        for number, layer in enumerate(self.layers):
            for node in layer:
                if node in self.graph.labels:
                    canvas.box(left[node], y, self.width(node), self.label(node))
                else:
                    canvas.line(middle[node], y, middle[node], y + 2)
            between = [(a, b) for a, b in self.links if a in layer]
            tracks = {}
            for a, b in sorted(between, key=lambda e: (middle[e[0]], middle[e[1]])):
                if middle[a] != middle[b]:
                    tracks.setdefault(a, len(tracks))
            below = y + 2 + len(tracks) + 2
            for a, b in between:
                turn = y + 3 + tracks.get(a, 0)
                canvas.path((middle[a], y + 2), (middle[a], turn), (middle[b], turn), (middle[b], below))
            y = below
        return str(canvas)


for text in [
    "parse [parser] -> check -> emit\nparse -> print\nlex -> parse",
    "a -> b -> d -> e; a -> c -> d; a -> e",
    "shirt -> tie -> jacket; trousers -> shoes; trousers -> belt -> jacket; shirt -> belt; socks -> shoes",
    "idle -> busy -> done -> idle; busy -> busy_again [busy again] -> busy",
    "one [a single box]",
]:
    layout = Layout(Graph.parse(text))
    print(layout.draw())
    print(f"{len(layout.layers)} layers, crossings {layout.before} -> {layout.after}, dropped {layout.dropped}\n")
try:
    Graph.parse("a -> b -> [x]")
except SyntaxError as error:
    print("SyntaxError:", error)
