"""string.templatelib and annotationlib: t-strings processed, annotations evaluated when they are asked for."""
import annotationlib
import html
from annotationlib import Format, ForwardRef, get_annotations
from string.templatelib import Interpolation, Template, convert

name, price, items = "<Ann>", 12.5, ["a", "b"]
t = t"Dear {name!r}, pay {price:>8.2f} for {len(items)} items{items[0]}."
print(t.strings, t.values, [(i.value, i.expression, i.conversion, i.format_spec) for i in t.interpolations])
print([part if isinstance(part, str) else part.expression for part in t], type(t).__name__, repr(t"x{1}"), t"{1}" == t"{1}")


def f(template):
    """What an f-string would do."""
    return "".join(p if isinstance(p, str) else format(convert(p.value, p.conversion), p.format_spec) for p in template)


print(f(t), f(t) == f"Dear {name!r}, pay {price:>8.2f} for {len(items)} items{items[0]}.")


def safe(template):
    out = []
    for part in template:
        match part:
            case str():
                out.append(part)
            case Interpolation(Template() as inner):
                out.append(safe(inner))
            case Interpolation(list() as values):
                out.extend(safe(v) if isinstance(v, Template) else html.escape(str(v)) for v in values)
            case Interpolation(value, _, conversion, spec):
                out.append(html.escape(format(convert(value, conversion), spec)))
    return "".join(out)


print(safe(t"<ul>{[t'<li>{item}</li>' for item in [name, '&']]}</ul>{t'<b>{price:.1f}</b>'}"))


def sql(template):
    parameters = []
    text = "".join(p if isinstance(p, str) else parameters.append(p.value) or "?" for p in template)
    return text, parameters


user = "x' OR 1=1"
print(sql(t"SELECT * FROM t WHERE name = {user} AND age > {18 + 2}"))
joined = t"a{1}" + t"b{2}c"
print(joined.strings, joined.values, (t"a" t"{1}b").strings, Template("x", Interpolation(5, "five", "s", ">3"), "y", "z").strings, list(t""), Template().strings, t"{name=}".strings, rt"\n{1}".strings, t"{{}}".strings)
for wrong in [lambda: t"a" + "b", lambda: "b" + t"a", lambda: Template(5), lambda: Interpolation(1, "e", "x"), lambda: setattr(t, "strings", ()), lambda: Interpolation(), lambda: f(t"{1:q}"), lambda: type("S", (Template,), {})]:
    try:
        print("fine", wrong())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
width = 6
print(f(t"[{'x':>{width}}][{price!s:^{width}}]"), t"{'x':>{width}}".interpolations[0].format_spec, convert("é", "a"), convert(1, None), Interpolation(1, "one").conversion)

# -- annotations -----------------------------------------------------------------------------------------------


class Node:
    value: int
    next: Node | None
    later: Undefined  # noqa: F821
    parts: list[Missing.Inner]  # noqa: F821


def function(a: int, b: Unknown = 3) -> dict[str, Node]:  # noqa: F821
    pass


for target in (Node, function):
    for form in (Format.VALUE, Format.FORWARDREF, Format.STRING):
        try:
            result = get_annotations(target, format=form)
            print(form.name, {k: v if not isinstance(v, ForwardRef) else f"ForwardRef({v.__forward_arg__})" for k, v in result.items() if k != "parts"})
        except NameError as error:
            print(form.name, "NameError", error)
Undefined = float
Missing = type("Missing", (), {"Inner": bytes})
print(Node.__annotations__, Node.__annotate__(Format.VALUE)["later"], function.__annotate__.__name__)
try:
    Node.__annotate__(Format.STRING)
except NotImplementedError as error:
    print("NotImplementedError", error)
reference = get_annotations(function, format=Format.FORWARDREF)["b"]
print(reference.__forward_arg__, type(reference).__name__, ForwardRef("int").evaluate(), ForwardRef("a + b").evaluate(locals={"a": 1, "b": 2}), ForwardRef("nope").evaluate(format=Format.STRING))
try:
    reference.evaluate()
except NameError as error:
    print(error)
print(annotationlib.type_repr(int), annotationlib.type_repr(list[int]), annotationlib.type_repr(Node), annotationlib.type_repr("s"), annotationlib.annotations_to_string({"a": int, "b": "text", "c": ...}), annotationlib.call_annotate_function(function.__annotate__, Format.STRING), annotationlib.get_annotate_from_class_namespace({}))
function.__annotations__ = {"replaced": 1}
print(get_annotations(function), get_annotations(function, eval_str=True))
quoted = lambda: 0  # noqa: E731
quoted.__annotations__ = {"x": "int | None", "y": "Node"}
print(get_annotations(quoted), get_annotations(quoted, eval_str=True))
for wrong in [lambda: get_annotations(5), lambda: get_annotations(Node, format=9), lambda: get_annotations(quoted, eval_str=True, format=Format.STRING), lambda: ForwardRef("1 +"), lambda: ForwardRef(5), lambda: setattr(function, "__annotate__", 5), lambda: setattr(function, "__annotations__", 5)]:
    try:
        print("fine", wrong())
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
