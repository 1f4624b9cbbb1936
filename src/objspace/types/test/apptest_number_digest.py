"""Thousands of random operations, their results in one number each: what CPython 3.14 has is written down here."""


class Generator:
    """A linear congruential generator: the same operations everywhere."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n

    def bits(self, k):
        value = 0
        for _ in range(0, k, 31):
            value = value << 31 | self.below(2 ** 31)
        return value & ((1 << k) - 1)

    def integer(self):
        size = self.bits(1 + self.below((8, 31, 60, 70, 200)[self.below(5)]))
        return -size if self.below(2) else size

    def float(self):
        kind = self.below(6)
        if kind == 0:
            return (0.0, -0.0, 1e308, 5e-324, 0.5, 1.5, 2.5, 1e16, 1e22, 1e23, 0.1, 1e-5, float('inf'), float('-inf'))[self.below(14)]
        if kind == 1:
            return self.below(2001) / 8 - 125
        mantissa = self.bits(53) or 1
        value = mantissa * 2.0 ** -(self.below(60) if kind < 5 else self.below(900))
        return -value if self.below(2) else value


def digest(texts):
    result = 0
    for text in texts:
        for character in text:
            result = (result * 1000003 + ord(character)) % (2 ** 61 - 1)
    return result


def outcome(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


OPERATORS = (
    lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b, divmod,
    lambda a, b: a < b, lambda a, b: a == b, lambda a, b: a >= b, lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b,
    lambda a, b: a << (b % 100), lambda a, b: a >> (b % 100), lambda a, b: a ** (b % 40),
)


def test_ints():
    g = Generator(1)
    texts = [outcome(OPERATORS[g.below(16)], g.integer(), g.integer()) for _ in range(3000)]
    assert digest(texts) == INTS


def test_floats():
    g = Generator(2)
    operands = (g.float, g.float, g.integer)
    texts = [outcome(OPERATORS[g.below(10)], operands[g.below(2)](), operands[1 + g.below(2)]()) for _ in range(3000)]
    assert digest(texts) == FLOATS


def test_complex():
    g = Generator(3)
    texts = [outcome(OPERATORS[g.below(4)], complex(g.float(), g.float()), (complex(g.float(), g.float()), g.float())[g.below(2)]) for _ in range(2000)]
    assert digest(texts) == COMPLEX


def test_rounding_and_text():
    g = Generator(4)
    texts = []
    for _ in range(2000):
        x = g.float()
        texts += [repr(x), outcome(round, x, g.below(40) - 20), outcome(round, x), x.hex(), outcome(round, g.integer(), -g.below(30)), str(hash(x))]
    assert digest(texts) == TEXTS


def test_formats():
    g = Generator(5)
    texts = []
    for _ in range(4000):
        spec = ('', '<', '*>', '^', '=', '0=')[g.below(6)] + ('', '+', ' ', '-')[g.below(4)] + ('', 'z')[g.below(8) == 0] + ('', '#')[g.below(4) == 0]
        spec += ('', '0')[g.below(4) == 0] + ('', str(g.below(30)))[g.below(2)] + ('', ',', '_')[g.below(3)] + ('', f'.{g.below(20)}')[g.below(2)]
        spec += 'bcdeEfFgGnosxX% '[g.below(16)].strip()
        texts.append(outcome(format, (g.float, g.integer)[g.below(2)](), spec))
    assert digest(texts) == FORMATS


INTS = 407383536425622700
FLOATS = 1259607666324069226
COMPLEX = 1184727802749893165
TEXTS = 1058733832408381695
FORMATS = 1229998013841682520
