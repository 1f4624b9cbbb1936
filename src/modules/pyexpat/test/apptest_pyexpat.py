"""Events, errors and their places of pyexpat, and what its users make of them: each row is an expression and what comes of it."""

import io
import plistlib
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
from xml.parsers import expat

from apptest_checks import check_rows


def events(data, *names, namespaces=False, pieces=None, **settings):
    """What the named handlers are told; then the error, if there is one."""
    parser = expat.ParserCreate(namespace_separator='|' if namespaces else None)
    for name, value in settings.items():
        setattr(parser, name, value)
    told = []
    for name in names:
        setattr(parser, name + 'Handler', lambda *args, name=name: (told.append((name, *args)), 1)[1])
    try:
        if pieces is None:
            parser.Parse(data, True)
        else:
            for start in range(0, len(data), pieces):
                parser.Parse(data[start:start + pieces], False)
            parser.Parse(b'', True)
    except expat.ExpatError as error:
        told.append((str(error), error.code, error.lineno, error.offset, parser.ErrorByteIndex))
    return told


def mixed(*pieces):
    """The text of a document that comes as bytes and str by turns."""
    parser = expat.ParserCreate()
    told = []
    parser.CharacterDataHandler = told.append
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse('', True)
    except expat.ExpatError as error:
        told.append((str(error), parser.ErrorByteIndex))
    return told


ALL = ('StartElement', 'EndElement', 'CharacterData', 'ProcessingInstruction', 'Comment', 'StartCdataSection', 'EndCdataSection', 'StartNamespaceDecl', 'EndNamespaceDecl')
DTD = ('StartDoctypeDecl', 'EndDoctypeDecl', 'ElementDecl', 'AttlistDecl', 'EntityDecl', 'UnparsedEntityDecl', 'NotationDecl', 'XmlDecl', 'NotStandalone', 'ExternalEntityRef', 'SkippedEntity', 'StartElement', 'CharacterData')

NAMES = dict(globals())


