"""Slices that are unpacked at once, and lists that grow by displays."""
def four(s, i):
    a, b, c, d = s[i:i + 4]
    return d, c, b, a
def head(s):
    a, b = s[:2]
    return b, a
def tail(s, n):
    a, b = s[n:]
    return b, a
def back(s):
    a, b = s[-3:-1]
    return b, a
def grow(n):
    out = []
    for i in range(n):
        out += (i, i + 1)
        out += [i * 2, out[0], str(i)]
        out += ()
    return out
def grow_floats(n):
    out = [0.5]
    for i in range(n):
        out += (i / 2, 1.5)
        out += [0.25]
    return out
def grow_itself(n):
    out = [1]
    for i in range(n):
        out += (out, i)
        out += [out[0]]
    return len(out), out[1] is out
def local(n):
    total = 0
    for i in range(n):
        part = [i]
        part += (i + 1, i + 2)
        part += [i + 3]
        a, b, c, d = part
        total += a * b + c * d + len(part)
    return total
class Sub(list):
    def __iadd__(self, other):
        self.append(('iadd', len(other)))
        return self
def grow_any(out, n):
    for i in range(n):
        out += (i, i)
    return out
for _ in range(300):
    r = [four(list(range(9)), 2), four([.5, 1.5, 2.5, 3.5], 0), head([1, 2, 3]), head(['a', None]), tail([1, 2, 3, 4], 2), back([1, 2, 3, 4]), grow(4), grow_floats(3), grow_itself(3), local(5)]
print(r)
for args in (([1, 2, 3], 0), (list(range(9)), 7), ([], 0), (list(range(9)), -4), (list(range(9)), True)):
    try: print(four(*args))
    except ValueError as e: print(e)
for s in ([1], [], [1, 2], (1, 2, 3), 'xyz', range(5)):
    for f in head, back, lambda s: tail(s, 1):
        try: print(f(s))
        except ValueError as e: print(e)
print([grow_any([], 3), grow_any(Sub(), 3)])
try: grow_any((), 2); print(grow_any((1,), 2))
except TypeError as e: print(e)
import sys
def failing(s, i):
    try:
        a, b = s[i:i + 2]
    except ValueError:
        return sorted(sys._getframe().f_locals)
    return a + b
print([failing(list(range(5)), i) for i in range(5)] * 2, len(grow(3000)))
