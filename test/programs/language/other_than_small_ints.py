"""A loop whose generator gives small ints as a rule, and goes on with others that give something else."""


def sevens():
    for _ in range(3):
        sent = yield 7
        if sent is not None:
            raise AssertionError(sent)


def answering(values):
    for value in values:
        yield value


def through(values):
    yield from values


def drive(generator):
    found = [next(generator)]
    for value in None, None:
        found.append(generator.send(value))
    for value, _ in zip(generator, range(5)):
        found.append(value)
    generator.close()
    return found


def drain(generator):
    found = []
    for value in generator:
        found.append(value)
    return found


for turn in range(3000):
    drive(sevens())
    drain(sevens())
for value in (10**20, -(10**30), 2**31, -(2**31) - 1, 2**53, 1.5, True, None, "text", [1], (2,), 1 + 2j, object):
    values = [1, value, 2, value, value]
    print(*map(drive, [answering(values), sevens(), through(values)]))
    print(*map(drain, [answering(values), sevens(), through(values)]))
    for turn in range(20):
        drive(sevens())
        drive(answering([1, 2, 3]))
        drain(sevens())
        drain(answering([1, 2, 3]))
    print(*map(drive, [answering(values), sevens(), through(values)]))
    print(*map(drain, [answering(values), sevens(), through(values)]))
