"""f-strings: nesting, quotes, self-documenting fields, conversions, multi-line fields, order of evaluation."""

name, value, items = "World", 3.14159, {"a": [1, 2], "b": {"c": 5}}
print(f"{name}", f'{name!r:>10}|', f"{value:.2f}", f"{value:{6}.{2}f}|", f"{value:{'>' + str(10)}}", F"{name}", rf"\d{name}\n", fR"{name:.<8}")
print(f"{items["a"][0]} {items['b']["c"]}", f"{'nested ' + f"{name + f'{value:.1f}'}"}", f"{f"{f"{f"{1 + 1}"}"}"}")
print(f"{name=} {value = } {value=:.1f} {name=!s} { name = !r:>12} {1 + 1=} {items['a']=}", f"{ 'x' = }", f"{name  =}")
print(f"{{}} {{{name}}} {{{{{name}}}}} }}{{", f"{'{'}{'}'}", f"{{name}}", f"{'a' 'b'}")
print(f"""{
    name  # a comment
    .upper()
} and {
    [
        x
        for x in range(3)
    ]
!r}""")
print(f"{lambda_(3) if (lambda_ := lambda x: x * 2) else 0}", f"{(lambda x: x + 1)(2)}", f"{(y := 5)} {y}", f"{y!r}", f"{[i for i in range(3)]}", f"{ {1, } } { {'k': 1} }", f"{1, 2}", f"{*range(3),}")
print(f"{'a' if value > 3 else 'b'}", f"{not value}", f"{value > 3 and name}", f"{value != 3}", f"{value == 3}", f"{3 >= 2}", f"{value:=^20}" , f"{1:>{2 + 3}}", f"{-1:+d}", f"{~5}")
print("a" f"{1}" "b" rf"{2}\t" 'c', f"\N{BULLET} \x41 \u0042 {'\N{BULLET}'} {'\n'.join(['x', 'y'])}", f"{'\t'!r}")
print(f"a{''}b", f"", f"{''}", f"{None}", f"{...}", f"{print}", f"{int}", f"{5:{''}}", f"{5!s:{'<'}{3}}|", f"{'x':{'*'}^{'5'}}")


class Loud:
    def __format__(self, spec):
        print(f"  format({spec!r})")
        return "F"

    def __str__(self):
        print("  str")
        return "S"

    def __repr__(self):
        print("  repr")
        return "R"


def log(x, text):
    print("  eval", text)
    return x


loud = Loud()
print(f"{loud}|{loud!s}|{loud!r}|{loud=}|{loud=!s}|{loud:{loud}}|{loud!s:3}|{loud!a}|{loud=:x}")
print(f"{log(1, 'first')}{log(2, 'second'):{log(3, 'spec')}}{log(4, 'last')!r}")


def scope():
    inside = 1

    class C:
        text = f"{inside} {name}"
        inner = [f"{inside}{i}" for i in range(2)]

    return C.text, C.inner, f"{locals()}"[:14], (lambda: f"{inside}")()


print(*scope())
print(f"{value:%}" + "%s" % name, f"{name:%<9}", f"{10:#x}", f"{1_000_000:,}", f"{b'bytes'}", f"{'é'!a}")
print(f'{f'{f'{'deep'}'}'}', f"{'a'   }", f"{  'a'}", f"{ {'a': 1}['a'] }", f"{[1, 2][0]:{[4][0]}}", f"{(1, 2)[1]:>4}", f"{'a,b'.split(',')[1]}")
print(*[f"{i:0{w}b}" for i, w in zip((1, 2, 3), (2, 4, 6))], *(f"{k}={v!r}" for k, v in {"x": 1, "y": "z"}.items()))
print(type(f"{1}").__name__, f"{'abc'[1:]}", f"{ {k: v for k, v in [(1, 2)]} }", f"{[*'ab']}", f"{'%d' % 3}", f"{'{}'.format(4)}", f"{'}' + '{'}", f"{'!r'}", f"{'a' ':' 'b'}", f"{':'}")
for source in ("f'{}'", "f'{a b}'", "f'{!r}'", "f'{a!x}'", "f'{a!r b}'", "f'{'", "f'}'", "f'{a:{}}'", "f'{a:{b:{c:{d}}}}'", "f'{lambda x: 1}'", "f'{a!}'", "f'{a:', ", "f'{*a}'", "f'{yield}'", "f'{a = b}'", "f'{a $ b}'", "f'{a['x'}'", "f'{ }'", "f'{\"a\" b}'", "f'{,}'", "f'{=}'", "f'{a:=5}'", "f'{(a}'", "f'{a)}'", "f'\\N{no such}'", "f'{a\\n}'", "f'{#}'", "bf'x'", "f'{1!r:}' b'x'", "f'{import x}'", "f'{x;y}'"):
    try:
        print(source, eval(source, {"a": 1, "b": 2, "c": 3, "d": 4, "x": 0}))
    except Exception as error:
        print(source, type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)
