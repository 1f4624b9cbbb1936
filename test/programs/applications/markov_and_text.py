"""Text: Markov chains, readability, an inverted index with ranking, spelling correction, anagrams, ciphers and a crossword filler."""
import math
import random
import re
import string
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import pairwise

CORPUS = """
The little town lay by the river, and the river ran by the little mill. The miller had a daughter, and the daughter had a cat.
Every morning the cat sat by the mill and looked at the river. "The river is deep," said the cat, "and the mill is old."
One morning the miller said to the daughter: the mill is old, the river is deep, and the town is far. Take the cat, go to the town,
and ask the baker for bread. The daughter went to the town by the river, and the cat went with the daughter. The baker gave bread to
the daughter and milk to the cat. In the evening they came home, and the little mill ran by the deep river as before.
"""
WORDS = re.findall(r"[a-z]+", CORPUS.lower())


class Markov:
    def __init__(self, tokens, order=2):
        self.order, self.table = order, defaultdict(Counter)
        padded = ["<s>"] * order
        for token in tokens:
            self.table[tuple(padded[-order:])][token] += 1
            padded.append(token)
            if token in ".?!":
                padded = ["<s>"] * order

    def sentence(self, rng, longest=40):
        state, out = ("<s>",) * self.order, []
        while len(out) < longest:
            choices = self.table[state]
            token = rng.choices(list(choices), list(choices.values()))[0]
            if token in ".?!":
                break
            out.append(token)
            state = (*state[1:], token)
        text = re.sub(r" ([,:])", r"\1", " ".join(out))
        return text[:1].upper() + text[1:] + "."

    def entropy(self):
        total = sum(map(Counter.total, self.table.values()))
        return sum(-n / total * math.log2(n / c.total()) for c in self.table.values() for n in c.values())


class Index:
    def __init__(self, documents):
        self.documents, self.postings = documents, defaultdict(dict)
        for number, text in enumerate(documents):
            for position, word in enumerate(re.findall(r"[a-z]+", text.lower())):
                self.postings[self.stem(word)].setdefault(number, []).append(position)

    @staticmethod
    def stem(word):
        for suffix in ("ing", "ed", "er", "s"):
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                return word.removesuffix(suffix)
        return word

    def search(self, query):
        scores = Counter()
        for word in map(self.stem, query.lower().split()):
            found = self.postings.get(word, {})
            for number, places in found.items():
                scores[number] += (1 + math.log(len(places))) * math.log(1 + len(self.documents) / len(found))
        return [(n, round(s, 4)) for n, s in sorted(scores.items(), key=lambda p: (-p[1], p[0]))]

    def phrase(self, text):
        first, *rest = map(self.stem, text.lower().split())
        return sorted(n for n, places in self.postings.get(first, {}).items() if any(all(p + i in self.postings.get(w, {}).get(n, ()) for i, w in enumerate(rest, 1)) for p in places))


class Speller:
    def __init__(self, words):
        self.counts = Counter(words)

    def edits(self, word):
        splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
        yield from (a + b[1:] for a, b in splits if b)
        yield from (a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1)
        yield from (a + c + b[1:] for a, b in splits if b for c in string.ascii_lowercase)
        yield from (a + c + b for a, b in splits for c in string.ascii_lowercase)

    def correct(self, word):
        known = lambda words: {w for w in words if w in self.counts}  # noqa: E731
        candidates = known([word]) or known(self.edits(word)) or known(e for once in self.edits(word) for e in self.edits(once)) or {word}
        return max(sorted(candidates), key=self.counts.__getitem__)


def syllables(word):
    return max(1, len(re.findall(r"[aeiouy]+", word.removesuffix("e"))))


def readability(text):
    sentences = [s for s in re.split(r"[.?!]+\s", text) if s.strip()]
    words = re.findall(r"[A-Za-z]+", text)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)


def caesar(text, shift):
    lower = string.ascii_lowercase
    turned = lower[shift % 26 :] + lower[: shift % 26]
    return text.translate(str.maketrans(lower + lower.upper(), turned + turned.upper()))


