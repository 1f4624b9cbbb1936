"""Usual tokens of XML content are read from arrays of code units; the others, errors and pieces of tokens by the grammar in full: events are the same."""

import hashlib
import random
from xml.parsers import expat

NAMES = ["a", "book", "p:x", "q:y", "été", "x" * 300, "_b-1.2", "a.b"]
TEXTS = ["text", " ", "\n", "\n    ", "]", "]]", "é", "漢字", "😀", "a\tb", ">", "'\"", "\r\n", "\r", "x" * 40, "y" * 3000]
ENTITIES = ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;", "&#65;", "&#x1F600;", "&#10;", "&ent;"]
OTHERS = ["<!-- c -->", "<?pi data?>", "<![CDATA[<&]]>", "<![CDATA[a\nb]]>"]
WRONG = ["&", "&nope;", "<", "]]>", "\x01", "\x00", "<a", "</b>", "<a b>", "<a b=c>", "<a b='1' b='2'/>", "<z:a/>", "<a/ >", "￿"]
VALUES = ["", "v", "it's", '"', "é", "😀", "a b", "a\nb", "&lt;x", "&#65;", "1" * 50]


def attribute(random):
    name = random.choice(["id", "year", "p:id", "q:id", "xml:lang", "xmlns:q", "xmlns:r", "naïf"])
    value = random.choice(["u", "v"]) if name.startswith("xmlns") else random.choice(VALUES)
    quote = "'" if '"' in value else '"'
    equals = random.choice(["=", "=", "=", " = "])
    return name + equals + quote + value + quote


def element(random, depth):
    name = random.choice(NAMES)
    attributes = {}
    for _ in range(random.choice([0, 0, 1, 1, 2, 3, 10])):
        text = attribute(random)
        attributes.setdefault(text.split("=")[0].strip(), text)
    inside = "".join(random.choice([" ", " ", "\n", "  "]) + text for text in attributes.values())
    if random.random() < 0.2:
        return f"<{name}{inside}{random.choice(['', ' '])}/>"
    parts = []
    for _ in range(random.randrange(6) if depth else 0):
        kind = random.random()
        if kind < 0.4:
            parts.append(element(random, depth - 1))
        elif kind < 0.8:
            parts.append(random.choice(TEXTS))
        elif kind < 0.93:
            parts.append(random.choice(ENTITIES))
        else:
            parts.append(random.choice(OTHERS))
    return f"<{name}{inside}{random.choice(['', '', ' '])}>{''.join(parts)}</{name}{random.choice(['', '', ' '])}>"


def document(random):
    body = element(random, 4)
    while len(body) < 200:
        body += element(random, 4)
    if random.random() < 0.3:
        at = random.randrange(len(body))
        body = body[:at] + random.choice(WRONG) + body[at:]
    defaults = '<!ATTLIST a id CDATA "d">' if random.random() < 0.2 else ""
    return f'<!DOCTYPE root [<!ENTITY ent "in <b>it</b>">{defaults}]>\n<root xmlns:p="urn:p" xmlns:q="urn:q">{body}</root>\n'


def events(text, random, size):
    "Bytes or text in pieces of the size."
    parser = expat.ParserCreate(None, random.choice(["}", "}", None]))
    parser.buffer_text = random.random() < 0.6
    parser.ordered_attributes = random.random() < 0.5
    told = []

    def handler(name):
        def tell(*args):
            told.append((name, args, parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex))

        return tell

    handlers = ["StartElement", "EndElement", "CharacterData", "StartNamespaceDecl", "Comment", "StartCdataSection"]
    parser.EndNamespaceDeclHandler = lambda *args: told.append(args)
    for name in handlers:
        if random.random() < 0.8:
            setattr(parser, name + "Handler", handler(name))
    data = text.encode() if random.random() < 0.4 else text
    try:
        for at in range(0, len(data), size):
            parser.Parse(data[at : at + size], False)
        parser.Parse(b"", True)
    except expat.ExpatError as problem:
        told.append((str(problem), problem.code, problem.lineno, problem.offset, parser.ErrorByteIndex))
    except UnicodeEncodeError as problem:
        told.append(str(problem))
    return told


def contents(told):
    "What does not depend on where the pieces end."
    text = "".join(event[1][0] for event in told if event[0] == "CharacterData")
    return text, [event[:2] for event in told if event[0] not in ("CharacterData", None)]


def compare(seeds):
    for seed in seeds:
        source = random.Random(seed)
        text = document(source)
        state = source.getstate()
        told = events(text, source, 10**6)
        for size in (1, 7, 100):
            source.setstate(state)
            in_pieces = events(text, source, size)
            if len(told[-1]) != 5 and contents(in_pieces) != contents(told):
                print(seed, "differs in pieces of", size)
        text = repr(told)
        print(seed, len(told), hashlib.sha256(text.encode()).hexdigest()[:12], text[-60:].encode("ascii", "backslashreplace").decode())


def long_document():
    "Longer than an array, with a tag and a text across its end."
    for filler in ("x" * 16370, "é" * 16370, "x" * 40000, "<b/>" * 9000):
        for buffered in (False, True):
            told = []
            parser = expat.ParserCreate()
            parser.buffer_text = buffered
            parser.CharacterDataHandler = lambda text: told.append(len(text))
            parser.StartElementHandler = lambda name, attributes: told.append((name, attributes))
            parser.Parse(f"<a>{filler}<tag name='value' other='value'>some text\n and more</tag></a>", True)
            print(buffered, len(told), told[:2], told[-4:], parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex)


def changing():
    "Handlers that change handlers, and how text comes."
    told = []
    parser = expat.ParserCreate()

    def start(name, attributes):
        told.append(name)
        parser.buffer_text = name == "b"
        parser.CharacterDataHandler = None if name == "c" else told.append
        if name == "d":
            parser.StartElementHandler = None
        if name == "e":
            parser.intern["f"] = "other"

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: told.append("/" + name)
    parser.Parse("<a>1\n2<b>3\n4&lt;5\n</b>6\n<c>7\n8</c><e/><f>9</f><d><g>10\n</g></d></a>", True)
    print(told)
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: 1 / (name != "b")
    for text in ("<a><b/>", "<c/></a>"):
        try:
            print(parser.Parse(text))
        except (ZeroDivisionError, expat.ExpatError) as problem:
            print(type(problem).__name__, str(problem).partition(":")[0])


compare(range(120))
long_document()
changing()
