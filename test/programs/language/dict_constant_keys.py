"""Constant names as keys: sites remember where they have found them."""
def area(r):
    return r['w'] * r['h']
def update(r):
    r['w'] = r['w'] + 1
    r['n'] = r.get('n', 0) + 1
    r['h'] += 1
    return 'n' in r, 'zz' in r, r.get('zz'), r.get('zz', 5)
def build(i):
    d = {}
    d['a'] = i
    d['b'] = i * 2
    d['a'] = i * 3
    return d
def missing(r):
    try: return r['zz']
    except KeyError as e: return e.args
class Key(str):
    def __eq__(self, other): calls.append(other); return str.__eq__(self, other)
    __hash__ = str.__hash__
calls = []
for i in range(400):
    a = {'w': 2, 'h': 3}; b = {'h': 5, 'w': 7, 'x': 1}; c = dict.fromkeys(map(str, range(20)), 0) | {'w': 1, 'h': 1}
    out = [area(a), area(b), area(c), update(a), update(b), update(c), a, b, list(c)[-3:], build(i % 3), list(build(1)), missing(a)]
    del a['w']; a['w'] = 9; out.append((area(a), list(a)))
    a.pop('h'); a['h'] = 1; a.clear()
    try: area(a)
    except KeyError as e: out.append(e.args)
print(out)
d = {Key('w'): 4, Key('h'): 5}
print(area(d), update(d), list(d.items()), len(calls) > 0)
mixed = {1: 2, (1, 2): 3, 'w': 4, 'h': 5, None: 6}
print(area(mixed), update(mixed), mixed)
class D(dict):
    def __missing__(self, k): return 10
print(area(D(w=1)), missing(D()))
def globally():
    g = globals()
    g['counter'] = g.get('counter', 0) + 1
    return counter, 'counter' in g, g['counter']
for i in range(300): out = globally()
print(out)
import json
rows = json.loads('[{"w": 1, "h": 2}, {"h": 3, "w": 4}]' )
print([area(r) for r in rows * 200][-4:])
