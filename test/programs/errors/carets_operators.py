"""Carets of operators, calls, subscripts and attributes; each failure is shown by the traceback module."""
import traceback

x, y, d, f, none = 1, 0, {"a": [1, 2]}, (lambda v: v), None
lines = [
    "x / y",
    "x + y / 0 * 2",
    "d['a'][5]",
    "d['a']['b']['c']",
    "d['zz']",
    "f(1)(2)(3)",
    "f(x, y)",
    "none.attr",
    "x.real.imag.nope.more",
    "(x).nope",
    "f(none).thing(1, 2)",
    "x + 'text'",
    "  x   +   none",
    "-none",
    "not_defined + 1",
    "[1, 2, 3][10:20]['x']",
    "f'{x:{none.a}}'",
    "f'prefix {x} {1 / 0} suffix'",
    "[i / 0 for i in range(2)]",
    "{**none}",
    "f(*none)",
    "f(**none)",
    "f(**{'q': 1})",
    "x < none",
    "x in none",
    "(x if y else none)()",
    "x @ y",
    "lambda_ = (lambda: 1 / 0)()",
    "del d['zz']",
    "d['zz'] += 1",
    "x.attr = 1",
    "x[0] = 1",
    "a, b = 1, 2, 3",
    "a, b = x",
    "assert x == y, 'message'",
    "assert y",
    "raise ValueError('raised')",
    "import no_such_module",
    "from os import no_such_name",
    "for i in none: pass",
    "with none: pass",
    "x = 'ünïcödé' + d['zz']",
    "x = '日本' / d",
    "print('日本語', 1 / 0)",
    "max(1, key=2)",
    "int('x', base=10)",
    "class C(x): pass",
    "@x\ndef g(): pass",
    "async_ = [*none]",
    "return_ = {1: none[0], 2: 3}",
    "(yield_ := none[0])",
    "if none[0]: pass",
    "while none.x: pass",
    "match none[0]:\n    case 1: pass",
    "x = (1,\n     none[0],\n     2)",
    "f(\n  1 / 0\n)",
    "type X = int; X.y",
    "global_ = none\\\n[0]",
]
for number, line in enumerate(lines):
    source = line + "\n"
    name = f"<line {number}>"
    import linecache

    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    try:
        exec(compile(source, name, "exec"), dict(globals()))
    except Exception as error:
        error.__traceback__ = error.__traceback__.tb_next
        traceback.print_exc()
    else:
        print("fine", line)
