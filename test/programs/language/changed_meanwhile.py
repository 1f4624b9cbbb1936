"""Containers that comparisons, representations, conversions and key functions change while they are walked."""
from array import array
from bisect import bisect, insort, insort_left
from collections import deque

def show(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)

class Acting:
    """Acts when it is compared or shown."""
    def __init__(self, act, answer=False): self.act = act; self.answer = answer
    def __eq__(self, other): self.act(); return self.answer
    def __hash__(self): return 1
    def __repr__(self): self.act(); return 'Acting'

# Representations: a list is walked as it is, others as they were.
for make in (list, deque, tuple):
    items = []
    def clear(): items.clear() if hasattr(items, 'clear') else None
    items = make([1, Acting(clear), 3, 4])
    show(make.__name__, lambda: repr(items))
grown = []
grown.extend([1, Acting(lambda: grown.append(5) if len(grown) < 5 else None), 3])
show('grown', lambda: repr(grown))
shared = []
shared.extend([Acting(lambda: shared.pop()), Acting(lambda: shared.pop()), 'last', 'very last'])
show('shared', lambda: repr(shared))

# Sets: the one that is walked is seen as it is, and what is not in the changed one is added to it.
OPERATIONS = ('__and__', '__or__', '__sub__', '__xor__', '__iand__', '__ior__', '__isub__', '__ixor__', '__le__', '__ge__',
              '__eq__', 'isdisjoint', 'difference_update', 'intersection_update', 'symmetric_difference_update', 'update')
def algebra(name, of_left, answer, swapped):
    left, right = {1, 2, 3}, set()
    changed = left if of_left else right
    right.add(Acting(changed.clear, answer))
    right.add(2)
    first, second = (right, left) if swapped else (left, right)
    result = getattr(first, name)(second)
    result = len(result) if isinstance(result, set) else result
    return result, len(left), len(right)
for name in OPERATIONS:
    for of_left in (True, False):
        for swapped in (False, True):
            # An element that is found equal while the set is emptied counts as found in CPython only while adding.
            for answer in (False, True) if name not in ('__ior__', 'update', '__or__', '__xor__', '__ixor__') else (False,):
                show((name, of_left, swapped, answer), lambda: algebra(name, of_left, answer, swapped))
replaced = {1}
replaced.add(Acting(lambda: replaced.intersection_update([])))
show('replaced', lambda: (replaced.discard(Acting(lambda: None)), len(replaced)))
for _ in range(200):
    left = {1, 2, 3}; right = set(); right.add(Acting(left.clear)); right.add(2); left |= right
print(len(left))

# Deques.
class Less:
    def __init__(self, act, answer): self.act = act; self.answer = answer
    def __eq__(self, other): self.act(); return self.answer
    def __lt__(self, other): return 'less'
    __gt__ = __lt__
for name in ('remove', 'index', 'count', '__contains__'):
    for answer in (True, False, KeyError('key'), RuntimeError('own')):
        for act in ('clear', 'popleft', 'pop', None):
            d = deque()
            def compared(self, other):
                if act: getattr(d, act)()
                if isinstance(answer, Exception): raise answer
                return answer
            d.extend([1, type('Item', (), {'__eq__': compared})(), 3])
            show((name, str(answer), act), lambda: (getattr(d, name)(9), len(d)))
for name in ('__eq__', '__ne__', '__lt__', '__gt__', '__le__'):
    for of_left in (True, False):
        for answer in (True, False):
            d, other = deque(), deque([1, 2, 3])
            d.extend([1, Less((d if of_left else other).pop, answer), 3])
            show((name, of_left, answer), lambda: getattr(d, name)(other))
class Bad:
    def __bool__(self): raise OSError('no truth')
class Unordered:
    def __lt__(self, other): return Bad()
    def __gt__(self, other): raise KeyError('order')
for operation in (lambda d, e: d < e, lambda d, e: d > e, lambda d, e: d <= e, lambda d, e: d == e):
    show('unordered', lambda: operation(deque([Unordered()]), deque([1, 2])))

# bisect: the key of what is inserted is asked for before the length.
for function in (bisect, insort, insort_left):
    l = [1, 2, 3, 4, 5]
    show(function.__name__, lambda: function(l, 3, key=lambda x: l.clear() or x))
    print(l)

# array.fromlist
class Float:
    def __init__(self, act): self.act = act
    def __float__(self): self.act(); return 5.0
for act in ('clear', 'pop', 'reverse', ('append', 1)):
    l = [1, 2]
    l += [Float(getattr(l, act) if isinstance(act, str) else lambda: l.append(1)), 3]
    a = array('d', [9])
    show(act, lambda: a.fromlist(l))
    print(a)

# States of iterators below zero.
for sequence in ([1, 2, 3], (1, 2, 3), 'abc', b'abc', bytearray(b'abc')):
    for position in (-1, -5, 2, 99):
        it = iter(sequence)
        it.__setstate__(position)
        print(type(sequence).__name__, position, it.__length_hint__(), it.__reduce__()[1:], list(it))
