"""A static site generator: front matter, a Markdown subset, a template language, tags and a feed, written to a temporary folder."""
import html
import json
import re
import tempfile
import textwrap
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from string import ascii_lowercase, digits

CONTENT = {
    "index.md": """\
        title: Home
        ---
        # Welcome

        This is the *home page* of a **small** site. See [the posts](/posts/) and `code`.
        """,
    "posts/first.md": """\
        title: First post
        date: 2024-01-15
        tags: python, web
        ---
        A paragraph with <html> & an image ![logo](logo.png "The logo").

        ## A list

        * one
        * two with `x < y`
          * nested
          * again
        * three

        1. first
        2. second

        > quoted *text*
        > on two lines

        ```python
        def f(x):
            return x ** 2  # not *emphasis*
        ```
        """,
    "posts/second.md": """\
        title: Second: a post with a table
        date: 2024-03-02
        tags: python
        draft: false
        ---
        | name | value |
        |------|------:|
        | a    | 1     |
        | b    | **2** |

        Line one
        line two with two trailing spaces\u0020\u0020
        and a break.

        ---

        Setext
        ======
        Auto <https://example.org> and \\*escaped\\* stars.
        """,
    "posts/hidden.md": """\
        title: Not ready
        date: 2024-04-01
        draft: true
        ---
        Nothing.
        """,
}

TEMPLATES = {
    "base": """\
<!DOCTYPE html>
<title>{{ page.title }} - {{ site.name }}</title>
<nav>{% for link in site.menu %}<a href="{{ link.url }}"{% if link.url == page.url %} class="here"{% endif %}>{{ link.text }}</a>{% if not loop.last %} | {% endif %}{% endfor %}</nav>
{% block content %}{{ page.body | safe }}{% endblock %}
""",
    "post": """\
{% extends base %}{% block content %}<article>
<h1>{{ page.title | upper }}</h1><time>{{ page.date | long }}</time>
{{ page.body | safe }}
<p>Tags: {{ page.tags | join(", ") }}</p>{% if page.newer %}<a href="{{ page.newer.url }}">{{ page.newer.title }} &rarr;</a>{% elif page.older %}<a href="{{ page.older.url }}">&larr; {{ page.older.title }}</a>{% else %}alone{% endif %}
</article>{% endblock %}
""",
    "list": """\
{% extends base %}{% block content %}<h1>{{ page.title }}</h1>
<ul>{% for post in posts %}
<li>{{ loop.index }}. <a href="{{ post.url }}">{{ post.title }}</a> ({{ post.words }} words)</li>{% else %}<li>none</li>{% endfor %}
</ul>{% endblock %}
""",
}


