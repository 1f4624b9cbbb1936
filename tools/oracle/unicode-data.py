"""Prints what unicodedata knows, as constants of src/modules/unicodedata/data.generated.ts: `NAME text`. Numbers are in base 36.

RECORDS: category, bidirectional class, combining class, width, mirrored; records are separated by `;`.
RUNS, RUNS_3_2: for all code points in order: length of a run, number of its record.
TAGS: of compatibility decompositions, in the order of their numbers (from 2 on).
DECOMPOSITIONS: gap to the code point before, 32 * tag + number of code points, the code points. Tag 0: canonical, 1: canonical and never
composed. Hangul syllables are computed.
VALUES: numeric values as fractions. NUMBERS: gap, number of the value.
NUMBERS_3_2: as NUMBERS, for the code points assigned in Unicode 3.2 where it differs; value 0 is none.
DECIMALS_3_2: gap, decimal value + 1; 0 is none.
CORRECTIONS_3_2: code point, its canonical decomposition.
SEQUENCES: names of sequences, then their code points joined by `+`; separated by `;`.
"""
import unicodedata
from fractions import Fraction
from pathlib import Path

OLD = unicodedata.ucd_3_2_0
ALL = [chr(point) for point in range(0x110000)]
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
HANGUL = range(0xAC00, 0xD7A4)


def base36(number):
    text = ''
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def joined(numbers):
    return ' '.join(map(base36, numbers))


records = {}


def record(database, c):
    bidirectional = database.bidirectional(c)
    values = database.category(c), bidirectional, database.combining(c), database.east_asian_width(c), database.mirrored(c)
    return records.setdefault(' '.join(map(str, values)), len(records))


def runs(database):
    numbers, previous = [], -1
    for c in ALL:
        number = record(database, c)
        if number == previous:
            numbers[-2] += 1
        else:
            numbers += [1, number]
            previous = number
    return joined(numbers)


def gaps(pairs):
    """Code points become gaps to the one before."""
    numbers, previous = [], 0
    for point, *rest in pairs:
        numbers += [point - previous, *rest]
        previous = point
    return joined(numbers)


values = {None: 0}


def value_number(value):
    if value is not None:
        value = Fraction(value).limit_denominator(1000)
    return values.setdefault(value, len(values))


now, old = runs(unicodedata), runs(OLD)
print('RECORDS', ';'.join(records))
print('RUNS', now)
print('RUNS_3_2', old)

tags, decompositions = {}, []
for point, c in enumerate(ALL):
    parts = unicodedata.decomposition(c).split()
    if not parts or point in HANGUL:
        continue
    tag = 0
    if parts[0].startswith('<'):
        tag = tags.setdefault(parts.pop(0), len(tags) + 2)
    elif unicodedata.normalize('NFC', c) != c:
        tag = 1
    points = [int(part, 16) for part in parts]
    decompositions.append((point, 32 * tag + len(points), *points))
print('TAGS', ' '.join(tags))
print('DECOMPOSITIONS', gaps(decompositions))

numbers = [(p, value_number(unicodedata.numeric(c))) for p, c in enumerate(ALL) if unicodedata.numeric(c, None) is not None]
assigned = [(p, c) for p, c in enumerate(ALL) if OLD.category(c) != 'Cn']
old_numbers = [
    (p, value_number(OLD.numeric(c, None))) for p, c in assigned if OLD.numeric(c, None) != unicodedata.numeric(c, None)
]
old_decimals = [
    (p, OLD.decimal(c, -1) + 1) for p, c in assigned if OLD.decimal(c, None) != unicodedata.decimal(c, None)
]
print('VALUES', ' '.join(str(value or 0) for value in values))
print('NUMBERS', gaps(numbers))
print('NUMBERS_3_2', gaps(old_numbers))
print('DECIMALS_3_2', gaps(old_decimals))
corrections = [(p, ord(OLD.normalize('NFD', c))) for p, c in assigned if OLD.normalize('NFD', c) != unicodedata.normalize('NFD', c)]
print('CORRECTIONS_3_2', joined(number for pair in corrections for number in pair))

sequences = []
for name in Path(__file__).with_name('named-sequences.txt').read_text().split('\n'):
    try:
        text = unicodedata.lookup(name)
    except KeyError:
        continue
    sequences.append(f'{name} ' + '+'.join(base36(ord(c)) for c in text))
print('SEQUENCES', ';'.join(sequences))
