"""Unicode: normalisation, categories, width of code points, case folding, surrogates, encodings and error handlers."""
import codecs
import unicodedata

s = "Å\u0041\u030A\ufb01\u00bd\u2460\U0001F600\u0939\u093f"
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    n = unicodedata.normalize(form, s)
    print(form, len(n), ascii(n), unicodedata.is_normalized(form, s))
for c in "aZ5 \n½Ⅷ²߁中é́\u200d😀\ue000":
    print(ascii(c), unicodedata.category(c), unicodedata.name(c, "?"), unicodedata.numeric(c, None), unicodedata.decimal(c, None), unicodedata.bidirectional(c), unicodedata.combining(c), unicodedata.east_asian_width(c), unicodedata.mirrored(c), repr(unicodedata.decomposition(c)))
print(unicodedata.lookup("SNOWMAN"), "\N{SNOWMAN}" == "☃", unicodedata.lookup("LATIN SMALL LETTER E WITH ACUTE"))
print("ß".upper(), "ŉ".upper(), "ΐ".upper(), "İ".lower().encode(), "Σίσυφος ΟΔΟΣ".lower(), "ǅ".swapcase(), "ﬀ".title(), "ﬀ".capitalize(), "ß".casefold() == "SS".casefold(), "ͅ".upper(), "Ω".lower() == "ω", "ı".upper(), "K".lower())
print("😀é".encode("utf-8"), "😀é".encode("utf-16"), "😀".encode("utf-32-be"), "é".encode("latin-1"), "é".encode("cp1252"), "é".encode("mac-roman"), "я".encode("koi8-r"), "é".encode("utf-7"), "bücher".encode("idna"), "bücher".encode("punycode"), "\n\té".encode("unicode_escape"), "😀".encode("raw_unicode_escape"))
for handler in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass"):
    for text, encoding in (("aé😀b", "ascii"), ("x\udc80y", "utf-8"), ("\ud83d", "utf-16-le")):
        try:
            print(handler, encoding, text.encode(encoding, handler))
        except UnicodeEncodeError as error:
            print(handler, encoding, error)
for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
    for data, encoding in ((b"a\xff\xc3b", "utf-8"), (b"\xed\xa0\x80", "utf-8"), (b"\xe2\x82", "utf-8"), (b"\x80", "ascii"), (b"\x00\xd8a", "utf-16-le"), (b"\xf0\x9f\x98", "utf-8"), (b"\xc0\x80", "utf8")):
        try:
            print(handler, encoding, ascii(data.decode(encoding, handler)))
        except UnicodeDecodeError as error:
            print(handler, encoding, error, error.start, error.end, error.reason)
codecs.register_error("shout", lambda e: (ascii(e.object[e.start:e.end]).upper() if isinstance(e, UnicodeEncodeError) else "!", e.end))
print("aéb".encode("ascii", "shout"), b"a\xffb".decode("utf-8", "shout"))
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "é😀".encode()], decoder.decode(b"", True), codecs.lookup("UTF8").name, codecs.lookup("latin1").name, codecs.encode("uryyb", "rot13"), codecs.encode(b"ab", "hex"), codecs.decode("68", "hex"), codecs.BOM_UTF8, "\ufeffx".encode("utf-8-sig"), b"\xef\xbb\xbfx".decode("utf-8-sig"))
print(len("\ud83d\ude00"), "\ud83d\ude00" == "😀", ascii("\ud83d" + "\ude00"), "\udcff".isprintable(), repr("\ud800"), "a\ud800b".split("\ud800"), "\ud800" in "x\ud800", "\U0010ffff".isprintable(), sorted(["\uffff", "\U00010000", "\ud800"]) == ["\ud800", "\uffff", "\U00010000"], "😀"[::-1], "a😀b".find("b"), "😀😀".count("😀"), "😀".center(5, "*"), max("😀z"))
print("é".isidentifier(), "ª".isidentifier(), "℘".isidentifier(), "1".isidentifier(), "x·".isidentifier(), exec("ℌ = 5\nprint(H)"), {"ﬁ": 1} == {"fi": 1}, eval("ﬁ", {"fi": "normalised"}))
for action in (lambda: unicodedata.lookup("NO SUCH"), lambda: unicodedata.name("\n"), lambda: unicodedata.decimal("½"), lambda: unicodedata.normalize("X", "a"), lambda: unicodedata.category("ab"), lambda: "x".encode("no-such"), lambda: b"x".decode("hex"), lambda: "x".encode("utf-8", "no-such"), lambda: "é".encode("ascii", "no-such"), lambda: codecs.lookup("nope"), lambda: codecs.lookup_error("nope"), lambda: codecs.decode(b"zz", "hex"), lambda: b"x".decode("rot13"), lambda: codecs.register_error("x", 5), lambda: "\udc80".encode("latin-1"), lambda: chr(0x110000), lambda: "é".encode("ascii", "shout").decode("ascii", "strict"), lambda: b"\xff".decode("utf-8", 5), lambda: "a".encode(None)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
