"""Methods of str on texts with astral characters, lone surrogates and instances of a subclass: `SEED COUNT`."""
from draw import COUNT, below, choose, outcome

ALPHABETS = ['abAB 1', 'aΣσςß İıǅ', 'ab\t\n\r\x1c\x85\u2028 ', 'a😀𝒜\U00010400', 'a\ud800\udc00😀', '١²½x_-+', '']
PLAIN = (
    'capitalize casefold isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle '
    'isupper lower lstrip rsplit rstrip split splitlines strip swapcase title upper expandtabs encode __len__ __repr__ __str__ '
    '__iter__ __getnewargs__'
).split()
WITH_TEXT = (
    'count endswith find index join lstrip partition removeprefix removesuffix rfind rindex rpartition rsplit rstrip split '
    'startswith strip __add__ __contains__ __eq__ __lt__ __ge__ __ne__ __mod__ __rmod__'
).split()
WITH_NUMBER = '__mul__ __rmul__ center ljust rjust zfill expandtabs __getitem__ splitlines'.split()
SEARCHES = 'find rfind count startswith endswith index rindex'.split()


class Sub(str):
    pass


def text(longest):
    alphabet = choose(ALPHABETS) or ''.join(ALPHABETS)
    made = ''.join(choose(alphabet) for _ in range(below(longest)))
    return Sub(made) if below(6) == 0 else made


def part_of(whole):
    start = below(len(whole) + 1)
    return choose([text(3), whole[start:start + below(3) + 1]])


def bound():
    return choose([None, below(14) - 5])


def arguments(whole):
    kind = below(9)
    if kind == 0:
        return choose(PLAIN), ()
    if kind <= 2:
        return choose(WITH_TEXT), (part_of(whole),)
    if kind == 3:
        return choose(WITH_NUMBER), (below(12) - 4,)
    if kind == 4:
        return choose(SEARCHES), (part_of(whole), bound(), bound())
    if kind == 5:
        return 'replace', (part_of(whole), text(3), below(5) - 1)
    if kind == 6:
        return '__getitem__', (slice(bound(), bound(), choose([None, 1, 2, -1, -2])),)
    if kind == 7:
        return 'translate', ({ord(c): choose([None, 'xy', 66, 0x1F600, '']) for c in text(5)},)
    return choose(['split', 'rsplit']), (choose([None, text(2)]), below(5) - 1)


def described(whole, method, args):
    result = getattr(whole, method)(*args)
    if hasattr(result, '__next__'):
        result = list(result)
    types = [type(item).__name__ for item in result] if isinstance(result, (list, tuple)) else []
    return type(result).__name__, types, result


for _ in range(COUNT):
    whole = text(10)
    method, args = arguments(whole)
    print(method, ascii(whole), ascii(args), outcome(described, whole, method, args))
