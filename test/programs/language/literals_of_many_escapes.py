"""Literals of many escape sequences, which are decoded piece by piece."""
import hashlib
for n in (1, 4095, 4096, 4097, 9000):
    for e in ("\\x41", "\\u20ac", "\\ud800", "\\n", "\\101", "\\ud83d\\ude00", "\\U0001F600-"):
        s = eval("'" + e * n + "'"); print(n, e, len(s), hashlib.md5(s.encode('utf-8', 'surrogatepass')).hexdigest()[:8], s[-3:].encode('utf-8', 'surrogatepass'))
print(eval('f"' + '{1}\\x41' * 5000 + '"')[-4:])
