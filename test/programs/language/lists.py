"""Lists: slicing and slice assignment, methods, in-place operators, comparison, recursion, mutation while iterating."""

a = [3, 1, 2]
a.append("x"), a.extend(range(2)), a.insert(1, None), a.insert(-100, "first"), a.insert(100, "last")
print(a, len(a), a.index(1), a.count(1), a.pop(), a.pop(0), a.pop(-2), a)
b = list(range(10))
b[2:5] = "abcdef"
b[:0] = [-1]
b[len(b):] = (99,)
print(b)
b[::3] = ["."] * len(b[::3])
del b[1::4], b[-1]
print(b, b[5:1:-2], b[-1:-100:-3], b[10:], b[slice(1, 3)])
b[1:1] = b
b[-2:] = []
print(b, b[True], b[False:True])
c = d = [1]
c += [2]
c *= 2
c = c + [9]
print(c, d, [1] * -1, 2 * [0], [[]] * 2, [1, 2] < [1, 2, 0], [1, [2]] == [1, [2]], [2] > [1, 5], [] < [0], [nan := float("nan")] == [nan])
r = [1]
r.append(r)
print(r, r[1][1][0], repr([r]), r == r, r in r)
e = [3, 1, 2]
print(sorted(e), e, e.sort(), e, e.sort(reverse=True), e, e.reverse(), e, list(reversed(e)), e.copy() is e, e.copy() == e)
for x in (f := [1, 2, 3, 4]):
    if x % 2:
        f.remove(x)
    if x == 4:
        f.append(6) if len(f) < 4 else None
print(f)
it = iter(g := [1, 2])
next(it), next(it)
print(next(it, "done"), g.append(3), next(it, "still done"), it.__length_hint__(), it.__reduce__()[0].__name__)
it = iter(g)
g.append(4)
print([next(it), it.__length_hint__()], it.__setstate__(3), list(it), [*g, *g[:1]], list(g) is g)
h = [[0] * 3 for _ in range(2)]
h[0][1], h[1][-1] = 5, 7
print(h, [row[:] for row in h] == h, sum(h, []), [*map(list, zip(*h))], [x for row in h for x in row if x])
first, *middle, last = range(6)
(p, [q, *s]), t = (1, "xyz"), None
print(first, middle, last, p, q, s, t, [*[], *(1,), *{2}, *"3"], [*range(2)] * 2)
n = [0, 1, 2]
i = 0
i, n[i] = 2, "set"
print(n, i)
n[0], n[1], n[2] = n[2], n[0], n[1]
print(n, [1, 2, 3].__contains__(2), [1] is [1], list("ab").__iadd__((1,)), [].__imul__(3), list(), list({"k": 1}), [None] + [...])


class Odd(list):
    def __getitem__(self, key):
        return ("got", key)

    def __len__(self):
        return 99

    def append(self, item):
        super().append(item * 2)


o = Odd([1, 2])
o.append(3)
print(o, len(o), o[0], o[1:2], list(o), [*o], o == [1, 2, 6], type(o + [1]).__name__, type(o.copy()).__name__, type(o * 1).__name__, o.__class__(o) == o)


class Liar:
    def __eq__(self, other):
        if isinstance(other, int):
            m.clear()
        return False


m = [1, Liar(), 3]
print(3 in m, m)
m = [Liar()] * 3
print(m.count(5), m)
for action in (lambda: [][0], lambda: [1][5], lambda: [1]["a"], lambda: [1][1.0], lambda: [].pop(), lambda: [1].pop(3), lambda: [].remove(1), lambda: [1].index(2), lambda: [1, 2].index(1, 1), lambda: [1] + (2,), lambda: [1] * "a", lambda: [1] * 1.5,
               lambda: [1] < 2, lambda: [1, "a"] < [1, 2], lambda: sorted([1, "a"]), lambda: [].sort(1), lambda: [].sort(key=1), lambda: [1, 2].sort(key=1), lambda: hash([]), lambda: {[]: 1}, lambda: list(5), lambda: list(1, 2), lambda: [].foo, lambda: setattr([], "x", 1), lambda: [1][::0],
               lambda: [1, 2, 3].__setitem__(slice(None, None, 2), [1]), lambda: [].__setitem__(0, 1), lambda: [].__delitem__(0), lambda: [1].__setitem__(slice(0), 5), lambda: [].extend(5), lambda: [].append(), lambda: [].append(1, 2), lambda: [].insert("a", 1), lambda: [1].__setitem__("a", 1), lambda: [0] * 10**20, lambda: [1].index(1, "a"), lambda: list(x=1), lambda: [1, 2](0), lambda: [].pop("a"), lambda: [] @ []):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("a, b = [1]", "a, b = 1, 2, 3", "a, *b = []", "a, b, *c = [1]", "[a, b] = 5", "a, b = {}", "*a, = 7", "(a, b), c = 1, 2", "a, b = iter([1])", "x = [*5]", "x = (1, *None)"):
    try:
        exec(source)
    except Exception as error:
        print(source, "->", type(error).__name__, error)
