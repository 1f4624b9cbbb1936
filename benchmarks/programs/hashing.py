"""32-bit and 64-bit hash functions with masked arithmetic: FNV, Murmur and xorshift mixing, CRC, SHA-256."""

from math import isqrt

M32 = 0xFFFFFFFF
M64 = 0xFFFFFFFFFFFFFFFF


def fnv32(data):
    state = 0x811C9DC5
    for byte in data:
        state = (state ^ byte) * 0x01000193 & M32
    return state


def fnv64(data):
    state = 0xCBF29CE484222325
    for byte in data:
        state = (state ^ byte) * 0x100000001B3 & M64
    return state


def rotate32(x, n):
    return (x << n | x >> (32 - n)) & M32


def murmur32(data, seed=0):
    state = seed
    for i in range(0, len(data) & ~3, 4):
        k = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24
        k = rotate32(k * 0xCC9E2D51 & M32, 15) * 0x1B873593 & M32
        state = (rotate32(state ^ k, 13) * 5 + 0xE6546B64) & M32
    state ^= len(data)
    state = (state ^ state >> 16) * 0x85EBCA6B & M32
    state = (state ^ state >> 13) * 0xC2B2AE35 & M32
    return state ^ state >> 16


def xorshift64(state, count):
    total = 0
    for _ in range(count):
        state ^= state >> 12
        state ^= state << 25 & M64
        state ^= state >> 27
        total = (total + state * 0x2545F4914F6CDD1D) & M64
    return total


def splitmix64(seed, count):
    value = 0
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & M64
        z = seed
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & M64
        z = (z ^ z >> 27) * 0x94D049BB133111EB & M64
        value ^= z ^ z >> 31
    return value


def crc_table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (0xEDB88320 if value & 1 else 0)
        table.append(value)
    return table


CRC = crc_table()


def crc32(data):
    state = M32
    for byte in data:
        state = CRC[(state ^ byte) & 255] ^ state >> 8
    return state ^ M32


def primes(count):
    found = []
    n = 2
    while len(found) < count:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def cube_root(n):
    low, high = 0, 1 << (n.bit_length() // 3 + 1)
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** 3 <= n:
            low = middle
        else:
            high = middle - 1
    return low


# The constants of SHA-256: fractional parts of the roots of the first primes.
START = [isqrt(p << 64) & M32 for p in primes(8)]
ROUND = [cube_root(p << 96) & M32 for p in primes(64)]


def sha256(data):
    padded = data + b"\x80" + bytes((55 - len(data)) % 64) + (8 * len(data)).to_bytes(8, "big")
    state = START
    for i in range(0, len(padded), 64):
        state = compress(state, padded[i:i + 64])
    return "".join(f"{word:08x}" for word in state)


def right(x, n):
    return (x >> n | x << (32 - n)) & M32


def compress(state, block):
    w = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 64):
        s0 = right(w[i - 15], 7) ^ right(w[i - 15], 18) ^ w[i - 15] >> 3
        s1 = right(w[i - 2], 17) ^ right(w[i - 2], 19) ^ w[i - 2] >> 10
        w.append((w[i - 16] + s0 + w[i - 7] + s1) & M32)
    a, b, c, d, e, f, g, h = state
    for k, word in zip(ROUND, w):
        t1 = h + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) + (e & f ^ ~e & g) + k + word
        t2 = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = (t1 + t2) & M32, a, b, c, (d + t1) & M32, e, f, g
    return [(x + y) & M32 for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def main(size=160_000):
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert crc32(b"123456789") == 0xCBF43926 and fnv32(b"a") == 0xE40C292C
    data = bytes(i * 31 + (i >> 8) & 255 for i in range(size))
    result = [
        f"{fnv32(data):08x}", f"{fnv64(data):016x}", f"{murmur32(data, 42):08x}", f"{crc32(data):08x}",
        f"{xorshift64(88172645463325252, size):016x}", f"{splitmix64(7, size):016x}", sha256(data[:size // 8])[:16],
    ]
    assert size != 160_000 or result == ['f32618c5', '0ce23baa19ab5e25', '6d3c3812', '31a42b26', '604de3634bfe4501', '0f2e2c75da9cff9b', 'a314ebb6f22500a5'], result
    return result


if __name__ == "__main__":
    print("hashing:", *main())