def test_content():
    check_rows([
        ('events(\'<a x="1" y=\\\'&lt;&#65;\\\'>t<b/>&amp;é<![CDATA[<raw>]]><?pi data?><!--c--></a>\', *ALL)', "[('StartElement', 'a', {'x': '1', 'y': '<A'}), ('CharacterData', 't'), ('StartElement', 'b', {}), ('EndElement', 'b'), ('CharacterData', '&'), ('CharacterData', '\\xe9'), ('StartCdataSection',), ('CharacterData', '<raw>'), ('EndCdataSection',), ('ProcessingInstruction', 'pi', 'data'), ('Comment', 'c'), ('EndElement', 'a')]"),
        ("events(b'<a>1\\r\\n2\\r3</a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', '1'), ('CharacterData', '\\n'), ('CharacterData', '2'), ('CharacterData', '\\n'), ('CharacterData', '3'), ('EndElement', 'a')]"),
        ("events(b'<a>1\\r\\n2</a>', *ALL, buffer_text=True)", "[('StartElement', 'a', {}), ('CharacterData', '1\\n2'), ('EndElement', 'a')]"),
        ("events(b'<a>one<b>two</b>three</a>', *ALL, pieces=1, buffer_text=True)", "[('StartElement', 'a', {}), ('CharacterData', 'o'), ('CharacterData', 'n'), ('CharacterData', 'e'), ('StartElement', 'b', {}), ('CharacterData', 't'), ('CharacterData', 'w'), ('CharacterData', 'o'), ('EndElement', 'b'), ('CharacterData', 't'), ('CharacterData', 'h'), ('CharacterData', 'r'), ('CharacterData', 'e'), ('CharacterData', 'e'), ('EndElement', 'a')]"),
        ("events(b'<a><![CDATA[x]]y]]></a>', *ALL, pieces=1, buffer_text=True)", "[('StartElement', 'a', {}), ('StartCdataSection',), ('CharacterData', 'x]]y'), ('EndCdataSection',), ('EndElement', 'a')]"),
        ('events(\'<a xmlns="u:d" xmlns:p="u:p" p:k="1" k="2"><p:b xmlns=""><c/></p:b></a>\', *ALL, namespaces=True)', "[('StartNamespaceDecl', None, 'u:d'), ('StartNamespaceDecl', 'p', 'u:p'), ('StartElement', 'u:d|a', {'u:p|k': '1', 'k': '2'}), ('StartNamespaceDecl', None, None), ('StartElement', 'u:p|b', {}), ('StartElement', 'c', {}), ('EndElement', 'c'), ('EndElement', 'u:p|b'), ('EndNamespaceDecl', None), ('EndElement', 'u:d|a'), ('EndNamespaceDecl', 'p'), ('EndNamespaceDecl', None)]"),
        ('events(b\'<a k="  x\\n y "/>\', *ALL, ordered_attributes=True)', "[('StartElement', 'a', ['k', '  x  y ']), ('EndElement', 'a')]"),
        ("events(b'<a>x<b/>y</a>', 'Default')", "[('Default', '<a>'), ('Default', 'x'), ('Default', '<b/>'), ('Default', 'y'), ('Default', '</a>')]"),
        ('events(b\'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "v">]><a b="1">&e;<!--c--></a>\', \'Default\', \'CharacterData\')', '[(\'Default\', \'<?xml version="1.0"?>\'), (\'Default\', \'<!DOCTYPE\'), (\'Default\', \' \'), (\'Default\', \'a\'), (\'Default\', \' \'), (\'Default\', \'[\'), (\'Default\', \'<!ENTITY\'), (\'Default\', \' \'), (\'Default\', \'e\'), (\'Default\', \' \'), (\'Default\', \'"v"\'), (\'Default\', \'>\'), (\'Default\', \']\'), (\'Default\', \'>\'), (\'Default\', \'<a b="1">\'), (\'Default\', \'&e;\'), (\'Default\', \'<!--c-->\'), (\'Default\', \'</a>\')]'),
        ('events(b\'<!DOCTYPE a [<!ENTITY e "v<b/>">]><a>&e;</a>\', *ALL)', "[('StartElement', 'a', {}), ('CharacterData', 'v'), ('StartElement', 'b', {}), ('EndElement', 'b'), ('EndElement', 'a')]"),
        ('events(\'<?xml version="1.0" encoding="iso-8859-1"?><a>\\xe9</a>\'.encode(\'latin-1\'), *ALL)', "[('StartElement', 'a', {}), ('CharacterData', '\\xe9'), ('EndElement', 'a')]"),
        ('events(\'<?xml version="1.0" encoding="utf-16"?><é>\\u20ac</é>\'.encode(\'utf-16\'), *ALL)', "[('StartElement', '\\xe9', {}), ('CharacterData', '\\u20ac'), ('EndElement', '\\xe9')]"),
        ('events(\'<?xml version="1.0" encoding="cp1251"?><a>\\u0434</a>\'.encode(\'cp1251\'), *ALL)', "[('StartElement', 'a', {}), ('CharacterData', '\\u0434'), ('EndElement', 'a')]"),
        ("events('\\ufeff<a/>'.encode(), *ALL)", "[('StartElement', 'a', {}), ('EndElement', 'a')]"),
    ], NAMES)


