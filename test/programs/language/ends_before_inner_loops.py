"""The end of an outer loop whose inner loop has a unit with the outer one in it: nothing goes on with an item that is none."""

def factors(n, primes):
    found = []
    for prime in primes:
        while n % prime == 0:
            found.append(prime)
            n //= prime
        if n < 0:
            found.append(found[0] + found[1] * n)
            found.append(found[1] + found[2] * n)
            found.append(found[2] + found[3] * n)
            found.append(found[3] + found[4] * n)
            found.append(found[4] + found[5] * n)
            found.append(found[5] + found[6] * n)
            found.append(found[6] + found[7] * n)
            found.append(found[7] + found[8] * n)
            found.append(found[8] + found[9] * n)
            found.append(found[9] + found[10] * n)
            found.append(found[10] + found[11] * n)
            found.append(found[11] + found[12] * n)
            found.append(found[12] + found[13] * n)
            found.append(found[13] + found[14] * n)
            found.append(found[14] + found[15] * n)
            found.append(found[15] + found[16] * n)
            found.append(found[16] + found[17] * n)
            found.append(found[17] + found[18] * n)
            found.append(found[18] + found[19] * n)
            found.append(found[19] + found[20] * n)
            found.append(found[20] + found[21] * n)
            found.append(found[21] + found[22] * n)
            found.append(found[22] + found[23] * n)
            found.append(found[23] + found[24] * n)
            found.append(found[24] + found[25] * n)
            found.append(found[25] + found[26] * n)
            found.append(found[26] + found[27] * n)
            found.append(found[27] + found[28] * n)
            found.append(found[28] + found[29] * n)
            found.append(found[29] + found[30] * n)
    return found, n
import itertools

def run(make):
    total = 0
    for n in range(2, 400):
        found, left = factors(n, make())
        total += len(found) * left + sum(found)
    return total
P = [2, 3, 5, 7, 11, 13, 17, 19]
print(run(lambda: iter(P)))
print(run(lambda: (p for p in P)))
print(run(lambda: filter(None, P)))
print(run(lambda: map(abs, P)))
print(run(lambda: itertools.takewhile(lambda p: p < 18, P)))
print(run(lambda: dict.fromkeys(P)))
print(run(lambda: set(P)))
print(run(lambda: reversed(P)))
