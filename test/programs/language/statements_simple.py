"""Simple statements and their corners: del, pass, return, import forms, type, global, expression statements, ellipsis."""
...
"a string statement"
5; [1]; None; (yield_ := 1)


def returns_nothing():
    return


def returns_tuple():
    return 1, *[2, 3]


def unreachable():
    return "first"
    return "second"


def docstring_only():
    "doc"


def body_on_line(): return "line"


class Empty: ...


class OneLine: x = 1; y = 2


print(returns_nothing(), returns_tuple(), unreachable(), docstring_only(), docstring_only.__doc__, body_on_line(), OneLine.x + OneLine.y, Empty.__doc__, __doc__)
a = b, c = d = 1, 2
print(a, b, c, d)
x = y = []
x += [1]
y *= 2
print(x, y, x is y)
del x
print("x" in globals(), y)
(z) = (w) = 3
long_line = 1 + \
    2 + \
    3
inside = (1 +
          # a comment inside
          2)
print(z, w, long_line, inside)
if True: pass; print("after pass")
while False: print("never")
else: print("else on a line")
for _ in (): pass
else: print("for-else on a line")
try: 1 / 0
except ZeroDivisionError: print("except on a line")
finally: print("finally on a line")
with open(__file__) as f, open(__file__) as g: print(f.readline() == g.readline())
async def coroutine(): return 1
print(type(coroutine).__name__, coroutine.__code__.co_flags & 0x80 > 0)
type Alias = int | str
type Alias2[T] = list[T]
print(Alias, Alias.__value__, Alias2[int])
type = 5; print(type); del type
print(type(5).__name__)
match = case = _ = 1
print(match, case, _)
print((lambda: ...)(), (lambda *, a=1, **k: (a, k))(b=2), (lambda x=(y := 5): x)(), y)
assert (1), "no warning"
global_declared = 1


def changes():
    global global_declared, made_here
    global_declared += 1
    made_here = "yes"
    for global_declared in range(5): pass
    import os.path as made_here_too
    return made_here_too.__name__ in ("posixpath", "ntpath")


print(changes(), global_declared, made_here)


def shadowing(print=print, len=lambda x: "shadowed"):
    print(len([]))


shadowing()
for i in range(3): last = i
else: last = "else"
print(i, last)
for i, in [(1,), (2,)]: print(i, end=" ")
for i in 1, 2, *[3]: print(i, end=" ")
print()
n = 3
while n: n -= 1; print(n, end=" ")
print()
if (n := 5) > 3 and (m := n * 2): print(n, m)
if not n: pass
elif n == 5: print("elif")
print(1 if n else 2, "yes" * (n > 3), [n, -n][n > 3], n and m, n or m, (n, m)[False])
print(*"abc", sep="-", end="!\n"), print(), print(None), print("a", "b", sep=""), print("x", end=""), print(flush=True)
𝓿ariable = "normalised identifier"
print(variable)
__dunder__ = ªordinal = 2
print(__dunder__, aordinal)
