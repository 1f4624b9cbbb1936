"""Coroutines driven by send(), throw() and close(): running averages, a parser fed by characters, a round-robin."""


def started(function):
    def start(*arguments):
        coroutine = function(*arguments)
        next(coroutine)
        return coroutine

    return start


@started
def average():
    total, count, result = 0.0, 0, None
    while True:
        value = yield result
        total += value
        count += 1
        result = total / count


@started
def splitter(separator, target):
    """Collects characters into words and sends these on; the end of input arrives as an exception."""
    word = []
    while True:
        try:
            character = yield
        except EOFError:
            target.send("".join(word))
            return len(word)
        if character == separator:
            target.send("".join(word))
            word.clear()
        else:
            word.append(character)


@started
def tally(counts):
    try:
        while True:
            word = yield
            counts[word] = counts.get(word, 0) + 1
    finally:
        counts["closed"] = True


def account(balance):
    """Commands arrive, answers leave."""
    answer = None
    while True:
        match (yield answer):
            case ("deposit", amount):
                balance += amount
                answer = balance
            case ("withdraw", amount) if amount <= balance:
                balance -= amount
                answer = balance
            case ("withdraw", _):
                answer = "refused"
            case None:
                return balance


def worker(name, jobs, log):
    done = 0
    for job in jobs:
        pause = yield (name, job)
        done += job
        if pause:
            yield from pauses(pause)
    log.append((name, done))
    return done


def pauses(count):
    for i in range(count):
        yield ("pause", i)


def round_robin(tasks):
    """Runs generators in turn, each step sending a number that depends on the turn."""
    steps = total = 0
    queue = [(task, None) for task in tasks]
    while queue:
        following = []
        for task, value in queue:
            try:
                kind, number = task.send(value)
            except StopIteration as stop:
                total += stop.value
            else:
                steps += 1
                following.append((task, 2 if kind != "pause" and number % 5 == 0 else 0))
        queue = following
    return steps, total


def main(n=400_000):
    mean = average()
    for i in range(n):
        last = mean.send(i % 1000)
    counts = {}
    counter = tally(counts)
    words = splitter(" ", counter)
    for i in range(n):
        words.send("abc de f "[i * 7 % 9])
    try:
        words.throw(EOFError())
    except StopIteration as stop:
        rest = stop.value
    counter.close()
    bank = account(100)
    next(bank)
    answers = [bank.send(("deposit", i) if i % 3 else ("withdraw", i * 2)) for i in range(n)]
    log = []
    turns = round_robin([worker(f"w{i}", range(i, n // 20 + i), log) for i in range(8)])
    result = last, sorted(counts.items())[:4], rest, answers.count("refused"), answers[-1], turns, log[0]
    assert n != 400_000 or result == (499.5, [('', 44445), ('afe', 1), ('b', 44444), ('closed', True)], 0, 8, 269221, (224000, 1600480000), ('w0', 199990000)), result
    return result


if __name__ == "__main__":
    print("coroutines_by_send:", *main(), sep="\n  ")
