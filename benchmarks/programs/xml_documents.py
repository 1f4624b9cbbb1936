"""XML in Python code: trees built, searched, changed, written as text and read back by the Python classes of ElementTree."""

import sys

sys.modules["_elementtree"] = None  # the classes in C stay out
sys.modules.pop("xml.etree.ElementTree", None)

import xml.etree.ElementTree as ET
from io import StringIO


def catalogue(size):
    root = ET.Element("catalogue", {"version": "1.0", "xml:lang": "en"})
    for number in range(size):
        book = ET.SubElement(root, "book", id=f"b{number}", year=str(1900 + number % 120))
        ET.SubElement(book, "title").text = f"Title & subtitle <{number}>"
        for k in range(1 + number % 3):
            author = ET.SubElement(book, "{urn:people}author", {"{urn:people}role": "editor" if k else "author"})
            author.text = f"Person {number * 7 % 50}"
            author.tail = "\n"
        price = ET.SubElement(book, "price", currency="EUR" if number % 2 else "GBP")
        price.text = str(number * 1.25)
    return root


def raise_prices(root):
    for price in root.iter("price"):
        if price.get("currency") == "EUR":
            price.text = f"{float(price.text) * 1.1:.2f}"
            price.set("changed", "yes")


def summary(root):
    books = root.findall("book")
    editors = len(root.findall(".//{urn:people}author[@{urn:people}role='editor']"))
    old = [book.get("id") for book in root.findall("./book[@year='1903']")]
    changed = sum(1 for _ in root.iterfind("book/price[@changed]"))
    letters = sum(len(text) for text in root.itertext())
    return len(books), editors, len(old), changed, letters, root.findtext("book[5]/title")


def main(size=4_000):
    root = catalogue(size)
    raise_prices(root)
    expected = summary(root)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    again = ET.parse(StringIO(text)).getroot()
    for book in again.findall("book")[::2]:
        again.remove(book)
    events = sum(1 for event, _ in ET.iterparse(StringIO(text), ("start", "end", "start-ns")))
    return expected, len(text), summary(again)[:4], events


if __name__ == "__main__":
    print("xml documents:", *main())
