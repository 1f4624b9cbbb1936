"""Programs from the grammar: `program(seed, index)` gives the source of one, always the same."""

import re

from chance import Chance
from grammar import BODIES, EXPRESSIONS, MEMBERS, STATEMENTS, SUBSTATEMENTS, UNIONS
from leaves import CLASS_PATTERNS, FUNCTIONS, LITERALS, METHODS, PATTERN_LITERALS, PATTERNS

HOLE = re.compile(r'<([a-z][a-z0-9 ]*)>')
ATOM = re.compile(r"[a-zA-Z_][\w.]*|\([^()]*\)|'[^']*'")
HEADER = 'from observe import *\n'
DEEPEST_EXPRESSION = 3
DEEPEST_BLOCK = 3


def weighted(text, separator):
    """The templates of a text, each as often as its weight says."""
    found = []
    for template in text.strip('\n').split(separator):
        weight, bar, rest = template.partition('| ')
        found += [rest] * int(weight) if bar and weight.isdigit() else [template]
    return found


class Grammar:
    """Templates by kind, and what can stand at their ends."""

    def __init__(self, expressions, lines, blocks, statements, unions, literals, others=(), exchanged=1.5, definitions={}):
        self.expressions = {kind: weighted(text, '\n') for kind, text in expressions.items()}
        self.lines = {kind: weighted(text, '\n') for kind, text in lines.items()}
        self.blocks = {kind: weighted(text, '\n\n') for kind, text in blocks.items()}
        self.statements = weighted(statements, '\n\n')
        # At the deepest level of blocks only statements without blocks.
        self.simple_statements = [template for template in self.statements if '\n' not in template]
        self.unions = {kind: members.split() for kind, members in unions.items()}
        self.literals = literals
        self.all_kinds = sorted({*self.unions['any'], *others})
        # Kinds of which an expression may stand where another kind was asked for, and how often one does, in percent.
        self.exchanged = exchanged
        self.exchangeable = {*self.expressions, *self.unions}
        self.whole_lines = {
            'block': lambda generator, indent: generator.block(indent),
            'loopblock': lambda generator, indent: generator.block(indent, True),
        }
        for kind in ('raise', 'mutate', 'replacement'):
            self.whole_lines[kind] = lambda generator, indent, kind=kind: generator.line_of(kind, indent)
        self.definitions = {kind: weighted(text, '\n\n') for kind, text in definitions.items()}
        for kind in definitions:
            self.whole_lines[kind] = lambda generator, indent, kind=kind: generator.definition(kind, indent)
        for kind in self.blocks:
            self.whole_lines[kind] = lambda generator, indent, kind=kind: generator.scope(kind, indent)


GENERAL = Grammar(
    EXPRESSIONS,
    {**SUBSTATEMENTS, 'pat': PATTERNS, 'clspat': CLASS_PATTERNS},
    {**BODIES, 'members': MEMBERS},
    STATEMENTS,
    UNIONS,
    LITERALS,
    ('fn2', 'fn0', 'gen', 'match', 'small'),
)
WILD_METHODS = {kind: names.split() for kind, names in METHODS.items()}


def parenthesised(text):
    return text if ATOM.fullmatch(text) else f'({text})'


class Names:
    """The variables of one scope, by kind."""

    def __init__(self, is_function):
        self.is_function = is_function
        self.by_kind = {}

    def add(self, kind, name):
        self.by_kind.setdefault(kind, []).append(name)


class Template:
    """One expansion of a template: its words so far, for `<last ...>`, and the names bound within it only."""

    def __init__(self):
        self.last = {}
        self.local = Names(False)
        self.assigned = []  # names that the line in hand assigns: they can be used from the next line on


