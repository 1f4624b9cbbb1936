"""The eight puzzle by A* with a binary heap of its own: tuples as dictionary keys, priorities, paths."""

GOAL = (1, 2, 3, 4, 5, 6, 7, 8, 0)


class Heap:
    """A binary min-heap of (priority, order, item)."""

    def __init__(self):
        self.entries = []
        self.order = 0

    def __bool__(self):
        return bool(self.entries)

    def push(self, priority, item):
        self.order += 1
        entries = self.entries
        entries.append((priority, self.order, item))
        child = len(entries) - 1
        while child:
            parent = (child - 1) // 2
            if entries[parent] <= entries[child]:
                break
            entries[parent], entries[child] = entries[child], entries[parent]
            child = parent

    def pop(self):
        entries = self.entries
        top, last = entries[0], entries.pop()
        if entries:
            entries[0] = last
            self.sink(0)
        return top[2]

    def sink(self, parent):
        entries, size = self.entries, len(self.entries)
        while (child := 2 * parent + 1) < size:
            if child + 1 < size and entries[child + 1] < entries[child]:
                child += 1
            if entries[parent] <= entries[child]:
                return
            entries[parent], entries[child] = entries[child], entries[parent]
            parent = child


def neighbours():
    table = []
    for cell in range(9):
        row, column = divmod(cell, 3)
        steps = [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
        table.append([3 * r + c for r, c in steps if 0 <= r < 3 and 0 <= c < 3])
    return table


NEIGHBOURS = neighbours()
DISTANCE = [[abs(a // 3 - b // 3) + abs(a % 3 - b % 3) for b in range(9)] for a in range(9)]


def estimate(board):
    return sum(DISTANCE[cell][tile - 1] for cell, tile in enumerate(board) if tile)


def moves(board):
    gap = board.index(0)
    for cell in NEIGHBOURS[gap]:
        tiles = list(board)
        tiles[gap], tiles[cell] = tiles[cell], 0
        yield tuple(tiles)


def solve(start):
    came_from = {start: None}
    cost = {start: 0}
    open_boards = Heap()
    open_boards.push(estimate(start), start)
    while open_boards:
        board = open_boards.pop()
        if board == GOAL:
            return path(came_from, board), len(cost)
        reached = cost[board] + 1
        for following in moves(board):
            if following not in cost or reached < cost[following]:
                cost[following] = reached
                came_from[following] = board
                open_boards.push(reached + estimate(following), following)
    return None, len(cost)


def path(came_from, board):
    boards = []
    while board is not None:
        boards.append(board)
        board = came_from[board]
    return boards[::-1]


STARTS = [(8, 6, 7, 2, 5, 4, 3, 0, 1), (8, 1, 3, 4, 0, 2, 7, 6, 5), (1, 2, 3, 4, 5, 6, 0, 7, 8),
          (5, 4, 0, 6, 1, 8, 7, 3, 2), (6, 4, 7, 8, 5, 0, 3, 2, 1)]


def main():
    results = []
    for start in STARTS:
        boards, seen = solve(start)
        assert boards[0] == start and all(b in moves(a) for a, b in zip(boards, boards[1:]))
        results.append((len(boards) - 1, seen))
    assert results == [(31, 28951), (14, 128), (2, 5), (22, 974), (31, 28951)], results
    return results


if __name__ == "__main__":
    for steps, seen in main():
        print(f"sliding_puzzle: {steps} moves, {seen} boards seen")
