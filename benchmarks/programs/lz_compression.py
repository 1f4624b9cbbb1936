"""Compression in the manner of LZ77 with hash chains, and of LZW with a growing dictionary, and back."""


def sample(size, seed=1):
    """Text that repeats itself, as texts do."""
    words = [b"compress", b"window", b"match ", b"literal", b" the ", b"\n", b"0123456789"]
    data = bytearray()
    while len(data) < size:
        seed = (seed * 48271) % 2147483647
        if seed % 5 == 0 and len(data) > 100:
            start = seed % (len(data) - 50)
            data += data[start:start + 10 + seed % 40]
        else:
            data += words[seed % len(words)]
    return bytes(data[:size])


class Compressor:
    MIN_MATCH, MAX_MATCH, CHAIN, WINDOW = 4, 130, 12, 32_000

    def __init__(self, data):
        self.data = data
        self.heads = {}
        self.previous = [-1] * len(data)

    def insert(self, at):
        key = self.data[at:at + self.MIN_MATCH]
        self.previous[at] = self.heads.get(key, -1)
        self.heads[key] = at

    def longest_match(self, at):
        data, best, distance = self.data, 0, 0
        limit = min(len(data) - at, self.MAX_MATCH)
        candidate = self.heads.get(data[at:at + self.MIN_MATCH], -1)
        for _ in range(self.CHAIN):
            if candidate < 0 or at - candidate > self.WINDOW:
                break
            length = 0
            while length < limit and data[candidate + length] == data[at + length]:
                length += 1
            if length > best:
                best, distance = length, at - candidate
            candidate = self.previous[candidate]
        return best, distance

    def compress(self):
        data, output, literals, at = self.data, bytearray(), bytearray(), 0
        while at < len(data):
            length, distance = self.longest_match(at)
            if length < self.MIN_MATCH:
                literals.append(data[at])
                self.insert(at)
                at += 1
                continue
            self.flush(output, literals)
            output += bytes((127 + length - 2, distance >> 8, distance & 255))
            for i in range(at, at + length):
                self.insert(i)
            at += length
        self.flush(output, literals)
        return bytes(output)

    @staticmethod
    def flush(output, literals):
        for start in range(0, len(literals), 128):
            chunk = literals[start:start + 128]
            output.append(len(chunk) - 1)
            output += chunk
        literals.clear()


def decompress(packed):
    output, at = bytearray(), 0
    while at < len(packed):
        token = packed[at]
        if token < 128:
            output += packed[at + 1:at + 2 + token]
            at += 2 + token
        else:
            start = len(output) - (packed[at + 1] << 8 | packed[at + 2])
            for i in range(start, start + token - 125):
                output.append(output[i])
            at += 3
    return bytes(output)


def lzw(data):
    codes = {bytes([i]): i for i in range(256)}
    current, output = b"", []
    for byte in data:
        longer = current + bytes([byte])
        if longer in codes:
            current = longer
        else:
            output.append(codes[current])
            codes[longer] = len(codes)
            current = bytes([byte])
    return output + [codes[current]]


def unlzw(numbers):
    entries = [bytes([i]) for i in range(256)]
    previous = entries[numbers[0]]
    output = [previous]
    for number in numbers[1:]:
        entry = entries[number] if number < len(entries) else previous + previous[:1]
        output.append(entry)
        entries.append(previous + entry[:1])
        previous = entry
    return b"".join(output)


def main(size=180_000):
    data = sample(size)
    packed = Compressor(data).compress()
    assert decompress(packed) == data
    numbers = lzw(data)
    assert unlzw(numbers) == data
    result = len(packed), sum(packed) % 65521, len(numbers), sum(numbers) % 65521
    assert size != 180_000 or result == (50654, 7549, 18823, 29063), result
    return result


if __name__ == "__main__":
    print("lz_compression:", *main())
