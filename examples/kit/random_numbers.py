"""A small pseudo-random number generator (PCG, 32 bits of output): the same numbers everywhere."""

MASK = (1 << 64) - 1


class Random:
    def __init__(self, seed=0):
        self.state = (seed * 2862933555777941757 + 3037000493) & MASK
        self.bits()

    def bits(self):
        old = self.state
        self.state = (old * 6364136223846793005 + 1442695040888963407) & MASK
        shifted = ((old >> 18 ^ old) >> 27) & 0xFFFFFFFF
        turn = old >> 59
        return (shifted >> turn | shifted << (-turn & 31)) & 0xFFFFFFFF

    def below(self, limit):
        return self.bits() * limit >> 32

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def chance(self, probability):
        return self.bits() / 4294967296 < probability

    def choice(self, items):
        return items[self.below(len(items))]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]

    def sample(self, items, count):
        pool = list(items)
        self.shuffle(pool)
        return pool[:count]
