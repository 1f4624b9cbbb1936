# Sets and dictionaries ask a key for its hash once, whatever they hold till then.
class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        ASKED.append(self.number)
        return self.number

    def __eq__(self, other):
        ASKED.append('eq')
        return NotImplemented


class Items(list):
    __hash__ = Key.__hash__
    number = 1


class Whole(int):
    def __hash__(self):
        ASKED.append('whole')
        return int(self)


class Text(str):
    def __hash__(self):
        ASKED.append('text')
        return 5


ASKED = []


def tell(name, made, use):
    for key in (Key(1), Key(9), Items(), Whole(1), Whole(7), Text('a'), Text('z')):
        container = made()
        found = []
        for _ in range(3):
            ASKED.clear()
            try:
                use(container, key)
            except Exception as error:
                ASKED.append(type(error).__name__)
            found.append(list(ASKED))
        print(name, found)


SETS = {'ints': lambda: {1, 2}, 'none': set, 'texts': lambda: {'a'}, 'floats': lambda: {1.0, 2.5}, 'frozen': lambda: frozenset([1, 2]), 'many': lambda: set(range(50))}
DICTS = {'ints': lambda: {1: 1, 2: 2}, 'none': dict, 'texts': lambda: {'a': 1, 'b': 2}, 'mixed': lambda: {1: 2, 'a': 1, None: 2}, 'many': lambda: dict.fromkeys(range(50))}
SET_USES = {
    'in': lambda held, key: key in held,
    'add': lambda held, key: held.add(key),
    'discard': lambda held, key: held.discard(key),
    'remove': lambda held, key: held.remove(key),
    'update': lambda held, key: held.update([key]),
    'union': lambda held, key: held | {key},
    'and': lambda held, key: held & {key},
    'difference': lambda held, key: held.difference([key]),
    'intersection': lambda held, key: held.intersection([key]),
    'symmetric': lambda held, key: held.symmetric_difference([key]),
    'isdisjoint': lambda held, key: held.isdisjoint([key]),
    'issuperset': lambda held, key: held.issuperset([key]),
    'issubset': lambda held, key: held.issubset([key]),
    'equal': lambda held, key: held == {key},
}
DICT_USES = {
    'in': lambda held, key: key in held,
    'get': lambda held, key: held.get(key),
    'item': lambda held, key: held[key],
    'set': lambda held, key: held.__setitem__(key, 1),
    'delete': lambda held, key: held.__delitem__(key),
    'setdefault': lambda held, key: held.setdefault(key, 1),
    'pop': lambda held, key: held.pop(key, None),
    'update': lambda held, key: held.update({key: 1}),
    'or': lambda held, key: held | {key: 1},
    'display': lambda held, key: {**held, key: 1},
    'fromkeys': lambda held, key: dict.fromkeys([key, key]),
    'keys': lambda held, key: key in held.keys(),
    'keys and': lambda held, key: held.keys() & [key],
    'items': lambda held, key: (key, 1) in held.items(),
    'equal': lambda held, key: held == {key: 1},
}
for kind, made in SETS.items():
    for name, use in SET_USES.items():
        tell(f'{kind} {name}', made, use)
for kind, made in DICTS.items():
    for name, use in DICT_USES.items():
        tell(f'{kind} {name}', made, use)