def test_scanning():
    check_rows([
        ('events(\'<a \' + \' \'.join(\'k%d="%d"\' % (n, n) for n in range(12)) + \'/>\', \'StartElement\', ordered_attributes=True)[0][2][-4:]', "['k10', '10', 'k11', '11']"),
        ('events(\'<a \' + \' \'.join(\'k%d="%d"\' % (n, n) for n in range(12)) + \' k3="again"/>\', *ALL)', "[('duplicate attribute: line 1, column 91', 8, 1, 91, 91)]"),
        ('events(\'<a xmlns:p="u" xmlns:q="u" p:k="1" k="2" q:k="3"/>\', *ALL, namespaces=True)', "[('StartNamespaceDecl', 'p', 'u'), ('StartNamespaceDecl', 'q', 'u'), ('EndNamespaceDecl', 'q'), ('EndNamespaceDecl', 'p'), ('duplicate attribute: line 1, column 0', 8, 1, 0, 0)]"),
        ('events(\'<a xmlns="1"><b k=""/><c xmlns="2"><b k=""/></c><b/><p:b xmlns:p="3"><p:b/></p:b><b xmlns=""><b/></b></a>\', \'StartElement\', \'EndElement\', namespaces=True)', "[('StartElement', '1|a', {}), ('StartElement', '1|b', {'k': ''}), ('EndElement', '1|b'), ('StartElement', '2|c', {}), ('StartElement', '2|b', {'k': ''}), ('EndElement', '2|b'), ('EndElement', '2|c'), ('StartElement', '1|b', {}), ('EndElement', '1|b'), ('StartElement', '3|b', {}), ('StartElement', '3|b', {}), ('EndElement', '3|b'), ('EndElement', '3|b'), ('StartElement', 'b', {}), ('StartElement', 'b', {}), ('EndElement', 'b'), ('EndElement', 'b'), ('EndElement', '1|a')]"),
        ('events(\'<p:a xmlns:p="u"><p:b/></p:a>\', \'StartElement\', \'EndElement\', namespaces=True, namespace_prefixes=True)', "[('StartElement', 'u|a|p', {}), ('StartElement', 'u|b|p', {}), ('EndElement', 'u|b|p'), ('EndElement', 'u|a|p')]"),
        ('events(\'<\\u00e9\\u0300.\\u20ac \\u00fc="\\u20ac\\U0001f600" a="&#x1F600;">\\U0001f600\\u00e9</\\u00e9\\u0300.\\u20ac>\', *ALL)', "[('not well-formed (invalid token): line 1, column 4', 4, 1, 4, 6)]"),
        ('events(\'<\\u00e9\\u0300\\u037a \\u00fc="\\u20ac\\U0001f600" a="&#x1F600;">\\U0001f600\\u00e9\\ud7ff\\ue000\\ufffd\\x7f</\\u00e9\\u0300\\u037a>\', *ALL)', "[('not well-formed (invalid token): line 1, column 3', 4, 1, 3, 5)]"),
        ("events('<a>\\u20ac \\ufffe</a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', '\\u20ac '), ('not well-formed (invalid token): line 1, column 5', 4, 1, 5, 7)]"),
        ("events('<a>\\U0001fffe \\uffff</a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', '\\U0001fffe '), ('not well-formed (invalid token): line 1, column 5', 4, 1, 5, 8)]"),
        ('events(\'<a b="\\u20ac\\uffff"/>\', *ALL)', "[('not well-formed (invalid token): line 1, column 7', 4, 1, 7, 9)]"),
        ('events(\'<a b="\\\'&quot;\\t\\r\\n"/>\', *ALL)', '[(\'StartElement\', \'a\', {\'b\': \'\\\'"  \'}), (\'EndElement\', \'a\')]'),
        ('events(\'<a b="x<y"/>\', *ALL)', "[('not well-formed (invalid token): line 1, column 7', 4, 1, 7, 7)]"),
        ('events(\'<a b="x\\x0b"/>\', *ALL)', "[('not well-formed (invalid token): line 1, column 7', 4, 1, 7, 7)]"),
        ("events(b'<a>one ] two ]] three ]&gt;</a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', 'one ] two ]] three ]'), ('CharacterData', '>'), ('EndElement', 'a')]"),
        ("events(b'<a>one ]]]]> two</a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 11', 4, 1, 11, 11)]"),
        ("events(b'<a><![CDATA[one ] two ]] three < & ]]]>\\xff</a>', *ALL)", "[('StartElement', 'a', {}), ('StartCdataSection',), ('CharacterData', 'one '), ('CharacterData', '] two '), ('CharacterData', ']'), ('CharacterData', '] three < & '), ('CharacterData', ']'), ('EndCdataSection',), ('not well-formed (invalid token): line 1, column 39', 4, 1, 39, 39)]"),
        ("events('<a>\\u20ac\\U0001f600</a>'.encode(), *ALL, pieces=1, buffer_text=True)", "[('StartElement', 'a', {}), ('CharacterData', '\\u20ac'), ('CharacterData', '\\U0001f600'), ('EndElement', 'a')]"),
        ("events('<a>\\u20ac'.encode() + b'\\xe0\\x80</a>', *ALL, pieces=4)", "[('StartElement', 'a', {}), ('CharacterData', '\\u20ac'), ('not well-formed (invalid token): line 1, column 4', 4, 1, 4, 6)]"),
        ("events(b'<a>\\xed\\xa0\\x80</a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 3', 4, 1, 3, 3)]"),
        ("events(b'<a>\\xf4\\x90\\x80\\x80</a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 3', 4, 1, 3, 3)]"),
        ("events('<a>\\ud800</a>', *ALL)", "UnicodeEncodeError: 'utf-8' codec can't encode character '\\ud800' in position 3: surrogates not allowed"),
        ("events('<a></ab>', *ALL)", "[('StartElement', 'a', {}), ('mismatched tag: line 1, column 5', 7, 1, 5, 5)]"),
        ("events('<ab></a>', *ALL)", "[('StartElement', 'ab', {}), ('mismatched tag: line 1, column 6', 7, 1, 6, 6)]"),
        ("events('<ab></ab\\n\\t>', *ALL)", "[('StartElement', 'ab', {}), ('EndElement', 'ab')]"),
        ("mixed(b'<a>', 'caf\\u00e9', b'</a>')", "['caf\\xe9']"),
        ("mixed(b'<', 'a>caf\\u00e9</a>')", "['caf\\xe9']"),
        ("mixed(b'<a>\\xc3', '\\u00e9</a>')", "[('not well-formed (invalid token): line 1, column 3', 3)]"),
        ('mixed(\'<?xml version="1.0" encoding="iso-8859-1"?><a>\', b\'\\xc3\\xa9\', \'\\u00e9</a>\')', "['\\xe9', '\\xe9']"),
        ('mixed(b\'<?xml version="1.0" encoding="iso-8859-1"?><a>\', \'\\u00e9</a>\')', "['\\xc3\\xa9']"),
        ("mixed('', b'<a>\\xe9', b'</a>')", "[('not well-formed (invalid token): line 1, column 3', 3)]"),
    ], NAMES)


