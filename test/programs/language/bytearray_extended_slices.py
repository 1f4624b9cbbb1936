"""Bytes, buffers and iterables assigned to every so many bytes of a bytearray, which may be part of them."""

from array import array

for step in (2, 3, 7, -1, -2, -5):
    for length in (0, 1, 5, 20, 9000):
        data = bytearray(i % 251 for i in range(length))
        count = len(range(length)[::step])
        for value in (bytes(count), bytes(i % 256 for i in range(count)), bytearray(b'x' * count), memoryview(b'y' * count), [7] * count):
            data[::step] = value
            print(step, length, sum(data), bytes(data[:9]), end=' ')
        print()

data = bytearray(range(10))
data[::2] = data[5:]
print(data)
data[::-1] = data
print(data)
data[::2] = memoryview(data)[:5]
print(data)
data[1::2] = memoryview(data)[::2]
print(data)
data[1:4] = data
print(data)
data[::3] = b''
print(data)


class Strange(bytes):
    def __index__(self):
        return 1


class Derived(bytes):
    pass


class Exporting(bytes):
    def __buffer__(self, flags):
        return memoryview(b'pq')


def attempt(value, where):
    data = bytearray(b'abcd')
    try:
        data[where] = value
        print(data)
    except Exception as error:
        print(type(error).__name__, error)


for where in (slice(None, None, 2), slice(0, 2), slice(3, None, -2)):
    for value in (Strange(b'xy'), Derived(b'xy'), Exporting(b'xy'), b'x', b'xyz', 'xy', 2, 2.5, array('B', [1, 2]), array('H', [1]), None, [1, 256], (1, 2)):
        attempt(value, where)
kept = b'zz'
data = bytearray(4)
data[::2] = kept
data[0] = 1
data[0:2] = kept
data[0] = 1
print(kept, data)
