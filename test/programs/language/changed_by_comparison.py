# Sets and dictionaries that are changed by the comparisons of their elements while these are looked for.
class Element:
    def __init__(self, value):
        self.value = value
        self.action = None
        self.says = None

    def __hash__(self):
        return 1

    def __eq__(self, other):
        action, self.action = self.action, None
        if action is not None:
            action()
            if self.says is not None:
                return self.says
        return isinstance(other, Element) and self.value == other.value

    def __repr__(self):
        return f'E{self.value}'


def shown(value):
    return sorted(map(repr, value)) if isinstance(value, (set, frozenset)) else value


SET_ACTIONS = {
    'nothing': lambda s: None,
    'clear': lambda s: s.clear(),
    'refill': lambda s: (s.clear(), s.update(Element(value) for value in (50, 51))),
    'refill with ints': lambda s: (s.clear(), s.update((1, 2))),
    'put it in': lambda s: (s.clear(), s.add(Element(9))),
    'discard': lambda s: s.discard(list(s)[0]),
    'intersect': lambda s: s.intersection_update([Element(9)]),
}
SET_OPERATIONS = {
    'in': lambda s, e: e in s,
    'add': lambda s, e: s.add(e),
    'discard': lambda s, e: s.discard(e),
    'remove': lambda s, e: s.remove(e),
    'update': lambda s, e: s.update({e}),
    'update with keys': lambda s, e: s.update({e: 1}),
    'update with list': lambda s, e: s.update([e]),
    'difference': lambda s, e: {e} - s,
    'difference_update': lambda s, e: s.difference_update({e}),
    'symmetric': lambda s, e: s.symmetric_difference_update({e}),
    'intersection': lambda s, e: s & {e},
    'isdisjoint': lambda s, e: s.isdisjoint({e}),
    'isdisjoint list': lambda s, e: s.isdisjoint([e]),
    'superset': lambda s, e: s >= {e},
    'superset list': lambda s, e: s.issuperset([e]),
}
for what, action in SET_ACTIONS.items():
    for name, operation in SET_OPERATIONS.items():
        for says in (None, True, False):
            for value in (0, 9):
                s = {Element(0)}
                first = next(iter(s))
                first.action = lambda: action(s)
                first.says = says
                try:
                    result = shown(operation(s, Element(value)))
                except Exception as error:
                    result = f'{type(error).__name__}: {error}'
                print(what, '|', name, says, value, result, shown(s))

DICT_ACTIONS = {
    'nothing': lambda d: None,
    'clear': lambda d: d.clear(),
    'refill': lambda d: (d.clear(), d.update({Element(50): 1, Element(51): 2})),
    'put it in': lambda d: (d.clear(), d.__setitem__(Element(9), 'put')),
    'replace': lambda d: d.__setitem__(list(d)[0], 'replaced'),
    'strings': lambda d: (d.clear(), d.update(a=1, b=2)),
}
DICT_OPERATIONS = {
    'in': lambda d, e: e in d,
    'get': lambda d, e: d.get(e),
    'set': lambda d, e: d.__setitem__(e, 'set'),
    'delete': lambda d, e: d.__delitem__(e),
    'setdefault': lambda d, e: d.setdefault(e, 'default'),
    'pop': lambda d, e: d.pop(e, 'none'),
    'update': lambda d, e: d.update({e: 'updated'}),
    'update of the other': lambda d, e: {e: 0}.update(d),
    'equal': lambda d, e: d == {e: 0},
    'keys and': lambda d, e: shown(d.keys() & {e}),
    'keys minus': lambda d, e: shown({e} - d.keys()),
    'keys minus keys': lambda d, e: shown(d.keys() - {e: 1}.keys()),
    'items xor': lambda d, e: shown(d.items() ^ {e: 0}.items()),
    'items xor list': lambda d, e: shown(d.items() ^ [(e, 0)]),
    'set of keys': lambda d, e: shown(set({Element(1): 0, e: 1})),
}
for what, action in DICT_ACTIONS.items():
    for name, operation in DICT_OPERATIONS.items():
        for says in (None, True, False):
            for value in (0, 9):
                d = {Element(0): 0}
                first = next(iter(d))
                first.action = lambda: action(d)
                first.says = says
                try:
                    result = operation(d, Element(value))
                except Exception as error:
                    result = f'{type(error).__name__}: {error}'
                print(what, '|', name, says, value, result, d)

# A source of update() may change as long as its size stays.
for what, change in {
    'value': lambda d: d.__setitem__('b', 3),
    'other key': lambda d: (d.pop('b'), d.__setitem__('c', 3)),
    'fewer': lambda d: d.pop('b'),
    'more': lambda d: d.__setitem__('c', 3),
}.items():
    source = {Element(1): 1, 'a': 1, 'b': 2}
    target = {Element(2): 0}
    list(target)[0].action = lambda: change(source)
    try:
        target.update(source)
        print(what, target, source)
    except RuntimeError as error:
        print(what, error, target, source)

# Comparing keys of equal hashes happens where a set is made of a dictionary, too.
counted = []


class Counted(Element):
    __hash__ = Element.__hash__

    def __eq__(self, other):
        counted.append((self.value, other.value))
        return False


d = dict.fromkeys([Counted(1), Counted(2), Counted(3)])
counted.clear()
made = set(d)
print(sorted(counted), len(made))
counted.clear()
made = set(made)
print(counted)
print(shown({1: 2, 3: 4}.items() ^ {1: 2, 3: 5, 7: 8}.items()), {1: []}.items() ^ {1: []}.items())
for left, right in [({1: []}, {1: [2]}), ({1: []}, {})]:
    try:
        print(left.items() ^ right.items())
    except TypeError as error:
        print(error)
