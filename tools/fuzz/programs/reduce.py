"""Smaller versions of a program, for the tool to try: without some statements, or with a smaller expression.

`parts(source)` counts what can be taken away; `without(source, kind, numbers)` is the program without these parts.
"""

import ast

BLOCKS = ('body', 'orelse', 'finalbody', 'handlers', 'cases')


def blocks(tree):
    for node in ast.walk(tree):
        for name in BLOCKS:
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield node, name, block


class Counter:
    """Numbers the statements in the order of the walk, and drops those whose numbers were given."""

    def __init__(self, dropped):
        self.dropped = dropped
        self.count = 0

    def kept(self, block):
        kept = []
        for item in block:
            if self.count not in self.dropped:
                kept.append(item)
            self.count += 1
        return kept


def fill_in(node, name, block):
    """An empty block gets a `pass`, where the grammar wants one."""
    if name in ('orelse', 'finalbody') or (name == 'handlers' and node.finalbody):
        return block
    return block or ([] if name in ('handlers', 'cases') else [ast.Pass()])


def unwrapped(block, numbers, counter):
    """Statements whose blocks stand for them: `if`, `try`, loops."""
    found = []
    for item in block:
        inner = [statement for name in ('body', 'orelse', 'finalbody') for statement in getattr(item, name, ()) if isinstance(statement, ast.stmt)]
        if inner and not isinstance(item, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
            if counter[0] in numbers:
                found += inner
                counter[0] += 1
                continue
            counter[0] += 1
        found.append(item)
    return found


def smaller(node):
    """Expressions that may stand for an expression: its parts, and the smallest of all."""
    children = [child for child in ast.walk(node) if isinstance(child, ast.expr) and child is not node]
    direct = [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]
    return direct + [child for child in children if isinstance(child, ast.Constant)][:2] + [ast.Constant(None), ast.Constant(0)]


class ExpressionSwap(ast.NodeTransformer):
    """Puts a smaller expression in the place of one; numbers count (expression, smaller one)."""

    def __init__(self, number):
        self.number = number
        self.count = 0

    def generic_visit(self, node):
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Constant, ast.Name)) and isinstance(getattr(node, 'ctx', ast.Load()), ast.Load):
            choices = smaller(node)
            if self.count <= self.number < self.count + len(choices):
                chosen = choices[self.number - self.count]
                self.count += len(choices)
                return chosen
            self.count += len(choices)
        return super().generic_visit(node)


def without(source, kind, numbers):
    """The program without the statements of these numbers, or with these changes; and how many numbers there are."""
    tree = ast.parse(source)
    numbers = set(numbers)
    if kind == 'statements':
        counter = Counter(numbers)
        for node, name, block in list(blocks(tree)):
            setattr(node, name, fill_in(node, name, counter.kept(block)))
        count = counter.count
    elif kind == 'blocks':
        counted = [0]
        for node, name, block in list(blocks(tree)):
            if name not in ('handlers', 'cases'):
                setattr(node, name, unwrapped(block, numbers, counted))
        count = counted[0]
    else:
        swap = ExpressionSwap(min(numbers, default=-1))
        tree = swap.visit(tree)
        count = swap.count
    return ast.unparse(ast.fix_missing_locations(tree)) + '\n', count
