"""Prints the names of characters, packed as src/util/unicode-names.ts expects them: four lines.

1. Words of names, the most frequent first.
2. The names in the order of their code points, in symbols of ALPHABET: a header, then the words that differ from the
   name before. A header below 81 is 9 * (words shared with the name before) + (further words) - 1; 81 announces a gap between code
   points (four symbols); 82 the two numbers as a symbol each.
   A word is one symbol below SHORT, or two, or three if the first is not below SHORT + MIDDLE.
3. Ranges whose names end in the code point: first and last in hexadecimal, then the beginning of the name; separated by `;`.
4. Aliases: code point in hexadecimal, then the alias; separated by `;`.
"""
import sys
import unicodedata
from collections import Counter
from pathlib import Path

ALPHABET = ''.join(chr(c) for c in range(33, 127) if chr(c) not in "\\'")
BASE = len(ALPHABET)
SHORT, MIDDLE = 40, 44
HANGUL = range(0xAC00, 0xD7A4)
EXPLICIT_RANGES = ['CJK UNIFIED IDEOGRAPH-', 'TANGUT IDEOGRAPH-']


def lookup(name):
    try:
        return ord(unicodedata.lookup(name))
    except (KeyError, TypeError):
        return -1


def numbered_prefix(point):
    """The beginning of a name that ends in its own code point."""
    name = unicodedata.name(chr(point), '')
    suffix = f'{point:04X}'
    if name.endswith('-' + suffix):
        return name[: -len(suffix)]
    for prefix in EXPLICIT_RANGES:
        if lookup(prefix + suffix) == point:
            return prefix
    return None


def symbols(number, width):
    text = ''
    for _ in range(width):
        number, digit = divmod(number, BASE)
        text = ALPHABET[digit] + text
    assert number == 0
    return text


def word_code(index):
    if index < SHORT:
        return symbols(index, 1)
    index -= SHORT
    if index < MIDDLE * BASE:
        return ALPHABET[SHORT + index // BASE] + ALPHABET[index % BASE]
    index -= MIDDLE * BASE
    return ALPHABET[SHORT + MIDDLE + index // BASE**2] + symbols(index % BASE**2, 2)


def header(shared, further):
    if shared <= 8 and 1 <= further <= 9:
        return ALPHABET[shared * 9 + further - 1]
    return ALPHABET[82] + ALPHABET[shared] + ALPHABET[further]


names, ranges = {}, []
for point in range(sys.maxunicode + 1):
    prefix = numbered_prefix(point)
    if prefix is not None:
        if ranges and ranges[-1][1] == point - 1 and ranges[-1][2] == prefix:
            ranges[-1][1] = point
        else:
            ranges.append([point, point, prefix])
    elif point not in HANGUL and (name := unicodedata.name(chr(point), None)) is not None:
        names[point] = name.split(' ')

frequency = Counter()
previous = []
rows = []
for point, words in names.items():
    shared = 0
    while shared < min(len(words), len(previous)) and words[shared] == previous[shared]:
        shared += 1
    rows.append((point, shared, words[shared:]))
    frequency.update(words[shared:])
    previous = words

order = [word for word, _ in sorted(frequency.items(), key=lambda item: (-item[1], item[0]))]
codes = {word: word_code(index) for index, word in enumerate(order)}
stream, expected = [], 0
for point, shared, words in rows:
    if point != expected:
        stream.append(ALPHABET[81] + symbols(point - expected, 4))
    stream.append(header(shared, len(words)))
    stream += [codes[word] for word in words]
    expected = point + 1

aliases = []
for line in Path(__file__).with_name('name-aliases.txt').read_text().splitlines():
    point, _, alias = line.partition(' ')
    if lookup(alias) == int(point, 16):
        aliases.append(f'{point} {alias}')

print(' '.join(order))
print(''.join(stream))
print(';'.join(f'{first:X} {last:X} {prefix}' for first, last, prefix in ranges))
print(';'.join(aliases))
