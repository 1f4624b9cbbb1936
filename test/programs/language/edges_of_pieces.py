# What is done in pieces gives the same at their edges as elsewhere: digits of bytes, slices of lists and arrays, large dictionaries.
import array, binascii, hashlib

# ── Hexadecimal digits ──

def digits(data):
    return "".join("%02x" % byte for byte in data)

every = bytes(range(256)) * 40
for length in (0, 1, 15, 16, 23, 24, 25, 255, 4095, 4096, 4097, 8191, 8192, 8193, 10240):
    data = every[3 : 3 + length]
    expected = digits(data)
    assert data.hex() == bytearray(data).hex() == memoryview(data).hex() == expected, length
    assert binascii.hexlify(data).decode() == expected
    assert bytes.fromhex(data.hex()) == data
    assert data.hex(":", 17).replace(":", "") == expected
print(every[:20].hex(), bytes(4097).hex().count("0"))
print(hashlib.shake_128(b"x").hexdigest(5000)[-20:], len(hashlib.shake_128(b"x").hexdigest(5000)))
print(hashlib.md5(b"x").hexdigest(), hashlib.sha256(b"x").hexdigest())

# ── Lists: every so many items ──

for length in (1, 2, 5, 4095, 4096, 4097, 8192, 9001):
    ints = list(range(length))
    for items in (ints, [x + 0.5 for x in ints], [str(x) for x in ints], [None, *ints[1:]]):
        for step in (-1, -2, -3, 2, 3, 4096, -4096):
            for start in (None, 1, -2):
                indices = range(*slice(start, None, step).indices(length))
                assert items[start::step] == [items[index] for index in indices], (length, step, start)
reverse = [x + 0.5 for x in range(5000)][::-1]
reverse.append("other kinds")
reverse[0] = None
print(reverse[:2], reverse[-2:])

# ── Arrays: items picked, replaced and deleted ──

for code in "bHiqd":
    for length in (1, 2, 7, 4096, 4099, 9000):
        items = [x % 100 for x in range(length)]
        numbers = array.array(code, items)
        for step in (1, -1, 2, -2, 3, 40, -40, length, -length):
            for start in (None, 1, -2):
                key = slice(start, None, step)
                assert numbers[key].tolist() == items[key], (code, length, key)
                changed, model = numbers[:], items[:]
                del changed[key]
                del model[key]
                assert changed.tolist() == model, (code, length, key)
                changed.append(1)
                assert changed.tolist() == model + [1] and len(changed.tobytes()) == len(changed) * changed.itemsize
                changed, model = numbers[:], items[:]
                value = [5] * len(items[key])
                changed[key] = array.array(code, value)
                model[key] = value
                assert changed.tolist() == model, (code, length, key)
numbers = array.array("i", range(6))
del numbers[::-1]
print(numbers, len(numbers))
numbers = array.array("i", range(6))
view = memoryview(numbers)
for key in (slice(None, None, 2), slice(1, 3), slice(3, 3)):
    for value in (None, [], [8], [7, 8], [6, 7, 8]):
        try:
            if value is None:
                del numbers[key]
            else:
                numbers[key] = array.array("i", value)
        except (BufferError, ValueError) as error:
            print(key, value, error, end="; ")
        print(numbers.tolist())
view.release()
for key in (slice(None, None, 2), slice(3, 3, 2)):
    try:
        numbers[key] = array.array("i", [1, 2])
    except ValueError as error:
        print(error)
del numbers[5:0:-3]
print(numbers)

# ── Dictionaries that grow beyond some hundred thousand entries, with a table of ours or with ints ──

COUNT = 150_000

def check(table, key):
    for number in range(0, COUNT, 3):
        del table[key(number)]
    assert len(table) == COUNT - COUNT // 3
    copy = table.copy()
    for number in range(COUNT, COUNT + 9000):
        copy[key(number)] = number
    assert len(copy) == len(table) + 9000 and copy[key(COUNT + 8999)] == COUNT + 8999
    assert list(copy.values()) == [x for x in range(COUNT) if x % 3] + list(range(COUNT, COUNT + 9000))
    for number in range(1, COUNT, 3):
        del copy[key(number)]
    copy[key(0)] = "again"
    assert next(reversed(copy.items())) == (key(0), "again")
    assert all(table[key(number)] == number for number in range(1, COUNT, 3))
    while len(copy) > 5:
        copy.popitem()
    for number in range(6):
        copy[key(number)] = number
    return copy

print(check({number: number for number in range(COUNT)}, int))
print(check({(number,): number for number in range(COUNT)}, lambda number: (number,)))
print(check({(number, 0.5): number for number in range(COUNT)}, lambda number: (number, 0.5)))
union = frozenset((number, "x") for number in range(COUNT)) | {(number, "y") for number in range(20_000)}
print(len(union), (149_999, "x") in union, (19_999, "y") in union, (20_000, "y") in union)