def test_errors():
    check_rows([
        ("events(b'', *ALL)", "[('no element found: line 1, column 0', 3, 1, 0, 0)]"),
        ("events(b'<a>', *ALL)", "[('StartElement', 'a', {}), ('no element found: line 1, column 3', 3, 1, 3, 3)]"),
        ("events(b'<a></b>', *ALL)", "[('StartElement', 'a', {}), ('mismatched tag: line 1, column 5', 7, 1, 5, 5)]"),
        ("events(b'<a', *ALL)", "[('unclosed token: line 1, column 0', 5, 1, 0, 0)]"),
        ("events(b'<a>\\n <b x=1/></a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', '\\n'), ('CharacterData', ' '), ('not well-formed (invalid token): line 2, column 6', 4, 2, 6, 10)]"),
        ('events(b\'<a x="1" x="2"/>\', *ALL)', "[('duplicate attribute: line 1, column 9', 8, 1, 9, 9)]"),
        ("events(b'<a>&none;</a>', *ALL)", "[('StartElement', 'a', {}), ('undefined entity: line 1, column 3', 11, 1, 3, 3)]"),
        ("events(b'<a>&#0;</a>', *ALL)", "[('StartElement', 'a', {}), ('reference to invalid character number: line 1, column 3', 14, 1, 3, 3)]"),
        ("events(b'<a>a & b</a>', *ALL)", "[('StartElement', 'a', {}), ('CharacterData', 'a '), ('not well-formed (invalid token): line 1, column 6', 4, 1, 6, 6)]"),
        ("events(b'<a>]]></a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 5', 4, 1, 5, 5)]"),
        ("events(b'<a/><b/>', *ALL)", "[('StartElement', 'a', {}), ('EndElement', 'a'), ('junk after document element: line 1, column 4', 9, 1, 4, 4)]"),
        ("events(b'<a/>text', *ALL)", "[('StartElement', 'a', {}), ('EndElement', 'a'), ('junk after document element: line 1, column 4', 9, 1, 4, 4)]"),
        ("events(b'text', *ALL)", "[('syntax error: line 1, column 0', 2, 1, 0, 0)]"),
        ("events(b'<a>\\x01</a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 3', 4, 1, 3, 3)]"),
        ("events(b'<a>\\xff</a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 3', 4, 1, 3, 3)]"),
        ("events(b'<a>\\xc3', *ALL)", "[('StartElement', 'a', {}), ('partial character: line 1, column 3', 6, 1, 3, 3)]"),
        ("events(b'<a><![CDATA[x', *ALL)", "[('StartElement', 'a', {}), ('StartCdataSection',), ('CharacterData', 'x'), ('unclosed CDATA section: line 1, column 13', 20, 1, 13, 13)]"),
        ("events(b'<a><!-- x -- y --></a>', *ALL)", "[('StartElement', 'a', {}), ('not well-formed (invalid token): line 1, column 12', 4, 1, 12, 12)]"),
        ('events(b\'<a><?xml version="1.0"?></a>\', *ALL)', "[('StartElement', 'a', {}), ('XML or text declaration not at start of entity: line 1, column 3', 17, 1, 3, 3)]"),
        ('events(b\'<?xml version="1.0" standalone="maybe"?><a/>\', *ALL)', "[('XML declaration not well-formed: line 1, column 32', 30, 1, 32, 32)]"),
        ('events(b\'<?xml version="1.0" encoding="utf-16"?><a/>\', *ALL)', "[('encoding specified in XML declaration is incorrect: line 1, column 30', 19, 1, 30, 30)]"),
        ("events(b'<p:a/>', *ALL, namespaces=True)", "[('unbound prefix: line 1, column 0', 27, 1, 0, 0)]"),
        ('events(b\'<a xmlns:xml="u"/>\', *ALL, namespaces=True)', "[('reserved prefix (xml) must not be undeclared or bound to another namespace name: line 1, column 0', 38, 1, 0, 0)]"),
        ('events(b\'<a xmlns:p=""/>\', *ALL, namespaces=True)', "[('must not undeclare prefix: line 1, column 0', 28, 1, 0, 0)]"),
        ('events(b\'<!DOCTYPE a [<!ENTITY e "&e;">]><a>&e;</a>\', *ALL)', "[('StartElement', 'a', {}), ('recursive entity reference: line 1, column 35', 12, 1, 35, 35)]"),
        ('events(b\'<!DOCTYPE a [<!ENTITY e "<b>">]><a>&e;</a>\', *ALL)', "[('StartElement', 'a', {}), ('StartElement', 'b', {}), ('asynchronous entity: line 1, column 35', 13, 1, 35, 35)]"),
        ('events(b\'<!DOCTYPE a [<!ENTITY e SYSTEM "s">]><a k="&e;"/>\', *ALL)', "[('reference to external entity in attribute: line 1, column 43', 16, 1, 43, 43)]"),
        ("events(b'<!DOCTYPE a [<!ELEMENT a (b|c,d)>]><a/>', *ALL)", "[('syntax error: line 1, column 29', 2, 1, 29, 29)]"),
        ('events(b\'<!DOCTYPE a [\' + b\'\'.join(b\'<!ENTITY e%d "%s">\' % (n + 1, b\'&e%d;\' % n * 10) for n in range(9)) + b\'<!ENTITY e0 "xxxxxxxxxx">]><a>&e9;</a>\')', "[('limit on input amplification factor (from DTD and entities) breached: line 1, column 538', 43, 1, 538, 538)]"),
        ("expat.ErrorString(3), expat.ErrorString(999), expat.errors.XML_ERROR_SYNTAX, expat.errors.codes['unclosed token'], expat.errors.messages[7]", "('no element found', None, 'syntax error', 5, 'mismatched tag')"),
        ("expat.ParserCreate(namespace_separator='ab')", 'ValueError: namespace_separator must be at most one character, omitted, or None'),
        ('expat.ParserCreate(5)', "TypeError: ParserCreate() argument 'encoding' must be str or None, not int"),
        ('expat.ParserCreate(intern=5)', 'TypeError: intern must be a dictionary'),
    ], NAMES)


