"""Hot code whose operands, callees and branches change again and again: units are left, made again, and left to the interpreter."""


def add_all(values):
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total


# Each phase breaks what was expected in the one before; the first comes back at the end.
PHASES = [
    [1, 2, 3, 4],
    [1.5, 2.5, 3, 4],
    ["a", "b", "c"],
    [[1], [2], [3]],
    [2**60, 2**61, 3],
    [(1,), (2, 3)],
    [True, False, 2],
    [1, 2, 3, 4],
]
for phase in PHASES:
    results = {repr(add_all(phase)) for _ in range(400)}
    print(sorted(results))


# A branch that is taken once in a while, later and later: not known when the code is compiled.
def seldom(n, step):
    a = b = c = 0
    for i in range(n):
        if i % step == step - 1:
            a += i
            if i % (step * 7) == 0:
                b -= a
            else:
                c ^= i
        elif i % 1000 == 999:
            b += c
            a, c = c, a
        else:
            a += 1
    return a, b, c


print(seldom(3000, 1000), seldom(20_000, 37), seldom(20_000, 3))


# Values that are known only inside of nested loops when these are left.
def nested(rows, stop):
    seen = []
    for y, row in enumerate(rows):
        width = len(row)
        for x in range(width):
            item = row[x]
            double = item + item
            for k in range(3):
                part = double * k + x
                if part == stop:
                    seen.append((y, x, item, double, k, part))
                elif part == -stop:
                    return seen, y, x, item, double, k, part
    return seen, None


ROWS = [[x * y % 11 for x in range(12)] for y in range(12)]
for _ in range(60):
    expected = nested(ROWS, 17)
print(expected)
print(nested([[1.5, 2, 3], [4, 5.25, -6]], 11))
print(nested([[1, 2, 3], [4, 5, -10]], 18))
try:
    nested([[1, 2, 3], ["a", None]], 3)
except TypeError as error:
    frame = error.__traceback__.tb_next.tb_frame
    print(error, {name: frame.f_locals[name] for name in ("y", "x", "item", "width")})


# Callees that take turns, and one that is replaced for good.
class Circle:
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r * self.r


class Square:
    def __init__(self, r):
        self.r = r

    def area(self):
        return self.r * self.r


class Named(Square):
    def area(self):
        return f"<{self.r}>"


def areas(shapes):
    texts = []
    for shape in shapes:
        texts.append(shape.area())
    return texts


for turn in range(6):
    kinds = [(Circle,), (Square,), (Circle, Square), (Named,), (Circle, Square, Named), (Circle,)][turn]
    shapes = [kinds[i % len(kinds)](i) for i in range(6)]
    for _ in range(150):
        texts = areas(shapes)
    print(texts)
Circle.area = lambda self: -self.r
for _ in range(150):
    texts = areas([Circle(1), Circle(2.5)])
print(texts)


# What always fails in the same place goes on failing as it should.
def index_all(items, keys):
    found = []
    for key in keys:
        try:
            found.append(items[key])
        except (IndexError, KeyError, TypeError) as error:
            found.append(type(error).__name__)
    return found


for items in ([1, 2, 3], (4, 5), {0: "zero", -1: "last"}, "text", 7):
    for _ in range(200):
        found = index_all(items, [0, -1, 5, "k", None])
    print(found)


def deep(n, values):
    """Recursion that is left in the middle, at every depth."""
    if n == 0:
        return values[len(values) - 1]
    return deep(n - 1, values) + values[n % len(values)]


for values in ([1, 2, 3], [1, 2.5, 3], [10**18, 1, -(10**18)]):
    for _ in range(100):
        result = deep(40, values)
    print(result)