def vigenere(text, key, sign=1):
    shifts = [ord(c) - 97 for c in key]
    letters = iter(range(len(text)))
    return "".join(caesar(c, sign * shifts[next(letters) % len(shifts)]) if c.isalpha() else c for c in text)


def crack(text):
    """The shift whose letter frequencies look most like those of the corpus."""
    usual = Counter(c for c in CORPUS.lower() if c.isalpha())
    total = usual.total()

    def distance(shift):
        letters = Counter(c for c in caesar(text.lower(), -shift) if c.isalpha())
        n = letters.total()
        return sum((letters[c] / n - usual[c] / total) ** 2 for c in string.ascii_lowercase)

    return min(range(26), key=distance)


@lru_cache(maxsize=None)
def similarity(a, b):
    """Length of the longest common subsequence."""
    if not a or not b:
        return 0
    return similarity(a[1:], b[1:]) + 1 if a[0] == b[0] else max(similarity(a[1:], b), similarity(a, b[1:]))


def fill(grid, words):
    """Puts words into the slots of a crossword."""
    rows = grid.splitlines()
    slots = []
    for lines, turned in ((rows, False), (["".join(c) for c in zip(*rows)], True)):
        for y, line in enumerate(lines):
            slots += [[(y, x) if turned else (x, y) for x in range(*m.span())] for m in re.finditer(r"\.{2,}", line)]
    slots.sort(key=lambda s: (-len(s), s))

    def place(i, letters, used):
        if i == len(slots):
            return letters
        for word in words:
            if len(word) == len(slots[i]) and word not in used and all(letters.get(p, c) == c for p, c in zip(slots[i], word)):
                if (done := place(i + 1, letters | dict(zip(slots[i], word)), used | {word})) is not None:
                    return done
        return None

    letters = place(0, {}, frozenset())
    return None if letters is None else "\n".join("".join(letters.get((x, y), c) for x, c in enumerate(row)) for y, row in enumerate(rows))


tokens = re.findall(r"[a-z]+|[.,:?!]", CORPUS.lower())
for order in (1, 2):
    chain = Markov(tokens, order)
    rng = random.Random(order * 10)
    print(order, len(chain.table), round(chain.entropy(), 6), *(chain.sentence(rng) for _ in range(3)), sep="\n  ")
print(Counter(WORDS).most_common(6), len(set(WORDS)), round(readability(CORPUS), 3))
print(Counter(pairwise(WORDS)).most_common(4))
sentences = [s.strip() for s in re.split(r"(?<=[.?!])\s+", CORPUS.replace("\n", " ")) if s.strip()]
index = Index(sentences)
for query in ("baker bread", "rivers", "morning cat", "nothing"):
    print(query, index.search(query)[:3])
print(index.phrase("the old mill"), index.phrase("deep river"), index.phrase("by the river"))
speller = Speller(WORDS)
print([speller.correct(w) for w in "teh rivver moring dauhgter bekr xyzzy cat".split()])
secret = caesar("The miller asks for bread and milk in the evening.", 11)
print(secret, crack(secret), caesar(secret, -crack(secret)))
hidden = vigenere("attack the old mill", "lemon")
print(hidden, vigenere(hidden, "lemon", -1))
groups = defaultdict(set)
for word in [*WORDS, "nails", "snail", "tab", "bat", "act", "loom"]:
    groups["".join(sorted(word))].add(word)
print(sorted(sorted(g) for g in groups.values() if len(g) > 1), similarity("daughter", "laughter"), max(("mill", "milk", "miller"), key=lambda w: similarity(w, "milliner")))
print(fill("...#.\n.#.#.\n.....\n.#.#.\n.#...", ["cat", "cot", "coral", "taken", "tower", "rower", "rat", "arena", "tried", "rid", "red", "label", "lid", "clear", "truth"]), fill("...\n.#.\n...", ["cat", "cot", "tan", "tin", "ton", "ran"]), fill("..\n..", ["ab"]), sep="\n--\n")