def test_document_types():
    check_rows([
        ('events(b\'<?xml version="1.0" encoding="utf-8" standalone="no"?><!DOCTYPE a SYSTEM "s" [<!ELEMENT a (b|(c,d?)+)*><!ELEMENT b (#PCDATA|a)*><!ELEMENT c EMPTY><!ELEMENT d ANY>]><a/>\', *DTD)', "[('XmlDecl', '1.0', 'utf-8', 0), ('NotStandalone',), ('StartDoctypeDecl', 'a', 's', None, 1), ('ElementDecl', 'a', (5, 2, None, ((4, 0, 'b', ()), (6, 3, None, ((4, 0, 'c', ()), (4, 1, 'd', ())))))), ('ElementDecl', 'b', (3, 2, None, ((4, 0, 'a', ()),))), ('ElementDecl', 'c', (1, 0, None, ())), ('ElementDecl', 'd', (2, 0, None, ())), ('EndDoctypeDecl',), ('StartElement', 'a', {})]"),
        ('events(b\'<!DOCTYPE a PUBLIC "p  i" "s"><a/>\', *DTD)', "[('NotStandalone',), ('StartDoctypeDecl', 'a', 's', 'p i', 0), ('EndDoctypeDecl',), ('StartElement', 'a', {})]"),
        ('events(b\'<!DOCTYPE a [<!ATTLIST a k CDATA "d" i ID #IMPLIED e (u|v) "v" n NMTOKENS "  x  y "><!ATTLIST a k CDATA "other">]><a i="z"/>\', *DTD)', "[('StartDoctypeDecl', 'a', None, None, 1), ('AttlistDecl', 'a', 'k', 'CDATA', 'd', 0), ('AttlistDecl', 'a', 'i', 'ID', None, 0), ('AttlistDecl', 'a', 'e', '(u|v)', 'v', 0), ('AttlistDecl', 'a', 'n', 'NMTOKENS', 'x y', 0), ('AttlistDecl', 'a', 'k', 'CDATA', 'other', 0), ('EndDoctypeDecl',), ('StartElement', 'a', {'i': 'z', 'k': 'd', 'e': 'v', 'n': 'x y'})]"),
        ('events(b\'<!DOCTYPE a [<!ATTLIST a k CDATA "d" i ID #IMPLIED>]><a i="z"/>\', \'StartElement\', specified_attributes=True)', "[('StartElement', 'a', {'i': 'z'})]"),
        ('events(b\'<!DOCTYPE a [<!NOTATION n SYSTEM "ns"><!NOTATION m PUBLIC "mp"><!ENTITY u SYSTEM "us" NDATA n><!ENTITY x SYSTEM "xs"><!ENTITY i "text&#38;"><!ENTITY % p "<!ELEMENT q ANY>">%p;]><a>&x;&i;</a>\', *DTD)', "[('StartDoctypeDecl', 'a', None, None, 1), ('NotationDecl', 'n', None, 'ns', None), ('NotationDecl', 'm', None, None, 'mp'), ('UnparsedEntityDecl', 'u', None, 'us', None, 'n'), ('EntityDecl', 'x', 0, None, None, 'xs', None, None), ('EntityDecl', 'i', 0, 'text&', None, None, None, None), ('EntityDecl', 'p', 1, '<!ELEMENT q ANY>', None, None, None, None), ('NotStandalone',), ('EndDoctypeDecl',), ('StartElement', 'a', {}), ('ExternalEntityRef', 'x', None, 'xs', None), ('CharacterData', 'text'), ('unclosed token: line 1, column 183', 5, 1, 183, 183)]"),
        ('events(b\'<!DOCTYPE a SYSTEM "s"><a>&some;</a>\', *DTD)', "[('NotStandalone',), ('StartDoctypeDecl', 'a', 's', None, 0), ('EndDoctypeDecl',), ('StartElement', 'a', {}), ('SkippedEntity', 'some', 0)]"),
    ], NAMES)


