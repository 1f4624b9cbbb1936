"""Methods of strings on texts of many lengths and alphabets, short and long: splitting, stripping, cases, translation, steps."""

from zlib import crc32

STATE = [3]


def choose(characters):
    STATE[0] = (STATE[0] * 1103515245 + 12345) % 2147483648
    return characters[(STATE[0] >> 8) % len(characters)]


MANY = "aBc \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u3000dÉß\u0130ǅΣ1_'\x00\x7f"
TABLE = {97: "xx", 66: None, 32: "_", 0xC9: 98, 0x1C: "😀", 99: 0xD800}


def results(text):
    yield text.split(), text.split(None, 2), text.rsplit(None, 2), text.splitlines(), text.splitlines(True)
    yield text.strip(), text.lstrip(), text.rstrip(), text.strip("a ")
    yield text.title(), text.capitalize(), text.swapcase(), text.upper(), text.lower(), text.isascii()
    yield text[::-1], text[1::2], text[::-3]
    yield text.translate(TABLE), text.translate(str.maketrans("abcB", "xyzW")), text.translate({}), text.translate({97: 98})


for length in (0, 1, 5, 15, 16, 24, 25, 60, 9000):
    for alphabet in (MANY, MANY + "😀", "aB c\t\n'1", "aBc"):
        text = "".join([choose(alphabet) for _ in range(length)])
        shown = [ascii(part) for part in results(text)]
        print(length, *[crc32(part.encode()) for part in shown], *(shown if length == 5 else ()))
