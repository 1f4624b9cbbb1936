"""Unions of sets with displays of one element, which are not made where nobody else has them."""


def grow(n, s):
    for i in range(n):
        s = s | {i * 7 % 31}
    return s


def names(n, s):
    for i in range(n):
        s = s | {str(i)}
    return s


def both(s, x):
    return s | {x}, x


def wild(s, xs):
    out = []
    for x in xs:
        try:
            out.append(s | {x})
        except TypeError as e:
            out.append(str(e))
    return out


class S(set):
    def __or__(self, other):
        return "mine", sorted(other)


class K:
    def __hash__(self): return 3
    def __eq__(self, other): return other == 3 or self is other


class R:
    def __ror__(self, other): return "ror", other


for turn in range(300):
    a = grow(40, set()), grow(40, frozenset([-1, 500])), len(names(20, {1})), len(names(5, frozenset())), both({1}, 2), both(frozenset("a"), "a")
    x = {5}; y = x | {6}; y.add(7)
    b = wild({1, 2}, [3, "a", 2.5, (1, 2), True, None, 2 ** 70])
    if turn in (0, 299):
        print(a, x, y, [sorted(map(str, z)) for z in b])
print(wild({1}, [[], {}, 1]), both(S([1]), 2), wild({}, [1]), both({K()} , 3) == ({K(), 3}, 3), len(both({K()}, 3)[0]), len(both({K()}, 4)[0]))
print(wild({K()}, [3, 4, "x"]) is not None, both({}.keys(), 1), wild(R(), [1]), type(both(frozenset(), 1)[0]), grow(3, {3: 4}.keys()))
print(list({i * 5 for i in range(4)} | {100}), list(frozenset([8, 16, 24]) | {0}), list(grow(9, frozenset())))
