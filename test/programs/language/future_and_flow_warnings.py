"""PEP 765 and other warnings of the compiler; __future__ imports; what each does at compile time."""
import __future__
import warnings

sources = (
    "def f():\n  try: pass\n  finally: return 1",
    "for x in y:\n  try: pass\n  finally: break",
    "for x in y:\n  try: pass\n  finally: continue",
    "for x in y:\n  try: pass\n  finally:\n    for z in w: break",
    "def f():\n  try: pass\n  finally:\n    def g(): return 1",
    "def f():\n  try: pass\n  except: return 1\n  finally:\n    while 1:\n      return 2",
    "while 1:\n  try: pass\n  finally:\n    try: break\n    finally: pass",
    "x is 1", "x is 'a'", "x is not ()", "x is None", "x is ...", "1 is 1", "x is -1", "x is b'a'", "x == 1 is 2",
    "assert (x, 'msg')", "assert ()", "assert (x,)", "assert x, (1,)",
    "1 (2)", "'a' (1)", "[1] (2)", "(1, 2) (3)", "None (1)", "{} (1)", "f'x' (1)", "(lambda: 1) (2)", "... (1)",
    "[1][1, 2]", "'a'['b']", "(1, 2)['x']", "{1}[0]", "5[0]", "None[0]", "[1]['a']", "(x for x in y)[0]", "f'a'[()]", "'abc'[1.5]", "[1][None]", "{1: 2}[3]",
    r"'\d'", r"b'\d'", r"f'\d{1}'", r"'\8'", r"'\400'", r"'''\
\q'''", r"r'\d'", "'\\\n'",
    "0x1for x in y", "1if x else 2", "1or 2", "0b1and x", "1.e5in x", "0o7not in x", "1jif x else 2",
    "~True", "~False",
    "def f(a, /, b, *, c): yield (yield)",
    "from __future__ import annotations",
)
for source in sources:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<s>", "exec")
            outcome = "compiled"
        except SyntaxError as error:
            outcome = f"SyntaxError {error.msg}"
    print(repr(source), outcome, [(w.category.__name__, str(w.message), w.lineno) for w in caught])


def overrides():
    for i in range(3):
        try:
            1 / 0
        finally:
            continue
    try:
        return "try"
    finally:
        return "finally wins"


def swallows():
    while True:
        try:
            raise ValueError("lost")
        finally:
            break
    return "survived"


print(overrides(), swallows())
print(__future__.all_feature_names, __future__.annotations.optional, __future__.division.mandatory, __future__.annotations.compiler_flag > 0)
code = compile("def f(x: undefined_name) -> y: pass", "<s>", "exec", flags=__future__.annotations.compiler_flag)
space = {}
exec(code, space)
print(space["f"].__annotations__)
exec("from __future__ import annotations\nclass C:\n  a: b.c[d]\n  def m(self, x: 1 + 1): pass", space)
print(space["C"].__annotations__, space["C"].m.__annotations__, space["annotations"])
for source in ("from __future__ import nothing", "from __future__ import braces", "x = 1\nfrom __future__ import division", "'doc'\nfrom __future__ import division\nfrom __future__ import annotations", "from __future__ import *", "import __future__\nfrom __future__ import division", "def f():\n  from __future__ import division", "from __future__ import barry_as_FLUFL\n1 <> 2", "from __future__ import barry_as_FLUFL\n1 != 2", "1 <> 2", "from __future__ import (division, generators)"):
    try:
        exec(compile(source, "<s>", "exec", dont_inherit=True), {})
        print(repr(source), "fine")
    except SyntaxError as error:
        print(repr(source), error.msg)
for category in ("error", "default", "ignore", "once", "module"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(category)
        try:
            for _ in range(2):
                exec(compile("x = 5 is 5", "<loop>", "exec"))
        except SyntaxError as error:
            print(category, type(error).__name__, error.msg)
    print(category, len(caught))
