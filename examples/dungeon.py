"""Digs a dungeon: rooms, corridors, doors, monsters, treasure, and the shortest way from the stairs to the gold."""

import sys

from kit import Random

WALL, FLOOR, DOOR, START, GOLD = "#", ".", "+", "<", "$"
MONSTERS = {"r": ("rat", 3), "g": ("goblin", 7), "T": ("troll", 25), "D": ("dragon", 80)}


class Room:
    def __init__(self, x, y, width, height):
        self.x, self.y, self.width, self.height = x, y, width, height

    @property
    def center(self):
        return self.x + self.width // 2, self.y + self.height // 2

    def overlaps(self, other, margin=2):
        return (
            self.x - margin < other.x + other.width
            and other.x < self.x + self.width + margin
            and self.y - margin < other.y + other.height
            and other.y < self.y + self.height + margin
        )

    def cells(self):
        for y in range(self.y, self.y + self.height):
            for x in range(self.x, self.x + self.width):
                yield x, y

    def __contains__(self, cell):
        x, y = cell
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Dungeon:
    def __init__(self, width, height, seed):
        self.width, self.height = width, height
        self.random = Random(seed)
        self.grid = [[WALL] * width for _ in range(height)]
        self.rooms = []
        self.population = {}

    def __getitem__(self, cell):
        x, y = cell
        return self.grid[y][x]

    def __setitem__(self, cell, what):
        x, y = cell
        self.grid[y][x] = what

    def __str__(self):
        return "\n".join(map("".join, self.grid))

    def build(self, attempts=60):
        for _ in range(attempts):
            self.try_room()
        self.rooms.sort(key=lambda room: room.center)
        for one, other in zip(self.rooms, self.rooms[1:]):
            self.connect(one.center, other.center)
        self.hang_doors()
        self[self.rooms[0].center] = START
        self[self.rooms[-1].center] = GOLD
        for room in self.rooms[1:-1]:
            self.populate(room)
        return self

    def try_room(self):
        random = self.random
        width, height = random.between(4, 10), random.between(3, 6)
        room = Room(random.between(1, self.width - width - 2), random.between(1, self.height - height - 2), width, height)
        if any(room.overlaps(other) for other in self.rooms):
            return
        self.rooms.append(room)
        for cell in room.cells():
            self[cell] = FLOOR

    def connect(self, start, end):
        (x1, y1), (x2, y2) = start, end
        corner = (x2, y1) if self.random.chance(0.5) else (x1, y2)
        for (ax, ay), (bx, by) in ((start, corner), (corner, end)):
            for x in range(min(ax, bx), max(ax, bx) + 1):
                for y in range(min(ay, by), max(ay, by) + 1):
                    self[x, y] = FLOOR

    def hang_doors(self):
        """Where a corridor meets the outline of a room."""
        for y in range(1, self.height - 1):
            for x in range(1, self.width - 1):
                if self[x, y] != FLOOR or any((x, y) in room for room in self.rooms):
                    continue
                beside = [self[x - 1, y], self[x + 1, y], self[x, y - 1], self[x, y + 1]]
                near_room = any((x + dx, y + dy) in room for room in self.rooms for dx, dy in ((0, 1), (1, 0), (0, -1), (-1, 0)))
                if near_room and beside.count(WALL) == 2 and self.random.chance(0.8):
                    self[x, y] = DOOR

    def populate(self, room):
        for cell in self.random.sample(room.cells(), self.random.below(4)):
            if self[cell] == FLOOR:
                kind = self.random.choice("rrrrggT" if len(self.population) != 3 else "D")
                self[cell] = kind
                self.population[cell] = kind

    def find(self, what):
        for y, row in enumerate(self.grid):
            if what in row:
                return row.index(what), y
        raise LookupError(what)

    def shortest_path(self, start, goal):
        came_from, frontier = {start: None}, [start]
        while frontier and goal not in came_from:
            following = []
            for x, y in frontier:
                for cell in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                    if self[cell] != WALL and cell not in came_from:
                        came_from[cell] = x, y
                        following.append(cell)
            frontier = following
        path, cell = [], goal
        while cell is not None:
            path.append(cell)
            cell = came_from[cell]
        return path[::-1]


def explore(dungeon):
    path = dungeon.shortest_path(dungeon.find(START), dungeon.find(GOLD))
    met, health = [], 100
    for cell in path:
        if (kind := dungeon.population.get(cell)) is not None:
            name, strength = MONSTERS[kind]
            met.append(name)
            health -= strength
        elif dungeon[cell] == FLOOR:
            dungeon[cell] = "·"
    return len(path) - 1, met, health


def main(seed=2026):
    dungeon = Dungeon(70, 22, seed).build()
    print(dungeon)
    counts = {}
    for kind in dungeon.population.values():
        counts[MONSTERS[kind][0]] = counts.get(MONSTERS[kind][0], 0) + 1
    print(f"\n{len(dungeon.rooms)} rooms;", ", ".join(f"{n} {name}{'s' * (n > 1)}" for name, n in sorted(counts.items())))
    steps, met, health = explore(dungeon)
    print(f"{steps} steps to the gold, past {', '.join(met) or 'nobody'}; health {health}\n")
    print(dungeon)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
