"""Othello played by two programs: alpha-beta search with a weighted board against a greedy player."""

SIZE = 10  # eight squares and a border
DIRECTIONS = (-11, -10, -9, -1, 1, 9, 10, 11)
EMPTY, BLACK, WHITE, BORDER = ".", "@", "o", "?"
SQUARES = [square for square in range(11, 89) if 1 <= square % 10 <= 8]
QUARTER = [[120, -20, 20, 5], [-20, -40, -5, -5], [20, -5, 15, 3], [5, -5, 3, 3]]


def make_weights():
    weights = [0] * 100
    for square in SQUARES:
        row, column = divmod(square, 10)
        row, column = min(row - 1, 8 - row), min(column - 1, 8 - column)
        weights[square] = QUARTER[row][column]
    return weights


WEIGHTS = make_weights()


def opponent(player):
    return BLACK if player is WHITE else WHITE


class Board:
    def __init__(self, squares=None):
        if squares is None:
            squares = [BORDER] * 100
            for square in SQUARES:
                squares[square] = EMPTY
            squares[44] = squares[55] = WHITE
            squares[45] = squares[54] = BLACK
        self.squares = squares

    def bracket(self, square, player, direction):
        """The far end of the line that a move would turn over, or None."""
        squares, other = self.squares, opponent(player)
        at = square + direction
        if squares[at] != other:
            return None
        while squares[at] == other:
            at += direction
        return at if squares[at] == player else None

    def is_legal(self, square, player):
        return self.squares[square] == EMPTY and any(self.bracket(square, player, d) for d in DIRECTIONS)

    def moves(self, player):
        return [square for square in SQUARES if self.is_legal(square, player)]

    def play(self, square, player):
        squares = self.squares[:]
        for direction in DIRECTIONS:
            end = self.bracket(square, player, direction)
            if end is not None:
                for at in range(square, end, direction):
                    squares[at] = player
        squares[square] = player
        return Board(squares)

    def count(self, player):
        return self.squares.count(player)

    def score(self, player):
        other, total = opponent(player), 0
        for square in SQUARES:
            piece = self.squares[square]
            if piece == player:
                total += WEIGHTS[square]
            elif piece == other:
                total -= WEIGHTS[square]
        return total

    def __str__(self):
        return "\n".join(" ".join(self.squares[row * 10 + 1:row * 10 + 9]) for row in range(1, 9))


class Searcher:
    def __init__(self, depth):
        self.depth = depth
        self.visited = 0

    def choose(self, board, player):
        return self.search(board, player, -10**6, 10**6, self.depth)[1]

    def search(self, board, player, alpha, beta, depth):
        self.visited += 1
        if depth == 0:
            return board.score(player), None
        moves = board.moves(player)
        other = opponent(player)
        if not moves:
            if not board.moves(other):
                return (board.count(player) - board.count(other)) * 1000, None
            return -self.search(board, other, -beta, -alpha, depth - 1)[0], None
        best = moves[0]
        for move in moves:
            if alpha >= beta:
                break
            value = -self.search(board.play(move, player), other, -beta, -alpha, depth - 1)[0]
            if value > alpha:
                alpha, best = value, move
        return alpha, best


class Greedy:
    def choose(self, board, player):
        return max(board.moves(player), key=lambda move: (board.play(move, player).count(player), -move))


def play(players):
    board, player, record = Board(), BLACK, []
    while True:
        if not board.moves(player):
            player = opponent(player)
            if not board.moves(player):
                return board, record
        move = players[player].choose(board, player)
        assert board.is_legal(move, player)
        record.append(move)
        board = board.play(move, player)
        player = opponent(player)


def main(depth=4):
    searcher = Searcher(depth)
    board, record = play({BLACK: searcher, WHITE: Greedy()})
    result = board.count(BLACK), board.count(WHITE), searcher.visited, record[:6]
    assert depth != 4 or result == (39, 25, 39575, [34, 33, 32, 22, 43, 35]), result
    return result


if __name__ == "__main__":
    print("othello_player:", *main())
    print(play({BLACK: Greedy(), WHITE: Searcher(1)})[0])
