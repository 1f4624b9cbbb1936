"""Prints what str's methods know of characters: `RANGES name numbers`, `CASE name numbers`, `SPECIAL name text`.

RANGES: as unicode-ranges.py.
CASE: simple mappings as runs of four numbers in base 36: gap since the start of the previous run, number of characters, distance between
two of them (1 or 2), and the difference of the mapping (zigzag). FOLD has what differs from LOWER, TITLE what differs from UPPER.
SPECIAL: mappings to several characters: pairs of a code point and its mapping in hexadecimal, joined by `,`; the mapping's code points by `+`.
"""
import sys
import unicodedata

DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
ALL = [chr(point) for point in range(sys.maxunicode + 1)]


def base36(number):
    text = ''
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def is_title(c):
    return unicodedata.category(c) == 'Lt'


def is_cased(c):
    return c.islower() or c.isupper() or is_title(c)


def is_case_ignorable(c):
    """Whether a final sigma looks past the character: seen by putting it between a letter (or none) and a sigma."""
    if is_cased(c):
        return ('.' + c + '\u03a3').lower()[-1] == '\u03c3'
    return ('A' + c + '\u03a3').lower()[-1] == '\u03c2'


PROPERTIES = {
    'ALPHA': str.isalpha,
    'DECIMAL': str.isdecimal,
    'DIGIT': str.isdigit,
    'NUMERIC': str.isnumeric,
    'LOWERCASE': str.islower,
    'UPPERCASE': lambda c: c.isupper() and not is_title(c),
    'TITLECASE': is_title,
    'SPACE': str.isspace,
    'CASE_IGNORABLE': is_case_ignorable,
}

for name, has_property in PROPERTIES.items():
    numbers, end = [], 0
    points = [ord(c) for c in ALL if has_property(c)]
    starts = [p for i, p in enumerate(points) if i == 0 or points[i - 1] != p - 1]
    ends = [p + 1 for i, p in enumerate(points) if i == len(points) - 1 or points[i + 1] != p + 1]
    for start, stop in zip(starts, ends):
        numbers += [base36(start - end), base36(stop - start)]
        end = stop
    print('RANGES', name, ' '.join(numbers))


def single(convert):
    """The mapping of a character where it is one character; itself otherwise."""
    def mapped(c):
        result = convert(c)
        return result if len(result) == 1 else c
    return mapped


def runs(pairs):
    """Runs (start, count, step, delta) of code points with the same difference to their mapping."""
    found = []
    for point, delta in pairs:
        if found:
            start, count, step, last_delta = found[-1]
            distance = point - (start + (count - 1) * step)
            if delta == last_delta and distance <= 2 and (count == 1 or distance == step):
                found[-1] = [start, count + 1, distance, delta]
                continue
        found.append([point, 1, 1, delta])
    return found


lower, upper = single(str.lower), single(str.upper)
MAPPINGS = {
    'LOWER': (lower, lambda c: c),
    'UPPER': (upper, lambda c: c),
    'TITLE': (single(str.title), upper),
    'FOLD': (single(str.casefold), lower),
}
for name, (convert, base) in MAPPINGS.items():
    pairs = [(ord(c), ord(convert(c)) - ord(c)) for c in ALL if convert(c) != base(c)]
    numbers, previous = [], 0
    for start, count, step, delta in runs(pairs):
        numbers += [start - previous, count, step, delta * 2 if delta >= 0 else -2 * delta - 1]
        previous = start
    print('CASE', name, ' '.join(map(base36, numbers)))

for name, convert in {'LOWER': str.lower, 'UPPER': str.upper, 'TITLE': str.title, 'FOLD': str.casefold}.items():
    entries = [f'{ord(c):x} ' + '+'.join(f'{ord(r):x}' for r in convert(c)) for c in ALL if len(convert(c)) > 1]
    print('SPECIAL', name, ','.join(entries))
