"""Dictionary displays whose keys are computed: few different names, the same name twice, other keys, and what becomes of them later."""

from collections import OrderedDict


class Name(str):
    pass


class Loud:
    def __init__(self, text):
        self.text = text

    def __hash__(self):
        print("hash of", self.text)
        return hash(self.text)

    def __eq__(self, other):
        print("compared")
        return self.text == other


def pair(first, second, value):
    return {first: value, second: [value]}


def many(a, b, value):
    return {a: 0, b: 1, a + b: 2, b + a: 3, a * 2: 4, b * 2: 5, a * 3: 6, b * 3: 7, "last": value}


def eight(a, b, value):
    return {a: 0, b: 1, a + b: 2, b + a: 3, a * 2: 4, b * 2: 5, a * 3: 6, "last": value}


def scopes(outer, name, items):
    for item in items:
        inner = [*outer, {name: item, "loop": len(outer)}]
        inner[-1].setdefault("seen", item)
        yield inner


total = 0
for i in range(3000):
    made = pair("n%d" % (i & 3), "m", i)
    total += made["m"][0] + made["n%d" % (i & 3)]
print(total, made)

for first, second in (("x", "x"), ("m", "m"), (1, "m"), (True, 1), (1.0, True), (None, "m"), (Name("m"), "m"), ("m", Name("m")), ((1, 2), "m"),
                      ("ä", "\U0001f600"), ("", "\ud800"), (2**70, 2**70)):
    made = pair(first, second, 5)
    print(ascii(made), len(made), [type(key).__name__ for key in made], made == OrderedDict([(first, 5), (second, [5])]))
try:
    pair([], "m", 1)
except TypeError as error:
    print(error)
try:
    pair("m", {}, 1)
except TypeError as error:
    print(error)
print(len(pair("q", Loud("q"), 1)))

for function in (many, eight):
    for i in range(300):
        made = function("a", "b" if i % 7 else "a", i)
    print(list(made.items()))

# They grow, shrink and are copied as all others.
for i in range(400):
    made = pair("k", "v", i)
    other = made.copy()
    for j in range(i % 12):
        made["k%d" % j] = j
    if i % 3 == 0:
        del made["k"]
    if i % 5 == 0:
        made[i] = None
    made["v"] = i
    assert other == {"k": i, "v": [i]} and list(other) == ["k", "v"]
    if i > 395:
        print(made, made.popitem(), len(made))

for step in range(4):
    for inner in scopes([{"a": 1}], "item" if step < 3 else "loop", range(100)):
        pass
    print(inner)
