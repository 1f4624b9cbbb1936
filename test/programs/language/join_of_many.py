"""str.join of more items than are joined at once."""


class Own(str):
    pass


for count in (4095, 4096, 4097, 8192, 10000):
    items = [str(n) for n in range(count)]
    for separator in ("", ",", ", ", "\u20ac", "\U0001f600"):
        text = separator.join(items)
        print(count, len(text), text[:12], text[-6:], hash(text) == hash(separator.join(iter(items))), text.count("99"))
        if separator == ",":
            assert text.split(",") == items
    for at in (0, 4094, 4095, 4096, count - 1):
        if at >= count:
            continue
        changed = items[:]
        changed[at] = "\ud800"
        text = "-".join(changed)
        print(len(text), text.index("\ud800"), ascii(text[max(text.index("\ud800") - 6, 0):][:12]))
        changed[at] = Own("own")
        text = "".join(changed)
        print(type(text), len(text), text.index("own"))
        changed[at] = 1
        try:
            "".join(changed)
        except TypeError as error:
            print(error)
print(len("".join([""] * 9000)), len("x".join([""] * 9000)), len("".join(["é"] * 9000)), "".join(["a", "é", "€"] * 3000)[-3:])
