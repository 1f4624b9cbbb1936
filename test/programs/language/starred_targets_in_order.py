"""What starred targets ask iterables and iterators for, and in which order."""


class Seq:
    def __init__(self, n): self.n = n
    def __len__(self): print('len', end=' '); return self.n
    def __getitem__(self, i):
        print('item', i, end=' ')
        if i >= self.n: raise IndexError
        return i
class Hinted:
    def __init__(self, hint, n=3): self.hint, self.left = hint, n
    def __iter__(self): print('iter', end=' '); return self
    def __next__(self):
        print('next', end=' ')
        if not self.left: raise StopIteration
        self.left -= 1
        return self.left
    def __length_hint__(self):
        print('hint', end=' ')
        if isinstance(self.hint, Exception): raise self.hint
        return self.hint
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def one(x):
    a, *b = x
    return a, b
def two(x):
    a, *b, c = x
    return a, b, c
def none(x):
    *b, = x
    return b
for f in (one, two, none):
    for make in (lambda: Seq(4), lambda: Seq(1), lambda: Seq(0), lambda: Hinted(3), lambda: Hinted(-1), lambda: Hinted('x'), lambda: Hinted(KeyError('k')),
                 lambda: Hinted(TypeError('t')), lambda: Hinted(NotImplemented, 1), lambda: iter([1, 2, 3]), lambda: (i for i in range(3)), lambda: {1: 2, 3: 4},
                 lambda: 'abc', lambda: 5, lambda: {1}, lambda: range(4), lambda: iter(())):
        t(lambda: f(make()))
