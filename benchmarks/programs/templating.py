"""A template language with loops, conditions and filters, compiled to closures and rendered over nested data."""

PAGE = """<html><head><title>{{ title|upper }}</title></head>
<body>
{% for user in users %}
  <h2>{{ user.name|escape }} ({{ user.age }})</h2>
  {% if user.admin %}<b>administrator</b>{% else %}<i>{{ user.role|capitalize }}</i>{% end %}
  <ul>{% for tag in user.tags %}<li class="{{ loop.parity }}">{{ loop.index }}: {{ tag|escape|quote }}</li>{% end %}</ul>
{% end %}
<p>{{ users|length }} users{% if note %}, {{ note }}{% end %}</p>
</body></html>
"""

FILTERS = {
    "upper": str.upper,
    "capitalize": str.capitalize,
    "length": len,
    "quote": lambda text: f"'{text}'",
    "escape": lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
}


class TemplateError(Exception):
    pass


def tokens(source):
    at = 0
    while (start := source.find("{", at)) != -1:
        kind = source[start + 1:start + 2]
        if kind not in ("{", "%"):
            yield "text", source[at:start + 1]
            at = start + 1
            continue
        if start > at:
            yield "text", source[at:start]
        close = "}}" if kind == "{" else "%}"
        end = source.find(close, start)
        if end == -1:
            raise TemplateError(f"{source[start:start + 12]!r} is not closed")
        yield ("value" if kind == "{" else "tag"), source[start + 2:end].strip()
        at = end + 2
    if at < len(source):
        yield "text", source[at:]


def resolve(path):
    """A function from the scopes to the value of a dotted path."""
    first, *rest = path.split(".")

    def get(scopes):
        for scope in reversed(scopes):
            if first in scope:
                value = scope[first]
                break
        else:
            return ""
        for name in rest:
            value = value[name] if isinstance(value, dict) else getattr(value, name)
        return value

    return get


def expression(text):
    path, *names = text.split("|")
    get = resolve(path)
    try:
        filters = [FILTERS[name] for name in names]
    except KeyError as error:
        raise TemplateError(f"no filter {error}") from None

    def evaluate(scopes):
        value = get(scopes)
        for apply in filters:
            value = apply(value)
        return value

    return evaluate


class Loop:
    def __init__(self):
        self.index = 0

    @property
    def parity(self):
        return ("even", "odd")[self.index % 2]


class Template:
    def __init__(self, source):
        self.tokens = tokens(source)
        self.nodes, end = self.parse()
        if end:
            raise TemplateError(f"unexpected {end}")

    def parse(self):
        nodes = []
        for kind, text in self.tokens:
            if kind == "text":
                nodes.append(lambda scopes, write, text=text: write(text))
            elif kind == "value":
                nodes.append(lambda scopes, write, get=expression(text): write(str(get(scopes))))
            else:
                match text.split():
                    case ["for", name, "in", path]:
                        nodes.append(self.loop(name, expression(path)))
                    case ["if", path]:
                        nodes.append(self.condition(expression(path)))
                    case ["else" | "end" as word]:
                        return nodes, word
                    case _:
                        raise TemplateError(f"unknown tag {text!r}")
        return nodes, ""

    def loop(self, name, items):
        body, _ = self.parse()

        def run(scopes, write):
            loop = Loop()
            for item in items(scopes):
                loop.index += 1
                inner = [*scopes, {name: item, "loop": loop}]
                for node in body:
                    node(inner, write)

        return run

    def condition(self, test):
        then, word = self.parse()
        otherwise = self.parse()[0] if word == "else" else []

        def run(scopes, write):
            for node in then if test(scopes) else otherwise:
                node(scopes, write)

        return run

    def render(self, **data):
        pieces = []
        for node in self.nodes:
            node([data], pieces.append)
        return "".join(pieces)


def users(count):
    for i in range(count):
        yield {
            "name": f"User <{i}>", "age": 20 + i % 50, "admin": i % 4 == 0, "role": "editor" if i % 3 else "reader",
            "tags": [f"t&{j}" for j in range(i % 5)],
        }


def main(count=25_000):
    template = Template(PAGE)
    page = template.render(title="All users", users=list(users(count)), note="")
    messages = []
    for source in ("{{ x", "{% loop %}", "{{ x|nothing }}", "{% end %}"):
        try:
            Template(source)
        except TemplateError as error:
            messages.append(str(error))
    result = len(page), page.count("<li"), sum(map(ord, page[::50])), messages
    assert count != 25_000 or result == (3302726, 50000, 4776908, ["'{{ x' is not closed", "unknown tag 'loop'", "no filter 'nothing'", 'unexpected end']), result
    return result


if __name__ == "__main__":
    print("templating:", *main())
    print(Template(PAGE).render(title="two", users=list(users(2)), note="that is all"))
