"""Programs about classes: `class_program(seed, index)` gives the source of one, always the same."""

from class_grammar import BLOCKS, EXPRESSIONS, LINES, LITERALS, STATEMENTS, UNIONS, WORLD
from class_members import ALL_SPECIALS, NAMES, OPERANDS, USES, WATCHED, signature
from generate import HEADER, Generator, Grammar, Names

FOOTER = 'tally()\nshow_classes()\n'
DEEPEST = 2
KEYS = sorted(NAMES)
MEMBER_COUNTS = [3, 5, 7, 9, 12]


class ClassGenerator(Generator):
    """Adds lines that are methods, `<special>` and `<method>`, and uses what it has defined more than what it has not."""

    def __init__(self, seed, index):
        super().__init__(seed, index, GRAMMAR)
        self.defined = []  # names of special methods
        self.definers = {}  # the classes that have them
        self.kinds = []  # of the objects in OBJS
        self.preferred = None  # the class whose objects are asked for
        self.unfinished = []  # classes that can be named in their methods only
        self.called = ''

    def members(self, indent):
        """The body of a class: most often at least one way to make and to ask its objects."""
        count = self.chance.choose(MEMBER_COUNTS)
        self.block_depth += 1
        parts = [self.member(indent) for _ in range(count)]
        self.block_depth -= 1
        return '\n'.join(parts)

    def member(self, indent):
        if self.chance.percent(60):
            return self.special(indent)
        return self.fill(self.chance.choose(self.grammar.blocks['member']), DEEPEST, indent)

    def special(self, indent):
        key = self.chance.choose(KEYS)
        name = self.chance.choose(NAMES[key])
        self.define(name)
        return self.method(indent, name, key[0], OPERANDS[key[1]])

    def plain_method(self, indent):
        operands = OPERANDS[self.chance.choose([0, 1, 1, 2])]
        return self.method(indent, self.chance.choose(self.grammar.literals['attr']), 'item', operands)

    def method(self, indent, name, result, operands):
        parameters, names = signature(self.chance, operands)
        inner = indent + '    '
        lines = [f'{indent}def {name}({parameters}):']
        if name in WATCHED or self.chance.percent(45):
            lines.append(f'{inner}note({name!r}{self.noted(names)})')
        self.scopes.append(Names(True))
        for bound in names:
            self.scopes[-1].add('obj', bound)
        for unfinished in self.unfinished:
            self.scopes[-1].add('cls', unfinished)
        if self.chance.percent(30):
            lines.append(self.fill(self.chance.choose(self.grammar.blocks['effect']), DEEPEST, inner))
        lines.append(self.fill(self.result(name, result, names), DEEPEST, inner))
        self.scopes.pop()
        return '\n'.join(lines)

    def noted(self, names):
        return ''.join(f', {name}' for name in names[1:]) if self.chance.percent(50) else ''

    def result(self, name, result, names):
        """How a method ends: with a value of its kind, with what the next class has, or otherwise."""
        if self.chance.percent(14):
            return f'return super().{name}({", ".join(names[1:])})'
        if self.chance.percent(4):
            return f'return super(<cls>, {names[0] if names else "OBJS[0]"}).{name}({", ".join(names[1:])})'
        kind = result if self.chance.percent(93) else self.chance.choose(sorted({key[0] for key in NAMES}))
        return self.chance.choose(self.grammar.blocks[f'gives {kind}'])

    def plain(self, word, depth):
        if word == 'specialname':
            name = self.chance.choose(ALL_SPECIALS)
            self.define(name)
            return name
        if word == 'newclass':
            name = self.fresh('C')
            self.unfinished.append(name)
            return name
        if word == 'called':
            return self.called
        return super().plain(word, depth)

    def define(self, name):
        self.defined.append(name)
        if self.unfinished:
            self.definers.setdefault(name, []).append(self.unfinished[-1])

    def expression(self, kind, depth):
        if kind == 'use' and self.defined and self.chance.percent(75):
            name = self.chance.choose(self.defined)
            if name in USES:
                return self.use(name, depth)
        if self.preferred is not None and kind in ('obj', 'cls') and self.chance.percent(75):
            return self.preferred if kind == 'cls' else self.preferred_object()
        return super().expression(kind, depth)

    def use(self, name, depth):
        """Asks for a special method, mostly objects of a class that has it."""
        outer = self.preferred
        known = self.variables('cls', self.scopes)
        definers = [definer for definer in self.definers.get(name, ()) if definer in known]
        self.preferred = self.chance.choose(definers) if definers else None
        text = self.fill(self.chance.choose(USES[name]), depth - 1)
        self.preferred = outer
        return text

    def preferred_object(self):
        places = [place for place, kind in enumerate(self.kinds) if kind == self.preferred]
        if places and self.chance.percent(70):
            return f'OBJS[{self.chance.choose(places)}]'
        return f'made({self.preferred}, {self.chance.choose(["1", "(1, 2)", "5"])})'

    def program(self):
        world = self.fill(WORLD, DEEPEST)
        classes = [self.made_class() for _ in range(2 + self.chance.below(4))]
        objects = ', '.join(self.object() for _ in range(4))
        parts = [self.hot() for _ in range(2 + self.chance.below(5))]
        return '\n'.join([HEADER + world, *classes, f'OBJS[:] = {objects}', *parts, FOOTER])

    def object(self):
        own = self.scopes[0].by_kind['cls']
        kind = self.chance.choose(own) if self.chance.percent(85) else self.expression('cls', 0)
        self.kinds.append(kind)
        return f'made({kind}, {self.expression("argument", 0)})'

    def section(self, kind, indent=''):
        return self.fill(self.chance.choose(self.grammar.blocks[kind]), DEEPEST, indent)

    def made_class(self):
        """A class that can fail, and then is another."""
        text = self.section('class', '    ')
        names = self.unfinished
        for name in names:
            self.scopes[0].add('cls', name)
        self.unfinished = []
        return f'try:\n{text}\nexcept (Exception, Spent) as error:\n    caught(error)\n    {" = ".join(names)} = Root'

    def hot(self):
        self.called = self.fresh('hot')
        return f'{self.section("hot")}\n{self.section("loop")}'


GRAMMAR = Grammar(EXPRESSIONS, LINES, BLOCKS, STATEMENTS, UNIONS, LITERALS, exchanged=0.5)
GRAMMAR.whole_lines |= {
    'members': lambda generator, indent: generator.members(indent),
    'special': lambda generator, indent: generator.special(indent),
    'method': lambda generator, indent: generator.plain_method(indent),
}
for kind in ('effect', 'event', 'mutation', 'tried'):
    GRAMMAR.whole_lines[kind] = lambda generator, indent, kind=kind: generator.fill(generator.chance.choose(generator.grammar.blocks[kind]), DEEPEST, indent)


def class_program(seed, index):
    return ClassGenerator(seed, index).program()
