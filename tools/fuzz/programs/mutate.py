"""Programs made from others: `mutant(corpus, seed, index)` changes a few places of a file of the corpus.

The corpus `generated` is the programs of the grammar. Tests of CPython become programs by running one test method, with all that the module defines before it.
"""

import ast
import copy
import functools
import glob
import os
import re

from chance import Chance
from generate import program

CONSTANTS = [0, 1, -1, 2, 255, 2**31, 2**53, 2**63, 10**20, 0.0, -0.0, 1.5, 1e300, '', 'a', '\U0001f600', '\ud800', 'abc', b'', b'ab', None, True, False, ..., 3j]
OPERATORS = [ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Div, ast.Mod, ast.BitAnd, ast.BitOr, ast.BitXor]
COMPARISONS = [ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq, ast.In, ast.NotIn]
BLOCKS = ('body', 'orelse', 'finalbody')
LARGEST = 60_000
GENERATED = 'generated'
# Programs that touch the world, wait, or show the machine are left alone.
LEFT_ALONE = re.compile(
    r'\b(?:import|from) (?:os|shutil|subprocess|socket|selectors|tempfile|signal|pathlib|glob|multiprocessing|threading|_thread|concurrent|sqlite3|ctypes|time|'
    r'urllib|http|ssl|platform|getpass|pwd|mmap|fcntl|select|resource|gc|tracemalloc|weakref|site|runpy|zipfile|tarfile|logging|atexit|faulthandler|uuid|secrets|dis|marshal|pdb|cProfile|profile|timeit)\b'
    r'|__del__|__file__|sys\.(?:stdin|argv|executable|getrefcount|settrace|setprofile|monitoring|exit)|\bopen\('
)


@functools.cache
def corpus_files(patterns):
    """The files of the corpus, in an order that does not depend on the file system."""
    return sorted(file for pattern in patterns for file in glob.glob(pattern, recursive=True) if is_fit(file))


def is_fit(file):
    if os.path.getsize(file) >= LARGEST or LEFT_ALONE.search(text_of(file)):
        return False
    try:
        tree_of(file)
    except SyntaxError:
        return False
    return True


def text_of(file):
    with open(file, encoding='utf-8', errors='replace') as source:
        return source.read()


@functools.cache
def tree_of(file):
    return ast.parse(text_of(file))


def chosen_tree(patterns, seed, index, chance):
    files = corpus_files(tuple(pattern for pattern in patterns if pattern != GENERATED))
    if GENERATED in patterns and (not files or chance.percent(50)):
        return generated_tree(seed, index)
    return tree_of(chance.choose(files))


def generated_tree(seed, index):
    """The next program that is one: a few are wrong on purpose."""
    while True:
        try:
            return ast.parse(program(seed, index))
        except SyntaxError:
            index += 1_000_000


def test_methods(tree):
    """The (class, method) of every test of a module."""
    return [
        (item.name, member.name)
        for item in tree.body
        if isinstance(item, ast.ClassDef)
        for member in item.body
        if isinstance(member, ast.FunctionDef) and member.name.startswith('test')
    ]


def single_test(tree, chosen):
    """The module with one test method only, and a line that runs it."""
    tree = copy.deepcopy(tree)
    class_name, method_name = chosen
    tree.body = [item for item in tree.body if not runs_all(item)]
    for item in tree.body:
        if isinstance(item, ast.ClassDef):
            item.body = [member for member in item.body if not is_other_test(item, member, class_name, method_name)] or [ast.Pass()]
    runner = f'from observe import caught\ntry:\n    test = {class_name}({method_name!r})\n    test.debug()\nexcept BaseException as error:\n    caught(error)\n'
    return tree, ast.parse(runner).body


def runs_all(item):
    return isinstance(item, ast.If) and '__name__' in ast.dump(item.test)


def is_other_test(holder, member, class_name, method_name):
    is_test = isinstance(member, ast.FunctionDef) and member.name.startswith('test')
    return is_test and (holder.name, member.name) != (class_name, method_name)


# Places: where a mutation can happen.


