"""Comprehensions: nesting, conditions, scoping, evaluation order, async forms, generator expressions' laziness."""
import asyncio

print([x * y for x in range(1, 4) for y in range(x)], [[x, y] for x in "ab" for y in "cd" if x < y], {x: x**2 for x in range(3)}, {x % 2 for x in range(5)}, {**{k: v for k, v in zip("ab", (1, 2))}})
print([x for x in range(20) if x % 2 if x % 3], [(a, b) for a, *b in ["xyz", "p"]], [y for x in [[1, 2], [3]] for y in x], [x if x else "zero" for x in (0, 1)], [[i * j for j in range(3)] for i in range(3)], [lambda: x for x in range(2)][0]())
print([*(x for x in "ab")], [x for x in (lambda: "cd")()], [(yield_ := x) for x in range(2)], yield_, [x for x, in [(1,), (2,)]], {(): 1 for _ in range(3)})


def trace(x, label):
    print(label, x, end="; ")
    return x


[trace(i, "body") for i in trace(range(2), "iter") if trace(i >= 0, "cond") for j in trace([i], "inner")]
print()
{trace(k, "key"): trace(k + 1, "value") for k in range(2)}
print()
gen = (trace(x, "lazy") for x in trace([1, 2], "eager outer"))
print("made")
print(next(gen), list(gen), list(gen))
g = (x for x in range(3) if 10 // (x - 1))
print(next(g))
try:
    next(g)
except ZeroDivisionError as error:
    print(error, list(g))
try:
    (x for x in 5)
except TypeError as error:
    print("outer iterable is checked at once:", error)
lazy = (y for x in range(1) for y in undefined_name)
try:
    list(lazy)
except NameError as error:
    print(error)
it = iter(range(10))
print(sum(x * x for x in range(10)), max((len(w), w) for w in ["a", "bcd", "ef"]), "".join(c.upper() for c in "abc"), any(x > 3 for x in it), list(it), all(x for x in ()), dict((k, v) for k, v in [(1, 2)]), set(x for x in "aa"), tuple(x for x in "ab"), sorted((-x for x in range(3))))
print(gen.gi_frame, gen.gi_running, gen.gi_code.co_name, type(gen).__name__, (x for x in ()).__qualname__, gen.gi_yieldfrom, (i for i in [1]).gi_suspended)


class C:
    n = 3
    squares = [i * i for i in range(n)]
    try:
        wrong = [n for _ in range(n)]
    except NameError as error:
        wrong = str(error)
    right = (lambda n: [n for _ in range(n)])(n)


print(C.squares, C.wrong, C.right)


def function_scope(n):
    base = 10
    fs = [lambda k=k: base + k + n for k in range(2)]
    base = 20
    return [f() for f in fs], [n for n in range(3)], n, {n for n in "z"}, n, [locals().get("n") for q in "a"], [base for base in range(2)][-1], base


print(function_scope(1))


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


async def main():
    print([x async for x in agen(3)], {x async for x in agen(2)}, {x: await double(x) async for x in agen(3) if x != 1}, [await double(x) for x in range(3)], [y async for x in agen(3) for y in range(x)], [[y async for y in agen(x)] for x in range(3)])
    g = (x * 2 async for x in agen(3))
    print(type(g).__name__, [x async for x in g], [x for x in [await double(4)]], [x async for x in agen(5) if await double(x) > 3])
    h = (await double(x) for x in range(2))
    print(type(h).__name__, [x async for x in h])


asyncio.run(main())
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row if x % 2 == 0], {i: [x for x in range(i)] for i in range(3)}, [(i, j, k) for i in range(2) for j in range(i, 2) for k in range(j, 2)], [x for x in range(3) if [y for y in range(x) if y]], list(filter(None, (x % 3 for x in range(6)))))
print([i for i in range(5) if i not in [j for j in range(3)]], [*[i for i in "ab"], *{j: 1 for j in "cd"}], [x for x in "abc"[::-1]], [(x, y) for x, y in zip("ab", range(2))], [[]for _ in range(2)], [(lambda: (yield x))().send(None) for x in range(2)])
names = {"a": 1, "b": 2}
print({v: k for k, v in names.items()}, {k: v for k, v in names.items() if v > 1} | {k.upper(): v for k, v in names.items()}, [f"{k}={v}" for k, v in names.items()], sum(names[k] for k in names), [k for k in names if (v := names[k]) > 1], v)
for source in ("[x for x in 1, 2]", "[x, y for x in z]", "[*x for x in y]", "{**x for x in y}", "[x for x in y if z else w]", "(x for x in y for)", "f(x for x in y, 1)", "f(1, x for x in y)", "[yield x for x in y]", "[x async for x in y]", "{x: y for x in z, w}", "[for x in y]", "[x for 1 in y]", "[x for f() in y]", "[x for x.y in z] = 1", "(x for x in y) = 1", "[x for x in y] += 1", "[(yield x) for x in y]", "[await x for x in y]", "f(x for x in y for z in w, )", "class A(x for x in y): pass", "[x for lambda: 1 in y]", "[x for x in lambda: y, 1]", "{x for x in y: 1}", "[None for None in x]", "[x for x in y if]", "(a, b for a in c)"):
    try:
        compile(source, "<s>", "exec")
        print(source, "fine")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset, error.end_offset)
