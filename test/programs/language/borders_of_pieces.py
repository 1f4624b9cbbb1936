"""Builtins that do long work piece by piece give the same as in one go: sizes around the borders of pieces."""
import csv
import decimal
import hashlib
import io
import itertools
import json
import operator
import random
import re
import struct
import sys

sys.set_int_max_str_digits(0)


def digest(value):
    return hashlib.md5(repr(value).encode()).hexdigest()[:8]


SIZES = [size + delta for size in (4096, 65536) for delta in (-1, 0, 1)]

for size in SIZES:
    scattered = [index * 7919 % size for index in range(size)]
    floats = [number / 3 for number in scattered]
    texts = [f'{number % 1000:03}{number}' for number in scattered]
    print(size, digest(sorted(scattered)), digest(sorted(floats)), digest(sorted(texts)))
    print(digest(sorted(scattered, key=lambda x: -x)), digest(sorted(texts, key=len, reverse=True)))
    print(digest(sorted([-x if x % 2 else x * 2 ** 33 for x in scattered])))
    items = tuple(scattered)
    print(items == items + (), items < items[:-1] + (size,), items[1:] > items, digest(items[::-1]), digest(items[5::3]))
    changed = floats[:]
    changed[size // 2] = None
    print(changed == floats, changed.count(None), digest(changed))

for count in (1, 2, 3, 4095, 65535, 65536, 65537, 131073):
    for part in ([None], [1, 2, 3], [0.5], ['x', 2.5]):
        repeated = part * count
        print(len(repeated), repeated[:4], repeated[-1], repeated.count(part[0]), repeated == list(itertools.chain(*[part] * count)))
    print(digest((1, 'a') * count), digest(list(range(70000)) * min(count, 3)))

for size in (4095, 4096, 4097, 20000):
    numbers = set(range(0, size * 3, 3))
    copied = numbers.copy()
    copied.add('x')
    copied.discard(3)
    print(len(copied), len(numbers | {1}), digest(sorted(numbers ^ set(range(size)))), numbers == frozenset(numbers))
    mapping = dict.fromkeys(range(size), 1)
    other = dict(mapping)
    other[None] = 2
    del other[5]
    print(len(other), None in other, 5 in other, len(mapping.keys() - {1, 2}), other.keys() >= set(range(6, size)))
    keywords = {f'k{index}': index for index in range(size)}
    print((lambda **given: given)(**keywords) == keywords, dict(**keywords) == keywords)

for size in (*SIZES, 262143, 262144, 262145):
    for tail in ('', "'", '\n', '\xe9', '\u20ac', '"\''):
        text = 'a' * (size - len(tail)) + tail
        print(size, digest(text), repr(text)[-8:], json.dumps(text)[-9:], json.dumps(text, ensure_ascii=False)[-6:])
    text = 'ab' * (size // 2) + 'z'
    print(re.search('z', text), re.search('bz', text).span(), re.match('[ab]*z', text).span(), re.sub('[ab]+', '-', text))
    print(re.fullmatch('[abz]+', text).span(), re.match('(?:ab)*z', text).span(), re.search('zz', text))

for size in (31, 32, 33, 4095, 4096, 4097, 2 ** 23 + 1):
    data = bytes(itertools.islice(itertools.cycle(range(251)), 4096)) * (size // 4096 + 1)
    data = data[:size]
    file = io.BytesIO(data)
    target = bytearray(size)
    print(size, file.read(7) + file.read() == data, file.getvalue() == data, file.seek(0), file.readinto(target), target == data)
    print(bytes(bytearray(data)) == data, bytearray(data).copy() == data, bytes(memoryview(data)) == data)
    print(memoryview(data).tobytes() == data, hash(memoryview(data)) == hash(data), operator.eq(data, data[:-1]))
    struct.pack_into(f'{size}s', target, 0, data[:-1] + b'!')
    print(target[-1:], target[:-1] == data[:-1])

for bits in (1000, 2 ** 22 - 1, 2 ** 22, 2 ** 22 + 1, 2 ** 23):
    number = (1 << bits) - 12345
    print(bits, hash(number), hash(-number), number.bit_length(), (-number).bit_count(), abs(-number) == number, -number < 0)
    print(hex(number)[-20:], len(bin(number)), hash(range(number)) == hash(range(number)))

for size in range(2 ** 20 - 4, 2 ** 20 + 3):
    for tail in ('\u20ac', '\U0001f600', '\xe9\ufeff\u20ac'):
        data = b'x' * size + (tail * 3).encode() + b'y' * 9
        text = data.decode()
        print(size, len(text), ascii(text[size - 2:]), text.encode() == data)
    for broken in (b'\xe2\x82', b'\x80\x80\x80\x80\x80\x80', b'\xed\xa0\x80', b'\xff'):
        data = b'x' * size + broken + b'yz'
        print(ascii(data.decode('utf-8', 'replace')[size - 1:]))
        try:
            data.decode()
        except UnicodeDecodeError as error:
            print(error)
    print(data.translate(bytes(range(256))) == data, data.translate(bytes(255) + b'\1')[-4:])

records = io.StringIO()
csv.writer(records).writerows([['a' * 5000, 'b"c' * 2000, 'x,\U0001f600"\n' * 1500, '', None, '"'], ['plain', '"q"']])
print(digest(records.getvalue()), list(csv.reader(io.StringIO(records.getvalue(), newline='')))[1])

for size in (2 ** 14 - 1, 2 ** 14, 2 ** 14 + 1, 2 ** 15):
    for text in ('a' * size, '\u20ac' * size, '\U0001f600' * size, ' ' * size, 'a\U0001f600' * (size // 2)):
        padded = f'{text} b{text}\tc '
        print(size, digest(padded.split()), digest(padded.rsplit(None, 1)), digest(padded.split(None, 1)), digest(text.split()))
    for source in (f'({" " * size}1)', f'{" " * size}1', '"' + 'x' * size + '"', f"'''{'y' * size}\n'''", '1' * size, f'0x{"f" * size}',
                   f'0b{"10" * (size // 2)}', f'0o{"7_1" * (size // 2)}', f'1.{"3" * size}', f'"{chr(8364) * size}"', f'#{"x" * size}\n1'):
        try:
            value = eval(source)
        except SyntaxError as error:
            value = str(error)
        print(size, type(value).__name__, digest(value) if isinstance(value, (str, float)) else hex(value)[-9:], 0 if isinstance(value, str) else hash(value))
    try:
        eval('a' * size)
    except NameError as error:
        print(str(error)[-90:], len(str(error)))
    code = compile('\n' * size + 'x', 'f', 'exec')
    print(list(code.co_lines())[-1][2])
    print(compile('if 1:\n' + ' ' * size + 'x', 'f', 'exec').co_names)
    number = 7 ** size
    for places in (1, size // 3, size, size * 2):
        print(size, hash(round(number, -places)), hash(round(-number, -places)), hash(round(5 * 10 ** places, -places - 1)), hash(round(15 * 10 ** places, -places - 1)))
    print(number.bit_count(), hash(hex(number)) == hash(f'{number:#x}'), len(bin(-number)), oct(-number)[:9])
    print(decimal.Decimal(number).adjusted(), decimal.Decimal(10 ** size).adjusted(), decimal.Decimal(10 ** size - 1).adjusted())
    random.seed(number)
    print(random.random(), random.getrandbits(70))

for name in ('\xe9' * 150, 'a' + '\xe9' * 100, 'a' * 199 + '\xe9', 'ab' + '\U0001d4d0' * 100, '\u4e2d' * 66, '\u4e2d' * 67):
    try:
        eval(name)
    except NameError as error:
        print(ascii(str(error))[-30:], len(str(error)))

for size in (2 ** 16 - 1, 2 ** 16, 2 ** 16 + 1, 2 ** 18, 2 ** 18 + 1):
    for text in ('x' * size + '\U0001f600"\\\n', '\u20ac' * size + '"', '\U0001f600' * size, 'a\ud83d' * (size // 2) + '\ude00', '\x7f\x1f/' * (size // 3)):
        print(size, digest(json.dumps(text)), digest(json.dumps(text, ensure_ascii=False)), json.loads(json.dumps(text)) == text)
    print(json.loads(f'[1,{" " * size}2{" " * size}]'), int(f'{" " * size}12{" " * size}'), int('\u3000' * size + '\u0663'))
    for base in (2, 3, 8, 10, 16, 32):
        digits = '10' * (size // 2) + '1'
        print(hex(int(digits, base))[:12], end=' ')
        try:
            int(digits[:-2] + '~1', base)
        except ValueError as error:
            print(len(str(error)), end=' ')
    print()
