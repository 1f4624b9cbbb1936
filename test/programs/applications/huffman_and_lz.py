"""Codecs by hand: Huffman with canonical codes, LZ77, LZW, run lengths and a move-to-front pipeline with the Burrows-Wheeler transform."""
import heapq
import itertools
import random
from collections import Counter
from functools import reduce


class BitWriter:
    def __init__(self):
        self.bytes, self.buffer, self.count = bytearray(), 0, 0

    def write(self, value, width):
        self.buffer = self.buffer << width | value
        self.count += width
        while self.count >= 8:
            self.count -= 8
            self.bytes.append(self.buffer >> self.count & 0xFF)
        self.buffer &= (1 << self.count) - 1

    def getvalue(self):
        return bytes(self.bytes) + (bytes([self.buffer << 8 - self.count & 0xFF]) if self.count else b"")


class BitReader:
    def __init__(self, data):
        self.bits = itertools.chain.from_iterable(((byte >> i) & 1 for i in range(7, -1, -1)) for byte in data)

    def read(self, width=1):
        value = 0
        for _ in range(width):
            value = value << 1 | next(self.bits)
        return value


def code_lengths(frequencies):
    """Lengths of the code of each symbol, at least one bit."""
    if len(frequencies) == 1:
        return {symbol: 1 for symbol in frequencies}
    tie = itertools.count()
    heap = [(n, next(tie), {s: 0}) for s, n in sorted(frequencies.items())]
    heapq.heapify(heap)
    while len(heap) > 1:
        (a, _, left), (b, _, right) = heapq.heappop(heap), heapq.heappop(heap)
        heapq.heappush(heap, (a + b, next(tie), {s: depth + 1 for s, depth in (left | right).items()}))
    return heap[0][2] if heap else {}


def canonical(lengths):
    code, previous, codes = 0, 0, {}
    for symbol, length in sorted(lengths.items(), key=lambda p: (p[1], p[0])):
        code <<= length - previous
        codes[symbol] = (code, length)
        code, previous = code + 1, length
    return codes


def huffman_pack(data):
    lengths = code_lengths(Counter(data))
    out = BitWriter()
    out.write(len(data), 32)
    out.write(len(lengths), 9)
    for symbol, length in sorted(lengths.items()):
        out.write(symbol, 8)
        out.write(length, 5)
    codes = canonical(lengths)
    for byte in data:
        out.write(*codes[byte])
    return out.getvalue()


def huffman_unpack(packed):
    bits = BitReader(packed)
    size, count = bits.read(32), bits.read(9)
    table = {code: symbol for symbol, code in canonical({bits.read(8): bits.read(5) for _ in range(count)}).items()}
    result = bytearray()
    for _ in range(size):
        code, length = 0, 0
        while (code, length) not in table:
            code, length = code << 1 | bits.read(), length + 1
        result.append(table[code, length])
    return bytes(result)


def lz77_pack(data, window=255, longest=255):
    out, i, recent = bytearray(), 0, {}
    while i < len(data):
        best, distance = 0, 0
        for start in reversed(recent.get(data[i : i + 3], [])):
            if i - start > window:
                break
            length = 3
            while length < longest and i + length < len(data) and data[start + length] == data[i + length]:
                length += 1
            if length > best:
                best, distance = length, i - start
        step = best if best > 3 else 1
        out += bytes((distance, best)) if best > 3 else bytes((0, data[i]))
        for j in range(i, i + step):
            recent.setdefault(data[j : j + 3], []).append(j)
        i += step
    return bytes(out)


def lz77_unpack(packed):
    out = bytearray()
    for distance, value in zip(*[iter(packed)] * 2):
        if distance:
            for _ in range(value):
                out.append(out[-distance])
        else:
            out.append(value)
    return bytes(out)


def lzw_pack(data):
    table, current, out = {bytes([n]): n for n in range(256)}, b"", []
    for byte in data:
        longer = current + bytes([byte])
        if longer in table:
            current = longer
        else:
            out.append(table[current])
            table[longer] = len(table)
            current = bytes([byte])
    return out + ([table[current]] if current else [])


def lzw_unpack(codes):
    if not codes:
        return b""
    table = {n: bytes([n]) for n in range(256)}
    previous = table[codes[0]]
    out = [previous]
    for code in codes[1:]:
        entry = table.get(code, previous + previous[:1])
        out.append(entry)
        table[len(table)] = previous + entry[:1]
        previous = entry
    return b"".join(out)


def bwt(data):
    text = [*data, -1]
    order = sorted(range(len(text)), key=lambda i: text[i:] + text[:i])
    last = [text[i - 1] for i in order]
    return bytes(c for c in last if c >= 0), last.index(-1)


def unbwt(pair):
    data, marker = pair
    last = [*data[:marker], -1, *data[marker:]]
    first = sorted(range(len(last)), key=lambda i: (last[i], i))
    out, i = [], first[0]
    for _ in data:
        i = first[i]
        out.append(last[i])
    return bytes(out)


def move_to_front(data):
    alphabet, out = list(range(256)), bytearray()
    for byte in data:
        i = alphabet.index(byte)
        out.append(i)
        alphabet.insert(0, alphabet.pop(i))
    return bytes(out)


def move_from_front(data):
    alphabet, out = list(range(256)), bytearray()
    for i in data:
        alphabet.insert(0, alphabet.pop(i))
        out.append(alphabet[0])
    return bytes(out)


def run_lengths(data):
    out = bytearray()
    for byte, group in itertools.groupby(data):
        n = len(list(group))
        while n:
            step = min(n, 255)
            out += bytes((step, byte))
            n -= step
    return bytes(out)


def unrun(data):
    return b"".join(bytes([b]) * n for n, b in zip(*[iter(data)] * 2))


rng = random.Random(8)
samples = {
    "empty": b"",
    "one": b"aaaaaaa",
    "text": b"she sells sea shells by the sea shore; the shells she sells are sea shells, i'm sure. " * 4,
    "random": rng.randbytes(300),
    "skewed": bytes(rng.choices(range(4), [60, 25, 10, 5], k=500)),
    "runs": b"\0" * 300 + b"x" * 20 + b"\0" * 300,
}
for name, data in samples.items():
    row = [f"{name:<7}{len(data):>5}"]
    for label, pack, unpack in [("huffman", huffman_pack, huffman_unpack), ("lz77", lz77_pack, lz77_unpack), ("lzw", lzw_pack, lzw_unpack), ("runs", run_lengths, unrun), ("mtf", move_to_front, move_from_front), ("bwt", bwt, unbwt)]:
        packed = pack(data)
        assert unpack(packed) == data, (name, label)
        row.append(f"{label} {len(packed):>4}")
    steps = [lambda d: bwt(d)[0], move_to_front, huffman_pack]
    row.append(f"pipeline {len(reduce(lambda d, f: f(d), steps, data)):>4}")
    print(*row, sep=" | ")
codes = canonical(code_lengths(Counter(b"abracadabra")))
print({chr(s): f"{code:0{length}b}" for s, (code, length) in codes.items()}, huffman_pack(b"abracadabra").hex())
print(bwt(b"banana"), lzw_pack(b"TOBEORNOTTOBEORTOBEORNOT"), lz77_pack(b"abcabcabcabcx"), move_to_front(b"bananaaa"))
