"""tokenize, token, keyword, symtable, codeop, linecache and pyclbr: sources looked at without running them."""
import codeop
import io
import keyword
import linecache
import os
import pyclbr
import symtable
import tempfile
import token
import tokenize

SOURCE = '''\
# comment é
def f(a, *b):
    """doc
    string"""
    x = a @ b ** 2 if a >= 1_0 else f"v={a!r:>{w}} {{}}" + rb'\\x' \\
        -> 3
\tif True: pass

class A: x: int = 0xFF; y = 1.5e-3j
'''
SOURCE = SOURCE.replace("\tif True: pass", "    if True: pass").replace(" \\\n        -> 3", "")
for t in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(f"{t.start!s:<8}{t.end!s:<8} {token.tok_name[t.type]:<18} {token.tok_name[t.exact_type]:<18} {t.string!r}")
tokens = list(tokenize.tokenize(io.BytesIO(SOURCE.encode()).readline))
print(tokens[0].string, tokenize.untokenize(tokens).decode() == SOURCE)
print(tokenize.untokenize([(token.NAME, "x"), (token.OP, "="), (token.NUMBER, "1"), (token.NEWLINE, "\n")]))
for source in (b"# -*- coding: latin-1 -*-\nx='\xe9'\n", b"\xef\xbb\xbfx=1\n", b"x\n", b"# coding: nonsense\n", b"\xef\xbb\xbf# coding: ascii\n"):
    try:
        print(tokenize.detect_encoding(io.BytesIO(source).readline))
    except SyntaxError as error:
        print(error)
for bad in ["'open", '"""open', "(", "a\n  b\n c", "1__0", "0b12", "\\ x", "$"]:
    try:
        print([t.string for t in tokenize.generate_tokens(io.StringIO(bad).readline)])
    except (tokenize.TokenError, IndentationError, SyntaxError) as error:
        print(type(error).__name__, error.args[0], error.args[1][:3] if len(error.args) > 1 else "")


def colour_rename(source, old, new):
    """Renames a name token by token, keeping the layout."""
    result = []
    for t in tokenize.generate_tokens(io.StringIO(source).readline):
        result.append((t.type, new if t.type == token.NAME and t.string == old else t.string))
    return tokenize.untokenize(result)


print(colour_rename("x = xx + x  # x\ns = 'x'\n", "x", "y"))
print(keyword.kwlist, keyword.softkwlist, keyword.iskeyword("for"), keyword.issoftkeyword("match"), len(token.EXACT_TOKEN_TYPES), token.ISTERMINAL(token.NAME), token.EXACT_TOKEN_TYPES[":="] == token.COLONEQUAL)

table = symtable.symtable(
    """
import os
G = 1
def outer(a, *args, b=G, **kw):
    global H
    x = 1
    def inner():
        nonlocal x
        x += a
        return [y for y in args if os]
    class C[T](object):
        attr = x
        def method(self): return __class__
    return inner
type L[V] = list[V]
""",
    "<sym>",
    "exec",
)


def show(t, indent=0):
    kinds = "parameter global nonlocal declared_global local annotated free referenced assigned imported namespace type_parameter comp_cell comp_iter".split()
    print(" " * indent + f"{t.get_type()} {t.get_name()} line {t.get_lineno()} nested={t.is_nested()} optimized={t.is_optimized()} children={t.has_children()}")
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print(" " * indent + "  -", s.get_name(), [k for k in kinds if getattr(s, f"is_{k}", bool)()])
    if isinstance(t, symtable.Function):
        print(" " * indent + "  params", t.get_parameters(), "locals", t.get_locals(), "frees", t.get_frees(), "globals", t.get_globals(), "nonlocals", t.get_nonlocals())
    for child in t.get_children():
        show(child, indent + 4)


show(table)
print(table.lookup("outer").is_namespace(), table.lookup("outer").get_namespace(), sorted(table.get_identifiers()))
try:
    symtable.symtable("def f(a, a): pass", "<bad>", "exec")
except SyntaxError as error:
    print(error)

for source in ["x = 1", "if x:", "if x:\n    y\n", "(1 +", "'''abc", "x = = 1", "", "# c", "def f():\n  return 1\n", "a b", "@d"]:
    try:
        code = codeop.compile_command(source)
        print(repr(source), "incomplete" if code is None else "complete")
    except (SyntaxError, OverflowError, ValueError) as error:
        print(repr(source), type(error).__name__, error.msg)
compiler = codeop.CommandCompiler()
compiler("from __future__ import annotations")
scope = {}
exec(compiler("def g(a: not_defined): pass\n"), scope)
print(scope["g"].__annotations__)

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "shapes.py")
    with open(path, "w") as f:
        f.write("import os\nclass Shape:\n    def area(self): pass\n    class Inner: pass\n\nclass Circle(Shape):\n    async def draw(self):\n        def helper(): pass\n\ndef make(kind): pass\n")
    print(linecache.getline(path, 2), repr(linecache.getline(path, 99)), len(linecache.getlines(path)), linecache.getline("/no/file", 1))
    linecache.checkcache(path)
    linecache.clearcache()

    def tree(objects, indent=0):
        for name, entry in objects.items():
            supers = [getattr(s, "name", s) for s in getattr(entry, "super", None) or ()]
            print(" " * indent + type(entry).__name__, name, entry.lineno, entry.end_lineno, supers, getattr(entry, "methods", ""), getattr(entry, "is_async", ""))
            tree(entry.children, indent + 2)

    tree(pyclbr.readmodule_ex("shapes", [folder]))
