"""Text at work: parsing, wrapping, translating, counting; the methods of str used together on real input."""
import collections
import string
import sys
import textwrap

text = sys.stdin.read()
lines = text.splitlines()
print(len(text), len(lines), lines[0], max(map(len, lines)))
words = [w.strip(string.punctuation).lower() for w in text.split()]
counts = collections.Counter(w for w in words if w)
print(counts.most_common(5), counts["the"], counts["nothing"], sum(counts.values()), len(counts))
print(*sorted(counts, key=lambda w: (-len(w), w))[:5])
for key, group in sorted(collections.defaultdict(list, {k: [w for w in counts if len(w) == k] for k in {len(w) for w in counts}}).items()):
    print(f"{key:>2}: {' '.join(sorted(group)):.40s}")
print(textwrap.fill(" ".join(lines), 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.dedent("    a\n      b\n    c").split("\n"), textwrap.indent("x\n\ny", "> ").split("\n"))
table = [line.split("=", 1) for line in lines if "=" in line]
config = {k.strip(): v.strip() for k, v in table}
width = max(map(len, config))
for k, v in config.items():
    print(f"{k:<{width}} : {v!r:>12} {v.isdigit()!s:5} {v.replace('.', '', 1).isdecimal()} {v.casefold() in {'true', 'yes'}}")
rot13 = str.maketrans(string.ascii_letters, string.ascii_lowercase[13:] + string.ascii_lowercase[:13] + string.ascii_uppercase[13:] + string.ascii_uppercase[:13])
print(lines[0].translate(rot13), lines[0].translate(rot13).translate(rot13) == lines[0], lines[0][::-1], lines[0].title(), lines[0].swapcase(), lines[0].center(50, "~"))


def caesar(s, n):
    return "".join(chr((ord(c) - 97 + n) % 26 + 97) if "a" <= c <= "z" else c for c in s)


def runs(s):
    out = []
    for c in s:
        if out and out[-1][0] == c:
            out[-1][1] += 1
        else:
            out.append([c, 1])
    return "".join(f"{c}{n if n > 1 else ''}" for c, n in out)


def is_palindrome(s):
    s = [c for c in s.casefold() if c.isalnum()]
    return s == s[::-1]


def roman(n):
    out = ""
    for value, symbol in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        out += symbol * (n // value)
        n %= value
    return out


print(caesar("hello, world", 3), runs("aaabccdddd"), is_palindrome("A man, a plan, a canal: Panama"), [roman(n) for n in (4, 9, 1994, 2024)])
print(string.Template("$who likes ${what}s for $$5").substitute(who="tim", what="kung pao"), string.Template("$a $b").safe_substitute(a=1), string.capwords("the qUICK fox"), string.Formatter().format("{0!r:>5} {k}", "x", k=2), [*string.Formatter().parse("a{b!r:c}d{}")])
print("a,b;c d".replace(";", ",").replace(" ", ",").split(","), "key: value: more".partition(": "), "path/to/file.tar.gz".rpartition("/")[2].split(".", 1), "CamelCaseString".translate({ord(c): "_" + c.lower() for c in string.ascii_uppercase}).lstrip("_"), "snake_case_name".title().replace("_", ""), "-".join(f"{ord(c):02x}" for c in "hi!"), " ".join("".join(reversed(w)) for w in "abc def".split()))
print(f"{'name':<10}|{'qty':^5}|{'price':>8}", *(f"{n:<10}|{q:^5}|{p:>8,.2f}" for n, q, p in [("apple", 3, 1.5), ("caviar", 12, 12345.678)]), sep="\n")
for line in lines:
    match line.split():
        case ["add", *numbers]:
            print(sum(map(int, numbers)))
        case ["upper" | "lower" as how, *rest]:
            print(getattr(" ".join(rest), how)())
