"""Joining and sorting short texts: in one piece or beyond, of one character or of many, and what is no text."""

for t in ("", "a", "hello", "zyxé€b", "ba" * 20, "ba" * 21, "\U0001F600a", "b\ud800a", "\x00\xff", "aaaa"):
    print(ascii(sorted(t)), ascii(sorted(t, reverse=True)), ascii(sorted(t, key=lambda c: -ord(c))), ascii(sorted(t, key=None, reverse=0)))
for s in ("", ",", "\u20ac", "\ud800", "\U0001F600"):
    for items in ([], ["a"], ["a", "b"], ["ab", "", "cd"], ["\ud83d", "\ude00"], ["x"] * 13, ("1", "2"), "hello", {"k": 1}, (c for c in "abc"), ["é", "€", "\U0001F600"]):
        print(ascii(s.join(items)), len(s.join(list(items))))
for bad in ([1], ["a", 2], 5, ["a", None]):
    try:
        print(",".join(bad))
    except TypeError as error:
        print(error)
print("".join(sorted("hello world")), type(sorted("ab")), sorted("cab") + [1])


class S(str):
    pass


print(sorted(S("cab")), type(sorted(S("b"))[0]), S(",").join(["a"]), type(S("").join([S("q")])), type("".join([S("q")])))
letters = sorted("cab")
letters.append("z")
letters.sort(reverse=True)
print(letters)
