# Docstrings lose their indentation whatever their tabs, line ends and lengths.
import itertools

PARTS = ["", " ", "  ", "\t", " \t", "a", "b ", "\n", "\\r", "\U0001f600", "\u00e9", "        ", "\n    c"]

def cleaned(text, mark='"""'):
    namespace = {}
    exec(f"def f():\n  {mark}{text}{mark}\n", namespace)
    return namespace["f"].__doc__

total = 0
for length in (1, 2, 3, 4):
    for parts in itertools.product(PARTS, repeat=length):
        total = (total * 31 + sum(ord(c) * (i + 1) for i, c in enumerate(cleaned("".join(parts))))) % (10**9 + 7)
print(total)
print(ascii(cleaned("  first\tline  \n\t  second\n          third \t x\n\n    \n\t\n         \u00e9\ta\U0001f600\tb\n  ")))
print(ascii(cleaned("\n\n")), ascii(cleaned("   ")), ascii(cleaned("\t\t")), ascii(cleaned("x\n   ")), ascii(cleaned("x\n   y\n  z")))

LINES = "".join(f"      {'  ' * (number % 3)}line {number}\t.\n" for number in range(20_000))
doc = cleaned(LINES)
lines = doc.split("\n")
print(len(doc), lines[:4], lines[4095:4098], lines[-2:])
blanks = cleaned(" " * 40_000 + "x\n" + " " * 33_000 + "y\n" + " " * 35_000 + "z\t.")
print(len(blanks), blanks[:4], blanks[-6:])
