"""Poker: cards parsed and compared, hands ranked, the best five of seven, odds by counting, pots with side pots, a round that is dealt."""
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum, IntEnum, auto
from fractions import Fraction
from functools import cache, total_ordering
from itertools import combinations, groupby, product
from typing import Self


class Suit(Enum):
    CLUBS = "c"
    DIAMONDS = "d"
    HEARTS = "h"
    SPADES = "s"

    @property
    def sign(self):
        return dict(zip(Suit, "♣♦♥♠"))[self]


RANKS = "23456789TJQKA"


@total_ordering
@dataclass(frozen=True, slots=True)
class Card:
    rank: int
    suit: Suit

    @classmethod
    def parse(cls, text: str) -> Self:
        match [*text]:
            case [rank, suit] if rank.upper() in RANKS:
                return cls(RANKS.index(rank.upper()) + 2, Suit(suit.lower()))
            case ["1", "0", suit]:
                return cls(10, Suit(suit))
        raise ValueError(f"{text!r} is no card")

    def __lt__(self, other):
        return (self.rank, self.suit.value) < (other.rank, other.suit.value)

    def __str__(self):
        return RANKS[self.rank - 2] + self.suit.sign


def cards(text):
    found = [Card.parse(t) for t in text.split()]
    if doubled := [str(c) for c, n in Counter(found).items() if n > 1]:
        raise ValueError(f"twice: {', '.join(doubled)}")
    return found


class Kind(IntEnum):
    HIGH_CARD = auto()
    PAIR = auto()
    TWO_PAIRS = auto()
    THREE = auto()
    STRAIGHT = auto()
    FLUSH = auto()
    FULL_HOUSE = auto()
    FOUR = auto()
    STRAIGHT_FLUSH = auto()

    def __str__(self):
        return self.name.replace("_", " ").lower()


@cache
def shape(ranks):
    """The kind by the ranks alone, and the ranks in the order in which they decide."""
    counts = sorted(((n, r) for r, n in Counter(ranks).items()), reverse=True)
    order = tuple(r for _, r in counts)
    match [n for n, _ in counts]:
        case [4, 1]:
            return Kind.FOUR, order
        case [3, 2]:
            return Kind.FULL_HOUSE, order
        case [3, 1, 1]:
            return Kind.THREE, order
        case [2, 2, 1]:
            return Kind.TWO_PAIRS, order
        case [2, *_]:
            return Kind.PAIR, order
    if order[0] - order[4] == 4:
        return Kind.STRAIGHT, order[:1]
    if order == (14, 5, 4, 3, 2):
        return Kind.STRAIGHT, (5,)
    return Kind.HIGH_CARD, order


def value(five):
    kind, order = shape(tuple(sorted(c.rank for c in five)))
    if len({c.suit for c in five}) == 1:
        kind = Kind.STRAIGHT_FLUSH if kind is Kind.STRAIGHT else max(kind, Kind.FLUSH)
    return kind, order


def best(hand):
    return max(combinations(hand, 5), key=value)


def describe(hand):
    five = best(hand)
    kind, order = value(five)
    count = Counter(c.rank for c in five)
    text = " ".join(map(str, sorted(five, key=lambda c: (-count[c.rank], -c.rank))))
    return f"{text}  {kind} {''.join(RANKS[r - 2] for r in order)}"


@dataclass
class Player:
    name: str
    chips: int
    hand: list = field(default_factory=list)
    paid: int = 0
    folded: bool = False

    def pay(self, amount):
        amount = min(amount, self.chips)
        self.chips -= amount
        self.paid += amount
        return amount