def test_users():
    check_rows([
        ('ET.tostring(ET.fromstring(\'<a k="&lt;">t<b/>tail</a>\'))', 'b\'<a k="&lt;">t<b />tail</a>\''),
        ('[(e.tag, e.attrib, e.text) for e in ET.fromstring(\'<r xmlns="u"><c a="1">x</c></r>\').iter()]', "[('{u}r', {}, None), ('{u}c', {'a': '1'}, 'x')]"),
        ("ET.fromstring('<a><b></a>')", 'ParseError: mismatched tag: line 1, column 8'),
        ("[(event, e.tag) for event, e in ET.iterparse(io.BytesIO(b'<a><b/><c/></a>'), ('start', 'end'))]", "[('start', 'a'), ('start', 'b'), ('end', 'b'), ('start', 'c'), ('end', 'c'), ('end', 'a')]"),
        ('xml.dom.minidom.parseString(\'<a><!--c--><b k="v">t</b></a>\').toprettyxml(indent=\' \')', '\'<?xml version="1.0" ?>\\n<a>\\n <!--c-->\\n <b k="v">t</b>\\n</a>\\n\''),
        ("plistlib.loads(plistlib.dumps({'a': [1, 2.5, True, b'x', 'é']}))", "{'a': [1, 2.5, True, b'x', '\\xe9']}"),
        ('plistlib.loads(b\'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY e "x">]><plist version="1.0"><string>&e;</string></plist>\')', 'InvalidFileException: XML entity declarations are not supported in plist files'),
    ], NAMES)


