"""Sudoku by constraint propagation over dictionaries of candidate strings, and by search."""

DIGITS = "123456789"
ROWS = "ABCDEFGHI"
SQUARES = [r + c for r in ROWS for c in DIGITS]
UNIT_LIST = (
    [[r + c for r in ROWS] for c in DIGITS]
    + [[r + c for c in DIGITS] for r in ROWS]
    + [[r + c for r in rs for c in cs] for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
)
UNITS = {s: [unit for unit in UNIT_LIST if s in unit] for s in SQUARES}
PEERS = {s: {p for unit in UNITS[s] for p in unit} - {s} for s in SQUARES}

PUZZLES = [
    "..3.2.6..9..3.5..1..18.64....81.29..7.......8..67.82....26.95..8..2.3..9..5.1.3..",
    "2...8.3...6..7..84.3.5..2.9...1.54.8.........4.27.6...3.1..7.4.72..4..6...4.1...3",
    "......9.7...42.18....7.5.261..9.4....5.....4....5.7..992.1.8....34.59...5.7......",
    ".3..5..4...8.1.5..46.....12.7.5.2.8....6.3....4.1.9.3.25.....98..1.2.6...8..6..2.",
    "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......",
]


class Contradiction(Exception):
    pass


def solve(puzzle):
    values = dict.fromkeys(SQUARES, DIGITS)
    for square, character in zip(SQUARES, puzzle, strict=True):
        if character in DIGITS:
            assign(values, square, character)
    return search(values)


def assign(values, square, digit):
    for other in values[square].replace(digit, ""):
        eliminate(values, square, other)


def eliminate(values, square, digit):
    if digit not in values[square]:
        return
    values[square] = left = values[square].replace(digit, "")
    if not left:
        raise Contradiction(square)
    if len(left) == 1:
        for peer in SQUARE_PEERS[square]:
            eliminate(values, peer, left)
    for unit in UNITS[square]:
        match [s for s in unit if digit in values[s]]:
            case []:
                raise Contradiction(square)
            case [only]:
                assign(values, only, digit)


SQUARE_PEERS = {square: sorted(peers) for square, peers in PEERS.items()}


def search(values):
    open_squares = [(len(v), s) for s, v in values.items() if len(v) > 1]
    if not open_squares:
        return values
    _, square = min(open_squares)
    for digit in values[square]:
        attempt = values.copy()
        try:
            assign(attempt, square, digit)
            return search(attempt)
        except Contradiction:
            continue
    raise Contradiction(square)


def show(values):
    return "".join(values[square] for square in SQUARES)


def relabelled(puzzle, shift):
    """The same puzzle with other digits."""
    return puzzle.translate({ord(d): DIGITS[(i + shift) % 9] for i, d in enumerate(DIGITS)})


def main():
    solved = []
    for shift in range(27):
        for puzzle in (relabelled(puzzle, shift) for puzzle in PUZZLES):
            solution = show(solve(puzzle))
            assert all(p in (".", s) for p, s in zip(puzzle, solution))
            solved.append(solution)
    for solution in solved:
        values = dict(zip(SQUARES, solution))
        assert all({values[s] for s in unit} == set(DIGITS) for unit in UNIT_LIST)
    return solved[:len(PUZZLES)]


if __name__ == "__main__":
    for solution in main():
        print("sudoku_solver:", solution)
