"""str.translate with tables of all kinds; what map, filter and sorted call for each item."""
class D(dict):
    def __missing__(self, key): return key + 1 if key < 100 else None
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n)
    def __eq__(self, other): return self.n == other
texts = ["", "a", "plain text without anything of note", 'with "quotes" and \\ and é\x00\n end', "x" * 70000 + "\n" + "y" * 70000,
         "\U0001f600 astral \ud800 and abc \x7f\x80 \x1f ~ }", "abcabcabcabcabcabcabc", "é" * 20 + "a" + "\u0100" * 5]
tables = [{}, {10: "\\n", 34: '\\"', 92: "\\\\"}, {97: None, 98: 66, 99: "long text"}, {0x1f600: ":)", 233: "e", 0x7f: 1, 128: None, 127: "DEL"},
          {31: "a", 32: None, 63: "?", 64: "@", 95: "-", 96: "'", -1: "no", 10**20: "no"}, {True: "t", 97.0: "float", 10.0: "nl"},
          {Key(97): "key", 98: "b!"}, D({98: "B"}), str.maketrans("abc", "xyz", "\n"), {i: chr(i + 1) for i in range(0, 200, 2)}, {i: None for i in range(97, 97 + 32)},
          {97: 97}, {97: "a"}, {120: ""}]
for table in tables:
    for text in texts:
        result = text.translate(table)
        print(len(result), ascii(result[:60]), ascii(result[-8:]))
for bad in ({97: []}, {97: -1}, {97: 0x110000}, {97: 1.5}):
    for text in ("a", "bbbbbbbbbbbbbbbbbbbbbbbbbbba"):
        try: print(text.translate(bad))
        except Exception as e: print(type(e).__name__, e)
# what map, filter and sort call for each item
print(list(map(ord, "text")), list(map(len, ["", "abc", [1]])), list(map(abs, [-1, 2.5, True])), sorted(["bb", "a", "ccc"], key=len))
print(list(filter(callable, [1, len, int])), list(map([3, 1, 2].index, [1, 2, 3])), list(map("{}-".format, [1, 2])), sorted("bAc", key=ord))
for f, items in ((ord, ["ab"]), (ord, [1]), (len, [3]), (isinstance, [1]), (divmod, [1]), (iter, [2])):
    for use in (lambda: list(map(f, items)), lambda: list(filter(f, items)), lambda: sorted(items, key=f)):
        try: print(use())
        except Exception as e: print(type(e).__name__, e)
def boom(): raise KeyError("x")
class Loud:
    def __len__(self): boom()
try: list(map(len, [Loud()]))
except KeyError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
