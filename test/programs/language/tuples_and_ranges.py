"""Tuples, ranges and slices: immutability, comparison, hashing, arithmetic on ranges, slice objects."""
import collections
import itertools

t = 1, 2, 3
print(t, (1,), (), tuple("ab"), tuple([1]) == (1,), t + (4,), t * 2, 0 * t, t[::-1], t[1:], t.index(3), t.count(9), 2 in t, len(()), t[-1], t[True])
print((1, 2) < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (1, "a") == (1, "a"), (1, 2) != [1, 2], max((1, 5), (2, 0)), hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), tuple(t) is t, () is ())
t += (9,)
u = ([],)
try:
    u[0] += [1]
except TypeError as error:
    print(error, u)
rec = ([],)
rec[0].append(rec)
print(rec, (None,), (1, (2, (3,))), ((),), *zip(t, "abc"), [*t, *u], (*t, *"x"))
for r in (range(5), range(2, 10, 3), range(10, 0, -3), range(0), range(5, 5), range(-3, 3), range(3, -1), range(0, 10**20, 10**19), range(True)):
    print(r, len(r), list(r), list(reversed(r)), r[1:-1], r[::-1], bool(r), r.start, r.stop, r.step, 4 in r, hash(r) == hash(r[:]))
r = range(0, 100, 7)
print(r[3], r[-1], r.index(14), r.count(14), 15 in r, 14.0 in r, "a" in r, r[2:8:2], r == range(0, 99, 7), r != range(3), range(0) == range(2, 2), range(0, 3, 2) == range(0, 4, 2), r.__reduce__()[1], {r: 1}[range(0, 102, 7)])
print(range(10)[slice(2, None)], range(10**30)[10**29], range(5).__contains__(object), [*range(3), *range(0)], sum(range(101)), max(range(3, 9)), sorted(range(3), reverse=True), range(3) is range(3), repr(range(1, 2, 1)), repr(range(1, 2, 5)))
it = iter(range(4))
print(next(it), it.__length_hint__(), list(it), next(it, None), type(it).__name__, type(iter(range(10**20))).__name__, list(itertools.islice(range(10**19, 10**20), 2)), type(reversed(range(2))).__name__)
s = slice(1, 10, 2)
print(s, slice(5), slice(None), s.start, s.stop, s.step, s.indices(6), slice(-3, None).indices(10), slice(None, None, -1).indices(4), slice(100, -100, -3).indices(7), s == slice(1, 10, 2), slice(1, 2) < slice(1, 3), hash(s) == hash(slice(1, 10, 2)))


class Grid:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


g = Grid()
print(g[1], g[1, 2], g[1:2], g[1:2, ::3], g[...], g[:, ..., None], g[()], g[(1,)], g[1,], g[*[1, 2]], g[*"a", 1:2], g[:], g[::], g["a":"b":[]], g[x := 5], g[lambda: 1].__name__, g[1 if g else 2])
g[0], g[1:2] = "ab"
del g[3], g[::2]
try:
    g[0] += 5
except TypeError as error:
    print(error)
g[2] *= 3


class Index:
    def __index__(self):
        return 2


print((1, 2, 3)[Index()], [0, 1, 2, 3][Index():], range(Index())[-1], "abcd"[: Index()], range(Index(), 8, Index()), (5, 6) * Index())
P = collections.namedtuple("P", "x y", defaults=[7])
print(P(1), P(1)._replace(y=2), P._fields, P(*"ab") == ("a", "b"), P(1).x, P(1)[1], P._make([3, 4])._asdict(), isinstance(P(0), tuple), [*P(0)], P.__doc__, P.x.__doc__)


class Sub(tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(Sub(1, 2), type(Sub(1)[:]).__name__, type(Sub(1) + ()).__name__, Sub(1) == (1,), tuple(Sub(3)), {Sub(1): 1}[(1,)], Sub().__doc__ is tuple.__doc__)
for action in (lambda: t.append(1), lambda: t.__setitem__, lambda: t[9], lambda: t["a"], lambda: t + [1], lambda: t < 1, lambda: t * 1.5, lambda: hash(([],)), lambda: tuple(5), lambda: t.index(77), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(), lambda: range("1"), lambda: range(5)[10], lambda: range(5)["a"],
               lambda: range(3).index(5), lambda: range(3) < range(4), lambda: len(range(10**30)), lambda: range(2) + range(3), lambda: setattr(range(3), "start", 1), lambda: slice(), lambda: slice("a").indices(5), lambda: slice(1, 2, 0).indices(5), lambda: slice(1).indices(-1), lambda: hash(slice([])), lambda: P(), lambda: P(1, 2, 3), lambda: P(1)._replace(z=1), lambda: "abc"["x":], lambda: [1, 2][1.0:], lambda: collections.namedtuple("Q", "a a"), lambda: collections.namedtuple("Q", "class"), lambda: range(1, 2, 3, 4), lambda: type("R", (range,), {}), lambda: (1, 2).x):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
