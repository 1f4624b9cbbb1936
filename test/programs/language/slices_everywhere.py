"""Slices: normalisation, steps, assignment and deletion on lists and bytearrays, slice objects, user sequences, ranges, memoryviews."""
from collections import UserList
from itertools import product


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print(f"<{self.n}>", end=" ")
        return self.n


def attempt(text, **scope):
    try:
        exec(text, scope)
        return scope.get("x")
    except Exception as error:
        return f"{type(error).__name__}: {error}"


word = "abcdefgh"
for spec in ["2:5", ":-3", "-3:", "::2", "::-1", "6:1:-2", "1:6:-1", "-100:100", "100:", ":", "5:5", "-1:-4:-1", "None:None:3", "True:False:-1"]:
    print(f"{spec:12}", *(eval(f"s[{spec}]") for s in (word, list(range(8)), range(8), b"01234567")), sep="  ")
print(word[Index(1) : Index(6) : Index(2)])
checked = 0
for start, stop, step in product([None, -9, -4, -1, 0, 3, 8, 12], [None, -9, -3, 0, 5, 9], [None, 1, 2, -1, -3]):
    s = slice(start, stop, step)
    wanted = [word[i] for i in range(*s.indices(len(word)))]
    assert list(word[s]) == wanted == list(word)[s] == [word[i] for i in range(8)[s]], s
    checked += 1
print("checked", checked)

for text in [
    "x[2:4] = 'XYZ'", "x[::2] = 'ABCD'", "x[::2] = 'AB'", "x[5:2] = [0]", "x[-2:] = []", "x[:] = range(3)", "x[8:] = x", "x[::-1] = x",
    "x[1:1] = (i * i for i in range(3))", "x[0:2] = 5", "del x[::3]", "del x[6:1:-2]", "del x[:]", "del x[3:100]", "x[2:5] *= 2",
    "x[1:3], x[0] = x[0:2], 9", "x['a':] = []", "x[::0]", "x[1.0:2]", "x[None] = 1", "del x[10]", "x[10] = 1", "x[True] = 'one'", "x[2:3][0] = 5",
]:  # fmt: skip
    print(f"{text:38} {attempt(text, x=list(range(8)))}")
for text in ["x[1:3] = b'abcd'", "x[::2] = b'wxyz'", "x[::2] = b'wx'", "x[2:2] = [255, 0]", "x[0] = 256", "x[0:1] = 'a'", "x[0:1] = 3", "del x[1::2]", "x[:3] = x[5:]"]:
    print(f"{text:38} {attempt(text, x=bytearray(b'01234567'))}")

s = slice(1, 9, 2)
print(s, s.start, s.stop, s.step, s == slice(1, 9, 2), s < slice(2, 0), hash(s) == hash(slice(1, 9, 2)), s.indices(5), slice(-3, None, -1).indices(10))
for text in "slice()", "slice(1, 2, 3, 4)", "s.start = 2", "s.indices(-1)", "s.indices('a')", "slice(1, 2, 0).indices(3)", "slice('a', 'b')", "{s: 1}[s]", "slice(None) < slice(1)":
    try:
        print(f"{text:26} {eval(text, {'s': s}) if '=' not in text else exec(text, {'s': s})!r}")
    except Exception as error:
        print(f"{text:26} {type(error).__name__}: {error}")
match s:
    case slice(start=a, stop=b, step=2):
        print("matched", a, b)


class Matrix:
    """Indexed by pairs of indices and slices, as many dimensions as are named."""

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def locate(self, key):
        row, column = key if isinstance(key, tuple) else (key, slice(None))
        row, column = (slice(None) if k is ... else k for k in (row, column))
        return row, column

    def __getitem__(self, key):
        row, column = self.locate(key)
        if isinstance(row, slice):
            return Matrix(r[column] if isinstance(column, slice) else [r[column]] for r in self.rows[row])
        return self.rows[row][column]

    def __setitem__(self, key, value):
        row, column = self.locate(key)
        for r in self.rows[row] if isinstance(row, slice) else [self.rows[row]]:
            r[column] = [value] * len(r[column]) if isinstance(column, slice) else value

    def __delitem__(self, key):
        row, column = self.locate(key)
        for r in self.rows[row] if isinstance(row, slice) else [self.rows[row]]:
            del r[column]

    def __repr__(self):
        return "/".join(" ".join(map(str, r)) for r in self.rows)


m = Matrix([range(i, i + 4) for i in (0, 10, 20)])
print(m[1], m[1, 2], m[..., 1], m[1:, ::2], m[::-1, -1], sep=" | ")
m[0, 1:3] = "x"
m[1:, 0] = "y"
m[2] = "z"
del m[:2, -1]
print(m)


class Recorder:
    def __getitem__(self, key):
        return key


r = Recorder()
print(r[1:2, ::3, ...], r[:], r[1:], r[::], r[a := 5], r[*[1, 2], 3:4], r[(1, 2):(3, 4)], r[lambda: 0 : 1].start(), a, sep=" ; ")


class Loud(UserList):
    def __getitem__(self, i):
        return (type(i).__name__, super().__getitem__(i)) if isinstance(i, slice) else super().__getitem__(i)


print(Loud("abcd")[1:3], type(Loud("ab")[:][1]).__name__, list(reversed(Loud("xyz"))))
v = memoryview(bytearray(range(12)))
v[2:5] = b"abc"
print(v[::3].tolist(), v[::-1][:4].tobytes(), v[4:8][1:3].tolist(), v[2:5] == b"abc", v.cast("B", (3, 4)).tolist()[1])
print(attempt("x[0:2] = b'abc'", x=v), attempt("x[0:2:2] = b'z'; x = x[:3].tolist()", x=v), range(10)[2:8][::-2], range(0, 100, 7)[-3:], range(5)[9:], sep="\n")
