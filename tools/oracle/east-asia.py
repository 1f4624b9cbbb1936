"""Prints the character sets of East Asian codecs, packed as src/modules/_multibytecodec/unpack.ts expects them: a line for each.

A line is the codec, those whose codes it starts from, and three tables of bytes as base64: codes that are dropped, characters of codes, and
what encoding does otherwise than the lowest code of a character would tell. Then come, separated by `;`, codes with two characters, and the
kinds of first bytes.

A table is a sequence of runs. A run is how far its first key is behind the end of the run before, its length, and its values, each as the
difference to the value before (zigzag). Dropped keys have no values. Numbers are of seven bits a byte, the lowest first.
"""
import base64


def number(out, value):
    while value >= 128:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)


def runs(keys):
    found = []
    for key in sorted(keys):
        if found and found[-1][1] == key:
            found[-1][1] = key + 1
        else:
            found.append([key, key + 1])
    return found


def packed(table, has_values=True):
    out, end, last = bytearray(), 0, 0
    for first, behind in runs(table):
        number(out, first - end)
        number(out, behind - first)
        end = behind
        for key in range(first, behind) if has_values else ():
            difference = table[key] - last
            last = table[key]
            number(out, -2 * difference - 1 if difference < 0 else 2 * difference)
    return base64.b64encode(out).decode().rstrip('=')


def try_decode(codec, data):
    try:
        return data.decode(codec)
    except UnicodeDecodeError as e:
        return -1 if e.reason.startswith('illegal') else -2


def decoded(codec):
    """Codes of two bytes, and of three that begin with 0x8f, as numbers without the 0x8f: the second byte is the one below 0x80."""
    table = {}
    for first in range(0x80, 0x100):
        if try_decode(codec, bytes([first])) != -2:
            continue
        for second in range(256):
            text = try_decode(codec, bytes([first, second]))
            if isinstance(text, str):
                table[first << 8 | second] = text
    if codec.startswith('euc_j'):
        for first in range(0xa1, 0xff):
            for second in range(0xa1, 0xff):
                text = try_decode(codec, bytes([0x8f, first, second]))
                if isinstance(text, str):
                    table[first << 8 | second & 127] = text
    return table


def from_shift_jis(table):
    """The codes of EUC for those of two rows in one of Shift JIS; the second plane of JIS X 0213 is elsewhere."""
    moved = {}
    for code, text in table.items():
        first, second = code >> 8, code & 255
        if first >= 0xf0:
            continue
        row = 2 * (first - (0x81 if first < 0xa0 else 0xc1))
        cell = second - (0x40 if second < 0x80 else 0x41)
        moved[row + cell // 94 + 0xa1 << 8 | cell % 94 + 0xa1] = text
    return moved


# A code of 0 is for what is not encoded.
NUL = -1


def encoded(codec):
    """The codes of characters, of one to three bytes."""
    table = {}
    for point in range(0x30000):
        if 0xd800 <= point < 0xe000:
            continue
        try:
            data = chr(point).encode(codec)
        except UnicodeEncodeError:
            continue
        if len(data) == 1:
            table[point] = data[0] or NUL
        elif len(data) == 2:
            table[point] = data[0] << 8 | data[1]
        elif len(data) == 3:
            table[point] = data[1] << 8 | data[2] & 127
    return table


def first_bytes(codec):
    """By byte: `-` illegal, `=` the character of that number, `2` begins more bytes; or the character in hexadecimal."""
    kinds = []
    for byte in range(256):
        text = try_decode(codec, bytes([byte]))
        if text == -2:
            kinds.append('2')
        elif text == -1:
            kinds.append('-')
        else:
            kinds.append('=' if ord(text) == byte else f'{ord(text):x}')
    out = []
    for kind in kinds:
        if out and out[-1][0] == kind:
            out[-1][1] += 1
        else:
            out.append([kind, 1])
    return ' '.join(f'{kind}*{count}' if count > 1 else kind for kind, count in out)


CODECS = [
    ('gb18030', []), ('gbk', ['gb18030']), ('gb2312', ['gbk']),
    ('big5hkscs', []), ('big5', ['big5hkscs']), ('cp950', ['big5']),
    ('shift_jis', []), ('cp932', ['shift_jis']),
    ('shift_jis_2004', ['shift_jis']), ('shift_jisx0213', ['shift_jis_2004']),
    ('euc_jp', ['shift_jis']), ('euc_jis_2004', ['euc_jp', 'shift_jis_2004']), ('euc_jisx0213', ['euc_jis_2004']),
    ('cp949', []), ('euc_kr', ['cp949']), ('johab', []),
]
tables = {}
for codec, bases in CODECS:
    start = {}
    for base in bases:
        is_moved = base.startswith('shift') and codec.startswith('euc')
        start |= from_shift_jis(tables[base]) if is_moved else tables[base]
    tables[codec] = table = decoded(codec)
    dropped = {code for code in start if code not in table}
    given = {code: ord(text) for code, text in table.items() if len(text) == 1 and start.get(code) != text}
    pairs = [f'{code:x}:{ord(text[0]):x}:{ord(text[1]):x}' for code, text in table.items() if len(text) == 2]
    reverse = {}
    for byte in range(256):
        text = try_decode(codec, bytes([byte]))
        if isinstance(text, str):
            reverse.setdefault(ord(text), byte or NUL)
    # Of three bytes are those whose second one is below 0x80, in EUC: they come last.
    for code, text in sorted(table.items(), key=lambda item: (codec.startswith('euc_j') and not item[0] & 128, item)):
        if len(text) == 1:
            reverse.setdefault(ord(text), code)
    back = encoded(codec)
    other = {point: code for point, code in back.items() if reverse.get(point) != code}
    other |= {point: 0 for point in reverse if point not in back}
    print(codec, ' '.join(bases), packed(dropped, False), packed(given), packed(other), ','.join(pairs), first_bytes(codec), sep=';')

# The codes of four bytes of gb18030, as numbers, in which the basic plane goes on where the codes of two bytes leave gaps.
last, out = None, {}
for point in range(0x80, 0x10000):
    if 0xd800 <= point < 0xe000:
        continue
    data = chr(point).encode('gb18030')
    if len(data) != 4:
        continue
    linear = ((data[0] - 0x81) * 10 + data[1] - 0x30) * 1260 + (data[2] - 0x81) * 10 + data[3] - 0x30
    if last is None or linear - point != last:
        out[point] = linear
        last = linear - point
ranges = bytearray()
end = value = 0
for point, linear in out.items():
    number(ranges, point - end)
    number(ranges, (linear - value) * 2 if linear >= value else (value - linear) * 2 - 1)
    end, value = point, linear
print('four', base64.b64encode(ranges).decode().rstrip('='), sep=';')
