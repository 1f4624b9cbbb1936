"""Lists, tuples, bytes, ranges, and what iterates over them."""

from array import array
from bisect import bisect_left
from collections import deque, namedtuple
from io import BytesIO
from itertools import combinations, islice, product, takewhile
from struct import pack, unpack
from weakref import ref


def indexed(items, n):
    total = 0
    for i in range(n):
        total += items[i]  #: guards 4, has .storage[_]
        total += items[-1]  #: guards 3
    return total


def stored(items, n):
    for i in range(n):
        items[i] = i  #: guards 3
    return items


def extended(n):
    result = []
    for i in range(n):
        result += (i, n)  #: guards 2, has _.append(_)
    return result


def split_ends(items, n):
    total = 0
    for i in range(n):
        first, *middle, last = items  #: guards 4, has sliceList(
        total += first + last
    return total, middle


def swapped(items, n):
    for i in range(n - 1):
        items[i], items[i + 1] = items[i + 1], items[i]  #: guards 6
    return items


def augmented(items, n):
    for i in range(n):
        items[i] += 1  #: guards 5
    return items


def appended(n):
    items = []
    for i in range(n):
        items.append(i)  #: guards 1
    while items:  #: guards 0
        items.pop()  #: guards 0, call
    return items


def comprehended(n):
    return [i * 2 for i in range(n) if i & 1]  #: guards 4, allocation


def numbered(items):
    total = 0
    for i, item in enumerate(items):  #: guards 2, allocation
        total += i * item  #: guards 5
    return total


def zipped(a, b):
    total = 0
    for x, y in zip(a, b):  #: guards 4, allocation
        total += x * y  #: guards 5
    return total


def stepped(n):
    total = 0
    for i in range(0, n, 2):  #: guards 3, allocation
        total += i  #: guards 1
    return total


def reversed_(items):
    total = 0
    for item in reversed(items):  #: guards 1, allocation
        total = total * 2 + item
    return total


def unpacked(pairs):
    total = 0
    for a, b in pairs:  #: guards 4, allocation
        total += a - b  #: guards 5
    return total


def starred(items):
    first, *rest = items  #: guards 4, has sliceList(
    return first, rest


