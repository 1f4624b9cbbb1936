"""The % operator, format specifications, format strings and their parser: `SEED COUNT`."""
import _string

from draw import COUNT, below, choose, outcome


class Shown:
    def __format__(self, spec):
        return f'<{spec}>'

    def __repr__(self):
        return 'é😀'


class Index:
    def __index__(self):
        return 77

    def __repr__(self):
        return 'Index'


VALUES = [
    0, 1, -1, 42, -255, 10**20, -10**30, 1.5, -0.0, 0.1, 1e300, -2.5e-7, float('inf'), float('nan'), 'abc', 'é😀x', '', True, None,
    (1,), [1], Shown(), Index(), 2 + 3j, b'x', 123456789.987654321, 0.5, 2.5, 1e16, 123456.0,
]
PIECES = (
    '{ } {} {0} {1} {a} !r !s !a !x : {:{}} .real [0] [a] {{ }} x é 😀 {0!r:>5} {a.b} {:>{w}} {:{w}.{p}} {0[0]} {a[k]} {-1} :5 {}{}'
).split()


def conversion():
    flags = ''.join(choose('-+ #0') for _ in range(below(3)))
    width = choose(['', '', '5', '12', '*', '0'])
    precision = choose(['', '', '', '.', '.0', '.3', '.*', '.10'])
    key = '(k)' if below(12) == 0 else ''
    letter = choose('dddiuoxXeEfFgGcrsa%szé')
    return f'{choose(["", "x", "😀"])}%{key}{flags}{width}{precision}{choose(["", "", "l"])}{letter}{choose(["", "%%"])}'


def operands(value):
    return choose([value, {'k': value}, (7, value), (below(8) - 3, 2, value), (value,)])


def specification():
    align = choose(['', '', '<', '>', '^', '=', 'x<', 'é>', '😀^', '0='])
    flags = choose(['', '+', '-', ' ', 'z', '#', '0', '+#0'])
    width = choose(['', '5', '12', '20'])
    precision = choose(['', '', '.', '.0', '.3', '.10', '.2,', '._'])
    return f'{align}{flags}{width}{choose(["", "", ",", "_"])}{precision}{choose(list("bcdeEfFgGnosxX%r") + ["", ""])}'


def field_name(name):
    first, rest = _string.formatter_field_name_split(name)
    return first, list(rest)


for _ in range(COUNT):
    value = choose(VALUES)
    format = conversion()
    values = operands(value)
    print(ascii(format), ascii(values), outcome(lambda: format % values))
    spec = specification()
    print(ascii(spec), ascii(value), outcome('{:{}}'.format, value, spec))
    pieces = ''.join(choose(PIECES) for _ in range(1 + below(4)))
    print(ascii(pieces), outcome(lambda: pieces.format('s', 3.5, a={'k': 1}, w=6, p=2)))
    print(outcome(lambda: pieces.format_map({'a': 'v', 'w': 4, 'p': 1})))
    print(outcome(lambda: list(_string.formatter_parser(pieces))), outcome(field_name, pieces))
