"""Numbers and texts that are so long that they are read, written and hashed piece by piece: as the short ones, and as CPython does."""
import json
import sys

sys.set_int_max_str_digits(0)
print(f"{5:030,}", f"{1234567:,}", f"{-1234567:020_}", f"{0xabcdef123:_x}", f"{0xabcdef123:020_b}", f"{1234.5:015,}", f"{1234567.891234:,.6f}", f"{1.5:.10,f}", f"{123456.123456789:.9_f}" , f"{float('inf'):010,}", f"{12:,}", f"{123:,}", f"{1234:,}", f"{0:,}", f"{5:04,}", f"{5:05,}", f"{5:06,}")
print(len(f"{5:0100000,}"), f"{5:0100000,}"[-9:], f"{10**5000:,}"[:9], hash(10**5000), hash(-7**300000), hash(3**700000))
print('\ud800a\U0001F600é€'.encode('utf-7', 'surrogatepass'), 'aé€\U0001F600\n'.encode('unicode_escape'), 'aé€\U0001F600\n'.encode('raw_unicode_escape'), 'aé'.encode('cp437'), ('é+-' * 20000).encode('utf-7')[-20:])
print(float('1' * 70000), float('0.' + '0' * 70000 + '1'), float('1' + '0' * 70000 + 'e-70000'), repr(float('-0.' + '0' * 70000)))
for t in ('1' * 70000 + 'x', '1' * 70000 + 'e', '.' + ' ' * 70000):
    try: float(t)
    except ValueError as e: print(str(e)[:40])
print(json.loads('1.' + '2' * 70000), json.loads('-0.' + '0' * 70000), json.loads('12' * 2000 + '.5e-3999'))
print(bytes.fromhex('61 ' * 40000 + '\n62')[-3:])
for t in ('61' * 40000 + '\u20ac', '61' * 40000 + '6', '6' * 70000 + 'g', '61' * 40000 + 'é'):
    try: bytes.fromhex(t)
    except ValueError as e: print(e)
print(len(f"{'x':€>100000}"), f"{'x':€^7}", f"{'x':\U0001F600^6}", '-5'.zfill(6), '\U0001F6005'.zfill(4), '+\U0001F600'.zfill(5))
big = (7**300000, 3**200000)
print(hash(big[0] // big[1]), hash(big[0] % big[1]), hash(divmod(-big[0], big[1])[1]), hash((big[0] * big[1] + 5) // big[1]))
print(sum(bytes(range(256)) * 600), max(list(range(200000)) + [5]), min([0.5] * 200000 + [0.25]), sum([0.1] * 200000), sum(tuple(range(200000))))

# Dictionaries and sets that outgrow the index they began with.
texts = {str(i): i for i in range(600000)}
print(len(texts), texts['0'], texts['524287'], texts['524288'], texts['599999'], texts.get('600000'), '-1' in texts)
for i in range(0, 600000, 2):
    del texts[str(i)]
texts['new'] = 1
print(len(texts), list(texts)[:3], list(texts)[-2:], texts['524289'], texts.get('524288'))
numbers = dict.fromkeys(range(600000))
numbers[None] = numbers['x'] = numbers[0.5] = 1
print(len(numbers), 599999 in numbers, 1.0 in numbers, True in numbers, 0.25 in numbers, list(numbers)[-3:])