def test_positions():
    parser = expat.ParserCreate()
    places = []
    parser.StartElementHandler = lambda *args: places.append((parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber))
    parser.EndElementHandler = lambda *args: places.append((parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber))
    parser.Parse('<é>\n <b/>\n</é>', True)
    assert places == [(0, 1, 0), (6, 2, 1), (10, 2, 5), (11, 3, 0)]


def test_handler_that_raises_ends_the_parser():
    parser = expat.ParserCreate()
    seen = []

    def start(name, attributes):
        seen.append(name)
        raise KeyError(name)

    parser.StartElementHandler = start
    for data in (b'<a><b>', b'<c/>'):
        try:
            parser.Parse(data)
        except KeyError as error:
            seen.append(str(error))
        except expat.ExpatError as error:
            seen.append(error.code)
    assert seen == ['a', "'a'", 36]


def test_external_entities():
    parts = {'sub': b'<!ENTITY e "<b>&f;</b>"><!ENTITY % inc "INCLUDE"><![%inc;[<!ENTITY f "inner">]]><![IGNORE[<!ENTITY f "no">]]>', 'text': b'<?xml encoding="utf-8"?>outer<c/>'}
    parser = expat.ParserCreate()
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    told = []

    def external(context, base, system_id, public_id):
        child = parser.ExternalEntityParserCreate(context)
        child.Parse(parts[system_id], True)
        return 1

    parser.ExternalEntityRefHandler = external
    parser.StartElementHandler = lambda name, attributes: told.append(name)
    parser.CharacterDataHandler = told.append
    parser.Parse(b'<!DOCTYPE a SYSTEM "sub" [<!ENTITY x SYSTEM "text">]><a>&e;&x;</a>', True)
    assert told == ['a', 'b', 'inner', 'outer', 'c']


def test_sax():
    class Collector(xml.sax.ContentHandler):
        def __init__(self):
            super().__init__()
            self.told = []

        def startElement(self, name, attributes):
            self.told.append((name, dict(attributes)))

        def characters(self, content):
            self.told.append(content)

    collector = Collector()
    xml.sax.parseString(b'<a k="1">x<b/></a>', collector)
    assert collector.told == [('a', {'k': '1'}), 'x', ('b', {})]
