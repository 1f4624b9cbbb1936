"""The spectral norm of an infinite matrix, by power iteration: float arithmetic in comprehensions."""

from math import sqrt


def entry(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(vector):
    size = range(len(vector))
    return [sum(entry(i, j) * vector[j] for j in size) for i in size]


def transposed_times(vector):
    size = range(len(vector))
    result = []
    for i in size:
        total = 0.0
        for j in size:
            total += entry(j, i) * vector[j]
        result.append(total)
    return result


def main(n=280):
    u = [1.0] * n
    for _ in range(6):
        v = transposed_times(times(u))
        u = transposed_times(times(v))
    above = sum(a * b for a, b in zip(u, v, strict=True))
    below = sum(b * b for b in v)
    result = f"{sqrt(above / below):.9f}"
    assert n != 280 or result == "1.274223948", result
    return result


if __name__ == "__main__":
    print("spectral_norm:", main())
