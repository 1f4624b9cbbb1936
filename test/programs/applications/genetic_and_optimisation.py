"""Optimisation: genetic search, simulated annealing, hill climbing, simplex, knapsack and minimax regret, all seeded."""
import math
import random
import statistics
from dataclasses import dataclass, field
from fractions import Fraction as F
from functools import cache
from itertools import accumulate, combinations, pairwise, permutations
from typing import Callable, Generic, TypeVar

G = TypeVar("G")


@dataclass
class Genetic(Generic[G]):
    create: Callable[[random.Random], G]
    fitness: Callable[[G], float]
    cross: Callable[[G, G, random.Random], G]
    mutate: Callable[[G, random.Random], G]
    size: int = 40
    elite: int = 2
    seed: int = 0
    history: list[float] = field(default_factory=list)

    def run(self, generations, target=math.inf):
        rng = random.Random(self.seed)
        population = [self.create(rng) for _ in range(self.size)]
        for generation in range(generations):
            ranked = sorted(population, key=self.fitness, reverse=True)
            self.history.append(self.fitness(ranked[0]))
            if self.history[-1] >= target:
                break

            def select():
                return max(rng.sample(ranked, 3), key=self.fitness)

            children = [self.mutate(self.cross(select(), select(), rng), rng) for _ in range(self.size - self.elite)]
            population = ranked[: self.elite] + children
        return ranked[0], generation


def phrase(target, alphabet="abcdefghijklmnopqrstuvwxyz "):
    def cross(a, b, rng):
        cut = rng.randrange(len(a))
        return a[:cut] + b[cut:]

    def mutate(text, rng):
        return "".join(rng.choice(alphabet) if rng.random() < 0.03 else c for c in text)

    return Genetic(lambda rng: "".join(rng.choices(alphabet, k=len(target))), lambda t: sum(a == b for a, b in zip(t, target)), cross, mutate, size=40, seed=4)


def tour_length(cities, order):
    return sum(math.dist(cities[a], cities[b]) for a, b in pairwise([*order, order[0]]))


def order_crossover(a, b, rng):
    i, j = sorted(rng.sample(range(len(a) + 1), 2))
    middle = a[i:j]
    rest = [c for c in b if c not in middle]
    return rest[:i] + middle + rest[i:]


def swap(order, rng):
    order = order[:]
    if rng.random() < 0.4:
        i, j = sorted(rng.sample(range(len(order)), 2))
        order[i:j] = order[i:j][::-1]
    return order


def anneal(state, energy, neighbour, seed, steps=1200, start=10.0, end=0.01):
    rng = random.Random(seed)
    current = best = state
    e_current = e_best = energy(state)
    for step in range(steps):
        temperature = start * (end / start) ** (step / steps)
        candidate = neighbour(current, rng)
        e = energy(candidate)
        if e < e_current or rng.random() < math.exp((e_current - e) / temperature):
            current, e_current = candidate, e
            if e < e_best:
                best, e_best = candidate, e
    return best, e_best


def two_opt(cities, order):
    improved = True
    while improved:
        improved = False
        for i, j in combinations(range(1, len(order)), 2):
            new = order[:i] + order[i : j + 1][::-1] + order[j + 1 :]
            if tour_length(cities, new) < tour_length(cities, order) - 1e-9:
                order, improved = new, True
    return order


def held_karp(cities):
    n = len(cities)

    @cache
    def best(visited, last):
        if visited == (1 << n) - 1:
            return math.dist(cities[last], cities[0])
        return min(math.dist(cities[last], cities[k]) + best(visited | 1 << k, k) for k in range(n) if not visited >> k & 1)

    return best(1, 0)


