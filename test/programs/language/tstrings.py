"""Template strings (PEP 750): parts, interpolations, conversions, nesting, concatenation, processing."""
from string.templatelib import Interpolation, Template, convert

name, count, price = "Ann", 3, 9.5
t = t"Hello {name}, {count!r:>5} at {price:.{1 + 1}f}!"
print(type(t).__name__, t.strings, t.values)
for part in t:
    match part:
        case str() as text:
            print("text", repr(text))
        case Interpolation(value, expression, conversion, spec):
            print("field", value, expression, conversion, repr(spec))
print(t.interpolations[1], len(t.interpolations), [*t""], t"".strings, t"{name}".strings, [*t"{name}{count}"])
print(t"{name = } {count=:>3} {name=!s}".strings, [i.conversion for i in t"{name=} {name=!s} {name=:x}".interpolations])
print(repr(t"a{1}b"), str(t"x"), t"{{}}".strings, rt"\n{name}\t".strings, Rt"\d".strings, t"""multi
{name}
line""".strings)


def render(template):
    out = []
    for item in template:
        if isinstance(item, str):
            out.append(item)
        else:
            out.append(format(convert(item.value, item.conversion), item.format_spec))
    return "".join(out)


print(render(t), render(t"{name!r:*^9}{count:03}"), render(t"{'nested ' + render(t"{name}")}"), render(t"{t'inner'.strings[0]}"))
both = t"a{1}" + t"b{2}c"
print(both.strings, both.values, (t"x" t"y{1}" t"z").strings, (t"" + t"").strings)
print(Template("a", "b", Interpolation(1, "x", "r", ">3"), Interpolation(2), "c").strings, Template().strings, Template(Interpolation(5, "five")).strings)
i = Interpolation("v")
print(i, i.expression == "", i.conversion, i.format_spec == "", Interpolation.__match_args__, Template.__name__, Interpolation.__module__)
lazy = [t"{x}" for x in range(3)]
print([item.values for item in lazy], (lambda: t"{name!a}")().interpolations[0].conversion, t"{(y := 4)}{y}".values, t"{[1, 2][0]}".interpolations[0].expression)
print(t"{ name }".interpolations[0].expression, repr(t"{  name  !r}".interpolations[0].expression), t"{
    count +
    1
}".interpolations[0].expression)
print(convert("é", "a"), convert("é", "r"), convert(5, "s"), convert(5, None), t"{1}" == t"{1}", hash(t"x") is not None, t"{name:{count}}".interpolations[0].format_spec)


def order():
    trail = []
    step = lambda x: trail.append(x) or x
    result = t"{step(1)}{step(2):{step(3)}}{step(4)!r:{step(5)}{step(6)}}"
    return trail, result.values, [x.format_spec for x in result.interpolations]


print(*order())


def html(template):
    escape = lambda s: str(s).replace("&", "&amp;").replace("<", "&lt;")
    return "".join(p if isinstance(p, str) else (html(p.value) if isinstance(p.value, Template) else escape(convert(p.value, p.conversion))) for p in template)


print(html(t"<p>{'<script>'}</p>{t'<b>{"A&B"}</b>'}"))
for action in (lambda: t"a" + "b", lambda: "b" + t"a", lambda: t"{1/0}", lambda: Template(1), lambda: Interpolation(), lambda: Interpolation(1, 2), lambda: Interpolation(1, "x", "z"), lambda: setattr(t, "strings", ()), lambda: t[0], lambda: len(t), lambda: t"x" < t"y",
               lambda: convert(1, "q"), lambda: t % 1, lambda: Template(a=1), lambda: format(t"x", ">5"), lambda: type("S", (Template,), {}), lambda: Interpolation(1, "x", "r", 5), lambda: t * 2, lambda: t"{undefined}"):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
for source in ("t'{}'", "t'{a!z}'", "t'{a' ", "t'a' 'b'", "'a' t'b'", "f'a' t'b'", "t'}'", "bt'x'", "tf'x'", "ut'x'", "t'{a b}'"):
    try:
        eval(source)
    except SyntaxError as error:
        print(source, error.msg)
