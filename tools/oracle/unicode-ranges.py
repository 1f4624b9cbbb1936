"""Prints the ranges of code points with a property, as CPython's own str methods and unicodedata see them.

One line per property: its name, then numbers in base 36: the gap since the end of the previous range and the length of the range.
"""
import sys

PROPERTIES = {
    'XID_START': lambda c: c.isidentifier() and c != '_',
    'XID_CONTINUE': lambda c: ('a' + c).isidentifier() and c != '_',
    'PRINTABLE': str.isprintable,
}
DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


def base36(number):
    text = ''
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


for name, has_property in PROPERTIES.items():
    numbers, end, point = [], 0, 0
    while point < sys.maxunicode + 2:
        start = point
        while point <= sys.maxunicode and has_property(chr(point)):
            point += 1
        if point > start:
            numbers += [base36(start - end), base36(point - start)]
            end = point
        point += 1
    print(name, ' '.join(numbers))
