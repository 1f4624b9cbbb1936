import random
import re
import re._compiler as C
def show(p, f=0):
    try:
        pat = re.compile(p, f)
    except Exception as e:
        print(repr(p), type(e).__name__, e); return
    n = 0
    h = 0
    for i in [*range(0, 0x600), *range(0x1e00,0x2200), *range(0xfff0, 0x10010), 0x10400, 0x10428, 0x1F600]:
        if pat.fullmatch(chr(i)): n += 1; h = (h * 31 + i) & 0xffffffff
    print(ascii(p), f, n, h)
rng = random.Random(5)
pieces = ['a-z', 'é', '\u0178', '\u0130', '\u0131', 'A-F', '\\d', '\\w', '\\W', '\\s', '\\S', '\u1e9e', 'ß', '\u212a', '\u0400-\u0420', '\U00010400', '\uffff', '0-9', '_', 'k', 's', 'µ', '\xff', '\u0100', '\x1f-\x21', '\u2000-\u2100', '\ufff0-\U00010008']
for _ in range(250):
    k = rng.randint(1, 7)
    body = ''.join(rng.choice(pieces) for _ in range(k))
    neg = rng.choice(['', '^'])
    fl = rng.choice([0, re.I, re.I | re.A, re.A])
    show(f'[{neg}{body}]', fl)
for _ in range(50):
    body = '|'.join(rng.choice(['a', '[b-e]', '\\d', '[^x]', '.', 'é', 'Z', '(?i:k)']) for _ in range(3))
    show(f'(?:{body})', rng.choice([0, re.I]))
for p in (rb'[a-z\xe0]', rb'\w', rb'[^\W\d]', rb'[\xc0-\xdf]'):
    for f in (0, re.I, re.L, re.L | re.I):
        pat = re.compile(p, f)
        print(p, f, [i for i in range(256) if pat.fullmatch(bytes([i]))].__len__())
    for q in ('[a-z\u0401\u0451\u0462\u1234\u1300]', '[\u0400-\u04ff\u1200\u1300]'):
        print(ascii(re.compile(q).sub('', 'abc\u0401\u0450\u1234\u1235')))
def codes(p, f=0):
    import re._parser as P
    return C._code(P.parse(p, f), f)
print(hash(tuple(codes('[abcéxyz]'))), hash(tuple(codes('[a-z\u0401\u0451\u0462\u1234\u1300]'))))
