"""xml.etree, minidom and sax: trees built, searched, changed and written."""
import io
import xml.etree.ElementTree as ET
from xml.dom import minidom
from xml.sax.saxutils import escape, quoteattr, unescape

root = ET.Element("catalog", {"version": "1"})
for number, (title, price) in enumerate([("First & best", 10), ("Second <i>", 12.5)], 1):
    book = ET.SubElement(root, "book", id=f"b{number}")
    ET.SubElement(book, "title", lang="en").text = title
    ET.SubElement(book, "price").text = str(price)
root.append(ET.Comment("the end"))
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(root.find("book"), short_empty_elements=False), [b.get("id") for b in root.iter("book")], root.findtext("book/title"), [e.text for e in root.findall(".//price")], root.find("book[@id='b2']/title").text, root.find("book[price='10']").attrib, len(root), root[0].tag)
root[0].set("new", "a\"b\nc")
root.remove(root[1])
print(ET.tostring(root), list(root.itertext())[:3], root.attrib, ET.iselement(root), escape("<&>"), unescape("&lt;&amp;"), quoteattr('a"b'))
document = minidom.Document()
element = document.createElement("root")
element.setAttribute("a", "1")
element.appendChild(document.createTextNode("text & more"))
element.appendChild(document.createComment("c"))
element.appendChild(document.createCDATASection("<raw>"))
document.appendChild(element)
print(document.toprettyxml(indent=" "), document.toxml(), element.getAttribute("a"), element.firstChild.data, document.documentElement.tagName)
out = io.BytesIO()
ET.ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
print(out.getvalue()[:60])
