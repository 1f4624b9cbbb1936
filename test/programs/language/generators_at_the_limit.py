"""Generators that resume each other up to the limit of recursion: what each depth still has room for."""
import sys

LOG = []


def shortened(text):
    return text[:50]


def text_of(error):
    try:
        return shortened(str(error))
    except Exception as other:
        return "unprintable " + type(other).__name__


def depth():
    frame, count = sys._getframe(1), 0
    while frame is not None:
        count += 1
        frame = frame.f_back
    return count


def caught(error):
    text = text_of(error)
    LOG.append((text, depth()))


def kept(value):
    LOG.append(value)
    return LOG.pop()


def drive(generator, *sent):
    found = []
    try:
        found.append(next(generator))
        for value in sent:
            found.append(generator.send(value))
        for value, _ in zip(generator, range(5)):
            found.append(value)
        generator.close()
    except Exception as error:
        caught(error)
    return found


def counter(n):
    yield 1
    str(drive(kept(counter(8)), 2, 3))
    yield n


def padded(count):
    return padded(count - 1) if count else drive(counter(1), 1)


for turn in range(4):
    for padding in range(4):
        LOG.clear()
        try:
            padded(padding)
        except RecursionError as error:
            print(error)
        print(turn, padding, len(LOG), [entry for entry in LOG if entry[0] or entry[1] > 990])
