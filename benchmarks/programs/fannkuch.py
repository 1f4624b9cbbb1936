"""Pancake flipping over all permutations: slices of small lists and integer loops."""


def flips_of(permutation):
    flips = 0
    first = permutation[0]
    permutation = permutation[:]
    while first:
        permutation[:first + 1] = permutation[first::-1]
        first = permutation[0]
        flips += 1
    return flips


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    checksum = maximum = index = 0
    remaining = n
    while True:
        while remaining != 1:
            count[remaining - 1] = remaining
            remaining -= 1
        flips = flips_of(permutation)
        maximum = max(maximum, flips)
        checksum += -flips if index & 1 else flips
        while True:
            if remaining == n:
                return checksum, maximum
            permutation.insert(remaining, permutation.pop(0))
            count[remaining] -= 1
            if count[remaining] > 0:
                break
            remaining += 1
        index += 1


def main(n=9):
    result = fannkuch(n)
    assert n != 9 or result == (8629, 30)
    return result


if __name__ == "__main__":
    print("fannkuch:", *main())
