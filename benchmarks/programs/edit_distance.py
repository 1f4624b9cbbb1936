"""Dynamic programming on strings: Levenshtein distance, longest common subsequence, alignment, fuzzy matching."""

WORDS = """serpent typhoon giant python interpreter register bytecode compiler parser token scanner closure generator
coroutine exception iterator dictionary attribute descriptor metaclass decorator comprehension annotation""".split()


def levenshtein(a, b):
    previous = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        current = [i]
        for j, y in enumerate(b, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (x != y)))
        previous = current
    return previous[-1]


def common_subsequence(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                table[i + 1][j + 1] = table[i][j] + 1
            else:
                up, left = table[i][j + 1], table[i + 1][j]
                table[i + 1][j + 1] = up if up > left else left
    letters = []
    i, j = len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            letters.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(letters))


def align(a, b):
    """Global alignment with a gap cost; the table is a dictionary by position."""
    score = {(0, 0): 0} | {(i, 0): -2 * i for i in range(1, len(a) + 1)} | {(0, j): -2 * j for j in range(1, len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            diagonal = score[i - 1, j - 1] + (3 if a[i - 1] == b[j - 1] else -1)
            score[i, j] = max(diagonal, score[i - 1, j] - 2, score[i, j - 1] - 2)
    return score[len(a), len(b)]


def misspell(word, seed):
    at = seed % len(word)
    match seed % 4:
        case 0:
            return word[:at] + word[at + 1:]
        case 1:
            return word[:at] + "x" + word[at:]
        case 2:
            return word[:at] + "q" + word[at + 1:]
        case _:
            return word[::-1] if seed % 8 == 3 else word


def correct(word):
    return min(WORDS, key=lambda candidate: (levenshtein(word, candidate), candidate))


def main(rounds=80):
    right = 0
    for seed in range(rounds * 10):
        word = WORDS[seed * 7 % len(WORDS)]
        right += correct(misspell(word, seed * 13)) == word
    long_a, long_b = "".join(WORDS), "".join(sorted(WORDS))
    shared = common_subsequence(long_a, long_b)
    result = right, levenshtein(long_a, long_b), len(shared), shared[:20], align(long_a[:120], long_b[:110])
    assert rounds != 80 or result == (730, 128, 104, 'nttonattritebytecode', 56), result
    return result


if __name__ == "__main__":
    print("edit_distance:", *main())
