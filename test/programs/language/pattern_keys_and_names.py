"""Mapping patterns whose keys are asked for their hashes, and `__match_args__` of odd types."""
def show(label, f):
    try: print(label, repr(f()))
    except BaseException as e: print(label, type(e).__name__, e)

class Key:
    def __init__(self, name): self.name = name
    def __hash__(self): print('hash', self.name); return 1
    def __eq__(self, other): print('eq', self.name, other if isinstance(other, str) else other.name); return True
class Keys:
    a = 'a'
    again = 'a'
    unhashable = []
    key = Key('key')
    other = Key('other')

def same(value):
    match value:
        case {Keys.a: x, Keys.again: y}: return x, y
    return 'no'
def unhashable(value):
    match value:
        case {Keys.unhashable: x}: return x
    return 'no'
def hashed(value):
    match value:
        case {Keys.key: x}: return x
    return 'no'
def both(value):
    match value:
        case {Keys.key: x, 'a': y, **rest}: return x, y, rest
    return 'no'
def equal(value):
    match value:
        case {Keys.key: x, Keys.other: y}: return x, y
    return 'no'
def missing_first(value):
    match value:
        case {'zz': x, Keys.a: y, Keys.again: z}: return x, y, z
    return 'no'
for function in (same, unhashable, hashed, both, equal, missing_first):
    for value in ({}, {'a': 1}, {'b': 1, 'c': 2}, {'a': 1, 'b': 2, 'c': 3}, {'zz': 1, 'a': 1, 'b': 2}):
        show((function.__name__, value), lambda: function(value))

class Names(tuple): pass
def positional(cls):
    match cls():
        case cls(x): return x
    return 'no'
for names in (('a',), Names(('a',)), ['a'], 'a', None, ('a', 'b')):
    cls = type('C', (), {'a': 1, 'b': 2, '__match_args__': names})
    show(names, lambda: positional(cls))
for turn in range(300):
    cls.__match_args__ = ('b', 'a') if turn < 150 else Names(('b', 'a')) if turn < 200 else ('a',)
    try: result = positional(cls)
    except TypeError as e: result = str(e)
    if turn % 49 == 0: print(turn, result)
