"""Replacements that are joined piece by piece, ranges and floats of many digits."""
import re
n = 200_000
assert re.sub(r'(a)(b)', r'\2\1', 'ab' * n) == 'ba' * n
assert re.sub(rb'(a)(b)', rb'\2\1', b'ab' * n) == b'ba' * n
assert re.sub('a', lambda m: 'é\U0001f600', 'ab' * n) == 'é\U0001f600b' * n
for bad in (5, b'x'):
    c = iter(range(10**9))
    try: re.sub('a', lambda m: bad if next(c) == 150_000 else 'q', 'ab' * n)
    except TypeError as e: print(e)
try: re.sub(b'a', lambda m: 'x' if m.start() == 300_000 else b'q', b'ab' * n)
except TypeError as e: print(e)
assert re.subn('a', '', 'a' * n) == ('', n) and re.sub('b*', '', 'b' * 5) == ''
r = range(1 << 200, 1 << 300); print(r[-1] - r[0], bool(r), list(range(5 - (1<<70), 2 - (1<<70), -1)) )
print('%.70000f' % 1.5 == '1.5' + '0' * 69999, len('%.1000000e' % 1.5), format(2.5, '.70000f')[:5])
