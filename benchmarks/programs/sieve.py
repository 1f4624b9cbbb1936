"""Primes below four million by three sieves: bytearray slices, a plain list, and an incremental dictionary."""


def sliced(limit):
    flags = bytearray([1]) * limit
    flags[0] = flags[1] = 0
    for i in range(2, int(limit ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, limit, i)))
    return sum(flags)


def listed(limit):
    flags = [True] * limit
    count = 0
    for i in range(2, limit):
        if flags[i]:
            count += 1
            for multiple in range(i * i, limit, i):
                flags[multiple] = False
    return count


def endless():
    """Primes without a limit: the dictionary maps a composite to the steps that reach it."""
    composites = {}
    n = 2
    while True:
        steps = composites.pop(n, None)
        if steps is None:
            yield n
            composites[n * n] = [n]
        else:
            for step in steps:
                composites.setdefault(n + step, []).append(step)
        n += 1


def main(limit=4_000_000):
    counts = sliced(limit), listed(limit // 2)
    last = 0
    for _, last in zip(range(30_000), endless()):
        pass
    assert limit != 4_000_000 or (counts, last) == ((283146, 148933), 350377), (counts, last)
    return counts, last


if __name__ == "__main__":
    print("sieve:", main())
