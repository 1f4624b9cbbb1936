"""How often builtins ask what they are given."""
import bisect
import itertools

log = []


class Countdown:
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        log.append('iter')
        return self

    def __next__(self):
        log.append('next')
        if self.count == 0:
            raise StopIteration
        self.count -= 1
        return self.count


class Again(Countdown):
    def __next__(self):
        self.count += 1
        if self.count % 4 == 0:
            raise StopIteration
        return self.count


def show(*values):
    print(*values, log)
    log.clear()


show(len(itertools.tee(Countdown(3), 0)))
show(len(itertools.tee(Countdown(3), 2)))
batches = itertools.batched(Countdown(4), 3)
show(list(batches))
show(list(batches))
batches = itertools.batched(Again(0), 2)
show(next(batches), next(batches), next(batches), next(batches))
batches = itertools.batched(Again(0), 3)
show(next(batches), next(batches, 0), next(batches, 0))
batches = itertools.batched(Again(0), 2, strict=True)
show(next(batches))
for _ in range(2):
    try:
        show(next(batches, 0))
    except ValueError as error:
        show(error)


class Watched(list):
    def __getitem__(self, index):
        log.append(index)
        return list.__getitem__(self, index)


show(bisect.bisect(Watched(range(20)), 5))
bisect.insort(Watched(range(20)), 7)
show()


class Bad:
    def __float__(self):
        raise KeyError('bad')


for value in Bad(), 10**400, 'x', 2:
    try:
        print(b'%.1f' % value)
    except TypeError as error:
        print(error)