class Markdown:
    def render(self, text):
        return "\n".join(self.blocks(text.split("\n")))

    def blocks(self, lines):
        i = 0
        while i < len(lines):
            line = lines[i]
            if not line.strip():
                i += 1
            elif m := re.match(r"(#{1,6}) (.*)", line):
                level = len(m[1])
                yield f'<h{level} id="{slug(m[2])}">{self.inline(m[2])}</h{level}>'
                i += 1
            elif line.startswith("```"):
                end = next((j for j in range(i + 1, len(lines)) if lines[j].startswith("```")), len(lines))
                language = f' class="{line[3:]}"' if line[3:] else ""
                yield f"<pre><code{language}>{html.escape(chr(10).join(lines[i + 1 : end]))}</code></pre>"
                i = end + 1
            elif re.match(r"(-{3,}|\*{3,})$", line):
                yield "<hr>"
                i += 1
            elif line.startswith(">"):
                start = i
                while i < len(lines) and lines[i].startswith(">"):
                    i += 1
                yield f"<blockquote>{''.join(self.blocks([l[1:].removeprefix(' ') for l in lines[start:i]]))}</blockquote>"
            elif re.match(r"([*+-]|\d+\.) ", line):
                start = i
                while i < len(lines) and (re.match(r"([*+-]|\d+\.) |\s+\S", lines[i])):
                    i += 1
                yield self.list(lines[start:i])
            elif line.startswith("|") and i + 1 < len(lines) and re.match(r"\|[-:| ]+\|$", lines[i + 1]):
                start = i
                while i < len(lines) and lines[i].startswith("|"):
                    i += 1
                yield self.table(lines[start:i])
            else:
                start = i
                while i < len(lines) and lines[i].strip() and not re.match(r"=+$|```|#", lines[i]):
                    i += 1
                text = "\n".join(lines[start:i])
                if i < len(lines) and re.match(r"=+$", lines[i]):
                    yield f"<h1>{self.inline(text)}</h1>"
                    i += 1
                else:
                    yield f"<p>{self.inline(text)}</p>"

    def list(self, lines):
        tag = "ol" if lines[0][0].isdigit() else "ul"
        items = []
        for line in lines:
            if m := re.match(r"(?:[*+-]|\d+\.) (.*)", line):
                items.append([m[1]])
            else:
                items[-1].append(line[2:])
        parts = []
        for first, *rest in items:
            parts.append(f"<li>{self.inline(first)}{''.join(self.blocks(rest))}</li>")
        return f"<{tag}>{''.join(parts)}</{tag}>"

    def table(self, lines):
        rows = [[c.strip() for c in line.strip("|").split("|")] for line in lines]
        right = [c.endswith(":") for c in rows[1]]
        make = lambda row, tag: "<tr>" + "".join(f"<{tag}{' align=right' * r}>{self.inline(c)}</{tag}>" for c, r in zip(row, right)) + "</tr>"  # noqa: E731
        return "<table>" + make(rows[0], "th") + "".join(make(r, "td") for r in rows[2:]) + "</table>"

    def inline(self, text):
        kept = []

        def keep(fragment):
            kept.append(fragment)
            return f"\0{len(kept) - 1}\0"

        text = re.sub(r"`([^`]+)`", lambda m: keep(f"<code>{html.escape(m[1])}</code>"), text)
        text = re.sub(r"\\([*_`\\])", lambda m: keep(m[1]), text)
        text = re.sub(r"<(https?://[^>]+)>", lambda m: keep(f'<a href="{m[1]}">{m[1]}</a>'), text)
        text = html.escape(text, quote=False)
        text = re.sub(r'!\[([^]]*)\]\(([^ )]+)(?: "([^"]*)")?\)', lambda m: keep(f'<img src="{m[2]}" alt="{m[1]}"' + (f' title="{m[3]}"' if m[3] else "") + ">"), text)
        text = re.sub(r"\[([^]]+)\]\(([^)]+)\)", r'<a href="\2">\1</a>', text)
        text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
        text = re.sub(r"\*(.+?)\*", r"<em>\1</em>", text)
        text = re.sub(r"  \n", "<br>\n", text)
        return re.sub("\0(\\d+)\0", lambda m: kept[int(m[1])], text)


def slug(text):
    return re.sub("-+", "-", "".join(c if c in ascii_lowercase + digits else "-" for c in text.lower())).strip("-")


class TemplateError(Exception):
    pass


class Templates:
    FILTERS = {"upper": str.upper, "safe": lambda v: Safe(v), "long": lambda d: f"{d:%d %B %Y}", "join": lambda v, sep: sep.join(v), "length": len}

    def __init__(self, sources):
        self.trees = {name: self.parse(name, source) for name, source in sources.items()}

    def parse(self, name, source):
        parts = re.split(r"(\{\{.*?\}\}|\{%.*?%\})", source, flags=re.S)
        stack = [("root", None, [])]
        for part in parts:
            if part.startswith("{{"):
                stack[-1][2].append(("value", part[2:-2].strip()))
            elif part.startswith("{%"):
                word, _, rest = part[2:-2].strip().partition(" ")
                if word in ("if", "for", "block"):
                    stack.append((word, rest, []))
                elif word in ("elif", "else"):
                    stack[-1][2].append((word, rest))
                elif word.startswith("end"):
                    kind, argument, body = stack.pop()
                    if kind != word[3:]:
                        raise TemplateError(f"{name}: {word} closes {kind}")
                    stack[-1][2].append((kind, argument, body))
                elif word == "extends":
                    stack[-1][2].append((word, rest))
                else:
                    raise TemplateError(f"{name}: unknown tag {word}")
            elif part:
                stack[-1][2].append(("text", part))
        if len(stack) > 1:
            raise TemplateError(f"{name}: {stack[-1][0]} is not closed")
        return stack[0][2]

    def render(self, name, context):
        tree = self.trees[name]
        blocks = {}
        while tree and tree[0][0] == "extends":
            for kind, *rest in tree:
                if kind == "block":
                    blocks.setdefault(rest[0], rest[1])
            tree = self.trees[tree[0][1]]
        return "".join(self.run(tree, context, blocks))

    def run(self, nodes, context, blocks):
        for node in nodes:
            match node:
                case ("text", text):
                    yield text
                case ("value", expression):
                    value = self.evaluate(expression, context)
                    yield value if isinstance(value, Safe) else html.escape(str(value))
                case ("block", name, body):
                    yield from self.run(blocks.get(name, body), context, blocks)
                case ("if", condition, body):
                    yield from self.run(self.choose(condition, body, context), context, blocks)
                case ("for", clause, body):
                    yield from self.loop(clause, body, context, blocks)

    def choose(self, condition, body, context):
        branches, current = [], []
        branches.append((condition, current))
        for node in body:
            if node[0] in ("elif", "else"):
                current = []
                branches.append((node[1] if node[0] == "elif" else "true", current))
            else:
                current.append(node)
        return next((b for c, b in branches if c == "true" or self.evaluate(c, context)), [])

    def loop(self, clause, body, context, blocks):
        name, _, source = clause.partition(" in ")
        items = list(self.evaluate(source, context))
        split = next((i for i, n in enumerate(body) if n[0] == "else"), len(body))
        if not items:
            yield from self.run(body[split + 1 :], context, blocks)
        for index, item in enumerate(items):
            loop = {"index": index + 1, "first": index == 0, "last": index == len(items) - 1}
            yield from self.run(body[:split], {**context, name: item, "loop": loop}, blocks)

    def evaluate(self, expression, context):
        if expression.startswith("not "):
            return not self.evaluate(expression[4:], context)
        if " == " in expression:
            left, right = expression.split(" == ")
            return self.evaluate(left, context) == self.evaluate(right, context)
        head, *filters = re.split(r"\s*\|\s*", expression)
        value = context
        for part in head.split("."):
            value = value[part] if isinstance(value, dict) else getattr(value, part)
        for f in filters:
            name, arguments = re.fullmatch(r"(\w+)(?:\((.*)\))?", f).groups()
            if name not in self.FILTERS:
                raise TemplateError(f"no filter {name}")
            value = self.FILTERS[name](value, *(json.loads(f"[{arguments}]") if arguments else ()))
        return value


