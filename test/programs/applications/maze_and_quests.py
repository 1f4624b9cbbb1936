"""Mazes: carved by several algorithms with a seed, solved by several searches, drawn with boxes, measured, and saved as text."""
import heapq
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from random import Random
from typing import NamedTuple


class Cell(NamedTuple):
    x: int
    y: int

    def __add__(self, other):
        return Cell(self.x + other[0], self.y + other[1])

    def distance(self, other):
        return abs(self.x - other.x) + abs(self.y - other.y)


SIDES = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}


@dataclass
class Maze:
    width: int
    height: int
    doors: set = field(default_factory=set)

    def __contains__(self, cell):
        return 0 <= cell.x < self.width and 0 <= cell.y < self.height

    def cells(self):
        return (Cell(x, y) for y, x in product(range(self.height), range(self.width)))

    def around(self, cell):
        return [n for d in SIDES.values() if (n := cell + d) in self]

    def open(self, a, b):
        self.doors.add(frozenset((a, b)))

    def exits(self, cell):
        return [n for n in self.around(cell) if frozenset((cell, n)) in self.doors]

    def dead_ends(self):
        return [c for c in self.cells() if len(self.exits(c)) == 1]

    def is_perfect(self):
        """A tree: everything is reached, by one way only."""
        seen = set(reach(self, Cell(0, 0)))
        return len(seen) == self.width * self.height == len(self.doors) + 1

    def braid(self, rng, share):
        for cell in self.dead_ends():
            if rng.random() < share and (walls := [n for n in self.around(cell) if n not in self.exits(cell)]):
                self.open(cell, min(walls, key=lambda n: (len(self.exits(n)), n)))

    def draw(self, marks=()):
        marks = dict(marks)
        corner = " ╴╷┐╶─┌┬╵┘│┤└┴├┼"

        def wall(a, b):
            return (a in self or b in self) and frozenset((a, b)) not in self.doors

        for y in range(self.height + 1):
            top = row = ""
            for x in range(self.width + 1):
                c = Cell(x, y)
                nw, n, w = c + (-1, -1), c + (0, -1), c + (-1, 0)
                bits = wall(nw, w) | wall(w, c) << 1 | wall(n, c) << 2 | wall(nw, n) << 3
                top += corner[bits] + ("─" if wall(n, c) else " ") * 2
                row += ("│" if wall(w, c) else " ") + f"{marks.get(c, ''):2}"
            yield top.rstrip()
            if y < self.height:
                yield row.rstrip()

    def save(self):
        """A digit for each cell: a bit for each open side."""
        return "/".join("".join(f"{sum((c + d in self.exits(c)) << i for i, d in enumerate(SIDES.values())):x}" for x in range(self.width) if (c := Cell(x, y))) for y in range(self.height))

    @classmethod
    def load(cls, text):
        rows = text.split("/")
        maze = cls(len(rows[0]), len(rows))
        for c in maze.cells():
            for i, d in enumerate(SIDES.values()):
                if int(rows[c.y][c.x], 16) >> i & 1:
                    if c + d not in maze:
                        raise ValueError(f"door of {tuple(c)} leads out")
                    maze.open(c, c + d)
        return maze


def backtracker(maze, rng):
    stack, seen = [Cell(0, 0)], {Cell(0, 0)}
    while stack:
        if fresh := [n for n in maze.around(stack[-1]) if n not in seen]:
            chosen = rng.choice(fresh)
            maze.open(stack[-1], chosen)
            seen.add(chosen)
            stack.append(chosen)
        else:
            stack.pop()


def kruskal(maze, rng):
    group = {c: c for c in maze.cells()}

    def find(c):
        while group[c] != c:
            group[c] = c = group[group[c]]
        return c

    walls = [(c, n) for c in maze.cells() for n in maze.around(c) if c < n]
    rng.shuffle(walls)
    for a, b in walls:
        if (ra := find(a)) != (rb := find(b)):
            group[ra] = rb
            maze.open(a, b)


