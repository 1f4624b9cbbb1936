"""Long methods of stores that the interpreter finishes for compiled code: the object's place is still the object's."""


KEPT = {}


class Table(dict):
    def __setitem__(self, key, value):
        dict.__setitem__(KEPT, 'last', value)
        name = 'odd' if type(value) is str else 'plain'
        steps = {'first': 0, 'second': 1, 'third': 2, 'fourth': 3}
        for k in range(4):
            if k == steps['first']:
                value = len(value) if name == 'odd' else value + 1
            elif k == steps['second']:
                value = value - 1 if value % 3 == 0 else value + 2
            elif k == steps['third']:
                value = value - 2 if value % 5 == 0 else value + 3
            elif k == steps['fourth'] and value % 7 == 0:
                value = value * 2 if value < 100 else value // 2
        if value % 11 == 0 or value % 13 == 0 or value % 17 == 0:
            value = value * 3 % 1009
        elif value % 19 == 0 or value % 23 == 0 or value % 29 == 0:
            value = value * 5 % 1013
        elif value % 31 == 0 or value % 37 == 0 or value % 41 == 0:
            value = value * 7 % 1019
        if value % 43 == 0 and value % 47 == 0 and value % 53 == 0:
            value = 0
        dict.__setitem__(self, key, value)


class Record:
    @property
    def value(self):
        return self.__dict__.get('_value', 0)

    @value.setter
    def value(self, value):
        dict.__setitem__(KEPT, 'last', value)
        name = 'odd' if type(value) is str else 'plain'
        steps = {'first': 0, 'second': 1, 'third': 2, 'fourth': 3}
        for k in range(4):
            if k == steps['first']:
                value = len(value) if name == 'odd' else value + 1
            elif k == steps['second']:
                value = value - 1 if value % 3 == 0 else value + 2
            elif k == steps['third']:
                value = value - 2 if value % 5 == 0 else value + 3
            elif k == steps['fourth'] and value % 7 == 0:
                value = value * 2 if value < 100 else value // 2
        if value % 11 == 0 or value % 13 == 0 or value % 17 == 0:
            value = value * 3 % 1009
        elif value % 19 == 0 or value % 23 == 0 or value % 29 == 0:
            value = value * 5 % 1013
        elif value % 31 == 0 or value % 37 == 0 or value % 41 == 0:
            value = value * 7 % 1019
        if value % 43 == 0 and value % 47 == 0 and value % 53 == 0:
            value = 0
        dict.__setitem__(self.__dict__, '_value', value)


def items(values, keys):
    table = Table((key, 0) for key in range(7))
    total = 0
    for i in range(len(values)):
        total += table[keys[i]]
        table[keys[i]] = values[i]
    return total, len(table), type(table).__name__


def attributes(values, names):
    record = Record()
    record.other = 1
    total = 0
    for i in range(len(values)):
        total += getattr(record, names[i])
        record.value = values[i]
    return total, record.value, type(record).__name__


VALUES = ['text', *range(10_000)]
for odd in (-1, 9990, 2, 6000):
    values = VALUES[:]
    values[odd] = 'text'
    print(odd, items(values, [i % 7 for i in range(10_001)]), attributes(values, ['value', 'other'] * 5_001))