class Generator:
    def __init__(self, seed, index, grammar=GENERAL):
        self.chance = Chance(seed, index)
        self.grammar = grammar
        self.count = 0
        self.scopes = [Names(True)]
        self.block_depth = 0

    # Names

    def fresh(self, prefix='v'):
        self.count += 1
        return f'{prefix}{self.count}'

    def variables(self, kind, scopes):
        return [name for scope in scopes for name in scope.by_kind.get(kind, ())]

    def own_scopes(self):
        """The scopes whose variables can be assigned here: up to that of the function."""
        found = []
        for scope in reversed(self.scopes):
            found.append(scope)
            if scope.is_function:
                break
        return found

    # Expressions

    def expression(self, kind, depth):
        if kind in self.grammar.exchangeable and self.chance.percent(self.grammar.exchanged):
            kind = self.chance.choose(self.grammar.all_kinds)
        while kind in self.grammar.unions:
            kind = self.chance.choose(self.grammar.unions[kind])
        if kind == 'wild':
            return self.wild(depth)
        templates = self.grammar.expressions.get(kind)
        if templates is None or depth <= 0 or self.chance.percent(40):
            leaf = self.leaf(kind)
            if leaf is not None:
                return leaf
        return self.fill(self.chance.choose(templates), depth - 1)

    def leaf(self, kind):
        known = self.variables(kind, self.scopes)
        if known and self.chance.percent(65):
            return self.chance.choose(known[-8:])
        literals = self.grammar.literals.get(kind)
        if literals is not None:
            text = self.chance.choose(literals)
            return self.fill(text, 0) if kind.endswith('raw') else text
        if known:
            return self.chance.choose(known)
        if kind in ('gen', 'genfn'):
            return 'counting(3)' if kind == 'gen' else 'counting'
        if kind in ('asyncfn', 'coroutine'):
            return 'sleep(1)' if kind == 'coroutine' else 'sleep'
        return None if kind in self.grammar.expressions else 'None'

    def wild(self, depth):
        """A call with arguments of any number and kind."""
        count = self.chance.choose([0, 1, 1, 1, 2, 2, 3, 4])
        args = [self.expression('operand' if self.chance.percent(50) else self.chance.choose(self.grammar.all_kinds), depth - 1) for _ in range(count)]
        if args and self.chance.percent(12):
            args[-1] = f'{self.chance.choose(self.grammar.literals["keyword"])}={args[-1]}'
        elif args and self.chance.percent(4):
            args[-1] = f'*{args[-1]}' if self.chance.percent(50) else f'**{{"alpha": {args[-1]}}}'
        if self.chance.percent(45):
            function = self.chance.choose(FUNCTIONS)
        else:
            kind = self.chance.choose(sorted(WILD_METHODS))
            function = f'{parenthesised(self.expression(kind, depth - 1))}.{self.chance.choose(WILD_METHODS[kind])}'
        return f'{function}({", ".join(args)})'

    # Templates

    def fill(self, text, depth, indent=''):
        template = Template()
        self.scopes.append(template.local)
        if ' for <local' in text:
            text = HOLE.sub(lambda hole: self.bind(hole[1], template), text) if '\n' not in text else text
        lines = []
        for line in text.split('\n'):
            lines.append(self.line(line, template, depth, indent))
        self.scopes.remove(template.local)
        return '\n'.join(lines)

    def bind(self, hole, template):
        """The names of a comprehension stand behind their uses, so they are chosen before."""
        if not hole.startswith('local '):
            return f'<{hole}>'
        name = self.fresh()
        template.local.add(hole[6:], name)
        return name

    def line(self, line, template, depth, indent):
        stripped = line.lstrip(' ')
        inner = indent + line[: len(line) - len(stripped)]
        whole = HOLE.fullmatch(stripped)
        if whole and whole[1] in self.grammar.whole_lines:
            return self.grammar.whole_lines[whole[1]](self, inner)
        text = inner + HOLE.sub(lambda hole: self.operand(hole, template, depth), stripped)
        for scope, kind, name in template.assigned:
            scope.add(kind, name)
        template.assigned.clear()
        return text

    def operand(self, hole, template, depth):
        """What a hole becomes, in brackets where a literal could not be called, subscripted or asked for an attribute."""
        text = self.hole(hole[1], template, depth)
        following = hole.string[hole.end() : hole.end() + 1]
        return parenthesised(text) if following in ('.', '[', '(') and ' ' not in hole[1] else text

    def hole(self, hole, template, depth):
        word, _, kind = hole.partition(' ')
        if word == 'last':
            return template.last.get(kind, 'v1')
        if word == 'new':
            return self.new(kind, template)
        if word == 'local':
            return self.local(kind, template)
        if word in ('var', 'old'):
            return self.variable(kind, depth)
        text = self.plain(word, depth)
        if word in self.grammar.literals or word in ('counter', 'newclass'):
            template.last[word] = text
        return text

    def plain(self, word, depth):
        if word == 'counter':
            return self.fresh('n')
        if word == 'newclass':
            name = self.fresh('C')
            self.scopes[-2].add('cls', name)
            return name
        if word == 'bind':
            name = self.fresh()
            self.scopes[-2].add('any', name)
            return name
        if word == 'literal':
            return self.chance.choose(PATTERN_LITERALS)
        if word in self.grammar.lines:
            templates = self.grammar.lines[word]
            return self.fill(self.chance.choose(templates[:3] if word == 'pat' and depth < 0 else templates), depth - 1)
        return self.expression(word, min(depth, DEEPEST_EXPRESSION))

    def new(self, kind, template):
        own = self.own_scopes()
        known = self.variables(kind, own)
        name = self.chance.choose(known) if known and self.chance.percent(15) else self.fresh()
        holder = next(scope for scope in self.scopes[::-1] if scope is not template.local)
        if name not in holder.by_kind.get(kind, ()):
            template.assigned.append((holder, kind, name))
        template.last['new'] = template.last[kind] = name
        return name

    def local(self, kind, template):
        name = self.fresh('p')
        template.local.add(kind, name)
        template.last['local'] = name
        return name

    def variable(self, kind, depth):
        known = self.variables(kind, self.own_scopes())
        if known:
            return self.chance.choose(known[-6:])
        return self.chance.choose(self.variables('any', self.own_scopes()) or ['G1'])

    # Blocks

    def statement(self, indent, is_loop=False):
        if is_loop and self.chance.percent(25):
            return f'{indent}if {self.expression("any", 1)}:\n{indent}    {self.chance.choose(["break", "continue"])}'
        templates = self.grammar.simple_statements if self.block_depth >= DEEPEST_BLOCK else self.grammar.statements
        template = self.chance.choose(templates)
        self.block_depth += 1
        text = self.fill(template, DEEPEST_EXPRESSION, indent)
        self.block_depth -= 1
        return text

    def block(self, indent, is_loop=False):
        return '\n'.join(self.statement(indent, is_loop) for _ in range(self.chance.choose([1, 1, 2, 3])))

    def scope(self, kind, indent):
        """A body in a scope of its own: of a function, or of a class."""
        self.scopes.append(Names(True))
        self.block_depth += 1
        count = self.chance.choose([1, 2, 3, 4, 6]) if kind == 'members' else 1
        parts = [self.fill(self.chance.choose(self.grammar.blocks[kind]), DEEPEST_EXPRESSION - 1, indent) for _ in range(count)]
        self.block_depth -= 1
        self.scopes.pop()
        return '\n'.join(parts)

    def definition(self, kind, indent):
        return self.fill(self.chance.choose(self.grammar.definitions[kind]), DEEPEST_EXPRESSION - 1, indent)

    def line_of(self, kind, indent):
        return self.fill(self.chance.choose(self.grammar.lines[kind]), DEEPEST_EXPRESSION - 1, indent)

    def top(self):
        """A statement of the program, most often with what it raises caught."""
        if self.chance.percent(20):
            return self.statement('')
        return f'try:\n{self.statement("    ")}\nexcept Exception as error:\n    caught(error)'

    def program(self):
        return HEADER + '\n'.join(self.top() for _ in range(8 + self.chance.below(16))) + '\nshow_variables(globals())\n'


def program(seed, index):
    return Generator(seed, index).program()