def wilson(maze, rng):
    outside = set(maze.cells())
    outside.remove(Cell(maze.width // 2, maze.height // 2))
    while outside:
        start = here = min(outside)
        way = {}
        while here in outside:
            way[here] = here = rng.choice(maze.around(here))
        here = start
        while here in outside:
            outside.remove(here)
            maze.open(here, way[here])
            here = way[here]


def division(maze, rng):
    for c in maze.cells():
        for n in maze.around(c):
            maze.open(c, n)
    rooms = [(0, 0, maze.width, maze.height)]
    while rooms:
        x, y, w, h = rooms.pop()
        if w < 2 or h < 2:
            continue
        across = w < h or (w == h and rng.random() < 0.5)
        at, gap = rng.randrange(1, h if across else w), rng.randrange(w if across else h)
        for i in range(w if across else h):
            if i != gap:
                a = Cell(x + i, y + at - 1) if across else Cell(x + at - 1, y + i)
                maze.doors.discard(frozenset((a, a + (SIDES["S"] if across else SIDES["E"]))))
        rooms += [(x, y, w, at), (x, y + at, w, h - at)] if across else [(x, y, at, h), (x + at, y, w - at, h)]


def reach(maze, start) -> Iterator[Cell]:
    """All cells in order of their distance; the steps are what send() is told."""
    queue, depth = deque([start]), {start: 0}
    while queue:
        cell = queue.popleft()
        yield cell
        for n in maze.exits(cell):
            if n not in depth:
                depth[n] = depth[cell] + 1
                queue.append(n)
    return depth


def distances(maze, start):
    depth = yield from reach(maze, start)
    distances.last = depth


def best_first(maze, start, goal, *, greedy=False):
    frontier, parent, cost, looked = [(0, start)], {start: None}, {start: 0}, 0
    while frontier:
        _, cell = heapq.heappop(frontier)
        looked += 1
        if cell == goal:
            break
        for n in maze.exits(cell):
            if n not in cost or cost[cell] + 1 < cost[n]:
                cost[n], parent[n] = cost[cell] + 1, cell
                heapq.heappush(frontier, (n.distance(goal) + (0 if greedy else cost[n]), n))
    path = []
    while goal is not None:
        path.append(goal)
        goal = parent[goal]
    return path[::-1], looked


def right_hand(maze, start, goal):
    facing, cell, steps, order = 1, start, [start], [*SIDES.values()]
    while cell != goal and len(steps) < 1000:
        for turn in (1, 0, 3, 2):
            side = (facing + turn) % 4
            if cell + order[side] in maze.exits(cell):
                facing, cell = side, cell + order[side]
                steps.append(cell)
                break
    return steps, len(set(steps))


ARROWS = {d: a for d, a in zip(SIDES.values(), "^>v<")}
for carve in backtracker, kruskal, wilson, division:
    rng = Random(carve.__name__)
    maze = Maze(12, 5)
    carve(maze, rng)
    start, goal = Cell(0, 0), Cell(11, 4)
    list(distances(maze, start))
    far = max(distances.last.items(), key=lambda i: (i[1], i[0]))
    print(f"--- {carve.__name__}: perfect={maze.is_perfect()} dead ends={len(maze.dead_ends())} farthest={tuple(far[0])} at {far[1]}")
    for name, solve in {"a*": best_first, "greedy": partial(best_first, greedy=True), "right hand": right_hand}.items():
        path, looked = solve(maze, start, goal)
        print(f"{name:10} {len(path) - 1:3} steps, {looked} cells")
    path, _ = best_first(maze, start, goal)
    marks = {a: ARROWS[b.x - a.x, b.y - a.y] for a, b in zip(path, path[1:])} | {goal: "*"}
    print(*maze.draw(marks), sep="\n")
    text = maze.save()
    assert Maze.load(text) == maze and Maze.load(text).save() == text
    maze.braid(rng, 1)
    shorter, _ = best_first(maze, start, goal)
    print(text, f"braided: {len(maze.dead_ends())} dead ends, {len(shorter) - 1} <= {len(path) - 1} steps, perfect={maze.is_perfect()}")
print(*Maze.load("6c/39").draw(), *Maze(1, 1).draw(), sep="\n")
for bad in "8", "6c/3", "zz":
    try:
        print(Maze.load(bad))
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
