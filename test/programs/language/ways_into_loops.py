"""What leads to an inner loop is done once, where that loop has a unit with the outer loop in it: calls, items, truths."""


class Items:
    def __init__(self, values):
        self.values = values
        self.given = 0

    def __iter__(self):
        return self

    def __next__(self):
        if not self.values:
            raise StopIteration
        self.given += 1
        return self.values.pop()


class Truth:
    def __init__(self):
        self.asked = 0

    def __bool__(self):
        self.asked += 1
        return True


SOURCE = """
def after_call(values):
    taken = total = 0
    while values:
        taken += 1
        step = values.pop()
        while True:
            total += step
            step += 1
            if step > 20:
                break
        NEVER
    return taken, len(values), total


def of_items(items):
    total = 0
    values = items.values
    for step in items:
        while True:
            total += step
            step += 1
            if step > 20:
                break
        NEVER
    return items.given, total


def mapped(values):
    total = 0
    given = []
    for step in map(lambda value: given.append(value) or value, values):
        while True:
            total += step
            step += 1
            if step > 20:
                break
        NEVER
    return len(given), total


def after_truth(truth, values):
    total = 0
    while values:
        step = values.pop()
        if truth:
            while True:
                total += step
                step += 1
                if step > 20:
                    break
        NEVER
    return truth.asked, total
"""

# Never run, and long enough for the outer loops not to be copied.
NEVER = "if total < 0:" + "".join(f"\n            values.append(values[{at}] + values[{at + 1}] * total)" for at in range(30))
exec(SOURCE.replace("NEVER", NEVER))

ints = [index % 30 for index in range(400)]
floats = [index / 4 for index in range(50)]
for numbers in (ints, floats + ints, floats + ints + floats + ints):
    numbers = [1 << 70, *numbers]  # so that their kinds are not known to the list
    print(after_call(numbers[:]))
    print(of_items(Items(numbers[:])))
    print(mapped(numbers[::-1]))
    print(after_truth(Truth(), numbers[:]))
