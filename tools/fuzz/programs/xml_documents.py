"""XML documents, well-formed and damaged: the events that pyexpat tells, and its errors with their places.

Document types are not damaged: where exactly a broken declaration is wrong is not compared.
"""
from xml.parsers import expat

from draw import COUNT, below, choose

NAMES = ['a', 'b', 'c', 'ns:d', 'é', 'x1', '_y', 'a-b', 'xmlns:ns', 'p:q']
TEXTS = ['text', ' ', '\n', 'é€', 'a\r\nb', ']]', ']', '&lt;', '&amp;', '&#65;', '&#x20AC;', '&e1;', '&e2;', '&none;', '&ext;', 'x' * 30, '\t', '\u00a0', '&#0;', '&', ']]>', '&#xD800;', '\U0001f600']
VALUES = ['', '1', 'a b', ' a  b ', '&lt;', '&e1;', 'é', '\n\t', "it's", '&#10;', '&none;', '<', '&ext;', 'urn:1', 'http://www.w3.org/XML/1998/namespace']
DECLARATIONS = [
    '<!ENTITY e1 "value">', '<!ENTITY e2 "<b>x&e1;</b>">', '<!ENTITY e3 "&e3;">', '<!ENTITY ext SYSTEM "file">', '<!ENTITY ext PUBLIC "p  q" \'s\'>',
    '<!ENTITY un SYSTEM "u" NDATA n>', '<!NOTATION n SYSTEM "n">', '<!NOTATION m PUBLIC "m">', '<!NOTATION o PUBLIC "m" "s">', '<!ELEMENT a (b|c)*>', '<!ELEMENT b (a,(b|c)+,c?)>',
    '<!ELEMENT c EMPTY>', '<!ELEMENT d ANY>', '<!ELEMENT e (#PCDATA|a|b)*>', '<!ELEMENT f (#PCDATA)>', '<!ATTLIST a x CDATA "dflt" y (u|v) "v" z ID #IMPLIED>',
    '<!ATTLIST b k NMTOKENS " p  q " l NOTATION (n|m) #REQUIRED f CDATA #FIXED "fix&e1;">', '<!ENTITY % p "<!ELEMENT g ANY>">', '%p;', '%q;', '<!-- c -->', '<?pi in dtd?>',
    ' ', '\n', '<!ENTITY % x SYSTEM "x">', '%x;', '<!ENTITY e5 "&#38;lt;&#60;">',
]


def quoted(value):
    quote = '"' if "'" in value or below(2) else "'"
    return quote + value + quote


def element(depth):
    name = choose(NAMES)
    attributes = ''.join(f'{choose([" ", "  ", chr(10)])}{choose(NAMES)}{choose(["=", " = "])}{quoted(choose(VALUES))}' for _ in range(choose([0, 0, 1, 2])))
    if below(3) == 0:
        return f'<{name}{attributes}{choose(["", " "])}/>'
    return f'<{name}{attributes}>{content(depth)}</{name}{choose(["", " "])}>'


def content(depth):
    parts = []
    for _ in range(below(5)):
        kind = below(9)
        if kind < 3 and depth > 0:
            parts.append(element(depth - 1))
        elif kind < 7:
            parts.append(choose(TEXTS))
        elif kind == 7:
            parts.append(choose(['<!-- note -->', '<!----->', '<!-- a -- b -->', '<?pi data?>', '<?pi?>', '<?xml bad?>', '<?p  x ?>']))
        else:
            parts.append(choose(['<![CDATA[raw <b> & ]]>', '<![CDATA[]]>', '<![CDATA[a\r\nb]]>', '<![CDATA[ open']))
    return ''.join(parts)


def document():
    parts = []
    if below(2):
        parts.append(choose(["<?xml version='1.0'?>", '<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0" standalone="yes"?>', '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n', '<?xml encoding="utf-8"?>', '<?xml version="1.0" standalone="maybe"?>']))
    if below(3) == 0:
        parts.append(choose([' ', '\n', '<!-- c -->', '<?pi x?>', 'text']))
    if below(2):
        ids = choose(['', '', ' SYSTEM "dtd"', ' PUBLIC "pub id" "sys"'])
        subset = ''.join(choose(DECLARATIONS) for _ in range(below(7)))
        parts.append(f'<!DOCTYPE {choose(NAMES[:3])}{ids}{choose([" ", ""])}[{subset}]{choose(["", " "])}>' if below(5) else f'<!DOCTYPE a{ids}>')
    parts.append(element(3))
    if below(3) == 0:
        parts.append(choose(['\n', '<!-- end -->', ' text', '<a/>', '<?pi?>', '<']))
    return ''.join(parts)


def damaged(data):
    kind = below(8)
    if kind > 2 or not data or b'<!DOCTYPE' in data or data.startswith(b'<?xml'):
        return data
    at = below(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + bytes([choose(b'<>&"\'/=!?[]; \n\x00\x01\xff')]) + data[at + below(2):]
    return data[:at] + data[at + 1 + below(3):]


def run(data, pieces, namespaces, default):
    events = []
    parser = expat.ParserCreate(namespace_separator='|' if namespaces else None)
    parser.buffer_text = True
    parser.ordered_attributes = True

    def listen(name, answer=None):
        def handler(*args):
            events.append((name, args, parser.CurrentLineNumber, parser.CurrentColumnNumber, parser.CurrentByteIndex) if name != 'CharacterData' else (name, args))
            return answer
        setattr(parser, name + 'Handler', handler)

    for name in 'StartElement EndElement CharacterData ProcessingInstruction Comment StartCdataSection EndCdataSection StartNamespaceDecl EndNamespaceDecl StartDoctypeDecl EndDoctypeDecl ElementDecl AttlistDecl EntityDecl UnparsedEntityDecl NotationDecl XmlDecl SkippedEntity'.split():
        if default != name:
            listen(name)
    if default is not None and default != 'none':
        parser.DefaultHandlerExpand = lambda data: events.append(('default', data))
    listen('ExternalEntityRef', 1)
    listen('NotStandalone', 1)
    step = max(1, len(data) // pieces)
    try:
        for start in range(0, len(data), step):
            parser.Parse(data[start:start + step], False)
        parser.Parse(b'', True)
    except expat.ExpatError as error:
        events.append(('error', str(error), error.code, parser.ErrorByteIndex))
    except (LookupError, ValueError) as error:
        events.append(('error', type(error).__name__, str(error)))
    return events


for index in range(COUNT):
    text = document()
    data = damaged(text.encode('utf-8', 'surrogatepass'))
    if below(8) == 0:
        data = text.encode('utf-16', 'surrogatepass')
    default = None if b'<!DOCTYPE' in data else choose([None, 'Comment', 'StartElement', 'CharacterData'])
    pieces, namespaces = 1, below(2)
    print(index, ascii(data), pieces, namespaces, default, '->', ascii(run(data, pieces, namespaces, default)))
