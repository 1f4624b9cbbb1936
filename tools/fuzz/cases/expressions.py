"""Regular expressions on texts and bytes, with every way to search: `SEED COUNT`."""
import re
import warnings

from draw import COUNT, below, choose, outcome

warnings.simplefilter('ignore')
ITEMS = [
    'a', 'b', 'A', '1', '.', '[ab]', '[^a]', r'\w', r'\W', r'\d', r'\s', r'[\w-]', '[a-c]', r'\b', r'\B', '^', '$', r'\Z', 'é', '[À-ÿ]',
    'a', 'b', 'k', 'ſ', '😀', '[😀-😂]', '[α-ω]', 'Σ',
]
REPEATS = ['', '', '', '*', '+', '?', '*?', '+?', '??', '*+', '++', '{2}', '{1,2}', '{0,2}?', '{2,}', '{1,3}+']
CHARACTERS = ['a', 'b', 'A', 'é', 'É', '1', ' ', '\n', '_', 'k', '\u212a', 's', '😀', 'σ', 'ς', '\ud800']
BYTES = [b'a', b'b', b'A', b'\xe9', b'\xc9', b'1', b' ', b'\n', b'_']


class Groups:
    def __init__(self):
        self.count = 0
        self.closed = []


def group(depth, groups):
    kind = below(10)
    if kind < 4:
        groups.count += 1
        number = groups.count
        inner = alternatives(depth - 1, groups)
        groups.closed.append(number)
        return f'({inner})'
    if kind == 9 and groups.closed:
        number = choose(groups.closed)
        return choose([f'\\{number}(?:)', f'(?({number}){sequence(depth - 1, groups)}|{sequence(depth - 1, groups)})'])
    return f'(?{choose([":", "=", "!", ">", "i:", "<=", "<!"])}{alternatives(depth - 1, groups)})'


def sequence(depth, groups):
    parts = []
    for _ in range(below(4)):
        item = group(depth, groups) if depth > 0 and below(3) == 0 else choose(ITEMS)
        parts.append(item + (choose(REPEATS) if item not in ('^', '$', r'\b', r'\B', r'\Z') else ''))
    return ''.join(parts)


def alternatives(depth, groups):
    return '|'.join(sequence(depth, groups) for _ in range(choose([1, 1, 2, 3])))


def results(pattern, text, start, end):
    found = []
    for search in (pattern.match, pattern.search, pattern.fullmatch):
        match = search(text, start, end)
        found.append(match and (match.regs, match.lastindex, match.groups(), match.pos, match.endpos))
    replaced = pattern.sub(lambda match: match[0] * 2, text), pattern.subn('-' if isinstance(pattern.pattern, str) else b'-', text, 2)
    spans = [match.span() for match in pattern.finditer(text, start, end)]
    return found, pattern.findall(text, start, end), pattern.split(text), pattern.split(text, 2), replaced, spans


for _ in range(COUNT):
    source = alternatives(3, Groups())
    flags = choose([0, 0, re.I, re.M, re.S, re.A, re.A | re.I])
    text = ''.join(choose(CHARACTERS) for _ in range(below(12)))
    if below(3) == 0:
        source = source.encode('latin-1', 'ignore')
        flags = choose([0, re.I, re.L, re.L | re.I, re.M])
        text = choose([bytes, bytearray])(b''.join(choose(BYTES) for _ in range(below(12))))
    try:
        pattern = re.compile(source, flags)
    except (re.error, ValueError) as error:
        print(ascii(source), type(error).__name__, error)
        continue
    start, end = choose([(0, 100), (below(8) - 2, below(14) - 2)])
    print(ascii(source), int(flags), ascii(text), start, end, outcome(results, pattern, text, start, end))