def exchanged(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + 1  #: guards 1
    return a


def counted_pairs(n):
    total = 0
    for i, x in zip(range(n), range(n, 0, -1)):  #: guards 4, allocation
        total += i * x
    for i, x in enumerate(range(n), 1):  #: guards 1, allocation
        total += i * x
    return total


def tuples(n):
    total = 0
    for i in range(n):
        pair = (i, i + 1)  #: guards 0
        total += pair[0] + pair[1]  #: guards 1
    return total


def sliced(items):
    return items[1:3]  #: guards 1, has sliceList(_


def tuple_sliced(items, n):
    for i in range(n):
        rest = items[1:]  #: guards 1, has sliceTuple(
    return rest


def slice_stored(items):
    items[:2] = items[1::-1]  #: guards 1, has assignReversed(
    return items


def slice_moved(items):
    items[1:] = items[:-1]  #: guards 1, has assignFrom(
    return items


def without(items, i):
    return items[:i] + items[i + 1:]  #: guards 3, has concatSlices(


def slice_unpacked(items, i):
    a, b = items[i:i + 2]  #: guards 6
    return a - b


def grown(n):
    items = []
    for i in range(n):
        items += (i, i + 1, i + 2)  #: guards 3
    return items


def found(items, n):
    count = 0
    for i in range(n):
        if i in items:  #: guards 1, lookup
            count += 1
    return count


def in_constants(n):
    count = 0
    for i in range(n):
        if i in (1, 5, 7):  #: guards 1, lookup
            count += 1
    return count


def lengths(items, n):
    total = 0
    for i in range(n):
        total += len(items)  #: guards 2
    return total


def nested(grid, n):
    total = 0
    for y in range(n):
        row = grid[y]  #: guards 3
        for x in range(n):
            total += row[x]  #: guards 4
            total += grid[x][y]  #: guards 7
    return total


def bytewise(data, table):
    total = 0
    for byte in data:  #: guards 1, allocation
        table[byte] = total & 255  #: guards 2, has .put(_
        total += table[byte]  #: guards 2
    return total


def few_bytes(n):
    last = b''
    for i in range(n):  #: guards 2
        one = bytes([i & 255])  #: guards 0, call, has singleByte(
        two = bytes((i & 127, 1))  #: guards 0, call, has fewBytes(2
        last = one + two  #: guards 1, call
        if last[:2] == two:  #: call, has .holdsSame(_)
            return None
    return last


def structs(n):
    total = 0
    for i in range(n):
        packed = pack('<H', i & 1023)  #: guards 0, call, has packWord(
        value, = unpack('<H', packed)  #: guards 1, has .store[
        total += value
    return total


def in_memory(file, n):
    for _ in range(n):
        file.write(b'abc')  #: guards 5, call
    return file.tell()


def summed(items):
    return sum(items) + max(items) + min(items)  #: guards 9, call


def summed_tuple(items):
    return sum(items)  #: guards 2, lookup, has tamedSum


def spread_list(items, n):
    total = 0
    for _ in range(n):
        total += len(counted(*items))  #: guards 4, has tupleOfList
    return total


def counted(*items):
    return items


def repeated(n):
    return [0] * n  #: guards 1, bigint


def joined(a, b):
    return a + b  #: guards 2, bigint


def sorted_(items):
    items.sort()  #: guards 2, call
    return sorted(items)  #: guards 1, call


def cleared(items):
    del items[0]  #: guards 2, lookup
    items.insert(0, 1)  #: guards 1, has insertItem(
    items.append(items.pop(0))  #: guards 2, has popItem(
    items.extend((1, 2))  #: guards 0, call
    items.reverse()  #: guards 0, call
    return items


def window(items, n):
    total = 0
    for i in range(n):
        items.append(i)
        total += len(tuple(items))  #: guards 5, has tupleOfList
        del items[0]  #: guards 2, lookup
    return total


def named_fields(points):
    total = 0
    for point in points:
        total += point.x  #: guards 6
        x, y = point  #: guards 2
    return total


def composed(items):
    for item in islice(items, 5):  #: guards 4, frame, call, lookup, has _.isQuiet(
        pass
    for pair in product(items, items):  #: guards 4, frame, call, lookup, has _.isQuiet(
        pass


def mapped(items):
    total = 0
    for item in map(abs, items):  #: guards 6, frame, call, lookup, has _.next()
        total += item
    for item in takewhile(positive, items):  #: guards 6, frame, call, lookup, has _.next()
        total += item
    return total


def positive(x):
    return x >= 0


def referred(reference, n):
    for i in range(n):
        found = reference()  #: guards 2, has _.target.deref()
    return found


class Referent:
    pass


referent = Referent()


def bisected(items, n):
    total = 0
    for i in range(n):
        total += bisect_left(items, i)  #: guards 6, call
    return total


def emptied(queue):
    while queue:  #: guards 2, lookup
        queue.pop()


Point = namedtuple("Point", "x y")

def made_without_frames(items):
    pairs = list(combinations(items, 2))  #: guards 3, lookup, has tamedMake(
    return pairs, list(filter(None, items))  #: guards 3, lookup, allocation, has tamedMake(


def dictionaries(pairs, keys, values):
    a = dict(pairs)  #: guards 3, lookup, has tamedDictOf(
    return a, dict(zip(keys, values))  #: guards 4, lookup, allocation, has tamedDictOf(


def numbers_in(texts):
    total = 0
    for text in texts:
        total += int(text, 16)  #: guards 4, has construct(
    return total


def same_points(points, other):
    count = 0
    for point in points:
        count += point == other  #: guards 3, lookup, has tamedEqual(
    return count


def begun(rest, n):
    for i in range(n):
        start = (i, 'x', *rest)  #: guards 3, has beginTuple(
    return start


def of_ints(items, n):
    for i in range(n):
        items[i] = items[i] + 1  #: guards 9, has [_] =


def of_doubles(items, n):
    total = 0.0
    for i in range(n):
        total += items[i]  #: guards 4
    return total


def of_views(view, n):
    for i in range(n):
        view[i] = view[i] ^ 1  #: guards 8, has _.madeItems()


def joined_tuples(t, n):
    for i in range(n):
        u = (i, 1) + (n,)
        u = t + u  #: guards 3, allocation, has concatTuples(_
    return u


for _ in range(200):
    of_ints(array("i", range(10)), 10)
    of_doubles(array("d", range(10)), 10)
    of_views(memoryview(bytearray(10)), 10)
    joined_tuples((1, 2), 10)
    ints = list(range(10))
    named_fields([Point(1, 2)] * 9)
    composed(ints)
    bisected(ints, 9)
    emptied(deque(ints))
    indexed(ints, 10)
    stored(ints, 10)
    swapped(ints, 10)
    split_ends(ints, 10)
    extended(10)
    augmented(ints, 10)
    appended(10)
    comprehended(10)
    numbered(ints)
    zipped(ints, ints)
    counted_pairs(10)
    stepped(10)
    reversed_(ints)
    unpacked([(1, 2), (3, 4)] * 3)
    starred(ints)
    exchanged(10)
    tuples(10)
    sliced(ints)
    tuple_sliced((1, 2, 3, 4), 10)
    slice_stored(ints)
    slice_moved(ints)
    without(ints, 1)
    slice_unpacked(ints, 0)
    grown(5)
    found(ints, 10)
    in_constants(10)
    lengths(ints, 10)
    nested([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 3)
    bytewise(b'abcabc', bytearray(256))
    few_bytes(20)
    structs(20)
    in_memory(BytesIO(), 20)
    summed(ints)
    summed_tuple((1,) * 30)
    spread_list([1] * 30, 10)
    repeated(10)
    joined(ints, ints)
    sorted_(ints)
    cleared(ints)
    window([1, 2, 3], 10)
    mapped(ints)
    referred(ref(referent), 10)
    made_without_frames(ints)
    dictionaries([(1, 2), (3, 4)], ['a', 'b'], ints)
    numbers_in(['a', 'ff'] * 5)
    same_points([Point(1, 2), Point(3, 4)] * 5, Point(1, 2))
    begun((1,) * 30, 10)
