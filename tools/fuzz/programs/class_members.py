"""Special methods for the grammar of classes: what is called with how many operands and gives what, and signatures, fitting and not."""

# Names by what they give, and by the number of operands besides the object.
SPECIALS = {
    ('number', 1): '__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __and__ __or__ __xor__ __lshift__ __rshift__ __matmul__',
    ('number', 1, 'reflected'): '__radd__ __rsub__ __rmul__ __rtruediv__ __rfloordiv__ __rmod__ __rpow__ __rand__ __ror__ __rxor__ __rmatmul__ __rlshift__',
    ('number', 1, 'in place'): '__iadd__ __isub__ __imul__ __iand__ __ior__ __ifloordiv__ __imatmul__ __ipow__',
    ('number', 0): '__neg__ __pos__ __invert__ __abs__ __trunc__ __floor__ __ceil__',
    ('whole', 0): '__index__ __int__ __index__ __hash__ __length_hint__',
    ('fraction', 0): '__float__ __complex__',
    ('size', 0): '__len__ __len__',
    ('truth', 0): '__bool__ __bool__',
    ('truth', 1): '__contains__ __contains__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __eq__ __lt__',
    ('text', 0): '__repr__ __str__ __repr__ __str__ __bytes__',
    ('text', 1): '__format__',
    ('iterator', 0): '__iter__ __iter__ __iter__ __reversed__',
    ('item', 0): '__next__ __next__',
    ('item', 1): '__getitem__ __getitem__ __getitem__ __missing__ __call__ __call__ __round__',
    ('item', 0, 'called'): '__call__ __call__ __enter__ __enter__ __copy__',
    ('item', 2): '__call__ __get__ __get__',
    ('nothing', 1): '__delitem__ __delete__ __init__ __init__ __delattr__ __init_subclass__',
    ('nothing', 2): '__setitem__ __setitem__ __set__ __set__ __set_name__ __init__ __setattr__',
    ('truth', 3): '__exit__ __exit__',
    ('attribute', 1): '__getattr__ __getattr__ __getattr__ __getattribute__',
    ('maker', 1): '__new__ __new__',
    ('item', 1, 'of classes'): '__class_getitem__',
    ('number', 0, 'deprecated'): '__round__',
    ('truth', 1, 'of classes'): '__instancecheck__ __subclasscheck__',
}  # fmt: skip

NAMES = {key: names.split() for key, names in SPECIALS.items()}
# The hash that objects have by themselves differs from run to run.
ALL_SPECIALS = sorted({name for names in NAMES.values() for name in names} - {'__hash__'})
OPERANDS = [(), ('other',), ('other', 'third'), ('kind', 'error', 'trace')]
# What every such method does before it gives anything, to keep recursion and loops within limits.
WATCHED = frozenset('__getattr__ __getattribute__ __setattr__ __delattr__ __new__ __instancecheck__ __subclasscheck__'.split())


SYMBOLS = dict(
    add='+', sub='-', mul='*', truediv='/', floordiv='//', mod='%', pow='**', lshift='<<', rshift='>>', matmul='@', xor='^', eq='==', ne='!=', lt='<',
    le='<=', gt='>', ge='>=', **{'and': '&', 'or': '|'},
)  # fmt: skip


def operator_uses():
    """What asks objects for operators: on either side, in place, and compared."""
    found = {}
    for name, symbol in SYMBOLS.items():
        found[f'__{name}__'] = [f'(<obj> {symbol} <operand>)', f'(<obj> {symbol} <obj>)', f'(<obj> {symbol} <int>)']
        found[f'__r{name}__'] = [f'(<operand> {symbol} <obj>)', f'(<int> {symbol} <obj>)']
        found[f'__i{name}__'] = [f'operator.i{name}(<obj>, <operand>)']
    return found


