"""Subscripts of classes derived from dict, in loops that get hot: with methods of their own, and with ones that come and go."""
from collections import ChainMap, Counter, OrderedDict, defaultdict


class Plain(dict):
    pass


class Missing(dict):
    def __missing__(self, key):
        if key == 13:
            raise LookupError('unlucky')
        return key * 2


class Storing(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value


class Deleting(dict):
    deleted = 0

    def __delitem__(self, key):
        self.deleted += 1
        super().__delitem__(key)


class Reading(dict):
    def __getitem__(self, key):
        return ('read', super().get(key))


class Writing(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value + 1)


def plain(n):
    table = Plain((i, 0) for i in range(50))
    for i in range(n):
        table[i % 50] += i
    try:
        for i in range(n):
            table[i if i == n - 1 else i % 50] -= 1
    except KeyError as error:
        return sum(table.values()), error.args


def missing(n):
    table = Missing()
    total = 0
    for i in range(n):
        if i % 3 == 0:
            table[i % 7] = i
        try:
            total += table[i % 14]
        except LookupError as error:
            total += len(str(error))
    return total, len(table)


def storing(n):
    table = Storing()
    for i in range(n):
        table[i % 5].append(i)
        table[str(i % 3)].append(i)
    return {key: len(value) for key, value in table.items()}


def deleting(n):
    table = Deleting()
    for i in range(n):
        table[i % 20] = i
        if i % 4 == 0:
            del table[i % 20]
    return table.deleted, len(table), table[19]


def reading(n):
    table = Reading(a=1)
    found = set()
    for i in range(n):
        table['a'] = i % 3
        found.add(table['a'])
    return sorted(found)


def writing(n):
    table = Writing(a=0)
    for i in range(n):
        table['a'] = table['a']
    return table


def counted(n):
    words = Counter()
    for i in range(n):
        words['abcdefg'[i % 7]] += 1
        words[i % 11, i % 2] += 1
    words['z'] -= 5
    del words['a'], words['never']
    return words['b'], words['nothing'], len(words), words.most_common(2)[0][1]


def ordered(n):
    table = OrderedDict()
    for i in range(n):
        table[i % 5] = i
        table.move_to_end(i % 5, last=False)
        table[(i + 1) % 5] = table[i % 5]
    return table


def defaults(n):
    table = defaultdict(list)
    derived = type('Derived', (defaultdict,), {})(int)
    for i in range(n):
        table[i % 4].append(i)
        derived[i % 9] += 1
    return {key: len(value) for key, value in table.items()}, derived[8], len(derived)


def changing(n):
    class Changing(dict):
        pass

    table = Changing((i, 1) for i in range(10))
    total = 0
    for i in range(n):
        total += table[i % 10]
        table[i % 10] = 1
        if i == n // 2:
            Changing.__getitem__ = lambda self, key: 100
        if i == n // 2 + 50:
            del Changing.__getitem__
            Changing.__setitem__ = lambda self, key, value: dict.__setitem__(self, key, 5)
        if i == n // 2 + 100:
            del Changing.__setitem__
            Changing.__missing__ = lambda self, key: 10_000
            del table[3]
    return total


def several(n):
    """One place for all sorts of dictionaries."""
    tables = [Plain(a=1), Missing(a=1), Reading(a=1), Counter(a=1), {'a': 1}, defaultdict(int, a=1), ChainMap({'a': 1})]
    total = 0
    for i in range(n):
        table = tables[i % 7]
        value = table['a']
        total += value if isinstance(value, int) else value[1]
        table['a'] = i % 10
    return total


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ArithmeticError('no equality')


def wild_keys(n):
    table = Plain()
    errors = 0
    for i in range(n):
        key = Bad() if i % 100 == 0 else i % 3
        try:
            table[key] = i
            table[key]
        except ArithmeticError:
            errors += 1
    try:
        table[[]]
    except TypeError as error:
        return errors, len(table), str(error)


for function in (plain, missing, storing, deleting, reading, writing, counted, ordered, defaults, changing, several, wild_keys):
    print(function.__name__, function(3000), function(3000))
