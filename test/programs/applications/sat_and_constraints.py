"""Solvers: DPLL with watched literals for CNF, a general constraint solver, and puzzles posed to both."""
import itertools
import random
from collections import Counter, defaultdict


class Solver:
    """DPLL with unit propagation over two watched literals, and restarts of the order by activity."""

    def __init__(self):
        self.clauses, self.watches = [], defaultdict(list)
        self.values, self.trail, self.levels = {}, [], []
        self.units, self.activity = [], Counter()
        self.decisions = self.propagations = self.conflicts = 0
        self.broken = False

    def add(self, *literals):
        literals = sorted(set(literals), key=abs)
        if any(-l in literals for l in literals):
            return
        if not literals:
            self.broken = True
        elif len(literals) == 1:
            self.units.append(literals[0])
        else:
            clause = list(literals)
            self.clauses.append(clause)
            for literal in clause[:2]:
                self.watches[-literal].append(clause)
        self.activity.update(map(abs, literals))

    def value(self, literal):
        v = self.values.get(abs(literal))
        return None if v is None else v == (literal > 0)

    def assign(self, literal):
        self.values[abs(literal)] = literal > 0
        self.trail.append(literal)

    def propagate(self, start):
        while start < len(self.trail):
            literal = self.trail[start]
            start += 1
            watching, keep = self.watches[literal], []
            for position, clause in enumerate(watching):
                if clause[0] == -literal:
                    clause[0], clause[1] = clause[1], clause[0]
                if self.value(clause[0]):
                    keep.append(clause)
                    continue
                for k in range(2, len(clause)):
                    if self.value(clause[k]) is not False:
                        clause[1], clause[k] = clause[k], clause[1]
                        self.watches[-clause[1]].append(clause)
                        break
                else:
                    keep.append(clause)
                    if self.value(clause[0]) is False:
                        self.activity.update(map(abs, clause))
                        self.watches[literal] = keep + watching[position + 1 :]
                        return False
                    self.propagations += 1
                    self.assign(clause[0])
            self.watches[literal] = keep
        return True

    def solve(self, *assumptions):
        if self.broken:
            return None
        for unit in itertools.chain(self.units, assumptions):
            if self.value(unit) is False:
                return self.reset()
            if self.value(unit) is None:
                self.assign(unit)
        if not self.propagate(0):
            return self.reset()
        while True:
            free = [(n, -v) for v, n in self.activity.items() if v not in self.values]
            if not free:
                model = dict(self.values)
                self.reset()
                return model
            variable = -max(free)[1]
            self.decisions += 1
            self.levels.append((len(self.trail), -variable))
            self.assign(variable)
            while not self.propagate(len(self.trail) - 1):
                self.conflicts += 1
                while True:
                    if not self.levels:
                        return self.reset()
                    mark, other = self.levels.pop()
                    for literal in self.trail[mark:]:
                        del self.values[abs(literal)]
                    del self.trail[mark:]
                    if other:
                        break
                self.levels.append((mark, 0))
                self.assign(other)

    def reset(self):
        self.values.clear()
        self.trail.clear()
        self.levels.clear()
        return None


def exactly_one(solver, variables):
    solver.add(*variables)
    for a, b in itertools.combinations(variables, 2):
        solver.add(-a, -b)