class Table:
    def __init__(self, players, seed):
        self.players, self.rng = players, random.Random(seed)
        self.deck = [Card(r, s) for s, r in product(Suit, range(2, 15))]
        self.rng.shuffle(self.deck)
        self.board = []

    def deal(self):
        for _ in range(2):
            for p in self.players:
                p.hand.append(self.deck.pop())

    def bet(self, amounts):
        for p in self.players:
            if not p.folded and (amount := amounts.get(p.name)) is not None:
                if amount < 0:
                    p.folded = True
                else:
                    p.pay(amount)

    def open_cards(self, n):
        self.board += [self.deck.pop() for _ in range(n)]

    def pots(self):
        """Layers of what was paid: each is won among those who paid it."""
        levels = sorted({p.paid for p in self.players if not p.folded})
        below = 0
        for level in levels:
            size = sum(min(p.paid, level) - min(p.paid, below) for p in self.players)
            yield size, [p for p in self.players if p.paid >= level and not p.folded]
            below = level

    def showdown(self):
        for size, rivals in self.pots():
            ranked = sorted(rivals, key=lambda p: value(best(p.hand + self.board)), reverse=True)
            winners = next([*g] for _, g in groupby(ranked, key=lambda p: value(best(p.hand + self.board))))
            share, odd = divmod(size, len(winners))
            for i, p in enumerate(winners):
                p.chips += share + (i < odd)
            yield f"pot of {size} among {len(rivals)}: {', '.join(p.name for p in winners)}"


def odds(hands, board):
    """Exact chances when one card of the board is open."""
    used = {*board, *(c for h in hands for c in h)}
    rest = [c for s, r in product(Suit, range(2, 15)) if (c := Card(r, s)) not in used]
    wins = [Fraction()] * len(hands)
    for last in rest:
        scores = [value(best([*h, *board, last])) for h in hands]
        top = [i for i, s in enumerate(scores) if s == max(scores)]
        for i in top:
            wins[i] += Fraction(1, len(top) * len(rest))
    return wins


HANDS = """\
As Ks Qs Js Ts
5h 4h 3h 2h Ah
9c 9d 9h 9s 2d
Kd Kc Kh 4s 4d
2h 9h Jh 5h 7h
6c 5d 4h 3s 2c
Qd Qc Qh 8s 3d
Jd Jc 3h 3s 5d
Td 10c Kh 4s 2d
Ac Kd Jh 8s 3d
"""
parsed = [cards(line) for line in HANDS.splitlines()]
for hand in parsed:
    print(describe(hand))
print("in order:", all(value(a) > value(b) for a, b in zip(parsed, parsed[1:])))
print(describe(cards("Ah Kd 5c 4c 3c 2c Kc")), describe(cards("7h 7d 7c 9s 9d 9c 2h")), describe(cards("2h 3h 4h 5h 6c 7d 9h")), sep="\n")
for bad in "1x", "Ah Ah", "Zs", "Ax":
    try:
        print(cards(bad))
    except ValueError as error:
        print("ValueError:", error)
chances = odds([cards("Ah Ad"), cards("Ks Qs"), cards("7c 7d")], cards("Js Ts 7h 2c"))
print([f"{c} = {float(c):.1%}" for c in chances], sum(chances))
table = Table([Player("ann", 100), Player("bob", 40), Player("cid", 250), Player("dan", 250)], seed=7)
table.deal()
table.bet({"ann": 20, "bob": 20, "cid": 20, "dan": 20})
table.open_cards(3)
table.bet({"ann": 80, "bob": 80, "cid": 120, "dan": 120})
table.open_cards(2)
table.bet({"cid": 30, "dan": -1})
print("board:", *map(str, table.board))
for p in table.players:
    print(f"{p.name} {' '.join(map(str, p.hand))} paid {p.paid:>3}{' folded' if p.folded else '':8}", describe(p.hand + table.board))
print(*table.showdown(), sep="\n")
print({p.name: p.chips for p in table.players}, sum(p.chips for p in table.players))
rng, seen = random.Random(1), defaultdict(int)
deck = [Card(r, s) for s, r in product(Suit, range(2, 15))]
for _ in range(400):
    seen[value(rng.sample(deck, 5))[0]] += 1
print({str(k): seen[k] for k in sorted(seen)}, shape.cache_info().hits > 0, min(deck), max(deck))
