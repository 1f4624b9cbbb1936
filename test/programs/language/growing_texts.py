# Long texts that are asked for their ends, their length and their parts while they grow: each answer is that of the list of their characters.
import os.path
import random
LIMIT = 65536


def check(seed, seeds, pieces, steps):
    rng = random.Random(seed)
    texts = [s * (LIMIT // len(s)) for s in seeds]
    items = [list(t) for t in texts]
    for step in range(steps):
        which = rng.randrange(len(texts))
        piece = rng.choice(pieces) * rng.choice([1, 1, 1, 1, 30, 5000 if rng.random() < .05 else 2])
        texts[which] += piece
        items[which].extend(piece)
        if rng.random() < .05:
            texts[0] = texts[-1]; items[0] = items[-1][:]
        if rng.random() < .3: continue
        which = rng.randrange(len(texts))
        t, l = texts[which], items[which]
        n = len(l)
        assert len(t) == n
        for i in (-1, 0, -2, rng.randrange(n), n - 1 - rng.randrange(50), -1 - rng.randrange(n), n // 2):
            assert t[i] == l[i], (i, step)
        a = rng.randrange(n); b = rng.randrange(n)
        assert t[a:a + 10] == ''.join(l[a:a + 10])
        assert t[-10:] == ''.join(l[-10:])
        assert t[-100:-50] == ''.join(l[-100:-50])
        assert t[5:2] == ''
        e = ''.join(l[-7:])
        assert t.endswith(e) and not t.endswith(e + 'Q') and t.endswith(('zz', e))
        assert t.endswith(''.join(l[-8:-1]), 5, -1)
        assert t.startswith(''.join(l[:7])) and t.startswith(''.join(l[a:a+3]), a)
        assert t.removesuffix(e) == ''.join(l[:-7]) if step % 50 == 0 else True
        ch = rng.choice(pieces)[0]
        tail = ''.join(l[-3000:])
        r = tail.rfind(ch)
        if r >= 0: assert t.rfind(ch) == n - len(tail) + r
        assert t.find(ch, a) == ''.join(l).find(ch, a)
        head = ''.join(l[:300])
        if ch in head: assert t.find(ch) == head.find(ch) == t.index(ch)
        assert t.count(ch, n - 100) == l[-100:].count(ch)
        if step % 20 == 0:
            s = ''.join(l)
            assert t == s and t.isascii() == s.isascii() and t.rstrip() == s.rstrip() and t.lstrip('a') == s.lstrip('a')
            assert t.strip(' \n') == s.strip(' \n')
            assert t.isascii() == s.isascii()
        if step % 40 == 0:
            texts[which] = f'{t}{ch}'; l.append(ch); t = texts[which]
            assert t[-1] == ch and len(t) == len(l)


def run():
    check(1, ['ab', 'cdef'], ['x', ' ', '\n', 'hello'], 120)
    check(2, ['ab', 'cd', 'a', 'b', 'w', 'xy'], ['x', ' ', '\n'], 120)
    check(3, ['ab\xe9'], ['x', '\xe9\u1234', 'y'], 60)
    check(4, ['ab', 'a\U0001f600'], ['x', '\U0001f600', '\U0001f601z'], 60)
    check(5, ['ab', '\ud83d'], ['x', '\ude00', '\ud83d', '\ud83d\ude00', '\U0001f600'], 60)
    check(6, ['\ude00', 'a'], ['\ud83d', '\ude00'], 100)


class Buffer:
    def __init__(self):
        self.text = 'x' * 60_000

    def write(self, piece):
        self.text += piece
        return self.text.endswith('\n')


def grow(count, start='y' * 60_000):
    """What takes minutes where each question looks at the whole text."""
    buffer = Buffer()
    lines = sum(buffer.write('x' if i % 80 else '\n') for i in range(count))
    column = 0
    text = start
    for i in range(count):
        text += 'y' if i % 70 else '\n'
        column += len(text) - text.rfind('\n')
    astral = '\U0001f600' + start
    points = 0
    for i in range(count):
        astral += 'a'
        points += len(astral) + ord(astral[-1]) + astral.startswith('\U0001f600')
    built = '0' + start
    for i in range(count):
        built = f'{built}{i % 10}'
        points += int(built[-1:]) + (built[0] == '0')
    print(lines, column, points, len(os.path.join(start, *['a'] * count)))


def equal_twins(count):
    """Another object of the same content is another text."""
    first = second = 'ab' * 40000
    for i in range(count):
        first += str(i)
        second += str(i)
        assert first[-1] == second[-1] and first == second
    third = first + 'x'
    fourth = second + 'y'
    assert third[-1] == 'x' and fourth[-1] == 'y' and third[:-1] == fourth[:-1]
    print(sum(third[i] == fourth[i] for i in range(len(third))), len(third))


run()
grow(20_000)
equal_twins(100)
