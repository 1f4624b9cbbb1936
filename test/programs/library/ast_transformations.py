"""Trees of code changed and compiled: constant folding, instrumentation, scopes collected, macros, unparsing, positions, comparisons."""
import ast
import operator
import textwrap
from collections import Counter


class Fold(ast.NodeTransformer):
    OPS = {ast.Add: operator.add, ast.Mult: operator.mul, ast.Sub: operator.sub, ast.Pow: operator.pow, ast.FloorDiv: operator.floordiv}

    def visit_BinOp(self, node):
        self.generic_visit(node)
        match node:
            case ast.BinOp(ast.Constant(a), op, ast.Constant(b)) if type(op) in self.OPS:
                try:
                    return ast.copy_location(ast.Constant(self.OPS[type(op)](a, b)), node)
                except (ArithmeticError, TypeError):
                    return node
            case ast.BinOp(x, ast.Mult(), ast.Constant(1)) | ast.BinOp(x, ast.Add(), ast.Constant(0)):
                return x
        return node

    def visit_If(self, node):
        self.generic_visit(node)
        match node.test:
            case ast.Constant(value):
                return (node.body if value else node.orelse) or ast.Pass()
        return node


class Trace(ast.NodeTransformer):
    """Calls note(name, arguments) at the start of each function, and returned(value) around what is returned."""

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        names = [ast.Name(a.arg, ast.Load()) for a in node.args.args]
        node.body.insert(0, ast.Expr(ast.Call(ast.Name("note", ast.Load()), [ast.Constant(node.name), ast.List(names, ast.Load())])))
        return node

    def visit_Return(self, node):
        return ast.Return(ast.Call(ast.Name("returned", ast.Load()), [node.value or ast.Constant(None)]))


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = Counter()

    def visit_Name(self, node):
        self.found[type(node.ctx).__name__, node.id] += 1

    def visit_Lambda(self, node):
        self.found["Lambda", ast.unparse(node.args)] += 1
        self.generic_visit(node)


class Inline(ast.NodeTransformer):
    """Expands calls of single-expression functions."""

    def __init__(self, tree):
        self.macros = {
            n.name: n for n in tree.body if isinstance(n, ast.FunctionDef) and len(n.body) == 1 and isinstance(n.body[0], ast.Return) and n.decorator_list
        }

    def visit_FunctionDef(self, node):
        return None if node.name in self.macros else self.generic_visit(node)

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and (macro := self.macros.get(node.func.id)):
            values = dict(zip((a.arg for a in macro.args.args), node.args))

            class Replace(ast.NodeTransformer):
                def visit_Name(self, name):
                    return values.get(name.id, name)

            body = ast.parse(ast.unparse(macro.body[0].value), mode="eval").body
            return Replace().visit(body)
        return node


source = textwrap.dedent("""
    def area(r, scale=2 ** 3 + 1):
        if 1 - 1:
            return None
        else:
            r = r * 1 + 0
        while False: pass
        return r * (2 * 3) ** 2 // (1 - 1) + len('ab' * 3)
""")
tree = Fold().visit(ast.parse(source))
print(ast.unparse(ast.fix_missing_locations(tree)))
code = """
def fact(n):
    if n < 2:
        return 1
    return n * fact(n - 1)
class Box:
    def get(self, k): return
print(fact(3), Box().get(1))
"""
log = []
tree = ast.fix_missing_locations(Trace().visit(ast.parse(code)))


def returned(value):
    log.append(f"-> {value}")
    return value


exec(compile(tree, "traced", "exec"), {"note": lambda name, args: log.append((name, len(args))), "returned": returned})
print(log)
names = Names()
names.visit(ast.parse("x = y + (lambda a, *b, c=1: a + y)(x)\nfor i in x: del x\n[k := i for i in y if i]"))
print(sorted(names.found.items()))
tree = ast.parse("@macro\ndef sq(x): return x * x\n@macro\ndef add(a, b): return a + b\nprint(sq(add(n, 1)), add(sq(2), len('s')))")
inlined = ast.fix_missing_locations(Inline(tree).visit(tree))
print(ast.unparse(inlined))
exec(compile(inlined, "m", "exec"), {"n": 4})

for text in [
    "x = (yield)", "lambda: (yield x)", "(a, b), *c = d", "a[b:c, ::d, ...]", "f(*a, k=1, **b)", "not (a and b or c)", "-(-x) ** -y", "(a < b) < c", "x if y else (z if w else v)", "(x if y else z) if w else v",
    "f'{x!r:>{w}} {{}} {y=}'", "t'{a}{b:x}'", "'a\\'b\"c\\n'", "b'\\x00\\xff'", "1e400 - 1j + 10**20", "{**a, 'b': 1}", "{*a, b}", "[x async for x in y if a if b]", "(x := 1)", "a @ b @ (c @ d)", "await (yield_ or x)", "(1).real",
    "async def f[T: int, *U, **P](a: T, /, b=1, *c: *U, d, **e) -> None: return await a", "class A[T = int](B, metaclass=M): x: int = 1", "type X[T] = list[T]", "with (open(a) as b, c): pass", "try:\n pass\nexcept* (A, B) as e:\n pass\nelse:\n x\nfinally:\n y",
    "match x:\n case {'a': [1, *_], **r} | C(1, k=None) as z if z: pass\n case -1 | 'a' 'b': pass", "for x, in y: break\nelse: continue_", "@d(1)\n@e\ndef f(): 'doc'; global g; nonlocal_", "assert x, 'm'", "from . import a as b, c", "from ..m.n import *",
    "import a.b as c", "del (a), [b, c]", "raise A from None", "a: (int) = 3", "(a): int", "x = y = z", "x += yield_", "return_", "while (n := f()): n", "if a: b\nelif c: d\nelse: e", "return",
]:  # fmt: skip
    once = ast.unparse(ast.parse(text))
    again = ast.unparse(ast.parse(once))
    print(once.replace("\n", " ⏎ "), "" if once == again and ast.compare(ast.parse(text), ast.parse(once)) else f"  CHANGES {again}")
node = ast.parse("total = sum(\n    x for x in data)\n", type_comments=True).body[0]
call = node.value
print(call.lineno, call.col_offset, call.end_lineno, call.end_col_offset, repr(ast.get_source_segment("total = sum(\n    x for x in data)\n", call.args[0])), ast.get_docstring(ast.parse('"""Doc\n  more"""')))
print([type(n).__name__ for n in ast.walk(call)], [(f, type(v).__name__) for f, v in ast.iter_fields(call)], call._attributes)
print(ast.dump(ast.parse("a.b[c] = -1"), include_attributes=False), ast.dump(ast.Call(ast.Name("f")), indent=1), ast.dump(ast.arguments(), show_empty=True), sep="\n")
for text in "[1, (2, {3: {4}}), None, -5, 1+2j, b'x', ...]", "1 + 1", "f()", "{}", "set()", "-'a'", "[", "{**{}}":
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).partition(": <")[0])
for bad in [ast.Module([ast.Expr(ast.Name("x"))], []), ast.Expression(ast.Constant(object)), ast.Module([ast.Pass()], []), ast.Expression(ast.BinOp(ast.Constant(1), ast.Add())), ast.Expression(ast.Name("None", ast.Load()))]:
    try:
        compile(ast.fix_missing_locations(bad) if not isinstance(bad.body, list) or not isinstance(bad.body[0], ast.Pass) else bad, "bad", "eval" if isinstance(bad, ast.Expression) else "exec")
        print("compiled")
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