def simplex(objective, constraints):
    """Maximises c.x for A.x <= b, x >= 0 over the rationals, by Bland's rule."""
    m, n = len(constraints), len(objective)
    table = [[F(a) for a in row] + [F(int(i == j)) for j in range(m)] + [F(b)] for i, (row, b) in enumerate(constraints)]
    table.append([-F(c) for c in objective] + [F(0)] * (m + 1))
    basis, pivots = list(range(n, n + m)), 0
    while (column := next((j for j, v in enumerate(table[-1][:-1]) if v < 0), None)) is not None:
        ratios = [(row[-1] / row[column], basis[i], i) for i, row in enumerate(table[:-1]) if row[column] > 0]
        if not ratios:
            raise OverflowError("unbounded")
        _, _, r = min(ratios)
        basis[r], pivots = column, pivots + 1
        pivot = table[r][column]
        table[r] = [v / pivot for v in table[r]]
        for i, row in enumerate(table):
            if i != r and row[column]:
                factor = row[column]
                table[i] = [v - factor * p for v, p in zip(row, table[r])]
    solution = [F(0)] * (n + m)
    for i, b in enumerate(basis):
        solution[b] = table[i][-1]
    return table[-1][-1], solution[:n], pivots


def knapsack(items, capacity):
    """Values by weight, with the choice rebuilt backwards."""
    rows = [[0] * (capacity + 1)]
    for _, weight, value in items:
        previous = rows[-1]
        rows.append([max(v, previous[c - weight] + value) if c >= weight else v for c, v in enumerate(previous)])
    chosen, c = [], capacity
    for i in range(len(items), 0, -1):
        if rows[i][c] != rows[i - 1][c]:
            chosen.append(items[i - 1][0])
            c -= items[i - 1][1]
    return rows[-1][capacity], chosen[::-1]


def golden(f, low, high, tolerance=1e-9):
    ratio = (math.sqrt(5) - 1) / 2
    while high - low > tolerance:
        a, b = high - ratio * (high - low), low + ratio * (high - low)
        low, high = (low, b) if f(a) < f(b) else (a, high)
    return (low + high) / 2


def assignment(costs):
    return min((sum(costs[i][j] for i, j in enumerate(p)), p) for p in permutations(range(len(costs))))


search = phrase("selection works")
best, generation = search.run(150, target=15)
print(best, generation, search.history[0], all(a <= b for a, b in pairwise(search.history)))
rng = random.Random(2)
cities = [(rng.randint(0, 100), rng.randint(0, 100)) for _ in range(10)]
optimum = held_karp(tuple(cities))
genetic = Genetic(lambda r: r.sample(range(10), 10), lambda o: -tour_length(cities, o), order_crossover, swap, size=20, seed=5)
order, _ = genetic.run(25)
annealed, length = anneal(list(range(10)), lambda o: tour_length(cities, o), lambda o, r: swap(o, r), seed=6)
local = two_opt(cities, list(range(10)))
print(f"{optimum:.3f} {tour_length(cities, order):.3f} {length:.3f} {tour_length(cities, local):.3f}", sorted(order) == list(range(10)))
print(min(tour_length(cities, o) for o in (order, annealed, local)) >= optimum - 1e-9)
for objective, constraints in [([3, 5], [([1, 0], 4), ([0, 2], 12), ([3, 2], 18)]), ([10, 6, 4], [([1, 1, 1], 100), ([10, 4, 5], 600), ([2, 2, 6], 300)]), ([1, 1], [([1, -1], 1)])]:
    try:
        value, solution, pivots = simplex(objective, constraints)
        print(value, *solution, pivots)
    except OverflowError as error:
        print(error)
print(knapsack([("map", 9, 150), ("compass", 13, 35), ("water", 153, 200), ("sandwich", 50, 160), ("glucose", 15, 60), ("tin", 68, 45), ("banana", 27, 60), ("apple", 39, 40)], 150))
print(round(golden(lambda x: (x - 2) ** 2 + math.sin(x), 0, 5), 6), assignment([[9, 2, 7, 8], [6, 4, 3, 7], [5, 8, 1, 8], [7, 6, 9, 4]]))
bumpy = lambda v: sum(x * x - 10 * math.cos(2 * math.pi * x) + 10 for x in v)  # noqa: E731
found, value = anneal([4.0, -3.0], bumpy, lambda v, r: [x + r.gauss(0, 0.4) for x in v], seed=3, steps=2000)
print([round(x, 1) + 0 for x in found], value < 40)
samples = [random.Random(s).gauss(0, 1) for s in range(200)]
print(round(statistics.mean(samples), 6), [round(v, 3) for v in list(accumulate(samples))[::50]])
