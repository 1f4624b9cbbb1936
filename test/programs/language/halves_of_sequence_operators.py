"""Classes that derive from sequences and define one of `__add__`, `__radd__`, `__mul__`, `__rmul__`: the other half is the sequence's method."""
import array, collections
def show(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)
class Both:
    def __add__(self, other): return 'Both.add'
    def __radd__(self, other): return 'Both.radd'
    def __mul__(self, other): return 'Both.mul'
    def __rmul__(self, other): return 'Both.rmul'
class Index:
    def __index__(self): return 2
def in_place(a, b):
    a += b
    return type(a).__name__, a
def in_place_times(a, b):
    a *= b
    return type(a).__name__, a
def half(name):
    def method(self, other): return '%s.%s' % (type(self).__name__, name)
    return method
made = {list: [1], tuple: (1,), str: 's', bytes: b'b', bytearray: bytearray(b'a'), collections.deque: [1]}
for base, start in made.items():
    for names in (('__radd__',), ('__add__',), ('__rmul__',), ('__mul__',), ('__iadd__',), ('__radd__', '__rmul__'), ()):
        cls = type('_'.join((base.__name__, *names)), (base,), {name: half(name) for name in names})
        below = type('below_' + cls.__name__, (cls,), {})
        for other in (Both(), Index(), base(start), 2, 'text'):
            for kind in (cls, below) if names else (cls,):
                label = kind.__name__, type(other).__name__
                show((*label, '+'), lambda: kind(start) + other)
                show((*label, 'r+'), lambda: other + kind(start))
                show((*label, '*'), lambda: kind(start) * other)
                show((*label, 'r*'), lambda: other * kind(start))
                show((*label, '+='), lambda: in_place(kind(start), other))
                show((*label, '*='), lambda: in_place_times(kind(start), other))
class Late(list): pass
results = []
for turn in range(400):
    if turn == 100: Late.__radd__ = half('late radd')
    if turn == 300: Late.__add__ = half('late add')
    try: result = Late([1]) + Both()
    except TypeError as e: result = str(e)
    if not results or results[-1] != result: results.append(result)
print(results)
class Changing(list): pass
class Reflecting(list):
    def __radd__(self, other): return 'Reflecting'
class Under(Changing): pass
show('before', lambda: Under() + Both())
Under.__bases__ = (Reflecting,)
show('after', lambda: Under() + Both())
