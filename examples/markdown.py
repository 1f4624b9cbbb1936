"""Converts a good part of Markdown to HTML: headings, lists in lists, code, quotes, tables, links, emphasis."""

DOCUMENT = """\
Typhon *in short*
=================

Python in **TypeScript**, with a `just & in time` compiler.
See [the site](https://example.org/?a=1&b=2 "Home") or ![a picture](x.png).

## Why <now>?

1. It is ~~slow~~ **fast _and_ small**
2. It runs
   - in browsers
   - on servers
     - with `node`
3. Done

> A quote that goes on
> for *two* lines
>
> > and one inside

```python
def f(x):
    return x < 2 and "**not bold**"
```

| name | speed | note |
|:-----|------:|:----:|
| fib  |  9.1  | *ok* |
| nbody | 21 | `x|y` |

---
Escapes: \\*no emphasis\\*, 2 * 3 * 4, snake_case_name, <https://example.org>.
"""


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class Inline:
    """Spans within a line: a recursive scanner over one string."""

    DELIMITERS = {"**": "strong", "~~": "del", "*": "em", "_": "em"}

    def __init__(self, text):
        self.text = text

    def render(self):
        return "".join(self.spans())

    def spans(self):
        text, at = self.text, 0
        while at < len(text):
            for rule in (self.escaped, self.code, self.autolink, self.link, self.emphasis):
                if (found := rule(at)) is not None:
                    html, at = found
                    yield html
                    break
            else:
                yield escape(text[at])
                at += 1

    def escaped(self, at):
        if self.text[at] == "\\" and self.text[at + 1:at + 2] in set("\\`*_{}[]()#+-.!~|"):
            return escape(self.text[at + 1]), at + 2
        return None

    def code(self, at):
        if self.text[at] != "`":
            return None
        end = self.text.find("`", at + 1)
        return None if end < 0 else (f"<code>{escape(self.text[at + 1:end])}</code>", end + 1)

    def autolink(self, at):
        end = self.text.find(">", at)
        if not self.text.startswith("<http", at) or end < 0:
            return None
        address = escape(self.text[at + 1:end])
        return f'<a href="{address}">{address}</a>', end + 1

    def link(self, at):
        image = self.text.startswith("![", at)
        if not image and self.text[at] != "[":
            return None
        middle = self.text.find("](", at)
        end = self.text.find(")", middle)
        if middle < 0 or end < 0:
            return None
        label = self.text[at + 1 + image:middle]
        address, _, title = self.text[middle + 2:end].partition(" ")
        title = f' title="{escape(title.strip(chr(34)))}"' if title else ""
        if image:
            return f'<img src="{escape(address)}" alt="{escape(label)}"{title}>', end + 1
        return f'<a href="{escape(address)}"{title}>{Inline(label).render()}</a>', end + 1

    def emphasis(self, at):
        text = self.text
        for mark, tag in self.DELIMITERS.items():
            if not text.startswith(mark, at) or text[at + len(mark):at + len(mark) + 1].isspace():
                continue
            if mark == "_" and at and text[at - 1].isalnum():
                continue
            end = text.find(mark, at + len(mark))
            while end > 0 and text[end - 1].isspace():
                end = text.find(mark, end + 1)
            if end > at + len(mark):
                return f"<{tag}>{Inline(text[at + len(mark):end]).render()}</{tag}>", end + len(mark)
        return None


def inline(text):
    return Inline(text).render()


class Blocks:
    def __init__(self, lines):
        self.lines = lines
        self.at = 0

    @property
    def line(self):
        return self.lines[self.at] if self.at < len(self.lines) else None

    def take_while(self, test):
        start = self.at
        while self.at < len(self.lines) and test(self.lines[self.at]):
            self.at += 1
        return self.lines[start:self.at]

    def render(self):
        while (line := self.line) is not None:
            stripped = line.strip()
            if not stripped:
                self.at += 1
            elif stripped.startswith("```"):
                yield from self.fence(stripped[3:])
            elif line.startswith("#"):
                level = len(line) - len(line.lstrip("#"))
                yield f"<h{level}>{inline(line[level:].strip())}</h{level}>"
                self.at += 1
            elif set(stripped) == {"-"} and len(stripped) >= 3:
                yield "<hr>"
                self.at += 1
            elif line.startswith(">"):
                inner = [quoted[1:].removeprefix(" ") for quoted in self.take_while(lambda l: l.startswith(">"))]
                yield "<blockquote>"
                yield from Blocks(inner).render()
                yield "</blockquote>"
            elif marker(line):
                yield from self.list()
            elif line.startswith("|"):
                yield from self.table()
            else:
                yield self.paragraph()

    def fence(self, language):
        self.at += 1
        code = self.take_while(lambda line: not line.startswith("```"))
        self.at += 1
        kind = f' class="language-{language}"' if language else ""
        yield f"<pre><code{kind}>" + escape("\n".join(code)) + "</code></pre>"

    def list(self):
        tag = "ol" if marker(self.line)[0].isdigit() else "ul"
        yield f"<{tag}>"
        while self.line is not None and (mark := marker(self.line)):
            indent = len(mark) + 1
            first = self.line[indent:]
            self.at += 1
            rest = [line[indent:] for line in self.take_while(lambda line: line.startswith(" " * indent))]
            nested = list(Blocks(rest).render())
            yield f"<li>{inline(first)}" + ("\n" + "\n".join(nested) + "\n" if nested else "") + "</li>"
        yield f"</{tag}>"

    def table(self):
        header, rule, *rows = [split_row(line) for line in self.take_while(lambda line: line.startswith("|"))]
        aligns = [{(1, 0): "left", (0, 1): "right", (1, 1): "center"}.get((c[0] == ":", c[-1] == ":"), "") for c in rule]
        yield "<table>"
        for tag, cells in [("th", header), *(("td", row) for row in rows)]:
            yield "<tr>" + "".join(f'<{tag} align="{a}">{inline(c)}</{tag}>' for c, a in zip(cells, aligns)) + "</tr>"
        yield "</table>"

    def paragraph(self):
        lines = [self.line]
        self.at += 1
        while (line := self.line) is not None and line.strip():
            if set(line) <= {"="} or set(line) <= {"-"}:
                self.at += 1
                level = 1 if line[0] == "=" else 2
                return f"<h{level}>{inline(' '.join(lines))}</h{level}>"
            lines.append(line)
            self.at += 1
        return "<p>" + inline("\n".join(lines)) + "</p>"


def split_row(line):
    cells, current, in_code = [], "", False
    for c in line.strip().strip("|"):
        in_code ^= c == "`"
        if c == "|" and not in_code:
            cells.append(current.strip())
            current = ""
        else:
            current += c
    return [*cells, current.strip()]


def marker(line):
    head, space, _ = line.partition(" ")
    if space and (head in ("-", "*", "+") or head[:-1].isdigit() and head.endswith(".")):
        return head
    return ""


if __name__ == "__main__":
    print("\n".join(Blocks(DOCUMENT.splitlines()).render()))
