"""`text * count` where it is hot: short and long results, none, too long ones, counts on the left, and subclasses; groups of matches."""
import re


def repeated(text, count):
    return text * count


def reflected(text, count):
    return count * text


def grown(text, count):
    text *= count
    return text


class Word(str):
    def __mul__(self, count):
        return "word"

    def __rmul__(self, count):
        return "drow"


TEXTS = ["", "a", "ab", "é\U0001f600", "x" * 300]
COUNTS = [-(2**60), -3, -1, 0, 1, 2, 3, 7, 1000, 1024, 1025]
total = 0
for turn in range(300):
    for text in TEXTS:
        for count in COUNTS:
            first = repeated(text, count)
            assert first == reflected(text, count) == grown(text, count)
            total += len(first)
print(total)
for text in TEXTS + ["\ud800", "\udc00\ud800", Word("w"), b"bytes", [1], (1, 2)]:
    for count in (3, True, False, 1025):
        try:
            result = repeated(text, count), reflected(text, count), grown(text, count)
            print(ascii(result) if len(result[0]) < 20 else [len(item) for item in result])
        except TypeError as error:
            print(error)
for text, count in (("a", 2**63), ("ab", 2**62), ("", 2**62), ("", -(2**70)), ("a", 1.5), ("a", None), ("a", "b")):
    for operation in repeated, reflected, grown:
        try:
            print(len(operation(text, count)))
        except (OverflowError, MemoryError, TypeError) as error:
            print(type(error).__name__, error if type(error) is not MemoryError else "")

PATTERNS = [re.compile(p) for p in (r"\d", r"(\d)", r"(\d)(x)?", r"(\d)(x)?(y)?", r"(?=(\d))", r"(é)|(b)", r"(\w)(?:-(\w))?(?:-(\w))?(?:-(\w))?")]
SUBJECTS = ["1x2y3xy", "", "no", "é1b2", "\u0416 1x", "1x2y3xy", "a-b-c-d e-f"]
for turn in range(40):
    found = [[pattern.findall(subject) for pattern in PATTERNS] for subject in SUBJECTS]
for subject, groups in zip(SUBJECTS, found):
    print(ascii(subject), ascii(groups))
    print(ascii([pattern.sub(lambda match: "#" * len(match[0]), subject) for pattern in PATTERNS]))
