"""Tournaments: round robin by rotation, Swiss pairing with backtracking, knock-out brackets, tables with tie-breaks, ratings."""
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import cmp_to_key, reduce
from itertools import batched, chain, combinations, zip_longest
from operator import attrgetter
from random import Random


class Result(Enum):
    HOME = (3, 0)
    DRAW = (1, 1)
    AWAY = (0, 3)

    @classmethod
    def of(cls, home, away):
        return cls.HOME if home > away else cls.AWAY if away > home else cls.DRAW


@dataclass(frozen=True)
class Match:
    home: str
    away: str
    goals: tuple[int, int] | None = None

    def play(self, strength, rng):
        odds = strength[self.home] + 5, strength[self.away]
        return Match(self.home, self.away, tuple(sum(rng.random() * 130 < o for _ in range(4)) for o in odds))

    def __str__(self):
        return f"{self.home} {'{}:{}'.format(*self.goals) if self.goals else '-'} {self.away}"


@dataclass
class Row:
    team: str
    results: Counter = field(default_factory=Counter)
    scored: int = 0
    conceded: int = 0
    points: int = 0
    form: str = ""

    @property
    def difference(self):
        return self.scored - self.conceded

    def __iadd__(self, result):
        mine, other, points = result
        self.scored += mine
        self.conceded += other
        self.points += points
        letter = {3: "W", 1: "D", 0: "L"}[points]
        self.results[letter] += 1
        self.form = (self.form + letter)[-5:]
        return self


def round_robin(teams, double=False):
    """The circle method: the first stays, the others rotate; sides alternate."""
    ring = [*teams] + [None] * (len(teams) % 2)
    rounds = []
    for n in range(len(ring) - 1):
        half = len(ring) // 2
        pairs = zip(ring[:half], reversed(ring[half:]))
        rounds.append([Match(*((a, b) if (n + i) % 2 else (b, a))) for i, (a, b) in enumerate(pairs) if a and b])
        ring[1:] = ring[-1:] + ring[1:-1]
    return rounds + [[Match(m.away, m.home) for m in r] for r in rounds] if double else rounds


class League:
    def __init__(self, teams):
        self.rows = {t: Row(t) for t in teams}
        self.played = []

    def record(self, match):
        self.played.append(match)
        (h, a), (hp, ap) = match.goals, Result.of(*match.goals).value
        self.rows[match.home] += h, a, hp
        self.rows[match.away] += a, h, ap

    def compare(self, a, b):
        """Points, then direct matches, then difference, then goals, then the name."""
        direct = sum(
            (1 if m.home == a.team else -1) * (m.goals[0] - m.goals[1]) for m in self.played if {m.home, m.away} == {a.team, b.team}
        )
        keys = [b.points - a.points, -direct, b.difference - a.difference, b.scored - a.scored, (a.team > b.team) - (a.team < b.team)]
        return next((k for k in keys if k), 0)

    def table(self):
        return sorted(self.rows.values(), key=cmp_to_key(self.compare))

    def print(self):
        for place, row in enumerate(self.table(), 1):
            r = row.results
            print(f"{place}. {row.team:<8}{r.total():>3} {r['W']}-{r['D']}-{r['L']} {row.scored:>3}:{row.conceded:<3}{row.difference:>+4}{row.points:>4} {row.form}")


def swiss_pairs(standing, met):
    """Pairs neighbours in the standing who did not meet; an odd one out is the lowest without a bye."""
    players = [*standing]
    pairs = []
    if len(players) % 2:
        bye = next(p for p in reversed(players) if frozenset([p]) not in met)
        players.remove(bye)
        pairs.append((bye,))

    def pair(rest):
        if not rest:
            return []
        first, *others = rest
        for other in others:
            if frozenset([first, other]) not in met:
                tail = pair([p for p in others if p != other])
                if tail is not None:
                    return [(first, other), *tail]
        return None

    found = pair(players)
    return None if found is None else found + pairs


