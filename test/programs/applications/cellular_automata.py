"""Cellular automata: life on a sparse board, elementary rules, a forest fire, Langton's ant and a tiny Wireworld."""
import random
from collections import Counter, deque
from functools import partial
from itertools import islice, product

GLIDER_GUN = """\
........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................"""


def parse(text, origin=(0, 0)):
    return frozenset((x + origin[0], y + origin[1]) for y, line in enumerate(text.splitlines()) for x, c in enumerate(line) if c == "O")


def life(cells, born=frozenset({3}), survives=frozenset({2, 3})):
    counts = Counter((x + dx, y + dy) for x, y in cells for dx, dy in product((-1, 0, 1), repeat=2) if dx or dy)
    return frozenset(c for c, n in counts.items() if n in (survives if c in cells else born))


def iterate(function, state):
    while True:
        yield state
        state = function(state)


def draw(cells, box=None):
    if not cells:
        return "(empty)"
    xs, ys = zip(*cells)
    x1, y1, x2, y2 = box or (min(xs), min(ys), max(xs), max(ys))
    return "\n".join("".join("O" if (x, y) in cells else "." for x in range(x1, x2 + 1)) for y in range(y1, y2 + 1))


def normal(cells):
    x, y = min(c[0] for c in cells), min(c[1] for c in cells)
    return frozenset((a - x, b - y) for a, b in cells)


def classify(cells, limit=200):
    """What becomes of a pattern: (kind, period, generation)."""
    seen = {}
    for generation, state in enumerate(islice(iterate(life, cells), limit)):
        if not state:
            return "dies", 0, generation
        key = normal(state)
        if key in seen:
            before, corner = seen[key]
            moved = (min(x for x, _ in state), min(y for _, y in state)) != corner
            period = generation - before
            return ("moves" if moved else "still" if period == 1 else "oscillates"), period, before
        seen[key] = generation, (min(x for x, _ in state), min(y for _, y in state))
    return "unknown", 0, limit


def elementary(rule, width, generations, start=None):
    row = start or "." * (width // 2) + "#" + "." * (width - width // 2 - 1)
    for _ in range(generations):
        yield row
        padded = row[-1] + row + row[0]
        row = "".join("#" if rule >> sum((c == "#") << (2 - i) for i, c in enumerate(padded[j : j + 3])) & 1 else "." for j in range(width))


class Forest:
    def __init__(self, width, height, seed):
        self.rng, self.width, self.height = random.Random(seed), width, height
        self.trees = {(x, y): "T" if self.rng.random() < 0.62 else " " for y in range(height) for x in range(width)}

    def burn(self, start):
        front, burnt, time = deque([(start, 0)]), set(), 0
        while front:
            place, time = front.popleft()
            if self.trees.get(place) != "T" or place in burnt:
                continue
            burnt.add(place)
            front.extend(((place[0] + dx, place[1] + dy), time + 1) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)))
        return burnt, time

    def show(self, burnt):
        return "\n".join("".join("*" if (x, y) in burnt else self.trees[x, y] for x in range(self.width)) for y in range(self.height))


def ant(steps):
    black, x, y, dx, dy = set(), 0, 0, 0, -1
    for _ in range(steps):
        if (x, y) in black:
            black.remove((x, y))
            dx, dy = dy, -dx
        else:
            black.add((x, y))
            dx, dy = -dy, dx
        x, y = x + dx, y + dy
    return black, (x, y)


WIRE = """\
 tH....
.      .
 ...... ..."""


def wireworld(state):
    result = {}
    for (x, y), cell in state.items():
        match cell:
            case "H":
                result[x, y] = "t"
            case "t":
                result[x, y] = "."
            case _:
                heads = sum(state.get((x + dx, y + dy)) == "H" for dx, dy in product((-1, 0, 1), repeat=2))
                result[x, y] = "H" if heads in (1, 2) else "."
    return result


patterns = {"block": "OO\nOO", "blinker": "OOO", "glider": ".O.\n..O\nOOO", "toad": ".OOO\nOOO.", "beehive": ".OO.\nO..O\n.OO.", "pulsar": "..OOO...OOO\n\nO....O.O....O\nO....O.O....O\nO....O.O....O\n..OOO...OOO\n\n..OOO...OOO\nO....O.O....O\nO....O.O....O\nO....O.O....O\n\n..OOO...OOO", "lonely": "O", "diehard": "......O.\nOO......\n.O...OOO", "spaceship": ".O..O\nO....\nO...O\nOOOO."}
for name, text in patterns.items():
    print(f"{name:<10}", *classify(parse(text)))
gun = parse(GLIDER_GUN)
states = list(islice(iterate(life, gun), 61))
print([len(s) for s in states[::10]], draw(states[60]), sep="\n")
high = partial(life, born=frozenset({3, 6}))
replicator = parse("..OOO\n.O..O\nO...O\nO..O.\nOOO..")
print([len(s) for s in islice(iterate(high, replicator), 13)])
for rule in (30, 90, 110):
    print(f"rule {rule}", *elementary(rule, 31, 10), sep="\n")
print(Counter("".join(elementary(184, 20, 12, start="##.#.###..#.#..##.#."))))
forest = Forest(30, 8, 21)
burnt, time = forest.burn((15, 4))
print(forest.show(burnt), len(burnt), time, sep="\n")
black, place = ant(11_000)
print(len(black), place, draw(ant(300)[0]), sep="\n")
wires = {(x, y): c for y, line in enumerate(WIRE.splitlines()) for x, c in enumerate(line) if c != " "}
for generation, state in enumerate(islice(iterate(wireworld, wires), 4)):
    print(generation, *("".join(state.get((x, y), " ") for x in range(11)).rstrip() for y in range(3)), sep="\n")
