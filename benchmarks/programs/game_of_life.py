"""Conway's Game of Life on a set of cells, on a list of lists that wraps around, and in the bits of integers."""

GLIDER_GUN = """
........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................
"""


def parse(picture):
    lines = picture.strip().splitlines()
    return {(x, y) for y, line in enumerate(lines) for x, c in enumerate(line) if c == "O"}


def step_set(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = x + dx, y + dy
                    counts[key] = counts.get(key, 0) + 1
    return {cell for cell, count in counts.items() if count == 3 or count == 2 and cell in cells}


def step_lists(rows):
    height, width = len(rows), len(rows[0])
    result = []
    for y in range(height):
        above, row, below = rows[y - 1], rows[y], rows[(y + 1) % height]
        line = []
        for x in range(width):
            left, right = x - 1, (x + 1) % width
            count = above[left] + above[x] + above[right] + row[left] + row[right] + below[left] + below[x] + below[right]
            line.append(1 if count == 3 or (count == 2 and row[x]) else 0)
        result.append(line)
    return result


def step_bits(rows):
    """Eight neighbours added at once, one binary digit of all counts an integer; nothing wraps around."""
    result = []
    padded = [0, *rows, 0]
    for above, row, below in zip(padded, padded[1:], padded[2:]):
        ones = twos = fours = 0
        for line in (above << 1, above, above >> 1, row << 1, row >> 1, below << 1, below, below >> 1):
            carry = ones & line
            ones ^= line
            more = twos & carry
            twos ^= carry
            fours |= more
        result.append(twos & ~fours & (ones | row))
    return result


def run(cells, size, generations):
    offset = size // 4
    rows = [[int((x - offset, y - offset) in cells) for x in range(size)] for y in range(size)]
    bits = [sum(1 << x for x, alive in enumerate(row) if alive) for row in rows]
    for _ in range(generations):
        cells = step_set(cells)
        rows = step_lists(rows)
        bits = step_bits(bits)
    assert sum(map(sum, rows)) == sum(row.bit_count() for row in bits) == len(cells)
    return len(cells), sorted(cells)[-1]


def main(generations=150):
    result = run(parse(GLIDER_GUN), 96, generations)
    assert generations != 150 or result == (61, (55, 40)), result
    return result


def show(cells):
    for y in range(9):
        print("".join("O" if (x, y) in cells else "." for x in range(36)))


if __name__ == "__main__":
    print("game_of_life:", *main())
    cells = parse(GLIDER_GUN)
    for _ in range(30):
        cells = step_set(cells)
    show(cells)