class Safe(str):
    pass


@dataclass
class Page:
    source: str
    title: str
    text: str = field(repr=False)
    date: date | None = None
    tags: list[str] = field(default_factory=list)
    draft: bool = False
    older: "Page | None" = field(default=None, repr=False)
    newer: "Page | None" = field(default=None, repr=False)

    @classmethod
    def load(cls, root, path):
        head, _, text = path.read_text().partition("---\n")
        meta = dict(re.findall(r"^(\w+):\s*(.*)$", head, re.M))
        return cls(path.relative_to(root).as_posix(), meta["title"], text, date.fromisoformat(meta["date"]) if "date" in meta else None, re.split(r",\s*", meta["tags"]) if "tags" in meta else [], meta.get("draft") == "true")

    @property
    def url(self):
        return "/" + re.sub(r"index$", "", self.source.removesuffix(".md"))

    @cached_property
    def body(self):
        return Markdown().render(self.text)

    @property
    def words(self):
        return len(re.findall(r"\w+", re.sub("<[^>]+>", "", self.body)))


def build(source, target):
    pages = [Page.load(source, p) for p in sorted(source.rglob("*.md"))]
    posts = sorted((p for p in pages if p.date and not p.draft), key=lambda p: p.date)
    for older, newer in zip(posts, posts[1:]):
        older.newer, newer.older = newer, older
    site = {"name": "Small & Co", "menu": [{"url": "/", "text": "Home"}, {"url": "/posts/", "text": "Posts"}]}
    templates = Templates(TEMPLATES)
    tags = defaultdict(list)
    for post in posts:
        for tag in post.tags:
            tags[tag].append(post)
    outputs = {p.url: templates.render("post" if p.date else "base", {"site": site, "page": p}) for p in pages if not p.draft}
    lists = {"/posts/": ("All posts", posts[::-1]), "/tags/none/": ("Nothing", [])} | {f"/tags/{t}/": (f"Tag {t}", ps) for t, ps in sorted(tags.items())}
    for url, (title, entries) in lists.items():
        outputs[url] = templates.render("list", {"site": site, "page": {"title": title, "url": url}, "posts": entries})
    outputs["/feed.json"] = json.dumps([{"title": p.title, "url": p.url, "date": p.date.isoformat()} for p in posts], indent=1)
    for url, text in outputs.items():
        path = target / (url[1:] if "." in url else f"{url[1:]}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return pages


with tempfile.TemporaryDirectory() as folder:
    source, target = Path(folder, "content"), Path(folder, "site")
    for name, text in CONTENT.items():
        path = source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    for page in build(source, target):
        print(page)
    for path in sorted(target.rglob("*.*")):
        print("=" * 20, path.relative_to(target))
        print(path.read_text())
for bad in ["{% if x %}", "{% for a in b %}{% endif %}", "{% what %}"]:
    try:
        Templates({"bad": bad})
    except TemplateError as error:
        print(error)
for bad in ["{{ a.b }}", "{{ a | nothing }}"]:
    try:
        Templates({"t": bad}).render("t", {"a": {}})
    except (TemplateError, KeyError) as error:
        print(type(error).__name__, error)
