"""ast: parsing, dumping, walking, rewriting, unparsing, evaluating literals."""
import ast
import textwrap

SOURCE = textwrap.dedent('''
    """Module docstring."""
    import os.path as p
    from . import a, b as c

    @decorator(1)
    class A[T](Base, metaclass=M):
        x: int = 1

        async def f(self, a, /, b=2, *args, c, d=4, **kw) -> "r":
            """Doc."""
            async with a as b, c:
                pass
            return [y async for x in z if x for y in x]

    def g(n):
        global G
        for i, (j, *k) in enumerate(n):
            if not i:
                continue
            elif i > 1 < 2 is not None not in ():
                break
        else:
            del n[0], n.a
        while True: n += 1; yield; yield from n
        try:
            raise E from None
        except (A, B) as e:
            assert x, "message"
        except D: pass
        else: pass
        finally: pass

    match value:
        case {"a": 1, **rest} | [1, *_, 2] if rest: pass
        case Point(x=0, y=0.5) | None | "s" | -1j: pass
        case a.b | (c as d): pass
        case _: pass
    x = lambda *a, k=1: (yield)
    f"{x!r:>{width}} {{}} {y=}" "text"; t"{z}"
    {**a, 1: 2}, {1, *b}, {k: v for k, v in c}, (x := 1), a if b else c, x[1:2, ::3], -~+x ** -2 @ y // z, not a and b or c, ..., b"bytes", 1_000, 0x1F, 1e3, 2j
    type Alias[*Ts, **P, U: int = str] = list[U]
''')
tree = ast.parse(SOURCE)
print(ast.dump(tree, indent=1))
print(ast.unparse(tree))
print(ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree))
print(ast.dump(ast.parse("a + b", mode="eval"), include_attributes=True), ast.dump(ast.parse("x", mode="single"), annotate_fields=False), ast.dump(ast.Constant(1), show_empty=True))


class Names(ast.NodeVisitor):
    def __init__(self):
        self.loads, self.stores, self.depth = set(), set(), 0

    def visit_Name(self, node):
        (self.loads if isinstance(node.ctx, ast.Load) else self.stores).add(node.id)

    def visit_FunctionDef(self, node):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1


names = Names()
names.visit(tree)
print(sorted(names.loads), sorted(names.stores))
print(sorted({type(n).__name__ for n in ast.walk(tree)}))
for node in ast.walk(ast.parse("def f():\n    return (1 +\n        2)\n")):
    if isinstance(node, (ast.Return, ast.BinOp)):
        print(type(node).__name__, node.lineno, node.col_offset, node.end_lineno, node.end_col_offset, repr(ast.get_source_segment("def f():\n    return (1 +\n        2)\n", node)))
print(ast.get_docstring(tree), [ast.get_docstring(n) for n in ast.walk(tree) if isinstance(n, ast.AsyncFunctionDef)])


class Fold(ast.NodeTransformer):
    OPERATORS = {ast.Add: lambda a, b: a + b, ast.Mult: lambda a, b: a * b, ast.Sub: lambda a, b: a - b}

    def visit_BinOp(self, node):
        self.generic_visit(node)
        operation = self.OPERATORS.get(type(node.op))
        if operation and isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant):
            return ast.copy_location(ast.Constant(operation(node.left.value, node.right.value)), node)
        return node


class Trace(ast.NodeTransformer):
    """Adds a print before each return, and drops pass statements."""

    def visit_Return(self, node):
        call = ast.parse(f"print('returning', {ast.unparse(node.value)})").body[0]
        return [ast.copy_location(call, node), node]

    def visit_Pass(self, node):
        return None


print(ast.unparse(Fold().visit(ast.parse("x = 2 * 3 + y * (4 - 1)\nprint('a' + 'b')"))))
program = Trace().visit(ast.parse("def half(n):\n    pass\n    if n > 1:\n        return n / 2\n    return 0\n"))
ast.fix_missing_locations(program)
namespace = {}
exec(compile(program, "<traced>", "exec"), namespace)
print(namespace["half"](8), namespace["half"](1))
built = ast.Module([ast.Assign([ast.Name("answer", ast.Store())], ast.BinOp(ast.Constant(6), ast.Mult(), ast.Constant(7)))], [])
ast.increment_lineno(ast.fix_missing_locations(built), 5)
exec(compile(built, "<built>", "exec"), namespace)
print(namespace["answer"], built.body[0].lineno, ast.unparse(built))

for text in ["[1, (2.5, -3), {'a': None, b'b': True}, {1, 2}, 1+2j, ...]", "'s' 't'", " 1", "set()"]:
    print(ast.literal_eval(text))
for text in ["f()", "a", "1 + 2", "[x for x in y]", "{1: f}", "1 +", "-'a'", "lambda: 0", "{**{}}", "__import__('os')"]:
    try:
        print(ast.literal_eval(text))
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(": <")[0])
for build in [lambda: ast.Name(), lambda: ast.Constant(1, 2, 3, 4), lambda: ast.Name("x", bogus=1), lambda: compile(ast.Module([ast.Pass()], []), "x", "exec"), lambda: compile(ast.Expression(ast.Name("x", ast.Store(), lineno=1, col_offset=0)), "x", "eval"), lambda: compile(ast.parse("1"), "x", "eval"), lambda: ast.parse("a b"), lambda: ast.unparse(3), lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Constant([]))), "", "eval"), lambda: ast.parse("x", mode="odd"), lambda: ast.Constant().value, lambda: compile(ast.fix_missing_locations(ast.Module([3], [])), "", "exec")]:
    try:
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            print("fine", type(build()).__name__)
    except (TypeError, ValueError, SyntaxError, AttributeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(ast.Name._fields, ast.Name._attributes, ast.BinOp.__doc__, ast.Add.__mro__[1].__name__, [f for f, _ in ast.iter_fields(ast.parse("x = 1").body[0])], len(list(ast.iter_child_nodes(tree))), ast.compare(ast.parse("a+b"), ast.parse("a + b")), ast.compare(ast.parse("a"), ast.parse("b")))
print(repr(ast.parse("a.b(1)", mode="eval")), ast.Constant(5).value, isinstance(ast.Constant(5), ast.expr))
for source in ["x = (yield)", "print((yield))", "(a, b), c = d", "a, = b", "lambda: (yield)", "f'{a!r:{b}}'", "f'{\"q\"}'", "not (a or b)", "(a for b in c)", "f(*a, **b)", "x[a:b, c]", "x[()]", "(1).real", "-1 ** 2", "(-1) ** 2", "a if b else (c if d else e)", "(a if b else c) if d else e", "async def f():\n    await (x)", "'\\n\"\\'\"'", "1e400", "{}", "{*()}", "class A: ...", "@(x)\ndef f(): ...", "if a: b\nelif c: d\nelse: e", "global a, b", "return_ = 1; del (a), b", "with (a, b): c", "with (a as b, c): d", "for (x) in (y): z", "def f(a=(1,), *, b: (yield) = 1): ..."]:
    print(ast.unparse(ast.parse(source)), sep="\n")
