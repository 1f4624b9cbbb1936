"""Path finding and geometry on grids and planes: A*, Dijkstra, flood fill, union-find mazes, convex hulls, quad trees, a ray caster."""
import heapq
import itertools
import math
import random
from collections import deque
from dataclasses import dataclass, field

MAP = """\
#########################
#S..#.....~~~.......#...#
#.#.#.###.~~~.#####.#.#.#
#.#...#...~~~.#...#...#.#
#.#####.#######.#.#####.#
#.......#.......#.......#
###.#####.#############.#
#...#...#.....#.......#.#
#.###.#.#####.#.#####.#.#
#.....#.......#.....#..E#
#########################"""
COST = {".": 1, "S": 1, "E": 1, "~": 5}


class Grid:
    def __init__(self, text):
        self.cells = {(x, y): c for y, line in enumerate(text.splitlines()) for x, c in enumerate(line)}
        self.width, self.height = (max(axis) + 1 for axis in zip(*self.cells))

    def find(self, wanted):
        return next(p for p, c in self.cells.items() if c == wanted)

    def neighbours(self, p):
        for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
            q = p[0] + dx, p[1] + dy
            if self.cells.get(q, "#") != "#":
                yield q, COST[self.cells[q]]

    def search(self, start, goal, heuristic=lambda a, b: 0):
        frontier, came, cost = [(heuristic(start, goal), 0, start)], {start: None}, {start: 0}
        expanded = 0
        while frontier:
            _, so_far, at = heapq.heappop(frontier)
            if so_far > cost[at]:
                continue
            expanded += 1
            if at == goal:
                break
            for q, step in self.neighbours(at):
                if (new := so_far + step) < cost.get(q, math.inf):
                    cost[q], came[q] = new, at
                    heapq.heappush(frontier, (new + heuristic(q, goal), new, q))
        path, at = [], goal
        while at in came and at is not None:
            path.append(at)
            at = came[at]
        return cost.get(goal), path[::-1], expanded

    def draw(self, path):
        marks = set(path)
        for y in range(self.height):
            yield "".join("*" if (x, y) in marks and self.cells[x, y] not in "SE" else self.cells[x, y] for x in range(self.width))

    def regions(self):
        seen = set()
        for p, c in self.cells.items():
            if c != "#" and p not in seen:
                region, queue = 0, deque([p])
                seen.add(p)
                while queue:
                    region += 1
                    for q, _ in self.neighbours(queue.popleft()):
                        if q not in seen:
                            seen.add(q)
                            queue.append(q)
                yield region


class Sets:
    def __init__(self, items):
        self.parent = {i: i for i in items}

    def find(self, i):
        while self.parent[i] != i:
            self.parent[i] = i = self.parent[self.parent[i]]
        return i

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        self.parent[a] = b
        return a != b


def maze(width, height, seed):
    rng = random.Random(seed)
    cells = list(itertools.product(range(width), range(height)))
    walls = [((x, y), (x + 1, y)) for x, y in cells if x + 1 < width] + [((x, y), (x, y + 1)) for x, y in cells if y + 1 < height]
    rng.shuffle(walls)
    sets, open_ = Sets(cells), set()
    for a, b in walls:
        if sets.union(a, b):
            open_.add((a, b))
    lines = ["#" * (2 * width + 1)]
    for y in range(height):
        lines.append("#" + "".join("." + ("." if ((x, y), (x + 1, y)) in open_ else "#") for x in range(width)))
        lines.append("#" + "".join(("." if ((x, y), (x, y + 1)) in open_ else "#") + "#" for x in range(width)))
    return "\n".join(lines)


def cross(o, a, b):
    return (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])


def hull(points):
    points = sorted(set(points))

    def half(points):
        chain = []
        for p in points:
            while len(chain) >= 2 and cross(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(points) + half(points[::-1])


def area(polygon):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(polygon, polygon[1:] + polygon[:1]))) / 2


def inside(p, polygon):
    result = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1]):
        if (y1 > p[1]) != (y2 > p[1]) and p[0] < (x2 - x1) * (p[1] - y1) / (y2 - y1) + x1:
            result = not result
    return result


