"""Chess: positions from FEN, legal move generation with castling, en passant and promotion, perft counts, SAN, and a small search."""
from dataclasses import dataclass, replace
from functools import lru_cache

N, E, S, W = -10, 1, 10, -1
STEPS = {"N": (N + N + E, N + N + W, S + S + E, S + S + W, E + E + N, E + E + S, W + W + N, W + W + S), "B": (N + E, N + W, S + E, S + W), "R": (N, E, S, W)}
STEPS["Q"] = STEPS["K"] = STEPS["B"] + STEPS["R"]
VALUES = {"P": 100, "N": 320, "B": 330, "R": 500, "Q": 900, "K": 0}
A8, H1 = 21, 98
START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1"


def name(square):
    return "abcdefgh"[square % 10 - 1] + str(10 - square // 10)


def square(text):
    return (10 - int(text[1])) * 10 + ord(text[0]) - 96


@dataclass(frozen=True)
class Move:
    origin: int
    target: int
    promotion: str = ""

    def __str__(self):
        return name(self.origin) + name(self.target) + self.promotion.lower()


@dataclass(frozen=True)
class Position:
    """The board is 12 by 10 with a border; white pieces are upper case."""

    board: str
    white: bool
    castling: str
    passant: int

    @classmethod
    def parse(cls, fen):
        rows, side, castling, passant, *_ = fen.split()
        cells = "".join("." * int(c) if c.isdigit() else c for c in rows.replace("/", ""))
        if len(cells) != 64:
            raise ValueError(f"bad board in {fen!r}")
        lines = [" " * 10] * 2 + [f" {cells[i : i + 8]} " for i in range(0, 64, 8)] + [" " * 10] * 2
        return cls("".join(lines), side == "w", castling, 0 if passant == "-" else square(passant))

    def fen(self):
        rows = []
        for r in range(2, 10):
            row, gap = "", 0
            for c in self.board[r * 10 + 1 : r * 10 + 9]:
                if c == ".":
                    gap += 1
                else:
                    row, gap = row + (str(gap) if gap else "") + c, 0
            rows.append(row + (str(gap) if gap else ""))
        return f"{'/'.join(rows)} {'w' if self.white else 'b'} {self.castling or '-'} {name(self.passant) if self.passant else '-'}"

    def own(self, c):
        return c.isupper() if self.white else c.islower()

    def enemy(self, c):
        return c.islower() if self.white else c.isupper()

    def pseudo_moves(self):
        forward, home, last = (N, 8, 2) if self.white else (S, 3, 9)
        for origin, piece in enumerate(self.board):
            if not self.own(piece):
                continue
            kind = piece.upper()
            if kind == "P":
                targets = []
                if self.board[origin + forward] == ".":
                    targets.append(origin + forward)
                    if origin // 10 == home and self.board[origin + 2 * forward] == ".":
                        targets.append(origin + 2 * forward)
                targets += [t for t in (origin + forward + E, origin + forward + W) if self.enemy(self.board[t]) or t == self.passant and self.passant]
                for target in targets:
                    if target // 10 == last:
                        yield from (Move(origin, target, p) for p in "QRBN")
                    else:
                        yield Move(origin, target)
                continue
            for step in STEPS[kind]:
                target = origin + step
                while self.board[target] == "." or self.enemy(self.board[target]):
                    yield Move(origin, target)
                    if self.board[target] != "." or kind in "NK":
                        break
                    target += step
        yield from self.castling_moves()

    def castling_moves(self):
        king = square("e1" if self.white else "e8")
        for right, empty, safe, target in (("K", (1, 2), (0, 1, 2), 2), ("Q", (-1, -2, -3), (0, -1, -2), -2)):
            if (right if self.white else right.lower()) in self.castling and all(self.board[king + d] == "." for d in empty):
                if not any(self.attacked(king + d, not self.white) for d in safe):
                    yield Move(king, king + target)

    def attacked(self, target, by_white):
        case = str.upper if by_white else str.lower
        for kind in "NBRQK":
            for step in STEPS[kind]:
                at = target + step
                while self.board[at] == "." and kind not in "NK":
                    at += step
                if self.board[at] == case(kind):
                    return True
        back = S if by_white else N
        return any(self.board[target + back + side] == case("P") for side in (E, W))

    def play(self, move):
        board = list(self.board)
        piece = board[move.origin]
        board[move.origin], board[move.target] = ".", (move.promotion if self.white else move.promotion.lower()) or piece
        passant = 0
        if piece in "Pp":
            if move.target == self.passant and self.passant:
                board[move.target + (S if self.white else N)] = "."
            if abs(move.target - move.origin) == 20:
                passant = (move.target + move.origin) // 2
        elif piece in "Kk" and abs(move.target - move.origin) == 2:
            rook, to = (move.target + 1, move.target - 1) if move.target > move.origin else (move.target - 2, move.target + 1)
            board[to], board[rook] = board[rook], "."
        lost = {"e1": "KQ", "a1": "Q", "h1": "K", "e8": "kq", "a8": "q", "h8": "k"}
        castling = self.castling
        for s in (name(move.origin), name(move.target)):
            castling = "".join(c for c in castling if c not in lost.get(s, ""))
        return Position("".join(board), not self.white, castling, passant)

    def in_check(self, white):
        return self.attacked(self.board.index("K" if white else "k"), not white)

    @lru_cache(maxsize=5000)
    def moves(self):
        return tuple(m for m in self.pseudo_moves() if not self.play(m).in_check(self.white))

    def san(self, move):
        piece = self.board[move.origin].upper()
        after = self.play(move)
        suffix = ("+" if after.moves() else "#") if after.in_check(after.white) else ""
        if piece == "K" and abs(move.target - move.origin) == 2:
            return ("O-O" if move.target > move.origin else "O-O-O") + suffix
        capture = self.board[move.target] != "." or piece == "P" and move.target == self.passant
        if piece == "P":
            prefix = name(move.origin)[0] if capture else ""
        else:
            rivals = [m.origin for m in self.moves() if m.target == move.target and m.origin != move.origin and self.board[m.origin].upper() == piece]
            prefix = piece
            if rivals:
                file, rank = name(move.origin)
                prefix += file if all(name(r)[0] != file for r in rivals) else rank if all(name(r)[1] != rank for r in rivals) else file + rank
        return prefix + "x" * capture + name(move.target) + (f"={move.promotion}" if move.promotion else "") + suffix

    def find(self, text):
        for move in self.moves():
            if text in (str(move), self.san(move)):
                return move
        raise ValueError(f"{text} is not legal")

    def score(self):
        total = 0
        for at, c in enumerate(self.board):
            if c.isalpha():
                centre = 8 - abs(at % 10 * 2 - 9) // 2 - abs(at // 10 * 2 - 11) // 2
                total += (VALUES[c.upper()] + centre) * (1 if c.isupper() else -1)
        return total if self.white else -total

    def __str__(self):
        return "\n".join(f"{10 - r} " + " ".join(self.board[r * 10 + 1 : r * 10 + 9]) for r in range(2, 10)) + "\n  a b c d e f g h"


def perft(position, depth):
    if depth == 0:
        return 1
    moves = position.moves()
    return len(moves) if depth == 1 else sum(perft(position.play(m), depth - 1) for m in moves)


def search(position, depth, alpha=-100_000, beta=100_000):
    moves = sorted(position.moves(), key=lambda m: (-VALUES.get(position.board[m.target].upper(), 0), str(m)))
    if not moves:
        return (-50_000 - depth if position.in_check(position.white) else 0), []
    if depth == 0:
        return position.score(), []
    best = []
    for move in moves:
        value, line = search(position.play(move), depth - 1, -beta, -alpha)
        if -value > alpha:
            alpha, best = -value, [move, *line]
            if alpha >= beta:
                break
    return alpha, best


start = Position.parse(START)
print(start, start.fen(), sep="\n")
print([perft(start, d) for d in (1, 2)], len(start.moves()), sorted(start.san(m) for m in start.moves())[:6])
kiwi = Position.parse("r3k2r/p1ppqpb1/bn2pnp1/3PN3/1p2P3/2N2Q1p/PPPBBPPP/R3K2R w KQkq - 0 1")
print(perft(kiwi, 1), perft(kiwi, 2), sorted(kiwi.san(m) for m in kiwi.moves() if "x" in kiwi.san(m) or "O" in kiwi.san(m)))
print(perft(Position.parse("8/2p5/3p4/KP5r/1R3p1k/8/4P1P1/8 w - - 0 1"), 3), perft(Position.parse("n1n5/PPPk4/8/8/8/8/4Kppp/5N1N b - - 0 1"), 2))
game = start
for text in "e4 e5 Nf3 Nc6 Bc4 Nf6 Ng5 d5 exd5 Nxd5 Nxf7 Kxf7 Qf3+ Ke6 Nc3 Nb4 O-O".split():
    move = game.find(text)
    assert game.san(move) == text
    game = game.play(move)
print(game, game.fen(), game.in_check(game.white), sep="\n")
passant = Position.parse("8/8/8/1k6/3Pp3/8/8/4K3 b - d3 0 1")
print(sorted(passant.san(m) for m in passant.moves()), passant.play(passant.find("exd3")).fen())
print(Position.parse("7k/P7/8/8/8/8/8/K7 w - - 0 1").find("a8=N"), sorted(map(str, Position.parse("R6R/8/8/3k4/8/8/8/K6R w - - 0 1").moves()))[:3], Position.parse("R6R/8/8/3k4/8/8/8/K6R w - - 0 1").san(Move(square("h1"), square("h4"))))
for fen in ["6k1/5ppp/8/8/8/8/8/R3K3 w Q - 0 1", "k7/8/K7/8/8/8/8/6Q1 w - - 0 1", "7k/5Q2/6K1/8/8/8/8/8 b - - 0 1", "4k3/8/8/3q4/4P3/8/8/4K3 w - - 0 1"]:
    position = Position.parse(fen)
    value, line = search(position, 2)
    sans, current = [], position
    for move in line:
        sans.append(current.san(move))
        current = current.play(move)
    print(fen, value, sans)
for bad in [lambda: start.find("e5"), lambda: Position.parse("8/8 w - - 0 1"), lambda: kiwi.find("Kd2"), lambda: setattr(start, "white", False)]:
    try:
        print("fine", bad())
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(replace(start, white=False).fen())
