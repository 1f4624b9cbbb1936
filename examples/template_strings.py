"""Template strings: SQL with parameters, HTML that escapes, structured logging, lazy and nested templates."""

Template = type(t"")
Interpolation = type(t"{0}".interpolations[0])


def sql(template):
    """The text with placeholders, and the values."""
    text, values = [], []
    for part in template:
        match part:
            case str():
                text.append(part)
            case Interpolation(value=Template() as inner):
                inner_text, inner_values = sql(inner)
                text.append(inner_text)
                values += inner_values
            case Interpolation(value=list() as items, format_spec="list"):
                text.append(", ".join("?" * len(items)))
                values += items
            case Interpolation(value, expression, _, "name"):
                if not str(value).isidentifier():
                    raise ValueError(f"{expression} is no name: {value!r}")
                text.append(f'"{value}"')
            case Interpolation(value=value):
                text.append("?")
                values.append(value)
    return "".join(text), values


def escape(text):
    return str(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def html(template):
    pieces = []
    for literal, field in zip(template.strings, [*template.interpolations, None]):
        pieces.append(literal)
        if field is None:
            break
        value = field.value
        if isinstance(value, Template):
            pieces.append(html(value))
        elif isinstance(value, (list, tuple)):
            pieces += [html(item) if isinstance(item, Template) else escape(item) for item in value]
        elif isinstance(value, dict):
            pieces.append(" ".join(f'{name}="{escape(v)}"' for name, v in value.items() if v is not None))
        elif field.format_spec == "raw":
            pieces.append(str(value))
        else:
            pieces.append(escape(convert(field)))
    return "".join(pieces)


def convert(field):
    value = {"r": repr, "s": str, "a": ascii, None: lambda v: v}[field.conversion](field.value)
    return format(value, field.format_spec) if field.format_spec not in ("raw",) else value


def render(template):
    """What an f-string would have given."""
    return "".join(part if isinstance(part, str) else convert(part) for part in template)


class Message:
    """For logs: a text and the values behind it."""

    def __init__(self, template):
        self.template = template

    def __str__(self):
        return render(self.template) + " " + str({field.expression: field.value for field in self.template.interpolations})


def main():
    name, age, rows = "Robert'); drop table students;--", 42, [3, 5, 8]
    table, condition = "users", t"age > {age}"
    print(sql(t"select * from {table:name} where name = {name} and {condition} and id in ({rows:list})"))
    try:
        sql(t"select {name:name}")
    except ValueError as error:
        print("ValueError:", error)

    user = {"name": "<Ada & co>", "site": "x.org/?q=\"1\"", "admin": True}
    badge = t"<b>admin</b>" if user["admin"] else t""
    items = [t"<li>{i}: {c}</li>" for i, c in enumerate("a<b", 1)]
    attributes = {"class": "card", "title": 'say "hi"', "hidden": None}
    page = t"""<div {attributes}>
  <h1>{user["name"]}{badge}</h1><a href="{user['site']}">{user['site']!r:>20}</a>
  <ul>{items}</ul>{"<hr>":raw}{"<hr>"}
</div>"""
    print(html(page))

    pi, width = 3.14159, 10
    template = t"{pi:{width}.2f}|{pi!r}|{name.title()!s:.6}|{pi * 2 = }|{ {'k': 1}['k'] }|{{}}"
    assert render(template) == f"{pi:{width}.2f}|{pi!r}|{name.title()!s:.6}|{pi * 2 = }|{ {'k': 1}['k'] }|{{}}"
    print(render(template))
    print(template.strings)
    for field in template.interpolations:
        print("  ", field.expression, field.conversion, repr(field.format_spec), field.value)
    print(Message(t"{age} rows from {table!r:>8}"))
    print(template.values, t"plain".strings, t"".strings, t"{1}{2}".strings, list(t"{1}x"))
    joined = t"a{1}" + t"b{2}" + t"c"
    print(joined, joined.values, joined.strings)
    print(repr(t"x{age:>4}y"), rt"\d{age}\n".strings, (t"one " t"two {age}").strings)
    try:
        t"{age}" + "text"
    except TypeError as error:
        print("TypeError:", error)

    counter = iter(range(10))
    eager = t"{next(counter)} {next(counter)}"
    lazy = t"{(lambda: next(counter))}"
    print(eager.values, next(counter), lazy.interpolations[0].value(), lazy.interpolations[0].expression)


if __name__ == "__main__":
    main()
