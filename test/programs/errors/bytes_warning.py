"""-b: comparing bytes with text, and turning bytes into text, are warned of."""
print(b"a" == "a", {b"k": 1}.get("k"))
print(str(b"text"), f"{b'f'}", "%s" % b"p")
