"""Variables of running functions that others write to by `f_locals`, while everything is compiled."""
import sys


def poke(value, depth=1):
    found = sys._getframe(depth).f_locals
    for name in sorted(found):
        if name[0] == "v" and type(found[name]) is int:
            found[name] = value
            return


class Holder:
    def __init__(self, value):
        self.value = value

    def __enter__(self):
        return self.value

    def __exit__(self, *details):
        return None


class Sums:
    def both(self, a, b=1, *rest, c=2):
        return a + b + c

    @staticmethod
    def twice(n):
        return n + n


def in_with(p):
    v1 = -3
    n = 14
    while n > 0:
        n -= 1
        with Holder(Sums().both(v1, c=v1)) as v2:
            v3 = next(iter([abs(0.1), max(3, 100, p)]), p)
            poke(Sums.twice(v2))
    return v1


print({in_with(turn) for turn in range(30)})


def relay(value):
    poke(value, 2)
    return value


def twice_removed(n):
    v1 = 0
    total = 0
    for k in range(n):
        got = relay(k)
        total += v1 + got
    return v1, total


print([twice_removed(turn) for turn in (0, 1, 2, 5, 60, 300)])


class Poking:
    def __init__(self, value):
        self.value = value
        poke(value, 2)

    @property
    def doubled(self):
        poke(self.value * 2, 2)
        return self.value

    def __add__(self, other):
        poke(self.value + other, 2)
        return other

    def __iter__(self):
        for k in range(self.value):
            poke(k * 7, 2)
            yield k


def by_others(n):
    v1 = 0
    seen = []
    for k in range(n):
        made = Poking(k)
        seen.append((type(made).__name__, v1))
        seen.append((made.doubled, v1))
        seen.append((made + 5, v1))
    return seen[-3:], len(seen)


print([by_others(turn) for turn in (1, 2, 40, 200)])


def over_generator(n):
    v1 = 0
    seen = 0
    for item in Poking(n):
        seen += v1 * item
    return seen, v1


print([over_generator(turn) for turn in (1, 2, 40, 200)])


def own(n):
    v1 = 1
    for k in range(n):
        sys._getframe().f_locals["v1"] = v1 + k
    return v1


print([own(turn) for turn in (0, 3, 100)])


def with_method(n):
    v1 = 1
    view = sys._getframe().f_locals
    for k in range(n):
        view.update({"v1": v1 + k, "extra": k})
    return v1, view["extra"] if n else None


print([with_method(turn) for turn in (0, 3, 100)])
