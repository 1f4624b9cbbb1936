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
SCOPES = {*BODIES, 'members'}


def weighted(text, separator):
    """The templates of a text, each as often as its weight says."""
    found = []
    for template in text.strip('\n').split(separator):
        weight, bar, rest = template.partition('| ')
        found += [rest] * int(weight) if bar and weight.isdigit() else [template]
    return found


EXPRESSION_TEMPLATES = {kind: weighted(text, '\n') for kind, text in EXPRESSIONS.items()}
LINE_TEMPLATES = {kind: weighted(text, '\n') for kind, text in {**SUBSTATEMENTS, 'pat': PATTERNS, 'clspat': CLASS_PATTERNS}.items()}
BLOCK_TEMPLATES = {kind: weighted(text, '\n\n') for kind, text in {**BODIES, 'members': MEMBERS}.items()}
STATEMENT_TEMPLATES = weighted(STATEMENTS, '\n\n')
# At the deepest level of blocks only statements without blocks.
SIMPLE_STATEMENTS = [template for template in STATEMENT_TEMPLATES if '\n' not in template]
UNION_KINDS = {kind: members.split() for kind, members in UNIONS.items()}
ALL_KINDS = sorted({*UNION_KINDS['any'], 'fn2', 'fn0', 'gen', 'match', 'small'})
# Kinds of which an expression may stand where another kind was asked for.
EXCHANGEABLE = {*EXPRESSION_TEMPLATES, *UNION_KINDS}
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
    def __init__(self, seed, index):
        self.chance = Chance(seed, index)
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
        if kind in EXCHANGEABLE and self.chance.percent(1.5):
            kind = self.chance.choose(ALL_KINDS)
        while kind in UNION_KINDS:
            kind = self.chance.choose(UNION_KINDS[kind])
        if kind == 'wild':
            return self.wild(depth)
        templates = EXPRESSION_TEMPLATES.get(kind)
        if templates is None or depth <= 0 or self.chance.percent(40):
            leaf = self.leaf(kind)
            if leaf is not None:
                return leaf
        return self.fill(self.chance.choose(templates), depth - 1)

    def leaf(self, kind):
        known = self.variables(kind, self.scopes)
        if known and self.chance.percent(65):
            return self.chance.choose(known[-8:])
        literals = LITERALS.get(kind)
        if literals is not None:
            text = self.chance.choose(literals)
            return self.fill(text, 0) if kind.endswith('raw') else text
        if known:
            return self.chance.choose(known)
        if kind in ('gen', 'genfn'):
            return 'counting(3)' if kind == 'gen' else 'counting'
        if kind in ('asyncfn', 'coroutine'):
            return 'sleep(1)' if kind == 'coroutine' else 'sleep'
        return None if kind in EXPRESSION_TEMPLATES else 'None'

    def wild(self, depth):
        """A call with arguments of any number and kind."""
        count = self.chance.choose([0, 1, 1, 1, 2, 2, 3, 4])
        args = [self.expression('operand' if self.chance.percent(50) else self.chance.choose(ALL_KINDS), depth - 1) for _ in range(count)]
        if args and self.chance.percent(12):
            args[-1] = f'{self.chance.choose(LITERALS["keyword"])}={args[-1]}'
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
        if whole and whole[1] in WHOLE_LINES:
            return WHOLE_LINES[whole[1]](self, inner)
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
        if word in LITERALS or word == 'counter':
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
        if word in LINE_TEMPLATES:
            templates = LINE_TEMPLATES[word]
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
        templates = SIMPLE_STATEMENTS if self.block_depth >= DEEPEST_BLOCK else STATEMENT_TEMPLATES
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
        parts = [self.fill(self.chance.choose(BLOCK_TEMPLATES[kind]), DEEPEST_EXPRESSION - 1, indent) for _ in range(count)]
        self.block_depth -= 1
        self.scopes.pop()
        return '\n'.join(parts)

    def line_of(self, kind, indent):
        return self.fill(self.chance.choose(LINE_TEMPLATES[kind]), DEEPEST_EXPRESSION - 1, indent)

    def top(self):
        """A statement of the program, most often with what it raises caught."""
        if self.chance.percent(20):
            return self.statement('')
        return f'try:\n{self.statement("    ")}\nexcept Exception as error:\n    caught(error)'

    def program(self):
        return HEADER + '\n'.join(self.top() for _ in range(8 + self.chance.below(16))) + '\nshow_variables(globals())\n'


WHOLE_LINES = {
    'block': lambda generator, indent: generator.block(indent),
    'loopblock': lambda generator, indent: generator.block(indent, True),
    'raise': lambda generator, indent: generator.line_of('raise', indent),
    'mutate': lambda generator, indent: generator.line_of('mutate', indent),
}
for scope_kind in SCOPES:
    WHOLE_LINES[scope_kind] = lambda generator, indent, kind=scope_kind: generator.scope(kind, indent)


def program(seed, index):
    return Generator(seed, index).program()
