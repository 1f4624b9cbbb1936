"""Sets of the characters of texts, made again and again, and changed in between."""


def digits(text):
    return [c for c in text if c in set("0123456789")]


def changed(count):
    found = []
    for n in range(count):
        letters = set("hello world")
        letters.discard("o") if n % 2 else letters.add("!")
        found.append((len(letters), "o" in letters, "!" in letters, "h" in letters))
    return found[-2:]


def joined():
    result = {1, 2}
    for _ in range(3):
        result.update("abc")
        result |= set("abc") | frozenset("abc")
    return len(result), sorted(map(str, result)), set("abc") == frozenset("cba"), set("") == set()


class Letters(set):
    pass


for _ in range(200):
    result = digits("a1b22c"), changed(4), joined(), Letters("abca") == set("abc"), type(Letters("abc")).__name__
print(*result, sep="\n")
print(len(set("x" * 100)), sorted(set("é€😀é€😀")), frozenset("aab") | {"c"} == set("abc"), len(set("ab") & set("bc")))