def sudoku(text):
    solver = Solver()
    var = lambda r, c, n: r * 81 + c * 9 + n + 1  # noqa: E731
    nine = range(9)
    for a, b in itertools.product(nine, nine):
        exactly_one(solver, [var(a, b, n) for n in nine])
        exactly_one(solver, [var(a, c, b) for c in nine])
        exactly_one(solver, [var(r, a, b) for r in nine])
        exactly_one(solver, [var(a // 3 * 3 + i // 3, a % 3 * 3 + i % 3, b) for i in nine])
    for position, digit in enumerate(text):
        if digit != ".":
            solver.add(var(*divmod(position, 9), int(digit) - 1))
    if model := solver.solve():
        return ["".join(str(next(n + 1 for n in nine if model[var(r, c, n)])) for c in nine) for r in nine], solver


def colouring(edges, count):
    solver = Solver()
    nodes = sorted({n for e in edges for n in e})
    var = {pair: i for i, pair in enumerate(itertools.product(nodes, range(count)), 1)}
    for node in nodes:
        exactly_one(solver, [var[node, c] for c in range(count)])
    for (a, b), c in itertools.product(edges, range(count)):
        solver.add(-var[a, c], -var[b, c])
    model = solver.solve()
    return model and {n: next(c for c in range(count) if model[var[n, c]]) for n in nodes}


class Problem:
    """Finite domains, constraints as predicates over a few variables; backtracking with forward checking."""

    def __init__(self):
        self.domains, self.constraints, self.by_variable = {}, [], defaultdict(list)
        self.visited = 0

    def variable(self, name, domain):
        self.domains[name] = list(domain)

    def constrain(self, predicate, *names):
        constraint = (names, predicate)
        self.constraints.append(constraint)
        for name in names:
            self.by_variable[name].append(constraint)

    def all_different(self, *names):
        for a, b in itertools.combinations(names, 2):
            self.constrain(lambda x, y: x != y, a, b)

    def solutions(self):
        yield from self.search({}, {n: list(d) for n, d in self.domains.items()})

    def search(self, chosen, domains):
        if len(chosen) == len(self.domains):
            yield dict(chosen)
            return
        name = min((n for n in domains if n not in chosen), key=lambda n: (len(domains[n]), -len(self.by_variable[n])))
        for value in domains[name]:
            self.visited += 1
            chosen[name] = value
            if (narrowed := self.forward(name, chosen, domains)) is not None:
                yield from self.search(chosen, narrowed)
            del chosen[name]

    def forward(self, name, chosen, domains):
        narrowed = dict(domains)
        for names, predicate in self.by_variable[name]:
            missing = [n for n in names if n not in chosen]
            if not missing and not predicate(*(chosen[n] for n in names)):
                return None
            if len(missing) == 1:
                target = missing[0]
                allowed = [v for v in narrowed[target] if predicate(*(v if n == target else chosen[n] for n in names))]
                if not allowed:
                    return None
                narrowed[target] = allowed
        return narrowed


solver = Solver()
for clause in [(1, 2), (-1, 3), (-2, 3), (-3, 4), (-4, -1, 5)]:
    solver.add(*clause)
print(solver.solve(), solver.solve(1), solver.solve(-3), solver.solve(-1, -2))
pigeons, holes = 5, 4
php = Solver()
for p in range(pigeons):
    php.add(*(p * holes + h + 1 for h in range(holes)))
for h in range(holes):
    for a, b in itertools.combinations(range(pigeons), 2):
        php.add(-(a * holes + h + 1), -(b * holes + h + 1))
print("pigeonhole:", php.solve(), php.conflicts > 10)
rows, used = sudoku("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79")
print(*rows, sep="\n")
print(used.decisions, used.propagations > 100)
borders = [("WA", "NT"), ("WA", "SA"), ("NT", "SA"), ("NT", "Q"), ("SA", "Q"), ("SA", "NSW"), ("SA", "V"), ("Q", "NSW"), ("NSW", "V")]
found = colouring(borders, 3)
print(all(found[a] != found[b] for a, b in borders), colouring(borders, 2))
rng = random.Random(11)
for _ in range(6):
    clauses = [[rng.choice((-1, 1)) * v for v in rng.sample(range(1, 11), 3)] for _ in range(44)]
    s = Solver()
    for c in clauses:
        s.add(*c)
    model = s.solve()
    brute = any(all(any(bits >> abs(l) - 1 & 1 == (l > 0) for l in c) for c in clauses) for bits in range(1 << 10))
    print("satisfiable" if model else "unsatisfiable", (model is not None) == brute, not model or all(any(model[abs(l)] == (l > 0) for l in c) for c in clauses))

queens = Problem()
for c in range(6):
    queens.variable(c, range(6))
for a, b in itertools.combinations(range(6), 2):
    queens.constrain(lambda x, y, d=b - a: x != y and abs(x - y) != d, a, b)
print(list(queens.solutions()), queens.visited)

money = Problem()
for letter in "SENDMORY":
    money.variable(letter, range(1 if letter in "SM" else 0, 10))
for carry in ("c1", "c2", "c3"):
    money.variable(carry, (0, 1))
money.all_different(*"SENDMORY")
money.constrain(lambda d, e, y, c: d + e == y + 10 * c, "D", "E", "Y", "c1")
money.constrain(lambda n, r, c, e, c2: n + r + c == e + 10 * c2, "N", "R", "c1", "E", "c2")
money.constrain(lambda e, o, c, n, c3: e + o + c == n + 10 * c3, "E", "O", "c2", "N", "c3")
money.constrain(lambda s, m, c, o: s + m + c == o + 10 * m, "S", "M", "c3", "O")
for solution in money.solutions():
    word = lambda w: int("".join(str(solution[l]) for l in w))  # noqa: E731
    print(word("SEND"), "+", word("MORE"), "=", word("MONEY"))

zebra = Problem()
houses = range(1, 6)
groups = {"nation": "English Spaniard Ukrainian Norwegian Japanese", "colour": "red green ivory yellow blue", "pet": "dog snails fox horse zebra", "drink": "coffee tea milk juice water", "smoke": "OldGold Kools Chesterfields LuckyStrike Parliaments"}
for names in groups.values():
    for name in names.split():
        zebra.variable(name, houses)
    zebra.all_different(*names.split())
same, near = (lambda a, b: a == b), (lambda a, b: abs(a - b) == 1)
for a, b in [("English", "red"), ("Spaniard", "dog"), ("coffee", "green"), ("Ukrainian", "tea"), ("OldGold", "snails"), ("Kools", "yellow"), ("LuckyStrike", "juice"), ("Japanese", "Parliaments")]:
    zebra.constrain(same, a, b)
for a, b in [("Chesterfields", "fox"), ("Kools", "horse"), ("Norwegian", "blue")]:
    zebra.constrain(near, a, b)
zebra.constrain(lambda g, i: g == i + 1, "green", "ivory")
zebra.constrain(lambda m: m == 3, "milk")
zebra.constrain(lambda n: n == 1, "Norwegian")
answers = list(zebra.solutions())
for answer in answers:
    for group, names in groups.items():
        print(f"{group:<8}", *(f"{name:<14}" for name in sorted(names.split(), key=answer.get)))
    print({drinker: nation for drinker in ("zebra", "water") for nation in groups["nation"].split() if answer[nation] == answer[drinker]})
