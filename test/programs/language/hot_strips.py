"""Stripping in hot code: no characters, few, many, repeated, wide ones, lone surrogates, long texts; text that becomes no text."""
import hashlib

TEXTS = ["", "a", "  x ", "((a))", "x.y.", ".....", "é€é", "😀a😀", "\ud800a\ud800", "ab" * 3000, "a" * 5000, "a" * 5000 + "b"]
CHARACTERS = [None, "", "a", "ab", ".", "()", ".(),!?", "é€", "😀", "\ud800", "x" * 40 + "a"]


def stripped(texts, characters):
    results = []
    for text in texts:
        results.append((text.strip(characters), text.lstrip(characters), text.rstrip(characters)))
    return results


for characters in CHARACTERS:
    for _ in range(40):
        results = stripped(TEXTS, characters)
    print(ascii(characters), [tuple(ascii(part) if len(part) < 9 else len(part) for part in parts) for parts in results])
print(hashlib.sha256(ascii([stripped(TEXTS, c) for c in CHARACTERS]).encode()).hexdigest())

for bad in (1, b"a", ["a"]):
    try:
        print(stripped(TEXTS, bad))
    except TypeError as error:
        print(error)