def closest(points):
    """The closest pair by divide and conquer."""
    def solve(by_x, by_y):
        if len(by_x) <= 3:
            return min(((math.dist(a, b), a, b) for a, b in itertools.combinations(by_x, 2)), default=(math.inf, None, None))
        middle = len(by_x) // 2
        left, line = set(by_x[:middle]), by_x[middle][0]
        best = min(solve(by_x[:middle], [p for p in by_y if p in left]), solve(by_x[middle:], [p for p in by_y if p not in left]))
        strip = [p for p in by_y if abs(p[0] - line) < best[0]]
        for i, a in enumerate(strip):
            for b in strip[i + 1 : i + 8]:
                best = min(best, (math.dist(a, b), *sorted((a, b))))
        return best

    return solve(sorted(points), sorted(points, key=lambda p: (p[1], p[0])))


@dataclass
class QuadTree:
    x: float
    y: float
    size: float
    capacity: int = 4
    points: list = field(default_factory=list)
    parts: list = field(default_factory=list)

    def insert(self, p):
        if self.parts:
            self.parts[(p[0] >= self.x + self.size / 2) + 2 * (p[1] >= self.y + self.size / 2)].insert(p)
            return
        self.points.append(p)
        if len(self.points) > self.capacity:
            half = self.size / 2
            self.parts = [QuadTree(self.x + dx, self.y + dy, half, self.capacity) for dy in (0, half) for dx in (0, half)]
            for q in self.points:
                self.insert(q)
            self.points = []

    def query(self, x1, y1, x2, y2):
        if x1 < self.x + self.size and x2 >= self.x and y1 < self.y + self.size and y2 >= self.y:
            yield from (p for p in self.points if x1 <= p[0] <= x2 and y1 <= p[1] <= y2)
            for part in self.parts:
                yield from part.query(x1, y1, x2, y2)

    def depth(self):
        return 1 + max((p.depth() for p in self.parts), default=0)


def cast(grid, position, angle, width=48, height=10):
    """A view from inside the map, as old games drew it."""
    columns = []
    for column in range(width):
        direction = angle + (column / width - 0.5) * 1.1
        dx, dy, distance = math.cos(direction), math.sin(direction), 0.0
        while grid.cells.get((int(position[0] + dx * distance), int(position[1] + dy * distance)), "#") != "#":
            distance += 0.02
        wall = min(height, int(height / max(0.4, distance * math.cos(direction - angle))))
        columns.append((wall, "@%#=+-."[min(6, int(distance))]))
    for row in range(height):
        yield "".join(shade if (height - wall) // 2 <= row < (height + wall) // 2 else " " if row < height // 2 else "," for wall, shade in columns)


grid = Grid(MAP)
start, goal = grid.find("S"), grid.find("E")
manhattan = lambda a, b: abs(a[0] - b[0]) + abs(a[1] - b[1])  # noqa: E731
for name, heuristic in (("dijkstra", lambda a, b: 0), ("a-star", manhattan)):
    cost, path, expanded = grid.search(start, goal, heuristic)
    print(name, cost, len(path), expanded)
print(*grid.draw(path), sep="\n")
print(sorted(grid.regions()), grid.search(start, (0, 0))[0])
text = maze(12, 5, seed=9)
m = Grid(text)
cost, path, _ = m.search((1, 1), (23, 9), manhattan)
print(cost, list(m.regions()), *m.draw(path), sep="\n")
rng = random.Random(12)
points = [(rng.randint(0, 99), rng.randint(0, 99)) for _ in range(60)]
outline = hull(points)
print(outline, area(outline), all(inside(p, outline) or p in outline or any(cross(a, b, p) == 0 for a, b in zip(outline, outline[1:] + outline[:1])) for p in points))
print(closest(points)[0] == min(math.dist(a, b) for a, b in itertools.combinations(points, 2)))
unique = sorted(set(points))
tree = QuadTree(0, 0, 128)
for p in unique:
    tree.insert(p)
print(sorted(tree.query(20, 20, 50, 60)) == [p for p in unique if 20 <= p[0] <= 50 and 20 <= p[1] <= 60], tree.depth(), len(list(tree.query(0, 0, 99, 99))) == len(unique))
print(*cast(grid, (1.5, 5.5), 0.0), sep="\n")
