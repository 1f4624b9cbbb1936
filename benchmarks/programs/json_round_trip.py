"""A JSON parser and printer written out: escapes, numbers, nesting, pretty printing, error positions."""

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
UNESCAPES = {ord(value): "\\" + key for key, value in ESCAPES.items() if key != "/"}


class ParseError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - text.rfind("\n", 0, at)
        super().__init__(f"{message} at line {line}, column {column}")


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def parse(self):
        value = self.value()
        self.space()
        if self.at < len(self.text):
            raise self.error("extra text")
        return value

    def error(self, message):
        return ParseError(message, self.text, self.at)

    def space(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in " \t\r\n":
            at += 1
        self.at = at

    def value(self):
        self.space()
        match self.text[self.at:self.at + 1]:
            case "{":
                return dict(self.items("}", self.pair))
            case "[":
                return list(self.items("]", self.value))
            case '"':
                return self.string()
            case "":
                raise self.error("unexpected end")
            case c if c in "-0123456789":
                return self.number()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise self.error("unexpected character")

    def items(self, close, item):
        self.at += 1
        self.space()
        if self.text[self.at:self.at + 1] == close:
            self.at += 1
            return
        while True:
            yield item()
            self.space()
            separator = self.text[self.at:self.at + 1]
            self.at += 1
            if separator == close:
                return
            if separator != ",":
                self.at -= 1
                raise self.error(f"expected ',' or '{close}'")

    def pair(self):
        self.space()
        key = self.string()
        self.space()
        if self.text[self.at:self.at + 1] != ":":
            raise self.error("expected ':'")
        self.at += 1
        return key, self.value()

    def string(self):
        if self.text[self.at:self.at + 1] != '"':
            raise self.error("expected a string")
        pieces, start = [], self.at + 1
        while True:
            end = start
            while (c := self.text[end:end + 1]) not in ('"', "\\", ""):
                end += 1
            pieces.append(self.text[start:end])
            if c == '"':
                self.at = end + 1
                return "".join(pieces)
            if c == "":
                raise self.error("unterminated string")
            escape = self.text[end + 1]
            if escape == "u":
                pieces.append(chr(int(self.text[end + 2:end + 6], 16)))
                start = end + 6
            else:
                pieces.append(ESCAPES[escape])
                start = end + 2

    def number(self):
        start = self.at
        while self.text[self.at:self.at + 1] in set("+-.eE0123456789"):
            self.at += 1
        digits = self.text[start:self.at]
        return float(digits) if any(c in digits for c in ".eE") else int(digits)


def dump(value, indent=""):
    deeper = indent + "  "
    match value:
        case None:
            return "null"
        case True | False:
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return '"' + value.translate(UNESCAPES) + '"'
        case []:
            return "[]"
        case {} if not value:
            return "{}"
        case [*items]:
            return "[\n" + ",\n".join(deeper + dump(item, deeper) for item in items) + f"\n{indent}]"
        case {**items}:
            lines = (f"{deeper}{dump(key)}: {dump(item, deeper)}" for key, item in items.items())
            return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
    raise TypeError(type(value).__name__)


def document(size):
    return {
        "title": 'a "quoted" \\ title\n',
        "count": size,
        "empty": [{}, [], ""],
        "records": [
            {"id": i, "name": f"name {i}\t", "score": i / 8, "tags": ["x", f"t{i % 7}"], "flags": {"even": i % 2 == 0, "next": None}}
            for i in range(size)
        ],
    }


def faults():
    for text in ('{"a": 1,\n "b" 2}', "[1, 2", '"abc', "[1 2]", "", "truth", "{1: 2}"):
        try:
            Parser(text).parse()
        except ParseError as error:
            yield str(error)


def main(size=5_000):
    original = document(size)
    text = dump(original)
    parsed = Parser(text).parse()
    assert parsed == original and dump(parsed) == text
    messages = list(faults())
    unicode = Parser('"\\u0041\\u00e9"').parse()
    result = len(text), sum(map(ord, text)) % 65521, unicode, messages[:3], len(messages)
    assert size != 5_000 or result == (1010767, 56549, 'Aé', ["expected ':' at line 2, column 6", "expected ',' or ']' at line 1, column 6", 'unterminated string at line 1, column 1'], 7), result
    return result


if __name__ == "__main__":
    print("json_round_trip:", *main(), sep="\n  ")
