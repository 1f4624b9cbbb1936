"""Slices of lists that are assigned or concatenated at once: compiled code need not make them."""
def flip(p, n):
    p[:n + 1] = p[n::-1]
    return p
def other(p, q, n):
    p[1:n] = q[:n]
    return p
def same(p, n):
    p[1:n] = p[:n - 1]
    return p
def drop(p, i):
    return p[:i] + p[i + 1:]
def front(p, i):
    return [0] + p[i:]
def bad(p, n, k):
    p[:n + k] = p[n::-1]
    return p
def rev(p, a, b, c, d):
    p[a:b] = p[c:d:-1]
    return p

for r in range(400):
    for mk in (lambda: list(range(6)), lambda: [1.5, 2.5, 3.5, 4.5], lambda: ['a', 'b', None, 4], lambda: []):
        out = [f(mk(), *a) for f in (flip, same, drop, front) for a in ((0,), (1,), (3,), (7,), (-2,))]
        out += [other(mk(), m(), n) for m in (lambda: [1, 2], lambda: ['x'], lambda: [2.0, 4.0], lambda: []) for n in (0, 1, 2, 5)]
        out += [rev(mk(), a, b, c, d) for a in (None, 0, 1) for b in (None, 2, 4) for c in (None, 1, 3) for d in (None, 0)]
for k in (1, 2**53, -3, True, 'x', 1.5):
    try: print(bad([1, 2, 3, 4], 2, k))
    except TypeError as e: print(e)
print(out)
big = list(range(10000))
for i in range(50):
    flip(big, 5000); same(big, 9000); x = drop(big, 30)
print(hash(tuple(big)), hash(tuple(x)))
