"""Counting words, letters and pairs of a generated text: split, strip, lower, dictionaries, sorting by key."""

SYLLABLES = "ka lo mi ne ru ta vo shi en ar ol um qua pri del".split()
PUNCTUATION = ".,;:!?"


def generate(words, seed=42):
    state = seed
    for _ in range(words):
        state = (state * 1103515245 + 12345) % 2147483648
        length = 1 + (state >> 16) % 3
        parts = []
        for _ in range(length):
            state = (state * 1103515245 + 12345) % 2147483648
            parts.append(SYLLABLES[(state >> 16) % len(SYLLABLES)])
        word = "".join(parts)
        match state >> 20 & 15:
            case 0:
                word = word.capitalize()
            case 1:
                word += PUNCTUATION[state >> 24 & 3]
            case 2:
                word = f"({word})"
            case 3:
                word += "\n"
        yield word


def count_words(text):
    counts = {}
    for line in text.splitlines():
        for raw in line.split():
            word = raw.strip(PUNCTUATION + "()").lower()
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def count_letters(text):
    counts = dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 0)
    for character in text.lower():
        if character in counts:
            counts[character] += 1
    return counts


def count_pairs(words):
    pairs = {}
    for pair in zip(words, words[1:]):
        try:
            pairs[pair] += 1
        except KeyError:
            pairs[pair] = 1
    return pairs


def top(counts, n):
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:n]


def main(words=60_000):
    text = " ".join(generate(words))
    counts = count_words(text)
    lengths = {}
    for word in counts:
        lengths.setdefault(len(word), set()).add(word)
    result = {
        "characters": len(text),
        "words": top(counts, 4),
        "letters": top(count_letters(text), 3),
        "pairs": top(count_pairs(text.split()), 2),
        "lengths": {length: len(lengths[length]) for length in sorted(lengths)},
    }
    assert words != 60_000 or result["characters"] == 346355, result
    return result


if __name__ == "__main__":
    for key, value in main().items():
        print(f"word_count {key}: {value}")