def target_nodes(tree, chosen):
    """The nodes to change: of the test method, or of the whole program."""
    if chosen is None:
        return list(ast.walk(tree))
    for item in tree.body:
        if isinstance(item, ast.ClassDef) and item.name == chosen[0]:
            for member in item.body:
                if isinstance(member, ast.FunctionDef) and member.name == chosen[1]:
                    return list(ast.walk(member))
    return list(ast.walk(tree))


def change_constant(nodes, chance):
    found = [node for node in nodes if isinstance(node, ast.Constant) and not is_inside_template(node, nodes)]
    if found:
        chance.choose(found).value = chance.choose(CONSTANTS)


def is_inside_template(node, nodes):
    return any(isinstance(other, (ast.JoinedStr, ast.TemplateStr)) and node in other.values for other in nodes)


def swap_operands(nodes, chance):
    found = [node for node in nodes if isinstance(node, ast.BinOp)]
    if found:
        node = chance.choose(found)
        node.left, node.right = node.right, node.left


def change_operator(nodes, chance):
    found = [node for node in nodes if isinstance(node, (ast.BinOp, ast.AugAssign, ast.Compare))]
    if not found:
        return
    node = chance.choose(found)
    if isinstance(node, ast.Compare):
        node.ops[chance.below(len(node.ops))] = chance.choose(COMPARISONS)()
    else:
        node.op = chance.choose(OPERATORS)()


def change_arguments(nodes, chance):
    found = [node for node in nodes if isinstance(node, ast.Call)]
    if not found:
        return
    node = chance.choose(found)
    kind = chance.below(4)
    if kind == 0:
        node.args.append(ast.Constant(chance.choose(CONSTANTS)))
    elif kind == 1 and node.args:
        node.args.pop(chance.below(len(node.args)))
    elif kind == 2 and len(node.args) > 1:
        node.args.reverse()
    elif node.args:
        node.args[chance.below(len(node.args))] = ast.Constant(chance.choose(CONSTANTS))


def exchange_expressions(nodes, chance):
    found = [
        (node, name)
        for node in nodes
        if not isinstance(node, (ast.JoinedStr, ast.FormattedValue, ast.TemplateStr, ast.Interpolation, ast.MatchValue, ast.MatchClass, ast.MatchMapping))
        for name in ('value', 'test', 'iter', 'left', 'right', 'operand', 'func', 'slice')
        if isinstance(getattr(node, name, None), ast.expr)
    ]
    if len(found) > 1:
        node, name = chance.choose(found)
        other, other_name = chance.choose(found)
        setattr(node, name, copy.deepcopy(getattr(other, other_name)))


def change_statements(nodes, chance):
    blocks = [block for node in nodes for name in BLOCKS if isinstance(block := getattr(node, name, None), list) and block]
    if not blocks:
        return
    block, other = chance.choose(blocks), chance.choose(blocks)
    at = chance.below(len(block))
    kind = chance.below(4)
    if kind == 0:
        block[at : at + 1] = [] if len(block) > 1 else [ast.Pass()]
    elif kind == 1:
        block.insert(at, copy.deepcopy(block[at]))
    elif kind == 2 and len(block) > 1:
        other.insert(chance.below(len(other) + 1), copy.deepcopy(block.pop(at)))
    else:
        second = chance.below(len(block))
        block[at], block[second] = block[second], block[at]


MUTATIONS = [change_constant, change_constant, swap_operands, change_operator, change_arguments, change_arguments, exchange_expressions, change_statements, change_statements]


def mutant(patterns, seed, index):
    chance = Chance(seed, index)
    tree = chosen_tree(patterns, seed, index, chance)
    tests = test_methods(tree)
    chosen = chance.choose(tests) if tests else None
    tree, runner = single_test(tree, chosen) if chosen else (copy.deepcopy(tree), [])
    for _ in range(1 + chance.below(4)):
        chance.choose(MUTATIONS)(target_nodes(tree, chosen), chance)
    tree.body += runner
    try:
        return ast.unparse(ast.fix_missing_locations(tree)) + '\n'
    except Exception:  # a few mutants are no programs
        return 'pass\n'
