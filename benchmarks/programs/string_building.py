"""Strings made in many ways: concatenation, join, f-strings, format, replace, find, slices, translate, encode."""


def by_concatenation(n):
    text = ""
    for i in range(n):
        text += chr(97 + i % 26)
    return text


def by_join(n):
    return ",".join([str(i * i) for i in range(n)])


def by_format(n):
    lines = []
    for i in range(n):
        lines.append(f"{i:>6d}|{i / 7:8.3f}|{i:#06x}|{'even' if i % 2 == 0 else 'odd':<5}|{i % 100:03b}")
    return "\n".join(lines)


def by_percent(n):
    return [("%05d %-8s %.2e" % (i, "n" + str(i), i * 1.5)) + "{:+}/{!r}".format(i, str(i)) for i in range(n)]


def reverse_words(text):
    return " ".join(word[::-1] for word in text.split(" "))


def caesar(text, shift):
    table = {97 + i: 97 + (i + shift) % 26 for i in range(26)}
    return text.translate(table)


def run_lengths(text):
    """'aaab' -> '3a1b', one character at a time."""
    pieces = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        pieces.append(f"{j - i}{text[i]}")
        i = j
    return "".join(pieces)


def occurrences(text, word):
    count, at = 0, text.find(word)
    while at != -1:
        count += 1
        at = text.find(word, at + 1)
    return count


def is_palindrome(text):
    return all(text[i] == text[-1 - i] for i in range(len(text) // 2))


def main(n=70_000):
    alphabet = by_concatenation(n)
    numbers = by_join(n)
    table = by_format(n // 2)
    words = reverse_words(alphabet.replace("z", "z "))
    checks = [
        len(alphabet), len(numbers), len(table), sum(map(len, by_percent(n // 3))),
        occurrences(numbers, "144"), numbers.count("9"), words[:12], caesar(alphabet, 13)[:8],
        len(run_lengths(numbers)), table.splitlines()[1234],
        sum(is_palindrome(str(i)) for i in range(n)), sum(alphabet.encode()) % 65521,
        table.upper().count("ODD"), "é€😀".join(["x"] * 3).encode().hex(),
    ]
    assert n != 70_000 or checks[8:11] == [1317964, "  1234| 176.286|0x04d2|even |100010", 799], checks
    return checks


if __name__ == "__main__":
    print("string_building:")
    for check in main():
        print(" ", check)