def swiss(strength, rounds):
    scores, met, opponents = dict.fromkeys(strength, Fraction()), set(), defaultdict(list)

    def buchholz(player):
        return sum((scores[o] for o in opponents[player]), Fraction())

    for number in range(1, rounds + 1):
        standing = sorted(scores, key=lambda p: (-scores[p], -strength[p], p))
        pairs = swiss_pairs(standing, met)
        if pairs is None:
            print(f"round {number}: no pairing is left")
            break
        texts = []
        for pair in pairs:
            met.add(frozenset(pair))
            if len(pair) == 1:
                scores[pair[0]] += 1
                texts.append(f"{pair[0]} free")
                continue
            a, b = pair
            opponents[a].append(b)
            opponents[b].append(a)
            gap = strength[a] - strength[b]
            won = Fraction(1, 2) if abs(gap) < 4 else Fraction(gap > 0)
            scores[a] += won
            scores[b] += 1 - won
            texts.append(f"{a}{'>' if won == 1 else '<' if not won else '='}{b}")
        print(f"round {number}:", *texts)
    for p in sorted(scores, key=lambda p: (-scores[p], -buchholz(p), p)):
        print(f"   {p:6} {float(scores[p]):>4} {float(buchholz(p)):>5}  met {' '.join(opponents[p])}")


def seeds(size):
    """The order of a bracket in which the best meet last."""
    return reduce(lambda order, _: [*chain.from_iterable((s, 2 * len(order) + 1 - s) for s in order)], range(size.bit_length() - 1), [1])


def knock_out(ranked, winner):
    size = 1 << (len(ranked) - 1).bit_length()
    alive = [ranked[s - 1] if s <= len(ranked) else None for s in seeds(size)]
    while len(alive) > 1:
        pairs = [*batched(alive, 2)]
        print(f"{len(alive):>3} left:", ", ".join(f"{a or b} goes on" if None in (a, b) else f"{a} v {b}" for a, b in pairs))
        alive = [a or b if None in (a, b) else winner(a, b) for a, b in pairs]
    return alive[0]


def elo(ratings, matches, k=24):
    ratings = dict(ratings)
    for m in matches:
        expected = 1 / (1 + 10 ** ((ratings[m.away] - ratings[m.home]) / 400))
        actual = {Result.HOME: 1, Result.DRAW: 0.5, Result.AWAY: 0}[Result.of(*m.goals)]
        change = k * (actual - expected)
        ratings[m.home] += change
        ratings[m.away] -= change
    return ratings


TEAMS = {"Athens": 74, "Berlin": 68, "Cairo": 61, "Dakar": 55, "Essen": 47}
calendar = round_robin(TEAMS, double=True)
for number, matches in enumerate(calendar[:5], 1):
    print(f"day {number}:", *matches, sep="  ")
games = Counter(frozenset((m.home, m.away)) for m in chain(*calendar))
print("every pair twice:", games == Counter({frozenset(p): 2 for p in combinations(TEAMS, 2)}))
homes = Counter(m.home for m in chain(*calendar))
print("home games:", sorted(homes.items()))
league, rng = League(TEAMS), Random(2024)
for match in chain(*calendar):
    league.record(match.play(TEAMS, rng))
print(*map("  ".join, zip_longest(*batched(map(str, league.played), 10), fillvalue="")), sep="\n")
league.print()
ratings = elo(dict.fromkeys(TEAMS, 1500.0), league.played)
print({t: round(r) for t, r in sorted(ratings.items(), key=lambda i: -i[1])}, round(sum(ratings.values())))
swiss({"ada": 90, "ben": 88, "cyd": 80, "dov": 77, "eli": 70, "fay": 69, "gus": 50}, 4)
swiss({"x": 3, "y": 2}, 3)
print(seeds(1), seeds(8), sep="\n")
ranked = [r.team for r in league.table()]
print("champion:", knock_out(ranked, lambda a, b: min(a, b, key=ranked.index)))
print("upset:", knock_out("ABCDEFGH", max), max(league.rows.values(), key=attrgetter("scored")).team)
