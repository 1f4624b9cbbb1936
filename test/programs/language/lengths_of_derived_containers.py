# Who asks containers for their length before taking their items: a __len__ of a class below a builtin type is heard by those.
import collections

BASES = (dict, set, frozenset, list, tuple, str, bytes, bytearray, collections.deque, collections.OrderedDict, collections.Counter)


def derived(base):
    class Derived(base):
        def __len__(self):
            ASKED[0] += 1
            return ANSWER[0]

    return Derived


def asked(what, value):
    ASKED[0] = 0
    for _ in range(40):
        try:
            result = what(value)
        except Exception as error:
            result = type(error).__name__, str(error)
    return ASKED[0], result


def extended(value):
    found = [1]
    found.extend(value)
    return len(found)


def added(value):
    found = [1]
    found += value
    return len(found)


def sliced(value):
    found = [1, 2]
    found[:1] = value
    return len(found)


def unpacked(value):
    first, *rest = value
    return len(rest)


ASKED = [0]
ANSWER = [2]
WAYS = {
    'list': lambda value: len(list(value)),
    'extend': extended,
    '+=': added,
    'slice': sliced,
    'display': lambda value: len([*value]),
    'display behind': lambda value: len([0, *value]),
    'tuple display': lambda value: len((*value,)),
    'set display': lambda value: len({*value}),
    'tuple': lambda value: len(tuple(value)),
    'set': lambda value: len(set(value)),
    'sorted': lambda value: len(sorted(value, key=str)),
    'bytes': lambda value: len(bytes(value)),
    'bytearray': lambda value: len(bytearray(value)),
    'call': lambda value: (lambda *rest: len(rest))(*value),
    'unpacked': unpacked,
    'zip': lambda value: len(list(zip(value))),
    'map': lambda value: len(list(map(str, value))),
    'fromkeys': lambda value: len(dict.fromkeys(value)),
    'join': lambda value: ','.join(value),
}
for base in BASES:
    cls = derived(base)
    for answer in (2, 0, -1, 2**63, None):
        ANSWER[0] = answer
        value = cls('ab') if base is str else cls([(1, 2), (3, 4)]) if issubclass(base, dict) else cls([1, 2])
        print(base.__name__, answer, [(name, *asked(what, value)) for name, what in WAYS.items()])
