"""difflib: matching blocks, opcodes, deltas in every format, close matches."""
import difflib
from difflib import Differ, HtmlDiff, SequenceMatcher, context_diff, get_close_matches, ndiff, restore, unified_diff

old = """1. Beautiful is better than ugly.
2. Explicit is better than implicit.
3. Simple is better than complex.
4. Complex is better than complicated.
""".splitlines(keepends=True)
new = """1. Beautiful is better than ugly.
3.   Simple is better than complex.
4. Complicated is better than complex.
5. Flat is better than nested.
""".splitlines(keepends=True)
print("".join(Differ().compare(old, new)))
delta = list(ndiff(old, new, charjunk=None))
print("".join(delta) == "".join(Differ().compare(old, new)), "".join(restore(delta, 1)) == "".join(old), "".join(restore(delta, 2)) == "".join(new))
print("".join(unified_diff(old, new, "before.txt", "after.txt", "2024-01-01", "2024-01-02", n=1)))
print("".join(context_diff(old, new, "before.txt", "after.txt", n=0)))
print(list(unified_diff(list("abc"), list("abd"), lineterm="")), list(unified_diff([], [])), list(unified_diff([], ["x"], lineterm="")))
s = SequenceMatcher(None, "private Thread currentThread;", "private volatile Thread currentThread;")
print(round(s.ratio(), 6), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(), s.get_matching_blocks())
for tag, i1, i2, j1, j2 in s.get_opcodes():
    print(f"{tag:7} a[{i1}:{i2}] ({s.a[i1:i2]!r}) b[{j1}:{j2}] ({s.b[j1:j2]!r})")
print(SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9), SequenceMatcher(None, [1, 2, 3], [1, 3, 4]).get_opcodes())
numbers = SequenceMatcher(None, list(map(str, range(40))), [str(n) for n in range(40) if n not in (8, 22, 30)] + ["x"])
print([[(t, *r) for t, *r in group] for group in numbers.get_grouped_opcodes(2)])
s.set_seq2("nothing like it")
print(round(s.ratio(), 4), s.b2j["n"] if "n" in s.b2j else None, SequenceMatcher(None, "", "").ratio(), SequenceMatcher(autojunk=True, a="b" + "a" * 200, b="a" * 201).ratio())
print(get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), get_close_matches("wheel", ["while", "when", "heel", "who"], n=1), get_close_matches("x", ["a"], cutoff=0.0), get_close_matches("tset", ["test", "tests", "toast", "set"], 3, 0.7))
for bad in [lambda: get_close_matches("a", [], n=0), lambda: get_close_matches("a", [], cutoff=2), lambda: list(restore(delta, 3)), lambda: list(unified_diff([b"a"], ["b"])), lambda: list(unified_diff([1], [2]))]:
    try:
        print("fine", bad())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(*difflib.diff_bytes(unified_diff, [b"\xff1\n"], [b"\xff2\n"], b"a", b"b"))
table = HtmlDiff(tabsize=4, wrapcolumn=30).make_table(old, new, "old", "new", context=True, numlines=1)
print(table)
page = HtmlDiff().make_file(["a < b\n"], ["a > b\n"])
print(len(page.splitlines()), "<title></title>" in page, "charset" in page, difflib.IS_LINE_JUNK("  # \n"), difflib.IS_CHARACTER_JUNK("\t"))
