"""codecs and unicodedata: encodings, error handlers, streams, normal forms, properties."""
import codecs
import io
import unicodedata as ud

text = "Grüße, Ωmega – 日本 \U0001f600"
for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le", "utf-7", "unicode_escape", "raw_unicode_escape", "punycode", "cp1252", "latin-1", "ascii", "cp437", "koi8-r", "idna"):
    for errors in ("strict", "replace"):
        try:
            data = text.encode(encoding, errors)
            print(encoding, errors, data[:48], len(data), data.decode(encoding) == text)
        except (UnicodeError, LookupError) as error:
            print(encoding, errors, type(error).__name__, str(error)[:90])
for errors in ("ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape"):
    try:
        print(errors, "aé€\udc80".encode("ascii", errors))
    except UnicodeEncodeError as error:
        print(errors, error.encoding, error.start, error.end, error.reason)
for data in (b"\xff", b"ab\xc3", b"\xe2\x82", b"\xed\xa0\x80", b"\xf5\x80", b"\xc0\x80", b"ok\x80\x81x"):
    for errors in ("strict", "replace", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(data, errors, ascii(data.decode("utf-8", errors)), end="; ")
        except UnicodeDecodeError as error:
            print(data, error.reason, error.start, error.end, end="; ")
    print()


def shout(error):
    if isinstance(error, UnicodeEncodeError):
        return "<" + "".join(f"U+{ord(c):04X}" for c in error.object[error.start : error.end]) + ">", error.end
    raise error


codecs.register_error("shout", shout)
print("héllo wörld".encode("ascii", "shout"), codecs.lookup_error("shout") is shout)


def rot(name):
    if name == "corpus_rot":
        table = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")
        return codecs.CodecInfo(lambda s, e="strict": (s.translate(table).encode(), len(s)), lambda b, e="strict": (bytes(b).decode().translate(table), len(b)), name=name)


codecs.register(rot)
print("hello".encode("corpus-rot"), b"uryyb".decode("corpus_rot"), codecs.lookup("corpus_rot").name, codecs.lookup("LATIN1").name, codecs.encode("abc", "rot13"), codecs.encode(b"x", "hex"), codecs.decode("eA==".encode(), "base64"), codecs.encode(b"zz" * 9, "zlib")[:2])
codecs.unregister(rot)
try:
    "x".encode("corpus_rot")
except LookupError as error:
    print(error)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([b])) for b in "é€😀".encode()], decoder.getstate())
encoder = codecs.getincrementalencoder("utf-16")()
print(encoder.encode("a"), encoder.encode("b"), list(codecs.iterdecode([b"\xe2", b"\x82", b"\xac!"], "utf-8")), list(codecs.iterencode(["é", "x"], "latin-1")))
stream = codecs.getwriter("utf-8")(io.BytesIO())
stream.write("ünï")
print(stream.getvalue(), codecs.getreader("utf-16")(io.BytesIO("a\nb".encode("utf-16"))).readlines(), codecs.EncodedFile(io.BytesIO("é".encode("latin-1")), "utf-8", "latin-1").read(), codecs.BOM_UTF8, codecs.BOM_UTF16_LE)
for wrong in [lambda: "x".encode("nonsense"), lambda: "é".encode("ascii", "bogus"), lambda: b"x".decode("hex"), lambda: codecs.decode("x", "rot13", "strict"), lambda: codecs.encode("x", "base64"), lambda: codecs.lookup(5), lambda: "a\0b".encode("a\0b"), lambda: codecs.charmap_encode("é", "strict", {}), lambda: "\ud800".encode(), lambda: codecs.decode(b"zz", "hex")]:
    try:
        print("fine", wrong())
    except Exception as error:
        print(type(error).__name__, error)

for c in ("A", "ß", "٣", "½", "Ⅷ", "\u0301", "\u200d", "ﬁ", "가", "\U0001f469", "\n", "\u00a0", "ǅ", "(", "ー", "\ue000", "\u0378"):
    print(f"{ord(c):05x}", ud.name(c, "<none>"), ud.category(c), ud.bidirectional(c), ud.combining(c), ud.east_asian_width(c), ud.mirrored(c), ud.decomposition(c), ud.numeric(c, None), ud.digit(c, None), ud.decimal(c, None))
for s in ("é", "e\u0301", "ﬁ①", "Å", "가", "한", "ậ"):
    print(*(ascii(ud.normalize(form, s)) for form in ("NFC", "NFD", "NFKC", "NFKD")), [ud.is_normalized(form, s) for form in ("NFC", "NFD")])
print(ud.lookup("GREEK SMALL LETTER OMEGA"), "\N{SNOWMAN}", ud.unidata_version, ud.ucd_3_2_0.unidata_version, "\N{LATIN SMALL LETTER SHARP S}".upper())
for wrong in [lambda: ud.name("\n"), lambda: ud.lookup("NO SUCH"), lambda: ud.numeric("a"), lambda: ud.normalize("NFX", "a"), lambda: ud.category("ab"), lambda: ud.decimal("½"), lambda: ud.digit("x"), lambda: ud.name(5)]:
    try:
        print("fine", wrong())
    except (ValueError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
strip_accents = lambda s: "".join(c for c in ud.normalize("NFD", s) if not ud.combining(c))  # noqa: E731
print(strip_accents("Crème Brûlée à la Québécoise"), sorted(["zebra", "Äpfel", "apfel", "éclair"], key=lambda s: strip_accents(s).casefold()))