# Expressions that call a special method.
USES = {
    **operator_uses(),
    '__divmod__': ['divmod(<obj>, <operand>)'],
    '__neg__': ['(-<obj>)'],
    '__pos__': ['(+<obj>)'],
    '__invert__': ['(~<obj>)'],
    '__abs__': ['abs(<obj>)'],
    '__trunc__': ['math.trunc(<obj>)'],
    '__floor__': ['math.floor(<obj>)'],
    '__ceil__': ['math.ceil(<obj>)'],
    '__index__': ['<list>[<obj>]', 'range(<obj>)', 'hex(<obj>)', '<list>[<obj>:]', '(<list> * <obj>)', 'operator.index(<obj>)', 'int(<obj>)', 'chr(<obj>)'],
    '__int__': ['int(<obj>)', "'%d' % <obj>"],
    '__hash__': ['len({<obj>, <obj>})', '<dict>.get(<obj>)', '(<obj> in SET)', '{<obj>: 1}'],
    '__length_hint__': ['list(<obj>)', 'operator.length_hint(<obj>)', '[*<obj>]'],
    '__float__': ['float(<obj>)', 'math.sqrt(<obj>)', "'%.1f' % <obj>"],
    '__complex__': ['complex(<obj>)'],
    '__len__': ['len(<obj>)', 'bool(<obj>)', '(<int> if <obj> else <str>)', 'list(<obj>)', 'list(reversed(<obj>))', '<obj>[-1]', '(not <obj>)'],
    '__bool__': ['bool(<obj>)', '(<int> if <obj> else <str>)', '(not <obj>)', '(<obj> and <operand>)', '(<obj> or <operand>)', 'any([<obj>])', 'list(filter(None, [<obj>]))'],
    '__contains__': ['(<operand> in <obj>)', '(<obj> not in <obj>)'],
    '__repr__': ['repr(<obj>)', 'str([<obj>])', "f'{ <obj>!r}'", "'%r' % (<obj>,)"],
    '__str__': ['str(<obj>)', "f'{ <obj>}'", "'%s' % (<obj>,)", "''.join(map(str, [<obj>]))"],
    '__bytes__': ['bytes(<obj>)'],
    '__format__': ["f'{ <obj>}'", "f'{ <obj>:>9}'", 'format(<obj>, <str>)'],
    '__iter__': ['[*<obj>]', 'list(<obj>)', 'sum(<obj>)', 'list(zip(<obj>, <list>))', '[<use> for <local obj> in <obj>][:9]', '(<operand> in <obj>)', 'sorted(<obj>)', 'max(<obj>)', 'descended(<obj>)', 'list(alive(producing(<obj>)))', "','.join(<obj>)", 'dict(<obj>)', 'set(<obj>)'],
    '__reversed__': ['list(reversed(<obj>))'],
    '__next__': ['next(<obj>)', 'next(<obj>, <int>)', 'list(zip([1, 2], <obj>))', 'first(<obj>)'],
    '__getitem__': ['<obj>[<key>]', '<obj>[<int>]', '<obj>[1:2]', 'first(<obj>)', '(<operand> in <obj>)', "'%(x)s' % <obj>", 'matched(<obj>)'],
    '__missing__': ['<obj>[<key>]', "'{x}'.format_map(<obj>)"],
    '__call__': ['<obj>()', '<obj>(<argument>)', '<obj>(<argument>, <argument>)', '<obj>(*<tuple>)', '<obj>(more=<int>)', 'list(map(<obj>, <list>))', 'sorted(<list>, key=<obj>)', 'applied(<obj>, <argument>)'],
    '__round__': ['round(<obj>)', 'round(<obj>, <int>)'],
    '__enter__': ['entered(<obj>)'],
    '__exit__': ['entered(<obj>)', 'failed(<obj>)'],
    '__copy__': ['copy.copy(<obj>)'],
    '__get__': ['attached(<obj>)', 'attached(<obj>, Root)'],
    '__set__': ['stored(<obj>, <operand>)'],
    '__delete__': ['removed(<obj>)'],
    '__set_name__': ["type('Named', (Root,), {'q': <obj>}).q"],
    '__getattr__': ['<obj>.q', '<obj>.<attr>', 'getattr(<obj>, <attrname>, <int>)', 'hasattr(<obj>, <attrname>)', '<obj>.q(<argument>)'],
    '__getattribute__': ['<obj>.q', '<obj>.<attr>', '<obj>.<attr>()', 'getattr(<obj>, <attrname>, <int>)', 'hasattr(<obj>, <attrname>)'],
    '__setattr__': ["setattr(<obj>, <attrname>, <operand>)", 'assigned(<obj>, <operand>)'],
    '__delattr__': ["delattr(<obj>, <attrname>)", 'without(<obj>)'],
    '__setitem__': ['put(<obj>, <key>, <operand>)', 'operator.setitem(<obj>, <key>, <operand>)'],
    '__delitem__': ['taken(<obj>, <key>)'],
    '__new__': ['<cls>(<argument>)', '<cls>()', '<cls>(<argument>, <argument>)', '<cls>(x=<int>)'],
    '__init__': ['<cls>(<argument>)', '<cls>()', '<cls>(<argument>, <argument>)', '<cls>(x=<int>)'],
    '__init_subclass__': ["type('Sub', (<cls>,), {})", "types.new_class('Sub', (<cls>,), {'more': 1})"],
    '__class_getitem__': ['<cls>[<argument>]'],
    '__instancecheck__': ['isinstance(<obj>, <obj>)', 'isinstance(<obj>, <cls>)'],
    '__subclasscheck__': ['issubclass(<cls>, <obj>)', 'issubclass(<cls>, <cls>)'],
}  # fmt: skip


def fitting(chance, operands):
    """A signature that takes the object and its operands, and the names that it binds to single values."""
    names = ('self', *operands)
    plain = ', '.join(names)
    last = names[-1]
    form = chance.choose('pppppprsdkKe')
    if form == 'r':
        return f'{", ".join(names[:1])}, *rest', names[:1]
    if form == 's':
        return '*rest', ()
    if form == 'd':
        return f'{plain}, more=3', names
    if form == 'k':
        return f'{plain}, *, more=3', names
    if form == 'K':
        return f'{plain}, **more', names
    if form == 'e' and len(names) > 1:
        return f'{", ".join(names[:-1])}, {last}=None, /', names
    return plain, names


def unfitting(chance, operands):
    """A signature that most calls do not fit."""
    names = ('self', *operands)
    form = chance.choose('-+0k')
    if form == '-':
        return ', '.join(names[:-1]), names[:-1]
    if form == '+':
        return f'{", ".join(names)}, extra', names
    if form == '0':
        return '', ()
    return f'{", ".join(names)}, *, needed', names


def signature(chance, operands):
    return unfitting(chance, operands) if chance.percent(5) else fitting(chance, operands)
