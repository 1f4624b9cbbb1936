"""A call stands right before an inner loop whose unit has the outer loop in it, too: it is made once whatever it answers."""


def run(values):
    taken = total = 0
    while len(values) > 1:
        taken += 1
        step = values.pop()
        while True:
            total += step
            step += 1
            if step > 20:
                break
        if taken < 0:  # long enough for the outer loop not to be copied
            values.append(values[0] + values[1] * taken)
            values.append(values[1] + values[2] * taken)
            values.append(values[2] + values[3] * taken)
            values.append(values[3] + values[4] * taken)
            values.append(values[4] + values[5] * taken)
            values.append(values[5] + values[6] * taken)
            values.append(values[6] + values[7] * taken)
            values.append(values[7] + values[8] * taken)
            values.append(values[8] + values[9] * taken)
            values.append(values[9] + values[10] * taken)
            values.append(values[10] + values[11] * taken)
            values.append(values[11] + values[12] * taken)
            values.append(values[12] + values[13] * taken)
            values.append(values[13] + values[14] * taken)
            values.append(values[14] + values[15] * taken)
            values.append(values[15] + values[16] * taken)
            values.append(values[16] + values[17] * taken)
            values.append(values[17] + values[18] * taken)
            values.append(values[18] + values[19] * taken)
            values.append(values[19] + values[20] * taken)
            values.append(values[20] + values[21] * taken)
            values.append(values[21] + values[22] * taken)
            values.append(values[22] + values[23] * taken)
            values.append(values[23] + values[24] * taken)
            values.append(values[24] + values[25] * taken)
            values.append(values[25] + values[26] * taken)
            values.append(values[26] + values[27] * taken)
            values.append(values[27] + values[28] * taken)
            values.append(values[28] + values[29] * taken)
            values.append(values[29] + values[30] * taken)
    return taken, len(values), total


ints = [index % 30 for index in range(400)]
floats = [index / 4 for index in range(50)]
print(run(["first"] + ints))
print(run(["first"] + floats + ints))
print(run(["first"] + floats + ints + floats[1:] + ints[1:]))
