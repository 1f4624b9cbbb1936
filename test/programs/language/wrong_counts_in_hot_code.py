"""Builtins whose calls hot code compiles get too few and too many arguments: first always the right number, then others."""
import math, operator, struct
from io import BytesIO

FUNCTIONS = {
    'abs': (-1,), 'len': ([1, 2],), 'ord': ('a',), 'chr': (97,), 'min': (2, 1), 'max': (1, 2), 'isinstance': (1, int), 'issubclass': (bool, int),
    'hash': ((1, 2),), 'sum': ([1, 2],), 'sorted': ([2, 1],), 'bin': (5,), 'divmod': (7, 2), 'pow': (2, 3), 'round': (2.5,), 'repr': (1,), 'iter': ([1],),
    'any': ([0, 1],), 'all': ([1],), 'callable': (len,), 'format': (1, ''), 'hex': (3,), 'oct': (8,), 'next': (iter([]), 0), 'getattr': ('a', 'nonesuch', 1),
    'hasattr': (1, 'real'),
    'math.sqrt': (4.0,), 'math.sin': (0.0,), 'math.atan2': (0.0, 1.0), 'math.hypot': (3.0, 4.0), 'math.floor': (2.5,), 'math.fabs': (-2.0,), 'math.log': (1.0,),
    'math.fmod': (5.0, 3.0), 'math.gcd': (4, 6), 'operator.add': (1, 2), 'operator.itemgetter': (1,), 'struct.pack': ('<B', 5), 'struct.unpack': ('<B', b'a'),
    'int': (2.5,), 'float': (3,), 'str': (3,), 'bool': (1,), 'list': ([1],), 'tuple': ([1],), 'dict': ({1: 2},), 'set': ([1],), 'frozenset': ([1],), 'bytes': ([1],),
    'bytearray': ([1],), 'range': (3,), 'enumerate': ([1],), 'zip': ([1], [2]), 'reversed': ([1],), 'type': (1,), 'complex': (1.5,), 'slice': (1,), 'map': (abs, [1]),
}
METHODS = {
    'list': ([1, 2, 3], {'append': (1,), 'pop': (), 'index': (2,), 'count': (1,), 'insert': (0, 1), 'extend': ([1],), 'reverse': (), 'sort': (), 'clear': (), 'copy': (), 'remove': (1,)}),
    'dict': ({1: 2}, {'get': (1,), 'pop': (1, 2), 'setdefault': (1, 2), 'items': (), 'keys': (), 'values': (), 'update': ({},), 'copy': (), 'clear': (), 'popitem': ()}),
    'set': ({1, 2}, {'add': (1,), 'discard': (1,), 'remove': (1,), 'union': ({3},), 'update': ([1],), 'pop': (), 'issubset': ({1},), 'copy': (), 'clear': ()}),
    'str': ('abc', {'join': (['a'],), 'split': (), 'strip': (), 'startswith': ('a',), 'replace': ('a', 'b'), 'upper': (), 'find': ('b',), 'encode': (), 'format': (), 'isdigit': (),
                    'endswith': ('c',), 'count': ('a',), 'zfill': (5,), 'ljust': (5,), 'partition': ('b',), 'index': ('c',)}),
    'bytes': (b'abc', {'decode': (), 'find': (b'b',), 'startswith': (b'a',), 'join': ([b'a'],), 'hex': (), 'index': (98,), 'count': (b'a',)}),
    'bytearray': (bytearray(b'abc'), {'append': (1,), 'extend': (b'a',), 'pop': (), 'find': (b'b',), 'decode': ()}),
    'int': (5, {'bit_length': (), 'bit_count': (), 'to_bytes': (2, 'big'), 'is_integer': ()}),
    'float': (2.5, {'is_integer': (), 'as_integer_ratio': (), 'hex': ()}),
    'tuple': ((1, 2), {'index': (2,), 'count': (1,)}),
    'bytesio': (BytesIO(b'abcdef'), {'read': (1,), 'write': (b'a',), 'getvalue': (), 'seek': (0,), 'tell': ()}),
}
ADDRESS = ' object at '


def text(value):
    shown = repr(value)
    return type(value).__name__ if ADDRESS in shown or isinstance(value, int) and value > 10 ** 6 else shown




def outcome(function, args):
    try:
        return text(function(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def fresh(value):
    return BytesIO(value.getvalue()) if isinstance(value, BytesIO) else value.copy() if hasattr(value, 'copy') else value


def wrong(args):
    return [args[:n] for n in range(len(args))] + [args + (1,), args + (1, 2), args + ('x', 1, 2)]


def heat(owner, args, called):
    """Compiled for the right arguments first, then called with others by the same line of code."""
    count = len(args)
    for other in wrong(args):
        scope = {'math': math, 'operator': operator, 'struct': struct}
        listed = ', '.join(f'a{i}' for i in range(len(other)))
        exec(f'''
def hot(self, a, b, wrongly):
    {"".join(f"a{i}, " for i in range(count)) + "= a" if count else "pass"}
    if wrongly:
        {"".join(f"a{i}, " for i in range(len(other))) + "= b" if other else "pass"}
        return {called}({listed})
    return {called}({", ".join(f"a{i}" for i in range(count))})
''', scope)
        hot = scope['hot']
        for _ in range(3):
            seen = {outcome(hot, (fresh(owner), args, other, False)) for _ in range(12)}
            last = [outcome(hot, (fresh(owner), args, other, True)) for _ in range(12)]
        yield len(other), sorted(seen)[0], sorted(set(last))


for name, args in FUNCTIONS.items():
    print(name, *heat(None, args, name), sep='\n    ')
for owner, (value, methods) in METHODS.items():
    for name, args in methods.items():
        print(f'{owner}.{name}', *heat(value, args, f'self.{name}'), sep='\n    ')
# A name of the module that becomes another builtin.
leaf = max


def other_leaf(n):
    return leaf(n, 3)


for turn in range(60):
    if turn == 30:
        leaf = abs
    if turn == 45:
        leaf = len
    if turn % 5 == 0:
        print(turn, outcome(other_leaf, (turn,)))
    else:
        outcome(other_leaf, (turn,))
