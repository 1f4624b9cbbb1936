"""Myers' difference of lines, unified hunks, patches that apply with an offset or in reverse, and a three-way merge."""
import re
import textwrap
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter


def edits(a, b):
    """The shortest edit script as (tag, index in a, index in b); greedy, remembering the furthest points of each round."""
    n, m = len(a), len(b)
    furthest, trace = {1: 0}, []
    for d in range(n + m + 1):
        trace.append(furthest.copy())
        for k in range(-d, d + 1, 2):
            down = k == -d or (k != d and furthest[k - 1] < furthest[k + 1])
            x = furthest[k + 1] if down else furthest[k - 1] + 1
            while x < n and x - k < m and a[x] == b[x - k]:
                x += 1
            furthest[k] = x
            if x >= n and x - k >= m:
                return list(reversed([*backtrack(trace, n, m)]))


def backtrack(trace, x, y):
    for d, furthest in reversed([*enumerate(trace)]):
        k = x - y
        down = k == -d or (k != d and furthest[k - 1] < furthest[k + 1])
        previous = furthest[k + 1] if down else furthest[k - 1]
        before = previous - (k + 1 if down else k - 1)
        while x > previous and y > before and d or (d == 0 and x > 0):
            x, y = x - 1, y - 1
            yield " ", x, y
        if d:
            yield ("+", x, y - 1) if down else ("-", x - 1, y)
        x, y = previous, before


@dataclass
class Hunk:
    start: int
    new_start: int
    lines: list = field(default_factory=list)

    @property
    def old(self):
        return [text for tag, text in self.lines if tag != "+"]

    @property
    def new(self):
        return [text for tag, text in self.lines if tag != "-"]

    def reverse(self):
        swap = str.maketrans("+-", "-+")
        return Hunk(self.new_start, self.start, [(tag.translate(swap), text) for tag, text in self.lines])

    def __str__(self):
        head = f"@@ -{self.start + 1},{len(self.old)} +{self.new_start + 1},{len(self.new)} @@"
        return "\n".join([head, *(tag + text for tag, text in self.lines)])


def hunks(a, b, context=2):
    script = edits(a, b)
    changed = [i for i, (tag, *_) in enumerate(script) if tag != " "]
    near = sorted({j for i in changed for j in range(max(0, i - context), min(len(script), i + context + 1))})
    for _, run in groupby(enumerate(near), key=lambda p: p[1] - p[0]):
        part = [script[i] for _, i in run]
        yield Hunk(part[0][1], part[0][2], [(tag, b[j] if tag == "+" else a[i]) for tag, i, j in part])


class PatchFailed(Exception):
    pass


def parse(text):
    found = []
    for line in text.splitlines():
        if m := re.match(r"@@ -(\d+),\d+ \+(\d+),\d+ @@", line):
            found.append(Hunk(int(m[1]) - 1, int(m[2]) - 1))
        elif found:
            found[-1].lines.append((line[0], line[1:]))
    return found


def apply(lines, patch, fuzz=4):
    result, drift, notes = list(lines), 0, []
    for number, hunk in enumerate(patch, 1):
        wanted, old = hunk.start + drift, hunk.old
        for offset in sorted(range(-fuzz, fuzz + 1), key=lambda o: (abs(o), o)):
            at = wanted + offset
            if at >= 0 and result[at : at + len(old)] == old:
                break
        else:
            raise PatchFailed(f"hunk {number} does not apply at line {wanted + 1}")
        result[at : at + len(old)] = hunk.new
        drift += len(hunk.new) - len(old) + offset
        if offset:
            notes.append(f"hunk {number} at offset {offset:+d}")
    return result, notes


def merge(base, ours, theirs):
    """Regions that only one side changed are taken from it; a region that both changed alike is no conflict."""
    matches = [{i: j for tag, i, j in edits(base, side) if tag == " "} for side in (ours, theirs)]
    anchors = [i for i in range(len(base)) if i in matches[0] and i in matches[1]] + [len(base)]
    position, conflicts, output = [0, 0, 0], 0, []
    for anchor in anchors:
        ends = [anchor, matches[0].get(anchor, len(ours)), matches[1].get(anchor, len(theirs))]
        old, mine, other = (side[p:e] for side, p, e in zip((base, ours, theirs), position, ends, strict=True))
        if mine == other or other == old:
            output += mine
        elif mine == old:
            output += other
        else:
            conflicts += 1
            output += ["<<<<<<<", *mine, "=======", *other, ">>>>>>>"]
        if anchor < len(base):
            output.append(base[anchor])
        position = [e + 1 for e in ends]
    return output, conflicts


BASE = textwrap.dedent("""\
    def area(w, h):
        return w * h

    def main():
        print("start")
        for w in range(3):
            print(area(w, 2))
        print("end")

    main()
    """).splitlines()
OURS = [*BASE[:1], "    check(w, h)", *BASE[1:7], '    print("done")', *BASE[8:]]
THEIRS = ["import sys", "", *BASE[:4], '    print("begin", file=sys.stderr)', *BASE[5:]]

for a, b in [("abcabba", "cbabac"), ("", "xy"), ("xy", ""), ("same", "same"), ("kitten", "sitting")]:
    script = edits(a, b)
    print(f"{a!r:10} {b!r:10}", " ".join(tag.strip() + (b[j] if tag == "+" else a[i]) for tag, i, j in script), sum(t != " " for t, *_ in script))
patch = list(hunks(BASE, OURS))
print(*patch, sep="\n")
text = "\n".join(map(str, patch))
print("parsed alike:", parse(text) == patch, "applied:", apply(BASE, parse(text)) == (OURS, []))
print("reversed:", apply(OURS, [h.reverse() for h in patch])[0] == BASE)
moved, notes = apply(THEIRS, patch)
print(notes, moved == merge(BASE, OURS, THEIRS)[0])
merged, conflicts = merge(BASE, OURS, THEIRS)
print(f"--- merged, {conflicts} conflicts", *merged, sep="\n")
merged, conflicts = merge(BASE, OURS, [*BASE[:7], '    print("finished")', *BASE[8:]])
print(f"--- merged, {conflicts} conflicts", *merged[6:], sep="\n")
try:
    apply([line.upper() for line in BASE], patch)
except PatchFailed as error:
    print("PatchFailed:", error)
print([(tag, sum(1 for _ in group)) for tag, group in groupby(edits(BASE, THEIRS), key=itemgetter(0))])
