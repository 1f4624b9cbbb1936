"""Warnings of the compiler beside its errors: the order of the two, and what an "error" filter makes of a warning."""
import ast
import symtable
import warnings

BEFORE_ERRORS = '''def f():
    x: int
    {declaration}
def g():
    try: pass
    finally:
        return 1
        while 1:
            break
        def h():
            return 2
        class A:
            for i in []:
                pass
            else: continue
        match 1:
            case 1: return 3
        if 1:
            return 4
        elif 2:
            return 5
        else:
            return 6
        with a: return
        try: return
        except: return
        else: return
        finally: return
        for x in y: return
for x in y:
    try: pass
    finally:
        break
        for i in y: pass
        else: break
'''


def report(name, function, *args, **options):
    for mode in ('always', 'error'):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter(mode)
            try:
                function(*args, **options)
                result = 'compiled'
            except SyntaxError as error:
                result = error.args, error.lineno, error.offset, error.text, error.end_lineno, error.end_offset
        print(name, mode, [(str(warning.message), warning.lineno) for warning in caught], result)


for declaration in ('global x', 'pass'):
    source = BEFORE_ERRORS.format(declaration=declaration)
    tree = ast.parse(source)
    report('compile', compile, source, 'no file', 'exec')
    report('parse', ast.parse, source)
    report('optimized tree', ast.parse, source, optimize=1)
    report('symbol table', symtable.symtable, source, 'no file', 'exec')
    report('from a tree', compile, tree, 'no file', 'exec')
    report('unknown feature', compile, 'from __future__ import nonesuch\n' + source, 'no file', 'exec')
    report('late feature', compile, source + 'from __future__ import division\n', 'no file', 'exec')
report('await', compile, 'try: pass\nfinally:\n  for x in y: pass\n  await x\n  return', 'no file', 'exec')

for source in (
    'é = 1; é is 1',
    "é = '\\d'",
    'é = 1if é else 2',
    'é = 0x1for x in y',
    'é = 1; f"\\{é}"',
    'def f():\n é; global é',
    'def f():\n é; nonlocal é',
    'é; from __future__ import division',
    'é = 1; (1)(é)',
    'é = 1; return',
):
    report(source, compile, source, 'no file', 'exec')
