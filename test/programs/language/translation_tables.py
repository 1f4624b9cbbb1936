"""str.translate with tables of all kinds, on short and long texts: absent characters, deletions, own dictionaries, errors."""


class Missing(dict):
    def __missing__(self, key):
        return chr(key).upper()


class Plain(dict):
    pass


class Item:
    def __getitem__(self, key):
        if key == 97:
            raise IndexError
        if key == 98:
            raise KeyError
        return key + 1


class Key:
    def __hash__(self):
        return 101

    def __eq__(self, other):
        return other == 101


class Failing(Key):
    __hash__ = Key.__hash__

    def __eq__(self, other):
        raise KeyError(other) if other == 101 else ZeroDivisionError


TABLE = {97: "x", 98: None, 99: "longer", 100: 0x1F600, ord("é"): "e", True: "one"}
TEXTS = ["", "a", "abcd", "hello é\U0001F600 \x01", "b" * 20, "abcdefghijklmnopqrstuvwxyz" * 3, "é" * 30, "e" * 5, "e" * 20, "\ud800ab"]
TABLES = [
    TABLE, Missing(TABLE), Plain(TABLE), Item(), {Key(): "key"}, {Failing(): "key"}, {}, {97: -1}, {97: 1.5}, {97: 2**40}, "BCDEFG" * 30,
    [None] * 128,
]
for text in TEXTS:
    for table in TABLES:
        try:
            print(ascii(text.translate(table)))
        except Exception as error:
            print(type(error).__name__, error)
