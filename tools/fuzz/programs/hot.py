"""Hot programs: `hot_program(seed, index)` gives the source of one, always the same."""

from generate import HEADER, Generator, Grammar
from hot_grammar import BLOCKS, DEFINITIONS, EXPRESSIONS, LINES, LITERALS, STATEMENTS, UNIONS, WORLD

HOT = Grammar(EXPRESSIONS, LINES, BLOCKS, STATEMENTS, UNIONS, LITERALS, exchanged=0.3, definitions=DEFINITIONS)
FOOTER = 'sys.settrace(None)\nsys.setprofile(None)\nshow(TRACED)\nshow_variables(globals())\n'


class HotGenerator(Generator):
    def hot(self):
        return self.fill(self.chance.choose(self.grammar.blocks['hot']), 3)

    def variable(self, kind, depth):
        """What can be assigned: a variable, a parameter, an attribute of an object that is there for this."""
        own = self.own_scopes()
        if len(own) < len(self.scopes):
            own.append(self.scopes[-1 - len(own)])
        known = self.variables(kind, own)
        return self.chance.choose(known[-6:]) if known else f'BOX.{kind}'

    def program(self):
        world = self.fill(WORLD, 2)
        parts = [self.hot() for _ in range(1 + self.chance.below(4))]
        return f'{HEADER}import builtins\n{world}\n' + '\n'.join(parts) + f'\n{FOOTER}'


def hot_program(seed, index):
    return HotGenerator(seed, index, HOT).program()
