"""ast and compile: dumps, unparsing, visitors, transformers, literal_eval, positions, flags, modes."""
import ast

source = '''
@decorator(1)
class C[T](Base, metaclass=M, **kw):
    """doc"""
    x: int = 1

    async def m(self, a, b=1, /, c: str = "s", *args, d, e=2, **kw) -> None:
        async with a as (b, c), d:
            async for i in self: await i
        return [x async for x in y if z], {*a}, {**b, 1: 2}, (yield)


def f():
    global g
    try:
        raise A from B
    except* (C, D) as e:
        pass
    else: ...
    finally: del x[0], y.z
    while a < b <= c: break
    else: continue_ = lambda *a, k=1: (a, k)
    assert x, f"{x!r:>{w}} {y=}"
    match p:
        case {"k": [1, *rest], **kw} | Point(x=0) as q if q: pass
    with (open(a) as b, c): nonlocal_ = a if b else c
    type X[T: int = str, *Ts, **P] = T
    import a.b as c, d
    from ..m import (n as o, p)
    x @= y; a[1:2, ::3, ...] = not -b ** ~c // 2 and d or e
    print(t"{x}", b"bytes", 1.5, 2j, ..., None, *a, **k)
'''
tree = ast.parse(source)
text = ast.unparse(tree)
print(text)
print(ast.unparse(ast.parse(text)) == text)
print(ast.dump(ast.parse("x = [1, 'a', f(y, *z, k=v)]"), indent=2))
print(ast.dump(ast.parse("a + b * -c", mode="eval")), ast.dump(ast.parse("x: int", mode="single")), ast.dump(ast.parse("(int, str) -> bool", mode="func_type")), sep="\n")


class Doubler(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(node.value * 2), node) if isinstance(node.value, int) else node

    def visit_Name(self, node):
        return None if node.id == "gone" else node


class Names(ast.NodeVisitor):
    def __init__(self):
        self.found = []

    def visit_Name(self, node):
        self.found.append((node.id, type(node.ctx).__name__, node.lineno, node.col_offset))

    def visit_FunctionDef(self, node):
        self.found.append(node.name)
        self.generic_visit(node)


module = ast.fix_missing_locations(Doubler().visit(ast.parse("r = 1 + 20 + len('abc')")))
space = {}
exec(compile(module, "<ast>", "exec"), space)
names = Names()
names.visit(ast.parse("def f(a):\n    return a + b\nx = f(1)"))
print(space["r"], names.found)
for text in ("1", "-1.5", "1+2j", "'a' 'b'", "[1, (2, {3: {4}})]", "None", "b'x'", "{}", "set()", "...", "f(1)", "a", "1 + 1", "[1", "  1", "'a' * 3", "{**{}}", "1_0", "-'a'", "True", "(1,)", "[*a]", "x.y", "--1", "+1"):
    try:
        print(text, "=", repr(ast.literal_eval(text)))
    except (ValueError, SyntaxError) as error:
        print(text, "->", type(error).__name__, str(error).split(":")[0].split(" on line")[0])
node = ast.parse("first(\n    second.third[4]\n)").body[0].value
print([(type(n).__name__, n.lineno, n.col_offset, n.end_lineno, n.end_col_offset) for n in ast.walk(node) if hasattr(n, "lineno")])
print(ast.get_source_segment("abc = foo(1, 2)", ast.parse("abc = foo(1, 2)").body[0].value), ast.get_docstring(ast.parse("'''  Doc\n    more'''")), ast.Name("x", ast.Load())._fields, ast.Name("x").ctx, ast.Constant(1) == ast.Constant(1), ast.compare(ast.parse("a"), ast.parse("a")), list(ast.iter_child_nodes(ast.parse("a; b")))[1].value.id, ast.BinOp.__doc__, ast.Name.__match_args__)
match ast.parse("x + 1", mode="eval").body:
    case ast.BinOp(ast.Name(name), ast.Add(), ast.Constant(value)):
        print("matched", name, value)
code = compile("x = 1\nx", "<single>", "exec")
print(eval(compile("1 + 1", "<e>", "eval")), exec(compile("5; 'shown'; None", "<s>", "single")), compile("a", "f", "exec", ast.PyCF_ONLY_AST).body[0].value.id, code.co_names, eval(compile("assert 0", "f", "exec", optimize=1)))
for action in (lambda: compile(ast.Expression(ast.Constant({})), "f", "eval"), lambda: compile(ast.Expression(ast.Name("x", ast.Store())), "f", "eval"), lambda: compile(ast.Module([ast.Expr(5)], []), "f", "exec"), lambda: compile(ast.Module([], []), "f", "eval"), lambda: compile(ast.Module([ast.Return()], []), "f", "exec"), lambda: ast.parse("x", mode="wrong"), lambda: ast.parse("match x:\n case 1: pass", feature_version=(3, 8)), lambda: ast.Name(1, 2, 3, 4), lambda: ast.unparse(5), lambda: ast.literal_eval(5), lambda: ast.dump(5), lambda: ast.increment_lineno(ast.parse("a"), 5).body[0].lineno):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
