"""`int(text)` and `str(value)` in hot code, with values of other kinds and lengths later."""


def read(values):
    result = []
    for value in values:
        try:
            result.append(int(value))
        except ValueError as error:
            result.append(str(error)[:60])
        except TypeError as error:
            result.append(str(error))
    return result


def written(values):
    result = []
    for value in values:
        try:
            result.append(str(value))
        except ValueError as error:
            result.append(str(error)[:60])
    return result


class Text(str):
    def __int__(self):
        return 42

    def __str__(self):
        return "text of its own"


class Whole(int):
    def __str__(self):
        return "whole"


LONG = ["7" * count for count in (1, 14, 15, 16, 17, 60, 127, 128, 129, 200)]
OTHERS = ["", " 12 ", "-5", "+6", "1_000", "0", "000", "00012", "9007199254740991", "9007199254740992", "9007199254740993"]
OTHERS += ["١٢", "1.5", "x", "1 2", "9" * 4300, "9" * 4301, "0" * 5000, "\ud800", "½", "²"]
MIXED = [3, True, 2.75, 10**40, -(10**40), Text("8"), Whole(3), b"12", b"x", None, bytearray(b"13"), float("inf") > 1]

for _ in range(200):
    read(["12", "345", "0"])
print(read(LONG))
for _ in range(100):
    read(LONG)
print([value if len(str(value)) < 99 else hash(value) for value in read(LONG + OTHERS[:15])])
print([type(value).__name__ for value in read(LONG + OTHERS)], read(OTHERS)[16:])
print(read(MIXED))
for _ in range(100):
    read(LONG + OTHERS[:15] + MIXED)
print(read(MIXED))

for _ in range(200):
    written([10**20, 10**30, -(10**25)])
print(written([10**20, 2**53, -(2**53), 2**53 - 1, 5, "a", "", None, 2.5, True, Text("t"), Whole(3), b"b"]))
for _ in range(100):
    written([10**20, 5, "a", Text("t"), Whole(2**70)])
print(written([10**20, 5, "a", Text("t"), Whole(2**70), 10**4299 % 10**30, 10**4300, -(10**5000)]))
print(type(str(Text("t"))).__name__, type(int(Whole(4))).__name__)
