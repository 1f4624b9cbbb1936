"""f-strings: nesting, any quotes, debugging, conversions, computed specifications, lambdas, walrus, comments over lines, errors, raw and bytes."""
import datetime
from decimal import Decimal

name, width, value, items = "world", 12, 1234.5678, ["a", "b"]
print(f"{name!r:>{width}}|{name!s:^{width}.{3}}|{value:{'>' + str(width)}.{len(items)}f}|{value:{'+' if value > 0 else ''},.1f}")
print(f"{f"{f"{f"{1 + 1}"}"}"}", f"{'nested ' f'{name}' "!"}", f'{items[0]}{"'"}{'"'}', f"{items!r}", f"{ {'k': 'v'}['k'] }", f"{{}} {{{name}}} {{{{}}}}")
print(f"{value = :.2f}", f"{name=}", f"{ name = !s}", f"{items[-1]=}", f"{len(items) + 1 = }", f"{value=:>{width}}", f"{(lambda x: x * 2)(4)=}", f"{name.upper()=!r:>10}")
print(f"{(n := 5)} {n} {n:=+6} {(lambda: 'called')()} {[x for x in range(3) if x]} { {x: y for x, y in zip('ab', 'cd')} } {*items, 'c'} {'yes' if items else 'no'}")
print(f"""{
    name  # a comment, with "quotes" and }
    .title()
}{
    '''triple
quoted'''
}""", f"{'\n'.join(items)}", f"{'\N{BLACK STAR}'} \N{WHITE STAR}", rf"\n{name}\d", Rf'{"\t"!r}\t', f"\x41\u00e9{'\101'}")
moment = datetime.datetime(2024, 2, 29, 13, 5)
print(f"{moment:%Y-%m-%d {name} %H:%M}", f"{moment:%d}{moment!s:>20}", f"{Decimal('3.14159'):.{1 + 2}}", f"{3:{'0' + '5'}}", f"{True:5}|{True!s:5}|{None!s:>6}", f"{255:#{'x' if width > 3 else 'b'}}")


class Spec:
    def __format__(self, spec):
        return f"<{spec}>"

    def __repr__(self):
        return "répr"

    def __str__(self):
        return "str"


s = Spec()
print(f"{s}", f"{s:}", f"{s: a b }", f"{s:{{}}}" if False else f"{s:{name}{1}}", f"{s!r}", f"{s!a}", f"{s!s:>5}", f"{s:!r}", f"{s::}", f"{s:{s:x}}", f"{s!r:*^8}", f"{s=}", f"{s=!s}", f"{s=:q}")
order = []


def note(x):
    order.append(x)
    return x


print(f"{note(1)}{note(2):{note(3)}}{note('x')!r:>{note(4)}}", order)
print("a" f"{1}" "b{}" rf"\{2}" 'c', ("{}" f"{{}}").format(7, 8), f"" == "", f"{'a' 'b'}", (f"{name}" for name in "xy").__next__(), [f"{i}{j}" for i in range(2) for j in f"{i}z"])


def closure():
    local = "closed over"
    return lambda: f"{local} {[local for _ in 'a']} {name} {(lambda local: local)('inner')}"


class Body:
    attr = "class"
    text = f"{attr} {[a for a in attr[:2]]}"
    annotated: f"{attr}" = 1


print(closure()(), Body.text, Body.__annotations__, f.__name__ if (f := closure) else "", f"{closure.__doc__}")
for text in [
    "f'{}'", "f'{ }'", "f'{a'", "f'a}'", "f'{a!x}'", "f'{a!}'", "f'{a! r}'", "f'{a!r b}'", "f'{a b}'", "f'{lambda x: 1}'", "f'{a:{b:{c}}}'", "f'{a:{b:{c:{d}}}}'", "f'{*a}'", "f'{yield}'", "f'{a=!r:{b}}'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{a;b}'", "f'{a\nb}'", "f'{a:\n}'", "f'{'", "f'{a[}'",
    "f'{(a}'", "f'{a)}'", "f'{#}'", "f'{a:{}}'", "f'{a.b!r:.{c!s}}'", "fb'{a}'", "bf''", "fu''", "f'{a}' b'x'", "f'\\N{nope}'", "f'{\"\\N{DIGIT ONE}\"}'", "f'{a :=5}'", "f'{a:=5}'", "f'{a == b}'", "f'{a!=b}'", "f'{a>=b}'", "f'{await x}'", "f'{1:{2}{3}}'", "f'''{\n1\n}'''", "f'{a,}'", "f'{**a}'", "f'{None = }'", "del f'{a}'", "f'{x}' = 1", "f'{0x}'", "f\"{'\"", "f'{a:{b!r:>{c}}}'", "f'{for}'", "f'{a if b}'", "f'{\\n}'",
]:  # fmt: skip
    try:
        code = compile(text, "<f>", "eval")
        print(f"{text!r:34} ok {code.co_names}")
    except SyntaxError as error:
        print(f"{text!r:34} {error.msg} @{error.lineno}:{error.offset}")
for text in "f'{undefined}'", "f'{1:x y}'", "f'{[]:5}'", "f'{1.5:d}'", "f'{name:d}'", "f'{1/0}'", "f'{None:>5}'", "f'{1:{[]}}'", "f'{Spec.__format__(1, 2)}'", "f'{3:1000000000000000000000}'", "f'{1!r:d}'", "f'{1:,x}'", "f'{1:c>c}'", "f'{-1:c}'", "f'{1j:>10.1f}'", "f'{1j:05}'", "f'{True:d}{True:x}'":
    try:
        print(eval(text))
    except Exception as error:
        print(f"{text:38} {type(error).__name__}: {error}")


class BadFormat:
    def __format__(self, spec):
        return 3

    def __repr__(self):
        return 4


for text in "f'{b}'", "f'{b!r}'", "f'{b!a}'", "f'{b=}'", "format(b)", "'{}'.format(b)", "'%r' % b":
    try:
        print(eval(text, {"b": BadFormat()}))
    except TypeError as error:
        print(text, error)
