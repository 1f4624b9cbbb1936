"""Methods of builtins with several arguments, in hot code: their defaults, other types that come later, and their errors."""


class Name(str):
    def replace(self, *args):
        return ("own replace", *args)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


def replaced(text, old, new):
    return text.replace(old, new)


def limited(text, old, new, count):
    return text.replace(old, new, count)


def found(text, part):
    return text.find(part), text.count(part), text.rfind(part)


def found_from(text, part, start):
    return text.find(part, start), text.count(part, start)


def index_of(text, part):
    return text.index(part)


def padded(text, width):
    return text.rjust(width), text.center(width), text.zfill(width)


def filled(text, width, fill):
    return text.ljust(width, fill)


def divided(text, separator):
    return text.split(separator), text.partition(separator), text.rsplit(separator, 1)


def listed(items, value):
    return items.count(value), items.index(value)


def taken(mapping, key, default):
    return mapping.get(key, default), mapping.pop(key, default)


def decoded(data, encoding):
    return data.decode(encoding)


def attempt(function, *args):
    try:
        return ascii(function(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


CASES = [
    (replaced, [("User <5>", "<", "&lt;"), ("abc", "", "-"), ("abc", "x", "y"), ("aaa", "a", ""), (Name("abc"), "b", "c"), ("abc", 5, "c"),
                ("abc", "b", None), (b"abc", b"b", b"xx"), (b"abc", "b", "xx"), (bytearray(b"abc"), b"c", b""), ("a\ud800", "a", "\udc00"), (5, "a", "b"),
                ("ab" * 2000, "a", "xyz"), ("abc", Name("b"), Name("-"))]),
    (limited, [("aaaa", "a", "b", 2), ("aaaa", "a", "b", -1), ("aaaa", "a", "b", 0), ("aaaa", "a", "b", True), ("aaaa", "a", "b", Index(3)),
               ("aaaa", "a", "b", 2**70), ("aaaa", "a", "b", "c"), ("aaaa", "a", "b", 1.5)]),
    (found, [("hello world", "o"), ("hello", ""), ("hello", "xyz"), (b"hello", b"l"), (b"hello", 108), ("hello", 5), ("hello", None), (Name("hello"), "l"),
             ([1], 1), ("é\U0001f600é", "é")]),
    (found_from, [("hello world", "o", 5), ("hello", "l", -2), ("hello", "l", None), ("hello", "l", Index(3)), ("hello", "l", 2**70), ("hello", "l", "x"),
                  ("hello", "", 9)]),
    (index_of, [("hello", "l"), ([1, 2], 2), ((1, 2), 1), ("hello", "z"), ([1], 5), ((1,), 5), (b"ab", b"b"), (range(5), 3)]),
    (padded, [("ab", 5), ("ab", -5), ("ab", Index(4)), ("-1", 6), ("ab", 2.5), ("ab", 2**70), (Name("ab"), 4), (b"ab", 4)]),
    (filled, [("ab", 5, "*"), ("ab", 5, ""), ("ab", 5, "**"), ("ab", 5, 5), ("ab", 5, "\ud800"), (b"ab", 5, b"-")]),
    (divided, [("a,b,c", ","), ("a b", " "), ("abc", "x"), ("abc", ""), ("abc", None), (b"a,b", b","), ("abc", 5)]),
    (listed, [([1, 2, 1], 1), ((1.5, 2), 1.5), ([1], 3), (range(3), 2), ("abc", "b"), ([[1]], [1])]),
    (taken, [({"a": 1}, "a", 2), ({}, "a", 2), ({"a": 1}, [], 2), ({1: 2}, True, None), ([1], 0, 1)]),
    (decoded, [(b"abc", "ascii"), (b"\xff", "latin-1"), (b"\xff", "utf-8"), (b"a", "none"), (b"a", 5), (bytearray(b"x"), "utf-8"), ("a", "utf-8")]),
]

for function, cases in CASES:
    usual = cases[0]
    for _ in range(300):
        function(*usual)
    for round in range(3):
        for case in cases:
            result = attempt(function, *case)
            if round == 2:
                print(function.__name__, result[:120])
        for _ in range(100):
            attempt(function, *usual)
