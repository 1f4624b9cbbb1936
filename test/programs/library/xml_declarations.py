"""XML and text declarations: what is accepted, and where a wrong one stops being right."""
from xml.parsers import expat


def told(*declaration):
    print('   ', declaration)


def parse(document, size=None):
    parser = expat.ParserCreate()
    parser.XmlDeclHandler = told
    try:
        for start in range(0, len(document), size or len(document)):
            parser.Parse(document[start:start + (size or len(document))])
        parser.Parse('', True)
        print('right')
    except expat.ExpatError as error:
        print(error)


def parse_entity(text):
    parser = expat.ParserCreate()

    def entity(context, base, system, public):
        inner = parser.ExternalEntityParserCreate(context)
        try:
            inner.Parse(text, True)
            print(text, 'right')
        except expat.ExpatError as error:
            print(text, error)
        return 1

    parser.ExternalEntityRefHandler = entity
    parser.Parse('<!DOCTYPE a [<!ENTITY e SYSTEM "x">]><a>&e;</a>', True)


VERSIONS = ['1.0', '1.1', '1.99', '2.0', '1.', '1', '1.x', '01.0', '1.0.0', '', '12.0', '1.é', '1.0 ', ':1.0', '1_0:-.']
ENCODINGS = ['utf-8', 'UTF-8', 'a b', 'é', 'a:', '1', '', 'ab é']
FLAGS = ['yes', 'no', 'no ', 'Yes', '', 'n é']
REST = ['', ' ', '\n', ' version ', ' version= ', ' version="1.0', ' version=1.0', ' version="1.0\'', ' version = "1.0" ', ' encoding="utf-8"', ' "b"', ' ="b"', ' foo=x',
        ' foo="é"', ' version="1.0"encoding="a"', ' version="1.0" foo="a"', ' version="1.0" encoding ', ' version="1.0" ?a', ' version="1.0" version="1.0"',
        ' version="1.0" standalone="yes" encoding="utf-8"', ' version="1.0" standalone="no"', ' version="1.0" encoding="utf-8"']

declarations = [f' version="{version}"' for version in VERSIONS] + [f' version="1.0" encoding="{name}"' for name in ENCODINGS]
declarations += [f" version='1.0' standalone='{flag}'" for flag in FLAGS] + REST
for declaration in declarations:
    print(repr(declaration))
    for size in (None, 1):
        parse(f'<?xml{declaration}?><a/>', size)
    parse_entity(f'<?xml{declaration}?>x')
for document in ['<?XML v?><a/>', '<?xmL?><a/>', '<a><?xml?></a>', '<a><?XML x?></a>', '<a/><?XML?>', '<!DOCTYPE a [<?XML b?>]><a/>', '<?xmlx y?><a/>', ' <?xml version="1.0"?><a/>', '<?xml', '<?xml ']:
    print(document)
    for size in (None, 1):
        parse(document, size)
