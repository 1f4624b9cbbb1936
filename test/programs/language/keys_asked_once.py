"""How often keys are asked for their hash and compared, found or missed, by all that looks keys up; in loops that have been compiled."""
from collections import Counter, defaultdict
calls = []
class Key:
    def __init__(self, number, same=False): self.number = number; self.same = same
    def __hash__(self): calls.append('hash'); return self.number
    def __eq__(self, other): calls.append('eq'); return self.same
    def __repr__(self): return 'Key'
class Missing(dict):
    def __missing__(self, key): return 'missing'
LOOKUPS = '''d[x]
d.get(x)
d.get(x, 5)
x in d
x not in d
d.pop(x, 5)
d.pop(x)
d.setdefault(x, 5)
d.__getitem__(x)
d.__delitem__(x)
delete(d, x)
store(d, x)
add(d, x)
d.update({x: 1})
d | {x: 1}
{**d, x: 1}
dict(d, **{}) == d
x in d.keys()
(x, 1) in d.items()
{x: 1} == d
d.keys() & {x}
x in s
s.add(x)
s.discard(x)
s.remove(x)
s & {x}
s | {x}
s - {x}
s ^ {x}
{x} <= s
s.isdisjoint([x])
s.intersection([x])
frozenset(s) == {x, 2}
d.get((x, 1))
(1, x) in d
str('%(a)s' % {'a': 1, x: 2})
matched(d, x)
[d[x] for _ in (1,)]
next(d[x] for _ in (1,))
all(d[x] == 5 for _ in (1,))'''.split('\n')
def delete(d, x): del d[x]
def store(d, x): d[x] = 5
def add(d, x): d[x] += 1
class Keys: pass
def matched(d, x):
    Keys.x = x
    match d:
        case {Keys.x: found}: return found
    return 'none'
TIMES = 300
for lookup in LOOKUPS:
    exec(f'''
def run(make, keys):
    results = []
    for turn, x in enumerate(keys):
        d = make()
        s = {{1, 2}}
        calls.clear()
        try: result = {lookup}
        except KeyError as e: result = 'KeyError', len(e.args)
        if turn >= TIMES: results.append((type(result).__name__, len(d), len(s), ' '.join(calls)))
    return results
''')
    for make in (lambda: {1: 2, 3: 4}, lambda: Missing({1: 2, 3: 4}), lambda: defaultdict(int, {1: 2}), lambda: Counter({1: 2})):
        keys = [turn % 5 for turn in range(TIMES)] + [Key(1), Key(1, True), Key(7), 1, 'text', Key(1)]
        try: print(lookup, type(make()).__name__, run(make, keys))
        except TypeError as e: print(lookup, type(make()).__name__, e)
