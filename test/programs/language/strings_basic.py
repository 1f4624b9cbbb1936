"""Text: literals and escapes, slicing, searching, splitting, case, predicates, translation."""

print("\x41\u00e9\U0001F600\N{GREEK SMALL LETTER ALPHA}\101\0|\a\b".encode())
print(r"\n\'", "a\
b", 'it''s' " joined", """tri"ple""", "tab\there", ascii("é\n😀"), repr("'\"\t\x7f\xad\u200b\ud800"))
s = "Mississippi"
print(s.count("ss"), s.count("i", 2, 9), s.count(""), s.find("ss", 3), s.rfind("i", 0, -1), s.index("p"), s.find("zz"), s.find("", 20))
print(s[::-1], s[-3:], s[1:-1:3], s[10:2:-2], s[100:], s[-100:2], s[5:2], s[slice(None, None, 4)])
print(s.split("i"), s.rsplit("i", 1), s.split("ss", 1), s.partition("ss"), s.rpartition("ss"), s.partition("zz"), s.rpartition("zz"))
print("  a \t b\n c ".split(), "  a  b ".split(" "), " a b c ".split(None, 1), " a b c ".rsplit(None, 1), "".split(), "".split(","))
print("one\ntwo\r\nthree\x0bfour\x1cfive\u2028six\n".splitlines(), "a\n\nb".splitlines(True), "".splitlines())
print(s.replace("ss", "SS", 1), s.replace("", "-"), s.replace("i", ""), s.replace("", ".", 3), "aaa".replace("a", "b", count=2))
print("x".join(["a", "b"]), "".join(c for c in "abc"), ",".join("xyz"), "-".join({"k": 1}), ", ".join([]))
print(s.startswith(("Mis", "x")), s.endswith("ppi"), s.startswith("s", 2), s.endswith("ss", 0, 4), s.startswith(""), s.startswith("", 12))
print("straße".upper(), "straße".casefold(), "ǆ".title(), "ΑΣ".lower(), "ﬁ".upper(), "İ".lower(), "they're bill's".title(), "hELLO wORLD".capitalize(), "aBc".swapcase())
for text in ("", "abc", "ABC", "Abc", "123", "²", "½", "٣", "a1", " ", "\t\n", "Ⅷ", "名前", "_x", "1x", "é", "\x00", "Hello World", "HELLO world"):
    checks = "isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper".split()
    print(repr(text), [name[2:] for name in checks if getattr(text, name)()])
print("abc".center(10, "*"), "abc".ljust(6, ".") + "|", "abc".rjust(6), "abc".center(4), "ab".center(5, "-"), "-42".zfill(6), "+7".zfill(4), "abc".zfill(2))
print("  xx ".strip() + "|", "xyabcyx".strip("xy"), "xxabcxx".lstrip("x"), "abc...".rstrip("."), "\u3000a\u2003".strip(), "prefix-name".removeprefix("prefix-"), "name.py".removesuffix(".py"), "name".removesuffix(""))
print("a\tbc\tdef".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0) == "", "01\n0\t1".expandtabs(3).encode())
table = str.maketrans({"a": "1", "b": None, ord("c"): "xyz", "d": 233})
print("abcde".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("", "", "l")), str.maketrans("ab", "cd", "e"))


class Shift(dict):
    def __missing__(self, key):
        return key + 1


print("HAL".translate(Shift()), "IBM" < "IBN", "a" < "B", "Z" < "a", "é" > "z", "\uffff" < "\U00010000", "abc" < "abcd", "" < "a")
print("😀a"[0], len("😀"), "a😀b"[::-1], "😀" in "x😀", "😀".encode("utf-16-le"), "e\u0301" == "é", len("e\u0301"), ord("😀"), chr(128512))
print("ab" * 3, 0 * "ab", "ab" * -1, "a" in "abc", "" in "", "bc" not in "abc", max("hello"), sorted("hello"), list("héy"), tuple("ab"), set("aaa"), [*"xy"])
print(str(), str(b"\xc3\xa9", "utf8"), str(b"abc", errors="replace", encoding="ascii"), str(object=5), str(None), repr(str), str(b"x"))
print(hash("") == 0, "abc" is "abc"[:], "".join(["abc"]) == "abc", "a".__add__("b"), "abc".__contains__("b"), "abc".__getitem__(slice(1)), "%%".__mod__(()))


def failing(*actions):
    for action in actions:
        try:
            print("fine", action())
        except Exception as error:
            print(type(error).__name__, error)


failing(lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "abc"[5], lambda: "abc"["a"], lambda: "abc".index("z"),
        lambda: "".join([1]), lambda: ",".join(["a", None]), lambda: "a".split(""), lambda: "a".partition(""), lambda: ord("ab"), lambda: ord(""),
        lambda: chr(-1), lambda: chr(0x110000), lambda: "a" in 5, lambda: 5 in "a", lambda: "a".center(5, "xx"), lambda: "a".startswith(5), lambda: "a".startswith(["a"]),
        lambda: "a".replace("a"), lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}), lambda: "a".translate({97: 0x110000}), lambda: "a".encode("ascii2"),
        lambda: "é".encode("ascii"), lambda: "\ud800".encode(), lambda: b"\xff".decode(), lambda: str(b"a", 5), lambda: "a".strip(5), lambda: "a".expandtabs("x"), lambda: str(1, "utf8"),
        lambda: "abc".find(), lambda: "abc".count(1), lambda: "a" < 1, lambda: "a" @ "b", lambda: -"a", lambda: "a" - "b", lambda: "a"(), lambda: "a".foo, lambda: "abc"[1:"x"], lambda: "a"[::0])
