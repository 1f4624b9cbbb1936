"""Texts that one table translates again and again: untouched ones, and a table that changes in between; sums of what `map` gives."""


def translated(texts, table):
    return [text.translate(table) for text in texts]


TEXTS = ["", "plain", "a quick brown fox jumps over it", "tab\t", '"quoted"', "ä", "x" * 15, "x" * 16, "naïve " * 8, "back\\slash" * 300, "\U0001f600a"]
table = {ord('"'): '\\"', 9: "\\t", 92: "\\\\"}
for _ in range(3):
    print(translated(TEXTS, table)[:9])
table[ord("a")] = "A"
print(translated(TEXTS, table)[:9])
table[ord("a")] = None
print(translated(TEXTS, table)[:9])
del table[ord("a")]
print(translated(TEXTS, table)[:9])
table[0x1F600] = ":)"
print(translated(TEXTS, table)[-1])
table[0xE4] = 0x61
print(translated(TEXTS, table)[5])
other = dict(table)
del other[9]
print(translated(["\t"], table), translated(["\t"], other), translated(["\t"], table))
table.clear()
print(translated(TEXTS, table) == TEXTS)
table.update({"a": "no", 98: "B", 3.0: "three"})
print(translated(["abc\x03", "zzz", "abcdefghijklmnopqrstuvwxyz"], table))
print(translated(["abc\x01"], {True: "one", 97: 98}))
print(translated(["abc" * 7], {number: number + 1 for number in range(200)}))


class Table(dict):
    def __missing__(self, key):
        if key == 98:
            return "<b>"
        raise KeyError(key)


print(translated(["abcabc", "b" * 20], Table({97: "<a>"})))
for wrong in ({97: 1.5}, {97: -1}, {97: 0x110000}):
    try:
        translated(["ok", "a"], wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


def total(function, items, start=0):
    return sum(map(function, items), start)


print(total(ord, "abc" * 5000), total(ord, ""), total(ord, "x"), total(len, ["ab"] * 17), total(float, range(100)))
calls = []


def noted(value):
    calls.append(value)
    return value if value < 20 else 10**18 if value < 25 else 0.5 if value < 30 else [1]


try:
    total(noted, range(40))
except TypeError as error:
    print(error, len(calls))
print(total(lambda n: n * 10**15, range(50)), total(lambda n: n / 4, range(50)), total(lambda n: n > 20, range(50)))


def fails(value):
    calls.append(value)
    if value == 33:
        raise ValueError(value)
    return value


calls.clear()
try:
    total(fails, range(40))
except ValueError as error:
    print(error, len(calls))
numbers = list(range(18))


def growing(value):
    if len(numbers) < 40:
        numbers.append(value)
    return value


print(total(growing, numbers), len(numbers))
