"""The AES block cipher from its definition: tables made by field arithmetic, bytes, XOR, counter mode."""


def multiply(a, b):
    """In GF(2^8) with the polynomial x^8 + x^4 + x^3 + x + 1."""
    product = 0
    while b:
        if b & 1:
            product ^= a
        a = (a << 1 ^ 0x11B) if a & 0x80 else a << 1
        b >>= 1
    return product


def make_sbox():
    inverses = [0] * 256
    for a in range(1, 256):
        if not inverses[a]:
            b = next(b for b in range(1, 256) if multiply(a, b) == 1)
            inverses[a], inverses[b] = b, a
    box = bytearray(256)
    for a, inverse in enumerate(inverses):
        value = inverse
        for _ in range(4):
            inverse = (inverse << 1 | inverse >> 7) & 255
            value ^= inverse
        box[a] = value ^ 0x63
    return bytes(box)


SBOX = make_sbox()
DOUBLE = bytes(multiply(a, 2) for a in range(256))
SHIFTED_ROWS = [(i + 4 * (i % 4)) % 16 for i in range(16)]


class Cipher:
    def __init__(self, key):
        self.round_keys = self.expand(key)

    @staticmethod
    def expand(key):
        words = [list(key[i:i + 4]) for i in range(0, 16, 4)]
        constant = 1
        for i in range(4, 44):
            word = words[i - 1]
            if i % 4 == 0:
                word = [SBOX[b] for b in (*word[1:], word[0])]
                word[0] ^= constant
                constant = DOUBLE[constant]
            words.append([a ^ b for a, b in zip(words[i - 4], word)])
        return [sum(words[i:i + 4], []) for i in range(0, 44, 4)]

    def encrypt_block(self, block):
        state = [a ^ b for a, b in zip(block, self.round_keys[0])]
        for number in range(1, 11):
            state = [SBOX[state[i]] for i in SHIFTED_ROWS]
            if number < 10:
                state = mix_columns(state)
            state = [a ^ b for a, b in zip(state, self.round_keys[number])]
        return bytes(state)

    def counter_mode(self, data, nonce):
        output = bytearray()
        for index in range(0, len(data), 16):
            pad = self.encrypt_block(nonce + (index // 16).to_bytes(8, "big"))
            output += bytes(a ^ b for a, b in zip(data[index:index + 16], pad))
        return bytes(output)


def mix_columns(state):
    mixed = []
    for i in range(0, 16, 4):
        a, b, c, d = state[i:i + 4]
        every = a ^ b ^ c ^ d
        mixed += (
            a ^ every ^ DOUBLE[a ^ b], b ^ every ^ DOUBLE[b ^ c],
            c ^ every ^ DOUBLE[c ^ d], d ^ every ^ DOUBLE[d ^ a],
        )
    return mixed


def main(size=140_000):
    known = Cipher(bytes(range(16))).encrypt_block(bytes.fromhex("00112233445566778899aabbccddeeff"))
    assert known.hex() == "69c4e0d86a7b0430d8cdb78070b4c55a"
    cipher = Cipher(b"Typhon's own key")
    message = bytes(i * i & 255 for i in range(size))
    secret = cipher.counter_mode(message, b"8 bytes!")
    assert cipher.counter_mode(secret[:2048], b"8 bytes!") == message[:2048]
    checksum = sum(i * b for i, b in enumerate(secret)) % 1_000_003
    assert size != 140_000 or checksum == 324576, checksum
    return checksum


if __name__ == "__main__":
    print("block_cipher:", main())
