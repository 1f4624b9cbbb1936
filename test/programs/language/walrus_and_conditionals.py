"""Assignment expressions and conditional expressions in every place where they may stand."""
import re

data = ["7 apples", "no number", "12 pears", ""]
print([int(m[1]) for line in data if (m := re.match(r"(\d+)", line))], m)
if any((found := line).startswith("12") for line in data):
    print("found", found)
total = 0
print([total := total + n for n in (1, 2, 3)], total)
stack = [1, 2, 3]
while (item := stack.pop() if stack else None) is not None:
    print(item, end=" ")
print(item)


def f(x=(default := 5), *args, k=(kw := 6)):
    return x, k, (local := x + k), local


print(f(), default, kw, f(y := 1, k=(z := 2)), y, z)
print((a := 1) + (b := a + 1) * (c := b + 1), a, b, c, [d := 4, d**2], {(e := "key"): (g := "value")}, e, g)
print(f"{(h := 10):>{(w := 5)}}|", h, w, (lambda q: (r := q) * r)(3), [(i := j) for j in range(3)], i)
nested = [[(last := x) for x in range(y)] for y in range(4)]
print(nested, last)


class Body:
    value = (temp := 3) * 2
    pair = [temp, value]


print(Body.temp, Body.pair)


def scopes():
    names = [inner := n for n in "ab"]
    gen = (outer := n for n in "cd")
    return names, inner, list(gen), outer, sorted(locals())


print(scopes())


def with_global():
    global made
    [made := n for n in range(3)]

    def child():
        nonlocal_target = 0

        def grandchild():
            nonlocal nonlocal_target
            return [nonlocal_target := n for n in (5, 6)], nonlocal_target

        return grandchild(), nonlocal_target

    return child()


print(with_global(), made)
for value in (0, 1, None, "", "x", [], [0], 0.0, float("nan"), object):
    print("truthy" if value else "falsy", value if value is not object else "object", not value, (value or "or")is not None, bool(value) and "and", end="; ")
print()
grade = lambda s: "A" if s > 90 else "B" if s > 80 else "C" if s > 70 else "F"
print([grade(s) for s in (95, 85, 75, 5)], (1 if 0 else 2, 3), [1 if x % 2 else -1 for x in range(4)], (lambda: 1 if True else 2)(), 1 if (t := False) else t, (yes := 1) if 0 else (no := 2), "yes" in globals(), no)
print(1 < (mid := 5) < 10, mid, not (n := 0) and n, [] or (alt := "alt"), alt, None if None else None, (x := 5, x + 1)[1], x)
assert (checked := len("abc")) == 3, checked
print(checked, max(p := [1, 5, 2]), p, {**(extra := {"k": 1})}, extra, [*(seq := (1, 2))], seq, print(s := "printed"), s)
del s
match (subject := [1, 2]):
    case [one, *_] if (guard := one):
        print(subject, guard)
with open(__file__) as handle, (suppressed := __import__("contextlib").suppress(KeyError)):
    {}["x"]
print(type(suppressed).__name__, (u := lambda: u)() is u, (yield_value := (lambda: (yield))) is yield_value)
