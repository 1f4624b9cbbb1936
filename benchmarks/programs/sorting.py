"""Sorting algorithms written out, beside list.sort with keys, on ints, strings, tuples and objects."""


def numbers(count, seed=12345):
    values = []
    for _ in range(count):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        values.append(seed >> 12)
    return values


def quick_sort(items, low=0, high=None):
    if high is None:
        high = len(items) - 1
    while low < high:
        pivot = items[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i, j = i + 1, j - 1
        quick_sort(items, low, j)
        low = i


def merge_sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def heap_sort(items):
    def sink(root, end):
        while (child := 2 * root + 1) < end:
            if child + 1 < end and items[child] < items[child + 1]:
                child += 1
            if items[root] >= items[child]:
                return
            items[root], items[child] = items[child], items[root]
            root = child

    for root in reversed(range(len(items) // 2)):
        sink(root, len(items))
    for end in range(len(items) - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sink(0, end)


def radix_sort(items):
    for shift in (0, 8, 16):
        buckets = [[] for _ in range(256)]
        for item in items:
            buckets[item >> shift & 255].append(item)
        items = [item for bucket in buckets for item in bucket]
    return items


def insertion_sort(items):
    for i in range(1, len(items)):
        item, j = items[i], i
        while j and items[j - 1] > item:
            items[j] = items[j - 1]
            j -= 1
        items[j] = item


class Card:
    def __init__(self, number):
        self.suit, self.rank = divmod(number % 52, 13)

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)


def main(n=20_000):
    values = numbers(n)
    expected = sorted(values)
    quick, heap, few = values[:], values[:], values[:300]
    quick_sort(quick)
    heap_sort(heap)
    insertion_sort(few)
    assert quick == heap == merge_sort(values) == radix_sort(values) == expected
    assert few == sorted(values[:300])
    words = sorted((f"{value % 9973:x}" for value in values), key=lambda word: (len(word), word))
    pairs = sorted(zip(values, words), key=lambda pair: pair[0] % 100, reverse=True)
    cards = sorted(Card(value) for value in values[:n // 4])
    by_floats = sorted(values, key=lambda value: 1.0 / (value + 1))
    result = words[0], words[-1], pairs[0], cards[0].rank, cards[-1].suit, by_floats == expected[::-1]
    assert n != 20_000 or result == ('0', '26f4', (653699, '14'), 0, 3, True), result
    return result


if __name__ == "__main__":
    print("sorting:", *main())
