"""Formats that are used again and again, with mistakes that show only when it is their turn; keys, stars, text with surrogates."""


class Log(dict):
    def __getitem__(self, key):
        seen.append(key)
        return super().__getitem__(key)


seen = []
FORMATS = [
    "plain", "", "%s and %d", "%%", "100%% of %s", "%5d|%-5d|%05d|%+d", "%*d", "%.*f", "%*", "%(a)s %(b)5.1f", "%(a", "%(a)",
    "%(a)s %", "%(c)s", "%q", "%(a)q", "%ld %hi", "%99999999999999999999d", "%.99999999999d", "%s %(a)s", "é%sé", "\ud800%s\udc00", "%c%r%a",
]
VALUES = [(), ("x", 3), (4, 2.5), 7, "text", {"a": 1, "b": 2.25}, (-3, 5, 1), ("\udc00",), None, [1]]


def show(format, values):
    try:
        return ascii(format % (Log(values) if isinstance(values, dict) else values))
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        return f"{type(error).__name__}: {error}"


for format in FORMATS:
    for values in VALUES:
        first, again = show(format, values), show(format, values)
        assert first == again
        print(ascii(format), ascii(values), first, seen)
        seen.clear()


class Text(str):
    pass


print(type(Text("abc") % ()), type(Text("%s") % 1), ("%s " * 70 % tuple(range(70)))[-9:], ascii(("%s\ud800" * 60) % (("\udc00",) * 60))[-14:])


class Record:
    """More attributes than stay in the object, asked for as a dictionary."""

    def __init__(self, n):
        self.a, self.b, self.c, self.d, self.e = n, n + 0.5, None, "d", (n,)
        self.f, self.g, self.h, self.i, self.j = [n], "g", n * 2, n / 2, -n


records = [Record(n) for n in range(40)]
texts = ["%(a)d %(b)s %(j)d %(i).2f" % record.__dict__ for record in records]
records[3].__dict__["k"] = "new"
del records[4].__dict__["a"]
records[5].b = "other"
records[6].extra = 1
print(texts[7], list(records[3].__dict__)[-2:], list(records[4].__dict__)[:2], hasattr(records[4], "a"), records[8].a, "k" in records[8].__dict__)
print(records[5].__dict__["b"], records[5].b, records[6].__dict__["extra"], list(records[9].__dict__), vars(Record(2)) == vars(Record(2)))
