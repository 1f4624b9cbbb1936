"""Lays out text: wrapping, justification, columns, boxes, bar charts, morse, roman numerals, numbers in words."""

TEXT = """The first computer programmer was a poet's daughter. She saw, a century before there was a machine to run
them on, that such engines might weave algebraic patterns just as the Jacquard loom weaves flowers and leaves.

Others followed; some wrote in holes, some in letters. A few of their sentences are remembered: "premature optimization
is the root of all evil", and "there should be one-- and preferably only one --obvious way to do it"."""


def wrap(text, width):
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def justify(line, width):
    words = line.split()
    if len(words) == 1:
        return line
    gaps = len(words) - 1
    spaces, extra = divmod(width - sum(map(len, words)), gaps)
    return "".join(word + " " * (spaces + (i < extra)) for i, word in enumerate(words[:-1])) + words[-1]


def paragraph(text, width):
    *lines, last = wrap(text, width)
    return [justify(line, width) for line in lines] + [last]


def best_breaks(words, width):
    """Minimal raggedness by dynamic programming."""
    best = {len(words): (0, [])}
    for start in reversed(range(len(words))):
        choices = []
        for end in range(start + 1, len(words) + 1):
            line = " ".join(words[start:end])
            if len(line) > width:
                break
            waste = 0 if end == len(words) else (width - len(line)) ** 2
            rest, lines = best[end]
            choices.append((waste + rest, [line, *lines]))
        best[start] = min(choices, key=lambda choice: choice[0])
    return best[0]


def columns(lines, count, width, gap="  |  "):
    height = -(-len(lines) // count)
    parts = [lines[i * height:(i + 1) * height] for i in range(count)]
    for row in range(height):
        yield gap.join((part[row] if row < len(part) else "").ljust(width) for part in parts).rstrip()


def box(lines, title=""):
    width = max(map(len, [*lines, title]))
    yield "╭" + title.center(width + 2, "─") + "╮"
    yield from (f"│ {line:<{width}} │" for line in lines)
    yield "╰" + "─" * (width + 2) + "╯"


def bars(counts, width=30):
    largest = max(counts.values())
    for name, count in counts.items():
        full, part = divmod(count * width * 8, largest * 8)
        yield f"{name:>8} {'█' * full}{' ▏▎▍▌▋▊▉'[part * 8 // (largest * 8)].strip()} {count}"


ROMAN = {"M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1}


def to_roman(number):
    if not 0 < number < 4000:
        raise ValueError(f"{number} has no roman numeral")
    result = ""
    for letters, value in ROMAN.items():
        count, number = divmod(number, value)
        result += letters * count
    return result


def from_roman(text):
    total, rest = 0, text
    for letters, value in ROMAN.items():
        while rest.startswith(letters):
            total, rest = total + value, rest.removeprefix(letters)
    if rest or to_roman(total) != text:
        raise ValueError(f"{text!r} is not a roman numeral")
    return total


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ["", " thousand", " million", " billion", " trillion"]


def in_words(n):
    if n < 0:
        return "minus " + in_words(-n)
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10] + (f"-{ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return f"{ONES[n // 100]} hundred" + (f" and {in_words(n % 100)}" if n % 100 else "")
    groups = []
    for scale in SCALES:
        n, group = divmod(n, 1000)
        if group:
            groups.append(in_words(group) + scale)
    return ", ".join(reversed(groups))


MORSE = dict(zip("abcdefghijklmnopqrstuvwxyz", ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --..".split()))


def morse(text):
    return " / ".join(" ".join(MORSE[c] for c in word if c in MORSE) for word in text.lower().split())


def title_case(text, small=frozenset("a an and of on the was it to is in".split())):
    words = text.split()
    return " ".join(w if i and w in small else w[:1].upper() + w[1:] for i, w in enumerate(words))


def main():
    first, second = TEXT.split("\n\n")
    print(*paragraph(first, 46), "", sep="\n")
    greedy = list(wrap(second, 40))
    waste, balanced = best_breaks(second.split(), 40)
    print(sum((40 - len(line)) ** 2 for line in greedy[:-1]), "->", waste)
    print(*columns([*greedy, "", *balanced], 2, 40), sep="\n")
    print(*box(list(wrap(first, 30))[:4], " Ada "), sep="\n")
    counts = {}
    for word in TEXT.lower().replace('"', " ").split():
        length = f"{len(word.strip('.,;-'))} long"
        counts[length] = counts.get(length, 0) + 1
    print(*bars(dict(sorted(counts.items(), key=lambda item: -item[1])[:5])), sep="\n")
    print([to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2026, 3999)])
    assert all(from_roman(to_roman(n)) == n for n in range(1, 4000))
    for bad in ("IIII", "VX", "abc", ""):
        try:
            from_roman(bad)
        except ValueError as error:
            print(error)
    print(*map(in_words, (0, 13, 21, 100, 342, 1000, 1_000_001, -987_654_321)), sep="\n")
    print(morse("Typhon runs"), title_case("the root of all evil"))
    print("straße ÆON ǆ ﬁ".upper(), "STRASSE İ ΣΑΣ".lower(), "ǆ ﬁne".title(), "Straße".casefold(), "hello World".swapcase())
    print("a\tb\tc".expandtabs(4), "{:*^21}".format("centered"), "x".zfill(3), "-42".zfill(6), "tic-tac-toe".rpartition("-"), "a,b,,c".split(","))
    print("one\ntwo\r\nthree\x0bfour".splitlines(), " strip me ".strip(), "xxhixx".strip("x"), "banana".replace("an", "AN", 1), "banana".rfind("an"))


if __name__ == "__main__":
    main()
