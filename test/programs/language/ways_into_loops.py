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
        if total < 0:  # long enough for the outer loop not to be copied
            values.append(values[0] + values[1] * total)
            values.append(values[1] + values[2] * total)
            values.append(values[2] + values[3] * total)
            values.append(values[3] + values[4] * total)
            values.append(values[4] + values[5] * total)
            values.append(values[5] + values[6] * total)
            values.append(values[6] + values[7] * total)
            values.append(values[7] + values[8] * total)
            values.append(values[8] + values[9] * total)
            values.append(values[9] + values[10] * total)
            values.append(values[10] + values[11] * total)
            values.append(values[11] + values[12] * total)
            values.append(values[12] + values[13] * total)
            values.append(values[13] + values[14] * total)
            values.append(values[14] + values[15] * total)
            values.append(values[15] + values[16] * total)
            values.append(values[16] + values[17] * total)
            values.append(values[17] + values[18] * total)
            values.append(values[18] + values[19] * total)
            values.append(values[19] + values[20] * total)
            values.append(values[20] + values[21] * total)
            values.append(values[21] + values[22] * total)
            values.append(values[22] + values[23] * total)
            values.append(values[23] + values[24] * total)
            values.append(values[24] + values[25] * total)
            values.append(values[25] + values[26] * total)
            values.append(values[26] + values[27] * total)
            values.append(values[27] + values[28] * total)
            values.append(values[28] + values[29] * total)
            values.append(values[29] + values[30] * total)
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
        if total < 0:  # long enough for the outer loop not to be copied
            values.append(values[0] + values[1] * total)
            values.append(values[1] + values[2] * total)
            values.append(values[2] + values[3] * total)
            values.append(values[3] + values[4] * total)
            values.append(values[4] + values[5] * total)
            values.append(values[5] + values[6] * total)
            values.append(values[6] + values[7] * total)
            values.append(values[7] + values[8] * total)
            values.append(values[8] + values[9] * total)
            values.append(values[9] + values[10] * total)
            values.append(values[10] + values[11] * total)
            values.append(values[11] + values[12] * total)
            values.append(values[12] + values[13] * total)
            values.append(values[13] + values[14] * total)
            values.append(values[14] + values[15] * total)
            values.append(values[15] + values[16] * total)
            values.append(values[16] + values[17] * total)
            values.append(values[17] + values[18] * total)
            values.append(values[18] + values[19] * total)
            values.append(values[19] + values[20] * total)
            values.append(values[20] + values[21] * total)
            values.append(values[21] + values[22] * total)
            values.append(values[22] + values[23] * total)
            values.append(values[23] + values[24] * total)
            values.append(values[24] + values[25] * total)
            values.append(values[25] + values[26] * total)
            values.append(values[26] + values[27] * total)
            values.append(values[27] + values[28] * total)
            values.append(values[28] + values[29] * total)
            values.append(values[29] + values[30] * total)
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
        if total < 0:  # long enough for the outer loop not to be copied
            values.append(values[0] + values[1] * total)
            values.append(values[1] + values[2] * total)
            values.append(values[2] + values[3] * total)
            values.append(values[3] + values[4] * total)
            values.append(values[4] + values[5] * total)
            values.append(values[5] + values[6] * total)
            values.append(values[6] + values[7] * total)
            values.append(values[7] + values[8] * total)
            values.append(values[8] + values[9] * total)
            values.append(values[9] + values[10] * total)
            values.append(values[10] + values[11] * total)
            values.append(values[11] + values[12] * total)
            values.append(values[12] + values[13] * total)
            values.append(values[13] + values[14] * total)
            values.append(values[14] + values[15] * total)
            values.append(values[15] + values[16] * total)
            values.append(values[16] + values[17] * total)
            values.append(values[17] + values[18] * total)
            values.append(values[18] + values[19] * total)
            values.append(values[19] + values[20] * total)
            values.append(values[20] + values[21] * total)
            values.append(values[21] + values[22] * total)
            values.append(values[22] + values[23] * total)
            values.append(values[23] + values[24] * total)
            values.append(values[24] + values[25] * total)
            values.append(values[25] + values[26] * total)
            values.append(values[26] + values[27] * total)
            values.append(values[27] + values[28] * total)
            values.append(values[28] + values[29] * total)
            values.append(values[29] + values[30] * total)
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
        if total < 0:  # long enough for the outer loop not to be copied
            values.append(values[0] + values[1] * total)
            values.append(values[1] + values[2] * total)
            values.append(values[2] + values[3] * total)
            values.append(values[3] + values[4] * total)
            values.append(values[4] + values[5] * total)
            values.append(values[5] + values[6] * total)
            values.append(values[6] + values[7] * total)
            values.append(values[7] + values[8] * total)
            values.append(values[8] + values[9] * total)
            values.append(values[9] + values[10] * total)
            values.append(values[10] + values[11] * total)
            values.append(values[11] + values[12] * total)
            values.append(values[12] + values[13] * total)
            values.append(values[13] + values[14] * total)
            values.append(values[14] + values[15] * total)
            values.append(values[15] + values[16] * total)
            values.append(values[16] + values[17] * total)
            values.append(values[17] + values[18] * total)
            values.append(values[18] + values[19] * total)
            values.append(values[19] + values[20] * total)
            values.append(values[20] + values[21] * total)
            values.append(values[21] + values[22] * total)
            values.append(values[22] + values[23] * total)
            values.append(values[23] + values[24] * total)
            values.append(values[24] + values[25] * total)
            values.append(values[25] + values[26] * total)
            values.append(values[26] + values[27] * total)
            values.append(values[27] + values[28] * total)
            values.append(values[28] + values[29] * total)
            values.append(values[29] + values[30] * total)
    return truth.asked, total


ints = [index % 30 for index in range(400)]
floats = [index / 4 for index in range(50)]
for numbers in (ints, floats + ints, floats + ints + floats + ints):
    numbers = [1 << 70, *numbers]  # so that their kinds are not known to the list
    print(after_call(numbers[:]))
    print(of_items(Items(numbers[:])))
    print(mapped(numbers[::-1]))
    print(after_truth(Truth(), numbers[:]))
