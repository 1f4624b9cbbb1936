"""random: the same seed gives the same numbers, in every distribution."""
import random
import pickle
from collections import Counter

random.seed(2024)
print([random.random() for _ in range(4)])
print([random.getrandbits(k) for k in (1, 8, 32, 53, 100, 0)], random.randbytes(8).hex())
print([random.randrange(10) for _ in range(10)], [random.randint(-5, 5) for _ in range(8)], random.randrange(0, 1000, 7), random.randrange(10**30))
for seed in (0, -7, 3.5, "text", b"bytes", bytearray(b"array"), 2**200):
    print(repr(seed)[:20], random.Random(seed).random())
r = random.Random("distributions")
for name, arguments in [
    ("uniform", (2, 5)), ("triangular", (0, 10, 3)), ("triangular", ()), ("betavariate", (2, 3)), ("expovariate", (1.5,)), ("gammavariate", (2, 1)), ("gammavariate", (0.5, 1)), ("gammavariate", (1, 2)), ("gauss", (0, 1)), ("gauss", (10, 2)),
    ("normalvariate", (5, 2)), ("lognormvariate", (0, 0.5)), ("vonmisesvariate", (0, 4)), ("paretovariate", (3,)), ("weibullvariate", (1, 1.5)), ("binomialvariate", (100, 0.3)), ("binomialvariate", (5, 0.5)), ("binomialvariate", (1000, 0.7)),
]:  # fmt: skip
    print(f"{name}{arguments}", *(f"{getattr(r, name)(*arguments):.10g}" for _ in range(3)))
deck = [rank + suit for suit in "♠♥" for rank in "A234"]
r.shuffle(deck)
print(deck, r.choice(deck), r.choices("abc", k=8), r.choices([1, 2, 3], weights=[10, 1, 1], k=8), r.choices("xy", cum_weights=[1, 4], k=5))
print(r.sample(range(10**9), 3), r.sample(deck, 4), r.sample("ab", counts=[3, 2], k=4), r.sample([], 0))
state = r.getstate()
first = [r.random() for _ in range(3)]
r.setstate(state)
print(first == [r.random() for _ in range(3)], state[0], len(state[1]), pickle.loads(pickle.dumps(r)).random() == r.random())
print(Counter(random.Random(1).choices(["heads", "tails"], k=1000)), sum(random.Random(2).gauss(0, 1) for _ in range(1000)))


class Congruential(random.Random):
    """A generator of one's own: only random() is needed."""

    def seed(self, a=1, version=2):
        self.x = a or 1

    def random(self):
        self.x = self.x * 16807 % 2147483647
        return self.x / 2147483647


own = Congruential(42)
print([own.randrange(100) for _ in range(10)], own.choice("abcdef"), own.sample(range(20), 5), round(own.gauss(0, 1), 12))
for attempt in [lambda: random.choice([]), lambda: random.randrange(5, 5), lambda: random.randint(3, 1), lambda: random.sample([1, 2], 3), lambda: random.sample({1, 2}, 1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.randrange(1.5), lambda: random.seed([]), lambda: random.getrandbits(-1), lambda: random.choices("ab", [1, 2], cum_weights=[1, 2]), lambda: random.sample("ab", 2, counts=[1]), lambda: random.randrange(0, 10, 0), lambda: random.binomialvariate(-1), lambda: random.setstate((9, (), None)), lambda: random.expovariate(0), lambda: random.choices([], k=1)]:
    try:
        print("fine", attempt())
    except (IndexError, ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, "-", error)
walk, position = random.Random(5), 0
print([position := position + walk.choice((-1, 1)) for _ in range(25)])
pi = random.Random(99)
print(4 * sum(pi.random() ** 2 + pi.random() ** 2 < 1 for _ in range(20000)) / 20000)
print(isinstance(random.SystemRandom().random(), float), 0 <= random.SystemRandom().randrange(10) < 10)
