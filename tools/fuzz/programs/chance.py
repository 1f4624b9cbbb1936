"""Random choices that are the same under every Python: drawn from the standard generator, seeded by numbers."""

import random


class Chance:
    def __init__(self, seed, index):
        self.random = random.Random(seed * 1_000_003 + index).random

    def below(self, limit):
        return int(self.random() * limit)

    def choose(self, items):
        return items[int(self.random() * len(items))]

    def percent(self, share):
        return self.random() * 100 < share
